"""Any language: what the tests of a wording are asked of, one mention in its sentence.

A language adds where its mention ends (`end`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lintwords.grammar.model import SUBJECT, Governor, Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.text.sentences import Sentence

Rows = Sequence[frozenset[str]]


class _Standing:
    """What each token of a sentence is known as, and where the tokens of a class stand."""

    __slots__ = ("_places", "anywhere", "rows")

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.anywhere = frozenset[str]().union(*rows)
        self._places: dict[str, list[int]] = {}

    def places(self, cls: str) -> list[int]:
        """Where the tokens of a class stand, in order; looked for once."""
        if cls not in self.anywhere:  # as most that are asked for
            return []
        if cls not in self._places:
            self._places[cls] = [at for at, row in enumerate(self.rows) if cls in row]
        return self._places[cls]


class BaseMentionContext:
    """One mention and its sentence, as a test of a wording looks at them."""

    end: int  # the token after the mention

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style,
        read: Tagged, rows: Callable[[Sentence], Rows],
    ) -> None:
        """`rows` gives what each token of the sentence is known as; asked once a sentence."""
        self.sentence, self.slot, self.governor, self.style = sentence, slot, governor, style
        self.read, self.tokens, self.tags = read, read.tokens, read.tags
        self.notes: dict[str, Any] = {}  # what was found out about the mention, by name
        self._standing = once(sentence.notes, "standing", _stand, sentence, rows)

    @property
    def acts(self) -> bool:
        """Whether the mention is the subject of an active or a passive."""
        return self.slot.kind in SUBJECT

    @property
    def owns(self) -> bool:
        return self.slot.kind in ("possessive", "adjective")

    @property
    def everywhere(self) -> range:
        return range(len(self.tokens))

    @property
    def after(self) -> range:
        return range(self.end, len(self.tokens))

    def has(self, at: int, cls: str) -> bool:
        """Whether the token at `at` or an entry that begins there is of a class."""
        rows = self._standing.rows
        return 0 <= at < len(rows) and cls in rows[at]

    def holds(self, spots: Iterable[int], *classes: str) -> bool:
        """Whether a token at one of `spots` is of one of these classes."""
        wanted = self._standing.anywhere.intersection(classes)
        if not wanted:  # as of most tests: not one of them stands in the sentence
            return False
        rows, count = self._standing.rows, len(self._standing.rows)
        return any(0 <= at < count and not wanted.isdisjoint(rows[at]) for at in spots)

    def where(self, *classes: str) -> list[int]:
        """The tokens of the sentence that are of one of these classes, in order."""
        found = [self._standing.places(cls) for cls in classes]
        return found[0] if len(found) == 1 else sorted({at for places in found for at in places})

    def where_after(self, cls: str) -> list[int]:
        """The tokens of a class that stand behind the mention, in order."""
        places = self._standing.places(cls)
        return places[bisect_left(places, self.end):]

    def governors(self, cls: str) -> list[Governor]:
        """The verbs and nouns of a class that govern the mention."""
        return [governor for governor in self.slot.governors if self.has(governor.at, cls)]

    def governs(self, *classes: str) -> bool:
        """Whether a verb or noun that governs the mention is of one of these classes."""
        return any(self.governors(cls) for cls in classes)

    def stands(self, *classes: str) -> bool:
        """Whether a token of one of these classes stands anywhere in the sentence."""
        return not self._standing.anywhere.isdisjoint(classes)


def _stand(sentence: Sentence, rows: Callable[[Sentence], Rows]) -> _Standing:
    return _Standing(rows(sentence))
