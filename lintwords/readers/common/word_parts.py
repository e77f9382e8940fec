"""Markup inside a word: what belongs to the word ("Ch`in`a"), and what it is read without."""

from __future__ import annotations

import re
from functools import lru_cache

from lintwords import later
from lintwords.model import Span

_CODE = later.pattern(
    r"(?:[`+]{1,3}|<[^<>]{1,200}>)([^\W\d_]{1,20})(?:[`+]{1,3}|</[^<>]{1,20}>)"
)
_LONGEST = 250
_LONGEST_INSIDE = 400  # characters of an element that a word goes on behind
_BEFORE = later.pattern(r"[^\W\d_]\s?\Z")
_AFTER = later.pattern(r"\s{0,2}[a-zß-öø-ÿ]")


def part_of_word(source: str, start: int, end: int) -> Span | None:
    """Where the letters stand of the code source[start:end]; None if it is no part of a word."""
    beside = source[max(start - 1, 0) : start], source[end : end + 1]
    if end - start > _LONGEST or not any(map(str.isalpha, beside)):
        return None
    found = _CODE.fullmatch(source, start, end)
    return Span(*found.span(1)) if found else None


def is_in_sentence(text: str, name: str, start: int, end: int) -> bool:
    """Whether a word or sentence goes on behind the element whose tag is text[start:end]."""
    if _BEFORE.search(text, max(start - 2, 0), start) is None:
        return False
    closing = _end_of(name).search(text, end, end + _LONGEST_INSIDE)
    if closing is None:
        return False
    is_in_word = text[start - 1].isalpha() and text[closing.end() : closing.end() + 1].isalpha()
    return is_in_word or _AFTER.match(text, closing.end()) is not None


@lru_cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)
