"""Writing decisions into files and the baseline; a file is written whole or not at all.

What cannot be written can be saved beside it, in the ways that its format has (`beside`).
"""

from __future__ import annotations

import enum
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lintwords import interface
from lintwords.api import applying, copies, plain_text, readers, saving, saving_copies, whole
from lintwords.errors import CannotRead, LintwordsError
from lintwords.model import Edit, Fix, Ignored
from lintwords.reports.cells import one_line
from lintwords.reports.remarks import remarks
from lintwords.tui import texts as files
from lintwords.tui.actions import mark_written
from lintwords.tui.baseline_changes import record, recorded
from lintwords.tui.changed_text import edits_in, edits_on_disk, patch
from lintwords.tui.finding import OPEN, Decision, State
from lintwords.tui.keep import Coming
from lintwords.tui.review import Review, with_new
from lintwords.tui.session import Session
from lintwords.tui.speaking import say
from lintwords.tui.texts import Checker, Text
from lintwords.values import dataclass, replace


class Beside(enum.Enum):
    """What can be saved of a file that cannot be written."""

    COPY = "copy"  # the file, changed
    PATCH = "patch"  # what changes, for `patch` and `git apply`
    TEXT = "text"  # the changed words alone, of a format that is only read


class Way(enum.Enum):
    """Where the changes of a write go."""

    USUAL = "usual"  # office documents into a copy, in Word as tracked changes, others in place
    COPIES = "copies"  # each file into a copy
    IN_PLACE = "in place"


@dataclass(frozen=True, slots=True)
class Planned:
    """What a write would do to one file."""

    file: int
    places: int  # places that change
    ignored: int
    restored: int  # places that get their old words back
    freed: int  # findings that are ignored no more
    refused: str = ""
    can_copy: bool = False  # an office document: its changes go into a copy
    can_track: bool = False  # a Word file: they can be tracked there
    changes: bool = False  # its text changes
    is_recorded: bool = False  # the baseline changes


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


def plan(review: Review) -> list[Planned]:
    """What a write would do, by file."""
    session, planned = review.session, []
    for file, text in enumerate(review.texts):
        ids = session.pending(file)
        if not ids:
            continue
        format = text.document.format if text.document else None
        decisions = [session.decision(id) for id in ids]
        before = [session.written.get(id, OPEN) for id in ids]
        changes = edits_in(session, file) != edits_on_disk(session, file)
        told_anew = copies.can_track(format) and _tells(text, (*decisions, *before))
        planned.append(Planned(
            file, sum(decision.changes_text for decision in decisions),
            sum(decision.state is State.IGNORED for decision in decisions),
            sum(was.changes_text and not now.changes_text
                for was, now in zip(before, decisions, strict=True)),
            sum(was.state is State.IGNORED and now.effect.state is State.OPEN
                for was, now in zip(before, decisions, strict=True)),
            text.read_only if changes or not text.has_file else "",
            (changes or told_anew) and copies.has_copy(format),
            (changes or told_anew) and copies.can_track(format),
            changes, bool(recorded(session, file)),
        ))  # fmt: skip
    return planned


def _tells(text: Text, decisions: Sequence[Decision]) -> bool:
    """Whether comments tell of decisions: in a copy of this review, and in one of an earlier run.

    There a comment stands on each finding already.
    """
    has_reason = any(one.state is State.IGNORED and one.reason for one in decisions)
    return text.copy is not None or (copies.is_copy(text.path) and has_reason)


def told(review: Review, plan: Sequence[Planned], known: Path | None) -> list[str]:
    """What a write would do to each file, and that it changes the baseline `known`, for people."""
    rows = [_told(review, planned) for planned in plan]
    if known and any(planned.is_recorded and not planned.refused for planned in plan):
        rows.append(f"{one_line(known.name)}   {say('write-baseline')}")
    return rows


