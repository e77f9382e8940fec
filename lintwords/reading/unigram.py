"""A text in its likeliest pieces, as an encoder of many languages was taught to read it.

The method is that of a unigram vocabulary (Kudo, 2018): a word, with a sign before it, is the row
of pieces whose chances together are the greatest. Letters stay as they are written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

FIRST, LAST, UNKNOWN = "<s>", "</s>", "<unk>"
_BEGINS = "▁"  # before each word
_UNLIKELY = 10.0  # an unknown letter is so much less likely than the least likely piece
_LONGEST = 100  # letters of a word that is looked at
_MOST_KEPT = 20_000  # words whose pieces are remembered


class Unigram:
    """A vocabulary with the chance of each piece, in log units."""

    first, last = FIRST, LAST

    def __init__(self, vocabulary: Mapping[str, int], chances: Sequence[float]) -> None:
        self.vocabulary = vocabulary
        self._chances = {word: float(chances[nth]) for word, nth in vocabulary.items()
                         if nth < len(chances)}
        self._longest = max(map(len, self._chances))
        self._unknown = min(self._chances.values()) - _UNLIKELY
        self._words: dict[str, list[int]] = {}

    def numbers(self, text: str) -> list[int]:
        words = unicodedata.normalize("NFKC", text).split()
        return [number for word in words for number in self._pieces(word)]

    def _pieces(self, word: str) -> list[int]:
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_KEPT:
                self._words.clear()
            found = self._words[word] = self._likeliest(_BEGINS + word[:_LONGEST])
        return found

    def _likeliest(self, word: str) -> list[int]:
        """By the best way to each place in the word, from its begin on (Viterbi, 1967)."""
        best: list[tuple[float, int, str]] = [(0.0, 0, "")]  # chance, where the piece begins, it
        for end in range(1, len(word) + 1):
            ways = [
                (best[start][0] + self._chances[word[start:end]], start, word[start:end])
                for start in range(max(0, end - self._longest), end)
                if word[start:end] in self._chances
            ]
            ways.append((best[end - 1][0] + self._unknown, end - 1, UNKNOWN))
            best.append(max(ways, key=lambda way: way[0]))
        numbers: list[int] = []
        end = len(word)
        while end:
            _, end, piece = best[end]
            number = self.vocabulary[piece]
            if not (piece == UNKNOWN and numbers and numbers[-1] == number):  # one for a row
                numbers.append(number)
        return numbers[::-1]
