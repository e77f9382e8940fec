"""Finds the quotations of a segment that touch a span, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lintwords.model import Span
from lintwords.voices.quotations import Quotation


class Lookup:
    """The quotations of one segment in text order, each with the one that it stands in."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [quote.span.start for quote in quotations]
        self._outer: list[int] = []
        around: list[int] = []
        for index, quote in enumerate(quotations):
            while around and quotations[around[-1]].span.end <= quote.span.start:
                around.pop()
            self._outer.append(around[-1] if around else -1)
            around.append(index)

    def touching(self, span: Span) -> list[Quotation]:
        """The quotations that overlap `span`, innermost and last first."""
        found = []
        index = bisect_left(self._starts, span.end) - 1
        while index >= 0:
            quote = self._quotations[index]
            if quote.span.overlaps(span):
                found.append(quote)
                index -= 1
            else:  # what stands before it in the same quotation is over as well
                index = self._outer[index]
        return found
