"""Decide all that are alike: each is shown in its sentence, and can be left out before it is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.tui.dialogs import Dialog, hints
from lintwords.tui.finding import Decision
from lintwords.tui.lines import BLANK, CHOSEN, DIM, Line, Signs, Styled, line, paragraph
from lintwords.tui.preview import place, preview, sentence
from lintwords.tui.review import Review
from lintwords.tui.speaking import say
from lintwords.tui.widgets import Lines

Plan = Sequence[tuple[int, Decision]]

_STEPS = {"up": -1, "k": -1, "down": 1, "j": 1}
_KEYS = (("y", "y", "alike-yes"), ("Space", " ", "alike-leave"), ("Up Down", "down", "alike-walk"),
         ("Esc", "escape", "back"))


class AlikeScreen(Dialog[Plan]):
    """Gives what is left of a plan, once `y` is pressed."""

    is_wide = True

    def __init__(self, review: Review, plan: Plan, head: Sequence[str], signs: Signs) -> None:
        """`head` are the sentences above the findings."""
        super().__init__()
        self._review, self._plan, self._head, self._signs = review, plan, head, signs
        self._at, self._left_out = 0, set[int]()
        self._rows_of: dict[tuple[int, int, bool], list[Line]] = {}  # made once: there may be many
        self._begins: list[int] = []  # the rows at which the findings begin

    def draw(self) -> None:
        total = len(self._plan)
        kept = total - len(self._left_out)
        title = say("alike-title", n=total) if kept == total else say(
            "alike-title-some", n=kept, total=total
        )
        self.query_one("#box").border_title = title
        super().draw()

    def rows(self, width: int) -> Sequence[Line]:
        rows = [row for text in self._head for row in paragraph(text, width)]
        self._begins = []
        for number, (id, _) in enumerate(self._plan):
            is_here = number == self._at
            told = place(self._review, self._review.session.items[id])
            sign = f"{'>' if is_here else ' '} [{' ' if id in self._left_out else 'x'}] "
            row = Styled(f"{sign}{told}", CHOSEN if is_here else DIM, f"key:leave-{number}")
            rows.append(BLANK)
            self._begins.append(len(rows))
            rows += [line(row), *self._told(number, width)]
        return rows

    def _told(self, number: int, width: int) -> list[Line]:
        """The sentence of a finding: before and after, or as it stays."""
        id, decision = self._plan[number]
        is_left = id in self._left_out
        if (id, width, is_left) not in self._rows_of:
            self._rows_of[id, width, is_left] = (
                [sentence(self._review.session.items[id], width, self._signs)] if is_left
                else list(preview(self._review, id, decision, width, self._signs))
            )
        return self._rows_of[id, width, is_left]

    def ends(self, width: int) -> Sequence[Line]:
        return [BLANK, *hints(_KEYS, width)]

    def press(self, key: str) -> bool:
        if key == "y":
            self.done([row for row in self._plan if row[0] not in self._left_out])
        elif key in _STEPS:
            self._go(min(max(self._at + _STEPS[key], 0), len(self._plan) - 1))
        elif key == " ":
            self._leave(self._at)
        elif key.startswith("leave-"):
            self._leave(int(key.removeprefix("leave-")))
        else:
            return False
        return True

    def is_answer(self, key: str) -> bool:
        return key == "y"

    def _leave(self, number: int) -> None:
        """Leave a finding out, or take it in again."""
        self._left_out ^= {self._plan[number][0]}
        self._go(number)

    def _go(self, number: int) -> None:
        """Mark a finding, all of it in sight."""
        self._at = number
        self.draw()
        ends = [begin - 2 for begin in self._begins[1:]]
        self.call_after_refresh(self._reveal, 0 if number == 0 else self._begins[number],
                                [*ends, len(self.query_one("#text", Lines).texts) - 1][number])

    def _reveal(self, first: int, last: int) -> None:
        text = self.query_one("#text", Lines)
        text.reveal(last)
        text.reveal(first)
