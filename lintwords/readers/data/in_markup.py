"""Values of data that are written in markup: the Markdown, MDX or HTML of a page in a field.

The value is read as a page of its own, and each stretch of it led back to the file it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.model import Document, Piece, Run, Segment, SourceMap, Span
from lintwords.readers.html import reader as html
from lintwords.readers.markdown import reader as markdown
from lintwords.values import replace

_MARK = re.compile(
    r"</?[A-Za-z][^<>]*>|&#?\w{1,30};|\]\(|\]\[|\[\^|\*\*|__|~~|```|^[ ]{0,3}(?:[#>]|[-*+] )",
    re.MULTILINE,
)
_MAY_MARK = re.compile(rf"{_MARK.pattern}|\\[nu]", re.MULTILINE)  # also behind an escape
_PAGE = re.compile(r"\s*(?:<!--|<!doctype\b|</?[a-z][^<>]*>)", re.IGNORECASE)
_COMPONENT = re.compile(r"<[A-Z]\w*[\s/>]|^(?:import|export)\s", re.MULTILINE)


def may_be_markup(source: str, start: int, end: int) -> bool:
    """Whether a value may hold such marks, as it is written in its file."""
    return _MAY_MARK.search(source, start, end) is not None


def is_markup(text: str) -> bool:
    """Whether a value holds marks that a reader of the page would not see."""
    return _MARK.search(text) is not None


def read(value: Segment) -> Document | None:
    """The value as a page, with places of the file; None where it reads as plain text only."""
    text = value.text
    data = text.encode("utf-8-sig" if text.startswith("\ufeff") else "utf-8", "replace")
    try:
        if _COMPONENT.search(text):
            page = markdown.read(Path("value.mdx"), data)
        elif _PAGE.match(text):
            page = html.read(Path("value.html"), data)
        else:
            page = markdown.read(Path("value.md"), data)
    except CannotRead:
        return None
    starts = [run.start for run in value.map.runs]
    segments = tuple(
        replace(one, map=SourceMap(tuple(_led_back(one, value.map, starts))))
        for one in page.segments
    )
    return replace(page, segments=segments, comments=(), locked=())


def _led_back(segment: Segment, outer: SourceMap, starts: Sequence[int]) -> Iterator[Run]:
    for start, end, piece in segment.map.runs:
        if not piece.verbatim or piece.start == piece.end:
            place = _hull(outer, starts, piece.start, piece.end)
            yield Run(start, end, place._replace(verbatim=False))
            continue
        at = bisect_right(starts, piece.start) - 1
        while at < len(outer.runs) and outer.runs[at].start < piece.end:
            low = max(outer.runs[at].start, piece.start)
            high = min(outer.runs[at].end, piece.end)
            shift = start - piece.start
            yield Run(low + shift, high + shift, _hull(outer, starts, low, high))
            at += 1


def _hull(outer: SourceMap, starts: Sequence[int], start: int, end: int) -> Piece:
    """The stretch of the file that value[start:end] was read from."""
    pieces = outer.to_source(Span(start, end))
    if not pieces:  # nothing stands there; it was read between two signs
        near = outer.runs[max(bisect_right(starts, start) - 1, 0)].piece
        return Piece(near.part, near.start, near.start, False)
    if len(pieces) == 1:
        return pieces[0]
    return Piece(pieces[0].part, pieces[0].start, pieces[-1].end, False)
