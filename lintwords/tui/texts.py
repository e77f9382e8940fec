"""The files of a review: what was read, what stands on disk now, and whether it can be written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Protocol

from lintwords import api, interface
from lintwords.api import (
    STDIN,
    STDIN_NAME,
    Config,
    DocumentLinter,
    baseline,
    bounds,
    fault,
    judge_document,
    left_unread,
    read_document,
    readers,
    why,
    with_all_named,
)
from lintwords.errors import CannotRead
from lintwords.model import Cannot, Document, Finding, Ignored, Options, Unread
from lintwords.tui import notes
from lintwords.tui.speaking import say
from lintwords.values import dataclass, replace

Heard = Callable[[float, Sequence[Finding]], None]  # as `judge` tells of a text


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
    real: str = ""  # where it lay, links followed, as it was read

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


class Listener(Protocol):
    """Who wants to know of a file before all of it is judged."""

    def text(self, text: Text) -> None:
        """The file is read."""

    def found(self, done: float, findings: Sequence[Finding]) -> None:
        """So much of it is judged, from 0 to 1, and this has been found since."""


class Checker:
    """Reads and checks one text at a time, as `lintwords check` would.

    `known` is the path of the baseline, None where there shall be none. Raises SettingsError or
    RulePackError for a mistake in the settings or packs.
    """

    def __init__(self, config: Config, known: Path | None = None) -> None:
        self.config, self.known = config, known
        self.moves: dict[str, str] = {}  # files of the baseline that are gone, and what they are
        self._linters = api.ChosenLinters(config, Options())
        self.linter_for(Path())

    def find(self, paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Cannot, ...]]:
        """The files that `paths` lead to, and what is not read of what they lead to."""
        found = api.find(paths, self._linters)
        return found.files, found.cannot

    def stopped(self) -> tuple[Cannot, ...]:
        """Rules that take too long, and are not looked for any more."""
        return self._linters.stopped()

    def linter_for(self, path: Path) -> DocumentLinter:
        """The linter for a file, by its settings."""
        return self._linters.choose(path)

    def check(
        self, path: Path, data: bytes, but: Collection[tuple[str, str, str]] = ()
    ) -> tuple[Document, tuple[Finding, ...]]:
        """The document in `data` and its findings. Raises CannotRead.

        `but` are entries of the baseline that are passed over: rule, reach and reason.
        """
        document = self.document(path, data)
        return document, self.findings(document, but=but, data=data)

    def document(self, path: Path, data: bytes) -> Document:
        """The document in `data`, which is not judged yet. Raises CannotRead."""
        linter = self.linter_for(path)
        kind = None if readers.format_for(path) else "text"
        document = read_document(linter, path, data, kind)
        return with_all_named(document, linter)

    def findings(
        self, document: Document, heard: Heard | None = None,
        but: Collection[tuple[str, str, str]] = (), data: bytes = b"",
    ) -> tuple[Finding, ...]:
        """The findings of a document; `heard` is told of them while they are looked for.

        One that a write of the baseline made known is open all the same while a note stands on it
        in `data`.
        """
        linter, path = self.linter_for(document.path), document.path
        known = self._baseline(linter).only(
            lambda one: (one.rule, one.reach, one.reason) not in but
        )

        def new(found: Sequence[Finding]) -> tuple[Finding, ...]:
            """The findings of the file that the baseline does not let be."""
            sifted = known.sift(found, [path])
            moves.update(sifted.followed.moves)
            noted = notes.on_known(document, data, sifted.known)
            if not noted:
                return sifted.new
            open_ones = {*map(id, sifted.new), *noted}
            return tuple(one for one in found if id(one) in open_ones)

        moves: dict[str, str] = {}
        told = Told(new, heard) if known.entries and heard else heard
        found = judge_document(linter, document, told).findings
        moves.clear()  # what a part of the findings looked like
        left = new(found)
        self.moves.update(moves)
        return left

    def left(self, document: Document) -> tuple[Ignored, ...]:
        """The findings of a document that a person has left be in the baseline, with a reason."""
        linter = self.linter_for(document.path)
        known = self._baseline(linter).only(lambda one: one.reason not in ("", baseline.KNOWN))
        if not known.entries:  # nothing has to be judged
            return ()
        return known.sift(judge_document(linter, document).findings, [document.path]).known

    def _baseline(self, linter: DocumentLinter) -> baseline.Baseline:
        return baseline.opened(self.known, api.old_names(linter))


class Told:
    """Tells of findings in lots, each sifted with all before it: a baseline counts what is alike.
    """

    def __init__(
        self, new: Callable[[Sequence[Finding]], tuple[Finding, ...]], then: Heard
    ) -> None:
        self._new, self._then = new, then
        self._found: list[Finding] = []
        self._told: set[int] = set()

    def __call__(self, done: float, found: Sequence[Finding]) -> None:
        self._found += found
        new = self._new(self._found) if found else ()
        fresh = [one for one in new if id(one) not in self._told]
        self._told.update(map(id, fresh))
        self._then(done, fresh)


def read_all(
    paths: Sequence[Path], checker: Checker, *, stdin: bytes = b"", stdin_name: str = STDIN_NAME
) -> list[tuple[Text, tuple[Finding, ...]]]:
    """Read and check files and folders; what cannot be read comes back with the reason."""
    files, cannot = checker.find(paths)
    rows: list[tuple[Text, tuple[Finding, ...]]] = [
        (Text(trouble.path, cannot=trouble.message, hint=trouble.hint), ())
        for trouble in cannot
    ]
    for path in files:
        name, data = (Path(stdin_name), stdin) if path == STDIN else (path, None)
        try:
            rows.append(read(name, checker, data))
        except CannotRead as trouble:
            rows.append((Text(name, cannot=trouble.problem, hint=trouble.hint), ()))
    return without_what_others_read(rows)


def without_what_others_read(
    rows: list[tuple[Text, tuple[Finding, ...]]]
) -> list[tuple[Text, tuple[Finding, ...]]]:
    """Texts with their findings; what others of them have read does not count as unread."""
    read = {os.path.abspath(text.path) for text, _ in rows if text.document}
    met = []
    for text, found in rows:
        if (document := text.document) and any(one.target for one in document.unread):
            unread = left_unread(text.path, document.unread, read)
            text = replace(text, document=replace(document, unread=unread))
        met.append((text, found))
    return met


def read(
    path: Path, checker: Checker, data: bytes | None = None, listener: Listener | None = None
) -> tuple[Text, tuple[Finding, ...]]:
    """Read and check a file; `data` stands for standard input. Raises CannotRead, for bugs too.

    `listener` is told of the text and its findings as soon as they are there.
    """
    try:
        text = _read(path, checker, data)
        assert text.document is not None
        if listener is None:
            return text, checker.findings(text.document, data=text.data)
        listener.text(text)
        return text, checker.findings(text.document, listener.found, data=text.data)
    except CannotRead:
        raise
    except BaseException as error:
        raise fault(path, error, "review") from error


def _read(path: Path, checker: Checker, data: bytes | None) -> Text:
    if data is not None:
        return Text(path, checker.document(path, data), data, data, read_only=say("stdin"))
    real, now = os.path.realpath(path), stamp(path)
    data = bytes_of(path)
    document = checker.document(path, data)
    return Text(path, document, data, data, now, _refused(path, document), real=real)


def _refused(path: Path, document: Document) -> str:
    """Why a file cannot be written; empty if it can."""
    if why := readers.only_read(document):
        return why
    return "" if os.access(path, os.W_OK) else say("not-allowed")


def bytes_of(path: Path) -> bytes:
    """What stands in a file. Raises CannotRead."""
    problem = interface.say("cannot open {path}", path=path)
    try:
        found = bounds.content(path, readers.LARGEST)  # more is refused when it is read
    except OSError as trouble:
        raise CannotRead(problem, why(trouble), path) from trouble
    if found is None:  # whoever opens a pipe waits
        raise CannotRead(problem, interface.say("It is not a plain file."), path)
    return found


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
