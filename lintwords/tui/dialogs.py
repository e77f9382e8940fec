"""Boxes over the review: questions, pages to read, and all commands by name.

What a dialog gives back is its type; Esc gives None and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from lintwords import interface
from lintwords.reports.cells import cells, wrap
from lintwords.tui.lines import (
    BLANK,
    CHOSEN,
    DIM,
    KEY,
    PLAIN,
    Line,
    Styled,
    line,
    paragraph,
    spread,
    width_of,
)
from lintwords.tui.speaking import say
from lintwords.tui.widgets import Lines, TypedLine

if TYPE_CHECKING:
    from lintwords.tui.app import ReviewApp

T = TypeVar("T")


class Dialog(ModalScreen[T], Generic[T]):
    """Shows lines and waits for one of its keys; Esc gives None and decides nothing."""

    _is_over = False
    is_ready = False  # for keys
    is_wide = False
    then: Callable[[Any], None] | None = None  # what goes on with the answer
    title_text = ""

    def rows(self, width: int) -> Sequence[Line]:
        raise NotImplementedError

    def ends(self, width: int) -> Sequence[Line]:
        """The keys, which stay in sight however many lines there are."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Do what a key does; False if it does nothing here."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = self.title_text
            yield from self.parts()

    def parts(self) -> ComposeResult:
        """What stands in the box: the lines, and the keys below them."""
        yield Lines(id="text", more="more-lines")
        yield Lines(id="ends")

    def on_mount(self) -> None:
        self.query_one("#ends", Lines).can_focus = False
        self.set_class(self.is_wide, "-wide")
        self.set_class(self.app.has_class("-ascii"), "-ascii")
        self.draw()
        self.is_ready = True
        # keys that came meanwhile
        self.app.call_later(cast("ReviewApp", self.app).hear)

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        box = self.query_one("#box")
        most = self.app.size.width - 4
        width = min(96 if self.is_wide else 68, max(most, 20)) - 1  # for the scrollbar
        rows, ends = list(self.rows(width)), list(self.ends(width))
        text, keys = self.query_one("#text", Lines), self.query_one("#ends", Lines)
        room = self.app.size.height - 2 - self.extra - len(ends)
        text.styles.height = min(len(rows), max(room, 1))
        text.show(rows)
        keys.styles.height = len(ends)
        keys.show(ends)
        box.refresh()

    extra = 0  # rows of the box that are no lines

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        key = event.action.removeprefix("key:")
        if key == "escape":
            self.done(None)
        elif not self.press(key):
            self._scroll(key)

    def done(self, answer: T | None) -> None:
        """Give the answer, once, and go on with it before the next key."""
        if not self._is_over:
            self._is_over = True
            self.dismiss()
            if self.then is not None:
                self.then(answer)

    def hear(self, event: events.Key | events.Paste) -> None:
        """Do what a key does; no run goes on behind a letter that does nothing, or ends this."""
        if isinstance(event, events.Paste) or self.is_for_line(event.key):
            self.type(event)
            return
        if event.key == "escape":
            self.done(None)
            return
        is_letter = event.is_printable and event.character
        key = event.character if is_letter and event.character else event.key
        app = cast("ReviewApp", self.app)
        if self.is_answer(key) and app.wants_own_key(event):
            return
        is_done = self.press(key) or self._scroll(event.key)
        if not is_done or (self._is_over and is_letter):
            app.hear_no_run(event)

    def is_answer(self, _key: str) -> bool:
        """Whether a key answers a question, so that what comes of it is more than going back."""
        return False

    def is_for_line(self, _key: str) -> bool:
        """Whether a key belongs to a line that is being typed in."""
        return False

    def type(self, event: events.Key | events.Paste) -> None:
        """Give a key to the line, where there is one."""

    def _scroll(self, key: str) -> bool:
        """Scroll; False if a key does not."""
        text = self.query_one("#text", Lines)
        moves = {
            "up": text.scroll_up, "down": text.scroll_down, "home": text.scroll_home,
            "end": text.scroll_end, "k": text.scroll_up, "j": text.scroll_down,
        }
        if key in moves:
            moves[key](animate=False)
        elif key in ("pageup", "pagedown", "pgdn", "space"):
            text.turn(-1 if key == "pageup" else 1)
        else:
            return False
        return True


class Ask(Dialog[str]):
    """Lines, then the answers: `(key, what it does)`. Gives the key, None for Esc."""

    def __init__(
        self, title: str, body: Sequence[str] | Callable[[int], Sequence[Line]],
        answers: Sequence[tuple[str, str]], *, is_wide: bool = False,
    ) -> None:
        """`body` is sentences, or what makes lines for a width."""
        super().__init__()
        self.title_text, self._body, self._answers = title, body, answers
        self.is_wide = is_wide

    def rows(self, width: int) -> Sequence[Line]:
        if callable(self._body):
            return self._body(width)
        rows: list[Line] = []
        for text in self._body:
            rows += [line(text)] if cells(text) <= width else paragraph(text, width)
        return rows

    def ends(self, width: int) -> Sequence[Line]:
        rows: list[Line] = [BLANK] if self._body else []
        for key, text in self._answers:
            shown = interface.say("Esc") if key == "escape" else key
            action, lead = f"key:{key}", " " * (cells(shown) + 2)
            first, *more = wrap(text, max(width - len(lead), 8)) or [""]
            rows.append(line(Styled(shown, KEY, action), Styled(f"  {first}", "plain", action)))
            rows += [line(Styled(f"{lead}{part}", "plain", action)) for part in more]
        return rows

    def press(self, key: str) -> bool:
        if key == "escape":
            self.done(None)
        elif self.is_answer(key):
            self.done(key)
        return self.is_answer(key)

    def is_answer(self, key: str) -> bool:
        return any(key == answer for answer, _ in self._answers)


