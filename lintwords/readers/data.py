"""Text fields of JSON, YAML and CSV: only the fields that the settings name are prose.

A field is named by its key (`body`) or by the end of its path (`article.body`); lists on the way
do not count. In CSV it is a column. Where a file has no such field, or a field holds fields of its
own, that is said. A value in markup is read as a page; in others a line end is a space, and an
empty line ends a segment. Nothing is changed in such files: escapes are the business of the program
that writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lintwords.errors import CannotRead
from lintwords.interface import say, say_many
from lintwords.model import Document, Kind, Part, Segment, Unread
from lintwords.readers import jsonkeys, values
from lintwords.readers.builder import Page, SegmentBuilder, TooMuch
from lintwords.readers.source import decode, line_and_column

_JSON_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"
    r"|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)[ \t]*|.)", re.DOTALL
)  # fmt: skip
_WHITE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_SHORT = {"n": "\n", "t": " ", "r": "\n", "b": "", "f": " ", "0": "", "a": "", "e": "", "v": " ",
          "_": "\xa0", "N": "\n", "L": "\n", "P": "\n\n"}  # fmt: skip
_LINE = re.compile(r"[^\r\n]*")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")  # an anchor or a tag before a value
_FORMATS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml",
            ".yml": "yaml", ".csv": "csv", ".tsv": "tsv"}  # fmt: skip

_MOST_NODES = 2_000_000  # of YAML, each once under each name
_MOST_KEPT = 400_000  # nodes of YAML, cells of a row
_WORD, _NOTHING = re.compile(r"\w"), re.compile(r"#[^\r\n]*|\bnull\b")
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = re.compile(r"\r\n|\r|\n")
# what is no value: a key is there, or a name in the head of a table; a cell stands under no name,
# in the row that is named
_KEY, _HEAD, _BEYOND = "key", "head", "beyond"
_BLOCKS = ("|", ">")
_PLAIN = (Kind.PROSE, None, False)

Value = tuple[tuple[str, ...], int, int, str]  # path, stretch of source, how it is written


def read(
    path: Path, data: bytes, *, encoding: str | None = None, fields: Sequence[str] = ()
) -> Document:
    """Read the `fields` of a data file. Raises CannotRead for a file that is not of its format,
    and where no field is named: nothing would be read, and that is not clean."""
    if not fields:
        hint = say('Name the fields with text in lintwords.toml: fields = ["title", "body"]')
        raise CannotRead(say("cannot tell which fields of {path} hold text", path=path), hint, path)
    text, name = decode(path, data, encoding)
    kind = _FORMATS.get(path.suffix.lower(), "json")
    page = Page(text)
    wanted = _Wanted(fields)
    unread: list[Unread] = []
    read: set[int] = set()  # where values of YAML begin; one may stand under more than one name
    for keys, start, end, style in _values(path, text, kind, wanted.deepest):
        if wanted.takes(keys, style) and style not in (_KEY, _HEAD):
            if start not in read:
                unread += _add(page, text, start, end, style)
            if kind == "yaml":
                read.add(start)
        elif style != _KEY and _LETTER.search(text, start, end):
            wanted.leave(keys, style)
    unread += wanted.unread(holds_more=_WORD.search(_NOTHING.sub("", text)) is not None)
    return Document(path, "data", (Part(0, text),), tuple(page.segments), encoding=name,
                    unread=tuple(dict.fromkeys(unread)))  # fmt: skip


class _Wanted:
    """The fields that are named: which values are theirs, and what of the file that leaves out."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = {tuple(field.split(".")): field for field in fields}
        self.deepest = max(map(len, self._fields))
        self._is_there = self._leaves_text = False
        self._read: set[str] = set()  # fields of which, or of fields inside which, text was read
        self._inside: dict[str, str] = {}  # field → one of the fields inside that were left out
        self._first_row = self._last_row = 0  # of a table, that are longer than its head
        self._many_rows = 0

    def takes(self, keys: tuple[str, ...], style: str) -> bool:
        """Whether what stands under `keys` is of a field that is named."""
        found = any(keys[-len(field) :] == field for field in self._fields)
        self._is_there |= found
        if found and style not in (_KEY, _HEAD):
            self._read.update(field for field, _ in self._around(keys))
        return found

    def leave(self, keys: tuple[str, ...], style: str) -> None:
        """Text under `keys` is not read."""
        self._leaves_text = True
        if style == _BEYOND:
            self._see_long_row(int(keys[0]))
        for field, inside in self._around(keys):
            self._inside.setdefault(field, inside)

    def _see_long_row(self, number: int) -> None:
        self._first_row = self._first_row or number
        self._many_rows += number != self._last_row
        self._last_row = number

    def _around(self, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The named fields that lie on the way to a value, and the way from there."""
        for at in range(len(keys) - 1):
            for field, name in self._fields.items():
                if keys[at : at + len(field)] == field and at + len(field) < len(keys):
                    yield name, ".".join((name, *keys[at + len(field) :]))

    def unread(self, *, holds_more: bool) -> Iterator[Unread]:
        """What a reader sees in the file and would think read.

        `holds_more`: not even a number stands in a file that holds nothing.
        """
        if (self._leaves_text or holds_more) and not self._is_there:
            names = ", ".join(self._fields.values())
            yield Unread(
                "field", say("it has none of the fields that are named ({names})", names=names),
            )
        for field, inside in self._inside.items():
            if field not in self._read:
                what = say(
                    "the field {field} holds fields of its own that were not read, as {inside}",
                    field=field, inside=inside,
                )
                yield Unread("field", what)
        if self._many_rows:
            many = self._many_rows - 1
            row = self._first_row
            yield Unread("field", say_many(
                "row {row} and {n} more have cells beyond the head that were not read",
                "row {row} and {n} more have cells beyond the head that were not read", many,
                row=row,
            ) if many else say("row {row} has cells beyond the head that were not read", row=row))


def _values(path: Path, text: str, kind: str, deepest: int) -> Iterator[Value]:
    if kind in ("json", "jsonl"):
        _check_json(path, text, kind)
        return _json(text)
    if kind == "yaml":
        return _yaml(path, text, deepest)
    return _csv(text, "\t" if kind == "tsv" else None)


# -- JSON ---------------------------------------------------------------------------------------


def _check_json(path: Path, text: str, kind: str) -> None:
    number = 0
    jsonkeys.must_fit(text)
    try:
        lines = _LINE_END.split(text) if kind == "jsonl" else [text]
        for number, line in enumerate(lines, 1):  # noqa: B007  (told where it fails)
            if line.strip() or kind == "json":  # numbers may be of any length, objects are let go
                json.loads(line, parse_int=len, parse_float=len, object_pairs_hook=len)
    except (ValueError, RecursionError) as trouble:
        problem = say("cannot read {path} line {line} as JSON", path=path, line=number) \
            if kind == "jsonl" else say("cannot read {path} as JSON", path=path)
        raise CannotRead(
            problem,
            f"{trouble}.", path,
        ) from trouble


def _json(text: str) -> Iterator[Value]:
    """The strings of valid JSON, each with the keys that lead to it."""
    keys: list[str | None] = [None]  # for each open bracket, the key inside it; lists have none
    before = ""
    for token in _JSON_TOKEN.finditer(text):
        sign = token[0]
        if sign in ("{", "["):
            keys.append(None)
        elif sign in ("}", "]"):
            keys.pop()
        elif sign == ":":
            keys[-1] = json.loads(before)
            yield tuple(key for key in keys if key is not None), 0, 0, _KEY
        elif sign == ",":
            keys[-1] = None
        elif token[1] is not None and not text.startswith(":", _after(text, token.end())):
            yield tuple(key for key in keys if key is not None), *token.span(1), '"'
        before = sign


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


# -- YAML ---------------------------------------------------------------------------------------


def _yaml(path: Path, text: str, deepest: int) -> Iterator[Value]:
    try:
        import yaml
    except ImportError as trouble:
        hint = say(
            'YAML files need an extra. In the folder of lintwords: uv tool install ".[yaml]"'
        )
        raise CannotRead(say("cannot read {path}", path=path), hint, path) from trouble
    try:
        documents = list(yaml.compose_all(text, _bounded(yaml.SafeLoader)))
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as trouble:
        mark = getattr(trouble, "problem_mark", None)
        where = ""
        if mark:
            line, column = line_and_column(text[: mark.index])
            where = say("line {line}, column {column}", line=line, column=column)
        deep = isinstance(trouble, RecursionError)
        what = getattr(trouble, "problem", None) or (say(
            "it is nested too deep",
        ) if deep else trouble)
        hint = f"{what}{', ' if where else ''}{where}."
        raise CannotRead(say("cannot read {path} as YAML", path=path), hint, path) from trouble
    # an alias leads to a node that stands elsewhere: it is seen once under each name that matters
    seen: set[tuple[int, tuple[str, ...]]] = set()
    todo: list[tuple[tuple[str, ...], Any]] = [((), node) for node in reversed(documents)]
    while todo:
        keys, node = todo.pop()
        state = (id(node), keys[-deepest:])
        if node is None or state in seen:
            continue
        seen.add(state)
        if len(seen) > _MOST_NODES:
            raise CannotRead(
                say("cannot read {path} as YAML", path=path),
                say("It repeats itself too often."), path,
            )
        if isinstance(node, yaml.ScalarNode):
            before = _PROPERTIES.match(text, node.start_mark.index)
            assert before is not None  # the pattern can match nothing
            start, end = before.end(), node.end_mark.index
            quotes = 1 if node.style in ("'", '"') else 0
            yield keys, start + quotes, end - quotes, node.style or ""
        elif isinstance(node, yaml.SequenceNode):
            todo += [(keys, child) for child in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            rows = [
                ((*keys, str(key.value) if isinstance(key, yaml.ScalarNode) else ""), child)
                for key, child in node.value
            ]
            for inside, _ in rows:
                yield inside, 0, 0, _KEY
            todo += reversed(rows)


def _bounded(loader: Any) -> Any:
    """A loader of YAML that raises TooMuch for more nodes than fit into memory."""

    class Bounded(loader):  # type: ignore[misc]
        nodes = 0

        def compose_node(self, parent: Any, index: Any) -> Any:
            self.nodes += 1
            if self.nodes > _MOST_KEPT:
                raise TooMuch
            return super().compose_node(parent, index)

    return Bounded


# -- CSV ----------------------------------------------------------------------------------------


def _csv(text: str, delimiter: str | None) -> Iterator[Value]:
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
            if len(row) > _MOST_KEPT:
                raise TooMuch
            continue
        if names is None:
            names = [tuple(text[start:end].strip().split(".")) for start, end, _ in row]
            for name, (start, end, _) in zip(names, row, strict=True):
                yield name, start, end, _HEAD
        else:
            for name, (start, end, style) in zip(names, row, strict=False):
                yield name, start, end, style
            for start, end, _ in row[len(names) :]:
                yield (str(number),), start, end, _BEYOND
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


# -- values -------------------------------------------------------------------------------------


def _add(page: Page, text: str, start: int, end: int, style: str) -> Sequence[Unread]:
    """Add a value as a person reads it; what of it is not read."""
    if values.may_be_markup(text, start, end):
        value = _whole(text, start, end, style)
        found = values.read(value) if value and values.is_markup(value.text) else None
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
            return meant if meant.isprintable() or meant == "\n" else " "
        code = int(escape[1:], 16)
        return chr(code) if code < 0x110000 and chr(code).isprintable() else " "
    return _SHORT.get(escape[0], "" if escape[0] in "\r\n" else escape)


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
