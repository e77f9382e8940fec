"""The review screen: document, detail and list, a status line and a key bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from lintwords.reports.cells import cut
from lintwords.tui import keys, moves
from lintwords.tui.detail import Room, detail
from lintwords.tui.frame import Frame, frame
from lintwords.tui.lines import DIM, KEY, Piece, spread
from lintwords.tui.listing import listing, top
from lintwords.tui.page import Page, View, page_of
from lintwords.tui.project import Review
from lintwords.tui.screens.commands import Commands
from lintwords.tui.screens.dialog import pass_on
from lintwords.tui.state import Turn
from lintwords.tui.summary import greeting
from lintwords.tui.widgets.document import DocumentView
from lintwords.tui.widgets.lines import Lines
from lintwords.tui.widgets.prompt import Prompt
from lintwords.tui.words import EN, say

if TYPE_CHECKING:
    from lintwords.tui.app import ReviewApp

_PARTS = ("document", "detail", "list")


class ReviewScreen(Screen[None]):
    """Draws the review that the app holds, and sends keys and clicks to `Commands`."""

    def __init__(self) -> None:
        super().__init__()
        self.view = View.MARKS
        self.said = ""
        self.typed: str | None = None  # own words that are being written
        self.hits: list[tuple[int, int]] = []
        self.hit = -1
        self.is_searching = False
        self.part = "document"
        self._frame = Frame(False, False, False, False, 0, 0)
        self._page_key: object = None
        self._page = Page("", (), ())
        self._commands = Commands(self)

    @property
    def review_app(self) -> ReviewApp:
        return cast("ReviewApp", self.app)

    @property
    def review(self) -> Review:
        return self.review_app.review

    def compose(self) -> ComposeResult:
        yield Lines(id="top")
        with Container(id="body"):
            yield Lines(id="list")
            yield DocumentView(self.review_app.signs, id="document")
            yield Lines(id="detail")
        yield Lines(id="status")
        yield Prompt(id="prompt")
        yield Lines(id="bar")
        yield Static(id="small", markup=False)

    def on_mount(self) -> None:
        self.said = greeting(self.review)
        for name in ("top", "status", "bar"):
            self.query_one(f"#{name}", Lines).can_focus = False
        self.document.focus()
        self._fit()

    # -- parts ------------------------------------------------------------------------------

    @property
    def document(self) -> DocumentView:
        return self.query_one("#document", DocumentView)

    @property
    def prompt(self) -> Prompt:
        return self.query_one("#prompt", Prompt)

    def lines(self, name: str) -> Lines:
        return self.query_one(f"#{name}", Lines)

    def go_to_part(self, by: int) -> None:
        """Go to the next part; the list opens over the document where it has no place."""
        self.part = _PARTS[(_PARTS.index(self.part) + by) % len(_PARTS)]
        self.draw()
        self.focus_part()

    def focus_part(self) -> None:
        """Give the focus to the part one is in."""
        self.set_focus(self.query_one(f"#{self.part}"))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in _PARTS and event.widget.id != self.part:
            self.part = event.widget.id
            self.draw()

    def close_list(self) -> bool:
        """Put the open list away; False if it was not open."""
        if self.part != "list" or self._frame.has_list:
            return False
        self.part = "document"
        self.focus_part()
        self.draw()
        return True

    # -- drawing ----------------------------------------------------------------------------

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Give each part the room of the frame."""
        width, height = self.app.size
        now = self._frame = frame(width, height)
        self.set_class(not now.is_whole, "-small")
        self.set_class(not now.has_top, "-bare-top")
        self.query_one("#small", Static).update(say("small", width=width, height=height))
        body = self.query_one("#body")
        body.set_class(now.beside, "-beside")
        body.set_class(not now.beside, "-below")
        rows = self.lines("detail")
        rows.set_class(not now.beside and not now.has_top, "-bare")
        rows.styles.height = "100%" if now.beside else now.detail_rows + now.has_top
        self._fit_list()
        self.draw()
        self.call_after_refresh(self.draw)

    def _fit_list(self) -> None:
        rows = self.lines("list")
        rows.display = self._frame.has_list or self.part == "list"
        rows.set_class(self._frame.has_list, "-column")
        rows.set_class(not self._frame.has_list and self.part == "list", "-over")

    def draw(self) -> None:
        """Show everything as it is now."""
        if not self.is_mounted or not self._frame.is_whole:
            return
        review, signs = self.review, self.review_app.signs
        width = self.app.size.width
        self._fit_list()
        for name in ("detail", "list"):
            self.lines(name).set_class(self.part == name, "-heavy")
        self.lines("top").show([top(review, width, signs)])
        self.document.show(self.page, review.session)
        self.document.find(self.hits if self.is_searching else (), self.hit)
        if not self.is_searching:
            self.document.reveal_current()
        room = self._room()
        self.lines("detail").show(detail(review, room, signs, self.typed), 0)
        if self.lines("list").display:
            columns = max(self.lines("list").size.width, 24) - 1
            rows, at = listing(review, columns, signs)
            self.lines("list").show(rows, at)
        self._draw_status(width)
        self.lines("bar").show([keys.bar(width, self._bar_words(), self.review_app.key_names)])

    def _room(self) -> Room:
        now = self._frame
        if now.beside:
            return Room(42, self.lines("detail").size.height, now.depth, True)
        return Room(self.app.size.width, now.detail_rows, now.depth)

    def _draw_status(self, width: int) -> None:
        signs = self.review_app.signs
        left = Piece(f" {cut(self.said, width - 2, signs.more)}")
        right: tuple[Piece, ...] = ()
        if self.review.session.past:
            right = (
                Piece(self.review_app.key_names["undo"], KEY, "do:undo"),
                Piece(f" {say('undoes')} ", DIM, "do:undo"),
            )
        row = spread((left,), right, width)
        self.lines("status").show([row])

    @staticmethod
    def _bar_words() -> dict[str, str]:
        return {name[4:]: str(text) for name, text in EN.items() if name.startswith("bar-")}

    @property
    def page(self) -> Page:
        """The page of the current file; made anew only when a decision or the view changed."""
        review, signs = self.review, self.review_app.signs
        session = review.session
        file = session.item.file if session.item else self._first_read()
        document = review.texts[file].document if file >= 0 else None
        if document is None:
            return Page("", (), ())
        current = session.current if signs.brackets else -1
        key = (session.decisions, session.written, session.items, document, self.view, current)
        if self._page_key is None or any(
            a is not b if not isinstance(a, int) else a != b
            for a, b in zip(key, cast("tuple[object, ...]", self._page_key), strict=True)
        ):
            self._page = page_of(document, session, file, self.view, signs)
            self._page_key = key
        return self._page

    def _first_read(self) -> int:
        return next(
            (file for file, text in enumerate(self.review.texts) if text.document), -1
        )

    # -- what a person does -----------------------------------------------------------------

    def take(self, turn: Turn) -> None:
        """Show what an action gave, and keep it."""
        self.said = turn.said or say("untouched")
        desk = self.review_app.desk
        desk.take(turn.session)
        self.said, desk.trouble = desk.trouble or self.said, ""
        self.draw()

    def tell(self, text: str) -> None:
        """Say one sentence."""
        self.said = text
        self.draw()

    def on_key(self, event: events.Key) -> None:
        if pass_on(self, event):
            return
        if self.prompt.is_open:
            if event.is_printable and event.character:
                event.stop()
                self.prompt.type(event.character)
            return
        event.stop()
        event.prevent_default()
        key = event.character if event.is_printable and event.character else event.key
        self.press("space" if key == " " else key)

    def press(self, key: str) -> None:
        """Do what a key does here, or say that it does nothing."""
        self._commands.press(key)

    def do(self, name: str) -> None:
        """Do a command by name."""
        self._commands.do(name)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        kind, _, value = event.action.partition(":")
        session = self.review.session
        if kind == "do":
            self._commands.do(value)
        elif kind == "key":
            self.press(value)
        elif kind == "mark" and event.clicks > 1:
            self.press(str(int(value) + 1))
        elif kind == "mark":
            self.take(moves.mark(session, int(value)))
        elif kind == "go":
            self.take(Turn(moves.go(session, int(value))))
        elif kind == "file":
            self._commands.go_to_file(int(value))

    def on_document_view_clicked(self, event: DocumentView.Clicked) -> None:
        event.stop()
        self.take(Turn(moves.go(self.review.session, event.item)))

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        self._commands.typed(event.purpose, event.text)

    def on_prompt_taken(self, event: Prompt.Taken) -> None:
        self._commands.taken(event.purpose, event.text)

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        self._commands.closed()
