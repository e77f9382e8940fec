"""English: doubts where something outlasts every government: a land's forces, standing, leaders.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Governor

_LONG_AGO = 50  # years; the text itself may be as old as its library
_ON_WAY = 3  # words between a verb and which way it goes


def is_of_old(asked: MentionContext) -> bool:
    """Whether it owns a lasting wish, or a place among nations.

    "China's long-standing desire", "China's role in the international community".
    """
    if not asked.owns or asked.governor is None:
        return False
    at = asked.governor.at
    if asked.has(at, "words.longed-for"):
        return asked.holds(range(asked.end, at), "words.of-old")
    return asked.has(at, "words.stands-as") and asked.has(at + 1, "words.among-nations")


def is_long_ago(asked: MentionContext) -> bool:
    """Whether it was in the days of another state, maybe: "Eighty years ago China declared war"."""
    return asked.stands("words.long-ago") or asked.stands("words.ago") and any(
        asked.has(at, "words.ago") and asked.tokens[at - 2].low.isdigit()
        and int(asked.tokens[at - 2].low) >= _LONG_AGO and asked.has(at - 1, "words.years")
        for at in range(2, len(asked.tokens))
    )


def is_striven_for(asked: MentionContext) -> bool:
    """Whether all the country strives for it.

    "China has thrown all its efforts into a brighter future".
    """
    if not asked.acts or not asked.stands("words.striven-for"):
        return False
    spots = asked.after
    return asked.holds(spots, "words.striven-for")


def is_armed(asked: MentionContext) -> bool:
    """Whether it has or lacks weapons, as a country.

    "China had no nuclear weapons", "allow China to have one".
    """
    have = asked.end + 1
    if asked.slot.kind == "object" and asked.read.tag(asked.end) == "T":
        heads = asked.heads_at(asked.read.skip(have + 1))
        return asked.read.has(have, "function.have") and asked.holds(heads, "words.arsenal")
    return asked.acts and any(
        asked.takes(governor, "words.arsenal") for governor in asked.governors("function.have")
    )


def is_dropping_bombs(asked: MentionContext) -> bool:
    """Whether its air force did it: "China dropped a bomb on the village"."""
    return asked.acts and any(
        asked.takes(governor, "words.bombs") for governor in asked.governors("words.drops")
    )


def is_choosing_a_leader(asked: MentionContext) -> bool:
    """Whether voters or a party did it, and no government.

    "China has chosen a new prime minister".
    """
    return asked.acts and any(
        asked.takes(governor, "words.leads-a-country")
        for governor in asked.governors("words.finds-a-leader")
    )


def is_moving_troops(asked: MentionContext) -> bool:
    """Whether its troops move: "if China did move south", "China's withdrawal from the valley"."""
    if asked.owns:
        head = noun_phrase(asked.read, asked.end, coordinated=False)
        moved = asked.holds(head.heads, "words.troops-moved")
        follows = asked.read.tag(head.end)
        return moved and (follows != "P" or _is_on_the_ground(asked, head.end))
    return asked.acts and any(
        _goes_somewhere(asked, governor) for governor in asked.governors("words.moves-troops")
    )


def _goes_somewhere(asked: MentionContext, governor: Governor) -> bool:
    spots = range(governor.at + 1, governor.at + 1 + _ON_WAY)
    if any(asked.has(spot, "words.which-way") and asked.tags[spot] in "RPJN" for spot in spots):
        return asked.read.tag(governor.end) not in ("D", "Z")  # not "move the border north"
    return any(_is_on_the_ground(asked, spot) for spot in {governor.end, governor.end - 1})


def _is_on_the_ground(asked: MentionContext, at: int) -> bool:
    """Whether a preposition at `at` tells a place where troops stand: "from the valley"."""
    if not asked.read.has(at, "words.from-where") and not asked.has(at, "words.from-where"):
        return False
    heads = asked.heads_at(at + 1)
    return any(
        asked.has(head, "words.terrain") or asked.has(head, "names.country") for head in heads
    )


def is_liable(asked: MentionContext) -> bool:
    """Whether it answers for an act in law, as a state does.

    "what follows from China's responsibility for those acts".
    """
    if not asked.stands("words.responsible", "words.bears-it"):
        return False
    return asked.stands("words.legal-consequence") and (
        asked.owns and asked.governs("words.responsible")
        or asked.acts and asked.governs("words.bears-it")
    )
