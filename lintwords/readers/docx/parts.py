"""Which parts of a Word package hold its text: found by their relationships, as Word does.

Case says nothing in their names. Targets outside the package are passed over; nothing is ever
fetched.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.errors import CannotRead
from lintwords.interface import say
from lintwords.model import Unread
from lintwords.readers.common.unread_parts import has_words, numbered
from lintwords.readers.docx.names import by_full_name, full, is_on, value
from lintwords.readers.office.package import Package
from lintwords.readers.office.xmlscan import Attributes, Scanner, as_utf8, root_of
from lintwords.values import dataclass

CONTENT_TYPES = "[Content_Types].xml"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_DRAWN = {"chart": "chart", "chartEx": "chart", "diagramData": "diagram"}
_TEXTS = {"header": "header", "footer": "footer", "footnotes": "part with footnotes",
          "endnotes": "part with endnotes", "chart": "chart", "chartEx": "chart",
          "diagramData": "diagram"}
_EMBEDDED = {
    "aFChunk": "embedded document", "oleObject": "embedded object", "package": "embedded object",
    "control": "embedded control",
}
_LINKED = {"subDocument": "linked document", "frame": "linked document",
           "oleObject": "linked object", "package": "linked object",
           "chart": "linked object"}
# the outermost element of what else such packages hold
_ELSE = "something else"
_OTHERS = {"workbook": "an Excel file", "presentation": "a PowerPoint file"}
_FORMULA = "Equation".encode("utf-16-le")  # in the name of a stream of such an object


class Relationship(NamedTuple):
    """A link from one part to another, inside the package."""

    id: str
    kind: str  # the last step of its type: "footnotes"
    target: str  # the name of the other part


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one Word file."""

    package: Package
    main: str
    links: tuple[Relationship, ...]

    def first(self, kind: str) -> str | None:
        """The name of the first part of this kind; None if there is none."""
        return next((link.target for link in self.links if link.kind == kind), None)

    def xml(self, name: str) -> bytes:
        """A part as UTF-8."""
        return as_utf8(self.package.read(name))[0]

    def unread(
        self, headers: Sequence[tuple[str, str]], read: Mapping[str, Sequence[tuple[str, str]]]
    ) -> tuple[Unread, ...]:
        """What may hold text that is not read, with its number.

        `headers` are those that the text asks for: nouns and ids of links; `read` are the parts
        read, with what they bring in, in the same form.
        """
        each = {name: _links(self.package, name) for name in read}
        inside = [link for links in each.values() for link in links.found]
        outside = [link for links in each.values() for link in links.outside]
        charts = Counter(
            (_DRAWN[link.kind], self._has_words(link.target))
            for link in inside if link.kind in _DRAWN
        )
        objects = Counter(
            _EMBEDDED[link.kind] for link in inside
            if link.kind in _EMBEDDED and not self._is_formula(link.target)
        ) + Counter(_LINKED[link.kind] for link in outside if link.kind in _LINKED)
        for name, brought in read.items():
            counted = {link.id for link in each[name].found if link.kind in _EMBEDDED} | {
                link.id for link in each[name].outside if link.kind in _LINKED
            }
            objects += Counter(noun for noun, id in brought if id not in counted)
        gone = Counter(
            _TEXTS[link.kind] for links in each.values() for link in links.missing
            if link.kind in _TEXTS
        )
        main = each[self.main]
        known = {one.id for one in main.missing} | {
            one.id for one in main.found if one.kind in _TEXTS
        }
        gone += Counter(noun for noun, id in headers if id not in known)
        return (
            *(numbered("body", noun, number, " that the file lacks")
              for noun, number in sorted(gone.items())),
            *(numbered("chart", noun, number, is_seen=is_seen)
              for (noun, is_seen), number in sorted(charts.items())),
            *(numbered("attachment", noun, number) for noun, number in sorted(objects.items())),
        )

    def lacks(self, kind: str) -> bool:
        """Whether a link leads to a part of this kind that is not there."""
        return any(link.kind == kind for link in _links(self.package, self.main).missing)

    @property
    def has_pictures(self) -> bool:
        return any(link.kind == "image" for link in self.links)

    def _has_words(self, name: str) -> bool:
        """Whether a chart or diagram has words, or what is drawn on it."""
        links = _links(self.package, name)
        drawn = [link.target for link in links.found if link.kind == "chartUserShapes"]
        return any(has_words(self.package, one) for one in (name, *drawn)) or any(
            link.kind == "chartUserShapes" for link in links.missing
        )

    def _is_formula(self, name: str) -> bool:
        try:
            return name.endswith(".bin") and _FORMULA in self.package.read(name)
        except CannotRead:
            return False


