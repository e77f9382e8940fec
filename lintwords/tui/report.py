"""A review → one report on all its files, with what was decided on each finding."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.api import readers
from lintwords.model import Cannot, FileReport, Finding, Report
from lintwords.reports import Became, Decided
from lintwords.reports.changed import changed_sentence
from lintwords.tui.changed_text import edits_in
from lintwords.tui.finding import Decision, Item, State, clash, words_of
from lintwords.tui.review import Review
from lintwords.tui.texts import Checker, Text


def report_of(
    review: Review, checker: Checker, *, discarded: bool = False
) -> tuple[Report, dict[int, Decided]]:
    """The report, and what was decided, by number of the finding; open ones are not in it.

    `discarded`: what was not written has been thrown away, and is open.
    """
    found = sorted(_found(review, discarded), key=lambda row: _place(row[0]))
    findings = [(_place(item), item.finding, _became(review, item, decision))
                for item, decision in found]
    findings = sorted((*findings, *_known(review, checker)), key=lambda row: row[0])
    linters = [checker.linter_for(text.path) for text in review.texts]
    report = Report(
        files=tuple(_file(text) for text in review.texts if text.document),
        findings=tuple(finding for _, finding, _ in findings),
        cannot=tuple(Cannot(text.path, text.cannot, text.hint)
                     for text in review.texts if text.cannot),
        rules=max((linter.in_force for linter in linters), default=0),
        readings=tuple(dict.fromkeys(name for linter in linters for name in linter.readings)),
    )
    return report, {number: became for number, (*_, became) in enumerate(findings) if became}


def _became(review: Review, item: Item, decision: Decision) -> Decided | None:
    """What became of a finding; None of one that is open."""
    if decision.state is State.IGNORED:
        return Decided(Became.LEFT, decision.reason)
    if decision.state is State.NOTED:
        return Decided(Became.OPEN, decision.reason)
    if not decision.changes_text:
        return None
    if decision.state is State.EDITED and not decision.edits:
        return Decided(Became.REWRITTEN, decision.words)
    document, session = review.document(item), review.session
    became = Became.CHANGED
    if session.is_pending(item.id):
        became = Became.BY_HAND if readers.only_read(document) else Became.WAITS
    standing = edits_in(session, item.file).get(item.part, ()) if item.id in session.alive else ()
    others = [edit for edit in standing if not clash([edit], decision.edits)]
    sentence = changed_sentence(document, item.finding, decision.edits, others)
    return Decided(became, words_of(decision, item), sentence, decision.reason)


def _known(
    review: Review, checker: Checker
) -> Iterator[tuple[tuple[int, int, int], Finding, Decided]]:
    """What was left as it is before this review, each with its reason."""
    items = (*review.session.items.values(), *(item for item, _ in review.session.settled))
    here = {(item.file, item.finding.rule, item.part, item.start) for item in items}
    for file, text in enumerate(review.texts):
        for one in checker.left(text.document) if text.document else ():
            at = one.finding.at
            if (file, one.finding.rule, at.part, at.start) not in here:
                yield (file, at.part, at.start), one.finding, Decided(Became.KNOWN, one.reason)


def _found(review: Review, discarded: bool) -> Iterator[tuple[Item, Decision]]:
    """Each finding that stands or is settled, with its decision."""
    session = review.session
    for id in session.alive:
        decision = session.decision(id)
        is_kept_alone = decision.state is State.NOTED and not decision.comment
        is_gone = discarded and (is_kept_alone or session.is_pending(id))
        yield session.items[id], Decision() if is_gone else decision
    yield from session.settled


def _place(item: Item) -> tuple[int, int, int]:
    return item.file, item.part, item.start


def _file(text: Text) -> FileReport:
    document = text.document
    assert document is not None
    number = sum(len(segment.text.split()) for segment in document.segments)
    return FileReport(text.path, document.lang or "und", number, unread=tuple(text.unread))
