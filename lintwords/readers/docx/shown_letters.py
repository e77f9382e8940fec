"""How the letters of a Word file are shown: hidden, struck through, in capitals, or as they are.

A run may say so itself, or a style of letters, of paragraphs or of tables. Where two styles say so,
one turns round what the other says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lintwords.readers.docx.names import is_on, value
from lintwords.readers.docx.paragraphs import Paragraph, TextRun
from lintwords.readers.office.styles import Styles
from lintwords.readers.office.xmlscan import Attributes


class Letters:
    """What the styles of a file make of the letters of a run."""

    def __init__(self, styles: Styles) -> None:
        self._hidden, self._struck = styles.hidden, styles.struck
        self._in_capitals, self._all_capitals = styles.in_capitals, styles.capitals
        self._default = styles.default
        self.tables: list[str] = []  # the styles of the tables that are open

    def are_hidden(self, paragraph: Paragraph, run: TextRun) -> bool:
        if run.is_hidden is not None:
            return run.is_hidden
        return run.style in self._hidden and paragraph.style not in self._hidden

    def are_struck(self, paragraph: Paragraph, run: TextRun) -> bool:
        if run.is_struck is not None or not self._struck:
            return run.is_struck is True
        named = paragraph.style or self._default
        return (run.style in self._struck) != (named in self._struck)

    def are_capitals(self, paragraph: Paragraph) -> bool:
        """Whether the letters of the run that is open are shown as capitals."""
        run, styles = paragraph.run, self._in_capitals
        if run is None or run.capitals is not None:
            return run is not None and run.capitals is True
        if self._all_capitals or not styles:
            return self._all_capitals
        named = (run.style, paragraph.style or self._default, *self.tables[-1:])
        return sum(style in styles for style in named) % 2 == 1


def _see_lang(run: TextRun, attributes: Attributes) -> None:
    run.lang = value(attributes) or ""


def _see_style(run: TextRun, attributes: Attributes) -> None:
    run.style = value(attributes) or ""


def _see_capitals(run: TextRun, attributes: Attributes) -> None:
    run.capitals = bool(run.capitals) or is_on(attributes)


def _see_struck(run: TextRun, attributes: Attributes) -> None:
    run.is_struck = bool(run.is_struck) or is_on(attributes)


# element of a run's format → what it says of the run
FORMATS: Mapping[str, Callable[[TextRun, Attributes], None]] = MappingProxyType(
    {
        "w:lang": _see_lang, "w:rStyle": _see_style, "w:caps": _see_capitals,
        "w:smallCaps": _see_capitals, "w:strike": _see_struck, "w:dstrike": _see_struck,
    }
)
