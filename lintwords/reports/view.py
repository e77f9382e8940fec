"""How a report is to look; a face decides, a report obeys."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lintwords.model import Finding, Severity
from lintwords.reports.next_commands import Started
from lintwords.values import dataclass

MIN_WIDTH, MAX_WIDTH = 40, 120
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}


class Stretch(NamedTuple):
    """A piece of a changed sentence: text that stays, or what goes and what comes instead."""

    stays: str = ""
    old: str = ""
    new: str = ""


class Became(enum.Enum):
    """What became of a finding on which something was decided."""

    CHANGED = "changed"  # or will be, in the copy that is made
    REWRITTEN = "rewritten"  # in an editor, beside the review
    WAITS = "waits"  # words were taken, and are not written
    BY_HAND = "by hand"  # words were taken for a file that is only read
    LEFT = "left"
    KNOWN = "known"  # left be before, in the baseline
    OPEN = "open"  # with a note


class Decided(NamedTuple):
    """What a person decided on a finding: the words instead, or why they stay."""

    became: Became
    words: str = ""  # instead; else the reason to leave them be, or a note to what is open
    sentence: Sequence[Stretch] = ()  # with the words instead
    note: str = ""  # what a person says beside a change


@dataclass(frozen=True, slots=True)
class View:
    """Width in cells, signs and colours; the default is what a pipe gets."""

    width: int = 80
    ascii: bool = False
    color: bool = False
    links: bool = False
    verbose: bool = False
    limit: int = 25  # findings shown in full; 0 means all
    pages: str = ""  # address of a rule's page with {rule} in it; empty while there are none
    today: str = ""  # YYYY-MM-DD, for a report that says when it was made
    fail_on: Severity | None = Severity.ERROR  # least weight that fails a run; None for never
    started: Started = Started()
    decided: Mapping[int, Decided] | None = None  # by number of the finding; None: nobody was asked
    redact: bool = False  # no words of a document, for mailing a report on an embargoed text

    @property
    def more(self) -> str:
        """The sign for something left out."""
        return "..." if self.ascii else "…"

    @property
    def tab(self) -> str:
        return " " if self.ascii else "→"

    @property
    def between(self) -> str:
        """What stands between wordings on one line."""
        return " ; " if self.ascii else " · "

    @property
    def instead(self) -> str:
        """What stands between words and their wording."""
        return " -> " if self.ascii else " → "

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the run fail."""
        return self.fail_on is not None and finding.severity >= self.fail_on

    def paint(self, text: str, severity: Severity) -> str:
        return f"\x1b[{_COLOUR[severity]}m{text}\x1b[0m" if self.color and text else text

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.color and text else text

    def page(self, rule: str) -> str:
        """The address of a rule's page."""
        return self.pages.replace("{rule}", rule)

    def link(self, rule: str) -> str:
        """A rule's id, on a terminal a hyperlink (OSC 8) to its page."""
        page = self.page(rule) if self.links else ""
        return f"\x1b]8;;{page}\x1b\\{rule}\x1b]8;;\x1b\\" if page else rule
