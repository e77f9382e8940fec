"""English: tags, noun phrases, predicates, slots; wordings and what speaks against them.

In comes a sentence of English; out goes what `lintwords.grammar.Grammar` asks of a language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintwords.grammar.en.links import links as links_of
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.slots import slots as slots_of
from lintwords.grammar.en.tags import tagged as tagged_of
from lintwords.grammar.model import Governor, Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.text.sentences import Sentence

if TYPE_CHECKING:  # only a finding needs wordings
    from lintwords.grammar.en.doubts import Doubts
    from lintwords.grammar.en.rewrite import Rewriter

__all__ = [
    "doubts_about", "heads_from", "links_of", "rewriter_for", "slots_of", "tagged_of",
]


def heads_from(read: Tagged, at: int) -> list[int]:
    """The heads of the noun phrase that begins at `at`, adverbs passed over."""
    return noun_phrase(read, read.skip(at)).heads


def rewriter_for(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> Rewriter:
    """What puts wordings in place of the mention."""
    from lintwords.grammar.en.rewrite import Rewriter

    return Rewriter(sentence, slot, governor, style)


def doubts_about(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> Doubts:
    """What speaks against wordings of the mention."""
    from lintwords.grammar.en.doubts import Doubts

    return Doubts(sentence, slot, governor, style)
