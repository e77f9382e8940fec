"""Named reasons to let a candidate go. A filter is data; no filter is a function here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from lintwords.grammar.model import Governor, Slot
from lintwords.later import once
from lintwords.match.mention_pattern import LISTED, MOST_KNOWN, fitting, stands_so
from lintwords.match.phrases import PhraseMatcher
from lintwords.model.rule import Filter, MentionPattern
from lintwords.text.sentences import Sentence


class Filters:
    """The filters of a pack; `owners` names the filter of each of the matcher's patterns."""

    def __init__(
        self, filters: Mapping[str, Filter], phrases: PhraseMatcher, owners: Sequence[str]
    ) -> None:
        self._filters = filters
        self._phrases = phrases
        self._owners = owners
        self._known: dict[Hashable, Sequence[tuple[str, MentionPattern]]] = {}
        self._asked: dict[tuple[str, ...], tuple[str, frozenset[int]]] = {}  # as rules say `unless`
        self._numbers: dict[str, list[int]] = {name: [] for name in filters}
        for nth, owner in enumerate(owners):
            self._numbers[owner].append(nth)

    def first(
        self, names: Sequence[str], sentence: Sentence, slot: Slot, governor: Governor | None,
        around: frozenset[str],
    ) -> str:
        """The first of `names` that lets a mention go, or an empty string."""
        governors = (governor,) if governor else ()
        for name, keys in self._worth_asking(names, slot, governor):
            if any(True for _ in fitting(keys, slot, around, governors)):
                return name
        return self.first_phrase(names, sentence)

    def _worth_asking(
        self, names: Sequence[str], slot: Slot, governor: Governor | None
    ) -> Sequence[tuple[str, MentionPattern]]:
        """The keys of these filters that may fit such a slot, in their order."""
        asked = (
            tuple(names), slot.kind, slot.name, slot.prep, slot.head_classes, slot.listed,
            slot.reading,
            governor and (governor.role, governor.classes),
        )
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            rows = ((name, keys) for name in names for keys in self._filters[name].mention)
            found = self._known[asked] = [
                (name, keys) for name, keys in rows if _may_fit(keys, slot, governor)
            ]
        return found

    def _phrases_of(self, names: tuple[str, ...]) -> tuple[str, frozenset[int]]:
        """Under which key what stands is kept, and the patterns that are asked."""
        found = self._asked.get(names)
        if found is None:
            numbers = frozenset().union(*(self._numbers[name] for name in names))
            found = self._asked[names] = f"filters {' '.join(names)}", numbers
        return found

    def first_phrase(self, names: Sequence[str], sentence: Sentence) -> str:
        """The first of `names` whose phrase stands in the sentence, or an empty string."""
        key, among = self._phrases_of(tuple(names))
        if not among or not self._phrases.may_stand(sentence):
            return ""
        standing = once(sentence.notes, key, self._standing, sentence, among)
        return next((name for name in names if name in standing), "")

    def _standing(self, sentence: Sentence, among: frozenset[int]) -> set[str]:
        """The filters of which one of these phrases stands in a sentence."""
        return {self._owners[nth] for nth, _ in self._phrases.match(sentence, among)}


def _may_fit(keys: MentionPattern, slot: Slot, governor: Governor | None) -> bool:
    """False only if `fitting` surely yields nothing, whatever stands around the mention."""
    if governor:
        kinds = (slot.kind, governor.role, LISTED if slot.listed else "")
        if keys.slot and not any(kind in keys.slot for kind in kinds):
            return False
        if keys.governor and governor.classes.isdisjoint(keys.governor):
            return False
    return stands_so(keys, slot)
