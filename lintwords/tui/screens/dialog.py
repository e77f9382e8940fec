"""A box of lines over the review; what a dialog gives back is its type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from lintwords.tui.lines import Line
from lintwords.tui.widgets.lines import Lines

T = TypeVar("T")


def pass_on(screen: Screen[Any], event: events.Key) -> bool:
    """Give a key to the screen on top, if that is another by now; whether it was given away."""
    top = screen.app.screen
    if top is screen:
        return False
    event.stop()
    event.prevent_default()
    top.post_message(events.Key(event.key, event.character))
    return True


class Dialog(ModalScreen[T], Generic[T]):
    """Shows lines and waits for one of its keys; Esc gives None and decides nothing."""

    _is_over = False
    is_wide = False
    title_text = ""

    def rows(self, width: int) -> Sequence[Line]:
        """The lines for a width in cells."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Do what a key does; False if it does nothing here."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = self.title_text
            yield Lines(id="text")

    def on_mount(self) -> None:
        self.set_class(self.is_wide, "-wide")
        self.set_class(self.app.has_class("-ascii"), "-ascii")
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Show the lines as they are now."""
        box = self.query_one("#box")
        most = self.app.size.width - 4
        width = min(96 if self.is_wide else 68, max(most, 20)) - 1  # for the scrollbar
        rows = list(self.rows(width))
        text = self.query_one("#text", Lines)
        text.styles.height = min(len(rows), max(self.app.size.height - 2 - self.extra, 1))
        text.show(rows)
        box.refresh()

    extra = 0  # rows of the box that are no lines

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.press(event.action.removeprefix("key:"))

    def done(self, answer: T | None) -> None:
        """Give the answer, once: keys can come faster than a dialog closes."""
        if not self._is_over:
            self._is_over = True
            self.dismiss(answer)

    def on_key(self, event: events.Key) -> None:
        if pass_on(self, event):
            return
        if self.is_for_line(event.key):
            self.type(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.done(None)
            return
        key = event.character if event.is_printable and event.character else event.key
        if not self.press(key):
            self._scroll(event.key)

    def is_for_line(self, key: str) -> bool:
        """Whether a key belongs to a line that is being typed in."""
        return False

    def type(self, event: events.Key) -> None:
        """Give a letter to the line: it was typed before the line had the focus."""
        if event.is_printable and event.character:
            event.stop()
            self.query_one(Input).insert_text_at_cursor(event.character)

    def _scroll(self, key: str) -> None:
        text = self.query_one("#text", Lines)
        moves = {
            "up": text.scroll_up, "down": text.scroll_down, "pageup": text.scroll_page_up,
            "pagedown": text.scroll_page_down, "home": text.scroll_home, "end": text.scroll_end,
            "space": text.scroll_page_down, "k": text.scroll_up, "j": text.scroll_down,
        }  # fmt: skip
        if key in moves:
            moves[key](animate=False)
