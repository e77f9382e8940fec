"""Words that a style sheet in a page puts on it, before or after an element (`content`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords.model import Kind, Locked, Segment
from lintwords.readers.common.builder import SegmentBuilder
from lintwords.readers.html.stylesheets import inside

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_CONTENT = re.compile(rf"(?<![\w-])content\s*:((?:{_STRING}|[^;}}\"'])*)", re.IGNORECASE)
_QUOTED = re.compile(_STRING)
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2}")
MOST = 2_000  # texts of a page that are read


def words_of_styles(source: str) -> Iterator[tuple[Segment, Locked]]:
    """The texts that sheets in `source` hold, each with its place, which no fix touches."""
    if "content" not in source:
        return
    for start, end in inside(source):
        sheet = _COMMENT.sub(lambda one: " " * len(one[0]), source[start:end])
        for content in _CONTENT.finditer(sheet):
            for text in _QUOTED.finditer(sheet, *content.span(1)):
                segment = _segment(source, start + text.start() + 1, start + text.end() - 1)
                if segment is not None and _LETTERS.search(segment.text):
                    yield segment, Locked(0, start + text.start(), start + text.end())


def _segment(source: str, start: int, end: int) -> Segment | None:
    words = SegmentBuilder(source)
    for escape in _ESCAPE.finditer(source, start, end):
        words.verbatim(start, escape.start())
        code = int(escape[1], 16) if escape[1] else 0
        read = (chr(code) if 0x20 <= code < 0x110000 else " ") if escape[1] else escape[2]
        words.read_as(read, *escape.span())
        start = escape.end()
    words.verbatim(start, end)
    return words.build(Kind.CAPTION)
