"""Encoders that are asked beside the weights about what may stand for the government.

What all say is joined: for each code a mean of its log chances (a logarithmic opinion pool; Genest
and Zidek, 1986). How often they are asked has bounds, for one answer takes as long as all else
about ten mentions.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lintwords.grammar.model import Slot
from lintwords.model import Span
from lintwords.model.rule import EncoderFile
from lintwords.reading.weights import CODES, WANTED
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence

if TYPE_CHECKING:  # loaded with the first question
    from lintwords.reading.encoder import Encoder
    from lintwords.reading.masking import Hidden, Hiding

_WHOLE = 1000  # a chance of one
_MOST_OF_SENTENCE, _MOST_OF_DOCUMENT = 12, 300  # questions; more than a person writes on 40 pages
_MOST_TOLD = 2_000  # mentions whose scores are kept
_ASKED = "asked"  # of a sentence: which mentions were asked about; of a document: how many


class Doubt(NamedTuple):
    """A mention to ask about, with what the weights say of it."""

    sentence: Sentence
    slot: Slot
    powers: Sequence[int]  # how likely each code is beside the others
    left_out: Span | None = None  # a word that is asked about as if it were not there

    def hidden(self, hiding: Hiding) -> Hidden:
        """What an encoder sees of it."""
        text = self.sentence.spelt
        if self.left_out:
            text = hiding.without(text, self.left_out)
        span = self.sentence.tokens[self.slot.token].span  # without an article
        return hiding.hide(text, span.start, span.end)


class SecondReader:
    """Asks encoders, one after the other; each is opened with its first question."""

    def __init__(
        self, heads: Sequence[EncoderFile], names: Mapping[str, Sequence[str]], lexicon: Lexicon
    ) -> None:
        """`names` of the country, kind by kind, are hidden from encoders, as are other states'."""
        self._asked_from = heads[0].asked[0]
        self._encoders = [_Consulted(head, names, lexicon) for head in heads]

    def is_asked(self, chance: int, sentence: Sentence, slot: Slot) -> bool:
        """Whether a mention of this chance (in thousandths) is one to ask about; counts it if so.

        In a sentence or a document that holds too many the weights decide on the rest.
        """
        if chance < self._asked_from:
            return False
        asked = sentence.notes.setdefault(_ASKED, set())
        notes = sentence.window.notes if sentence.window else {}
        if len(asked) >= _MOST_OF_SENTENCE or notes.get(_ASKED, 0) >= _MOST_OF_DOCUMENT:
            return False
        asked.add(slot.token)
        notes[_ASKED] = notes.get(_ASKED, 0) + 1
        return True

    def was_asked(self, sentence: Sentence, slot: Slot) -> bool:
        """Whether an encoder told as well what a mention stands for."""
        return slot.token in sentence.notes.get(_ASKED, ())

    def joined(self, doubts: Sequence[Doubt], alike: bool = False) -> list[list[float]]:
        """How likely each code is by all, beside the likeliest, which is 1; of each doubt.

        An encoder is not asked about what those before it are sure of; of doubts that are `alike`
        (one mention, without one word or another) the first tells who is asked about all.
        """
        logs = [_logs(doubt.powers) for doubt in doubts]
        for encoder in self._encoders:
            unsure = [nth for nth, one in enumerate(logs) if encoder.is_asked(_chance(one))]
            if alike:
                unsure = [*range(len(logs))] if 0 in unsure else []
            answers = encoder.logs([doubts[nth] for nth in unsure])
            for nth, told in zip(unsure, answers, strict=True):
                share = encoder.share
                logs[nth] = [a + share * (b - a) for a, b in zip(logs[nth], told, strict=True)]
        return [[math.exp(one - max(row)) for one in row] for row in logs]


class _Consulted:
    """An encoder with what it has told: fixes ask again what a check asked."""

    def __init__(
        self, head: EncoderFile, names: Mapping[str, Sequence[str]], lexicon: Lexicon
    ) -> None:
        self.share = head.share / _WHOLE
        self._head, self._names, self._lexicon = head, names, lexicon
        self._opened: tuple[Encoder, Hiding] | None = None
        self._told: dict[Hidden, tuple[float, ...]] = {}

    def is_asked(self, chance: float) -> bool:
        """Whether it is asked about a mention of this chance."""
        least, most = self._head.asked
        return least <= _WHOLE * chance <= most

    def logs(self, doubts: Sequence[Doubt]) -> list[list[float]]:
        """What it says of them, all asked at once, in log chances.

        It knows one code more, for names that the program asks lists about; it is left out.
        """
        if not doubts:
            return []
        if self._opened is None:
            from lintwords.reading.encoder import Encoder
            from lintwords.reading.masking import Hiding

            hiding = Hiding.known(self._names, self._lexicon)
            self._opened = Encoder(self._head.path), hiding
        encoder, hiding = self._opened
        hidden = [doubt.hidden(hiding) for doubt in doubts]
        found = {one: told for one in hidden if (told := self._told.get(one))}
        new = [one for one in dict.fromkeys(hidden) if one not in found]
        found.update(zip(new, encoder.scores(new), strict=True))
        if len(self._told) >= _MOST_TOLD:
            self._told.clear()
        self._told.update(found)
        return [_log_chances(found[one][: len(CODES)]) for one in hidden]


def _chance(logs: Sequence[float]) -> float:
    """The chance of the codes that are reported."""
    powers = [math.exp(one) for one in logs]
    return sum(powers[:WANTED]) / sum(powers)


def _logs(powers: Sequence[int]) -> list[float]:
    """Log chances; none is below that of the smallest power."""
    whole = sum(powers)
    return [math.log(max(power, 1) / whole) for power in powers]


def _log_chances(scores: Sequence[float]) -> list[float]:
    best = max(scores)
    whole = math.log(sum(math.exp(score - best) for score in scores)) + best
    return [score - whole for score in scores]
