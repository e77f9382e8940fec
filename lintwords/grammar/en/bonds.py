"""English: doubts where a state is bound by law, works with others, or bears a name of its own.

What a treaty lays on a state outlasts every government. What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.model import Governor

_DUTY = 7  # words after a verb in which the duty is named that is kept or broken


def is_bound(asked: MentionContext) -> bool:
    """Whether it keeps or breaks what a treaty asks of a state.

    "China violates its obligations under the convention", "rights to which it is committed".
    """
    if not asked.acts or not asked.stands("words.legal-duty"):
        return False
    return any(
        _keeps_or_breaks(asked, governor) and _is_of_a_treaty(asked, governor.end)
        for governor in asked.slot.governors
    )


def _keeps_or_breaks(asked: MentionContext, governor: Governor) -> bool:
    """Whether a verb has a duty as its object."""
    duty = range(governor.end, min(governor.end + _DUTY, len(asked.tokens)))
    return asked.has(governor.at, "words.keeps-or-breaks") and asked.holds(duty, "words.legal-duty")


def _is_of_a_treaty(asked: MentionContext, start: int) -> bool:
    """Whether it is told where the duty comes from: "under the charter", "it is committed to"."""
    spots = range(start, len(asked.tokens))
    return asked.holds(spots, "words.treaty", "words.bound-to")


def is_working_with(asked: MentionContext) -> bool:
    """Whether states work together on a treaty: "China agreed to cooperate in its approval"."""
    together = asked.acts and asked.holds(asked.after, "words.works-with")
    return together and asked.stands("words.treaty")


def is_done_by_an_army(asked: MentionContext) -> bool:
    """Whether an army did it, whose state the name tells: "a Chinese invasion"."""
    if asked.slot.kind != "adjective":
        return False
    heads = asked.heads_at(asked.end)
    return asked.holds(heads, "words.act-of-an-army")


def is_beside_its_namesake(asked: MentionContext) -> bool:
    """Whether another state of its name stands near, from which it is told: "The Republic of …"."""
    return asked.stands("words.namesake") or asked.stands_before("words.namesake")
