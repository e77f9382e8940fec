"""Files, or a text of an archive, checked: one report of all, or the results of one.

Each is read once, by `one_file`; trouble with one never stops the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lintwords import readers
from lintwords.errors import CannotRead
from lintwords.judge.document_linter import DocumentLinter, FileResult
from lintwords.model import Cannot, FileReport, Report
from lintwords.readers.common.included import without_what_others_read
from lintwords.run.discovery import STDIN
from lintwords.run.faults import Fault, admitted, ended, fault
from lintwords.run.one_file import (
    check_data,
    is_utf8,
    lines_of,
    read_bytes,
    read_document,
    source_lines,
)
from lintwords.run.tasks import Outcome, Pace, Task, judged
from lintwords.values import replace

if TYPE_CHECKING:
    from lintwords.run.cache import Cache, Signature
    from lintwords.run.workers import Crew

STDIN_NAME = "<stdin>"


class Watcher(Protocol):
    """What a face may want to know while a run goes on."""

    def start(self, path: Path, done: int, total: int) -> None:
        """A file is about to be read."""

    def finish(self, path: Path, seconds: float) -> None:
        """A file has been checked, or could not be."""

    def trouble(self, error: CannotRead) -> None:
        """A file cannot be checked; the report will say so too."""


def check_files(
    choose: Callable[[Path], DocumentLinter],
    files: Sequence[Path],
    *,
    stdin: bytes = b"",
    stdin_name: str = "",
    format: str | None = None,
    watch: Watcher | None = None,
    cached: bool = False,
    processes: int = 1,
) -> Report:
    """Check `files` in their order, each by the linter that `choose` names.

    `-` stands for `stdin`, which has the type of `stdin_name`.

    `format` overrules the suffix of the standard input's name. With `cached`, what was found in
    unchanged files the last time is taken from the cache, and kept there. Up to `processes` judge
    at once where that pays; the report is the same. Raises SettingsError for
    an encoding that is not known; whatever is wrong with a file comes back in `cannot`, and so does
    a bug of lintwords that shows on it.
    """
    course = _Course(files, _Caches(cached and len(files) > 1), watch, processes)
    try:
        for number, path in enumerate(files):
            is_stdin = path.name == STDIN.name and path == STDIN  # comparing paths is dear
            name = Path(stdin_name or STDIN_NAME) if is_stdin else path
            course.begin(number, name)
            try:
                linter = choose(name)
                if is_stdin:
                    kind = format or (None if stdin_name else "text")
                    course.settle(number, *check_data(linter, name, stdin, kind))
                else:
                    course.take(number, path, linter)
            except CannotRead as error:
                course.fail(number, name, error)
            except BaseException as error:
                course.fail(number, name, fault(name, error))
        course.wait()
    finally:
        course.stop()
    return course.report()


def lint_bytes(linter: DocumentLinter, data: bytes, format: str) -> Report:
    """Check one text in UTF-8. Raises CannotRead, for a bug of lintwords that shows on it too."""
    path = Path(STDIN_NAME)
    try:
        file, result = check_data(linter, path, data, format)
    except CannotRead:
        raise
    except BaseException as error:
        raise fault(path, error) from error
    if result is None:
        return Report((file,))
    return Report(
        (file,), result.findings, result.passed, result.mentions, result.cannot,
        ignored=result.ignored,
    )


class _Asked(NamedTuple):
    """A file that somebody judges, and how to keep what comes of it."""

    path: Path
    linter: DocumentLinter
    cache: Cache | None
    signature: Signature | None
    name: bytes


class _Course:
    """The way of the files of one run: the cache, this process or helpers answer for each."""

    def __init__(
        self, files: Sequence[Path], caches: _Caches, watch: Watcher | None, processes: int
    ) -> None:
        self._answers: list[tuple[FileReport, FileResult | None] | Cannot | None]
        self._answers = [None] * len(files)
        self._caches, self._watch, self._processes = caches, watch, processes
        self._asked: dict[int, _Asked] = {}
        self._pace = Pace()
        self._crew: Crew | None = None
        self._began = 0.0

    def begin(self, number: int, name: Path) -> None:
        """The next file is looked at."""
        self._began = time.perf_counter()
        if self._watch:
            self._watch.start(name, number, len(self._answers))

    def take(self, number: int, path: Path, linter: DocumentLinter) -> None:
        """Find out what is in a file, from the cache if it has not changed since it was checked."""
        cache, signature, name = self._caches.of(linter), None, b""
        if cache:
            signature = cache.signature(path)
            clean = cache.clean(path, signature)
            if clean:
                return self.settle(number, clean, None)
        data = read_bytes(path)
        if cache:
            name = cache.name(path, data)
            known = cache.get(path, name)
            if known:
                file, result = known
                if result and result.findings:
                    file = replace(file, lines=_lines(linter, path, data))
                cache.note(signature, file, result)
                return self.settle(number, file, result)
        self._asked[number] = _Asked(path, linter, cache, signature, name)
        self._hand_out(Task(number, path, data, linter.options), linter)

    def settle(
        self, number: int, file: FileReport, result: FileResult | None,
        seconds: float | None = None,
    ) -> None:
        """A file is done."""
        self._answers[number] = file, result
        self._finish(file.path, seconds)

    def fail(
        self, number: int, path: Path, error: CannotRead, seconds: float | None = None
    ) -> None:
        """A file cannot be checked."""
        self._answers[number] = Cannot(path, error.problem, error.hint)
        if self._watch:
            self._watch.trouble(error)
        self._finish(path, seconds)

    def wait(self) -> None:
        """Take in what helpers still have; keep what is new in the cache."""
        for outcome in self._crew.rest() if self._crew else ():
            self._come_back(outcome)
        for number, asked in self._asked.items():  # what nobody answered for is not clean
            self.fail(number, asked.path, ended(asked.path))
        self._caches.save()

    def stop(self) -> None:
        """Send helpers home."""
        if self._crew:
            self._crew.stop()

    def report(self) -> Report:
        """All answers, in the order of the files."""
        checked = [one for one in self._answers if isinstance(one, tuple)]
        results = [result for _, result in checked if result is not None]
        return Report(
            files=without_what_others_read([file for file, _ in checked]),
            findings=tuple(finding for result in results for finding in result.findings),
            passed=tuple(passed for result in results for passed in result.passed),
            mentions=tuple(note for result in results for note in result.mentions),
            ignored=tuple(ignored for result in results for ignored in result.ignored),
            cannot=(
                *(one for one in self._answers if isinstance(one, Cannot)),
                *dict.fromkeys(one for result in results for one in result.cannot),
            ),
        )

    def _hand_out(self, task: Task, linter: DocumentLinter) -> None:
        left, begun = len(self._answers) - task.number, task.number
        if not self._crew and self._processes > 1 and self._pace.asks_for_helpers(left, begun):
            from lintwords.run.workers import Crew  # 30 ms, and most runs are short

            self._crew = Crew(self._processes)
        if self._crew:
            for outcome in self._crew.take(task):
                self._come_back(outcome)
        else:
            outcome = judged(task, linter)
            self._pace.note()
            self._come_back(outcome)

    def _come_back(self, outcome: Outcome) -> None:
        asked = self._asked.pop(outcome.number)
        error = outcome.error
        if isinstance(error, Fault):
            error = admitted(error)  # a helper does not know whether bugs are to be raised
        if error:
            return self.fail(outcome.number, asked.path, error, outcome.seconds)
        assert outcome.file is not None
        try:
            is_whole = outcome.result is None or not outcome.result.cannot
            if asked.cache and is_whole:
                asked.cache.put(asked.name, outcome.file, outcome.result)
                asked.cache.note(asked.signature, outcome.file, outcome.result)
        except BaseException as trouble:
            found = fault(asked.path, trouble)
            return self.fail(outcome.number, asked.path, found, outcome.seconds)
        self.settle(outcome.number, outcome.file, outcome.result, outcome.seconds)

    def _finish(self, path: Path, seconds: float | None) -> None:
        if self._watch:
            spent = time.perf_counter() - self._began if seconds is None else seconds
            self._watch.finish(path, spent)


class _Caches:
    """A cache for each set of options that a run asks for; none where none is wanted."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._by_linter: dict[int, Cache | None] = {}  # the caller keeps its linters

    def of(self, linter: DocumentLinter) -> Cache | None:
        """The cache for a linter; None where something is asked that is not kept."""
        options = linter.options
        if not self._wanted or options.keep_passed or options.explain_mentions:
            return None
        if id(linter) not in self._by_linter:
            from lintwords.run.cache import Cache  # a run on one file needs none

            stamp = linter.stamp_of_all
            self._by_linter[id(linter)] = Cache(stamp, options) if stamp else None
        return self._by_linter[id(linter)]

    def save(self) -> None:
        for cache in self._by_linter.values():
            if cache:
                cache.save()


def _lines(linter: DocumentLinter, path: Path, data: bytes) -> tuple[str, ...]:
    """What snippets are cut from; the cache does not keep it."""
    if readers.format_for(path) in readers.TEXTS and is_utf8(path, data, linter.options):
        return source_lines(data.decode("utf-8-sig"))
    return lines_of(read_document(linter, path, data))
