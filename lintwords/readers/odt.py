"""OpenDocument text files, for reports: a part for each paragraph with text, in reading order.

Offsets are code points in the paragraph as a person reads it: a tab is one tab, a line break one
newline. Text that was deleted under tracked changes, comments and generated indexes are not read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from lintwords.model import Document, Kind, Part, Segment
from lintwords.readers.builder import paragraph
from lintwords.readers.package import Package
from lintwords.readers.xmlscan import Attributes, Scanner, as_utf8

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_SKIPPED = (
    "text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text",
    "text:table-of-content", "text:illustration-index", "text:table-index",
    "text:alphabetical-index", "text:bibliography", "office:forms", "office:scripts",
    "office:change-info",
)  # fmt: skip
_Handler = TypeVar("_Handler")
_LONGEST_HEADING = 30  # characters of a heading in a place
_MOST_SPACES = 1_000  # that one element may stand for


@dataclass
class _Paragraph:
    """A paragraph while it is read, and where it stands."""

    place: str
    kind: Kind
    text: list[str] = field(default_factory=list)


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read an OpenDocument text; `encoding` says nothing to it.

    Raises CannotRead for a file that is none, is damaged, protected with a password, or larger
    than any document.
    """
    package = Package(path, data)
    if "content.xml" not in package:
        raise package.refuse("It is no OpenDocument file: no text in it.")
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.read(manifest):
        raise package.refuse("It is protected with a password. Save an open copy and check that.")
    found: list[_Paragraph] = []
    for name in ("meta.xml", "content.xml", "styles.xml"):
        if name in package:
            scanner = _Text(found, name)
            scanner.scan(path, name, as_utf8(package.read(name))[0])
    parts: list[Part] = []
    segments: list[Segment] = []
    for one in found:
        part = Part(len(parts), "".join(one.text), one.place)
        segment = paragraph(part).build(one.kind)
        if segment is not None:
            parts.append(part)
            segments.append(segment)
    return Document(path, "odt", tuple(parts), tuple(segments))


class _Text(Scanner):
    """Collects the paragraphs of one part of the package."""

    def __init__(self, found: list[_Paragraph], name: str) -> None:
        starts = {
            "text:p": self._begin, "text:h": self._begin_heading, "text:s": self._spaces,
            "text:tab": self._tab, "text:line-break": self._break, "text:note": self._note,
            "table:table": self._table, "table:table-row": self._row,
            "table:table-cell": self._cell, "text:list-item": self._item,
            "style:header": self._header, "style:footer": self._footer,
            "svg:title": self._alt, "svg:desc": self._alt, "dc:title": self._title,
        } | dict.fromkeys(_SKIPPED, self._pass_over)  # fmt: skip
        ends = {
            "text:p": self._end_paragraph, "text:h": self._end_paragraph, "text:note": self._leave,
            "table:table": self._end_table, "text:list-item": self._end_item,
            "style:header": self._leave, "style:footer": self._leave,
            "svg:title": self._end_paragraph, "svg:desc": self._end_paragraph,
            "dc:title": self._end_paragraph,
        }  # fmt: skip
        super().__init__(_full(starts), _full(ends))
        self._found, self._is_main = found, name == "content.xml"
        self._open: list[_Paragraph] = []
        self._frames: list[str] = []  # what a paragraph stands in: a note, a header
        self._tables: list[list[int]] = []  # number, row, column of the open tables
        self._numbers = {"paragraph": 0, "table": 0, "footnote": 0, "endnote": 0}
        self._heading = ""
        self._items = 0

    # -- paragraphs -------------------------------------------------------------------------

    def _begin(self, _: Attributes) -> None:
        kind = Kind.CELL if self._tables else Kind.ITEM if self._items else Kind.PROSE
        self._paragraph(kind, self._place())

    def _begin_heading(self, _: Attributes) -> None:
        self._paragraph(Kind.HEADING, self._place())

    def _alt(self, _: Attributes) -> None:
        self._paragraph(Kind.CAPTION, f"alt text in {self._place(counts=False)}")

    def _title(self, _: Attributes) -> None:
        self._paragraph(Kind.TITLE, "document title")

    def _paragraph(self, kind: Kind, place: str) -> None:
        paragraph = _Paragraph(place, kind)
        self._found.append(paragraph)
        self._open.append(paragraph)
        self.reads_text = True

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        self.reads_text = bool(self._open)
        if paragraph.kind is Kind.HEADING and not self._frames and not self._tables:
            self._heading = "".join(paragraph.text).strip()

    def _place(self, *, counts: bool = True) -> str:
        if self._frames:
            return self._frames[-1]
        if self._tables:
            number, row, column = self._tables[-1]
            return f"table {number}, row {row}, column {column}"
        self._numbers["paragraph"] += counts
        number = self._numbers["paragraph"]
        head = self._heading
        if len(head) > _LONGEST_HEADING:
            head = f"{head[: _LONGEST_HEADING - 1].rstrip()}…"
        return f'paragraph {number} ("{head}")' if head else f"paragraph {number}"

    # -- what is in a paragraph -------------------------------------------------------------

    def text(self, data: str) -> None:
        if self._open:  # white space of the XML is one space, as ODF has it
            words = " ".join(data.split())
            lead = " " if data[:1].isspace() else ""
            tail = " " if words and data[-1:].isspace() else ""
            self._open[-1].text.append(f"{lead}{words}{tail}")

    def _spaces(self, attributes: Attributes) -> None:
        number = attributes.get(f"{_SPACES['text']} c", "1")
        self._sign(" " * min(int(number) if number.isdecimal() else 1, _MOST_SPACES))

    def _tab(self, _: Attributes) -> None:
        self._sign("\t")

    def _break(self, _: Attributes) -> None:
        self._sign("\n")

    def _sign(self, sign: str) -> None:
        if self._open:
            self._open[-1].text.append(sign)

    # -- what paragraphs stand in -----------------------------------------------------------

    def _note(self, attributes: Attributes) -> None:
        kind = attributes.get(f"{_SPACES['text']} note-class", "footnote")
        kind = kind if kind in self._numbers else "footnote"
        self._numbers[kind] += 1
        self._frames.append(f"{kind} {self._numbers[kind]}")

    def _header(self, _: Attributes) -> None:
        self._frames.append("header")

    def _footer(self, _: Attributes) -> None:
        self._frames.append("footer")

    def _leave(self) -> None:
        self._frames.pop()

    def _table(self, _: Attributes) -> None:
        self._numbers["table"] += 1
        self._tables.append([self._numbers["table"], 0, 0])

    def _end_table(self) -> None:
        self._tables.pop()

    def _row(self, _: Attributes) -> None:
        if self._tables:
            self._tables[-1][1:] = [self._tables[-1][1] + 1, 0]

    def _cell(self, _: Attributes) -> None:
        if self._tables:
            self._tables[-1][2] += 1

    def _item(self, _: Attributes) -> None:
        self._items += 1

    def _end_item(self) -> None:
        self._items -= 1

    def _pass_over(self, _: Attributes) -> None:
        self.skip()


def _full(handlers: dict[str, _Handler]) -> dict[str, _Handler]:
    """Handlers by names with their namespace."""
    return {
        f"{_SPACES[name.partition(':')[0]]} {name.partition(':')[2]}": handler
        for name, handler in handlers.items()
    }
