"""Crawls: WARC files with pages as they were sent, WET files with their texts.

A text is a record of the sort `conversion`, and what of the sorts `response` and `resource` is of a
format that is read. A document of another type is told as not read; pictures, programs and other
sorts are only counted. A record belongs to its address.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from lintwords.api import readers
from lintwords.corpus.job import Partition
from lintwords.corpus.record import Record
from lintwords.corpus.unpacked import DAMAGED, opened
from lintwords.values import replace

# what holds no text that a reader sees; of a type that says nothing, the beginning tells
_NO_TEXTS = re.compile(
    r"(?:audio|font|image|model|video)/.*|(?:text|application)/(?:css|(?:x-)?(?:java|ecma)script)"
    r"|application/(?:(?:x-)?font.*|manifest\+json|vnd\.ms-fontobject|wasm|ogg|(?:x-)?shockwave-flash"
    r"|(?:x-)?(?:g?zip|gzip-compressed|tar|bzip2?|7z-compressed|rar-compressed))"
)
_NO_TYPE = ("", "application/octet-stream", "binary/octet-stream", "unknown/unknown")
_ENDED_HEAD = re.compile(rb"\r?\n\r?\n")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!|\?xml\b|[a-z])", re.IGNORECASE)
_HTTP = ("http:", "https:")
_LARGEST = 1 << 28  # bytes of a record that are taken into memory
_LONGEST = 1 << 16  # bytes of a line of a head


class _Broken(Exception):
    """A record that cannot be read, for a reason."""


class _Ended(_Broken):
    """The file ends inside a record."""


def records(partition: Partition) -> Iterator[Record]:
    """The records of one file, in their order; after a broken one it goes on with the next."""
    number, source = 0, partition.source
    try:
        with opened(partition.path) as file:
            line = _next(file)
            while line:
                number += 1
                yield _record(file, f"record {number}", source)
                line = _next(file)
            if not number and partition.size:
                yield Record("the file", source, "the file", problem="It holds no WARC record.",
                             is_rest=True)
    except DAMAGED as trouble:
        where = f"after record {number}"
        yield Record(where, source, where, problem=f"The rest is damaged: {trouble}.",
                     is_rest=True)


def _next(file: BinaryIO) -> bytes:
    """The line with which the next record begins; what stands before it belongs to none."""
    while line := file.readline(_LONGEST):
        if line.startswith(b"WARC/"):
            return line
    return b""


def _head(file: BinaryIO) -> dict[str, str]:
    head: dict[str, str] = {}
    while line := file.readline(_LONGEST).strip():
        name, colon, value = line.partition(b":")
        if not colon:
            raise _Broken("Its head is no list of fields.")
        head[name.decode("latin-1").lower()] = value.decode("utf-8", "replace").strip()
    return head


def _block(file: BinaryIO, head: dict[str, str]) -> bytes:
    length = head.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise _Broken("It does not say how long it is.")
    if int(length) > _LARGEST:
        raise _Broken(f"It is larger than {_LARGEST >> 20} MB.")
    block = file.read(int(length))
    if len(block) < int(length):
        raise _Ended("It ends early.")
    return block


def _record(file: BinaryIO, where: str, source: str) -> Record:
    told = Record(where, source, where)
    try:
        head = _head(file)
        address = head.get("warc-target-uri", "").strip("<>")
        told = replace(
            told, id=address or where, date=head.get("warc-date", ""),
            lang=head.get("warc-identified-content-language", ""),
        )
        return _text(told, head, _block(file, head))
    except _Broken as trouble:
        return replace(told, problem=str(trouble), is_rest=isinstance(trouble, _Ended))


def _text(told: Record, head: dict[str, str], block: bytes) -> Record:
    """The record with its text, or as one of the others."""
    sort, type = head.get("warc-type", "").lower(), _essence(head.get("content-type", ""))
    if sort == "conversion":
        return replace(told, data=block, kind="text")
    if sort == "resource":
        return _of_type(told, block, type)
    if sort == "continuation":
        raise _Broken("It is the rest of another record, with which it is not joined.")
    is_page = type == "application/http" or told.id.lower().startswith(_HTTP)
    if sort != "response" or not is_page:
        return replace(told, is_other=True)
    start, body = (_ENDED_HEAD.split(block, maxsplit=1) + [b""])[:2]
    fields = _fields(start)
    type = _essence(fields.get("content-type", ""))
    if not body or (type not in _NO_TYPE and _NO_TEXTS.fullmatch(type)):
        return replace(told, is_other=True)
    page = _of_type(told, _plain(body, fields), type)
    is_text = page.kind in readers.TEXTS
    return replace(page, data=_recoded(page.data, fields)) if is_text else page


def _of_type(told: Record, data: bytes, type: str) -> Record:
    """The record of some bytes of a type; where none is named, of what they begin with."""
    kind = _begun(data) if type in _NO_TYPE else readers.TYPES.get(type, "")
    if not data or (not kind and (type in _NO_TYPE or _NO_TEXTS.fullmatch(type))):
        return replace(told, is_other=True)
    if not kind:
        raise _Broken(f"It is of the type {type}, which is not read.")
    return replace(told, data=data, kind=kind)


def _begun(data: bytes) -> str:
    """The format of what names none: a document for printing, a page, a text, or none."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if _PAGE.match(data):
        return "html"
    return "" if b"\0" in data[:_LONGEST] else _as_text(data)


def _as_text(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError:
        return ""
    return "text"


def _fields(start: bytes) -> dict[str, str]:
    pairs = (line.partition(":") for line in start.decode("latin-1").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _essence(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _plain(body: bytes, fields: dict[str, str]) -> bytes:
    """The page without the packing of its transport; crawlers differ in what they keep of it."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _joined(body)
    packing = fields.get("content-encoding", "").strip().lower()
    if packing in ("", "identity"):
        return body
    try:
        if packing in ("gzip", "x-gzip"):
            return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
        if packing == "deflate":
            return zlib.decompress(body)
    except DAMAGED as trouble:
        raise _Broken(f"Its page is damaged: {trouble}.") from trouble
    raise _Broken(f"Its page is packed as {packing}, which is not read.")


def _joined(body: bytes) -> bytes:
    """The pieces of a page that was sent in pieces; a page that is kept whole is left as it is."""
    pieces: list[bytes] = []
    at = 0
    while True:
        line, end, _ = body[at : at + 32].partition(b"\r\n")
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            return body if not pieces else b"".join(pieces)
        if not end or size == 0:
            return b"".join(pieces)
        at += len(line) + 2
        pieces.append(body[at : at + size])
        at += size + 2


def _recoded(body: bytes, fields: dict[str, str]) -> bytes:
    """The page in UTF-8 where its transport names another encoding; else it says it itself."""
    _, _, named = fields.get("content-type", "").lower().partition("charset=")
    name = named.partition(";")[0].strip(" \"'")
    if not name:
        return body
    try:
        body.decode()
        return body
    except UnicodeDecodeError:
        pass
    try:
        return body.decode(name).encode()
    except (LookupError, UnicodeError):
        return body
