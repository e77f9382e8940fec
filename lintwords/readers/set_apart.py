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
from lintwords.readers.lookalikes import NO_SIGN, cut_runs
from lintwords.values import replace

_CAPITAL, _SMALL = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_APART = later.pattern(
    rf"(?<!\w){_CAPITAL}(?:(?:[ \xa0]{_CAPITAL}){{3,}}|(?:[ \xa0]{_SMALL}){{3,}})(?!\w)"
    rf"|(?<!\w){_SMALL}(?:[ \xa0]{_SMALL}){{4,}}(?!\w)"
    rf"|(?:(?<=\s\s)|\A){_CAPITAL}(?:[ \xa0]{_CAPITAL}){{1,2}}(?=\s\s)"
    r"|(?<![\w\]])\[[^\W\d_]\][^\W\d_]+"  # a letter that an editor has changed: "[T]he"
)
_LONGEST = 15  # letters of one word; more may be several


def read_whole(document: Document) -> Document:
    """`document` with such words whole, and locked: they stand otherwise in the file."""
    rows = [
        [found.span() for found in _APART.finditer(segment.text)] for segment in document.segments
    ]
    if not any(rows):
        return document
    segments, locked, unread = [], list(document.locked), list(document.unread)
    for segment, spans in zip(document.segments, rows, strict=True):
        words = [span for span in spans if span[1] - span[0] < 2 * _LONGEST]
        now = _whole(segment, words) if words else segment
        segments.append(now)
        locked += _locks(now, words)
        if len(words) < len(spans):
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
    if len(word) >= 2 * _LONGEST:
        return word
    letters = "".join(filter(str.isalpha, word))
    return letters + NO_SIGN * (len(word) - len(letters))


def _locks(segment: Segment, words: list[tuple[int, int]]) -> Iterator[Locked]:
    starts = {start for start, _ in words}
    return (
        Locked(run.piece.part, run.piece.start, run.piece.end)
        for run in segment.map.runs if run.start in starts
    )
