"""Words whose letters a writer sets apart ("C H I N A"), as in titles: each is read whole.

A letter in an editor's brackets ("[T]he") is one of its word.

What stands between two letters goes behind the word as signs that nobody sees, so that places stay.
Where the words themselves stand no farther apart than their letters, nobody can tell them without
knowing the language: such a line is named as not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later
from lintwords.interface import say
from lintwords.model import Document, Locked, Segment, SourceMap, Unread
from lintwords.readers.common.builder import BLANKS
from lintwords.readers.seen.lookalikes import NO_SIGN, cut_runs
from lintwords.values import replace

_CAPITAL, _SMALL = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_B = f"[{BLANKS}]"
_APART = later.pattern(  # the same blank stands between all letters of a word: another one ends it
    rf"(?<!\w){_CAPITAL}(?P<a>{_B}{{1,2}})"
    rf"(?:{_CAPITAL}(?:(?P=a){_CAPITAL}){{2,}}|{_SMALL}(?:(?P=a){_SMALL}){{2,}})(?!\w)"
    rf"|(?<!\w){_SMALL}(?P<b>{_B}{{1,2}}){_SMALL}(?:(?P=b){_SMALL}){{3,}}(?!\w)"
    rf"|(?:(?<=\s\s)|\A){_CAPITAL}(?:{_B}{_CAPITAL}){{1,2}}(?=\s\s)"
    r"|(?<![\w\]])\[[^\W\d_]\][^\W\d_]+"  # a letter that an editor has changed: "[T]he"
)
# a last letter that may be a word by itself in some language ("C h i n e a emprisonné")
_ENDED = later.pattern(rf"\w{_B}{{1,2}}e{_B}{{1,2}}a\Z")
_ACCENTS = later.pattern("[à-öø-ÿ]")  # that the language may be one of these
_LONGEST = 15  # letters of one word; more may be several


def read_whole(document: Document) -> Document:
    """A document with such words whole, and locked: they stand otherwise in the file."""
    rows = [
        [found.span() for found in _APART.finditer(segment.text)] for segment in document.segments
    ]
    if not any(rows):
        return document
    segments, locked, unread = [], list(document.locked), list(document.unread)
    for segment, spans in zip(document.segments, rows, strict=True):
        words = [
            (start, end) for start, end in spans if _letters(segment.text[start:end]) <= _LONGEST
        ]
        now = _whole(segment, words) if words else segment
        segments.append(now)
        locked += _locks(now, words)
        if len(words) < len(spans) or (
            _ACCENTS.search(segment.text)
            and any(_ENDED.search(segment.text, *span) for span in words)
        ):
            unread.append(Unread("body", say("a line whose letters stand apart was not read")))
    return replace(
        document, segments=tuple(segments), locked=tuple(locked),
        unread=tuple(dict.fromkeys(unread)),
    )


def _whole(segment: Segment, words: list[tuple[int, int]]) -> Segment:
    text = _APART.sub(_together, segment.text)
    return replace(segment, text=text, map=SourceMap(tuple(cut_runs(segment.map.runs, words))))


def _together(found: re.Match[str]) -> str:
    word = found[0]
    if _letters(word) > _LONGEST:
        return word
    letters = "".join(filter(str.isalpha, word))
    return letters + NO_SIGN * (len(word) - len(letters))


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))


def _locks(segment: Segment, words: list[tuple[int, int]]) -> Iterator[Locked]:
    starts = {start for start, _ in words}
    return (
        Locked(run.piece.part, run.piece.start, run.piece.end)
        for run in segment.map.runs if run.start in starts
    )
