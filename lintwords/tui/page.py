"""A file as the review shows it: its lines, where findings stand in them, and its rows in a window.

Rows wrap between words, counted in cells of a terminal.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lintwords.model import Document, Part
from lintwords.tui.changes import Woven, edits_in, edits_on_disk
from lintwords.tui.finding import State
from lintwords.tui.lines import Signs, breaks, size
from lintwords.tui.session import Session

_LINE_END = re.compile(r"\r\n|\r|\n")
_PLACE = re.compile(r"(?:text )?(\w+) (\d+)")
_ROW = re.compile(r"table \d+, row (\d+)")  # the cells of a row share a label
_BRACKETS = {"current": ("[", "]"), "decided": ("{", "}"), "open": ("(", ")")}
_HIDDEN = (State.COVERED, State.LOST)


class View(enum.Enum):
    """Which text is shown: with marks, as it will be, or as it is in the file."""

    MARKS = "marks"
    WILL_BE = "will be"
    AS_IS = "as is"

    @property
    def next(self) -> View:
        order = list(View)
        return order[(order.index(self) + 1) % len(order)]


class Line(NamedTuple):
    """One line of a page: page.text[start:end]; the label stands in the margin."""

    start: int
    end: int
    label: str


class Mark(NamedTuple):
    """A stretch of a page that belongs to a finding."""

    start: int
    end: int
    item: int


@dataclass(frozen=True, slots=True)
class Page:
    """Text in one row of characters, cut into lines; marks are in order of place."""

    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]

    def line_at(self, offset: int) -> int:
        """The number of the line, from 0, that holds `offset`."""
        return max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)

    def marks_in(self, start: int, end: int) -> list[Mark]:
        """The marks that touch start:end."""
        # marks of one file are short and barely overlap, so a few before `start` are enough
        low = max(bisect_right(self.marks, start, key=lambda mark: mark.start) - 8, 0)
        found = []
        for mark in self.marks[low:]:
            if mark.start >= end and mark.start > start:
                break
            if mark.end > start or mark.start == mark.end == start:
                found.append(mark)
        return found

    def of(self, item: int) -> list[Mark]:
        return [mark for mark in self.marks if mark.item == item]


def page_of(document: Document, session: Session, file: int, view: View, signs: Signs) -> Page:
    """The page of a file under the decisions of `session`; only `View.MARKS` has marks."""
    edits = edits_on_disk(session, file) if view is View.AS_IS else edits_in(session, file)
    ids: dict[int, list[int]] = {}
    if view is View.MARKS:
        for id in session.alive:
            if session.items[id].file == file and session.decision(id).state not in _HIDDEN:
                ids.setdefault(session.items[id].part, []).append(id)
    texts: list[str] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    base, number, shown = 0, 0, ""
    for part in document.parts:
        woven = Woven(part.text, edits.get(part.index, ()))
        found = sorted(_marks(session, woven, ids.get(part.index, ())))
        text = woven.text
        if signs.brackets and found:
            text, found = _bracketed(text, found, session)
        marks += found if not base else [
            Mark(base + m.start, base + m.end, m.item) for m in found
        ]  # fmt: skip
        grown = _Grown(part.text, woven)
        for start, end in _lines(text):
            number += 1
            label = _label(part, number - grown.before(start), start, signs)
            lines.append(Line(base + start, base + end, label if label != shown else ""))
            shown = label or shown
        texts.append(text)
        base += len(text)
    return Page("".join(texts), tuple(lines), tuple(marks))


def _marks(session: Session, woven: Woven, ids: list[int] | tuple[()]) -> Iterator[Mark]:
    for id in ids:
        item, decision = session.items[id], session.decision(id)
        if decision.changes_text:
            for edit in decision.edits:
                yield Mark(*woven.new(edit), id)
        elif item.born:
            yield Mark(woven.end(item.start), woven.start(item.end), id)
        else:
            for piece in item.finding.pieces or (item,):
                yield Mark(woven.start(piece.start), woven.end(piece.end), id)


def _bracketed(text: str, marks: list[Mark], session: Session) -> tuple[str, list[Mark]]:
    """The text with brackets round what is marked, and the marks with their brackets."""
    pieces: list[str] = []
    moved: list[Mark] = []
    at = grown = 0
    for mark in marks:
        if mark.start < at:  # inside another mark
            moved.append(Mark(mark.start + grown, mark.end + grown, mark.item))
            continue
        left, right = _BRACKETS[_kind(session, mark.item)]
        pieces += (text[at : mark.start], left, text[mark.start : mark.end], right)
        moved.append(Mark(mark.start + grown, mark.end + grown + 2, mark.item))
        grown += 2
        at = mark.end
    return "".join([*pieces, text[at:]]), moved


def _kind(session: Session, id: int) -> str:
    if id == session.current:
        return "current"
    return "decided" if session.decision(id).changes_text else "open"


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line stands, without its end; a text that ends with one has no empty last line."""
    start = 0
    if "\r" not in text:
        for line in text.split("\n"):
            if start < len(text) or not text:
                yield start, start + len(line)
            start += len(line) + 1
        return
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


