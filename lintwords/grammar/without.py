"""No grammar: for a language of which lines and labels are found, and nothing is said of who acts.

A pack in such a language needs no Python; its rules are phrases. No mention has a slot, so no rule
of mentions speaks and no fix is made.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.model import Governor, Rewrite, Slot, Style, Wording
from lintwords.grammar.tagged import Tagged, tagged
from lintwords.text.sentences import Sentence


def slots_of(sentence: Sentence) -> list[Slot]:
    """No mention is read."""
    return []


def tagged_of(sentence: Sentence) -> Tagged:
    """The sentence with the letter of a word that is not known at each token."""
    return tagged(sentence, lambda tokens: ["?"] * len(tokens))


def heads_from(read: Tagged, at: int) -> list[int]:
    """No phrase is known."""
    return []


def links_of(sentence: Sentence) -> None:
    """It is not told which words hang together."""


def rewriter_for(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> _Nothing:
    """What writes nothing."""
    return _Nothing()


def doubts_about(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> _Nothing:
    """What has nothing to doubt."""
    return _Nothing()


class _Nothing:
    """Neither wordings nor doubts."""

    def rewrites(
        self, wordings: Sequence[Wording], bodies: Sequence[Wording], phrases: Sequence[str] = ()
    ) -> list[Rewrite]:
        """Nothing can be written without a slot."""
        return []

    def about(self, rewrite: Rewrite) -> str:
        """Nothing speaks against what is not written."""
        return ""

    @property
    def asks(self) -> str:
        """Nothing is known of a sentence."""
        return ""

    def is_unfit(self, rewrite: Rewrite) -> bool:
        """Nothing is offered."""
        return True

    def leaves_a_pronoun(self, rewrite: Rewrite) -> bool:
        """Nothing is offered."""
        return False
