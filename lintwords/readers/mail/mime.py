"""The parts of a mail, as stretches of its bytes: what `reader` reads words from.

In linear time and without deep recursion, whatever the mail: nesting and the number of parts are
bounded. The parser of the standard library builds every part anew, takes gigabytes for a long
subject and falls over mails that are nested a thousand deep.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from lintwords.interface import say
from lintwords.readers.common.source import charset
from lintwords.values import dataclass, field

DEEPEST = 30  # parts inside parts
MOST = 10_000  # parts
_LONGEST = 16_384  # characters of a header with parameters that are looked at
_KEPT = ("subject", "content-type", "content-transfer-encoding", "content-disposition",
         "content-language")

_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*")
_PARAMETER = re.compile(r""";\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^;\s]*))""", re.S)
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_ENCODED = re.compile(r"=\?([^?\s]{1,99})\?([bBqQ])\?([^?]*)\?=")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*={0,2}")
_BAD_QUOTED = re.compile(rb"=(?![0-9A-Fa-f]{2}|\r?\n|\Z)")
_TRAILING = re.compile(rb"(?<![ \t])[ \t]+(?=\r?\n|\Z)")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_PART = re.compile(rb"(?<![^\r\n])(?:--\S|content-)", re.I)
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_BLOCKS = 1000
_PLAIN = ("", "7bit", "8bit", "binary")


class TooMany(Exception):
    """The mail has more parts or headers than any."""


@dataclass(slots=True)
class Entity:
    """A message or a part of one: its headers, and where its body stands in `data`."""

    data: bytes
    start: int
    end: int
    headers: list[tuple[str, bytes]] = field(default_factory=list)  # the ones that say something
    has_headers: bool = False
    is_damaged: bool = False  # a line among the headers is none
    has_rest: bool = False
    default: str = "text/plain"  # its type if it says none

    def all(self, name: str) -> list[bytes]:
        return [value for key, value in self.headers if key == name]

    def first(self, name: str) -> str:
        """The first header of this name, for what is ASCII."""
        return next(iter(self.all(name)), b"").decode("latin-1")[:_LONGEST]

    @property
    def type(self) -> str:
        """The type of a part, `text/plain`, in lower case; what says no type is text."""
        named = self._named_type
        if named.count("/") == 1:
            return named
        return "text/plain" if named else self.default

    @property
    def has_odd_type(self) -> bool:
        """Whether it names several types, or one that is none."""
        several = len(set(self.all("content-type"))) > 1
        return several or (
            self._named_type.count("/") != 1 and self._named_type not in ("", "text")
        )

    @property
    def _named_type(self) -> str:
        return self.first("content-type").partition(";")[0].strip().lower()

    def parameter(self, name: str, header: str = "content-type") -> str:
        """A parameter of a header; empty if it is not there."""
        return _parameters(self.first(header)).get(name, "")

    @property
    def name(self) -> str:
        """The file name that a reader sees."""
        name = self.parameter("filename", "content-disposition") or self.parameter("name")
        return words(name.encode("utf-8", "replace"))[0] if "=?" in name else name

    @property
    def is_flowed(self) -> bool:
        """Whether a space at the end of a line says that the line goes on."""
        return self.type == "text/plain" and self.parameter("format").lower() == "flowed"

    @property
    def is_attachment(self) -> bool:
        return self.first("content-disposition").strip().lower().startswith("attachment")

    @property
    def raw(self) -> bytes:
        return self.data[self.start : self.end]

    def decoded(self) -> tuple[bytes, str]:
        """The body without its transfer encoding, as far as it can be read, and what is wrong."""
        way = (self.first("content-transfer-encoding").split("(")[0].split(";")[0]).strip().lower()
        if len(set(map(bytes.lower, self.all("content-transfer-encoding")))) > 1:
            return self.raw, say("it names several transfer encodings")
        if way in _PLAIN:
            return self.raw, ""
        if way == "base64":
            return unbase64(self.raw)
        if way == "quoted-printable":
            return _unquoted(self.raw)
        return self.raw, say('its transfer encoding "{way}" is not known', way=way[:40])

    def children(self) -> list[Entity]:
        """The parts of a multipart; none if they cannot be told apart.

        `has_rest` then says whether words stand outside of them: parts before the first line that
        parts them, or anything after the last.
        """
        boundary = self.parameter("boundary").rstrip().encode("utf-8", "replace")
        if not boundary:
            return []
        default = "message/rfc822" if self.type == "multipart/digest" else "text/plain"
        found: list[Entity] = []
        line = re.compile(
            rb"(?<![^\r\n])--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\r|\Z)"
        )
        begin, last = None, self.start
        for match in line.finditer(self.data, self.start, self.end):
            if begin is None:
                self.has_rest |= bool(_PART.search(self.data, self.start, match.start()))
            else:
                found.append(_entity(self.data, begin, match.start(), default))
            if len(found) > MOST:
                raise TooMany
            begin, last = None if match[1] else match.end(), match.end()
            if match[1]:
                break
        if begin is not None and (begin < self.end or not found):
            found.append(_entity(self.data, begin, self.end, default))
        elif found:
            self.has_rest |= bool(_LETTER.search(self.data, last, self.end))
        return found


def message(data: bytes) -> Entity:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while data[start : start + 1] in (b"\r", b"\n"):
        start += 1
    if data.startswith((b"From ", b">From "), start):  # the line of a mailbox
        start = _after_line(data, start, len(data))
    return _entity(data, start, len(data), "text/plain")


def words(raw: bytes) -> tuple[str, str]:
    """The text of a header without encoded words (RFC 2047), and what is wrong with it."""
    try:
        text, wrong = raw.decode(), ""
    except UnicodeDecodeError:
        text, wrong = raw.decode("cp1252", "replace"), ""
    parts: list[str] = []
    pending: list[bytes] = []  # neighbours of one charset: a letter may be parted between them
    codec, at = "", 0
    for found in _ENCODED.finditer(text):
        between = text[at : found.start()]
        name = charset(found[1].partition("*")[0]) or ""
        if not (pending and not between.strip() and name == codec):
            wrong = _flush(parts, pending, codec) or wrong
            if between.strip() or not parts:
                parts.append(between)
        at, codec = found.end(), name
        if not name:
            wrong = say('its encoding "{named}" is not known', named=found[1][:40])
            parts.append(found[0])
            continue
        data, bad = _word(found[2], found[3].encode("utf-8", "replace"))
        wrong = bad or wrong
        pending.append(data)
    wrong = _flush(parts, pending, codec) or wrong
    parts.append(text[at:])
    return " ".join("".join(parts).split()), wrong


def _word(way: str, data: bytes) -> tuple[bytes, str]:
    if way in "bB":
        return unbase64(data)
    return binascii.a2b_qp(data, header=True), ""


def _flush(parts: list[str], pending: list[bytes], codec: str) -> str:
    """Add what is pending as text; what is wrong with it."""
    if not pending:
        return ""
    data = b"".join(pending)
    pending.clear()
    try:
        parts.append(data.decode(codec))
    except (UnicodeError, ValueError):
        parts.append(data.decode(codec, "replace"))
        return say("it is not {codec}, as it says", codec=codec)
    return ""


def unbase64(raw: bytes) -> tuple[bytes, str]:
    """What base64 holds, as far as it can be read, and what is wrong with it."""
    body = raw.translate(None, b" \t\r\n")
    if len(body) % 4 == 0 and _BASE64.fullmatch(body):
        return binascii.a2b_base64(body), ""
    pieces, body = [], _NO_BASE64.sub(b"", body)
    blocks = body.split(b"=", _BLOCKS)  # that were put together; of too many the rest is one
    blocks[-1] = blocks[-1].replace(b"=", b"")
    for piece in blocks:
        whole = piece[:-1] if len(piece) % 4 == 1 else piece
        pieces.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(pieces), say("its base64 is damaged")


def _unquoted(raw: bytes) -> tuple[bytes, str]:
    raw = _TRAILING.sub(b"", raw)
    wrong = say("its quoted-printable is damaged") if _BAD_QUOTED.search(raw) else ""
    return binascii.a2b_qp(raw), wrong


def _entity(data: bytes, start: int, end: int, default: str) -> Entity:
    """The entity in data[start:end]; its headers end at an empty line."""
    found = Entity(data, start, end, default=default)
    kept: list[bytes] = []  # the name and the lines of a header that says something
    for line, at, after in _lines(data, start, end):
        header = _HEADER.match(line)
        if not line:
            found.start = after
            break
        if not header and not found.has_headers:
            found.start = at
            break
        if not header and line[:1] in b" \t":
            if kept:
                kept.append(line)
            continue
        _keep(found, kept)
        found.has_headers, found.is_damaged = True, found.is_damaged or not header
        name = header[1].lower().decode() if header else ""
        kept = [name.encode(), line[header.end() :]] if header and name in _KEPT else []
    _keep(found, kept)
    return found


def _keep(entity: Entity, kept: list[bytes]) -> None:
    if kept:
        entity.headers.append((kept[0].decode(), b" ".join(kept[1:])))
        if len(entity.headers) > MOST:
            raise TooMany


def _lines(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Lines without their ends: where each begins, and where the next one does."""
    while start < end:
        after = _after_line(data, start, end)
        yield data[start:after].rstrip(b"\r\n"), start, after
        start = after
    yield b"", end, end


