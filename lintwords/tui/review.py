"""A review of files: its texts and its session, and what happens when a file changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lintwords import interface
from lintwords.api import offers
from lintwords.errors import CannotRead
from lintwords.model import Document, Edit, Finding, Fix, Piece, Unread
from lintwords.tui import notes
from lintwords.tui import texts as files
from lintwords.tui.changed_text import Woven, edits_on_disk
from lintwords.tui.finding import OPEN, Born, Decision, Item, State, item_of, splice
from lintwords.tui.found_again import keys_of, moved, pairs
from lintwords.tui.incoming import Arrival
from lintwords.tui.session import Change, Session, Step
from lintwords.tui.speaking import say
from lintwords.tui.texts import Checker, Text
from lintwords.values import dataclass, replace

_BESIDE = 30  # characters on each side by which what was rewritten is found
_LONGEST = 300  # characters that stand for a finding now


@dataclass(frozen=True, slots=True)
class Review:
    """Texts in the order of the session's files, and the session."""

    texts: tuple[Text, ...]
    session: Session

    def document(self, item: Item) -> Document:
        """The document that a finding stands in."""
        document = self.texts[item.file].document
        assert document is not None  # a text that could not be read has no findings
        return document


def review_of(rows: Sequence[tuple[Text, tuple[Finding, ...]]]) -> Review:
    found = [(file, finding) for file, (_, row) in enumerate(rows) for finding in row]
    locked = [text.document.locked if text.document else () for text, _ in rows]
    items = [
        item_of(id, file, finding, locked[file]) for id, (file, finding) in enumerate(found)
    ]
    review = Review(tuple(text for text, _ in rows), Session.of(items))
    return _noted(review, range(len(rows)))


def _noted(review: Review, files: Iterable[int]) -> Review:
    """The review with what comments of some files say of findings: notes, and reasons."""
    session = review.session
    for file in files:
        here = [item for item in map(session.items.__getitem__, session.order)
                if item.file == file and not item.born]
        said = notes.found(review.texts[file], [item.finding for item in here])
        found = {item.id: replace(item, told=told)
                 for item, told in zip(here, said, strict=True) if told != OPEN}
        if found:
            session = replace(session, items={**session.items, **found}).with_notes(found)
    return replace(review, session=session)


def as_it_was(
    review: Review, texts: Mapping[int, tuple[Text, tuple[Finding, ...]]]
) -> Review:
    """A review without decisions in which some texts are told as they were before a write."""
    rows = [
        texts.get(file) or (text, findings_in(review, file))
        for file, text in enumerate(review.texts)
    ]
    return review_of(rows) if texts else review


def findings_in(review: Review, file: int) -> tuple[Finding, ...]:
    """The findings of one file, in order."""
    items = review.session.items
    return tuple(items[id].finding for id in review.session.order if items[id].file == file)


# -- files that are still read ----------------------------------------------------------------


def arrived(review: Review, rows: Iterable[Arrival]) -> Review:
    """The review with what has come of files that are read beside it."""
    texts, items, rows = list(review.texts), dict(review.session.items), tuple(rows)
    id, fresh, gone = max(items, default=-1) + 1, list[Item](), set[int]()
    for row in rows:
        if row.text is not None:
            if row.file < len(texts):  # a bug, while it was judged: what was found stays
                text, why = texts[row.file], row.text
                texts[row.file] = replace(text, cannot=why.cannot, hint=why.hint)
                continue
            texts.append(row.text)
        known = {_place(item.finding): item.id for item in (*items.values(), *fresh)
                 if item.file == row.file} if row.is_whole else {}
        document = texts[row.file].document
        for finding in row.findings:
            if known.pop(_place(finding), None) is None:
                locked = document.locked if document else ()
                fresh.append(item_of(id + len(fresh), row.file, finding, locked))
        gone |= set(known.values())
    session = review.session
    steps = (*session.past, *session.future)
    gone -= {change.item for step in steps for change in step.changes}
    if gone:  # the whole text shows that they are none
        kept = [item for item in (*items.values(), *fresh) if item.id not in gone]
        session = replace(session, items={}, order=(), near={}).with_items(kept)
    elif fresh:
        session = session.with_items(fresh)
    if session.current not in session.items:
        session = replace(session, current=next(iter(session.order), -1))
    whole = {row.file for row in rows if row.is_whole}
    return _noted(Review(tuple(texts), session), whole)


def _place(finding: Finding) -> tuple[int, int, int, str, str]:
    at = finding.at
    return at.part, at.start, at.end, finding.rule, finding.fingerprint


