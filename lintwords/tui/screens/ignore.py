"""Ignore a finding: how far, why, and where that is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from lintwords.reports.cells import cut, one_line
from lintwords.tui.decision import Reach
from lintwords.tui.item import Item
from lintwords.tui.lines import (
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    ERROR,
    KEY,
    Line,
    Piece,
    line,
    paragraph,
    spread,
)
from lintwords.tui.screens.dialog import Dialog
from lintwords.tui.state import where
from lintwords.tui.widgets.lines import Lines
from lintwords.tui.words import say

REACHES = {"h": Reach.HERE, "f": Reach.FILE, "e": Reach.EVERYWHERE}


@dataclass(frozen=True, slots=True)
class Ignored:
    """The answer of the dialog."""

    reach: Reach
    reason: str
    comment: bool


class IgnoreScreen(Dialog[Ignored]):
    """The choice has the focus first, so that its keys are keys; the line takes letters."""

    extra = 1  # the line

    def __init__(
        self, item: Item, path: str, others: Mapping[Reach, int], *, no_comment: str = "",
        needs_reason: bool = False,
    ) -> None:
        """`others` counts what else each reach takes; `no_comment` says why none can be put."""
        super().__init__()
        self.title_text = say("ignore-title")
        self._item, self._path, self._others = item, path, others
        self._no_comment, self._needs_reason = no_comment, needs_reason
        self._reach, self._comment, self._told = Reach.HERE, False, ""

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = self.title_text
            yield Lines(id="text")
            yield Input(id="reason", compact=True, placeholder=say("ignore-placeholder"))

    def on_mount(self) -> None:
        super().on_mount()
        self.set_focus(None)

    def rows(self, width: int) -> Sequence[Line]:
        item = self._item
        words = cut(one_line(item.finding.words), width // 2, "…")
        rows: list[Line] = [
            line(Piece(f'"{words}"', BOLD)),
            *paragraph(f"{item.finding.rule}   {self._path} {where(item)}", width, role=DIM),
            BLANK, line(say("ignore-how-far")),
        ]  # fmt: skip
        for key, reach in REACHES.items():
            sign = "(x)" if reach is self._reach else "( )"
            role = CHOSEN if reach is self._reach else "plain"
            left = (
                Piece(f" {sign} ", role, f"key:{key}"), Piece(key, KEY, f"key:{key}"),
                Piece(f"  {say(f'ignore-{reach.value}')}", role, f"key:{key}"),
            )  # fmt: skip
            count = self._others.get(reach, 0)
            more = say("ignore-more", n=count) if count else ""
            rows.append(spread(left, (Piece(more, DIM),), width))
        sign = "(x)" if self._comment else "( )"
        rows += [
            line(Piece(f" {sign} ", "plain", "key:c"), Piece("c", KEY, "key:c"),
                 Piece(f"  {say('ignore-comment')}", "plain", "key:c")),
        ]  # fmt: skip
        rows += [BLANK, line(say("ignore-why"))]
        for pair in (("1", "2"), ("3", "4")):
            pieces: list[Piece] = []
            for key in pair:
                action, reason = f"key:{key}", say(f"reason-{key}")
                pieces += [Piece(f" {key}", KEY, action), Piece(f" {reason:<31}", "plain", action)]
            rows.append(line(*pieces))
        rows += [BLANK, *self._notes(width)]
        rows += [line(
            Piece("Enter", KEY, "key:enter"), Piece(f"  {say('ignore-enter')}      "),
            Piece("Esc", KEY, "key:escape"), Piece(f"  {say('ignore-escape')}      "),
            Piece("Tab", KEY), Piece(f"  {say('ignore-tab')}"),
        )]  # fmt: skip
        return rows

    def _notes(self, width: int) -> Sequence[Line]:
        if self._told:
            return list(paragraph(self._told, width, role=ERROR))
        note = say("ignore-comment-note") if self._comment else say("ignore-note")
        return list(paragraph(note, width, role=DIM))

    @property
    def _line(self) -> Input:
        return self.query_one("#reason", Input)

    def press(self, key: str) -> bool:
        self._told = ""
        if key in REACHES:
            self._reach = REACHES[key]
        elif key in ("up", "down"):
            order = list(REACHES.values())
            by = 1 if key == "down" else -1
            self._reach = order[(order.index(self._reach) + by) % len(order)]
        elif key in ("1", "2", "3", "4"):
            self._line.value = say(f"reason-{key}")
        elif key == "c":
            self._told = self._no_comment
            self._comment = not self._comment and not self._no_comment
        elif key in (">", "tab"):
            self._line.focus()
        elif key == "enter":
            self._take()
        elif key == "escape":
            self.dismiss(None)
        else:
            return False
        self.draw()
        return True

    def _take(self) -> None:
        reason = " ".join(self._line.value.split())
        is_wide = self._reach is not Reach.HERE or self._comment
        if not reason and (is_wide or self._needs_reason):
            self._told = say("ignore-needs-reason")
            self._line.focus()
            return
        self.dismiss(Ignored(self._reach, reason, self._comment))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._take()
        self.draw()

    def on_key(self, event: events.Key) -> None:
        if event.key == "tab" and not self._line.has_focus:
            event.stop()
            event.prevent_default()
            self._line.focus()
        elif event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.set_focus(None)
        elif self._line.has_focus and event.key != "escape":
            return
        else:
            super().on_key(event)
