"""A document as its readers see it: segments of text, each with a map back to its source.

Offsets are code points. A `Span` is half-open and belongs to the text of one segment; a `Piece`
is a stretch of one part of the source. Part 0 of a text file is the whole decoded file (a
byte-order mark not counted, line ends as in the file); an office document has many parts.
"""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.values import dataclass


class Kind(enum.Enum):
    """What a segment is in its document."""

    PROSE = "prose"
    HEADING = "heading"
    TITLE = "title"  # front matter, <title>, meta description
    CAPTION = "caption"  # alt text, figure captions
    CELL = "cell"  # one cell of a table
    ITEM = "item"  # one item of a list


class Span(NamedTuple):
    """A half-open stretch of a segment's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Piece(NamedTuple):
    """A half-open stretch of the source; verbatim if a person reads exactly what stands there."""

    part: int
    start: int
    end: int
    verbatim: bool


class Run(NamedTuple):
    """One step of a source map: text[start:end] was read from a piece of the source."""

    start: int
    end: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads from a segment's text back to the source.

    The runs cover the text without gaps, in order; a verbatim run has equal text on both sides.
    A run that is not verbatim (an entity, a joined line end) is taken whole or not at all.
    """

    runs: tuple[Run, ...]

    def to_source(self, span: Span) -> tuple[Piece, ...]:
        """The pieces that `span` was read from, in text order; empty for an empty span."""
        pieces: list[Piece] = []
        if span.end <= span.start:
            return ()
        first = bisect_right(self.runs, span.start, key=lambda run: run.start) - 1
        for at in range(max(first, 0), len(self.runs)):  # a slice would copy all that is left
            run = self.runs[at]
            if run.start >= span.end:
                break
            piece = run.piece
            if piece.verbatim:
                low = max(span.start - run.start, 0)
                high = min(span.end, run.end) - run.start
                piece = Piece(piece.part, piece.start + low, piece.start + high, True)
            pieces.append(piece)
        return tuple(pieces)


