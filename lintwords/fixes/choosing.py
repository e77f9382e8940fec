"""From findings to the fixes that are made together: of those that overlap the first wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lintwords.fixes.offers import ASKS, offers_of
from lintwords.model import Edit, Finding, Fix


class Choice(NamedTuple):
    """A finding and the fix that is to be made."""

    finding: Finding
    fix: Fix


def choose(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Choice]:
    """The first safe fix of each finding, or the first of all with `unsafe`.

    There the only wording of a rule without fixes counts as one. Of fixes that overlap the first in
    order wins; the other finding stays.
    """
    taken = _Taken()
    chosen = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe), None)
        if fix is None and unsafe:
            fix = finding.fixes[0] if finding.fixes else _only_wording(finding)
        if fix is not None and taken.take(fix.edits):
            chosen.append(Choice(finding, fix))
    return chosen


def _only_wording(finding: Finding) -> Fix | None:
    """The one wording that a rule has for words, unless it asks for words or holds those found."""
    offered = offers_of(finding)
    if len(offered) != 1:
        return None
    (only,) = offered
    holds = finding.words.casefold() in only.label.casefold()  # it would be found, and put in again
    return None if only.label.startswith(ASKS) or holds else only


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together; of those that overlap the first wins."""
    taken = _Taken()
    return [fix for fix in fixes if taken.take(fix.edits)]


class _Taken:
    """The stretches of the source that are given away, in order."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, int]] = []  # part, start, end

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take all stretches of `edits`, or none if one is taken or two of them overlap."""
        spans = sorted((edit.part, edit.start, edit.end) for edit in edits)
        if not spans or any(_overlap(a, b) for a, b in zip(spans, spans[1:], strict=False)):
            return False
        if any(self._has(span) for span in spans):
            return False
        for span in spans:
            self._spans.insert(bisect_left(self._spans, span), span)
        return True

    def _has(self, span: tuple[int, int, int]) -> bool:
        at = bisect_left(self._spans, span)
        around = self._spans[max(at - 1, 0) : at + 1]
        return any(_overlap(min(span, other), max(span, other)) for other in around)


def _overlap(first: tuple[int, int, int], second: tuple[int, int, int]) -> bool:
    """Whether two stretches share a character, or begin at one place."""
    if first[0] != second[0]:
        return False
    return second[1] < first[2] or first[1] == second[1]
