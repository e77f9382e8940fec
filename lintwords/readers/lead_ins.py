"""A line that ends in a colon within its sentence, read with the items that end the sentence.

"In the past year China:" above "- jailed five lawyers;" and "- tortured monks." is one sentence to
who reads it. Joined are a lead-in whose last word is a name, or not far behind one ("China has:",
"La Chine doit :"), and the items below that begin with a small letter; so they are, too, once other
words stand for the country. A sign that is not seen marks the colon, which the words tell to be
passed over or not; between two items a comma is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lintwords import later
from lintwords.model import Document, Kind, Locked, Piece, Run, Segment, SourceMap, Span, hull
from lintwords.values import replace

_LEADS = (Kind.PROSE, Kind.HEADING, Kind.ITEM)
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]{2,30}[\])”\"»*]*"
_LEAD_IN = later.pattern(rf"\b{_NAME}(?:,?\s+[\w’'-]{{1,20}}){{0,7}}\s*:\Z")
_BY_HAND = later.pattern(r"(?:[•‣▪–◦·■→✓]|\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)|[a-z]\))\s+(?=[^\W\d_])")
_OPEN = "\N{WORD JOINER}"
_TAIL = 120  # characters of a lead-in that are looked at
_LONGEST = 1500  # characters of a lead-in with its items
_ENDS = " \t\xa0;,."


def with_items(document: Document) -> Document:
    """`document`, each such lead-in one segment with its items."""
    segments = document.segments
    if not any(_leads(segments, at) for at in range(len(segments) - 1)):
        return document
    # a paragraph is a part of its own; that of a data file may be one of another record
    crosses = document.format != "data" and not document.comments
    remarks = sorted(comment.start for comment in document.comments)
    found: list[Segment] = []
    locked = list(document.locked)
    at = 0
    while at < len(segments):
        rows = [segments[at]]
        if _leads(segments, at):
            rows += _items(segments, at, remarks, crosses=crosses)
        joined = _joined(rows)
        if len(rows) > 1:
            locked += [Locked(*run.piece[:3]) for run in joined.map.runs if _is_between(run)]
        found.append(joined)
        at += len(rows)
    return replace(document, segments=tuple(found), locked=tuple(locked))


def _leads(segments: Sequence[Segment], at: int) -> bool:
    text = segments[at].text
    return (
        text.endswith(":") and segments[at].kind in _LEADS and at + 1 < len(segments)
        and _goes_on(segments[at + 1])
        and _LEAD_IN.search(text[-_TAIL:]) is not None
    )  # fmt: skip


def _goes_on(item: Segment) -> bool:
    """Whether it is one of a list, also one whose signs were written by hand, in small letters."""
    first = _mark_of(item)
    is_item = first > 0 or item.kind is Kind.ITEM
    return is_item and item.text[first : first + 1].islower()


def _mark_of(item: Segment) -> int:
    """How long the sign is that was written by hand before an item; 0 where there is none."""
    found = _BY_HAND.match(item.text) if item.kind in (Kind.PROSE, Kind.ITEM) else None
    runs = item.map.runs
    return found.end() if found and runs[0].piece.verbatim and found.end() < runs[0].end else 0


def _items(
    segments: Sequence[Segment], at: int, remarks: Sequence[int], *, crosses: bool
) -> list[Segment]:
    """The items that go on with a lead-in: of its part and its quotation, in its order.

    Where it `crosses` into other parts, each is the one below.
    """
    lead, before = segments[at], _hull(segments[at])
    room = _LONGEST - len(lead.text)
    found: list[Segment] = []
    for item in segments[at + 1 :]:
        here = _hull(item) if item.text else None
        room -= len(item.text)
        goes_on = (
            _goes_on(item) and room > 0
            and item.quoted == lead.quoted and item.lang == lead.lang
        )
        if not goes_on or before is None or here is None:
            break
        if here.part == before.part and (
            here.start < before.end or _stands_in(remarks, before.end, here.start)
        ):
            break
        if here.part != before.part and not (crosses and here.part == before.part + 1):
            break
        found.append(item)
        before = here
        if item.text.endswith(":"):
            break
    return found


def _stands_in(remarks: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(remarks, start)
    return at < len(remarks) and remarks[at] < end


def _hull(segment: Segment) -> Piece | None:
    pieces = segment.map.to_source(Span(0, len(segment.text)))
    return hull(pieces) if pieces and len({piece.part for piece in pieces}) == 1 else None


def _joined(rows: Sequence[Segment]) -> Segment:
    lead = rows[0]
    if len(rows) == 1:
        return lead
    text, runs = "", list[Run]()
    for nth, row in enumerate(rows):
        is_last = nth == len(rows) - 1
        end = len(row.text) if is_last or not nth else len(row.text.rstrip(_ENDS))
        first = len(text)
        mark = _mark_of(row) if nth else 0
        text += row.text[mark:end]
        runs += [
            _cut(run, end, first, mark) for run in row.map.runs if run.start < end
        ]
        if not is_last:
            after = _hull(rows[nth + 1])
            last = runs[-1].piece
            assert after is not None  # as `_items` saw
            between = ", " if nth else f"{_OPEN} "
            until = after.start if after.part == last.part else last.end
            piece = Piece(last.part, last.end, until, False)
            runs.append(Run(len(text), len(text) + len(between), piece))
            text += between
    return replace(lead, text=text, map=SourceMap(tuple(runs)), kind=Kind.PROSE)


def _cut(run: Run, end: int, by: int, mark: int) -> Run:
    """A run of a row that ends at `end`, moved by the text before the row, without its mark."""
    piece, stop = run.piece, min(run.end, end)
    if piece.verbatim and stop < run.end:
        piece = piece._replace(end=piece.end - (run.end - stop))
    start = max(run.start, mark)
    if start > run.start:
        piece = piece._replace(start=piece.start + start - run.start)
    return Run(start + by - mark, stop + by - mark, piece)


def _is_between(run: Run) -> bool:
    return not run.piece.verbatim
