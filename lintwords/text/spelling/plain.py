"""Any language in letters with spaces between words, by its word lists alone.

A word is letters, with an apostrophe inside it if there is one; letters typed as two signs are one.
No ending is known: the forms of an entry are those that `inflection.toml` writes out for it, or
which it has with each of the endings that stand there for its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from unicodedata import normalize

from lintwords.text.passed_over import shown
from lintwords.text.spelling import LETTERS, OTHER, SHORT, UNSEEN, pieces

LOSES_ACCENTS, IN_ONE_PIECE = False, True
_TOKEN = re.compile(
    rf"""
    {OTHER}
  | {SHORT}
  | (?P<word> {LETTERS}(?:['’ʼ]{LETTERS})* )
  | (?P<number> \d+(?:[.,:]\d+)* )
  | (?P<mark> \.\.\.+ | -- | \S )
    """,
    re.VERBOSE,
)
_ENTRY = re.compile(
    r"…|#\w+|(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:'[^\W\d_][^\W_]*)*|\d+(?:[.,:]\d+)*|[^\w\s-]"
)
_FOLD = UNSEEN | {ord(sign): read for sign, read in {
    "’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "‐": "-", "‑": "-",
}.items()}


def folded(form: str) -> str:
    """A form with straight apostrophes, letters with their accents, no hidden marks."""
    return normalize("NFC", form).translate(_FOLD)


def cut(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield (folded text, kind, start, end) for each word and mark that text[start:end] shows."""
    shown_parts = (_TOKEN.finditer(text, *piece) for piece in shown(text, start, end))
    return pieces(text, chain.from_iterable(shown_parts), folded)


def split_entry(form: str) -> list[str]:
    """The words of an entry, cut as a text is; hyphens count as spaces."""
    return _ENTRY.findall(folded(form).lower()) or [form]


def bare(low: str) -> str:
    """The word: no ending is known."""
    return low


def fits_after(article: str, word: str) -> bool:
    """An indefinite article stands before any sound."""
    return bool(article and word)


def counted(determiner: str) -> str:
    """Nothing: no ending of a determiner tells it."""
    return ""


def agreed(form: str, base: str) -> tuple[bool | None, str]:
    """Nothing: neither a participle nor an adjective agrees."""
    return None, ""


def inflector(exceptions: Mapping[str, Mapping[str, Any]]) -> _Written:
    """What gives the forms that are written out."""
    return _Written(exceptions)


class _Written:
    """The forms of entries as `inflection.toml` writes them.

    `[forms]` holds base form → forms of a name (`past = "…"`, parted by spaces); `[endings]` kind →
    the endings that each entry of it takes. The base form is one of the forms.
    """

    def __init__(self, exceptions: Mapping[str, Mapping[str, Any]]) -> None:
        self._forms: Mapping[str, Mapping[str, str]] = exceptions.get("forms", {})
        self._endings: Mapping[str, str] = exceptions.get("endings", {})

    def forms(self, kind: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """Yield (form, lemma, form name) for one entry; "=" at its end has it as it is."""
        lemma = entry.rstrip("=")
        own = {"verb": "base", "noun": "singular"}.get(kind, "fixed")
        yield lemma, lemma, own
        if entry.endswith("="):
            return
        for name, forms in self._forms.get(lemma, {}).items():
            yield from ((form, lemma, name) for form in forms.split())
        for ending in self._endings.get(kind, "").split():
            yield f"{lemma}{ending}", lemma, own