class Reader(Dialog[str]):
    """Shows a page; Esc and q go back, and `more` keys close it with themselves as the answer."""

    is_wide = True

    def __init__(
        self, title: str, page: Callable[[int], Sequence[Line]],
        more: Sequence[tuple[str, str]] = (), back: str = "q",
    ) -> None:
        super().__init__()
        self.title_text = title
        self._page, self._told, self._back = page, more, back
        self._more = "".join(key for key, _ in more)

    def rows(self, width: int) -> Sequence[Line]:
        return self._page(width)

    def ends(self, _width: int) -> Sequence[Line]:
        first = ("Esc", self._back[:1]) if self._back else ("Esc",)
        pairs = [*((key, text) for key, text in self._told), ("/".join(first), say("back")),
                 ("PgDn", say("key-more"))]
        row: list[Styled] = []
        for key, text in pairs:
            action = f"key:{'escape' if key.startswith('Esc') else key.lower()}"
            row += [Styled(_named(key), KEY, action), Styled(f"  {text}      ", PLAIN, action)]
        return [BLANK, tuple(row)]

    def press(self, key: str) -> bool:
        if self.is_answer(key):
            self.done(key)
        elif key in self._back:
            self.done(None)
        return self.is_answer(key) or key in self._back

    def is_answer(self, key: str) -> bool:
        return key in self._more


class Choice(NamedTuple):
    """One row of the palette."""

    name: str  # what comes back
    text: str
    keys: str = ""


class Palette(Dialog[str]):
    """Gives the name of the chosen row."""

    extra = 1  # the line

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.title_text = say("palette-title")
        self._all = choices
        self._at = 0

    def parts(self) -> ComposeResult:
        yield TypedLine(id="reason", placeholder=say("palette-hint"))
        yield from super().parts()

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(TypedLine).focus()

    @property
    def _found(self) -> list[Choice]:
        words = self.query_one(TypedLine).value.casefold().split()
        return [
            choice for choice in self._all
            if all(word in choice.text.casefold() for word in words)
        ]

    def rows(self, width: int) -> Sequence[Line]:
        rows = []
        for number, choice in enumerate(self._found):
            is_here = number == self._at
            role, action = (CHOSEN if is_here else PLAIN), f"key:{choice.name}"
            left = Styled(f"{'>' if is_here else ' '} {choice.text}", role, action)
            rows.append(spread((left,), (Styled(choice.keys, DIM, action),), width))
        return rows or [line(Styled(say("palette-none"), DIM))]

    def ends(self, _width: int) -> Sequence[Line]:
        return [line(
            Styled(interface.say("Enter"), KEY), Styled(f"  {say('palette-do')}      "),
            Styled(interface.say("Up Down"), KEY), Styled(f"  {say('palette-choose')}      "),
            Styled(interface.say("Esc"), KEY, "key:escape"),
            Styled(f"  {say('back')}", PLAIN, "key:escape"),
        )]

    def press(self, key: str) -> bool:
        """Move the mark, or take the row that was clicked."""
        if key in ("up", "down", "tab", "shift+tab"):
            by = -1 if key in ("up", "shift+tab") else 1
            self._at = (self._at + by) % max(len(self._found), 1)
            self.draw()
            self.query_one("#text", Lines).reveal(self._at)
        elif any(choice.name == key for choice in self._all):
            self.done(key)
        return True

    def is_for_line(self, key: str) -> bool:
        return key not in ("escape", "up", "down", "tab", "shift+tab")

    def type(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key) and event.key == "enter":
            if found := self._found:
                self.done(found[min(self._at, len(found) - 1)].name)
        elif self.query_one(TypedLine).take(event):
            self._at = 0
            self.draw()


def hints(keys: Sequence[tuple[str, str, str]], width: int) -> list[Line]:
    """Keys, as people read them and as they are pressed, with what they do, in as many rows as it
    takes.
    """
    rows: list[Line] = []
    row: list[Styled] = []
    for name, key, text in keys:
        action = f"key:{key}"
        shown = interface.say(name) if name[1:] else name
        entry = [Styled(shown, KEY, action), Styled(f" {say(text)}   ", PLAIN, action)]
        if row and width_of((*row, *entry)) > width:
            rows.append(tuple(row))
            row = []
        row += entry
    return [*rows, tuple(row)]


def _named(key: str) -> str:
    """A key, or two of them, as people read them: "Esc/q"."""
    return "/".join(interface.say(part) if part[1:] else part for part in key.split("/"))
