"""French: tags, noun phrases, predicates, slots; wordings and what speaks against them.

In comes a sentence of French; out goes what `lintwords.grammar.Grammar` asks of a language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintwords.grammar.fr.phrases import noun_phrase
from lintwords.grammar.fr.slots import slots as slots_of
from lintwords.grammar.fr.tags import tagged as tagged_of
from lintwords.grammar.model import Governor, Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.text.sentences import Sentence

if TYPE_CHECKING:  # only a finding needs wordings
    from lintwords.grammar.fr.doubts import Doubts
    from lintwords.grammar.fr.rewrite import Rewriter

__all__ = [
    "doubts_about", "heads_from", "links_of", "rewriter_for", "slots_of", "tagged_of",
]


def heads_from(read: Tagged, at: int) -> list[int]:
    """The heads of the noun phrase that begins at `at`, adverbs passed over."""
    return noun_phrase(read, read.skip(at)).heads


def links_of(sentence: Sentence) -> None:
    """French does not tell which words hang together: its lines are plain phrases."""
    del sentence


def rewriter_for(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> Rewriter:
    """What puts wordings in place of the mention."""
    from lintwords.grammar.fr.rewrite import Rewriter

    return Rewriter(sentence, slot, governor, style)


def doubts_about(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> Doubts:
    """What speaks against wordings of the mention."""
    from lintwords.grammar.fr.doubts import Doubts

    return Doubts(sentence, slot, governor, style)
