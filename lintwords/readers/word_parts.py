"""A part of a word that is set as code ("Ch`in`a"): it is read with the letters beside it."""

from __future__ import annotations

from lintwords import later
from lintwords.model import Span

_CODE = later.pattern(
    r"(?:[`+]{1,3}|<[^<>]{1,200}>)([^\W\d_]{1,20})(?:[`+]{1,3}|</[^<>]{1,20}>)"
)
_LONGEST = 250


def part_of_word(source: str, start: int, end: int) -> Span | None:
    """Where the letters stand of the code source[start:end]; None if it is no part of a word."""
    beside = source[max(start - 1, 0) : start], source[end : end + 1]
    if end - start > _LONGEST or not any(map(str.isalpha, beside)):
        return None
    found = _CODE.fullmatch(source, start, end)
    return Span(*found.span(1)) if found else None
