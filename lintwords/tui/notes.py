"""Notes on open findings that stand in the comments of a Word file, and where one can stand."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.api import copies, tracked_changes
from lintwords.model import Finding
from lintwords.reports.remarks import note_in, remarks
from lintwords.tui.texts import Text


def has_room(text: Text) -> bool:
    """Whether a comment in the copy of a text can hold a note."""
    document = text.document
    is_tracked = document is not None and copies.can_track(document.format)
    return is_tracked and text.has_file and not text.read_only


def found(text: Text, findings: Sequence[Finding]) -> list[str]:
    """The notes that comments of a text have on its findings, in their order; "" for none."""
    document = text.document
    if document is None or not findings or not copies.can_track(document.format):
        return [""] * len(findings)
    said = tracked_changes.said_before(text.path, text.data, remarks(findings, {}))
    return [note_in(one, finding.lang) for one, finding in zip(said, findings, strict=True)]