def _after_line(data: bytes, start: int, end: int) -> int:
    found = _LINE_END.search(data, start, end)
    return found.end() if found else end


def _parameters(value: str) -> dict[str, str]:
    """The parameters of a header, those in sections put together (RFC 2231)."""
    plain: dict[str, str] = {}
    sections: dict[str, dict[int, tuple[str, bool]]] = {}
    for found in _PARAMETER.finditer(value):
        key, quoted = found[1].lower(), found[2]
        text = re.sub(r"\\(.)", r"\1", quoted, flags=re.S) if quoted is not None else found[3]
        section = _SECTION.fullmatch(key)
        if section and (section[2] or section[3]):
            number = int(section[2] or 0)
            sections.setdefault(section[1], {}).setdefault(number, (text, bool(section[3])))
        else:
            plain.setdefault(key, text)
    return {**plain, **{key: _joined(rows) for key, rows in sections.items()}}


def _joined(rows: dict[int, tuple[str, bool]]) -> str:
    data, codec = b"", "utf-8"
    for number in sorted(rows):
        text, is_encoded = rows[number]
        if is_encoded and number == min(rows) and text.count("'") >= 2:
            name, _, text = text.split("'", 2)
            codec = charset(name) or "utf-8"
        raw = text.encode("utf-8", "replace")
        data += unquote_to_bytes(raw) if is_encoded else raw
    return data.decode(codec, "replace")