def cut_off(review: Review, at: int, done: float, paths: Sequence[Path]) -> Review:
    """The review that was left while a file was judged: what was not read is named as such.

    `at` is the number of that file, of which so much is `done`; `paths` are all, in their order.
    """
    texts = list(review.texts)
    if at < len(texts) and (document := texts[at].document):
        left = Unread("passage", say("left-unread", percent=int(done * 100)))
        texts[at] = replace(texts[at], document=replace(
            document, unread=(*document.unread, left)
        ))
    rest = paths[len(texts) :]
    texts += [Text(path, cannot=say("left-file", file=str(path))) for path in rest]
    return replace(review, texts=tuple(texts))


# -- findings that a change brought -----------------------------------------------------------


def with_new(review: Review, file: int, findings: Iterable[Finding]) -> tuple[Review, int]:
    """The review after `findings` have been found in what is on disk now; and how many are new."""
    session, document = review.session, review.texts[file].document
    assert document is not None
    edits = edits_on_disk(session, file)
    woven = {part.index: Woven(part.text, edits.get(part.index, ())) for part in document.parts}
    known = {
        (item.part, item.start, item.end, item.finding.rule)
        for item in session.items.values() if item.file == file
    }
    id = max(session.items, default=-1) + 1
    fresh: list[Item] = []
    for finding in findings:
        item = _item(id + len(fresh), file, finding, woven[finding.at.part], session)
        if document.is_locked(item.part, item.start, item.end):
            item = replace(item, choices=(), is_locked=True)
        if (item.part, item.start, item.end, finding.rule) not in known:
            fresh.append(item)
    return replace(review, session=session.with_items(fresh)), len(fresh)


def _item(id: int, file: int, finding: Finding, woven: Woven, session: Session) -> Item:
    """A finding of the written text, told in places of the text as it was read."""
    at = finding.at
    here = woven.old(at.start, at.end)
    offered = tuple(_choice(fix, woven) for fix in offers.offers_of(finding))
    finding = replace(finding, pieces=(Piece(at.part, here.start, here.end, False),))
    born = tuple(
        Born(owner, session.written[owner].edits)
        for owner in session.written
        if session.items[owner].file == file
        and any(edit in here.edits for edit in session.written[owner].edits)
    )
    return Item(id, file, finding, at.part, here.start, here.end, offered, born)


def _choice(fix: Fix, woven: Woven) -> Fix:
    """A fix with its edits in places of the text as it was read.

    Where it changes words that a decision has put there, it takes the place of that decision.
    """
    low = min(edit.start for edit in fix.edits)
    high = max(edit.end for edit in fix.edits)
    here = woven.old(low, high)
    if not here.edits:
        back = here.start - here.new_start
        edits = [replace(e, start=e.start + back, end=e.end + back) for e in fix.edits]
        return replace(fix, edits=tuple(edits))
    text = splice(woven.text, fix.edits, here.new_start, here.new_end)
    return replace(fix, edits=(Edit(fix.edits[0].part, here.start, here.end, text),))


# -- a file that somebody else has changed ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of the decisions in a file that changed on disk."""

    review: Review
    file: int
    moved: int
    lost: int


def changed_files(review: Review) -> list[int]:
    """The files that somebody else has changed."""
    return [file for file, text in enumerate(review.texts) if files.is_changed(text)]


def read_again(
    review: Review, file: int, checker: Checker, *, is_own: bool = False
) -> Moved:
    """Read a changed file, and move the decisions along. Raises CannotRead.

    `is_own`: the person has changed it in an editor, so that what is not found there any more has
    been rewritten.
    """
    before = review.texts[file]
    text, findings = files.read(before.path, checker)
    if before.document is None or text.document is None:
        raise CannotRead(interface.say("cannot read {path}", path=before.path))
    session = review.session
    old = [item for item in session.items.values() if item.file == file]
    first = max(session.items, default=-1) + 1
    locked = text.document.locked
    new = [item_of(first + nth, file, finding, locked) for nth, finding in enumerate(findings)]
    steady = _steady(old, before.document, new, text.document)
    rest = [item for item in new if item.id not in {other.id for _, other in steady.values()}]
    now = _Moving(session, before.document, text.document, steady, is_own)
    texts = (*review.texts[:file], text, *review.texts[file + 1 :])
    after, count, lost = now.session(old, rest)
    return Moved(_noted(Review(texts, after), [file]), file, count, lost)


def _steady(
    old: Sequence[Item], before: Document, new: Sequence[Item], after: Document
) -> dict[int, tuple[Item, Item]]:
    """The findings that are the same in both texts, by the old number."""
    born = [item for item in old if not item.born]
    found = pairs(keys_of(born, before), keys_of(new, after))
    return {item.id: (item, other) for item, other in found}


