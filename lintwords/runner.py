"""Many files → one report. Each file is read once; trouble with one never stops the others."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lintwords import readers
from lintwords.discovery import STDIN, why
from lintwords.errors import CannotRead
from lintwords.linter import LANGUAGES, FileResult, Linter
from lintwords.model import Cannot, Document, FileReport, Options, Report
from lintwords.readers.source import decode
from lintwords.rule import Brief, Rule

if TYPE_CHECKING:
    from lintwords.cache import Cache

STDIN_NAME = "<stdin>"
UNDETERMINED = "und"  # the language of a text that holds nothing to judge (BCP 47)

_SPOKEN = b"lintwords:"  # of a comment that may have to be told about
_ENDS = re.compile(rb"\r\n|\r|\n")
_TAGS = re.compile(rb"<[^<>]*>")
_JOINERS = b"'-"  # a dash that stands alone is no word, one inside a word does not part it
_BETWEEN = bytes(0x61 if byte >= 0x80 or chr(byte).isalnum() else 0x20 for byte in range(256))


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
    read: list[tuple[FileReport, FileResult | None]] = []
    cannot: list[Cannot] = []
    caches = _Caches(cached and len(files) > 1)
    for done, path in enumerate(files):
        is_stdin = path == STDIN
        name = Path(stdin_name or STDIN_NAME) if is_stdin else path
        kind = (format or (None if stdin_name else "text")) if is_stdin else None
        began = time.perf_counter()
        if watch:
            watch.start(name, done, len(files))
        try:
            data = stdin if is_stdin else read_bytes(path)
            own = choose(name) if choose else linter
            chosen = own.options if choose else options
            cache = None if is_stdin else caches.of(own, chosen)
            read.append(_known(cache, own, name, data, chosen, kind))
        except CannotRead as error:
            cannot.append(Cannot(name, error.problem, error.hint))
            if watch:
                watch.trouble(error)
        if watch:
            watch.finish(name, time.perf_counter() - began)
    caches.save()
    results = [result for _, result in read if result is not None]
    return Report(
        files=tuple(file for file, _ in read),
        findings=tuple(finding for result in results for finding in result.findings),
        passed=tuple(passed for result in results for passed in result.passed),
        mentions=tuple(note for result in results for note in result.mentions),
        ignored=tuple(ignored for result in results for ignored in result.ignored),
        cannot=tuple(cannot),
    )


def words(data: bytes, *, is_html: bool = False) -> int:
    """About how many words a source in UTF-8 holds; markup of HTML is not counted."""
    if is_html:
        data = _TAGS.sub(b" ", data)
    shape = data.translate(_BETWEEN, _JOINERS)
    return shape.count(b" a") + shape.startswith(b"a")


def source_lines(text: str) -> tuple[str, ...]:
    """The lines of a source with their ends; only CR, LF and CRLF end a line."""
    if "\r" in text:
        return tuple(line for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text) if line)
    *whole, rest = text.split("\n")
    lines = [f"{line}\n" for line in whole]
    return (*lines, rest) if rest else tuple(lines)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of a known type; raises CannotRead."""
    if readers.format_for(path) is None:
        readers.read(path, b"")  # says which suffixes are read; nothing is opened
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise CannotRead(f"cannot open {path}", why(trouble), path) from trouble


