"""Text fields of JSON, YAML and CSV: only the fields that the settings name are prose.

A field is named by its key (`body`) or by the end of its path (`article.body`); lists on the way
do not count. In CSV it is a column. Where a file has no such field, or a field holds fields of its
own, that is said. A value in markup is read as a page; in others a line end is a space, and an
empty line ends a segment. Nothing is changed in such files: escapes are the business of the program
that writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.interface import say
from lintwords.model import Document, Part, Unread
from lintwords.readers.common.builder import Page
from lintwords.readers.common.source import decode
from lintwords.readers.data import csvfile, jsonfile, yamlfile
from lintwords.readers.data.unescaped import add
from lintwords.readers.data.values import HEAD, KEY, OTHERWISE, Value
from lintwords.readers.data.wanted import Wanted

_FORMATS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml",
            ".yml": "yaml", ".csv": "csv", ".tsv": "tsv"}
_WORD, _NOTHING = re.compile(r"\w"), re.compile(r"#[^\r\n]*|\bnull\b")
_LETTER = re.compile(r"[^\W\d_]")


def without_fields(path: Path) -> CannotRead:
    """That no field of a data file is named to be read, with the way out."""
    hint = say('Name the fields with text in lintwords.toml: fields = ["title", "body"]')
    return CannotRead(say("cannot tell which fields of {path} hold text", path=path), hint, path)


def read(
    path: Path, data: bytes, *, encoding: str | None = None, fields: Sequence[str] = ()
) -> Document:
    """Read the `fields` of a data file. Raises CannotRead for a file that is not of its format,
    and where no field is named: nothing would be read, and that is not clean."""
    if not fields:
        raise without_fields(path)
    text, name = decode(path, data, encoding)
    kind = _FORMATS.get(path.suffix.lower(), "json")
    page = Page(text)
    wanted = Wanted(fields)
    unread: list[Unread] = []
    read: set[int] = set()  # where values of YAML begin; one may stand under more than one name
    for keys, start, end, style in _values(path, text, kind, wanted.deepest):
        if wanted.takes(keys, style) and style not in (KEY, HEAD):
            if style == OTHERWISE:
                name = ".".join(keys)
                what = say("the field {name} is no text by its type, and was not read", name=name)
                unread.append(Unread("field", what))
            elif start not in read:
                unread += add(page, text, start, end, style)
            if kind == "yaml" and style != OTHERWISE:
                read.add(start)
        elif style != KEY and _LETTER.search(text, start, end):
            wanted.leave(keys, style)
    unread += wanted.unread(holds_more=_WORD.search(_NOTHING.sub("", text)) is not None)
    return Document(path, "data", (Part(0, text),), tuple(page.segments), encoding=name,
                    unread=tuple(dict.fromkeys(unread)))


def _values(path: Path, text: str, kind: str, deepest: int) -> Iterator[Value]:
    if kind in ("json", "jsonl"):
        jsonfile.check(path, text, kind)
        return jsonfile.strings(text)
    if kind == "yaml":
        return yamlfile.scalars(path, text, deepest)
    return csvfile.cells(text, "\t" if kind == "tsv" else None)
