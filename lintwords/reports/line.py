"""One finding per line, never wrapped, for grep and editors."""

from __future__ import annotations

from lintwords.model import Finding, Report
from lintwords.reports.cells import one_line
from lintwords.reports.view import View
from lintwords.reports.words import in_order, where


def render(report: Report, view: View) -> str:
    """All findings, suggestions last; empty if there are none."""
    return "".join(f"{line(finding)}\n" for finding in in_order(report))


def line(finding: Finding) -> str:
    """`path:line:column: severity: message [rule]`."""
    message = one_line(finding.message)
    return f"{where(finding)}: {finding.severity.word}: {message} [{one_line(finding.rule)}]"
