"""What a decision for several findings does, shown before it is taken."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.reports.cells import one_line
from lintwords.reports.sentence import by_hand, marked
from lintwords.tui.changed_text import changed
from lintwords.tui.finding import Decision, Item, State
from lintwords.tui.lines import (
    ADDED,
    DIM,
    REMOVED,
    Line,
    Signs,
    change_lines,
    line,
    paragraph,
)
from lintwords.tui.review import Review
from lintwords.tui.session import where


def preview(
    review: Review, id: int, decision: Decision, width: int, signs: Signs
) -> Iterator[Line]:
    """One finding before and after; what a person is asked there stands below it."""
    item = review.session.items[id]
    edits = decision.edits if decision.changes_text else ()
    document = review.document(item)
    change = changed(review.session, document, item, edits, width - 2, signs)
    if change is None:
        yield sentence(item, width, signs)
        return
    yield from change_lines("- ", change.before, ("[-", "-]"), REMOVED, width)
    yield from change_lines("+ ", change.after, ("{+", "+}"), ADDED, width)
    if why := doubt(item, decision):
        yield from paragraph(why, width, role=DIM, lead="  ")


def sentence(item: Item, width: int, signs: Signs) -> Line:
    """The sentence of a finding as it is."""
    return line(f"  {marked(item.finding, width - 4, signs.more)}")


def place(review: Review, item: Item) -> str:
    """The file of a finding and where it stands there."""
    return f"{one_line(review.texts[item.file].name)} {where(item)}"


def doubt(item: Item, decision: Decision) -> str:
    """Why a person is asked for a wording that a decision for several takes; empty if it is safe.

    It differs from place to place, so who decides for all has to see it at each.
    """
    taken = item.choices[decision.choice] if decision.state is State.ACCEPTED else None
    return by_hand(item.finding, taken) if taken is not None and taken.why_not else ""
