"""What the parser of Markdown takes, and what it gives in the source: byte offsets, and texts."""

from __future__ import annotations

from itertools import groupby
from operator import eq
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.interface import say
from lintwords.readers.common.builder import SegmentBuilder
from lintwords.readers.html import mdx

LARGEST = 8_000_000  # characters: the parser takes fifty times the room of a deep text


def parser_must_take(text: str, path: Path) -> None:
    """Raises CannotRead for a text that is too large for the parser."""
    if len(text) > LARGEST:
        hint = say(
            "It is Markdown of more than {largest} million characters. Split it.",
            largest=LARGEST // 10**6,
        )
        raise CannotRead(say("cannot read {path}", path=path), hint, path)


class CharacterIndex:
    """Turns byte offsets of a text's UTF-8 form into code points."""

    _STEP = 256  # bytes between two known places
    _CONTINUATION = bytes(range(0x80, 0xC0))

    def __init__(self, text: str) -> None:
        self._ascii = text.isascii()
        self._bytes = b"" if self._ascii else text.encode()
        self._known = [0]
        for start in range(0, len(self._bytes), self._STEP):
            self._known.append(self._known[-1] + self._count(start, start + self._STEP))

    def __getitem__(self, offset: int) -> int:
        if self._ascii:
            return offset
        step, rest = divmod(offset, self._STEP)
        return self._known[step] + (self._count(offset - rest, offset) if rest else 0)

    def _count(self, start: int, end: int) -> int:
        return len(self._bytes[start:end].translate(None, self._CONTINUATION))


def add(words: SegmentBuilder, text: str, source: str, start: int, end: int) -> None:
    """source[start:end] is read as `text`."""
    if end - start == len(text) and source.startswith(text, start):
        if text[:1] == " " and not words.takes_space:  # around something that is not read
            start += len(text) - len(text.lstrip(" "))
        words.verbatim(start, end)
    elif end - start == len(text):  # some signs are read as others
        at = 0
        for same, run in groupby(map(eq, text, source[start:end])):
            stop = at + len(list(run))
            if same or text[at] == mdx.MADE:
                words.verbatim(start + at, start + stop)
            else:
                words.read_as(text[at:stop], start + at, start + stop)
            at = stop
    else:
        words.read_as(text, start, end)
