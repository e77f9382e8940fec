"""An encoder that reads a mention in what stands around it, where it is installed.

It is a transformer of a few layers (Vaswani and others, 2017; Wang and others, 2020, for the one
that was taught further): words by place, each looking at all others, then one chance for each code
of the guide, from the first piece beside the mean of the mention's. Weights are bytes with a scale
for each row. numpy multiplies; it is imported with the first mention that is in doubt.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from lintwords.errors import RulePackError
from lintwords.interface import say
from lintwords.model.rule import EncoderFile
from lintwords.reading.masking import SIGNS, Hidden
from lintwords.reading.unigram import Unigram
from lintwords.reading.wordpieces import WordPieces

CODES = ("W", "S", "N", "O", "G", "B")  # of the guide
_LENGTH = 84  # pieces
_SIGN = re.compile("(" + "|".join(map(re.escape, SIGNS)) + ")")
_EXACT = 2  # digits of a score that are kept: machines differ in the sixth
_ONE_CORE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
Array = Any  # numpy is only there where an encoder is


class Encoder:
    """Opened weights, loaded with the first question."""

    def __init__(self, head: EncoderFile) -> None:
        self.head = head

    def scores(self, mention: Hidden) -> tuple[float, ...]:
        """What speaks for each of `CODES`, in natural units."""
        return self._weights.scores(*self._weights.pieces(mention))

    @cached_property
    def _weights(self) -> _Weights:
        from zipfile import BadZipFile  # late: most texts hold nothing that is in doubt

        path = self.head.path
        hint = say("Install it again, or take it away: pip uninstall lintwords-encoder")
        try:
            with numpy().load(path, allow_pickle=False) as rows:
                return _Weights(dict(rows))
        except ImportError as trouble:
            raise RulePackError(say("the encoder needs numpy"), hint, path) from trouble
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as trouble:
            raise RulePackError(say("cannot read {path}", path=path), hint, path) from trouble


def numpy() -> Any:
    """The library, which takes one core: products this small are slower on two."""
    if "numpy" in sys.modules:
        return sys.modules["numpy"]
    before = {name: os.environ.get(name) for name in _ONE_CORE}
    os.environ.update(dict.fromkeys(_ONE_CORE, "1"))
    try:
        import numpy as library
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return library


class _Weights:
    """The layers of an encoder as arrays, and how a mention goes through them."""

    def __init__(self, rows: dict[str, Array]) -> None:
        self._np = numpy()
        vocabulary = {word: nth for nth, word in enumerate(str(rows["words"]).split("\n"))}
        self._cut: Unigram | WordPieces = WordPieces(vocabulary)
        if "chance" in rows:
            self._cut = Unigram(vocabulary, rows["chance"])
        self._heads = int(rows["heads"])
        self._words = rows["word"], rows["word scale"]
        self._places, self._first = rows["place"], rows["norm"]
        self._layers = [
            tuple(self._part(rows, f"{nth} {name}") for name in ("look", "join", "up", "down"))
            + (rows[f"{nth} norm join"], rows[f"{nth} norm down"])
            for nth in range(int(rows["layers"]))
        ]
        self._codes = rows["code"].T.copy(), rows["code start"]

    def _part(self, rows: dict[str, Array], name: str) -> tuple[Array, Array]:
        """A product: its matrix, and what is added."""
        scale = rows[f"{name} scale"][:, None]
        return (rows[name].astype(self._np.float32) * scale).T.copy(), rows[f"{name} start"]

    def pieces(self, mention: Hidden) -> tuple[list[int], list[int]]:
        """The pieces of a mention and its surroundings, and which of them are the mention."""
        known = self._cut.vocabulary
        before = [known[self._cut.first], *self._numbers(f"{mention.left} [")]
        after = self._numbers(f"] {mention.right}")
        whole = [*before, known[mention.sign], *after][: _LENGTH - 1]
        at = [len(before)] if len(before) < len(whole) else [0]
        return [*whole, known[self._cut.last]], at

    def _numbers(self, text: str) -> Iterator[int]:
        for nth, part in enumerate(_SIGN.split(text)):
            if nth % 2:
                yield self._cut.vocabulary[part]
            else:
                yield from self._cut.numbers(part)

    def scores(self, pieces: Sequence[int], at: Sequence[int]) -> tuple[float, ...]:
        np = self._np
        words, scale = self._words
        seen = words[pieces].astype(np.float32) * scale[pieces][:, None]
        seen = self._norm(seen + self._places[: len(pieces)], self._first)
        asked = [0, *at]  # what the last layer says of other pieces, nobody asks
        for nth, (look, join, up, down, after_join, after_down) in enumerate(self._layers, 1):
            taken = self._looked(seen, look)
            if nth == len(self._layers):
                seen, taken = seen[asked], taken[asked]
            seen = self._norm(seen + taken @ join[0] + join[1], after_join)
            raised = self._bent(seen @ up[0] + up[1])
            seen = self._norm(seen + raised @ down[0] + down[1], after_down)
        both = np.concatenate([seen[0], seen[1:].mean(0)])
        return tuple(round(float(one), _EXACT) for one in both @ self._codes[0] + self._codes[1])

    def _looked(self, seen: Array, look: tuple[Array, Array]) -> Array:
        """What each piece takes from the pieces that it looks at, head by head."""
        np = self._np
        many = len(seen)
        parts = (seen @ look[0] + look[1]).reshape(many, 3, self._heads, -1).transpose(1, 2, 0, 3)
        asks, holds, gives = parts
        share = asks @ holds.transpose(0, 2, 1) / np.float32(asks.shape[-1] ** 0.5)
        share = np.exp(share - share.max(-1, keepdims=True))
        share /= share.sum(-1, keepdims=True)
        return (share @ gives).transpose(1, 0, 2).reshape(many, -1)

    def _norm(self, rows: Array, by: Array) -> Array:
        off = rows - rows.mean(-1, keepdims=True)
        wide = self._np.sqrt((off**2).mean(-1, keepdims=True) + 1e-12)
        return off / wide * by[0] + by[1]

    def _bent(self, rows: Array) -> Array:
        """The error linear unit; the error function by Abramowitz and Stegun, 7.1.26."""
        np = self._np
        far = np.abs(rows) * np.float32(0.5**0.5)
        near = 1 / (1 + np.float32(0.3275911) * far)
        series = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
        sum_ = np.float32(0)
        for factor in reversed(series):
            sum_ = (sum_ + np.float32(factor)) * near
        error = 1 - sum_ * np.exp(-far * far)
        return rows * np.float32(0.5) * (1 + np.sign(rows) * error)
