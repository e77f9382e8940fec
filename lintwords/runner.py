"""Many files → one report. Each file is read once; trouble with one never stops the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lintwords import readers
from lintwords.checking import check_data, is_utf8, lines_of, read, read_bytes, source_lines
from lintwords.discovery import STDIN
from lintwords.errors import CannotRead
from lintwords.linter import FileResult, Linter
from lintwords.model import Cannot, FileReport, Options, Report

if TYPE_CHECKING:
    from lintwords.cache import Cache

STDIN_NAME = "<stdin>"


class Watcher(Protocol):
    """What a face may want to know while a run goes on."""

    def start(self, path: Path, done: int, total: int) -> None:
        """A file is about to be read."""

    def finish(self, path: Path, seconds: float) -> None:
        """A file has been checked, or could not be."""

    def trouble(self, error: CannotRead) -> None:
        """A file cannot be checked; the report will say so too."""


def run(
    linter: Linter,
    files: Sequence[Path],
    options: Options,
    *,
    choose: Callable[[Path], Linter] | None = None,
    stdin: bytes = b"",
    stdin_name: str = "",
    format: str | None = None,
    watch: Watcher | None = None,
    cached: bool = False,
) -> Report:
    """Check `files` in their order, each by the linter that `choose` names, if it is given.

    `-` stands for `stdin`, which has the type of `stdin_name`.

    `format` overrules the suffix of the standard input's name. With `cached`, what was found in
    unchanged files the last time is taken from the cache, and kept there. Raises SettingsError for
    an encoding that is not known; whatever is wrong with a file comes back in `cannot`.
    """
    checked: list[tuple[FileReport, FileResult | None]] = []
    cannot: list[Cannot] = []
    caches = _Caches(cached and len(files) > 1)
    for done, path in enumerate(files):
        is_stdin = path.name == STDIN.name and path == STDIN  # comparing paths is dear
        name = Path(stdin_name or STDIN_NAME) if is_stdin else path
        kind = (format or (None if stdin_name else "text")) if is_stdin else None
        began = time.perf_counter()
        if watch:
            watch.start(name, done, len(files))
        try:
            own = choose(name) if choose else linter
            chosen = own.options if choose else options
            if is_stdin:
                checked.append(check_data(own, name, stdin, chosen, kind))
            else:
                checked.append(_checked(caches.of(own, chosen), own, path, chosen))
        except CannotRead as error:
            cannot.append(Cannot(name, error.problem, error.hint))
            if watch:
                watch.trouble(error)
        if watch:
            watch.finish(name, time.perf_counter() - began)
    caches.save()
    results = [result for _, result in checked if result is not None]
    return Report(
        files=tuple(file for file, _ in checked),
        findings=tuple(finding for result in results for finding in result.findings),
        passed=tuple(passed for result in results for passed in result.passed),
        mentions=tuple(note for result in results for note in result.mentions),
        ignored=tuple(ignored for result in results for ignored in result.ignored),
        cannot=tuple(cannot),
    )


class _Caches:
    """A cache for each set of options that a run asks for; none where none is wanted."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._by_linter: dict[int, Cache | None] = {}  # the caller keeps its linters

    def of(self, linter: Linter, options: Options) -> Cache | None:
        """The cache for a linter; None where something is asked that is not kept."""
        if not self._wanted or options.keep_passed or options.explain_mentions:
            return None
        if id(linter) not in self._by_linter:
            from lintwords.cache import Cache  # a run on one file needs none

            stamp = linter.stamp
            self._by_linter[id(linter)] = Cache(stamp, options) if stamp else None
        return self._by_linter[id(linter)]

    def save(self) -> None:
        for cache in self._by_linter.values():
            if cache:
                cache.save()


def _checked(
    cache: Cache | None, linter: Linter, path: Path, options: Options
) -> tuple[FileReport, FileResult | None]:
    """What is in a file, taken from the cache if it was checked before and has not changed."""
    if cache is None:
        return check_data(linter, path, read_bytes(path), options)
    signature = cache.signature(path)
    clean = cache.clean(path, signature)
    if clean:
        return clean, None
    data = read_bytes(path)
    name = cache.name(path, data)
    known = cache.get(path, name)
    if known is None:
        known = check_data(linter, path, data, options)
        cache.put(name, *known)
    elif known[1] and known[1].findings:
        known = replace(known[0], lines=_lines(linter, path, data, options)), known[1]
    cache.note(signature, *known)
    return known


def _lines(linter: Linter, path: Path, data: bytes, options: Options) -> tuple[str, ...]:
    """What snippets are cut from; the cache does not keep it."""
    if readers.format_for(path) in readers.TEXTS and is_utf8(path, data, options):
        return source_lines(data.decode("utf-8-sig"))
    return lines_of(read(linter, path, data, options))
