"""What a PDF file holds that the library that reads it has no question for.

Text in a pattern that fills a shape, and files that are joined to a page or a picture without
standing in the list of files inside. They are looked for in the bytes of the file, as far as these
can be read so: an encrypted file shows nothing here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice

_PATTERN = re.compile(rb"/PatternType\s*1\b")
_SHOWS = re.compile(rb"[\])>]\s*(?:T[jJ]|['\"])(?![\w])")
_DRAWS = re.compile(rb"/\S{1,100}\s+Do\b")  # a form, in the place of text
_NUMBERED = re.compile(rb"\b(\d{1,9})\s+\d{1,5}\s+obj\b")
_REFERENCE = re.compile(rb"\b(\d{1,9})\s+\d{1,5}\s+R\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_PAGE = re.compile(rb"/Type\s*/Pages?\b")
_FIRST = re.compile(rb"/First\s+(\d{1,9})\b")
_HANGING = 200  # objects that are looked at for what one pattern draws
_STREAM = re.compile(rb"\bstream\r?\n")
_OBJECT = re.compile(rb"\b\d+\s+\d+\s+obj\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FILE = re.compile(rb"/EF\s*(?:<<|\d+\s+\d+\s+R\b)")
_NAME = re.compile(rb"/(UF|F)\s*(?:\(((?:[^()\\]|\\.|\([^()\\]*\))*)\)|<([0-9A-Fa-f\s]*)>)", re.S)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.S)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_AROUND = 1_000  # bytes around a mark in which its name stands
_HEAD = 4_000  # bytes before a stream in which its object begins
_MOST = 20_000_000  # bytes that are unpacked in all
_STREAMS = 20_000
_FILES = 1_000


def patterns(data: bytes) -> int:
    """How many patterns hold text, themselves or in a form that they draw."""
    if not _PATTERN.search(data):
        return 0
    found, room = 0, _MOST
    forms: _Forms | None = None
    for head, start, end in _streams(data):
        if _PATTERN.search(head) and room > 0:
            content = _content(head, data[start:end], room)
            room -= len(content)
            shows = _SHOWS.search(content) is not None
            if not shows and _DRAWS.search(content):
                forms = forms or _Forms(data)
                shows = forms.show(head)
            found += shows
    return found


class _Forms:
    """The objects of a file by their numbers, to follow what is drawn in what."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._room = _MOST
        # as in a file that was written to again, the last of a number holds
        self._at = {int(one[1]): one.end() for one in _NUMBERED.finditer(data)}
        self._packed: dict[int, bytes] = {}
        for head, start, end in _streams(data) if _PACKED.search(data) else ():
            if _PACKED.search(head):
                self._unpack(head, self._read(head, data[start:end]))

    def _read(self, head: bytes, raw: bytes) -> bytes:
        content = _content(head, raw, self._room) if self._room > 0 else b""
        self._room -= len(content)
        return content

    def _unpack(self, head: bytes, content: bytes) -> None:
        first = _FIRST.search(head)
        if first is None:
            return
        begin = int(first[1])
        numbers = list(map(int, re.findall(rb"\d{1,9}", content[:begin])))
        places = sorted(zip(numbers[1::2], numbers[::2], strict=False))
        for (at, number), (after, _) in zip(places, [*places[1:], (len(content), 0)], strict=True):
            self._packed[number] = content[begin + at : begin + after]

    def show(self, head: bytes) -> bool:
        """Whether text is shown in what hangs on an object."""
        seen: set[int] = set()
        todo = _referred(head)
        while todo and len(seen) < _HANGING:
            number = todo.pop()
            if number in seen:
                continue
            seen.add(number)
            own, content = self._object(number)
            if _FORM.search(own) and _SHOWS.search(content):
                return True
            if not _PAGE.search(own):
                todo += _referred(own)
        return False

    def _object(self, number: int) -> tuple[bytes, bytes]:
        """What an object says of itself, and its stream, if it draws a form."""
        at = self._at.get(number)
        if at is None:
            return self._packed.get(number, b""), b""
        own = self._data[at : at + _HEAD]
        last = own.find(b"endobj")
        own = own if last < 0 else own[:last]
        stream = _STREAM.search(own)
        if stream is None:
            return own, b""
        own = own[: stream.start()]
        if not _FORM.search(own):
            return own, b""
        start = at + stream.end()
        end = self._data.find(b"endstream", start)
        return own, self._read(own, self._data[start : len(self._data) if end < 0 else end])


def _referred(own: bytes) -> list[int]:
    return [int(one[1]) for one in _REFERENCE.finditer(own)]


def files(data: bytes) -> Iterator[str]:
    """Names of files that the file says it holds."""
    yield from _named(data)
    if not _PACKED.search(data):
        return
    room = _MOST
    for head, start, end in _streams(data):
        if _PACKED.search(head) and room > 0:
            content = _content(head, data[start:end], room)
            room -= len(content)
            yield from _named(content)


def _streams(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """What stands before a stream in its object, and where the stream begins and ends."""
    at = 0
    for _ in range(_STREAMS):
        found = _STREAM.search(data, at)
        if found is None:
            return
        end = data.find(b"endstream", found.end())
        at = len(data) if end < 0 else end + len(b"endstream")
        head = data[max(found.start() - _HEAD, 0) : found.start()]
        begins = [match.end() for match in _OBJECT.finditer(head)]
        yield head[begins[-1] if begins else 0 :], found.end(), len(data) if end < 0 else end


def _content(head: bytes, raw: bytes, room: int) -> bytes:
    if not _FLATE.search(head):
        return raw[:room]
    try:
        return zlib.decompressobj().decompress(raw, room)
    except zlib.error:
        return b""


def _named(data: bytes) -> Iterator[str]:
    for mark in islice(_FILE.finditer(data), _FILES):
        near = data[max(mark.start() - _AROUND, 0) : mark.end() + _AROUND]
        at = min(mark.start(), _AROUND)
        last = near.find(b"endobj", at)
        names = list(_NAME.finditer(near, max(near.rfind(b" obj", 0, at), 0),
                                    len(near) if last < 0 else last))
        if names:
            best = min(names, key=lambda name: (name[1] != b"UF", abs(name.start() - at)))
            yield _text(best[2] if best[2] is not None else bytes.fromhex(_even(best[3])))


def _even(digits: bytes) -> str:
    text = b"".join(digits.split()).decode()
    return text + "0" * (len(text) % 2)


def _text(raw: bytes) -> str:
    raw = _ESCAPE.sub(_sign, raw)
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8" if raw.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")


def _sign(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    if sign.isdigit():
        return bytes((int(sign, 8) & 255,))
    return b"" if sign.endswith(b"\n") else _SIGNS.get(sign, sign)
