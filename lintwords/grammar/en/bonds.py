"""English: doubts where a state is bound by law, works with others, or bears a name of its own.

What a treaty lays on a state outlasts every government. What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.model import Governor

_DUTY = 7  # words after a verb in which the duty is named that is kept or broken


def is_bound(mention: MentionContext) -> bool:
    """Whether it keeps or breaks what a treaty asks of a state.

    "China violates its obligations under the convention", "rights to which it is committed".
    """
    if not mention.acts or not mention.stands("words.legal-duty"):
        return False
    return any(
        _keeps_or_breaks(mention, governor) and _is_of_a_treaty(mention, governor.end)
        for governor in mention.slot.governors
    )


def _keeps_or_breaks(mention: MentionContext, governor: Governor) -> bool:
    """Whether a verb has a duty as its object."""
    duty = range(governor.end, min(governor.end + _DUTY, len(mention.tokens)))
    return mention.has(governor.at, "words.keeps-or-breaks") \
        and mention.holds(duty, "words.legal-duty")


def _is_of_a_treaty(mention: MentionContext, start: int) -> bool:
    """Whether it is told where the duty comes from: "under the charter", "it is committed to"."""
    spots = range(start, len(mention.tokens))
    return mention.holds(spots, "words.treaty", "words.bound-to")


def is_its_duty(mention: MentionContext) -> bool:
    """Whether the duty itself is what it has, and a law of states is named.

    "China's obligations under international law".
    """
    if not mention.owns or mention.governor is None:
        return False
    duty = mention.governor
    spots = range(duty.end, min(duty.end + _DUTY, len(mention.tokens)))
    return mention.has(duty.at, "words.legal-duty") and mention.read.tag(duty.end) == "P" and (
        mention.holds(spots, "words.treaty", "words.law-of-states")
    )


def is_working_with(mention: MentionContext) -> bool:
    """Whether states work together on a treaty: "China agreed to cooperate in its approval"."""
    together = mention.acts and mention.holds(mention.after, "words.works-with")
    return together and mention.stands("words.treaty")


def is_done_by_an_army(mention: MentionContext) -> bool:
    """Whether an army did it, whose state the name tells: "a Chinese invasion"."""
    if mention.slot.kind != "adjective":
        return False
    heads = mention.heads_at(mention.end)
    spots = range(mention.end, heads[0] + 1) if heads else ()  # "military intervention"
    return mention.holds(spots, "words.act-of-an-army")


def is_beside_its_namesake(mention: MentionContext) -> bool:
    """Whether another state of its name stands near, from which it is told: "The Republic of …"."""
    return mention.stands("words.namesake") or mention.stands_before("words.namesake")
