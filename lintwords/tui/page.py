"""A file as the review shows it: its lines, where findings stand in them, and its rows in a window.

Rows wrap between words, counted in cells of a terminal. A page is made of blocks, so that a
decision in a long text makes one of them anew and leaves the others.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from lintwords.model import Edit, Part
from lintwords.tui.changed_text import Woven
from lintwords.tui.finding import Decision
from lintwords.tui.lines import Signs, breaks, size
from lintwords.values import dataclass, field, replace

_LINE_END = re.compile(r"\r\n|\r|\n")
_PLACE = re.compile(r"(?:text )?(\w+) (\d+)")
_ROW = re.compile(r"table \d+, row (\d+)")  # the cells of a row share a label
_BRACKETS = {"current": ("[", "]"), "decided": ("{", "}"), "open": ("(", ")")}


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


class Row(NamedTuple):
    """One row: page.text[start:end] of the line with this number, from 0."""

    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Block:
    """Some lines of a page, and the marks in them, in order; places count from its beginning."""

    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    label_before: str  # the last one shown; the same does not stand twice
    label_after: str
    _rows: dict[int, list[Row]] = field(default_factory=dict)

    def rows(self, width: int) -> list[Row]:
        """The rows in a width of cells; those of the last width are kept."""
        found = self._rows.get(width)
        if found is None:
            self._rows.clear()
            found = self._rows[width] = list(_rows(self.text, self.lines, width))
        return found

    def marks_in(self, start: int, end: int) -> Iterator[Mark]:
        # marks of one file are short and barely overlap, so a few before `start` are enough
        low = max(bisect_right(self.marks, start, key=lambda mark: mark.start) - 8, 0)
        for mark in self.marks[low:]:
            if mark.start >= end and mark.start > start:
                break
            if mark.end > start or mark.start == mark.end == start:
                yield mark


def _rows(text: str, lines: Sequence[Line], width: int) -> Iterator[Row]:
    for number, (start, end, _) in enumerate(lines):
        starts = breaks(text[start:end], width)
        if len(starts) == 1:
            yield Row(start, end, number)
            continue
        ends = [start + at for at in starts[1:]]
        for at, last in zip(starts, [*ends, end], strict=True):
            yield Row(start + at, last, number)


class Page:
    """Text in one row of characters, cut into lines; marks are in order of place."""

    def __init__(self, blocks: Sequence[Block] = (), home: Mapping[int, int] | None = None) -> None:
        """`home` gives for a finding the number of the block that it stands in."""
        self.blocks = blocks
        self._home = home or {}
        self.starts = [0, *accumulate(len(block.text) for block in blocks)]
        self.first_lines = [0, *accumulate(len(block.lines) for block in blocks)]

    @cached_property
    def text(self) -> str:
        """All of it; what is shown is asked of its blocks."""
        return "".join(block.text for block in self.blocks)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(map(self.line, range(self.first_lines[-1])))

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(
            _moved(mark, base) for block, base in zip(self.blocks, self.starts, strict=False)
            for mark in block.marks
        )

    @property
    def last_label(self) -> str:
        lines = self.blocks[-1].lines if self.blocks else ()
        return lines[-1].label if lines else ""

    def line(self, number: int) -> Line:
        """The line of a number, from 0."""
        at = _holder(self.first_lines, number)
        line, base = self.blocks[at].lines[number - self.first_lines[at]], self.starts[at]
        return Line(base + line.start, base + line.end, line.label)

    def line_at(self, offset: int) -> int:
        """The number of the line, from 0, that holds `offset`."""
        if not self.blocks:
            return 0
        at = _holder(self.starts, offset)
        inside = offset - self.starts[at]
        found = bisect_right(self.blocks[at].lines, inside, key=lambda line: line.start) - 1
        return max(self.first_lines[at] + found, 0)

    def words(self, start: int, end: int) -> str:
        """text[start:end], of what stands in one block or in several."""
        first = _holder(self.starts, start) if self.blocks else 0
        pieces = []
        for block, base in zip(self.blocks[first:], self.starts[first:], strict=False):
            if base >= end:
                break
            pieces.append(block.text[max(start - base, 0) : end - base])
        return "".join(pieces)

    def marks_in(self, start: int, end: int) -> list[Mark]:
        found: list[Mark] = []
        first = max(_holder(self.starts, start) - 1, 0) if self.blocks else 0
        for block, base in zip(self.blocks[first:], self.starts[first:], strict=False):
            if base > max(end, start):
                break
            found += (_moved(mark, base) for mark in block.marks_in(start - base, end - base))
        return found

    def of(self, item: int) -> list[Mark]:
        """The marks of a finding."""
        at = self._home.get(item, -1)
        if not 0 <= at < len(self.blocks):
            return []
        return [_moved(mark, self.starts[at]) for mark in self.blocks[at].marks
                if mark.item == item]


def _holder(starts: Sequence[int], at: int) -> int:
    """The number of the block that holds a place; `starts` end with where the last one ends."""
    return max(min(bisect_right(starts, at), len(starts) - 1) - 1, 0)


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.start + by, mark.end + by, mark.item) if by else mark


# -- a block from its stretch of the source -----------------------------------------------------


class Stretch(NamedTuple):
    """Whole lines of a part, from which some of a page is made."""

    part: Part
    start: int
    end: int
    number: int  # lines before it
    is_last: bool  # of the part


class Marked(NamedTuple):
    """A finding that is to be marked, and the decision on it."""

    id: int
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]  # of the source; none for what a decision has brought
    decision: Decision
    bracket: str  # which brackets stand round it


def block_of(
    stretches: Sequence[Stretch], edits: Mapping[int, Sequence[Edit]],
    found: Mapping[int, Sequence[Marked]], shown: str, signs: Signs,
) -> Block:
    """The block of some stretches; `edits` and `found` are by part, `shown` is the label before."""
    texts: list[str] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    base, before = 0, shown
    for stretch in stretches:
        part, low = stretch.part, stretch.start
        source = part.text[low : stretch.end]
        woven = Woven(source, [_back(edit, low) for edit in edits.get(part.index, ())])
        rows = found.get(part.index, ())
        marked = sorted(mark for one in rows for mark in _marks(one, woven, low))
        text, signed = woven.text, list[int]()
        if signs.brackets and marked:
            text, marked, signed = _bracketed(text, marked, {one.id: one.bracket for one in rows})
        marks += [_moved(mark, base) for mark in marked]
        grown = _Grown(source, woven)
        is_alone = stretch.start == 0 and stretch.is_last
        number = stretch.number
        for start, end in _lines(text, is_alone=is_alone):
            number += 1
            plain = start - bisect_left(signed, start)  # without the brackets before it
            label = _label(part, number - grown.before(plain), start or low, signs)
            lines.append(Line(base + start, base + end, label if label != shown else ""))
            shown = label or shown
        texts.append(text)
        base += len(text)
    return Block("".join(texts), tuple(lines), tuple(marks), before, shown)


def _back(edit: Edit, by: int) -> Edit:
    return replace(edit, start=edit.start - by, end=edit.end - by) if by else edit


def _marks(one: Marked, woven: Woven, low: int) -> Iterator[Mark]:
    """The marks of a finding in a stretch of the source that begins at `low`."""
    if one.decision.changes_text:
        for edit in one.decision.edits:
            yield Mark(*woven.new(_back(edit, low)), one.id)
    elif not one.pieces:
        yield Mark(woven.end(one.start - low), woven.start(one.end - low), one.id)
    else:
        for start, end in one.pieces:
            yield Mark(woven.start(start - low), woven.end(end - low), one.id)


def _bracketed(
    text: str, marks: list[Mark], kinds: Mapping[int, str]
) -> tuple[str, list[Mark], list[int]]:
    """The text with brackets round what is marked, the marks with theirs, and where they stand."""
    pieces: list[str] = []
    moved: list[Mark] = []
    signed: list[int] = []
    at = grown = 0
    for mark in marks:
        if mark.start < at:  # inside another mark
            moved.append(Mark(mark.start + grown, mark.end + grown, mark.item))
            continue
        left, right = _BRACKETS[kinds[mark.item]]
        pieces += (text[at : mark.start], left, text[mark.start : mark.end], right)
        moved.append(Mark(mark.start + grown, mark.end + grown + 2, mark.item))
        signed += (mark.start + grown, mark.end + grown + 1)
        grown += 2
        at = mark.end
    return "".join([*pieces, text[at:]]), moved, signed


def _lines(text: str, *, is_alone: bool) -> Iterator[tuple[int, int]]:
    """Where each line stands, without its end; a text that ends with one has no empty last line.

    No text at all is one line, where the stretch is a whole part.
    """
    start = 0
    if "\r" not in text:
        for line in text.split("\n"):
            if start < len(text) or (is_alone and not text):
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


def line_ends(text: str, start: int, end: int) -> int:
    """How many lines end in a stretch of a text."""
    if "\r" in text:
        return len(_LINE_END.findall(text, start, end))
    return text.count("\n", start, end)


def lines_in(text: str, start: int) -> int:
    """How many lines the end of a text has from `start` on, as `_lines` tells them."""
    number = line_ends(text, start, len(text))
    return number + (not text or (start < len(text) and text[-1] not in "\r\n"))


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


class Layout:
    """The rows of a page in a width of cells."""

    def __init__(self, page: Page, width: int) -> None:
        self.page, self.width = page, max(width, 1)
        self._rows = [block.rows(self.width) for block in page.blocks]
        self._firsts = [0, *accumulate(map(len, self._rows))]

    def __len__(self) -> int:
        return self._firsts[-1]

    @property
    def rows(self) -> list[Row]:
        return [self.row(number) for number in range(len(self))]

    def row(self, number: int) -> Row:
        """The row of a number, from 0."""
        at = _holder(self._firsts, number)
        start, end, line = self._rows[at][number - self._firsts[at]]
        base = self.page.starts[at]
        return Row(base + start, base + end, self.page.first_lines[at] + line)

    def row_at(self, offset: int) -> int:
        """The number of the row that holds `offset`."""
        if not self._rows:
            return 0
        at = _holder(self.page.starts, offset)
        inside = offset - self.page.starts[at]
        found = bisect_right(self._rows[at], inside, key=lambda row: row.start) - 1
        return max(self._firsts[at] + found, 0)

    def offset_at(self, row: int, cell: int) -> int:
        """The character in a cell of a row."""
        start, end, _ = self.row(row)
        for offset, char in enumerate(self.page.words(start, end), start):
            cell -= size(char)
            if cell < 0:
                return offset
        return end
