"""What is tried with one spoilt file, pack or settings file, and what counts as a fault.

A fault is any exception but those that tell a user what to put right, a trial that runs past its
time, and a broken promise: a finding whose place does not hold its words, a report that does not
render, a file that is neither read nor named, a fix that moves other bytes.
"""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import FrameType

from lintwords import api, readers
from lintwords.errors import CannotRead, CannotWrite, LintwordsError, RulePackError, SettingsError
from lintwords.fixes import applying, choosing
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Cannot, FileReport, FileResult, Report
from lintwords.reports import REPORTS, View, render
from lintwords.run import one_file
from lintwords.settings.config import Config

SECONDS = 10  # for one trial; a small file takes a hundredth of one
FIELDS = ("body", "title", "text", "a")
Trial = Callable[[DocumentLinter, bytes, Path], None]
TEXT = "China jailed a poet. The Chinese imprisoned her brother, and China said so.\n" * 3


class Fault(AssertionError):
    """A promise that did not hold."""


class OutOfTime(BaseException):
    """A trial did not end; no handler of the program may take it for an error of a file."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raise OutOfTime in the main thread where what is done inside takes longer."""

    def end(_: int, frame: FrameType | None) -> None:
        raise OutOfTime(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def a_file(linter: DocumentLinter, name: str, data: bytes, *, thorough: bool = False) -> None:
    """Read, judge and, if `thorough`, fix and report one file."""
    path, linter = Path(name), _with_fields(linter)
    try:
        file, result = one_file.check_data(linter, path, data)
    except CannotRead as trouble:
        if not trouble.problem.strip():
            raise Fault("cannot, without a word") from trouble
        if thorough:
            _reports(Report(cannot=(Cannot(path, trouble.problem, trouble.hint),)))
        return
    _places_hold(linter, path, data, result)
    if thorough:
        _reports(_report(file, result))
        _fixes(linter, path, data)


@cache
def _with_fields(linter: DocumentLinter) -> DocumentLinter:
    """The same linter, which reads data too."""
    return api.load_linter(replace(linter.options, fields=FIELDS), linter)


def _report(file: FileReport, result: FileResult | None) -> Report:
    if result is None:
        return Report(files=(file,), rules=1)
    return Report((file,), result.findings, result.passed, result.mentions, (), 1, result.ignored)


def _reports(report: Report) -> None:
    for name in REPORTS:
        text = render(name, report, View())
        if text and not text.endswith("\n"):
            raise Fault(f"{name} does not end its last line")
        text.encode("utf-8", "surrogateescape" if name == "full" else "strict")


def _places_hold(
    linter: DocumentLinter, path: Path, data: bytes, result: FileResult | None
) -> None:
    if result is None or not result.findings:
        return
    parts = one_file.read_document(linter, path, data).parts
    for finding in result.findings:
        at = finding.at
        if parts[at.part].text[at.start : at.end] != finding.text:
            raise Fault(f"{finding.rule}: the place does not hold {finding.text!r}")


def _fixes(linter: DocumentLinter, path: Path, data: bytes) -> None:
    """Make every fix that is offered; the second time nothing is left to do at those places."""
    document = one_file.read_document(linter, path, data)
    if readers.writer(document.format) is None:
        return
    result = one_file.judge_document(linter, document)
    chosen = [choice.fix for choice in choosing.choose(result.findings, unsafe=True)]
    if not chosen:
        return
    try:
        changed = applying.apply(data, document, chosen)
    except CannotWrite:
        return
    again = one_file.read_document(linter, path, changed)
    if len(again.segments) != len(document.segments):
        raise Fault("a fix has changed how the file is divided")


def a_pack(linter: DocumentLinter, data: bytes, folder: Path) -> None:
    """Load a pack beside the built-in rules and judge a text by it."""
    path = folder / "own.toml"
    path.write_bytes(data)
    try:
        own = api.load_linter(replace(linter.options, packs=(path,)), linter)
        rules = [rule for rule in own.rules if rule.path == path]
    except (RulePackError, SettingsError) as trouble:
        if "own.toml" not in str(trouble):
            raise Fault(f"the place is not told: {trouble}") from trouble
        return
    if rules:
        one_file.check_data(own, Path("a.txt"), TEXT.encode())


def a_settings_file(_: DocumentLinter, data: bytes, folder: Path) -> None:
    """Find a settings file, and ask what holds for a file beside it."""
    (folder / "lintwords.toml").write_bytes(data)
    try:
        Config().for_path(folder / "a.md")
    except LintwordsError as trouble:
        if "lintwords.toml" not in str(trouble):
            raise Fault(f"the place is not told: {trouble}") from trouble


def in_a_folder(trial: Trial, linter: DocumentLinter, data: bytes) -> None:
    """A trial of a file that the program finds by its place."""
    with tempfile.TemporaryDirectory() as name:
        trial(linter, data, Path(name))
