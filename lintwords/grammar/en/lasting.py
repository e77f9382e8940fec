"""English: doubts where something outlasts every government: a land's forces, standing, leaders.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Governor

_LONG_AGO = 50  # years; the text itself may be as old as its library
_ON_WAY = 3  # words between a verb and which way it goes


def is_of_old(mention: MentionContext) -> bool:
    """Whether it owns a lasting wish, or a place among nations.

    "China's long-standing desire", "China's role in the international community".
    """
    if not mention.owns or mention.governor is None:
        return False
    at = mention.governor.at
    if mention.has(at, "words.longed-for"):
        return mention.holds(range(mention.end, at), "words.of-old")
    return mention.has(at, "words.stands-as") and mention.has(at + 1, "words.among-nations")


def is_long_ago(mention: MentionContext) -> bool:
    """Whether it was in the days of another state, maybe: "Eighty years ago China declared war"."""
    return mention.stands("words.long-ago") or (mention.stands("words.ago") and any(
        mention.has(at, "words.ago") and mention.tokens[at - 2].low.isdigit()
        and int(mention.tokens[at - 2].low) >= _LONG_AGO and mention.has(at - 1, "words.years")
        for at in range(2, len(mention.tokens))
    ))


def is_striven_for(mention: MentionContext) -> bool:
    """Whether all the country strives for it.

    "China has thrown all its efforts into a brighter future".
    """
    if not mention.acts or not mention.stands("words.striven-for"):
        return False
    spots = mention.after
    return mention.holds(spots, "words.striven-for")


def is_armed(mention: MentionContext) -> bool:
    """Whether it has or lacks weapons, as a country.

    "China had no nuclear weapons", "allow China to have one".
    """
    have = mention.end + 1
    if mention.slot.kind == "object" and mention.read.tag(mention.end) == "T":
        heads = mention.heads_at(mention.read.skip(have + 1))
        return mention.read.has(have, "function.have") and mention.holds(heads, "words.arsenal")
    return mention.acts and any(
        mention.takes(governor, "words.arsenal") for governor in mention.governors("function.have")
    )


def is_dropping_bombs(mention: MentionContext) -> bool:
    """Whether its air force did it: "China dropped a bomb on the village"."""
    return mention.acts and any(
        mention.takes(governor, "words.bombs") for governor in mention.governors("words.drops")
    )


def is_choosing_a_leader(mention: MentionContext) -> bool:
    """Whether voters or a party did it, and no government.

    "China has chosen a new prime minister".
    """
    return mention.acts and any(
        mention.takes(governor, "words.leads-a-country")
        for governor in mention.governors("words.finds-a-leader")
    )


def is_moving_troops(mention: MentionContext) -> bool:
    """Whether its troops move: "if China did move south", "China's withdrawal from the valley"."""
    if mention.owns:
        head = noun_phrase(mention.read, mention.end, coordinated=False)
        moved = mention.holds(head.heads, "words.troops-moved")
        follows = mention.read.tag(head.end)
        return moved and (follows != "P" or _is_on_the_ground(mention, head.end))
    return mention.acts and any(
        _goes_somewhere(mention, governor) for governor in mention.governors("words.moves-troops")
    )


def _goes_somewhere(mention: MentionContext, governor: Governor) -> bool:
    spots = range(governor.at + 1, governor.at + 1 + _ON_WAY)
    if any(mention.has(spot, "words.which-way") and mention.tags[spot] in "RPJN" for spot in spots):
        return mention.read.tag(governor.end) not in ("D", "Z")  # not "move the border north"
    return any(_is_on_the_ground(mention, spot) for spot in {governor.end, governor.end - 1})


def _is_on_the_ground(mention: MentionContext, at: int) -> bool:
    """Whether a preposition at `at` tells a place where troops stand: "from the valley"."""
    if not mention.read.has(at, "words.from-where") and not mention.has(at, "words.from-where"):
        return False
    heads = mention.heads_at(at + 1)
    return any(
        mention.has(head, "words.terrain") or mention.has(head, "names.country") for head in heads
    )


def is_liable(mention: MentionContext) -> bool:
    """Whether it answers for an act in law, as a state does.

    "what follows from China's responsibility for those acts".
    """
    if not mention.stands("words.responsible", "words.bears-it"):
        return False
    return mention.stands("words.legal-consequence") and (
        (mention.owns and mention.governs("words.responsible"))
        or (mention.acts and mention.governs("words.bears-it"))
    )
