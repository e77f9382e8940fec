"""A review as one value: its findings, the decisions on them, and what was decided before.

No two decisions that stand change the same characters: `settle` sees to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lintwords import interface
from lintwords.model import Edit
from lintwords.tui.finding import (
    ALL,
    OPEN,
    Decision,
    Filter,
    Item,
    State,
    clash,
    hull_of,
)
from lintwords.values import dataclass, field, replace

Decisions = Mapping[int, Decision]


class Change(NamedTuple):
    """What became of one finding."""

    item: int
    before: Decision
    after: Decision


class Step(NamedTuple):
    """What one key did; undone and redone as a whole."""

    item: int  # the finding that was current
    changes: tuple[Change, ...]


class Turn(NamedTuple):
    """What an action gives; `is_done`: no open finding is left to go to."""

    session: Session
    said: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class Session:
    """All findings and all decisions. `decisions` and `written` hold what is not open."""

    items: Mapping[int, Item]
    order: tuple[int, ...]  # by file, then by place
    near: Mapping[int, tuple[int, ...]]  # findings that may want the same characters
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    written: Mapping[int, Decision] = field(default_factory=dict)  # effects that are on disk
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    current: int = -1
    marked: int = 0  # the choice that `a` accepts
    offered: frozenset[int] = frozenset()  # skipped findings that came a second time
    settled: tuple[tuple[Item, Decision], ...] = ()  # written, and the file has changed since
    filter: Filter = ALL
    # file and part → the last character there that a decision may want
    ends: Mapping[tuple[int, int], int] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, items: Iterable[Item]) -> Session:
        """A session that stands on the first finding."""
        session = cls({}, (), {}).with_items(items)
        first = next(iter(session.order), -1)
        return replace(session, current=first)

    def with_notes(self, ids: Iterable[int]) -> Session:
        """The session in which what a comment in the file says is said of what is not decided."""
        found = {id: self.on_disk(id) for id in ids
                 if self.items[id].told != OPEN and id not in self.decisions}
        return replace(self, decisions={**self.decisions, **found}) if found else self

    def with_items(self, items: Iterable[Item]) -> Session:
        """The same decisions with more findings."""
        more = {item.id: item for item in items}
        every = {**self.items, **more}
        added = sorted(more, key=lambda id: in_text(more[id]))
        is_new = bool(self.items and more) and self.items.keys().isdisjoint(more)
        last = self.items[self.order[-1]] if is_new else None
        reached = {id: _reach(item) for id, item in more.items()}
        ends = dict(self.ends if self.items else {})
        for file, part, _, end in reached.values():
            ends[file, part] = max(end, ends.get((file, part), end))
        if last and in_text(last) < in_text(more[added[0]]):  # as when a text is read
            starts: dict[tuple[int, int], int] = {}
            for file, part, start, _ in reached.values():
                starts[file, part] = min(start, starts.get((file, part), start))
            near = _with_more(self, more, starts)
            return replace(self, items=every, order=(*self.order, *added), near=near, ends=ends)
        order = sorted(every, key=lambda id: in_text(every[id]))
        return replace(self, items=every, order=tuple(order), near=neighbours(every), ends=ends)

    # -- what is asked ----------------------------------------------------------------------

    def decision(self, id: int) -> Decision:
        return self.decisions.get(id, OPEN)

    def on_disk(self, id: int) -> Decision:
        """The effect of a decision that stands in the file, or in its copy."""
        return self.written.get(id, self.items[id].told)

    def is_alive(self, id: int) -> bool:
        """Whether the decision that brought this finding, if one did, still stands."""
        for born in self.items[id].born:
            parent = self.decision(born.item)
            if parent.edits != born.edits and parent.by != id:
                return False
        return True

    @cached_property
    def alive(self) -> tuple[int, ...]:
        """All findings that stand, in order."""
        return tuple(id for id in self.order if not self.items[id].born or self.is_alive(id))

    @property
    def item(self) -> Item | None:
        """The finding that the person looks at."""
        return self.items.get(self.current)

    def is_pending(self, id: int) -> bool:
        """Whether a write would do something for this finding."""
        now = self.decision(id).effect if self.is_alive(id) else OPEN
        return now != self.on_disk(id)

    def pending(self, file: int | None = None) -> list[int]:
        """The findings whose decision is not written, of one file or of all."""
        ids = {*self.decisions, *self.written}
        return [
            id for id in self.order
            if (id in ids or self.items[id].told != OPEN)
            and (file is None or self.items[id].file == file) and self.is_pending(id)
        ]

    def count(self, *states: State, file: int | None = None) -> int:
        """How many findings are in one of `states`."""
        return sum(
            self.decision(id).state in states for id in self.alive
            if file is None or self.items[id].file == file
        )

    def open(self, file: int | None = None) -> int:
        """How many findings wait for a decision."""
        if file is not None:
            return self.count(State.OPEN, State.SKIPPED, State.NOTED, file=file)
        settled = (id for id, decision in self.decisions.items() if not decision.is_open)
        return len(self.alive) - sum(self.is_alive(id) for id in settled)

    @property
    def choice(self) -> int:
        """The marked choice of the current finding; -1 if it has none."""
        item = self.item
        return min(self.marked, len(item.choices) - 1) if item else -1


EMPTY = Session({}, (), {})  # before anything is found


def in_text(item: Item) -> tuple[int, int, int, int, int]:
    """Where a finding stands among all: what they are sorted by."""
    return item.file, item.part, item.start, item.end, item.id


def where(item: Item) -> str:
    """The place of a finding in its file, for people: `line 7`, `paragraph 4`."""
    return interface.place(item.finding.at.place)


# -- which decisions can stand together ---------------------------------------------------------


def neighbours(items: Mapping[int, Item]) -> dict[int, tuple[int, ...]]:
    """For each finding those that may want one of its characters, whatever is decided."""
    reach = {id: _reach(item) for id, item in items.items()}
    ordered = sorted(items, key=lambda id: reach[id])
    near: dict[int, list[int]] = {id: [] for id in items}
    open_ids: list[int] = []
    for id in ordered:
        file, part, start, _ = reach[id]
        open_ids = [
            other for other in open_ids
            if reach[other][:2] == (file, part) and reach[other][3] > start
        ]
        for other in open_ids:
            near[id].append(other)
            near[other].append(id)
        open_ids.append(id)
    return {id: tuple(others) for id, others in near.items()}


def _with_more(
    session: Session, more: Mapping[int, Item], starts: Mapping[tuple[int, int], int]
) -> dict[int, tuple[int, ...]]:
    """Those of a session's findings and `more`, of which the first reach to `starts`."""
    border: dict[int, Item] = {}
    for where, start in starts.items():
        if session.ends.get(where, start) > start:
            border |= {
                id: item for id, item in session.items.items()
                if (item.file, item.part) == where and _reach(item)[3] > start
            }
    fresh = neighbours({**border, **more})
    now = {**session.near, **{id: fresh[id] for id in more}}
    for id in border:
        now[id] = tuple(dict.fromkeys((*session.near[id], *fresh[id])))
    return now


