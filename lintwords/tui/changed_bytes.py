"""The bytes of a file with decisions made in it; in Word, tracked, with comments that say why."""

from __future__ import annotations

import os
from collections.abc import Sequence

from lintwords.api import applying, tracked_changes
from lintwords.model import Fix, Ignored
from lintwords.reports.remarks import remarks
from lintwords.tui.changed_text import all_edits
from lintwords.tui.finding import OPEN, Decision, Item, State
from lintwords.tui.review import Review
from lintwords.tui.session import Session


def new_bytes(review: Review, file: int) -> bytes:
    """The bytes of a file with its decisions made. Raises LintwordsError."""
    text = review.texts[file]
    assert text.document is not None
    words, said = (all_edits(review.session, file, comments=of) for of in (False, True))
    fixes = [Fix("", tuple(words), True)] if words else []
    return applying.apply(text.data, text.document, fixes, comments=said, may_mark=True)


def tracked_bytes(review: Review, file: int, earlier: Sequence[Ignored]) -> bytes:
    """The bytes of a Word file with decisions as tracked changes. Raises LintwordsError.

    Each finding has a comment there; one without a fix, too, and a reason to leave it be. `earlier`
    is what was ignored before this review.
    """
    text, session = review.texts[file], review.session
    assert text.document is not None
    edits, said = all_edits(session, file), _said(session, file, earlier)
    marks = tracked_changes.track(os.environ)
    return tracked_changes.mark_up(text.data, text.document, edits, said, marks)


def made_by(decision: Decision, item: Item) -> Fix:
    """What a decision puts into the text: a wording that was offered keeps its label."""
    if decision.state is State.ACCEPTED:
        return Fix(item.choices[decision.choice].label, decision.edits, True)
    return Fix("".join(edit.text for edit in decision.edits), decision.edits, True)


def _said(session: Session, file: int, earlier: Sequence[Ignored]) -> list[tracked_changes.Remark]:
    """The comments on what was found in the text as it was; what is ignored has its reason."""
    made: dict[int, Fix] = {}
    left: dict[int, str] = {}
    notes: dict[int, str] = {}
    told = []
    for item in (session.items[id] for id in session.alive):
        decision = session.decision(item.id)
        is_silent = decision.state is State.IGNORED and not decision.reason
        if item.file != file or item.born or is_silent:
            continue
        told.append(item.finding)
        if decision.changes_text:
            made[id(item.finding)] = made_by(decision, item)
            if decision.reason:
                notes[id(item.finding)] = decision.reason
        elif decision.state is State.IGNORED:
            left[id(item.finding)] = decision.reason
        elif decision.state is State.NOTED:
            notes[id(item.finding)] = decision.reason
        elif item.told != OPEN:
            notes[id(item.finding)] = ""
    here = {(finding.rule, finding.at.part, finding.at.start) for finding in told}
    for one in earlier:
        if (one.finding.rule, one.finding.at.part, one.finding.at.start) not in here:
            told.append(one.finding)
            left[id(one.finding)] = one.reason
    return remarks(told, made, left, notes)
