"""Findings by rule, file or severity: one line each under a head, or only how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lintwords.interface import say, to_say
from lintwords.model import Finding, Report, Severity
from lintwords.reports.cells import one_line
from lintwords.reports.outputs.line import whole_line
from lintwords.reports.table import table
from lintwords.reports.view import View
from lintwords.reports.words import count, in_order, summary

GROUPS: Mapping[str, Callable[[Finding], str]] = MappingProxyType({
    "rule": lambda finding: finding.rule,
    "file": lambda finding: str(finding.path),
    "severity": lambda finding: finding.severity.word,
})


def grouped(report: Report, by: str) -> list[tuple[str, list[Finding]]]:
    """The findings under the names of GROUPS[by], the largest group first.

    Severities come strongest first, files in the order of the report.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in in_order(report):
        groups.setdefault(GROUPS[by](finding), []).append(finding)
    if by == "severity":
        return sorted(groups.items(), key=lambda row: -Severity[row[0].upper()])
    if by == "file":
        return list(groups.items())
    return sorted(groups.items(), key=lambda row: (-len(row[1]), row[0]))


def render(report: Report, view: View, by: str) -> str:
    """Each group with its findings, one line each; then the summary."""
    blocks = [
        "".join([f"{_named(name, by)}: {_size(found)}\n",
                 *(f"  {whole_line(one, view)}\n" for one in found)])
        for name, found in grouped(report, by)
    ]
    return "\n".join([*blocks, *([f"{summary(report)}\n"] if report.files else [])])


def statistics(report: Report, by: str = "rule") -> str:
    """A table of the groups with their size; then the summary."""
    rows = [
        (str(len(found)), str(len({one.path for one in found})), _named(name, by))
        for name, found in grouped(report, by)
    ]
    last = f"{summary(report)}\n" if report.files else ""
    heads = (*to_say("findings", "files"), by)
    return f"{table([*map(say, heads)], rows)}\n{last}" if rows else last


def _named(name: str, by: str) -> str:
    return say(name) if by == "severity" else one_line(name)


def _size(found: list[Finding]) -> str:
    files = count(len({one.path for one in found}), "file")
    return say("{findings} in {files}", findings=count(len(found), "finding"), files=files)
