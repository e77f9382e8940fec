"""The review screen in the test driver: what is in sight at each size, and what keys do."""

from __future__ import annotations

from pathlib import Path

import desks
import pytest
from screens import keys_in, run, screen, states
from textual.pilot import Pilot

from lintwords.reports.cells import cells
from lintwords.reports.sentence import fix_line
from lintwords.reports.words import wordings
from lintwords.tui.app import ReviewApp
from lintwords.tui.finding import Reach, State

SIZES = [(160, 45), (159, 45), (135, 40), (134, 40), (100, 30), (80, 24), (60, 20), (40, 10)]


pytestmark = pytest.mark.usefixtures("in_own_folder", "fake_rules")


def keys(*pressed: str, size: tuple[int, int] = (100, 30), ascii: bool = False) -> list[str]:
    """The screen after some keys."""
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()
        shown.extend(screen(app))

    run(script, size=size, ascii=ascii)
    return shown


OPEN, ACC, EDI, IGN, SKI = (
    State.OPEN, State.ACCEPTED, State.EDITED, State.IGNORED, State.SKIPPED,
)


def is_whole(rows: list[str], width: int, height: int) -> None:
    """The current finding's row, message, first fix, change and the ends of the key bar show."""
    text = "\n".join(rows)
    flat = " ".join(text.replace("│", " ").split())
    assert any(row.lstrip("│ ").startswith(">") or "│>" in row for row in rows)
    assert "Name who acts: the Ruritanian" in flat
    assert "1 ▸ Ruritanian authorities" in text
    assert "{+Ruritanian authorities+}" in text.replace("\n", " ") or "{+Ruritanian" in text
    assert "? Keys" in rows[-1] and "q Leave" in rows[-1]
    assert len(rows) == height
    assert max(map(cells, rows)) <= width


def is_in_sight(app: ReviewApp) -> bool:
    """Whether the first row of the current finding is on the screen."""
    shown = app.main.document
    (mark, *_) = shown._page.of(app.review.session.current)
    row = shown._layout.row_at(mark.start) - shown.scroll_offset.y
    return 0 <= row < shown.scrollable_content_region.height


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_at_every_size_the_finding_is_on_the_screen(width: int, height: int) -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        is_whole(screen(app), width, height)
        await pilot.press("n", "n")  # far below
        await pilot.pause()
        is_whole(screen(app), width, height)
        assert is_in_sight(app)
        another = SIZES[SIZES.index((width, height)) - len(SIZES) // 2]
        for other in (another, (width, height)):
            await pilot.resize_terminal(*other)
            await pilot.pause()
            is_whole(screen(app), *other)
            assert is_in_sight(app)

    run(script, size=(width, height))


@pytest.mark.parametrize("pressed", ["n n", "a ] i", "?", "a d", "r", "a q", "a w", ":"])
def test_with_ascii_signs_nothing_else_is_drawn(pressed: str) -> None:
    text = "\n".join(keys(*pressed.split(), size=(100, 30), ascii=True))
    assert {char for char in text if not char.isascii()} <= set("“”广州")  # the text's own


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_without_colour_and_signs_brackets_and_letters_say_it(width: int, height: int) -> None:
    text = "\n".join(keys("n", "n", size=(width, height), ascii=True))
    assert {char for char in text if not char.isascii()} <= set("“”广州")
    assert "[Ruritania]" in text and "(Ruritania)" in text


def test_a_window_that_is_too_small_says_so() -> None:
    text = " ".join(" ".join(keys(size=(38, 9))).split())
    assert "This window is too small (38x9). Make it 40x10 or use lintwords review --plain." in text


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        pytest.param("a", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="accept"),
        pytest.param("enter", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="Enter accepts"),
        pytest.param("1 ]", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="by number"),
        pytest.param("9", [OPEN] * 6, id="no such number"),
        pytest.param("s", [SKI, OPEN, OPEN, OPEN, OPEN, OPEN], id="skip"),
        pytest.param("a u", [OPEN] * 6, id="undo"),
        pytest.param("a ctrl+z U", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="redo"),
        pytest.param("a p x", [OPEN] * 6, id="open again"),
        pytest.param("n a", [OPEN] * 6, id="a quotation stays"),
        pytest.param("n e", [OPEN] * 6, id="nor is it edited"),
        pytest.param("e ! enter", [EDI, OPEN, OPEN, OPEN, OPEN, OPEN], id="edit"),
        pytest.param("e enter", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="unchanged is accepted"),
        pytest.param("e ! escape", [OPEN] * 6, id="Esc leaves the edit"),
        pytest.param("e ctrl+u enter escape enter", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN],
                     id="Esc in the question of the edit goes back to it"),
        pytest.param("i enter", [IGN, OPEN, OPEN, OPEN, OPEN, OPEN], id="ignore here"),
        pytest.param("i escape", [OPEN] * 6, id="Esc leaves the dialog"),
        pytest.param("i down enter", [OPEN] * 6, id="a reach needs a reason"),
        pytest.param("i down tab enter", [IGN, IGN, IGN, OPEN, OPEN, OPEN],
                     id="ignore in the file"),
        pytest.param("i down down tab enter", [IGN, IGN, IGN, OPEN, IGN, IGN],
                     id="ignore everywhere"),
        pytest.param("i T h e space c h i e f space 2 enter", [IGN, *[OPEN] * 5],
                     id="what is typed is the reason, and switches no reach"),
        pytest.param("A escape", [OPEN] * 6, id="all alike asks"),
        pytest.param("A A", [OPEN] * 6, id="and the same key is no answer"),
        pytest.param("A y", [ACC, OPEN, ACC, OPEN, ACC, ACC], id="all alike"),
        pytest.param("A down space down y", [ACC, OPEN, OPEN, OPEN, ACC, ACC],
                     id="all alike but the one left out"),
        pytest.param("A down space up down space y", [ACC, OPEN, ACC, OPEN, ACC, ACC],
                     id="one left out and taken in again"),
        pytest.param("A space down space down space down space y", [OPEN] * 6,
                     id="all of them left out"),
        pytest.param("w w w", [OPEN] * 6, id="nothing to write"),
        pytest.param("a q q q q", [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="a second q stays"),
        pytest.param("] a", [OPEN, OPEN, OPEN, OPEN, ACC, OPEN], id="next file"),
        pytest.param("G a", [OPEN, OPEN, OPEN, OPEN, OPEN, ACC], id="last"),
        pytest.param("y n n d escape v r escape ?", [OPEN] * 6, id="looking decides nothing"),
    ],
)
def test_keys_decide(pressed: str, expected: list[State]) -> None:
    assert states(*pressed.split()) == expected


