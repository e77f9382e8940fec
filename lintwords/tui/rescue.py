"""What can be saved of a file that cannot be written, and how: in a new file beside it."""

from __future__ import annotations

import enum
import os
from pathlib import Path

from lintwords import interface
from lintwords.api import copies, plain_text, readers, whole
from lintwords.errors import LintwordsError
from lintwords.tui.changed_bytes import new_bytes
from lintwords.tui.changed_text import all_edits, patch
from lintwords.tui.review import Review
from lintwords.tui.texts import Text


class SaveAs(enum.Enum):
    """What can be saved of a file that cannot be written."""

    COPY = "copy"  # the file, changed
    PATCH = "patch"  # what changes, for `patch` and `git apply`
    TEXT = "text"  # the changed words alone, of a format that is only read


def ways(text: Text) -> tuple[SaveAs, ...]:
    """What can be saved of a file that cannot be written: nothing that nobody can use."""
    document = text.document
    if document is None:
        return ()
    if readers.only_read(document):
        return (SaveAs.TEXT,)
    return (SaveAs.COPY, SaveAs.PATCH) if document.format in readers.TEXTS else (SaveAs.COPY,)


def copy_name(text: Text) -> Path:
    """Where a copy goes: beside the file, under a name that is free."""
    return _free(text, text.path.suffix or ".txt")


def name(text: Text, what: SaveAs) -> Path:
    """Where that goes: beside the file, under a name that is free."""
    suffix = {SaveAs.PATCH: ".patch", SaveAs.TEXT: ".txt"}.get(what)
    return _free(text, suffix) if suffix else copy_name(text)


def save(review: Review, file: int, what: SaveAs) -> Path:
    """Write a changed copy, a patch or the changed words of a file that stays as it is.

    Raises LintwordsError.
    """
    text = review.texts[file]
    path = name(text, what)
    if what is SaveAs.COPY:
        return _new_file(path, new_bytes(review, file))
    assert text.document is not None
    made = patch(review.session, text.document, file) if what is SaveAs.PATCH else \
        plain_text.composed(text.document, all_edits(review.session, file, comments=False))
    return _new_file(path, made.encode("utf-8", "surrogatepass"))


def _free(text: Text, suffix: str) -> Path:
    folder = text.path.parent if text.has_file else Path()
    if not os.access(folder, os.W_OK):
        folder = Path()
    stem = copies.original(text.path).stem.strip("<>") or "text"
    path = folder / f"{stem}.lintwords{suffix}"
    number = 2
    while path.exists():
        path, number = folder / f"{stem}.lintwords-{number}{suffix}", number + 1
    return path


def _new_file(path: Path, data: bytes) -> Path:
    if not whole.create(path, data):
        raise LintwordsError(interface.say("{path} is there already", path=path))
    return path
