"""Whole ways through the review screen: writing, leaving, files that change, and random keys."""

from __future__ import annotations

import random
import re
from contextlib import nullcontext
from pathlib import Path

import desks
import pytest
from desks import stays_whole
from screens import OTHER, RELEASE, files, run, screen, send, states
from textual.pilot import Pilot

from lintwords.errors import SettingsError
from lintwords.tui import actions, overview, writing
from lintwords.tui.app import Looks, ReviewApp
from lintwords.tui.changed_bytes import new_bytes
from lintwords.tui.commands import ACTIONS
from lintwords.tui.desk import Desk
from lintwords.tui.finding import Item, State, ready_reason
from lintwords.tui.keys import COMMANDS, commands, keymap
from lintwords.values import replace

HERE = Path("release.md")
NEW = "Ruritanian authorities"


pytestmark = pytest.mark.usefixtures("in_own_folder", "fake_rules")


def go(*pressed: str, home: Path | None = None) -> tuple[ReviewApp, str]:
    """The app and its last screen after some keys."""
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()
        if app.is_running and app.screen_stack:
            shown.extend(screen(app))

    return run(script, desk=desks.desk(files(), home=home)), "\n".join(shown)


def test_nothing_is_written_before_the_question_is_answered() -> None:
    before = files()[HERE]
    for pressed in (["a", "w", "w", "a"], ["a", "w", "d", "escape", "escape"]):
        go(*pressed)
        assert HERE.read_text() == before, pressed
    _, text = go("a", "w", "y")
    assert HERE.read_text() == before.replace("Ruritania", NEW, 1)
    assert "Written: release.md." in text


def test_the_write_dialog_says_what_changes_in_each_file() -> None:
    _, text = go("a", "i", "enter", "]", "a", "w")
    assert "Write 3 decisions?" in text
    assert "release.md   1 place changes, in the file itself, 1 ignored" in text
    assert "other.txt   1 place changes" in text


def test_undo_after_a_write_is_written_by_the_next() -> None:
    before = files()[HERE]
    _, text = go("a", "w", "y", "u", "w")
    assert "1 place gets its old words back" in text
    go("a", "w", "y", "u", "w", "y")
    assert HERE.read_text() == before


@pytest.mark.parametrize(
    ("pressed", "kept", "written", "discarded"),
    [
        pytest.param("q", 0, False, False, id="nothing to ask"),
        pytest.param("a q k", 1, False, False, id="keep"),
        pytest.param("a q D", 0, False, True, id="throw away"),
        pytest.param("a q w y", 1, True, False, id="write, then leave"),
        pytest.param("a ctrl+q k", 1, False, False, id="Ctrl+Q"),
    ],
)
def test_leaving(
    pressed: str, kept: int, written: bool, discarded: bool, tmp_path: Path
) -> None:
    home = tmp_path / "state"
    app, _ = go(*pressed.split(), home=home)
    assert app.return_value is discarded
    assert len(list(home.glob("*.json"))) == kept
    assert (NEW in HERE.read_text()) is written


@pytest.mark.parametrize(
    ("pressed", "shown"),
    [("a q q", "Leave?"), ("a q escape", "finding"), ("a q d", "Leave?"), ("a escape", "finding"),
     ("a q y", "Leave?")],
)
def test_staying(pressed: str, shown: str) -> None:
    app, text = go(*pressed.split())
    assert app.return_value is None
    assert shown in text


def test_a_file_that_changes_on_disk_is_told_and_read_again() -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("a")
        HERE.write_text(f"New first line.\n\n{HERE.read_text()}")
        app.look_at_files()  # as every two seconds, and when the window gets the focus
        await pilot.pause()
        text = "\n".join(screen(app))
        assert "release.md changed on disk. 0 decisions moved along, 1 lost" in text
        await pilot.press("G", "p", "p", "p", "a")
        HERE.write_text(HERE.read_text().replace("Paragraph 3 ", "Paragraph three "))
        await pilot.press("w")
        await pilot.pause()
        assert "Write 1 decision?" in "\n".join(screen(app))

    run(script)


