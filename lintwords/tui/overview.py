"""The review as a whole: the line on top, the list of files and findings, and the summary.

The summary is plain text: for the screen, the terminal afterwards, and a mail.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lintwords.api import STDIN, readers
from lintwords.reports.cells import cells, cut, one_line, wrap
from lintwords.reports.sentence import marked
from lintwords.tui import moves
from lintwords.tui.baseline_changes import is_recorded
from lintwords.tui.finding import ALL, Decision, Item, State
from lintwords.tui.lines import (
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    HEAD,
    KEY,
    Line,
    Signs,
    Styled,
    letter,
    line,
    paragraph,
    spread,
)
from lintwords.tui.page import place_label
from lintwords.tui.preview import place
from lintwords.tui.review import Review
from lintwords.tui.speaking import say

_MOST = 12  # lines of one kind in the summary
_NAMED = 6  # files that are named to be checked again
_HEADS = 3  # rows of the list that are no file, no finding and no filter
_FEWEST = 3  # files that stand there at least
MOST = 200  # findings listed before and after the current one


def listing(
    review: Review, width: int, signs: Signs, height: int = 0
) -> tuple[list[Line], int]:
    """Files, findings of the current file, and the filter; and the row of the current finding.

    Where a `height` has no room for all, a third of it is for the files round the current one.
    """
    files = list(_files(review, width, signs))
    found, at = _findings(review, width, signs)
    tail = [BLANK, *_filter(review, width, signs)]
    if height and len(files) + len(found) + len(tail) + _HEADS > height:
        item = review.session.item
        files = _round(files, item.file if item else 0, max(height // 3, _FEWEST))
    rows = [line(Styled(say("list-files"), HEAD)), *files, BLANK]
    rows.append(line(Styled(say("list-findings"), HEAD)))
    return [*rows, *found, *tail], len(rows) + at


def _round(files: list[Line], here: int, room: int) -> list[Line]:
    """The files round the current one; how many stand before and after leads to the next."""
    if len(files) <= room:
        return files
    first = min(max(here - room // 2, 0), len(files) - room)
    last = first + room
    if first:
        first += 1
    if last < len(files):
        last -= 1

    def more(number: int, file: int) -> list[Line]:
        return [line(Styled(f" {say('more-rows', n=number)}", DIM, f"file:{file}"))] * bool(number)

    return [*more(first, first - 1), *files[first:last], *more(len(files) - last, last)]


def _files(review: Review, width: int, signs: Signs) -> Iterator[Line]:
    session = review.session
    item = session.item
    open_in: dict[int, int] = {}
    for id in session.alive:
        if session.decision(id).is_open:
            file = session.items[id].file
            open_in[file] = open_in.get(file, 0) + 1
    for file, text in enumerate(review.texts):
        is_here = item is not None and item.file == file
        count = open_in.get(file, 0)
        state = say("list-open", n=count) if count else say("list-done")
        if text.cannot or (text.missed and not count):
            state = f"{say('list-cannot' if text.cannot else 'list-in-part')} {signs.lost}"
        room = width - cells(state) - 2
        name = _tail(one_line(text.name), room, signs)
        left = Styled(f"{'>' if is_here else ' '}{name}", CHOSEN if is_here else "plain",
                     f"file:{file}")
        yield spread((left,), (Styled(state, DIM),), width)


def _tail(name: str, room: int, signs: Signs) -> str:
    """A path cut at its front: its last part tells files apart."""
    if cells(name) <= room:
        return name
    mark = signs.more
    while name and cells(name) + cells(mark) > room:
        name = name[1:]
    return f"{mark}{name}"


def _findings(review: Review, width: int, signs: Signs) -> tuple[list[Line], int]:
    session = review.session
    item = session.item
    if item is None:
        return [line(Styled(f" {say('list-none')}", DIM))], 0
    ids = [id for id in moves.shown(session) if session.items[id].file == item.file]
    here = ids.index(item.id) if item.id in ids else 0
    first, last = max(here - MOST, 0), here + MOST
    rows, at = [], 0
    for number, id in enumerate(ids[first:last]):
        other = session.items[id]
        finding = other.finding
        is_here = id == item.id
        at = number if is_here else at
        decision = session.decision(id)
        sign = " " if decision.state is State.OPEN else signs.state(decision, finding.severity)
        weight = letter(finding.severity)
        label = _label(review, id, signs)
        lead = f"{'>' if is_here else ' '}{sign} "
        room = width - len(lead) - len(label) - 4
        words = cut(marked(finding, room, signs.more), room, signs.more)
        role = CHOSEN if is_here else "plain"
        rows.append(line(
            Styled(lead, role, f"go:{id}"), Styled(weight, finding.severity.word, f"go:{id}"),
            Styled(f" {label} ", DIM, f"go:{id}"), Styled(words, role, f"go:{id}"),
        ))
    return rows, at


def _label(review: Review, id: int, signs: Signs) -> str:
    item = review.session.items[id]
    stands = review.document(item).parts[item.part].place_at(item.start)
    if not stands:
        return f"{item.finding.at.line:>3}"
    return f"{place_label(stands, signs):>3}"


def _filter(review: Review, width: int, signs: Signs) -> Iterator[Line]:
    wanted = review.session.filter
    if wanted == ALL:
        yield line(Styled(say("list-filter"), HEAD), "  ", Styled(say("list-no-filter"), DIM))
        rows = paragraph(say("list-filter-by"), width - 3, role=DIM)
        for number, row in enumerate(rows):
            yield (Styled(" f ", KEY, "do:filter") if number == 0 else Styled("   "), *row)
        return
    yield line(Styled(say("list-filter"), HEAD), "  ",
               Styled(cut(wanted.text, width - 8, signs.more)))
    yield line(Styled(" F", KEY, "do:clear_filter"), Styled(f" {say('list-filter-clear')}", DIM))


def top(review: Review, width: int, signs: Signs, so_far: str = "") -> Line:
    """The line on top: what is reviewed, where one stands, what is open and not written.

    `so_far` says how much is judged, where that is not all.
    """
    session = review.session
    item = session.item
    texts = review.texts
    ids = moves.shown(session)
    file = item.file if item else 0
    name = one_line(texts[file].name) if texts else ""
    if len(texts) > 1:
        long_name = say("top-file", name=name, number=file + 1, total=len(texts))
    else:
        long_name = name
    nth = ids.index(item.id) + 1 if item and item.id in ids else 0
    finding = say("top-finding", number=nth, total=len(ids))
    if session.filter != ALL:
        finding = say("top-filtered", text=finding)
    still = say("top-open", n=session.open())
    pending = len(session.pending())
    long, short = (
        (say("top-unwritten", n=pending), say("top-unwritten-short", n=pending))
        if pending else ("", "")
    )
    read_only = say("read-only") if texts and texts[file].read_only else ""
    for lead, shown, unwritten in (
        ("lintwords review   ", long_name, long), ("", long_name, short),
        ("", _tail(name, max(width - 48 - cells(so_far), 8), signs), short),
    ):
        parts = [shown, read_only, finding, still, so_far, unwritten]
        text = f" {lead}{'   '.join(part for part in parts if part)}"
        if cells(text) <= width:
            break
    return line(Styled(cut(text, width, signs.more), BOLD))


# -- the summary --------------------------------------------------------------------------------


def summary(
    review: Review, *, discarded: bool = False, asked: Sequence[Path] = (),
    known: Path | None = None,
) -> str:
    """The summary; `discarded`: what was not written has been thrown away.

    `asked` are the files and folders that the review was asked for, `known` is the baseline.
    """
    return "\n".join(_lines(review, discarded, asked, known)) + "\n"


def _lines(
    review: Review, discarded: bool, asked: Sequence[Path], known: Path | None
) -> Iterator[str]:
    rows = _decided(review)
    read = [text for text in review.texts if not text.cannot]
    yield say("sum-head", files=say("sum-files", n=len(read)),
              findings=say("sum-findings", n=len(rows)))
    counts = _counts(rows)
    if counts:
        yield f"  {'   '.join(counts)}"
    yield from _on_disk(review, discarded, known)
    still = [
        f"{place(review, item)} ({item.finding.rule})"
        + (f": {one_line(decision.reason)}" if decision.state is State.NOTED else "")
        for item, decision in rows if decision.is_open
    ]
    yield from _listed(say("sum-left"), still)
    ignored = [
        say("sum-ignored-one", place=place(review, item), reach=say(f"reach-{d.reach.value}"),
            reason=one_line(d.reason) or say("no-reason"))
        for item, d in rows if d.state is State.IGNORED
    ]
    yield from _listed(say("sum-label-ignored"), ignored)
    lost = [place(review, item) for item, d in rows if d.state is State.LOST]
    yield from _listed(say("sum-label-lost"), lost)
    yield mail(review)
    copies = sum(1 for text in read if text.copy and text.document
                 and text.document.format in readers.TEXTS)
    if copies:  # lintwords knows the copies of Word files alone
        yield say("sum-copies", n=copies)
    paths = _again([text.copy or text.path for text in read if text.has_file], asked)
    if paths:
        names = " ".join(one_line(shlex.quote(str(path))) for path in paths)
        yield say("sum-again", names=names)


def folded(rows: Iterable[str], width: int, *, whole_command: bool = False) -> Iterator[str]:
    """Long rows of the summary are cut between words and go on below, indented.

    The command at its end may stay `whole`, to be copied.
    """
    command = say("sum-again", names="")
    for row in rows:
        if cells(row) <= width or (whole_command and row.startswith(command)):
            yield row
            continue
        lead = " " * (len(row) - len(row.lstrip()))
        first, *rest = wrap(row, width - len(lead) - 4) or [""]
        yield f"{lead}{first}"
        yield from (f"{lead}    {more}" for more in rest)


def _again(paths: Sequence[Path], asked: Sequence[Path]) -> Sequence[Path]:
    """What to check again: of many files what was asked for, else the folder that holds them."""
    if len(paths) <= _NAMED:
        return paths
    given = [path for path in asked if path != STDIN]
    if 0 < len(given) <= _NAMED:
        return given
    try:
        folder = os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in paths])
        return [Path(os.path.relpath(folder))]
    except ValueError:  # on two drives
        return paths


def mail(review: Review) -> str:
    """The whole in one line, to send on."""
    rows = _decided(review)
    states = [decision.state for _, decision in rows]
    waiting = _waiting(review)
    changed = sum(state in (State.ACCEPTED, State.EDITED, State.COVERED) for state in states)
    counts = (
        ("mail-waiting", waiting), ("mail-changed", changed - waiting),
        ("sum-ignored", states.count(State.IGNORED)), ("sum-lost", states.count(State.LOST)),
        ("sum-noted", states.count(State.NOTED)), ("mail-skipped", states.count(State.SKIPPED)),
        ("sum-open", states.count(State.OPEN)),
    )
    return say(
        "sum-mail", findings=say("sum-findings", n=len(rows)),
        files=say("sum-files", n=sum(not text.cannot for text in review.texts)),
        told=", ".join(say(key, n=number) for key, number in counts if number) or say("list-none"),
    )


def _waiting(review: Review) -> int:
    """How many findings are settled by words that are not written."""
    session = review.session
    pending = {id for id in session.pending() if session.decision(id).changes_text}
    decisions = [(id, session.decision(id)) for id in session.alive]
    return sum(
        id in pending or (d.state is State.COVERED and d.by in pending) for id, d in decisions
    )


def _decided(review: Review) -> list[tuple[Item, Decision]]:
    session = review.session
    now = [(session.items[id], session.decision(id)) for id in session.alive]
    return [*session.settled, *now]


def _counts(rows: list[tuple[Item, Decision]]) -> list[str]:
    states = [decision.state for _, decision in rows]
    order = (State.ACCEPTED, State.EDITED, State.COVERED, State.IGNORED, State.SKIPPED,
             State.NOTED, State.OPEN, State.LOST)
    return [
        say(f"sum-{state.value}", n=states.count(state)) for state in order if state in states
    ]


def _on_disk(review: Review, discarded: bool, known: Path | None) -> Iterator[str]:
    session = review.session
    waiting = {session.items[id].file for id in session.pending()}
    done = {session.items[id].file for id in session.written} - waiting
    parts = []
    if done:
        kept = {file: [is_recorded(decision) for id, decision in session.written.items()
                       if session.items[id].file == file] for file in sorted(done)}
        texts = [text for text, rows in ((review.texts[file], rows) for file, rows in kept.items())
                 if not known or not all(rows) or text.copy]
        names = [one_line(str(text.copy or text.path)) for text in texts]
        if known and any(any(rows) for rows in kept.values()):
            names.append(one_line(known.name))
        parts.append(say("sum-written", names=", ".join(names)))
    if waiting:
        key = "sum-discarded" if discarded else "sum-not-written"
        parts.append(say(key, names=", ".join(
            _named(review, file) for file in sorted(waiting)
        )))
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


def greeting(review: Review, otherwise: str = "") -> str:
    """What a reader sees and was not read, for the first screen; else `otherwise`."""
    missed = [
        text.name if text.cannot else f"{text.name} ({text.missed[0].what})"
        for text in review.texts if text.cannot or text.missed
    ]
    if not missed:
        return otherwise or say("untouched")
    return say("in-part", n=len(missed), first=one_line(missed[0]))


def _named(review: Review, file: int) -> str:
    text = review.texts[file]
    return one_line(text.name) + (f" ({say('read-only')})" if text.read_only else "")


def _listed(label: str, rows: list[str]) -> Iterator[str]:
    for index, row in enumerate(rows[:_MOST]):
        yield f"  {label if index == 0 else ' ' * len(label)} {row}"
    if len(rows) > _MOST:
        yield f"  {' ' * len(label)} {say('sum-more', n=len(rows) - _MOST)}"
