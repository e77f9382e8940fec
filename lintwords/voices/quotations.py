"""Finds quotations: which stretches of a document stand between quotation marks.

One pass over the marks of each segment (`quotation_marks`). A quotation that is not closed ends
with its paragraph, unless the next paragraph repeats the opening mark or, for paired marks, a
closing mark comes first within a few paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lintwords import later
from lintwords.model import Kind, Segment, Span
from lintwords.values import dataclass, replace
from lintwords.voices.quotation_marks import SINGLE, Marks, marks_of

_PAIRED = "“„«‹"
_WORD = later.pattern(r"\w+(?:['’-]\w+)*")
_REACH = 5  # paragraphs in which a missing closing mark is looked for


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch of one segment.

    `span` includes the marks, `inner` does not. `words` counts the words between them. `mark` is
    the opening mark, empty in a block quotation or where a quotation goes on from the paragraph
    before. `closed` says whether the closing mark stands in this segment; `ends` is the segment
    and the offset at which the whole quotation is over.
    """

    span: Span
    inner: Span
    words: int
    mark: str
    closed: bool
    ends: tuple[int, int]



def mark(segments: Sequence[Segment]) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each segment, in text order; linear in the size of the text."""
    marks = [marks_of(segment.text) for segment in segments]
    found: list[list[Quotation]] = [
        [_quotation(segment.text, start, end, sign, index) for start, end, sign in own.closed]
        for index, (segment, own) in enumerate(zip(segments, marks, strict=True))
    ]
    _carry_over(segments, marks, found)
    for first, last in _block_quotations(segments):
        ends = (last, len(segments[last].text))
        for index in range(first, last + 1):
            whole = Span(0, len(segments[index].text))
            words = len(_WORD.findall(segments[index].text))
            found[index].append(Quotation(whole, whole, words, "", True, ends))
    return tuple(tuple(sorted(row, key=lambda q: (q.span.start, -q.span.end))) for row in found)


def _quotation(text: str, start: int, end: int, sign: str, index: int) -> Quotation:
    inner = Span(start + 1, end - 1)
    words = sum(1 for _ in _WORD.finditer(text, inner.start, inner.end))
    return Quotation(Span(start, end), inner, words, sign, True, (index, end))


# -- over several segments ----------------------------------------------------------------------


def _carry_over(
    segments: Sequence[Segment], marks: Sequence[Marks], found: list[list[Quotation]]
) -> None:
    """Give each opening without an end its stretch, and carry it into later paragraphs."""
    index = 0
    while index < len(segments):
        opening = next(
            (
                (start, sign)
                for start, sign in marks[index].left_open
                # a single mark that no later paragraph repeats was an apostrophe
                if sign not in SINGLE or _repeats(segments, index + 1, sign)
            ),
            None,
        )
        if opening is None:
            index += 1
        else:
            index = _carry(segments, marks, found, index, *opening)


def _carry(
    segments: Sequence[Segment],
    marks: Sequence[Marks],
    found: list[list[Quotation]],
    index: int,
    start: int,
    sign: str,
) -> int:
    """Mark one such quotation; the index from which to go on."""
    rows = [(index, _open_row(segments[index].text, start, index, sign))]
    while _repeats(segments, index + 1, sign):
        index += 1
        text = segments[index].text
        lead = len(text) - len(text.lstrip())
        if text[lead] != sign and sign in _PAIRED:
            # the closing mark is repeated, and stands again where the quotation ends
            closing = marks[index].first_stray(sign) + 1
            rows.append((index, _open_row(text, lead, index, sign, closing or None)))
            if closing:
                ends = (index, closing)
                break
            continue
        if (lead, sign) not in marks[index].left_open:
            # this paragraph closes what it repeats
            ends = (index, next((q.span.end for q in found[index] if q.span.start == lead), lead))
            found[index] = [
                replace(q, ends=ends) if q.span.start == lead else q for q in found[index]
            ]
            break
        rows.append((index, _open_row(text, lead, index, sign)))
    else:
        last = _closing_paragraph(segments, marks, index, sign)
        for between in range(index + 1, last + 1):
            text = segments[between].text
            end = marks[between].first_stray(sign) + 1 if between == last else None
            rows.append((between, _open_row(text, 0, between, "", end)))
        ends = (last, rows[-1][1].span.end)
        index = last if last > index else index + 1
    for at, row in rows:
        found[at].append(replace(row, ends=ends))
    return index


def _open_row(text: str, start: int, index: int, sign: str, end: int | None = None) -> Quotation:
    stop = len(text) if end is None else end
    inner = Span(start + len(sign), stop if end is None else max(stop - 1, start))
    words = sum(1 for _ in _WORD.finditer(text, inner.start, inner.end))
    return Quotation(Span(start, stop), inner, words, sign, False, (index, stop))


def _repeats(segments: Sequence[Segment], index: int, sign: str) -> bool:
    if index >= len(segments) or not _is_running(segments[index]):
        return False
    text = segments[index].text.lstrip()
    return text.startswith(sign) or (sign == "«" and text.startswith("»"))


def _is_running(segment: Segment) -> bool:
    return segment.kind in (Kind.PROSE, Kind.ITEM)


def _closing_paragraph(
    segments: Sequence[Segment], marks: Sequence[Marks], index: int, sign: str
) -> int:
    """The paragraph whose first mark of this sort closes the quotation; `index` if none does."""
    if sign not in _PAIRED:
        return index
    for following in range(index + 1, min(index + 1 + _REACH, len(segments))):
        if not _is_running(segments[following]):
            return index
        closing = marks[following].first_stray(sign)
        openings = [start for start, _, s in marks[following].closed if s == sign]
        openings += [start for start, s in marks[following].left_open if s == sign]
        if closing >= 0 and closing < min(openings, default=len(segments[following].text)):
            return following
        if openings:
            return index
    return index


def _block_quotations(segments: Iterable[Segment]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of segments that are quoted as a whole."""
    first = last = -1
    for index, segment in enumerate(segments):
        if not segment.quoted:
            continue
        if first >= 0 and last == index - 1:
            last = index
            continue
        if first >= 0:
            yield first, last
        first = last = index
    if first >= 0:
        yield first, last
