"""French: where the sentence itself counts the mention among countries: no government stands there.

"La Chine est le seul pays à", "tous les pays, dont la Chine", "la Chine et les autres pays". What
words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr import statehood
from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.phrases import noun_phrase

_COPULAS = frozenset(("verbs.copula", "function.be"))
_ROW = "DNOZK,C("  # letters of words between states that are named in a row


def is_one_by_kind(mention: MentionContext) -> bool:
    """Whether it is said to be a land of a kind.

    "La Chine reste la dictature qui", "est le seul pays".
    """
    if not mention.acts:
        return False
    for governor in mention.slot.governors:
        is_copula = not _COPULAS.isdisjoint(governor.classes) or mention.has(
            governor.at, "words.stays-or-becomes"
        )
        phrase = noun_phrase(mention.read, mention.read.skip(governor.end), coordinated=False)
        if is_copula and mention.holds(phrase.heads, "words.a-land"):
            return True
    return False


def is_picked_out(mention: MentionContext) -> bool:
    """Whether it is picked out from other states.

    "Tous les pays, dont la Chine, ont", "plusieurs États, par exemple la Chine".
    """
    at = mention.start - 1
    if not (mention.read.has(at, "function.relative-of") or mention.has(at, "words.picks-out")
            or mention.has(at - 1, "words.picks-out")):
        return False
    return any(mention.has(spot, "words.lands") for spot in range(at))


def is_in_a_row_of_lands(mention: MentionContext) -> bool:
    """Whether it stands in a row whose end is called countries.

    "La Russie, la Chine et les autres pays qui".
    """
    at = mention.end
    joined = False
    while at < len(mention.tokens) and mention.tags[at] in _ROW:
        joined = joined or mention.tags[at] == "C"
        if joined and mention.has(at, "words.lands") and not statehood.is_state(mention, at):
            return mention.tags[at - 1] == "O" or mention.read.has(at - 1, "function.others")
        at += 1
    return False


def is_asked_to_play_a_part(mention: MentionContext) -> bool:
    """Whether it is asked to play a part among states.

    "exhorté la Chine à jouer un rôle constructif".
    """
    at = mention.read.skip(mention.end)
    played = mention.read.skip(at + 1)
    if mention.slot.kind != "object" or mention.read.tag(at) != "P" \
            or mention.read.tag(played) != "B":
        return False
    heads = noun_phrase(mention.read, played + 1, coordinated=False).heads
    return mention.has(played, "words.plays") and mention.holds(heads, "words.a-part")
