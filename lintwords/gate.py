"""The gate: tells cheaply, and never wrongly, that a text holds none of the trigger words.

A byte translation (letters to lower case, all else but digits to a space) and one set test cost a
few nanoseconds a byte and do not get slower with more words. Where letters may hide inside a word
(soft hyphens, entities, markup in a word, letters that fold to ASCII), the gate lets the text in.
"""

from __future__ import annotations

import re

_TABLE = bytes(
    ord(chr(byte).lower()) if byte < 0x80 and chr(byte).isalnum() else 0x20 for byte in range(256)
)
_SHAPE = bytes(
    0x61 if byte < 0x80 and chr(byte).isalpha() else byte if chr(byte) in "*_~`\\" else 0x20
    for byte in range(256)
)
_INSIDE = tuple(b"a" + mark * n + b"a" for mark in (b"*", b"_", b"~", b"\\") for n in (1, 2, 3))
_TAG_INSIDE = re.compile(rb"[A-Za-z](?:<[^<>]{0,200}>)+[a-z]")
_HIDING = (
    b"\xc2\xad", b"\xe2\x80\x8b", b"\xe2\x80\x8c", b"\xe2\x80\x8d", b"\xe2\x81\xa0",
    b"\xc5\xbf", b"\xe2\x84\xaa", b"\xef\xbb\xbf", b"\x00",
)  # fmt: skip


class Gate:
    """Holds the words of which a text must have one to be worth reading."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = frozenset(self._piece(word) for word in words)

    @staticmethod
    def _piece(word: str) -> bytes:
        """The longest run of ASCII letters and digits of a word."""
        pieces = word.encode().translate(_TABLE).split()
        return max(pieces, key=len, default=b"")

    def open_for(self, data: bytes, *, markup: bool = True) -> bool:
        """False only if `data`, in UTF-8, surely holds no trigger word.

        `markup` is true for Markdown and HTML sources, where marks may stand inside a word.
        """
        if not self._words.isdisjoint(data.translate(_TABLE).split()):
            return True
        if any(hiding in data for hiding in _HIDING):
            return True
        if not markup:
            return False
        if b"&" in data and (b"&#" in data or b"&shy" in data.lower() or b"&zw" in data.lower()):
            return True
        shape = data.translate(_SHAPE)
        if any(inside in shape for inside in _INSIDE):
            return True
        return b"<" in data and _TAG_INSIDE.search(data) is not None

    def hit(self, text: str) -> bool:
        """Whether a read text may hold a trigger word."""
        data = text.encode("utf-8", "replace")
        return self.open_for(data, markup=False)
