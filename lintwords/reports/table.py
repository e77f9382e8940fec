"""Plain tables: columns by cells, two spaces between, no lines drawn."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.reports.cells import cells, pad, visible, wrap

_BELOW = "    "  # before what stands below the first columns of a row


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Heads and rows in columns; the last column is as long as it is.

    Where a line would be longer than `width` cells, each row stands on lines of its own: its first
    cell, and below it the others, each with its head.
    """
    told = _in_columns(heads, rows)
    if width is None or all(cells(line) <= width for line in told.splitlines()):
        return told
    lines: list[str] = []
    for first, *others in rows:
        lines.append(visible(first))
        named = zip(heads[1:], others, strict=True)
        below = ", ".join(f"{visible(head)} {visible(cell)}" for head, cell in named if cell)
        lines += (f"{_BELOW}{line}" for line in wrap(below, width - len(_BELOW)))
    return "".join(f"{line}\n" for line in lines)


def _in_columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    whole = [tuple(map(visible, row)) for row in (heads, *rows)]
    widths = [max(cells(row[column]) for row in whole) for column in range(len(heads) - 1)]
    return "".join(
        "  ".join([*map(pad, row[:-1], widths), row[-1]]).rstrip() + "\n" for row in whole
    )
