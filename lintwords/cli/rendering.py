"""Asks for the text of a report, and again without the files that it falls over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lintwords.api import Fault, Watcher, fault
from lintwords.model import Cannot, FileReport, Report
from lintwords.values import replace

Make = Callable[[Report], str]


def rendered(report: Report, make: Make, watch: Watcher) -> tuple[str, Report]:
    """What `make` says of `report`, and the report, with files that it fell over in `cannot`."""
    try:
        return make(report), report
    except Exception:
        found = _falls(report, report.files, make)
        if not found:
            raise  # over no file that could be left out
    for one in found:
        watch.trouble(one)
    troubled = {one.path for one in found}
    left = [file for file in report.files if file.path not in troubled]
    cannot = tuple(Cannot(one.path or Path(), one.problem, one.hint) for one in found)
    report = replace(_only(report, left), cannot=(*report.cannot, *cannot))
    return make(report), report


def _falls(report: Report, files: Sequence[FileReport], make: Make) -> list[Fault]:
    """The files of which `make` cannot tell, found by halves: mostly there is one among many."""
    if not files:
        return []
    try:
        make(_only(report, files))
    except Exception as error:
        if len(files) == 1:
            return [fault(files[0].path, error, "report on")]
        half = len(files) // 2
        return _falls(report, files[:half], make) + _falls(report, files[half:], make)
    return []


def _only(report: Report, files: Sequence[FileReport]) -> Report:
    """What `report` says of some of its files."""
    paths = {file.path for file in files}
    return replace(
        report, files=tuple(files),
        findings=tuple(one for one in report.findings if one.path in paths),
        passed=tuple(one for one in report.passed if one.path in paths),
        mentions=tuple(one for one in report.mentions if one.path in paths),
        ignored=tuple(one for one in report.ignored if one.finding.path in paths),
    )
