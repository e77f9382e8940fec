"""Whether what stands around found words agrees with a wording put in their place.

"Les événements <…> ont trente ans" cannot take "le massacre", nor "la planification <…> a été
appliquée" a masculine: articles change with a wording (`articles`), verbs and participles do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.judge.articles import Lead
from lintwords.model import Span
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.small_words import (
    BARE,
    CONTRACTED,
    DEFINITE,
    DRAWN,
    FEMININE,
    INDEFINITE,
    MASCULINE,
    NOUN,
)
from lintwords.text.tokens import Token
from lintwords.values import dataclass

_DETERMINER, _FIGURE = "function.determiner", "function.number"
_PREPOSITION, _RELATIVE = "function.preposition", "function.relative"
_AND = "function.coordinator"
_ELIDED = "'"
_LEADING = frozenset((_DETERMINER, CONTRACTED))
_OBJECT = frozenset((_PREPOSITION, CONTRACTED))
_THIS = "function.demonstrative"
_ARTICLES = frozenset((DEFINITE, INDEFINITE, _THIS))
_FURTHER = frozenset((_PREPOSITION, _RELATIVE, _AND))
_WHO = "function.relative-subject"
_PASSED = frozenset((
    "function.adverb", "function.negator", "function.negation-first", "function.negation-second",
    "function.clitic", "function.reflexive",
))
_BE = "function.be"
_COPULAS = frozenset((_BE, "verbs.copula"))
_FINITE = ("third", "past", "future", "conditional", "imperfect")
_SAID = "participle"
_ADJECTIVES = "adjectives."


@dataclass(frozen=True)
class Concord:
    """What is known of the noun that words are about."""

    number: str = ""  # "one", "many", or not known
    feminine: bool | None = None

    def takes(self, number: str, feminine: bool | None) -> bool:
        """Whether a word of that number and gender can belong to it, as far as is known."""
        if number and self.number and number != self.number:
            return False
        return feminine is None or self.feminine is None or feminine is self.feminine


def agrees(wording: str, sentence: Sentence, span: Span, lead: Lead | None) -> bool:
    """Whether determiner, verb and participles beside `span` can stay beside `wording`.

    With a `lead` the wording's own article stands in place of it.
    """
    new = concord_of(wording, sentence.lexicon)
    before = sentence.before(span.start, 2)
    after = [word for word in sentence.words if word.start >= span.end]
    if not after or sentence.text[span.end : after[0].start].strip():
        after = []
    own = _article(wording, sentence.lexicon)
    if before and not (lead and own) and not sentence.text[before[-1].end : span.start].strip():
        if own and _bars(before[-1], own, sentence.lexicon):
            return False
        if not _stands_drawn(before[-1], wording, sentence.lexicon):
            return False
        if not _keeps(before[-1], wording[len(own) :].lstrip(), new, sentence.lexicon):
            return False
    if new == Concord():
        return True
    if after and _is_short(wording, sentence.lexicon) and not _takes(
        new, after[0], sentence.lexicon
    ):
        return False
    inside = [word for word in sentence.words if span.start <= word.start < span.end]
    return _takes_verb(new, after, sentence.lexicon, is_subject=_acts(before, inside))


def concord_of(wording: str, lexicon: Lexicon) -> Concord:
    """The number of the noun that a wording is about, and its gender if an article tells it."""
    words = lexicon.spelling.split_entry(wording)
    article = _article(wording, lexicon)
    if article:
        classes = lexicon[article].classes
        if _names_two(words, lexicon):
            return Concord(_many(lexicon))
        feminine = True if FEMININE in classes else False if MASCULINE in classes else None
        return Concord(lexicon.spelling.counted(article), feminine)
    first = words[0].lower() if words else ""
    forms, number = lexicon[first].forms & NOUN, lexicon.spelling.counted(first)
    if len(forms) != 1 or (number == _many(lexicon)) is not ("nouns:plural" in forms):
        return Concord()  # no noun opens it, or one that is the same of one and of many: "gens"
    return Concord(number)


def _names_two(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a wording joins two subjects, each with its determiner: "le chef et ses gens"."""
    classes = [lexicon[word.lower()].classes for word in words]
    for at, one in enumerate(classes[:-1]):
        if _RELATIVE in one:
            return False
        if _AND in one and _DETERMINER in classes[at + 1] and _PREPOSITION not in classes[at + 1]:
            return True
    return False


