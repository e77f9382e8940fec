"""One finding per line as JSON, in the shape of the whole report's findings."""

from __future__ import annotations

from lintwords.model import Report
from lintwords.reports.json import dump, finding_as_dict
from lintwords.reports.view import View


def render(report: Report, view: View) -> str:
    """Findings only, in the order of the report; empty if there are none."""
    return "".join(f"{dump(finding_as_dict(finding))}\n" for finding in report.findings)
