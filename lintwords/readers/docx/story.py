"""One part of a Word file that holds paragraphs: the body, the notes, a header or a footer.

What a person reads: text in tables, text boxes, content controls, hyperlinks, results of fields
and insertions of tracked changes. Not read are deleted and hidden text, instructions of fields,
comments, and of a text box the copy that is there for programs of another kind. A picture in the
line and a formula without words stand as one U+FFFC.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from lintwords.readers.common import struck
from lintwords.readers.common.builder import OBJECT, must_fit, text_must_fit
from lintwords.readers.docx.alternatives import Alternatives
from lintwords.readers.docx.fields import Fields
from lintwords.readers.docx.names import SKIPPED, by_full_name, is_on, is_shown, small, value
from lintwords.readers.docx.paragraphs import Paragraph, TextRun
from lintwords.readers.docx.pictures import Pictures
from lintwords.readers.docx.shown_letters import FORMATS, Letters
from lintwords.readers.docx.signs import SIGNS, says_words, sign
from lintwords.readers.office.frames import Frame, Frames
from lintwords.readers.office.styles import Styles
from lintwords.readers.office.xmlscan import Attributes, Scanner

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_OBJECTS = (OBJECT, "\t", "\n")  # no words, so no fix reaches over them
_CAPS = ("drop", "margin")
_LOCKS = ("contentLocked", "sdtContentLocked")


class Story(Scanner):
    """Reads the paragraphs of one part.

    `label` is the place of the whole part ("header 2"). `numbered` gives the place of each note by
    its id; other notes are not read. `styles` say of runs that nobody sees them, or that they are
    in capitals. With `twins` the copies for old programs are read as well.
    """

    def __init__(
        self, label: str = "", numbered: Mapping[str, str] | None = None,
        styles: Styles | None = None, *, twins: bool = False,
    ) -> None:
        self._frames = Frames(label)
        self.fields = Fields()
        self._alternatives = Alternatives(twins=twins)
        self._pictures = Pictures(self._frames, self._alternatives, self._describe)
        super().__init__(by_full_name(self._begins()), by_full_name(self._finishes()))
        self.paragraphs: list[Paragraph] = []  # in the order in which they begin
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}  # ids, as referred to
        self.found: set[str] = set()  # ids of the notes that are there
        self.headers: list[tuple[str, str]] = []  # (header or footer, id of the relationship)
        self.paragraph: Paragraph | None = None  # the innermost that is open
        self.locks: list[bool] = []  # of the content controls and words with readings that are open
        self.drawn = 0  # pieces of text in drawings, which are not read
        self.brought: list[tuple[str, str]] = []  # what of other files: (noun, id of the link)
        self._styles = styles or Styles()
        self._letters = Letters(self._styles)
        self._numbered = numbered or {}
        self._open: list[Paragraph] = []
        self._cap: Paragraph | None = None  # what the next paragraph goes on with
        self._in_format = False  # of a paragraph
        self._formula: list[str] | None = None  # the text of the formula that is open
        self._inserted = 0  # how deep in insertions of tracked changes

    def _begins(self) -> dict[str, Callable[[Attributes], None]]:
        frames, fields = self._frames, self.fields
        return {
            "w:p": self._begin_paragraph, "w:r": self._begin_run, "w:t": self._begin_text,
            **{name: self._of_run(see) for name, see in FORMATS.items()},
            "w:framePr": self._see_text_frame, "w:pStyle": self._see_style,
            "w:outlineLvl": self._see_outline, "w:numId": self._see_number,
            **{name: partial(self._add_sign, text) for name, text in SIGNS.items()},
            "w:sym": lambda a: self._add(sign(value(a, "w:font"), value(a, "w:char"))),
            "m:oMath": self._begin_formula, "m:t": self._begin_text, "w:rt": self._begin_reading,
            "w:rubyBase": lambda _: self.locks.append(True),
            "w:del": self._begin_deletion, "w:moveFrom": self._begin_deletion,
            "w:pPr": lambda _: self._set_in_format(True), "w:vanish": self._see_hidden,
            "w:specVanish": self._see_style_separator,
            **self._pictures.begins(),
            "w:tblCaption": lambda a: self._describe(value(a) or "", frames.beside("table")),
            "w:tblDescription": lambda a: self._describe(value(a) or "", frames.beside("table")),
            "w:hyperlink": self._see_link, "w:default": fields.see_default,
            "v:textpath": self._see_art, "a:t": self._see_drawn, "w:ddList": fields.begin_menu,
            "w:listEntry": fields.see_entry,
            "w:tblStyle": self._see_table_style,
            "w:tbl": self._begin_table, "w:tr": lambda _: frames.begin_row(),
            "w:tc": lambda _: frames.begin_cell(),
            "w:gridSpan": lambda a: frames.span(small(value(a)) or 1),
            "w:gridBefore": lambda a: frames.gap(small(value(a))),
            "w:txbxContent": lambda _: frames.begin_box(counts=not self._alternatives.is_copy),
            # LibreOffice shows both wordings of a change in such a box, or breaks off
            "v:textbox": lambda _: self.locks.append(not self._alternatives.is_copy),
            "mc:AlternateContent": lambda _: self._alternatives.begin(),
            "mc:Choice": self._begin_choice, "mc:Fallback": self._begin_fallback,
            "w:altChunk": lambda a: self._bring("embedded document", a),
            "w:contentPart": lambda a: self._bring("embedded part", a),
            "w:subDoc": lambda a: self._bring("linked document", a),
            "w:footnoteReference": lambda a: self._see_note("footnote", a),
            "w:endnoteReference": lambda a: self._see_note("endnote", a),
            "w:footnote": self._begin_note, "w:endnote": self._begin_note,
            "w:fldChar": self._see_field, "w:instrText": self._begin_instruction,
            "w:fldSimple": self._begin_field, "w:sdt": lambda _: self.locks.append(False),
            "w:lock": self._see_lock, "w:dataBinding": self._see_binding,
            "w:ins": self._begin_insertion, "w:moveTo": self._begin_insertion,
            "w:rPrChange": self._see_old_format,
            "w:headerReference": lambda a: self._see_header("header", a),
            "w:footerReference": lambda a: self._see_header("footer", a),
            **dict.fromkeys(SKIPPED, lambda _: self.skip()),
        }

    def _finishes(self) -> dict[str, Callable[[], None]]:
        frames, copies = self._frames, self._alternatives
        return {
            "w:p": self._end_paragraph, "w:r": self._end_run, "w:t": self._end_text,
            "m:t": self._end_text, "m:oMath": self._end_formula, "w:rt": self._end_reading,
            "w:rubyBase": self._end_control,
            "w:pPr": lambda: self._set_in_format(False),
            "w:tbl": self._end_table, "w:tc": frames.leave, "w:txbxContent": frames.leave,
            "v:textbox": self._end_control,
            "mc:AlternateContent": copies.end, "mc:Choice": copies.end_one,
            "mc:Fallback": copies.end_one, "w:footnote": frames.leave, "w:endnote": frames.leave,
             "w:instrText": self._end_text,
            "w:ins": self._end_insertion, "w:moveTo": self._end_insertion,
            "w:fldSimple": self._end_field, "w:sdt": self._end_control,
        }

    # -- paragraphs and text ----------------------------------------------------------------

    def _begin_paragraph(self, _: Attributes) -> None:
        host = self._open[-1] if self._open else None
        cap, self._cap = self._cap, None
        if cap is not None and cap.frame is self._frames.inner and cap.host is host:
            cap.go_on()
            self._open.append(cap)
            self.paragraph = cap
            return
        paragraph = Paragraph(self._frames.inner, self._alternatives.is_copy, host)
        self._open.append(paragraph)
        self.paragraph = paragraph
        self.paragraphs.append(paragraph)
        must_fit(len(self.paragraphs))

    def _end_paragraph(self) -> None:
        ended = self._open.pop()
        for words in struck.stretches(ended.struck):
            self._describe(words, self._frames.beside("struck"))
        ended.struck.clear()
        if ended.is_cap and ended.length:
            ended.locked.append((0, ended.length))  # a change would reach over two paragraphs
            self._cap = ended
        elif ended.length and (ended.goes_on or (ended.is_run_in and ended.runs_on)):
            ended.locked.append((ended.length, ended.length))
            self._cap = ended
        if not ended.length and self.paragraphs[-1] is ended:
            self.paragraphs.pop()  # a million empty ones shall cost nothing
        self.paragraph = self._open[-1] if self._open else None
        self.fields.end_paragraph()

    def _set_in_format(self, value: bool) -> None:
        self._in_format = value

    def _begin_deletion(self, _: Attributes) -> None:
        """What stands in it is gone; so is the end of a paragraph that has it in its format."""
        if self._in_format and self.paragraph is not None:
            self.paragraph.goes_on = True
        self.skip()

    def _begin_table(self, _: Attributes) -> None:
        self._cap = None
        self._letters.tables.append("")
        self._frames.begin_table()

    def _see_table_style(self, attributes: Attributes) -> None:
        if self._letters.tables:
            self._letters.tables[-1] = value(attributes) or ""

    def _end_table(self) -> None:
        self._letters.tables = self._letters.tables[:-1]
        self._frames.end_table()

    def _begin_reading(self, _: Attributes) -> None:
        """How the word is said that is about to come."""
        if self.paragraph is None:
            self.skip()
            return
        reading = Paragraph(
            self._frames.beside("reading"), self._alternatives.is_copy, self.paragraph, is_alt=True
        )
        self._open.append(reading)
        self.paragraph = reading
        self.paragraphs.append(reading)
        must_fit(len(self.paragraphs))

    def _end_reading(self) -> None:
        self._open.pop()
        self.paragraph = self._open[-1]

    def _begin_run(self, _: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.run = TextRun(self.depth)

    def _end_run(self) -> None:
        if self.paragraph is not None:
            self.paragraph.run = None

    def _begin_text(self, _: Attributes) -> None:
        self.reads_text = True

    def _end_text(self) -> None:
        self.reads_text = False

    def _begin_instruction(self, _: Attributes) -> None:
        if self.fields.instructs:
            self.reads_text = True
        else:
            self.skip()

    def text(self, data: str) -> None:
        if self._formula is not None:
            self._formula.append(data)
        elif self.fields.instructs:
            self.fields.say(data)
        else:
            self.fields.see_words()
            self._add(data)

    def _add(self, text: str, *, is_locked: bool = False) -> None:
        paragraph = self.paragraph
        if paragraph is None or (paragraph.run is None and not is_locked and text != OBJECT):
            return  # a tab stop of the paragraph's format
        if paragraph.run is not None and self._letters.are_hidden(paragraph, paragraph.run):
            paragraph.locked.append((paragraph.length, paragraph.length))  # no fix reaches over it
            return
        if self._alternatives.is_copy and not paragraph.twin:
            return
        if not self.fields.show:
            return
        text_must_fit(paragraph.length)
        if paragraph.run is not None and self._letters.are_struck(paragraph, paragraph.run):
            struck.see(paragraph.struck, text)
            paragraph.locked.append((paragraph.length, paragraph.length))
            return
        struck.end(paragraph.struck)
        is_locked = is_locked or paragraph.is_alt or text in _OBJECTS
        paragraph.add(text, locked=is_locked or self._is_locked(paragraph),
                      in_capitals=self._letters.are_capitals(paragraph))
        if (run := paragraph.run) is not None:
            said = run.lang, run.style
            paragraph.langs[said] = paragraph.langs.get(said, 0) + len(text)

    def _add_sign(self, text: str, _: Attributes) -> None:
        self._add(text)

    def _is_locked(self, paragraph: Paragraph) -> bool:
        """Whether the words belong to a change of somebody, or to a program that rewrites them."""
        is_tracked = paragraph.run is not None and paragraph.run.is_tracked
        return self._inserted > 0 or is_tracked or self.fields.compute or any(self.locks)

    def _begin_formula(self, _: Attributes) -> None:
        self._formula = []

    def _end_formula(self) -> None:
        text, self._formula = "".join(self._formula or ()), None
        self._add(text if says_words(text) else OBJECT, is_locked=True)

    def _begin_insertion(self, _: Attributes) -> None:
        self._inserted += 1

    def _end_insertion(self) -> None:
        self._inserted -= 1

    # -- formats ----------------------------------------------------------------------------

    def _of_run(self, see: Callable[[TextRun, Attributes], None]) -> Callable[[Attributes], None]:
        """What an element says of the run in whose format it stands, if it is in one."""
        def begin(attributes: Attributes) -> None:
            if self.paragraph is not None and self.paragraph.run is not None:
                see(self.paragraph.run, attributes)

        return begin

    def _see_hidden(self, attributes: Attributes) -> None:
        if self.paragraph is None:
            return
        if self.paragraph.run is not None:
            self.paragraph.run.is_hidden = is_on(attributes)
        elif self._in_format and is_on(attributes):
            self.paragraph.goes_on = not self.paragraph.is_run_in

    def _see_style_separator(self, _: Attributes) -> None:
        """The next paragraph stands in the same line, and is another all the same."""
        if self._in_format and self.paragraph is not None:
            self.paragraph.goes_on, self.paragraph.is_run_in = False, True

    def _see_old_format(self, _: Attributes) -> None:
        if self.paragraph is not None and self.paragraph.run is not None:
            self.paragraph.run.is_tracked = True
        self.skip()

    def _see_text_frame(self, attributes: Attributes) -> None:
        if self.paragraph is not None and value(attributes, "w:dropCap") in _CAPS:
            self.paragraph.is_cap = True

    def _see_style(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.style = value(attributes) or ""
            if self._in_format and self._styles.is_title(self.paragraph.style):
                self._join_title(self.paragraph)

    def _join_title(self, line: Paragraph) -> None:
        """A line of a title that goes on with a sentence is no paragraph of its own."""
        title = self.paragraphs[-2] if len(self.paragraphs) > 1 else None
        if title is None or line.length or self.paragraphs[-1] is not line:
            return
        is_title = self._styles.is_title(title.style)
        if is_title and title.is_beside(line) and title.runs_on:
            title.break_line()
            self.paragraphs.pop()
            self._open[-1] = self.paragraph = title

    def _see_outline(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            level = value(attributes) or ""
            self.paragraph.outline = int(level) if level.isdecimal() and len(level) < 4 else None

    def _see_number(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.is_item = value(attributes) != "0"

    # -- alternatives and pictures ----------------------------------------------------------

    def _begin_choice(self, attributes: Attributes) -> None:
        needs = attributes.get("Requires", "").split()
        shown = all(is_shown(self.space(prefix)) for prefix in needs)
        if self._alternatives.skips_choice(is_shown=shown):
            self.skip()

    def _begin_fallback(self, _: Attributes) -> None:
        if self._alternatives.skips_fallback():
            self.skip()

    def _see_link(self, attributes: Attributes) -> None:
        self._describe(value(attributes, "w:tooltip") or "", self._frames.beside("link"))

    def _see_art(self, attributes: Attributes) -> None:
        self._describe(attributes.get("string", ""), self._frames.art())

    def _see_drawn(self, _: Attributes) -> None:
        self.drawn += 1

    def _bring(self, noun: str, attributes: Attributes) -> None:
        self.brought.append((noun, value(attributes, "r:id") or ""))

    def _describe(self, alt: str, frame: Frame | None = None) -> None:
        if alt.strip() and not self._alternatives.is_copy:
            frame = frame or self._frames.alt()
            paragraph = Paragraph(frame, host=self.paragraph, is_alt=True)
            paragraph.add(alt, locked=True)
            self.paragraphs.append(paragraph)
            must_fit(len(self.paragraphs))

    # -- notes, fields, controls ------------------------------------------------------------

    def _see_note(self, kind: str, attributes: Attributes) -> None:
        if not self._alternatives.is_copy:
            self.notes[kind].append(value(attributes, "w:id") or "")

    def _begin_note(self, attributes: Attributes) -> None:
        note = value(attributes, "w:id") or ""
        if value(attributes, "w:type") in _SEPARATORS:
            self._frames.enter(self._frames.beside("notes"))
        elif note in self._numbered:
            self.found.add(note)
            self._frames.enter(Frame(self._numbered[note], note))
        else:
            self.skip()

    def _see_field(self, attributes: Attributes) -> None:
        self.fields.see(value(attributes, "w:fldCharType"), is_copy=self._alternatives.is_copy)

    def _begin_field(self, attributes: Attributes) -> None:
        self.fields.begin_simple(attributes)

    def _end_field(self) -> None:
        self.fields.end(is_copy=self._alternatives.is_copy)

    def _end_control(self) -> None:
        self.locks.pop()

    def _see_lock(self, attributes: Attributes) -> None:
        if self.locks and value(attributes) in _LOCKS:
            self.locks[-1] = True

    def _see_binding(self, _: Attributes) -> None:
        if self.locks:
            self.locks[-1] = True  # what is bound is written anew from its source

    def _see_header(self, kind: str, attributes: Attributes) -> None:
        self.headers.append((kind, value(attributes, "r:id") or ""))
