"""What of a document one pack is to judge: the paragraphs in its language that may hold something.

Asked before the pack is loaded: of what is read from markup the gate tells more than of its bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintwords.model import Document, Segment
from lintwords.prefilter.gate import Paragraph
from lintwords.text.langtag import language


class Remit(NamedTuple):
    """For which languages a pack speaks."""

    lang: str  # of its rules
    asked: str  # the language that texts are said to be in, or "auto"
    is_home: bool = True  # a passage whose language is not told is judged too

    def speaks(self, lang: str | None) -> bool:
        """Whether the pack is for a text of that language."""
        wanted = self.asked if self.asked != "auto" else lang
        return self.is_home if wanted is None else language(wanted) == self.lang

    def speaks_in(self, segment: Segment, document: Document) -> bool:
        """Whether the pack is for some of a segment."""
        return self.speaks(segment.lang or document.lang) or any(
            self.speaks(foreign.lang) for foreign in segment.foreign
        )

    def lang_of(self, document: Document) -> str:
        """In what language a document was judged."""
        return self.lang if self.speaks(document.lang) else str(document.lang)

    def share(
        self, document: Document, paragraphs: Iterable[Paragraph | None]
    ) -> Iterator[Paragraph | None]:
        """The paragraphs of a document, as the gate sees them: each if it is to be judged."""
        for paragraph, segment in zip(paragraphs, document.segments, strict=True):
            yield paragraph if paragraph and self.speaks_in(segment, document) else None
