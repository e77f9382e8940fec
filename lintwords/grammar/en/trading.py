"""English: doubts where firms may have done what a country is blamed for.

Where trade is told of in the clause or before it, a theft or a dumping may be a company's. To name
the government then would say more than the text does, so that who it was is asked.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.model import SUBJECT

_OWNERS = ("possessive", "adjective")
_DEEDS = ("words.done-by-firms", "words.deed-of-firms")
_BORDERS = "SW:="  # letters that open another clause


def is_done_by_firms(asked: MentionContext) -> bool:
    """"Exports fall because China cheats", "the Chinese stole it", "Chinese theft ruined the firm".

    What anybody does, and a nationality is blamed for, is no doing of its government.
    """
    if _is_laid_on_a_people(asked):
        return True
    if not _may_be_of_firms(asked):
        return False
    if asked.stands_before("words.trade-talk"):
        return True
    spots = (*range(asked.slot.token), *_after(asked))
    return any(asked.has(at, "words.trade-talk") for at in spots)


def _is_laid_on_a_people(asked: MentionContext) -> bool:
    return asked.slot.name == "group" and asked.slot.kind in (*SUBJECT, "agent") and any(
        asked.has(governor.at, "words.done-by-anybody") for governor in asked.slot.governors
    )


def _may_be_of_firms(asked: MentionContext) -> bool:
    """Whether the deed is one of firms as well as of states."""
    kind, governors = asked.slot.kind, asked.slot.governors
    if kind in _OWNERS:
        return any(
            asked.has(governor.at, "words.deed-of-firms")
            or any(asked.has(at, "words.of-firms") for at in range(asked.end, governor.at))
            for governor in governors
        )
    if any(asked.has(governor.at, "words.done-by-firms") for governor in governors):
        return True
    blamed = kind in SUBJECT and any("adjectives.blame" in one.object for one in governors)
    return (blamed or kind in ("object", "prep")) and any(
        asked.has(at, cls) for at in _after(asked) for cls in _DEEDS
    )


def _after(asked: MentionContext) -> range:
    """The words after the mention in its clause."""
    for at in range(asked.end, len(asked.tokens)):
        if asked.tags[at] in _BORDERS or asked.tags[at] == "," and asked.read.tag(at + 1) == "C":
            return range(asked.end, at)
    return range(asked.end, len(asked.tokens))
