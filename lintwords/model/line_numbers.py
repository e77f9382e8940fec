"""From offsets to the numbers of lines and columns, for findings only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from lintwords import later
from lintwords.model import Part, Piece, Place

_LINE_END = later.pattern(r"\r\n|\n|\r")


def _line_starts(text: str) -> Iterable[int]:
    if "\r" in text:
        return (0, *(match.end() for match in _LINE_END.finditer(text)))
    lines = text.split("\n")[:-1]
    return accumulate(map(len, lines), lambda end, length: end + length + 1, initial=0)


class Lines:
    """Line starts of one part, found when first asked for."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._starts: list[int] | None = None

    def place(self, piece: Piece) -> Place:
        """Lines and columns of a piece, in code points from 1; the line is 0 in a paragraph."""
        if self._part.place:
            return Place(
                piece.part, piece.start, piece.end, 0, piece.start + 1, 0, piece.end + 1,
                self._part.place_at(piece.start),
            )
        if self._starts is None:
            self._starts = list(_line_starts(self._part.text))
        line, column = self._at(piece.start)
        end_line, end_column = self._at(piece.end)
        return Place(
            piece.part, piece.start, piece.end, line, column, end_line, end_column, f"line {line}"
        )

    def _at(self, offset: int) -> tuple[int, int]:
        assert self._starts is not None
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
