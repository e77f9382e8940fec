"""How a language is written: how a text is cut into words, and the forms of a base form.

One module or folder a language. What they hold are the rules of spelling of any grammar; words
that keep to no rule stand in the language's `inflection.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol, cast

HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # marks that are not seen
JOINERS = frozenset("-‐‑–")


class Inflector(Protocol):
    """Makes the forms of base forms."""

    def forms(self, kind: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """Yield (form, lemma, form name) for an entry that is a verb, noun, adjective or "".

        An entry with "=" at its end has that form only.
        """


class Spelling(Protocol):
    """What the module of a language offers."""

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
        """Whether an indefinite article can stand before a word, by the sound of its first letter.
        """

    def inflector(self, exceptions: Mapping[str, Mapping[str, Any]]) -> Inflector:
        """What makes the forms of entries, with the tables of `inflection.toml`."""


def of(lang: str) -> Spelling:
    """The spelling of a language, loaded when first asked for."""
    return cast(Spelling, import_module(f"lintwords.text.spelling.{lang}"))
