"""From the paragraphs of an office document, as they are laid out, to what a document holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from lintwords.model import Kind, Locked, Part, Segment
from lintwords.readers.common.builder import paragraph
from lintwords.readers.office.styles import Styles


class Styled(Protocol):
    """A paragraph as the reader of a format finds it."""

    @property
    def style(self) -> str: ...
    @property
    def locked(self) -> Iterable[tuple[int, int]]:
        """Stretches of its text that no fix may touch."""


class Placed(Protocol):
    """A paragraph with its text and, for people, where it stands."""

    @property
    def paragraph(self) -> Styled: ...
    @property
    def text(self) -> str: ...
    @property
    def place(self) -> str: ...


P = TypeVar("P", bound=Placed)


class Gathered(NamedTuple):
    """A part for each paragraph, the segments of those that have words, and what is locked."""

    parts: tuple[Part, ...]
    segments: tuple[Segment, ...]
    locked: tuple[Locked, ...]


def gather(
    paragraphs: Sequence[P], styles: Styles, kind_of: Callable[[P, Styles], Kind],
    lang_of: Callable[[P, Styles], str | None],
) -> Gathered:
    """What a document holds; `kind_of` and `lang_of` say it of a paragraph of the format."""
    parts: list[Part] = []
    segments: list[Segment] = []
    locked: list[Locked] = []
    for index, placed in enumerate(paragraphs):
        part = Part(index, placed.text, placed.place)
        own = lang_of(placed, styles)
        segment = paragraph(part).build(
            kind_of(placed, styles), own if own != (styles.lang or None) else None,
            styles.is_quotation(placed.paragraph.style),
        )
        parts.append(part)
        if segment is not None:
            segments.append(segment)
        locked += (Locked(index, start, end) for start, end in placed.paragraph.locked)
    return Gathered(tuple(parts), tuple(segments), tuple(locked))
