"""Text with decisions made in it: offsets there and back, rows counted in cells, changed lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest import mock

import desks
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lintwords.fixes.offers import wrapped
from lintwords.model import Document, Edit, Part, Piece
from lintwords.tui import actions, changed_text, english, moves
from lintwords.tui.changed_text import Woven
from lintwords.tui.finding import Born, Decision, Item, Reach, State, splice
from lintwords.tui.frame import frame
from lintwords.tui.lines import ASCII, UNICODE, Signs, breaks, size
from lintwords.tui.page import Layout, Page, View
from lintwords.tui.pager import Pager, page_of
from lintwords.tui.session import Session

LETTERS = st.text("ab 广\n\t\r\u202e\u0301é", max_size=60)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits that do not overlap."""
    text = draw(LETTERS)
    points = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(points[::2], points[1::2], strict=False))
    return text, [Edit(0, start, end, draw(st.text("xy\n", max_size=4))) for start, end in pairs]


@settings(deadline=None)
@given(edited())
def test_every_place_outside_edits_is_found_again(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    woven = Woven(text, edits)
    assert woven.text == splice(text, edits)
    for at, char in enumerate(text):
        if not any(edit.start <= at < edit.end for edit in edits):
            assert woven.text[woven.start(at)] == char
            assert woven.end(at + 1) == woven.start(at) + 1
            back = woven.old(woven.start(at), woven.start(at) + 1)
            assert (back.start, back.end, back.edits) == (at, at + 1, ())


@settings(deadline=None)
@given(edited(), st.data())
def test_a_stretch_of_the_new_text_is_taken_back_with_its_edits(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    woven = Woven(text, edits)
    low = data.draw(st.integers(0, len(woven.text)))
    high = data.draw(st.integers(low, len(woven.text)))
    there = woven.old(low, high)
    assert there.new_start <= low and high <= there.new_end
    inside = splice(text, there.edits, there.start, there.end)
    assert inside == woven.text[there.new_start : there.new_end]


@settings(deadline=None)
@given(LETTERS.map(lambda text: text.replace("\n", "").replace("\r", "")), st.integers(2, 12))
def test_rows_hold_the_whole_line_and_fit(text: str, width: int) -> None:
    starts = breaks(text, width)
    rows = [text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True)]
    assert "".join(rows) == text
    assert starts[0] == 0 and list(starts) == sorted(set(starts))
    for row in rows:
        cells = sum(map(size, row.rstrip(" ")))
        assert cells <= width or len(row.rstrip(" ")) == 1 or "\u202e" in row or "\t" in row


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        pytest.param("aaa bbb ccc", 7, ["aaa bbb ", "ccc"], id="between words"),
        pytest.param("aaaaaaa", 3, ["aaa", "aaa", "a"], id="inside a long word"),
        pytest.param("广州 广州 a", 5, ["广州 ", "广州 ", "a"], id="two cells a letter"),
        pytest.param("广州广州", 5, ["广州", "广州"], id="no half letter"),
        pytest.param("a   b", 2, ["a   ", "b"], id="spaces stay behind"),
        pytest.param(" aa广", 3, [" ", "aa", "广"], id="a word that fits nowhere whole"),
        pytest.param("", 5, [""], id="an empty line"),
    ],
)
def test_wraps(text: str, width: int, rows: list[str]) -> None:
    starts = breaks(text, width)
    assert [text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True)] == rows


KEYS = st.lists(st.sampled_from("aesiuUxnpovb."), max_size=14)


@settings(deadline=None, max_examples=60)
@given(keys=KEYS, width=st.integers(8, 30), signs=st.sampled_from([UNICODE, ASCII]))
@example(keys=["n", "a", "i", "e"], width=8, signs=ASCII)  # brackets before grown lines
@example(keys=["n", "s", ".", "a", "p", "s"], width=8, signs=UNICODE)  # freed with another
def test_a_page_made_from_the_last_is_as_a_new_one(keys: str, width: int, signs: Signs) -> None:
    """Blocks of about 20 characters, most of which a finding or a decision crosses."""
    text = "\n".join([desks.TEXT, "Nothing.", "", "The\r\nharbour", desks.TEXT, "slept. " * 9, ""])
    parts = (Part(0, text), Part(1, ""), Part(2, desks.TEXT), Part(3, text))
    document = Document(Path("release.md"), "markdown", parts, ())
    with mock.patch("lintwords.tui.pager.SIZE", 20):
        pager, now, view = Pager(document, 0, signs), Session.of([]), View.MARKS
        pager.page(now, view)
        again = text.index(desks.TEXT, 9)
        now = now.with_items([
            *desks.items(), *(_elsewhere(item, 6, 0, again) for item in desks.items()),
            *(_elsewhere(item, 12, 2, 0) for item in desks.items()),
        ])
        for key in keys:
            now = _pressed(now, key)
            view = view.next if key == "v" else view
            made, fresh = pager.page(now, view), page_of(document, now, 0, view, signs)
            assert (made.text, made.lines, made.marks) == (fresh.text, fresh.lines, fresh.marks)
            assert [made.of(id) for id in now.order] == [fresh.of(id) for id in now.order]
            assert Layout(made, width).rows == Layout(fresh, width).rows
            with mock.patch("lintwords.tui.pager.SIZE", 10**6):
                whole = page_of(document, now, 0, view, signs)
            assert (whole.text, whole.lines, whole.marks) == (made.text, made.lines, made.marks)
            for line in whole.lines:
                assert made.words(line.start, line.end) == whole.text[line.start : line.end]
                assert made.line_at(line.start) == whole.line_at(line.start)
                near = max(line.start - 2, 0), line.end + 2
                assert made.marks_in(*near) == whole.marks_in(*near)


