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
from lintwords.readers.builder import must_fit, paragraph
from lintwords.readers.docx.names import by_full_name, full
from lintwords.readers.docx.parts import Parts, Relationship, read_title, relationships
from lintwords.readers.frames import Counted, Frame, Frames, places
from lintwords.readers.package import Package
from lintwords.readers.styles import in_capitals, language
from lintwords.readers.unread_parts import has_words, numbered
from lintwords.readers.xmlscan import Attributes, Scanner, as_utf8
from lintwords.values import dataclass, field

_NOUNS = {"oleObject": "embedded object", "package": "embedded object",
          "control": "embedded control", "chartEx": "chart"}  # fmt: skip
_HEADINGS = ("title", "ctrTitle")
_PROSE = ("subTitle", "ftr", "hdr")
_NUMBERS = ("sldNum", "dt", "sldImg")  # placeholders that hold no words
_DESCRIBED = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")


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


@dataclass(slots=True, eq=False)
class _Paragraph:
    """A paragraph as it is read."""

    frame: Frame
    kind: Kind
    texts: list[str] = field(default_factory=list)
    langs: Counter[str] = field(default_factory=Counter)  # language → letters

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def lang(self) -> str:
        """The language that most letters are marked with; empty where nothing says."""
        return next((lang for lang, _ in self.langs.most_common(1)), "")


