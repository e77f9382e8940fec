"""One line to type in: own words, a filter, a search."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label


class Prompt(Horizontal):
    """A label and a line; Enter takes what is typed, Esc closes the line."""

    @dataclass
    class Typed(Message):
        """The text changed."""

        purpose: str
        text: str

    @dataclass
    class Taken(Message):
        """Enter was pressed."""

        purpose: str
        text: str

    @dataclass
    class Closed(Message):
        """Esc was pressed."""

        purpose: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._purpose = ""

    def compose(self) -> ComposeResult:
        yield Label("", id="prompt-label", markup=False)
        yield Input(id="prompt-line", compact=True, select_on_focus=False)

    @property
    def is_open(self) -> bool:
        return bool(self._purpose)

    def open(self, purpose: str, label: str, text: str = "", hint: str = "") -> None:
        """Ask for a line; `purpose` comes back with what is typed."""
        self._purpose = purpose
        self.query_one(Label).update(f" {label} ")
        line = self.query_one(Input)
        line.placeholder = hint
        self.add_class("-open")
        line.value = text
        line.cursor_position = len(text)
        self.screen.set_focus(line)

    def type(self, letter: str) -> None:
        """Take a letter that was typed before the line had the focus."""
        self.query_one(Input).insert_text_at_cursor(letter)

    def close(self) -> None:
        """Put the line away."""
        self._purpose = ""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._purpose:
            self.post_message(self.Typed(self._purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._purpose:
            self.post_message(self.Taken(self._purpose, event.value))

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape" and self._purpose:
            event.stop()
            event.prevent_default()
            self.post_message(self.Closed(self._purpose))
