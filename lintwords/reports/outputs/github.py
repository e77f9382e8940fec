"""Workflow commands of GitHub Actions: annotations on the changed lines, and a step summary.

GitHub shows about ten annotations of each kind, so the weightiest come first. No line ever starts
with text of a document: such a text could begin with `::` and be taken for a command.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from lintwords import __version__
from lintwords.interface import say, say_many, to_say
from lintwords.model import Cannot, Finding, Report, Severity, Unread
from lintwords.reports.cells import SPOKEN, one_line
from lintwords.reports.sentence import explained, marked
from lintwords.reports.view import View
from lintwords.reports.words import (
    first_sentence,
    not_checked,
    readings,
    summary,
    unread,
    where,
    wordings,
)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~@:/])")
_HEADS = to_say("place", "weight", "text", "message", "write instead", "rule")
_RULE = "| --- | --- | --- | --- | --- | --- |"
ROWS = 100  # findings in the step summary


def render(report: Report, view: View) -> str:
    """One command a line: what could not be checked, then findings by weight and place."""
    commands = [
        *(_trouble(cannot) for cannot in report.cannot),
        *(_unread(*row) for row in sorted(unread(report), key=lambda row: not row[1].is_seen)),
        *(_command(finding) for finding in by_weight(report)),
    ]
    return "".join(f"{command}\n" for command in commands)


def by_weight(report: Report) -> list[Finding]:
    """Findings, the weightiest first, then in the order of the report."""
    return sorted(report.findings, key=lambda finding: -finding.severity)


def step_summary(report: Report) -> str:
    """A table in Markdown for $GITHUB_STEP_SUMMARY; text of documents is escaped."""
    lines = ["### lintwords", "", summary(report) or say("No file was checked.")]
    if missing := not_checked(report):
        lines.append(missing)
    lines += [f"- {_markdown(f'{path}: {part.what}')}" for path, part in unread(report)[:ROWS]]
    findings = by_weight(report)
    if findings:
        lines += ["", f"| {' | '.join(map(say, _HEADS))} |", _RULE]
    for finding in findings[:ROWS]:
        write = " · ".join(wordings(finding))
        row = (where(finding), say(finding.severity.word), marked(finding), finding.message, write,
               finding.rule)
        lines.append("| " + " | ".join(map(_markdown, row)) + " |")
    if len(findings) > ROWS:
        lines += ["", say_many("{n} more is in the log.", "{n} more are in the log.",
                               len(findings) - ROWS)]
    if by := readings(report):
        lines += ["", say("lintwords {version} with {readings}.", version=__version__, readings=by)]
    return "\n".join(lines) + "\n"


def _command(finding: Finding) -> str:
    at = finding.at
    properties = [("file", finding.path.as_posix())]
    if at.line > 0:
        properties += [("line", str(at.line)), ("endLine", str(at.end_line)),
                       ("col", str(at.column))]
        if at.line == at.end_line:  # GitHub takes columns only within one line
            properties.append(("endColumn", str(at.end_column)))
    properties.append(("title", finding.rule))
    message = [*explained(finding), first_sentence(finding.why)]
    return _line(_LEVELS[finding.severity], properties, "\n".join(filter(None, message)))


def _trouble(cannot: Cannot) -> str:
    message = "\n".join(filter(None, [f"lintwords: {cannot.message}", *cannot.hint.splitlines()]))
    properties = [("file", cannot.path.as_posix()), ("title", say("not checked"))]
    return _line("error", properties, message)


def _unread(path: Path, part: Unread) -> str:
    properties = [("file", path.as_posix()), ("title", say("not read"))]
    return _line("error" if part.is_seen else "notice", properties, f"lintwords: {part.what}")


def _line(level: str, properties: list[tuple[str, str]], message: str) -> str:
    data = ",".join(f"{key}={_property(value)}" for key, value in properties)
    return f"::{level} {data}::{_data(message)}"


def _data(text: str) -> str:
    text = SPOKEN.sub("<U+0023>", "\n".join(map(one_line, text.split("\n"))))
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(text: str) -> str:
    return _MARKUP.sub(r"\\\1", html.escape(one_line(text), quote=False))
