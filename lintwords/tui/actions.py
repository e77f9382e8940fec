"""Decisions: each action is a function from a session to the next.

Nothing here reads a file or draws. An action gives a `Turn`: the new session and one sentence for
the person; an action without effect gives the same session and says why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from lintwords.reports.cells import one_line
from lintwords.tui import moves
from lintwords.tui.finding import (
    OPEN,
    SKIPPED,
    Decision,
    Item,
    Reach,
    State,
    ignored,
    noted,
    own_words,
)
from lintwords.tui.session import Change, Session, Step, Turn, settle, where
from lintwords.tui.speaking import say
from lintwords.values import replace

# -- decisions --------------------------------------------------------------------------------


def accept(session: Session, choice: int | None = None) -> Turn:
    """Take a choice, counted from 0, else the marked one; then go on to the next open finding."""
    item = session.item
    if why := _off(session, item):
        return Turn(session, why)
    assert item is not None
    if not item.choices:
        return Turn(session, say(f"no-fix-{item.stays}" if item.stays else "no-fix"))
    number = session.choice if choice is None else choice
    if not 0 <= number < len(item.choices):
        return Turn(session, say("no-choice", n=len(item.choices), choice=number + 1))
    taken = Decision(State.ACCEPTED, choice=number, edits=item.choices[number].edits,
                     reason=_beside(session.decision(item.id)))
    return _decide(session, [(item.id, taken)],
                   say("accepted", choice=number + 1, place=where(item)))


def edit(session: Session, words: str, found: Sequence[str] = ()) -> Turn:
    """Take a person's own words; `found` are the rules that lintwords finds in them."""
    item = session.item
    if why := _off(session, item):
        return Turn(session, why)
    assert item is not None
    if item.stays:
        return Turn(session, say(f"no-edit-{item.stays}"))
    edits = own_words(item, session.choice, words)
    said = say("edited-found", rules=", ".join(found)) if found else say(
        "edited", place=where(item)
    )
    beside = _beside(session.decision(item.id))
    taken = Decision(State.EDITED, edits=edits, words=words, reason=beside)
    return _decide(session, [(item.id, taken)], said)


def _beside(decision: Decision) -> str:
    """The note beside a change: other words in its place leave it there."""
    return decision.reason if decision.changes_text else ""


def skip(session: Session) -> Turn:
    """Leave the finding for later: it comes once more after all others."""
    item = session.item
    if why := _off(session, item):
        return Turn(session, why)
    assert item is not None
    return _decide(session, [(item.id, SKIPPED)], say("skipped"))


def note(session: Session, text: str, *, comment: bool = False) -> Turn:
    """Leave the finding open with a note, in a `comment` of the copy where one can stand.

    A change stays, and has the note beside it; a reason to leave words be is changed by `ignore`.
    Without text a note that is there goes.
    """
    item = session.item
    if why := _off(session, item):
        return Turn(session, why)
    assert item is not None
    text, now = " ".join(text.split()), session.decision(item.id)
    if now.state is State.IGNORED:
        return Turn(session, say("note-ignored"))
    if now.changes_text:
        if text == now.reason:
            return Turn(session, say("unchanged-note" if text else "no-note"))
        after = _done(session, [(item.id, replace(now, reason=text))])
        key = "noted-beside-copy" if comment else "noted-beside-report"
        return Turn(after, say(key if text else "note-gone"))
    if not text:
        had = now.state is State.NOTED
        return reopen(session) if had else Turn(session, say("no-note"))
    return _decide(session, [(item.id, noted(text, comment=comment))],
                   say("noted-copy" if comment else "noted-report"))


def ignore(
    session: Session, reach: Reach, reason: str, comments: Mapping[int, Decision] | None = None
) -> Turn:
    """Leave the finding be, and others as far as `reach` goes.

    `comments` are decisions to use instead of entries in the baseline, by finding.
    """
    item = session.item
    if why := _off(session, item):
        return Turn(session, why)
    plan = [
        (id, (comments or {}).get(id, ignored(reach, reason))) for id in reached(session, reach)
    ]
    assert item is not None
    return _decide(session, plan, say("ignored", n=len(plan), place=where(item)))


