"""French: doubts where firms bring about what a country is blamed for, or hold what is controlled.

What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.fr.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT

_NAMED = 4  # words before "contrôlé par" in which the firm is named


def is_done_by_firms(asked: MentionContext) -> bool:
    """Whether workshops do it, and no government is told: "La Chine contrefait nos brevets"."""
    return asked.slot.kind in (*SUBJECT, "agent") and asked.governs("words.done-by-firms")


def is_a_market_result(asked: MentionContext) -> bool:
    """Whether its firms bring it about.

    "la surcapacité de la Chine", "l'hégémonie de la Chine sur le commerce".
    """
    if not asked.owns:
        return False
    if asked.governs("words.market-result"):
        return True
    if not asked.governs("words.hold-on"):
        return False
    traded = any(
        asked.holds(range(governor.at + 1, asked.start), "words.of-trade")
        for governor in asked.slot.governors
    )
    about = asked.read.skip(asked.end)
    heads = noun_phrase(asked.read, asked.read.skip(about + 1), coordinated=False).heads
    return traded or asked.read.tag(about) == "P" and asked.holds(heads, "words.market-thing")


def is_a_firms(asked: MentionContext) -> bool:
    """Whether a firm is owned, which is told by its books.

    "une entreprise contrôlée par la Chine".
    """
    return asked.slot.kind == "agent" and any(
        asked.holds(range(max(governor.at - _NAMED, 0), governor.at), "words.a-firm")
        for governor in asked.governors("words.controls")
    )


def is_out_of_poverty(asked: MentionContext) -> bool:
    """Whether a line on poverty is about it.

    "Ayant sorti des millions de gens de la pauvreté, la Chine".
    """
    return asked.stands("words.out-of-poverty") and asked.stands("words.brings-out")
