"""Components of MDX on lines of their own, as a parser of Markdown has to see them.

What stands in a component is Markdown, indented or not, with or without blank lines. To the parser
it would be HTML up to the next blank line, and code where it is indented by four signs. So each tag
that stands alone on its line gets blank lines around it, and what is inside loses the indent. Where
each stretch stands is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lintwords import later

_LINE = later.pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_OPEN = re.compile(
    r"<(?!(?:pre|style|script|textarea|svg|math)\b)([A-Za-z][\w.-]*)?(?:\s[^<>]*)?(?<![/=])>\s*\Z"
)
_CLOSE = re.compile(r"</([A-Za-z][\w.-]*)?\s*>\s*\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
_MOST = 3  # signs before a tag that is in nothing; more, or in a list, and it belongs to that


class Flat:
    """A text without the indents of components; `start` and `end` lead back to the source."""

    def __init__(self, source: str) -> None:
        self._starts: list[int] = []  # of stretches in the text
        self._sources: list[int] = []  # and in the source
        self._pieces: list[str] = []
        self._length = 0
        self._read(source)
        self.text = "".join(self._pieces)

    def start(self, at: int) -> int:
        """Where in the source what begins at text[at] stands."""
        nth = max(bisect_right(self._starts, at) - 1, 0)
        return self._sources[nth] + at - self._starts[nth] if self._starts else at

    def end(self, at: int) -> int:
        """Where in the source what ends before text[at] ends."""
        return self.start(at - 1) + 1 if at else self.start(0)

    def _read(self, source: str) -> None:
        opened: list[tuple[str, int, int | None]] = []  # name, its indent, that of what is inside
        fence, in_list = "", False
        at = 0
        while at < len(source):
            line = _LINE.match(source, at)
            assert line is not None  # the pattern can match nothing
            said = line[0]
            bare = said.lstrip(" \t")
            indent = len(said) - len(bare)
            if opened and opened[-1][2] is None and bare.strip() and not _CLOSE.match(bare):
                opened[-1] = (*opened[-1][:2], indent)
            base = (opened[-1][2] if opened else 0) or 0
            in_list = _ITEM.match(bare) is not None if bare.strip() and indent <= base else in_list
            is_free = indent == base or (not opened and indent <= _MOST and not in_list)
            mark = _FENCE.match(bare)
            if fence:
                fence = "" if mark and bare.strip() == mark[1] and mark[1] >= fence else fence
            elif mark:
                fence = mark[1]
            elif (
                opened and (end := _CLOSE.match(bare))
                and (end[1] or "", indent) == opened[-1][:2]
            ):
                opened.pop()
                self._add(source, at + indent, line.end(), apart=True)
                at = line.end()
                continue
            elif is_free and (begin := _OPEN.match(bare)):
                opened.append((begin[1] or "", indent, None))
                self._add(source, at + indent, line.end(), apart=True)
                at = line.end()
                continue
            self._add(source, at + min(indent, base), line.end())
            at = line.end()

    def _add(self, source: str, start: int, end: int, *, apart: bool = False) -> None:
        if apart:
            self._put("\n", start)
        self._put(source[start:end], start)
        if apart:
            self._put("\n", end - 1)

    def _put(self, text: str, source: int) -> None:
        self._starts.append(self._length)
        self._sources.append(source)
        self._pieces.append(text)
        self._length += len(text)
