"""One part of an OpenDocument package that holds paragraphs: the text, the styles, the meta data.

What a person reads: text in tables, lists, text boxes, notes, links and fields, headers and
footers. Not read are text that was deleted under tracked changes, comments, ruby, and indexes that
a program makes. White space of the XML is one space, as OpenDocument has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lintwords.readers.builder import must_fit
from lintwords.readers.frames import Frame, Frames
from lintwords.readers.odt.names import by_full_name, full, number
from lintwords.readers.odt.paragraphs import Group, Paragraph, Piece
from lintwords.readers.styles import Style, Styles, language
from lintwords.readers.xmlscan import Attributes, Scanner

_SKIPPED = (
    "office:annotation", "text:note-citation", "text:ruby-text", "text:table-of-content",
    "text:illustration-index", "text:table-index", "text:object-index", "text:user-index",
    "text:alphabetical-index", "text:bibliography", "office:forms", "office:scripts",
    "office:change-info", "text:tracked-changes",
)  # fmt: skip
_SHAPES = (
    "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle",
    "draw:polygon", "draw:polyline", "draw:path", "draw:regular-polygon", "draw:caption",
    "draw:line",
)  # fmt: skip
# in these the text of a paragraph is the writer's; that of any other element is computed
_OWN = frozenset(map(full, (
    "text:p", "text:h", "text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base",
    "office:annotation-end", "text:bookmark", "text:bookmark-start", "text:bookmark-end",
    "text:reference-mark", "text:reference-mark-start", "text:reference-mark-end",
    "text:soft-page-break", "text:change", "text:change-start", "text:change-end",
)))  # fmt: skip
_CONTROL_WORDS = tuple(map(full, ("form:current-value", "form:label")))
_REGION = full("text:changed-region")
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000  # that one element may stand for
_MOST_COLUMNS = 1_000  # that one cell may stand for
_TOP = 10  # levels of headings


class Found:
    """What the stories of one file find together."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.styles = Styles()
        self.notes: Counter[Group] = Counter()
        self.objects: list[str] = []  # where embedded objects stand in the package
        self.is_text = False  # not a table or a presentation
        self.controls = 0  # of forms, with words
        self.is_tracked = False  # holds tracked changes, or tracks the next ones


