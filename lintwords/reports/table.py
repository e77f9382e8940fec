"""Plain tables: columns by cells, two spaces between, no lines drawn."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.reports.cells import cells, pad, visible


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Heads and rows in columns; the last column is as long as it is."""
    whole = [tuple(map(visible, row)) for row in (heads, *rows)]
    widths = [max(cells(row[column]) for row in whole) for column in range(len(heads) - 1)]
    return "".join(
        "  ".join([*map(pad, row[:-1], widths), row[-1]]).rstrip() + "\n" for row in whole
    )
