"""An encoder that reads a mention in what stands around it, where it is installed.

It is a transformer of a few layers (Vaswani and others, 2017; Wang and others, 2020, for the one
that was taught further): words by place, each looking at all others, then one chance for each code
of the guide, from the first piece beside the mean of the mention's. Weights are bytes with a scale
for each row. numpy multiplies; it is imported with the first mention that is in doubt.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from lintwords.errors import RulePackError
from lintwords.interface import say
from lintwords.reading.mapped_arrays import Array, arrays
from lintwords.reading.masking import SIGNS, Hidden
from lintwords.reading.transformer import Pieces, Transformer
from lintwords.reading.unigram import Unigram
from lintwords.reading.wordpieces import WordPieces

CODES = ("W", "S", "N", "O", "G", "B")  # of the guide
_LENGTH = 84  # pieces
_SIGN = re.compile("(" + "|".join(map(re.escape, SIGNS)) + ")")
ONE_CORE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Encoder:
    """Opened weights, loaded with the first question."""

    def __init__(self, path: Path) -> None:
        """`path` leads to the weights."""
        self._path = path

    def scores(self, mentions: Sequence[Hidden]) -> list[tuple[float, ...]]:
        """What speaks for each of `CODES` of each mention, in natural units.

        Several together take less time than one after the other.
        """
        return self._opened.scores(mentions)

    @cached_property
    def _opened(self) -> _Opened:
        from zipfile import BadZipFile  # late: most texts hold nothing that is in doubt

        path = self._path
        hint = say("Install it again, or take it away: pip uninstall lintwords-encoder")
        try:
            return _Opened(arrays(path, numpy()))
        except ImportError as trouble:
            raise RulePackError(say("the encoder needs numpy"), hint, path) from trouble
        except (OSError, ValueError, KeyError, BadZipFile, struct.error) as trouble:
            raise RulePackError(say("cannot read {path}", path=path), hint, path) from trouble


def numpy() -> Any:
    """The library, which takes one core: products this small are slower on two."""
    if "numpy" in sys.modules:
        return sys.modules["numpy"]
    before = {name: os.environ.get(name) for name in ONE_CORE}
    os.environ.update(dict.fromkeys(ONE_CORE, "1"))
    try:
        import numpy as library
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return library


class _Opened:
    """The pieces of words that an encoder knows, and its layers."""

    def __init__(self, rows: dict[str, Array]) -> None:
        vocabulary = {word: nth for nth, word in enumerate(str(rows["words"]).split("\n"))}
        self._cut: Unigram | WordPieces = WordPieces(vocabulary)
        if "chance" in rows:
            self._cut = Unigram(vocabulary, rows["chance"])
        self._layers = Transformer(rows, numpy())

    def scores(self, mentions: Sequence[Hidden]) -> list[tuple[float, ...]]:
        return self._layers.scores([self._pieces(mention) for mention in mentions])

    def _pieces(self, mention: Hidden) -> Pieces:
        """The pieces of a mention and its surroundings, and which of them is the mention."""
        known = self._cut.vocabulary
        before = [known[self._cut.first], *self._numbers(f"{mention.left} [")]
        after = self._numbers(f"] {mention.right}")
        whole = [*before, known[mention.sign], *after][: _LENGTH - 1]
        at = len(before) if len(before) < len(whole) else 0
        return Pieces([*whole, known[self._cut.last]], at)

    def _numbers(self, text: str) -> Iterator[int]:
        for nth, part in enumerate(_SIGN.split(text)):
            if nth % 2:
                yield self._cut.vocabulary[part]
            else:
                yield from self._cut.numbers(part)
