"""Text fields of JSON, YAML and CSV: only the fields that the settings name are prose.

A field is named by its key (`body`) or by the end of its path (`article.body`); lists on the way
do not count. In CSV it is a column. A line end in a value is a space, an empty line ends a
segment. Nothing is changed in such files: escapes are the business of the program that writes
them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lintwords.errors import CannotRead
from lintwords.model import Document, Kind, Part
from lintwords.readers.builder import Page
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

_PLAIN = (Kind.PROSE, None, False)

Value = tuple[tuple[str, ...], int, int, str]  # path, stretch of source, how it is written


def read(
    path: Path, data: bytes, *, encoding: str | None = None, fields: Sequence[str] = ()
) -> Document:
    """Read the `fields` of a data file. Raises CannotRead for a file that is not of its format,
    and where no field is named: nothing would be read, and that is not clean."""
    if not fields:
        hint = 'Name the fields with text in lintwords.toml: fields = ["title", "body"]'
        raise CannotRead(f"cannot tell which fields of {path} hold text", hint, path)
    text, name = decode(path, data, encoding)
    kind = _FORMATS.get(path.suffix.lower(), "json")
    page = Page(text)
    wanted = [tuple(field.split(".")) for field in fields]
    for keys, start, end, style in _values(path, text, kind):
        if any(keys[-len(field) :] == field for field in wanted):
            _add(page, text, start, end, style)
    return Document(path, "data", (Part(0, text),), tuple(page.segments), encoding=name)


def _values(path: Path, text: str, kind: str) -> Iterator[Value]:
    if kind in ("json", "jsonl"):
        _check_json(path, text, kind)
        return _json(text)
    if kind == "yaml":
        return _yaml(path, text)
    return _csv(text, "\t" if kind == "tsv" else None)


# -- JSON ---------------------------------------------------------------------------------------


def _check_json(path: Path, text: str, kind: str) -> None:
    try:
        for line in text.splitlines() if kind == "jsonl" else (text,):
            if line.strip() or kind == "json":
                json.loads(line)
    except (ValueError, RecursionError) as trouble:
        raise CannotRead(f"cannot read {path} as JSON", f"{trouble}.", path) from trouble


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


def _yaml(path: Path, text: str) -> Iterator[Value]:
    try:
        import yaml
    except ImportError as trouble:
        hint = 'YAML files need an extra: pip install "lintwords[yaml]"'
        raise CannotRead(f"cannot read {path}", hint, path) from trouble
    try:
        documents = list(yaml.compose_all(text, yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as trouble:
        mark = getattr(trouble, "problem_mark", None)
        where = "line {}, column {}".format(*line_and_column(text[: mark.index])) if mark else ""
        what = getattr(trouble, "problem", None) or "it is nested too deep"
        hint = f"{what}{', ' if where else ''}{where}."
        raise CannotRead(f"cannot read {path} as YAML", hint, path) from trouble
    seen: set[int] = set()  # an alias leads to a node that was read where it stands
    todo: list[tuple[tuple[str, ...], Any]] = [((), node) for node in reversed(documents)]
    while todo:
        keys, node = todo.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            before = _PROPERTIES.match(text, node.start_mark.index)
            assert before is not None  # the pattern can match nothing
            start, end = before.end(), node.end_mark.index
            quotes = 1 if node.style in ("'", '"') else 0
            yield keys, start + quotes, end - quotes, node.style or ""
        elif isinstance(node, yaml.SequenceNode):
            todo += [(keys, child) for child in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            todo += [((*keys, str(key.value)), child) for key, child in reversed(node.value)]


# -- CSV ----------------------------------------------------------------------------------------


def _csv(text: str, delimiter: str | None) -> Iterator[Value]:
    """The cells under a head line, as RFC 4180 writes them; `;` where the head has more of it."""
    if delimiter is None:
        head = _LINE.match(text)
        line = head[0] if head else ""
        delimiter = ";" if line.count(";") > line.count(",") else ","
    names: list[str] | None = None
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
            continue
        if names is None:
            names = [text[start:end].strip() for start, end, _ in row]
        else:
            for name, (start, end, style) in zip(names, row, strict=False):
                yield (name,), start, end, style
        row = []
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


def _add(page: Page, text: str, start: int, end: int, style: str) -> None:
    """Add a value as a person reads it."""
    if style in ("|", ">"):  # the first line holds only signs
        first = _LINE.match(text, start, end)
        start = first.end() if first else start
    if style == '"':
        pieces: Iterator[tuple[int, int, str | None]] = _unescaped(text, start, end)
    elif style in ("'", "csv"):
        pieces = _undoubled(text, start, end, "'" if style == "'" else '"')
    else:
        pieces = iter([(start, end, None)])
    breaks = 0
    for low, high, read in pieces:
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
