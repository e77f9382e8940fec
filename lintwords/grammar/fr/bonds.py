"""French: doubts where a state is bound by law, works with others, or its market is meant.

What a treaty lays on a state outlasts every government; what a market does, none has decided. What
words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.model import Governor

_DUTY = 6  # words after a verb in which the duty is named that is kept or broken
_PLEDGE = 3  # words after "engagement de la Chine" in which it is told to what
_OPENS_CLAUSE = "VXMWS:="  # letters at which what a verb is about is over


def is_bound(mention: MentionContext) -> bool:
    """Whether law binds it as a state: "viole les obligations qui lui incombent"."""
    return mention.acts and mention.stands("words.treaty", "words.bound-to") and any(
        mention.holds(range(governor.end, governor.end + _DUTY), "words.legal-duty")
        for governor in mention.governors("words.keeps-or-breaks")
    )


def is_working_with(mention: MentionContext) -> bool:
    """Whether states work together in it: "La Chine a accepté de coopérer"."""
    return mention.acts and mention.stands("words.works-with") and mention.stands("words.treaty")


def is_taking_part(mention: MentionContext) -> bool:
    """Whether it is to take part, and pledges nothing: "l'engagement est indispensable"."""
    if not mention.owns or not mention.governs("words.takes-part"):
        return False
    after = range(mention.end, min(mention.end + _PLEDGE, len(mention.tokens)))
    return not any("verbs:base" in mention.tokens[at].word.forms for at in after)


def is_part_of_a_policy(mention: MentionContext) -> bool:
    """Whether it is of another's policy towards it: "fait partie de la politique de la Chine"."""
    return mention.owns and any(
        mention.holds(range(governor.at - 4, governor.at), "words.part-of")
        for governor in mention.governors("words.a-policy")
    )


def is_about_markets(mention: MentionContext) -> bool:
    """Whether markets are meant, and no decision: "veut des relations économiques"."""
    return mention.acts and not mention.governs("words.decides-on-trade") and any(
        mention.holds(_object_of(mention, governor), "words.market-thing")
        for governor in mention.slot.governors
    )


def flies(mention: MentionContext) -> bool:
    """Whether it did what firms and agencies do: "La Chine a lancé un satellite"."""
    return mention.acts and any(
        mention.holds(_object_of(mention, governor), "words.space-thing")
        for governor in mention.governors("words.space-act")
    )


def is_beside_its_namesake(mention: MentionContext) -> bool:
    """Whether a state of the same name stands near: "La République de …"."""
    return mention.stands("words.namesake")


def _object_of(mention: MentionContext, governor: Governor) -> range:
    """What follows a verb, up to the next clause."""
    end = next(
        (at for at in range(governor.end, len(mention.tokens))
            if mention.tags[at] in _OPENS_CLAUSE),
        len(mention.tokens),
    )
    return range(governor.end, end)