def reached(session: Session, reach: Reach) -> list[int]:
    """What an ignore would take: the current finding, and open ones that are like it."""
    item = session.item
    if item is None:
        return []
    return [item.id] if reach is Reach.HERE else [
        id for id in session.alive
        if id == item.id or (session.decision(id).is_open and _reaches(reach, item,
                                                                      session.items[id]))
    ]


def _reaches(reach: Reach, item: Item, other: Item) -> bool:
    if item.finding.rule != other.finding.rule:
        return False
    return item.file == other.file if reach is Reach.FILE else is_alike(item, other)


def is_alike(item: Item, other: Item) -> bool:
    """The same rule with the same words, whatever their capitals and line ends."""
    return item.finding.rule == other.finding.rule and _folded(item) == _folded(other)


def _folded(item: Item) -> str:
    return " ".join(item.finding.words.casefold().split())


def reopen(session: Session) -> Turn:
    """Make a decided finding open again, and stay on it."""
    item = session.item
    if item is None:
        return Turn(session, say("no-finding"))
    now = session.decision(item.id)
    if now.state is State.OPEN:
        return Turn(session, say("is-open"))
    if now.state is State.COVERED:
        return Turn(session, say("is-covered", place=where(session.items[now.by])))
    if now.state is State.LOST:
        return Turn(session, say("lost"))
    return Turn(_done(session, [(item.id, OPEN)]), say("reopened", place=where(item)))


def decide_all(session: Session, plan: Sequence[tuple[int, Decision]]) -> Turn:
    """Several decisions as one step, as `alike` plans them."""
    return _decide(session, plan, say("alike", n=len(plan)))


def alike(session: Session) -> list[tuple[int, Decision]]:
    """The decision of the current finding, or its marked choice, for all open ones like it.

    A finding that has no such wording is left out, and so is one that carries a note: a colleague
    was asked about it.
    """
    item = session.item
    if item is None or _off(session, item):
        return []
    model = session.decision(item.id)
    if model.state in (State.OPEN, State.NOTED) and item.needs_fitting(session.choice):
        return []  # each sentence asks for words of its own
    if model.state in (State.OPEN, State.NOTED) and item.choices:
        model = Decision(State.ACCEPTED, session.choice, item.choices[session.choice].edits)
    if model.state in (State.OPEN, State.NOTED, State.COVERED):
        return []
    rows = [
        (id, _same(model, item, session.items[id]))
        for id in session.alive
        if id == item.id
        or (session.decision(id).is_open and is_alike(item, session.items[id])
            and session.decision(id).state is not State.NOTED)
    ]
    return [(id, decision) for id, decision in rows if decision is not None]


def noted_alike(session: Session) -> int:
    """How many others like the current finding `alike` leaves open for the note they carry."""
    return sum(session.decision(id).state is State.NOTED
               for id in reached(session, Reach.EVERYWHERE) if id != session.current)


def _same(model: Decision, item: Item, other: Item) -> Decision | None:
    """`model`, which was taken on `item`, as it would be on `other`."""
    if item is other or model.state in (State.SKIPPED, State.IGNORED):
        return replace(model, comment=False, edits=()) if item is not other else model
    if model.state is State.ACCEPTED:
        label = item.choices[model.choice].label.casefold()
        for number, fix in enumerate(other.choices):
            if fix.label.casefold() == label:
                return Decision(State.ACCEPTED, number, fix.edits)
        return None
    (own,) = model.edits
    is_plain = (own.start, own.end) == (item.start, item.end)
    if other.stays or not is_plain or item.finding.text != other.finding.text:
        return None
    edits = (replace(own, part=other.part, start=other.start, end=other.end),)
    return replace(model, edits=edits)


def _off(session: Session, item: Item | None) -> str:
    """Why no decision can be taken here; empty if one can."""
    if item is None:
        return say("no-finding")
    return say("lost") if session.decision(item.id).state is State.LOST else ""


