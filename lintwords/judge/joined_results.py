"""What was found in one document by the rules of several languages, as one result."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.model import FileResult, Finding
from lintwords.values import replace


def together(results: Sequence[FileResult]) -> FileResult:
    """One result of those of several languages on one document."""
    first = results[0]
    if len(results) == 1:
        return first
    rows = [finding for result in results for finding in result.findings]
    return replace(
        first, findings=tuple(sorted(rows, key=by_place)),
        passed=tuple(one for result in results for one in result.passed),
        mentions=tuple(sorted(
            (one for result in results for one in result.mentions),
            key=lambda note: (note.line, note.column),
        )),
        cannot=tuple(one for result in results for one in result.cannot),
        is_cut=any(result.is_cut for result in results),
    )


def by_place(finding: Finding) -> tuple[int, int, int, str]:
    """The order of findings in a result."""
    return finding.at.part, finding.at.start, finding.at.end, finding.rule
