"""English: doubts where firms may have done what a country is blamed for.

Where trade is told of in the clause or before it, a theft or a dumping may be a company's. To name
the government then would say more than the text does, so that who it was is asked.
"""

from __future__ import annotations

from lintwords.grammar.doubting import is_laid_on_a_people
from lintwords.grammar.en.mention_context import MentionContext
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


def is_done_by_firms(mention: MentionContext) -> bool:
    """Whether firms or anybody did it, whom a nationality is blamed for.

    "Exports fall because China cheats", "the Chinese stole it", "Chinese theft ruined the firm".

    What anybody does, and a nationality is blamed for, is no doing of its government.
    """
    if is_laid_on_a_people(mention):
        return True
    if not _may_be_of_firms(mention):
        return False
    if mention.stands_before("words.trade-talk"):
        return True
    spots = (*range(mention.slot.token), *_after(mention))
    return mention.holds(spots, "words.trade-talk")


def _may_be_of_firms(mention: MentionContext) -> bool:
    """Whether the deed is one of firms as well as of states."""
    kind, governors = mention.slot.kind, mention.slot.governors
    if mention.owns:
        return any(
            mention.has(governor.at, "words.deed-of-firms")
            or mention.holds(range(mention.end, governor.at), "words.of-firms")
            for governor in governors
        )
    if mention.governs("words.done-by-firms"):
        return True
    blamed = kind in SUBJECT and any("adjectives.blame" in one.object for one in governors)
    return (blamed or kind in ("object", "prep")) and mention.holds(_after(mention), *_DEEDS)


def is_running_a_site(mention: MentionContext) -> bool:
    """Whether it runs what firms run: "is operating the port", "lets China operate oil fields"."""
    if mention.owns:
        return False
    spots = _after(mention)
    runs = next((at for at in spots if mention.has(at, "words.runs-a-site")), -1)
    return runs >= 0 and any(
        mention.has(head, "words.site-of-firms") for head in mention.heads_at(runs + 1)[:1]
    )


def is_about_markets(mention: MentionContext) -> bool:
    """Whether a market is what it is about, with no decision.

    "has got control of our steel industry".
    """
    if not mention.acts:
        return False
    governors = mention.slot.governors
    if mention.governs("words.decides-on-trade"):
        return False
    return any(
        mention.has(at, "words.market-thing") and mention.tags[at] in "NJ"
        for governor in governors for at in _object_of(mention, governor)
    )


def is_a_firms(mention: MentionContext) -> bool:
    """Whether a firm is owned, which is told by its books: "a Chinese-controlled shipping firm".

    So it is of all that may be owned; land, troops and bodies of a state are no property.
    """
    if mention.slot.kind == "agent":  # "a firm controlled by China"
        return any(
            mention.holds(range(max(governor.at - _NAMED, 0), governor.at), "words.a-firm")
            for governor in mention.governors("words.controls")
        )
    if mention.slot.kind != "compound" or mention.governor is None:
        return False
    at = mention.governor.at
    named = range(at + 1, at + 1 + _NAMED)
    if not mention.has(at, "words.holds-a-firm"):
        return False
    if mention.holds(named, "words.a-firm"):
        return True
    return mention.has(at, "words.controls") and mention.slot.reading != _ABUSE and (
        not _is_ruled(mention, at + 1)
    )


def _is_ruled(mention: MentionContext, at: int) -> bool:
    """Whether land, troops or a body is named at `at`, or a part of it: "part of the region"."""
    phrase = noun_phrase(mention.read, at, coordinated=False)
    if mention.holds(phrase.heads, "words.much-of") and mention.read.has(phrase.end, "function.of"):
        return _is_ruled(mention, mention.read.skip(phrase.end + 1))
    return any(
        mention.has(head, "words.terrain")
        or not _RULED.isdisjoint(mention.tokens[head].word.nominal)
        for head in phrase.heads
    )


def is_a_venture(mention: MentionContext) -> bool:
    """Whether a people is at work on a site.

    "The Chinese are partnered with a builder on the dam".
    """
    if mention.slot.name != "group" or not mention.acts:
        return False
    return mention.governs("words.takes-part-in") and mention.holds(mention.after, "words.a-site")


def is_beside_goods(mention: MentionContext) -> bool:
    """Whether goods, no government's, are joined to it and read alike.

    "Chinese goods and Chinese threats".
    """
    if not mention.owns:
        return False
    return any(
        at != mention.slot.token and mention.tokens[at].name == mention.slot.name
        and _are_joined(mention, *sorted((at, mention.slot.token)))
        and mention.holds(mention.heads_at(mention.read.skip(at + 1, "'")), "words.owned-by-firms")
        for at in mention.everywhere
    )


def _are_joined(mention: MentionContext, first: int, second: int) -> bool:
    """Whether nothing but nouns, their adjectives and a conjunction stands between two words."""
    between = mention.tags[first + 1 : second]
    return between[-1:] == ["C"] and set(between) <= set("NJGC'")


def is_a_market_result(mention: MentionContext) -> bool:
    """Whether its firms bring it about.

    "China's overproduction", "Chinese hegemony over the market".
    """
    if not mention.owns:
        return False
    phrase = noun_phrase(mention.read, mention.end, coordinated=False)
    if mention.holds(phrase.heads, "words.market-result"):
        return True
    about = mention.heads_at(mention.read.skip(phrase.end + 1))
    return mention.read.tag(phrase.end) == "P" and mention.holds(phrase.heads, "words.hold-on") \
        and (
        mention.holds(about, "words.market-thing", "words.traded", "words.owned-by-firms")
    )


def is_won_by_trade(mention: MentionContext) -> bool:
    """Whether firms and goods are meant: "a Chinese economic invasion", "those Chinese tariffs"."""
    if not mention.owns:
        return False
    phrase = noun_phrase(mention.read, mention.end, coordinated=False)
    heads = phrase.heads
    if not heads:
        return False
    spots = range(mention.end, heads[0])
    traded = mention.holds(spots, "words.of-firms", "words.of-trade")
    if traded and mention.has(heads[0], "words.seized-by-trade"):
        return True
    pointed = mention.read.has(mention.slot.token - 1, "function.demonstrative")
    return mention.has(heads[0], "words.duty-on-goods") and pointed and (
        not mention.has(phrase.end, "words.falls-on")
    )


def _object_of(mention: MentionContext, governor: Governor) -> range:
    """The phrase after a verb, with what prepositions add to it."""
    start = mention.read.skip(governor.end, 'RP"')
    end = noun_phrase(mention.read, start).end
    while mention.read.tag(end) == "P" and (more := noun_phrase(mention.read, end + 1)).heads:
        end = more.end
    return range(start, end)


def _after(mention: MentionContext) -> range:
    """The words after the mention in its clause."""
    for at in mention.after:
        if mention.tags[at] in _BORDERS or (mention.tags[at] == "," \
                and mention.read.tag(at + 1) == "C"):
            return range(mention.end, at)
    return mention.after
