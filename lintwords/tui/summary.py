"""What a review came to, in plain text: for the screen, the terminal afterwards, and a mail."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from lintwords.reports.cells import one_line
from lintwords.tui.decision import Decision, State
from lintwords.tui.item import Item
from lintwords.tui.project import Review
from lintwords.tui.state import where
from lintwords.tui.words import say

_MOST = 12  # lines of one kind


def summary(review: Review, *, discarded: bool = False) -> str:
    """The summary; `discarded`: what was not written has been thrown away."""
    return "\n".join(_lines(review, discarded)) + "\n"


def _lines(review: Review, discarded: bool) -> Iterator[str]:
    rows = _decided(review)
    read = [text for text in review.texts if not text.cannot]
    yield say("sum-head", files=say("sum-files", n=len(read)),
              findings=say("sum-findings", n=len(rows)))  # fmt: skip
    counts = _counts(rows)
    if counts:
        yield f"  {'   '.join(counts)}"
    yield from _files(review, discarded)
    still = [
        f"{_place(review, item)} ({item.finding.rule})"
        for item, decision in rows if decision.is_open
    ]  # fmt: skip
    yield from _listed(say("sum-left"), still)
    ignored = [
        say("sum-ignored-one", place=_place(review, item), reach=say(f"reach-{d.reach.value}"),
            reason=one_line(d.reason) or say("no-reason"))
        for item, d in rows if d.state is State.IGNORED
    ]  # fmt: skip
    yield from _listed(say("sum-label-ignored"), ignored)
    lost = [_place(review, item) for item, d in rows if d.state is State.LOST]
    yield from _listed(say("sum-label-lost"), lost)
    yield mail(review)
    names = [one_line(shlex.quote(text.name)) for text in read if text.has_file]
    if names:
        yield say("sum-again", names=" ".join(names))


def mail(review: Review) -> str:
    """The whole in one line, to send on."""
    rows = _decided(review)
    states = [decision.state for _, decision in rows]
    changed = sum(state in (State.ACCEPTED, State.EDITED, State.COVERED) for state in states)
    return say(
        "sum-mail", findings=say("sum-findings", n=len(rows)),
        files=say("sum-files", n=sum(not text.cannot for text in review.texts)), changed=changed,
        ignored=states.count(State.IGNORED), open=sum(d.is_open for _, d in rows),
    )  # fmt: skip


def _decided(review: Review) -> list[tuple[Item, Decision]]:
    session = review.session
    now = [(session.items[id], session.decision(id)) for id in session.alive]
    return [*session.settled, *now]


def _counts(rows: list[tuple[Item, Decision]]) -> list[str]:
    states = [decision.state for _, decision in rows]
    order = (State.ACCEPTED, State.EDITED, State.COVERED, State.IGNORED, State.SKIPPED,
             State.OPEN, State.LOST)  # fmt: skip
    return [
        say(f"sum-{state.value}", n=states.count(state)) for state in order if state in states
    ]


def _files(review: Review, discarded: bool) -> Iterator[str]:
    session = review.session
    waiting = {session.items[id].file for id in session.pending()}
    done = {session.items[id].file for id in session.written} - waiting
    parts = []
    if done:
        texts = [review.texts[file] for file in sorted(done)]
        names = ", ".join(one_line(str(text.copy or text.path)) for text in texts)
        parts.append(say("sum-written", names=names))
    if waiting:
        key = "sum-discarded" if discarded else "sum-not-written"
        parts.append(say(key, names=", ".join(
            _named(review, file) for file in sorted(waiting)
        )))  # fmt: skip
    if parts:
        yield f"  {'      '.join(parts)}"
    yield from not_read(review)


def not_read(review: Review) -> Iterator[str]:
    """Which files, and which parts of others, were not read."""
    unread = [one_line(text.name) for text in review.texts if text.cannot]
    unread += [
        one_line(f"{text.name}: {one.what}") for text in review.texts for one in text.unread
    ]
    yield from _listed(say("sum-not-read"), unread)


def greeting(review: Review) -> str:
    """What the first screen says: what a reader sees and was not read, if anything."""
    missed = [
        text.name if text.cannot else f"{text.name} ({text.missed[0].what})"
        for text in review.texts if text.cannot or text.missed
    ]  # fmt: skip
    if not missed:
        return str(say("untouched"))
    return say("in-part", n=len(missed), first=one_line(missed[0]))


def _named(review: Review, file: int) -> str:
    text = review.texts[file]
    return one_line(text.name) + (f" ({say('read-only')})" if text.read_only else "")


def _listed(label: str, rows: list[str]) -> Iterator[str]:
    for index, row in enumerate(rows[:_MOST]):
        yield f"  {label if index == 0 else ' ' * len(label)} {row}"
    if len(rows) > _MOST:
        yield f"  {' ' * len(label)} {say('sum-more', n=len(rows) - _MOST)}"


def _place(review: Review, item: Item) -> str:
    return f"{one_line(review.texts[item.file].name)} {where(item)}"
