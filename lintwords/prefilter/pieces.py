"""The pieces of words in bytes: what a text is cut into before anything is read, and asked for.

A translation makes letters small and all else a space, so that a word is one piece, or several
where it holds signs or letters that are not ASCII. Of these the longest is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

LOT = 1_000_000  # bytes that are split into words at once
_MOST_KNOWN = 100_000
# digits too become spaces: "2021china" is two words to a rule
FOLDED = bytes(
    ord(chr(byte).lower()) if byte < 0x80 and chr(byte).isalpha() else 0x20 for byte in range(256)
)
NOT = b"t"  # what the translation leaves of "n't", beside an n at the end of the word before
DIGITS = 3  # a number of fewer tells nothing


def pieces(shape: bytes) -> list[bytes]:
    """The words of a translated text; in a long one equal words take room once."""
    if len(shape) <= LOT:
        return shape.split()
    words: list[bytes] = []
    known: dict[bytes, bytes] = {}
    start = 0
    while start < len(shape):
        end = shape.find(b" ", start + LOT)
        end = end if end >= 0 else len(shape)
        lot = shape[start:end].split()
        words += map(known.setdefault, lot, lot)
        if len(known) > _MOST_KNOWN:
            known.clear()
        start = end
    return words


def stems(words: list[bytes]) -> Iterator[bytes]:
    """What stands before "n't", of which the translation leaves an n and a t."""
    at = 0
    for _ in range(words.count(NOT)):
        at = words.index(NOT, at) + 1
        if at > 1 and words[at - 2].endswith(b"n"):
            yield words[at - 2][:-1]


@lru_cache(1 << 17)
def piece_of(word: str) -> bytes:
    """What is looked for of a word: a number, or its longest run of ASCII letters."""
    if word == "n't":
        return NOT
    if word.isascii() and word.isdigit() and len(word) >= DIGITS:
        return word.encode()
    return max(word.encode().translate(FOLDED).split(), key=len, default=b"")


def pieces_of(words: frozenset[str]) -> frozenset[bytes]:
    """The pieces of all words; empty if one of them has none, so that nothing can be said."""
    pieces = frozenset(map(piece_of, words))
    return frozenset() if b"" in pieces else pieces


def is_plain(word: str) -> bool:
    """Whether a word is always written as it is: with no accent, sign or drawn letters."""
    return word.isascii() and word.isalpha() and "oe" not in word and "ae" not in word


def as_written(words: frozenset[str]) -> frozenset[str]:
    """Words with the ways to write them: "oeuvre" is "œuvre" in print, "été" "ETE" in capitals."""
    drawn = (word.replace("oeu", "œu").replace("oei", "œi") for word in words if "oe" in word)
    return words.union(drawn, (bare(word) for word in words if not word.isascii()))


def bare(word: str) -> str:
    """A word as it is written without its accents."""
    from unicodedata import combining, normalize  # only for building

    return "".join(one for one in normalize("NFD", word) if not combining(one))
