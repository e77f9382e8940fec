"""Pages to read: all keys, the page of a rule, a diff, the summary. Nothing here decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lintwords.tui.lines import Line
from lintwords.tui.screens.dialog import Dialog


class Reader(Dialog[str]):
    """Shows a page; Esc and q go back, and `more` keys close it with themselves as the answer."""

    is_wide = True

    def __init__(
        self, title: str, page: Callable[[int], Sequence[Line]], more: str = "", back: str = "q"
    ) -> None:
        super().__init__()
        self.title_text = title
        self._page, self._more, self._back = page, more, back

    def rows(self, width: int) -> Sequence[Line]:
        return self._page(width)

    def press(self, key: str) -> bool:
        if key in self._more:
            self.done(key)
        elif key in self._back:
            self.done(None)
        return key in self._more or key in self._back
