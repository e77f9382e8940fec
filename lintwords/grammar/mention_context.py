"""Any language: what the tests of a wording are asked of, one mention in its sentence.

A language adds where its mention ends (`end`) and what a token is known as (`has`).
"""

from __future__ import annotations

from collections.abc import Iterable

from lintwords.grammar.model import SUBJECT, Governor, Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.text.sentences import Sentence


class BaseMentionContext:
    """One mention and its sentence, as a test of a wording looks at them."""

    end: int  # the token after the mention

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style, read: Tagged
    ) -> None:
        self.sentence, self.slot, self.governor, self.style = sentence, slot, governor, style
        self.read, self.tokens, self.tags = read, read.tokens, read.tags

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
        raise NotImplementedError

    def holds(self, spots: Iterable[int], *classes: str) -> bool:
        """Whether a token at one of `spots` is of one of these classes."""
        return any(self.has(at, cls) for at in spots for cls in classes)

    def governors(self, cls: str) -> list[Governor]:
        """The verbs and nouns of a class that govern the mention."""
        return [governor for governor in self.slot.governors if self.has(governor.at, cls)]

    def governs(self, *classes: str) -> bool:
        """Whether a verb or noun that governs the mention is of one of these classes."""
        return any(self.governors(cls) for cls in classes)

    def stands(self, *classes: str) -> bool:
        """Whether a token of one of these classes stands anywhere in the sentence."""
        return self.holds(self.everywhere, *classes)
