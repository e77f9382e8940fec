"""The gate: tells cheaply, and never wrongly, that a text holds nothing that a rule looks for.

A byte translation (letters to lower case, all else to a space) and one set test cost a few
nanoseconds a byte and do not get slower with more words. A name of the country opens the gate by
itself. A phrase opens it only if each of the word sets that it cannot do without is met; its
rarest set is the key that is looked for, so most texts are turned away by the first test. Where
letters may hide inside a word (soft hyphens, entities, markup in a word, letters that fold to
ASCII), the gate lets the text in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

PART = 32_000  # bytes that are asked about at once
# digits too become spaces: "2021china" is two words to a rule
_TABLE = bytes(
    ord(chr(byte).lower()) if byte < 0x80 and chr(byte).isalpha() else 0x20 for byte in range(256)
)
_SHAPE = bytes(
    0x61 if byte < 0x80 and chr(byte).isalpha() else byte if chr(byte) in "*_~`\\" else 0x20
    for byte in range(256)
)
_INSIDE = tuple(b"a" + mark * n + b"a" for mark in (b"*", b"_", b"~", b"\\") for n in (1, 2, 3))
# inside a word, also one in capitals; a capital after a small letter begins another one
_TAG_INSIDE = re.compile(rb"[A-Za-z](?:<[^<>]{0,200}>)+[a-z]|[A-Z](?:<[^<>]{0,200}>)+[A-Z]")
_ENTITY_INSIDE = re.compile(rb"[A-Za-z]&[A-Za-z]{1,40};[A-Za-z]")
_HIDING = (
    b"\xc2\xad", b"\xe2\x80\x8b", b"\xe2\x80\x8c", b"\xe2\x80\x8d", b"\xe2\x81\xa0",
    b"\xc5\xbf", b"\xe2\x84\xaa", b"\xef\xbb\xbf", b"\x00",
)  # fmt: skip


_NOT = b"t"  # what the translation leaves of "n't", beside an n at the end of the word before


class Table(NamedTuple):
    """What the gate asks of a text, in plain values that can be kept.

    `keys` leads from a word to the phrases it may belong to, each as the numbers of the other
    `sets` that must be met; no numbers: the word is enough. `topics` are the words that decide
    elsewhere in a document whether a phrase counts.
    """

    keys: dict[bytes, list[tuple[int, ...]]]
    sets: list[frozenset[bytes]]
    topics: frozenset[bytes]
    always: bool  # there is a phrase of which no word is known


def table(
    clauses: Iterable[Sequence[frozenset[str]]], names: Iterable[str], topics: Iterable[str]
) -> Table:
    """The table of a pack.

    A clause holds sets of words, the rarest first; a text must hold a word of each of them.
    """
    keys: dict[bytes, list[tuple[int, ...]]] = {}
    numbers: dict[frozenset[bytes], int] = {}
    always = False
    for clause in clauses:
        known = [pieces for words in clause if (pieces := _pieces(words))]
        always = always or not known
        others = [numbers.setdefault(pieces, len(numbers)) for pieces in known[1:]]
        for word in known[0] if known else ():
            row = keys.setdefault(word, [])
            if tuple(others) not in row:
                row.append(tuple(others))
    for name in names:
        piece = _piece(name)
        always = always or not piece
        keys[piece] = [()]
    for piece, rows in keys.items():
        keys[piece] = [()] if () in rows else rows
    about = {_piece(word) for word in topics}
    return Table(keys, list(numbers), frozenset(about), always or b"" in about)


def _pieces(words: frozenset[str]) -> frozenset[bytes]:
    """The pieces of all words; empty if one of them has none, so that nothing can be said."""
    pieces = frozenset(map(_piece, words))
    return frozenset() if b"" in pieces else pieces


def _piece(word: str) -> bytes:
    """The longest run of ASCII letters of a word."""
    if word == "n't":
        return _NOT
    return max(word.encode().translate(_TABLE).split(), key=len, default=b"")


def _parts(data: bytes) -> Iterator[bytes]:
    """A plain text cut at blank lines: no phrase goes on over one."""
    start = 0
    while start < len(data):
        end = data.find(b"\n\n", start + PART)
        end = end if end >= 0 else len(data)
        yield data[start:end]
        start = end


def _stems(words: list[bytes]) -> Iterator[bytes]:
    """What stands before "n't", of which the translation leaves an n and a t."""
    at = 0
    for _ in range(words.count(_NOT)):
        at = words.index(_NOT, at) + 1
        if at > 1 and words[at - 2].endswith(b"n"):
            yield words[at - 2][:-1]


class Gate:
    """Holds the words of which a text must have some to be worth reading."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._words = frozenset((_NOT,)).union(table.keys, table.topics, *table.sets)

    def open_for(self, data: bytes, *, markup: bool = True) -> bool:
        """False only if `data`, in UTF-8, surely holds nothing that a rule looks for.

        `markup` is true for Markdown and HTML sources, where marks may stand inside a word.
        """
        if self._table.always or self._may_hide(data):
            return True
        if not markup:
            return any(self._fits(part.translate(_TABLE).split()) for part in _parts(data))
        if self._fits(data.translate(_TABLE).split()):
            return True
        if b"&" in data and (b"&#" in data or _ENTITY_INSIDE.search(data)):
            return True
        shape = data.translate(_SHAPE)
        if any(inside in shape for inside in _INSIDE):
            return True
        return b"<" in data and _TAG_INSIDE.search(data) is not None

    def hit(self, text: str) -> bool:
        """Whether a read text may hold what a rule looks for."""
        data = text.encode("utf-8", "replace")
        if self._table.always or self._fits(data.translate(_TABLE).split()):
            return True
        return not text.isascii() and self._may_hide(data)

    def matters(self, text: str) -> bool:
        """Whether a read text may hold that, or what makes a phrase count that stands elsewhere."""
        data = text.encode("utf-8", "replace")
        if self._table.always or self._fits(data.translate(_TABLE).split(), topics=True):
            return True
        return not text.isascii() and self._may_hide(data)

    def _fits(self, words: list[bytes], *, topics: bool = False) -> bool:
        found = self._words.intersection(words)
        if _NOT in found:  # "can't" is "ca" and "n't" to a rule
            found |= self._words.intersection(_stems(words))
        if topics and not self._table.topics.isdisjoint(found):
            return True
        keys, sets = self._table.keys, self._table.sets
        rows = [keys[word] for word in found if word in keys]
        if any(not row[0] for row in rows):
            return True
        for row in rows:
            for numbers in row:
                for number in numbers:
                    if found.isdisjoint(sets[number]):
                        break
                else:
                    return True
        return False

    @staticmethod
    def _may_hide(data: bytes) -> bool:
        if data.isascii():
            return b"\x00" in data
        return any(hiding in data for hiding in _HIDING)
