"""Paragraphs of a PDF file, by the distance and the height of its lines, also over a page's end.

PDF has no paragraphs. What a page ends in the middle of a sentence goes on with the next page,
where its text goes on in small letters; running heads, page numbers and notes between the two stand
beside the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintwords.readers.pdf.large_letters import whole_openings
from lintwords.readers.pdf.pages import Line
from lintwords.readers.pdf.running_heads import beside_text

Paragraph = list[Line]
# a paragraph by the pages that it stands on, each with its lines there
Over = list[tuple[int, Paragraph]]

_GAP = 1.45  # times the usual distance of lines: more begins a paragraph
_HEIGHT = 1.2  # times the height of the line before: a heading or its end
_AS_HIGH = 1.05  # times the height of the line before: lines of one headline
_NOTE_HEIGHT = 0.95  # times that of the text: a note, or less
_NOTE = re.compile(r"(?:\[?\(?\d{1,3}[\])]?[.)]?|[a-z][.)]|[*†‡§]{1,3})\s*\S")
_NUMBER = re.compile(
    r"[\W_]*(?:\d{1,4}(?:[\W_]{1,3}\d{1,4})?|(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))[\W_]*",
    re.IGNORECASE,
)  # "12", "– 3 –", "2/9", "iv"; one with words to it is told by the page after, which has it too
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:;…。！？][\"'”’»)\]\d]*\Z")
_EDGE = 4  # paragraphs at an end of a page that may be no text
_NOTES = 20  # paragraphs of notes at the foot of a column
_FEW = 4  # lines of a page
_LONGEST_HEAD = 150  # characters of a running head


def over_pages(pages: Sequence[Sequence[Line]]) -> Iterator[Over]:
    """The paragraphs of all pages in reading order; pages are counted from 1."""
    pages = whole_openings(pages)
    usual = _usual_of_all(pages)
    cut = [list(paragraphs(page, usual)) for page in pages]
    heads = _repeated(cut)
    goes_on = dict(_over_columns(cut, heads))
    for nth, (page, after) in enumerate(zip(cut, cut[1:], strict=False)):
        last, first = _last(page, heads), _first(after, heads)
        if last is not None and first is not None:
            goes_on[nth, last] = nth + 1, first
    taken = set(goes_on.values())
    for nth, page in enumerate(cut):
        for at, paragraph in enumerate(page):
            place = (nth, at)
            if place in taken:
                continue
            over = [(nth + 1, paragraph)]
            while place in goes_on:
                place = goes_on[place]
                over.append((place[0] + 1, cut[place[0]][place[1]]))
            yield over


def paragraphs(lines: Sequence[Line], of_all: _Usual | None = None) -> Iterator[Paragraph]:
    """Lines of a page that belong together: close to each other and about as high.

    `of_all`: how far they are from each other in the file, which a page of few lines does not tell.
    """
    usual = _usual(lines)
    if of_all and len(lines) <= _FEW and 0 < of_all.gap < usual.gap:
        usual = of_all
    apart = beside_text(lines, usual.gap)
    paragraph: Paragraph = []
    for at, line in enumerate(lines):
        is_edge = at in (1, len(lines) - 1)
        if paragraph and (
            at in apart
            or _begins(lines[at - 1], line, usual)
            or (is_edge and (_is_number(line) or _is_number(lines[at - 1])))
        ):
            yield paragraph
            paragraph = []
        paragraph.append(line._replace(text=line.text.strip()))
    if paragraph:
        yield paragraph


class _Usual(NamedTuple):
    """How far lines of a page are from each other, and how high such lines are; points."""

    gap: float
    height: float

    def between(self, before: Line, line: Line) -> float:
        """The distance of two lines of one paragraph: larger letters stand further apart."""
        low, high = sorted((before.height, line.height))
        if self.height and self.height < low and high <= _AS_HIGH * low:
            return self.gap * low / self.height
        return self.gap


def _usual_of_all(pages: Sequence[Sequence[Line]]) -> _Usual | None:
    """That of the page with the most lines."""
    longest = max(pages, key=len, default=())
    return _usual(longest) if len(longest) > _FEW else None


def _usual(lines: Sequence[Line]) -> _Usual:
    """Of lines, not of paragraphs, also on a page of few lines."""
    down = sorted(
        (gap, min(a.height, b.height)) for a, b in zip(lines, lines[1:], strict=False)
        if (gap := a.bottom - b.bottom) > 0
    )
    return _Usual(*(down[len(down) // 5] if down else (0.0, 0.0)))


def _begins(before: Line, line: Line, usual: _Usual) -> bool:
    gap = before.bottom - line.bottom
    if gap < 0:  # the next column: a sentence may well go on there
        return before.text.rstrip()[-1:] in ".!?:"
    if before.height and line.height:
        low, high = sorted((before.height, line.height))
        if high > _HEIGHT * _HEIGHT * low:
            return True
        if line.height < _NOTE_HEIGHT * before.height and _NOTE.match(line.text.lstrip()):
            return True
    return gap > _GAP * usual.between(before, line)


def _is_number(line: Line) -> bool:
    """Whether a line is no more than the number of its page."""
    return _NUMBER.fullmatch(line.text.strip()) is not None


def _repeated(pages: Sequence[Sequence[Paragraph]]) -> frozenset[str]:
    """What stands at an edge of more than one page, but for its figures."""
    seen = Counter(
        text for page in pages
        for text in {_words(one) for one in (*page[:_EDGE], *page[-_EDGE:])}
    )
    return frozenset(text for text, times in seen.items() if times > 1)


def _words(paragraph: Paragraph) -> str:
    return _DIGITS.sub("0", " ".join(line.text for line in paragraph)[: _LONGEST_HEAD + 1])


def _is_head_or_foot(paragraph: Paragraph, heads: frozenset[str]) -> bool:
    words = _words(paragraph)
    is_head = len(words) <= _LONGEST_HEAD and words in heads
    return is_head or (len(paragraph) == 1 and _is_number(paragraph[0]))


def _last(page: Sequence[Paragraph], heads: frozenset[str]) -> int | None:
    """The paragraph at the end of a page whose sentence is not at its end; None if none is."""
    height = max((line.height for paragraph in page for line in paragraph[1:]), default=0.0)
    for at in range(len(page) - 1, -1, -1):
        paragraph = page[at]
        if not _is_note(paragraph, height) and not _is_head_or_foot(paragraph, heads):
            return None if _ENDS.search(paragraph[-1].text) else at
    return None


def _over_columns(
    pages: Sequence[Sequence[Paragraph]], heads: frozenset[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Which paragraph goes on at the head of the next column, with notes at the foot between."""
    for nth, page in enumerate(pages):
        height = max((line.height for paragraph in page for line in paragraph[1:]), default=0.0)
        for at, (paragraph, note) in enumerate(zip(page, page[1:], strict=False)):
            if _is_note(paragraph, height) or not _is_note(note, height):
                continue
            if _ENDS.search(paragraph[-1].text):
                continue
            after = next((
                place for place in range(at + 2, min(len(page), at + 2 + _NOTES))
                if not _is_note(page[place], height) and not _is_head_or_foot(page[place], heads)
            ), None)
            if after is None:
                continue
            first = page[after][0]
            if first.text[:1].islower() and first.bottom > paragraph[-1].bottom:
                yield (nth, at), (nth, after)


def _is_note(paragraph: Paragraph, height: float) -> bool:
    """Whether a paragraph is set smaller than text that is so high."""
    return paragraph[0].height < _NOTE_HEIGHT * height


def _first(page: Sequence[Paragraph], heads: frozenset[str]) -> int | None:
    """The paragraph with which the text of a page goes on in small letters; None if none does."""
    text = [(at, one) for at, one in enumerate(page) if not _is_head_or_foot(one, heads)]
    for at, paragraph in text[:_EDGE]:
        if paragraph[0].text[:1].islower():
            return at
        if len(paragraph) > 1:
            return None
    return None
