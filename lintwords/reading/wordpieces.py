"""A text in pieces of words, as an encoder was taught to read it.

The method is that of BERT's uncased vocabulary (Devlin and others, 2018): letters without their
accents in lower case, each mark by itself, and of a word that the vocabulary lacks the longest
piece that it has, then the longest of what is left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

_LONGEST = 100  # letters of a word that is looked at
FIRST, LAST, UNKNOWN, INSIDE = "[CLS]", "[SEP]", "[UNK]", "##"


def words(text: str) -> Iterator[str]:
    word = ""
    for letter in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn":
            continue
        is_mark = _is_mark(letter, kind)
        if word and (is_mark or letter.isspace()):
            yield word
            word = ""
        if is_mark:
            yield letter
        elif not letter.isspace() and kind not in ("Cc", "Cf") and letter != "\ufffd":
            word += letter
    if word:
        yield word


def _is_mark(letter: str, kind: str) -> bool:
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return kind.startswith("P") or "\u4e00" <= letter <= "\u9fff"


def pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The numbers of a word's pieces; that of the unknown word, if it cannot be made of any."""
    if word in vocabulary:
        return [vocabulary[word]]
    found: list[int] = []
    at = 0
    while at < len(word) <= _LONGEST:
        lead = INSIDE if at else ""
        ends = range(len(word), at, -1)
        end = next((end for end in ends if lead + word[at:end] in vocabulary), 0)
        if not end:
            break
        found.append(vocabulary[lead + word[at:end]])
        at = end
    return found if found and at == len(word) else [vocabulary[UNKNOWN]]


class WordPieces:
    """A vocabulary of pieces."""

    first, last = FIRST, LAST

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary

    def numbers(self, text: str) -> list[int]:
        return [number for word in words(text) for number in pieces(word, self.vocabulary)]
