"""The styles of a Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lintwords.readers.docx.names import by_full_name, is_on, value
from lintwords.readers.office.styles import Style, Styles, language
from lintwords.readers.office.xmlscan import Attributes, Scanner


def read_styles(path: Path, name: str, data: bytes) -> Styles:
    scanner = _StylesScanner()
    scanner.scan(path, name, data)
    return scanner.styles


class _StylesScanner(Scanner):
    def __init__(self) -> None:
        starts: dict[str, Callable[[Attributes], None]] = {
            "w:style": self._begin,
            "w:basedOn": self._see_base, "w:name": self._see_name, "w:lang": self._see_lang,
            "w:vanish": self._see_hidden, "w:caps": self._see_capitals,
            "w:strike": self._see_struck, "w:dstrike": self._see_struck,
            "w:smallCaps": self._see_capitals, "w:outlineLvl": self._see_outline,
            "w:numId": self._see_number,
            "w:tblStylePr": lambda _: self.skip(), "w:latentStyles": lambda _: self.skip(),
        }
        ends: dict[str, Callable[[], None]] = {"w:style": self._leave}
        super().__init__(by_full_name(starts), by_full_name(ends))
        self.styles = Styles()
        self._style: Style | None = None

    def _begin(self, attributes: Attributes) -> None:
        id = value(attributes, "w:styleId") or ""
        self._style = self.styles.by_id[id] = Style()
        is_default = bool(value(attributes, "w:default")) and is_on(attributes, "w:default")
        if is_default and value(attributes, "w:type") == "paragraph":
            self.styles.default = id

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

    def _see_hidden(self, attributes: Attributes) -> None:
        if self._style:
            self._style.is_hidden = is_on(attributes)

    def _see_capitals(self, attributes: Attributes) -> None:
        if self._style:
            self._style.capitals = bool(self._style.capitals) or is_on(attributes)
        else:
            self.styles.capitals |= is_on(attributes)

    def _see_struck(self, attributes: Attributes) -> None:
        if self._style:
            self._style.is_struck = bool(self._style.is_struck) or is_on(attributes)

    def _see_outline(self, attributes: Attributes) -> None:
        level = value(attributes) or ""
        if self._style and level.isdecimal() and len(level) < 4:
            self._style.outline = int(level)

    def _see_number(self, attributes: Attributes) -> None:
        if self._style:
            self._style.is_item = value(attributes) != "0"
