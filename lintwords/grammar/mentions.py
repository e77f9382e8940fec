"""Which tokens are mentions, with the clause of each; a language decides on the slot of one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from lintwords.grammar.answers import answer
from lintwords.grammar.labels import is_label, stands_apart
from lintwords.grammar.model import Slot
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.model.rule import MENTIONS
from lintwords.text.sentences import Sentence

_MENTIONS = frozenset(MENTIONS)


def slots(
    sentence: Sentence, tagged: Callable[[Sentence], Tagged],
    decide: Callable[[Tagged, Slot, int], None], weigh: Callable[[Tagged, Slot], None],
) -> list[Slot]:
    """A slot for each mention of `sentence`, in order; found once.

    Of each that is opened `decide` finds out what it is, with the token of its mention, and `weigh`
    then how sure that is. A sentence without any is not tagged.
    """
    return once(sentence.notes, "slots", _slots, sentence, tagged, decide, weigh)


def _slots(
    sentence: Sentence, tagged: Callable[[Sentence], Tagged],
    decide: Callable[[Tagged, Slot, int], None], weigh: Callable[[Tagged, Slot], None],
) -> list[Slot]:
    at = [i for i, token in enumerate(sentence.tokens) if token.name in _MENTIONS]
    if not at:
        return []
    read, opening = tagged(sentence), sentence.opening
    found = [_open_slot(read, i) for i in at]
    for slot in found:
        decide(read, slot, slot.token)
        weigh(read, slot)
    for slot in found:
        is_alone = not slot.governors and slot.kind in ("bare", "tag")
        is_apart = bool(slot.governors) and stands_apart(read, slot)
        if is_apart or (is_alone and is_label(read, slot, opening)):
            slot.kind, slot.governors = "named", []
        elif not slot.governors or slot.kind == "predicate":
            answer(sentence, read, slot)
    return found


def _open_slot(read: Tagged, at: int) -> Slot:
    """The slot of the mention at token `at` before anything is decided."""
    token = read.tokens[at]
    clause = _clause_around(read, at)
    return Slot("bare", token.name, token.span, at, [], asked=read.question, clause=clause)


def _clause_around(read: Tagged, at: int) -> tuple[int, int]:
    """The clause around a token, which is itself no border."""
    borders = read.borders
    nth = bisect_left(borders, at)
    start = borders[nth - 1] + 1 if nth else 0
    return start, borders[nth] if nth < len(borders) else read.count
