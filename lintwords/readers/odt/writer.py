"""Edits into an OpenDocument text; every part that holds none of them stays byte for byte.

Words are replaced as plain text where they stand, in the format of their first letter; no tracked
changes are made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from lintwords import interface
from lintwords.errors import CannotWrite
from lintwords.interface import say
from lintwords.model import Document, Edit, Locked
from lintwords.readers.odt.found import Found
from lintwords.readers.odt.layout import lay_out, open_package
from lintwords.readers.odt.paragraphs import Paragraph, Stretch
from lintwords.readers.odt.story import Story
from lintwords.readers.office.xmlscan import TAG, Splice, as_utf8, from_utf8, spliced

_PREFIX = re.compile(rb"<([^\s/>]*:)?")
_WHITE = re.compile(r"[ \t\r\n]+")
_SIGNS = re.compile(r"\n|\t| {2,}")


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of an OpenDocument text with `edits` made, for the document read from it.

    Offsets are code points of a part of the document. Raises CannotWrite for a file that must not
    be changed, and for an edit of words that a program writes anew or that are protected.
    """
    path = document.path
    package = open_package(path, data)
    stories: dict[str, _ExactStory] = {}

    def new_story(found: Found, member: str) -> Story:
        return stories.setdefault(member, _ExactStory(found, member))

    layout = lay_out(package, new_story)
    if layout.locked:
        raise _refused(path, layout.locked)
    if [placed.text for placed in layout.paragraphs] != [part.text for part in document.parts]:
        raise _refused(path, say("It is no longer what was read."))
    splices: dict[str, list[Splice]] = defaultdict(list)
    for edit in edits:
        paragraph, _, place = layout.paragraphs[edit.part]
        made = list(_splices(paragraph, edit)) if _is_free(paragraph, edit) else []
        if not made:
            where = interface.place(place)
            raise _refused(
                path, say("Words in {place} belong to a field or are protected.", place=where)
            )
        splices[paragraph.member] += made
    changed = {
        name: from_utf8(spliced(stories[name].data, found), as_utf8(package.read(name)[:4])[1])
        for name, found in splices.items()
    }
    return package.rebuilt(changed) if changed else data


def _refused(path: Path, why: str) -> CannotWrite:
    return CannotWrite(say("cannot change {path}", path=path), why, path)


def _is_free(paragraph: Paragraph, edit: Edit) -> bool:
    return not any(Locked(0, *span).touches(edit.start, edit.end) for span in paragraph.locked)


def _splices(paragraph: Paragraph, edit: Edit) -> Iterator[Splice]:
    """The bytes to be replaced; the new words stand where the first letter stood.

    None at all where there is nothing that they could stand in.
    """
    new: bytes | None = _written(edit.text, paragraph.tag)
    at = 0
    for piece in paragraph.pieces:
        low, high = at, at + len(piece.text)
        at = high
        if low == high:  # white space that is not seen goes with the one before it
            if edit.start < low <= edit.end:
                yield Splice(piece.start, piece.end, b"")
        elif edit.start == edit.end:
            if low <= edit.start <= high and new and piece.start < piece.end:
                here = _byte(piece, edit.start - low)
                yield Splice(here, here, new)
                new = None
        elif low < edit.end and edit.start < high:
            start = _byte(piece, max(edit.start - low, 0))
            yield Splice(start, _byte(piece, min(edit.end, high) - low), new or b"")
            new = None


def _byte(piece: Stretch, offset: int) -> int:
    """Where a letter of a piece stands; one that is written in another way is taken whole."""
    if piece.is_exact:
        return piece.start + len(piece.text[:offset].encode())
    return piece.end if offset else piece.start


def _written(text: str, tag: bytes) -> bytes:
    """New words as XML; `tag` shows how the file names its elements."""
    match = _PREFIX.match(tag)
    prefix = (match[1] or b"").decode() if match else ""

    def sign(match: re.Match[str]) -> str:
        name = {"\n": "line-break", "\t": "tab"}.get(match[0])
        if name is None:
            return f' <{prefix}s {prefix or "text:"}c="{len(match[0]) - 1}"/>'
        return f"<{prefix}{name}/>"

    return _SIGNS.sub(sign, escape(text)).encode()


class _ExactStory(Story):
    """A story that also tells in which bytes each piece of text stands."""

    joins_text = False

    def __init__(self, found: Found, member: str) -> None:
        super().__init__(found, member)
        self.data = b""

    def scan(self, path: Path, name: str, data: bytes) -> None:
        self.data = data
        super().scan(path, name, data)

    def tag(self) -> bytes:
        match = TAG.match(self.data, self.at)
        return match[0] if match else b""

    def text(self, data: str) -> None:
        """One piece as the parser cuts them: a stretch of plain text, a line end, a reference."""
        start, raw = self.at, data.encode()
        if self.data.startswith(b"&", start):
            end = self.data.index(b";", start) + 1
            if _WHITE.fullmatch(data):
                self._space(start, end)
            else:
                self._add(Stretch(data, start, end))
        elif data == "\n":
            self._space(start, start + 2 if self.data.startswith(b"\r\n", start) else start + 1)
        elif self.data.startswith(raw, start):
            self._plain(data, start)

    def _plain(self, data: str, start: int) -> None:
        at = 0
        for match in _WHITE.finditer(data):
            before = data[at : match.start()]
            start = self._exact(before, start)
            end = start + match.end() - match.start()
            self._space(start, end)
            start, at = end, match.end()
        self._exact(data[at:], start)

    def _exact(self, text: str, start: int) -> int:
        end = start + len(text.encode())
        if text:
            self._add(Stretch(text, start, end, True))
        return end

    def _space(self, start: int, end: int) -> None:
        """White space; what follows other white space is not seen."""
        paragraph = self._open[-1]
        if paragraph.ends_white:
            paragraph.pieces.append(Stretch("", start, end))
        else:
            self._add(Stretch(" ", start, end))
