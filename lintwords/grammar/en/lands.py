"""English: doubts where words apart from its clause tell of a land, and of no government.

How many live there, where it lies, what it is called behind the deed, a "there" that points to it.
What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.tagged import PERSONS

_COUNTED = 5  # words after "with" in which it is told how many live there


def is_told_by_its_people(mention: MentionContext) -> bool:
    """"With 1.4 billion people, China jails poets"."""
    return mention.stands("words.inhabitants") and any(
        mention.has(at, "words.along-with") and _counts_people(mention, at)
        for at, tag in enumerate(mention.tags) if tag == "P"
    )


def _counts_people(mention: MentionContext, at: int) -> bool:
    apart = at == 0 or mention.tags[at - 1] == ","
    spots = range(at + 1, min(at + 1 + _COUNTED, len(mention.tokens)))
    told = [spot for spot in spots if mention.has(spot, "words.inhabitants")]
    counts = [spot for spot in spots if mention.has(spot, "words.in-millions")]
    return apart and bool(told and counts) and (
        mention.read.tag(max(*told, *counts) + 1) in ("", ",", ".")  # no "million people in camps"
    )


def is_told_by_where_it_lies(mention: MentionContext) -> bool:
    """"Bordering India, China jails poets", "where it borders India"."""
    if not mention.stands("words.lies-there"):
        return False
    opens = mention.read.skip(0)
    if mention.acts and mention.has(opens, "words.lies-there") and mention.tags[opens] in "GEJV":
        return mention.read.tag(mention.slot.token - 1) == ","
    return any(
        mention.tags[at - 1] == "O" and mention.tokens[at - 1].low == "it"
        and mention.has(at, "words.lies-there") for at in range(mention.end + 1, len(mention.tags))
    )


def is_called_one_further_on(mention: MentionContext) -> bool:
    """"China jails poets, a country I love": behind a person no land is told of but its own."""
    if not mention.acts or not mention.stands("words.a-state"):
        return False
    for at in range(mention.end + 1, len(mention.tokens) - 1):
        if mention.tags[at] != "," or mention.tags[at + 1] != "D":
            continue
        named = PERSONS.isdisjoint(mention.tokens[at - 1].word.nominal)
        phrase = noun_phrase(mention.read, at + 1, coordinated=False)
        if named or not mention.holds(phrase.heads, "words.a-state") or phrase.owner >= 0:
            continue
        if mention.read.tag(mention.read.skip(phrase.end)) not in ("V", "X", "M"):
            return True
    return False


def is_likened_to_a_place(mention: MentionContext) -> bool:
    """"China jails poets and will be a prison itself"."""
    return mention.acts and any(
        _is_what_it_is(mention, at) for at in mention.where_after("words.place-of-fear")
    )


def _is_what_it_is(mention: MentionContext, at: int) -> bool:
    before = mention.read.back(at, "DJR")
    if not mention.read.has(before, "function.be") and not mention.has(before, "words.comes-to-be"):
        return False
    subject = mention.read.back(before, "RMX!")
    return subject == mention.slot.token or mention.read.tag(subject) in ("C", ",", "O", "W")


def is_pointed_at_as_a_place(mention: MentionContext) -> bool:
    """"China jails poets, and there I met one": no other place is named before it."""
    if not mention.acts or not mention.stands("words.over-there"):
        return False
    return any(
        mention.has(at, "words.over-there") and _is_no_other_place(mention, at)
        for at in range(mention.end + 1, len(mention.tokens))
    )


def _is_no_other_place(mention: MentionContext, at: int) -> bool:
    following, before = mention.read.skip(at + 1), mention.read.back(at)
    if any(mention.read.has(spot, "function.be") for spot in (following, before)) \
            or mention.read.tag(following) in ("X", "M", "V"):
        return False  # "there are no lawyers", "there stands a camp"
    between = range(mention.end, at)
    return all(
        mention.tags[spot] != "P" and (
            mention.tags[spot] not in "NZ"
            or not PERSONS.isdisjoint(mention.tokens[spot].word.nominal)
        ) for spot in between
    )
