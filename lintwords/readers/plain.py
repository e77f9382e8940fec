"""Plain text: a paragraph is a run of lines with no blank line in it.

Lines inside a paragraph are joined by one space, so a phrase that wraps is still one phrase to a
rule, but for lines that stand alone above a title; after a hyphen at the end of a line they are
joined by a sign that is not seen, since only the words tell whether the hyphen belongs to them. `>`
at the start of a line marks a quotation, as in mail; such a marker, a list marker, a drawn rule and
a comment to lintwords on a line of its own are outside the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lintwords import later
from lintwords.model import (
    Comment,
    Document,
    Kind,
    Locked,
    Part,
    Piece,
    Run,
    Segment,
    SourceMap,
)
from lintwords.readers import painted
from lintwords.readers.common import columns, lines_apart
from lintwords.readers.common.builder import PARTED, Page, spoken, take, take_segment
from lintwords.readers.common.list_signs import BULLETS, LETTERED
from lintwords.readers.common.source import decode
from lintwords.readers.common.source import write as write
from lintwords.readers.own.text_report import is_report

_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_LINES = later.pattern(rf"{_NEWLINE}[^\S\r\n]*{_NEWLINE}\s*")
_LINE = later.pattern(r"[^\S\r\n]*((?:>[^\S\r\n]*)*)([^\r\n]*)")
_ITEM = later.pattern(
    rf"(?:[-*{BULLETS}]|o(?=[^\S\r\n]+[a-z])|[ivx]{{1,4}}\.(?=[^\S\r\n]+[a-z])"
    rf"|\d{{1,2}}[.)]|{LETTERED})[^\S\r\n]+(?=\S)"
)
_RULE = later.pattern(r"([-=*_~#+])\1{2,}")
_RULERS = "-=*_~#+"
# a headline between such signs
_FRAMED = later.pattern(r"([-=*_~#+])\1{2,}[^\S\r\n]+\S.*[^\S\r\n]\1{3,}")
# a comment as in HTML, on a line of its own
_SPOKEN = later.pattern(
    r"(?<![^\r\n])[^\S\r\n]*(<!--[^\S\r\n]*lintwords(?::|[^\S\r\n-]+ignore\b|-+ignore\b)[^\r\n]*-->)[^\S\r\n]*(?![^\r\n])"
)
_HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}"
_SENTENCE_END = later.pattern(r"[.!?:;,…。！？][\"'”’»)\]]*\Z")
_LONGEST_HEADING = 150  # characters
BLOCK = 16_000  # characters that are asked about at once
_KEPT = 8  # paragraphs that stay at each end of what is left out: no voice reaches over so many
# what may belong to a quotation that begins or ends in another paragraph
_MARKS = '"“”„‟«»‹›>'
_SINGLE = "'‘‚"
# one pattern a line end: a pattern that begins with one letter is searched forty times as fast
_LEADS = {end: later.pattern(rf"{end}\s*[{_SINGLE}]") for end in "\n\r"}


def read(
    path: Path, data: bytes, *, encoding: str | None = None,
    matters: Callable[[str], bool] | None = None,
) -> Document:
    """Read plain text; raises CannotRead if it cannot be decoded.

    With `matters`, long stretches of paragraphs for which it is false are left out of the
    segments; what stands near other paragraphs, and what may be part of a quotation, is not.
    """
    text, name = decode(path, data, encoding)
    if " | " in text[:BLOCK] and is_report(text):
        from lintwords.readers.own import report_seal  # late: few texts are reports

        passed = (report_seal.unread(text),)
        return Document(path, "text", (Part(0, text),), (), encoding=name, unread=passed)
    comments = tuple(
        Comment(found.start(1), found.end(1), spoken(found[1]) or "")
        for found in (_SPOKEN.finditer(text) if "<!--" in text else ())
    )
    spans = []
    for span in _paragraphs(text) if matters is None else _mattering(text, matters):
        take(1)  # before all of them are there
        spans.append(span)
    locked = list[Locked]()
    segments = tuple(_segments(text, spans, locked))
    return Document(
        path, "text", (Part(0, text),), segments, None, name, comments,
        left_out=_left_out(text, spans) if matters else 0, locked=tuple(locked),
    )


def _left_out(source: str, spans: list[tuple[int, int]]) -> int:
    """How many characters lie between paragraphs, other than white space."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(source)]
    return sum(len(source[end:start].strip()) for end, start in zip(ends, starts, strict=True))


def _segments(
    source: str, paragraphs: list[tuple[int, int]], locked: list[Locked]
) -> Iterator[Segment]:
    """The segments of paragraphs; to `locked` is added what a longer word would push aside."""
    is_painted = painted.is_painted(source)
    for number, (start, end) in enumerate(paragraphs):
        head = number == 0 and len(paragraphs) > 1
        if is_painted and painted.is_painted(source[start:end]):
            yield from _lines(source, start, end, is_painted=True)
        elif not _is_plain(source, start, end):
            if beside := columns.side_by_side(source, start, end):
                locked += (Locked(0, *line) for line in beside[0])  # the right one must not move
                yield from _columns(source, beside)
                continue
            yield from _lines(source, start, end)
        else:
            kind = Kind.HEADING if head and _is_heading(source[start:end]) else Kind.PROSE
            take_segment(1, end - start)
            run = Run(0, end - start, Piece(0, start, end, True))
            yield Segment(source[start:end], SourceMap((run,)), kind)


