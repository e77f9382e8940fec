"""Writing decisions into files and the baseline; a file is written whole or not at all.

What a write would do is told before by `write_plan`; a file that cannot be written can be saved
beside itself, by `rescue`.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Callable

from lintwords.api import copies, saving, saving_copies
from lintwords.errors import CannotRead, LintwordsError
from lintwords.tui.actions import mark_written
from lintwords.tui.baseline_changes import record, recorded
from lintwords.tui.changed_bytes import new_bytes, tracked_bytes
from lintwords.tui.finding import State
from lintwords.tui.keep import Coming
from lintwords.tui.rescue import copy_name
from lintwords.tui.review import Review, with_new
from lintwords.tui.speaking import say
from lintwords.tui.texts import Checker, Text, bytes_of, stamp
from lintwords.tui.write_plan import Planned, plan
from lintwords.values import dataclass, replace


class Way(enum.Enum):
    """Where the changes of a write go."""

    USUAL = "usual"  # office documents into a copy, in Word as tracked changes, others in place
    COPIES = "copies"  # each file into a copy
    IN_PLACE = "in place"


@dataclass(frozen=True, slots=True)
class Wrote:
    """What a write did."""

    review: Review
    files: tuple[int, ...]
    refused: tuple[tuple[int, str], ...]
    new: int  # findings that the changes brought
    linked: tuple[tuple[int, int], ...] = ()  # files with so many names that keep the old text
    changed: tuple[int, ...] = ()  # those of `files` that were themselves written, or copied
    is_recorded: bool = False  # the baseline was written


@dataclass(frozen=True, slots=True)
class _Change:
    """The text of a file after its changes were written, over it or in a copy."""

    text: Text
    stood: tuple[int, int] | None = None  # where the old text stood, if it was written over
    others: int = 0  # names of the file that kept the old text just then


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of one file; `review` is the review after it."""

    file: int
    review: Review
    change: _Change | None = None
    refused: str = ""  # why the file, or only its entries in the baseline, could not be written
    is_written: bool = False
    is_recorded: bool = False  # something in the baseline
    new: int = 0  # findings that the changes brought


Keep = Callable[[Review, int, Coming], None]


def write(
    review: Review, checker: Checker, *, way: Way = Way.USUAL, keep: Keep = lambda *_: None
) -> Wrote:
    """Write all decisions that can be written; what cannot stays as it is, with the reason.

    `keep` is told of each file what it is about to become: a run may end at any time.
    The `way` says which files are changed in a copy and stay as they are.
    """
    done: list[_Done] = []
    for planned in plan(review):
        done.append(_write_one(review, planned, checker, way, keep))
        review = done[-1].review
    over = [
        (one.file, one.change.stood, one.change.others) for one in done
        if one.change and one.change.stood
    ]
    old = saving.still_old([(stood, others) for _, stood, others in over])
    return Wrote(
        review,
        files=tuple(one.file for one in done if one.is_written),
        refused=tuple((one.file, one.refused) for one in done if one.refused),
        new=sum(one.new for one in done),
        linked=tuple((file, names) for (file, *_), names in zip(over, old, strict=True) if names),
        changed=tuple(one.file for one in done if one.change),
        is_recorded=any(one.is_recorded for one in done),
    )


def _write_one(
    review: Review, planned: Planned, checker: Checker, way: Way, keep: Keep
) -> _Done:
    """Write one file, then what is decided in it into the baseline."""
    file = planned.file
    is_copied = (planned.can_copy and way is not Way.IN_PLACE) or (
        way is Way.COPIES and planned.changes
    )
    try:
        if planned.refused:
            raise LintwordsError(planned.refused)
        change = _Change(_copied(review, file, checker)) if is_copied else \
            _written_over(review, file, keep)
    except LintwordsError as trouble:
        return _Done(file, review, refused=why_not(trouble))
    if change:
        review = _replaced(review, file, change.text)
    is_recorded, left, refused = False, list[int](), ""
    try:
        is_recorded = record(review.session, file, checker.known, checker.moves)
    except LintwordsError as trouble:  # the text is written all the same
        left, refused = recorded(review.session, file), why_not(trouble)
    if not is_copied:  # a note stands in a comment of a copy, and waits for one
        session = review.session
        left += [id for id in session.pending(file) if session.decision(id).state is State.NOTED]
    review = replace(review, session=mark_written(review.session, [file], left))
    new = 0
    if not is_copied:  # else the file is as it was
        review, new = _checked(review, file, checker)
    is_written = bool(planned.places or planned.restored or not left)
    return _Done(file, review, change, refused, is_written, is_recorded, new)


def _written_over(review: Review, file: int, keep: Keep) -> _Change | None:
    """Write the changes of a file into itself; None where it holds them. Raises LintwordsError."""
    text, after = review.texts[file], new_bytes(review, file)
    if after == text.disk:
        return None
    known = recorded(review.session, file)  # the baseline comes later
    keep(review, file, Coming(after, mark_written(review.session, [file], known)))
    return _saved(text, after)


def _copied(review: Review, file: int, checker: Checker) -> Text:
    """Write a copy of a file; in Word with tracked changes, and comments that say why.

    A copy that an earlier run made, and nobody has saved since, is replaced, unless it holds
    decisions that this review knows nothing of.
    """
    text, session = review.texts[file], review.session
    assert text.document is not None
    if copies.can_track(text.document.format):
        data = tracked_bytes(review, file, checker.left(text.document))
    else:
        data = new_bytes(review, file)
    copy = text.copy or copies.copy_of(text.path)
    known = {session.items[id].file for id in session.written if id in session.items}
    is_known = text.copy is not None or file in known
    if copy == text.path or not saving_copies.is_untouched(copy, undecided=not is_known):
        copy = copy_name(text)
    saving_copies.save_copy(text.path, copy, text.disk, data, decided=True)
    return replace(text, copy=copy)


def _saved(text: Text, data: bytes) -> _Change:
    """Write `data` over the file if it still is what was read or written last."""
    stood = saving.stands(text.path)
    try:
        # a link may have taken its place, or that of a folder around it
        is_moved = text.real and os.path.realpath(text.path) != text.real
        if is_moved or bytes_of(text.path) != text.disk:
            raise LintwordsError(say("changed-meanwhile"))
    except CannotRead as trouble:
        raise LintwordsError(trouble.problem) from trouble
    others = saving.save(text.path, text.disk, data)
    return _Change(replace(text, disk=data, stamp=stamp(text.path), copy=None), stood, others)


def _replaced(review: Review, file: int, text: Text) -> Review:
    return replace(review, texts=(*review.texts[:file], text, *review.texts[file + 1 :]))


def _checked(review: Review, file: int, checker: Checker) -> tuple[Review, int]:
    text = review.texts[file]
    _, findings = checker.check(text.path, text.disk)
    return with_new(review, file, findings)


def why_not(trouble: LintwordsError) -> str:
    """The reason in a few words, to stand in a sentence."""
    why = trouble.hint.partition("\n")[0].rstrip(".") or trouble.problem
    return why[:1].lower() + why[1:]
