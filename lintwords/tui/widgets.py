"""The parts of the screen beside the document: lines of pieces, and one line to type in.

Each is drawn line by line, so that long texts open at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import actions, events
from textual.app import ComposeResult
from textual.binding import Binding
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
from lintwords.tui.speaking import say
from lintwords.values import dataclass

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


# the keys that edit a line; Enter is the screen's, which alone knows what it takes
_EDITING: Mapping[str, str] = {
    key: binding.action
    for binding in Input.BINDINGS if isinstance(binding, Binding) and binding.action != "submit"
    for key in binding.key.split(",")
}


class TypedLine(Input, inherit_bindings=False):
    """One line to type in; its screen hands it each key in turn, wherever the focus is."""

    def __init__(self, *, id: str | None = None, placeholder: str = "") -> None:
        # a line that is marked whole when it gets the focus loses what was typed before that
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=False)

    def take(self, event: events.Key | events.Paste) -> bool:
        """Write a letter or what is pasted, or edit; False where a key does nothing in a line.

        The end of a pasted line is a space, also where a terminal sends it as the key Ctrl+J: it
        is never Enter.
        """
        if isinstance(event, events.Paste):
            self._write(re.sub(r"\s+", " ", event.text.strip()))
        elif event.is_printable and event.character:
            self._write(event.character)
        elif event.key == "ctrl+j":
            self._write(" ")
        elif action := _EDITING.get(event.key):
            _, name, values = actions.parse(action)
            getattr(self, f"action_{name}")(*values)
        else:
            return False
        return True

    def _write(self, text: str) -> None:
        self.replace("".join(letter for letter in text if letter.isprintable()), *self.selection)


class Prompt(Horizontal):
    """A label and a line; the screen takes what is typed with Enter, and closes it with Esc."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.purpose = ""  # what the line is typed for, while it is open
        self.how = ""  # what its keys do, for who types there

    def compose(self) -> ComposeResult:
        yield Label("", id="prompt-label", markup=False)
        yield TypedLine(id="prompt-line")

    @property
    def is_open(self) -> bool:
        return bool(self.purpose)

    @property
    def line(self) -> TypedLine:
        return self.query_one(TypedLine)

    def open(
        self, purpose: str, label: str, text: str = "", hint: str = "", *, marked: bool = False
    ) -> None:
        """Ask for a line for a `purpose`.

        Where `text` is `marked`, what is typed takes its place.
        """
        self.purpose = purpose
        self.query_one(Label).update(f" {label} ")
        line = self.line
        line.placeholder = hint
        self.add_class("-open")
        line.value = text
        line.selection = Selection(0 if marked else len(text), len(text))
        self.screen.set_focus(line)

    def close(self) -> None:
        """Put the line away."""
        self.purpose = ""
        self.remove_class("-open")