def _elsewhere(item: Item, ids: int, part: int, by: int) -> Item:
    """A finding as it would stand in another place."""
    def moved(edit: Edit) -> Edit:
        return replace(edit, part=part, start=edit.start + by, end=edit.end + by)

    fixes = [replace(fix, edits=tuple(map(moved, fix.edits))) for fix in item.choices]
    pieces = [Piece(part, p.start + by, p.end + by, True) for p in item.finding.pieces]
    return replace(
        item, id=item.id + ids, part=part, start=item.start + by, end=item.end + by,
        choices=tuple(fixes), finding=replace(item.finding, pieces=tuple(pieces)),
    )


def _pressed(now: Session, key: str) -> Session:
    """The session after a key of the review, more or less."""
    item = now.item
    does = {
        "a": lambda: actions.accept(now), "e": lambda: actions.edit(now, "two\nlines"),
        "s": lambda: actions.skip(now), "u": lambda: actions.undo(now),
        "i": lambda: actions.ignore(now, Reach.EVERYWHERE, "why", {
            id: Decision(State.IGNORED, edits=(Edit(now.items[id].part, 0, 0, f"<!-- {id} -->\n"),),
                         comment=True) for id in actions.reached(now, Reach.EVERYWHERE)
        }),
        "U": lambda: actions.redo(now), "x": lambda: actions.reopen(now),
        "n": lambda: moves.step(now, 1), "p": lambda: moves.step(now, -1),
        "o": lambda: moves.next_open(now),
    }
    if key in does:
        return does[key]().session
    if key == "." and item:  # a write brings a finding
        born = replace(desks.items()[2], id=100 + len(now.items), start=item.start, end=item.end,
                       part=item.part, choices=(),
                       born=(Born(item.id, now.decision(item.id).edits),))
        return actions.mark_written(now, [0]).with_items([born])
    if key == "b":
        return actions.mark_written(now, [0])
    return now


