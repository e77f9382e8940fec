"""The review as questions, one at a time: for screen readers, braille lines and dumb terminals.

No cursor moves and nothing is drawn twice. The session, and what is kept of it, is that of the
screen: a review may begin in one and end in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from lintwords import interface
from lintwords.model import Edit
from lintwords.reports.cells import one_line
from lintwords.reports.sentence import by_hand, fix_line, marked, message_for
from lintwords.reports.words import capital, first_sentence
from lintwords.tui import actions, changed_text, moves, overview, write_plan
from lintwords.tui.cues import cues_lines
from lintwords.tui.finding import OPEN, READY, Decision, Item, Reach, State, draft, ready_reason
from lintwords.tui.lines import ASCII
from lintwords.tui.page import View
from lintwords.tui.pager import page_of
from lintwords.tui.preview import doubt, place
from lintwords.tui.review import Review
from lintwords.tui.session import Turn, where
from lintwords.tui.speaking import say
from lintwords.tui.ways import BESIDE, WAYS, ways_to_write
from lintwords.values import replace

if TYPE_CHECKING:
    from lintwords.tui.desk import Desk

Ask = Callable[[str], str]  # a question → the answer without its line end; EOFError at the end
Tell = Callable[[str], None]

_LOOK = 0.1  # seconds between two looks at what has been found
_WIDE = 400  # cells of a line that is read out
_REACHES = {"h": Reach.HERE, "f": Reach.FILE, "e": Reach.EVERYWHERE}


class Plain:
    """Asks until the person leaves; `desk` holds the review and its files."""

    def __init__(
        self, desk: Desk, ask: Ask, tell: Tell, drop: Callable[[], bool] = lambda: False
    ) -> None:
        """`drop` drops the lines that have come already; False if there were none."""
        self._desk, self._ask, self._tell, self._drop = desk, ask, tell, drop
        self._is_over = self.discard = False
        self._is_saved = False  # of files that cannot be written, beside them

    @property
    def _review(self) -> Review:
        return self._desk.review

    def run(self) -> None:
        """Ask about one finding after the other; the end of the input leaves, and keeps."""
        for row in overview.not_read(self._review):
            self._tell(row.strip())
        if self._review.session.item is None:
            self._wait()
        try:
            while not self._is_over:
                self._desk.take_in()
                for row in question(self._review):
                    self._tell(row)
                if so_far := self._desk.so_far:
                    self._tell(say("plain-so-far", so_far=so_far))
                self._desk.look()
                self._answer(self._ask(say("plain-ask")).strip())
                self._tell_trouble()
        except EOFError:
            return

    def _tell_trouble(self) -> None:
        """Say once why decisions cannot be kept."""
        if self._desk.trouble:
            self._tell(self._desk.trouble)
            self._desk.trouble = ""

    def _drop_more(self) -> None:
        """Take no line that came at once behind an answer: it was pasted with it."""
        if self._drop():
            self._tell(say("plain-one-line"))

    def _ask_text(self, question: str) -> str:
        """An answer in words."""
        text = self._ask(question)
        self._drop_more()
        return text

    def _ask_for(self, question: str, answers: str) -> str:
        """One of the `answers`, a letter each, or another answer, behind which no line counts."""
        text = self._ask(question).strip()
        if text and (text[1:] or text.lower() not in answers.lower()):
            self._drop_more()
        return text

    def _is_sure(self, question: str) -> bool:
        return self._ask_for(question, "yn").lower() == "y"

    def _answer(self, text: str) -> None:
        key = text[:1] if text[:1] in "ADUNxX" else text[:1].lower()
        if text.isdecimal():
            self.accept(int(text) - 1)
        elif key in _ACTIONS and len(text) == 1:
            _ACTIONS[key](self)
        else:
            self._tell(say("plain-unknown", text=one_line(text)))
            self._drop_more()

    def _wait(self) -> None:
        """Wait for an open finding in what is still read, or till all is."""
        while not self._desk.is_judged:
            self._desk.take_in()
            if onward := moves.onward(self._review.session):
                self._desk.take(onward)
                return
            if self._desk.incoming is not None:
                self._desk.incoming.wait(_LOOK)

    def _take(self, turn: Turn) -> None:
        self._desk.take(turn.session)
        if turn.said:
            self._tell(turn.said)
        if turn.is_done and not self._desk.is_judged:
            self._wait()
            turn = turn._replace(is_done=moves.onward(self._review.session) is None)
        if turn.is_done:
            self._tell(say("done"))
            for row in self._desk.summary().splitlines():
                self._tell(row)

    # -- answers ----------------------------------------------------------------------------

    def accept(self, choice: int | None = None) -> None:
        now = self._review.session
        number = now.choice if choice is None else choice
        turn = actions.accept(now, number)
        if now.item is not None and now.item.needs_fitting(number) and turn.session is not now:
            fix = now.item.choices[number]
            line = self._after(now.item, fix.edits) or one_line(fix.label)
            self._tell(say("plain-would", line=line))
            if not self._is_sure(say("plain-fit")):
                self._tell(say("unchanged"))
                return
        self._take(turn)

    def skip(self) -> None:
        self._take(actions.skip(self._review.session))

    def undo(self) -> None:
        self._take(actions.undo(self._review.session))

    def redo(self) -> None:
        self._take(actions.redo(self._review.session))

    def reopen(self) -> None:
        self._take(actions.reopen(self._review.session))

    def next(self) -> None:
        self._take(moves.step(self._review.session, 1))

    def previous(self) -> None:
        self._take(moves.step(self._review.session, -1))

    def next_open(self) -> None:
        self._take(moves.next_open(self._review.session))

    def edit(self) -> None:
        now = self._review.session
        item = now.item
        if item is None or item.stays or now.decision(item.id).state is State.LOST:
            self._take(actions.edit(now, ""))  # says why not
            return
        words = draft(item, now.choice, self._review.document(item))
        self._tell(say("plain-words", words=one_line(words)))
        typed = self._ask_text(say("plain-edit")).strip()
        if not typed and not self._is_sure(say("plain-delete")):
            self._tell(say("unchanged"))
            return
        self._take(self._desk.edit(item, typed))

    def ignore(self) -> None:
        now = self._review.session
        if now.item is None:
            self._take(actions.ignore(now, Reach.HERE, ""))
            return
        answer = self._ask_for(say("plain-reach"), "".join(_REACHES)).lower() or "h"
        if answer not in _REACHES:
            self._tell(say("plain-back"))
            return
        ready = {str(number): ready_reason(key, now.item.finding.lang)
                 for number, key in enumerate(READY, 1)}
        for number, text in ready.items():
            self._tell(say("plain-choice", nth=number, words=text))
        reason = self._ask_text(say("plain-reason")).strip()
        number, _, more = (part.strip() for part in reason.partition(":"))
        if number in ready:
            reason = say("ignore-added", reason=ready[number], more=more) if more \
                else ready[number]
        needs = _REACHES[answer] is not Reach.HERE or self._desk.needs_reason
        if needs and not reason:
            self._tell(say("ignore-needs-reason"))
            return
        self._take(actions.ignore(now, _REACHES[answer], reason))

    def note(self) -> None:
        now = self._review.session
        item = now.item
        decision = now.decision(item.id) if item else OPEN
        if item is None or decision.state is State.IGNORED:
            self._take(actions.note(now, ""))  # says why not
            return
        key = "plain-note-beside" if decision.changes_text else "plain-note"
        self._take(self._desk.note(self._ask_text(say(key))))

    def alike(self) -> None:
        now = self._review.session
        plan = actions.alike(now)
        noted = actions.noted_alike(now)
        if len(plan) < 2:
            self._tell(say("alike-noted" if noted else "no-alike", n=noted))
            return
        if noted:
            self._tell(say("alike-noted", n=noted))
        rows = {str(nth): row for nth, row in enumerate(plan, 1)}
        for nth, row in rows.items():
            self._tell(say("plain-choice", nth=nth, words=self._decided(*row)))
        while rows:
            answer = self._ask_for(say("plain-alike", n=len(rows)), "yn")
            if answer.lower() == "y":
                self._take(actions.decide_all(now, list(rows.values())))
                return
            left_out = answer.replace(",", " ").split()
            if not left_out or not rows.keys() >= {*left_out}:
                break
            rows = {nth: row for nth, row in rows.items() if nth not in left_out}
        self._tell(say("plain-back"))

    def _decided(self, id: int, decision: Decision) -> str:
        """Where a finding stands, its sentence as a decision makes it, and what is asked there."""
        item = self._review.session.items[id]
        text = self._after(item, decision.edits if decision.changes_text else ())
        text = text or marked(item.finding, _WIDE, ASCII.more)
        why = doubt(item, decision)
        return f"{place(self._review, item)}: {text}" + (f" ({why})" if why else "")

    def _after(self, item: Item, edits: Sequence[Edit]) -> str:
        """The line of a finding with edits made; empty if there are none."""
        now, signs = self._review.session, replace(ASCII, brackets=False)
        line = changed_text.changed(now, self._review.document(item), item, edits, _WIDE, signs)
        return line.after if line else ""

    def diff(self) -> None:
        item = self._review.session.item
        if item is None:
            return
        document = self._review.document(item)
        rows = list(changed_text.diff(self._review.session, document, item.file))
        for row in rows or [say("diff-none")]:
            self._tell(row.rstrip("\r\n"))

    def cues(self) -> None:
        item = self._review.session.item
        if item is not None:
            for row in cues_lines(*self._desk.cues_of(item)):
                self._tell(row)

    def write(self) -> None:
        self._desk.take_all()
        self._desk.look()
        plan = write_plan.plan(self._review)
        if not plan:
            self._tell(say("nothing-to-write"))
            return
        for row in write_plan.tell(self._review, plan, self._desk.checker.known):
            self._tell(row)
        refused = [planned.file for planned in plan if planned.refused]
        self._is_saved = False
        for key, told in ways_to_write(self._review, plan):
            self._tell(f"  {key}  {told}")
        keys = [key for key, _ in ways_to_write(self._review, plan)]
        answer = self._ask_for(say("plain-write"), "".join(keys)).lower()
        if answer in WAYS and answer in keys:
            self._tell(self._desk.write(WAYS[answer]))
        elif answer in BESIDE and answer in keys:
            self._tell(self._desk.save_beside(refused, BESIDE[answer]))
            self._is_saved = len(refused) == len(plan)
        elif answer == "d":
            self.diff()

    def help(self) -> None:
        for row in say("plain-help").splitlines():
            self._tell(row)

    def leave(self) -> None:
        number = len(self._review.session.pending())
        answer = self._ask_for(say("plain-leave", n=number), "wkD") if number else "k"
        if answer.lower() == "w":
            self.write()
            self._is_over = self._is_saved or not self._review.session.pending()
        elif answer.lower() == "k" or answer == "D":
            self._is_over, self.discard = True, answer == "D"


_ACTIONS: dict[str, Callable[[Plain], None]] = {
    "a": Plain.accept, "e": Plain.edit, "i": Plain.ignore, "s": Plain.skip, "m": Plain.note,
    "u": Plain.undo, "U": Plain.redo, "x": Plain.reopen, "n": Plain.next, "p": Plain.previous,
    "o": Plain.next_open, "A": Plain.alike, "c": Plain.cues, "d": Plain.diff, "w": Plain.write,
    "?": Plain.help, "q": Plain.leave,
}


def question(review: Review) -> Iterator[str]:
    """The current finding in sentences, and its choices by number."""
    now = review.session
    item = now.item
    if item is None:
        yield say("no-finding")
        return
    finding, decision = item.finding, now.decision(item.id)
    ids = moves.shown(now)
    number = ids.index(item.id) + 1 if item.id in ids else 0
    yield ""
    yield say("plain-head", number=number, total=len(ids), file=one_line(str(finding.path)),
              place=where(item), severity=interface.say(finding.severity.word).capitalize(),
              rule=finding.rule)
    yield f"{one_line(finding.message)}."
    yield say("plain-text", text=_sentence(review))
    yield say("plain-found", words=one_line(finding.words))
    yield message_for(finding, "remark-why", text=first_sentence(finding.why))
    if decision.state is not State.OPEN:
        state = say("plain-state-noted", note=decision.reason) if decision.state is State.NOTED \
            else say(f"plain-state-{decision.state.value}")
        yield say("plain-state", state=state)
        if decision.changes_text and decision.reason:
            yield say("note-told", note=decision.reason)
        if decision.state is State.IGNORED and decision.reason:
            yield say(f"ignored-{decision.reach.value}", reason=decision.reason)
    for nth, fix in enumerate(item.choices, 1):
        yield say("plain-choice", nth=nth, words=one_line(fix.label)) if fix.safe else say(
            "plain-choice-by-hand", nth=nth, words=one_line(fix.label),
            by_hand=by_hand(finding, fix),
        )
    if not item.choices:
        if item.stays == "quoted":
            yield f"{capital(message_for(finding, 'report-told', text=fix_line(finding)))}."
        if item.advice:
            yield item.advice
        yield say(f"no-fix-{item.stays}" if item.stays else "no-fix")


def _sentence(review: Review) -> str:
    """The line of the finding as it stands, cut where it is very long."""
    item = review.session.item
    assert item is not None
    signs = replace(ASCII, brackets=False)
    page = page_of(review.document(item), review.session, item.file, View.MARKS, signs)
    marks = page.of(item.id)
    at = marks[0].start if marks else item.start
    if not page.first_lines[-1]:
        return ""
    line = page.line(page.line_at(at))
    low, high = max(line.start, at - 200), min(line.end, at + 400)
    text = page.words(low, high)
    lead, tail = "... " if low > line.start else "", " ..." if high < line.end else ""
    return f"{lead}{one_line(text)}{tail}"
