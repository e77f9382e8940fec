"""What judging a document gives: findings with their places and fixes, and what was let go."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import NamedTuple

from lintwords.model.document import Piece
from lintwords.values import dataclass


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


SEVERITIES = tuple(severity.word for severity in reversed(Severity))  # heaviest first


class Voice(enum.Enum):
    """Whose words a passage is: own, attributed, rebutted, quoted, or meta."""

    OWN = "own"
    ATTRIBUTED = "attributed"
    REBUTTED = "rebutted"
    QUOTED = "quoted"
    META = "meta"


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
    where: str = ""  # where it is to be found, if it has no address or not only there
    until: str = ""  # the day after which what it supports has to be looked at anew, as `date`


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace source[start:end] of one part by `text`."""

    part: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that a person can accept; `why_not` says in words why it is not safe."""

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


class Passage(NamedTuple):
    """The sentence of a finding as a person reads it; text[start:end] are the found words.

    It stands on the lines from `line` to `end_line`, from 1; 0 where the file has no lines.
    `beside` tells the whole sentence with the words on either side of it from any other.
    """

    text: str = ""
    start: int = 0
    end: int = 0
    line: int = 0
    end_line: int = 0
    beside: str = ""

    @property
    def stretches(self) -> tuple[str, str, str]:
        """What stands before the found words, the words, what stands after."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


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
    sentence: Passage = Passage()
    is_quoted: bool = False  # inside a quotation: a speaker's words, which nothing rewords


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is left be, with the reason and what says so."""

    finding: Finding
    reason: str
    by: str  # comment or baseline
    where: str  # "line 3", or the baseline's name
    line: int = 0  # of the comment, in the file; of the entry, in the baseline
    reach: str = "here"  # of that entry; of a comment "passage", or "whole" for its file


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
    cues: tuple[tuple[str, float], ...] = ()  # words that weighed most, for it and against
    chance: int = -1  # that it stands for the government, in thousandths; below 0: none was asked
    part: int = 0
    start: int = -1  # in its part
    softened: tuple[str, ...] = ()  # what made its finding weaker, in words
