"""English: whether a sentence puts a mention beside other countries, as one of them.

Where it does, no government stands in place of the name: "the Chinese government and other
countries" would make a country of it.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.beside import is_name
from lintwords.grammar.en.lists import list_end, list_start
from lintwords.grammar.en.phrases import noun_phrase

_STATES = "words.other-states"


def is_joined_to_states(asked: MentionContext) -> bool:
    """"China and its neighbours", "not only China but other countries"."""
    at = asked.slot.token
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        return False
    if asked.slot.listed:
        start, end = list_start(asked.read, at)[0], list_end(asked.read, asked.end)[0]
        if any(_are_states(asked, spot) for spot in range(start, end)):
            return True
        if _sums_up(asked, start):
            return True
    join = asked.end + (asked.read.tag(asked.end) == ",")
    if asked.read.tag(join) != "C":
        return False
    heads = noun_phrase(asked.read, join + 1, coordinated=False).heads
    return any(_are_states(asked, head) for head in heads)


def _sums_up(asked: MentionContext, start: int) -> bool:
    """"The two countries, China and Laos": what a list is of stands before it."""
    noun = start - 2
    if asked.read.tag(start - 1) not in (",", "(", "=", ":") or not _are_states(asked, noun):
        return False
    opening = noun
    while opening > 0 and asked.tags[opening - 1] in "DJ#R":
        opening -= 1
    return asked.read.tag(opening - 1) not in ("P", "V", "X")


def is_likened_to_states(asked: MentionContext) -> bool:
    """"China, unlike other countries, has": others of its kind are named beside it."""
    if not asked.stands(_STATES) or not asked.stands("words.beside-states", "function.like"):
        return False
    for at in range(len(asked.tokens)):
        if asked.has(at, "words.beside-states"):
            phrase = noun_phrase(asked.read, at + 1, coordinated=False)
            named = any(_are_states(asked, head) for head in phrase.heads)
            others = range(at + 1, phrase.end)
            if named and any(asked.has(spot, "words.among-others") for spot in others):
                return asked.slot.kind not in ("possessive", "adjective", "compound")
    return False


def is_one_of_states(asked: MentionContext) -> bool:
    """"One of those countries is China, which has threatened them"."""
    be = asked.read.back(asked.slot.token, 'R"')
    if not asked.read.has(be, "function.be"):
        return False
    spot = asked.read.back(be, "R")
    while spot >= 0 and asked.tags[spot] in "NDJ#KOP":
        if _are_states(asked, spot) or asked.has(spot, "words.a-state"):
            return True
        spot -= 1
    return False


def _are_states(asked: MentionContext, at: int) -> bool:
    """Whether a noun says what countries are, and is no name that ends so: "the United States"."""
    named = asked.has(at, "names.country") or is_name(asked, at)
    return asked.has(at, _STATES) and not named
