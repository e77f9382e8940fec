"""Letters of tags that every language gives alike: to marks, names, unknown words by shape."""

from __future__ import annotations

from collections.abc import Callable

from lintwords.text.lexicon import Word
from lintwords.text.tokens import Token

MARKS = {
    ",": ",", ";": ":", "|": ":", "•": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
    ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", "--": "=", "—": "=", "–": "=", "-": "=",
    "/": "C",
}
QUOTATION = frozenset("\"“”„‟«»‘’'‚‛‹›`")
_QUOTES = QUOTATION | frozenset("*_")
_NAMES = {
    "country": "Z", "capital": "Z", "formal": "Z", "cold-war": "Z", "adjective": "K",
    "prefix": "K", "group": "K",
}


def of_language(
    marks: dict[str, str], letters_of: Callable[[Word], str], guess: Callable[[str], str]
) -> Callable[[Token], str]:
    """What gives all letters that a token may have, before its neighbours are asked.

    `letters_of` asks the lexicon of the language, `guess` the ending of a word it does not hold.
    What the lexicon says is kept with the word.
    """
    by_mark = {**dict.fromkeys(_QUOTES, '"'), **marks}

    def candidates(token: Token) -> str:
        if token.name:
            return _NAMES.get(token.name, "N")
        if token.joined:
            return "-"
        low = token.low
        if low in by_mark:
            return by_mark[low]
        kept = token.word.kept
        letters: str | None = kept.get("letters")
        if letters is None:
            letters = kept["letters"] = letters_of(token.word)
        return letters or _by_shape(token) or guess(low)

    return candidates


def _by_shape(token: Token) -> str:
    """The letters of a number, a sign or a name that the lexicon does not hold."""
    text, low = token.text, token.low
    if low[:1].isdigit():
        return "N#" if len(low) == 4 and low.isdigit() else "#"
    if not low[:1].isalpha():
        return '"'
    return "N" if text[:1].isupper() else ""
