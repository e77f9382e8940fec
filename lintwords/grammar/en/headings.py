"""English: doubts about headlines: what is first in a place, and a verb that may be a noun.

Headlines leave out articles and tell who speaks behind a dash. What words mean stands in the
lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Governor, Rewrite

_ABUSE = "abuse"  # a reading: what it does is a wrong
_SPEAKERS = frozenset(("nouns.leader", "nouns.organ", "nouns.person"))
_SIGNED = 8  # words that the name and the office of who says so may take behind a dash


def is_first_of_its_kind(asked: MentionContext) -> bool:
    """Whether the first of a kind is built there, whoever built it.

    "China Opens First Night Train to Lhasa".
    """
    if not asked.acts or asked.slot.reading == _ABUSE:
        return False
    return any(_is_bare_rank(asked, governor) for governor in asked.governors("words.builds"))


def _is_bare_rank(asked: MentionContext, governor: Governor) -> bool:
    """Whether what is built is told to be the first or largest, with no article before it."""
    start = asked.read.skip(governor.end)
    phrase = noun_phrase(asked.read, start, coordinated=False)
    if asked.read.tag(start) == "D" or not phrase.heads:
        return False
    return asked.has(start, "words.rank")


def is_a_quest(asked: MentionContext) -> bool:
    """Whether it plans what an agency or an institute does.

    "China plans a survey of the trench".
    """
    return asked.acts and asked.slot.reading != _ABUSE and any(
        asked.holds(_planned(asked, governor), "words.of-science")
        for governor in asked.governors("words.plans-it")
    )


def _planned(asked: MentionContext, governor: Governor) -> range:
    start = asked.read.skip(governor.end)
    return range(start, noun_phrase(asked.read, start, coordinated=False).end)


def is_signed_behind_a_dash(asked: MentionContext) -> bool:
    """Whether who said a headline stands at its end, behind a dash.

    "China jails poets – Minister Lind".

    A name alone is that of the paper or its page.
    """
    dash = max((at for at, tag in enumerate(asked.tags) if tag == "="), default=-1)
    if not asked.style.heading or dash <= asked.slot.token:
        return False
    signed = [at for at in range(dash + 1, len(asked.tokens)) if asked.tags[at] not in '".']
    if not signed or asked.tags[signed[0]] == "C" or len(signed) > _SIGNED:
        return False
    if any(asked.tags[at] in "VXMB" for at in signed):
        return False
    return any(asked.tokens[at].word.nominal & _SPEAKERS for at in signed)


def is_said_by_a_person(asked: MentionContext) -> bool:
    """Whether a person says it before a colon, by title or owner and a name.

    "Lord Marlow: China Jails Poets".

    A place, a day or a series before the colon speaks for nobody.
    """
    colon = next((at for at in range(asked.slot.token) if asked.tokens[at].low == ":"), -1)
    if not 2 <= colon <= _SIGNED or asked.tokens[colon - 1].word.classes:
        return False
    if not asked.tokens[colon - 1].text[:1].isupper():
        return False
    named = range(colon - 1)
    return asked.tags[colon - 2] == "'" or any(
        asked.has(at, "function.title-of-person") or asked.has(at, "words.in-charge")
        or not asked.tokens[at].word.classes.isdisjoint(_SPEAKERS)
        or asked.tags[at] == "N" and asked.tokens[at].text.isupper()  # "Former PM Ruiz"
        for at in named
    )


def reads_as_a_noun(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether the verb would read as a noun behind "government" without its article.

    "China Probes Into Firms".
    """
    governor = asked.governor
    if asked.slot.kind != "subject" or governor is None or governor.at != asked.end:
        return False
    if "verbs.demand" in asked.tokens[governor.at].word.classes:
        return False  # "calls for", which headlines have for a verb
    text = rewrite.changes[0].text
    opens = asked.sentence.lexicon[text.partition(" ")[0].lower()].classes
    if "function.article-definite" in opens or len(rewrite.changes) > 1:
        return False  # "The … government probes", "authorities probe"
    is_noun = "nouns:plural" in asked.tokens[governor.at].word.forms
    return is_noun and asked.read.tag(governor.at + 1) == "P" and "T" not in asked.tags
