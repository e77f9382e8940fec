"""French: doubts where firms bring about what a country is blamed for, or hold what is controlled.

What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT

_NAMED = 4  # words before "contrôlé par" in which the firm is named


def is_done_by_firms(mention: MentionContext) -> bool:
    """Whether workshops do it, and no government is told: "La Chine contrefait nos brevets"."""
    return mention.slot.kind in (*SUBJECT, "agent") and mention.governs("words.done-by-firms")


def is_a_market_result(mention: MentionContext) -> bool:
    """Whether its firms bring it about.

    "la surcapacité de la Chine", "l'hégémonie de la Chine sur le commerce".
    """
    if not mention.owns:
        return False
    if mention.governs("words.market-result"):
        return True
    if not mention.governs("words.hold-on"):
        return False
    traded = any(
        mention.holds(range(governor.at + 1, mention.start), "words.of-trade")
        for governor in mention.slot.governors
    )
    about = mention.read.skip(mention.end)
    heads = noun_phrase(mention.read, mention.read.skip(about + 1), coordinated=False).heads
    return traded or (mention.read.tag(about) == "P" and mention.holds(heads, "words.market-thing"))


def is_a_firms(mention: MentionContext) -> bool:
    """Whether a firm is owned, which is told by its books.

    "une entreprise contrôlée par la Chine".
    """
    return mention.slot.kind == "agent" and any(
        mention.holds(range(max(governor.at - _NAMED, 0), governor.at), "words.a-firm")
        for governor in mention.governors("words.controls")
    )


def is_out_of_poverty(mention: MentionContext) -> bool:
    """Whether a line on poverty is about it.

    "Ayant sorti des millions de gens de la pauvreté, la Chine".
    """
    return mention.stands("words.out-of-poverty") and mention.stands("words.brings-out")
