"""What a PDF file holds that the library that reads it has no question for.

Text in a pattern that fills a shape, pages whose content cannot be unpacked, and files that are
joined to a page or a picture without standing in the list of files inside. They are looked for in
the bytes of the file, as far as these can be read so. What is encrypted, or packed in a way that is
not known here, may hold text.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Iterator
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
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/[^\s/<>\[\]()]+)")
_OLD = re.compile(rb"/(?:LZW(?:Decode)?|RunLengthDecode|RL)\b")  # sound, and not unpacked here
_FILTERS = re.compile(rb"/([^\s/\]]+)")
_CONTENTS = re.compile(rb"/Contents\s*(?:(\d{1,9})\s+\d{1,5}\s+R|\[([^\]]*)\])")
_FILE = re.compile(rb"/EF\s*(?:<<|\d+\s+\d+\s+R\b)")
_NAME = re.compile(rb"/(UF|F)\s*(?:\(((?:[^()\\]|\\.|\([^()\\]*\))*)\)|<([0-9A-Fa-f\s]*)>)", re.S)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.S)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_AROUND = 1_000  # bytes around a mark in which its name stands
_HEAD = 4_000  # bytes before a stream in which its object begins
_MOST = 20_000_000  # bytes that are unpacked in all
_STREAMS = 20_000
_FILES = 1_000


def patterns(data: bytes, *, is_encrypted: bool) -> int:
    """How many patterns hold text, themselves or in a form that they draw, or may hold it."""
    if not _PATTERN.search(data):
        return 0
    found, room = 0, _MOST
    forms: _Forms | None = None
    for head, start, end in _streams(data):
        if _PATTERN.search(head) and room > 0:
            content = b"" if is_encrypted else _content(head, data[start:end], room)
            if content is None or is_encrypted:
                found += 1
                continue
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
        content = (_content(head, raw, self._room) if self._room > 0 else None) or b""
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
            content = _content(head, data[start:end], room) or b""
            room -= len(content)
            yield from _named(content)


def broken_contents(data: bytes) -> int:
    """How many pages draw what cannot be unpacked, or not to its end."""
    contents = {
        int(number)
        for found in _CONTENTS.finditer(data)
        for number in ([found[1]] if found[1] else _REFERENCE.findall(found[2]))
    }
    broken, room = 0, _MOST
    for number, head, start, end in _numbered_streams(data):
        if number in contents and room > 0 and not _OLD.search(head):
            content = _content(head, data[start:end], room, is_whole=True)
            broken += content is None
            room -= len(content or b"")
    return broken


def _streams(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """What stands before a stream in its object, and where the stream begins and ends."""
    return (row[1:] for row in _numbered_streams(data))


def _numbered_streams(data: bytes) -> Iterator[tuple[int, bytes, int, int]]:
    """The same, with the number of the object before it."""
    at = 0
    for _ in range(_STREAMS):
        found = _STREAM.search(data, at)
        if found is None:
            return
        end = data.find(b"endstream", found.end())
        at = len(data) if end < 0 else end + len(b"endstream")
        head = data[max(found.start() - _HEAD, 0) : found.start()]
        begins = list(_NUMBERED.finditer(head))
        last = begins[-1] if begins else None
        own = head[last.end() if last else 0 :]
        yield int(last[1]) if last else -1, own, found.end(), len(data) if end < 0 else end


def _content(head: bytes, raw: bytes, room: int, *, is_whole: bool = False) -> bytes | None:
    """A stream as it was before it was packed, at most `room` bytes; None if it cannot be had.

    One that `is_whole` may not end early.
    """
    named = _FILTER.search(head)
    content = raw
    for name in _FILTERS.findall(named[1]) if named else ():
        unpack = _UNPACKERS.get(name)
        if unpack is None:
            return None
        try:
            content = unpack(content, room, is_whole)
        except (zlib.error, ValueError, binascii.Error):
            return None
    return content[:room]


def _inflated(raw: bytes, room: int, is_whole: bool) -> bytes:
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(raw, room)
    if is_whole and not unpacker.eof and len(content) < room:
        raise ValueError("it ends early")
    return content


def _from_letters(raw: bytes, _room: int, _is_whole: bool) -> bytes:
    text = b"".join(raw.split()).removeprefix(b"<~").partition(b"~")[0]
    return base64.a85decode(text)


def _from_digits(raw: bytes, _room: int, _is_whole: bool) -> bytes:
    return bytes.fromhex(_even(raw.partition(b">")[0]))


_Unpacker = Callable[[bytes, int, bool], bytes]
_UNPACKERS: dict[bytes, _Unpacker] = {
    b"FlateDecode": _inflated, b"Fl": _inflated, b"ASCII85Decode": _from_letters,
    b"A85": _from_letters, b"ASCIIHexDecode": _from_digits, b"AHx": _from_digits,
}


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
