"""How letters of an OpenDocument text are shown: hidden, struck through, in capitals."""

from __future__ import annotations

from collections.abc import Callable

from lintwords.readers.odt.found import Found
from lintwords.readers.odt.paragraphs import Paragraph
from lintwords.readers.office.styles import Style


class Letters:
    """What the styles around a place make of the letters that come there."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def are_hidden(self, paragraph: Paragraph) -> bool:
        """Whether nobody sees what comes now, where what is hidden holds what is seen."""
        if not (self._found.hides and self._found.shows):
            return False
        return self._said(paragraph, lambda style: style.is_hidden)

    def are_capitals(self, paragraph: Paragraph) -> bool:
        if not self._found.has_capitals:
            return False
        return self._said(paragraph, lambda style: style.capitals)

    def are_struck(self, paragraph: Paragraph) -> bool:
        if not self._found.has_struck or paragraph.is_alt:
            return False
        return self._said(paragraph, lambda style: style.is_struck)

    def _said(self, paragraph: Paragraph, of: Callable[[Style], bool | None]) -> bool:
        """What the innermost style says that says anything."""
        for name in (*reversed(paragraph.spans), paragraph.style):
            for style in self._found.styles.chain(name):
                if (said := of(style)) is not None:
                    return said
        return False
