"""Between offsets in code points, as inside, and the lines and units that an editor counts in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType

_LINE_END = re.compile(r"\r\n|\n|\r")
MARK = "\ufeff"  # a byte-order mark is no part of a text inside, but may be one of a buffer


def _utf8(sign: str) -> int:
    return len(sign.encode("utf-8", "surrogatepass"))


def _utf16(sign: str) -> int:
    return 1 + (sign > "\uffff")


def _utf32(_: str) -> int:
    return 1


# name of a position encoding → how many units one sign takes
UNITS: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {"utf-8": _utf8, "utf-16": _utf16, "utf-32": _utf32}
)


class Positions:
    """The lines of one text; lines and units count from 0."""

    def __init__(self, text: str, unit: str = "utf-16") -> None:
        self._text = text
        self._shift = int(text.startswith(MARK))
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._units = UNITS[unit]
        self._is_plain = unit == "utf-32" or text.isascii()

    def at(self, offset: int) -> tuple[int, int]:
        offset = min(offset + self._shift, len(self._text))
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return line, len(before) if self._is_plain else sum(map(self._units, before))

    def offset(self, line: int, unit: int) -> int:
        """The offset of a line and unit; what lies beyond a line or the text is its end."""
        if line >= len(self._starts):
            return len(self._text) - self._shift
        place = self._starts[line]
        end = _LINE_END.search(self._text, place)
        stop = end.start() if end else len(self._text)
        if self._is_plain:
            place = min(place + unit, stop)
        else:
            while place < stop and (unit := unit - self._units(self._text[place])) >= 0:
                place += 1
        return max(place - self._shift, 0)

    @property
    def first_line(self) -> tuple[int, int]:
        """The unit at which the first line begins, and that at which it ends."""
        end = _LINE_END.search(self._text)
        stop = end.start() if end else len(self._text)
        return 0, self.at(max(stop - self._shift, 0))[1]
