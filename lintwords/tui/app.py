"""The review on a screen: themes, the palette, and what needs the terminal itself."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import App

from lintwords.tui import keys, themes
from lintwords.tui.desk import Desk
from lintwords.tui.project import Review
from lintwords.tui.screens.review import ReviewScreen
from lintwords.tui.signs import UNICODE, Signs
from lintwords.tui.words import say

LOOK = 2.0  # seconds between two looks at the files


@dataclass(frozen=True, slots=True)
class Looks:
    """How the screen looks, and which keys it has."""

    signs: Signs = UNICODE
    theme: str = themes.DARK.name
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
        return themes.defaults(self.current_theme)

    def on_mount(self) -> None:
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
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
        if not text.has_file:
            return say("no-editor-stdin")
        if not editor:
            return say("no-editor")
        with self.suspend():
            subprocess.run([*shlex.split(editor), f"+{item.finding.at.line}", text.name])
        return self.desk.look() or say("edited-outside", file=text.name)
