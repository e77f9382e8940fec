"""The nouns of lintwords: frozen values, no input or output.

Offsets are code points. A `Span` is half-open and belongs to the text of one segment; a `Piece`
is a stretch of one part of the source. Part 0 of a text file is the whole decoded file (a
byte-order mark not counted, line ends as in the file); an office document has many parts.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Severity(enum.IntEnum):
    """The three weights of a finding; `word` is what people and reports read."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()

    @property
    def weaker(self) -> Severity:
        """One step down; a suggestion stays one."""
        return Severity(max(self - 1, 1))


class Voice(enum.Enum):
    """Whose words a passage is (GUIDE: own, attributed, rebutted, quoted, meta)."""

    OWN = "own"
    ATTRIBUTED = "attributed"
    REBUTTED = "rebutted"
    QUOTED = "quoted"
    META = "meta"


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
        for run in self.runs[max(first, 0) :]:
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
    """The smallest piece around `pieces`, which must stand in one part."""
    first = pieces[0]
    if any(piece.part != first.part for piece in pieces):
        raise ValueError("pieces of more than one part have no hull")
    return Piece(
        first.part,
        min(piece.start for piece in pieces),
        max(piece.end for piece in pieces),
        len(pieces) == 1 and first.verbatim,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of decoded source; `place` is for people ("paragraph 4"), empty in a text file."""

    index: int
    text: str
    place: str = ""


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

    `style` is how the format writes it: html, or hash in front matter.
    """

    start: int
    end: int
    text: str
    style: str = "html"


class Locked(NamedTuple):
    """A stretch of a part that no fix may touch: it is not the writer's, or is no words."""

    part: int
    start: int
    end: int

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit of start to end would change something in it."""
        return self.start < end and start < self.end or self.start < start == end < self.end


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
    read_only: str = ""  # why the whole file must not be changed, as a sentence
    spoken: tuple[Spoken, ...] = ()  # its languages; none where nothing tells of another
    left_out: int = 0  # characters that no segment holds, since nothing in them matters

    @property
    def source(self) -> str:
        """The decoded source of a text format."""
        return self.parts[0].text

    @property
    def has_lines(self) -> bool:
        """Whether it is one text with lines, not a row of paragraphs with places of their own."""
        return len(self.parts) == 1 and not self.parts[0].place


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule's advice or facts come from, and what exactly that source carries."""

    id: str
    title: str
    publisher: str
    date: str  # YYYY, YYYY-MM or YYYY-MM-DD
    url: str = ""
    supports: str = ""
    read: str = ""  # the day it was read, YYYY-MM-DD; empty if it was not


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace source[start:end] of one part by `text`."""

    part: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that a person can accept; `why_not` says why it is not safe."""

    label: str
    edits: tuple[Edit, ...]
    safe: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, for people and reports; lines and columns count from 1."""

    part: int
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    place: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a rule flags."""

    path: Path
    rule: str
    category: str
    severity: Severity
    lang: str
    message: str
    why: str
    text: str  # the source slice
    words: str  # what a person reads
    voice: Voice
    slot: str  # empty for lines and labels
    governor: str
    at: Place
    pieces: tuple[Piece, ...]
    fingerprint: str
    fixes: tuple[Fix, ...] = ()
    instead: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    before: str = ""  # a few words before it in its segment, lower case, one space between
    after: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is left be, with the reason and what says so."""

    finding: Finding
    reason: str
    by: str  # comment or baseline
    where: str  # "line 3", or the baseline's name
    line: int = 0  # of the comment, in the file; of the entry, in the baseline


@dataclass(frozen=True, slots=True)
class Passed:
    """A candidate that was let go, with the reason."""

    path: Path
    rule: str
    words: str
    line: int  # 0 where the source has no lines
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class MentionNote:
    """One line of `check --explain-mentions`."""

    path: Path
    line: int
    column: int
    words: str
    name: str  # country, adjective, group, capital, formal
    slot: str
    governor: str
    head: str
    verdict: str  # the rule's id, or the reason of silence
    weight: Severity | None = None  # of the rule, before voice, doubt or settings lower it
    place: str = ""
    cues: tuple[tuple[str, float], ...] = ()  # words that weighed most, for the government or not


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in one document."""

    lang: str
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    mentions: tuple[MentionNote, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    cannot: tuple[Cannot, ...] = ()  # rules that were stopped before all of it was looked at
    is_cut: bool = False  # there were more findings than are told


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was read of one file."""

    path: Path
    lang: str
    words: int
    # For snippets: source lines, or the paragraphs of an office document; empty where no finding
    # needs them.
    lines: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    unjudged: tuple[str, ...] = ()  # languages without rules that passages of it are in
    is_judged: bool = True  # false: all of it is in such a language
    spoken: tuple[Spoken, ...] = ()  # as in Document

    @property
    def missed(self) -> tuple[Unread, ...]:
        """What was not read although a reader sees it: the file is not clean, whatever is found."""
        return tuple(one for one in self.unread if one.is_seen)


@dataclass(frozen=True, slots=True)
class Cannot:
    """A file that could not be checked, or of a pack a rule that could not be used, and why."""

    path: Path
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer of a run: what was read, found, let go and not read."""

    files: tuple[FileReport, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    mentions: tuple[MentionNote, ...] = ()
    cannot: tuple[Cannot, ...] = ()
    rules: int = 0  # how many rules were in force
    ignored: tuple[Ignored, ...] = ()

    @property
    def judged(self) -> tuple[FileReport, ...]:
        """The files of which rules have had something to say, or could have had."""
        return tuple(file for file in self.files if file.is_judged)

    @property
    def is_whole(self) -> bool:
        """Whether all was read that a reader of the files sees."""
        return not self.cannot and not any(file.missed for file in self.files)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    def at_least(self, severity: Severity) -> bool:
        """Whether a finding has this severity or more."""
        return any(finding.severity >= severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Options:
    """What a face may ask of the core beside the files themselves."""

    lang: str = "auto"
    encoding: str | None = None
    fields: tuple[str, ...] = ()  # of JSON, YAML and CSV: those that hold text
    accept_unread: tuple[str, ...] = ()  # kinds of parts that may go unread; "all" is any
    profile: str = "default"
    government_term: str = "government"
    severity: Severity = Severity.SUGGESTION
    select: tuple[str, ...] = ()  # rule ids or categories; empty means all
    ignore: tuple[str, ...] = ()
    weights: tuple[tuple[str, str], ...] = ()  # rule or category → on, off, softer or a severity
    fixed: tuple[str, ...] = ()  # names of the house that are never findings
    names: Path | None = None
    packs: tuple[Path, ...] = ()
    explain_mentions: bool = False
    keep_passed: bool = False
