"""The parts of the screen: the document, lines of pieces, and one line to type in.

Each is drawn line by line, so that long texts open at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

from lintwords.reports.cells import cells, visible
from lintwords.tui.finding import State
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
    UNICODE,
    WARNING,
    Line,
    Signs,
)
from lintwords.tui.page import Layout, Mark, Page, Row
from lintwords.tui.session import Session
from lintwords.tui.speaking import say
from lintwords.values import dataclass

_EMPTY = Session({}, (), {})


class DocumentView(ScrollView, inherit_bindings=False):
    """One page, wrapped to the width; the current finding stays in sight."""

    COMPONENT_CLASSES = {
        "document--plain", "document--margin", "document--here", "document--current",
        "document--decided", "document--ignored", "document--hit", "document--hit-here",
        "document--error", "document--warning", "document--suggestion",
    }  # fmt: skip

    @dataclass
    class Clicked(Message):
        """A marked stretch was clicked, once or twice."""

        item: int
        clicks: int

    def __init__(self, signs: Signs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._page = Page()
        self._layout = Layout(self._page, 1)
        self._session = _EMPTY
        self._hits: Sequence[tuple[int, int]] = ()
        self._hit = -1

    def show(self, page: Page, session: Session) -> None:
        """Show a page, and mark it as `session` says."""
        if page is not self._page:
            self._page = page
            self._lay_out()
        self._session = session
        self.refresh()

    def find(self, hits: Sequence[tuple[int, int]], hit: int = -1) -> None:
        """Mark what a search found, and go to one of it."""
        self._hits, self._hit = hits, hit
        if hit >= 0:
            self.reveal(*hits[hit])
        self.refresh()

    @property
    def page(self) -> Page:
        return self._page

    @property
    def margin(self) -> int:
        """Columns of marks and line numbers."""
        return 5 + max(4, len(self._page.last_label))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - self.margin
        self._layout = Layout(self._page, width)
        self.virtual_size = Size(1, len(self._layout))

    def on_resize(self) -> None:
        self._lay_out()
        self.reveal_current()

    def reveal_current(self) -> None:
        """Scroll back to the current finding."""
        marks = self._page.of(self._session.current)
        if marks:
            self.reveal(marks[0].start, marks[-1].end)
        elif item := self._session.item:
            self.reveal(item.start, item.start)

    def reveal(self, start: int, end: int) -> None:
        """Bring a stretch of the page into sight, with lines before and after where they fit."""
        height = self.scrollable_content_region.height
        first, last = self._layout.row_at(start), self._layout.row_at(max(end - 1, start))
        top = self.scroll_offset.y
        around = min(3, max((height - 1) // 3, 0))
        if first - around < top or last + around >= top + height:
            above = min(max((height - (last - first + 1)) // 3, 0), first)
            self.scroll_to(y=first - above, animate=False, force=True)

    def turn(self, by: int) -> None:
        """Scroll a page on or back."""
        self.scroll_relative(y=by * self.scrollable_content_region.height, animate=False)

    def is_in_sight(self, item: int) -> bool:
        """Whether the first row of a finding is on the screen."""
        marks = self._page.of(item)
        if not marks:
            return False
        row = self._layout.row_at(marks[0].start) - self.scroll_offset.y
        return 0 <= row < self.scrollable_content_region.height

    # -- drawing ---------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._layout):
            return Strip.blank(width, self.rich_style)
        row = self._layout.row(number)
        segments = [*self._margin(row), *self._text(row)]
        strip = Strip(segments).adjust_cell_length(width, self.rich_style)
        return strip.apply_style(Style(bgcolor=self.rich_style.bgcolor))

    def _margin(self, row: Row) -> Iterator[Segment]:
        line = self._page.line(row.line)
        quiet = self._style("margin")
        if row.start != line.start:
            yield Segment(" " * self.margin, quiet)
            return
        marks = self._page.marks_in(line.start, max(line.end, line.start + 1))
        here, sign, style = " ", " ", quiet
        if marks:
            here, sign, style = self._signs_of(marks)
        digits = self.margin - 5
        yield Segment(here, self._style("here"))
        yield Segment(sign, style)
        yield Segment(f"{line.label:>{digits}}   ", self._style("here") if here == ">" else quiet)

    def _signs_of(self, marks: Sequence[Mark]) -> tuple[str, str, Style]:
        """The current finding's signs, else those of the weightiest open one, else the first's."""
        session = self._session
        ids = [mark.item for mark in marks]
        here = session.current in ids
        open_ids = [id for id in ids if session.decision(id).state is State.OPEN]
        if here:
            chosen = session.current
        elif open_ids:
            chosen = max(open_ids, key=lambda id: session.items[id].finding.severity)
        else:
            chosen = ids[0]
        severity = session.items[chosen].finding.severity
        decision = session.decision(chosen)
        sign = self._signs.state(decision, severity)
        style = self._style("decided" if decision.changes_text else severity.word)
        bare = Style(underline=False, underline2=False, bold=True)
        return ">" if here else " ", sign, style + bare

    def _text(self, row: Row) -> Iterator[Segment]:
        text = self._page.words(row.start, row.end)
        borders = {row.start, row.end}
        marks = self._page.marks_in(row.start, row.end)
        hits = [hit for hit in self._hits if hit[0] < row.end and row.start < hit[1]]
        for start, end, *_ in [*marks, *hits]:
            borders |= {min(max(start, row.start), row.end), min(max(end, row.start), row.end)}
        ordered = sorted(borders)
        for start, end in zip(ordered, ordered[1:], strict=False):
            words = text[start - row.start : end - row.start]
            shown = visible(words, tab=self._signs.tab)
            yield Segment(shown, self._style_at(start, marks, hits))

    def _style_at(
        self, at: int, marks: Sequence[Mark], hits: Sequence[tuple[int, int]]
    ) -> Style:
        for hit in hits:
            if hit[0] <= at < hit[1]:
                is_here = self._hit >= 0 and self._hits[self._hit] == hit
                return self._style("hit-here" if is_here else "hit")
        found = [mark.item for mark in marks if mark.start <= at < mark.end]
        if not found:
            return self._style("plain")
        if self._session.current in found:
            return self._style("current")
        decision = self._session.decision(found[-1])
        if decision.changes_text:
            return self._style("decided")
        if decision.state is State.IGNORED:
            return self._style("ignored")
        return self._style(self._session.items[found[-1]].finding.severity.word)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"document--{name}", partial=True)

    # -- mouse -----------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y if at else len(self._layout)
        if at is None or row >= len(self._layout) or at.x < self.margin:
            return
        offset = self._layout.offset_at(row, at.x - self.margin)
        marks = self._page.marks_in(offset, offset + 1)
        if marks:
            event.stop()
            self.post_message(self.Clicked(marks[-1].item, event.chain))


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
    """The action of the piece that stands in a cell of a line."""
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
