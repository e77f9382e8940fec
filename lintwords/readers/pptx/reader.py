"""PowerPoint: the text of the slides in their order, for reports only.

A part is one paragraph, its place the slide. Read are titles, text, tables, alt text, diagrams,
the words of charts and the speaker's notes, also of slides that are hidden; and what stands on the
layouts and the master behind them, but for the prompts that nobody sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lintwords.interface import say
from lintwords.model import Document, Kind, Part, Segment, Unread
from lintwords.readers.common.builder import must_fit, paragraph
from lintwords.readers.common.unread_parts import DRAWN, has_words, numbered
from lintwords.readers.docx.names import by_full_name, full
from lintwords.readers.docx.parts import (
    Parts,
    Relationship,
    missing,
    outside,
    read_title,
    relationships,
)
from lintwords.readers.office.frames import Counted, Frame, places
from lintwords.readers.office.package import Package
from lintwords.readers.office.xmlscan import Attributes, Scanner, as_utf8
from lintwords.readers.pptx.story import Paragraph, Story

_NOUNS = {"oleObject": "embedded object", "package": "embedded object",
          "control": "embedded control", "chartEx": "chart"}
_FEW = 8  # words: less stand on a slide that is a picture as its title or number
_USUAL = 9_144_000 * 6_858_000  # square EMU: a slide whose size is not said
_DIGITS = 30
_LARGE = 0.6  # of a slide: pictures that may be all of it
_PRINTED = {"notesMaster": "notes master", "handoutMaster": "handout master"}
# what a page asks for and the file may lack
_MISSED = {"chart": "chart", "diagramData": "diagram", "notesSlide": "notes page"}


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read slides; `encoding` says nothing to it.

    Raises CannotRead for a file that is none, is damaged, protected with a password, or larger
    than any presentation.
    """
    package = Package(path, data)
    slides = _Slides(package)
    slides.read()
    named = places([Counted(one.frame, one.text, False) for one in slides.paragraphs])
    lang = slides.lang
    parts: list[Part] = []
    segments: list[Segment] = []
    for one, place in zip(slides.paragraphs, named, strict=True):
        part = Part(len(parts), one.text, place)
        own = one.lang if one.lang != lang else None
        segment = paragraph(part).build(one.kind, own or None)
        if segment is not None:
            parts.append(part)
            segments.append(segment)
    return Document(
        path, "pptx", tuple(parts), tuple(segments), lang, unread=tuple(slides.missed())
    )


