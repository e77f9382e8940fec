"""What stands on one page of slides, or on a drawing or chart that it shows: its paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from lintwords.model import Kind
from lintwords.readers.common import struck
from lintwords.readers.common.builder import must_fit
from lintwords.readers.common.sentence_ends import ends_sentence
from lintwords.readers.docx.alternatives import Alternatives
from lintwords.readers.docx.names import by_full_name, is_shown
from lintwords.readers.office import number_formats
from lintwords.readers.office.frames import Frame, Frames
from lintwords.readers.office.styles import in_capitals, language
from lintwords.readers.office.xmlscan import Attributes, Scanner
from lintwords.values import dataclass, field

_HEADINGS = ("title", "ctrTitle")
_NUMBERS = ("sldNum", "dt")  # placeholders for numbers, which may hold words all the same
_FEET = ("ftr", "hdr", *_NUMBERS)  # that stand on each slide anew
_PROSE = ("subTitle", *_FEET)
_DESCRIBED = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")
_NUMERIC = ("c:numCache", "c:numLit")
_WORD = re.compile(r"[^\W\d_]{3}")  # no exponent, and no sign for a value that is missing
_FILLED_IN = re.compile(r"slidenum|datetime(?:\d{1,2}|FigureOut)?")  # other fields show words
_LINE_END = "_x000B_"  # as PowerPoint writes one inside a text
_DIGITS = 30
_LAST = 4  # pieces that tell how a line ends


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph as it is read."""

    frame: Frame
    kind: Kind
    texts: list[str] = field(default_factory=list)
    langs: Counter[str] = field(default_factory=Counter)  # language → letters
    struck: list[str] = field(default_factory=list)  # words of it that are struck through

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def lang(self) -> str:
        """The language that most letters are marked with; empty where nothing says."""
        return next((lang for lang, _ in self.langs.most_common(1)), "")


