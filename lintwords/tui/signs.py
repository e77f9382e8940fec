"""The few signs a review draws, with their ASCII forms."""

from __future__ import annotations

from dataclasses import dataclass

from lintwords.model import Severity
from lintwords.tui.decision import Decision, State

LETTERS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.SUGGESTION: "S"}


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs, and whether the text itself carries brackets round the found words."""

    accepted: str = "✓"
    ignored: str = "·"
    skipped: str = "›"
    lost: str = "✗"
    more: str = "…"
    marked: str = "▸"
    between: str = " · "
    tab: str = "→"
    newline: str = "↵ "
    across: str = "─"
    down: str = "│"
    paragraph: str = "¶"
    brackets: bool = False
    ascii: bool = False

    def state(self, decision: Decision, severity: Severity) -> str:
        """One sign for the margin and the list: the state, or the letter of an open finding."""
        return {
            State.ACCEPTED: self.accepted,
            State.EDITED: self.accepted,
            State.COVERED: self.accepted,
            State.IGNORED: self.ignored,
            State.SKIPPED: self.skipped,
            State.LOST: self.lost,
        }.get(decision.state, LETTERS[severity])


UNICODE = Signs()
ASCII = Signs(
    "x", ".", "~", "!", "...", ">", " ; ", " ", " / ", "-", "|", "P", brackets=True, ascii=True
)
