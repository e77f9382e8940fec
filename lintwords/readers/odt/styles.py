"""The styles of an OpenDocument file: what they are called, in which language, what nobody sees."""

from __future__ import annotations

from lintwords.readers.odt.found import Found
from lintwords.readers.odt.names import full, number
from lintwords.readers.office.styles import Style, language
from lintwords.readers.office.xmlscan import Attributes

HIDES, NONE = full("text:display"), "none"
_LOOKS = (full("fo:text-transform"), full("fo:font-variant"))
_LINES = (full("style:text-line-through-style"), full("style:text-line-through-type"))
_CAPITALS = frozenset(("uppercase", "capitalize", "small-caps"))
TOP = 10  # levels of headings


class StyleReader:
    """Takes the styles of a part into `found`."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._style: Style | None = None  # the one that is open
        self._is_default = False  # it is what all paragraphs begin with
        self._is_automatic = False  # styles are those of single paragraphs and stretches

    def set_automatic(self, value: bool) -> None:
        self._is_automatic = value

    def begin(self, attributes: Attributes) -> None:
        family = attributes.get(full("style:family"), "")
        name = attributes.get(full("style:name"))
        shown = attributes.get(full("style:display-name")) or name or ""
        if self._is_automatic:
            shown = ""  # a program has named it
        base = attributes.get(full("style:parent-style-name"), "")
        self._style = Style(f"{family} {base}", shown.lower())
        if full("style:default-outline-level") in attributes:
            self._style.outline = number(attributes, "style:default-outline-level", TOP) - 1
        self._is_default = name is None and family == "paragraph"
        if name is not None:
            self._found.styles.by_id[f"{family} {name}"] = self._style

    def end(self) -> None:
        if self._is_default and self._style is not None:
            self._found.styles.lang = self._style.lang
        self._style = None

    def see_text(self, attributes: Attributes) -> None:
        """What the style says of text: its language, and whether anybody sees it."""
        lang = attributes.get(full("fo:language"), "")
        if self._style is not None and lang != "none":
            country = attributes.get(full("fo:country"), "none")
            self._style.lang = language(lang if country == "none" else f"{lang}-{country}")
        if self._style is not None and HIDES in attributes:
            self._style.is_hidden = attributes[HIDES] == NONE
            self._found.hides |= self._style.is_hidden
            self._found.shows |= not self._style.is_hidden
        if self._style is not None:
            self._see_capitals(self._style, attributes)
            self._see_struck(self._style, attributes)

    def _see_struck(self, style: Style, attributes: Attributes) -> None:
        lines = [attributes[name] for name in _LINES if name in attributes]
        if lines:
            style.is_struck = NONE not in lines
            self._found.has_struck |= style.is_struck

    def _see_capitals(self, style: Style, attributes: Attributes) -> None:
        looks = [attributes.get(name) for name in _LOOKS]
        if any(looks):
            style.capitals = not _CAPITALS.isdisjoint(looks)
            self._found.has_capitals |= style.capitals
