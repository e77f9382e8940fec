"""The review as an application: its themes, its keys, and what needs the terminal itself."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from textual.app import App
from textual.theme import Theme

from lintwords import interface
from lintwords.api import readers
from lintwords.tui import keys
from lintwords.tui.desk import Desk
from lintwords.tui.lines import UNICODE, Signs
from lintwords.tui.review import Review
from lintwords.tui.screen import ReviewScreen
from lintwords.tui.speaking import say
from lintwords.values import dataclass

LOOK = 2.0  # seconds between two looks at the files

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
)  # fmt: skip
LIGHT = Theme(
    name="lintwords-light", dark=False,
    primary="#0b5c7d", secondary="#4b3a8f", accent="#4b3a8f",
    foreground="#1d2127", background="#fbfaf6", surface="#fbfaf6", panel="#eceae2",
    error="#a4161a", warning="#7a4b00", success="#19602a",
    variables={**_LIGHT, "border": "#5f6670", "input-selection-background": "#b9d7e6"},
)  # fmt: skip
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
                 if command.keys}  # fmt: skip
        self.key_names = {
            **first, "choose": "1-9",
            "move": f"{first.get('next', '')}/{first.get('previous', '')}",
            "file": f"{first.get('next_file', '')}/{first.get('previous_file', '')}",
        }  # fmt: skip
        self.animation_level = "none"
        self.main = ReviewScreen()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return colours_in(self.current_theme)

    def on_mount(self) -> None:
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = self._looks.theme
        self.set_class(self.signs.ascii, "-ascii")
        self.push_screen(self.main)
        self.set_interval(LOOK, self.look_at_files)

    def on_app_focus(self) -> None:
        self.look_at_files()

    # -- the review ---------------------------------------------------------------------------

    @property
    def review(self) -> Review:
        return self.desk.review

    def leave(self, *, discard: bool = False) -> None:
        """End the review; what is kept stays for next time, unless it is thrown away."""
        if discard:
            self.desk.forget()
        self.exit(discard)

    def look_at_files(self) -> None:
        """Check files again that somebody else has changed."""
        if said := self.desk.look():
            self.main.tell(said)

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
            with self.suspend():
                subprocess.run([command, *program[1:], f"+{item.finding.at.line}", text.name])
        except OSError as trouble:
            return say("editor-failed", program=program[0], why=interface.system(trouble))
        return self.desk.look() or say("edited-outside", file=text.name)


# -- is the terminal dark or light? asked before the screen starts; silence means dark ---------

PATIENCE = 0.2  # seconds
_COLOUR = re.compile(rb"\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
# every terminal answers the second question, so that nobody waits for the first in vain
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_LAST = re.compile(rb"\x1b\[\?[0-9;]*c")


def theme_for(wanted: str) -> str:
    """The name of the theme: as wanted, or as the terminal's background asks."""
    if wanted == "auto":
        wanted = "light" if is_light(_answer()) else "dark"
    return {"dark": DARK.name, "light": LIGHT.name}.get(wanted, wanted)


def is_light(answer: bytes) -> bool:
    """Whether an answer to the question for the background names a light colour."""
    found = _COLOUR.search(answer)
    if found is None:
        shown = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        return shown in ("7", "15")
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


def _answer() -> bytes:
    """What the terminal says about its background; empty where it cannot be asked."""
    try:
        import select
        import termios
        import tty
    except ImportError:  # no such terminal on this system
        return b""
    handle = sys.__stdin__.fileno() if sys.__stdin__ else -1
    try:
        before = termios.tcgetattr(handle)
    except (termios.error, OSError):
        return b""
    answer = b""
    try:
        tty.setcbreak(handle)
        os.write(sys.stdout.fileno(), _QUESTION)
        end = time.monotonic() + PATIENCE
        while not _LAST.search(answer) and (left := end - time.monotonic()) > 0:
            if not select.select([handle], [], [], left)[0]:
                break
            answer += os.read(handle, 256)
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
    return answer
