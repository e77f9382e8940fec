"""The page of a file under the decisions of a session, made anew only where something changed.

The source is divided into stretches of some thousand characters, at line ends that no finding and
no decision crosses; a block of the page is made of each. Pages are the same however they come
about: one after the other or at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lintwords.model import Document, Edit, Part
from lintwords.tui.finding import OPEN, STILL, Decision, Item, hull_of
from lintwords.tui.lines import Signs
from lintwords.tui.page import (
    Block,
    Marked,
    Page,
    Stretch,
    View,
    block_of,
    line_ends,
    lines_in,
)
from lintwords.tui.session import EMPTY, Session

SIZE = 6000  # characters of a block, about
_MOST = 200  # parts in a block: paragraphs of an office document are short


def page_of(document: Document, session: Session, file: int, view: View, signs: Signs) -> Page:
    """The page of a file under the decisions of `session`; only `View.MARKS` has marks."""
    return Pager(document, file, signs).page(session, view)


class Pages:
    """Has the page of the file that is looked at, and the pager of that file."""

    def __init__(self) -> None:
        self._made_of: tuple[object, ...] = ()
        self._page = Page()
        self._pager: Pager | None = None

    def page(
        self, document: Document | None, file: int, session: Session, view: View, signs: Signs
    ) -> Page:
        """The page of `document`; made anew only when a decision or the view changed."""
        if document is None:
            return Page()
        current = session.current if signs.brackets else -1
        made_of = (session.decisions, session.written, session.items, document, view, current)
        is_same = len(made_of) == len(self._made_of) and all(
            a is b if not isinstance(a, int) else a == b
            for a, b in zip(made_of, self._made_of, strict=True)
        )
        if not is_same:
            pager = self._pager
            if pager is None or pager.document is not document or pager.file != file:
                pager = self._pager = Pager(document, file, signs)
            self._page, self._made_of = pager.page(session, view), made_of
        return self._page


class Pager:
    """Makes pages of one file, each from the last."""

    def __init__(self, document: Document, file: int, signs: Signs) -> None:
        self.document, self.file = document, file
        self._signs = signs
        self._division = _divided(document.parts)
        self._session, self._view = EMPTY, View.MARKS
        self._forget()

    def page(self, session: Session, view: View) -> Page:
        """The page under the decisions of `session`."""
        before, self._session = self._session, session
        if view is not self._view:
            self._view, before = view, EMPTY
            self._forget()
        touched = self._touched(before, session)
        while self._crossed:  # what crosses a border shows only when it is put in its place
            self._division = _joined(self._division, self._crossed)
            self._forget()
            touched = self._touched(EMPTY, session)
        shown = ""
        for number, stretches in enumerate(self._division):
            block = self._blocks.get(number)
            if block is None or number in touched or block.label_before != shown:
                block = self._blocks[number] = self._made(number, stretches, shown)
            shown = block.label_after
        blocks = [self._blocks[number] for number in range(len(self._division))]
        return Page(blocks, self._home)

    def _forget(self) -> None:
        """Begin anew, with the division as it is now."""
        self._crossed: set[int] = set()  # blocks that are to be joined with the next
        self._blocks: dict[int, Block] = {}
        self._home: dict[int, int] = {}  # finding → the block it stands in
        self._ids: dict[int, list[int]] = defaultdict(list)  # block → its findings, in order
        self._edits: dict[int, dict[int, list[Edit]]] = defaultdict(dict)  # block → finding → …
        self._at: dict[int, set[int]] = {}  # finding → the blocks in which it has edits
        self._places: dict[int, tuple[list[int], list[int]]] = {}  # part → starts, blocks
        for number, stretches in enumerate(self._division):
            for stretch in stretches:
                starts, blocks = self._places.setdefault(stretch.part.index, ([], []))
                starts.append(stretch.start)
                blocks.append(number)

    # -- what has changed -------------------------------------------------------------------

    def _touched(self, before: Session, now: Session) -> set[int]:
        """The blocks that are not as they were."""
        touched = {*self._found(before, now), *self._decided(before, now)}
        if self._signs.brackets and self._view is View.MARKS:
            currents = (before.current, now.current)
            touched |= {self._home[id] for id in currents if id in self._home}
        return touched

    def _found(self, before: Session, now: Session) -> Iterator[int]:
        """The blocks in which other findings stand now."""
        if before.items is now.items:
            return
        old = before.items
        gone = [id for id in self._home if now.items.get(id) is not old.get(id)]
        for id in gone:
            number = self._home.pop(id)
            self._ids[number].remove(id)
            yield number
        fresh = [id for id in now.order if id not in self._home and now.items[id].file == self.file]
        blocks = set()
        for id in fresh:
            item = now.items[id]
            whole = hull_of(item, [edit for fix in item.choices for edit in fix.edits])
            pieces = item.finding.pieces or (whole,)
            low = min(whole.start, *(piece.start for piece in pieces), whole.end)
            high = max(whole.end, *(piece.end for piece in pieces), whole.start)
            number = self._home[id] = self._one_block(item.part, low, high)
            self._ids[number].append(id)
            blocks.add(number)
        if fresh and len(fresh) < len(self._home):
            for number in blocks:
                self._ids[number].sort(key=lambda id: _place(now.items[id]))
        yield from blocks

    def _decided(self, before: Session, now: Session) -> Iterator[int]:
        """The blocks in which other decisions stand now."""
        is_disk = self._view is View.AS_IS
        old, new = (before.written, now.written) if is_disk else (before.decisions, now.decisions)
        if old is new and before.items is now.items:
            return
        ids = {id for id, decision in new.items() if old.get(id) is not decision}
        ids.update(id for id in old if id not in new)
        ids |= {id for id in self._home if now.items[id].born}  # which stand with another
        for id in ids:
            item = now.items.get(id)
            if item is not None and item.file != self.file:
                continue
            for number in self._at.pop(id, ()):
                del self._edits[number][id]
                yield number
            if id in self._home:
                yield self._home[id]
            if item is not None:
                yield from self._placed(now, item)

    def _placed(self, now: Session, item: Item) -> Iterator[int]:
        """Put the edits of a decision where they belong; the blocks that they stand in."""
        decision = self._effect(now, item.id)
        for edit in decision.edits:
            number = self._one_block(edit.part, edit.start, edit.end)
            if decision.changes_text and number != self._home.get(item.id, number):
                self._join(number, self._home[item.id])
            self._edits[number].setdefault(item.id, []).append(edit)
            self._at.setdefault(item.id, set()).add(number)
            yield number

    def _effect(self, now: Session, id: int) -> Decision:
        """The decision that is seen in the text."""
        if self._view is View.AS_IS:
            return now.written.get(id, OPEN)
        decision = now.decision(id)
        is_still = not decision.edits or decision.state in STILL or not now.is_alive(id)
        return OPEN if is_still else decision

    def _one_block(self, part: int, start: int, end: int) -> int:
        """The block in which a stretch of the source stands; blocks that it crosses are joined."""
        starts, blocks = self._places[part]
        first = blocks[max(bisect_right(starts, start) - 1, 0)]
        last = blocks[max(bisect_right(starts, end) - 1, 0)] if end > start else first
        if first != last:
            self._join(first, last)
        return first

    def _join(self, one: int, other: int) -> None:
        self._crossed.update(range(min(one, other), max(one, other)))

    # -- a block ----------------------------------------------------------------------------

    def _made(self, number: int, stretches: Sequence[Stretch], shown: str) -> Block:
        session = self._session
        found: dict[int, list[Marked]] = defaultdict(list)
        if self._view is View.MARKS:
            for id in self._ids[number]:
                item, decision = session.items[id], session.decision(id)
                if decision.state not in STILL and session.is_alive(id):
                    found[item.part].append(self._marked(item, decision))
        return block_of(stretches, self._edits_of(number), found, shown, self._signs)

    def _edits_of(self, number: int) -> Mapping[int, list[Edit]]:
        """The edits in a block by part, in the order of their decisions."""
        rows = self._edits[number]
        found: dict[int, list[Edit]] = defaultdict(list)
        if not rows:
            return found
        session = self._session
        order = session.written if self._view is View.AS_IS else session.decisions
        ids: Iterable[int] = rows
        if len(rows) > 1 and any(e.start == e.end for edits in rows.values() for e in edits):
            ids = [id for id in order if id in rows]  # it tells which of two insertions is first
        for id in ids:
            for edit in rows[id]:
                if edit.start < edit.end or edit not in found[edit.part]:
                    found[edit.part].append(edit)
        return found

    def _marked(self, item: Item, decision: Decision) -> Marked:
        pieces = () if item.born else tuple(
            (piece.start, piece.end) for piece in item.finding.pieces or (item,)
        )
        kind = "decided" if decision.changes_text else "open"
        bracket = "current" if item.id == self._session.current else kind
        return Marked(item.id, item.start, item.end, pieces, decision, bracket)


def _place(item: Item) -> tuple[int, int, int, int]:
    return item.part, item.start, item.end, item.id


# -- the division of a source --------------------------------------------------------------------


def _divided(parts: Sequence[Part]) -> list[list[Stretch]]:
    """All parts in stretches, several short ones together."""
    division: list[list[Stretch]] = []
    size, number = SIZE, 0
    for part in parts:
        for stretch in _stretches(part, number):
            if size >= SIZE or len(division[-1]) >= _MOST or stretch.start:
                division.append([])
                size = 0
            division[-1].append(stretch)
            size += stretch.end - stretch.start
            number = stretch.number
        number += lines_in(part.text, stretch.start)
    return division


def _stretches(part: Part, number: int) -> Iterator[Stretch]:
    """Stretches of one part, that end with a line; better between two paragraphs.

    `number` is that of the lines before it.
    """
    text, start = part.text, 0
    while len(text) - start > 2 * SIZE:
        at = text.find("\n\n", start + SIZE, start + 2 * SIZE) + 1
        at = at or text.find("\n", start + SIZE)
        if at < 0 or at + 1 >= len(text):
            break
        yield Stretch(part, start, at + 1, number, is_last=False)
        number += line_ends(text, start, at + 1)
        start = at + 1
    yield Stretch(part, start, len(text), number, is_last=True)


def _joined(division: Sequence[list[Stretch]], crossed: Collection[int]) -> list[list[Stretch]]:
    """The division with each of some blocks joined with the next."""
    joined: list[list[Stretch]] = []
    for number, stretches in enumerate(division):
        if number - 1 not in crossed:
            joined.append(stretches)
            continue
        first, *rest = stretches
        last = joined[-1][-1]
        if last.part is first.part:
            whole = last._replace(end=first.end, is_last=first.is_last)
            joined[-1] = [*joined[-1][:-1], whole, *rest]
        else:
            joined[-1] = [*joined[-1], *stretches]
    return joined
