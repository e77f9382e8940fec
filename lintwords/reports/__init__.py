"""From a Report to text, in the format that is asked for; nothing is printed here.

In comes a report and how it is to look; `outputs` holds a module for each format, with
`render(report, view) -> str`. The table here is the only place that knows which there are; a module
is imported when its format is asked for. The other modules are what formats, faces and the pages of
rules say in common, and what stands beside a report: groups, mentions, what a fix did.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, cast

from lintwords.model import Report
from lintwords.reports.view import Became, Decided, Stretch, View

__all__ = ["MACHINES", "REPORTS", "Became", "Decided", "Stretch", "View", "render", "sealed"]

# format → module of `outputs`
REPORTS: Mapping[str, str] = MappingProxyType(
    {
        "full": "full",
        "line": "line",
        "json": "json",
        "jsonl": "jsonl",
        "sarif": "sarif",
        "github": "github",
        "gitlab": "gitlab",
        "rdjson": "rdjson",
        "checkstyle": "checkstyle",
        "junit": "junit",
        "html": "html",
    }
)
# those whose texts are escaped as the format has it; the others are lines for people
MACHINES = frozenset(REPORTS) - {"full", "line"}


class _Renderer(Protocol):
    def render(self, report: Report, view: View) -> str: ...


def render(name: str, report: Report, view: View) -> str:
    """A report in the format `name`, which must be one of REPORTS; ends with a line end."""
    module = importlib.import_module(f"lintwords.reports.outputs.{REPORTS[name]}")
    return cast(_Renderer, module).render(report, view)


def sealed(text: str) -> str:
    """A report in plain text that is kept, with its seal; as it is where it shows no finding."""
    from lintwords.readers.own import report_seal, text_report  # late: most runs keep no report

    return report_seal.sealed(text) if text_report.is_report(text) else text
