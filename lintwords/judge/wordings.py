"""Which wordings of a rule fit the words it found.

A wording for one place, people or number is not offered for another: a pack says beside it, in
words or classes, what must stand in the words found (`found`), in the sentence (`near`), what must
not stand there (`not`), and in which slot a mention must stand. Articles are fitted to the one that
the sentence has already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.grammar.model import Slot
from lintwords.model import Span
from lintwords.model.rule import Fit, Rule
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence

_DEFINITE, _INDEFINITE = "function.article-definite", "function.article-indefinite"


def fitting(rule: Rule, sentence: Sentence, span: Span, slot: Slot | None) -> Iterator[str]:
    """The wordings of `rule` that fit what it found at `span`, in their order."""
    around = Span(sentence.start, sentence.end)
    for text in rule.instead:
        fit = rule.fits.get(text)
        if fit is None or _fits(fit, sentence, span, around, slot):
            after = _after_article(text, sentence, span)
            if after:
                yield after


def _fits(fit: Fit, sentence: Sentence, span: Span, around: Span, slot: Slot | None) -> bool:
    if fit.slot and (slot is None or slot.kind not in fit.slot):
        return False
    if fit.found and not _holds(sentence, span, fit.found):
        return False
    if fit.near and not _holds(sentence, around, fit.near):
        return False
    return not (fit.but_not and _holds(sentence, around, fit.but_not))


def _holds(sentence: Sentence, span: Span, entries: Sequence[str]) -> bool:
    """Whether one of `entries`, words or classes, stands in `span`."""
    inside = (word.low for word in sentence.words if span.start <= word.start < span.end)
    text = f" {' '.join(low for low in inside if low not in '-‐‑–')} "
    return any(f" {form} " in text for form in _forms(entries, sentence.lexicon))


def _forms(entries: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    for entry in entries:
        if lexicon.knows(entry):
            yield from lexicon.members(entry).forms
        else:
            yield " ".join(lexicon.spelling.split_entry(entry))


def _after_article(text: str, sentence: Sentence, span: Span) -> str:
    """`text` as it stands after the article before `span`; nothing if it cannot stand there.

    After "the" a wording gives up its own article; after "a" it must also open with a sound, and
    end in a noun, that takes one.
    """
    before = [word for word in sentence.words if word.start < span.start][-1:]
    classes = before[0].classes if before else frozenset()
    if not classes & {_DEFINITE, _INDEFINITE}:
        return text
    first, _, rest = text.partition(" ")
    own = sentence.lexicon[first.lower()].classes
    bare = rest if own & {_DEFINITE, _INDEFINITE} else text
    if _DEFINITE in classes or not bare:
        return bare
    sounds = sentence.lexicon.spelling.fits_after(before[0].low, bare)
    return bare if sounds and not _is_many(bare, sentence.lexicon) else ""


def _is_many(text: str, lexicon: Lexicon) -> bool:
    """Whether the noun that `text` is about, the last before a preposition, is a plural."""
    head = ""
    for word in lexicon.spelling.split_entry(text):
        if "function.preposition" in lexicon[word].classes:
            break
        head = word
    forms = lexicon[head].forms
    return "nouns:plural" in forms or ("nouns:singular" not in forms and head.endswith("s"))
