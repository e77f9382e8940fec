"""The review as an application: its themes, its keys, and what needs the terminal itself."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections import deque
from collections.abc import Mapping, Sequence

from textual import events
from textual.app import App
from textual.theme import Theme

from lintwords import interface
from lintwords.api import readers
from lintwords.tui import background, keys
from lintwords.tui.desk import Desk
from lintwords.tui.dialogs import Dialog
from lintwords.tui.lines import UNICODE, Signs
from lintwords.tui.review import Review
from lintwords.tui.screen import ReviewScreen
from lintwords.tui.speaking import say
from lintwords.values import dataclass

LOOK = 2.0  # seconds between two looks at the files
_ALT = "alt+"  # so comes Esc with a key right behind it, too, and nobody knows which was meant
RUN = 0.3  # seconds; a key that follows another so soon was pressed before that one was answered

# Two themes of our own; every text colour reaches 4.5:1 on its background.

_DARK: Mapping[str, str] = {
    "lw-error": "#ff8f86",
    "lw-warning": "#f2c14e",
    "lw-suggestion": "#7fc8e8",
    "lw-added": "#8fd694",
    "lw-removed": "#f2a7b8",
    "lw-quiet": "#a6afbb",
    "lw-head": "#c3b6f2",
    "lw-hit": "#4a4420",
}
_LIGHT: Mapping[str, str] = {
    "lw-error": "#a4161a",
    "lw-warning": "#7a4b00",
    "lw-suggestion": "#0b5c7d",
    "lw-added": "#19602a",
    "lw-removed": "#8a1c4a",
    "lw-quiet": "#565e69",
    "lw-head": "#4b3a8f",
    "lw-hit": "#f3e3a1",
}

DARK = Theme(
    name="lintwords-dark", dark=True,
    primary="#7fc8e8", secondary="#c3b6f2", accent="#c3b6f2",
    foreground="#e8e6e1", background="#15181d", surface="#15181d", panel="#22272e",
    error="#ff8f86", warning="#f2c14e", success="#8fd694",
    variables={**_DARK, "border": "#8a93a0", "input-selection-background": "#3d5a6c"},
)
LIGHT = Theme(
    name="lintwords-light", dark=False,
    primary="#0b5c7d", secondary="#4b3a8f", accent="#4b3a8f",
    foreground="#1d2127", background="#fbfaf6", surface="#fbfaf6", panel="#eceae2",
    error="#a4161a", warning="#7a4b00", success="#19602a",
    variables={**_LIGHT, "border": "#5f6670", "input-selection-background": "#b9d7e6"},
)
ANSI: Mapping[str, str] = {
    "lw-error": "ansi_red",
    "lw-warning": "ansi_yellow",
    "lw-suggestion": "ansi_cyan",
    "lw-added": "ansi_green",
    "lw-removed": "ansi_magenta",
    "lw-quiet": "ansi_default",
    "lw-head": "ansi_default",
    "lw-hit": "ansi_default",
}


def colours_in(theme: Theme) -> dict[str, str]:
    """Our colours in a theme that is not ours."""
    if theme.name.startswith("ansi-"):
        return dict(ANSI)
    return dict(_DARK if theme.dark else _LIGHT)


@dataclass(frozen=True, slots=True)
class Looks:
    """How the screen looks, and which keys it has."""

    signs: Signs = UNICODE
    theme: str = DARK.name
    keys: Sequence[keys.Command] = keys.COMMANDS
    is_typed_before: bool = False  # keys were dropped before the screen started


class ReviewApp(App[bool], inherit_bindings=False):
    """Runs one review; gives whether what was not written is thrown away."""

    CSS_PATH = "review.tcss"
    ENABLE_COMMAND_PALETTE = False  # the review has its own
    TITLE = "lintwords review"

    def __init__(self, desk: Desk, looks: Looks | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._looks = looks or Looks()
        self.signs = self._looks.signs
        self.commands = self._looks.keys
        self.keymap = {key: command.name for command in self.commands for key in command.keys}
        self.keymap.setdefault("ctrl+c", "leave")
        first = {command.name: keys.shown(command.keys[0]) for command in self.commands
                 if command.keys}
        self.key_names = {
            **first, "choose": "1-9",
            "move": f"{first.get('next', '')}/{first.get('previous', '')}",
            "file": f"{first.get('next_file', '')}/{first.get('previous_file', '')}",
        }
        self.animation_level = "none"
        self.main = ReviewScreen()
        self._typed: deque[events.Key | events.Paste] = deque()  # in the order typed
        self._seen: float | None = None  # when the review came in sight
        self._is_left = False
        self._has_dropped = self._looks.is_typed_before
        self._unheard: float | None = None  # when the last key of those that are dropped came
        self._heard: float | None = None  # when the last key came
        self.is_run = False  # the key that is heard came behind another without a pause

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return colours_in(self.current_theme)

    def on_mount(self) -> None:
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = self._looks.theme
        self.set_class(self.signs.ascii, "-ascii")
        self.push_screen(self.main)
        self.set_interval(LOOK, self._look_now_and_then)

    def on_app_focus(self) -> None:
        self._look_now_and_then()

    # -- keys: each goes to the screen on top, when what the one before it did is done -----------

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        else:
            self._typed.append(event)
            self.hear()

    def seen(self) -> None:
        """The review is in sight: keys that came since it was drawn are meant for it."""
        self._seen = self.main.document.drawn_at or events.Event().time
        if self._has_dropped:
            self._tell_dropped()
        self.hear()

    def _tell_dropped(self) -> None:
        self._has_dropped = False
        self.main.tell(say("typed-before"))

    def hear(self) -> None:
        """Give keys to the screen on top, till one is not ready for them."""
        while self._typed and self._seen is not None and not self._is_left:
            top = self.screen
            if not isinstance(top, ReviewScreen | Dialog) or not top.is_ready:
                return  # it asks for them itself
            event = self._typed.popleft()
            self.is_run = self._heard is not None and event.time - self._heard <= RUN
            self._heard = event.time
            if event.time < self._seen:
                self.hear_no_run(event)
                self._tell_dropped()
            elif self._is_unheard(event):
                pass
            elif isinstance(event, events.Key) and event.key.startswith(_ALT):
                self.hear_no_run(event)
                self.main.tell(say("alt", key=event.character or event.key.removeprefix(_ALT)))
            else:
                top.hear(event)

    def hear_no_run(self, event: events.Event) -> None:
        """Drop the keys that follow one without a pause: they were meant for what it did not do."""
        self._unheard = event.time

    def wants_own_key(self, event: events.Key) -> bool:
        """Whether a letter is not done since it came in a run, which is said.

        What writes, and what answers a question, may be a letter of words that were meant for a
        line; nor has anybody read a question that has just come up.
        """
        if not (self.is_run and event.is_printable and event.character):
            return False
        self.hear_no_run(event)
        self.main.tell(say("own-key", key=event.character))
        return True

    def _is_unheard(self, event: events.Event) -> bool:
        if self._unheard is None:
            return False
        if event.time - self._unheard > RUN:
            self._unheard = None
            return False
        self._unheard = event.time
        if say("typed-before") != self.main.said:
            self.main.tell_more(say("typed-on"))
        return True

    # -- the review ---------------------------------------------------------------------------

    @property
    def review(self) -> Review:
        return self.desk.review

    def leave(self, *, discard: bool = False) -> None:
        """End the review; what is kept stays for next time, unless it is thrown away."""
        self._is_left = True
        if discard:
            self.desk.forget()
        self.exit(discard)

    def look_at_files(self) -> None:
        """Check files again that somebody else has changed."""
        if said := self.desk.look():
            self.main.tell(said)

    def _look_now_and_then(self) -> None:
        """Look at files once the review is in sight, but not below a dialog or an open line."""
        if self._seen is None:  # a busy machine takes longer to draw it than to look again
            return
        if self.screen is self.main and not self.main.prompt.is_open:
            self.look_at_files()

    def open_editor(self) -> str:
        """Open the file at the finding's line, and check it again afterwards."""
        item = self.review.session.item
        if item is None:
            return say("no-finding")
        text = self.review.texts[item.file]
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        note = self.key_names.get("note", "")
        if not text.has_file:
            return say("no-editor-stdin")
        if text.document is None or text.document.format not in readers.TEXTS:
            return say("no-editor-format", note=note)
        try:
            program = shlex.split(editor or "")
        except ValueError:  # an open quotation mark
            program = [editor or ""]
        if not program:
            return say("no-editor", note=note)
        command = shutil.which(program[0])
        if command is None:
            return say("no-editor-program", program=program[0])
        try:
            self._seen = self.main.document.drawn_at = None
            self.main.call_after_refresh(self.seen)
            with self.suspend():
                subprocess.run([command, *program[1:], f"+{item.finding.at.line}", text.name])
                background.drop_typed()
        except OSError as trouble:
            return say("editor-failed", program=program[0], why=interface.system(trouble))
        return self.desk.look(item.file) or say("edited-outside", file=text.name)


def theme_for(wanted: str) -> tuple[str, bool]:
    """The name of the theme: as wanted, or as the terminal's background asks; silence means dark.

    And whether keys were typed before.
    """
    if wanted == "auto":
        answer, is_typed = background.ask_terminal()
        wanted = "light" if background.is_light(answer) else "dark"
    else:
        is_typed = background.drop_typed()
    return {"dark": DARK.name, "light": LIGHT.name}.get(wanted, wanted), is_typed
