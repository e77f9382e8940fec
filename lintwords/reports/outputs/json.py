"""The report for programs, versioned: schema "lintwords/1", described in docs/schema.json."""

from __future__ import annotations

import json
from typing import Any

from lintwords import __version__
from lintwords.model import Cannot, Finding, Fix, Passage, Report, Severity, Source, Unread
from lintwords.reports.cells import SPOKEN, UNSAFE
from lintwords.reports.view import View
from lintwords.reports.words import with_hint

SCHEMA = "lintwords/1"



def render(report: Report, view: View) -> str:
    """The whole report as one JSON object, indented."""
    return pretty(as_dict(report))


def pretty(value: Any) -> str:
    """A value as indented JSON that ends with a line end, safe to print."""
    return _dump(value, indent=2) + "\n"


def dump(value: Any) -> str:
    """A value as JSON on one line, safe to print."""
    return _dump(value, indent=None)


def _dump(value: Any, indent: int | None) -> str:
    text = SPOKEN.sub(r"\\u0023", json.dumps(value, ensure_ascii=False, indent=indent))
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "readings": list(report.readings),
        "files": [
            {"path": file.path.as_posix(), "lang": file.lang, "words": file.words,
             "judged": file.is_judged, "unjudged": list(file.unjudged),
             "unread": [unread_as_dict(one) for one in file.unread]}
            for file in report.files
        ],
        "findings": [finding_as_dict(finding) for finding in report.findings],
        "cannot": [_cannot(cannot) for cannot in report.cannot],
        "passed_over": passed_over(report),
        "summary": {
            "files": len(report.files) + len(report.cannot),
            "findings": len(report.findings),
            **{severity.word: report.count(severity) for severity in reversed(Severity)},
            "ignored": len(report.ignored),
            "known": sum(one.by == "baseline" for one in report.ignored),
            "unjudged": len(report.files) - len(report.judged),
            "unread": sum(bool(file.missed) for file in report.files),
        },
    }


def passed_over(report: Report) -> list[dict[str, Any]]:
    """What was not read in folders: files that lintwords itself wrote, repositories of rules."""
    kinds = (("report", report.reports), ("copy", report.copies), ("rules", report.of_rules))
    return [{"path": path.as_posix(), "passed_over": kind} for kind, paths in kinds
            for path in paths]


def unread_as_dict(unread: Unread) -> dict[str, Any]:
    """A part that was not read as plain values."""
    return {"kind": unread.kind, "what": unread.what, "seen": unread.is_seen}


def finding_as_dict(finding: Finding) -> dict[str, Any]:
    """One finding as plain values; offsets are code points."""
    at = finding.at
    return {
        "path": finding.path.as_posix(),
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.word,
        "lang": finding.lang,
        "message": finding.message,
        "why": finding.why,
        "text": finding.text,
        "words": finding.words,
        "sentence": _passage(finding.sentence),
        "voice": finding.voice.value,
        "slot": finding.slot,
        "governor": finding.governor,
        "part": at.part,
        "start": at.start,
        "end": at.end,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "place": at.place,
        "fingerprint": finding.fingerprint,
        "fixes": [_fix(fix) for fix in finding.fixes],
        "instead": list(finding.instead),
        "sources": [_source(source) for source in finding.sources],
    }


def _passage(sentence: Passage) -> dict[str, Any]:
    """The sentence as a person reads it, and where in it the words stand."""
    return {"text": sentence.text, "start": sentence.start, "end": sentence.end}


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "label": fix.label,
        "safe": fix.safe,
        "why_not": fix.why_not,
        "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits],
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
    }


def _cannot(cannot: Cannot) -> dict[str, str]:
    return {"path": cannot.path.as_posix(), "message": with_hint(cannot)}