def _told(review: Review, planned: Planned) -> str:
    text = review.texts[planned.file]
    name = one_line(text.name)
    if planned.refused:
        number = planned.places + planned.ignored + planned.restored + planned.freed
        is_text = beside(text) == (Beside.TEXT,)
        key = "write-by-hand" if is_text else "write-cannot"
        return f"{name}   {say(key, n=number, why=planned.refused)}"
    places = ("write-tracked" if planned.can_track else
              "write-places" if planned.can_copy else "write-here")  # fmt: skip
    counts = ((places, planned.places), ("write-restored", planned.restored),
              ("write-ignored", planned.ignored), ("write-freed", planned.freed))  # fmt: skip
    return f"{name}   {', '.join(say(key, n=number) for key, number in counts if number)}"


def write(
    review: Review, checker: Checker, *, way: Way = Way.USUAL,
    keep: Callable[[Review, int, Coming], None] = lambda *_: None,
) -> Wrote:
    """Write all decisions that can be written; what cannot stays as it is, with the reason.

    `keep` is told of each file what it is about to become: a run may end at any time.
    The `way` says which files are changed in a copy and stay as they are.
    """
    done: list[int] = []
    changed: list[int] = []
    is_kept = False  # something in the baseline
    refused: list[tuple[int, str]] = []
    linked: list[tuple[int, int]] = []
    stood: list[tuple[int, int]] = []  # where those were
    new = 0
    for planned in plan(review):
        text = review.texts[planned.file]
        is_copied = planned.can_copy and way is not Way.IN_PLACE or (
            way is Way.COPIES and planned.changes
        )
        try:
            if planned.refused:
                raise LintwordsError(planned.refused)
            if is_copied:
                review = _replaced(review, planned.file, _copied(review, planned.file, checker))
                changed.append(planned.file)
            elif (after := new_bytes(review, planned.file)) != text.disk:
                place = saving.stands(text.path)
                known = recorded(review.session, planned.file)  # the baseline comes later
                then = mark_written(review.session, [planned.file], known)
                keep(review, planned.file, Coming(after, then))
                saved, others = _saved(text, after)
                review = _replaced(review, planned.file, saved)
                linked.append((planned.file, others))
                stood.append(place)
                changed.append(planned.file)
        except LintwordsError as trouble:
            refused.append((planned.file, why_not(trouble)))
            continue
        left: list[int] = []
        try:
            is_kept |= record(review.session, planned.file, checker.known, checker.moves)
        except LintwordsError as trouble:  # the text is written all the same
            refused.append((planned.file, why_not(trouble)))
            left = recorded(review.session, planned.file)
        session = mark_written(review.session, [planned.file], left)
        review = replace(review, session=session)
        if not is_copied:  # else the file is as it was
            review, found = _checked(review, planned.file, checker)
            new += found
        if planned.places or planned.restored or not left:
            done.append(planned.file)
    numbers = saving.still_old(list(zip(stood, (number for _, number in linked), strict=True)))
    old = zip((file for file, _ in linked), numbers, strict=True)
    return Wrote(review, tuple(done), tuple(refused), new, tuple(row for row in old if row[1]),
                 tuple(changed), is_kept)  # fmt: skip


def why_not(trouble: LintwordsError) -> str:
    """The reason in a few words, to stand in a sentence."""
    why = trouble.hint.partition("\n")[0].rstrip(".") or trouble.problem
    return why[:1].lower() + why[1:]


def new_bytes(review: Review, file: int) -> bytes:
    """The bytes of a file with its decisions made. Raises LintwordsError."""
    text = review.texts[file]
    assert text.document is not None
    words, said = (_all(edits_in(review.session, file, comments=of)) for of in (False, True))
    fixes = [Fix("", tuple(words), True)] if words else []
    return applying.apply(text.data, text.document, fixes, comments=said, may_mark=True)


def _all(edits: Mapping[int, Sequence[Edit]]) -> list[Edit]:
    return [edit for row in edits.values() for edit in row]


def _copied(review: Review, file: int, checker: Checker) -> Text:
    """Write a copy of a file; in Word with tracked changes, and comments that say why.

    Each finding has a comment there; one without a fix, too, and a reason to leave it be. A copy
    that an earlier run made, and nobody has saved since, is replaced, unless it holds decisions
    that this review knows nothing of.
    """
    text, session = review.texts[file], review.session
    assert text.document is not None
    if copies.can_track(text.document.format):
        edits = _all(edits_in(session, file))
        said = _said(session, file, checker.left(text.document))
        data = copies.mark_up(text.data, text.document, edits, said, copies.track(os.environ))
    else:
        data = new_bytes(review, file)
    copy = text.copy or copies.copy_of(text.path)
    known = {session.items[id].file for id in session.written if id in session.items}
    is_known = text.copy is not None or file in known
    if copy == text.path or not saving_copies.is_untouched(copy, undecided=not is_known):
        copy = copy_name(text)
    saving_copies.save_copy(text.path, copy, text.disk, data, decided=True)
    return replace(text, copy=copy)


