"""What a person says of findings in the comments of a Word file, and where a note can stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from lintwords.api import baseline, copies, readers, tracked_changes
from lintwords.errors import CannotRead
from lintwords.model import Document, Finding, Ignored
from lintwords.reports.remarks import note_in, reason_in, remarks
from lintwords.tui.finding import OPEN, Decision, Reach, ignored, noted

if TYPE_CHECKING:
    from lintwords.tui.texts import Text


def has_room(text: Text) -> bool:
    """Whether a comment in the copy of a text can hold a note."""
    document = text.document
    is_tracked = document is not None and copies.can_track(document.format)
    return is_tracked and text.has_file and not text.read_only


def found(text: Text, findings: Sequence[Finding]) -> list[Decision]:
    """What comments of a text say of its findings, in their order; OPEN for nothing.

    That is a note on what is open, or the reason to leave words as they are.
    """
    said = _said(text.document, text.data, findings)
    return [_decision(one, finding.lang) for one, finding in zip(said, findings, strict=True)]


def _decision(comment: str, lang: str) -> Decision:
    if reason := reason_in(comment, lang):
        return ignored(Reach.HERE, reason)
    note = note_in(comment, lang)
    return noted(note, comment=True) if note else OPEN


def _said(document: Document | None, data: bytes, findings: Sequence[Finding]) -> list[str]:
    """The comments in `data` on findings of its document; "" for none."""
    if document is None or not data or not findings or not copies.can_track(document.format):
        return [""] * len(findings)
    return tracked_changes.said_before(document.path, data, remarks(findings, {}))


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
    said = _said(document, data, bare)
    notes = {id(finding): note_in(comment, finding.lang)
             for finding, comment in zip(bare, said, strict=True)}
    return {finding: note for finding, note in notes.items() if note}
