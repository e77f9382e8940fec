"""Commands that decide: accept, edit, ignore, skip, all alike, undo."""

from __future__ import annotations

import re

from lintwords.reports.cells import one_line
from lintwords.tui import moves, session
from lintwords.tui.decision import Decision, Reach, State, ignored
from lintwords.tui.item import draft, words_of
from lintwords.tui.screens.ask import Ask
from lintwords.tui.screens.doing import Doing
from lintwords.tui.screens.ignore import Ignored, IgnoreScreen
from lintwords.tui.words import say

_BACK = ("escape", say("back"))


class Deciding(Doing):
    """What a person decides on findings."""

    def do_accept(self) -> None:
        self.accept_choice(self._session.choice)

    def accept_choice(self, number: int) -> None:
        """Take a choice; a wording that may not fit is first put where it can be edited."""
        now = self._session
        turn = session.accept(now, number)
        if turn.session is now or now.item is None or not now.item.needs_fitting(number):
            self._act(turn)
            return
        self._act(moves.mark(now, number))
        self.do_edit()
        self._screen.tell(say("fit"))

    def do_skip(self) -> None:
        self._act(session.skip(self._session))

    def do_undo(self) -> None:
        self._act(session.undo(self._session))

    def do_redo(self) -> None:
        self._act(session.redo(self._session))

    def do_reopen(self) -> None:
        self._act(session.reopen(self._session))

    def do_mark_next(self) -> None:
        self._act(moves.mark_by(self._session, 1))

    def do_mark_previous(self) -> None:
        self._act(moves.mark_by(self._session, -1))

    def do_edit(self) -> None:
        item = self._session.item
        if item is None or self._session.decision(item.id).state is State.LOST or item.stays:
            self._act(session.edit(self._session, ""))  # says why not
            return
        decision = self._session.decision(item.id)
        words = decision.words or draft(
            item, self._session.choice, self._screen.review.document(item)
        )
        self._screen.typed = words
        self._screen.prompt.open("edit", say("prompt-edit"), _flat(words))
        self._screen.tell(say("prompt-edit-how"))

    def _edited(self, words: str) -> None:
        item = self._session.item
        assert item is not None
        before = draft(item, self._session.choice, self._screen.review.document(item))
        if words == _flat(before):
            if item.choices:
                self._act(session.accept(self._session))
            else:
                self._screen.tell(say("unchanged"))
            return
        if not words.strip():
            body = say("delete-body", words=one_line(item.finding.words))
            answers = (("y", say("delete-yes")), _BACK)
            ask = Ask(say("delete-title"), [body], answers)
            self._screen.app.push_screen(ask, self._deleted)
            return
        found = self._desk.found_in(item, words)
        self._act(session.edit(self._session, words, found))

    def _deleted(self, answer: str | None) -> None:
        if answer == "y":
            self._act(session.edit(self._session, ""))

    def do_ignore(self) -> None:
        item = self._session.item
        if item is None or self._session.decision(item.id).state is State.LOST:
            self._act(session.ignore(self._session, Reach.HERE, ""))  # says why not
            return
        others = {reach: len(session.reached(self._session, reach)) - 1 for reach in Reach}
        app = self._screen.review_app
        screen = IgnoreScreen(
            item, app.review.texts[item.file].name, others,
            no_comment=self._desk.why_no_comment(item), needs_reason=self._desk.needs_reason,
            more=app.signs.more,
        )  # fmt: skip
        app.push_screen(screen, self._ignored)

    def _ignored(self, answer: Ignored | None) -> None:
        if answer is None:
            return
        comments: dict[int, Decision] = {}
        if answer.comment:
            for id in session.reached(self._session, answer.reach):
                edits = self._desk.comment(self._session.items[id], answer.reason)
                made = ignored(answer.reach, answer.reason, comment=True)
                comments[id] = Decision(
                    made.state, edits=edits, reach=made.reach, reason=made.reason, comment=True
                )
        self._act(session.ignore(self._session, answer.reach, answer.reason, comments))

    def do_alike(self) -> None:
        item, plan = self._session.item, session.alike(self._session)
        if item is None or len(plan) < 2:
            self._screen.tell(say("no-alike"))
            return
        decision = next(decision for id, decision in plan if id == item.id)
        found, words = one_line(item.finding.words), one_line(words_of(decision, item))
        key = {State.ACCEPTED: "accept", State.EDITED: "edit", State.IGNORED: "ignore"}.get(
            decision.state, "skip"
        )
        body = [say(f"alike-{key}", found=found, words=words, reason=decision.reason)]
        counts: dict[int, int] = {}
        for id, _ in plan:
            file = self._session.items[id].file
            counts[file] = counts.get(file, 0) + 1
        texts = self._screen.review.texts
        body += [f"{number:>4}  {one_line(texts[file].name)}" for file, number in counts.items()]
        left = len(session.reached(self._session, Reach.EVERYWHERE)) - len(plan)
        if left > 0:
            body.append(say("alike-left", n=left))
        answers = (("y", say("alike-yes")), _BACK)
        ask = Ask(say("alike-title", n=len(plan)), body, answers)

        def done(answer: str | None) -> None:
            if answer == "y":
                self._act(session.decide_all(self._session, plan))

        self._screen.app.push_screen(ask, done)


def _flat(words: str) -> str:
    """Words in one line, as they are typed."""
    return re.sub(r"\r\n|\r|\n", " ", words)
