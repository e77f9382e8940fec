"""The files of a review: what was read, what stands on disk now, and whether it can be written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lintwords import api
from lintwords.api import (
    STDIN,
    STDIN_NAME,
    Config,
    DocumentLinter,
    Watcher,
    baseline,
    fault,
    judge_document,
    left_unread,
    read_document,
    readers,
    why,
    with_all_named,
)
from lintwords.errors import CannotRead
from lintwords.model import Cannot, Document, Edit, Finding, Options, Unread
from lintwords.tui.changes import Woven
from lintwords.tui.finding import Item, clash
from lintwords.tui.words import say

_BLANK = re.compile(r"\n\s*\n|\r\s*\r")
_FAR = 4000  # characters of a paragraph that are read


@dataclass(frozen=True, slots=True)
class Text:
    """One file. `document` and `data` are what decisions speak of; `disk` is what a write expects.

    `read_only` says why the file cannot be written, `cannot` why it could not be read.
    """

    path: Path
    document: Document | None = None
    data: bytes = b""
    disk: bytes = b""
    stamp: tuple[int, int] = (0, 0)  # size and time, to see a change without reading
    read_only: str = ""
    cannot: str = ""
    hint: str = ""
    copy: Path | None = None  # where the copy with tracked changes is

    @property
    def has_file(self) -> bool:
        return self.document is not None and self.stamp != (0, 0)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The parts of it that were not read."""
        return self.document.unread if self.document else ()

    @property
    def missed(self) -> tuple[Unread, ...]:
        """Of these, those that a reader of the document sees."""
        return tuple(one for one in self.unread if one.is_seen)

    @property
    def name(self) -> str:
        return str(self.path)


class Checker:
    """Reads and checks one text at a time, as `lintwords check` would.

    `known` is the path of the baseline, None where there shall be none. Raises SettingsError or
    RulePackError for a mistake in the settings or packs.
    """

    def __init__(self, config: Config, known: Path | None = None) -> None:
        self.config, self.known = config, known
        self._linters = api.Linters(config, Options())
        self.linter_for(Path())

    def find(self, paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Cannot, ...]]:
        """The files that `paths` lead to, and what is not read of what they lead to."""
        return api.find(paths, self._linters)

    def stopped(self) -> tuple[Cannot, ...]:
        """Rules that take too long, and are not looked for any more."""
        return self._linters.stopped()

    def linter_for(self, path: Path) -> DocumentLinter:
        """The linter for a file, by its settings."""
        return self._linters.choose(path)

    def check(self, path: Path, data: bytes) -> tuple[Document, tuple[Finding, ...]]:
        """The document in `data` and its findings. Raises CannotRead."""
        linter = self.linter_for(path)
        kind = None if readers.format_for(path) else "text"
        document = read_document(linter, path, data, linter.options, kind)
        document = with_all_named(document, linter.options)
        found = judge_document(linter, document, linter.options).findings
        return document, _unknown(found, self.known, path)


def _unknown(findings: Sequence[Finding], path: Path | None, file: Path) -> tuple[Finding, ...]:
    """The findings of a file that the baseline at `path` does not let be."""
    entries = baseline.load(path) if path is not None else ()
    if path is None:
        return tuple(findings)
    return baseline.sift(entries, findings, path, [file]).new if entries else tuple(findings)


def read_all(
    paths: Sequence[Path], checker: Checker, *, stdin: bytes | None = None,
    stdin_name: str = "", watch: Watcher | None = None,
) -> list[tuple[Text, tuple[Finding, ...]]]:
    """Read and check files and folders; what cannot be read comes back with the reason."""
    files, cannot = checker.find(paths)
    rows: list[tuple[Text, tuple[Finding, ...]]] = [
        (Text(trouble.path, cannot=trouble.message, hint=trouble.hint), ())
        for trouble in cannot
    ]
    for done, path in enumerate(files):
        name = Path(stdin_name or STDIN_NAME) if path == STDIN else path
        if watch:
            watch.start(name, done, len(files))
        try:
            data = (stdin or b"") if path == STDIN else None
            rows.append(read(name, checker, data))
        except CannotRead as trouble:
            rows.append((Text(name, cannot=trouble.problem, hint=trouble.hint), ()))
            if watch:
                watch.trouble(trouble)
    return _met(rows)


