"""RTF: the paragraphs of the text, its tables, notes, headers and footers, for reports only.

A part is one paragraph. Deleted and hidden text, comments, instructions of fields and pictures are
not read; alt text is. `words` parts the file into words and signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from locale import windows_locale
from operator import attrgetter
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.interface import say
from lintwords.model import Document, Kind, Part, Segment, Unread
from lintwords.readers.common import struck
from lintwords.readers.common.builder import OBJECT, must_fit, paragraph
from lintwords.readers.common.unread_parts import numbered, only_pictures
from lintwords.readers.docx.fields import says_words
from lintwords.readers.office.frames import Counted, Frame, places
from lintwords.readers.office.styles import Style, Styles, in_capitals
from lintwords.readers.rtf.names import EDGES, ENDS, READ, SIGNS, SKIPPED
from lintwords.readers.rtf.words import CODECS, DEEPEST, Mark, TooDeep, words
from lintwords.values import dataclass, field, replace

_BODY, _NOTE, _EDGE = range(3)  # groups of paragraphs in the order in which they are told
# groups whose words say something about what is read
_BEFORE_ITEMS = frozenset(("listtext", "pntext", "pntxtb", "pntxta"))
_KEPT = frozenset(("title", "stylesheet", "sn", "sv", "objclass", "fldinst")) | _BEFORE_ITEMS
_MOST_KEPT = 1_000  # pieces of that
_TELLING = frozenset(("wzDescription", "gtextUNICODE"))  # properties of shapes that are words
_MENU = 2  # the type of a field of a form
_SAYING = re.compile(r"[^\W\d_]{2}\S*\s+\S*[^\W\d_]{2}")  # more than a letter or "Chapter 1"
_LINK_TITLE = re.compile(r'\s*HYPERLINK\b.*?\\o\s*"([^"]*)"', re.DOTALL | re.IGNORECASE)
_NO_LANGUAGE = (0, 1024, 0x7F)


@dataclass(slots=True)
class _State:
    """What holds in a group, and ends with it."""

    skips: bool = False
    keeps: bool = False  # what is skipped says something all the same
    is_double: bool = False  # the same words follow in Unicode
    is_hidden: bool = False
    is_deleted: bool = False
    is_struck: bool = False
    has_capitals: bool = False  # small letters are shown as such
    is_style: bool = False  # the table of styles is told
    codec: str = "cp1252"
    lang: int = 0
    destination: str = ""  # what the group is for
    opened: _Paragraph | None = None  # the paragraph that goes on after it


@dataclass(slots=True)
class _Field:
    """A field that is open."""

    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True, eq=False)
class _Paragraph:
    """A paragraph in the middle of being read."""

    frame: Frame
    group: int = _BODY
    texts: list[str] = field(default_factory=list)
    langs: Counter[int] = field(default_factory=Counter)  # language → letters
    style: str = ""
    outline: int | None = None
    is_item: bool = False
    is_row: bool = False  # it stands in a table
    kind: Kind | None = None  # where it does not hang on the style
    struck: list[str] = field(default_factory=list)  # words of it that are struck through

    @property
    def text(self) -> str:
        # halves of letters beyond the first plane come one by one
        joined = "".join(self.texts).encode("utf-16", "surrogatepass")
        return joined.decode("utf-16", "replace")


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read an RTF file; `encoding` says nothing to it.

    Raises CannotRead for a file that is none, or is nested deeper than any.
    """
    if not data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        raise CannotRead(say("cannot open {path}", path=path), say("It is no RTF file."), path)
    text = _Text()
    try:
        text.read(data)
    except TooDeep:
        hint = say("It is nested more than {deepest} levels deep.", deepest=DEEPEST)
        raise CannotRead(say("cannot open {path}", path=path), hint, path) from None
    found = sorted(text.paragraphs, key=attrgetter("group"))
    named = places([
        Counted(one.frame, one.text, text.styles.level(one.style, one.outline) is not None)
        for one in found
    ])
    lang = _tag(text.lang)
    parts: list[Part] = []
    segments: list[Segment] = []
    for one, place in zip(found, named, strict=True):
        part = Part(len(parts), one.text, place)
        own = _tag(next((lang for lang, _ in one.langs.most_common(1)), 0))
        quoted = text.styles.is_quotation(one.style)
        segment = paragraph(part).build(_kind(one, text.styles), own if own != lang else None,
                                        quoted)
        if segment is not None:
            parts.append(part)
            segments.append(segment)
    unread = (*text.missed(), *only_pictures(segments, has_pictures=text.pictures > 0))
    return Document(path, "rtf", tuple(parts), tuple(segments), lang, unread=unread)


def _tag(number: int) -> str | None:
    """The language that Windows gives a number; None for none."""
    name = windows_locale.get(number) if number not in _NO_LANGUAGE else None
    return name.replace("_", "-") if name else None


def _kind(one: _Paragraph, styles: Styles) -> Kind:
    if one.kind is not None:
        return one.kind
    kind = styles.kind(one.style, one.outline, one.is_item or None)
    return Kind.CELL if kind is Kind.PROSE and ", column " in one.frame.label else kind


