"""Compatible fixes, applied through the reader of a format; files written whole; diffs.

Nothing outside the replaced spans moves: the source is spliced, not built anew, and a result that
reads otherwise in any other place is refused.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords import readers
from lintwords.errors import CannotRead, CannotWrite
from lintwords.files import whole
from lintwords.model import Document, Edit, Finding, Fix, Segment


class Choice(NamedTuple):
    """A finding and the fix that is to be made."""

    finding: Finding
    fix: Fix


def choose(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Choice]:
    """The first safe fix of each finding, or the first of all with `unsafe`.

    Of fixes that overlap the first in order wins; the other finding stays.
    """
    taken = _Taken()
    chosen = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe), None)
        if fix is None and unsafe and finding.fixes:
            fix = finding.fixes[0]
        if fix is not None and taken.take(fix.edits):
            chosen.append(Choice(finding, fix))
    return chosen


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together; of those that overlap the first wins."""
    taken = _Taken()
    return [fix for fix in fixes if taken.take(fix.edits)]


class _Taken:
    """The stretches of the source that are given away, in order."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, int]] = []  # part, start, end

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take all stretches of `edits`, or none if one is taken or two of them overlap."""
        spans = sorted((edit.part, edit.start, edit.end) for edit in edits)
        if not spans or any(_overlap(a, b) for a, b in zip(spans, spans[1:], strict=False)):
            return False
        if any(self._has(span) for span in spans):
            return False
        for span in spans:
            self._spans.insert(bisect_left(self._spans, span), span)
        return True

    def _has(self, span: tuple[int, int, int]) -> bool:
        at = bisect_left(self._spans, span)
        around = self._spans[max(at - 1, 0) : at + 1]
        return any(_overlap(min(span, other), max(span, other)) for other in around)


def _overlap(first: tuple[int, int, int], second: tuple[int, int, int]) -> bool:
    """Whether two stretches share a character, or begin at one place."""
    if first[0] != second[0]:
        return False
    return second[1] < first[2] or first[1] == second[1]


# -- bytes ---------------------------------------------------------------------------------------


def apply(
    data: bytes, document: Document, fixes: Sequence[Fix], write: readers.Writer | None = None,
    *, comments: Sequence[Edit] = (), may_mark: bool = False,
) -> bytes:
    """`data` with `fixes` made by `write` or the format's own writer.

    `document` was read from `data`. The `comments`, which say why findings are let be, are put in
    once the words are tried alone: a comment may well part a paragraph. With `may_mark` the new
    words are a person's own and may hold markup: what they read as themselves is not compared.

    The fixes must not overlap. Raises CannotWrite if the format is only read, if the bytes cannot
    be written back as they were, or if the text around the fixes would read otherwise.
    """
    write = write or readers.writer(document.format)
    if write is None:
        raise CannotWrite(
            f"cannot change {document.path}", "Files of this type are only read.", document.path
        )
    edits = [edit for fix in fixes for edit in fix.edits]
    changed = write(data, document, edits)
    if not _reads_alike(document, _read_again(document, changed), edits, may_mark):
        raise CannotWrite(
            f"cannot change {document.path}",
            "The text around the new words would read otherwise. Change it by hand.",
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
        part, start, end = old.map.runs[0].piece.part, *_reach(old)
        inside = ordered[bisect_left(places, (part, start)) : bisect_left(places, (part, end))]
        expected = _expected(old, inside)
        if "".join(expected).split() != new.text.split() and not (
            may_mark and len(expected) > 1 and _stands_around(expected[::2], new.text)
        ):
            return False
    return True


def _reach(segment: Segment) -> tuple[int, int]:
    runs = segment.map.runs
    return runs[0].piece.start, runs[-1].piece.end


def _expected(segment: Segment, edits: Sequence[Edit]) -> list[str]:
    """What a segment reads once `edits` are made: each stands where its first letter stood.

    What stays and what is new, in turn; the first and the last are what stays.
    """
    parts = [""]
    for run in segment.map.runs:
        at, piece = run.start, run.piece
        # in order and without overlap, so that their ends are in order too
        first = bisect_right(edits, piece.start, key=lambda edit: edit.end)
        last = bisect_left(edits, piece.end, key=lambda edit: edit.start)
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


# -- files ---------------------------------------------------------------------------------------


def save(path: Path, before: bytes, after: bytes) -> int:
    """Write `after` to the file that held `before`, whole or not at all; a link stays a link.

    Gives how many other names of the file keep the old text. Raises CannotWrite if the file is no
    longer what was read, or cannot be written.
    """
    target = Path(os.path.realpath(path))
    with whole.alone(target):
        return whole.replace(
            target, after, like=_plain(target, path), ready=lambda: _check(target, path, before)
        )


def stands(path: Path) -> tuple[int, int]:
    """Where on its disk a file stands: what all its names have in common; zeros if it is gone."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def still_old(written: Sequence[tuple[tuple[int, int], int]]) -> list[int]:
    """How many names of each file that was written keep the old text once all are written.

    For each: where it stood, and how many other names kept the old text just then.
    """
    later: Counter[tuple[int, int]] = Counter()
    left = []
    for stood, others in reversed(written):
        left.append(max(others - later[stood], 0))
        later[stood] += 1
    return left[::-1]


def save_as(
    path: Path, target: Path, before: bytes, after: bytes, may_go: Callable[[], bool]
) -> bool:
    """Write `after` to `target`; else as `save`. False if `target` is there, and may not go."""
    if os.path.exists(target) and os.path.samefile(path, target):
        raise CannotWrite(f"cannot write {target}", "It is the file itself.", target)
    status = _plain(path, target)

    def ready() -> None:
        _check(path, target, before)
        if is_there and not may_go():
            raise CannotWrite(f"cannot write {target}", "It has changed meanwhile.", target)

    with whole.alone(target):
        is_there = os.path.lexists(target)
        if is_there and not may_go():
            return False
        if not is_there:
            return whole.create(target, after, like=status, ready=ready)
        whole.replace(target, after, like=status, ready=ready)
        return True


def _plain(source: Path, path: Path) -> os.stat_result:
    """The status of a plain file; `path` is the name for people of what is to be written."""
    try:
        status = source.stat()
    except OSError as trouble:
        raise whole.refused(path, trouble) from trouble
    if not stat.S_ISREG(status.st_mode):
        raise CannotWrite(f"cannot write {path}", "It is not a plain file.", path)
    return status


def _check(source: Path, path: Path, before: bytes) -> None:
    """Refuse what was made of a text that is no longer there."""
    if source.read_bytes() != before:
        raise CannotWrite(
            f"cannot write {path}", "It has changed since it was read. Run it again.", path
        )


def diff(name: str, before: str, after: str) -> str:
    """A unified diff that `patch` takes; line ends stay as they are."""
    from difflib import unified_diff  # only where a diff is asked for

    old, new = (text.split("\n") for text in (before, after))
    rows = unified_diff(_ended(old), _ended(new), name, name)
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"
                   for row in rows)  # fmt: skip


def _ended(lines: list[str]) -> list[str]:
    *whole, rest = (f"{line}\n" for line in lines)
    return [*whole, rest[:-1]] if rest != "\n" else whole
