"""Blocks of lines with marks inside them, for markup that is written as plain text.

A block is what a reader found to belong together: stretches of source lines without their indent.
Its marks are found by one pattern whose named groups say what a match is read as:

    inner…   the group is read (and searched for marks); the rest of the match is markup
    name…    as inner; by the words of the group something else is found
    object…  the match is one object: code, a picture, a name to be filled in
    aside…   as object; the group's text is a caption of its own
    drop…    nothing is read; a reference makes a name of the word before it
    plain…   the group is read as it stands
    entity   the match is read as the sign that HTML has for it
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from lintwords.model import Bound, Kind, Locked, reasons
from lintwords.readers.common.addresses import find_addresses
from lintwords.readers.common.builder import OBJECT, Page, SegmentBuilder
from lintwords.readers.common.word_parts import part_of_word

_DEEPEST = 8  # marks inside marks; what lies deeper is read as it stands
_CODE = ("object_literal", "object_role", "object_mono", "object_code")
_FILLED = ("object_attribute", "object_substitution")  # names to be filled in
_REACH = 1000  # characters that a mark may hold
_NAME = 100  # characters of a word that is a name
_ENDLESS = re.compile(r"((?<!\\)\.|\\[sSw]|(?<!\\)\[\^?(?:\\.|[^\]\\])+\])([+*])")


def bounded(pattern: str) -> str:
    """A pattern in which no run of characters of a kind is longer than a mark may be.

    Else each of a thousand signs that open a mark would be followed to the end of the text, where
    nothing closes it.
    """
    return _ENDLESS.sub(
        lambda run: f"{run[1]}{{{1 if run[2] == '+' else 0},{_REACH}}}", pattern
    )


class Block:
    """Lines of a source that are read together, joined by line ends."""

    def __init__(self, source: str, lines: Sequence[tuple[int, int]]) -> None:
        self._source = source
        self._lines = lines
        self.text = "\n".join([source[start:end] for start, end in lines])
        self._starts = [0]
        for start, end in lines:
            self._starts.append(self._starts[-1] + end - start + 1)

    def place(self, at: int) -> int:
        """Where text[at] stands in the source; the end of the text is the end of the last line."""
        line = min(bisect_right(self._starts, at) - 1, len(self._lines) - 1)
        return self._lines[line][0] + at - self._starts[line]

    def verbatim(self, words: SegmentBuilder, start: int, end: int) -> None:
        """text[start:end] is read as it stands, a line end as a space."""
        while start < end:
            stop = self.text.find("\n", start, end)
            stop = end if stop < 0 else stop
            self._line(words, start, stop)
            if stop < end:
                words.space(self.place(stop), self.place(stop + 1))
            start = stop + 1

    def _line(self, words: SegmentBuilder, start: int, end: int) -> None:
        if start >= end:
            return
        first, last = self.place(start), self.place(start) + end - start
        if not words.takes_space:
            first += len(self._source[first:last]) - len(self._source[first:last].lstrip())
        words.verbatim(first, last)


class Marks:
    """Reads blocks by the marks of one format."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def read(self, page: Page, block: Block, names: Mapping[str, str] | None = None) -> None:
        """Add the text of `block` to the current segment of `page`.

        `names`: what is read for a name to be filled in, by the name in small letters.
        """
        _Reading(page, block, self._pattern, names or {}).between(0, len(block.text), 0)


class _Reading:
    """One block on its way into a page."""

    def __init__(
        self, page: Page, block: Block, pattern: re.Pattern[str], names: Mapping[str, str]
    ) -> None:
        self._names = names
        self._page = page
        self._block = block
        self._pattern = pattern
        self._addresses = find_addresses(block.text)
        self._ends = [address.end for address in self._addresses]

    def between(self, start: int, end: int, depth: int) -> None:
        match = self._pattern.search(self._block.text, start, end) if depth < _DEEPEST else None
        while match is not None:
            self._plain(start, match.start())
            self._marked(match, depth)
            start = match.end()
            match = self._pattern.search(self._block.text, start, end)
        self._plain(start, end)

    def _marked(self, match: re.Match[str], depth: int) -> None:
        name = match.lastgroup or ""
        words = self._page.text
        first, last = self._block.place(match.start()), self._block.place(match.end() - 1) + 1
        if name.startswith(("inner", "name")):
            self.between(*match.span(name), depth + 1)
            if name.startswith("name"):
                self._page.bound.append(Bound(0, first, last, reasons.NAME))
        elif name == "drop_reference":
            before = self._block.text[max(match.start() - _NAME, 0) : match.start()]
            low = self._block.place(match.start() - len(before.split()[-1]))
            self._page.bound.append(Bound(0, low, first, reasons.NAME))
        elif name == "entity":
            words.read_as(html.unescape(match[0]), first, last)
        elif name.startswith("plain"):
            self._block.verbatim(words, *match.span(name))
        elif name in _FILLED and (value := self._name(match[name])) is not None:
            words.read_as(value, first, last)
            if any(map(str.isalpha, value)):  # a fix here would take all of it away
                self._page.locked.append(Locked(0, first, last))
        elif name in _CODE and (
            part := part_of_word(self._block.text, *match.span())
        ):
            self._block.verbatim(words, *part)
        elif name.startswith(("object", "aside")):
            words.read_as(OBJECT, first, last)
            self._page.has_code |= name in _CODE and any(map(str.isalpha, match[name]))
            if name.startswith("aside"):
                caption = SegmentBuilder(self._page.source)
                self._block.verbatim(caption, *match.span(name))
                self._page.aside(caption.build(Kind.CAPTION))

    def _name(self, name: str) -> str | None:
        return self._names.get(name.strip("{}").lower())

    def _plain(self, start: int, end: int) -> None:
        """Read text without marks; an address is one object."""
        words = self._page.text
        for address in self._addresses[bisect_right(self._ends, start) :]:
            if address.start >= end:
                break
            low, high = max(address.start, start), min(address.end, end)
            self._block.verbatim(words, start, low)
            if low == address.start:  # else it began before the mark
                words.read_as(OBJECT, self._block.place(low), self._block.place(high - 1) + 1)
            start = high
        self._block.verbatim(words, start, end)