def _reach(item: Item) -> tuple[int, int, int, int]:
    """File, part, and the stretch that any decision on the finding may change."""
    whole = hull_of(item, [edit for choice in item.choices for edit in choice.edits])
    return item.file, item.part, whole.start, whole.end


def settle(
    items: Mapping[int, Item],
    near: Mapping[int, tuple[int, ...]],
    decisions: Decisions,
    plan: Iterable[tuple[int, Decision]],
) -> dict[int, Decision]:
    """The decisions after those of `plan`, each of which wins over earlier ones.

    What wants the same characters becomes covered; what was covered and is free again gets back
    what it was.
    """
    now = dict(decisions)
    for id, decision in plan:
        _put(now, id, decision)
        _cover(items, near[id], now, id)
        _free(items, near, now, near[id], id)
    return now


def _put(now: dict[int, Decision], id: int, decision: Decision) -> None:
    if decision == OPEN:
        now.pop(id, None)
    else:
        now[id] = decision


def _cover(
    items: Mapping[int, Item], near: Sequence[int], now: dict[int, Decision], id: int
) -> None:
    """Cover the neighbours whose characters the decision on `id` changes."""
    edits = _active(now, id)
    for other in near:
        was = now.get(other, OPEN)
        if was.state in (State.COVERED, State.LOST):
            continue
        if edits and _wants(items[other], was, edits):
            now[other] = Decision(State.COVERED, by=id, was=was)


def _free(
    items: Mapping[int, Item], near: Mapping[int, tuple[int, ...]], now: dict[int, Decision],
    ids: Sequence[int], first: int,
) -> None:
    """Give back what no standing decision covers any more; `first` was changed."""
    covered = [id for id in ids if now.get(id, OPEN).state is State.COVERED]
    covered.sort(key=lambda id: now[id].by != first)
    for id in covered:
        if now.get(id, OPEN).state is not State.COVERED:
            continue  # given back with one before it
        was = now[id].was or OPEN
        holder = next(
            (other for other in (now[id].by, *near[id])
             if _wants(items[id], was, _active(now, other))),
            None,
        )
        if holder is not None:
            now[id] = Decision(State.COVERED, by=holder, was=was)
            continue
        _put(now, id, was)
        _cover(items, near[id], now, id)
        _free(items, near, now, near[id], id)


def _active(now: Decisions, id: int) -> tuple[Edit, ...]:
    decision = now.get(id, OPEN)
    return decision.edits if decision.changes_text else ()


def _wants(item: Item, decision: Decision, edits: Sequence[Edit]) -> bool:
    """Whether `edits` take characters that the finding, or the decision on it, needs."""
    if not edits:
        return False
    return item.touched_by(edits) or (
        decision.changes_text and clash(decision.edits, edits)
    )