class Story(Scanner):
    """Reads the paragraphs of the part `member` into `found`."""

    def __init__(self, found: Found, member: str) -> None:
        self._frames = Frames()
        super().__init__(by_full_name(self._begins()), by_full_name(self._finishes()))
        self.found = found
        self._member = member
        self._open: list[Paragraph] = []
        self._groups = [Group.BODY]
        self._items = 0
        self._locks: list[bool] = []  # of the sections and cells that are open
        self._style: Style | None = None
        self._is_default = False  # it is what all paragraphs begin with
        self._is_automatic = False  # styles are those of single paragraphs and stretches
        self._pictured = False  # the frame that is open has its picture

    def _begins(self) -> dict[str, Callable[[Attributes], None]]:
        frames = self._frames
        return {
            "text:p": self._begin_paragraph, "text:h": self._begin_heading,
            "text:span": self._begin_span, "text:s": self._spaces,
            "text:tab": lambda _: self._sign("\t"), "text:line-break": lambda _: self._sign("\n"),
            "text:note": self._begin_note, "text:list-item": self._begin_item,
            "text:section": self._begin_section, "table:table": self._begin_table,
            "table:table-row": lambda _: frames.begin_row(), "table:table-cell": self._begin_cell,
            "table:covered-table-cell": self._begin_cell,
            **dict.fromkeys(_SHAPES, lambda _: frames.begin_shape()),
            "draw:frame": self._begin_frame,
            "draw:image": self._see_picture, "draw:object": self._see_object,
            "draw:object-ole": self._see_object, "draw:plugin": self._see_object,
            "draw:floating-frame": self._see_object, "office:text": self._see_body,
            "style:header": lambda _: self._begin_edge(Group.HEADER),
            "style:header-left": lambda _: self._begin_edge(Group.HEADER),
            "style:header-first": lambda _: self._begin_edge(Group.HEADER),
            "style:footer": lambda _: self._begin_edge(Group.FOOTER),
            "style:footer-left": lambda _: self._begin_edge(Group.FOOTER),
            "style:footer-first": lambda _: self._begin_edge(Group.FOOTER),
            "svg:title": lambda _: self._begin_alt(), "svg:desc": lambda _: self._begin_alt(),
            "dc:title": self._begin_title, "style:style": self._begin_style,
            "style:default-style": self._begin_style, "style:text-properties": self._see_lang,
            "office:automatic-styles": lambda _: self._set_automatic(True),
            **dict.fromkeys(_SKIPPED, lambda _: self.skip()),
            "text:tracked-changes": self._see_tracking,
        }  # fmt: skip

    def _finishes(self) -> dict[str, Callable[[], None]]:
        frames = self._frames
        return {
            "text:p": self._end_paragraph, "text:h": self._end_paragraph,
            "text:span": self._end_span, "text:note": self._end_group,
            "text:list-item": self._end_item, "text:section": self._end_lock,
            "table:table": self._end_table, "table:table-cell": self._end_cell,
            "table:covered-table-cell": self._end_cell, **dict.fromkeys(_SHAPES, frames.leave),
            **dict.fromkeys(
                ("style:header", "style:header-left", "style:header-first", "style:footer",
                 "style:footer-left", "style:footer-first"), self._end_group,
            ),
            "svg:title": self._end_paragraph, "svg:desc": self._end_paragraph,
            "dc:title": self._end_paragraph, "style:style": self._end_style,
            "style:default-style": self._end_style,
            "office:automatic-styles": lambda: self._set_automatic(False),
        }  # fmt: skip

    # -- paragraphs and text ----------------------------------------------------------------

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._open and not self._skipped and name not in _OWN:
            paragraph = self._open[-1]
            paragraph.foreign = paragraph.foreign or self.depth + 1
        super()._start(name, attributes)

    def _end(self, name: str) -> None:
        depth = self.depth
        super()._end(name)
        if self._open and self._open[-1].foreign == depth:
            self._open[-1].foreign = 0

    def _begin_paragraph(self, attributes: Attributes) -> None:
        self._paragraph(Paragraph(
            self._member, self._frames.inner, self._groups[-1], self.tag(),
            f"paragraph {attributes.get(full('text:style-name'), '')}", is_item=self._items > 0,
        ))  # fmt: skip

    def _begin_heading(self, attributes: Attributes) -> None:
        self._begin_paragraph(attributes)
        self._open[-1].outline = number(attributes, "text:outline-level", _TOP) - 1

    def _begin_alt(self) -> None:
        self._paragraph(
            Paragraph(self._member, self._frames.alt(), self._groups[-1], is_alt=True)
        )

    def _begin_title(self, _: Attributes) -> None:
        frame = Frame("title of the document")
        self._paragraph(Paragraph(self._member, frame, Group.TITLE, is_alt=True))

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.found.paragraphs.append(paragraph)
        must_fit(len(self.found.paragraphs))
        self._open.append(paragraph)
        self.reads_text = True

    def _end_paragraph(self) -> None:
        ended, found = self._open.pop(), self.found.paragraphs
        self.reads_text = bool(self._open)
        if not ended.length and found[-1] is ended:
            found.pop()  # a million empty ones shall cost nothing

    def _begin_span(self, attributes: Attributes) -> None:
        if self._open:
            self._open[-1].spans.append(f"text {attributes.get(full('text:style-name'), '')}")

    def _end_span(self) -> None:
        if self._open and self._open[-1].spans:
            self._open[-1].spans.pop()

    def text(self, data: str) -> None:
        paragraph = self._open[-1]
        words = _WHITE.sub(" ", data)
        if paragraph.ends_white:
            words = words.removeprefix(" ")
        if words:
            self._add(Piece(words))

    def _add(self, piece: Piece) -> None:
        paragraph = self._open[-1]
        self._frames.name(paragraph.frame)
        locked = bool(paragraph.foreign) or paragraph.is_alt or any(self._locks)
        paragraph.add(piece, locked=locked)
        paragraph.ends_white = piece.text[-1] == " "

    def _spaces(self, attributes: Attributes) -> None:
        self._sign(" " * number(attributes, "text:c", _MOST_SPACES))

    def _sign(self, sign: str) -> None:
        if self._open:
            self._open[-1].add(Piece(sign), locked=True)
            self._open[-1].ends_white = False

    def tag(self) -> bytes:
        """The opening tag that has just been read, where it is asked for."""
        return b""

    # -- what paragraphs stand in -----------------------------------------------------------

    def _begin_note(self, attributes: Attributes) -> None:
        is_end = attributes.get(full("text:note-class")) == "endnote"
        group = Group.ENDNOTE if is_end else Group.FOOTNOTE
        self.found.notes[group] += 1
        self._groups.append(group)
        self._frames.enter(Frame(f"{group.name.lower()} {self.found.notes[group]}"))

    def _begin_edge(self, group: Group) -> None:
        self._groups.append(group)
        self._frames.enter(Frame(group.name.lower()))

    def _end_group(self) -> None:
        self._groups.pop()
        self._frames.leave()

    def _begin_item(self, _: Attributes) -> None:
        self._items += 1

    def _end_item(self) -> None:
        self._items -= 1

    def _begin_section(self, attributes: Attributes) -> None:
        self._locks.append(attributes.get(full("text:protected")) == "true")

    def _end_lock(self) -> None:
        self._locks.pop()

    def _begin_table(self, attributes: Attributes) -> None:
        self._frames.begin_table()
        self._locks.append(attributes.get(full("table:protected")) == "true")

    def _end_table(self) -> None:
        self._frames.end_table()
        self._end_lock()

    def _begin_cell(self, attributes: Attributes) -> None:
        self._frames.begin_cell()
        self._frames.span(number(attributes, "table:number-columns-repeated", _MOST_COLUMNS))
        self._locks.append(attributes.get(full("table:protected")) == "true")

    def _end_cell(self) -> None:
        self._frames.leave()
        self._end_lock()

    # -- pictures and objects ---------------------------------------------------------------

    def _begin_frame(self, _: Attributes) -> None:
        self._pictured = False

    def _see_picture(self, _: Attributes) -> None:
        if not self._pictured:  # the same picture may follow in an older format
            self._frames.see_picture()
        self._pictured = True

    def _see_object(self, attributes: Attributes) -> None:
        target = attributes.get(full("xlink:href"), "").removeprefix("./").rstrip("/")
        self.found.objects.append(target)

    def _see_body(self, _: Attributes) -> None:
        self.found.is_text = True

    # -- styles and changes -----------------------------------------------------------------

    def _set_automatic(self, value: bool) -> None:
        self._is_automatic = value

    def _begin_style(self, attributes: Attributes) -> None:
        family = attributes.get(full("style:family"), "")
        name = attributes.get(full("style:name"))
        shown = attributes.get(full("style:display-name")) or name or ""
        if self._is_automatic:
            shown = ""  # a program has named it
        base = attributes.get(full("style:parent-style-name"), "")
        self._style = Style(f"{family} {base}", shown.lower())
        if full("style:default-outline-level") in attributes:
            self._style.outline = number(attributes, "style:default-outline-level", _TOP) - 1
        self._is_default = name is None and family == "paragraph"
        if name is not None:
            self.found.styles.by_id[f"{family} {name}"] = self._style

    def _end_style(self) -> None:
        if self._is_default and self._style is not None:
            self.found.styles.lang = self._style.lang
        self._style = None

    def _see_lang(self, attributes: Attributes) -> None:
        lang = attributes.get(full("fo:language"), "")
        if self._style is not None and lang != "none":
            country = attributes.get(full("fo:country"), "none")
            self._style.lang = language(lang if country == "none" else f"{lang}-{country}")

    def _see_tracking(self, attributes: Attributes) -> None:
        self.found.is_tracked |= attributes.get(full("text:track-changes")) != "false"
        self.skip()

    def skipping(self, name: str, attributes: Attributes) -> None:
        self.found.is_tracked |= name == _REGION
        words = "".join(attributes.get(one, "") for one in _CONTROL_WORDS)
        self.found.controls += any(map(str.isalpha, words))