def page(text: str, session: Session | None = None) -> Page:
    document = Document(Path("release.md"), "markdown", (Part(0, text),), ())
    return page_of(document, session or Session.of([]), 0, View.MARKS, UNICODE)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a\r\nb\rc\n", ["a", "b", "c"], id="all three ends"),
        pytest.param("a\n\nb", ["a", "", "b"], id="an empty line"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_lines_of_a_page(text: str, lines: list[str]) -> None:
    shown = page(text)
    assert [shown.text[line.start : line.end] for line in shown.lines] == lines
    assert [line.label for line in shown.lines] == [str(n + 1) for n in range(len(lines))]


def test_a_page_marks_what_stands_there_now() -> None:
    session = actions.accept(moves.go(desks.session(), 2), 1).session
    document = Document(Path("release.md"), "markdown", (Part(0, desks.TEXT),), ())
    shown = page_of(document, session, 0, View.MARKS, UNICODE)
    assert [(shown.text[m.start : m.end], m.item) for m in shown.marks] == [
        ("The Ruritania jailed folk", 0), ("Ruritania", 1), ("The court", 2), ("Ruritania", 3),
    ]
    plain = page_of(document, session, 0, View.WILL_BE, UNICODE)
    assert plain.marks == () and "The court jailed two" in plain.text
    assert page_of(document, session, 0, View.AS_IS, UNICODE).text == desks.TEXT
    ascii = page_of(document, session, 0, View.MARKS, ASCII)
    assert "{The court} jailed two" in ascii.text
    assert "[Ruritania] jailed me" in ascii.text  # the next open one


def test_line_numbers_stay_those_of_the_text_that_was_read() -> None:
    text = "one two\nthree\nRuritania jailed a poet.\n"
    item = desks.finding("two\nthree", text=text, texts=("two three four",))
    other = desks.finding("Ruritania", text=text)
    session = Session.of([desks.item_of(0, 0, item), desks.item_of(1, 0, other)])
    shown = page(text, actions.accept(session).session)
    assert [line.label for line in shown.lines] == ["1", "3"]


def test_the_cells_of_a_row_share_a_label() -> None:
    cells = [(1, 1), (1, 2), (2, 1), (2, 2)]
    places = [f"table 1, row {row}, column {column}" for row, column in cells]
    places += ["paragraph 2", "text box 1", *(f"text, paragraph {n}" for n in (1, 2, 3))]
    parts = tuple(Part(n, "a", place) for n, place in enumerate(places))
    shown = page_of(
        Document(Path("a.docx"), "docx", parts, ()), Session.of([]), 0, View.MARKS, UNICODE
    )
    assert [line.label for line in shown.lines] == ["T1.1", "", "T1.2", "", "¶2", "B1", "T", "", ""]


def test_a_paragraph_of_a_word_file_has_its_own_label() -> None:
    parts = (Part(0, "First."), Part(1, ""), Part(2, "Third.\nMore."))
    named = tuple(
        Part(part.index, part.text, f"paragraph {4 + part.index} (“A heading”)") for part in parts
    )
    document = Document(Path("a.docx"), "docx", named, ())
    shown = page_of(document, Session.of([]), 0, View.MARKS, UNICODE)
    texts = [(line.label, shown.text[line.start : line.end]) for line in shown.lines]
    assert texts == [("¶4", "First."), ("¶5", ""), ("¶6", "Third."), ("", "More.")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("the\nold harbour", "a new harbour", "a\nnew harbour", id="as many words"),
        pytest.param("the old\r\nharbour", "quay", "quay", id="one word has no room for it"),
        pytest.param("the\n> old harbour", "a quay", "a\n> quay", id="with the quote's marker"),
        pytest.param("old harbour", "new harbour", "new harbour", id="no wrap"),
        pytest.param("a\nb\nc", "d e f", "d e f", id="two wraps are not guessed at"),
    ],
)
def test_a_wording_keeps_the_wrap(old: str, new: str, expected: str) -> None:
    assert wrapped(old, new) == expected


def test_what_changes_shows_other_decisions_in_the_line() -> None:
    document = Document(Path("release.md"), "markdown", (Part(0, desks.TEXT),), ())
    session = moves.go(actions.accept(moves.go(desks.session(), 2), 0).session, 1)
    change = changed_text.changed(
        session, document, session.items[1], changed_text.edits_for(session), 120, UNICODE
    )
    assert change is not None
    assert "The [-Ruritania-] jailed folk. The police jailed two. “Ruritania" in change.before
    assert "The {+the police+} jailed folk. The police jailed two." in change.after


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        pytest.param(160, 45, (True, True, True, True, 25, 3, 68), id="list, text, detail"),
        pytest.param(159, 45, (True, False, True, True, 0, 3, 44), id="text, detail"),
        pytest.param(134, 40, (True, False, False, True, 16, 3, 0), id="detail below"),
        pytest.param(100, 30, (True, False, False, True, 13, 3, 0), id="at 30 rows"),
        pytest.param(80, 24, (True, False, False, True, 10, 2, 0), id="at 24 rows"),
        pytest.param(60, 20, (True, False, False, True, 8, 2, 0), id="at 20 rows"),
        pytest.param(59, 30, (True, False, False, True, 6, 1, 0), id="narrow"),
        pytest.param(40, 10, (True, False, False, False, 4, 1, 0), id="the least"),
        pytest.param(39, 10, (False, False, False, False, 0, 0, 0), id="too narrow"),
        pytest.param(40, 9, (False, False, False, False, 0, 0, 0), id="too low"),
    ],
)
def test_what_a_window_has_room_for(
    width: int, height: int, expected: tuple[bool, bool, bool, bool, int, int, int]
) -> None:
    assert frame(width, height) == expected


BLAME = ("you wrote", "your bias", "wrong", "bad ", "oops", "please", "sorry", "great", "!")


def test_messages_speak_of_words_and_never_of_the_writer() -> None:
    for key, entry in english.EN.items():
        for text in (entry,) if isinstance(entry, str) else entry:
            assert not any(word in text.lower() for word in BLAME), key
            assert text == text.strip() or text.endswith(": "), key
            assert all(len(line) <= 240 for line in text.split("\n")), key
