"""The comments of a Word file: those that are there, and new ones beside them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lintwords.readers.docx.marks import Tracking
from lintwords.readers.docx.names import by_full_name, full, value
from lintwords.readers.docx.parts import CONTENT_TYPES, Parts, links_of
from lintwords.readers.office.xmlscan import (
    TAG,
    Attributes,
    Scanner,
    Splice,
    as_utf8,
    from_utf8,
    spliced,
)

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = full("rel:x")[0].partition(" ")[0]
_ID = re.compile(rb":id=[\"'](\d{1,9})[\"']")
_LAST_TAG = re.compile(rb"</[^>]*>\s*$")
_EMPTY = re.compile(rb"<([^\s/>!?]+)([^>]*)/>\s*$")
_PARAGRAPH = re.compile(rb"<((?:[^\s/<>:]+:)?)p(?:\s[^<>]*)?(?<!/)>")
_NONE: Mapping[str, str] = MappingProxyType({})


class Said(NamedTuple):
    """A comment that is to be added."""

    id: int
    text: str


def read_comments(parts: Parts) -> dict[str, str]:
    """The text of each comment by its id; its paragraphs are lines."""
    name = parts.first("comments")
    if name is None:
        return {}
    found = _scanned(parts, name, parts.xml(name)).found
    return {id: "\n".join(lines) for id, lines in found.items()}


def _scanned(parts: Parts, name: str, data: bytes) -> _Comments:
    scanner = _Comments()
    scanner.scan(parts.package.path, name, data)
    return scanner


class _Comments(Scanner):
    def __init__(self) -> None:
        super().__init__(
            by_full_name({"w:comment": self._begin, "w:p": self._line, "w:t": self._text_begins}),
            by_full_name({"w:t": self._text_ends, "w:comment": self._end_comment}),
        )
        self.found: dict[str, list[str]] = {}
        self.spans: dict[str, tuple[int, int]] = {}  # from the `<` of a comment to that of its end
        self._lines: list[str] = []
        self._id, self._start_at = "", 0

    def _begin(self, attributes: Attributes) -> None:
        self._id, self._start_at = value(attributes, "w:id") or "", self.at
        self._lines = self.found[self._id] = []

    def _end_comment(self) -> None:
        self.spans[self._id] = self._start_at, self.at

    def _line(self, _: Attributes) -> None:
        self._lines.append("")

    def _text_begins(self, _: Attributes) -> None:
        self.reads_text = True

    def _text_ends(self) -> None:
        self.reads_text = False

    def text(self, data: str) -> None:
        if self._lines:
            self._lines[-1] += data


def highest_id(data: bytes) -> int:
    """The highest id of a mark in a part; those beyond all measure are passed over."""
    return max((int(match[1]) for match in _ID.finditer(data)), default=0)


def with_comments(
    parts: Parts, said: Sequence[Said], tracking: Tracking, *, strict: bool,
    anew: Mapping[str, str] = _NONE,
) -> dict[str, bytes]:
    """The parts that change when `said` is added: the comments and, if new, what points there.

    `anew` are the ids of comments that are there, with what they say now.
    """
    uri = full("w:p")[strict].partition(" ")[0]
    inside = "".join(_comment(one, tracking, uri) for one in said).encode()
    name = parts.first("comments")
    if name is not None:
        data, codec = as_utf8(parts.package.read(name))
        spans = _scanned(parts, name, data).spans if anew else {}
        data = spliced(data, [
            _reworded(data, *spans[id], text, uri) for id, text in anew.items() if id in spans
        ])
        return {name: from_utf8(_appended(data, inside), codec)}
    name = posixpath.join(posixpath.dirname(parts.main), "comments.xml")
    while name in parts.package:
        name = name.replace(".xml", "-1.xml")
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    part = f'{head.decode()}<w:comments xmlns:w="{uri}">'.encode() + inside + b"</w:comments>"
    kind = full("r:x")[strict].partition(" ")[0]
    links, linked = _links_part(parts)
    link = f'<Relationship xmlns="{_RELATIONS}" Id="{_free_id(parts, linked)}" ' \
        f'Type="{kind}/comments" Target="{posixpath.basename(name)}"/>'
    override = f'<Override xmlns="{full("ct:x")[0].partition(" ")[0]}" PartName="/{name}" ' \
        f'ContentType="{_TYPE}"/>'
    types = parts.package.named(CONTENT_TYPES)
    assert types is not None  # else the file is locked
    changed = {name: part}
    for other, old, more in (
        (links, linked, link), (types, parts.package.read(types), override)
    ):
        data, codec = as_utf8(old)
        changed[other] = from_utf8(_appended(data, more.encode()), codec)
    return changed


def _links_part(parts: Parts) -> tuple[str, bytes]:
    """The name and bytes of the part with the document's links; one without links if it has none.
    """
    name = parts.package.named(links_of(parts.main))
    if name is not None:
        return name, parts.package.read(name)
    return links_of(parts.main), f'<Relationships xmlns="{_RELATIONS}"/>'.encode()


def _reworded(data: bytes, start: int, end: int, text: str, uri: str) -> Splice:
    """Other paragraphs in the comment that is bytes[start:end] of a part.

    The last keeps its tag: by its id a word processor knows the answers to the comment.
    """
    tag = TAG.match(data, start)
    assert tag is not None
    last = [*_PARAGRAPH.finditer(data, tag.end(), end)][-1:]
    lines = [_paragraph(line, uri) for line in text.split("\n")]
    new = "".join(lines).encode()
    if last:
        inside = _run(text.rpartition("\n")[2], uri).encode()
        close = b"</" + last[0][1] + b"p>"
        new = "".join(lines[:-1]).encode() + last[0][0] + inside + close
    return Splice(tag.end(), end, new)


def _paragraph(line: str, uri: str) -> str:
    return f'<w:p xmlns:w="{uri}">{_run(line, uri)}</w:p>'


def _run(line: str, uri: str) -> str:
    return f'<w:r xmlns:w="{uri}"><w:t xml:space="preserve">{escape(line)}</w:t></w:r>'


def _comment(said: Said, tracking: Tracking, uri: str) -> str:
    who, when = quoteattr(tracking.author), quoteattr(tracking.date)
    initials = "".join(word[0] for word in tracking.author.split())[:3] or "l"
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in said.text.split("\n")
    )
    return (
        f'<w:comment xmlns:w="{uri}" w:id="{said.id}" w:author={who} w:date={when} '
        f"w:initials={quoteattr(initials)}>{lines}</w:comment>"
    )


def _appended(data: bytes, inside: bytes) -> bytes:
    """`data` with more inside its root element, at the end."""
    if (last := _LAST_TAG.search(data)) is not None:
        return data[: last.start()] + inside + data[last.start() :]
    empty = _EMPTY.search(data)
    if empty is None:
        return data
    name, rest = empty[1], empty[2]
    return data[: empty.start()] + b"<" + name + rest + b">" + inside + b"</" + name + b">"


def _free_id(parts: Parts, linked: bytes) -> str:
    taken = {link.id for link in parts.links}
    data = linked.decode("utf-8", "replace")
    number = 1
    while f"lw{number}" in taken or f'"lw{number}"' in data:
        number += 1
    return f"lw{number}"
