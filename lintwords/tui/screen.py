"""The review screen: document, detail and list, a status line and a key bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from lintwords.errors import LintwordsError
from lintwords.tui import commands, deciding, foot, keys, moves
from lintwords.tui.desk import Desk
from lintwords.tui.detail import Room, detail
from lintwords.tui.dialogs import Dialog
from lintwords.tui.document_view import DocumentView
from lintwords.tui.frame import Frame, frame
from lintwords.tui.lines import Signs
from lintwords.tui.overview import greeting, listing, top
from lintwords.tui.page import Page, View
from lintwords.tui.pager import Pages
from lintwords.tui.review import Review
from lintwords.tui.session import Session, Turn
from lintwords.tui.speaking import say
from lintwords.tui.stage import Search
from lintwords.tui.widgets import Lines, Prompt

if TYPE_CHECKING:
    from lintwords.tui.app import ReviewApp


LOOK = 0.1  # seconds between two looks at what has been found
LIST = 76  # columns where it opens over the document
SAID, TALL = 2, 20  # rows of what is said, in windows of at least so many

UNKNOWN = "^"  # what stands for Esc where Textual gives a sequence that it does not know as letters

_PARTS = ("document", "detail", "list")
_OPENING = ("edit", "note", "ignore", "filter", "search", "commands", "editor")  # to type in
_STILL = ("close", "page_up", "page_down", "back", "up", "down")  # may do nothing


class ReviewScreen(Screen[None]):
    """Draws the review that the app holds, and sends keys and clicks to `commands`."""

    def __init__(self) -> None:
        super().__init__()
        self.view = View.MARKS
        self.said = ""
        self.typed: str | None = None  # own words that are being written
        self.search = Search()
        self.part = "document"
        self.waits = False  # for an open finding, while the files are still read
        self._frame = Frame(False, False, False, False, 0, 0)
        self._pages = Pages()
        self.is_ready = True  # for keys, which the app hands over once it is in sight

    @property
    def review_app(self) -> ReviewApp:
        return cast("ReviewApp", self.app)

    # -- the stage of the commands ------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        return self.review_app.desk

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def session(self) -> Session:
        return self.review.session

    @property
    def signs(self) -> Signs:
        return self.review_app.signs

    @property
    def commands(self) -> Sequence[keys.Command]:
        return self.review_app.commands

    @property
    def keymap(self) -> Mapping[str, str]:
        return self.review_app.keymap

    @property
    def themes(self) -> Iterable[str]:
        return self.app.available_themes

    def wear(self, theme: str) -> None:
        """Change the theme."""
        self.app.theme = theme

    def open(self, dialog: Dialog[Any], then: Callable[[Any], None] | None = None) -> None:
        """Open a dialog over the review, and go on with what it gives."""
        dialog.then = then
        self.app.push_screen(dialog)

    def look_at_files(self) -> None:
        """Check files again that somebody else has changed."""
        self.review_app.look_at_files()

    def open_editor(self) -> str:
        """Open the file in the person's editor; says what came of it."""
        return self.review_app.open_editor()

    def quit(self, *, discard: bool = False) -> None:
        """End the review."""
        self.review_app.leave(discard=discard)

    def compose(self) -> ComposeResult:
        yield Lines(id="top")
        with Container(id="body"):
            yield DocumentView(self.signs, id="document")
            yield Lines(id="detail", more="more-detail")
            yield Lines(id="list", more="more-rows")
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
        if self.desk.incoming is not None:
            self._look = self.set_interval(LOOK, self._take_in)
        self.call_after_refresh(self.review_app.seen)

    def _take_in(self) -> None:
        """Show what has been found since; not below a dialog, or while somebody types."""
        if self.app.screen is not self or self.prompt.is_open:
            return
        before = self.desk.so_far, self.review
        try:
            is_over = self.desk.take_in()
        except LintwordsError as error:
            self.desk.stopped_by = error
            self.quit()
            return
        if is_over:
            self._look.stop()
            self.said = greeting(self.review, say("read-all", n=len(self.session.alive)))
        if self.waits and (onward := moves.onward(self.session)):
            self.waits = False
            self.take(Turn(onward))
        elif self.waits and self.desk.incoming is None:
            deciding.act(self, Turn(self.session, self.said, is_done=True))
        elif before[0] != self.desk.so_far or before[1] is not self.review:
            self.draw()

    # -- parts ------------------------------------------------------------------------------

    @property
    def document(self) -> DocumentView:
        return self.query_one("#document", DocumentView)

    @property
    def scrolled(self) -> DocumentView | Lines:
        """The part that PgUp and PgDn scroll."""
        return self.lines(self.part) if self.part != "document" else self.document

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
        rows.styles.height = now.detail_rows + (now.has_top and not now.beside) or "100%"
        rows.styles.width = now.side or "100%"
        body.set_class(now.has_list, "-stacked")
        if now.has_list:
            body.styles.grid_columns = f"1fr {now.side}"
            body.styles.grid_rows = f"{now.detail_rows} 1fr"
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
        review, signs = self.review, self.signs
        width = self.app.size.width
        self._fit_list()
        for name in ("detail", "list"):
            self.lines(name).set_class(self.part == name, "-heavy")
        view = "" if self.view is View.MARKS else say(f"top-{self.view.value}")
        told = "   ".join(filter(None, (self.desk.so_far, view)))
        self.lines("top").show([top(review, width, signs, told)])
        self.document.show(self.page, review.session)
        self.document.find(self.search.hits if self.search.is_on else (), self.search.hit)
        if not self.search.is_on:
            self.document.reveal_current()
        room = self._room()
        self.lines("detail").show(detail(review, room, signs, self.typed), 0)
        if self.lines("list").display:
            over = min(LIST, width * 92 // 100)  # as in the stylesheet
            columns = self._frame.side if self._frame.has_list else over
            height = self.lines("list").scrollable_content_region.height
            rows, at = listing(review, columns - 2, signs, height)
            self.lines("list").show(rows, at)
        self._draw_foot(width)

    def _room(self) -> Room:
        now = self._frame
        if now.beside:
            return Room(now.side - 2, self.lines("detail").size.height, now.depth, True)
        return Room(self.app.size.width, now.detail_rows, now.depth)

    def _draw_foot(self, width: int) -> None:
        """What was said, in as many rows as it takes, and the keys."""
        status, names = self.lines("status"), self.review_app.key_names
        can_undo = bool(self.review.session.past) and not self.prompt.is_open
        most = SAID if self.app.size.height >= TALL else 1
        rows = foot.said(self.said, width, most, names["undo"] if can_undo else "", self.signs)
        if len(rows) != len(status.texts):
            status.styles.height = len(rows)
            self.call_after_refresh(self.draw)  # the document has other rows then
        status.show(rows)
        typing = self.prompt.purpose
        self.lines("bar").show([
            keys.typing_bar(typing) if typing
            else keys.bar(width, foot.bar_words(self.review.session), names)
        ])

    @property
    def page(self) -> Page:
        """The page of the current file, or of the first that could be read."""
        session = self.review.session
        documents = [text.document for text in self.review.texts]
        file = session.item.file if session.item else next(
            (number for number, one in enumerate(documents) if one), -1
        )
        document = documents[file] if file >= 0 else None
        return self._pages.page(document, file, session, self.view, self.signs)

    # -- what a person does -----------------------------------------------------------------

    def take(self, turn: Turn) -> None:
        """Show what an action gave, and keep it."""
        self.said = turn.said or say("untouched")
        desk = self.desk
        desk.take(turn.session)
        self.said, desk.trouble = desk.trouble or self.said, ""
        self.draw()

    def tell(self, text: str) -> None:
        """Say one sentence."""
        self.said = text
        self.draw()

    def tell_more(self, text: str) -> None:
        """Say one sentence more, once."""
        if text not in self.said:
            self.tell(f"{text} {self.said}")

    def hear(self, event: events.Key | events.Paste) -> None:
        """Do what a key does here, or write it into the open line."""
        if self.prompt.is_open:
            self._type(event)
        elif isinstance(event, events.Paste):
            self.tell(say("paste-nothing"))
        elif event.character == UNKNOWN:
            self.press(UNKNOWN)
            self.review_app.hear_no_run(event)
        else:
            key = event.character if event.is_printable and event.character else event.key
            self._do_key(event, "space" if key == " " else key)

    def _do_key(self, event: events.Key, key: str) -> None:
        """Do what a key does; no run goes on behind one that does nothing, or opens no line."""
        name, before = self.keymap.get(key, key), self._state
        if name == "write" and self.review_app.wants_own_key(event):
            return
        self.press(key)
        is_vain = name in _OPENING and not self.prompt.is_open and self.app.screen is self
        if is_vain or (name not in _STILL and self._state == before):
            self.review_app.hear_no_run(event)

    @property
    def _state(self) -> tuple[object, ...]:
        """What tells whether a key did something."""
        search = self.search
        return (self.prompt.purpose, self.app.screen, self.session, self.view, self.part,
                search.is_on, search.hit)

    def _type(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key) and event.key in ("enter", "escape"):
            _, *before = self._state
            self._end_line(event.key)
            if event.key == "enter" and [*self._state[1:]] == before:
                self.review_app.hear_no_run(event)
        elif self.prompt.line.take(event):
            commands.typed(self, self.prompt.purpose, self.prompt.line.value)
        elif isinstance(event, events.Key):
            self.tell(say("not-a-key-in-line", key=keys.shown(event.key)))

    def _end_line(self, key: str) -> None:
        """Take what is typed, or put the line away."""
        if key == "enter":
            commands.taken(self, self.prompt.purpose, self.prompt.line.value)
        else:
            commands.closed(self)

    def press(self, key: str) -> None:
        """Do what a key does here, or say that it does nothing."""
        if (incoming := self.desk.incoming) is not None:
            incoming.hush()
            self.call_after_refresh(incoming.go_on)
        commands.press(self, key)

    def do(self, name: str) -> None:
        commands.do(self, name)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        kind, _, value = event.action.partition(":")
        session = self.review.session
        if self.prompt.is_open and kind != "typing":
            self.tell(say("line-first"))
        elif kind == "do":
            commands.do(self, value)
        elif kind == "typing" and self.prompt.is_open:
            self._end_line(value)
        elif kind == "key":
            self.press(value)
        elif kind == "mark" and event.clicks > 1:
            self.press(str(int(value) + 1))
        elif kind == "mark":
            self.take(moves.mark(session, int(value)))
        elif kind == "go":
            self.take(Turn(moves.go(session, int(value))))
        elif kind == "file":
            commands.go_to_file(self, int(value))

    def on_document_view_clicked(self, event: DocumentView.Clicked) -> None:
        event.stop()
        if self.prompt.is_open:
            self.tell(say("line-first"))
        else:
            self.take(Turn(moves.go(self.review.session, event.item)))
