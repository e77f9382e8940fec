"""The stage that commands act on: what they ask of the review screen, and nothing more of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from lintwords.tui.desk import Desk
from lintwords.tui.dialogs import Dialog
from lintwords.tui.document_view import DocumentView
from lintwords.tui.keys import Command
from lintwords.tui.lines import Signs
from lintwords.tui.page import Page, View
from lintwords.tui.review import Review
from lintwords.tui.session import Session, Turn
from lintwords.tui.widgets import Lines, Prompt
from lintwords.values import dataclass, field


@dataclass
class Search:
    """What a search found, and which of it one stands on."""

    hits: list[tuple[int, int]] = field(default_factory=list)
    hit: int = -1
    is_on: bool = False


class Stage(Protocol):
    """What commands ask of the screen: the review as it is, its parts, and ways to show things."""

    view: View
    typed: str | None  # own words that are being written
    search: Search
    part: str  # of the screen, which has the focus
    waits: bool  # for an open finding, while the files are still read

    @property
    def desk(self) -> Desk: ...
    @property
    def review(self) -> Review: ...
    @property
    def session(self) -> Session: ...
    @property
    def page(self) -> Page: ...
    @property
    def document(self) -> DocumentView: ...
    @property
    def scrolled(self) -> DocumentView | Lines: ...  # the part that scrolls
    @property
    def prompt(self) -> Prompt: ...
    @property
    def signs(self) -> Signs: ...
    @property
    def commands(self) -> Sequence[Command]: ...
    @property
    def keymap(self) -> Mapping[str, str]: ...
    @property
    def themes(self) -> Iterable[str]: ...

    def take(self, turn: Turn) -> None: ...
    def tell(self, text: str) -> None: ...
    def draw(self) -> None: ...
    def open(self, dialog: Dialog[Any], then: Callable[[Any], None] | None = None) -> None: ...
    def go_to_part(self, by: int) -> None: ...
    def focus_part(self) -> None: ...
    def close_list(self) -> bool: ...
    def wear(self, theme: str) -> None: ...
    def look_at_files(self) -> None: ...
    def open_editor(self) -> str: ...
    def quit(self, *, discard: bool = False) -> None: ...
