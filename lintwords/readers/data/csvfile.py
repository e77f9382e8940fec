"""CSV: its cells, each under the name in the head of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords.readers.common.builder import TooMuch
from lintwords.readers.data import values
from lintwords.readers.data.values import BEYOND, HEAD, Value

_LINE = re.compile(r"[^\r\n]*")


def cells(text: str, delimiter: str | None) -> Iterator[Value]:
    """The cells under a head line, as RFC 4180 writes them; `;` where the head has more of it."""
    if delimiter is None:
        head = _LINE.match(text)
        line = head[0] if head else ""
        delimiter = ";" if line.count(";") > line.count(",") else ","
    names: list[tuple[str, ...]] | None = None
    number = 1
    row: list[tuple[int, int, str]] = []
    at = 0
    while at < len(text):
        if text[at] == '"':
            end = _quoted_end(text, at + 1)
            row.append((at + 1, end, "csv"))
            at = end + 1
        else:
            end = at
            while end < len(text) and text[end] not in (delimiter, "\r", "\n"):
                end += 1
            row.append((at, end, ""))
            at = end
        while at < len(text) and text[at] not in (delimiter, "\r", "\n"):
            at += 1
        if at < len(text) and text[at] == delimiter:
            at += 1
            if len(row) > values.MOST_KEPT:
                raise TooMuch
            continue
        if names is None:
            names = [tuple(text[start:end].strip().split(".")) for start, end, _ in row]
            for name, (start, end, _) in zip(names, row, strict=True):
                yield name, start, end, HEAD
        else:
            for name, (start, end, style) in zip(names, row, strict=False):
                yield name, start, end, style
            for start, end, _ in row[len(names) :]:
                yield (str(number),), start, end, BEYOND
        row = []
        number += 1
        at += 2 if text.startswith("\r\n", at) else 1


def _quoted_end(text: str, at: int) -> int:
    while at < len(text):
        at = text.find('"', at)
        if at < 0:
            return len(text)
        if not text.startswith('"', at + 1):
            return at
        at += 2
    return len(text)
