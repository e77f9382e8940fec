"""PDF: the text of each page in reading order, for reports only.

Needs the extra `pdf` (pypdfium2). A part is one paragraph, also over the end of a page, its place
the page. A word parted at a line end is joined; its hyphen stays where the text tells that it
belongs to the word, as `hyphens` says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from lintwords.errors import CannotRead, install
from lintwords.interface import number, say
from lintwords.model import Document, Part, Segment, Unread
from lintwords.readers.common.builder import SegmentBuilder
from lintwords.readers.common.unread_parts import numbered
from lintwords.readers.formats import SUFFIXES
from lintwords.readers.pdf import stacks
from lintwords.readers.pdf.hyphens import Words
from lintwords.readers.pdf.pages import MOST_PAGES, SECONDS, Line, Worker
from lintwords.readers.pdf.paragraphs import over_pages
from lintwords.readers.pdf.unread import NotText
from lintwords.readers.unread_formats import OTHERS

_PARTED = "\x02\xad\ufffe"  # what pdfium and producers put for a hyphen at a line end
_SHOWN = str.maketrans(dict.fromkeys(_PARTED, "-"))
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\N{HYPHEN}]\Z")
_STRANGE = ("Cc", "Cn", "Co")  # no letters to anybody else
_MOST_STRANGE = 0.3  # of a page: the rest of it says nothing either
_FEWEST_STRANGE, _MOST_ODD = 8, 0.5  # of a line
# letters that no language has many of: a font has named its own after them
_RARE = re.compile(
    r"[\u0180-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd-\u0217\u021c-\u02ff\u1e9c-\u1e9f]"
)
_MOST_RARE = 0.25  # of the letters of a line
_FEWEST_RARE = 5
# the last letter of a word, set apart from it: the text behind a scan is often cut so
_CUT = re.compile(r"[^\W\d_]{2} ([b-z])(?![^\W_])")
_MOST_CUT = 0.1  # of the words of a page
_FEWEST_CUT = 8  # different letters; a formula or a list has fewer
_WORDS_UPRIGHT = 20  # letters, which no blank parts
_UPRIGHT = 5  # points that each takes down the page
_LONGEST = 100  # letters of a word

_worker = Worker()  # one for all files: it takes a tenth of a second to start


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read a PDF file; `encoding` says nothing to it.

    Raises CannotRead without the extra, for a file that is damaged, protected with a password, a
    scan without text, longer than any document, or asks for more work than any.
    """
    if find_spec("pypdfium2") is None:
        hint = f"{say('PDF files need an extra.')} {install('pdf')}"
        raise CannotRead(say("cannot read {path}", path=path), hint, path)
    pages, wrong, length, not_text = _worker.pages(data)
    if wrong in ("password", "damaged"):
        hint = say("It is protected with a password. Save an open copy and check that.")
        hint = hint if wrong == "password" else say("It is no whole PDF file.")
        raise CannotRead(say("cannot open {path}", path=path), hint, path)
    if wrong == "long":
        hint = say(
            "It has {pages} pages; at most {most} are read.",
            pages=number(length), most=number(MOST_PAGES),
        )
        raise CannotRead(say("cannot read {path}", path=path), hint, path)
    if wrong:
        hint = say(
            "It needs more memory, or more than {seconds} seconds of work. Save it as .docx.",
            seconds=SECONDS,
        )
        raise CannotRead(say("cannot read {path}", path=path), hint, path)
    return _document(path, pages, not_text)


def _document(path: Path, pages: Sequence[Sequence[Line]], not_text: NotText) -> Document:
    parts: list[Part] = []
    segments: list[Segment] = []
    pages = [stacks.joined(page) for page in pages]
    words = Words.of(line.text for page in pages for line in page)
    for paragraph in over_pages(pages):
        rows = ["\n".join(line.text for line in lines) for _, lines in paragraph]
        rows[:-1] = [_HYPHEN.sub(_PARTED[0], row) for row in rows[:-1]]  # as pdfium does elsewhere
        starts = accumulate((len(row) + 1 for row in rows), initial=0)
        (_, first), *later = zip(starts, (f"page {nth}" for nth, _ in paragraph), strict=False)
        text = "\n".join(rows)
        part = Part(len(parts), text.translate(_SHOWN), first, tuple(later))
        segment = _segment(part, text, words)
        if segment is not None:
            parts.append(part)
            segments.append(segment)
    unread = tuple(_unread(pages, not_text))
    if not segments and not any(one.is_seen and one.kind != "page" for one in unread):
        hint = say("It holds no text, only pictures: a scan. Recognise its text first (OCR).")
        raise CannotRead(say("cannot read {path}", path=path), hint, path)
    return Document(path, "pdf", tuple(parts), tuple(segments), unread=unread)


