"""From a mention to its reading.

Names are asked before a reading: what a fixed name holds, or the capital and the formal name of a
state are, is decided by lists. All sums are of whole numbers; so is the table of powers.
Where an encoder is installed, it is asked beside the weights (`second_reader`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from lintwords.grammar import Grammar
from lintwords.grammar.model import Slot
from lintwords.model.rule import ReadingFile
from lintwords.reading.features import VERSION, Features, features
from lintwords.reading.second_reader import Hides, SecondReader
from lintwords.reading.weights import CODES, Weights
from lintwords.text.sentences import Sentence

ABUSE, ACT, PERHAPS, NAMING, OTHER = "abuse", "act", "perhaps", "naming", "other"
_WANTED = 2  # the first two codes are reported
_STEPS = 32  # of the table of powers, for each natural unit
_ONE = 1 << 20
# e to the power of -nth / _STEPS, as whole numbers
_POWERS = tuple(round(_ONE * math.exp(-nth / _STEPS)) for nth in range(16 * _STEPS))
_DECIDED = ("fixed", "named")  # by the names that hold a mention
_BY_NAME = ("capital", "formal")  # metonyms that most style guides accept
_ORGAN = "nouns.organ"  # a group's name before one is an adjective, whatever the slot says
_GOVERNS = frozenset((_ORGAN, "nouns.leader", "nouns.forces"))  # whoever owns one is named rightly
_OWNERS = ("possessive", "adjective")
WHOLE = 1000  # a chance of one


class Reading(NamedTuple):
    """What a mention stands for, and how likely it is to be reported, in thousandths."""

    code: str
    chance: int


class Cue(NamedTuple):
    """A word of the sentence and how much it speaks for the government (or, below 0, against)."""

    word: str
    weight: float


class Reader:
    """Reads mentions by the weights of one language."""

    def __init__(
        self, head: ReadingFile, grammar: Grammar, hides: Hides | None = None
    ) -> None:
        """`hides` makes what hides names from an encoder."""
        self.head = head
        self._grammar = grammar
        self._weights = Weights(head.path, VERSION)
        self._second = SecondReader(head.encoder, hides) if head.encoder and hides else None

    def read(self, sentence: Sentence, slot: Slot) -> Reading:
        """What a mention stands for."""
        if is_decided(sentence, slot):
            return Reading(OTHER, 0)
        powers = self._powers(self._scores(features(sentence, slot, self._grammar)))
        chance = WHOLE * sum(powers[:_WANTED]) // sum(powers)
        if self._second and self._second.is_asked(chance, sentence):
            joined = self._second.joined(powers, sentence, slot)
            powers = [round(_ONE * one) for one in joined]
            chance = WHOLE * sum(powers[:_WANTED]) // sum(powers)
        if chance >= self.head.report:
            return Reading(ABUSE if powers[0] >= powers[1] else ACT, chance)
        if chance >= self.head.perhaps:
            return Reading(PERHAPS, chance)
        naming = CODES.index("N")
        is_naming = powers[naming] == max(powers[_WANTED:])
        return Reading(NAMING if is_naming else OTHER, chance)

    def _powers(self, scores: Sequence[int]) -> list[int]:
        """How likely each code is beside the likeliest, which is `_ONE`."""
        best, unit = max(scores), self.head.unit
        return [
            _POWERS[at] if (at := (best - score) * _STEPS // unit) < len(_POWERS) else 0
            for score in scores
        ]

    def _scores(self, found: Features) -> list[int]:
        """What speaks for each code."""
        sums = self._weights.sums(found)
        return [total + start for total, start in zip(sums, self.head.bias, strict=True)]

    def cues(self, sentence: Sentence, slot: Slot, most: int = 3) -> list[Cue]:
        """The words that weighed most for the government and most against it."""
        if is_decided(sentence, slot):
            return []
        found = features(sentence, slot, self._grammar)
        scores = self._scores(found)
        wanted = max(range(_WANTED), key=scores.__getitem__)
        silent = max(range(_WANTED, len(scores)), key=scores.__getitem__)
        by_word: dict[int, int] = {}
        for (kind, value), at in found.items():
            row = self._weights.sums({(kind, value): at})
            by_word[at] = by_word.get(at, 0) + row[wanted] - row[silent]
        tokens = sentence.tokens
        rows = [
            Cue(tokens[at].text, round(weight / self.head.unit, 1))
            for at, weight in by_word.items() if 0 <= at < len(tokens) and at != slot.token
        ]  # fmt: skip
        rows.sort(key=lambda cue: (-cue.weight, cue.word))
        pro = [cue for cue in rows[:most] if cue.weight > 0]
        contra = [cue for cue in rows[::-1][:most] if cue.weight < 0]
        return [*pro, *contra]


def is_decided(sentence: Sentence, slot: Slot) -> bool:
    """Whether names alone tell what a mention stands for: its own, or that of what it owns."""
    if slot.kind in _DECIDED or slot.name in _BY_NAME:
        return True
    if slot.kind in _OWNERS and not _GOVERNS.isdisjoint(slot.head_classes):
        return True  # "China's courts", "Chinese troops"
    after = sentence.tokens[slot.token + 1 : slot.token + 2]
    return slot.name == "group" and any(_ORGAN in token.classes for token in after)