@dataclass(frozen=True, slots=True)
class _Moving:
    """Moves one session from a text to the changed text."""

    before: Session
    old: Document
    new: Document
    steady: dict[int, tuple[Item, Item]]
    is_own: bool = False

    def session(self, old: Sequence[Item], fresh: Sequence[Item]) -> tuple[Session, int, int]:
        """The moved session, and how many decisions moved along and were lost."""
        before, gone = self.before, {item.id for item in old} - set(self.steady)
        items = {id: item for id, item in before.items.items() if id not in gone}
        items |= {id: replace(new, id=id) for id, (_, new) in self.steady.items()}
        items |= {item.id: item for item in fresh}
        decisions = {id: d for id, d in before.decisions.items() if id not in gone}
        settled, count, lost = list(before.settled), 0, 0
        for id in self.steady:
            if id in decisions:
                now = self._moved(id, decisions.pop(id))
                if now is not None:
                    decisions[id] = now
                    count += 1
                else:
                    lost += 1
        rewritten = self._rewritten(gone, fresh) if self.is_own else set()
        for id in gone:
            decision = before.decision(id)
            if id in rewritten:
                words = self._words_now(before.items[id])
                settled.append((before.items[id], Decision(State.EDITED, words=words)))
            elif before.is_pending(id):
                items[id] = before.items[id]
                decisions[id] = Decision(State.LOST, was=decision)
                lost += 1
            elif decision.state is State.LOST:
                items[id] = before.items[id]
                decisions[id] = decision
            elif id in before.written:
                settled.append((before.items[id], decision))
        written = {id: d for id, d in before.written.items() if id not in gone}
        for id in self.steady:
            written.pop(id, None)
        empty = replace(
            before, items={}, decisions=decisions, written=written, settled=tuple(settled),
            past=self._steps(before.past, gone), future=self._steps(before.future, gone),
        )
        after = empty.with_items(items.values())
        return replace(after, current=self._current(after)), count, lost

    def _rewritten(self, gone: Iterable[int], fresh: Iterable[Item]) -> set[int]:
        """Of the findings that are gone, the open ones of which none like it has come.

        First each is looked for in its sentence, then anywhere.
        """
        left, come = sorted(gone), list(fresh)
        for key in (_in_sentence, _in_words):
            like: dict[tuple[str, ...], list[Item]] = {}
            for item in come:
                like.setdefault(key(item), []).append(item)
            rows = [(id, like.get(key(self.before.items[id]), [])) for id in left]
            left = [id for id, items in rows if not (items and items.pop())]
            come = [item for items in like.values() for item in items]
        return {id for id in left if self.before.decision(id).is_open}

    def _words_now(self, item: Item) -> str:
        """What stands between the letters that stood beside a finding; empty where they do not."""
        old, new = (next((part.text for part in document.parts if part.index == item.part), "")
                    for document in (self.old, self.new))
        left = old[max(item.start - _BESIDE, 0) : item.start]
        right = old[item.end : item.end + _BESIDE]
        start = new.find(left) + len(left) if left in new else -1
        end = new.find(right, start) if start >= 0 and right else -1
        is_near = 0 <= end - start <= _LONGEST
        return " ".join(new[start:end].split()) if end >= 0 and is_near else ""

    def _current(self, after: Session) -> int:
        """Where one stands in the changed text: where one stood, or behind what was before it."""
        order, here = self.before.order, self.before.current
        if here in after.items or here not in order:
            return here if here in after.items else next(iter(after.order), -1)
        file = self.before.items[here].file
        last = next((id for id in reversed(order[: order.index(here)]) if id in after.items), -1)
        rest = after.order[after.order.index(last) + 1 if last >= 0 else 0 :]
        in_file = [id for id in rest if after.items[id].file == file]
        if not in_file and last >= 0 and after.items[last].file == file:
            return last
        return next(iter(in_file or rest), last)

    def _moved(self, id: int, decision: Decision) -> Decision | None:
        if decision.state is State.OPEN:
            return decision
        if decision.state is State.COVERED:
            was = self._moved(id, decision.was or OPEN)
            return replace(decision, was=was) if was is not None else None
        item, other = self.steady[id]
        return moved(decision, item, self.old, other, self.new)

    def _steps(self, steps: Sequence[Step], gone: set[int]) -> tuple[Step, ...]:
        """The steps that can still be undone: without findings that are gone."""
        kept = []
        for step in steps:
            changes = [change for change in map(self._change, step.changes)
                       if change is not None and change.item not in gone]
            if changes and step.item not in gone:
                kept.append(Step(step.item, tuple(changes)))
        return tuple(kept)

    def _change(self, change: Change) -> Change | None:
        if change.item not in self.steady:
            return change
        before = self._moved(change.item, change.before)
        after = self._moved(change.item, change.after)
        if before is None or after is None:
            return None
        return Change(change.item, before, after)


def _in_words(item: Item) -> tuple[str, ...]:
    return item.finding.rule, item.finding.words.casefold()


def _in_sentence(item: Item) -> tuple[str, ...]:
    return *_in_words(item), item.finding.sentence.text
