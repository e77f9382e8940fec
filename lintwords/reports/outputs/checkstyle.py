"""Checkstyle XML, which many build servers read; columns are code points from 1."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lintwords.model import Cannot, Finding, Report, Severity, Unread
from lintwords.reports.columns import Columns
from lintwords.reports.sentence import explained
from lintwords.reports.view import View
from lintwords.reports.words import capital, in_order, unread, with_hint
from lintwords.reports.xml import document, element

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(report: Report, view: View) -> str:
    """One <file> for each file with a finding or trouble, in the order of the report."""
    columns = Columns(report, "checkstyle")
    root = element(None, "checkstyle", version="4.3")
    files: dict[str, Element] = {}
    for finding in in_order(report):
        _finding(_file(root, files, finding.path.as_posix()), finding, columns)
    for cannot in report.cannot:
        _cannot(_file(root, files, cannot.path.as_posix()), cannot)
    for path, part in unread(report):
        _unread(_file(root, files, path.as_posix()), part)
    return document(root)


def _file(root: Element, files: dict[str, Element], path: str) -> Element:
    if path not in files:
        files[path] = element(root, "file", name=path)
    return files[path]


def _finding(file: Element, finding: Finding, columns: Columns) -> None:
    region = columns.region(finding)
    at = {"line": region.line, "column": region.column} if region else {"line": 1}
    element(file, "error", **at, severity=_LEVELS[finding.severity],
            message=" ".join(explained(finding)), source=f"lintwords.{finding.rule}")


def _cannot(file: Element, cannot: Cannot) -> None:
    element(file, "error", line=1, severity="error", message=with_hint(cannot),
            source="lintwords.cannot")


def _unread(file: Element, part: Unread) -> None:
    element(file, "error", line=1, severity="error" if part.is_seen else "info",
            message=capital(part.what), source="lintwords.unread")
