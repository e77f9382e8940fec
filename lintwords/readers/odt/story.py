"""One part of an OpenDocument package that holds paragraphs: the text, the styles, the meta data.

What a person reads: text in tables, lists, text boxes, notes, links and fields, headers and
footers, forms, indexes. Not read are hidden text, text that was deleted under tracked changes, and
comments. White space of the XML is one space, as OpenDocument has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lintwords.readers.common import struck
from lintwords.readers.common.builder import must_fit, text_must_fit
from lintwords.readers.odt import elements
from lintwords.readers.odt.fields import around_number, is_chosen, on_control, otherwise
from lintwords.readers.odt.found import Found
from lintwords.readers.odt.names import by_full_name, full, number
from lintwords.readers.odt.paragraphs import Group, Paragraph, Stretch
from lintwords.readers.odt.shown_fields import ShownFields
from lintwords.readers.odt.shown_letters import Letters
from lintwords.readers.odt.styles import HIDES, NONE, TOP, StyleReader
from lintwords.readers.office.frames import Frame, Frames
from lintwords.readers.office.xmlscan import Attributes, Scanner

_REGION = full("text:changed-region")
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000  # that one element may stand for
_MOST_COLUMNS = 1_000  # that one cell may stand for


class Story(Scanner):
    """Reads the paragraphs of the part `member` into `found`."""

    def __init__(self, found: Found, member: str) -> None:
        self._frames = Frames()
        self._styles = StyleReader(found)
        self._letters = Letters(found)
        self._fields = ShownFields(found, self._say, self._hide, self.skip)
        super().__init__(by_full_name(self._begins()), by_full_name(self._finishes()))
        self.found = found
        self._member = member
        self._open: list[Paragraph] = []
        self._groups = [Group.BODY]
        self._items = 0
        self._locks: list[bool] = []  # of the sections and cells that are open
        self._pictured = False  # the frame that is open has its picture
        self._indexes = 0  # how deep in what a program gathers from the text
        # sections and cells that may be empty: paragraphs before, and what they show then
        self._held: list[tuple[int, str]] = []
        self._sources: list[str] = []  # of the sections that are open: where their text stands

    def _begins(self) -> dict[str, Callable[[Attributes], None]]:
        frames, styles = self._frames, self._styles
        return {
            "text:p": self._begin_paragraph, "text:h": self._begin_heading,
            "text:span": self._begin_span, "text:s": self._spaces,
            "text:tab": lambda _: self._sign("\t"), "text:line-break": lambda _: self._sign("\n"),
            "text:note": self._begin_note, "text:list-item": self._begin_item,
            "text:section": self._begin_section, "table:table": self._begin_table,
            "table:table-row": lambda _: frames.begin_row(), "table:table-cell": self._begin_cell,
            "table:covered-table-cell": self._begin_cell,
            **dict.fromkeys(elements.SHAPES, lambda _: frames.begin_shape()),
            "draw:frame": self._begin_frame,
            "draw:image": self._see_picture, "draw:object": self._see_object,
            "draw:object-ole": self._see_object, "draw:plugin": self._see_object,
            "draw:floating-frame": self._see_object, "office:text": self._see_body,
            **dict.fromkeys(elements.HEADERS, lambda _: self._begin_edge(Group.HEADER)),
            **dict.fromkeys(elements.FOOTERS, lambda _: self._begin_edge(Group.FOOTER)),
            "svg:title": lambda _: self._begin_alt(), "svg:desc": lambda _: self._begin_alt(),
            "dc:title": self._begin_title, "style:style": styles.begin,
            "style:default-style": styles.begin, "style:text-properties": styles.see_text,
            "office:automatic-styles": lambda _: styles.set_automatic(True),
            **dict.fromkeys(elements.SKIPPED, lambda _: self.skip()),
            **dict.fromkeys(elements.CONTROLS, self._see_control), "form:option": self._see_choice,
            "form:textarea": self._begin_area, "xforms:model": self._see_model,
            **self._fields.begins(),
            "text:hidden-text": self._see_condition, "text:conditional-text": self._see_condition,
            "text:section-source": self._see_source, "office:dde-source": self._see_source,
            "text:index-body": lambda _: self._index(1), "text:ruby-text": self._begin_reading,
            "text:a": self._see_link, "table:title": lambda _: self._begin_alt("table"),
            "table:desc": lambda _: self._begin_alt("table"),
            **dict.fromkeys(elements.NOTICES, lambda _: self._begin_alt("notes")),
            **dict.fromkeys(elements.LEVELS, self._see_level),
            "text:tracked-changes": self._see_tracking,
        }

    def _finishes(self) -> dict[str, Callable[[], None]]:
        frames, styles = self._frames, self._styles
        return {
            "text:p": self._end_paragraph, "text:h": self._end_paragraph,
            "text:span": self._end_span, "text:note": self._end_group,
            "text:list-item": self._end_item, "text:section": self._end_section,
            "table:table": self._end_table, "table:table-cell": self._end_cell,
            "table:covered-table-cell": self._end_cell,
            **dict.fromkeys(elements.SHAPES, frames.leave),
            **dict.fromkeys((*elements.HEADERS, *elements.FOOTERS), self._end_group),
            "svg:title": self._end_paragraph, "svg:desc": self._end_paragraph,
            "dc:title": self._end_paragraph, "table:title": self._end_paragraph,
            "table:desc": self._end_paragraph, "text:ruby-text": self._end_paragraph,
            **dict.fromkeys(elements.NOTICES, self._end_paragraph),
            "form:textarea": self._end_area, "text:drop-down": self._fields.end_menu,
            "text:index-body": lambda: self._index(-1), "style:style": styles.end,
            "style:default-style": styles.end,
            "office:automatic-styles": lambda: styles.set_automatic(False),
        }

    # -- paragraphs and text ----------------------------------------------------------------

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._open and not self._skipped and name not in elements.OWN:
            paragraph = self._open[-1]
            paragraph.foreign = paragraph.foreign or self.depth + 1
        super()._start(name, attributes)

    def _end(self, name: str) -> None:
        depth = self.depth
        super()._end(name)
        if self._open and self._open[-1].foreign == depth:
            self._open[-1].foreign = 0

    def _begin_paragraph(self, attributes: Attributes) -> None:
        style = f"paragraph {attributes.get(full('text:style-name'), '')}"
        if self._hides(style) and not self.found.shows:
            self.skip()
            return
        line = Paragraph(
            self._member, self._frames.inner, self._groups[-1], self.tag(), style,
            is_item=self._items > 0, is_index=self._indexes > 0,
        )
        if self._goes_on_with(line):
            self._open.append(self.found.paragraphs[-1])
            self._open[-1].break_line()
            self.reads_text = True
        else:
            self._paragraph(line)

    def _goes_on_with(self, line: Paragraph) -> bool:
        """Whether the sentence of a title runs on in a line of its own."""
        is_title = self.found.styles.is_title
        title = self.found.paragraphs[-1] if self.found.paragraphs else None
        return (
            title is not None and is_title(line.style) and is_title(title.style)
            and title not in self._open and title.frame is line.frame and not title.is_alt
            and title.runs_on
        )

    def _begin_heading(self, attributes: Attributes) -> None:
        self._begin_paragraph(attributes)
        if self._skipped:
            return
        self._open[-1].outline = number(attributes, "text:outline-level", TOP) - 1

    def _begin_alt(self, beside: str = "") -> None:
        frame = self._frames.beside(beside) if beside else self._frames.alt()
        self._paragraph(Paragraph(self._member, frame, self._groups[-1], is_alt=True))

    def _begin_reading(self, _: Attributes) -> None:
        if self._open:
            self._begin_alt("reading")
        else:
            self.skip()

    def _aside(self, words: str, frame: Frame) -> None:
        """Words that are seen beside the text, or come where others stand."""
        if any(map(str.isalpha, words)):
            self._paragraph(Paragraph(self._member, frame, self._groups[-1], is_alt=True))
            self._say(words)
            self._end_paragraph()

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
        ended.finish()
        self.reads_text = bool(self._open)
        if not ended.length and found[-1] is ended:
            found.pop()  # a million empty ones shall cost nothing
        for words in struck.stretches(ended.struck):
            self._aside(words, self._frames.beside("struck"))
        ended.struck.clear()

    def _begin_span(self, attributes: Attributes) -> None:
        style = f"text {attributes.get(full('text:style-name'), '')}"
        if self._hides(style) and not self.found.shows:
            self._hide()
        elif self._open:
            self._open[-1].spans.append(style)

    def _hide(self) -> None:
        """Nobody sees the element that has just begun."""
        if self._open:
            length = self._open[-1].length
            self._open[-1].locked.append((length, length))  # no fix reaches over it
        self.skip()

    def _hides(self, style: str) -> bool:
        return self.found.hides and self.found.styles.hides(style)

    def _end_span(self) -> None:
        if self._open and self._open[-1].spans:
            self._open[-1].spans.pop()

    def text(self, data: str) -> None:
        paragraph = self._open[-1]
        words = _WHITE.sub(" ", data)
        if paragraph.ends_white:
            words = words.removeprefix(" ")
        if words:
            self._add(Stretch(words))

    def _add(self, piece: Stretch) -> None:
        if self._fields.menu is not None:
            self._fields.menu.inside.append(piece.text)
            return
        paragraph = self._open[-1]
        if self._letters.are_hidden(paragraph):
            paragraph.locked.append((paragraph.length, paragraph.length))
            return
        self._frames.name(paragraph.frame)
        text_must_fit(paragraph.length)
        paragraph.ends_white = piece.text[-1] == " "
        if self._letters.are_struck(paragraph):
            struck.see(paragraph.struck, piece.text)
            paragraph.locked.append((paragraph.length, paragraph.length))
            return
        struck.end(paragraph.struck)
        locked = bool(paragraph.foreign) or paragraph.is_alt or any(self._locks)
        paragraph.add(piece, locked=locked, in_capitals=self._letters.are_capitals(paragraph))

    def _spaces(self, attributes: Attributes) -> None:
        self._sign(" " * number(attributes, "text:c", _MOST_SPACES))

    def _sign(self, sign: str) -> None:
        if self._open and not self._letters.are_hidden(self._open[-1]):
            self._open[-1].add(Stretch(sign), locked=True)
            self._open[-1].ends_white = False

    # -- fields -----------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        """Words that are seen here and stand elsewhere."""
        text = " ".join(words.split())
        if self._open and text:
            self._add(Stretch(text))
            self._open[-1].locked.append((self._open[-1].length - len(text), self._open[-1].length))

    def _see_condition(self, attributes: Attributes) -> None:
        for words in otherwise(attributes):
            self._aside(words, self._frames.beside("field"))

    def _see_link(self, attributes: Attributes) -> None:
        title = attributes.get(full("office:title"))
        if title:
            self._aside(title, self._frames.beside("link"))

    def _see_level(self, attributes: Attributes) -> None:
        words = around_number(attributes)
        if words:
            self._aside(words, self._frames.beside("numbering"))

    def _index(self, step: int) -> None:
        self._indexes += step

    # -- forms ------------------------------------------------------------------------------

    def _see_control(self, attributes: Attributes) -> None:
        for words in on_control(attributes):
            self._aside(words, self._frames.beside("form"))

    def _see_choice(self, attributes: Attributes) -> None:
        if is_chosen(attributes):
            self._see_control(attributes)
        self.skip()

    def _begin_area(self, attributes: Attributes) -> None:
        self._frames.enter(self._frames.beside("form"))
        self._hold("\n".join(on_control(attributes)))

    def _end_area(self) -> None:
        self._show_held()
        self._frames.leave()

    def _see_model(self, _: Attributes) -> None:
        self.found.has_xforms = True
        self.skip()

    def _hold(self, words: str) -> None:
        """What has just begun shows `words` if no text follows in it."""
        self._held.append((len(self.found.paragraphs), words))

    def _show_held(self) -> None:
        before, words = self._held.pop()
        if words and len(self.found.paragraphs) == before:
            self._aside(words, self._frames.inner)

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
        if attributes.get(HIDES) == NONE:
            self.skip()
            return
        self._locks.append(attributes.get(full("text:protected")) == "true")
        self._sources.append("")
        self._hold("")

    def _see_source(self, attributes: Attributes) -> None:
        """What the section shows stands elsewhere; a copy of it may follow."""
        if self._locks and self._sources:
            self._locks[-1] = True  # it is written anew from there
            self._sources[-1] = attributes.get(full("xlink:href"), "") or "?"

    def _end_section(self) -> None:
        before, _ = self._held.pop()
        source = self._sources.pop()
        if source and len(self.found.paragraphs) == before:
            self.found.linked.append(source)
        self._end_lock()

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
        self._hold(attributes.get(full("office:string-value"), ""))

    def _end_cell(self) -> None:
        self._show_held()
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

    # -- changes -----------------------------------------------------------------------------

    def _see_tracking(self, attributes: Attributes) -> None:
        self.found.is_tracked |= attributes.get(full("text:track-changes")) != "false"
        self.skip()

    def skipping(self, name: str, _attributes: Attributes) -> None:
        self.found.is_tracked |= name == _REGION
