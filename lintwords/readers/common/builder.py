"""Building segments and their source maps while a source is read.

A reader says what a person reads and where it stands; nobody searches for a place later. All
positions are code points of one part of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from lintwords import later
from lintwords.model import Bound, Comment, Kind, Locked, Part, Piece, Run, Segment, SourceMap

# the second form is that of MDX, as its reader writes it
_SPOKEN = later.pattern(
    r"(?:<!--|<\?\*)\s*(?:lintwords:\s*|(?=lintwords[\s-]+ignore\b))(.*?)\s*(?:-->|\*\?>)",
    re.DOTALL,
)
# of a format whose comments begin a line
_REMARK = later.pattern(r"\s*(?:lintwords:|(?=lintwords[\s-]+ignore\b))")
# Stands in a text for one thing that is no prose: inline code, an image, an address.
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
# From the one to the other sign letters are shown from the last to the first.
BACKWARD, TURNED_BACK = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
BLANKS = r" \xa0\u2000-\u200a\u202f\u2800"  # of any width, as a class of a pattern
# Stands for a line end after a hyphen, which may part one word or stand between two.
HYPHENED = later.pattern(r"[^\W\d_][-\N{HYPHEN}]\Z")  # what ends with a part of a word
PARTED = "\N{SOFT HYPHEN}"


def spoken(comment: str) -> str | None:
    """What `<!-- lintwords: … -->` says, on one line; None for any other comment.

    One without its colon is `lintwords ignore …`, whole, so that it can be told of.
    """
    match = _SPOKEN.fullmatch(comment)
    return " ".join(match[1].split()) if match else None


ROOM = 600_000  # what a document may take: a segment takes 3, a piece of it or a sentence one
_SENTENCE = 20  # characters; the shortest are about as long
_left: ContextVar[list[int] | None] = ContextVar("left", default=None)


class TooMuch(Exception):
    """A document is larger than any that is read: it would not fit into memory."""


@contextmanager
def room() -> Iterator[None]:
    """A document is read; one inside another shares its room."""
    if _left.get() is not None:
        yield
        return
    token = _left.set([ROOM])
    try:
        yield
    finally:
        _left.reset(token)


def take(number: int) -> None:
    """Take room for something that is kept of the document. Raises TooMuch if none is left."""
    left = _left.get()
    if left is not None:
        left[0] -= number
        if left[0] < 0:
            raise TooMuch


def must_fit(number: int) -> None:
    """Raises TooMuch if a reader keeps more of something than it can make segments of."""
    if number * 4 > ROOM:
        raise TooMuch


def text_must_fit(characters: int) -> None:
    """Raises TooMuch if a paragraph is longer than any that a segment can be made of."""
    if characters > ROOM * _SENTENCE:
        raise TooMuch


def take_segment(pieces: int, characters: int) -> None:
    take(3 + pieces + characters // _SENTENCE)


class SegmentBuilder:
    """Collects the text of one segment; `build` hands the segment over and starts anew."""

    __slots__ = ("_part", "_pieces", "_source")

    def __init__(self, source: str, part: int = 0) -> None:
        self._source = source
        self._part = part
        # (start, end, what is read there; None for the source itself). Text is cut out only in
        # `build`, so that a thousand neighbouring stretches cost no more than one.
        self._pieces: list[tuple[int, int, str | None]] = []

    def __len__(self) -> int:
        """How many pieces are collected; for `rewind` and `since`."""
        return len(self._pieces)

    def verbatim(self, start: int, end: int) -> None:
        """source[start:end] is read as it stands."""
        if start >= end:
            return
        if self._pieces:
            first, last, read = self._pieces[-1]
            if read is None and last == start:
                self._pieces[-1] = (first, end, None)
                return
        self._pieces.append((start, end, None))
        if len(self._pieces) > ROOM:
            raise TooMuch

    def read_as(self, text: str, start: int, end: int) -> None:
        """source[start:end] is read as `text`."""
        if text:
            self._pieces.append((start, end, text))
            if len(self._pieces) > ROOM:
                raise TooMuch

    def space(self, start: int, end: int) -> None:
        """source[start:end] is read as one space, unless a space would not be seen here.

        A line end behind a soft hyphen parts a word, also where a reference stands for the hyphen.
        """
        is_line_end = not {"\r", "\n"}.isdisjoint(self._source[start:end])
        if self.takes_space and not (is_line_end and self._last == PARTED):
            self._pieces.append((start, end, " "))

    @property
    def takes_space(self) -> bool:
        """Whether a space would be seen: not at the start, and not after other white space or
        where a line end parts a word. A hyphen that a reference stands for (`&shy;`) is no such
        line end."""
        last = self._last
        if not last or last.isspace():
            return False
        return last != PARTED or self._source[self._pieces[-1][0]] == "&"

    @property
    def _last(self) -> str:
        """The last character that is read; empty at the start."""
        if not self._pieces:
            return ""
        _, end, read = self._pieces[-1]
        return self._source[end - 1] if read is None else read[-1]

    def tail(self, length: int) -> str:
        """The last characters that are read, of the last piece alone."""
        if not self._pieces:
            return ""
        start, end, read = self._pieces[-1]
        return self._source[max(start, end - length) : end] if read is None else read[-length:]

    def since(self, mark: int) -> str:
        """What is read from piece `mark` on."""
        return "".join(self._read(*piece) for piece in self._pieces[mark:])

    def rewind(self, mark: int) -> None:
        """Forget the pieces from `mark` on."""
        del self._pieces[mark:]

    def build(
        self, kind: Kind = Kind.PROSE, lang: str | None = None, quoted: bool = False
    ) -> Segment | None:
        """The segment collected so far, without white space at its ends; None if nothing is read.

        A segment of nothing but objects is nothing to read.
        """
        pieces, self._pieces = self._pieces, []
        self._trim(pieces)
        runs: list[Run] = []
        texts: list[str] = []
        at = 0
        for start, end, read in pieces:
            text = self._read(start, end, read)
            texts.append(text)
            runs.append(Run(at, at + len(text), Piece(self._part, start, end, read is None)))
            at += len(text)
        joined = "".join(texts)
        take_segment(len(runs), len(joined))
        if not joined.replace(OBJECT, "").strip():
            return None
        return Segment(joined, SourceMap(tuple(runs)), kind, lang, quoted)

    def _read(self, start: int, end: int, read: str | None) -> str:
        return self._source[start:end] if read is None else read

    def _trim(self, pieces: list[tuple[int, int, str | None]]) -> None:
        while pieces:
            start, end, read = pieces[-1]
            kept = len(self._read(*pieces[-1]).rstrip())
            if kept:
                if read is None:
                    pieces[-1] = (start, start + kept, None)
                break
            pieces.pop()
        blank = 0
        while blank < len(pieces):
            start, end, read = pieces[blank]
            kept = len(self._read(*pieces[blank]).lstrip())
            if kept:
                if read is None:
                    pieces[blank] = (end - kept, end, None)
                break
            blank += 1
        del pieces[:blank]


def paragraph(part: Part) -> SegmentBuilder:
    """A builder that holds all of a part as a person reads it: a line break is a space."""
    words = SegmentBuilder(part.text, part.index)
    start = 0
    while (end := part.text.find("\n", start)) >= 0:
        words.verbatim(start, end)
        words.space(end, end + 1)
        start = end + 1
    words.verbatim(start, len(part.text))
    return words


class Page:
    """The segments of one part in reading order, and the one that is being collected.

    Words that stand inside a sentence without being part of it (alt text, a tooltip) are set
    aside and follow the segment they stand in.
    """

    __slots__ = ("_aside", "bound", "comments", "has_code", "locked", "segments", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self.has_code = False  # words stand in a line as code does
        self.text = SegmentBuilder(source)
        self.locked: list[Locked] = []  # names of words that stand elsewhere
        self.bound: list[Bound] = []  # words on which something beside them hangs
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []  # that speak to lintwords
        self._aside: list[Segment] = []

    def comment(
        self, start: int, end: int, text: str | None = None, *, is_quoted: bool = False
    ) -> None:
        """Keep the comment source[start:end], read as `text`, if it speaks to lintwords."""
        found = spoken(self.source[start:end] if text is None else text)
        if found is not None:
            self.comments.append(Comment(start, end, found, is_quoted=is_quoted))

    def remark(
        self, start: int, end: int, words: str, style: str, *, until: int = 0,
        is_quoted: bool = False,
    ) -> None:
        """Keep the comment source[start:end] that says `words`, if it speaks to lintwords."""
        found = _REMARK.match(words)
        if found is not None:
            said = " ".join(words[found.end() :].split())
            self.comments.append(Comment(start, end, said, style, until, is_quoted))

    def end_holder(self, start: int, end: int) -> None:
        """What stands at source[start:end] holds the comments in it, but for those held closer."""
        for nth in range(len(self.comments) - 1, -1, -1):
            if self.comments[nth].start < start:
                return
            if not self.comments[nth].until:
                self.comments[nth] = self.comments[nth]._replace(until=end)

    def aside(self, segment: Segment | None) -> None:
        """Keep `segment` until the current one ends."""
        if segment is not None:
            self._aside.append(segment)

    def flush(self, kind: Kind, lang: str | None, quoted: bool) -> None:
        """End the current segment."""
        segment = self.text.build(kind, lang, quoted) if len(self.text) else None
        if segment is not None:
            self.segments.append(segment)
        if self._aside:
            self.segments.extend(self._aside)
            self._aside.clear()
