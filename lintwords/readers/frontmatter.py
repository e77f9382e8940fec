"""Front matter: the few fields of a Markdown file's head that people read.

YAML between `---` and TOML between `+++`, plain fields only: a key in the first column with one
scalar. Whatever is more than that (lists, tables, nested keys) is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintwords.model import Comment, Kind, Segment
from lintwords.readers.builder import SegmentBuilder

READ = frozenset({"title", "subtitle", "description", "summary"})
LANG = frozenset({"lang", "language"})

_EOL = r"(?:\r\n|\r|\n)"
_YAML = re.compile(rf"---[ \t]*{_EOL}(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:{_EOL}|\Z)", re.DOTALL)
_TOML = re.compile(rf"\+\+\+[ \t]*{_EOL}(.*?)(?<=[\r\n])\+\+\+[ \t]*(?:{_EOL}|\Z)", re.DOTALL)
# A thematic break can open a file too: only what begins like fields is front matter.
_BEGINS = re.compile(rf"(?:[ \t]*(?:#[^\r\n]*)?{_EOL})*[ \t]*(?:[\w.\"'-]+[ \t]*[:=]|\[|\Z)")
_LINE = re.compile(rf"([^\r\n]*)(?:{_EOL}|\Z)")
_FIELD = re.compile(r"([A-Za-z]+)[ \t]*([:=])[ \t]*")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[ \t]*(?:#.*)?\Z")
_COMMENT = re.compile(r"(?:^|[ \t])#.*", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": " ", "t": " ", "r": " ", "_": "\N{NO-BREAK SPACE}", "/": "/", "0": ""}
_SPOKEN = re.compile(r"(?<![^\r\n])#[ \t]*lintwords:([^\r\n]*)")  # on a line of its own
_LANG_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


class FrontMatter(NamedTuple):
    """What was read; `end` is where the document itself begins."""

    segments: tuple[Segment, ...]
    lang: str | None
    end: int
    comments: tuple[Comment, ...] = ()


def read(source: str) -> FrontMatter:
    """The front matter of `source`; without any, nothing that ends at 0."""
    toml = source.startswith("+++")
    match = (_TOML if toml else _YAML).match(source)
    if match is None or not _BEGINS.match(source, *match.span(1)):
        return FrontMatter((), None, 0)
    segments: list[Segment] = []
    lang = None
    for name, builder in _fields(source, *match.span(1), toml):
        segment = builder.build(Kind.TITLE)
        if segment is None:
            continue
        if name in READ:
            segments.append(segment)
        elif lang is None and _LANG_TAG.fullmatch(segment.text):
            lang = segment.text.replace("_", "-")
    comments = tuple(
        Comment(*found.span(), " ".join(found[1].split()), "hash")
        for found in _SPOKEN.finditer(source, *match.span(1))
    )
    return FrontMatter(tuple(segments), lang, match.end(), comments)


def _fields(source: str, start: int, end: int, toml: bool) -> Iterator[tuple[str, SegmentBuilder]]:
    """The fields that are read, each with its value."""
    while start < end:
        line = _LINE.match(source, start, end)
        assert line is not None  # the pattern can match nothing
        start = line.end()
        field = _FIELD.match(source, line.start(), line.end(1))
        if field is None or (field[2] == "=") is not toml:
            if toml and source.startswith("[", line.start()):
                return  # what follows belongs to a table
            continue
        name = field[1].lower()
        if name not in READ and name not in LANG:
            continue
        builder = SegmentBuilder(source)
        first, last = field.end(), line.end(1)
        quote = source[first : first + 1]
        if quote in ("'", '"'):
            _quoted(builder, source, first, last, quote, toml)
        elif not toml:
            if not _BLOCK_SCALAR.match(source, first, last):
                _plain(builder, source, first, last)
            start = _continued(builder, source, start, end)
        yield name, builder


def _plain(builder: SegmentBuilder, source: str, start: int, end: int) -> None:
    comment = _COMMENT.search(source, start, end)
    if source[start : start + 1] not in ("[", "{", "&", "*", "!"):
        builder.verbatim(start, comment.start() if comment else end)


def _continued(builder: SegmentBuilder, source: str, start: int, end: int) -> int:
    """Add the indented lines that go on with a value; where they end."""
    while start < end:
        line = _LINE.match(source, start, end)
        assert line is not None
        words = line[1].strip()
        if words and line[1][0] not in " \t":
            break
        if words:
            first = line.start() + line[1].index(words)
            builder.space(line.start(), first)
            builder.verbatim(first, first + len(words))
        start = line.end()
    return start


def _quoted(
    builder: SegmentBuilder, source: str, start: int, end: int, quote: str, toml: bool
) -> None:
    """Add a quoted scalar of one line; nothing if it does not end in its line."""
    position = start + 1
    if toml and source.startswith(quote * 3, start):
        return
    while position < end:
        letter = source[position]
        if letter == quote:
            doubled = not toml and quote == "'" and source.startswith("''", position)
            if not doubled:
                return
            builder.read_as("'", position, position + 2)
            position += 2
        elif letter == "\\" and quote == '"':
            escape = _ESCAPE.match(source, position, end)
            if escape is None:
                break
            code = escape[1] or escape[2]
            read = chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])
            builder.read_as(read, position, escape.end())
            position = escape.end()
        else:
            stop = position + 1
            while stop < end and source[stop] not in "\\'\"":
                stop += 1
            builder.verbatim(position, stop)
            position = stop
    builder.rewind(0)