class _Slides:
    """All that is read of a file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.paragraphs: list[_Paragraph] = []
        self._objects: Counter[tuple[str, str, bool]] = Counter()  # that are not read
        self._pictures = 0  # slides with pictures and no text
        self._gone = 0  # slides that the file lacks

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
        links = {link.id: link for link in relationships(package, main)}
        behind: dict[str, None] = {}
        told = set[str]()
        for number, id in enumerate(show.slides, 1):
            if id in links:
                self._slide(links[id].target, f"slide {number}", behind, told)
            else:
                self._gone += 1
        masters: dict[str, None] = {}
        for number, name in enumerate(behind, 1):
            self._story(name, f"slide layout {number}", is_behind=True)
            masters |= {link.target: None for link in relationships(package, name)
                        if link.kind == "slideMaster"}  # fmt: skip
        for number, name in enumerate(masters, 1):
            self._story(name, f"slide master {number}", is_behind=True)

    def missed(self) -> Iterator[Unread]:
        """What a reader of the slides sees and is not read."""
        if self._gone:
            yield numbered("body", "slide", self._gone, " that the file lacks")
        for (kind, noun, is_seen), number in sorted(self._objects.items()):
            yield numbered(kind, noun, number, is_seen=is_seen)
        if self._pictures:
            yield numbered("page", "slide", self._pictures, " without text")

    def _title(self, words: str) -> None:
        if any(map(str.isalpha, words)):
            self.paragraphs.append(_Paragraph(Frame("title of the document"), Kind.TITLE, [words]))

    def _slide(self, name: str, label: str, behind: dict[str, None], told: set[str]) -> None:
        """Read one slide, its diagrams, charts and notes; `told` are footers that stood before."""
        before = len(self.paragraphs)
        self._story(name, label, told=told)
        diagrams = charts = 0
        links = relationships(self._package, name)
        for link in links:
            if link.kind == "slideLayout":
                behind[link.target] = None
            elif link.kind == "diagramData":
                diagrams += 1
                self._story(link.target, f"{label}, diagram {diagrams}")
            elif link.kind == "chart":
                charts += 1
                self._story(link.target, f"{label}, chart {charts}")
            elif link.kind in _NOUNS:
                self._object(link)
        is_mute = all(one.kind is Kind.CAPTION for one in self.paragraphs[before:])
        self._pictures += is_mute and any(link.kind == "image" for link in links)
        for link in links:
            if link.kind == "notesSlide":
                self._story(link.target, f"{label}, notes", is_list=False)

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
        story = _Story(label, is_behind=is_behind, is_list=is_list, told=told)
        story.scan(self._package.path, name, as_utf8(self._package.read(name))[0])
        self.paragraphs += story.paragraphs
        must_fit(len(self.paragraphs))


class _Show(Scanner):
    """The slides in their order, each by the id of its link."""

    def __init__(self) -> None:
        super().__init__(
            by_full_name({"p:presentation": self._see, "p:sldId": self._see_slide}), {}
        )
        self.is_presentation = False
        self.slides: dict[str, None] = {}  # each once

    def _see(self, _: Attributes) -> None:
        self.is_presentation = True

    def _see_slide(self, attributes: Attributes) -> None:
        id = next((attributes[name] for name in full("r:id") if name in attributes), "")
        self.slides[id] = None


class _Story(Scanner):
    """The paragraphs of one slide, or of what stands on, behind or beside one."""

    def __init__(
        self, label: str, *, is_behind: bool, is_list: bool, told: set[str] | None
    ) -> None:
        shapes = {name: self._begin_shape for name in _DESCRIBED if name != "p:grpSp"}
        frames = self._frames = Frames(label)
        super().__init__(
            by_full_name({
                **shapes, "p:ph": self._see_placeholder, "p:cNvPr": self._describe,
                "p:pic": self._begin_picture, "p:graphicFrame": self._begin_shape,
                "a:p": self._begin_paragraph, "a:t": self._begin_text, "m:t": self._begin_text,
                "a:r": self._see_lang, "a:rPr": self._see_lang, "a:fld": self._begin_field,
                "a:br": self._break,
                "a:tbl": lambda _: frames.begin_table(), "a:tr": lambda _: frames.begin_row(),
                "a:tc": self._begin_cell, "mc:Fallback": lambda _: self.skip(),
                "c:strCache": lambda _: self._cache(True), "c:v": self._begin_value,
                "c:multiLvlStrCache": lambda _: self._cache(True),
            }),
            by_full_name({
                "a:p": self._end_paragraph, "a:t": self._end_text, "m:t": self._end_text,
                "a:tbl": frames.end_table, "a:tc": self._end_cell, "a:fld": self._end_field,
                "c:strCache": lambda: self._cache(False), "c:v": self._end_value,
                "c:multiLvlStrCache": lambda: self._cache(False),
            }),
        )  # fmt: skip
        self.paragraphs: list[_Paragraph] = []
        self._is_behind, self._is_list = is_behind, is_list
        self._told = told
        self._open: _Paragraph | None = None
        self._placeholder: str | None = None  # what the shape stands for; None for nothing
        self._is_hidden = self._is_picture = self._is_number = self._is_cache = False
        self._lang = ""
        self._has_capitals = False  # small letters are shown as such
        self._cells = 0
        self._values = set[str]()  # labels of a chart that stood before

    # -- shapes -----------------------------------------------------------------------------

    def _begin_shape(self, _: Attributes) -> None:
        self._placeholder = None
        self._is_hidden = self._is_picture = False

    def _begin_picture(self, attributes: Attributes) -> None:
        self._begin_shape(attributes)
        self._is_picture = True
        self._frames.see_picture()

    def _see_placeholder(self, attributes: Attributes) -> None:
        self._placeholder = attributes.get("type", "obj")

    def _describe(self, attributes: Attributes) -> None:
        """The name of a shape, and its alt text."""
        self._is_hidden = attributes.get("hidden", "0") in ("1", "true")
        if self._is_hidden:
            return
        frame = self._frames.alt() if self._is_picture else self._frames.beside("shape")
        for words in dict.fromkeys((attributes.get("title", ""), attributes.get("descr", ""))):
            if any(map(str.isalpha, words)):
                self.paragraphs.append(_Paragraph(frame, Kind.CAPTION, [words]))

    @property
    def _is_seen(self) -> bool:
        """Whether the shape shows its words: those of a prompt nobody sees."""
        if self._is_hidden or self._placeholder in _NUMBERS:
            return False
        return not (self._is_behind and self._placeholder is not None)

    @property
    def _kind(self) -> Kind:
        if self._cells:
            return Kind.CELL
        if self._placeholder in _HEADINGS:
            return Kind.HEADING
        holds = self._placeholder is not None and self._placeholder not in _PROSE
        return Kind.ITEM if holds and self._is_list else Kind.PROSE

    # -- text -------------------------------------------------------------------------------

    def _begin_paragraph(self, _: Attributes) -> None:
        self._open = _Paragraph(self._frames.inner, self._kind) if self._is_seen else None

    def _end_paragraph(self) -> None:
        ended, self._open = self._open, None
        if ended is None or not (text := ended.text).strip():
            return
        if self._placeholder in ("ftr", "hdr") and self._told is not None:
            if text in self._told:
                return
            self._told.add(text)
        self.paragraphs.append(ended)
        must_fit(len(self.paragraphs))

    def _see_lang(self, attributes: Attributes) -> None:
        self._lang = language(attributes.get("lang"))
        self._has_capitals = attributes.get("cap", "none") != "none"

    def _begin_text(self, _: Attributes) -> None:
        self.reads_text = self._open is not None and not self._is_number

    def _end_text(self) -> None:
        self.reads_text = False

    def _break(self, _: Attributes) -> None:
        if self._open is not None:
            self._open.texts.append("\n")

    def _begin_field(self, attributes: Attributes) -> None:
        self._is_number = attributes.get("type", "").startswith(("slidenum", "datetime"))

    def _end_field(self) -> None:
        self._is_number = False

    def text(self, data: str) -> None:
        if self._open is not None:
            self._open.texts.append(in_capitals(data) if self._has_capitals else data)
            if self._lang:
                self._open.langs[self._lang] += len(data)

    # -- tables and charts ------------------------------------------------------------------

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cells += 1
        self._frames.begin_cell()

    def _end_cell(self) -> None:
        self._cells -= 1
        self._frames.leave()

    def _cache(self, is_open: bool) -> None:
        self._is_cache = is_open

    def _begin_value(self, _: Attributes) -> None:
        """A label of a chart; numbers are no words."""
        if self._is_cache:
            self._open = _Paragraph(self._frames.inner, Kind.CELL)
            self.reads_text = True

    def _end_value(self) -> None:
        self.reads_text = False
        if self._is_cache and self._open is not None:
            if self._open.text in self._values:
                self._open = None
                return
            self._values.add(self._open.text)
            self._end_paragraph()
