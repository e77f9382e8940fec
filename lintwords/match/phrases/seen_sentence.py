"""A sentence as phrases see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lintwords.grammar import Links
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import NameTable, Token, name_at
from lintwords.values import dataclass

_PASSED = frozenset("\"“”„«»‘’'‚‹›*_")


Linker = Callable[[Sentence], Links | None]


@dataclass(frozen=True, slots=True)
class Line:
    """Words without joiners and quotation marks, and its names."""

    words: tuple[Token, ...]
    names: dict[int, tuple[int, str]]  # index of first word → (index after, kind)
    lows: frozenset[str] = frozenset()
    links: Callable[[], Links | None] = lambda: None  # asked when words stand in no fixed order

    def places(self, words: frozenset[str]) -> list[int]:
        """The indices of the words that are one of `words`."""
        if self.lows.isdisjoint(words):
            return []
        return [at for at, word in enumerate(self.words) if word.low in words]

    @classmethod
    def of(cls, sentence: Sentence, links: Linker | None = None) -> Line:
        words = tuple(
            word for word in sentence.words if not word.joined and word.low not in _PASSED
        )
        return cls(
            words, _names(words, sentence.names), frozenset(w.low for w in words),
            lambda: links(sentence) if links else None,
        )


def _names(words: Sequence[Token], table: NameTable) -> dict[int, tuple[int, str]]:
    found: dict[int, tuple[int, str]] = {}
    after = 0
    for at, word in enumerate(words):
        if at < after or word.form not in table.by_first:
            continue
        end, kind = name_at(words, at, table)
        if kind:
            found[at] = (end, kind)
            after = end
    return found
