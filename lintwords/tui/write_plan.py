"""What a write would do to each file of a review, as values and in words for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintwords.api import copies
from lintwords.reports.cells import one_line
from lintwords.tui import rescue
from lintwords.tui.baseline_changes import recorded
from lintwords.tui.changed_text import edits_in, edits_on_disk
from lintwords.tui.finding import Decision, State
from lintwords.tui.rescue import SaveAs
from lintwords.tui.review import Review
from lintwords.tui.speaking import say
from lintwords.tui.texts import Text
from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class Planned:
    """What a write would do to one file."""

    file: int
    places: int  # places that change
    ignored: int
    restored: int  # places that get their old words back
    freed: int  # findings that are ignored no more
    noted: int = 0  # findings that stay open with a note
    unnoted: int = 0  # those whose note goes
    refused: str = ""
    can_copy: bool = False  # an office document: its changes go into a copy
    can_track: bool = False  # a Word file: they can be tracked there
    changes: bool = False  # its text changes
    is_recorded: bool = False  # the baseline changes


def plan(review: Review) -> list[Planned]:
    """What a write would do, by file; nothing of files in which nothing waits to be written."""
    numbers = range(len(review.texts))
    return [_planned(review, file) for file in numbers if review.session.pending(file)]


def _planned(review: Review, file: int) -> Planned:
    session, text = review.session, review.texts[file]
    ids = session.pending(file)
    format = text.document.format if text.document else None
    decisions = [session.decision(id) for id in ids]
    before = [session.on_disk(id) for id in ids]
    steps = list(zip(before, decisions, strict=True))
    changes = edits_in(session, file) != edits_on_disk(session, file)
    is_told = changes or (copies.can_track(format) and _tells(text, (*decisions, *before)))
    return Planned(
        file,
        places=sum(now.changes_text for now in decisions),
        ignored=sum(now.state is State.IGNORED for now in decisions),
        restored=sum(was.changes_text and not now.changes_text for was, now in steps),
        freed=sum(
            was.state is State.IGNORED and now.effect.is_open for was, now in steps
        ),
        noted=sum(now.state is State.NOTED for now in decisions),
        unnoted=sum(
            was.state is State.NOTED and now.effect.state is State.OPEN for was, now in steps
        ),
        refused=text.read_only if changes or not text.has_file else "",
        can_copy=is_told and copies.has_copy(format),
        can_track=is_told and copies.can_track(format),
        changes=changes,
        is_recorded=bool(recorded(session, file)),
    )


def _tells(text: Text, decisions: Sequence[Decision]) -> bool:
    """Whether comments tell of decisions: of a note, and of all in a copy that is there already.

    There a comment stands on each finding.
    """
    if any(one.state is State.NOTED or (one.changes_text and one.reason) for one in decisions):
        return True
    has_reason = any(one.state is State.IGNORED and one.reason for one in decisions)
    return text.copy is not None or (copies.is_copy(text.path) and has_reason)


def tell(review: Review, planned: Sequence[Planned], baseline: Path | None) -> list[str]:
    """For people: what a write would do to each file, and that it changes the `baseline`."""
    rows = [_row(review, one) for one in planned]
    if baseline and any(one.is_recorded and not one.refused for one in planned):
        rows.append(f"{one_line(baseline.name)}   {say('write-baseline')}")
    return rows


def _row(review: Review, planned: Planned) -> str:
    text = review.texts[planned.file]
    name = one_line(text.name)
    if planned.refused:
        number = planned.places + planned.ignored + planned.restored + planned.freed + \
            planned.noted + planned.unnoted
        is_text = rescue.ways(text) == (SaveAs.TEXT,)
        key = "write-by-hand" if is_text else "write-cannot"
        return f"{name}   {say(key, n=number, why=planned.refused)}"
    places = ("write-tracked" if planned.can_track else
              "write-places" if planned.can_copy else "write-here")
    counts = ((places, planned.places), ("write-restored", planned.restored),
              ("write-ignored", planned.ignored), ("write-freed", planned.freed),
              ("write-noted", planned.noted), ("write-unnoted", planned.unnoted))
    return f"{name}   {', '.join(say(key, n=number) for key, number in counts if number)}"
