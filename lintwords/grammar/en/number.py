"""English: words beside a mention that keep another number than a wording has."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from lintwords.grammar.en.agreement import is_plural_form, singular_forms
from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.pronouns import grows, is_plural, is_pointed_at, was_singular
from lintwords.grammar.model import Rewrite
from lintwords.grammar.tagged import REACH
from lintwords.later import once

_COPULAS = ("verbs.copula", "function.be")


def is_out_of_number(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A wording with words about it that keep another number.

    A plural: "authorities plan … and has", "authorities, which plans", "authorities as a sponsor";
    and a singular where a people stood: "the government knows that their".
    """
    plural = is_plural(asked, rewrite)
    if asked.slot.name == "group":
        return not plural and (_stays_plural(asked) or _is_theirs_before(asked))
    if not plural:
        return is_described_in_plural(asked)
    if not was_singular(asked):
        return False
    return (
        _goes_on(asked, rewrite) or _is_described_in_singular(asked)
        or _is_one_thing(asked) or _keeps_its_verb(asked)
    )


def leaves_a_pronoun(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A plural with a pronoun about it that keeps another number: "authorities plan … its"."""
    return grows(asked, rewrite) and (
        is_pointed_at(asked, rewrite) or _is_owned_before(asked) or _is_it_before(asked)
    )


def _stays_plural(asked: MentionContext) -> bool:
    """Whether a later word keeps it plural, and nothing else can: "The Chinese know that their"."""
    for at in asked.after:
        classes = asked.tokens[at].classes
        if "function.back-reference" in classes and asked.tokens[at].low.startswith("th"):
            return True
        if asked.tags[at] == "N" and "nouns:plural" in asked.tokens[at].word.forms:
            return False
    return False


def _is_theirs_before(asked: MentionContext) -> bool:
    """Whether "their" before it can be of nothing else: "With their new law the Chinese have"."""
    for at in range(asked.slot.token):
        if asked.read.has(at, "function.back-reference") and asked.tokens[at].low.startswith("th"):
            return True
        if asked.tags[at] == "N" and "nouns:plural" in asked.tokens[at].word.forms:
            return False
    return False


def _is_described_in_singular(asked: MentionContext) -> bool:
    """Whether a clause keeps its number: "China, which, for reasons of its own, trains"."""
    opening = asked.read.skip(asked.end, ',"(')
    if asked.read.tag(opening) != "W":
        return False
    singulars = singular_forms(asked.sentence.lexicon)
    for at in range(opening + 1, min(opening + REACH, len(asked.tokens))):
        token = asked.tokens[at]
        if asked.tags[at] in "XV":
            return token.low in singulars or "verbs:third" in token.word.forms
        if asked.tags[at] in ".:=M":
            return False
    return False


def is_described_in_plural(asked: MentionContext) -> bool:
    """Whether a clause about it has a plural verb: "China, who have never signed"."""
    opening = asked.read.skip(asked.end, ',"(')
    verb = asked.read.skip(opening + 1)
    who = asked.read.tag(opening) == "W" and asked.has(opening, "words.of-persons")
    if asked.slot.listed or asked.slot.name == "group" or not who:
        return False
    return asked.read.tag(verb) in ("X", "V", "B") and is_plural_form(
        asked.tokens[verb], asked.sentence.lexicon
    )


def _keeps_its_verb(asked: MentionContext) -> bool:
    """Whether no change reaches its verb: "more than China was offering"."""
    before = asked.slot.token - 1
    compared = asked.read.has(before, "function.than") or asked.read.has(
        before, "function.comparison"
    )
    if asked.acts or not compared or asked.read.tag(asked.end) not in ("X", "V"):
        return False
    verb = asked.tokens[asked.end]
    third = "verbs:third" in verb.word.forms
    return third or verb.low in singular_forms(asked.sentence.lexicon)


def _is_it_before(asked: MentionContext) -> bool:
    """Whether "it" stands before the name: "Though it denies this, China jails them"."""
    opening = asked.read.skip(0, 'C"')
    if not asked.acts or asked.read.tag(opening) != "S":
        return False
    comma = asked.slot.token - 1
    return asked.read.tag(comma) == "," and any(
        asked.read.has(at, "function.back-reference") and asked.tokens[at].low.startswith("it")
        for at in range(opening, comma)
    )


def _is_one_thing(asked: MentionContext) -> bool:
    """Whether it is called one of a kind: "China as a sponsor", "China has been a broker"."""
    before = asked.slot.token - 1
    turned = asked.acts and asked.read.tag(before) == "X"
    if turned and asked.read.has(before, "function.be") and _opens_singular(asked, asked.end):
        return True
    likenings, clause_ends, _ = _number_signs(asked)
    nth = bisect_left(clause_ends, asked.end)
    stop = clause_ends[nth] if nth < len(clause_ends) else len(asked.tokens)
    for at in likenings[bisect_left(likenings, asked.end) : bisect_left(likenings, stop)]:
        if asked.tokens[at].low == "as" and _opens_singular(asked, at + 1):
            before = asked.read.back(at)
            return before < asked.end or asked.tags[before] in ",N"
        if asked.acts and _is_copula(asked, at) and (
            _opens_singular(asked, asked.read.skip(at + 1), definite=True)
        ):
            return any(governor.at == at for governor in asked.slot.governors)
    return False


def _is_copula(asked: MentionContext, at: int) -> bool:
    return "verbs.copula" in asked.tokens[at].classes or asked.has(at, "function.be")


def _opens_singular(asked: MentionContext, at: int, *, definite: bool = False) -> bool:
    """Whether a noun phrase of one thing opens at `at`: "a sponsor", "President of"."""
    phrase = noun_phrase(asked.read, at, coordinated=False)
    if not phrase.heads or asked.tags[phrase.heads[-1]] != "N":
        return False
    forms = asked.tokens[phrase.heads[-1]].word.forms
    article = asked.read.has(at, "function.article-indefinite") or (
        definite and asked.read.has(at, "function.article-definite")
        and "nouns:singular" in forms
    )
    named = asked.tags[at] == "N" and asked.has(at, "words.held-office")
    return article or named and "nouns:singular" in forms


def _is_owned_before(asked: MentionContext) -> bool:
    """Whether "its" stands before the name: "Guided by its own law, China has sent"."""
    return asked.acts and "its" in asked.sentence.lows and any(
        token.low == "its" for token in asked.tokens[: asked.slot.token]
    )


def _goes_on(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a second verb keeps its number: "China has voted and, like us, has paid"."""
    if not asked.acts:
        return False
    changed = {change.span.start for change in rewrite.changes}
    return any(
        verb.joined_at >= asked.end and asked.tokens[verb.at].start not in changed
        for verb in _number_signs(asked).second_verbs
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


def _number_signs(asked: MentionContext) -> _NumberSigns:
    return once(asked.sentence.notes, "number signs", _number_signs_of, asked)


def _number_signs_of(asked: MentionContext) -> _NumberSigns:
    likenings = [
        at for at, token in enumerate(asked.tokens)
        if token.low == "as" or _is_copula(asked, at)
    ] if "as" in asked.sentence.lows or asked.stands(*_COPULAS) else []
    ends = [at for at, tag in enumerate(asked.tags) if tag in ".:"]
    return _NumberSigns(likenings, ends, _second_verbs(asked))


def _second_verbs(asked: MentionContext) -> list[_SecondVerb]:
    tags = asked.tags
    if "C" not in tags:
        return []
    singulars = singular_forms(asked.sentence.lexicon)
    found: list[_SecondVerb] = []
    joined_at = -1
    for at, token in enumerate(asked.tokens):
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
