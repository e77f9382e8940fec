"""Which parts a window of a size has room for (UX 4.1)."""

from __future__ import annotations

from typing import NamedTuple

LIST, DETAIL = 24, 43  # columns
MIN_WIDTH, MIN_HEIGHT = 40, 10


class Frame(NamedTuple):
    """What stands where. `beside`: the detail stands right of the document, else below it."""

    is_whole: bool  # False: the window is too small for any of it
    has_list: bool
    beside: bool
    has_top: bool
    detail_rows: int  # below the document; 0 beside it
    depth: int  # how much the detail tells: 1 the least, 3 all


def frame(width: int, height: int) -> Frame:
    """The frame for a window of `width` columns and `height` rows."""
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        return Frame(False, False, False, False, 0, 0)
    if width >= 135 and height >= 20:
        return Frame(True, width >= 160, True, True, 0, 3)
    if height < 20 or width < 60:
        has_top = height >= 14
        room = height - 2 - 2 * has_top  # without status, keys, top line and the line between
        return Frame(True, False, False, has_top, max(min(room // 2, 6), 4), 1)
    if height < 26:
        return Frame(True, False, False, True, 10 if height >= 22 else 8, 2)
    return Frame(True, False, False, True, 13 if height < 36 else 16, 3)
