"""The mentions of a sentence: each in its slot, with what it stands for."""

from __future__ import annotations

from lintwords.grammar import Grammar
from lintwords.grammar.model import Slot
from lintwords.reading.reader import Reader
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mentions:
    """Finds mentions by the grammar of a language, and weighs them where there are weights."""

    grammar: Grammar
    reader: Reader | None = None  # no language has to have one

    def of(self, sentence: Sentence) -> list[Slot]:
        """Each mention of a sentence in its place, with what it stands for; found once."""
        found: list[Slot] | None = sentence.notes.get("mentions")
        if found is None:
            slots = self.grammar.slots_of(sentence)
            found = sentence.notes["mentions"] = [self._weighed(sentence, slot) for slot in slots]
        return found

    def _weighed(self, sentence: Sentence, slot: Slot) -> Slot:
        if self.reader is None:
            return slot
        reading, chance = self.reader.read(sentence, slot)
        return replace(slot, reading=reading, chance=chance)

    def cues(self, sentence: Sentence, slot: Slot) -> tuple[tuple[str, float], ...]:
        """The words that weighed most in what a mention stands for, in words."""
        return tuple(self.reader.cues(sentence, slot)) if self.reader else ()
