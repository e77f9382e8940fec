"""English: how a text is cut into words, and the forms of a base form.

The rules of spelling are those of any grammar (Quirk et al., *A Comprehensive Grammar of the
English Language*, 1985, 3.2-3.18 and 5.73-5.96); what they get wrong stands in `inflection.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any
from unicodedata import normalize

from lintwords import later
from lintwords.text.passed_over import shown
from lintwords.text.spelling import LETTERS, OTHER, SHORT, SIGNS, UNSEEN, pieces

LOSES_ACCENTS, IN_ONE_PIECE = False, True
_NEGATED = rf"{LETTERS}?(?=n['’]t(?!\w)) | (?i:n['’]t(?!\w)) |"
_COMMON = r"""
    (?P<word> {negated} {letter}(?:['’](?!(?i:s|ll|ve|re|d|m)(?!\w))[^\W\d_]+)* )
  | (?P<number> \d+(?:[.,:]\d+)* )
  | (?P<clitic> (?<=\w)['’](?i:ll|ve|re|d|m)(?!\w) )
  | (?P<own> (?<=[\w*~])['’][sS](?!\w) | (?<=[sS])['’](?!\w) )
  | (?P<mark> \.\.\.+ | -- | \S )
"""
_TOKEN = later.pattern(
    f"{OTHER} | {SHORT} | {_COMMON.format(negated=_NEGATED, letter=LETTERS)}", re.VERBOSE
)
# most sentences hold nothing that only the longer patterns know, and are cut twice as fast
_PLAIN_TOKEN = later.pattern(_COMMON.format(negated="", letter=r"[^\W\d_][^\W_]*"), re.VERBOSE)
_NOT_PLAIN = later.pattern(rf"[@#{SIGNS}]|//|\.\w|www\.|n['’]t", re.I)
_FOLD = UNSEEN | {ord(sign): "'" for sign in "’‘ʼ"}


def folded(form: str) -> str:
    """A form with straight apostrophes, its accents in their letters, and no hidden marks."""
    return (form if form.isascii() else normalize("NFC", form)).translate(_FOLD)


def cut(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield (folded text, kind, start, end) for each word and mark that text[start:end] shows."""
    pattern = _TOKEN if _NOT_PLAIN.search(text, start, end) else _PLAIN_TOKEN
    matches = (pattern.finditer(text, *piece) for piece in shown(text, start, end))
    return pieces(text, chain.from_iterable(matches), folded)


_VOWELS, _EITHER = "aeio", "u"  # "an umbrella", "a union": the letter does not tell
_UNSURE = "uhoe"  # nor "an hour", "a one-time", "a European" for sure
_PARTS = ("third", "past", "participle", "ing")
_WORD = later.pattern(
    r"…|#\w+|(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|n't\b|'(?:s|ll|ve|re|d|m)\b|(?<=s)'(?!\w)"
    r"|[^\W_]+?(?=n't\b)|[^\W_]+(?:'(?!(?:s|ll|ve|re|d|m)\b)[^\W\d_]+)*|[^\w\s-]"
)


def split_entry(form: str) -> list[str]:
    """The words of an entry, cut as `cut` does a text; hyphens count as spaces."""
    return _WORD.findall(form.lower().replace("’", "'")) or [form]


def bare(low: str) -> str:
    """A word without the ending of a verb's form or a plural."""
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) > len(ending) + 3:
            return low[: -len(ending)]
    return low


def fits_after(article: str, word: str) -> bool:
    """Whether "a" or "an" can stand before a word."""
    letter = word[0].lower()
    return letter in _EITHER or (letter in _VOWELS) is article.endswith("n")


def surely_before(words: str) -> str:
    """"a" or "an", as it stands before these words for sure; empty where the letters do not tell.
    """
    first = words[:1].lower()
    if first in _UNSURE or not first.isalpha():
        return ""
    return "an" if first in _VOWELS else "a"


def drawn(before: str, text: str) -> str:
    """A phrase after a preposition, which stays as it is."""
    return f"{before} {text}"


def counted(determiner: str) -> str:
    """Nothing: no ending of a determiner tells it."""
    return ""


def agreed(form: str, base: str) -> tuple[bool | None, str]:
    """Nothing: neither a participle nor an adjective agrees."""
    return None, ""


def inflector(exceptions: Mapping[str, Mapping[str, Any]]) -> _Inflector:
    """What makes the forms of entries."""
    return _Inflector(exceptions)


class _Inflector:
    """Makes the forms of a base form, with the exceptions of `inflection.toml`."""

    def __init__(self, exceptions: Mapping[str, Mapping[str, Any]]) -> None:
        self.irregular: Mapping[str, Sequence[str]] = exceptions.get("irregular", {})
        self.irregular_nouns: Mapping[str, str] = exceptions.get("irregular-nouns", {})
        self.doubled = frozenset(exceptions.get("doubling", {}).get("words", ()))
        self.british = frozenset(exceptions.get("doubling", {}).get("british", ()))
        self.acts: Mapping[str, Sequence[str]] = exceptions.get("acts", {})

    def forms(self, kind: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """Yield (form, lemma, form name) for one entry."""
        for base in _spellings(entry):
            lemma = base.rstrip("=")
            if base.endswith("="):
                yield lemma, lemma, "singular" if kind == "noun" else "fixed"
            elif kind == "verb":
                yield from ((form, lemma, name) for form, name in self._verb(base))
            elif kind == "noun":
                yield base, lemma, "singular"
                for plural in self._plurals(base):
                    yield plural, lemma, "plural"
            else:
                yield base, lemma, "fixed"

    def _verb(self, base: str) -> Iterator[tuple[str, str]]:
        first, space, rest = base.partition(" ")
        tail = space + rest
        yield base, "base"
        for name, forms in zip(_PARTS, self._parts(first), strict=True):
            for form in forms:
                yield form + tail, name
        for act in self.acts.get(base, self.acts.get(first, ()) if not tail else ()):
            yield act, "act"
            for plural in self._plurals(act):
                yield plural, "act"

    def _parts(self, verb: str) -> tuple[Sequence[str], ...]:
        if verb in self.irregular:
            return tuple(form.split("|") for form in self.irregular[verb])
        before, hyphen, last = verb.rpartition("-")
        if hyphen:  # "force-fed", "strip-searched"
            parts = self._parts(last)
            return tuple([before + hyphen + form for form in forms] for forms in parts)
        stems = [verb + verb[-1]] if self._doubles(verb) else []
        if verb in self.british or not stems:
            stems.append(verb)
        pasts = [_with_ed(stem) for stem in stems]
        return [_with_s(verb)], pasts, pasts, [_with_ing(stem) for stem in stems]

    def _doubles(self, verb: str) -> bool:
        if verb in self.doubled or verb in self.british:
            return True
        return re.fullmatch(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]", verb) is not None

    def _plurals(self, noun: str) -> list[str]:
        *before, last = re.split(r"(?<=[ -])", noun)
        regular = last[:-2] + "en" if last.endswith("man") else _with_s(last)
        forms = self.irregular_nouns.get(last, regular).split("|")
        return ["".join((*before, form)) for form in forms]


def _spellings(entry: str) -> Iterator[str]:
    yield entry
    other = re.sub(r"\b(\w{3,})is(e|es|ed|ing)\b", r"\1iz\2", entry)
    if other != entry and not re.search(r"\b(?:\w*(?:v|m|pr|rt|ra|ppr|gu|er)ise)\b", entry):
        yield other


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", word):
        return word + "es"
    return word + "s"


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if re.search(r"[^aeiou]y$", stem) else stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return stem[:-1] + "ing" if re.search(r"[^eoy]e$", stem) else stem + "ing"
