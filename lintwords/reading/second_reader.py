"""An encoder that is asked beside the weights about what may stand for the government.

What both say is joined: for each code the mean of its log chances. How often it is asked has
bounds, for one answer takes as long as all else about ten mentions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lintwords.grammar.model import Slot
from lintwords.model.rule import EncoderFile
from lintwords.reading.weights import CODES
from lintwords.text.sentences import Sentence

if TYPE_CHECKING:  # loaded with the first question
    from lintwords.reading.encoder import Encoder
    from lintwords.reading.masking import Hidden, Hiding

Hides = Callable[[], "Hiding"]
_WHOLE = 1000  # a chance of one
_MOST_OF_SENTENCE, _MOST_OF_DOCUMENT = 12, 300  # questions; more than a person writes on 40 pages
_MOST_TOLD = 2_000  # mentions whose scores are kept
_ASKED = "asked"


class SecondReader:
    """Asks an encoder, which is opened with the first question."""

    def __init__(self, head: EncoderFile, hides: Hides) -> None:
        self.head = head
        self._hides = hides
        self._opened: tuple[Encoder, Hiding] | None = None
        self._told: dict[Hidden, tuple[float, ...]] = {}  # fixes ask again what a check asked

    def is_asked(self, chance: int, sentence: Sentence) -> bool:
        """Whether a mention of this chance (in thousandths) is one to ask about; counts it if so.

        In a sentence or a document that holds too many the weights decide on the rest.
        """
        if chance < self.head.asked:
            return False
        counts = [(sentence.notes, _MOST_OF_SENTENCE)]
        if sentence.window:
            counts.append((sentence.window.notes, _MOST_OF_DOCUMENT))
        if any(notes.get(_ASKED, 0) >= most for notes, most in counts):
            return False
        for notes, _ in counts:
            notes[_ASKED] = notes.get(_ASKED, 0) + 1
        return True

    def joined(self, powers: Sequence[int], sentence: Sentence, slot: Slot) -> list[float]:
        """How likely each code is by both, beside the likeliest, which is 1.

        `powers` say the same of the weights. The encoder knows one code more, for names that the
        program asks lists about; it is left out.
        """
        if self._opened is None:
            from lintwords.reading.encoder import Encoder

            self._opened = Encoder(self.head), self._hides()
        encoder, hiding = self._opened
        span = sentence.tokens[slot.token].span  # without an article
        hidden = hiding.hide(sentence.text, span.start, span.end)
        told = self._told.get(hidden)
        if told is None:
            if len(self._told) >= _MOST_TOLD:
                self._told.clear()
            told = self._told[hidden] = encoder.scores(hidden)
        first, second = _logs(powers), _log_chances(told[: len(CODES)])
        share = self.head.share / _WHOLE
        mean = [a + share * (b - a) for a, b in zip(first, second, strict=True)]
        best = max(mean)
        return [math.exp(one - best) for one in mean]


def _logs(powers: Sequence[int]) -> list[float]:
    """Log chances; none is below that of the smallest power."""
    whole = sum(powers)
    return [math.log(max(power, 1) / whole) for power in powers]


def _log_chances(scores: Sequence[float]) -> list[float]:
    best = max(scores)
    whole = math.log(sum(math.exp(score - best) for score in scores)) + best
    return [score - whole for score in scores]
