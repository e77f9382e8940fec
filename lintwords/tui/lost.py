"""Where a decision that was kept stood, if its place is not the same any more: its sentence now.

Nothing of a text is kept but hashes, so its sentence is looked for by what stood on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintwords.model import Document, Part, Span, hull
from lintwords.tui.finding import Item
from lintwords.tui.found_again import AROUND, Key, hashed, key_of

_EDGE = re.compile(r"\b|\A|\Z")  # findings begin and end beside words
_MOST = 500_000  # characters of a part in which a place is looked for
_NEAR = 60  # characters between a place and the finding that is taken for what stood there
_LONGEST = 240  # characters of a sentence that is told
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")


class Lost(NamedTuple):
    """A decision whose place is not there any more."""

    name: str  # of the file
    rule: str
    words: str  # that the person typed: own words, or the reason
    sentence: str  # as it is now; empty where nothing of it was found


def sentence_of(key: Key, free: Sequence[Item], document: Document) -> str:
    """The sentence in which a finding stood, by the text on one side of it; empty for none.

    `free` are the findings of today without a decision: one of the same words near it is taken.
    """
    alike = [item for item in free if key_of(item, document)[:2] == key[:2]]
    sides = {key.before, key.after}
    beside = [one for one in alike if not sides.isdisjoint(key_of(one, document)[2:])]
    if beside:
        return _sentence(document, document.parts[beside[0].part], beside[0].start)
    for part in document.parts:
        for at in _places(key, part):
            near = [one.start for one in alike if one.part == part.index]
            best = min(near, key=lambda start: abs(start - at), default=at)
            return _sentence(document, part, best if abs(best - at) <= _NEAR else at)
    return ""


def _places(key: Key, part: Part) -> Iterator[int]:
    """Where the text before or after is that of the key; what is cut off by an end tells little."""
    text = part.text[:_MOST]
    edges = [found.start() for found in _EDGE.finditer(text)]
    for at in edges:
        if at and hashed(text[max(at - AROUND, 0) : at]) == key.before:
            yield at
    for at in edges:
        if 0 < at < len(text) and hashed(text[at : at + AROUND]) == key.after:
            yield at - 1


def _sentence(document: Document, part: Part, at: int) -> str:
    """The sentence of a document as a person reads it, round a place of a part."""
    for segment in document.segments:
        whole = segment.text and hull(segment.map.to_source(Span(0, len(segment.text))))
        if whole and whole.part == part.index and whole.start <= at < whole.end:
            break
    else:
        return ""
    low = 0  # the last sentence that begins at the place or before it
    for end in _END.finditer(segment.text):
        pieces = segment.map.to_source(Span(end.end(), end.end() + 1))
        if not pieces or pieces[0].start > at:
            return _cut(segment.text[low : end.end()])
        low = end.end()
    return _cut(segment.text[low:])


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]}…"
