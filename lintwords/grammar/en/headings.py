"""English: doubts about headlines: what is first in a place, and a verb that may be a noun.

Headlines leave out articles and tell who speaks behind a dash. What words mean stands in the
lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Governor, Rewrite

_ABUSE = "abuse"  # a reading: what it does is a wrong
_SPEAKERS = frozenset(("nouns.leader", "nouns.organ", "nouns.person"))
_SIGNED = 8  # words that the name and the office of who says so may take behind a dash


def is_first_of_its_kind(mention: MentionContext) -> bool:
    """Whether the first of a kind is built there, whoever built it.

    "China Opens First Night Train to Lhasa".
    """
    if not mention.acts or mention.slot.reading == _ABUSE:
        return False
    return any(_is_bare_rank(mention, governor) for governor in mention.governors("words.builds"))


def _is_bare_rank(mention: MentionContext, governor: Governor) -> bool:
    """Whether what is built is told to be the first or largest, with no article before it."""
    start = mention.read.skip(governor.end)
    phrase = noun_phrase(mention.read, start, coordinated=False)
    if mention.read.tag(start) == "D" or not phrase.heads:
        return False
    return mention.has(start, "words.rank")


def is_a_quest(mention: MentionContext) -> bool:
    """Whether it plans what an agency or an institute does.

    "China plans a survey of the trench".
    """
    return mention.acts and mention.slot.reading != _ABUSE and any(
        mention.holds(_planned(mention, governor), "words.of-science")
        for governor in mention.governors("words.plans-it")
    )


def _planned(mention: MentionContext, governor: Governor) -> range:
    start = mention.read.skip(governor.end)
    return range(start, noun_phrase(mention.read, start, coordinated=False).end)


def is_signed_behind_a_dash(mention: MentionContext) -> bool:
    """Whether who said a headline stands at its end, behind a dash.

    "China jails poets – Minister Lind".

    A name alone is that of the paper or its page.
    """
    dash = max((at for at, tag in enumerate(mention.tags) if tag == "="), default=-1)
    if not mention.style.heading or dash <= mention.slot.token:
        return False
    signed = [at for at in range(dash + 1, len(mention.tokens)) if mention.tags[at] not in '".']
    if not signed or mention.tags[signed[0]] == "C" or len(signed) > _SIGNED:
        return False
    if any(mention.tags[at] in "VXMB" for at in signed):
        return False
    return any(mention.tokens[at].word.nominal & _SPEAKERS for at in signed)


def is_said_by_a_person(mention: MentionContext) -> bool:
    """Whether a person says it before a colon, by title or owner and a name.

    "Lord Marlow: China Jails Poets".

    A place, a day or a series before the colon speaks for nobody.
    """
    colon = next((at for at in range(mention.slot.token) if mention.tokens[at].low == ":"), -1)
    if not 2 <= colon <= _SIGNED or mention.tokens[colon - 1].word.classes:
        return False
    if not mention.tokens[colon - 1].text[:1].isupper():
        return False
    named = range(colon - 1)
    return mention.tags[colon - 2] == "'" or any(
        mention.has(at, "function.title-of-person") or mention.has(at, "words.in-charge")
        or not mention.tokens[at].word.classes.isdisjoint(_SPEAKERS)
        or (mention.tags[at] == "N" and mention.tokens[at].text.isupper())  # "Former PM Ruiz"
        for at in named
    )


def reads_as_a_noun(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether the verb would read as a noun behind "government" without its article.

    "China Probes Into Firms".
    """
    governor = mention.governor
    if mention.slot.kind != "subject" or governor is None or governor.at != mention.end:
        return False
    if "verbs.demand" in mention.tokens[governor.at].word.classes:
        return False  # "calls for", which headlines have for a verb
    text = rewrite.changes[0].text
    opens = mention.sentence.lexicon[text.partition(" ")[0].lower()].classes
    if "function.article-definite" in opens or len(rewrite.changes) > 1:
        return False  # "The … government probes", "authorities probe"
    is_noun = "nouns:plural" in mention.tokens[governor.at].word.forms
    return is_noun and mention.read.tag(governor.at + 1) == "P" and "T" not in mention.tags
