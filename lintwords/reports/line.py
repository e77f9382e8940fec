"""One finding per line, never wrapped, for grep and editors."""

from __future__ import annotations

from lintwords.model import Finding, Report
from lintwords.reports.cells import one_line
from lintwords.reports.view import View
from lintwords.reports.words import in_order, where, wordings


def render(report: Report, view: View) -> str:
    """All findings with the first wording, suggestions last; empty if there are none."""
    return "".join(f"{line(finding)}{_wording(finding)}\n" for finding in in_order(report))


def _wording(finding: Finding) -> str:
    offered = wordings(finding)
    return f"; write: {offered[0]}" if offered else ""


def line(finding: Finding) -> str:
    """`path:line:column: severity: message [rule]`."""
    message = one_line(finding.message)
    return f"{where(finding)}: {finding.severity.word}: {message} [{one_line(finding.rule)}]"
