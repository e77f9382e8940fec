"""Word files: a part for each paragraph with text, read in the order of `layout`.

Offsets are code points in the paragraph as a person reads it: a tab is one tab, a line break one
newline, a soft hyphen one soft hyphen, a picture or a formula one U+FFFC.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintwords.model import Document, Kind, Segment, Unread
from lintwords.readers.common.gathering import gather
from lintwords.readers.common.unread_parts import numbered, only_pictures
from lintwords.readers.docx.comments import read_comments
from lintwords.readers.docx.layout import Layout, Placed, lang_of, lay_out
from lintwords.readers.docx.marks import Remark, Tracking
from lintwords.readers.docx.parts import Parts, find_parts, why_locked
from lintwords.readers.docx.writer import said_before, write
from lintwords.readers.office.styles import Styles

__all__ = ["Remark", "Tracking", "count_comments", "read", "said_before", "write"]


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read a Word file; `encoding` says nothing to it.

    Raises CannotRead for a file that is none, is damaged, protected with a password, or larger
    than any document.
    """
    parts = find_parts(path, data)
    layout = lay_out(parts)
    texts, segments, locked = gather(layout.paragraphs, layout.styles, _kind, _lang)
    return Document(
        path, "docx", texts, segments, layout.styles.lang or None,
        unread=_unread(parts, layout, segments), locked=locked, read_only=why_locked(parts),
    )


def _unread(parts: Parts, layout: Layout, segments: Sequence[Segment]) -> tuple[Unread, ...]:
    """What a reader of the document sees and is not in its paragraphs."""
    drawn = sum(story.drawn for story in layout.stories.values())
    mute = sum(story.fields.mute for story in layout.stories.values())
    menus = sum(story.fields.menus for story in layout.stories.values())
    return (
        *parts.unread(layout.stories[parts.main].headers, {
            name: story.brought for name, story in layout.stories.items()
        }),
        *(numbered("body", noun, number, " that the file lacks")
          for noun, number in layout.lacking.items()),
        *([numbered("chart", "piece", drawn, " of text in drawings")] if drawn else []),
        *([numbered("form", "drop-down field", menus)] if menus else []),
        *([numbered("form", "field", mute, " without a result")] if mute else []),
        *only_pictures(segments, has_pictures=parts.has_pictures),
    )


def count_comments(path: Path, data: bytes) -> int:
    """How many comments a Word file holds. Raises CannotRead as `read`."""
    return len(read_comments(find_parts(path, data)))


def _lang(placed: Placed, styles: Styles) -> str | None:
    return lang_of(placed.paragraph, styles)


def _kind(placed: Placed, styles: Styles) -> Kind:
    paragraph = placed.paragraph
    if paragraph.is_alt:
        return Kind.CAPTION if placed.part else Kind.TITLE
    kind = styles.kind(paragraph.style, paragraph.outline, paragraph.is_item)
    return Kind.CELL if kind is Kind.PROSE and paragraph.frame.is_cell else kind
