"""From a mention to its reading.

Names are asked before a reading: what a fixed name holds, or the capital and the formal name of a
state are, is decided by lists. All sums are of whole numbers; so is the table of powers.
Where encoders are installed, they are asked beside the weights (`second_reader`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lintwords.grammar import Grammar
from lintwords.grammar.model import Slot
from lintwords.model.rule import ReadingFile
from lintwords.reading.features import VERSION, Features, features
from lintwords.reading.second_reader import Doubt, SecondReader
from lintwords.reading.weights import CODES, WANTED, Weights
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence

ABUSE, ACT, PERHAPS, NAMING, OTHER = "abuse", "act", "perhaps", "naming", "other"
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
_MOST_LEFT_OUT = 24  # words, each of which is a question
Mention = tuple[Sentence, Slot]


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
        self, head: ReadingFile, grammar: Grammar, names: Mapping[str, Sequence[str]],
        lexicon: Lexicon,
    ) -> None:
        """`names` of the country, kind by kind, are what no encoder sees."""
        self.head = head
        self._grammar = grammar
        self._weights = Weights(head.path, VERSION)
        self._second = SecondReader(head.encoders, names, lexicon) if head.encoders else None

    @property
    def gains_by_many(self) -> bool:
        """Whether many mentions at once take less time than one after the other."""
        return self._second is not None

    def read(self, mentions: Sequence[Mention]) -> list[Reading]:
        """What each of some mentions, as they come in a text, stands for."""
        found = [
            [] if is_decided(*one) else self._powers(self._scores(features(*one, self._grammar)))
            for one in mentions
        ]
        if self._second:
            doubts = [
                nth for nth, (one, powers) in enumerate(zip(mentions, found, strict=True))
                if powers and self._second.is_asked(_chance(powers), *one)
            ]
            asked = [Doubt(*mentions[nth], found[nth]) for nth in doubts]
            for nth, powers in zip(doubts, self._joined(asked), strict=True):
                found[nth] = powers
        return [self._reading(powers) if powers else Reading(OTHER, 0) for powers in found]

    def _reading(self, powers: Sequence[int]) -> Reading:
        chance = _chance(powers)
        if chance >= self.head.report:
            return Reading(ABUSE if powers[0] >= powers[1] else ACT, chance)
        if chance >= self.head.perhaps:
            return Reading(PERHAPS, chance)
        naming = CODES.index("N")
        is_naming = powers[naming] == max(powers[WANTED:])
        return Reading(NAMING if is_naming else OTHER, chance)

    def _joined(self, doubts: Sequence[Doubt], alike: bool = False) -> list[list[int]]:
        """How likely each code is by all readers, beside the likeliest, which is `_ONE`."""
        rows = self._second.joined(doubts, alike) if self._second else ()
        return [[round(_ONE * one) for one in row] for row in rows]

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
        """The words that weighed most for the government and most against it.

        Of the judgement that `read` gave: by the weights of each word, or, where the encoder was
        asked, by what becomes of the chance of all readers when the word is left out.
        """
        if is_decided(sentence, slot):
            return []
        found = features(sentence, slot, self._grammar)
        scores, rows = self._scores(found), self._by_word(found, sentence, slot)
        if self._second and self._second.was_asked(sentence, slot):
            weights = self._by_leaving_out(sentence, slot, scores, rows)
        else:
            wanted = max(range(WANTED), key=scores.__getitem__)
            silent = max(range(WANTED, len(scores)), key=scores.__getitem__)
            unit = self.head.unit
            weights = {at: (row[wanted] - row[silent]) / unit for at, row in rows.items()}
        cues = [Cue(sentence.tokens[at].text, round(one, 1)) for at, one in weights.items()]
        cues.sort(key=lambda cue: (-cue.weight, cue.word))
        pro = [cue for cue in cues[:most] if cue.weight > 0]
        contra = [cue for cue in cues[::-1][:most] if cue.weight < 0]
        return [*pro, *contra]

    def _by_word(self, found: Features, sentence: Sentence, slot: Slot) -> dict[int, list[int]]:
        """What speaks for each code of each token that is not the mention, by the weights."""
        rows: dict[int, list[int]] = {}
        for feature, at in found.items():
            if 0 <= at < len(sentence.tokens) and at != slot.token:
                sums = self._weights.sums((feature,))
                row = rows.setdefault(at, [0] * len(sums))
                row[:] = map(int.__add__, row, sums)
        return rows

    def _by_leaving_out(
        self, sentence: Sentence, slot: Slot, scores: Sequence[int], rows: Mapping[int, list[int]]
    ) -> dict[int, float]:
        """By how much each word moves the chance of all readers, in natural units of its odds."""
        spots = _telling(sentence, slot, rows)
        doubts = [Doubt(sentence, slot, self._powers(scores))]
        for at in spots:
            others = self._powers([all_ - own for all_, own in zip(scores, rows[at], strict=True)])
            doubts.append(Doubt(sentence, slot, others, sentence.tokens[at].span))
        whole, *without = map(_odds, self._joined(doubts, alike=True))
        return {at: whole - one for at, one in zip(spots, without, strict=True)}


def _chance(powers: Sequence[int]) -> int:
    """The chance of the codes that are reported, in thousandths."""
    return WHOLE * sum(powers[:WANTED]) // sum(powers)


def _odds(powers: Sequence[int]) -> float:
    """The odds of the codes that are reported, in natural units."""
    return math.log(max(sum(powers[:WANTED]), 1) / max(sum(powers[WANTED:]), 1))


def _telling(sentence: Sentence, slot: Slot, rows: Iterable[int]) -> list[int]:
    """Those of some tokens that are words, of many what the mention hangs on and what is near."""
    tokens = sentence.tokens
    governors = {governor.at for governor in slot.governors}
    words = [at for at in rows if any(map(str.isalnum, tokens[at].text))]
    words.sort(key=lambda at: (at not in governors, abs(at - slot.token), at))
    return words[:_MOST_LEFT_OUT]


def is_decided(sentence: Sentence, slot: Slot) -> bool:
    """Whether names alone tell what a mention stands for: its own, or that of what it owns."""
    if slot.kind in _DECIDED or slot.name in _BY_NAME:
        return True
    if slot.kind in _OWNERS and not _GOVERNS.isdisjoint(slot.head_classes):
        return True  # "China's courts", "Chinese troops"
    after = slot.token + 1
    if slot.name != "group" or any(governor.at == after for governor in slot.governors):
        return False  # "the Chinese jail poets"
    return any(_ORGAN in token.classes for token in sentence.tokens[after : after + 1])
