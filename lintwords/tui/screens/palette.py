"""All commands by name: type some letters, choose with Up and Down, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from lintwords.tui.lines import CHOSEN, DIM, PLAIN, Line, Piece, line, spread
from lintwords.tui.screens.dialog import Dialog
from lintwords.tui.widgets.lines import Lines
from lintwords.tui.words import say


class Choice(NamedTuple):
    """One row of the palette."""

    name: str  # what comes back
    text: str
    keys: str = ""


class Palette(Dialog[str]):
    """Gives the name of the chosen row."""

    extra = 1  # the line

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.title_text = say("palette-title")
        self._all = choices
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = self.title_text
            yield Input(
                id="reason", compact=True, placeholder=say("palette-hint"), select_on_focus=False
            )
            yield Lines(id="text")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Input).focus()

    @property
    def _found(self) -> list[Choice]:
        words = self.query_one(Input).value.casefold().split()
        return [
            choice for choice in self._all
            if all(word in choice.text.casefold() for word in words)
        ]  # fmt: skip

    def rows(self, width: int) -> Sequence[Line]:
        rows = []
        for number, choice in enumerate(self._found):
            is_here = number == self._at
            role, action = (CHOSEN if is_here else PLAIN), f"key:{choice.name}"
            left = Piece(f"{'>' if is_here else ' '} {choice.text}", role, action)
            rows.append(spread((left,), (Piece(choice.keys, DIM, action),), width))
        return rows or [line(Piece(say("palette-none"), DIM))]

    def press(self, key: str) -> bool:
        """Move the mark, or take the row that was clicked."""
        if key in ("up", "down", "tab", "shift+tab"):
            by = -1 if key in ("up", "shift+tab") else 1
            self._at = (self._at + by) % max(len(self._found), 1)
            self.draw()
            self.query_one("#text", Lines).reveal(self._at)
        elif any(choice.name == key for choice in self._all):
            self.done(key)
        return True

    def is_for_line(self, key: str) -> bool:
        return key not in ("escape", "up", "down", "tab", "shift+tab")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._at = 0
        self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        found = self._found
        if found:
            self.done(found[min(self._at, len(found) - 1)].name)
