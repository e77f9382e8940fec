"""How a language is written: how a text is cut into words, and the forms of a base form.

One module or folder a language. What they hold are the rules of spelling of any grammar; words
that keep to no rule stand in the language's `inflection.toml`. A language without a module is
`plain`, and its lists say all forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, cast

from lintwords.text.language_module import module_for

# signs that are not seen (Default_Ignorable_Code_Point of Unicode), as ranges of a character class
_UNSEEN = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)
# lines through, under and over letters and frames around them, which are no part of a word either
_LINES = ((0x305, 0x305), (0x332, 0x338), (0x33F, 0x33F), (0x20D0, 0x20F0))
HIDDEN = "".join(f"{chr(first)}-{chr(last)}" for first, last in (*_UNSEEN, *_LINES))
UNSEEN: dict[int, str | None] = dict.fromkeys(
    sign for first, last in (*_UNSEEN, *_LINES) for sign in range(first, last + 1)
)
SIGNS = rf"{HIDDEN}\u0300-\u036f"  # hidden marks, accents typed by themselves
LETTERS = rf"(?!\d)[^\W_](?:[{SIGNS}]*[^\W_])*[\u0300-\u036f]*"
# what is no word: an address, a name or topic of a network, a file; a group of a verbose pattern
OTHER = r"""(?P<other> (?:https?://|www\.)[^\s<>"”»]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
             | (?<![\w&])[\#@]\w+ | [^\W_]+(?:[_/-][^\W_]+)*\.[a-z]{2,4}(?![\w.'’-]) )"""
SHORT = r"(?P<short> (?:[^\W\d_]\.){2,} )"  # "U.N."
_RAISED, _PLAIN = "¹²³⁰⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "0123456789"
FIGURES = frozenset(_RAISED + _PLAIN)  # at the end of a word: perhaps of a note
_NOTE = 2  # figures of a note's mark that is set on a word
_WORD = 4  # letters of a word that it is set on: "CO2", "mp3" and "G20" are words
JOINERS = frozenset("-‐‑–")


class Inflector(Protocol):
    """Makes the forms of base forms."""

    def forms(self, kind: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """Yield (form, lemma, form name) for an entry that is a verb, noun, adjective or "".

        An entry with "=" at its end has that form only.
        """


class Spelling(Protocol):
    """What the module of a language offers."""

    LOSES_ACCENTS: bool  # where all is in capitals
    IN_ONE_PIECE: bool  # whether no ending of another gender may stand apart on a word

    def cut(self, text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
        """Yield (folded text, kind, start, end) for each word and mark of text[start:end].

        The kind is joiner for a hyphen between words, other for what is no word (an address),
        and else of no concern.
        """

    def folded(self, form: str) -> str:
        """A stretch of text as the lexicon writes it, but for capitals."""

    def split_entry(self, form: str) -> list[str]:
        """The words of an entry, cut as a text is; hyphens count as spaces."""

    def bare(self, low: str) -> str:
        """A word that the lexicon does not hold, without its ending."""

    def fits_after(self, article: str, word: str) -> bool:
        """Whether an article can stand before a word, by the sound of its first letter.

        It is an indefinite one, or one that loses its vowel.
        """

    def drawn(self, before: str, text: str) -> str:
        """A phrase after a preposition, with which its article may be drawn together."""

    def counted(self, determiner: str) -> str:
        """Before how many a determiner stands, "one" or "many"; empty if no ending tells."""

    def agreed(self, form: str, base: str) -> tuple[bool | None, str]:
        """Whether a participle or an adjective is a feminine, None if it may be either; its number.
        """

    def inflector(self, exceptions: Mapping[str, Mapping[str, Any]]) -> Inflector:
        """What makes the forms of entries, with the tables of `inflection.toml`."""


def pieces(
    text: str, matches: Iterable[re.Match[str]], folded: Callable[[str], str]
) -> Iterator[tuple[str, str, int, int]]:
    """The words and marks for `cut` of `Spelling`: matches of a pattern whose groups are kinds.

    In `own` stands a possessive mark, in `inclusive` a word with an ending of both genders, of
    which `stem` is the word.
    """
    folds = not text.isascii()
    for match in matches:
        kind = match.lastgroup or "mark"
        form = match["stem"] if kind == "inclusive" else match.group()
        low, high = match.span()
        if kind == "mark":
            if form in JOINERS and 0 < low and high < len(text):
                if not text[low - 1].isspace() and not text[high].isspace():
                    kind = "joiner"
        elif kind == "own":
            form = "'s"
        if folds and not form.isascii():
            form = folded(form)
            if not form:
                continue  # a sign that is not seen, beside a word
        if kind == "word" and form[-1] in FIGURES:
            form = without_mark(form)
            high = low + len(form) if text.startswith(form, low) else high
        yield form, kind, low, high


def without_mark(form: str) -> str:
    """A word without the figures of a note that stand on it, raised or as a copy leaves them."""
    bare = form.rstrip(_RAISED)
    if bare and bare != form:
        return bare
    bare = form.rstrip(_PLAIN)
    is_note = len(form) - len(bare) <= _NOTE and len(bare) >= _WORD and bare.isalpha()
    return bare if is_note else form


def of(lang: str) -> Spelling:
    """The spelling of a language, loaded when first asked for."""
    return cast(Spelling, module_for("lintwords.text.spelling", lang, "plain"))