def _unread(pages: Sequence[Sequence[Line]], not_text: NotText) -> Iterator[Unread]:
    """What is not read of the file; comments and data files do not stand on its pages."""
    if not_text.is_made:
        yield Unread("form", say("the form in it (XFA) was not read"))
    if not_text.fields:
        yield numbered("form", "filled-in form field", not_text.fields)
    if not_text.boxes:
        yield numbered("page", "piece", not_text.boxes, " of text put on a page")
    for name in not_text.files:
        suffix = Path(name).suffix.lower()
        is_seen = (suffix in SUFFIXES and SUFFIXES[suffix] != "data") or suffix in OTHERS
        yield Unread("attachment", say('the attachment "{name}" was not read', name=name), is_seen)
    without = [number for number in not_text.pictures if not pages[number - 1]]
    if without:
        yield numbered("page", "page", len(without), " without text")
    if pictures := len(not_text.pictures) - len(without):
        yield numbered("page", "page", pictures, ", of a picture and a few words,")
    if not_text.broken:
        yield numbered("page", "page", not_text.broken, " with damaged content")
    if not_text.patterns:
        yield numbered("page", "pattern", not_text.patterns, " with text")
    if not_text.otherwise:
        yield numbered(
            "page", "page", not_text.otherwise, " of other words than it says (ActualText)"
        )
    if not_text.curved:
        yield numbered("page", "page", not_text.curved, " with letters on an arc")
    strange = sum(map(_is_strange, pages))
    if strange:
        yield numbered("page", "page", strange, " in signs that are no letters")
    if odd := sum(_is_odd(line.text) for page in pages if not _is_strange(page) for line in page):
        yield numbered("page", "line", odd, " in signs that are no letters")
    if wrong := sum(_is_renamed(line.text) for page in pages for line in page):
        yield numbered("page", "line", wrong, " in letters of a font of its own")
    if upright := sum(_is_upright(line) for page in pages for line in page):
        yield numbered("page", "line", upright, " of letters one under another")
    if cut := sum(map(_is_cut, pages)):
        yield numbered("page", "page", cut, " of words that are cut into pieces")
    if not_text.notes:
        yield numbered("page", "comment", not_text.notes, is_seen=False)


def _is_strange(page: Sequence[Line]) -> bool:
    """Whether the letters of a page are such that nobody but the file knows what they are."""
    signs = "".join("".join(line.text.split()) for line in page)
    return _strange(signs) > _MOST_STRANGE * len(signs)


def _is_odd(line: str) -> bool:
    """The same of a line, whose marks of lists are no matter."""
    strange = _strange(line)
    return strange >= _FEWEST_STRANGE and strange > _MOST_ODD * len("".join(line.split()))


def _strange(signs: str) -> int:
    return sum(unicodedata.category(sign) in _STRANGE or sign == "\ufffd" for sign in signs)


def _is_renamed(line: str) -> bool:
    """Whether what a line shows and what it says are other letters."""
    if line.isascii():
        return False
    rare = len(_RARE.findall(line))
    return rare >= _FEWEST_RARE and rare > _MOST_RARE * sum(map(str.isalpha, line))


def _is_upright(line: Line) -> bool:
    """Whether letters stand one under another, and nothing tells where a word ends."""
    letters = sum(map(str.isalpha, line.text))
    return (
        letters >= _WORDS_UPRIGHT and " " not in line.text.strip()
        and line.height > _UPRIGHT * letters
    )


def _is_cut(page: Sequence[Line]) -> bool:
    """Whether blanks stand inside the words of a page, so that no rule knows them."""
    text = " ".join(line.text for line in page)
    letters = _CUT.findall(text)
    return len(set(letters)) >= _FEWEST_CUT and len(letters) > _MOST_CUT * len(text.split())


def _segment(part: Part, text: str, words: Words) -> Segment | None:
    """The paragraph as a person reads it: lines joined, and the words that their ends part."""
    read = SegmentBuilder(part.text, part.index)
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        is_parted = end > start and text[end - 1] in _PARTED
        after = text[end + 1 : end + 1 + _LONGEST]
        gone = is_parted and not words.keep(text[max(start, end - _LONGEST) : end - 1], after)
        hard = end > start + 1 and text[end - 1] in "-\N{HYPHEN}" and text[end - 2].isalnum()
        read.verbatim(start, end - gone)
        if end < len(text) and not is_parted and not hard:
            read.space(end, end + 1)
        start = end + 1
    return read.build()
