"""Many files → what was fixed in them, and what is left. A file is written whole or stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lintwords import readers
from lintwords.checking import check_data, read_bytes
from lintwords.discovery import STDIN
from lintwords.errors import CannotRead, CannotWrite
from lintwords.fixing import apply, choose, save, save_copy
from lintwords.linter import Linter
from lintwords.model import Cannot, FileReport, Finding, Report
from lintwords.readers.source import decode
from lintwords.runner import STDIN_NAME, Watcher
from lintwords.tracked import Marking, copy_of, is_copy, mark_up

_WORD = "docx"  # the format that gets a copy
_PASSES = 10  # a fix can make room for another; then a second run has nothing left to do


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file before and after; `changed` counts the findings that were fixed."""

    path: Path
    before: bytes
    after: bytes
    changed: int
    encoding: str = ""  # of the text, where a fix was made
    is_stdin: bool = False
    copy: Path | None = None  # where it was written, if not to its own place

    @property
    def texts(self) -> tuple[str, str]:
        """The decoded text before and after, where a fix was made; of a package its paragraphs."""
        if readers.format_for(self.path) == _WORD:
            both = (readers.read(self.path, data) for data in (self.before, self.after))
            old, new = ("".join(f"{part.text}\n" for part in read.parts) for read in both)
            return old, new
        return (
            decode(self.path, self.before, _named(self.encoding))[0],
            decode(self.path, self.after, _named(self.encoding))[0],
        )


def _named(encoding: str) -> str | None:
    """The name to decode by; a mark in the bytes tells the rest."""
    return None if "+" in encoding or encoding.startswith("utf-") else encoding


@dataclass(frozen=True, slots=True)
class FixRun:
    """The files in which something was fixed, standard input in any case, and what is left."""

    files: tuple[FixedFile, ...]
    report: Report

    @property
    def changed(self) -> int:
        return sum(file.changed for file in self.files)


Sift = Callable[[Report], Report]  # leaves out what a baseline knows


def fix_files(
    choose_linter: Callable[[Path], Linter], files: Sequence[Path], sift: Sift, *, unsafe: bool,
    write: bool, stdin: bytes = b"", stdin_name: str = "", watch: Watcher | None = None,
    marking: Marking | None = None,
) -> FixRun:
    """Fix `files` in their order, each by its linter; what `sift` leaves out is not changed.

    Nothing is written without `write`, and never for `-`. `marking` says how Word files are
    changed; without it their words are replaced in a copy.

    What cannot be read or written comes back in the report's `cannot`, with its findings where it
    was read. Raises SettingsError for an encoding that is not known.
    """
    fixed: list[FixedFile] = []
    reports: list[FileReport] = []
    findings: list[Finding] = []
    cannot: list[Cannot] = []
    for done, path in enumerate(files):
        is_stdin = path == STDIN
        name = Path(stdin_name or STDIN_NAME) if is_stdin else path
        format = "text" if is_stdin and not stdin_name else None
        if watch:
            watch.start(name, done, len(files))
        try:
            data = stdin if is_stdin else read_bytes(path)
            fixer = _Fixer(choose_linter(name), name, format, sift, marking or Marking())
            one = fixer.fix(data, unsafe)
            if write and not is_stdin and one.file.after != data:
                try:
                    one = _written(one, data)
                except CannotWrite as trouble:
                    cannot.append(Cannot(name, trouble.problem, trouble.hint))
                    one = one.undone()
        except CannotRead as trouble:
            cannot.append(Cannot(name, trouble.problem, trouble.hint))
            continue
        if one.trouble:
            cannot.append(one.trouble)
        if one.file.after != data or is_stdin:
            fixed.append(replace(one.file, is_stdin=is_stdin))
        reports.append(one.report)
        findings += one.findings
    return FixRun(tuple(fixed), Report(tuple(reports), tuple(findings), cannot=tuple(cannot)))


@dataclass(frozen=True, slots=True)
class _One:
    """What became of one file; `first` is what was found before anything was changed."""

    file: FixedFile
    report: FileReport
    findings: tuple[Finding, ...]
    first: tuple[FileReport, tuple[Finding, ...]]
    trouble: Cannot | None = None

    def undone(self) -> _One:
        file = replace(self.file, after=self.file.before, changed=0)
        return replace(self, file=file, report=self.first[0], findings=self.first[1])


def _written(one: _One, data: bytes) -> _One:
    """Write one file, to its own place or to its copy, which then is what the report tells of."""
    path, copy = one.file.path, one.file.copy
    if copy is None:
        save(path, data, one.file.after)
        return one
    save_copy(path, copy, data, one.file.after)
    moved = tuple(replace(finding, path=copy) for finding in one.findings)
    return replace(one, report=replace(one.report, path=copy), findings=moved)


@dataclass(frozen=True, slots=True)
class _Fixer:
    """Fixes the bytes of one file."""

    linter: Linter
    path: Path
    format: str | None
    sift: Sift
    marking: Marking

    def fix(self, data: bytes, unsafe: bool) -> _One:
        """The file with its fixes made; a Word file as `marking` says."""
        if (self.format or readers.format_for(self.path)) != _WORD:
            return self._fix(data, unsafe)
        one = self._mark(data, unsafe) if self.marking.tracking else self._fix(data, unsafe)
        in_place = self.marking.in_place or is_copy(self.path)
        return one if in_place else replace(
            one, file=replace(one.file, copy=copy_of(self.path))
        )

    def _mark(self, data: bytes, unsafe: bool) -> _One:
        report, findings, _ = self._check(data)
        first, trouble, after = (report, findings), None, data
        choices = choose(findings, unsafe=unsafe)
        assert self.marking.tracking is not None
        if findings:
            document = readers.read(self.path, data, format=self.format)
            try:
                after = mark_up(data, document, findings, choices, self.marking.tracking)
            except CannotWrite as error:
                choices, trouble = [], Cannot(self.path, error.problem, error.hint)
        if choices:
            report, findings, _ = self._check(after)
        file = FixedFile(self.path, data, after, len(choices))
        return _One(file, report, findings, first, trouble)

    def _fix(self, data: bytes, unsafe: bool) -> _One:
        before, changed, trouble, encoding = data, 0, None, ""
        report, findings, is_sifted = self._check(data)
        first = (report, findings)
        for _ in range(_PASSES):
            choices = choose(findings, unsafe=unsafe)
            if not choices:
                break
            document = readers.read(
                self.path, data, encoding=self.linter.options.encoding, format=self.format
            )
            encoding = document.encoding
            try:
                data = apply(data, document, [choice.fix for choice in choices])
            except CannotWrite as error:
                trouble = Cannot(self.path, error.problem, error.hint)
                break
            changed += len(choices)
            unsafe = False  # words that a person is to look at are put in once
            report, findings, _ = self._check(data)
            if is_sifted:
                break  # a baseline may no longer know its findings beside changed words
        file = FixedFile(self.path, before, data, changed, encoding)
        return _One(file, report, findings, first, trouble)

    def _check(self, data: bytes) -> tuple[FileReport, tuple[Finding, ...], bool]:
        """The report, the findings that count, and whether some were left out."""
        options = self.linter.options
        report, result = check_data(self.linter, self.path, data, options, self.format)
        findings = result.findings if result else ()
        sifted = self.sift(Report((report,), findings)).findings
        return report, sifted, len(sifted) < len(findings)
