"""Letters of a page that its style shows as capitals: small ones are read as they are shown.

Stretches that hold a capital of their own are read as they were written, so that a fix can be made
in them; no fix touches the others, which nobody has written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lintwords.model import Locked
from lintwords.readers.common.builder import SegmentBuilder

_ALL = re.compile(
    r"text-transform\s*:\s*uppercase|font-variant(?:-caps)?\s*:[^;]{0,80}\b(?:small|petite)-caps"
    r"|font-feature-settings\s*:[^;]{0,80}[\"'](?:smcp|c2sc|pcap|c2pc)[\"'](?!\s*(?:0|off))",
    re.IGNORECASE,
)
_FIRST = re.compile(r"text-transform\s*:\s*capitalize", re.IGNORECASE)
_NONE = re.compile(
    r"text-transform\s*:\s*(?:none|lowercase)|font-variant(?:-caps)?\s*:\s*normal", re.IGNORECASE
)
INITIAL = "first-letter:uppercase"  # what a sheet says of no more than the first letter
_WORD = re.compile(r"\S+")


def said(styles: Iterable[str], around: str) -> str:
    """Which letters styles show as capitals: "all", "first" of each word, "initial", or none.

    `around` is what holds around the element; the last style speaks last.
    """
    for style in styles:
        if _ALL.search(style):
            around = "all"
        elif _FIRST.search(style):
            around = "first"
        elif style == INITIAL:
            around = around if around in ("all", "first") else "initial"
        elif _NONE.search(style):
            around = ""
    return around


class Loud(SegmentBuilder):
    """Adds to another builder what is shown in capitals."""

    __slots__ = ("_inner", "_locked", "_which")

    def __init__(
        self, inner: SegmentBuilder, source: str, locked: list[Locked], which: str
    ) -> None:
        super().__init__(source)
        self._inner, self._locked, self._which = inner, locked, which

    @property
    def takes_space(self) -> bool:
        return self._inner.takes_space

    def verbatim(self, start: int, end: int) -> None:
        """source[start:end] is read word by word as it is shown."""
        if self._which == "initial":
            if len(self._inner) or not self._source[start : start + 1].islower():
                self._inner.verbatim(start, end)
                return
            self._inner.read_as(_large(self._source[start]), start, start + 1)
            self._locked.append(Locked(0, start, start + 1))
            self._inner.verbatim(start + 1, end)
            return
        if start >= end or not self._source[start:end].islower():
            self._inner.verbatim(start, end)
            return
        for word in _WORD.finditer(self._source, start, end):
            first, last = word.span()
            self._inner.verbatim(start, first)
            text = word[0]
            shown = _large(text) if self._which == "all" else _large(text[0]) + text[1:]
            self._inner.read_as(shown, first, last)
            self._locked.append(Locked(0, first, last))
            start = last
        self._inner.verbatim(start, end)

    def read_as(self, text: str, start: int, end: int) -> None:
        """source[start:end] is read as `text`, shown in capitals."""
        self._inner.read_as(_large(text) if self._which == "all" else text, start, end)

    def space(self, start: int, end: int) -> None:
        """source[start:end] is read as one space."""
        self._inner.space(start, end)


def _large(text: str) -> str:
    """In capitals, each letter in the place of its own."""
    return "".join(large if len(large := letter.upper()) == 1 else letter for letter in text)
