"""The mentions of a sentence: each in its slot, with what it stands for."""

from __future__ import annotations

from lintwords.grammar import Grammar
from lintwords.grammar.model import Slot
from lintwords.reading.reader import Reader
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class Mentions:
    """Finds mentions by the grammar of a language, and weighs them where there are weights."""

    grammar: Grammar
    reader: Reader | None = None  # no language has to have one

    def of(self, sentence: Sentence) -> list[Slot]:
        """Each mention of a sentence in its place, with what it stands for."""
        found = self.grammar.slots_of(sentence)
        if self.reader:
            for slot in found:
                slot.reading, slot.chance = self.reader.read(sentence, slot)
        return found

    def cues(self, sentence: Sentence, slot: Slot) -> tuple[tuple[str, float], ...]:
        """The words that weighed most in what a mention stands for, in words."""
        return tuple(self.reader.cues(sentence, slot)) if self.reader else ()