def hull(pieces: Sequence[Piece]) -> Piece:
    """The smallest piece around those of `pieces` that stand in the part of the first."""
    first = pieces[0]
    there = [piece for piece in pieces if piece.part == first.part]
    return Piece(
        first.part,
        min(piece.start for piece in there),
        max(piece.end for piece in there),
        len(pieces) == 1 and first.verbatim,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of decoded source; `place` is for people ("paragraph 4"), empty in a text file.

    `later`: where in the text another place begins, and which ("page 2").
    """

    index: int
    text: str
    place: str = ""
    later: tuple[tuple[int, str], ...] = ()

    def place_at(self, offset: int) -> str:
        """The place in which text[offset] stands."""
        nth = bisect_right(self.later, offset, key=lambda one: one[0])
        return self.later[nth - 1][1] if nth else self.place


class Foreign(NamedTuple):
    """A stretch of a segment's text that is in another language than the rest of it."""

    start: int
    end: int
    lang: str


class Spoken(NamedTuple):
    """A language that a document, or a passage of it, is in."""

    lang: str
    words: int
    why: str  # for people: what tells so
    said: str = ""  # the language that it says it is in, where that is another


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document of one kind, as a person reads it.

    Inline code and other things that are no prose stand in `text` as one U+FFFC each, so that a
    sentence keeps its shape and nothing inside them can be found. `lang` is set where the
    document or its words say so for this passage, and `foreign` where a stretch is in another;
    `quoted` is true in a block quotation.
    """

    text: str
    map: SourceMap
    kind: Kind = Kind.PROSE
    lang: str | None = None
    quoted: bool = False
    foreign: tuple[Foreign, ...] = ()


class Comment(NamedTuple):
    """A comment in a source that speaks to lintwords; `text` is what follows `lintwords:`.

    `style` is how the format writes it: html, hash in front matter, rst or asciidoc. `until` is
    where what holds it ends (an element, a note, a field), 0 for the text itself; `is_quoted` says
    that it stands in a quotation, or in what is not read.
    """

    start: int
    end: int
    text: str
    style: str = "html"
    until: int = 0
    is_quoted: bool = False


class Locked(NamedTuple):
    """A stretch of a part that no fix may touch: it is not the writer's, or is no words."""

    part: int
    start: int
    end: int

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit of start to end would change something in it."""
        return (self.start < end and start < self.end) or self.start < start == end < self.end


def is_locked(locked: Sequence[Locked], part: int, start: int, end: int) -> bool:
    """Whether a stretch of a part touches what no fix may touch.

    `locked` is that of a document: in order, and none reaches into another.
    """
    nth = bisect_left(locked, (part, end)) - 1  # the last one that begins before the end
    return nth >= 0 and locked[nth].part == part and locked[nth].touches(start, end)


class Bound(NamedTuple):
    """A stretch of a part on which something beside it hangs; `why` is a key of `model.reasons`."""

    part: int
    start: int
    end: int
    why: str


def _outermost(bound: Iterable[Bound]) -> tuple[Bound, ...]:
    """The same stretches in order, without those inside another: so their ends are in order too."""
    found: list[Bound] = []
    for one in sorted(bound, key=lambda one: (one.part, one.start, -one.end)):
        last = found[-1] if found else None
        if last is None or last.part != one.part or last.end < one.end:
            found.append(one)
    return tuple(found)


def _parted(locked: Iterable[Locked]) -> tuple[Locked, ...]:
    """The same stretches in order, those that reach into each other drawn together."""
    parted: list[Locked] = []
    for lock in sorted(lock for lock in locked if lock.start < lock.end):
        last = parted[-1] if parted else None
        if last and last.part == lock.part and lock.start < last.end:
            parted[-1] = Locked(lock.part, last.start, max(last.end, lock.end))
        else:
            parted.append(lock)
    return tuple(parted)


# the kinds of parts that may go unread; `accept-unread` names them
UNREAD_KINDS = ("attachment", "body", "chart", "field", "form", "page", "passage")


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that was not read, or not as it says.

    `is_seen`: a reader of the document sees words there, so that silence about it is no all-clear.
    """

    kind: str  # one of UNREAD_KINDS
    what: str  # a clause: "2 charts were not read"
    is_seen: bool = True
    target: str = ""  # the file that it stands in, as the text names it


@dataclass(frozen=True, slots=True)
class Document:
    """A read file: its parts, and its prose as segments in reading order."""

    path: Path
    format: str
    parts: tuple[Part, ...]
    segments: tuple[Segment, ...]
    lang: str | None = None
    encoding: str = "utf-8"
    comments: tuple[Comment, ...] = ()
    unread: tuple[Unread, ...] = ()
    locked: tuple[Locked, ...] = ()
    bound: tuple[Bound, ...] = ()
    read_only: str = ""  # why the whole file must not be changed, as a sentence
    spoken: tuple[Spoken, ...] = ()  # its languages; none where nothing tells of another
    left_out: int = 0  # characters that no segment holds, since nothing in them matters

    def __post_init__(self) -> None:
        if len(self.locked) > 1:
            object.__setattr__(self, "locked", _parted(self.locked))
        if len(self.bound) > 1:
            object.__setattr__(self, "bound", _outermost(self.bound))

    @property
    def source(self) -> str:
        """The decoded source of a text format."""
        return self.parts[0].text

    @property
    def has_lines(self) -> bool:
        """Whether it is one text with lines, not a row of paragraphs with places of their own."""
        return len(self.parts) == 1 and not self.parts[0].place

    def is_locked(self, part: int, start: int, end: int) -> bool:
        """Whether a stretch of a part touches what no fix may touch."""
        return is_locked(self.locked, part, start, end)

    def why_bound(self, part: int, start: int, end: int) -> str:
        """Why something beside a stretch of a part would suffer if it changed; else empty."""
        nth = bisect_left(self.bound, (part, end)) - 1  # the last one that begins before the end
        last = self.bound[nth] if nth >= 0 else None
        return last.why if last and last.part == part and start < last.end else ""
