"""The part of the screen that lists files and findings, and the line on top."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.reports.cells import cells, cut, one_line
from lintwords.tui import moves
from lintwords.tui.decision import State
from lintwords.tui.filtering import ALL
from lintwords.tui.lines import (
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    HEAD,
    KEY,
    Line,
    Piece,
    line,
    paragraph,
    spread,
)
from lintwords.tui.page import place_label
from lintwords.tui.project import Review
from lintwords.tui.signs import LETTERS, Signs
from lintwords.tui.words import say

MOST = 200  # findings listed before and after the current one


def listing(review: Review, width: int, signs: Signs) -> tuple[list[Line], int]:
    """Files, findings of the current file, and the filter; and the row of the current finding."""
    rows = [line(Piece(say("list-files"), HEAD))]
    rows += _files(review, width, signs)
    rows += [BLANK, line(Piece(say("list-findings"), HEAD))]
    found, at = _findings(review, width, signs)
    here = len(rows) + at
    rows += found
    rows += [BLANK, *_filter(review, width, signs)]
    return rows, here


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
        if text.cannot or text.missed and not count:
            state = f"{say('list-cannot' if text.cannot else 'list-in-part')} {signs.lost}"
        room = width - cells(state) - 2
        name = _tail(one_line(text.name), room, signs)
        left = Piece(f"{'>' if is_here else ' '}{name}", CHOSEN if is_here else "plain",
                     f"file:{file}")  # fmt: skip
        yield spread((left,), (Piece(state, DIM),), width)


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
        return [line(Piece(f" {say('list-none')}", DIM))], 0
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
        letter = LETTERS[finding.severity]
        label = _place(review, id, signs)
        lead = f"{'>' if is_here else ' '}{sign} "
        words = cut(one_line(finding.words), width - len(lead) - len(label) - 4, signs.more)
        role = CHOSEN if is_here else "plain"
        rows.append(line(
            Piece(lead, role, f"go:{id}"), Piece(letter, finding.severity.word, f"go:{id}"),
            Piece(f" {label} ", DIM, f"go:{id}"), Piece(words, role, f"go:{id}"),
        ))  # fmt: skip
    return rows, at


def _place(review: Review, id: int, signs: Signs) -> str:
    item = review.session.items[id]
    place = review.document(item).parts[item.part].place
    if not place:
        return f"{item.finding.at.line:>3}"
    return f"{place_label(place, signs):>3}"


def _filter(review: Review, width: int, signs: Signs) -> Iterator[Line]:
    wanted = review.session.filter
    if wanted == ALL:
        yield line(Piece(say("list-filter"), HEAD), "  ", Piece(say("list-no-filter"), DIM))
        rows = paragraph(say("list-filter-by"), width - 3, role=DIM)
        for number, row in enumerate(rows):
            yield (Piece(" f ", KEY, "do:filter") if number == 0 else Piece("   "), *row)
        return
    yield line(Piece(say("list-filter"), HEAD), "  ",
               Piece(cut(wanted.text, width - 8, signs.more)))  # fmt: skip
    yield line(Piece(" F", KEY, "do:clear_filter"), Piece(f" {say('list-filter-clear')}", DIM))


def top(review: Review, width: int, signs: Signs) -> Line:
    """The line on top: what is reviewed, where one stands, what is open and not written."""
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
    place = ids.index(item.id) + 1 if item and item.id in ids else 0
    finding = say("top-finding", number=place, total=len(ids))
    if session.filter != ALL:
        finding = say("top-filtered", text=finding)
    still = say("top-open", n=session.open())
    pending = len(session.pending())
    long, short = (
        (say("top-unwritten", n=pending), say("top-unwritten-short", n=pending))
        if pending else ("", "")
    )  # fmt: skip
    read_only = say("read-only") if texts and texts[file].read_only else ""
    for lead, shown, unwritten in (
        ("lintwords review   ", long_name, long), ("", long_name, short),
        ("", _tail(name, max(width - 48, 8), signs), short),
    ):
        parts = [shown, read_only, finding, still, unwritten]
        text = f" {lead}{'   '.join(part for part in parts if part)}"
        if cells(text) <= width:
            break
    return line(Piece(cut(text, width, signs.more), BOLD))
