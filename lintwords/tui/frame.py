"""What has room in a window: from its columns and rows to which part stands where, how large."""

from __future__ import annotations

from typing import NamedTuple

DOCUMENT, SIDE = 92, 44  # columns: hard-wrapped text keeps its lines; the least beside it
MIN_WIDTH, MIN_HEIGHT = 40, 10


class Frame(NamedTuple):
    """What stands where. `beside`: the detail stands right of the document, else below it.

    Where there is room for the list, it stands below the detail, right of the document.
    """

    is_whole: bool  # False: the window is too small for any of it
    has_list: bool
    beside: bool
    has_top: bool
    detail_rows: int  # below the document, or above the list; 0: as high as the document
    depth: int  # how much the detail tells: 1 the least, 3 all
    side: int = 0  # columns of what stands beside the document


def frame(width: int, height: int) -> Frame:
    """The frame for a window of `width` columns and `height` rows."""
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        return Frame(False, False, False, False, 0, 0)
    if width >= 135 and height >= 20:
        if width >= 160 and height >= 30:
            side = min(width - DOCUMENT, 80)
            return Frame(True, True, True, True, (height - 3) * 3 // 5, 3, side)
        return Frame(True, False, True, True, 0, 3, SIDE)
    if height < 20 or width < 60:
        has_top = height >= 14
        room = height - 2 - 2 * has_top  # without status, keys, top line and the line between
        return Frame(True, False, False, has_top, max(min(room // 2, 6), 4), 1)
    if height < 26:
        return Frame(True, False, False, True, 10 if height >= 22 else 8, 2)
    return Frame(True, False, False, True, 13 if height < 36 else 16, 3)