def _said(session: Session, file: int, earlier: Sequence[Ignored]) -> list[copies.Remark]:
    """The comments on what was found in the text as it was; what is ignored has its reason.

    `earlier` is what was ignored before this review.
    """
    made: dict[int, Fix] = {}
    left: dict[int, str] = {}
    told = []
    for item in (session.items[id] for id in session.alive):
        decision = session.decision(item.id)
        is_silent = decision.state is State.IGNORED and not decision.reason
        if item.file != file or item.born or is_silent:
            continue
        told.append(item.finding)
        if decision.changes_text:
            words = "".join(edit.text for edit in decision.edits)
            made[id(item.finding)] = Fix(words, decision.edits, True)
        elif decision.state is State.IGNORED:
            left[id(item.finding)] = decision.reason
    here = {(finding.rule, finding.at.part, finding.at.start) for finding in told}
    for one in earlier:
        if (one.finding.rule, one.finding.at.part, one.finding.at.start) not in here:
            told.append(one.finding)
            left[id(one.finding)] = one.reason
    return remarks(told, made, left)


def _saved(text: Text, data: bytes) -> tuple[Text, int]:
    """Write `data` over the file if it still is what was read or written last.

    Gives also how many other names of the file keep the old text.
    """
    try:
        # a link may have taken its place, or that of a folder around it
        is_moved = text.real and os.path.realpath(text.path) != text.real
        if is_moved or files.bytes_of(text.path) != text.disk:
            raise LintwordsError(say("changed-meanwhile"))
    except CannotRead as trouble:
        raise LintwordsError(trouble.problem) from trouble
    others = saving.save(text.path, text.disk, data)
    return replace(text, disk=data, stamp=files.stamp(text.path), copy=None), others


def _replaced(review: Review, file: int, text: Text) -> Review:
    return replace(review, texts=(*review.texts[:file], text, *review.texts[file + 1 :]))


def _checked(review: Review, file: int, checker: Checker) -> tuple[Review, int]:
    text = review.texts[file]
    _, findings = checker.check(text.path, text.disk)
    return with_new(review, file, findings)


# -- a file that cannot be written ------------------------------------------------------------


def copy_name(text: Text) -> Path:
    """Where a copy goes: beside the file, under a name that is free."""
    return _free(text, text.path.suffix or ".txt")


def beside(text: Text) -> tuple[Beside, ...]:
    """What can be saved of a file that cannot be written: nothing that nobody can use."""
    document = text.document
    if document is None:
        return ()
    if readers.only_read(document):
        return (Beside.TEXT,)
    return (Beside.COPY, Beside.PATCH) if document.format in readers.TEXTS else (Beside.COPY,)


def beside_name(text: Text, what: Beside) -> Path:
    """Where that goes: beside the file, under a name that is free."""
    suffix = {Beside.PATCH: ".patch", Beside.TEXT: ".txt"}.get(what)
    return _free(text, suffix) if suffix else copy_name(text)


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


def save_beside(review: Review, file: int, what: Beside) -> Path:
    """Write a changed copy, a patch or the changed words of a file that stays as it is.

    Raises LintwordsError.
    """
    text = review.texts[file]
    path = beside_name(text, what)
    if what is Beside.COPY:
        return _new_file(path, new_bytes(review, file))
    assert text.document is not None
    made = patch(review.session, text.document, file) if what is Beside.PATCH else \
        plain_text.composed(text.document, _all(edits_in(review.session, file, comments=False)))
    return _new_file(path, made.encode("utf-8", "surrogatepass"))


def _new_file(path: Path, data: bytes) -> Path:
    if not whole.create(path, data):
        raise LintwordsError(interface.say("{path} is there already", path=path))
    return path
