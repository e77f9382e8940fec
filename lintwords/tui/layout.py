"""A page in rows of a window: wraps between words, counted in cells of a terminal."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import get_character_cell_size

from lintwords.reports.cells import visible
from lintwords.tui.page import Page


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
        for number, (line, breaks) in enumerate(zip(page.lines, self._breaks, strict=True)):
            if len(breaks) == 1:
                self.rows.append(Row(line.start, line.end, number))
                continue
            ends = [line.start + at for at in breaks[1:]]
            for at, end in zip(breaks, [*ends, line.end], strict=True):
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


def size(char: str) -> int:
    """Cells of one character as it is shown: a control character is shown as a token."""
    return 1 if " " <= char <= "~" else _size(char)


def _size(char: str) -> int:
    shown = visible(char, tab=" ")
    return len(shown) if len(shown) > 1 else get_character_cell_size(shown)


def breaks(text: str, width: int) -> tuple[int, ...]:
    """Where the rows of a line begin: behind the last space that fits, else inside a word."""
    if text.isascii() and text.isprintable():
        return (0,) if len(text) <= width else tuple(_plain_breaks(text, width))
    return tuple(_wide_breaks(text, width))


def _plain_breaks(text: str, width: int) -> Iterator[int]:
    """Breaks where each character takes one cell."""
    at = 0
    while True:
        yield at
        if len(text) - at <= width:
            return
        space = text.rfind(" ", at, at + width + 1)
        at = _past(text, space) if space > at else at + width
        if at >= len(text):
            return


def _past(text: str, space: int) -> int:
    """The first character behind a run of spaces: no row begins with one."""
    rest = text[space:]
    return space + len(rest) - len(rest.lstrip(" "))


def _wide_breaks(text: str, width: int) -> Iterator[int]:
    start = border = used = 0  # of the row; the last place a row may end; cells so far
    yield start
    for at, char in enumerate(text):
        cells = size(char)
        if used and used + cells > width and char != " ":
            if border > start:
                start = border
                yield start
                used = sum(map(size, text[start:at]))
            if used and used + cells > width:  # the word alone is too long, too
                start = at
                yield start
                used = 0
        used += cells
        if char == " ":
            border = at + 1
