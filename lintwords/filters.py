"""Named reasons to let a candidate go. A filter is data; no filter is a function here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from lintwords.grammar.model import Governor, Slot
from lintwords.keys import fitting
from lintwords.phrases import PhraseMatcher
from lintwords.rule import Filter
from lintwords.segments import Sentence


class Filters:
    """The filters of a pack; `owners` names the filter of each of the matcher's patterns."""

    def __init__(
        self, filters: Mapping[str, Filter], phrases: PhraseMatcher, owners: Sequence[str]
    ) -> None:
        self._filters = filters
        self._phrases = phrases
        self._owners = owners
        self._numbers: dict[str, frozenset[int]] = {
            name: frozenset(nth for nth, owner in enumerate(owners) if owner == name)
            for name in filters
        }

    def first(
        self, names: Sequence[str], sentence: Sentence, slot: Slot, governor: Governor | None,
        around: frozenset[str],
    ) -> str:
        """The first of `names` that lets a mention go, or an empty string."""
        governors = (governor,) if governor else ()
        for name in names:
            for keys in self._filters[name].mention:
                if any(True for _ in fitting(keys, slot, around, governors)):
                    return name
        return self.first_phrase(names, sentence)

    @cache  # noqa: B019 - as long as the pack, which is as long as the program
    def _phrases_of(self, names: tuple[str, ...]) -> tuple[str, frozenset[int]]:
        """Under which key what stands is kept, and the patterns that are asked."""
        numbers = frozenset().union(*(self._numbers[name] for name in names))
        return f"filters {' '.join(names)}", numbers

    def first_phrase(self, names: Sequence[str], sentence: Sentence) -> str:
        """The first of `names` whose phrase stands in the sentence, or an empty string."""
        key, among = self._phrases_of(tuple(names))
        if not among:
            return ""
        standing = sentence.kept(
            key,
            lambda kept: {self._owners[nth] for nth, _ in self._phrases.match(kept, among)},
        )
        return next((name for name in names if name in standing), "")
