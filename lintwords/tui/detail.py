"""The part of the screen that answers: which words, what to do, why, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords import interface
from lintwords.model import Edit, Finding
from lintwords.reports import dates
from lintwords.reports.cells import cells, cut, one_line
from lintwords.reports.sentence import fix_line, message_for
from lintwords.reports.words import first_sentence
from lintwords.tui import actions
from lintwords.tui.changed_text import Changed, changed, edits_for
from lintwords.tui.finding import Item, State, words_of
from lintwords.tui.lines import (
    ADDED,
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    HEAD,
    KEY,
    PLAIN,
    REMOVED,
    Line,
    Signs,
    Styled,
    change_lines,
    labelled,
    letter,
    line,
    paragraph,
    spread,
    text_of,
)
from lintwords.tui.review import Review
from lintwords.tui.session import Session, where
from lintwords.tui.speaking import say
from lintwords.values import dataclass

LABELS = 15  # columns of labels below the document
_WHOLE_HEAD = 5  # pieces of a head that says what a fix does
_WORDLESS = (State.IGNORED, State.NOTED, State.COVERED, State.LOST)  # decided without words
_FITTED_TO = 38  # cells of the line on each side of words that are being typed


@dataclass(frozen=True, slots=True)
class Room:
    """What the detail may take; `depth` is that of the frame."""

    width: int
    height: int
    depth: int
    beside: bool = False


def detail(review: Review, room: Room, signs: Signs, typed: str | None = None) -> list[Line]:
    """The lines for the current finding; `typed` are words that are being written.

    Message, first wording and change stand in the room; what does not fit comes below them.
    """
    session = review.session
    item = session.item
    if item is None:
        return [line(Styled(" " + say("no-finding"), DIM))]
    told = _Told(review, item, room, signs, typed)
    return told.beside() if room.beside else told.below()


def fix_state(item: Item, session: Session) -> str:
    """Whether the marked choice is safe, and if not, why; as `check` says it."""
    if item.is_locked:
        return say("fix-none-locked")
    fix = item.choices[session.choice] if item.choices else None
    return message_for(item.finding, "report-told", text=fix_line(item.finding, fix))


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

    def _said(self, name: str) -> str:
        """A label of the finding, in its language."""
        return message_for(self._finding, f"report-{name}")

    @property
    def _session(self) -> Session:
        return self.review.session

    # -- below the document ----------------------------------------------------------------

    def below(self) -> list[Line]:
        """As much as fits, the reason first to be shortened; else all, the reason once more.

        Wordings that have no room come last, where they are counted and can be scrolled to.
        """
        room, rows = self.room.height, self._least(self.room.width - 1)
        if self.room.depth == 1:
            return [*rows, *self._rest(1)]
        tries = [(why, in_place, most) for why in (self._why, self._first, None)
                 for in_place, most in ((True, 3), (True, 2), (False, 2), (False, 1))]
        for why, in_place, most in tries:
            rows = list(self._below(why or self._first, in_place, most, is_short=why is None))
            rest = list(self._rest(most))
            if (why and self._fits(rows, len(rest))) or (why is None and len(rows) < room):
                break
        if why is None:
            rows += labelled(f" {self._said('why')}", self._paragraph(self._why), self._labels + 1)
        return [*rows, *rest]

    def _fits(self, rows: Sequence[Line], rest: int) -> bool:
        """Whether the room takes `rows`, with a note that `rest` come below them."""
        if not rest or len(rows) < self.room.height:
            return len(rows) <= self.room.height
        note = cells(say("more-detail", n=rest)) + 1
        is_free = cells(text_of(rows[-1])) + note < self.room.width
        return len(rows) == self.room.height and is_free

    def _below(self, why: str, in_place: bool, most: int, *, is_short: bool) -> Iterator[Line]:
        width, head = self.room.width - 1, self._head(self.room.width - 1)
        yield head
        yield from paragraph(self._finding.message, width, role=BOLD, lead=" ")
        reason = self._paragraph(why)
        if is_short and len(reason) > 1:
            reason = self._paragraph(why, 1)
        yield from labelled(f" {self._said('why')}", reason, self._labels + 1)
        if self.room.depth == 3:
            yield from self._source(width)
            yield from labelled(f" {self._said('instead')}", [BLANK], self._labels + 1)
        yield from self._offers(most, width, " ", in_place=in_place)
        if len(head) < _WHOLE_HEAD:
            yield from paragraph(fix_state(self.item, self._session), width, role=DIM, lead=" ")

    @property
    def _labels(self) -> int:
        """Columns of labels."""
        return LABELS if self.room.depth == 3 else cells(self._said("why")) + 2

    @property
    def _why(self) -> str:
        return one_line(self._finding.why)

    @property
    def _first(self) -> str:
        return one_line(first_sentence(self._finding.why))

    def _paragraph(self, text: str, most: int = 0) -> list[Line]:
        width = self.room.width - self._labels - 2
        return list(paragraph(text, width, most=most, more=self.signs.more))

    @property
    def _weight(self) -> str:
        return interface.say(self._finding.severity.word)

    def _least(self, width: int) -> list[Line]:
        finding = self._finding
        sign = Styled(f" {self._letter} ", finding.severity.word)
        message = list(paragraph(finding.message, width - 3, role=BOLD))
        rows = [(sign if n == 0 else Styled("   "), *row) for n, row in enumerate(message)]
        rows += [*self._choices(1, " "), *list(self._change(width, " "))[-1:]]
        rows += labelled(f" {self._said('why')}", self._paragraph(self._why), self._labels + 1)
        return [*rows, *paragraph(fix_state(self.item, self._session), width, role=DIM, lead=" ")]

    def _head(self, width: int) -> Line:
        finding = self._finding
        left = [
            Styled(f" {self._letter} {self._weight:<8}", finding.severity.word),
            Styled(f" {finding.rule}", DIM),
        ]
        state = Styled(self._state, BOLD)
        fix = Styled(f"   {fix_state(self.item, self._session)} ", DIM)
        full = spread(left, (state, fix), width)
        return full if len(full) > 2 else spread(left, (state,), width)

    def _source(self, width: int) -> Iterator[Line]:
        sources = self._finding.sources
        key = (Styled("r", KEY, "key:r"), Styled(f"  {say('label-page')}", DIM))
        if not sources:
            yield from labelled(f" {say('label-source')}", [line(*key)], LABELS + 1)
            return
        day = dates.spoken(sources[0].date, self._finding.lang)
        source = one_line(f"{sources[0].title}, {day}")
        room = width - LABELS - 1
        left = Styled(cut(source, max(room - 30, room // 2), self.signs.more))
        row = spread((left,), key, room)
        yield from labelled(f" {say('label-source')}", [row], LABELS + 1)

    # -- beside the document ---------------------------------------------------------------

    def beside(self) -> list[Line]:
        width, finding = self.room.width, self._finding
        head = [Styled(f"{self._letter} {self._weight}", finding.severity.word),
                Styled(f"  {finding.rule}", DIM)]
        state = Styled(self._state, BOLD)
        first = spread(head, (state,), width)
        rows = [first] if len(first) > 2 else [
            spread(head[:1], (state,), width),
            line(Styled(cut(finding.rule, width, self.signs.more), DIM)),
        ]
        rows += [BLANK, *paragraph(finding.message, width, role=BOLD), BLANK]
        rows += [line(Styled(self._said("why").upper(), HEAD)), *paragraph(finding.why, width)]
        rows += [BLANK, spread((Styled(self._said("instead").upper(), HEAD),),
                               (Styled(where(self.item), DIM),), width)]
        rows += self._offers(9, width, "", in_place=True)
        if not self.item.stays:
            rows.append(line(Styled(" e", KEY, "key:e"), Styled(f"   {say('label-own')}", DIM)))
        state_of_fix = fix_state(self.item, self._session)
        rows += [*paragraph(state_of_fix, width, role=DIM, lead="  "), BLANK]
        return [*rows, *self._sources(width), *self._alike(width)]

    def _sources(self, width: int) -> Iterator[Line]:
        yield line(Styled(say("label-sources").upper(), HEAD))
        for source in self._finding.sources[:2]:
            yield from paragraph(source.title, width, most=2, more=self.signs.more)
            yield line(Styled(f"  {dates.spoken(source.date, self._finding.lang)}", DIM))
        yield line(Styled("r", KEY, "key:r"), Styled(f"  {say('label-page')}", DIM))

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
        yield line(Styled(say("label-alike").upper(), HEAD))
        for file, number in counts.items():
            text = " " + say("alike-in", n=number, file=self.review.texts[file].name)
            key = (Styled("A", KEY, "key:A"), Styled(f"  {say('label-all')}", DIM))
            yield spread((Styled(cut(text, width - 16, self.signs.more)),), key, width)

    # -- both ------------------------------------------------------------------------------

    @property
    def _letter(self) -> str:
        return letter(self._finding.severity)

    @property
    def _state(self) -> str:
        decision = self._session.decision(self.item.id)
        state = decision.state
        if state is State.ACCEPTED:
            return say("state-accepted", choice=decision.choice + 1)
        return say(f"state-{state.value}")

    def _offers(self, most: int, width: int, lead: str, *, in_place: bool) -> Iterator[Line]:
        """The choices and what they change: each in its place, or the marked one below all."""
        change = list(self._change(width, lead))
        if not in_place:
            yield from self._choices(most, lead)
            if change and self.room.depth == 3:
                yield line(Styled(f" {say('label-changes'):<{LABELS}}", HEAD), where(self.item))
            yield from change
            return
        yield from (row for row in change if self._is_before(row, change))
        yield from self._choices(most, lead, in_place=bool(change))

    @staticmethod
    def _is_before(row: Line, change: Sequence[Line]) -> bool:
        """Whether a row belongs to the line before the change."""
        after = next(n for n, other in enumerate(change) if other[0].text.strip() == "+")
        return change.index(row) < after

    def _choices(self, most: int, lead: str, *, in_place: bool = False) -> Iterator[Line]:
        """The choices, the marked one in sight; own words stand first once there are some."""
        item, session = self.item, self._session
        decision = session.decision(item.id)
        width = self.room.width - len(lead) - 1
        has_words = self._has_words
        if has_words:
            words = self.typed if self.typed is not None else decision.words
            yield from self._choice("e", words or say("deleted"), True, lead, width, "")
            if in_place:
                yield from self._after(edits_for(session, self.typed), lead, width)
        elif decision.state in _WORDLESS:
            yield from paragraph(self._instead_of(), width, lead=f"{lead} ", role=DIM, most=2)
        choices = item.choices
        if not choices and not has_words:
            yield from self._no_choice(width, lead)
        for number in self._in_sight(most):
            is_marked = number == session.choice and not has_words
            yield from self._choice(
                str(number + 1), choices[number].label, is_marked, lead, width, f"mark:{number}"
            )
            if in_place:
                yield from self._after(choices[number].edits, lead, width)
        if decision.changes_text and decision.reason:
            told = say("note-told", note=decision.reason)
            yield from paragraph(told, width, lead=f"{lead} ", role=DIM, most=2)

    def _no_choice(self, width: int, lead: str) -> Iterator[Line]:
        """Why nothing can be accepted; what a quotation asks for stands in the message."""
        stays = self.item.stays
        text = say(f"no-fix-{stays}" if stays else "no-fix")
        if self.item.advice:
            yield from paragraph(self.item.advice, width, lead=f"{lead} ")
        yield from paragraph(text, width, lead=f"{lead} ", role=DIM)

    @property
    def _has_words(self) -> bool:
        """Whether own words stand before the choices."""
        return self.typed is not None or \
            self._session.decision(self.item.id).state is State.EDITED

    def _in_sight(self, most: int) -> range:
        """The choices that `most` of them and what is decided leave room for."""
        state = self._session.decision(self.item.id).state
        if self._has_words or state in _WORDLESS:
            most -= 1
        number = len(self.item.choices)
        first = min(max(self._session.choice - most + 1, 0), max(number - most, 0))
        return range(first, min(first + max(most, 0), number))

    def _rest(self, most: int) -> Iterator[Line]:
        """The wordings that are not among the `most` that have room."""
        width, shown = self.room.width - 2, self._in_sight(most)
        for number, choice in enumerate(self.item.choices):
            if number not in shown:
                is_marked = number == self._session.choice and not self._has_words
                yield from self._choice(
                    str(number + 1), choice.label, is_marked, " ", width, f"mark:{number}"
                )

    def _choice(
        self, key: str, words: str, is_marked: bool, lead: str, width: int, action: str
    ) -> Iterator[Line]:
        """One choice; beside the document it wraps, below it takes one line."""
        sign = self.signs.marked if is_marked else " "
        role = CHOSEN if is_marked else PLAIN
        heads = [
            (Styled(f"{lead} {key} ", KEY, action), Styled(f"{sign} ", role, action)),
            (Styled(f"{lead}     "),),
        ]
        most = 4 if self.room.beside else 1
        rows = paragraph(words, width - 5, role=role, most=most, more=self.signs.more,
                         action=action)
        for number, row in enumerate(rows):
            yield (*heads[min(number, 1)], *row)

    def _instead_of(self) -> str:
        """What was decided where no words were."""
        decision = self._session.decision(self.item.id)
        if decision.state is State.IGNORED:
            reason = decision.reason or say("no-reason")
            return say(f"ignored-{decision.reach.value}", reason=reason)
        if decision.state is State.NOTED:
            return say("note-told", note=decision.reason)
        if decision.state is State.COVERED:
            return say("is-covered", place=where(self._session.items[decision.by]))
        words = words_of(decision.was, self.item) if decision.was else ""
        return say("lost-was", words=words) if words else say("lost")

    def _change(self, width: int, lead: str) -> Iterator[Line]:
        """The line before and after, with the decision or the marked choice."""
        if change := self._changed(edits_for(self._session, self.typed), width, lead):
            yield from change_lines(f"{lead}- ", change.before, ("[-", "-]"), REMOVED, width)
            yield from change_lines(f"{lead}+ ", change.after, ("{+", "+}"), ADDED, width)

    def _after(self, edits: Sequence[Edit], lead: str, width: int) -> Iterator[Line]:
        """The line after a choice."""
        if change := self._changed(edits, width, lead):
            yield from change_lines(f"{lead}+ ", change.after, ("{+", "+}"), ADDED, width)

    def _changed(self, edits: Sequence[Edit], width: int, lead: str) -> Changed | None:
        session, item = self._session, self.item
        if session.decision(item.id).state in (State.LOST, State.COVERED):
            return None
        rows = (2 if width < 60 else 1) if self.room.beside else 1
        room = (width - len(lead) - 2) * rows
        if self.typed is not None:  # what the words are fitted to stays in sight, both sides of it
            reach = max(edit.end for edit in edits) - min(edit.start for edit in edits)
            room = max(room, max(len(self.typed), reach) + 2 * _FITTED_TO)
        return changed(session, self.review.document(item), item, edits, room, self.signs)