def _met(
    rows: list[tuple[Text, tuple[Finding, ...]]]
) -> list[tuple[Text, tuple[Finding, ...]]]:
    """`rows` in which nothing that others of them have read counts as unread."""
    read = {os.path.abspath(text.path) for text, _ in rows if text.document}
    met = []
    for text, found in rows:
        if (document := text.document) and any(one.target for one in document.unread):
            unread = left_unread(text.path, document.unread, read)
            text = replace(text, document=replace(document, unread=unread))
        met.append((text, found))
    return met


def read(
    path: Path, checker: Checker, data: bytes | None = None
) -> tuple[Text, tuple[Finding, ...]]:
    """Read and check a file; `data` stands for standard input. Raises CannotRead, for bugs too."""
    try:
        return _read(path, checker, data)
    except CannotRead:
        raise
    except BaseException as error:
        raise fault(path, error, "review") from error


def _read(path: Path, checker: Checker, data: bytes | None) -> tuple[Text, tuple[Finding, ...]]:
    if data is not None:
        document, findings = checker.check(path, data)
        return Text(path, document, data, data, read_only=say("stdin")), findings
    now = stamp(path)
    data = bytes_of(path)
    document, findings = checker.check(path, data)
    return Text(path, document, data, data, now, _refused(path, document)), findings


def _refused(path: Path, document: Document) -> str:
    """Why a file cannot be written; empty if it can."""
    if why := readers.only_read(document):
        return why
    return "" if os.access(path, os.W_OK) else say("not-allowed")


def bytes_of(path: Path) -> bytes:
    """What stands in a file. Raises CannotRead."""
    try:
        with path.open("rb") as file:
            return file.read(readers.LARGEST + 1)  # more is refused when it is read
    except OSError as trouble:
        raise CannotRead(f"cannot open {path}", why(trouble), path) from trouble


def stamp(path: Path) -> tuple[int, int]:
    """Size and time of a file; zeros if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def is_changed(text: Text) -> bool:
    """Whether somebody else has changed the file since it was read or written here."""
    if not text.has_file or stamp(text.path) == text.stamp:
        return False
    try:
        return bytes_of(text.path) != text.disk
    except CannotRead:
        return False  # gone for a moment, as with an editor that writes a new file


def seen(text: Text) -> Text:
    """The text with the file's time as it is now, so that it is not compared again."""
    return replace(text, stamp=stamp(text.path))


def rules_in(
    checker: Checker, document: Document, item: Item, edits: Sequence[Edit],
    others: Iterable[Edit],
) -> list[str]:
    """The rules that find something in the words of `edits`; only their paragraph is read.

    `others` are the edits of other decisions, which stay.
    """
    text = document.parts[item.part].text
    low, high = min(e.start for e in edits), max(e.end for e in edits)
    start = max((m.end() for m in _BLANK.finditer(text, max(low - _FAR, 0), low)),
                default=max(low - _FAR, 0))  # fmt: skip
    blank = _BLANK.search(text, high, high + _FAR)
    end = blank.start() if blank else min(high + _FAR, len(text))
    inside = [
        edit for edit in others
        if start <= edit.start and edit.end <= end and not clash([edit], edits)
    ]  # fmt: skip
    woven = Woven(text[start:end], [
        replace(edit, start=edit.start - start, end=edit.end - start)
        for edit in (*inside, *edits)
    ])  # fmt: skip
    at = [woven.new(replace(e, start=e.start - start, end=e.end - start)) for e in edits]
    first, last = min(span[0] for span in at), max(span[1] for span in at)
    kind = document.format if document.has_lines else "text"
    part = readers.read(document.path, woven.text.encode("utf-8", "replace"), format=kind)
    found = checker.linter_for(document.path).lint(part).findings
    return sorted({f.rule for f in found if f.at.start < last and first < f.at.end})
