"""Named reasons to let a candidate go. A filter is data; no filter is a function here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintwords.grammar.model import Governor, Slot
from lintwords.keys import fitting
from lintwords.phrases import Line, Row
from lintwords.rule import Filter
from lintwords.segments import Sentence


class Filters:
    """The filters of a pack, their phrases compiled."""

    def __init__(self, filters: Mapping[str, Filter], phrases: Mapping[str, Sequence[Row]]) -> None:
        self._filters = filters
        self._phrases = phrases

    def first(
        self, names: Sequence[str], sentence: Sentence, slot: Slot, governor: Governor | None,
        around: frozenset[str],
    ) -> str:
        """The first of `names` that lets a mention go, or an empty string."""
        for name in names:
            governors = (governor,) if governor else ()
            for keys in self._filters[name].mention:
                if any(True for _ in fitting(keys, slot, around, governors)):
                    return name
        return self.first_phrase(names, sentence)

    def first_phrase(
        self, names: Sequence[str], sentence: Sentence, line: Line | None = None
    ) -> str:
        """The first of `names` whose phrase stands in the sentence, or an empty string."""
        for name in names:
            for row in self._phrases.get(name, ()):
                line = line or Line.of(sentence)
                if any(end > at for at in range(len(line.words)) for end in row.ends(line, at)):
                    return name
        return ""
