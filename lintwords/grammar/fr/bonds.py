"""French: doubts where a state is bound by law, works with others, or its market is meant.

What a treaty lays on a state outlasts every government; what a market does, none has decided. What
words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.model import Governor

_DUTY = 6  # words after a verb in which the duty is named that is kept or broken
_PLEDGE = 3  # words after "engagement de la Chine" in which it is told to what
_OPENS_CLAUSE = "VXMWS:="  # letters at which what a verb is about is over


def is_bound(asked: MentionContext) -> bool:
    """Whether law binds it as a state: "viole les obligations qui lui incombent"."""
    return asked.acts and asked.stands("words.treaty", "words.bound-to") and any(
        asked.holds(range(governor.end, governor.end + _DUTY), "words.legal-duty")
        for governor in asked.governors("words.keeps-or-breaks")
    )


def is_working_with(asked: MentionContext) -> bool:
    """Whether states work together in it: "La Chine a accepté de coopérer"."""
    return asked.acts and asked.stands("words.works-with") and asked.stands("words.treaty")


def is_taking_part(asked: MentionContext) -> bool:
    """Whether it is to take part, and pledges nothing: "l'engagement est indispensable"."""
    if not asked.owns or not asked.governs("words.takes-part"):
        return False
    after = range(asked.end, min(asked.end + _PLEDGE, len(asked.tokens)))
    return not any("verbs:base" in asked.tokens[at].word.forms for at in after)


def is_part_of_a_policy(asked: MentionContext) -> bool:
    """Whether it is of another's policy towards it: "fait partie de la politique de la Chine"."""
    return asked.owns and any(
        asked.holds(range(governor.at - 4, governor.at), "words.part-of")
        for governor in asked.governors("words.a-policy")
    )


def is_about_markets(asked: MentionContext) -> bool:
    """Whether markets are meant, and no decision: "veut des relations économiques"."""
    return asked.acts and not asked.governs("words.decides-on-trade") and any(
        asked.holds(_object_of(asked, governor), "words.market-thing")
        for governor in asked.slot.governors
    )


def flies(asked: MentionContext) -> bool:
    """Whether it did what firms and agencies do: "La Chine a lancé un satellite"."""
    return asked.acts and any(
        asked.holds(_object_of(asked, governor), "words.space-thing")
        for governor in asked.governors("words.space-act")
    )


def is_beside_its_namesake(asked: MentionContext) -> bool:
    """Whether a state of the same name stands near: "La République de …"."""
    return asked.stands("words.namesake")


def _object_of(asked: MentionContext, governor: Governor) -> range:
    """What follows a verb, up to the next clause."""
    end = next(
        (at for at in range(governor.end, len(asked.tokens)) if asked.tags[at] in _OPENS_CLAUSE),
        len(asked.tokens),
    )
    return range(governor.end, end)
