"""English: tags, noun phrases, predicates, slots; wordings and what speaks against them.

In comes a sentence of English; out goes what `lintwords.grammar.Grammar` asks of a language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintwords.grammar.en.links import links
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.slots import slots
from lintwords.grammar.en.tags import tagged
from lintwords.grammar.links import Links
from lintwords.grammar.model import Governor, Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.text.sentences import Sentence

if TYPE_CHECKING:  # only a finding needs wordings
    from lintwords.grammar.en.doubts import Doubts
    from lintwords.grammar.en.rewrite import Rewriter


def slots_of(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of the sentence."""
    return slots(sentence)


def tagged_of(sentence: Sentence) -> Tagged:
    """The sentence with one letter a token."""
    return tagged(sentence)



def heads_from(read: Tagged, at: int) -> list[int]:
    """The heads of the noun phrase that begins at `at`, adverbs passed over."""
    return noun_phrase(read, read.skip(at)).heads


def links_of(sentence: Sentence) -> Links:
    """Which words of the sentence hang together."""
    return links(sentence)


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
