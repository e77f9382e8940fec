"""Many files → what was fixed in them, and what is left.

A file is judged, its fixes chosen and applied, in memory and until nothing is left to do; then it
is written whole or stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lintwords import readers
from lintwords.errors import CannotRead, CannotWrite, SettingsError
from lintwords.fixes import copies, saving_copies, tracked_changes
from lintwords.fixes.applying import apply
from lintwords.fixes.choosing import choose
from lintwords.fixes.copies import Marking
from lintwords.fixes.saving import save, stands, still_old
from lintwords.fixes.tracked_changes import Tracking
from lintwords.interface import say
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Cannot, FileReport, Finding, Ignored, Report
from lintwords.readers.common.included import without_what_others_read
from lintwords.readers.common.source import decode
from lintwords.reports.remarks import remarks
from lintwords.run.check_files import STDIN_NAME, Watcher
from lintwords.run.discovery import STDIN
from lintwords.run.faults import fault
from lintwords.run.one_file import check_data, read_bytes
from lintwords.values import dataclass, replace

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
    is_tracked: bool = False  # the changes are tracked
    comments: int = 0  # that were added
    others: int = 0  # names of the file, hard links, that keep the old text
    stood: tuple[int, int] = (0, 0)  # where on the disk it was that was written

    @property
    def texts(self) -> tuple[str, str]:
        """The decoded text before and after, where a fix was made; of a package its paragraphs."""
        if readers.format_for(self.path) not in (*readers.TEXTS, None):
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
    left: int = 0  # files that were not looked at, where Ctrl-C ended the run

    @property
    def changed(self) -> int:
        return sum(file.changed for file in self.files)


Sift = Callable[[Report], Report]  # leaves out what a baseline knows


def fix_files(
    choose_linter: Callable[[Path], DocumentLinter], files: Sequence[Path], sift: Sift, *,
    unsafe: bool, write: bool, stdin: bytes = b"", stdin_name: str = "",
    watch: Watcher | None = None, marking: Marking | None = None,
) -> FixRun:
    """Fix `files` in their order, each by its linter; what `sift` leaves out is not changed.

    A copy among them whose original is there too comes of that one alone. Nothing is written
    without `write`, and never for `-`. `marking` says how office documents are changed; without it
    their words are replaced in a copy.

    What cannot be read or written comes back in the report's `cannot`, with its findings where it
    was read. Raises SettingsError for an encoding that is not known, and for an output that
    cannot be that of `files`.
    """
    marking = marking or Marking()
    _check_output(marking.output, files)
    made = {marking.copy(path) for path in files}
    files = [path for path in files if path not in made]
    fixed: list[FixedFile] = []
    reports: list[FileReport] = []
    findings: list[Finding] = []
    cannot: list[Cannot] = []
    known: list[Ignored] = []
    used: dict[int, DocumentLinter] = {}
    left = 0
    for done, path in enumerate(files):
        is_stdin = path == STDIN
        name = Path(stdin_name or STDIN_NAME) if is_stdin else path
        format = "text" if is_stdin and not stdin_name else None
        try:
            if watch:
                watch.start(name, done, len(files))
            data = stdin if is_stdin else read_bytes(path)
            linter = choose_linter(name)
            used[id(linter)] = linter
            fixer = _Fixer(linter, name, format, sift, marking)
            one = fixer.fix(data, unsafe)
            is_asked = marking.output is not None and one.trouble is None
            if write and not is_stdin and (one.file.after != data or is_asked):
                try:
                    one = _written(one, data, marking.force)
                except CannotWrite as trouble:
                    cannot.append(Cannot(name, trouble.problem, trouble.hint))
                    one, is_asked = one.undone(), False
        except KeyboardInterrupt:  # what is written is told; the file in hand is as it was
            left = len(files) - done
            break
        except BaseException as error:
            found = error if isinstance(error, CannotRead) else fault(name, error, "fix")
            cannot.append(Cannot(name, found.problem, found.hint))
            if watch:
                watch.trouble(found)
            continue
        if one.trouble:
            cannot.append(one.trouble)
        if one.file.after != data or is_stdin or (is_asked and write):
            fixed.append(replace(one.file, is_stdin=is_stdin))
        reports.append(one.report)
        findings += one.findings
        known += one.known
    cannot += dict.fromkeys(one for linter in used.values() for one in linter.stopped)
    report = Report(without_what_others_read(reports), tuple(findings), cannot=tuple(cannot),
                    ignored=tuple(known))
    others = still_old([(file.stood, file.others) for file in fixed])
    return FixRun(
        tuple(replace(file, others=number) for file, number in zip(fixed, others, strict=True)),
        report, left,
    )


@dataclass(frozen=True, slots=True)
class _One:
    """What became of one file; `first` is what was found before anything was changed."""

    file: FixedFile
    report: FileReport
    findings: tuple[Finding, ...]
    first: tuple[FileReport, tuple[Finding, ...]]
    trouble: Cannot | None = None
    known: tuple[Ignored, ...] = ()  # what the baseline left out at last

    def undone(self) -> _One:
        file = replace(self.file, after=self.file.before, changed=0)
        return replace(self, file=file, report=self.first[0], findings=self.first[1])


def _check_output(output: Path | None, files: Sequence[Path]) -> None:
    if output is None:
        return
    if len(files) != 1 or files[0] == STDIN:
        raise SettingsError(
            say("--output does not go with standard input") if len(files) == 1
            else say("--output names one file, but there are {number} to fix", number=len(files)),
            say("Give one path, or leave --output out."),
        )
    if output.absolute() == files[0].absolute():
        raise SettingsError(
            say("--output is {path} itself", path=files[0]),
            say("Name another; without --output the file is changed.")
            if not copies.has_copy(readers.format_for(output))
            else say("Name another; --in-place changes the file itself."),
        )
    if readers.format_for(output) != readers.format_for(files[0]):
        raise SettingsError(
            say("{output} is not of the type of {path}", output=output, path=files[0]),
            say("Give both the same suffix."),
        )


def _written(one: _One, data: bytes, force: bool) -> _One:
    """Write one file, to its own place or to its copy, which then is what the report tells of."""
    path, copy = one.file.path, one.file.copy
    if copy is None:
        stood = stands(path)
        others = save(path, data, one.file.after)
        return replace(one, file=replace(one.file, others=others, stood=stood))
    saving_copies.save_copy(path, copy, data, one.file.after, force=force)
    moved = tuple(replace(finding, path=copy) for finding in one.findings)
    return replace(one, report=replace(one.report, path=copy), findings=moved)


@dataclass(frozen=True, slots=True)
class _Fixer:
    """Fixes the bytes of one file."""

    linter: DocumentLinter
    path: Path
    format: str | None
    sift: Sift
    marking: Marking

    def fix(self, data: bytes, unsafe: bool) -> _One:
        """The file with its fixes made; an office document as `marking` says."""
        tracking = self.marking.tracked(self.format or readers.format_for(self.path))
        one = self._mark(data, unsafe, tracking) if tracking else self._fix(data, unsafe)
        return replace(one, file=replace(one.file, copy=self.marking.copy(self.path)))

    def _mark(self, data: bytes, unsafe: bool, tracking: Tracking) -> _One:
        report, findings, known = self._check(data)
        first, trouble, after = (report, findings), None, data
        choices = choose(findings, unsafe=unsafe)
        if findings:
            document = readers.read(self.path, data, format=self.format)
            edits = [edit for choice in choices for edit in choice.fix.edits]
            said = remarks(findings, {id(choice.finding): choice.fix for choice in choices})
            try:
                after = tracked_changes.mark_up(data, document, edits, said, tracking)
            except CannotWrite as error:
                choices, trouble = [], Cannot(self.path, error.problem, error.hint)
        if choices:
            report, findings, known = self._check(after)
        comments = 0
        if after != data:
            comments = tracked_changes.comments_added(self.path, data, after)
        file = FixedFile(
            self.path, data, after, len(choices), is_tracked=True, comments=comments
        )
        return _One(file, report, findings, first, trouble, known)

    def _fix(self, data: bytes, unsafe: bool) -> _One:
        before, changed, encoding = data, 0, ""
        trouble: Cannot | None = None
        report, findings, known = self._check(data)
        first = (report, findings)
        if any(finding.fixes for finding in findings):
            trouble = self._refusal(data)
        for _ in range(0 if trouble else _PASSES):
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
            is_sifted = bool(known)
            report, findings, known = self._check(data)
            if is_sifted:
                break  # a baseline may no longer know its findings beside changed words
        file = FixedFile(self.path, before, data, changed, encoding)
        return _One(file, report, findings, first, trouble, known)

    def _refusal(self, data: bytes) -> Cannot | None:
        """Why an office document must not be changed, if so."""
        if readers.format_for(self.path) in (*readers.TEXTS, None):
            return None
        why = readers.read(self.path, data, format=self.format).read_only
        return Cannot(self.path, say("cannot change {path}", path=self.path), why) if why else None

    def _check(self, data: bytes) -> tuple[FileReport, tuple[Finding, ...], tuple[Ignored, ...]]:
        """The report, the findings that count, and those that a baseline knows."""
        report, result = check_data(self.linter, self.path, data, self.format)
        findings = result.findings if result else ()
        sifted = self.sift(Report((report,), findings))
        return report, sifted.findings, sifted.ignored
