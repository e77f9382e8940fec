"""Finds quotations: which stretches of a document stand between quotation marks.

One pass over the marks of each segment. Paired marks (“ ” „ “ « » ‹ ›) nest; »so« and ›so‹ are
pairs where they stand close to their words; a straight mark opens or closes by what stands beside
it; a single mark is an apostrophe until it is shown to be more. A quotation that is not closed ends
with its paragraph, unless the next paragraph repeats the opening mark or, for paired marks, a
closing mark comes first within a few paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lintwords import later
from lintwords.model import Kind, Segment, Span
from lintwords.values import dataclass, replace

_MARKS = later.pattern("[\"“”„‟«»‹›'‘’‚]")
_ASCII_MARKS = later.pattern("[\"']")  # the same for a text in ASCII, found many times faster
_CLOSERS: Mapping[str, str] = {
    '"': '"',
    "“": "”",
    "‟": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "'": "'",
    "‘": "’",
    "‚": "‘’",
}
_INWARD: Mapping[str, str] = {"»": "«", "›": "‹"}  # as books in German have them
_SINGLE = "'‘‚"
_PAIRED = "“„«‹"
_BEFORE_OPENING = "([{—–-/\"“„«‘'¿¡\ufffc"
_WORD = later.pattern(r"\w+(?:['’-]\w+)*")
_DEPTH = 4  # deeper nesting is no prose
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


@dataclass(frozen=True, slots=True)
class _Read:
    """What one segment holds when read by itself."""

    closed: tuple[tuple[int, int, str], ...]
    left_open: tuple[tuple[int, str], ...]  # outermost first
    stray: tuple[tuple[int, str], ...]  # closing marks that nothing opened


_NOTHING = _Read((), (), ())


def mark(segments: Sequence[Segment]) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each segment, in text order; linear in the size of the text."""
    reads = [_read(segment.text) for segment in segments]
    found: list[list[Quotation]] = [
        [_quotation(segment.text, start, end, sign, index) for start, end, sign in read.closed]
        for index, (segment, read) in enumerate(zip(segments, reads, strict=True))
    ]
    _carry_over(segments, reads, found)
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


# -- one segment --------------------------------------------------------------------------------


def _read(text: str) -> _Read:
    if text.isascii():
        if '"' not in text and "'" not in text:
            return _NOTHING
        matches = _ASCII_MARKS.finditer(text)
    else:
        matches = _MARKS.finditer(text)
    marks = [(match.start(), match.group()) for match in matches]
    closed: list[tuple[int, int, str]] = []
    stack: list[tuple[int, str]] = []
    stray: list[tuple[int, str]] = []
    singles, inward = dict(_single_pairs(text, marks)), dict(_inward_pairs(text, marks))
    inward_ends = frozenset(inward.values())
    single_end = -1
    lead = len(text) - len(text.lstrip())
    for nth, (at, sign) in enumerate(marks):
        if at in singles and at > single_end:
            single_end = singles[at]
            closed.append((at, single_end + 1, sign))
        elif at in inward:
            closed.append((at, inward[at] + 1, sign))
        elif at in inward_ends:
            pass
        elif sign in "'‘’‚":
            # „…‘ and ‚…‘ aside, a single mark that has no partner is an apostrophe; at the start
            # of a paragraph it may be answered in a later one
            if sign in _SINGLE and at == lead and _opens(text, at):
                stack.append((at, sign))
        elif sign == '"':
            _straight(text, marks, nth, stack, closed, stray)
        elif at > lead and _closes(sign, text, at, stack):
            opened = _pop(stack, sign)
            closed.append((opened[0], at + 1, opened[1]))
        elif sign in _CLOSERS:
            if len(stack) < _DEPTH:
                stack.append((at, sign))
        elif at > lead:
            stray.append((at, sign))
    return _Read(tuple(closed), tuple(stack), tuple(stray))


def _straight(
    text: str,
    marks: Sequence[tuple[int, str]],
    nth: int,
    stack: list[tuple[int, str]],
    closed: list[tuple[int, int, str]],
    stray: list[tuple[int, str]],
) -> None:
    """Decide on one straight double mark; inches (6") neither open nor close."""
    at = marks[nth][0]
    after_digit = at > 0 and text[at - 1].isdigit()
    if not _pop(stack, '"', look=True)[1]:
        if _opens(text, at):
            if len(stack) < _DEPTH:
                stack.append((at, '"'))
        elif not after_digit and not _close_curly(stack, at, closed):
            stray.append((at, '"'))
        return
    if after_digit:
        following = next((a for a, sign in marks[nth + 1 : nth + 4] if sign == '"'), -1)
        if following >= 0 and not _opens(text, following):
            return
    opened = _pop(stack, '"')
    if _opens(text, at) and not _between_spaces(text, at):
        closed.append((opened[0], at, '"'))
        stack.append((at, '"'))
    else:
        closed.append((opened[0], at + 1, '"'))


def _close_curly(stack: list[tuple[int, str]], at: int, closed: list[tuple[int, int, str]]) -> bool:
    """A straight mark may close a curly one where a writer mixed the two."""
    if not stack or stack[-1][1] != "“":
        return False
    opened = stack.pop()
    closed.append((opened[0], at + 1, opened[1]))
    return True


def _closes(sign: str, text: str, at: int, stack: Sequence[tuple[int, str]]) -> bool:
    if not any(sign in _CLOSERS[opened] for _, opened in stack):
        return False
    if sign == "“":  # closes „ only after a word; else it opens
        return stack[-1][1] == "„" and not text[at - 1].isspace()
    return True


