"""English: doubts where firms may have done what a country is blamed for.

Where trade is told of in the clause or before it, a theft or a dumping may be a company's. To name
the government then would say more than the text does, so that who it was is asked.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT, Governor

_DEEDS = ("words.done-by-firms", "words.deed-of-firms")
_NAMED = 3  # words after "controlled" in which the firm is named
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
    """"has got control of our steel industry": no decision, and a market in what it is about."""
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
    """"a Chinese-controlled shipping firm": who owns a firm is told by its books."""
    if asked.slot.kind != "compound" or asked.governor is None:
        return False
    named = range(asked.governor.at + 1, asked.governor.at + 1 + _NAMED)
    return asked.has(asked.governor.at, "words.holds-a-firm") and asked.holds(named, "words.a-firm")


def is_won_by_trade(asked: MentionContext) -> bool:
    """"a Chinese economic invasion", "those Chinese tariffs": firms and goods are meant."""
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
