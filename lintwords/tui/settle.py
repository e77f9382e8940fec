"""Which decisions can stand together: no two of them change the same characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lintwords.model import Edit
from lintwords.tui.decision import OPEN, Decision, State
from lintwords.tui.item import Item, clash, hull_of

Decisions = Mapping[int, Decision]


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
        ]  # fmt: skip
        for other in open_ids:
            near[id].append(other)
            near[other].append(id)
        open_ids.append(id)
    return {id: tuple(others) for id, others in near.items()}


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
        was = now[id].was or OPEN
        holder = next(
            (other for other in (now[id].by, *near[id])
             if _wants(items[id], was, _active(now, other))),
            None,
        )  # fmt: skip
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
