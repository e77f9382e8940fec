"""Web and mail addresses in running text of Markdown, each of which is one object.

The parser gives text in stretches, and an address may reach over several of them. Stretches are
asked about in the order of the source.
"""

from __future__ import annotations

from lintwords.readers.common.addresses import find_addresses
from lintwords.readers.common.builder import OBJECT, SegmentBuilder


class AddressesAhead:
    """The addresses of a source that end behind what has been read."""

    def __init__(self, source: str) -> None:
        self._all = find_addresses(source)
        self._next = 0  # the first of them that may still come

    def reaches_into(self, start: int, end: int) -> bool:
        """Whether part of an address stands in source[start:end]; those before are let go."""
        while self._next < len(self._all) and self._all[self._next].end <= start:
            self._next += 1
        return self._next < len(self._all) and self._all[self._next].start < end

    def add(self, words: SegmentBuilder, start: int, end: int) -> None:
        """Add source[start:end] to `words`, with an object where an address begins."""
        while self._next < len(self._all):
            address = self._all[self._next]
            words.verbatim(start, min(address.start, end))
            if start <= address.start < end:  # else it began in text that came before
                words.read_as(OBJECT, address.start, min(address.end, end))
            start = max(start, min(address.end, end))
            if address.end >= end:
                break  # more of it may come
            self._next += 1
        words.verbatim(start, end)
