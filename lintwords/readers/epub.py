"""E-books (EPUB): the chapters in their order, each read as the page that it is, for reports only.

Each paragraph is a part of its own, placed by its chapter: a file of the book, counted as they
stand in its spine, and after them those that only a link leads to. Before them come the title and
the description. The table of contents is read where it is a page of the book; the one that a device
shows repeats the headings.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from lintwords.errors import CannotRead
from lintwords.interface import place, say, say_many
from lintwords.model import Document, Kind, Part, Segment, Unread
from lintwords.readers.common.builder import must_fit, paragraph
from lintwords.readers.common.unread_parts import numbered, only_pictures
from lintwords.readers.common.within import joined, reason, rebased
from lintwords.readers.html import lines
from lintwords.readers.html import reader as html
from lintwords.readers.office.frames import cut
from lintwords.readers.office.package import Package
from lintwords.readers.office.xmlscan import Attributes, Scanner, as_utf8
from lintwords.values import dataclass, field, replace

_CONTAINER, _LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
_LIST = "application/oebps-package+xml"
_BOOK = "http://www.idpf.org/2007/opf"
_WORDS = "http://purl.org/dc/elements/1.1/"
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_DRAWING = "image/svg+xml"
_SHEET = re.compile(
    rb"""<link\b[^<>]{0,400}?\bhref\s*=\s*["']([^"'<>]{1,400})["']""", re.IGNORECASE
)
_LINK = re.compile(
    rb"""<(?:[\w-]{1,40}:)?a\b[^<>]{0,400}?\bhref\s*=\s*["']([^"'<>#?:]{1,400})""", re.IGNORECASE
)
_MOST_SHEETS = 20  # of a chapter
_EDGE = 3  # paragraphs at the end of a chapter, of which some may be no text


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read an e-book; `encoding` says nothing to it.

    Raises CannotRead for a file that is none, is damaged, or is locked to one device or buyer.
    """
    package = Package(path, data)
    book = _book(package)
    text = _Text(path)
    for words in filter(str.strip, (*book.titles, *book.abouts)):
        text.title(" ".join(words.split()))
    locked = _locked(package)
    chapters = dict.fromkeys(book.spine)
    order = list(chapters)
    for number, chapter in enumerate(order, 1):  # it grows by what is only linked to
        links = text.chapter(package, book, chapter, number, locked)
        fresh = [name for name in links if book.is_page(name) and name not in chapters]
        chapters.update(dict.fromkeys(fresh))
        order += fresh
    if not text.has_pages:
        raise package.refuse(say("It is no e-book that can be read: no chapter in it."))
    unread = dict.fromkeys((
        *text.unread, *text.missed(), *_others(book.others),
        *only_pictures(text.segments, has_pictures=book.has_pictures),
    ))
    return Document(
        path, "epub", tuple(text.parts), tuple(text.segments), book.lang or None,
        unread=tuple(unread),
    )


@dataclass
class _Text:
    """What has been read so far."""

    path: Path
    parts: list[Part] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    has_pages: bool = False
    drawn: int = 0  # chapters that are no pages
    gone: int = 0  # chapters that the file lacks

    def title(self, words: str) -> None:
        part = Part(len(self.parts), words, "title of the book")
        segment = paragraph(part).build(Kind.TITLE)
        if segment is not None:
            self.parts.append(part)
            self.segments.append(segment)

    def chapter(
        self, package: Package, book: _Book, name: str, number: int, locked: frozenset[str]
    ) -> Sequence[str]:
        """Read one file of the book, the `number`th in its order; the files that it links to."""
        found = package.named(name)
        if found is None:
            self.gone += 1
            return ()
        if found in locked:
            raise package.refuse(say("It is locked (DRM). Ask whom it is from for an open copy."))
        if book.types.get(name, _PAGES[0]) not in _PAGES:
            self.drawn += 1
            return ()
        self.has_pages = True
        heading, label = "", f"chapter {number}"
        try:
            data = package.read(found)
            page = html.read(Path("chapter.xhtml"), data, sheets=_sheets(package, found, data))
        except CannotRead as trouble:
            self.unread.append(Unread(
                "body",
                say("{part} was not read: {reason}", part=place(label), reason=reason(trouble)),
            ))
            return ()
        before = self._breaks_off()
        for nth, segment in enumerate(page.segments, 1):
            where = f"{label}, paragraph {nth}{heading}"
            part, moved = rebased(page, segment, len(self.parts), where)
            if before is not None and lines.is_text(segment):
                at, before = before, None
                if lines.goes_on_with(segment):
                    self.parts[at], self.segments[at] = joined(
                        self.parts[at], self.segments[at], part, moved
                    )
                    continue
            if moved.kind is Kind.HEADING:
                heading = f' ("{cut(moved.text)}")'
            self.parts.append(part)
            self.segments.append(replace(moved, lang=None if moved.lang == book.lang
                                         else moved.lang))
        for one in page.unread:
            if one.kind != "body" or page.segments:  # a page of nothing but code is a page
                self.unread.append(replace(one, what=f"{label}: {one.what}", target=""))
        return [_beside(found, link[1]) for link in _LINK.finditer(as_utf8(data)[0])]

    def _breaks_off(self) -> int | None:
        """The paragraph at the end of what has been read, if its sentence does not end."""
        for at in range(len(self.segments) - 1, max(len(self.segments) - _EDGE, 0) - 1, -1):
            if lines.is_text(self.segments[at]):
                return at if lines.breaks_off(self.segments[at]) else None
        return None

    def missed(self) -> Iterator[Unread]:
        if self.drawn:
            yield numbered("page", "chapter", self.drawn, " that is a drawing")
        if self.gone:
            yield numbered("body", "chapter", self.gone, " that the file lacks")


def _book(package: Package) -> _Book:
    """What the book says of itself; of more forms that it has, the first is read."""
    container = _Container()
    if _CONTAINER in package:
        container.scan(package.path, _CONTAINER, as_utf8(package.read(_CONTAINER))[0])
    name = next(filter(None, map(package.named, container.books)), None)
    if name is None:
        raise package.refuse(say("It is no e-book: no list of its chapters in it."))
    book = _Book(posixpath.dirname(name), others=max(container.forms - 1, 0))
    book.scan(package.path, name, as_utf8(package.read(name))[0])
    return book


def _others(number: int) -> Iterator[Unread]:
    if number:
        yield Unread("body", say_many(
            "{n} more form of the book (rendition) was not read",
            "{n} more forms of the book (renditions) were not read", number,
        ))


def _sheets(package: Package, chapter: str, data: bytes) -> list[str]:
    """The style sheets of the book that a chapter links to."""
    sheets: list[str] = []
    for link in islice(_SHEET.finditer(data), _MOST_SHEETS):
        found = package.named(_beside(chapter, link[1]))
        if found is not None and found.lower().endswith(".css"):
            sheets.append(package.read(found).decode("utf-8", "replace"))
    return sheets


def _beside(chapter: str, href: bytes) -> str:
    """The name in the book of what a chapter links to."""
    name = unquote(href.decode("utf-8", "replace"))
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(chapter), name)).lstrip("/")


def _locked(package: Package) -> frozenset[str]:
    """The names of the files that are encrypted; fonts often are."""
    if _LOCKS not in package:
        return frozenset()
    locks = _Locks()
    locks.scan(package.path, _LOCKS, as_utf8(package.read(_LOCKS))[0])
    named = (package.named(posixpath.normpath(unquote(name))) for name in locks.names)
    return frozenset(filter(None, named))


class _Container(Scanner):
    """Where the list of chapters stands."""

    def __init__(self) -> None:
        root = "urn:oasis:names:tc:opendocument:xmlns:container rootfile"
        super().__init__({root: self._see}, {})
        self.books: list[str] = []
        self.forms = 0  # of the book; what else is listed is another kind of file

    def _see(self, attributes: Attributes) -> None:
        self.books.append(posixpath.normpath(attributes.get("full-path", "")).lstrip("/"))
        self.forms += attributes.get("media-type", "") == _LIST


class _Locks(Scanner):
    """The files that are encrypted."""

    def __init__(self) -> None:
        super().__init__({"http://www.w3.org/2001/04/xmlenc# CipherReference": self._see}, {})
        self.names: list[str] = []

    def _see(self, attributes: Attributes) -> None:
        self.names.append(attributes.get("URI", "").lstrip("/"))


class _Book(Scanner):
    """The files of a book, their order, and what it is called."""

    def __init__(self, folder: str, others: int) -> None:
        texts = {f"{_WORDS} {name}": name for name in ("title", "description", "language")}
        super().__init__(
            {
                f"{_BOOK} item": self._see_item, f"{_BOOK} itemref": self._see_chapter,
                **{name: lambda _: self._begin() for name in texts},
            },
            {name: partial(self._leave, word) for name, word in texts.items()},
        )
        self._folder, self.others = folder, others
        self._files: dict[str, str] = {}  # id → name
        self._words: list[str] = []
        self.types: dict[str, str] = {}  # name → type
        self._chapters: dict[str, None] = {}  # ids in order, each once
        self._contents: set[str] = set()  # the tables that a device shows
        self.titles: list[str] = []
        self.abouts: list[str] = []
        self.lang = ""

    @property
    def spine(self) -> list[str]:
        """The names of the chapters in their order."""
        return [self._files[id] for id in self._chapters if id in self._files]

    @property
    def has_pictures(self) -> bool:
        return any(kind.startswith("image/") for kind in self.types.values())

    def is_page(self, name: str) -> bool:
        """Whether a file is a page to read, and not the table of contents."""
        return self.types.get(name) in _PAGES and name not in self._contents

    def _see_item(self, attributes: Attributes) -> None:
        must_fit(len(self._files))
        href = unquote(attributes.get("href", "").partition("#")[0])
        name = posixpath.normpath(posixpath.join("/", self._folder, href)).lstrip("/")
        self._files[attributes.get("id", "")] = name
        self.types[name] = attributes.get("media-type", "").lower()
        if "nav" in attributes.get("properties", "").split():
            self._contents.add(name)

    def _see_chapter(self, attributes: Attributes) -> None:
        self._chapters[attributes.get("idref", "")] = None

    def _begin(self) -> None:
        self.reads_text, self._words = True, []

    def _leave(self, word: str) -> None:
        self.reads_text, words = False, "".join(self._words)
        if word == "title":
            self.titles.append(words)
        elif word == "description":
            self.abouts.append(_as_text(words))
        elif not self.lang:
            self.lang = words.strip()

    def text(self, data: str) -> None:
        self._words.append(data)


def _as_text(words: str) -> str:
    """A description as a shop shows it: most are HTML, written as text."""
    if "<" not in words:
        return words
    page = html.read(Path("about.html"), words.encode("utf-8", "replace"))
    return " ".join(segment.text for segment in page.segments)
