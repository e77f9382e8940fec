"""English: doubts where firms may have done what a country is blamed for.

Where trade is told of in the clause or before it, a theft or a dumping may be a company's. To name
the government then would say more than the text does, so that who it was is asked.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT, Governor

_DEEDS = ("words.done-by-firms", "words.deed-of-firms")
# nouns of what is ruled and not owned
_RULED = frozenset((
    "nouns.territory", "nouns.forces", "nouns.organ", "nouns.organ-of-abuse",
    "nouns.person", "nouns.people", "nouns.agent", "nouns.side", "nouns.leader", "nouns.crime",
    "nouns.body-international",
))
_ABUSE = "abuse"  # a reading: what it does is a wrong
_NAMED = 3  # words after "controlled" in which the firm is named
_BORDERS = "SW:="  # letters that open another clause


def is_done_by_firms(asked: MentionContext) -> bool:
    """Whether firms or anybody did it, whom a nationality is blamed for.

    "Exports fall because China cheats", "the Chinese stole it", "Chinese theft ruined the firm".

    What anybody does, and a nationality is blamed for, is no doing of its government.
    """
    if _is_laid_on_a_people(asked):
        return True
    if not _may_be_of_firms(asked):
        return False
    if asked.stands_before("words.trade-talk"):
        return True
    spots = (*range(asked.slot.token), *_after(asked))
    return asked.holds(spots, "words.trade-talk")


def _is_laid_on_a_people(asked: MentionContext) -> bool:
    blamed = asked.acts or asked.slot.kind == "agent"
    return blamed and asked.slot.name == "group" and asked.governs("words.done-by-anybody")


def _may_be_of_firms(asked: MentionContext) -> bool:
    """Whether the deed is one of firms as well as of states."""
    kind, governors = asked.slot.kind, asked.slot.governors
    if asked.owns:
        return any(
            asked.has(governor.at, "words.deed-of-firms")
            or asked.holds(range(asked.end, governor.at), "words.of-firms")
            for governor in governors
        )
    if asked.governs("words.done-by-firms"):
        return True
    blamed = kind in SUBJECT and any("adjectives.blame" in one.object for one in governors)
    return (blamed or kind in ("object", "prep")) and asked.holds(_after(asked), *_DEEDS)


def is_about_markets(asked: MentionContext) -> bool:
    """Whether a market is what it is about, with no decision.

    "has got control of our steel industry".
    """
    if not asked.acts:
        return False
    governors = asked.slot.governors
    if asked.governs("words.decides-on-trade"):
        return False
    return any(
        asked.has(at, "words.market-thing") and asked.tags[at] in "NJ"
        for governor in governors for at in _object_of(asked, governor)
    )


def is_a_firms(asked: MentionContext) -> bool:
    """Whether a firm is owned, which is told by its books: "a Chinese-controlled shipping firm".

    So it is of all that may be owned; land, troops and bodies of a state are no property.
    """
    if asked.slot.kind == "agent":  # "a firm controlled by China"
        return any(
            asked.holds(range(max(governor.at - _NAMED, 0), governor.at), "words.a-firm")
            for governor in asked.governors("words.controls")
        )
    if asked.slot.kind != "compound" or asked.governor is None:
        return False
    at = asked.governor.at
    named = range(at + 1, at + 1 + _NAMED)
    if not asked.has(at, "words.holds-a-firm"):
        return False
    if asked.holds(named, "words.a-firm"):
        return True
    return asked.has(at, "words.controls") and asked.slot.reading != _ABUSE and (
        not _is_ruled(asked, at + 1)
    )


def _is_ruled(asked: MentionContext, at: int) -> bool:
    """Whether land, troops or a body is named at `at`, or a part of it: "part of the region"."""
    phrase = noun_phrase(asked.read, at, coordinated=False)
    if asked.holds(phrase.heads, "words.much-of") and asked.read.has(phrase.end, "function.of"):
        return _is_ruled(asked, asked.read.skip(phrase.end + 1))
    return any(
        asked.has(head, "words.terrain") or not _RULED.isdisjoint(asked.tokens[head].word.nominal)
        for head in phrase.heads
    )


def is_a_venture(asked: MentionContext) -> bool:
    """Whether a people is at work on a site.

    "The Chinese are partnered with a builder on the dam".
    """
    if asked.slot.name != "group" or not asked.acts:
        return False
    return asked.governs("words.takes-part-in") and asked.holds(asked.after, "words.a-site")


def is_beside_goods(asked: MentionContext) -> bool:
    """Whether goods, no government's, are joined to it and read alike.

    "Chinese goods and Chinese threats".
    """
    if not asked.owns:
        return False
    return any(
        at != asked.slot.token and asked.tokens[at].name == asked.slot.name
        and _are_joined(asked, *sorted((at, asked.slot.token)))
        and asked.holds(asked.heads_at(asked.read.skip(at + 1, "'")), "words.owned-by-firms")
        for at in asked.everywhere
    )


def _are_joined(asked: MentionContext, first: int, second: int) -> bool:
    """Whether nothing but nouns, their adjectives and a conjunction stands between two words."""
    between = asked.tags[first + 1 : second]
    return between[-1:] == ["C"] and set(between) <= set("NJGC'")


def is_a_market_result(asked: MentionContext) -> bool:
    """Whether its firms bring it about.

    "China's overproduction", "Chinese hegemony over the market".
    """
    if not asked.owns:
        return False
    phrase = noun_phrase(asked.read, asked.end, coordinated=False)
    if asked.holds(phrase.heads, "words.market-result"):
        return True
    about = asked.heads_at(asked.read.skip(phrase.end + 1))
    return asked.read.tag(phrase.end) == "P" and asked.holds(phrase.heads, "words.hold-on") and (
        asked.holds(about, "words.market-thing", "words.traded", "words.owned-by-firms")
    )


def is_won_by_trade(asked: MentionContext) -> bool:
    """Whether firms and goods are meant: "a Chinese economic invasion", "those Chinese tariffs"."""
    if not asked.owns:
        return False
    phrase = noun_phrase(asked.read, asked.end, coordinated=False)
    heads = phrase.heads
    if not heads:
        return False
    spots = range(asked.end, heads[0])
    traded = asked.holds(spots, "words.of-firms", "words.of-trade")
    if traded and asked.has(heads[0], "words.seized-by-trade"):
        return True
    pointed = asked.read.has(asked.slot.token - 1, "function.demonstrative")
    return asked.has(heads[0], "words.duty-on-goods") and pointed and (
        not asked.has(phrase.end, "words.falls-on")
    )


def _object_of(asked: MentionContext, governor: Governor) -> range:
    """The phrase after a verb, with what prepositions add to it."""
    start = asked.read.skip(governor.end, 'RP"')
    end = noun_phrase(asked.read, start).end
    while asked.read.tag(end) == "P" and (more := noun_phrase(asked.read, end + 1)).heads:
        end = more.end
    return range(start, end)


def _after(asked: MentionContext) -> range:
    """The words after the mention in its clause."""
    for at in asked.after:
        if asked.tags[at] in _BORDERS or asked.tags[at] == "," and asked.read.tag(at + 1) == "C":
            return range(asked.end, at)
    return asked.after
