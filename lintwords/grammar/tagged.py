"""A sentence with one letter a token: what every language asks of such a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lintwords.text.sentences import Token

REACH = 30  # tokens a predicate may stand away from its subject
ORGANS = frozenset(("nouns.organ", "nouns.leader"))
_SERIES = 8  # tokens between verbs of one series


@dataclass(slots=True)
class VerbGroup:
    """Auxiliaries and main verb."""

    start: int
    main: int
    end: int
    passive: bool = False
    negated: bool = False
    copula: bool = False
    modal: frozenset[str] = frozenset()  # classes of the modal: "must", "devoir"


class Tagged:
    """The tokens of one sentence and their letters."""

    def __init__(self, tokens: Sequence[Token], tags: Sequence[str]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.count = len(tokens)

    def tag(self, at: int) -> str:
        return self.tags[at] if 0 <= at < self.count else ""

    def has(self, at: int, cls: str) -> bool:
        return 0 <= at < self.count and cls in self.tokens[at].classes

    def skip(self, at: int, letters: str = 'R!"') -> int:
        """The index of the next token that is none of `letters`."""
        while at < self.count and self.tags[at] in letters:
            at += 1
        return at

    def back(self, at: int, letters: str = 'R"') -> int:
        """The index of the nearest token before `at` that is none of `letters`; -1 if none."""
        at -= 1
        while at >= 0 and self.tags[at] in letters:
            at -= 1
        return at

    def in_series(self, at: int) -> bool:
        """Whether a further verb joined by *and* follows: "arrested, tried and jailed"."""
        for spot in range(at, min(at + _SERIES, self.count)):
            if self.tags[spot] == "C" and self.tag(self.skip(spot + 1)) in "VEBG":
                return True
            if self.tags[spot] in ".:":
                return False
        return False

    def closing(self, at: int, mark: str) -> int:
        """The index of the mark that closes a bracket or dash opened at `at`; 0 if none."""
        for spot in range(at + 1, min(at + REACH, self.count)):
            if self.tags[spot] == mark:
                return spot
        return 0