def _pop(stack: list[tuple[int, str]], sign: str, *, look: bool = False) -> tuple[int, str]:
    """The innermost opening that `sign` closes; what was opened inside it is dropped."""
    for nth in range(len(stack) - 1, -1, -1):
        if sign in _CLOSERS[stack[nth][1]]:
            opened = stack[nth]
            if not look:
                del stack[nth:]
            return opened
    return -1, ""


def _opens(text: str, at: int) -> bool:
    """Whether the mark at `at` has the look of an opening one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _between_spaces(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isspace() and text[at - 1 : at].isspace()


def _single_pairs(text: str, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Pairs of single marks that enclose a quotation; all others are apostrophes.

    A mark after an s may be a genitive ("the lawyers' children"): it closes only if no better
    mark comes before the next opening. Each mark is looked at once for each opening before it
    that has no other opening between, so the walk is linear.
    """
    opening: int | None = None
    sign_open = ""
    doubtful: int | None = None
    for nth, (at, sign) in enumerate(marks):
        if opening is not None and sign not in "'‘’‚":
            # a double mark outside would cross; inside it would nest: stay with what we have
            if doubtful is not None:
                yield opening, doubtful
                opening, doubtful = None, None
            continue
        if (
            sign in _SINGLE
            and _opens(text, at)
            and _starts_word(text, at)
            and not (text[at + 1].isdigit() and text[at + 3 : at + 4] == "s")
        ):
            if opening is not None and doubtful is not None:
                yield opening, doubtful
            opening, sign_open, doubtful = at, sign, None
        elif opening is not None and sign in _CLOSERS[sign_open] and _ends_word(text, at):
            if (
                nth
                and marks[nth - 1][1] == sign
                and at - marks[nth - 1][0] <= 3
                and (marks[nth - 1][0] != opening)
            ):
                continue  # rock ’n’ roll
            if _may_be_genitive(text, at):
                doubtful = at if doubtful is None else doubtful
            else:
                yield opening, at
                opening, doubtful = None, None
    if opening is not None and doubtful is not None:
        yield opening, doubtful


def _inward_pairs(text: str, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Pairs that point at what they enclose: »so«. In «so» each mark stands on the other side.

    The next mark of the kind closes it, so the walk is linear.
    """
    opening: dict[str, int] = {}  # by the mark that closes it
    for at, sign in marks:
        close = _INWARD.get(sign)
        if close:
            opening.pop(close, None)
            if _opens(text, at) and _starts_word(text, at):
                opening[close] = at
        elif sign in opening:
            start = opening.pop(sign)
            if _ends_word(text, at):
                yield start, at


def _starts_word(text: str, at: int) -> bool:
    return text[at + 1].isalnum() or text[at + 1] in '"“'


def _ends_word(text: str, at: int) -> bool:
    after = text[at + 1] if at + 1 < len(text) else " "
    return at > 0 and not text[at - 1].isspace() and not after.isalnum()


def _may_be_genitive(text: str, at: int) -> bool:
    follows = text[at + 1 : at + 3]
    return text[at - 1] in "sxz" and follows[:1].isspace() and follows[1:].isalpha()


# -- over several segments ----------------------------------------------------------------------


def _carry_over(
    segments: Sequence[Segment], reads: Sequence[_Read], found: list[list[Quotation]]
) -> None:
    """Give each opening without an end its stretch, and carry it into later paragraphs."""
    index = 0
    while index < len(segments):
        opening = next(
            (
                (start, sign)
                for start, sign in reads[index].left_open
                # a single mark that no later paragraph repeats was an apostrophe
                if sign not in _SINGLE or _repeats(segments, index + 1, sign)
            ),
            None,
        )
        if opening is None:
            index += 1
        else:
            index = _carry(segments, reads, found, index, *opening)


def _carry(
    segments: Sequence[Segment],
    reads: Sequence[_Read],
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
            closing = _first_stray(reads[index], sign) + 1
            rows.append((index, _open_row(text, lead, index, sign, closing or None)))
            if closing:
                ends = (index, closing)
                break
            continue
        if (lead, sign) not in reads[index].left_open:
            # this paragraph closes what it repeats
            ends = (index, next((q.span.end for q in found[index] if q.span.start == lead), lead))
            found[index] = [
                replace(q, ends=ends) if q.span.start == lead else q for q in found[index]
            ]
            break
        rows.append((index, _open_row(text, lead, index, sign)))
    else:
        last = _closing_paragraph(segments, reads, index, sign)
        for between in range(index + 1, last + 1):
            text = segments[between].text
            end = _first_stray(reads[between], sign) + 1 if between == last else None
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
    segments: Sequence[Segment], reads: Sequence[_Read], index: int, sign: str
) -> int:
    """The paragraph whose first mark of this sort closes the quotation; `index` if none does."""
    if sign not in _PAIRED:
        return index
    for following in range(index + 1, min(index + 1 + _REACH, len(segments))):
        if not _is_running(segments[following]):
            return index
        closing = _first_stray(reads[following], sign)
        openings = [start for start, _, s in reads[following].closed if s == sign]
        openings += [start for start, s in reads[following].left_open if s == sign]
        if closing >= 0 and closing < min(openings, default=len(segments[following].text)):
            return following
        if openings:
            return index
    return index


def _first_stray(read: _Read, sign: str) -> int:
    return next((at for at, closing in read.stray if closing in _CLOSERS[sign]), -1)


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
