"""What every command of the review screen has at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lintwords.tui.desk import Desk
from lintwords.tui.state import Session, Turn

if TYPE_CHECKING:
    from lintwords.tui.screens.review import ReviewScreen


class Doing:
    """Commands are methods called `do_…`, as in `keys.COMMANDS`."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen

    @property
    def _session(self) -> Session:
        return self._screen.review.session

    @property
    def _desk(self) -> Desk:
        return self._screen.review_app.desk

    def _act(self, turn: Turn) -> None:
        """Show what an action gave; after the last open finding comes the summary."""
        self._screen.take(turn)
        if turn.is_done:
            self._finish()

    def do(self, name: str) -> None:
        """Do a command by name."""
        action: Callable[[], None] = getattr(self, f"do_{name}")
        action()

    def _finish(self) -> None:
        raise NotImplementedError
