"""A word that a line end parts: whether its hyphen belongs to it, as far as a text tells.

A file that holds lines does not say whether "co-" and "operation" are one word or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"[\w'’-]*\Z")
_AFTER = re.compile(r"[^\W\d_]*")
_PLAIN = str.maketrans("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "--")
_SHORTEST = 4  # letters of a name that makes compounds, as in "China-backed"


class Words(NamedTuple):
    """The words of a text that stand whole on their lines, and those of them that are names."""

    whole: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Words:
        """The words of lines; the pieces at their ends do not count."""
        found: set[str] = set()
        for line in lines:
            text = line.strip().translate(_PLAIN)
            found.update(_TOKEN.findall(text if text[-1:].isalpha() else _BEFORE.sub("", text)))
        names = {word for word in found if word.istitle() and word.lower() not in found}
        return cls(frozenset(word.lower() for word in found), frozenset(names))

    def keep(self, before: str, after: str) -> bool:
        """Whether the hyphen stays between the end of `before` and the start of `after`.

        It stays in a word that has one already, before a capital or a figure, behind a name
        that stands by itself elsewhere, and where the whole word stands so elsewhere.
        """
        left = _BEFORE.search(before.translate(_PLAIN))
        right = _AFTER.match(after)
        first, second = left[0] if left else "", right[0] if right else ""
        if not first or not second or second[0].isupper():
            return True
        if (first + second).lower() in self.whole:
            return False
        if f"{first}-{second}".lower() in self.whole or "-" in first:
            return True
        return len(first) >= _SHORTEST and first in self.names
