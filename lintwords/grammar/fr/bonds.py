"""French: doubts where a state is bound by law, works with others, or its market is meant.

What a treaty lays on a state outlasts every government; what a market does, none has decided. What
words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr import statehood
from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.model import SUBJECT, Governor

_DUTY = 6  # words after a verb in which the duty is named that is kept or broken
_PLEDGE = 3  # words after "engagement de la Chine" in which it is told to what
_OPENS_CLAUSE = "VXMWS:="  # letters at which what a verb is about is over


def is_bound(asked: MentionContext) -> bool:
    """"La Chine viole les obligations qui lui incombent au titre de la convention"."""
    if asked.slot.kind not in SUBJECT:
        return False
    return any(
        asked.has(governor.at, "words.keeps-or-breaks") and any(
            asked.has(at, "words.legal-duty")
            for at in range(governor.end, min(governor.end + _DUTY, len(asked.tokens)))
        )
        for governor in asked.slot.governors
    ) and (statehood.says(asked, "words.treaty") or statehood.says(asked, "words.bound-to"))


def is_working_with(asked: MentionContext) -> bool:
    """"La Chine a accepté de coopérer à l'approbation du traité": states work together."""
    return asked.slot.kind in SUBJECT and statehood.says(asked, "words.works-with") and (
        statehood.says(asked, "words.treaty")
    )


def is_taking_part(asked: MentionContext) -> bool:
    """"l'engagement de la Chine est indispensable": no pledge, which is one "à" or "de"."""
    if asked.slot.kind not in ("possessive", "adjective") or not any(
        asked.has(governor.at, "words.takes-part") for governor in asked.slot.governors
    ):
        return False
    after = range(asked.end, min(asked.end + _PLEDGE, len(asked.tokens)))
    return not any("verbs:base" in asked.tokens[at].word.forms for at in after)


def is_part_of_a_policy(asked: MentionContext) -> bool:
    """"fait partie intégrante de la politique de la Chine": of another's policy towards it."""
    return asked.slot.kind in ("possessive", "adjective") and any(
        asked.has(governor.at, "words.a-policy") and any(
            asked.has(at, "words.part-of") for at in range(max(governor.at - 4, 0), governor.at)
        )
        for governor in asked.slot.governors
    )


def is_about_markets(asked: MentionContext) -> bool:
    """"veut des relations économiques plus équilibrées": no decision, and a market in it."""
    if asked.slot.kind not in SUBJECT:
        return False
    governors = asked.slot.governors
    if any(asked.has(governor.at, "words.decides-on-trade") for governor in governors):
        return False
    return any(
        asked.has(at, "words.market-thing")
        for governor in governors for at in _object_of(asked, governor)
    )


def flies(asked: MentionContext) -> bool:
    """"La Chine a lancé un satellite": firms and agencies do so."""
    return asked.slot.kind in SUBJECT and any(
        asked.has(governor.at, "words.space-act") and any(
            asked.has(at, "words.space-thing") for at in _object_of(asked, governor)
        )
        for governor in asked.slot.governors
    )


def is_beside_its_namesake(asked: MentionContext) -> bool:
    """"La République de …" stands near: two states of one name need to be told apart."""
    return statehood.says(asked, "words.namesake")


def _object_of(asked: MentionContext, governor: Governor) -> range:
    """What follows a verb, up to the next clause."""
    end = next(
        (at for at in range(governor.end, len(asked.tokens)) if asked.tags[at] in _OPENS_CLAUSE),
        len(asked.tokens),
    )
    return range(governor.end, end)
