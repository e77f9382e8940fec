"""French: doubts where words apart from its clause tell of a land, and of no government.

How many live there, what it is called behind the deed, a "y" or "là-bas" that points to it.
What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.phrases import whole_phrase
from lintwords.grammar.tagged import PERSONS

_COUNTED = 5  # words after "avec" in which it is told how many live there


def is_told_by_its_people(mention: MentionContext) -> bool:
    """"Avec 1,4 milliard d'habitants, la Chine emprisonne"."""
    for at, tag in enumerate(mention.tags):
        if tag != "P" or not mention.has(at, "words.along-with"):
            continue
        spots = range(at + 1, min(at + 1 + _COUNTED, len(mention.tokens)))
        apart = at == 0 or mention.tags[at - 1] == ","
        told = [spot for spot in spots if mention.has(spot, "words.inhabitants")]
        counted = mention.holds(spots, "words.in-millions")
        if apart and counted and told and mention.read.tag(told[-1] + 1) in ("", ",", "."):
            return True  # no "million d'habitants dans des camps"
    return False


def is_called_one_further_on(mention: MentionContext) -> bool:
    """"La Chine emprisonne les poètes, un pays que j'aime"."""
    if not mention.acts:
        return False
    for at in range(mention.end + 1, len(mention.tokens) - 1):
        if mention.tags[at] != "," or mention.tags[at + 1] != "D":
            continue
        if PERSONS.isdisjoint(mention.tokens[at - 1].word.nominal):
            continue
        phrase = whole_phrase(mention.read, at + 1)
        if mention.holds(phrase.heads[:1], "words.a-land") \
                and mention.read.tag(mention.read.skip(phrase.end)) not in ("V", "X", "M"):
            return True
    return False


def is_pointed_at_as_a_place(mention: MentionContext) -> bool:
    """"et j'ai vécu là-bas", "et j'y ai rencontré": no other place is named before it."""
    return mention.acts and any(
        _points_there(mention, at) and _is_no_other_place(mention, at)
        for at in range(mention.end + 1, len(mention.tokens))
    )


def _points_there(mention: MentionContext, at: int) -> bool:
    if mention.has(at, "words.over-there"):
        return True
    there = mention.read.has(at, "function.there")
    return there and not mention.read.has(at, "function.from-there") \
        and mention.read.tag(at - 1) == "O" and mention.read.has(at - 1, "words.one-of-us")


def _is_no_other_place(mention: MentionContext, at: int) -> bool:
    return all(
        mention.tags[spot] != "P" and (
            mention.tags[spot] not in "NZ"
            or not PERSONS.isdisjoint(mention.tokens[spot].word.nominal)
        ) for spot in range(mention.end, at)
    )
