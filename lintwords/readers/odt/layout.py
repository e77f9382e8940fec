"""The paragraphs of a whole OpenDocument text in the order of a Word file, each with its place.

First the title of the document, then the body, the notes by their number, headers and footers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from lintwords.interface import say
from lintwords.model import Kind, Unread
from lintwords.readers.common import included
from lintwords.readers.common.unread_parts import has_words, numbered
from lintwords.readers.odt.found import Found
from lintwords.readers.odt.names import by_full_name, full
from lintwords.readers.odt.paragraphs import Group, Paragraph
from lintwords.readers.odt.story import Story
from lintwords.readers.office.frames import Counted, places
from lintwords.readers.office.package import Package
from lintwords.readers.office.styles import Styles
from lintwords.readers.office.xmlscan import Attributes, Scanner, as_utf8

MAIN = "content.xml"
_MEMBERS = ("meta.xml", "styles.xml", MAIN)
_MANIFEST = "META-INF/manifest.xml"
_MACROS = re.compile(r"(Basic|Scripts)/.*[^/]$")
# words beside each other in a formula
_MATH_WORDS = re.compile(
    rb"mtext(?: [^<>]*)?>[^<>&]*[A-Za-z\x80-\xff]{2}\s+[A-Za-z\x80-\xff]{2}"
)

NewStory = Callable[[Found, str], Story]


class Placed(NamedTuple):
    """A paragraph with text, and where it stands for people."""

    paragraph: Paragraph
    text: str
    place: str


class Layout(NamedTuple):
    """All that is read of a file."""

    paragraphs: tuple[Placed, ...]
    styles: Styles
    unread: tuple[Unread, ...]
    locked: str  # why the file must not be changed, as a sentence; empty if it may be


def open_package(path: Path, data: bytes) -> Package:
    """Open an OpenDocument text. Raises CannotRead if it is none, or is damaged or protected."""
    package = Package(path, data)
    if MAIN not in package:
        raise package.refuse(say("It is no OpenDocument file: no text in it."))
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise package.refuse(
            say("It is protected with a password. Save an open copy and check that."),
        )
    return package


def lay_out(package: Package, new_story: NewStory = Story) -> Layout:
    """Read all parts that hold text; `new_story` makes the reader of one part."""
    found = Found()
    is_odd = False
    for name in _MEMBERS:
        if name in package:
            data = as_utf8(package.read(name))[0]
            is_odd |= b"<![CDATA[" in data
            new_story(found, name).scan(package.path, name, data)
    if not found.is_text:
        raise package.refuse(say("It is no text but another OpenDocument file. Save it as .odt."))
    readable = [
        (one, text) for one in sorted(found.paragraphs, key=attrgetter("group"))
        if one.length and (text := one.text).strip()
    ]
    _number_edges([one for one, _ in readable])
    told = {_told(text) for one, text in readable if not one.is_index}
    readable = [
        (one, text) for one, text in readable if not one.is_index or _told(text) not in told
    ]
    named = places([
        Counted(one.frame, text, found.styles.level(one.style, one.outline) is not None)
        for one, text in readable
    ])
    placed = tuple(
        Placed(one, text, place) for (one, text), place in zip(readable, named, strict=True)
    )
    return Layout(
        placed, found.styles, _unread(package, found),
        why_locked(package, is_tracked=found.is_tracked, is_odd=is_odd),
    )


def _told(text: str) -> str:
    """What an entry of an index repeats: the words, without numbers and dots at their ends."""
    return " ".join(text.split()).strip("0123456789. ")


def kind_of(paragraph: Paragraph, styles: Styles) -> Kind:
    """What a paragraph is in its document."""
    if paragraph.is_alt:
        return Kind.TITLE if paragraph.group is Group.TITLE else Kind.CAPTION
    kind = styles.kind(paragraph.style, paragraph.outline, paragraph.is_item or None)
    return Kind.CELL if kind is Kind.PROSE and paragraph.frame.is_cell else kind


def lang_of(paragraph: Paragraph, styles: Styles) -> str | None:
    """The language that most letters of a paragraph are marked with; None where nothing says."""
    langs: Counter[str] = Counter()
    for style, letters in paragraph.langs.items():
        langs[styles.lang_of(style, paragraph.style)] += letters
    return (langs.most_common(1)[0][0] if langs else styles.lang) or None


def _number_edges(paragraphs: list[Paragraph]) -> None:
    """Several headers with text are `header 1`, `header 2`; one is `header`. So are footers."""
    for group in (Group.HEADER, Group.FOOTER):
        name = group.name.lower()
        frames = dict.fromkeys(
            one.frame for one in paragraphs if one.group is group and one.frame.label == name
        )
        for number, frame in enumerate(frames, 1):
            frame.label = name if len(frames) == 1 else f"{name} {number}"


def why_locked(package: Package, *, is_tracked: bool, is_odd: bool) -> str:
    """Why a file must not be changed, as a sentence; empty if it may be."""
    if "META-INF/documentsignatures.xml" in package:
        return say("It is signed, and a change would break the signature.")
    if any(map(_MACROS.match, package.names)):
        return say("It holds macros; such files are only read.")
    if is_tracked:
        return say("Its changes are tracked. Accept or reject them, and end the tracking first.")
    if is_odd:
        return say("Its XML is written in an unusual way. Save it again in your word processor.")
    if "settings.xml" in package:
        scanner = _Settings()
        scanner.scan(package.path, "settings.xml", as_utf8(package.read("settings.xml"))[0])
        if scanner.is_read_only:
            return say("It is protected against changes.")
    return ""


class _Settings(Scanner):
    """Whether the file is to be opened for reading only."""

    def __init__(self) -> None:
        super().__init__(
            by_full_name({"config:config-item": self._begin}),
            by_full_name({"config:config-item": self._leave}),
        )
        self.is_read_only = False

    def _begin(self, attributes: Attributes) -> None:
        self.reads_text = attributes.get(full("config:name")) == "LoadReadonly"

    def _leave(self) -> None:
        self.reads_text = False

    def text(self, data: str) -> None:
        self.is_read_only |= data.strip() == "true"


def _unread(package: Package, found: Found) -> tuple[Unread, ...]:
    """What may hold text that is not read, with its number."""
    scanner = _Manifest()
    if found.objects and _MANIFEST in package:
        scanner.scan(package.path, _MANIFEST, as_utf8(package.read(_MANIFEST))[0])
    kinds = [(scanner.kinds.get(target, ""), target) for target in found.objects]
    charts = Counter(
        (text := f"{target}/{MAIN}") not in package or has_words(package, text)
        for kind, target in kinds if kind == "chart"
    )
    texts = [f"{target}/{MAIN}" for kind, target in kinds if kind == "formula"]
    formulas = sum(text in package and has_words(package, text, _MATH_WORDS) for text in texts)
    others = sum(kind not in ("chart", "formula") for kind, _ in kinds)
    return (
        *(numbered("chart", "chart", n, is_seen=is_seen) for is_seen, n in sorted(charts.items())),
        *([numbered("attachment", "embedded object", others)] if others else []),
        *([numbered("chart", "formula", formulas, " with words")] if formulas else []),
        *([Unread(
            "form", say("the form in it (XForms) was not read"),
        )] if found.has_xforms else []),
        *([numbered("form", "drop-down field", found.menus)] if found.menus else []),
        *(one for source in found.linked for one in _linked(source)),
    )


def _linked(source: str) -> Iterator[Unread]:
    """That a text is shown which stands in another file; `source` leads there from the package."""
    href = source.partition("#")[0]
    if href and source != "?" and "://" not in href:
        yield from included.unread(href.removeprefix("../"), always=True)
    else:
        yield numbered("attachment", "linked section", 1)


class _Manifest(Scanner):
    """The folders of the package and what they hold: the last word of their type."""

    def __init__(self) -> None:
        super().__init__(by_full_name({"manifest:file-entry": self._see}), {})
        self.kinds: dict[str, str] = {}

    def _see(self, attributes: Attributes) -> None:
        name = attributes.get(full("manifest:full-path"), "").rstrip("/")
        kind = attributes.get(full("manifest:media-type"), "")
        self.kinds[name] = kind.rpartition(".")[2]
