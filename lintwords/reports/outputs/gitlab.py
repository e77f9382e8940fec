"""GitLab Code Quality: a list of issues, each with a fingerprint that is unique in the file."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Any

from lintwords.model import Cannot, Finding, Report, Severity, Unread
from lintwords.reports.outputs.json import dump
from lintwords.reports.sentence import explained
from lintwords.reports.view import View
from lintwords.reports.words import capital, in_order, unread, with_hint

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(report: Report, view: View) -> str:
    """The list of findings, and of files that could not be read, which block."""
    rows = [*map(_finding, in_order(report)), *map(_cannot, report.cannot)]
    rows += [_unread(*row) for row in unread(report)]
    return dump(rows) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    path, at = finding.path.as_posix(), finding.at
    return _issue(" ".join(explained(finding)), finding.rule, _LEVELS[finding.severity], path,
                  max(at.line, 1), f"{path}\0{finding.fingerprint}")


def _cannot(cannot: Cannot) -> dict[str, Any]:
    path = cannot.path.as_posix()
    return _issue(with_hint(cannot), "cannot", "blocker", path, 1, f"{path}\0cannot")


def _unread(path: Path, part: Unread) -> dict[str, Any]:
    name, level = path.as_posix(), "blocker" if part.is_seen else "info"
    return _issue(capital(part.what), "unread", level, name, 1, f"{name}\0unread\0{part.what}")


def _issue(
    description: str, check: str, severity: str, path: str, line: int, key: str
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
