"""Running heads and feet of a PDF page that are drawn before its text, or after it.

From such a line the next one is a step up the page, as it is from column to column.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.readers.pdf.pages import Line

_FAR = 5  # times the usual distance of lines: no line of the text is so far from the next
_MOST = 4  # lines of a head or a foot


def beside_text(lines: Sequence[Line], usual: float) -> frozenset[int]:
    """Which lines of a page, in the order drawn, begin another text for such a head or foot.

    `usual` is the distance of lines in points.
    """
    heights = [line.bottom for line in lines]
    depths = [-height for height in reversed(heights)]  # a head, seen from the other end, is a foot
    low, high = _lowest(heights), _lowest(depths)
    return frozenset(
        at for at in range(1, len(lines)) if heights[at] > heights[at - 1]
        if _is_foot(heights, at, low, usual) or _is_foot(depths, len(lines) - at, high, usual)
    )


def _lowest(heights: Sequence[float]) -> list[int]:
    """The lowest lines: one more than a foot may have."""
    return sorted(range(len(heights)), key=heights.__getitem__)[: _MOST + 1]


def _is_foot(heights: Sequence[float], end: int, low: Sequence[int], usual: float) -> bool:
    """Whether the lines before `end` stand below all others, and are drawn out of their order."""
    start = end - 1
    while start and 0 <= heights[start - 1] - heights[start] <= _FAR * usual:
        start -= 1
    size = end - start
    if size >= len(low) or set(low[:size]) != set(range(start, end)):
        return False
    return heights[low[size]] - heights[low[size - 1]] > usual / 2