def test_a_read_only_file_offers_a_copy_and_a_patch(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setattr(os, "access", lambda path, how: str(path) != "release.md")
    app, text = go("a", "w")
    assert "read-only" in text.splitlines()[0]
    assert "cannot be written: you have no right to write it" in " ".join(text.split())
    assert "s  save a copy: release.lintwords.md" in text
    go("a", "w", "s")
    assert NEW in Path("release.lintwords.md").read_text()
    assert HERE.read_text() == files()[HERE]


def test_all_alike_shows_what_it_will_do() -> None:
    _, text = go("A")
    assert "Decide 4 findings alike?" in text
    assert f'Write "{NEW}" for "Ruritania".' in text
    assert "release.md line 3" in text and "other.txt line 1" in text
    assert text.count(" - ") >= 4 and text.count(f"{{+{NEW}+}}") >= 4


def test_all_alike_shows_what_is_left_out_as_it_stays() -> None:
    _, text = go("A", "down", "space")
    assert "Decide 3 of 4 findings alike?" in text
    assert "> [ ] release.md line" in text and "  [x] release.md line 3" in text
    assert text.count(f"{{+{NEW}+}}") == go("A")[1].count(f"{{+{NEW}+}}") - 1
    assert "Space leave this one out" in text


def test_all_alike_leaves_what_carries_a_note_and_says_so() -> None:
    app, text = go("m", *"whose?", "enter", "G", "p", "A", "y")
    session = app.review.session
    assert session.decision(0).reason == "whose?"
    assert session.count(State.ACCEPTED) >= 1
    shown = go("m", *"whose?", "enter", "G", "p", "A")[1]
    assert "1 with these words carries a note, and stays open." in " ".join(shown.split())


def test_no_key_is_offered_beside_a_line_in_which_it_is_a_letter() -> None:
    assert "u undoes" in go("a")[1]
    assert "u undoes" not in go("a", "p", "e")[1]
    assert "u undoes" in go("a", "p", "e", "escape")[1]


def test_all_alike_says_why_not_in_a_quotation() -> None:
    assert "No fix here: inside a quotation." in go("n", "A")[1]


def test_a_wide_edit_says_what_the_new_words_give() -> None:
    _, text = go("e", *"Ruritania", "enter")  # what stood there was marked
    assert "Taken, though a finding stands in the new words: " in text


def test_letters_replace_what_stands_in_a_line_and_arrow_keys_keep_it() -> None:
    assert go("e", "x")[1].count("▸ x\n") <= 1
    assert "▸ Ruritanian authoritiesx" in go("e", "end", "x")[1]


def test_a_note_is_typed_in_the_line_and_shown_at_the_finding() -> None:
    typed = [*"whose?", "enter", "p"]
    for pressed in (["m", *typed], [":", *"note for", "enter", *typed]):
        app, text = go(*pressed)
        assert app.desk.review.session.decision(0).reason == "whose?", pressed
        assert "Note: whose?" in text and "noted, open" in text
    assert "m" in keymap() and "Note for a colleague" in go("?")[1]


def test_a_note_beside_taken_words_leaves_them_and_is_shown() -> None:
    app, text = go("a", "p", "m", *"she said so", "enter")
    decision = app.desk.review.session.decision(0)
    assert (decision.state, decision.reason) == (State.ACCEPTED, "she said so")
    assert "Note: she said so" in text and "Noted beside the new words." in text


def test_an_empty_edit_asks_once() -> None:
    _, text = go("e", "ctrl+u", "enter")
    assert "Delete the words?" in text
    assert states("e", "ctrl+u", "enter", "escape")[0] is State.OPEN
    assert states("e", "ctrl+u", "enter", "y")[0] is State.EDITED


def test_the_views_of_the_text() -> None:
    assert NEW in go("a", "g", "v")[1]
    assert "Ruritania jailed a poet on Tuesday" in go("a", "g", "v", "v")[1]


def test_an_ignore_comment_is_written_into_the_text() -> None:
    go("i", "f2", "tab", "tab", "enter", "w", "y")
    comment = "<!-- lintwords: ignore country-as-abuser: official name or title -->\n"
    assert f"{comment}Ruritania jailed a poet on" in HERE.read_text()


def test_search_walks_and_ends() -> None:
    _, text = go("/", *"ph 3", "enter", "n")
    assert "Hit 2 of 11 in this file." in text
    _, text = go("/", *"ph 3", "enter", "escape", "n")
    assert "finding 2 of 6" in text


def test_a_search_goes_to_its_hit_and_esc_back_to_the_finding() -> None:
    for size in ((80, 24), (160, 45)):
        shown: list[str] = []

        async def script(app: ReviewApp, pilot: Pilot[bool], shown: list[str] = shown) -> None:
            for pressed in (["/", *"ph 39", "enter"], ["escape"]):
                await pilot.press(*pressed)
                await pilot.pause()
                shown.append("\n".join(screen(app)))

        run(script, size=size, desk=desks.desk(files()))
        there, back = shown
        assert "Paragraph 39 says" in there
        assert "Paragraph 39 says" not in back and "Ruritania jailed a poet on Tuesday" in back


def test_a_filter_narrows_and_clears() -> None:
    assert "finding 1 of 1, filtered" in go("f", *"warning", "enter")[1]
    assert "No finding passes" in go("f", *"zebra", "enter")[1]
    assert "of 6" in go("f", *"warning", "enter", "F")[1].splitlines()[0]


def test_the_rule_page_and_the_diff_are_shown() -> None:
    assert "When it is fine" in go("r")[1]
    assert f"+{NEW} jailed a poet" in go("a", "d")[1]


def set_editor(monkeypatch: pytest.MonkeyPatch, folder: Path, does: str) -> None:
    """Let a script of the shell be the editor; the review stays on its screen meanwhile."""
    script = folder / "editor.sh"
    script.write_text(f"#!/bin/sh\n{does}\n")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"sh {script}")
    monkeypatch.setattr(ReviewApp, "suspend", lambda self: nullcontext())


