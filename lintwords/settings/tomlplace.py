"""Where a key or a value stands in a TOML text. Asked only to tell a mistake.

Parsers give values without places. This one gives places without values, of a text that is
known to be valid but for what `unclosed` is asked about.
"""

from __future__ import annotations

import re

from lintwords.model import Span

_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL
)
_KEY = re.compile(r"[\w-]+")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_SCALAR = re.compile(r"[^\s,\]}#]+(?: \d[^\s,\]}#]*)?")
_PLAIN = re.compile(r"[^\"'\[\]{}#]+")

Path = tuple["str | int", ...]


class Places:
    """The places of all keys and values of a text, by their path."""

    def __init__(self, text: str) -> None:
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self._text, self._at = text, 0
        table: Path = ()
        self._blank()
        while self._at < len(text):
            if text[self._at] == "[":
                self._at += 2 if text.startswith("[[", self._at) else 1
                table = self._key(())
                self._at = text.find("\n", self._at) if "\n" in text[self._at :] else len(text)
            else:
                self._pair(table)
            self._blank()

    def of(self, path: Path, *, value: bool = False) -> Span:
        """Where the key of `path` stands, or its value; the start of the text if nowhere."""
        first, second = (self.values, self.keys) if value else (self.keys, self.values)
        return first.get(path) or second.get(path) or Span(0, 0)

    def _blank(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _key(self, table: Path) -> Path:
        """Read a dotted key; each of its parts has a place."""
        while True:
            self._blank()
            match = _STRING.match(self._text, self._at) or _KEY.match(self._text, self._at)
            if match is None:  # not valid: go on behind it
                self._at += 1
                return table
            name = match[0]
            if name[0] in "\"'":
                name = name[1:-1]
            table = (*table, name)
            self.keys.setdefault(table, Span(*match.span()))
            self._at = match.end()
            dot = _DOT.match(self._text, self._at)
            if dot is None:
                return table
            self._at = dot.end()

    def _pair(self, table: Path) -> None:
        path = self._key(table)
        self._at = self._text.find("=", self._at) + 1 or len(self._text)
        self._value(path)

    def _value(self, path: Path) -> None:
        self._blank()
        start = self._at
        opening = self._text[start : start + 1]
        if opening in ("[", "{"):
            self._at += 1
            self._many(path, "]" if opening == "[" else "}")
        else:
            match = _STRING.match(self._text, start) or _SCALAR.match(self._text, start)
            self._at = match.end() if match else start + 1
        self.values[path] = Span(start, self._at)

    def _many(self, path: Path, end: str) -> None:
        nth = 0
        while True:
            self._blank()
            if self._at >= len(self._text) or self._text[self._at] == end:
                self._at += 1
                return
            if self._text[self._at] == ",":
                self._at += 1
            elif end == "]":
                self._value((*path, nth))
                nth += 1
            else:
                self._pair(path)


def unclosed(text: str) -> int | None:
    """Where the outermost bracket stands that is open at the end of `text`."""
    opened: list[int] = []
    at = 0
    while at < len(text):
        skipped = _BLANK.match(text, at) or _PLAIN.match(text, at)
        if skipped and skipped.end() > at:
            at = skipped.end()
            continue
        match = _STRING.match(text, at) or _PLAIN.match(text, at)
        if match:
            at = match.end()
            continue
        if text[at] in "[{":
            opened.append(at)
        elif text[at] in "]}" and opened:
            opened.pop()
        at += 1
    return opened[0] if opened else None
