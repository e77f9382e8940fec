"""One finding per line, never wrapped, for grep and editors."""

from __future__ import annotations

from lintwords.model import Finding, Report
from lintwords.reports.cells import one_line
from lintwords.reports.sentence import marked, message_for
from lintwords.reports.view import View
from lintwords.reports.words import in_order, where, wordings


def render(report: Report, view: View) -> str:
    """All findings, suggestions last; empty if there are none."""
    return "".join(f"{whole_line(finding, view)}\n" for finding in in_order(report))


def whole_line(finding: Finding, view: View) -> str:
    """A finding on one line, with its first wording and the sentence, the words in brackets."""
    offered = wordings(finding)
    told = {"line": line(finding), "sentence": marked(finding, more=view.more)}
    if not offered:
        return message_for(finding, "report-in", **told)
    told["wording"] = offered[0]
    if any(fix.safe for fix in finding.fixes):
        return message_for(finding, "report-sure", **told)
    return message_for(finding, "report-offered", **told)


def line(finding: Finding) -> str:
    """A finding as editors read it; they know a severity by its English word.

    `path:line:column: severity: message [rule]`.
    """
    message = one_line(finding.message)
    return f"{where(finding)}: {finding.severity.word}: {message} [{one_line(finding.rule)}]"
