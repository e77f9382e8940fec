"""Whether the keys of a rule or a filter fit a mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintwords.grammar.model import Governor, Slot
from lintwords.later import once
from lintwords.model.rule import Fit, MentionPattern
from lintwords.text.sentences import Sentence

MOST_KNOWN = 10_000  # governors whose rules and filters are kept in mind
LISTED = "list"  # a slot of its own in packs: the mention stands in a list of states


def near(sentence: Sentence, slot: Slot) -> frozenset[str]:
    """The classes of all other words in the mention's clause."""
    start, end = slot.clause
    clause = once(sentence.notes, f"near {start} {end}", _clause, sentence, start, end)
    return clause.without(sentence.tokens[slot.token].word.classes)


class _Clause(NamedTuple):
    """The classes of the tokens of a clause, asked by each of its mentions."""

    all_of_it: frozenset[str]
    once: frozenset[str]  # those that one token alone is of

    def without(self, own: frozenset[str]) -> frozenset[str]:
        """The classes of all tokens but one, which is of the classes `own`."""
        return self.all_of_it - (self.once & own)


def _clause(sentence: Sentence, start: int, end: int) -> _Clause:
    tokens = sentence.tokens
    found: set[str] = set()
    again: set[str] = set()
    for token in tokens[start:end]:
        classes = token.word.classes
        again |= found & classes
        found |= classes
    if sentence.marked and end > start:
        first, last = tokens[start].start, tokens[end - 1].end
        for offset, classes in sentence.marked:
            if first <= offset < last:
                found |= classes
                again |= classes  # also where the mention is of that class
    return _Clause(frozenset(found), frozenset(found - again))


def stands_so(keys: MentionPattern, slot: Slot) -> bool:
    """Whether the name, its noun and its preposition are what `keys` ask for."""
    if (keys.name and slot.name not in keys.name) or (keys.prep and slot.prep not in keys.prep):
        return False
    if keys.reading and slot.reading not in keys.reading:
        return False
    return not (keys.head and slot.head_classes.isdisjoint(keys.head))


def fitting(
    keys: MentionPattern, slot: Slot, around: frozenset[str],
    governors: Iterable[Governor | None] = (),
) -> Iterator[Governor | None]:
    """Yield each governor with which `keys` fit; None once if they ask for no governor."""
    if (keys.near and around.isdisjoint(keys.near)) or not stands_so(keys, slot):
        return
    listed = slot.listed and LISTED in keys.slot
    asked = keys.governor or keys.object or keys.complement
    for governor in (*(governors or slot.governors), *(() if asked else (None,))):
        kind = governor.role or slot.kind if governor else slot.kind
        if keys.slot and kind not in keys.slot and not listed:
            continue
        if asked and (governor is None or not _governs(keys, governor)):
            continue
        if any(_fits(other, slot, around, governor) for other in keys.but_not):
            continue
        yield governor
        if not asked:
            return


def _fits(
    keys: MentionPattern, slot: Slot, around: frozenset[str], governor: Governor | None
) -> bool:
    return any(True for _ in fitting(keys, slot, around, (governor,) if governor else ()))


def _governs(keys: MentionPattern, governor: Governor) -> bool:
    if keys.governor and governor.classes.isdisjoint(keys.governor):
        return False
    if governor.outer and not keys.object:
        return False  # such a verb says something only together with its object
    if keys.object and governor.object.isdisjoint(keys.object):
        return False
    return not (keys.complement and governor.complement.isdisjoint(keys.complement))


def stands_for(fit: Fit, slot: Slot | None, governor: Governor | None = None) -> bool:
    """Whether a mention stands where the wording asks, and under such a verb or noun.

    Without a `governor` any of the slot will do.
    """
    if fit.slot and (slot is None or slot.kind not in fit.slot):
        return False
    asked = slot.governors if slot and governor is None else [governor] if governor else []
    return not fit.governor or any(not one.classes.isdisjoint(fit.governor) for one in asked)
