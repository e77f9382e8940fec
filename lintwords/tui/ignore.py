"""Ignore a finding: how far, why, and where that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets.input import Selection

from lintwords.reports.cells import cut, one_line
from lintwords.reports.sentence import marked
from lintwords.tui.dialogs import Dialog, hints
from lintwords.tui.finding import OPEN, READY, Decision, Item, Reach, State, ready_reason
from lintwords.tui.lines import (
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    ERROR,
    PLAIN,
    Line,
    Styled,
    line,
    paragraph,
    spread,
)
from lintwords.tui.session import where
from lintwords.tui.speaking import say
from lintwords.tui.widgets import Lines, TypedLine
from lintwords.values import dataclass

_ENDS = (("Enter", "enter", "ignore-enter"), ("Esc", "escape", "ignore-escape"),
         ("Up Down", "down", "ignore-far"), ("Tab", "tab", "ignore-ready"),
         ("F2", "f2", "ignore-put"))
LOW = 30  # rows of a window under which the box is short and stands at its foot
_NOT_TYPED = frozenset(("escape", "up", "down", "tab", "shift+tab", "f2"))


@dataclass(frozen=True, slots=True)
class Ignored:
    """The answer of the dialog."""

    reach: Reach
    reason: str
    comment: bool


class IgnoreScreen(Dialog[Ignored]):
    """Whatever is typed is the reason; keys that write nothing choose how far, and where."""

    extra = 1  # the line

    def __init__(
        self, item: Item, path: str, others: Mapping[Reach, Sequence[str]], *,
        before: Decision = OPEN, no_comment: str = "", needs_reason: bool = False, more: str = "…",
    ) -> None:
        """`others` are the places that each reach takes too; `no_comment` says why none can be put.

        `before` is what was decided: a reason that was given stands in the line.
        """
        super().__init__()
        self.title_text = say("ignore-title")
        self._item, self._path, self._others = item, path, others
        self._no_comment, self._needs_reason, self._more = no_comment, needs_reason, more
        is_ignored = before.state is State.IGNORED
        self._reach = before.reach if is_ignored else Reach.HERE
        self._comment, self._told = False, ""
        # the reason by hand, and the one at hand in its place
        self._typed, self._ready = before.reason if is_ignored else "", ""

    def parts(self) -> ComposeResult:
        text, ends = super().parts()
        yield text
        yield TypedLine(id="reason", placeholder=say("ignore-placeholder"))
        yield ends

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#text", Lines).can_focus = False  # a click there must not take the line
        self._line.value = self._typed
        self._line.selection = Selection.cursor(len(self._typed))
        self.set_focus(self._line)

    def on_resize(self) -> None:
        self.set_class(self._is_low, "-low")
        super().on_resize()

    @property
    def _is_low(self) -> bool:
        """Whether the window is so low that the box leaves the text above it in sight."""
        return bool(self.app.size.height < LOW)

    def rows(self, width: int) -> Sequence[Line]:
        why = say("ignore-why-on" if self._ready else "ignore-why")
        if self._is_low:
            notes = self._notes(width) if self._told else ()
            return [*self._reaches(width), line(why), *self._reasons(width), *notes]
        item = self._item
        sentence = marked(item.finding, 2 * width - 12, self._more)
        return [
            *paragraph(sentence, width, role=BOLD, most=2, more=self._more),
            *paragraph(f"{item.finding.rule}   {self._path} {where(item)}", width, role=DIM),
            BLANK, line(say("ignore-how-far")), *self._reaches(width),
            BLANK, line(why),
            *self._reasons(width), BLANK, *self._notes(width),
        ]

    def _reaches(self, width: int) -> Iterator[Line]:
        """How far, each with what it takes too; and where that is kept."""
        words, is_low = one_line(self._item.finding.words), self._is_low
        for reach in Reach:
            sign = "(x)" if reach is self._reach else "( )"
            role = CHOSEN if reach is self._reach else "plain"
            told = f" {sign} {say(f'ignore-{reach.value}', words=cut(words, 24, self._more))}"
            left = (Styled(told, role, f"key:{reach.value}"),)
            others = self._others.get(reach, ())
            more = say("ignore-and" if is_low else "ignore-more", n=len(others)) if others else ""
            row = spread(left, (Styled(more, DIM),), width)
            yield row
            if more and row == left:  # no room beside it
                yield line(Styled(f"     {more}", DIM))
            if others and reach is self._reach:
                yield from paragraph(", ".join(others), width, role=DIM, lead="     ",
                                     most=1 if is_low else 2, more=self._more)
        if not self._no_comment:
            sign = "[x]" if self._comment else "[ ]"
            yield line(Styled(f" {sign} {say('ignore-comment')}", PLAIN, "key:f2"))

    def _reasons(self, width: int) -> Iterator[Line]:
        """The reasons at hand, two on a line where there is room."""
        each = 2 if width >= 64 else 1
        for first in range(0, len(READY), each):
            pieces: list[Styled] = []
            for key in READY[first : first + each]:
                sign, role = ("(x)", CHOSEN) if key == self._ready else ("( )", PLAIN)
                pieces.append(Styled(f" {sign} {self._said(key):<31}", role, f"key:{key}"))
            yield line(*pieces)

    def ends(self, width: int) -> Sequence[Line]:
        return hints(_ENDS[: -1 if self._no_comment else None], width)

    def _notes(self, width: int) -> Sequence[Line]:
        if self._told:
            return list(paragraph(self._told, width, role=ERROR))
        note = say("ignore-comment-note") if self._comment else say("ignore-note")
        return list(paragraph(note, width, role=DIM))

    @property
    def _line(self) -> TypedLine:
        return self.query_one(TypedLine)

    def press(self, key: str) -> bool:
        self._told = ""
        reaches = {reach.value: reach for reach in Reach}
        if key in reaches:
            self._reach = reaches[key]
        elif key in ("up", "down"):
            far = list(Reach)
            by = 1 if key == "down" else -1
            # it does not go round: from the least far to the farthest is no step
            self._reach = far[min(max(far.index(self._reach) + by, 0), len(far) - 1)]
        elif key in READY:
            self._take_ready(key)
        elif key in ("tab", "shift+tab"):
            order = ["", *READY]
            by = 1 if key == "tab" else -1
            self._take_ready(order[(order.index(self._ready) + by) % len(order)])
        elif key == "f2":
            self._told = self._no_comment
            self._comment = not self._comment and not self._no_comment
        elif key == "enter":
            self._take()
        elif key == "escape":
            self.done(None)
        else:
            return False
        self.draw()
        return True

    def _said(self, key: str) -> str:
        return ready_reason(key, self._item.finding.lang)

    def _take_ready(self, key: str) -> None:
        """Put a reason at hand into the line, as it was added to; "" brings back what was typed."""
        is_own = self._line.value != (self._said(self._ready) if self._ready else "")
        if is_own or not self._ready:
            self._typed = self._line.value
        self._ready = key
        is_back = not key or self._typed.startswith(self._said(key))
        if not is_back and self._typed.strip():
            self._told = say("ignore-typed")
        self._line.value = self._typed if is_back else self._said(key)
        self._line.selection = Selection.cursor(len(self._line.value))

    def _take(self) -> None:
        reason = " ".join(self._line.value.split())
        is_wide = self._reach is not Reach.HERE or self._comment
        if not reason and (is_wide or self._needs_reason):
            self._told = say("ignore-needs-reason")
            self.set_focus(self._line)
            return
        self.done(Ignored(self._reach, reason, self._comment))

    def type(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key) and event.key == "enter":
            self._take()
        elif self._line.take(event):
            self._go_on()
            self._told = ""
        self.draw()

    def _go_on(self) -> None:
        """What is typed behind a reason at hand is set off from it; changed, it is one by hand."""
        ready = self._said(self._ready) if self._ready else ""
        value = self._line.value
        if not value.startswith(ready):
            self._ready = ""
        elif ready and value[len(ready) :][:1].isalnum():
            self._line.value = say("ignore-added", reason=ready, more=value[len(ready) :])
            self._line.selection = Selection.cursor(len(self._line.value))

    def is_for_line(self, key: str) -> bool:
        return key not in _NOT_TYPED
