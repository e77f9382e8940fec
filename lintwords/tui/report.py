"""A review → one report on all its files, with what was decided on each finding."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.model import Cannot, FileReport, Report
from lintwords.reports import Decided
from lintwords.reports.changed import changed_sentence
from lintwords.tui.finding import Decision, Item, State, words_of
from lintwords.tui.review import Review
from lintwords.tui.texts import Checker, Text


def report_of(
    review: Review, checker: Checker, *, discarded: bool = False
) -> tuple[Report, dict[int, Decided]]:
    """The report, and what was decided, by number of the finding; open ones are not in it.

    `discarded`: what was not written has been thrown away, and is open.
    """
    found = sorted(_found(review, discarded), key=lambda row: _place(row[0]))
    linters = [checker.linter_for(text.path) for text in review.texts]
    report = Report(
        files=tuple(_file(text) for text in review.texts if text.document),
        findings=tuple(item.finding for item, _ in found),
        cannot=tuple(Cannot(text.path, text.cannot, text.hint)
                     for text in review.texts if text.cannot),
        rules=max((linter.in_force for linter in linters), default=0),
        readings=tuple(dict.fromkeys(name for linter in linters for name in linter.readings)),
    )  # fmt: skip
    decided = {}
    for number, (item, decision) in enumerate(found):
        if decision.state is State.IGNORED:
            decided[number] = Decided(reason=decision.reason)
        elif decision.changes_text:
            text = review.document(item).parts[item.part].text
            sentence = changed_sentence(text, item.finding, decision.edits)
            decided[number] = Decided(words_of(decision, item), sentence=sentence)
    return report, decided


def _found(review: Review, discarded: bool) -> Iterator[tuple[Item, Decision]]:
    """Each finding that stands or is settled, with its decision."""
    session = review.session
    for id in session.alive:
        is_gone = discarded and session.is_pending(id)
        yield session.items[id], Decision() if is_gone else session.decision(id)
    yield from session.settled


def _place(item: Item) -> tuple[int, int, int]:
    return item.file, item.part, item.start


def _file(text: Text) -> FileReport:
    document = text.document
    assert document is not None
    number = sum(len(segment.text.split()) for segment in document.segments)
    return FileReport(text.path, document.lang or "und", number, unread=tuple(text.unread))
