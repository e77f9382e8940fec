"""Which wordings a finding shows in `instead`, where no fix of them was made.

A wording for one place, people or number is not offered for another: a pack says beside it, in
words or classes, what must stand in the words found (`found`) or at their start (`opens`), in the
sentence (`near`), what must not stand there (`not`), in which slot a mention must stand, that no
article may stand before it (`bare`: a name that takes none), that it is for a whole clause only
(`whole`), and that it is for the writer's own voice (`own`; every whole clause is: put for a claim,
its answer would become what a speaker said). One that is for a part of the words found (`part`)
leaves the rest as it is. Articles are fitted to the one that the sentence has already; a rule may
have it found too (`takes-article`), and in a language with genders a wording brings its own; one
that the verb after it, or a participle said of it, would not agree with is not offered
(`agreeing`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lintwords.grammar.model import Slot
from lintwords.judge import seams
from lintwords.judge.agreeing import agrees
from lintwords.judge.articles import Lead, gender_of, lead_of
from lintwords.later import once
from lintwords.match.mention_pattern import stands_for
from lintwords.model import Span
from lintwords.model.rule import Fit, Rule
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.small_words import BARE, CONTRACTED, DEFINITE, FEMININE, INDEFINITE, NOUN
from lintwords.text.tokens import Token, start_of

_ARTICLES = frozenset({DEFINITE, INDEFINITE})
# what an article of its own, or a clause that a question word opens, cannot stand behind
_ADJECTIVE = "adjectives.general"
_OPENERS = frozenset({
    "function.possessive", "function.possessive-mark", "function.no-article-after", _ADJECTIVE,
})
_OWNER = "function.possessive-mark"
_QUESTION = "function.question"
_THAT = "function.complementizer"
_JOINS = "-‐‑–'’%"  # marks that do not end a clause
_BEFORE = _ARTICLES | {"function.demonstrative"}
_VERB = frozenset(("verbs:third", "verbs:past"))
_BARE_VERB = frozenset(("verbs:past", "verbs:participle", "verbs:ing"))
_COPULA = "function.be"
_CLAUSE = "voices.that"
_RELATIVE = "function.relative"
_HYPHENS = "-‐‑–"
_YEAR = 4  # digits of a year
_LED = 40  # words before it, among which its article stands
_BESIDE = 5  # words within which it would be said twice
# after these "that" opens a clause; else it points: "that virus"
_TOLD = frozenset(f"voices.{name}" for name in (
    "report", "report_that", "tell", "endorse", "deny", "claim_noun", "text_noun",
))


def with_article(sentence: Sentence, span: Span) -> Span:
    """A span with the article before it, unless that is the article of a noun after it.

    "the old virus" is one phrase; in "the old virus cases" the article stays where it is.
    """
    before = sentence.before(span.start, 1)
    if not before or not _is_article(before[0]):
        return span
    if sentence.text[before[0].end : span.start].strip():
        return span
    return span if _leads_noun(sentence, span) else Span(before[0].start, span.end)


def _leads_noun(sentence: Sentence, span: Span) -> bool:
    """Whether a noun follows that what stands in `span` belongs to."""
    after = next((word for word in sentence.words if word.start >= span.end), None)
    if after is None or sentence.text[span.end : after.start].strip(f" {_HYPHENS}"):
        return False
    forms = after.word.forms
    return not forms.isdisjoint(NOUN) and forms.isdisjoint(_VERB)


def lead_before(rule: Rule, sentence: Sentence, span: Span) -> Lead | None:
    """What stands before the words at `span` and cannot stay before a wording that fits them."""
    if _leads_noun(sentence, span):
        return None
    around = Span(sentence.start, sentence.end)
    fits = ((text, rule.fits.get(text)) for text in rule.instead)
    return lead_of(sentence, span, [
        text for text, fit in fits
        if fit is None or (not fit.part and _fits(fit, sentence, span, around, None))
    ])


def fitting(
    rule: Rule, sentence: Sentence, span: Span, slot: Slot | None, lead: Lead | None = None,
    *, told: bool = False,
) -> Iterator[str]:
    """The wordings of `rule` that fit what it found at `span`, in their order.

    With a `lead` they stand in place of it and of the words found. What is `told` is somebody
    else's: no wording for a whole clause answers it there.
    """
    around = Span(sentence.start, sentence.end)
    told = told or seams.is_told(sentence, span)
    for wording in rule.instead:
        fit = rule.fits.get(wording)
        if fit and fit.is_for_own_words and told:
            continue
        if fit is None or _fits(fit, sentence, span, around, slot):
            part = (fit and fit.part and _part(fit.part, sentence, span)) or span
            text = seams.met(wording, sentence, part)
            if not text or _doubles(text, sentence, part) or _defines(text, sentence, part):
                continue
            is_clause = slot is not None or (fit is not None and fit.whole)
            if not is_clause and not (
                agrees(text, sentence, part, lead) and seams.closes(text, sentence, part)
            ):
                continue
            rest = sentence.text[span.start : part.start], sentence.text[part.end : span.end]
            if lead:
                yield lead.before(text.join(rest))
                continue
            after = _after_article(text, sentence, part, fit or Fit())
            if after:
                yield after.join(rest)


def _doubles(text: str, sentence: Sentence, span: Span) -> bool:
    """Whether a year or a word of `text` stands beside `span` already.

    "The events of 4 June [1989]" cannot become "the crackdown of 3-4 June 1989 [1989]".
    """
    words = sentence.lexicon.spelling.split_entry(text)
    after = next((word.low for word in sentence.words if word.start >= span.end), "")
    if after.isalnum() and words[-1].lower() == after:
        return True
    before = [word.low for word in sentence.before(span.start, _BESIDE)]
    beside = before + [word.low for word in sentence.words if word.start >= span.end][:_BESIDE]
    return any(word.isdigit() and len(word) == _YEAR and word in beside for word in words)


def _defines(text: str, sentence: Sentence, span: Span) -> bool:
    """Whether `text` would speak of a known thing where `span` opens with "a": "a virus spread"."""
    inside = _inside(sentence, span)
    first = sentence.lexicon[text.partition(" ")[0].lower()].classes
    return bool(inside) and INDEFINITE in inside[0].classes and DEFINITE in first


def _is_article(word: Token) -> bool:
    """Whether it is an article or a demonstrative, and opens no clause ("that")."""
    return not word.classes.isdisjoint(_BEFORE) and _CLAUSE not in word.classes


def _fits(fit: Fit, sentence: Sentence, span: Span, around: Span, slot: Slot | None) -> bool:
    if not stands_for(fit, slot):
        return False
    if fit.found and not _holds(sentence, span, fit.found):
        return False
    if fit.whole and not _is_whole(sentence, span):
        return False
    if fit.opens and not _opens(sentence, span, fit.opens):
        return False
    if fit.part and _part(fit.part, sentence, span) is None:
        return False
    if fit.near and not _holds(sentence, around, fit.near):
        return False
    return not (fit.but_not and _holds(sentence, around, fit.but_not))


def _is_whole(sentence: Sentence, span: Span) -> bool:
    """Whether `span` opens and ends where a clause does: beside "that", a mark, or nothing.

    An article may stand between.
    """
    before = sentence.before(span.start, 2)
    before = before[:-1] if before and before[-1].classes & _ARTICLES else before[-1:]
    if _lacks_subject(sentence, span):
        return False
    after = [word for word in sentence.words if word.start >= span.end][:1]
    opens = all(_THAT in word.classes or _ends(word.low) for word in before)
    return opens and all(_ends(word.low) for word in after)


def _lacks_subject(sentence: Sentence, span: Span) -> bool:
    """Whether `span` opens with its verb, or a relative stands before it in place of a subject."""
    opening = next(iter(_inside(sentence, span)), None)
    forms = opening.word.forms if opening else frozenset()
    if (opening and _COPULA in opening.classes) or (forms & _BARE_VERB and not forms & NOUN):
        return True
    before = [word.classes for word in sentence.before(span.start, 1)]
    return bool(before) and _RELATIVE in before[0] and _CLAUSE not in before[0]


def _ends(word: str) -> bool:
    return not any(char.isalnum() or char in _JOINS for char in word)


def _holds(sentence: Sentence, span: Span, entries: Sequence[str]) -> bool:
    """Whether one of `entries`, words or classes, stands in `span`."""
    text = _text(sentence, span)
    return any(form in text for form in _set_apart(entries, sentence.lexicon))


def _opens(sentence: Sentence, span: Span, entries: Sequence[str]) -> bool:
    """Whether the words in `span` begin with one of `entries`, after an article."""
    inside = _inside(sentence, span)
    if inside and _is_article(inside[0]):
        inside = inside[1:]
    text = _plain(inside)
    return text.startswith(_set_apart(entries, sentence.lexicon))


def _part(entries: Sequence[str], sentence: Sentence, span: Span) -> Span | None:
    """Where in `span` one of `entries` stands: the longest, of these the first."""
    inside, best = _inside(sentence, span), None
    text = _plain(inside)
    for form in _set_apart(entries, sentence.lexicon):
        at = text.find(form)
        if at >= 0 and (best is None or len(form) > len(best[1])):
            best = at, form
    if best is None:
        return None
    first = text.count(" ", 0, best[0])
    return Span(inside[first].start, inside[first + best[1].count(" ") - 2].end)


def _inside(sentence: Sentence, span: Span) -> list[Token]:
    words = sentence.words
    first, end = (bisect_left(words, at, key=start_of) for at in span)
    return [word for word in words[first:end] if word.low not in _HYPHENS]


def _text(sentence: Sentence, span: Span) -> str:
    """The words in `span` as `_plain` gives them; put together once."""
    return once(
        sentence.notes, f"plain {span.start} {span.end}",
        lambda: _plain(_inside(sentence, span)),
    )


def _plain(words: Sequence[Token]) -> str:
    return f" {' '.join(word.low for word in words)} "


def _set_apart(entries: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """All forms of some words or classes, with a blank on either side; found once."""
    return once(lexicon.kept, f"set apart {'|'.join(entries)}", _apart, entries, lexicon)


def _apart(entries: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    found: list[str] = []
    for entry in entries:
        if lexicon.knows(entry):
            found += lexicon.members(entry).forms
        else:
            found.append(" ".join(lexicon.spelling.split_entry(entry)))
    return tuple(f" {form} " for form in found)


def _after_article(text: str, sentence: Sentence, span: Span, fit: Fit) -> str:
    """`text` as it stands after the word before `span`; nothing if it cannot stand there.

    After "the" a wording gives up its own article; after "a" it must also open with a sound, and
    end in a noun, that takes one. After one of another gender it stands in brackets, for a person
    to put in. "What they call X" stands after no article and no adjective.
    """
    before = sentence.before(span.start, 1)
    classes = before[0].classes if before else frozenset()
    first, _, rest = text.partition(" ")
    own = sentence.lexicon[first.lower()].classes
    is_led = bool(before) and (bool(classes & _OPENERS) or _is_article(before[0]))
    if _ADJECTIVE in classes and _has_own_article(sentence, span):
        is_led = False  # "has forgotten <the events>": no adjective of it
    if is_led and _has_owner(text, sentence.lexicon):
        if not own & _ARTICLES or DEFINITE not in classes:
            return ""  # not "a Xi's plan", "no the leaders' plan"
    if fit.bare and _is_under_article(sentence, span):
        return ""  # not "the filthy COVID-19"
    if _is_one(sentence, span) and _is_many(text, sentence.lexicon):
        return ""  # not "a loud threats"
    if (fit.bare or own & _ARTICLES) and _is_under_name(sentence, span):
        return ""  # not "your CCP the coronavirus"
    if own & _ARTICLES and _is_pointed_at(sentence, span):
        return rest  # not "that the coronavirus"
    if own & (_ARTICLES | {_QUESTION}) and is_led and not classes & _ARTICLES:
        is_plain = _ADJECTIVE in classes and DEFINITE in own
        return rest if is_plain and not gender_of(first.lower(), sentence.lexicon) else ""
    if BARE in classes and own & _ARTICLES:
        return rest if FEMININE in own else ""  # "en Chine", where only a name can stand
    if not classes & _ARTICLES:
        return text
    without = rest if own & _ARTICLES else text
    bare = fit.bare and not _leads_noun(sentence, span)
    if bare or _QUESTION in own or (fit.whole and first.lower() != before[0].low):
        return ""
    if _clash(first.lower(), before[0].low, sentence.lexicon):
        return f"[{text}]"
    if classes & {DEFINITE, CONTRACTED} or not without:
        return without
    sounds = sentence.lexicon.spelling.fits_after(before[0].low, without)
    return without if sounds and not _is_many(without, sentence.lexicon) else ""


def _has_own_article(sentence: Sentence, span: Span) -> bool:
    words = _inside(sentence, span)
    return bool(words) and not words[0].classes.isdisjoint(_ARTICLES)


def _is_under_article(sentence: Sentence, span: Span) -> bool:
    """Whether adjectives alone stand between an article and `span`: "the vile <virus>"."""
    before = list(sentence.before(span.start, _LED))
    adjectives = 0
    while before and _ADJECTIVE in before[-1].classes:
        adjectives += 1
        before.pop()
    is_led = bool(adjectives and before) and not before[-1].classes.isdisjoint(_ARTICLES)
    return is_led and not _leads_noun(sentence, span)


def _is_one(sentence: Sentence, span: Span) -> bool:
    """Whether "a" stands before `span` with adjectives between: "a loud <war of words>".

    Words that a hyphen joins are one adjective, whatever each of them is.
    """
    before = sentence.before(span.start, _LED)
    nth = len(before) - 1
    while nth >= 0 and _is_between(before[nth], sentence.text):
        nth -= 1
    led = before[nth].classes if 0 <= nth < len(before) - 1 else frozenset()
    return INDEFINITE in led and CONTRACTED not in led  # French "des" is an article of many


def _is_between(word: Token, text: str) -> bool:
    """Whether a word is an adjective, a part of one with hyphens, or a mark between two."""
    beside = text[max(word.start - 1, 0) : word.start] + text[word.end : word.end + 1]
    is_joined = any(mark in _HYPHENS for mark in beside)
    return _ADJECTIVE in word.classes or is_joined or word.low in (",", *_HYPHENS)


def _is_under_name(sentence: Sentence, span: Span) -> bool:
    """Whether a name within the sentence leads on to `span`: "your CCP <virus>"."""
    before = sentence.before(span.start, 2)
    if len(before) < 2 or sentence.text[before[-1].end : span.start].strip():
        return False
    name = sentence.text[before[-1].start : before[-1].end]
    return name[:1].isupper() and len(name) > 1


def _is_pointed_at(sentence: Sentence, span: Span) -> bool:
    """Whether the "that" before `span` points at it, and opens no clause."""
    before = [word.classes for word in sentence.before(span.start, 2)]
    if not before or _CLAUSE not in before[-1] or before[-1].isdisjoint(_BEFORE):
        return False
    return len(before) < 2 or before[0].isdisjoint(_TOLD)


def _has_owner(text: str, lexicon: Lexicon) -> bool:
    """Whether a wording opens with whose thing it is: "Xi's plan", but not "plan of Xi's"."""
    for word in lexicon.spelling.split_entry(text):
        classes = lexicon[word.lower()].classes
        if "function.preposition" in classes or not word[:1].isalnum():
            return _OWNER in classes
    return False


def _clash(own: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a wording's own article is of another gender or number than the one it would drop."""
    if DEFINITE not in lexicon[own].classes & lexicon[before].classes:
        return False
    gender = gender_of(before, lexicon)
    return bool(gender) and gender_of(own, lexicon) != gender


def _is_many(text: str, lexicon: Lexicon) -> bool:
    """Whether the noun that `text` is about, the last before a preposition, is a plural."""
    head = ""
    for word in lexicon.spelling.split_entry(text):
        if "function.preposition" in lexicon[word].classes:
            break
        head = word
    forms = lexicon[head].forms
    return "nouns:plural" in forms or ("nouns:singular" not in forms and head.endswith("s"))
