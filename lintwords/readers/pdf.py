"""PDF: the text of each page in reading order, for reports only.

Needs the extra `pdf` (pypdfium2). A part is one paragraph, its place the page. Paragraphs are told
by the distance and the height of lines, for PDF has none. A word parted at a line end is joined
where the file marks the hyphen as soft; a hyphen that is drawn may belong to the word and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lintwords.errors import CannotRead
from lintwords.model import Document, Part, Segment
from lintwords.readers.builder import SegmentBuilder

_SOFT = "\x02\xad\ufffe"  # what pdfium and producers put for a hyphen at a line end
_GAP = 1.45  # times the usual distance of lines: more begins a paragraph
_HEIGHT = 1.2  # times the height of the line before: a heading or its end
MOST_PAGES = 5_000


class Line(NamedTuple):
    """A line of a page: its text, its lower edge and the height of its letters, in points."""

    text: str
    bottom: float
    height: float


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read a PDF file; `encoding` says nothing to it.

    Raises CannotRead without the extra, for a file that is damaged, protected with a password, a
    scan without text, or longer than any document.
    """
    pdfium = _pdfium(path)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as trouble:
        if "password" in str(trouble).lower():
            hint = "It is protected with a password. Save an open copy and check that."
            raise CannotRead(f"cannot open {path}", hint, path) from trouble
        raise CannotRead(f"cannot open {path}", "It is no whole PDF file.", path) from trouble
    try:
        return _document(path, document)
    finally:
        document.close()


def _pdfium(path: Path) -> Any:
    try:
        import pypdfium2
    except ImportError as trouble:
        hint = 'PDF files need an extra: pip install "lintwords[pdf]"'
        raise CannotRead(f"cannot read {path}", hint, path) from trouble
    return pypdfium2


def _document(path: Path, document: Any) -> Document:
    if len(document) > MOST_PAGES:
        hint = f"It has {len(document):,} pages; at most {MOST_PAGES:,} are read."
        raise CannotRead(f"cannot read {path}", hint, path)
    parts: list[Part] = []
    segments: list[Segment] = []
    empty = 0
    for number in range(len(document)):
        lines = _lines(document[number])
        empty += not lines
        for paragraph in paragraphs(lines):
            part = Part(len(parts), "\n".join(paragraph), f"page {number + 1}")
            segment = _segment(part)
            if segment is not None:
                parts.append(part)
                segments.append(segment)
    if not segments:
        hint = "It holds no text, only pictures: a scan. Recognise its text first (OCR)."
        raise CannotRead(f"cannot read {path}", hint, path)
    unread = (f"{empty} pages without text were not read",) if empty > 1 else \
        ("1 page without text was not read",) if empty else ()  # fmt: skip
    return Document(path, "pdf", tuple(parts), tuple(segments), unread=unread)


def _lines(page: Any) -> list[Line]:
    """The lines of a page in reading order."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range(errors="replace")
        found, start = [], 0
        for raw in text.split("\r\n"):
            boxes = [
                text_page.get_charbox(start + at)
                for at, char in enumerate(raw[:40]) if char.isalnum()
            ]
            if boxes:
                bottom = min(box[1] for box in boxes)
                found.append(Line(raw, bottom, max(box[3] for box in boxes) - bottom))
            elif raw.strip():
                found.append(Line(raw, found[-1].bottom if found else 0.0, 0.0))
            start += len(raw) + 2
        return found
    finally:
        text_page.close()


def paragraphs(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Lines that belong together: close to each other and about as high."""
    gaps = [a.bottom - b.bottom for a, b in zip(lines, lines[1:], strict=False)]
    down = sorted(gap for gap in gaps if gap > 0) or [0.0]
    usual = down[len(down) // 5]  # of lines, not of paragraphs, also on a page of few lines
    paragraph: list[str] = []
    for at, line in enumerate(lines):
        if paragraph and _begins(lines[at - 1], line, usual):
            yield paragraph
            paragraph = []
        paragraph.append(line.text.strip())
    if paragraph:
        yield paragraph


def _begins(before: Line, line: Line, usual: float) -> bool:
    gap = before.bottom - line.bottom
    if gap < 0:  # the next column: a sentence may well go on there
        return before.text.rstrip()[-1:] in ".!?:"
    if before.height and line.height:
        low, high = sorted((before.height, line.height))
        if high > _HEIGHT * _HEIGHT * low:
            return True
    return gap > _GAP * usual


def _segment(part: Part) -> Segment | None:
    """The paragraph as a person reads it: lines joined, soft hyphens gone."""
    words = SegmentBuilder(part.text, part.index)
    start = 0
    while start <= len(part.text):
        end = part.text.find("\n", start)
        end = len(part.text) if end < 0 else end
        soft = end > start and part.text[end - 1] in _SOFT
        hard = end > start + 1 and part.text[end - 1] in "-\N{HYPHEN}" \
            and part.text[end - 2].isalnum()  # fmt: skip
        words.verbatim(start, end - soft)
        if end < len(part.text) and not soft and not hard:
            words.space(end, end + 1)
        start = end + 1
    return words.build()
