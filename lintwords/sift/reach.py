"""How far an ignore comment reaches: the block that it stands in, or else the next one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lintwords.model import Comment, Document
from lintwords.sift.directives import FILE, Directive


def hulls(document: Document) -> list[tuple[int, int]]:
    """Where each segment stands in the source."""
    return [
        (segment.map.runs[0].piece.start, max(run.piece.end for run in segment.map.runs))
        for segment in document.segments
    ]


class _Blocks:
    """Where the segments stand in the source, some of them inside others."""

    def __init__(self, document: Document) -> None:
        self._hulls = sorted(hulls(document))
        self._starts = [start for start, _ in self._hulls]
        self._outer: list[int] = []  # for each the nearest before it that ends after it
        for at, (_, end) in enumerate(self._hulls):
            before = at - 1
            while before >= 0 and self._hulls[before][1] <= end:
                before = self._outer[before]
            self._outer.append(before)

    def around(self, before: int, end: int) -> list[tuple[int, int]]:
        """The blocks that begin before `before` and end at `end` or after it."""
        found = []
        at = bisect_left(self._starts, before) - 1
        while at >= 0:
            if self._hulls[at][1] >= end:
                found.append(self._hulls[at])
                at -= 1
            else:  # what stands between it and the next that ends later ends no later than it
                at = self._outer[at]
        return found

    def after(self, place: int) -> list[tuple[int, int]]:
        """The first block that begins at `place` or after it."""
        at = bisect_left(self._starts, place)
        return self._hulls[at : at + 1]


class Reach:
    """Which directives speak of a place in the source; None among them speaks of none."""

    def __init__(self, document: Document, asked: Sequence[Directive | None]) -> None:
        self._blocks = _Blocks(document)
        self._of: dict[tuple[int, int], set[int]] = {}
        everywhere: set[int] = set()
        for nth, one in enumerate(asked):
            if one is None:
                continue
            if one.verb == FILE:
                everywhere.add(nth)
                continue
            for block in self._own(document.source, one.comment):
                self._of.setdefault(block, set()).add(nth)
        self.everywhere = frozenset(everywhere)
        self._known: dict[tuple[tuple[int, int], ...], frozenset[int]] = {}

    def _own(self, source: str, comment: Comment) -> list[tuple[int, int]]:
        """The blocks a comment stands in or, in their line, after; else the next one, if what holds
        the comment holds it too."""
        line = comment.start
        while line > 0 and source[line - 1] in " \t":
            line -= 1
        return self._blocks.around(comment.start, line) or [
            block for block in self._blocks.after(comment.end)
            if not comment.until or block[0] < comment.until
        ]

    def at(self, place: int) -> frozenset[int]:
        """The numbers of the directives that speak of a place, but for those of the whole file."""
        holding = self._blocks.around(place + 1, place + 1)
        # words set aside from a block (alt text, a tooltip) belong to it
        blocks = {
            block for low, _ in holding for block in self._blocks.around(low + 1, low + 1)
            if block in self._of
        }
        key = tuple(sorted(blocks))
        if key not in self._known:
            self._known[key] = frozenset().union(*(self._of[block] for block in key))
        return self._known[key]