class _Slides:
    """All that is read of a file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.paragraphs: list[Paragraph] = []
        self._objects: Counter[tuple[str, str, bool]] = Counter()  # that are not read
        self._pictures = 0  # slides with pictures and no text
        self._covered = 0  # slides that a picture covers, with a few words
        self._size = 0  # of a slide, in square EMU
        self._area = 0  # of the pictures of the slide that is read, in square EMU
        self._gone: Counter[str] = Counter()  # slides, charts, notes that the file lacks
        self._printed = {kind: dict[str, None]() for kind in _PRINTED}  # masters of such pages

    @property
    def lang(self) -> str | None:
        """The language that most letters are marked with; None where nothing says."""
        langs: Counter[str] = Counter()
        for one in self.paragraphs:
            langs.update(one.langs)
        return next((lang for lang, _ in langs.most_common(1) if lang), None)

    def read(self) -> None:
        package = self._package
        roots = relationships(package, "")
        main = next((link.target for link in roots if link.kind == "officeDocument"), None)
        show = _Show()
        if main is not None:
            show.scan(package.path, main, as_utf8(package.read(main))[0])
        if main is None or not show.is_presentation:
            raise package.refuse(say("It holds no slides. Save it as .pptx and check that."))
        core = tuple(link for link in roots if link.kind == "core-properties")
        self._title(read_title(Parts(package, main, core)))
        self._size = show.size
        links = {link.id: link for link in relationships(package, main)}
        behind: dict[str, None] = {}
        told = set[str]()
        for number, id in enumerate(show.slides, 1):
            if id in links:
                self._slide(links[id].target, f"slide {number}", behind, told)
            else:
                self._gone["slide"] += 1
        masters: dict[str, None] = {}
        for number, name in enumerate(behind, 1):
            self._page(name, f"slide layout {number}", is_behind=True)
            masters |= {link.target: None for link in relationships(package, name)
                        if link.kind == "slideMaster"}
        for number, name in enumerate(masters, 1):
            self._page(name, f"slide master {number}", is_behind=True)
        for kind, label in _PRINTED.items():
            of_show = [link.target for link in links.values() if link.kind == kind]
            for name in dict.fromkeys((*of_show, *self._printed[kind])):
                self._page(name, label, is_behind=True)

    def missed(self) -> Iterator[Unread]:
        """What a reader of the slides sees and is not read."""
        for noun, number in sorted(self._gone.items()):
            yield numbered("body", noun, number, " that the file lacks")
        for (kind, noun, is_seen), number in sorted(self._objects.items()):
            if number:
                yield numbered(kind, noun, number, is_seen=is_seen)
        if self._pictures:
            yield numbered("page", "slide", self._pictures, " without text")
        if self._covered:
            yield numbered("page", "slide", self._covered, ", of a picture and a few words,")

    def _title(self, words: str) -> None:
        if any(map(str.isalpha, words)):
            self.paragraphs.append(Paragraph(Frame("title of the document"), Kind.TITLE, [words]))

    def _slide(self, name: str, label: str, behind: dict[str, None], told: set[str]) -> None:
        """Read one slide and its notes; `told` are footers that stood before."""
        before = len(self.paragraphs)
        self._area = 0
        links = self._page(name, label, told=told)
        behind |= {link.target: None for link in links if link.kind == "slideLayout"}
        is_mute = all(one.kind is Kind.CAPTION for one in self.paragraphs[before:])
        has_pictures = any(link.kind == "image" for link in links)
        own = (one for one in self.paragraphs[before:] if one.kind is not Kind.CAPTION)
        words = sum(len(one.text.split()) for one in own)
        self._pictures += is_mute and has_pictures
        self._covered += (
            not is_mute and has_pictures and words < _FEW and self._area > _LARGE * self._size
        )
        for link in links:
            if link.kind == "notesSlide":
                for one in self._page(link.target, f"{label}, notes", is_list=False):
                    if one.kind == "notesMaster":
                        self._printed[one.kind][one.target] = None

    def _page(
        self, name: str, label: str, *, is_behind: bool = False, is_list: bool = True,
        told: set[str] | None = None,
    ) -> list[Relationship]:
        """Read a page with its diagrams and charts; gives the links that it has."""
        self._story(name, label, is_behind=is_behind, is_list=is_list, told=told)
        links = relationships(self._package, name)
        self._miss(name)
        self._objects["attachment", "linked object", True] += len(outside(self._package, name))
        numbers: Counter[str] = Counter()
        for link in links:
            if link.kind == "diagramData":
                numbers[link.kind] += 1
                self._story(link.target, f"{label}, diagram {numbers[link.kind]}")
            elif link.kind == "diagramDrawing":
                self._drawn(link, label)
            elif link.kind == "chart":
                numbers[link.kind] += 1
                self._chart(link, f"{label}, chart {numbers[link.kind]}")
            elif link.kind in _NOUNS:
                self._object(link)
        return links

    def _drawn(self, link: Relationship, label: str) -> None:
        """Read what a diagram shows, but for what its list of words holds too."""
        own = f"{label}, diagram"
        listed = {one.text for one in self.paragraphs if one.frame.label.startswith(own)}
        before = len(self.paragraphs)
        self._story(link.target, f"{label}, drawing")
        shown = self.paragraphs[before:]
        self.paragraphs[before:] = [one for one in shown if one.text not in listed]

    def _chart(self, link: Relationship, label: str) -> None:
        """Read the words of a chart, and those that are drawn on it."""
        before = len(self.paragraphs)
        self._story(link.target, label)
        if len(self.paragraphs) == before and has_words(self._package, link.target, DRAWN):
            self._objects["chart", "chart", True] += 1
        self._miss(link.target)
        for drawing in relationships(self._package, link.target):
            if drawing.kind == "chartUserShapes":
                self._story(drawing.target, f"{label}, drawing")

    def _miss(self, name: str) -> None:
        """Note what a page asks for, and the file lacks."""
        for link in missing(self._package, name):
            if link.kind in _MISSED:
                self._gone[_MISSED[link.kind]] += 1
            elif link.kind == "chartUserShapes":
                self._gone["chart"] += 1

    def _object(self, link: Relationship) -> None:
        is_chart = link.kind == "chartEx"
        is_seen = not is_chart or has_words(self._package, link.target)
        kind = "chart" if is_chart else "attachment"
        self._objects[kind, _NOUNS[link.kind], is_seen] += 1

    def _story(
        self, name: str, label: str, *, is_behind: bool = False, is_list: bool = True,
        told: set[str] | None = None,
    ) -> None:
        """Read a part; its placeholders hold lists if `is_list`."""
        story = Story(label, is_behind=is_behind, is_list=is_list, told=told)
        story.scan(self._package.path, name, as_utf8(self._package.read(name))[0])
        self._area += story.area
        self.paragraphs += story.paragraphs
        must_fit(len(self.paragraphs))


class _Show(Scanner):
    """The slides in their order, each by the id of its link."""

    def __init__(self) -> None:
        super().__init__(
            by_full_name({"p:presentation": self._see, "p:sldId": self._see_slide,
                          "p:sldSz": self._see_size}), {}
        )
        self.size = _USUAL  # of a slide, in square EMU
        self.is_presentation = False
        self.slides: dict[str, None] = {}  # each once

    def _see(self, _: Attributes) -> None:
        self.is_presentation = True

    def _see_size(self, attributes: Attributes) -> None:
        across, up = attributes.get("cx", ""), attributes.get("cy", "")
        if across.isdecimal() and up.isdecimal() and len(across + up) < _DIGITS:
            self.size = int(across) * int(up) or _USUAL

    def _see_slide(self, attributes: Attributes) -> None:
        id = next((attributes[name] for name in full("r:id") if name in attributes), "")
        self.slides[id] = None
