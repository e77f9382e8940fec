"""OpenDocument text files: a part for each paragraph with text, in the order of `layout`.

Offsets are code points in the paragraph as a person reads it: a tab is one tab, a line break one
newline.
"""

from __future__ import annotations

from pathlib import Path

from lintwords.model import Document, Kind
from lintwords.readers.common.gathering import gather
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
    parts, segments, locked = gather(layout.paragraphs, layout.styles, _kind, _lang)
    pictures = any(name.startswith("Pictures/") for name in package.names)
    return Document(
        path, "odt", parts, segments, layout.styles.lang or None, locked=locked,
        read_only=layout.locked,
        unread=(*layout.unread, *only_pictures(segments, has_pictures=pictures)),
    )


def _kind(placed: Placed, styles: Styles) -> Kind:
    return kind_of(placed.paragraph, styles)


def _lang(placed: Placed, styles: Styles) -> str | None:
    return lang_of(placed.paragraph, styles)
