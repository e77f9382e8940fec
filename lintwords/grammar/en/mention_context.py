"""English: what the tests of a wording are asked of: one mention, its governor, its sentence."""

from __future__ import annotations

from lintwords import later
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.tags import tagged
from lintwords.grammar.mention_context import BaseMentionContext
from lintwords.grammar.model import Governor, Slot, Style
from lintwords.later import once
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence

_BEFORE = 200  # characters before a sentence that tell what a text is about
_AFTER = 80  # characters of the next sentence, in which it says of whom it speaks
_WORD = later.pattern(r"\w+")


class MentionContext(BaseMentionContext):
    """One mention and its sentence, as a test of a wording looks at them."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        super().__init__(sentence, slot, governor, style, tagged(sentence), _rows)
        self.title_case = self.read.title_case
        self.end = self._found_end()  # after the mention, its possessive mark and "itself"

    def opens(self, at: int, cls: str) -> bool:
        """Whether an entry of several words of a class begins at the token: "rule of law"."""
        if not 0 <= at < len(self.tokens):
            return False
        return cls in dict(self.sentence.marked).get(self.tokens[at].start, ())

    def stands_before(self, cls: str) -> bool:
        """Whether a word of a class stands shortly before the sentence, in its passage."""
        own = self.sentence
        before = once(own.notes, "shortly before", _shortly_before, own)
        if before == "  ":
            return False
        forms = once(own.lexicon.kept, f"said before: {cls}", _set_apart, own.lexicon, cls)
        return any(form in before for form in forms)

    def heads_at(self, at: int) -> list[int]:
        """The nouns that head the phrase which begins at `at`, without those joined to it."""
        return noun_phrase(self.read, at, coordinated=False).heads

    def takes(self, governor: Governor, *classes: str) -> bool:
        """Whether an object of a verb of the mention is of one of these classes."""
        return self.holds(noun_phrase(self.read, self.read.skip(governor.end)).heads, *classes)

    def next_sentence(self, opening: str) -> MentionContext | None:
        """The sentence after it, as far as it is looked at; asked of no mention of its own.

        None if it surely does not open with these letters: few do, and to read it takes as long
        as its own sentence.
        """
        own = self.sentence
        rest = own.text[own.end : own.end + _AFTER].lstrip()
        for letter, wanted in zip(rest, opening, strict=False):
            if not (letter.isascii() and letter.isalpha()):
                break  # a mark before the word, or a sign that is not seen in it
            if letter.lower() != wanted:
                return None
        after = once(
            own.notes, "next sentence", Sentence, own.segment, rest, 0, len(rest), own.lexicon,
            own.names,
        )
        return MentionContext(after, self.slot, None, self.style)

    def _found_end(self) -> int:
        spot = self.slot.token + 1
        if self.read.tag(spot) == "'":
            spot += 1
        if self.read.has(spot, "function.reflexive"):
            spot += 1
        return spot


def _shortly_before(sentence: Sentence) -> str:
    """The words before a sentence, with a blank on either side of each."""
    near = sentence.text[max(sentence.start - _BEFORE, 0) : sentence.start].lower()
    return f" {' '.join(_WORD.findall(near))} "


def _set_apart(lexicon: Lexicon, cls: str) -> list[str]:
    """The words of a class, each with a blank on either side."""
    return [f" {form} " for form in lexicon.members(cls).forms]


def _rows(sentence: Sentence) -> list[frozenset[str]]:
    """The classes of each token, of its last word and of an entry that begins there."""
    marked = dict(sentence.marked)
    lexicon = sentence.lexicon
    rows = []
    for token in sentence.tokens:
        classes = token.classes
        if token.name or " " in token.low:
            classes |= lexicon[token.low.rpartition(" ")[2]].classes
        if token.start in marked:
            classes |= marked[token.start]
        rows.append(classes)
    return rows
