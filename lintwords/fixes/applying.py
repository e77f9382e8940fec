"""From a file's bytes and chosen fixes to its new bytes, through the writer of its format.

Nothing outside the replaced spans moves: the source is spliced, not built anew, and a result that
reads otherwise in any other place is refused.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lintwords import readers
from lintwords.errors import CannotRead, CannotWrite
from lintwords.interface import say
from lintwords.model import Document, Edit, Fix, Segment


def apply(
    data: bytes, document: Document, fixes: Sequence[Fix], write: readers.Writer | None = None,
    *, comments: Sequence[Edit] = (), may_mark: bool = False,
) -> bytes:
    """The bytes of a file with `fixes` made by `write`, or by the format's own writer.

    `document` was read from `data`. The `comments`, which say why findings are let be, are put in
    once the words are tried alone: a comment may well part a paragraph. With `may_mark` the new
    words are a person's own and may hold markup: what they read as themselves is not compared.

    The fixes must not overlap. Raises CannotWrite if the format is only read, if the bytes cannot
    be written back as they were, or if the text around the fixes would read otherwise.
    """
    write = write or readers.writer(document.format)
    if write is None:
        raise CannotWrite(
            say("cannot change {path}", path=document.path),
            say("Files of this type are only read."),
            document.path,
        )
    edits = [edit for fix in fixes for edit in fix.edits]
    changed = write(data, document, edits)
    if not _reads_alike(document, _read_again(document, changed), edits, may_mark):
        raise CannotWrite(
            say("cannot change {path}", path=document.path),
            say("The text around the new words would read otherwise. Change it by hand."),
            document.path,
        )
    return write(data, document, [*edits, *comments]) if comments else changed


def _read_again(document: Document, data: bytes) -> Document | None:
    marked = "+" in document.encoding or document.encoding.startswith("utf-")
    encoding = None if marked else document.encoding  # a mark in the bytes tells the rest
    try:
        return readers.read(document.path, data, encoding=encoding, format=document.format)
    except CannotRead:
        return None


def _reads_alike(
    before: Document, after: Document | None, edits: Sequence[Edit], may_mark: bool
) -> bool:
    """Whether `after` reads as `before` does, but for the words of the edits."""
    if after is None or len(before.segments) != len(after.segments):
        return False
    ordered = sorted(edits, key=lambda edit: (edit.part, edit.start))
    places = [(edit.part, edit.start) for edit in ordered]
    for old, new in zip(before.segments, after.segments, strict=True):
        start, end = _reach(old)
        inside = ordered[bisect_left(places, start) : bisect_left(places, end)]
        expected = _expected(old, inside)
        if "".join(expected).split() != new.text.split() and not (
            may_mark and len(expected) > 1 and _stands_around(expected[::2], new.text)
        ):
            return False
    return True


def _reach(segment: Segment) -> tuple[tuple[int, int], tuple[int, int]]:
    """The part and the place in it at which a segment begins, and those at which it ends."""
    first, last = segment.map.runs[0].piece, segment.map.runs[-1].piece
    return (first.part, first.start), (last.part, last.end)


def _expected(segment: Segment, edits: Sequence[Edit]) -> list[str]:
    """What a segment reads once `edits` are made: each stands where its first letter stood.

    What stays and what is new, in turn; the first and the last are what stays.
    """
    parts = [""]
    for run in segment.map.runs:
        at, piece = run.start, run.piece
        # in order and without overlap, so that their ends are in order too
        first = bisect_right(
            edits, (piece.part, piece.start), key=lambda edit: (edit.part, edit.end)
        )
        last = bisect_left(
            edits, (piece.part, piece.end), key=lambda edit: (edit.part, edit.start)
        )
        for edit in edits[first:last]:
            low, high = max(edit.start, piece.start), min(edit.end, piece.end)
            if low >= high:
                continue
            if not piece.verbatim:
                at, high = run.end, piece.start  # taken whole
            else:
                low, high = low - piece.start, high - piece.start
                parts[-1] += segment.text[at : run.start + low]
                at = run.start + high
            if edit.start >= piece.start:
                parts += [edit.text, ""]
        parts[-1] += segment.text[at : run.end]
    return parts


def _stands_around(still: Sequence[str], text: str) -> bool:
    """Whether `text` holds what stays in its order, from its first letter to its last."""
    first, *between, last = ("".join(part.split()) for part in still)
    letters = "".join(text.split())
    if len(letters) < len(first) + len(last):
        return False
    at, end = len(first), len(letters) - len(last)
    for part in between:
        at = letters.find(part, at, end) + len(part)
        if at < len(part):
            return False
    return letters.startswith(first) and letters.endswith(last)
