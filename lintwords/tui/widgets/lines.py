"""A scrolling widget for lines of styled pieces; a click on a piece does its action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

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

ROLES = (PLAIN, BOLD, DIM, KEY, HEAD, ERROR, WARNING, SUGGESTION, ADDED, REMOVED, CHOSEN)


class Lines(ScrollView, inherit_bindings=False):
    """Shows lines as they are; nothing is wrapped here."""

    COMPONENT_CLASSES = {f"lines--{role}" for role in ROLES}

    @dataclass
    class Chosen(Message):
        """A piece with an action was clicked, once or twice."""

        action: str
        clicks: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Line] = ()

    def show(self, rows: Sequence[Line], at: int | None = None) -> None:
        """Show `rows`, with row `at` in sight."""
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
    """The action of the piece that stands in a cell of a line."""
    for piece in row:
        cell -= cells(piece.text)
        if cell < 0:
            return piece.action
    return ""