class _Text:
    """Reads the words and signs of a file into paragraphs."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.styles = Styles()
        self.lang = 0
        self.pictures = 0
        self._objects = self._menus = 0
        self._fields: list[_Field] = []  # that are open
        self._mute = 0  # fields with words whose result is not there
        self._before_items = set[str]()  # words that stood before an item
        self._is_cut = False
        self._fonts: dict[int, str] = {}
        self._font = -1  # of the table, that is being told
        self._usual = "cp1252"
        self._style = -1  # of the table, that is being told
        self._property = ""  # of a shape: its name
        self._body = Frame()
        self._open = _Paragraph(self._body)
        self._counts: Counter[str] = Counter()
        self._tables = self._row = self._column = 0  # of the table that is open
        self._cell: Frame | None = None
        self._is_table = False
        self._state = _State()
        self._kept: list[str] = []  # of a title, a style, a property
        self._edges = set[str]()  # headers and footers that stood before

    def read(self, data: bytes) -> None:
        stack: list[_State] = []
        ignorable = False  # after `\*`
        for mark in words(data, self._codec):
            if mark.name == "{":
                if self._state.is_style:
                    self._style, self._kept = -1, []
                stack.append(self._state)
                self._state = replace(self._state, destination="", opened=None)
            elif mark.name == "}":
                self._leave()
                if not stack:
                    break
                self._state = stack.pop()
                if not stack:
                    break
            elif mark.name == "*":
                ignorable = True
                continue
            elif mark.text:
                self._add(mark.text)
            else:
                self._word(mark, ignorable=ignorable)
            ignorable = False
        self._is_cut = bool(stack)
        self._end()

    def missed(self) -> Iterator[Unread]:
        """What a reader sees and is not read."""
        if self._is_cut:
            yield Unread("body", say("it breaks off, and what is missing was not read"))
        if self._objects:
            yield numbered("attachment", "embedded object", self._objects)
        if self._menus:
            yield numbered("form", "drop-down field", self._menus)
        if self._mute:
            yield numbered("form", "field", self._mute, " without a result")

    def _codec(self) -> str:
        """The encoding of the bytes that come now."""
        return self._state.codec

    # -- groups -----------------------------------------------------------------------------

    def _word(self, mark: Mark, *, ignorable: bool) -> None:
        name, number, state = mark.name, mark.number, self._state
        if name in SKIPPED or (ignorable and name not in READ):
            state.destination, state.skips, state.keeps = name, True, name in _KEPT
            state.is_style |= name == "stylesheet"
            self._kept = []
            self.pictures += name == "pict"
            self._open.is_item |= name in ("listtext", "pntext")
        elif name == "ud":
            state.skips = state.skips and not state.is_double
        elif name == "upr":
            state.is_double, state.skips = not state.skips, True
        elif state.skips:
            self._beside(name, number)
        elif name in ("footnote", "shptxt", "dptxbxtext") or name in EDGES:
            self._set_apart(name)
        elif name == "object":
            self._objects += 1
        elif name == "field":
            state.destination = name
            self._fields.append(_Field())
        elif name == "fldrslt" and self._fields:
            self._fields[-1].has_result = True
        else:
            self._format(name, number)

    def _set_apart(self, name: str) -> None:
        """A text of its own begins inside another one: a note, a header, a text box."""
        label = EDGES.get(name) or ("footnote" if name == "footnote" else "text box")
        self._counts[label] += 1
        count = f" {self._counts[label]}" if label not in ("header", "footer") else ""
        group = _BODY if label == "text box" else _NOTE if label == "footnote" else _EDGE
        self._state.destination, self._state.opened = name, self._open
        self._open = _Paragraph(Frame(f"{label}{count}"), group)

    def _leave(self) -> None:
        """A group ends."""
        state = self._state
        tells = state.is_style or state.destination in _KEPT
        kept = "".join(self._kept).strip() if tells else ""  # once, not for each group inside
        if state.opened is not None:
            self._end()
            self._open = state.opened
        elif state.is_style:
            if self._style >= 0 and kept:
                self.styles.by_id[str(self._style)].name = kept.rstrip(";").lower()
        elif state.destination == "objclass":
            self._objects -= kept.startswith("Equation")
        elif state.destination == "title" and any(map(str.isalpha, kept)):
            self._aside(kept, Frame("title of the document"), Kind.TITLE, first=True)
        elif state.destination == "fldinst" and self._fields:
            self._fields[-1].instruction = kept
            if (title := _LINK_TITLE.match(kept)) and any(map(str.isalpha, title[1])):
                self._aside(title[1], Frame("title of a link"), Kind.CAPTION)
        elif state.destination == "field":
            one = self._fields.pop()
            self._mute += not one.has_result and says_words(one.instruction)
        elif state.destination in _BEFORE_ITEMS and _SAYING.search(kept):
            if kept not in self._before_items:
                self._before_items.add(kept)
                self._aside(kept, Frame("words before an item"), Kind.ITEM)
        elif state.destination == "sn":
            self._property = kept
        elif state.destination == "sv" and self._property in _TELLING and kept:
            self._counts["picture"] += 1
            frame = Frame(f"alt text of picture {self._counts['picture']}")
            self._aside(kept, frame, Kind.CAPTION)

    def _aside(self, words: str, frame: Frame, kind: Kind, *, first: bool = False) -> None:
        made = _Paragraph(frame, texts=[words], kind=kind)
        self.paragraphs.insert(0 if first else len(self.paragraphs), made)

    def _beside(self, name: str, number: int | None) -> None:
        """What the tables of fonts and styles tell, and forms."""
        if name == "f":
            self._font = number or 0
        elif name in ("fcharset", "cpg"):
            codec = CODECS.get(number or 0) if name == "fcharset" else f"cp{number}"
            self._fonts[self._font] = codec or self._usual
        elif name == "fftype" and number == _MENU:
            self._menus += 1
        elif self._state.is_style and name == "s":
            self._style = number or 0
            self.styles.by_id[str(self._style)] = Style()
        elif self._state.is_style and self._style >= 0:
            style = self.styles.by_id[str(self._style)]
            if name == "sbasedon":
                style.based_on = str(number)
            elif name == "outlinelevel":
                style.outline = number

    # -- text -------------------------------------------------------------------------------

    def _add(self, text: str) -> None:
        state = self._state
        if state.skips:
            if state.keeps and len(self._kept) < _MOST_KEPT:
                self._kept.append(text)
        elif not state.is_hidden and not state.is_deleted:
            if state.is_struck:
                struck.see(self._open.struck, text)
                must_fit(len(self._open.struck) // 4)
                return
            struck.end(self._open.struck)
            self._open.texts.append(in_capitals(text) if state.has_capitals else text)
            self._open.langs[state.lang] += len(text)
            must_fit(len(self._open.texts) // 4)

    def _format(self, name: str, number: int | None) -> None:
        state, open_ = self._state, self._open
        is_on = number != 0
        if name in SIGNS:
            self._add(SIGNS[name])
        elif name in ENDS:
            self._end()
        elif name in ("cell", "nestcell"):
            self._end_cell()
        elif name == "row":
            self._row, self._column = self._row + 1, 0
        elif name == "pard":
            open_.style, open_.outline, open_.is_item, open_.is_row = "", None, False, False
        elif name == "plain":
            state.is_hidden, state.codec, state.lang = False, self._usual, self.lang
            state.has_capitals = state.is_struck = False
        elif name in ("strike", "striked"):
            state.is_struck = is_on
        elif name == "f":
            state.codec = self._fonts.get(number or 0, self._usual)
        elif name == "v":
            state.is_hidden = is_on
        elif name in ("caps", "scaps"):
            state.has_capitals = is_on
        elif name == "deleted":
            state.is_deleted = is_on
        elif name == "lang":
            state.lang = number or 0
        elif name == "deflang":
            self.lang = state.lang = number or 0
        elif name == "ansicpg":
            self._usual = state.codec = f"cp{number}"
        elif name in ("mac", "pc", "pca"):
            self._usual = state.codec = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
        elif name == "intbl":
            open_.is_row = True
        elif name == "s":
            open_.style = str(number)
        elif name == "outlinelevel":
            open_.outline = number
        elif name in ("ls", "pnlvlblt", "pnlvlbody"):
            open_.is_item = is_on
        elif name == "ftnalt" and state.opened is not None:
            open_.frame.label = open_.frame.label.replace("footnote", "endnote")

    def _end(self) -> None:
        """The paragraph ends; the next one is like it."""
        ended = self._open
        self._open = _Paragraph(
            ended.frame, ended.group, style=ended.style, outline=ended.outline,
            is_item=ended.is_item, is_row=ended.is_row,
        )
        if ended.frame is self._body:
            self._place(ended)
        for gone in struck.stretches(ended.struck):
            self._aside(gone, Frame("struck words"), Kind.CAPTION)
        words = ended.text
        if not words.replace(OBJECT, "").strip():
            return
        if ended.group == _EDGE:  # each section tells them anew
            if words in self._edges:
                return
            self._edges.add(words)
        ended.texts = [words]
        self.paragraphs.append(ended)
        must_fit(len(self.paragraphs))

    def _place(self, ended: _Paragraph) -> None:
        """Put a paragraph of the body into the cell of the table that is open."""
        if not ended.is_row:
            self._is_table, self._cell = False, None
            return
        if not self._is_table:
            self._is_table = True
            self._tables, self._row, self._column = self._tables + 1, 1, 0
        if self._cell is None:
            where = f"row {self._row}, column {self._column + 1}"
            self._cell = Frame(f"table {self._tables}, {where}")
        ended.frame = self._cell

    def _end_cell(self) -> None:
        self._open.is_row = True
        self._end()
        self._cell = None
        self._column += 1
