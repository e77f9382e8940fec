"""Fields of an OpenDocument text while it is read: variables, menus, and forms of Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lintwords.readers.odt.fields import Menu, Variables
from lintwords.readers.odt.found import Found
from lintwords.readers.odt.names import full
from lintwords.readers.odt.styles import HIDES, NONE
from lintwords.readers.office.xmlscan import Attributes


class ShownFields:
    """Tells of each field what is seen: `say` reads words, `hide` none, `skip` not what is inside.

    While `menu` is open, the text inside it is its own.
    """

    def __init__(
        self, found: Found, say: Callable[[str], None], hide: Callable[[], None],
        skip: Callable[[], None],
    ) -> None:
        self._found, self._say, self._hide, self._skip = found, say, hide, skip
        self._variables = Variables()
        self.menu: Menu | None = None  # a field that lets people choose
        self._is_menu = False  # the field of Word that is open lets people choose

    def begins(self) -> Mapping[str, Callable[[Attributes], None]]:
        """What to do where the element of a field begins."""
        return {
            "text:user-field-decl": self._keep,
            "text:variable-set": self._set, "text:variable-input": self._set,
            "text:variable-get": self._show, "text:user-field-get": self._show,
            "text:user-field-input": self._show, "text:drop-down": self._begin_menu,
            "text:label": self._see_label, "field:fieldmark": self._begin_mark,
            "field:param": self._see_param,
        }

    def _keep(self, attributes: Attributes) -> None:
        self._variables.keep(attributes)

    def _set(self, attributes: Attributes) -> None:
        self._tell(attributes, self._variables.keep(attributes))

    def _show(self, attributes: Attributes) -> None:
        self._tell(attributes, self._variables.shown(attributes))

    def _tell(self, attributes: Attributes, words: str | None) -> None:
        if attributes.get(HIDES) == NONE:
            self._hide()
        elif words is not None:
            self._say(words)
            self._skip()

    def _begin_menu(self, _: Attributes) -> None:
        self.menu = Menu()

    def _see_label(self, attributes: Attributes) -> None:
        if self.menu is not None:
            self.menu.see(attributes)

    def end_menu(self) -> None:
        """A menu ends, and what it shows is read."""
        menu, self.menu = self.menu, None
        if menu is not None:
            self._say(menu.shown)

    def _begin_mark(self, attributes: Attributes) -> None:
        self._is_menu = attributes.get(full("field:type"), "").endswith("DROPDOWN")

    def _see_param(self, attributes: Attributes) -> None:
        if self._is_menu and any(map(str.isalpha, attributes.get(full("field:value"), ""))):
            self._found.menus += 1
            self._is_menu = False