class _Caches:
    """A cache for each set of options that a run asks for; none where none is wanted."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._by_options: dict[Options, Cache | None] = {}

    def of(self, linter: Linter, options: Options) -> Cache | None:
        """The cache for a linter; None where something is asked that is not kept."""
        if not self._wanted or options.keep_passed or options.explain_mentions:
            return None
        if options not in self._by_options:
            from lintwords.cache import Cache  # a run on one file needs none

            stamp = linter.stamp
            self._by_options[options] = Cache(stamp, options) if stamp else None
        return self._by_options[options]

    def save(self) -> None:
        for cache in self._by_options.values():
            if cache:
                cache.save()


def _known(
    cache: Cache | None, linter: Linter, path: Path, data: bytes, options: Options,
    format: str | None,
) -> tuple[FileReport, FileResult | None]:
    """As `check_data`, but for a file that was checked before and has not changed since."""
    if cache is None or (format or readers.format_for(path)) not in readers.TEXTS:
        return check_data(linter, path, data, options, format)
    name = cache.name(path, data)
    known = cache.get(path, name)
    if known is None:
        file, result = check_data(linter, path, data, options, format)
        # what is not kept must be there to read again from the file
        if not file.unread and (not file.lines or _is_utf8(path, data, options)):
            cache.put(name, (file.lang, file.words, result))
        return file, result
    lang, number, result = known
    lines = source_lines(data.decode("utf-8-sig")) if result and result.findings else ()
    return FileReport(path, lang, number, lines), result


def check_data(
    linter: Linter, path: Path, data: bytes, options: Options, format: str | None = None
) -> tuple[FileReport, FileResult | None]:
    """What is read and found in `data` as the file `path`; no result where no trigger stands."""
    kind = format or readers.format_for(path)
    is_html = kind == "html"
    if (
        kind in readers.TEXTS and _is_utf8(path, data, options)
        and not linter.gate(data, markup=kind != "text") and _SPOKEN not in data
    ):  # fmt: skip
        lang = UNDETERMINED if options.lang == "auto" else options.lang
        return FileReport(path, lang, words(data, is_html=is_html)), None
    document = readers.read(
        path, data, encoding=options.encoding, format=format, matters=linter.matters,
        fields=options.fields,
    )
    if not document.has_lines:
        return _check_paragraphs(linter, document, options)
    result = judge(linter, document, options)
    number = words(document.source.encode("utf-8", "replace"), is_html=is_html)
    lines = source_lines(document.source) if result.findings else ()
    return FileReport(path, result.lang, number, lines), result


def _check_paragraphs(
    linter: Linter, document: Document, options: Options
) -> tuple[FileReport, FileResult | None]:
    texts = tuple(part.text for part in document.parts)
    joined = "\n\n".join(texts).encode("utf-8", "replace")
    lang = document.lang or UNDETERMINED if options.lang == "auto" else options.lang
    file = FileReport(document.path, lang, words(joined), unread=document.unread)
    if not linter.gate(joined, markup=False):
        return file, None
    result = _lint(linter, document)
    return replace(file, lang=result.lang, lines=texts if result.findings else ()), result


def judge(linter: Linter, document: Document, options: Options) -> FileResult:
    """What is found in a document that is read already; comments in it have their say."""
    result = _lint(linter, document)
    if not document.comments:
        return result
    from lintwords import suppress  # 15 ms, and most texts hold no comment to lintwords

    rules: list[Rule | Brief] = [*linter.index.briefs, *suppress.RULES]
    return suppress.sift(document, result, rules, options, judged=_speaks(document, options))


def _speaks(document: Document, options: Options) -> bool:
    """Whether there are rules for the language of a document."""
    lang = options.lang if options.lang != "auto" else document.lang
    return lang is None or lang.partition("-")[0].lower() in LANGUAGES


def _is_utf8(path: Path, data: bytes, options: Options) -> bool:
    """Whether the gate may judge the bytes: UTF-8 text, and no other encoding is asked for.

    A file that cannot be read must not pass as clean only because no name stands in it.
    """
    if options.encoding is not None:
        return False
    try:
        return decode(path, data)[1] in ("utf-8", "utf-8-sig")
    except CannotRead:
        return False  # the reader of the format may know better, and says what is wrong


def _lint(linter: Linter, document: Document) -> FileResult:
    """The findings of a document; no fix is safe in a file that is only read."""
    result = linter.lint(document)
    if not any(finding.fixes for finding in result.findings) or readers.writer(document.format):
        return result
    return replace(result, findings=tuple(
        replace(finding, fixes=tuple(
            replace(fix, safe=False, why_not="files of this type are only read")
            for fix in finding.fixes
        ))
        for finding in result.findings
    ))  # fmt: skip
