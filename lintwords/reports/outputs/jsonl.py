"""One finding per line as JSON, in the shape of the whole report's findings.

What was not read follows, for silence about it is no verdict: a line for each such file, which has
`unread`, `cannot` or `passed_over` in place of a rule.
"""

from __future__ import annotations

from lintwords.model import Report
from lintwords.reports.outputs.json import dump, finding_as_dict, passed_over, unread_as_dict
from lintwords.reports.view import View
from lintwords.reports.words import with_hint


def render(report: Report, view: View) -> str:
    """Findings in the order of the report, then what was not read; empty if there is neither."""
    rows = [finding_as_dict(finding) for finding in report.findings]
    rows += [
        {"path": file.path.as_posix(), "unread": [unread_as_dict(one) for one in file.unread]}
        for file in report.files if file.unread
    ]
    rows += [{"path": row.path.as_posix(), "cannot": with_hint(row)} for row in report.cannot]
    rows += passed_over(report)
    return "".join(f"{dump(row)}\n" for row in rows)