class _Grown:
    """By how many lines the text has grown: numbers stay those of the text as it was read."""

    def __init__(self, text: str, woven: Woven) -> None:
        self._ends: list[int] = []
        self._lines: list[int] = [0]
        for edit in woven.edits:
            more = len(_LINE_END.findall(edit.text)) - len(
                _LINE_END.findall(text, edit.start, edit.end)
            )
            if more:
                self._ends.append(woven.new(edit)[1])
                self._lines.append(self._lines[-1] + more)

    def before(self, offset: int) -> int:
        return self._lines[bisect_right(self._ends, offset)] if self._ends else 0


def _label(part: Part, number: int, start: int, signs: Signs) -> str:
    if not part.place:
        return str(number)
    if start:
        return ""
    row = _ROW.match(part.place)
    return f"{place_label(part.place, signs)}{f'.{row[1]}' if row else ''}"


def place_label(place: str, signs: Signs) -> str:
    """A short name for a place without lines: `¶4`, `T1` for a table, `B1` for a text box."""
    found = _PLACE.match(place)
    if found is None:
        return place[:1].upper()
    sign = signs.paragraph if found[1] == "paragraph" else found[1][:1].upper()
    return f"{sign}{found[2]}"


# -- rows in a window ---------------------------------------------------------------------------


class Row(NamedTuple):
    """One row: page.text[start:end] of the line with this number, from 0."""

    start: int
    end: int
    line: int


class Layout:
    """The rows of a page in a width of cells."""

    def __init__(self, page: Page, width: int, before: Layout | None = None) -> None:
        """`before` is a layout of nearly the same page: what is equal is not wrapped again."""
        self.page, self.width = page, max(width, 1)
        text = page.text
        self._texts = [text[start:end] for start, end, _ in page.lines]
        self._breaks = self._wrapped(before if before and before.width == self.width else None)
        self.rows: list[Row] = []
        for number, (line, starts) in enumerate(zip(page.lines, self._breaks, strict=True)):
            if len(starts) == 1:
                self.rows.append(Row(line.start, line.end, number))
                continue
            ends = [line.start + at for at in starts[1:]]
            for at, end in zip(starts, [*ends, line.end], strict=True):
                self.rows.append(Row(line.start + at, end, number))

    def _wrapped(self, before: Layout | None) -> list[tuple[int, ...]]:
        width, texts = self.width, self._texts
        if before is None:
            return [breaks(text, width) for text in texts]
        old = before._texts
        shared = min(len(old), len(texts))
        head = next((n for n in range(shared) if old[n] != texts[n]), shared)
        most = shared - head
        tail = next((n for n in range(most) if old[-1 - n] != texts[-1 - n]), most)
        middle = [breaks(text, width) for text in texts[head : len(texts) - tail]]
        kept = before._breaks
        return [*kept[:head], *middle, *(kept[len(kept) - tail :] if tail else ())]

    def row_at(self, offset: int) -> int:
        """The number of the row that holds `offset`."""
        return max(bisect_right(self.rows, offset, key=lambda row: row.start) - 1, 0)

    def offset_at(self, row: int, cell: int) -> int:
        """The character in a cell of a row."""
        start, end, _ = self.rows[row]
        for offset in range(start, end):
            cell -= size(self.page.text[offset])
            if cell < 0:
                return offset
        return end
