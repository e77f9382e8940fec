"""The part of the screen that answers: which words, what to do, why, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lintwords.model import Finding
from lintwords.reports import dates
from lintwords.reports.cells import cut, one_line
from lintwords.reports.words import first_sentence
from lintwords.tui import actions
from lintwords.tui.changes import changed, edits_for
from lintwords.tui.finding import Item, State, words_of
from lintwords.tui.lines import (
    ADDED,
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    HEAD,
    KEY,
    LETTERS,
    PLAIN,
    REMOVED,
    Line,
    Piece,
    Signs,
    breaks,
    labelled,
    line,
    paragraph,
    spread,
)
from lintwords.tui.review import Review
from lintwords.tui.session import Session, where
from lintwords.tui.words import say

LABELS = 15  # columns of labels below the document


@dataclass(frozen=True, slots=True)
class Room:
    """What the detail may take; `depth` is that of the frame."""

    width: int
    height: int
    depth: int
    beside: bool = False


def detail(review: Review, room: Room, signs: Signs, typed: str | None = None) -> list[Line]:
    """The lines for the current finding; `typed` are words that are being written."""
    session = review.session
    item = session.item
    if item is None:
        return [line(Piece(" " + say("no-finding"), DIM))]
    told = _Told(review, item, room, signs, typed)
    rows = list(told.beside() if room.beside else told.below())
    return rows if room.beside else rows[: room.height]


def fix_state(item: Item, session: Session) -> str:
    """Whether the marked choice is safe, and if not, why."""
    if item.stays:
        return say("fix-none" if item.stays == "quoted" else "fix-none-locked")
    if not item.choices:
        return say("no-wording")
    fix = item.choices[session.choice]
    return say("fix-safe") if fix.safe else say("fix-by-hand", why=fix.why_not or "read it first")


@dataclass(frozen=True, slots=True)
class _Told:
    review: Review
    item: Item
    room: Room
    signs: Signs
    typed: str | None

    @property
    def _finding(self) -> Finding:
        return self.item.finding

    @property
    def _session(self) -> Session:
        return self.review.session

    # -- below the document ----------------------------------------------------------------

    def below(self) -> Iterator[Line]:
        width, finding = self.room.width - 1, self._finding
        if self.room.depth == 1:
            yield from self._least(width)
            return
        yield self._head(width)
        yield from paragraph(finding.message, width, role=BOLD, lead=" ")
        if self.room.depth == 2:
            yield from self._why_line(width)
            yield from self._choices(2, " ")
            yield from self._change(width, " ")
            return
        why = list(paragraph(finding.why, width - LABELS - 1, most=2, more=self.signs.more))
        yield from self._labels(say("label-why"), why)
        yield from self._source(width)
        yield from self._labels(say("label-instead"), [])
        yield from self._choices(4, " ")
        change = list(self._change(width, " "))
        if change:
            yield line(Piece(f" {say('label-changes'):<{LABELS}}", HEAD), where(self.item))
            yield from change

    def _least(self, width: int) -> Iterator[Line]:
        finding = self._finding
        sign = Piece(f" {self._letter} ", finding.severity.word)
        rows = list(paragraph(finding.message, width - 3, role=BOLD))
        yield from ((sign if n == 0 else Piece("   "), *row) for n, row in enumerate(rows))
        yield from self._choices(1, " ")
        yield from list(self._change(width, " "))[-1:]

    def _head(self, width: int) -> Line:
        finding = self._finding
        left = [
            Piece(f" {self._letter} {finding.severity.word:<8}", finding.severity.word),
            Piece(f" {finding.rule}", DIM),
        ]
        state = Piece(self._state, BOLD)
        fix = Piece(f"   {fix_state(self.item, self._session)} ", DIM)
        full = spread(left, (state, fix), width)
        return full if len(full) > 2 else spread(left, (state,), width)

    def _why_line(self, width: int) -> Iterator[Line]:
        text = cut(one_line(first_sentence(self._finding.why)), width - 6, self.signs.more)
        yield line(Piece(f" {say('label-why')}  ", HEAD), text)

    def _labels(self, label: str, rows: list[Line]) -> Iterator[Line]:
        yield from labelled(f" {label}", rows or [BLANK], LABELS + 1)

    def _source(self, width: int) -> Iterator[Line]:
        sources = self._finding.sources
        key = (Piece("r", KEY, "key:r"), Piece(f"  {say('label-page')}", DIM))
        if not sources:
            yield from self._labels(say("label-source"), [line(*key)])
            return
        day = dates.spoken(sources[0].date, self._finding.lang)
        source = one_line(f"{sources[0].title}, {day}")
        room = width - LABELS - 1
        left = Piece(cut(source, max(room - 30, room // 2), self.signs.more))
        yield from self._labels(say("label-source"), [spread((left,), key, room)])

    # -- beside the document ---------------------------------------------------------------

    def beside(self) -> Iterator[Line]:
        width, finding = self.room.width, self._finding
        head = [Piece(f"{self._letter} {finding.severity.word}", finding.severity.word)]
        yield spread(head, (Piece(self._state, BOLD),), width)
        yield line(Piece(cut(finding.rule, width, self.signs.more), DIM))
        yield BLANK
        yield from paragraph(finding.message, width, role=BOLD)
        yield BLANK
        yield line(Piece(say("label-why").upper(), HEAD))
        yield from paragraph(finding.why, width, most=8, more=self.signs.more)
        yield BLANK
        yield line(Piece(say("label-instead").upper(), HEAD))
        yield from self._choices(9, "")
        if not self.item.stays:
            yield line(Piece(" e", KEY, "key:e"), Piece(f"   {say('label-own')}", DIM))
        yield BLANK
        change = list(self._change(width, ""))
        if change:
            label = Piece(say("label-changes").upper(), HEAD)
            yield line(label, Piece(f"   {where(self.item)}", DIM))
            yield from change
        yield from paragraph(fix_state(self.item, self._session), width, role=DIM, lead="  ")
        yield BLANK
        yield from self._sources(width)
        yield from self._alike(width)

    def _sources(self, width: int) -> Iterator[Line]:
        yield line(Piece(say("label-sources").upper(), HEAD))
        for source in self._finding.sources[:2]:
            yield from paragraph(source.title, width, most=2, more=self.signs.more)
            yield line(Piece(f"  {dates.spoken(source.date, self._finding.lang)}", DIM))
        yield line(Piece("r", KEY, "key:r"), Piece(f"  {say('label-page')}", DIM))

    def _alike(self, width: int) -> Iterator[Line]:
        session = self._session
        counts: dict[int, int] = {}
        for id in session.alive:
            other = session.items[id]
            if id != self.item.id and session.decision(id).is_open and actions.is_alike(
                self.item, other
            ):
                counts[other.file] = counts.get(other.file, 0) + 1
        if not counts:
            return
        yield BLANK
        yield line(Piece(say("label-alike").upper(), HEAD))
        for file, number in counts.items():
            text = f" {number} in {self.review.texts[file].name}"
            key = (Piece("A", KEY, "key:A"), Piece(f"  {say('label-all')}", DIM))
            yield spread((Piece(cut(text, width - 16, self.signs.more)),), key, width)

    # -- both ------------------------------------------------------------------------------

    @property
    def _letter(self) -> str:
        return LETTERS[self._finding.severity]

    @property
    def _state(self) -> str:
        decision = self._session.decision(self.item.id)
        state = decision.state
        if state is State.ACCEPTED:
            return say("state-accepted", choice=decision.choice + 1)
        return say(f"state-{state.value}")

    def _choices(self, most: int, lead: str) -> Iterator[Line]:
        """The choices, the marked one in sight; own words stand first once there are some."""
        item, session = self.item, self._session
        decision = session.decision(item.id)
        width = self.room.width - len(lead) - 1
        has_words = self.typed is not None or decision.state is State.EDITED
        if has_words:
            words = self.typed if self.typed is not None else decision.words
            yield from self._choice("e", words or say("deleted"), True, lead, width, "")
            most -= 1
        elif decision.state in (State.IGNORED, State.COVERED, State.LOST):
            yield from paragraph(self._instead_of(), width, lead=f"{lead} ", role=DIM, most=2)
            most -= 1
        choices = item.choices
        if not choices and most > 0 and not has_words:
            text = say(f"no-fix-{item.stays}" if item.stays else "no-fix")
            yield from paragraph(text, width, lead=f"{lead} ", role=DIM)
        first = min(max(session.choice - most + 1, 0), max(len(choices) - most, 0))
        for number in range(first, min(first + max(most, 0), len(choices))):
            is_marked = number == session.choice and not has_words
            yield from self._choice(
                str(number + 1), choices[number].label, is_marked, lead, width, f"mark:{number}"
            )

    def _choice(
        self, key: str, words: str, is_marked: bool, lead: str, width: int, action: str
    ) -> Iterator[Line]:
        """One choice; beside the document it wraps, below it takes one line."""
        sign = self.signs.marked if is_marked else " "
        role = CHOSEN if is_marked else PLAIN
        heads = [
            (Piece(f"{lead} {key} ", KEY, action), Piece(f"{sign} ", role, action)),
            (Piece(f"{lead}     "),),
        ]
        most = 4 if self.room.beside else 1
        rows = paragraph(words, width - 5, role=role, most=most, more=self.signs.more,
                         action=action)  # fmt: skip
        for number, row in enumerate(rows):
            yield (*heads[min(number, 1)], *row)

    def _instead_of(self) -> str:
        """What was decided where no words were."""
        decision = self._session.decision(self.item.id)
        if decision.state is State.IGNORED:
            reason = decision.reason or say("no-reason")
            return say(f"ignored-{decision.reach.value}", reason=reason)
        if decision.state is State.COVERED:
            return say("is-covered", place=where(self._session.items[decision.by]))
        words = words_of(decision.was, self.item) if decision.was else ""
        return say("lost-was", words=words) if words else say("lost")

    def _change(self, width: int, lead: str) -> Iterator[Line]:
        session = self._session
        if session.decision(self.item.id).state in (State.LOST, State.COVERED):
            return
        edits = edits_for(session, self.typed)
        change = changed(session, self.review.document(self.item), edits,
                         (width - len(lead) - 2) * (3 if self.room.beside else 1),
                         self.signs)  # fmt: skip
        if not change:
            return
        for sign, text, marks, role in (
            ("-", change.before, ("[-", "-]"), REMOVED), ("+", change.after, ("{+", "+}"), ADDED)
        ):  # fmt: skip
            yield from self._signed(f"{lead}{sign} ", text, marks, role, width)

    def _signed(
        self, head: str, text: str, marks: tuple[str, str], role: str, width: int
    ) -> Iterator[Line]:
        """A line of the change behind its sign; beside the document it may wrap."""
        room = width - len(head)
        at = breaks(text, room)
        start, end = text.find(marks[0]), text.rfind(marks[1]) + len(marks[1])
        for low, high in zip(at, (*at[1:], len(text)), strict=True):
            first, last = min(max(start, low), high), max(min(end, high), low)
            lead = head if low == 0 else " " * len(head)
            yield line(
                Piece(lead, role), Piece(text[low:first]), Piece(text[first:last], role),
                Piece(text[last:high]),
            )  # fmt: skip
