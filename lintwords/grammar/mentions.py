"""Which tokens are mentions, and the clause and the kind of sentence that one stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from lintwords.grammar.model import Slot
from lintwords.text.sentences import Sentence, Token

_MENTIONS = frozenset(("country", "adjective", "group", "capital", "formal", "cold-war"))
_LONG = 4  # letters of a word whose capital tells
_NEARLY_ALL = 0.6


class Finds(Protocol):
    def find(self, at: int) -> Slot:
        """The slot of the mention at token `at`."""


F = TypeVar("F", bound=Finds)


def slots(sentence: Sentence, finder_of: Callable[[Sentence], Finds]) -> list[Slot]:
    """A slot for each mention of `sentence`, in order; found once."""
    found: list[Slot] | None = sentence.notes.get("slots")
    if found is None:
        at = [i for i, token in enumerate(sentence.tokens) if token.name in _MENTIONS]
        finder = finder_of(sentence) if at else None
        found = sentence.notes["slots"] = [finder.find(i) for i in at] if finder else []
    return found


def finder_of(sentence: Sentence, make: Callable[[Sequence[Token]], F]) -> F:
    """The finder of a sentence, made once."""
    found: F | None = sentence.notes.get("finder")
    if found is None:
        found = sentence.notes["finder"] = make(sentence.tokens)
    return found


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether nearly all longer words have a capital."""
    capital = [
        token.text[0].isupper() for token in tokens
        if len(token.low) >= _LONG and token.text[0].isalpha()
    ]  # fmt: skip
    return sum(capital) >= _NEARLY_ALL * max(len(capital), 1)


def borders_of(tags: Sequence[str]) -> list[int]:
    """Where a clause ends: semicolons, colons, spaced dashes, the end."""
    return [at for at, tag in enumerate(tags) if tag in ":=."]


def clause_around(at: int, borders: Sequence[int], count: int) -> tuple[int, int]:
    """The clause around a token, which is itself no border."""
    nth = bisect_left(borders, at)
    start = borders[nth - 1] + 1 if nth else 0
    return start, borders[nth] if nth < len(borders) else count
