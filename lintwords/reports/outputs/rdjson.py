"""Reviewdog Diagnostic Format: review comments with suggestions; columns are UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lintwords.fixes.offers import offers_of
from lintwords.model import Cannot, Finding, Fix, Report, Severity, Unread
from lintwords.reports.columns import Columns, Region
from lintwords.reports.outputs.json import dump
from lintwords.reports.sentence import explained
from lintwords.reports.view import View
from lintwords.reports.words import capital, in_order, unread, with_hint

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def render(report: Report, view: View) -> str:
    """One DiagnosticResult: findings, and each file that could not be read."""
    columns = Columns(report, "rdjson")
    rows = [_finding(finding, columns, view) for finding in in_order(report)]
    rows += [_cannot(cannot) for cannot in report.cannot]
    rows += [_unread(*row) for row in unread(report)]
    return dump({"source": {"name": "lintwords"}, "diagnostics": rows}) + "\n"


def _finding(finding: Finding, columns: Columns, view: View) -> dict[str, Any]:
    location: dict[str, Any] = {"path": finding.path.as_posix()}
    if region := columns.region(finding):
        location["range"] = _range(region)
    code = {"value": finding.rule}
    if page := view.page(finding.rule):
        code["url"] = page
    row = {"message": "\n".join(_as_markdown(explained(finding))), "location": location,
           "severity": _LEVELS[finding.severity], "code": code}
    offered = (_suggestion(finding, fix, columns) for fix in offers_of(finding))
    suggestions = [suggestion for suggestion in offered if suggestion]
    return {**row, "suggestions": suggestions} if suggestions else row


def _as_markdown(lines: Sequence[str]) -> Iterator[str]:
    """Lines of a review comment; a line with words of a text is code, so that none is markup."""
    first, *rest = lines
    yield first
    yield from (f"`{line.replace('`', chr(0x2019))}`" for line in rest)


def _suggestion(finding: Finding, fix: Fix, columns: Columns) -> dict[str, Any] | None:
    """A fix of one edit; reviewdog has no place for more."""
    region = columns.edit(finding, fix.edits[0]) if len(fix.edits) == 1 else None
    return {"range": _range(region), "text": fix.edits[0].text} if region else None


def _range(region: Region) -> dict[str, Any]:
    return {"start": {"line": region.line, "column": region.column},
            "end": {"line": region.end_line, "column": region.end_column}}


def _cannot(cannot: Cannot) -> dict[str, Any]:
    return {"message": with_hint(cannot), "location": {"path": cannot.path.as_posix()},
            "severity": "ERROR", "code": {"value": "cannot"}}


def _unread(path: Path, part: Unread) -> dict[str, Any]:
    return {"message": capital(part.what), "location": {"path": path.as_posix()},
            "severity": "ERROR" if part.is_seen else "INFO",
            "code": {"value": "unread"}}
