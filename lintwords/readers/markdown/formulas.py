"""Formulas in Markdown: the words that stand in them, and sums of money that are no formula."""

from __future__ import annotations

import re

_MATH_TEXT = re.compile(r"\\(?:text(?:rm|bf|it|sf|tt|sc)?|mbox|hbox|mathrm)\{([^{}$]{1,1000})\}")
_MONEY = re.compile(r"\d[^\\^_={}]*")


def is_money(formula: str) -> bool:
    """Whether it is what stands between two sums in a sentence."""
    return _MONEY.fullmatch(formula) is not None


def words(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where texts of more than one word stand in the formula source[start:end]."""
    found = _MATH_TEXT.finditer(source, start, end)
    return [one.span(1) for one in found if " " in one[1].strip()]
