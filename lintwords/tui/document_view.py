"""The document on the screen: one page, wrapped to the width, with its marks.

It is drawn line by line, so that long texts open at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lintwords.reports.cells import visible
from lintwords.tui.finding import State
from lintwords.tui.lines import (
    UNICODE,
    Signs,
)
from lintwords.tui.page import Layout, Mark, Page, Row
from lintwords.tui.session import EMPTY, Session
from lintwords.values import dataclass


class DocumentView(ScrollView, inherit_bindings=False):
    """One page, wrapped to the width; the current finding stays in sight."""

    COMPONENT_CLASSES = {
        "document--plain", "document--margin", "document--here", "document--current",
        "document--decided", "document--ignored", "document--hit", "document--hit-here",
        "document--error", "document--warning", "document--suggestion",
    }

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
        self._session = EMPTY
        self._hits: Sequence[tuple[int, int]] = ()
        self._hit = -1
        self.drawn_at: float | None = None  # when the first row was, by the clock of events

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
        if self._hit >= 0:  # as the line that was searched for closes
            self.reveal(*self._hits[self._hit])
        else:
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

    # -- drawing ---------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        if self.drawn_at is None:
            self.drawn_at = events.Event().time
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._layout):
            return Strip.blank(width, self.rich_style)
        row = self._layout.row(number)
        segments = [*self._margin(row, is_top=y == 0), *self._text(row)]
        strip = Strip(segments).adjust_cell_length(width, self.rich_style)
        return strip.apply_style(Style(bgcolor=self.rich_style.bgcolor))

    def _margin(self, row: Row, *, is_top: bool) -> Iterator[Segment]:
        """The signs of a line stand at its first row, or at the first of it that is in sight."""
        line = self._page.line(row.line)
        quiet = self._style("margin")
        if row.start != line.start and not is_top:
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