def find_parts(path: Path, data: bytes) -> Parts:
    """Open a Word file. Raises CannotRead if it is none, or is damaged or protected."""
    package = Package(path, data)
    roots = relationships(package, "")
    main = next((link.target for link in roots if link.kind == "officeDocument"), None)
    if main is None:
        raise package.refuse(say("It is no Word file: no document in it."))
    links = tuple(relationships(package, main))
    core = tuple(link for link in roots if link.kind == "core-properties")
    return Parts(package, main, (*links, *core))


def check_root(parts: Parts) -> None:
    """Raises CannotRead for a package that holds no text but, say, a table."""
    root = root_of(parts.xml(parts.main))
    if root not in full("w:document"):
        called = say(_OTHERS.get(root.rpartition(" ")[2], _ELSE))
        hint = say(
            "It is no Word file but {called}. Save it as .docx and check that.", called=called,
        )
        raise parts.package.refuse(hint)


def relationships(package: Package, source: str) -> list[Relationship]:
    """The links of a part (of the whole package for an empty name) to parts that are there."""
    return _links(package, source).found


def missing(package: Package, source: str) -> list[Relationship]:
    """The links of a part to parts that the package lacks."""
    return _links(package, source).missing


def _links(package: Package, source: str) -> _Links:
    name = package.named(links_of(source))
    scanner = _Links(package, posixpath.dirname(source))
    if name is not None:
        scanner.scan(package.path, name, as_utf8(package.read(name))[0])
    return scanner


def outside(package: Package, source: str) -> list[Relationship]:
    """The links of a part to texts and objects that stand in other files."""
    return [link for link in _links(package, source).outside if link.kind in _LINKED]


def links_of(source: str) -> str:
    """The name of the part that holds the links of `source`."""
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")


class _Links(Scanner):
    def __init__(self, package: Package, folder: str) -> None:
        starts = {"rel:Relationship": self._see}
        super().__init__(by_full_name(starts), {})
        self.found: list[Relationship] = []
        self.outside: list[Relationship] = []  # to other files
        self.missing: list[Relationship] = []  # to parts that are not there
        self._package, self._folder = package, folder

    def _see(self, attributes: Attributes) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if attributes.get("TargetMode", "").lower() == "external":
            self.outside.append(Relationship(attributes.get("Id", ""), kind, target))
            return
        name = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        part = self._package.named(name)
        links = self.found if part is not None else self.missing
        links.append(Relationship(attributes.get("Id", ""), kind, part or name))


def why_locked(parts: Parts) -> str:
    """Why the file must not be changed, as a sentence; empty if it may be."""
    names = [name.lower() for name in parts.package.names]
    if any(name.startswith("_xmlsignatures/") for name in names):
        return say("It is signed, and a change would break the signature.")
    types = parts.package.named(CONTENT_TYPES)
    if types is None:
        return say("Its zip file has an unusual layout. Save it again in your word processor.")
    is_macro = b"macroEnabled" in parts.package.read(types)
    if is_macro or any(name.endswith(_MACROS) for name in names):
        return say("It holds macros; such files are only read.")
    settings = parts.first("settings")
    if settings is not None:
        scanner = _Protection()
        scanner.scan(parts.package.path, settings, parts.xml(settings))
        if scanner.found:
            return say("It is protected against changes.")
    return ""


class _Protection(Scanner):
    def __init__(self) -> None:
        starts = {"w:documentProtection": self._see_lock, "w:writeProtection": self._see}
        super().__init__(by_full_name(starts), {})
        self.found = False

    def _see(self, _: Attributes) -> None:
        self.found = True

    def _see_lock(self, attributes: Attributes) -> None:
        enforced = any(name in attributes for name in full("w:enforcement"))
        kind = value(attributes, "w:edit")
        if enforced and is_on(attributes, "w:enforcement") and kind != "none":
            self.found = True


def read_title(parts: Parts) -> str:
    """The title in the properties of the document."""
    name = parts.first("core-properties")
    if name is None:
        return ""
    scanner = _Title()
    scanner.scan(parts.package.path, name, parts.xml(name))
    return scanner.title


class _Title(Scanner):
    def __init__(self) -> None:
        starts = {"dc:title": self._begin}
        ends = {"dc:title": self._leave}
        super().__init__(by_full_name(starts), by_full_name(ends))
        self.title = ""

    def _begin(self, _: Attributes) -> None:
        self.reads_text = True

    def _leave(self) -> None:
        self.reads_text = False

    def text(self, data: str) -> None:
        self.title += data
