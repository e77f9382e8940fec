"""Tables drawn with characters: where the text of each cell stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from lintwords.readers.common.columns import without_blanks

_DRAWN = re.compile(r"[=-]+")
_SEPARATOR = re.compile(r"[-=][-= \t]*\Z")
_BORDER = re.compile(r"\+(?:-+|=+)(?=\+)")
WHOLE = re.compile(r"\+(?:[-=]+\+)+\s*\Z")  # a border over all columns
_WIDE = ("W", "F")  # a letter that takes the room of two
_Bounds = list[tuple[int, "int | None"]]


class Cells(NamedTuple):
    """The cells of a table, each by the stretches of source that it stands on.

    Words in the places `tight` push what stands after them in their line.
    """

    cells: list[list[tuple[int, int]]]
    tight: list[tuple[int, int]]


def simple_rows(source: str, rows: Sequence[tuple[int, int]]) -> Cells:
    """The cells of a simple table, row by row.

    `rows` are its lines, borders (`=== ===`) included, each from the table's first column on. A
    line whose first column is empty goes on with the row before; under a row whose cells reach
    over columns stands a line that says so (`-------`).
    """
    found = Cells([], [])
    bounds = _columns(source[slice(*rows[0])])
    row: list[_Row] = []
    for start, end in rows[1:]:
        text = source[start:end]
        is_end = _SEPARATOR.match(text) is not None
        if is_end or text[: bounds[0][1]].strip():
            _add(found, source, row, _columns(text) if is_end and text[0] == "-" else bounds)
            row = []
        if not is_end:
            row.append(_Row(source, start, end))
    _add(found, source, row, bounds)
    return found


def _add(found: Cells, source: str, row: Sequence[_Row], bounds: _Bounds) -> None:
    """Add the cells of one row; a line that is empty in all of them parts what a cell holds."""
    cells: dict[int, list[list[tuple[int, int]]]] = {}  # by the column, each in its parts
    blanks, seen = 0, dict[int, int]()  # empty lines so far; as many before the last of a cell
    for line in row:
        blanks += not line.text.strip()
        for low, high in bounds:
            start, end = line.at(low), line.at(high)
            if start >= len(line.text):
                break  # a border may have far more columns than its rows
            if high is not None:  # else nothing stands after it
                found.tight.append((line.start + start, line.start + end))
            first, last = without_blanks(source, line.start + start, line.start + end)
            if first < last:
                if low not in cells or seen[low] < blanks:
                    cells.setdefault(low, []).append([])
                cells[low][-1].append((first, last))
                seen[low] = blanks
    for _, parts in sorted(cells.items()):
        found.cells.extend(parts)


def _columns(border: str) -> _Bounds:
    """The columns under a border, in characters, each up to the next; the last has no end.

    What is written over the gap between two is lost to neither.
    """
    starts = [match.start() for match in _DRAWN.finditer(border)]
    return list(zip(starts, [*starts[1:], None], strict=True))


def grid_rows(source: str, rows: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The cells of a grid table, row by row; each is the stretches of source it stands on.

    `rows` are its lines, borders (`+---+`) included, each from the table's first column on. A
    border may end beside a cell that goes on, so each line is cut where the columns are.
    """
    lines = [_Row(source, *row) for row in rows]
    columns = sorted({line.columns[at] for line in lines for at in line.corners})
    known = frozenset(columns)
    cells: list[list[tuple[int, int]]] = []
    open_: dict[int, list[tuple[int, int]]] = {}  # by the column on the left
    for line in lines:
        if WHOLE.match(line.text):
            cells += [open_[column] for column in sorted(open_)]
            open_ = {}
            continue
        cuts = line.cuts(known)
        for left, right in zip(cuts, cuts[1:], strict=False):
            column = line.columns[left]
            inside = line.text[left + 1 : right]
            is_border = line.text[left] == line.text[right] == "+" and inside[:1] in ("-", "=")
            if is_border and not inside.strip(inside[0]):
                low = bisect_left(columns, column)
                for one in columns[low : bisect_left(columns, line.columns[right])]:
                    cells += [open_.pop(one)] if one in open_ else []
                continue
            low, high = without_blanks(source, line.start + left + 1, line.start + right)
            if low < high:
                open_.setdefault(column, []).append((low, high))
    return [*cells, *(open_[column] for column in sorted(open_))]


class _Row:
    """A line of a table."""

    __slots__ = ("columns", "start", "text")

    def __init__(self, source: str, start: int, end: int) -> None:
        self.start = start
        self.text = source[start:end]
        self.columns: Sequence[int] = range(end - start)  # in which each sign stands
        if not self.text.isascii():
            self.columns, column = [], 0
            for sign in self.text:
                self.columns.append(column)
                column += 2 if unicodedata.east_asian_width(sign) in _WIDE else 1

    def at(self, column: int | None) -> int:
        """Where a column begins in the line, or would; None stands for the end of the line."""
        if column is None:
            return len(self.text)
        return bisect_left(self.columns, column)

    @property
    def corners(self) -> list[int]:
        """Where the pieces of borders in the line begin and end."""
        borders = _BORDER.finditer(self.text)
        return [at for border in borders for at in (border.start(), border.end())]

    def cuts(self, columns: frozenset[int]) -> list[int]:
        """Where the cells of the line begin and end."""
        marks = [at for at, sign in enumerate(self.text) if sign in "|+"]
        found = [at for at in marks if self.columns[at] in columns]
        # lines that are drawn askew: each bar is one
        return found if len(found) > 1 else [at for at in marks if self.text[at] == "|"]
