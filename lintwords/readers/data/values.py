"""Values of a data file, and what is none."""

from __future__ import annotations

# what is no value: a key is there, or a name in the head of a table; a cell stands under no name,
# in the row that is named
KEY, HEAD, BEYOND = "key", "head", "beyond"
OTHERWISE = "otherwise"  # a value whose words stand in another form than text

Value = tuple[tuple[str, ...], int, int, str]  # path, stretch of source, how it is written
MOST_KEPT = 400_000  # nodes of YAML, cells of a row
