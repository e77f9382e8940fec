"""Notes on open findings that stand in the comments of a Word file, and where one can stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from lintwords.api import baseline, copies, readers, tracked_changes
from lintwords.errors import CannotRead
from lintwords.model import Document, Finding, Ignored
from lintwords.reports.remarks import note_in, remarks

if TYPE_CHECKING:
    from lintwords.tui.texts import Text


def has_room(text: Text) -> bool:
    """Whether a comment in the copy of a text can hold a note."""
    document = text.document
    is_tracked = document is not None and copies.can_track(document.format)
    return is_tracked and text.has_file and not text.read_only


def found(text: Text, findings: Sequence[Finding]) -> list[str]:
    """The notes that comments of a text have on its findings, in their order; "" for none."""
    return in_comments(text.document, text.data, findings)


def in_comments(
    document: Document | None, data: bytes, findings: Sequence[Finding]
) -> list[str]:
    """The notes that comments in `data` have on findings of its document; "" for none."""
    if document is None or not data or not findings or not copies.can_track(document.format):
        return [""] * len(findings)
    said = tracked_changes.said_before(document.path, data, remarks(findings, {}))
    return [note_in(one, finding.lang) for one, finding in zip(said, findings, strict=True)]


def in_files(known: Sequence[Ignored]) -> dict[int, str]:
    """The notes in Word files on findings that nobody left be, by `id`."""
    found: dict[int, str] = {}
    for path in dict.fromkeys(one.finding.path for one in known):
        with suppress(CannotRead, OSError):
            if copies.can_track(readers.format_for(path)):
                data = path.read_bytes()
                rows = [one for one in known if one.finding.path == path]
                found.update(on_known(readers.read(path, data), data, rows))
    return found


def on_known(
    document: Document, data: bytes, known: Iterable[Ignored]
) -> dict[int, str]:
    """The notes on findings that nobody left be: a baseline was written over them, by `id`."""
    bare = [one.finding for one in known if one.reason == baseline.KNOWN]
    said = in_comments(document, data, bare)
    return {id(finding): note for finding, note in zip(bare, said, strict=True) if note}