@pytest.mark.parametrize(
    ("pressed", "reason"),
    [
        pytest.param("T h e space c h i e f space 1 2", "The chief 12", id="letters and digits"),
        pytest.param("N o tab", "speaker's own words", id="a reason at hand"),
        pytest.param("N o tab shift+tab", "No", id="and back to what was typed"),
        pytest.param("N o tab tab tab tab tab tab", "No", id="round"),
        pytest.param("tab end !", "speaker's own words!", id="written further"),
        pytest.param("tab end ! tab shift+tab", "speaker's own words!", id="and kept"),
        pytest.param("tab w h y", "speaker's own words; why", id="words behind it"),
        pytest.param("N o f2 f2", "No", id="a comment, and not"),
    ],
)
def test_what_is_typed_in_the_ignore_dialog_is_the_reason(pressed: str, reason: str) -> None:
    kept: list[tuple[str, Reach]] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("i", *pressed.split(), "enter")
        await pilot.pause()
        decision = app.desk.review.session.decision(0)
        kept.append((decision.reason, decision.reach))

    run(script)
    assert kept == [(reason, Reach.HERE)]


def test_the_first_screen_says_what_was_not_read() -> None:
    desk = desks.desk({Path("a.rst"): "Ruritania jailed a poet.\n\n.. include:: b.rst\n"})
    rows: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        rows.extend(screen(app))

    run(script, desk=desk)
    said = 'Not read in full: a.rst (the file "b.rst" is shown in it and was not read).'
    assert any(said in row for row in rows)


@pytest.mark.parametrize(
    ("pressed", "said"),
    [
        pytest.param("a", "Accepted fix 1 in line 3. Files stay as they are until you press w.",
                     id="accept"),
        pytest.param("n a", "No fix here: inside a quotation. i ignores it, e is off.",
                     id="quoted"),
        pytest.param("y", "The key y does nothing here. ? shows all keys.", id="no such key"),
        pytest.param("u", "Nothing to undo.", id="undo"),
        pytest.param("p", "This is the first finding.", id="first"),
        pytest.param("F", "No filter is set.", id="filter"),
        pytest.param("/ z z enter", '"zz" is not in this text.', id="search"),
        pytest.param("/ f o l k enter",
                     "Hit 1 of 1 in this file. n next, N before, Esc ends the search.", id="hits"),
        pytest.param("w", "Nothing to write: no decision changes a file.", id="write"),
    ],
)
def test_the_status_line_says_it(pressed: str, said: str) -> None:
    assert said in keys(*pressed.split())[-2]


def test_a_key_that_was_typed_is_no_command_in_a_line() -> None:
    text = "\n".join(keys("/", "a", "q", "w"))
    assert "Search: aqw" in text


def test_the_list_opens_over_the_document_and_closes() -> None:
    assert "FINDINGS" not in "\n".join(keys())
    assert "FINDINGS" in "\n".join(keys("tab", "tab"))
    assert "FINDINGS" not in "\n".join(keys("tab", "tab", "escape"))
    assert "FINDINGS" in "\n".join(keys(size=(160, 45)))


