"""Going from finding to finding; what the filter hides is passed over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lintwords.tui.finding import ALL, Filter, State
from lintwords.tui.session import Session, Turn, in_text
from lintwords.tui.speaking import say
from lintwords.values import replace


def shown(session: Session) -> Sequence[int]:
    """The findings that pass the filter, in order."""
    if session.filter == ALL:
        return session.alive
    passes, items = session.filter.passes, session.items
    return [id for id in session.alive if passes(items[id], session.decision(id))]


def go(session: Session, id: int) -> Session:
    """Stand on a finding, with its accepted choice marked, else the first."""
    if id not in session.items:
        return session
    decision = session.decision(id)
    return replace(session, current=id, marked=max(decision.choice, 0))


def mark(session: Session, choice: int) -> Turn:
    """Mark a choice, counted from 0."""
    item = session.item
    if item is None or not item.choices:
        return _stay(session, f"no-fix-{item.stays}" if item and item.stays else "no-fix")
    if not 0 <= choice < len(item.choices):
        said = say("no-choice", n=len(item.choices), choice=choice + 1)
        return Turn(session, said)
    return Turn(replace(session, marked=choice))


def mark_by(session: Session, by: int) -> Turn:
    """Mark the next choice, or the one before; after the last comes the first."""
    item = session.item
    if item is None or not item.choices:
        return mark(session, 0)
    if len(item.choices) == 1:
        return _stay(session, "one-choice")
    return mark(session, (session.choice + by) % len(item.choices))


def step(session: Session, by: int) -> Turn:
    """Go one finding on or back, decided ones too."""
    ids = shown(session)
    later = _beyond(session, ids, by)
    if not later:
        return _stay(session, "is-last" if by > 0 else "is-first")
    return Turn(go(session, later[0]))


def end(session: Session, *, last: bool) -> Turn:
    ids = shown(session)
    if not ids:
        return _stay(session, "no-finding")
    return Turn(go(session, ids[-1 if last else 0]))


def next_open(session: Session) -> Turn:
    """Go to the next open finding; skipped ones, and those with a note, come last."""
    onward_ = onward(session)
    if onward_ is None:
        waiting = [id for id in shown(session) if session.decision(id).is_open]
        if later := [*_beyond(session, waiting, 1), *waiting]:
            return Turn(go(session, later[0]))  # what was left open, with a note or skipped
        is_open = session.open() > 0
        return _stay(session, "no-open-filtered" if is_open else "no-open")
    return Turn(onward_)


def file(session: Session, by: int) -> Turn:
    """Go to the next file with open findings, or the one before."""
    ids = shown(session)
    here = session.items[session.current].file if session.current in session.items else -1
    waiting = [id for id in ids if session.decision(id).is_open]
    files = sorted({session.items[id].file for id in waiting} - {here})
    if not files:
        return _stay(session, "no-file")
    later = [file for file in files if (file > here) == (by > 0)]
    ordered = (later or files) if by > 0 else (later or files)[::-1]
    first = next(id for id in waiting if session.items[id].file == ordered[0])
    return Turn(go(session, first))


def onward(session: Session) -> Session | None:
    """Where a decision leads: on in this file, then in the next, then to skipped ones once."""
    ids = shown(session)
    fresh = [id for id in ids if session.decision(id).state is State.OPEN]
    if id := _first(session, fresh):
        return go(session, id[0])
    skipped = [
        id for id in ids
        if session.decision(id).state is State.SKIPPED and id not in session.offered
    ]
    if id := _first(session, skipped):
        return replace(go(session, id[0]), offered=session.offered | {id[0]})
    return None


def _first(session: Session, ids: Sequence[int]) -> list[int]:
    """The one of `ids` to go to: after the current in its file, before it, in other files."""
    item = session.item
    others = [id for id in ids if item is None or id != item.id] or list(ids)
    if item is None or not others:
        return others[:1]
    items = session.items
    later = _beyond(session, others, 1)[:1]
    if later and items[later[0]].file == item.file:
        return list(later)
    here = (id for id in others if items[id].file == item.file)
    return [next(here, (*later, *others)[0])]


def _beyond(session: Session, ids: Sequence[int], by: int) -> Sequence[int]:
    """Of findings in their order those after the current, or those before it from the last on."""
    item, items = session.item, session.items
    if item is None:
        return ids
    if by > 0:
        return ids[bisect_right(ids, in_text(item), key=lambda id: in_text(items[id])) :]
    return ids[: bisect_left(ids, in_text(item), key=lambda id: in_text(items[id]))][::-1]


def set_filter(session: Session, wanted: Filter) -> Turn:
    """Show only what passes, and go to the first that does unless the current one does."""
    filtered = replace(session, filter=wanted)
    ids = shown(filtered)
    if not ids:
        return Turn(session, say("none-pass", filter=wanted.text))
    if session.current in ids:
        return Turn(filtered)
    return Turn(go(filtered, ids[0]))


def clear_filter(session: Session) -> Turn:
    """Show all findings again."""
    if session.filter == ALL:
        return _stay(session, "no-filter")
    return Turn(replace(session, filter=ALL))


def known_rules(session: Session) -> set[str]:
    """Rule ids and categories that have a finding, for a filter."""
    findings = [item.finding for item in session.items.values()]
    return {name for finding in findings for name in (finding.rule, finding.category)}


def _stay(session: Session, key: str) -> Turn:
    return Turn(session, say(key))
