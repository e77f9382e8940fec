"""Lines of styled pieces: what every part of the screen but the document is made of.

A role says what a piece is, and a theme how that looks; an action says what a click on it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintwords.reports.cells import cells, cut, one_line, wrap

PLAIN, BOLD, DIM, KEY, HEAD = "plain", "bold", "dim", "key", "head"
ERROR, WARNING, SUGGESTION = "error", "warning", "suggestion"
ADDED, REMOVED, CHOSEN = "added", "removed", "chosen"


class Piece(NamedTuple):
    """A stretch of a line; its text is visible already."""

    text: str
    role: str = PLAIN
    action: str = ""


Line = tuple[Piece, ...]
BLANK: Line = ()


def line(*pieces: Piece | str) -> Line:
    """A line of pieces; a text is a plain one."""
    return tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces)


def text_of(row: Line) -> str:
    """The line as plain text."""
    return "".join(piece.text for piece in row)


def width_of(row: Line) -> int:
    return sum(cells(piece.text) for piece in row)


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Line:
    """`left`, and `right` at the end of the line if there is room for both."""
    gap = width - width_of(tuple(left)) - width_of(tuple(right))
    if gap < 1:
        return tuple(left)
    return (*left, Piece(" " * gap), *right)


def paragraph(
    text: str, width: int, *, role: str = PLAIN, lead: str = "", most: int = 0, more: str = "…",
    action: str = "",
) -> Iterator[Line]:
    """`text` wrapped; each line begins with `lead`, `most` lines at the most (0: all of them)."""
    room = max(width - cells(lead), 1)
    rows = wrap(one_line(text), room)
    if most and len(rows) > most:
        rows = [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), room, more)]
    for row in rows:
        yield line(lead, Piece(row, role, action))


def labelled(label: str, rows: Sequence[Line], width: int) -> Iterator[Line]:
    """Lines with a label before the first."""
    for index, row in enumerate(rows):
        head = label if index == 0 else ""
        yield (Piece(f"{head:<{width}}", HEAD), *row)