@pytest.mark.parametrize(
    ("pressed", "size"),
    [(("tab", "tab"), (80, 24)), (("tab", "tab"), (60, 20)), ((), (160, 45))],
)
def test_the_list_shows_the_words_round_a_mention(
    pressed: tuple[str, ...], size: tuple[int, int]
) -> None:
    text = "\n".join(keys(*pressed, size=size))
    assert "E   3 [Ruritania] jailed a poet on Tuesday" in text
    assert "E  87 [Ruritania] detained two folk in" in text


def test_why_and_the_reason_by_hand_are_whole_at_24_rows() -> None:
    flat = " ".join(" ".join(keys(size=(80, 24))).split())
    assert "who were harmed are part of it. Naming the government keeps them apart." in flat
    assert "fix: by hand: choose the wording" in flat


def test_what_has_no_room_in_the_detail_is_counted_and_scrolled_to() -> None:
    size = (40, 10)
    assert "6 more: Tab PgDn" in "\n".join(keys(size=size))
    rows = "\n".join(keys("tab", "pagedown", "pagedown", "pagedown", size=size))
    assert "more:" not in rows and "fix: by hand: choose the wording" in rows


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 45)])
def test_a_dialog_shows_its_keys_whatever_it_lists(size: tuple[int, int]) -> None:
    desk = desks.desk({Path("long.txt"): "Ruritania jailed a poet.\n\n" * 60})
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("A")
        await pilot.pause()
        shown.extend(screen(app))
        await pilot.press("end")
        await pilot.pause()
        shown.extend(screen(app))

    run(script, size=size, desk=desk)
    text = "\n".join(shown)
    assert text.count("y decide  ") == text.count("Esc back") == 2
    assert text.count(" more: PgDn") == 1  # none when the end is reached
    assert "line 1 " in text and "line 119 " in text
    assert "- [-Ruritania-] jailed a poet." in text
    assert "+ {+Ruritanian authorities+} jailed a poet." in text


def test_at_60_columns_no_sentence_of_the_help_and_no_count_is_cut() -> None:
    rows = [row.strip("│ ") for row in keys("?", size=(60, 20))]
    assert " ".join(rows).count("in place of the found ones") == 1
    assert "(4 more)" in "\n".join(keys("i", size=(60, 20)))


def test_each_wording_shows_the_line_before_and_after() -> None:
    desk = desks.desk({Path("a.txt"): "Ruritania jailed a poet."})
    item = desk.review.session.items[0]
    text = "\n".join(keys_in(desk, size=(100, 30)))
    assert "- [-Ruritania-] jailed a poet." in text
    for fix in item.choices:
        assert f"+ {{+{fix.label}+}} jailed a poet." in text


def test_a_quotation_says_the_same_as_the_report() -> None:
    desk = desks.desk({Path("a.txt"): "“Ruritania jailed my son,” a mother said."})
    finding = desk.review.session.items[0].finding
    text = "\n".join(keys_in(desk, size=(100, 30)))
    assert f"fix: {fix_line(finding)}" in text
    assert finding.message in text
    assert wordings(finding) == []


def test_the_summary_comes_after_the_last_open_finding() -> None:
    text = "\n".join(keys(*["i", "enter"] * 6))
    assert "Review of 2 files, 6 findings" in text
    assert "6 ignored" in text


def test_the_palette_knows_every_command() -> None:
    assert states(":", *"skip for", "enter") == [SKI, OPEN, OPEN, OPEN, OPEN, OPEN]


@pytest.mark.parametrize(
    ("x", "y", "times", "expected"),
    [
        pytest.param(20, 8, 2, [ACC, OPEN, OPEN, OPEN, OPEN, OPEN], id="double click accepts"),
        pytest.param(20, 8, 1, [OPEN] * 6, id="one click marks"),
    ],
)
def test_the_mouse(x: int, y: int, times: int, expected: list[State]) -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        rows = screen(app)
        row = next(n for n, text in enumerate(rows) if "1 ▸" in text)
        await pilot.click(offset=(x, row), times=times)
        await pilot.pause()
        session = app.review.session
        assert [session.decision(id).state for id in session.order] == expected

    run(script)


def test_a_click_on_the_key_bar_and_on_marked_words() -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        rows = screen(app)
        await pilot.click(offset=(rows[-1].index("s Skip"), len(rows) - 1))
        await pilot.pause()
        session = app.review.session
        assert session.decision(session.order[0]).state is SKI
        row = next(n for n, text in enumerate(screen(app)) if "Ruritania jailed a poet" in text)
        await pilot.click(offset=(screen(app)[row].index("Ruritania"), row))
        await pilot.pause()
        assert app.review.session.current == session.order[0]

    run(script)
