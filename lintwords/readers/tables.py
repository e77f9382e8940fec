"""Tables drawn with characters: where the text of each cell stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DRAWN = re.compile(r"=+")


def columns(border: str) -> list[tuple[int, int | None]]:
    """The columns under a border of `=` signs, in characters; the last has no end."""
    spans: list[tuple[int, int | None]] = [match.span() for match in _DRAWN.finditer(border)]
    return [*spans[:-1], (spans[-1][0], None)] if spans else []


def grid_rows(source: str, rows: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The cells of a grid table, row by row; each is the stretches of source it stands on.

    `rows` are its lines, borders (`+---+`) included, each from the table's first column on.
    """
    cells: list[list[tuple[int, int]]] = []
    open_: dict[int, list[tuple[int, int]]] = {}
    for start, end in rows:
        text = source[start:end]
        if text[:1] == "+":
            cells += open_.values()
            open_ = {}
            continue
        bars = [at for at, char in enumerate(text) if char == "|"]
        for left, right in zip(bars, bars[1:], strict=False):
            low, high = _stripped(source, start + left + 1, start + right)
            if low < high:
                open_.setdefault(left, []).append((low, high))
    return [*cells, *open_.values()]


def _stripped(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())
