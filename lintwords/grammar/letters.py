"""Letters that every language gives alike: to marks, to names, to unknown words by their shape."""

from __future__ import annotations

from collections.abc import Callable

from lintwords.text.lexicon import Word
from lintwords.text.tokens import Token

MARKS = {
    ",": ",", ";": ":", "|": ":", "•": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
    ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", "--": "=", "—": "=", "–": "=", "-": "=",
    "/": "C",
}  # fmt: skip
QUOTATION = frozenset("\"“”„‟«»‘’'‚‛‹›`")
_QUOTES = QUOTATION | frozenset("*_")
_NAMES = {
    "country": "Z", "capital": "Z", "formal": "Z", "cold-war": "Z", "adjective": "K",
    "prefix": "K", "group": "K",
}  # fmt: skip


def candidates(
    token: Token, marks: dict[str, str], letters_of: Callable[[Word], str],
    guess: Callable[[str], str],
) -> str:
    """All letters that a token may have, before its neighbours are asked.

    `letters_of` asks the lexicon of the language, `guess` the ending of a word it does not hold.
    What the lexicon says is kept with the word.
    """
    if token.name:
        return _NAMES.get(token.name, "N")
    if token.joined:
        return "-"
    low = token.low
    if low in marks:
        return marks[low]
    if low in _QUOTES:
        return '"'
    kept = token.word.kept
    if "letters" not in kept:
        kept["letters"] = letters_of(token.word)
    letters: str = kept["letters"]
    return letters or _by_shape(token) or guess(low)


def _by_shape(token: Token) -> str:
    """The letters of a number, a sign or a name that the lexicon does not hold."""
    text, low = token.text, token.low
    if low[:1].isdigit():
        return "N#" if len(low) == 4 and low.isdigit() else "#"
    if not low[:1].isalpha():
        return '"'
    return "N" if text[:1].isupper() else ""
