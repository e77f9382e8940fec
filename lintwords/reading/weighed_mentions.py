"""Asks the grammar for the slots of a sentence, then a reader for what each mention stands for.

`judge.one_document` asks for a sentence after its lines; where many at once take less time, as with
an encoder, for those ahead too.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar import Grammar
from lintwords.grammar.model import Slot
from lintwords.reading.reader import Reader, Reading
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass, replace

_NOTE = "mentions"


@dataclass(frozen=True, slots=True)
class WeighedMentions:
    """Finds mentions by the grammar of a language, and weighs them where there are weights."""

    grammar: Grammar
    reader: Reader | None = None  # no language has to have one

    @property
    def gains_by_many(self) -> bool:
        """Whether many sentences at once take less time than one after the other."""
        return self.reader is not None and self.reader.gains_by_many

    def of(self, sentence: Sentence) -> list[Slot]:
        """Each mention of a sentence in its place, with what it stands for; found once."""
        if not self.are_found(sentence):
            self.find([sentence])
        found: list[Slot] = sentence.notes[_NOTE]
        return found

    def are_found(self, sentence: Sentence) -> bool:
        """Whether `of` knows them by now."""
        return _NOTE in sentence.notes

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Finds the mentions of sentences that follow each other, so that `of` tells them."""
        new = [sentence for sentence in sentences if not self.are_found(sentence)]
        slots = [self.grammar.slots_of(sentence) for sentence in new]
        if self.reader:
            found = iter(self.reader.read([
                (sentence, slot) for sentence, row in zip(new, slots, strict=True) for slot in row
            ]))
            slots = [[_read(slot, next(found)) for slot in row] for row in slots]
        for sentence, row in zip(new, slots, strict=True):
            sentence.notes[_NOTE] = row

    def cues(self, sentence: Sentence, slot: Slot) -> tuple[tuple[str, float], ...]:
        """The words that weighed most in what a mention stands for, in words."""
        return tuple(self.reader.cues(sentence, slot)) if self.reader else ()


def _read(slot: Slot, reading: Reading) -> Slot:
    return replace(slot, reading=reading.code, chance=reading.chance)
