"""What of a report is news since a revision: what stands on changed lines, or was laid bare.

Who takes away an ignore comment, the fence of a block of code or a quotation mark changes what is
found in sentences that stay as they are. So a changed file with findings beside its changed lines
is judged as it was, too: what was not found there, or weighed less, is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lintwords.errors import LintwordsError
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import FileReport, Finding, Report
from lintwords.run.one_file import check_data
from lintwords.sift.changed_lines import Changes
from lintwords.values import replace

_Key = tuple[str, str, str, int]


def only_new(
    report: Report, changed: Changes, choose: Callable[[Path], DocumentLinter]
) -> Report:
    """What of a report is about what changed; a file that did not is no news, read or not.

    `choose` gives the linter of a file.
    """
    files = {file.path: file for file in report.files}
    told = {
        id(one) for path, found in _by_path(report.findings).items()
        for one in _told(path, files.get(path), found, changed, choose)
    }
    return replace(
        report,
        findings=tuple(one for one in report.findings if id(one) in told),
        cannot=tuple(one for one in report.cannot if changed.touches(one.path)),
        files=tuple(
            replace(file, unread=()) if file.unread and not changed.touches(file.path) else file
            for file in report.files
        ),
    )


def _by_path(findings: Sequence[Finding]) -> dict[Path, list[Finding]]:
    rows: dict[Path, list[Finding]] = {}
    for one in findings:
        rows.setdefault(one.path, []).append(one)
    return rows


def _told(
    path: Path, file: FileReport | None, findings: Sequence[Finding], changed: Changes,
    choose: Callable[[Path], DocumentLinter],
) -> Iterator[Finding]:
    """The findings of one file that are news."""
    others = [one for one in findings if not changed.holds(one)]
    yield from (one for one in findings if changed.holds(one))
    if not others or file is None or not changed.touches(path):
        return
    if (data := changed.before(path)) is None:
        return
    try:
        was, result = check_data(choose(path), path, data)
    except LintwordsError:  # nobody could know of what it said
        yield from others
        return
    before = Counter(_key(one, was) for one in (result.findings if result else ()))
    for one in others:
        if before[_key(one, file)]:
            before[_key(one, file)] -= 1
        else:
            yield one


def _key(one: Finding, file: FileReport) -> _Key:
    """What stays of a finding on a line that did not change, wherever that line stands now."""
    line = file.lines[one.at.line - 1] if 0 < one.at.line <= len(file.lines) else ""
    return one.rule, one.words, line.strip(), one.severity.value
