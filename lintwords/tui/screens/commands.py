"""What each key of the review screen does."""

from __future__ import annotations

from lintwords.tui import moves
from lintwords.tui.filtering import ALL, filter_of
from lintwords.tui.keys import shown
from lintwords.tui.screens.deciding import Deciding
from lintwords.tui.screens.filing import Filing
from lintwords.tui.screens.looking import Looking
from lintwords.tui.state import Turn
from lintwords.tui.words import say


class Commands(Deciding, Looking, Filing):
    """The commands by name: each `do_…` is one of `keys.COMMANDS`."""

    def press(self, key: str) -> None:
        """Do what a key does, or say that it does nothing."""
        app = self._screen.review_app
        if self._screen.is_searching and key in ("n", "N"):
            self._walk(1 if key == "n" else -1)
        elif key.isdecimal() and key != "0":
            self.accept_choice(int(key) - 1)
        elif key in ("up", "down"):
            self._up_or_down(1 if key == "down" else -1)
        elif key == "enter" and self._screen.part == "list":
            self._screen.close_list()
        elif name := app.keymap.get(key):
            self.do(name)
        else:
            self._screen.tell(say("not-a-key", key=shown(key)))

    def do_next(self) -> None:
        self._act(moves.step(self._session, 1))

    def do_previous(self) -> None:
        self._act(moves.step(self._session, -1))

    def do_next_open(self) -> None:
        self._act(moves.next_open(self._session))

    def do_next_file(self) -> None:
        self._act(moves.file(self._session, 1))

    def do_previous_file(self) -> None:
        self._act(moves.file(self._session, -1))

    def do_first(self) -> None:
        self._act(moves.end(self._session, last=False))

    def do_last(self) -> None:
        self._act(moves.end(self._session, last=True))

    def go_to_file(self, file: int) -> None:
        """Go to the first finding of a file."""
        ids = [id for id in moves.shown(self._session) if self._session.items[id].file == file]
        if ids:
            self._act(Turn(moves.go(self._session, ids[0])))
        else:
            text = self._screen.review.texts[file]
            missed = "; ".join(one.what for one in text.missed)
            self._screen.tell(
                text.cannot or missed and say("file-in-part", file=text.name, what=missed)
                or say("file-clean", file=text.name)
            )

    def do_page_up(self) -> None:
        self._screen.document.scroll_page_up(animate=False)

    def do_page_down(self) -> None:
        self._screen.document.scroll_page_down(animate=False)

    def do_back(self) -> None:
        self._screen.document.reveal_current()

    def _up_or_down(self, by: int) -> None:
        part = self._screen.part
        if part == "detail":
            self._act(moves.mark_by(self._session, by))
        elif part == "list":
            self._act(moves.step(self._session, by))
        else:
            self._screen.document.scroll_relative(y=by, animate=False)

    # -- the line to type in ----------------------------------------------------------------

    def typed(self, purpose: str, text: str) -> None:
        """The text in the line changed."""
        if purpose == "edit":
            self._screen.typed = text
            self._screen.draw()

    def taken(self, purpose: str, text: str) -> None:
        """The line was taken."""
        self.closed()
        if purpose == "edit":
            self._edited(text)
        elif purpose == "search":
            self._search(text)
        elif not text.strip():
            if self._session.filter != ALL:
                self.do_clear_filter()
        else:
            wanted = filter_of(text, moves.known_rules(self._session))
            self._act(moves.set_filter(self._session, wanted))

    def closed(self) -> None:
        """Put the line away."""
        self._screen.typed = None
        self._screen.prompt.close()
        self._screen.focus_part()
        self._screen.tell(say("untouched"))
