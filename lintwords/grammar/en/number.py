"""English: words beside a mention that keep another number than a wording has."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from lintwords.grammar.en.agreement import is_plural_form, singular_forms
from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.pronouns import grows, is_plural, is_pointed_at, was_singular
from lintwords.grammar.model import Rewrite
from lintwords.grammar.tagged import REACH
from lintwords.later import once

_COPULAS = ("verbs.copula", "function.be")


def is_out_of_number(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A wording with words about it that keep another number.

    A plural: "authorities plan … and has", "authorities, which plans", "authorities as a sponsor";
    and a singular where a people stood: "the government knows that their".
    """
    plural = is_plural(mention, rewrite)
    if mention.slot.name == "group":
        return not plural and (_stays_plural(mention) or _is_theirs_before(mention))
    if not plural:
        return is_described_in_plural(mention)
    if not was_singular(mention):
        return False
    return (
        _goes_on(mention, rewrite) or _is_described_in_singular(mention)
        or _is_one_thing(mention) or _keeps_its_verb(mention)
    )


def leaves_a_pronoun(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A plural with a pronoun about it that keeps another number: "authorities plan … its"."""
    return grows(mention, rewrite) and (
        is_pointed_at(mention, rewrite) or _is_owned_before(mention) or _is_it_before(mention)
    )


def _stays_plural(mention: MentionContext) -> bool:
    """Whether a later word keeps it plural, and nothing else can: "The Chinese know that their"."""
    for at in mention.after:
        classes = mention.tokens[at].classes
        if "function.back-reference" in classes and mention.tokens[at].low.startswith("th"):
            return True
        if mention.tags[at] == "N" and "nouns:plural" in mention.tokens[at].word.forms:
            return False
    return False


def _is_theirs_before(mention: MentionContext) -> bool:
    """Whether "their" before it can be of nothing else: "With their new law the Chinese have"."""
    for at in range(mention.slot.token):
        if mention.read.has(at, "function.back-reference") \
                and mention.tokens[at].low.startswith("th"):
            return True
        if mention.tags[at] == "N" and "nouns:plural" in mention.tokens[at].word.forms:
            return False
    return False


def _is_described_in_singular(mention: MentionContext) -> bool:
    """Whether a clause keeps its number: "China, which, for reasons of its own, trains"."""
    opening = mention.read.skip(mention.end, ',"(')
    if mention.read.tag(opening) != "W":
        return False
    singulars = singular_forms(mention.sentence.lexicon)
    for at in range(opening + 1, min(opening + REACH, len(mention.tokens))):
        token = mention.tokens[at]
        if mention.tags[at] in "XV":
            return token.low in singulars or "verbs:third" in token.word.forms
        if mention.tags[at] in ".:=M":
            return False
    return False


def is_described_in_plural(mention: MentionContext) -> bool:
    """Whether a clause about it has a plural verb: "China, who have never signed"."""
    opening = mention.read.skip(mention.end, ',"(')
    verb = mention.read.skip(opening + 1)
    who = mention.read.tag(opening) == "W" and mention.has(opening, "words.of-persons")
    if mention.slot.listed or mention.slot.name == "group" or not who:
        return False
    return mention.read.tag(verb) in ("X", "V", "B") and is_plural_form(
        mention.tokens[verb], mention.sentence.lexicon
    )


def _keeps_its_verb(mention: MentionContext) -> bool:
    """Whether no change reaches its verb: "more than China was offering"."""
    before = mention.slot.token - 1
    compared = mention.read.has(before, "function.than") or mention.read.has(
        before, "function.comparison"
    )
    if mention.acts or not compared or mention.read.tag(mention.end) not in ("X", "V"):
        return False
    verb = mention.tokens[mention.end]
    third = "verbs:third" in verb.word.forms
    return third or verb.low in singular_forms(mention.sentence.lexicon)


def _is_it_before(mention: MentionContext) -> bool:
    """Whether "it" stands before the name: "Though it denies this, China jails them"."""
    opening = mention.read.skip(0, 'C"')
    if not mention.acts or mention.read.tag(opening) != "S":
        return False
    comma = mention.slot.token - 1
    return mention.read.tag(comma) == "," and any(
        mention.read.has(at, "function.back-reference") and mention.tokens[at].low.startswith("it")
        for at in range(opening, comma)
    )


def _is_one_thing(mention: MentionContext) -> bool:
    """Whether it is called one of a kind: "China as a sponsor", "China has been a broker"."""
    before = mention.slot.token - 1
    turned = mention.acts and mention.read.tag(before) == "X"
    if turned and mention.read.has(before, "function.be") and _opens_singular(mention, mention.end):
        return True
    likenings, clause_ends, _ = _number_signs(mention)
    nth = bisect_left(clause_ends, mention.end)
    stop = clause_ends[nth] if nth < len(clause_ends) else len(mention.tokens)
    for at in likenings[bisect_left(likenings, mention.end) : bisect_left(likenings, stop)]:
        if mention.tokens[at].low == "as" and _opens_singular(mention, at + 1):
            before = mention.read.back(at)
            return before < mention.end or mention.tags[before] in ",N"
        if mention.acts and _is_copula(mention, at) and (
            _opens_singular(mention, mention.read.skip(at + 1), definite=True)
        ):
            return any(governor.at == at for governor in mention.slot.governors)
    return False


def _is_copula(mention: MentionContext, at: int) -> bool:
    return "verbs.copula" in mention.tokens[at].classes or mention.has(at, "function.be")


def _opens_singular(mention: MentionContext, at: int, *, definite: bool = False) -> bool:
    """Whether a noun phrase of one thing opens at `at`: "a sponsor", "President of"."""
    phrase = noun_phrase(mention.read, at, coordinated=False)
    if not phrase.heads or mention.tags[phrase.heads[-1]] != "N":
        return False
    forms = mention.tokens[phrase.heads[-1]].word.forms
    article = mention.read.has(at, "function.article-indefinite") or (
        definite and mention.read.has(at, "function.article-definite")
        and "nouns:singular" in forms
    )
    named = mention.tags[at] == "N" and mention.has(at, "words.held-office")
    return article or (named and "nouns:singular" in forms)


def _is_owned_before(mention: MentionContext) -> bool:
    """Whether "its" stands before the name: "Guided by its own law, China has sent"."""
    return mention.acts and "its" in mention.sentence.lows and any(
        token.low == "its" for token in mention.tokens[: mention.slot.token]
    )


def _goes_on(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a second verb keeps its number: "China has voted and, like us, has paid"."""
    if not mention.acts:
        return False
    changed = {change.span.start for change in rewrite.changes}
    return any(
        verb.joined_at >= mention.end and mention.tokens[verb.at].start not in changed
        for verb in _number_signs(mention).second_verbs
    )


class _SecondVerb(NamedTuple):
    """A verb in the singular that goes on after another one."""

    at: int
    joined_at: int  # the conjunction before it, or itself where the verb before stands beside that


class _NumberSigns(NamedTuple):
    """Where a sentence may tell of one thing: asked once for all its mentions."""

    likenings: list[int]  # "as" and verbs that say what something is
    clause_ends: list[int]
    second_verbs: list[_SecondVerb]


def _number_signs(mention: MentionContext) -> _NumberSigns:
    return once(mention.sentence.notes, "number signs", _number_signs_of, mention)


def _number_signs_of(mention: MentionContext) -> _NumberSigns:
    likenings = [
        at for at, token in enumerate(mention.tokens)
        if token.low == "as" or _is_copula(mention, at)
    ] if "as" in mention.sentence.lows or mention.stands(*_COPULAS) else []
    ends = [at for at, tag in enumerate(mention.tags) if tag in ".:"]
    return _NumberSigns(likenings, ends, _second_verbs(mention))


def _second_verbs(mention: MentionContext) -> list[_SecondVerb]:
    tags = mention.tags
    if "C" not in tags:
        return []
    singulars = singular_forms(mention.sentence.lexicon)
    found: list[_SecondVerb] = []
    joined_at = -1
    for at, token in enumerate(mention.tokens):
        is_third = "verbs:third" in token.word.forms
        if at > 1 and is_third and tags[at - 1] == "C" and tags[at - 2] in "XVE":
            found.append(_SecondVerb(at, at))  # "has been and remains": also where it may be a noun
        elif joined_at >= 0 and tags[at] in ("X", "V") and (is_third or token.low in singulars):
            found.append(_SecondVerb(at, joined_at))
        if tags[at] == "C":
            joined_at = at
        elif tags[at] in "NOZKSW" and tags[at - 1] != "P":  # "and, like us, has"
            joined_at = -1
    return found
