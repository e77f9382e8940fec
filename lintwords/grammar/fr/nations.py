"""French: where the sentence itself counts the mention among countries: no government stands there.

"La Chine est le seul pays à", "tous les pays, dont la Chine", "la Chine et les autres pays". What
words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr import statehood
from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.fr.phrases import noun_phrase

_COPULAS = frozenset(("verbs.copula", "function.be"))
_ROW = "DNOZK,C("  # letters of words between states that are named in a row


def is_one_by_kind(asked: MentionContext) -> bool:
    """Whether it is said to be a land of a kind.

    "La Chine reste la dictature qui", "est le seul pays".
    """
    if not asked.acts:
        return False
    for governor in asked.slot.governors:
        is_copula = not _COPULAS.isdisjoint(governor.classes) or asked.has(
            governor.at, "words.stays-or-becomes"
        )
        phrase = noun_phrase(asked.read, asked.read.skip(governor.end), coordinated=False)
        if is_copula and asked.holds(phrase.heads, "words.a-land"):
            return True
    return False


def is_picked_out(asked: MentionContext) -> bool:
    """Whether it is picked out from other states.

    "Tous les pays, dont la Chine, ont", "plusieurs États, par exemple la Chine".
    """
    at = asked.start - 1
    if not (asked.read.has(at, "function.relative-of") or asked.has(at, "words.picks-out")
            or asked.has(at - 1, "words.picks-out")):
        return False
    return any(asked.has(spot, "words.lands") for spot in range(at))


def is_in_a_row_of_lands(asked: MentionContext) -> bool:
    """Whether it stands in a row whose end is called countries.

    "La Russie, la Chine et les autres pays qui".
    """
    at = asked.end
    joined = False
    while at < len(asked.tokens) and asked.tags[at] in _ROW:
        joined = joined or asked.tags[at] == "C"
        if joined and asked.has(at, "words.lands") and not statehood.is_state(asked, at):
            return asked.tags[at - 1] == "O" or asked.read.has(at - 1, "function.others")
        at += 1
    return False


def is_asked_to_play_a_part(asked: MentionContext) -> bool:
    """Whether it is asked to play a part among states.

    "exhorté la Chine à jouer un rôle constructif".
    """
    at = asked.read.skip(asked.end)
    played = asked.read.skip(at + 1)
    if asked.slot.kind != "object" or asked.read.tag(at) != "P" or asked.read.tag(played) != "B":
        return False
    heads = noun_phrase(asked.read, played + 1, coordinated=False).heads
    return asked.has(played, "words.plays") and asked.holds(heads, "words.a-part")
