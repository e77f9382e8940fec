"""A line that breaks off within its sentence, read with the items that end the sentence.

"In the past year China:" above "- jailed five lawyers;" and "- tortured monks." is one sentence to
who reads it. Joined are a lead-in whose last word is a name, or not far behind one ("China has:",
"La Chine doit :", also with a dash or with no mark at its end), and what follows below, or in the
next cell, in small letters; and one that ends in small letters, with items that are names ("Five
lawyers were jailed by:"). So they are, too, once other words stand for the country. A sign that is
not seen marks the colon, which the words tell to be passed over or not; between two items a sign is
read that joins them in any language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from lintwords import later
from lintwords.model import (
    Document,
    Kind,
    Locked,
    Piece,
    Place,
    Run,
    Segment,
    SourceMap,
    Span,
    hull,
)
from lintwords.readers.common.list_signs import BULLETS, LETTERED
from lintwords.values import replace

_LEADS = (Kind.PROSE, Kind.HEADING, Kind.ITEM, Kind.CELL, Kind.CAPTION)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_CAPITAL}[\w.’'-]{{2,30}}[\])”\"»*]*"
_WORDS = r"(?:,?\s+[\w’'-]{1,20})"
_LEAD_IN = later.pattern(rf"\b{_NAME}{_WORDS}{{0,7}}\s*[:：]\Z")
_NO_COLON = later.pattern(
    rf"(?:\w\s{_NAME}{_WORDS}{{0,3}}|\b{_NAME}{_WORDS})\s*[—–…]?\Z"
)
# "China has", "la Chine a" as a line that no list needs to follow
_BROKEN = later.pattern(rf"\b{_NAME}\s+[a-zß-öø-ÿ]{{1,5}}\s*[—–…]?\Z")
_SMALL = "[a-zß-öø-ÿ’']"
_BY_WHOM = later.pattern(
    rf"\b{_SMALL}{{2,20}}\s+(?:{_SMALL}{{1,20}}\s*[:：?]|{_SMALL}{{2,3}})\Z"
)
_IS_NAME = later.pattern(
    rf"(?:[a-zß-öø-ÿ]{{1,3}}[’'\s]\s?)?{_NAME}(?:\s+(?:{_SMALL}{{1,4}}\s+)?{_NAME}){{0,4}}"
    r"(?:,\s[^.!?;]{1,40}|\s\([^()]{1,40}\))?[;,.]?\Z"
)
# "States that jail lawyers", above a list of names
_OF_WHOM = later.pattern(rf"(?:\b{_SMALL}{{2,20}}\s+){{2}}{_SMALL}{{2,20}}\Z")
# "China. They were held for a year.", "It was China.", below the question that it answers
_ANSWERS = later.pattern(
    rf"(?:[^\W\d_]{{1,5}}[’'\s]\s?){{0,3}}{_NAME}(?:\s{_NAME}){{0,2}}[.!](?:\s+[^\W\d_]|\Z)"
)
_BY_HAND = later.pattern(rf"(?:[{BULLETS}]|{LETTERED})\s+(?=[^\W\d_])")
# an entry of a list of words: "camp: a house in which"
_ENTRY = later.pattern(r"[\w’'-]+(?:\s[\w’'-]+){0,4}(?:\s?:|\s[–—=])\s")
_NEW_ROW = later.pattern(r"</?tr\b|\|[ \t]*\n", re.IGNORECASE)
_DEFINITION = later.pattern(r"<dd\b|\n:\s", re.IGNORECASE)
_UNKNOWN = "</tr>"
_OPEN = "\N{WORD JOINER}"
_PERHAPS = f":{2 * _OPEN}"  # a colon that nobody wrote, if the words above ask for names
_THEN = " & "  # joins names and deeds in any language
_TAIL = 120  # characters of a lead-in that are looked at
_LONGEST = 1500  # characters of a lead-in with its items
_MOST = 4 * _LONGEST  # with what joins them
_ENDS = " \t\xa0;,."
_COLONS = (":", "：")
_STOPS = ".!?;,)]”\"»"
_GOES_ON = (Kind.PROSE, Kind.ITEM, Kind.CELL)
_BREAKS = " \xa0—–…"
_JOINTS = frozenset((_THEN, f"{_OPEN} ", f":{_OPEN} ", f"{_PERHAPS} "))
_WRITTEN = later.pattern(r"[\s;,.—–…]*")
_NEXT = " • "  # between items that end in no mark, on one line


def with_items(document: Document) -> Document:
    """A document in which each such lead-in is one segment with its items."""
    segments = document.segments
    # of an office file each paragraph is a part of its own
    source = document.parts[0].text if len(document.parts) == 1 else ""
    if not any(_leads(segments, at, source) for at in range(len(segments) - 1)):
        return document
    # a paragraph is a part of its own; that of a data file may be one of another record
    crosses = document.format != "data" and not document.comments
    remarks = sorted(comment.start for comment in document.comments)
    found: list[Segment] = []
    locked = list(document.locked)
    at = 0
    while at < len(segments):
        rows = [segments[at]]
        if _leads(segments, at, source):
            rows += _items(segments, at, remarks, source, crosses=crosses)
        joined = _joined(rows)
        if len(rows) > 1:
            locked += [Locked(*run.piece[:3]) for run in joined.map.runs if _is_between(run)]
        found.append(joined)
        at += len(rows)
    return replace(document, segments=tuple(found), locked=tuple(locked))


def _leads(segments: Sequence[Segment], at: int, source: str) -> bool:
    if at + 1 >= len(segments) or segments[at].kind not in _LEADS:
        return False
    lead, item = segments[at], segments[at + 1]
    if not _is_beside(lead, item):
        return False
    tail = lead.text[-_TAIL:]
    if lead.text.endswith(_COLONS):
        return bool(
            (_goes_on(item) and _LEAD_IN.search(tail))
            or (_is_name(item) and _BY_WHOM.search(tail))
        )
    if lead.text[-1:] == "?" and _answers(item):
        return _BY_WHOM.search(tail) is not None
    if _is_name(item) and (lead.text[-1:] == "?" or _is_named_below(lead, item, source)):
        is_list = item.kind is Kind.ITEM and lead.kind is not Kind.ITEM
        return bool(_BY_WHOM.search(tail) or (is_list and _OF_WHOM.search(tail)))
    if not _goes_on(item) or lead.text[-1:] in _STOPS:
        return False
    if lead.kind is Kind.HEADING and _ENTRY.match(item.text):
        return False  # "Style guide", and its first entry
    is_list = item.kind is Kind.ITEM and lead.kind is Kind.PROSE
    return (_NO_COLON if is_list else _BROKEN).search(tail) is not None


def _is_named_below(lead: Segment, item: Segment, source: str) -> bool:
    """Whether a line without a mark at its end is followed by a list, or by a cell of its row."""
    if item.kind is not Kind.CELL:
        return item.kind is Kind.ITEM or _opens_definition(lead, item, source)
    return not _NEW_ROW.search(_between(lead, item, source))


def _opens_definition(before: Segment, item: Segment, source: str) -> bool:
    return _DEFINITION.search(_between(before, item, source)) is not None


def _between(before: Segment, item: Segment, source: str) -> str:
    """What stands in the source between two segments of a text file; a new row where unknown."""
    one, two = _hull(before), _hull(item)
    if one is None or two is None or one.part != two.part or not source:
        return _UNKNOWN
    return source[one.end : two.start]


def _is_beside(lead: Segment, item: Segment) -> bool:
    """Whether one may go on with the other: a cell with a cell or its list, a title with both."""
    if lead.kind is Kind.CAPTION:
        return item.kind in (Kind.ITEM, Kind.CELL)
    if lead.kind is Kind.CELL and item.kind is Kind.ITEM:
        return True
    return (lead.kind is Kind.CELL) is (item.kind is Kind.CELL)


def _goes_on(item: Segment) -> bool:
    """Whether it is in small letters, also behind a sign of a list that was written by hand."""
    first = _mark_of(item)
    return item.kind in _GOES_ON and item.text[first : first + 1].islower()


def _is_name(item: Segment) -> bool:
    """Whether an item is a name, with little behind it."""
    first = _mark_of(item)
    is_item = item.kind in _GOES_ON
    return is_item and len(item.text) < _TAIL and (
        _IS_NAME.match(item.text, first) is not None
    )


def _answers(item: Segment) -> bool:
    """Whether a paragraph opens with a name, as the answer to a question above it."""
    return item.kind is Kind.PROSE and _ANSWERS.match(item.text) is not None


def _is_listed(item: Segment) -> bool:
    return item.kind is Kind.ITEM or _mark_of(item) > 0


def _mark_of(item: Segment) -> int:
    """How long the sign is that was written by hand before an item; 0 where there is none."""
    found = _BY_HAND.match(item.text) if item.kind in (Kind.PROSE, Kind.ITEM) else None
    runs = item.map.runs
    return found.end() if found and runs[0].piece.verbatim and found.end() < runs[0].end else 0


def _items(
    segments: Sequence[Segment], at: int, remarks: Sequence[int], source: str, *, crosses: bool
) -> list[Segment]:
    """The items that go on with a lead-in: of its part and its quotation, in its order.

    Where it `crosses` into other parts, each is the one below.
    """
    lead, before = segments[at], _hull(segments[at])
    room = _LONGEST - len(lead.text)
    item = segments[at + 1]
    fits = _goes_on if _goes_on(item) else _answers if _answers(item) else _is_name
    # "China has:" above "> - jailed five lawyers"
    is_list_quoted = not lead.quoted and segments[at + 1].kind is Kind.ITEM
    found: list[Segment] = []
    for item in segments[at + 1 :]:
        here = _hull(item) if item.text else None
        room -= len(item.text)
        goes_on = (
            fits(item) and room > 0 and _is_beside(lead, item)
            and (item.quoted == lead.quoted or is_list_quoted) and item.lang == lead.lang
        )
        if not goes_on or before is None or here is None:
            break
        if here.part == before.part and (
            here.start < before.end or _stands_in(remarks, before.end, here.start)
        ):
            break
        if here.part != before.part and not (crosses and here.part == before.part + 1):
            break
        if found and not (fits is _goes_on or _is_listed(item)) and not _opens_definition(
            found[-1], item, source
        ):
            break  # what follows a cell or a line with a name may be another row
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
        ends = _ENDS if nth else "" if row.text.endswith((*_COLONS, "?")) else _BREAKS
        end = len(row.text) if is_last or not ends else len(row.text.rstrip(ends))
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
            between = _THEN if nth else _first_joint(row, ends, rows[1])
            ended = _hull(row)
            until = after.start if after.part == last.part else ended.end if ended else last.end
            piece = Piece(last.part, last.end, max(until, last.end), False)
            runs.append(Run(len(text), len(text) + len(between), piece))
            text += between
    return replace(lead, text=text, map=SourceMap(tuple(runs)), kind=Kind.PROSE)


def _first_joint(lead: Segment, ends: str, item: Segment) -> str:
    if ends and _is_name(item):
        return f":{_OPEN} " if _BY_WHOM.search(lead.text[-_TAIL:]) else f"{_PERHAPS} "
    if ends:
        return " "
    return " " if lead.text.endswith("?") else f"{_OPEN} "


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


def is_joined(segment: Segment) -> bool:
    """Whether a segment may be a lead-in with its items."""
    return len(segment.text) < _MOST and (_OPEN in segment.text or _THEN in segment.text)


def is_joint(segment: Segment, run: Run) -> bool:
    """Whether a run of a segment is what was put between a lead-in and its items."""
    return not run.piece.verbatim and segment.text[run.start : run.end] in _JOINTS


def joint_as_read(source: str, segment: Segment, run: Run) -> str:
    """What a person reads there: the mark that the line before ends in, and where a line begins."""
    is_item = segment.text[run.start : run.end] == _THEN
    found = _WRITTEN.match(source, run.piece.start, run.piece.end)
    mark = found[0].rstrip() if found else ""
    return f"{mark} " if mark or not is_item else _NEXT


def as_read(document: Document, segment: Segment, span: Span) -> str:
    """A stretch of a segment as a person reads it: between its items stands what was written."""
    text, at = "", span.start
    for run in segment.map.runs if is_joined(segment) else ():
        if at <= run.start < span.end and is_joint(segment, run):
            text += segment.text[at : run.start]
            text += joint_as_read(document.parts[run.piece.part].text, segment, run)
            at = run.end
    return text + segment.text[at : span.end]


def item_at(segment: Segment, at: Place) -> int:
    """In which item of a joined list a place stands, from 1; 0 for the lead-in and elsewhere."""
    if not is_joined(segment):
        return 0
    joints = (run.piece for run in segment.map.runs if is_joint(segment, run))
    return sum((one.part, one.start) <= (at.part, at.start) for one in joints)
