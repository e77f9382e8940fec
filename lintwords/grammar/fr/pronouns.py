"""French: doubts about words near a mention that would point elsewhere, or stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintwords.grammar.fr.clauses import is_joined_verb
from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.model import SUBJECT, Change, Slot
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.model import Span
from lintwords.text.sentences import Sentence

_BESIDE = 3  # words after a comma in which an apposition tells what the country is
_NEXT = 300  # characters of the sentence after it that are looked at
_STOP = re.compile(r"[.!?…](?:\s|$)")
_BOTH = ("able", "ible", "uble", "ique", "aire", "oire", "iste")  # adjectives of either gender
_POINTS_AT_ONE = "function.back-singular"
_KIN = frozenset(("nouns.kin", "nouns.person", "nouns.daily-life"))


def is_pointed_at(mention: MentionContext) -> bool:
    """A pronoun or an object "la" may point back to the name, here or in the next sentence."""
    if mention.slot.name not in ("country", "formal", "cold-war"):
        return False
    first = 0 if mention.acts else mention.end  # "depuis qu'elle a signé, la Chine"
    if any(
        mention.has(at, "function.back-feminine") and not _is_repeated(mention, at)
        for at in range(first, len(mention.tokens))
    ):
        return True
    if mention.holds(mention.after, "words.this-country"):
        return True
    if any(_may_be_object(mention, at) for at, tag in enumerate(mention.tags)
           if tag == "Q" or (tag == "D" and _is_no_article(mention, at))):
        return True
    after = next_sentence(mention.sentence)
    return any("function.back-feminine" in token.classes for token in after.tokens) or any(
        "words.this-country" in classes for _, classes in after.marked
    )


def keeps_a_singular(
    sentence: Sentence, slot: Slot, read: Tagged, changes: Sequence[Change]
) -> bool:
    """A plural with words about it that stay singular: "ses engagements", "… et, enfin, signe"."""
    first = 0 if slot.kind in SUBJECT else slot.token
    if read.holds(range(first, read.count), _POINTS_AT_ONE) or _opens_with_one(sentence):
        return True
    return keeps_more_than_a_pronoun(slot, read, changes)


def keeps_more_than_a_pronoun(slot: Slot, read: Tagged, changes: Sequence[Change]) -> bool:
    """A plural with a noun or a verb about it that stays singular: "membre", "… et signe"."""
    if _is_called_one(slot, read):
        return True
    changed = {change.span.start for change in changes}
    return slot.kind in SUBJECT and any(
        is_joined_verb(read, at) and read.tokens[at].start not in changed
        for at in range(slot.token + 1, read.count)
    )


def _opens_with_one(sentence: Sentence) -> bool:
    """Whether the next sentence opens with "Son porte-parole"; "Sa mère" is that of a person."""
    opening = next_sentence(sentence).tokens[:2]
    if not opening or _POINTS_AT_ONE not in opening[0].classes:
        return False
    return all(_KIN.isdisjoint(token.classes) for token in opening[1:])


def _is_called_one(slot: Slot, read: Tagged) -> bool:
    """Whether a noun beside it calls it one of a kind: "la Chine, membre du Conseil"."""
    start, end = slot.token - (read.tag(slot.token - 1) == "D"), slot.token + 1
    before = read.tag(start - 1) == "," and _is_kind(read, read.skip(0))
    return before or (read.tag(end) == "," and any(
        _is_kind(read, at) for at in range(end + 1, end + _BESIDE)
    ))


def _is_kind(read: Tagged, at: int) -> bool:
    """Whether one state is told there by its kind: "membre", "puissance"."""
    return read.tag(at) == "N" and read.has(at, "words.state-kind") and (
        "nouns:singular" in read.tokens[at].word.forms
    )


def is_feminine(mention: MentionContext, at: int) -> bool:
    """Whether a word shows a feminine singular, or may: it ends so, and no list holds it."""
    token = mention.tokens[at]
    if not token.low.endswith("e"):
        return False
    readings = token.word.readings
    if not readings:
        return token.low == token.text and not token.low.endswith(_BOTH)
    lemmas = {r.lemma for r in readings if r.cls.startswith("adjectives.")}
    participle = any(r.form == "participle" for r in readings)
    return token.low not in lemmas and (bool(lemmas) or participle)


def next_sentence(sentence: Sentence) -> Sentence:
    """The sentence after it, by itself, as far as it is looked at; cut into words once."""
    return once(sentence.notes, "next sentence", _next, sentence)


def _next(sentence: Sentence) -> Sentence:
    rest = sentence.text[sentence.end : sentence.end + _NEXT].lstrip()
    stop = _STOP.search(rest)
    end = stop.start() if stop else len(rest)
    span = Span(0, end)
    return Sentence(0, rest, span.start, span.end, sentence.lexicon, sentence.names)


def _is_no_article(mention: MentionContext, at: int) -> bool:
    """"leur peuple la craint": no noun follows, and no participle that may be one."""
    if mention.read.tag(at + 1) not in ("E", "V"):
        return False
    is_noun = any(form.startswith("nouns") for form in mention.tokens[at + 1].word.forms)
    return not is_noun and not is_feminine(mention, at + 1)


def _may_be_object(mention: MentionContext, at: int) -> bool:
    """Whether a pronoun may be the country as an object: "on la presse", "on l'a accusée"."""
    if mention.has(at, "function.feminine"):
        return True
    if not mention.has(at, "function.article-definite") or not mention.tokens[at].low.endswith("'"):
        return False
    verb = next((k for k in range(at + 1, min(at + 5, len(mention.tags)))
                 if mention.tags[k] == "E"), -1)
    return verb > 0 and is_feminine(mention, verb)


def _is_repeated(mention: MentionContext, at: int) -> bool:
    """Whether it is the subject again, which a wording changes: "a-t-elle"."""
    return mention.tags[at - 1] == "-"
