"""The phrases that may stand in a text without a name: by their words, subjects and outlines.

A phrase is a row of the index: sets of words of which a text holds one each, and outlines, which
know all its words and their order. An outline is read when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lintwords import later
from lintwords.prefilter.index import ANYWHERE, Table, unpacked

if TYPE_CHECKING:
    from lintwords.prefilter.outlines import Outline, Seen

# what a paragraph of Markdown may hold that is no text, or parts words that follow each other
_MARKUP = later.pattern(rb"[\[\]<>{}&\\|`~^]")


class Phrases:
    """The phrases of an index, asked with the words of it that a text holds."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._read_outlines: dict[int, list[Outline]] = {}
        self._read_classes: dict[int, Outline] = {}

    def seen(
        self, text: str | bytes, marks: str | None = None, *, words: list[bytes] | None = None
    ) -> list[Seen]:
        """The sentences of a paragraph as outlines see them, or where that cannot be told it all.

        `words` are those of it, if there may be more than its own.
        """
        from lintwords.prefilter.outlines import Seen, sentences  # few texts come so far

        data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        if marks is None or ("[" in marks and words is None and not _MARKUP.search(data)):
            rows, in_order = sentences(data, self._table.abbreviations), self._table.in_order
            return [Seen.of_text(sentence, in_order=in_order) for sentence in rows]
        return [Seen.of_markup(data, words)]

    def fits(
        self, found: frozenset[bytes], around: frozenset[bytes], topics: frozenset[bytes],
        look: Callable[[], list[Seen]],
    ) -> bool:
        """Whether a name or all words of a phrase were found, and around it what it is about.

        `look` gives its sentences as outlines see them.
        """
        table = self._table
        if not table.names.isdisjoint(found):
            return True
        return next(self.fitting(found, around, topics, look), None) is not None

    def fitting(
        self, found: frozenset[bytes], around: frozenset[bytes], topics: frozenset[bytes],
        look: Callable[[], list[Seen]],
    ) -> Iterator[tuple[bytes, tuple[int, ...]]]:
        """Each word with the row of a phrase that may stand in a text without a name."""
        keys, sets = self._table.keys, self._table.sets
        seen: list[Seen] = []
        shown: dict[int, bool] = {}
        for word in found:
            for row in keys.get(word, ()):
                where = row[0]
                if where < ANYWHERE:
                    if topics.isdisjoint(sets[ANYWHERE - 1 - where]):
                        continue
                elif where > ANYWHERE and around.isdisjoint(sets[where]):
                    continue
                if any(found.isdisjoint(sets[number]) for number in row[2:]):
                    continue
                nth = row[1]
                if nth not in shown:
                    seen = seen or look()
                    shown[nth] = self._shows(nth, seen)
                if shown[nth]:
                    yield word, row

    def _shows(self, nth: int, seen: list[Seen]) -> bool:
        """Whether one of the outlines of a row may stand in one of these sentences."""
        outlines = self._outlines(nth)
        return any(one.shows(outline, self._class) for one in seen for outline in outlines)

    def _outlines(self, nth: int) -> list[Outline]:
        """The outlines of a row of the keys."""
        found = self._read_outlines.get(nth)
        if found is None:
            found = self._read_outlines[nth] = unpacked(self._table.outlines[nth])
        return found

    def _class(self, nth: int) -> Outline:
        """What outlines share."""
        found = self._read_classes.get(nth)
        if found is None:
            found = self._read_classes[nth] = unpacked(self._table.classes[nth])
        return found
