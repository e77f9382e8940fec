"""French: the forms of an entry: a verb, a noun, an adjective, each of one or more words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from lintwords.text.spelling.fr.verbs import Verbs

# of an entry "s'en prendre à" the lemma keeps the pronoun, the forms do not hold it: it stands
# before the verb or, in a compound tense, before its auxiliary
_PRONOUN = re.compile(r"(?:se |s'|ne |n'|l')(?:en |y )?")
_STOPS = frozenset(
    "à de d' du des en au aux sur contre par pour dans avec sans hors sous vers chez et ou".split()
)
_OWN = ((" son ", " leur "), (" sa ", " leur "), (" ses ", " leurs "))
_CONTRACTED = ((" à", (" au", " aux")), (" de", (" d'", " du", " des")))
# ending, letters of it that fall, letters that come; the first that fits
_FEMININE = (
    ("e", 0, ""), ("eux", 1, "se"), ("f", 1, "ve"), ("er", 2, "ère"), ("eau", 3, "elle"),
    ("el", 0, "le"), ("eil", 0, "le"), ("en", 0, "ne"), ("on", 0, "ne"), ("et", 0, "te"),
    ("érieur", 0, "e"), ("teur", 4, "trice"), ("eur", 1, "se"), ("g", 0, "ue"), ("c", 1, "que"),
)


class _Inflector:
    """Makes the forms of a base form, with the exceptions of `inflection.toml`."""

    def __init__(self, exceptions: Mapping[str, Mapping[str, Any]]) -> None:
        rules = exceptions.get("rules", {})
        self.verbs = Verbs(
            exceptions.get("verbs", {}), rules.get("regular", ()), rules.get("doubling", ())
        )
        self.plurals: Mapping[str, str] = exceptions.get("plurals", {})
        self.feminines: Mapping[str, str] = exceptions.get("feminines", {})
        self.acts: Mapping[str, Sequence[str]] = exceptions.get("acts", {})

    def forms(self, kind: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """Yield (form, lemma, form name) for one entry."""
        for form, lemma, name in self._plain(kind, entry):
            for variant in _contracted(form):
                yield variant, lemma, name

    def _plain(self, kind: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """The forms, with "à" and "de" at their ends as they stand."""
        lemma = entry.rstrip("=")
        if entry.endswith("="):
            yield lemma, lemma, "singular" if kind == "noun" else "fixed"
        elif kind == "verb":
            yield from ((form, lemma, name) for form, name in self._verb(entry))
        elif kind == "noun":
            yield entry, lemma, "singular"
            yield self._plural(entry), lemma, "plural"
        elif kind == "adjective":
            yield from ((form, lemma, "fixed") for form in dict.fromkeys(self._adjective(entry)))
        else:
            yield entry, lemma, "fixed"

    # -- verbs ------------------------------------------------------------------------------

    def _verb(self, entry: str) -> Iterator[tuple[str, str]]:
        verb, space, rest = _PRONOUN.sub("", entry, count=1).partition(" ")
        for form, name in self.verbs.forms(verb):
            yield form + space + rest, name
        for act in self.acts.get(entry, ()):
            yield act, "act"
            yield self._plural(act), "act"

    # -- nouns ------------------------------------------------------------------------------

    def _plural(self, noun: str) -> str:
        """The plural: of several words all up to the first small one ("gardes à vue")."""
        if noun in self.plurals:
            return self.plurals[noun]
        words = re.split(r"(?<= )|(?<=')|(?<=-)", noun)
        found: list[str] = []
        for at, word in enumerate(words):
            if word.rstrip(" '-") in _STOPS or word.endswith("'"):
                return "".join((*found, *words[at:]))
            found.append(self._with_s(word.rstrip(" -")) + word[len(word.rstrip(" -")) :])
        return "".join(found)

    def _with_s(self, word: str) -> str:
        if word in self.plurals:
            return self.plurals[word]
        if word.endswith(("s", "x", "z")):
            return word
        if word.endswith("al"):
            return word[:-2] + "aux"
        return word + ("x" if word.endswith(("au", "eu")) else "s")

    # -- adjectives -------------------------------------------------------------------------

    def _adjective(self, entry: str) -> Iterator[str]:
        first, space, rest = entry.partition(" ")
        feminine = self._feminine(first)
        for form in (first, feminine, self._with_s(first), feminine + "s"):
            yield form + space + rest

    def _feminine(self, word: str) -> str:
        if word in self.feminines:
            return self.feminines[word]
        for ending, fall, come in _FEMININE:
            if word.endswith(ending):
                return word[: len(word) - fall] + come
        return word + "e"


def _contracted(form: str) -> Iterator[str]:
    """An entry with "leur" for "son", and with all that may stand for "à" or "de" at its end."""
    for own, other in (("", ""), *_OWN):
        if own in form:
            yield from _before_noun(form.replace(own, other) if own else form)


def _before_noun(form: str) -> Iterator[str]:
    yield form
    for last, others in _CONTRACTED:
        if f" {form}".endswith(last):
            yield from (f" {form}"[1 : -len(last)] + other for other in others)


def inflector(exceptions: Mapping[str, Mapping[str, Any]]) -> _Inflector:
    """What makes the forms of entries."""
    return _Inflector(exceptions)


def bare(low: str) -> str:
    """A word without the ending of a plural or a feminine."""
    for ending, other in (("aux", "al"), ("ées", "é"), ("ée", "é"), ("és", "é"), ("s", "")):
        if low.endswith(ending) and len(low) > len(ending) + 3:
            return low[: -len(ending)] + other
    return low


def is_pronominal(lemma: str) -> bool:
    """Whether a verb is listed with the pronoun of its subject: "s'en prendre à"."""
    return lemma.startswith(("se ", "s'"))


def is_contracted(form: str) -> bool:
    """Whether a preposition holds an article: "du", "à l'égard des"."""
    last = form.rpartition(" ")[2]
    return any(f" {last}" in others for _, others in _CONTRACTED)


def drawn_end(form: str) -> tuple[str, str]:
    """A preposition in two: what stays as it is, and "de" or "à" at its end ("à l'égard du")."""
    before, space, last = form.rpartition(" ")
    return before + space, "de" if last[:1].lower() == "d" else "à"


def is_drawn(form: str) -> bool:
    """Whether a preposition ends with "de" or "à", drawn together with an article or not."""
    last = f" {form.rpartition(' ')[2]}"
    return any(last == plain or last in others for plain, others in _CONTRACTED)


def drawn(before: str, text: str) -> str:
    """A phrase in place of another after "du", "à l'égard de" and their like."""
    kept, last = drawn_end(before)
    found = kept + after_preposition(last, text)
    return found[:1].upper() + found[1:] if before[:1].isupper() else found


def after_preposition(preposition: str, text: str) -> str:
    """A phrase after "de" or "à", with which its article may be drawn together."""
    if preposition == "de" and text.startswith("des "):
        return f"de {text[4:]}"  # "de" holds the article of some: "l'exclusion de responsables"
    if preposition == "de" and opens_with_vowel(text.lower()) and text[:1].lower() not in "hy":
        return f"d'{text}"
    article = next((one for one in ("le ", "les ") if text.startswith(one)), "")
    drawn = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}
    whole = drawn.get(f"{preposition} {article}")
    return whole + text[len(article) :] if whole else f"{preposition} {text}"


def feminines(masculine: str) -> Iterator[str]:
    """How the feminine of a word may read; a lexicon tells which does."""
    yield masculine if masculine.endswith("e") else masculine + "e"
    for ending, fall, come in _FEMININE:
        if masculine.endswith(ending):
            yield masculine[: len(masculine) - fall] + come


def pronoun(*, feminine: bool, plural: bool) -> str:
    """The pronoun that stands for a subject."""
    return ("elle" if feminine else "il") + ("s" if plural else "")


def unelided(form: str) -> str:
    """A pronoun or "ne" as it stands before a consonant; empty where two words are elided so."""
    return "" if form == "l'" else f"{form[:-1]}e "


def opens_with_vowel(form: str) -> bool:
    """Whether an elided word may stand before this one."""
    return normalize("NFD", form)[:1] in "aeiouyh"
