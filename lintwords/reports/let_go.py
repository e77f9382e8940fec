"""The places that a rule found and let go, as `--verbose` names them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintwords.interface import place
from lintwords.model import Finding, Passed
from lintwords.reports.cells import one_line

NEAR = 5  # lines round a finding in which passed candidates are named


def let_go(passed: Sequence[Passed], told: Sequence[Finding]) -> list[str]:
    """A line for each place that a rule found and let go, but for those told beside findings."""
    by_path = _by_path(told)
    return [
        one_line(
            f"{item.path}:{item.line if item.line > 0 else place(item.place)}: {item.rule}: "
            f'"{item.words}" ({item.reason})'
        )
        for item in passed
        if not any(_is_near(item, finding) for finding in by_path.get(item.path, ()))
    ]


def nearby(passed: Sequence[Passed], told: Sequence[Finding]) -> dict[int, list[Passed]]:
    """The places let go that are told beside each finding, by its id(): each beside the nearest."""
    by_path = _by_path(told)
    beside: dict[int, list[Passed]] = {}
    for item in passed:
        near = [one for one in by_path.get(item.path, ()) if _is_near(item, one)]
        if near:
            nearest = min(near, key=lambda one: abs(item.line - one.at.line))
            beside.setdefault(id(nearest), []).append(item)
    return beside


def _by_path(told: Sequence[Finding]) -> dict[Path, list[Finding]]:
    found: dict[Path, list[Finding]] = {}
    for finding in told:
        found.setdefault(finding.path, []).append(finding)
    return found


def _is_near(item: Passed, finding: Finding) -> bool:
    """Whether a place let go is told beside a finding: at most five lines from it."""
    if finding.at.line > 0:
        return abs(item.line - finding.at.line) <= NEAR
    return item.place == finding.at.place