def _decide(session: Session, plan: Sequence[tuple[int, Decision]], said: str) -> Turn:
    after = _done(session, plan)
    covered = len(after.past[-1].changes) - len(plan) if after.past != session.past else 0
    if covered > 0:
        said = say("covers", n=covered, said=said)
    onward = moves.onward(after)
    if onward is None:
        # one stays where one is: with what was taken marked
        return Turn(moves.go(after, after.current), said, is_done=True)
    there = onward.item
    here = session.item
    if there and here and (there.file, *_at(there)) < (here.file, *_at(here)):
        place = where(there)  # nobody looks for it there
        if there.file != here.file:
            place = f"{one_line(str(there.finding.path))}, {place}"
        said = say("back-in", place=place, said=said)
    return Turn(onward, said)


def _at(item: Item) -> tuple[int, int]:
    return item.part, item.start


def _done(session: Session, plan: Sequence[tuple[int, Decision]]) -> Session:
    """The session with the decisions of `plan` taken as one step."""
    now = settle(session.items, session.near, session.decisions, plan)
    ids = [id for id, _ in plan]
    ids += [id for near in ids for id in session.near[near] if id not in ids]
    changes = tuple(
        Change(id, session.decision(id), now.get(id, OPEN))
        for id in dict.fromkeys([*ids, *_differ(session.decisions, now)])
        if session.decision(id) != now.get(id, OPEN)
    )
    step = Step(session.current, changes)
    past = (*session.past, step) if changes else session.past
    return replace(session, decisions=now, past=past, future=())


def _differ(one: Mapping[int, Decision], other: Mapping[int, Decision]) -> list[int]:
    return [id for id in {**one, **other} if one.get(id) is not other.get(id)]


# -- undo -------------------------------------------------------------------------------------


def undo(session: Session) -> Turn:
    """Take back the last step, also after a write, and go to its finding."""
    if not session.past:
        return Turn(session, say("no-undo"))
    *past, step = session.past
    now = _set(session.decisions, ((change.item, change.before) for change in step.changes))
    back = replace(
        moves.go(replace(session, decisions=now), step.item),
        past=tuple(past), future=(*session.future, step),
    )
    return Turn(back, _told(session, step, "undone"))


def redo(session: Session) -> Turn:
    """Take the last undone step again, and go to its finding."""
    if not session.future:
        return Turn(session, say("no-redo"))
    *future, step = session.future
    now = _set(session.decisions, ((change.item, change.after) for change in step.changes))
    again = replace(
        moves.go(replace(session, decisions=now), step.item),
        past=(*session.past, step), future=tuple(future),
    )
    return Turn(again, _told(session, step, "redone"))


def _told(session: Session, step: Step, key: str) -> str:
    if len(step.changes) > 1:
        return say(f"{key}-many", n=len(step.changes))
    return say(key, place=where(session.items[step.item]))


def _set(
    decisions: Mapping[int, Decision], rows: Iterable[tuple[int, Decision]]
) -> dict[int, Decision]:
    now = dict(decisions)
    for id, decision in rows:
        now[id] = decision
        if decision == OPEN:
            del now[id]
    return now


# -- after a write ----------------------------------------------------------------------------


def mark_written(
    session: Session, files: Iterable[int], but: Collection[int] = ()
) -> Session:
    """The session after these files have been written, and what is ignored in them.

    `but` are findings whose decision could not be written.
    """
    done = set(files)
    written = dict(session.written)
    for id in session.pending():
        if session.items[id].file in done and id not in but:
            written[id] = session.decision(id).effect if session.is_alive(id) else OPEN
    return replace(session, written=written)


# -- coming back ------------------------------------------------------------------------------


def again(session: Session, id: int, decision: Decision) -> Session:
    """Take a decision of an earlier review as a step of its own."""
    return _done(replace(session, current=id), [(id, decision)])


def start(session: Session) -> Session:
    """Stand on the first finding that waits, else on the first."""
    first = replace(session, current=-1)
    return moves.onward(first) or moves.go(session, next(iter(session.order), -1))
