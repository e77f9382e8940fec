"""A review as one value: its findings, the decisions on them, and what was decided before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lintwords.tui.decision import OPEN, Decision, State
from lintwords.tui.filtering import ALL, Filter
from lintwords.tui.item import Item
from lintwords.tui.settle import neighbours


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


@dataclass(frozen=True, slots=True)
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

    @classmethod
    def of(cls, items: Iterable[Item]) -> Session:
        """A session that stands on the first finding."""
        session = cls({}, (), {}).with_items(items)
        first = next(iter(session.order), -1)
        return replace(session, current=first)

    def with_items(self, items: Iterable[Item]) -> Session:
        """The same decisions with more findings."""
        every = {**self.items, **{item.id: item for item in items}}
        order = sorted(every, key=lambda id: _place(every[id]))
        return replace(self, items=every, order=tuple(order), near=neighbours(every))

    # -- what is asked ----------------------------------------------------------------------

    def decision(self, id: int) -> Decision:
        return self.decisions.get(id, OPEN)

    def is_alive(self, id: int) -> bool:
        """Whether the decision that brought this finding, if one did, still stands."""
        for born in self.items[id].born:
            parent = self.decision(born.item)
            if parent.edits != born.edits and parent.by != id:
                return False
        return True

    @property
    def alive(self) -> list[int]:
        """All findings that stand, in order."""
        return [id for id in self.order if not self.items[id].born or self.is_alive(id)]

    @property
    def item(self) -> Item | None:
        """The finding that the person looks at."""
        return self.items.get(self.current)

    def is_pending(self, id: int) -> bool:
        """Whether a write would do something for this finding."""
        now = self.decision(id).effect if self.is_alive(id) else OPEN
        return now != self.written.get(id, OPEN)

    def pending(self, file: int | None = None) -> list[int]:
        """The findings whose decision is not written, of one file or of all."""
        ids = {*self.decisions, *self.written}
        return [
            id for id in self.order
            if id in ids and (file is None or self.items[id].file == file) and self.is_pending(id)
        ]  # fmt: skip

    def count(self, *states: State, file: int | None = None) -> int:
        """How many findings are in one of `states`."""
        return sum(
            self.decision(id).state in states for id in self.alive
            if file is None or self.items[id].file == file
        )  # fmt: skip

    def open(self, file: int | None = None) -> int:
        return self.count(State.OPEN, State.SKIPPED, file=file)

    @property
    def choice(self) -> int:
        """The marked choice of the current finding; -1 if it has none."""
        item = self.item
        return min(self.marked, len(item.choices) - 1) if item else -1


def _place(item: Item) -> tuple[int, int, int, int, int]:
    return item.file, item.part, item.start, item.end, item.id


def where(item: Item) -> str:
    """The place of a finding in its file, for people: `line 7`, `paragraph 4`."""
    return item.finding.at.place
