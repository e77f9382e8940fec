"""SARIF 2.1.0, the log that code hosts show on changed lines; columns are code points.

GitHub keeps the first 5,000 results of a run, so the weightiest come first. A finding in a
document that has no lines stands at its logical place ("paragraph 4").
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lintwords import __version__
from lintwords.fixes.offers import offers_of
from lintwords.interface import say
from lintwords.model import Cannot, Finding, Fix, Report, Severity, Unread, Voice
from lintwords.reports.columns import Columns, Region
from lintwords.reports.outputs.json import pretty
from lintwords.reports.sentence import explained, stretches
from lintwords.reports.view import View
from lintwords.reports.words import (
    capital,
    ended,
    first_sentence,
    unread,
    with_hint,
    wordings,
)

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def render(report: Report, view: View) -> str:
    """One run: the rules that found something, the findings by weight, what was not read."""
    findings = sorted(report.findings, key=lambda finding: -finding.severity)
    rules = _rules(findings)
    ids = list(rules)
    columns = Columns(report, "sarif")
    run = {
        "columnKind": "unicodeCodePoints",
        "tool": {"driver": _driver(report, [_rule(rules[name], view) for name in ids])},
        "automationDetails": {"id": "lintwords/"},
        "originalUriBaseIds": {
            ROOT: {"description": {"text": say("The folder that lintwords was started in.")}}
        },
        "invocations": [
            {"executionSuccessful": report.is_whole,
             "toolExecutionNotifications": [
                 *map(_cannot, report.cannot), *(_unread(*row) for row in unread(report)),
                 *_passed_over(report),
             ]}
        ],
        "results": [_result(finding, ids.index(finding.rule), columns) for finding in findings],
    }
    return pretty({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "lintwords",
        "fullName": f"lintwords {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
        "properties": {"readings": list(report.readings)},
    }


def _rules(findings: Sequence[Finding]) -> dict[str, Finding]:
    """A finding for each rule, in the writer's own voice where there is one."""
    found: dict[str, Finding] = {}
    for finding in findings:
        kept = found.setdefault(finding.rule, finding)
        if kept.voice is not Voice.OWN and finding.voice is Voice.OWN:
            found[finding.rule] = finding
    return found


def _rule(finding: Finding, view: View) -> dict[str, Any]:
    why = " ".join(finding.why.split())
    sources = [", ".join(filter(None, (s.title, s.publisher, s.date, s.url)))
               for s in finding.sources]
    help_lines = [why, *(say("Source: {source}", source=source) for source in sources)]
    text = "\n".join(help_lines)
    rule: dict[str, Any] = {
        "id": finding.rule,
        "name": "".join(word.capitalize() for word in finding.rule.split("-")),
        "shortDescription": {"text": ended(finding.message)},
        "fullDescription": {"text": first_sentence(why)},
        "help": {"text": text, "markdown": text.replace("\n", "\n\n")},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [finding.category]},
    }
    address = view.page(finding.rule) or next((s.url for s in finding.sources if s.url), "")
    return {**rule, "helpUri": address} if address else rule


def _result(finding: Finding, index: int, columns: Columns) -> dict[str, Any]:
    result: dict[str, Any] = {  # a text with "](" in it would be a link in a message
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(explained(finding)).replace("](", "] (")},
        "locations": [_location(finding, columns.region(finding))],
        "partialFingerprints": {"lintwords/v1": finding.fingerprint},
    }
    if finding.at.line <= 0:  # it has no region to stand in
        result["properties"] = {"sentence": "".join(stretches(finding)),
                                "writeInstead": wordings(finding)}
    fixes = [row for fix in offers_of(finding) if (row := _fix(finding, fix, columns))]
    return {**result, "fixes": fixes} if fixes else result


def _location(finding: Finding, region: Region | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(finding.path)}
    if region is None:
        return {"physicalLocation": physical,
                "logicalLocations": [{"fullyQualifiedName": finding.at.place}]}
    physical["region"] = {**_region(region), "snippet": {"text": finding.text}}
    return {"physicalLocation": physical}


def _fix(finding: Finding, fix: Fix, columns: Columns) -> dict[str, Any] | None:
    """A fix whose edits all stand in lines; None for one that does not."""
    replacements = []
    for edit in fix.edits:
        region = columns.edit(finding, edit)
        if region is None:
            return None
        inserted = {"insertedContent": {"text": edit.text}} if edit.text else {}
        replacements.append({"deletedRegion": _region(region), **inserted})
    change = {"artifactLocation": _artifact(finding.path), "replacements": replacements}
    return {"description": {"text": ended(fix.label)}, "artifactChanges": [change]}


def _region(region: Region) -> dict[str, int]:
    return {"startLine": region.line, "startColumn": region.column,
            "endLine": region.end_line, "endColumn": region.end_column}


def _artifact(path: Path) -> dict[str, str]:
    """A relative address; an absolute path of a user's machine names no base."""
    address = quote(os.fsencode(path.as_posix()), safe="/")
    return {"uri": f"file://{address}"} if path.is_absolute() else \
        {"uri": address, "uriBaseId": ROOT}


def _cannot(cannot: Cannot) -> dict[str, Any]:
    return _notification("error", with_hint(cannot), cannot.path)


def _unread(path: Path, part: Unread) -> dict[str, Any]:
    return _notification("error" if part.is_seen else "note", capital(part.what), path)


def _passed_over(report: Report) -> Iterator[dict[str, Any]]:
    for path in report.reports:
        what = say("it is a report of lintwords, and was passed over")
        yield _notification("note", capital(what), path)
    for path in report.copies:
        what = say("it is a copy that lintwords wrote, and was passed over")
        yield _notification("note", capital(what), path)
    for path in report.of_rules:
        what = say("it is another repository, which rules come from, and was passed over")
        yield _notification("note", capital(what), path)


def _notification(level: str, text: str, path: Path) -> dict[str, Any]:
    return {
        "level": level,
        "message": {"text": ended(text)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
    }
