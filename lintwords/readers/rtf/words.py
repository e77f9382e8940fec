"""The words and signs of an RTF file: control words, groups, and text in whatever encoding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lintwords.readers.common.builder import OBJECT
from lintwords.readers.common.source import charset

DEEPEST = 2_000
_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,40})(-?\d{1,10})?\x20?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)",
    re.DOTALL,
)
# words for a letter
_LETTERS = (b"emdash", b"endash", b"bullet", b"lquote", b"rquote", b"ldblquote", b"rdblquote")
SYMBOLS = "symbols"  # the encoding of a font whose letters are drawings
# charset of a font → encoding
CODECS = {
    2: SYMBOLS, 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}


class TooDeep(Exception):
    """Groups are nested deeper than in any document."""


class Mark(NamedTuple):
    """A control word with its number, a control sign, a brace, or text."""

    name: str
    number: int | None = None
    text: str = ""


def words(data: bytes, codec: Callable[[], str]) -> Iterator[Mark]:
    """What stands in `data`, in order; `codec` tells the encoding of the text that comes now."""
    raw = bytearray()  # text whose letters may go over several marks
    fallbacks = [1]  # of each group: how many signs stand for a letter that is told by number
    left = 0  # of those that are still to come
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:  # a backslash at the very end
            break
        at = found.end()
        name, number, byte, sign, brace, text = found.groups()
        if byte is not None or text is not None:
            new = text if byte is None else bytes.fromhex(byte.decode())
            skipped = min(left, len(new))
            left -= skipped
            if skipped < len(new):
                raw += new[skipped:]
            continue
        if name is None and sign is None and brace is None:
            continue  # a line end says nothing
        if raw:
            yield Mark("", None, _decoded(raw, codec()))
            raw.clear()
        value = int(number) if number else None
        if name is not None and name not in _LETTERS:
            left = 0
        if brace == b"{":
            left = 0
            fallbacks.append(fallbacks[-1])
            if len(fallbacks) > DEEPEST:
                raise TooDeep
            yield Mark("{")
        elif brace == b"}":
            left = 0
            if len(fallbacks) > 1:
                fallbacks.pop()
            yield Mark("}")
        elif left and (sign is not None or name in _LETTERS):
            left -= 1
        elif sign is not None:
            plain = sign in b"\\{}"
            yield Mark("", None, sign.decode()) if plain else Mark(sign.decode("latin-1"))
        elif name == b"u":
            left = fallbacks[-1]
            yield Mark("", None, chr((value or 0) % 0x10000))
        elif name == b"uc":
            fallbacks[-1] = max(value or 0, 0)
        elif name == b"bin":
            at += max(value or 0, 0)
        else:
            yield Mark(name.decode(), value)
    if raw:
        yield Mark("", None, _decoded(raw, codec()))


def _decoded(raw: bytearray, codec: str) -> str:
    if codec == SYMBOLS:
        return OBJECT
    text = raw.decode(charset(codec) or "cp1252", "replace")
    return text.replace("\0", "")
