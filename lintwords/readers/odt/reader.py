"""OpenDocument text files: a part for each paragraph with text, in the order of `layout`.

Offsets are code points in the paragraph as a person reads it: a tab is one tab, a line break one
newline.
"""

from __future__ import annotations

from pathlib import Path

from lintwords.model import Document, Locked, Part, Segment
from lintwords.readers.common.builder import paragraph
from lintwords.readers.common.unread_parts import only_pictures
from lintwords.readers.odt.layout import Placed, kind_of, lang_of, lay_out, open_package
from lintwords.readers.odt.writer import write
from lintwords.readers.office.styles import Styles

__all__ = ["read", "write"]


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read an OpenDocument text; `encoding` says nothing to it.

    Raises CannotRead for a file that is none, is damaged, protected with a password, or larger
    than any document.
    """
    package = open_package(path, data)
    layout = lay_out(package)
    parts = tuple(
        Part(index, placed.text, placed.place) for index, placed in enumerate(layout.paragraphs)
    )
    lang = layout.styles.lang or None
    pairs = zip(parts, layout.paragraphs, strict=True)
    found = (_segment(part, placed, layout.styles, lang) for part, placed in pairs)
    segments = tuple(segment for segment in found if segment is not None)
    pictures = any(name.startswith("Pictures/") for name in package.names)
    locked = tuple(
        Locked(index, start, end)
        for index, placed in enumerate(layout.paragraphs)
        for start, end in placed.paragraph.locked
    )
    return Document(
        path, "odt", parts, segments, lang, locked=locked, read_only=layout.locked,
        unread=(*layout.unread, *only_pictures(segments, has_pictures=pictures)),
    )


def _segment(part: Part, placed: Placed, styles: Styles, lang: str | None) -> Segment | None:
    own = lang_of(placed.paragraph, styles)
    own = own if own != lang else None
    quoted = styles.is_quotation(placed.paragraph.style)
    return paragraph(part).build(kind_of(placed.paragraph, styles), own, quoted)