def _mattering(source: str, matters: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """The paragraphs of the blocks that matter, and of the ends of what lies between them."""
    start = 0
    while start < len(source):
        end = _block_end(source, start)
        if _is_wanted(source[start:end], matters):
            yield from _paragraphs(source, start, end)
            start = end
            continue
        idle = []
        while start < end:
            idle.append((start, end))
            start, end = end, _block_end(source, end)
            if _is_wanted(source[start:end], matters):
                break
        yield from _ends(source, idle)


def _block_end(source: str, start: int) -> int:
    """Where a block ends: after the first blank line that lies far enough on."""
    blank = source.find("\n\n", start + BLOCK)
    if blank < 0 and source.find("\r", start) >= 0:
        blank = source.find("\n\r\n", start + BLOCK)
        return blank + 3 if blank >= 0 else len(source)
    return blank + 2 if blank >= 0 else len(source)


def _is_wanted(block: str, matters: Callable[[str], bool]) -> bool:
    if painted.is_painted(block):
        return True
    return matters(block) or any(mark in block for mark in _MARKS) or (
        any(mark in block for mark in _SINGLE) and _has_leading_single(block)
    )


def _has_leading_single(block: str) -> bool:
    """Whether a line begins with a single quotation mark, white space not counted."""
    return block.lstrip()[:1] in tuple(_SINGLE) or any(
        end in block and leads.search(block) is not None for end, leads in _LEADS.items()
    )


def _ends(source: str, idle: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs of adjacent blocks but for those in the middle of them."""
    first = list(_paragraphs(source, *idle[0]))
    if len(idle) == 1:
        yield from first if len(first) <= 2 * _KEPT else (*first[:_KEPT], *first[-_KEPT:])
        return
    last = list(_paragraphs(source, *idle[-1]))
    if min(len(first), len(last)) < _KEPT:  # blocks of very long paragraphs
        yield from _paragraphs(source, idle[0][0], idle[-1][1])
        return
    yield from first[:_KEPT]
    yield from last[-_KEPT:]


def _paragraphs(
    source: str, start: int = 0, stop: int | None = None
) -> Iterator[tuple[int, int]]:
    """Where each paragraph of a stretch stands, without white space at its ends."""
    stop = len(source) if stop is None else stop
    lead = source[start:stop] if start or stop < len(source) else source
    start += len(lead) - len(lead.lstrip())
    for blank in _BLANK_LINES.finditer(source, start, stop):
        if start < blank.start():
            yield start, start + len(source[start : blank.start()].rstrip())
        start = blank.end()
    end = start + len(source[start:stop].rstrip())
    if end > start:
        yield start, end


def _is_plain(source: str, start: int, end: int) -> bool:
    return (
        source.find("\n", start, end) < 0
        and source.find("\r", start, end) < 0
        and source[start] not in "><"
        and not _ITEM.match(source, start, end)
        and not _RULE.fullmatch(source, start, end)
    )


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)


def _lines(
    source: str, start: int, end: int, *, is_painted: bool = False
) -> Iterator[Segment]:
    """The segments of a paragraph that wraps, quotes or lists."""
    page = Page(source)
    alone = lines_apart.alone(source, start, end)
    kind, depth = Kind.PROSE, 0
    before, before_end = "", start  # the last characters of the segment so far, and their place
    while start < end:
        line = _LINE.match(source, start, end)
        assert line is not None  # the pattern can match nothing
        if _SPOKEN.fullmatch(source, line.start(), line.end()):
            page.flush(kind, None, depth > 0)
            kind, before = Kind.PROSE, ""
            start = _next_line(source, line.end())
            continue
        first, now = line.start(2), line[1].count(">")
        stop = first + len(line[2].rstrip())
        if line[2][:1] in _RULERS and _RULE.fullmatch(source, first, stop):
            first = stop
        is_framed = line[2][:1] in _RULERS and _FRAMED.fullmatch(source, first, stop) is not None
        # In the middle of a sentence a line may well begin with a dash or a number.
        may_list = not before or now != depth or kind is Kind.ITEM or before.endswith(":")
        item = _ITEM.match(source, first, stop) if may_list else None
        if item or is_framed or first == stop or now != depth:
            page.flush(kind, None, depth > 0)
            kind, depth, before = Kind.PROSE, now, ""
        if item:
            kind, first = Kind.ITEM, item.end()
        if first < stop:
            _join(page, source, before, before_end, first)
            if is_painted:
                for piece in painted.shown(source, first, stop):
                    page.text.verbatim(*piece)
            else:
                page.text.verbatim(first, stop)
            before, before_end = source[max(stop - 2, first) : stop], stop
        if is_framed or _next_line(source, line.end()) in alone:
            page.flush(Kind.HEADING if is_framed else kind, None, depth > 0)
            kind, before = Kind.PROSE, ""
        start = _next_line(source, line.end())
    page.flush(kind, None, depth > 0)
    yield from page.segments


def _columns(source: str, beside: Iterable[columns.Lines]) -> Iterator[Segment]:
    """The segments of columns, each read from its top to its end."""
    page = Page(source)
    for column in beside:
        before, before_end = "", column[0][0]
        for first, stop in column:
            _join(page, source, before, before_end, first)
            page.text.verbatim(first, stop)
            before, before_end = source[max(stop - 2, first) : stop], stop
        page.flush(Kind.PROSE, None, False)
    yield from page.segments


def _join(page: Page, source: str, before: str, before_end: int, first: int) -> None:
    """Go on with a line at `first`; `before` are the last characters before it, if there are any.
    """
    if before and not (before[-1] in _HYPHENS and before[0].isalnum()):
        page.text.space(before_end, first)
    elif before and before[-1] != PARTED and before[0].isalpha() and source[first].islower():
        page.text.read_as(PARTED, before_end, first)


def _next_line(source: str, end: int) -> int:
    return end + (2 if source.startswith("\r\n", end) else 1)
