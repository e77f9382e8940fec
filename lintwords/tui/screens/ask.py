"""Questions that one key answers; never the key that asked them."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.reports.cells import cells
from lintwords.tui.lines import BLANK, KEY, Line, Piece, line, paragraph
from lintwords.tui.screens.dialog import Dialog


class Ask(Dialog[str]):
    """Lines, then the answers: `(key, what it does)`. Gives the key, None for Esc."""

    def __init__(
        self, title: str, body: Sequence[str], answers: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.title_text, self._body, self._answers = title, body, answers

    def rows(self, width: int) -> Sequence[Line]:
        rows: list[Line] = []
        for text in self._body:
            rows += [line(text)] if cells(text) <= width else paragraph(text, width)
        if rows:
            rows.append(BLANK)
        for key, text in self._answers:
            shown = "Esc" if key == "escape" else key
            action = f"key:{key}"
            rows.append(line(Piece(shown, KEY, action), Piece(f"  {text}", "plain", action)))
        return rows

    def press(self, key: str) -> bool:
        keys = [answer for answer, _ in self._answers]
        if key == "escape":
            self.done(None)
        elif key in keys:
            self.done(key)
        return key in keys
