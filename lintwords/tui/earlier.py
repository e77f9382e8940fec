"""What an earlier review left of texts: read once, then offered, and taken again if wanted."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from lintwords.errors import LintwordsError
from lintwords.model import Document, Finding
from lintwords.reports import dates
from lintwords.tui import actions, keep
from lintwords.tui.changed_bytes import new_bytes
from lintwords.tui.finding import Decision, State
from lintwords.tui.lost import Lost, sentence_of
from lintwords.tui.review import Review, as_it_was, findings_in, review_of, with_new
from lintwords.tui.texts import Checker, Text
from lintwords.values import dataclass, replace

Decided = Mapping[int, Sequence[tuple[int, Decision]]]  # by file: each finding with its decision


@dataclass(frozen=True)
class Earlier:
    """What is kept of the texts of a review; `number` and `undoable` 0: nothing that fits them."""

    review: Review  # the same without decisions, what was written told as it was before
    waiting: Decided  # what is not written yet
    written: Decided  # what is, and can be taken back
    saved: float  # seconds since the epoch
    lost: tuple[Lost, ...] = ()  # whose place is not the same any more

    @property
    def number(self) -> int:
        plan = [decision for rows in self.waiting.values() for _, decision in rows]
        # as the question on leaving counts: a skip is offered where nothing else is
        return sum(decision.state is not State.SKIPPED for decision in plan) or len(plan)

    @property
    def undoable(self) -> int:
        """How many written decisions can be taken back."""
        return sum(map(len, self.written.values()))

    @property
    def when(self) -> str:
        day = time.localtime(self.saved)
        return f"{dates.day(day)} {time.strftime('%H:%M', day)}"

    def resumed(self, brought: Review) -> Review:
        """The review with all decisions, each a step that can be undone; written ones first.

        `brought` is the review of the texts as they are now, with what the changes brought.
        """
        now = self.review.session
        for rows in self.written.values():
            for id, decision in rows:
                now = actions.again(now, id, decision)
        now = actions.mark_written(now, self.written)
        for rows in self.waiting.values():
            for id, decision in rows:
                now = actions.again(now, id, decision)
        review = replace(self.review, session=now)
        for file in self.written:
            review, _ = with_new(review, file, findings_in(brought, file))
        return review


def read_earlier(review: Review, checker: Checker, home: Path | None) -> Earlier:
    """What is kept in `home` of the texts of a review; a spoiled or old file is as none."""
    found: dict[int, keep.Kept] = {}
    originals: dict[int, tuple[Text, tuple[Finding, ...]]] = {}
    for file, text in enumerate(review.texts):
        kept = keep.kept(text.path, home, text.disk) if home and text.has_file else None
        if kept is None:
            continue
        found[file] = kept
        if (original := _original(text, kept, checker)) is not None:
            originals[file] = original
    before = as_it_was(review, originals)
    waiting, written, lost = {}, {}, list[Lost]()
    for file, kept in found.items():
        items = [item for item in before.session.items.values() if item.file == file]
        document = before.texts[file].document
        assert document is not None  # only texts that were read have something kept
        waiting[file] = kept.plan(items, document, has_written=file in originals)
        taken = {id for id, _ in waiting[file]}
        free = [item for item in items if item.id not in taken]
        lost += (
            Lost(before.texts[file].name, key.rule, words, sentence_of(key, free, document))
            for key, words in kept.lost(items, document)
        )
        if file in originals:
            written[file] = _still(kept.written(items, document), before, document, checker)
    saved = max((k.saved for k in found.values()), default=0)
    return Earlier(before, waiting, written, saved, tuple(lost))


def _still(
    rows: list[tuple[int, Decision]], review: Review, document: Document, checker: Checker
) -> list[tuple[int, Decision]]:
    """The written decisions without those that somebody has taken out of the baseline since."""
    known = {id for id, one in rows if one.state is State.IGNORED and not one.comment}
    if not known:
        return rows
    now = {(one.rule, one.at) for one in checker.findings(document)}
    found = {id: review.session.items[id].finding for id in known}
    freed = {id for id, one in found.items() if (one.rule, one.at) in now}
    return [row for row in rows if row[0] not in freed]


def _original(
    text: Text, kept: keep.Kept, checker: Checker
) -> tuple[Text, tuple[Finding, ...]] | None:
    """A text as it was before a write, if the kept decisions lead to what is on disk now."""
    data = kept.original(text.disk)
    if data is None:
        return None
    try:
        # what is ignored since then was a finding still
        document, findings = checker.check(text.path, data, but=kept.ignored)
        before = replace(text, document=document, data=data)
        review = review_of([(before, findings)])
        now = review.session
        for id, decision in kept.written(now.items.values(), document):
            now = actions.again(now, id, decision)
        is_same = new_bytes(replace(review, session=now), 0) == text.disk
    except LintwordsError:
        return None
    return (before, findings) if is_same else None