def test_an_editor_opens_the_file_at_the_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_editor(monkeypatch, tmp_path, 'printf "%s\\n" "$@" > seen.txt\necho Added. >> "$2"')
    _, text = go("E")
    assert Path("seen.txt").read_text() == "+3\nrelease.md\n"
    assert "release.md is checked again." in text and "changed on disk" not in text


def test_one_goes_on_behind_a_finding_that_an_editor_took_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_editor(monkeypatch, tmp_path, 'sed "${1#+}d" "$2" > kept && mv kept "$2"')
    went: list[tuple[int, int]] = []

    async def script_of(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("n")
        before = app.review.session
        at = before.order.index(before.current)
        await pilot.press("E")
        await pilot.pause()
        after = app.review.session
        assert before.current not in after.items
        went.append((after.order.index(after.current), at))
        assert after.item is not None and after.item.file == 0

    run(script_of, desk=desks.desk(files()))
    assert went[0][0] == went[0][1]


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("no-such-editor -w", "EDITOR names no-such-editor, and there is no such program here."),
        ("", "No editor is named. Set EDITOR to one, or leave a note: m."),
        ("'open", "EDITOR names 'open, and there is no such program here."),
    ],
)
def test_an_editor_that_is_not_there_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    assert said in go("E")[1]


def test_keys_can_be_bound_anew() -> None:
    bound = keymap({"accept": "y", "leave": ["Q"]})
    assert bound["y"] == "accept" and bound["Q"] == "leave"
    assert "a" not in bound and "q" not in bound
    assert keymap({"accept": "s"})["s"] == "accept"  # taken from skip, which keeps Space
    assert keymap({"accept": "s"})["space"] == "skip"

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("y")
        await pilot.pause()
        session = app.review.session
        assert session.decision(session.order[0]).state is State.ACCEPTED
        assert screen(app)[-1].startswith(" y Accept")

    run(script, looks=Looks(keys=commands({"accept": "y"})))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"acept": "y"}, 'no command "acept"', id="unknown"),
        pytest.param({"accept": "y", "skip": "y"}, 'the key "y" has two meanings', id="twice"),
        pytest.param({"accept": "3"}, 'the key "3" has two meanings', id="a number"),
    ],
)
def test_keys_that_cannot_be_bound_are_told(changed: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        keymap(changed)


def test_how_far_an_ignore_reaches_does_not_go_round() -> None:
    _, text = go("i", "up")
    assert "(x) only here" in text
    _, text = go("i", "down", "down", "down")
    assert '(x) this rule, these words ("Ruritania"), everywhere' in text


def test_how_far_an_ignore_reaches_shows_what_it_takes() -> None:
    _, text = go("i", "down")
    assert re.search(r"\(x\) this rule, in this file +\(2 more findings\)", text)
    assert "     line 5, line 87" in text
    _, text = go("i", "down", "down")
    assert "other.txt line 1" in text


def test_a_word_that_own_words_double_is_told() -> None:
    _, text = go("n", "n", "e", *"the jailers detained", "enter")
    assert 'Taken, though it now reads "detained detained"' in text
    _, text = go("e", *"Officials", "enter")
    assert "it now reads" not in text


def test_a_mark_that_own_words_leave_alone_is_told_as_a_note() -> None:
    app, text = go("e", *'Its "leaders', "enter")
    assert 'Taken, though one " of a pair is left alone' in text
    assert app.desk.review.session.decision(0).words == 'Its "leaders'
    assert 'One " of a pair is left alone. Words beside' in go("e", *'Its "leaders')[1]
    assert "of a pair" not in go("e", *'Its "leaders"', "enter")[1]


def test_a_number_that_opens_the_line_says_so_and_no_offered_wording_is_warned_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "Fit in" not in go()[1]
    monkeypatch.setattr(Item, "needs_fitting", lambda item, choice: True)
    monkeypatch.setattr(Desk, "ill_met", lambda desk, item, words: "of of")
    assert "a Fit in" in go()[1].splitlines()[-1]
    _, text = go("1")
    assert "Letters are words here" in text and "it now reads" not in text.lower()
    _, text = go("1", "enter")
    assert "Accepted fix 1" in text
    assert 'It now reads "of of".' in go("1", "x")[1]  # this a person typed


def test_a_reason_that_was_given_stands_in_the_line_again() -> None:
    given = ("i", "down", *"aname", "enter", "G", "g")
    app, text = go(*given, "i")
    assert "(x) this rule, in this file" in text and "aname" in text
    app, _ = go(*given, "i", *"book", "enter")
    assert app.desk.review.session.decision(0).reason == "anamebook"


def test_a_ready_reason_is_in_the_language_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "speaker's own words" in go("i")[1]
    assert ready_reason("reason-1", "fr") == "mots mêmes de la personne citée"
    assert ready_reason("reason-1", "xx") == "speaker's own words"  # that of the interface
    monkeypatch.setattr("lintwords.tui.ignore.ready_reason", lambda key, lang: f"{key} {lang}")
    app, text = go("i", "tab", "enter")
    assert app.desk.review.session.decision(0).reason == "reason-1 en"


def test_it_is_told_while_one_types_and_no_more_once_it_is_mended() -> None:
    typed = ("n", "n", "e", *"the jailers detained")
    assert 'It now reads "detained detained". Words beside' in go(*typed)[1]
    assert "Type over the marked words" in go(*typed, *["backspace"] * 9)[1]


def test_the_current_line_is_signed_where_its_first_row_is_out_of_sight() -> None:
    text = f"{'Nothing is said of it here. ' * 60}Ruritania jailed a poet.\n"
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        shown.extend(screen(app))

    run(script, desk=desks.desk({HERE: text}), size=(80, 24))
    assert shown[1].startswith(">E")


def test_a_ready_reason_keeps_what_was_typed_and_says_so() -> None:
    _, text = go("i", *"mine", "tab")
    assert "Your own reason is kept" in text
    _, text = go("i", *"mine", "tab", "shift+tab")
    assert "mine" in text and "Your own reason is kept" not in text


@pytest.mark.parametrize(
    ("pressed", "reason"),
    [
        pytest.param(["tab"], "speaker's own words", id="as it is"),
        pytest.param(["tab", *"in the annex"], "speaker's own words; in the annex", id="words"),
        pytest.param(["tab", *", cited"], "speaker's own words, cited", id="a sign of one's own"),
        pytest.param(["tab", *"ab", "shift+tab", "tab", "tab"], "official name or title",
                     id="another one after words"),
        pytest.param(["tab", *"ab", "tab", "shift+tab", "shift+tab"], "speaker's own words; ab",
                     id="and back to them"),
        pytest.param(["tab", "ctrl+u", *"mine"], "mine", id="emptied"),
        pytest.param(["tab", *["backspace"] * 5, *"text"], "speaker's own text", id="changed"),
    ],
)
def test_a_ready_reason_can_be_added_to(pressed: list[str], reason: str) -> None:
    app, _ = go("i", *({" ": "space", ",": "comma"}.get(one, one) for one in pressed), "enter")
    assert app.review.session.decision(0).reason == reason


def test_a_ready_reason_says_that_one_may_type_on() -> None:
    assert "Type on to add to the marked one." in go("i", "tab")[1]
    assert "Type on" not in go("i")[1]


def test_a_jump_back_is_told_first() -> None:
    _, text = go(*"nnnnnn", "a")
    assert "Back in line" in text.splitlines()[-2]
    _, text = go("a")
    assert "Back in line" not in text


def test_what_words_are_fitted_to_is_in_sight_in_a_small_window() -> None:
    long = "Ruritania, which borders three lands and two seas of some size, and"
    app, text = go("e", *[{" ": "space", ",": "comma"}.get(one, one) for one in long])
    told = " ".join(text.split())
    after = told.partition("{+Ruritania, which")[2].partition("+}")[2]
    assert after.strip().startswith("jailed")


def test_every_command_can_be_done() -> None:
    assert ACTIONS.keys() == {command.name for command in COMMANDS}


def test_a_thousand_random_keys_leave_session_and_files_whole() -> None:
    known = [key for command in COMMANDS for key in command.keys
             if command.name not in ("editor", "leave", "commands")]
    choices = [*known, *"123456789", "y", "h", "c", "d", "up", "down", "w", "y", "u", "a", "e",
               "x", "backspace", "escape", "escape", "enter"]
    chance = random.Random(20260303)
    desk = desks.desk(files())
    texts = {HERE: RELEASE, Path("other.txt"): OTHER}

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        for _ in range(40):
            send(app, *chance.choices(choices, k=25))
            await pilot.pause()
            stays_whole(app.review.session)
            for text in app.review.texts:
                assert text.path.read_bytes() == text.disk
        await pilot.press(*["escape"] * 5)
        await pilot.pause()

    app = run(script, desk=desk)
    review = app.review
    assert set(texts) == {text.path for text in review.texts}
    wrote = writing.write(review, desk.checker)
    assert wrote.refused == ()
    for file, text in enumerate(wrote.review.texts):
        # decisions that went into a copy leave the file as it was
        assert text.copy or text.path.read_bytes() == new_bytes(wrote.review, file)
    session = wrote.review.session
    while session.past:
        session = actions.undo(session).session
    assert session.decisions == {}
    from dataclasses import replace

    writing.write(replace(wrote.review, session=session), desk.checker)
    for path, text in files().items():
        assert path.read_text() == text


def test_the_summary_on_the_screen_breaks_no_word_and_fits() -> None:
    words = [f"paragraph-{number}" for number in range(30)]
    shown = list(overview.folded([f"  left open: {' '.join(words)}"], 40))
    assert max(map(len, shown)) <= 40
    assert " ".join(shown).split()[2:] == words


@pytest.mark.parametrize(
    ("pressed", "said"),
    [("e", "Words beside: Esc, then E."), ("n n e", "Words beside: Esc, then E.")],
)
def test_the_line_says_how_words_beside_are_reached(pressed: str, said: str) -> None:
    assert said in go(*pressed.split())[1]


def test_the_line_says_where_a_wording_reaches_further() -> None:
    text = "Ruritania jailed a poet. The Ruritania jailed folk.\n"
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        item = app.review.session.items[0]
        wide = replace(item.choices[0], edits=(
            replace(item.choices[0].edits[0], end=item.end + len(" jailed")),
        ))
        items = {**app.review.session.items, 0: replace(item, choices=(item.choices[0], wide))}
        app.desk.review = replace(
            app.review, session=replace(app.review.session, items=items)
        )
        await pilot.press("e")
        await pilot.pause()
        shown.append("\n".join(screen(app)))
        await pilot.press("escape", "right", "e")
        await pilot.pause()
        shown.append("\n".join(screen(app)))

    run(script, desk=desks.desk({HERE: text}))
    assert "Words beside: Esc, Right, e." in shown[0]
    assert "Words beside: Esc, then E." in shown[1]
