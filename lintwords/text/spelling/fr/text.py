"""French: how a text is cut into words.

An elided word is one by itself ("l'" + "armée"), whichever apostrophe is written; letters typed as
two signs are one; œ is oe. An inclusive ending is no part of a word's form ("Chinois·es").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import normalize

from lintwords import later
from lintwords.text.passed_over import shown
from lintwords.text.spelling import LETTERS, OTHER, SHORT, SIGNS, UNSEEN, pieces
from lintwords.text.spelling.fr.forms import opens_with_vowel

# what loses its last letter before a vowel
_ELIDED = r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)"
_INCLUSIVE = r"(?:[·•․](?:[a-z]{1,4}[·•․]?s?)|[.-](?:es|se|ses|e\.s|ne\.s|se\.s))(?!\w)"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:,\d+)? | \d+(?:[.,:]\d+)*"
_TOKEN = later.pattern(
    rf"""
    (?P<inclusive> (?P<stem> {LETTERS}) {_INCLUSIVE} )
  | {OTHER}
  | {SHORT}
  | (?P<elided> {_ELIDED}['’ʼ](?=[^\W\d_]|[«“"]) )
  | (?P<word> {LETTERS}(?:['’ʼ]{LETTERS})* )
  | (?P<number> {_NUMBER} )
  | (?P<mark> \.\.\.+ | -- | \S )
    """,
    re.VERBOSE,
)
# most sentences hold nothing that only the longer pattern knows, and are cut three times as fast
_PLAIN_TOKEN = later.pattern(
    rf"""
    (?P<elided> {_ELIDED}['’ʼ](?=[^\W\d_]|[«“"]) )
  | (?P<word> [^\W\d_][^\W_]*(?:['’ʼ][^\W\d_][^\W_]*)* )
  | (?P<number> {_NUMBER} )
  | (?P<mark> \.\.\.+ | -- | \S )
    """,
    re.VERBOSE,
)
_NOT_PLAIN = later.pattern(rf"[@#·•․{SIGNS}]|//|\.\w|www\.|-(?:es|se|ses|e\.s|ne\.s)(?!\w)")
_ENTRY = later.pattern(
    rf"…|#\w+|(?:[^\W\d_]\.){{2,}}|{_ELIDED}'(?=[^\W\d_]|$)|[^\W\d_][^\W_]*(?:'[^\W\d_][^\W_]*)*"
    r"|\d+(?:[.,:]\d+)*|[^\w\s-]"
)
_FOLD = UNSEEN | {ord(sign): read for sign, read in {
    "’": "'", "‘": "'", "ʼ": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "\u00a0": " ", "\u202f": " ",
    "‐": "-", "‑": "-",
}.items()}


def folded(form: str) -> str:
    """A form with straight apostrophes, letters with their accents, no hidden marks."""
    return normalize("NFC", form).translate(_FOLD)


def cut(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield (folded text, kind, start, end) for each word and mark that text[start:end] shows."""
    pattern = _TOKEN if _NOT_PLAIN.search(text, start, end) else _PLAIN_TOKEN
    matches = (pattern.finditer(text, *piece) for piece in shown(text, start, end))
    return pieces(text, chain.from_iterable(matches), folded)


def split_entry(form: str) -> list[str]:
    """The words of an entry, cut as a text is; hyphens count as spaces."""
    return _ENTRY.findall(folded(form).lower()) or [form]


def fits_after(article: str, word: str) -> bool:
    """Whether an article may stand before a word.

    "l'" before a vowel, "le" and "la" before none; what opens with h or y may be either.
    """
    low = word.lstrip("« ").lower()
    if not article or not low or low[0] in "hy":
        return bool(article and word)
    return opens_with_vowel(low) if article.endswith("'") else (
        article not in ("le", "la") or not opens_with_vowel(low)
    )
