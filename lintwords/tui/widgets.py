"""The parts of the screen beside the document: lines of pieces, and one line to type in.

Each is drawn line by line, so that long texts open at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Label
from textual.widgets.input import Selection

from lintwords.reports.cells import cells
from lintwords.tui.lines import (
    ADDED,
    BOLD,
    CHOSEN,
    DIM,
    ERROR,
    HEAD,
    KEY,
    PLAIN,
    REMOVED,
    SUGGESTION,
    WARNING,
    Line,
)
from lintwords.tui.session import Session
from lintwords.tui.speaking import say
from lintwords.values import dataclass

_EMPTY = Session({}, (), {})


ROLES = (PLAIN, BOLD, DIM, KEY, HEAD, ERROR, WARNING, SUGGESTION, ADDED, REMOVED, CHOSEN)


class Lines(ScrollView, inherit_bindings=False):
    """Shows lines as they are; nothing is wrapped here."""

    COMPONENT_CLASSES = {f"lines--{role}" for role in ROLES}

    @dataclass
    class Chosen(Message):
        """A piece with an action was clicked, once or twice."""

        action: str
        clicks: int

    def __init__(self, *, id: str | None = None, more: str = "") -> None:
        """`more` is the sentence at the end of the last row that says how many are below it."""
        super().__init__(id=id)
        self._rows: Sequence[Line] = ()
        self._more = more

    def show(self, rows: Sequence[Line], at: int | None = None) -> None:
        self._rows = rows
        self.virtual_size = Size(1, len(rows))
        if at is not None:
            self.reveal(at)
        self.refresh()

    def reveal(self, row: int) -> None:
        """Scroll as little as needed to see a row and those round it."""
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        around = 1 if height > 3 else 0
        if row - around < top:
            self.scroll_to(y=max(row - around, 0), animate=False, force=True)
        elif row + around >= top + height:
            self.scroll_to(y=row + around - height + 1, animate=False, force=True)

    @property
    def _height(self) -> int:
        return int(self.scrollable_content_region.height)

    @property
    def left_below(self) -> int:
        """How many lines stand below what is shown."""
        return max(len(self._rows) - self.scroll_offset.y - self._height, 0)

    def turn(self, by: int) -> None:
        """Scroll by what is shown, less the row that says how much is left."""
        self.scroll_relative(y=by * max(self._height - 1, 1), animate=False)

    @property
    def texts(self) -> list[Line]:
        """What is shown."""
        return list(self._rows)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        styles = {role: self._style(role) for role in {p.role for p in self._rows[number]}}
        segments = [Segment(piece.text, styles[piece.role]) for piece in self._rows[number]]
        strip = Strip(segments).adjust_cell_length(width, self.rich_style)
        if self._more and y and (left := self.left_below) and y == self._height - 1:
            told = Strip([Segment(f" {say(self._more, n=left)}", self._style(DIM))])
            room = self.scrollable_content_region.width - told.cell_length
            strip = Strip.join([strip.adjust_cell_length(room), told])
            strip = strip.adjust_cell_length(width, self.rich_style)
        return strip.apply_style(Style(bgcolor=self.rich_style.bgcolor))

    def _style(self, role: str) -> Style:
        return self.get_component_rich_style(f"lines--{role}", partial=True)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        row = at.y + self.scroll_offset.y
        if row < len(self._rows) and (action := action_at(self._rows[row], at.x)):
            event.stop()
            self.post_message(self.Chosen(action, event.chain))


def action_at(row: Line, cell: int) -> str:
    for piece in row:
        cell -= cells(piece.text)
        if cell < 0:
            return piece.action
    return ""


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
        self.purpose = ""  # what the line is typed for, while it is open

    def compose(self) -> ComposeResult:
        yield Label("", id="prompt-label", markup=False)
        yield Input(id="prompt-line", compact=True, select_on_focus=False)

    @property
    def is_open(self) -> bool:
        return bool(self.purpose)

    def open(
        self, purpose: str, label: str, text: str = "", hint: str = "", *, marked: bool = False
    ) -> None:
        """Ask for a line; `purpose` comes back with what is typed.

        Where `text` is `marked`, what is typed takes its place.
        """
        self.purpose = purpose
        self.query_one(Label).update(f" {label} ")
        line = self.query_one(Input)
        line.placeholder = hint
        self.add_class("-open")
        line.value = text
        line.selection = Selection(0 if marked else len(text), len(text))
        self.screen.set_focus(line)

    def press(self, key: str) -> None:
        """Take what is typed, or close the line: Enter or Esc was clicked."""
        text = self.query_one(Input).value
        self.post_message(self.Taken(self.purpose, text) if key == "enter"
                          else self.Closed(self.purpose))  # fmt: skip

    def type(self, letter: str) -> None:
        """Take a letter that was typed before the line had the focus."""
        line = self.query_one(Input)
        line.replace(letter, *line.selection)

    def close(self) -> None:
        """Put the line away."""
        self.purpose = ""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.purpose:
            self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.purpose:
            self.post_message(self.Taken(self.purpose, event.value))

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape" and self.purpose:
            event.stop()
            event.prevent_default()
            self.post_message(self.Closed(self.purpose))
