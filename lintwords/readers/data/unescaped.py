"""A value of a data file as a person reads it: escapes and line ends undone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from lintwords.model import Kind, Segment, Unread
from lintwords.readers.common.builder import Page, SegmentBuilder
from lintwords.readers.data import in_markup

_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"
    r"|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)[ \t]*|.)", re.DOTALL
)
# from the first blank on: else each of a million blanks would be tried
_WHITE = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_SHORT = {"n": "\n", "t": " ", "r": "\n", "b": "", "f": " ", "0": "", "a": "", "e": "", "v": " ",
          "_": "\xa0", "N": "\n", "L": "\n", "P": "\n\n"}
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLOCKS = ("|", ">")
_PLAIN = (Kind.PROSE, None, False)


def add(page: Page, text: str, start: int, end: int, style: str) -> Sequence[Unread]:
    """Add a value as a person reads it; what of it is not read."""
    if in_markup.may_be_markup(text, start, end):
        value = _whole(text, start, end, style)
        found = in_markup.read(value) if value and in_markup.is_markup(value.text) else None
        if found is not None:
            page.segments.extend(found.segments)
            return found.unread
    if style in _BLOCKS:  # the first line holds only signs
        first = _LINE.match(text, start, end)
        start = first.end() if first else start
    breaks = 0
    for low, high, read in _pieces(text, start, end, style):
        if read is None and low < high:
            _verbatim(page, text, low, high)
            breaks = 0
        elif read is None:
            continue
        elif read.strip("\n") == "" and read:
            breaks += len(read)
            if breaks > 1:
                page.flush(*_PLAIN)
            page.text.space(low, high)
        else:
            page.text.read_as(read, low, high)
            breaks = 0
    page.flush(*_PLAIN)
    return ()


def _pieces(
    text: str, start: int, end: int, style: str
) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of a value, with what they are read as if that is not what stands there."""
    if style == '"':
        return _unescaped(text, start, end)
    if style in ("'", "csv"):
        return _undoubled(text, start, end, "'" if style == "'" else '"')
    return iter([(start, end, None)])


def _whole(text: str, start: int, end: int, style: str) -> Segment | None:
    """A value with its line ends, as the program that shows it gets it."""
    builder = SegmentBuilder(text)
    if style in _BLOCKS:
        ends = [line.span() for line in _LINE_END.finditer(text, start, end)]
        lines = [
            (low, high) for (_, low), (high, _) in zip(ends, [*ends[1:], (end, end)], strict=True)
        ]
        rows = (text[low:high] for low, high in lines)
        indent = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
        for low, high in lines:
            builder.verbatim(min(low + indent, high), high)
            builder.read_as("\n", high, high)
        return builder.build()
    for low, high, read in _pieces(text, start, end, style):
        if read is None:
            builder.verbatim(low, high)
        else:
            builder.read_as(read, low, high)
    return builder.build()


def _verbatim(page: Page, text: str, start: int, end: int) -> None:
    for white in _WHITE.finditer(text, start, end):
        page.text.verbatim(start, white.start())
        if len(re.findall(r"\r\n|\r|\n", white[0])) > 1:
            page.flush(*_PLAIN)
        page.text.space(*white.span())
        start = white.end()
    page.text.verbatim(start, end)


def _unescaped(text: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    for match in _ESCAPE.finditer(text, start, end):
        yield start, match.start(), None
        yield *match.span(), _meant(match[0][1:])
        start = match.end()
    yield start, end, None


def _meant(escape: str) -> str:
    if escape[0] in "uxU" and len(escape) > 1:
        if len(escape) > 9 or escape[0] == "u":
            meant: str = json.loads(f'"\\{escape}"')
            return _seen(meant)
        code = int(escape[1:], 16)
        return _seen(chr(code)) if code < 0x110000 else " "
    return _SHORT.get(escape[0], "" if escape[0] in "\r\n" else escape)


def _seen(sign: str) -> str:
    """A sign as a reader sees it: a control parts no word, those of writing are read later on."""
    if sign.isprintable() or sign == "\n" or category(sign[0]) == "Cf":
        return sign
    return "" if category(sign[0]) == "Cc" and not sign.isspace() else " "


def _undoubled(
    text: str, start: int, end: int, quote: str
) -> Iterator[tuple[int, int, str | None]]:
    at = text.find(quote * 2, start, end)
    while at >= 0:
        yield start, at, None
        yield at, at + 2, quote
        start = at + 2
        at = text.find(quote * 2, start, end)
    yield start, end, None