def _many(lexicon: Lexicon) -> str:
    return lexicon.spelling.counted("s")


def _article(wording: str, lexicon: Lexicon) -> str:
    first = (lexicon.spelling.split_entry(wording) or [""])[0].lower()
    return first if lexicon[first].classes & _ARTICLES else ""


def _bars(word: Token, own: str, lexicon: Lexicon) -> bool:
    """Whether a wording's own article cannot follow: "sa ce que l'on dit", "en l'ourdou"."""
    if BARE in word.classes and not own[-1:].isalnum():
        return True
    return _THIS in lexicon[own].classes and _DETERMINER in word.classes


def _stands_drawn(word: Token, wording: str, lexicon: Lexicon) -> bool:
    """Whether "de" or "à" stays as it is before a wording: not "de les gens", nor "d'le Tibet"."""
    if word.classes.isdisjoint(DRAWN) or CONTRACTED in word.classes:
        return True
    apart = "" if word.low.endswith(_ELIDED) else " "
    drawn = lexicon.spelling.drawn(word.low, wording)
    return drawn.split() == f"{word.low}{apart}{wording}".split()


def _keeps(word: Token, wording: str, new: Concord, lexicon: Lexicon) -> bool:
    """Whether a determiner can stay before the wording, whose own article it takes the place of."""
    is_number = _FIGURE in word.classes and word.classes.isdisjoint(_ARTICLES)
    if is_number or word.classes.isdisjoint(_LEADING):
        return True
    number = lexicon.spelling.counted(word.low)
    sounds = not number or lexicon.spelling.fits_after(word.low, wording)
    return sounds and new.takes(number, None)


def _acts(before: Sequence[Token], inside: Sequence[Token]) -> bool:
    """Whether the words found may be the subject of the verb after them: no preposition leads."""
    led = [word.classes for word in (*before, *inside[:1])]
    return all(
        classes.isdisjoint(_OBJECT) or (_DETERMINER in classes and not at)
        for at, classes in enumerate(led)
    )


def _is_short(wording: str, lexicon: Lexicon) -> bool:
    """Whether what follows a wording can be said of its first noun only: no other comes after it.
    """
    words = [word.lower() for word in lexicon.spelling.split_entry(wording)]
    return not any(lexicon[word].classes & _FURTHER for word in words[1:])


def _takes_verb(
    new: Concord, after: Sequence[Token], lexicon: Lexicon, *, is_subject: bool
) -> bool:
    """Whether the verb after the words found, and what it says of them, agree with a wording."""
    rest = list(after)
    if rest and _WHO in rest[0].classes:
        rest, is_subject = rest[1:], True
    rest = _from_verb(rest)
    if not is_subject or not rest:
        return True
    number = _number(rest[0], lexicon)
    if not number:
        return True
    if not new.takes(number, None):
        return False
    said = bool(rest[0].classes & _COPULAS)
    for word in rest[1:4]:
        if word.classes & _COPULAS and _said(word):
            if said and _BE not in word.classes and not _takes(new, word, lexicon):
                return False  # "est devenue"; "été" is the same of all
            said = True  # "ont été"
        elif not word.classes & _PASSED:
            return not said or _takes(new, word, lexicon)
    return True


def _from_verb(words: Sequence[Token]) -> list[Token]:
    """`words` without what may stand between a subject and its verb."""
    at = next((at for at, word in enumerate(words) if not word.classes & _PASSED), len(words))
    return list(words[at:])


def _number(verb: Token, lexicon: Lexicon) -> str:
    """The number of a finite verb; empty for anything else."""
    names = {form.partition(":")[2] for form in verb.word.forms if form.startswith("verbs:")}
    one = any(name in names for name in _FINITE)
    many = any(f"{name}s" in names for name in _FINITE)
    if one is many:
        return ""
    return _many(lexicon) if many else lexicon.spelling.counted("-")


def _said(word: Token) -> bool:
    return any(reading.form == _SAID for reading in word.word.readings)


def _takes(new: Concord, word: Token, lexicon: Lexicon) -> bool:
    """Whether a participle or an adjective agrees with the wording; what is neither does."""
    readings = word.word.readings
    if word.word.forms & NOUN or _number(word, lexicon):
        return True
    base = next((one.lemma for one in readings if one.cls.startswith(_ADJECTIVES)), "")
    if not base and not _said(word):
        return True
    feminine, number = lexicon.spelling.agreed(word.low, base)
    return new.takes(number, feminine)