class Story(Scanner):
    """The paragraphs of one slide, or of what stands on, behind or beside one."""

    def __init__(
        self, label: str, *, is_behind: bool, is_list: bool, told: set[str] | None
    ) -> None:
        shapes = {name: self._begin_shape for name in _DESCRIBED if name != "p:grpSp"}
        frames = self._frames = Frames(label)
        self._alternatives = Alternatives(twins=False)
        super().__init__(
            by_full_name({
                **shapes, "p:ph": self._see_placeholder, "p:cNvPr": self._describe,
                "a:ext": self._see_size, "a:blip": self._see_picture_in_shape,
                "p:pic": self._begin_picture, "p:graphicFrame": self._begin_shape,
                "a:p": self._begin_paragraph, "a:t": self._begin_text, "m:t": self._begin_text,
                "a:r": self._see_lang, "a:rPr": self._see_lang, "a:fld": self._begin_field,
                "a:br": self._break,
                "a:tbl": lambda _: frames.begin_table(), "a:tr": lambda _: frames.begin_row(),
                "a:tc": self._begin_cell, "a:hlinkClick": self._see_link,
                "a:hlinkMouseOver": self._see_link, "a:hlinkHover": self._see_link,
                "mc:AlternateContent": lambda _: self._alternatives.begin(),
                "mc:Choice": self._begin_choice, "mc:Fallback": self._begin_fallback,
                "c:v": self._begin_value, "c:formatCode": self._begin_format,
                "c:numFmt": self._see_format, "cdr:cNvPr": self._describe,
                **dict.fromkeys(_NUMERIC, lambda _: self._set_numeric(True)),
            }),
            by_full_name({
                "a:p": self._end_paragraph, "a:t": self._end_text, "m:t": self._end_text,
                "a:tbl": frames.end_table, "a:tc": self._end_cell, "a:fld": self._end_field,
                "c:v": self._end_value, "c:formatCode": self._end_format,
                **dict.fromkeys(_NUMERIC, lambda: self._set_numeric(False)),
                "mc:AlternateContent": self._alternatives.end,
            }),
        )
        self.paragraphs: list[Paragraph] = []
        self.area = 0  # of the pictures, in square EMU
        self._size = 0  # of the shape
        self._is_behind, self._is_list = is_behind, is_list
        self._told = told
        self._open: Paragraph | None = None
        self._placeholder: str | None = None  # what the shape stands for; None for nothing
        self._is_hidden = self._is_picture = self._is_number = False
        self._title: Paragraph | None = None  # lines of the title that is open
        self._lang = ""
        self._has_capitals = False  # small letters are shown as such
        self._is_struck = False
        self._cells = 0
        self._is_numeric = False
        self._values = set[str]()  # labels of a chart that stood before

    # -- shapes -----------------------------------------------------------------------------

    def _begin_shape(self, _: Attributes) -> None:
        self._placeholder = None
        self._is_hidden = self._is_picture = False
        self._title = None
        self._size = 0

    def _begin_picture(self, attributes: Attributes) -> None:
        self._begin_shape(attributes)
        self._is_picture = True
        self._frames.see_picture()

    def _see_size(self, attributes: Attributes) -> None:
        """How large the shape is; an extension of the format has the same name and no size."""
        across, up = attributes.get("cx", ""), attributes.get("cy", "")
        if not self._size and across.isdecimal() and up.isdecimal() and len(across + up) < _DIGITS:
            self._size = int(across) * int(up)
            self.area += self._size * (self._is_picture and not self._is_hidden)

    def _see_picture_in_shape(self, _: Attributes) -> None:
        """A shape may be filled with a picture."""
        self.area += self._size * (not self._is_picture and not self._is_hidden)

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
                self.paragraphs.append(Paragraph(frame, Kind.CAPTION, [words]))

    def _see_link(self, attributes: Attributes) -> None:
        """The title of a link."""
        words = attributes.get("tooltip", "")
        if self._is_seen and any(map(str.isalpha, words)):
            self.paragraphs.append(Paragraph(self._frames.beside("link"), Kind.CAPTION, [words]))

    def _begin_choice(self, attributes: Attributes) -> None:
        needs = attributes.get("Requires", "").split()
        shown = all(is_shown(self.space(prefix), "powerpoint") for prefix in needs)
        if self._alternatives.skips_choice(is_shown=shown):
            self.skip()

    def _begin_fallback(self, _: Attributes) -> None:
        if self._alternatives.skips_fallback():
            self.skip()

    @property
    def _is_seen(self) -> bool:
        """Whether the shape shows its words: those of a prompt nobody sees."""
        if self._is_hidden:
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
        self._open = Paragraph(self._frames.inner, self._kind) if self._is_seen else None

    def _end_paragraph(self) -> None:
        ended, self._open = self._open, None
        for words in struck.stretches(ended.struck) if ended is not None else ():
            frame = self._frames.beside("struck")
            self.paragraphs.append(Paragraph(frame, Kind.CAPTION, [words]))
        if ended is None or not (text := ended.text).strip():
            return
        if self._placeholder in _NUMBERS and not any(map(str.isalpha, text)):
            return
        if self._placeholder in _FEET and self._told is not None:
            if text in self._told:
                return
            self._told.add(text)
        if self._kind is Kind.HEADING:
            if self._title is not None and not ends_sentence("".join(self._title.texts[-_LAST:])):
                self._title.texts += ["\n", *ended.texts]
                self._title.langs.update(ended.langs)
                return
            self._title = ended
        self.paragraphs.append(ended)
        must_fit(len(self.paragraphs))

    def _see_lang(self, attributes: Attributes) -> None:
        self._lang = language(attributes.get("lang"))
        self._has_capitals = attributes.get("cap", "none") != "none"
        self._is_struck = attributes.get("strike", "noStrike") != "noStrike"

    def _begin_text(self, _: Attributes) -> None:
        self.reads_text = self._open is not None and not self._is_number

    def _end_text(self) -> None:
        self.reads_text = False

    def _break(self, _: Attributes) -> None:
        if self._open is not None:
            self._open.texts.append("\n")

    def _begin_field(self, attributes: Attributes) -> None:
        self._is_number = _FILLED_IN.fullmatch(attributes.get("type", "")) is not None

    def _end_field(self) -> None:
        self._is_number = False

    def text(self, data: str) -> None:
        data = data.replace(_LINE_END, "\n")
        if self._open is not None and self._is_struck:
            struck.see(self._open.struck, data)
        elif self._open is not None:
            struck.end(self._open.struck)
            self._open.texts.append(in_capitals(data) if self._has_capitals else data)
            if self._lang:
                self._open.langs[self._lang] += len(data)

    # -- tables and charts ------------------------------------------------------------------

    def _begin_cell(self, _: Attributes) -> None:
        self._cells += 1
        self._frames.begin_cell()

    def _end_cell(self) -> None:
        self._cells -= 1
        self._frames.leave()

    def _begin_value(self, _: Attributes) -> None:
        """A label of a chart, or a number."""
        self._open = Paragraph(self._frames.inner, Kind.CELL)
        self.reads_text = True

    def _end_value(self) -> None:
        self.reads_text = False
        if self._open is not None:
            text, told = self._open.text, self._values
            if text in told or (self._is_numeric and not _WORD.search(text)):
                self._open = None
                return
            told.add(text)
            self._end_paragraph()

    def _set_numeric(self, value: bool) -> None:
        self._is_numeric = value

    def _see_format(self, attributes: Attributes) -> None:
        self._say_format(attributes.get("formatCode", ""))

    def _begin_format(self, _: Attributes) -> None:
        self._begin_value({})

    def _end_format(self) -> None:
        self.reads_text = False
        ended, self._open = self._open, None
        if ended is not None:
            self._say_format(ended.text)

    def _say_format(self, code: str) -> None:
        """What the format of a number says beside it."""
        for words in number_formats.words(code):
            if words not in self._values:
                self._values.add(words)
                self.paragraphs.append(Paragraph(self._frames.inner, Kind.CELL, [words]))
