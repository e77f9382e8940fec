"""JSON: its strings, each with the keys that lead to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.interface import say
from lintwords.readers.data import jsonkeys
from lintwords.readers.data.values import KEY, Value

_JSON_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")


def check(path: Path, text: str, kind: str) -> None:
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


def strings(text: str) -> Iterator[Value]:
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
            yield tuple(key for key in keys if key is not None), 0, 0, KEY
        elif sign == ",":
            keys[-1] = None
        elif token[1] is not None and not text.startswith(":", _after(text, token.end())):
            yield tuple(key for key in keys if key is not None), *token.span(1), '"'
        before = sign


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at
