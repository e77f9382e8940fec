"""What the styles of a Word file say to a reader: heading, list, quotation, language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lintwords.model import Kind
from lintwords.readers.docx.names import by_full_name, value
from lintwords.readers.xmlscan import Attributes, Scanner

_HEADINGS = ("heading ", "title", "subtitle")
_LISTS = ("list ",)
_QUOTES = ("quote", "intense quote", "block text", "quotations", "block quotation")
_BODY_LEVEL = 9  # the outline level of what is no heading
_NO_LANGUAGE = ("zxx", "und", "x-none")
_LONGEST_CHAIN = 20  # styles that are based on one another


@dataclass(slots=True)
class Style:
    """A style as it stands in the file."""

    based_on: str = ""
    name: str = ""
    lang: str = ""
    outline: int | None = None
    is_item: bool | None = None


@dataclass(slots=True)
class Styles:
    """The styles by id, and the language where none is named."""

    by_id: dict[str, Style] = field(default_factory=dict)
    lang: str = ""

    def chain(self, id: str) -> list[Style]:
        """The style and what it is based on; none for an id that is not known."""
        found: list[Style] = []
        while id in self.by_id and len(found) < _LONGEST_CHAIN:
            found.append(self.by_id[id])
            id = found[-1].based_on
        return found

    def level(self, id: str, outline: int | None) -> int | None:
        """The level of a heading, 0 for the highest; None for what is none."""
        chain = self.chain(id)
        own = (style.outline for style in chain if style.outline is not None)
        level = outline if outline is not None else next(own, None)
        if level is None and not chain:
            level = _digit(id.lower())
        if level is None:
            named = (_digit(style.name) for style in chain)
            level = next((digit for digit in named if digit is not None), None)
        return level if level is not None and level < _BODY_LEVEL else None

    def kind(self, id: str, outline: int | None, is_item: bool | None) -> Kind:
        """What a paragraph of this style is."""
        names = [style.name for style in self.chain(id)] or [id.lower()]
        if self.level(id, outline) is not None or names[0].startswith(_HEADINGS):
            return Kind.HEADING
        if any(name in ("caption", "image caption", "table caption") for name in names):
            return Kind.CAPTION
        if is_item is None:
            said = (style.is_item for style in self.chain(id) if style.is_item is not None)
            is_item = next(said, any(name.startswith(_LISTS) for name in names))
        return Kind.ITEM if is_item else Kind.PROSE

    def is_quotation(self, id: str) -> bool:
        """Whether a paragraph of this style is a block quotation."""
        return any(style.name in _QUOTES for style in self.chain(id))

    def lang_of(self, *ids: str) -> str:
        """The language that the first of these styles names, or the document's."""
        for id in ids:
            for style in self.chain(id):
                if style.lang:
                    return style.lang
        return self.lang


def language(name: str | None) -> str:
    """A language tag; empty for the marks that say there is none."""
    return name if name and name.lower() not in _NO_LANGUAGE else ""


def read_styles(path: Path, name: str, data: bytes) -> Styles:
    """The styles in the part `name`."""
    scanner = _StylesScanner()
    scanner.scan(path, name, data)
    return scanner.styles


class _StylesScanner(Scanner):
    def __init__(self) -> None:
        starts: dict[str, Callable[[Attributes], None]] = {
            "w:style": self._begin,
            "w:basedOn": self._see_base, "w:name": self._see_name, "w:lang": self._see_lang,
            "w:outlineLvl": self._see_outline, "w:numId": self._see_number,
            "w:tblStylePr": lambda _: self.skip(), "w:latentStyles": lambda _: self.skip(),
        }  # fmt: skip
        ends: dict[str, Callable[[], None]] = {"w:style": self._leave}
        super().__init__(by_full_name(starts), by_full_name(ends))
        self.styles = Styles()
        self._style: Style | None = None

    def _begin(self, attributes: Attributes) -> None:
        self._style = self.styles.by_id[value(attributes, "w:styleId") or ""] = Style()

    def _leave(self) -> None:
        self._style = None

    def _see_base(self, attributes: Attributes) -> None:
        if self._style:
            self._style.based_on = value(attributes) or ""

    def _see_name(self, attributes: Attributes) -> None:
        if self._style:
            self._style.name = (value(attributes) or "").lower()

    def _see_lang(self, attributes: Attributes) -> None:
        lang = language(value(attributes))
        if self._style:
            self._style.lang = lang
        else:
            self.styles.lang = lang

    def _see_outline(self, attributes: Attributes) -> None:
        level = value(attributes) or ""
        if self._style and level.isdecimal() and len(level) < 4:
            self._style.outline = int(level)

    def _see_number(self, attributes: Attributes) -> None:
        if self._style:
            self._style.is_item = value(attributes) != "0"


def _digit(name: str) -> int | None:
    """`heading 2` → 1."""
    rest = name.removeprefix("heading").strip()
    return int(rest) - 1 if rest != name and rest.isdecimal() and 0 < int(rest[:3]) <= 9 else None
