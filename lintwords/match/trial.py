"""Other words on trial: whether a sentence that holds them would give a finding there.

`fixes.safety` asks it of each wording while findings are made, not of a text that is fixed.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.later import once
from lintwords.match.matchers import LineMatcher, MentionMatcher
from lintwords.match.mention_pattern import MOST_KNOWN
from lintwords.model import Span
from lintwords.model.rule import MENTIONS, Names
from lintwords.reading import WeighedMentions
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.spelling import Spelling
from lintwords.text.tokens import NameTable, name_at, names_at

_UNKNOWN: frozenset[str] = frozenset(("not asked yet",))


class Trial:
    """Tries words by all rules of a pack, on or off."""

    def __init__(
        self, names: Names, table: NameTable, lexicon: Lexicon, slots: WeighedMentions,
        lines: LineMatcher, rules: MentionMatcher,
    ) -> None:
        """`table` holds the forms of `names`."""
        self._names, self._lexicon = table, lexicon
        self._slots, self._lines, self._rules = slots, lines, rules
        self._actors = _actors(names, lexicon.spelling)
        self._texts: dict[str, frozenset[str] | None] = {}

    def is_surely_clean(self, sentence: Sentence, texts: Sequence[str]) -> bool:
        """Whether `texts` can stand in the sentence and no rule could ask about them.

        True only where that is sure without reading the sentence as it will be: the texts name
        the actor, and no line has all its words there. False says nothing.
        """
        words: set[str] = set()
        for text in texts:
            lows = self._said(text)
            if lows is None:
                return False
            words |= lows
        return not self._lines.may_match(sentence, frozenset(words))

    def is_clean(self, sentence: Sentence, span: Span) -> bool:
        """Whether no rule that is on by itself finds anything at `span` of a sentence alone."""
        lines = once(sentence.notes, f"lines {id(self)}", self._spans_of_lines, sentence)
        if any(line.overlaps(span) for line in lines):
            return False
        if self._is_named(sentence, span):
            return True  # a wording of the names file says who acts, so that no rule asks
        slots = (slot for slot in self._slots.of(sentence) if slot.span.overlaps(span))
        found = (self._rules.verdict(sentence, slot).candidate for slot in slots)
        return not any(candidate and candidate.rule.default for candidate in found)

    def _said(self, text: str) -> frozenset[str] | None:
        """The words of a text that names nobody but the actor; None if it may name another."""
        found = self._texts.get(text, _UNKNOWN)
        if found is _UNKNOWN:
            if len(self._texts) >= MOST_KNOWN:
                self._texts.clear()
            made = Sentence(0, text, 0, len(text), self._lexicon, self._names)
            named = self._is_named(made, made.span)
            found = frozenset(word.low for word in made.words) if named else None
            self._texts[text] = found
        return found

    def _is_named(self, sentence: Sentence, span: Span) -> bool:
        """Whether each name of the country in `span` opens a wording of the names file."""
        words = sentence.words
        names = [at for at, kind in names_at(words, span, sentence.names) if kind in MENTIONS]
        return all(name_at(words, at, self._actors)[1] for at in names)

    def _spans_of_lines(self, sentence: Sentence) -> list[Span]:
        lines, *_ = self._lines.candidates(sentence, self._lines.places(sentence))
        return [line.span for line in lines]


def _actors(names: Names, spelling: Spelling) -> NameTable:
    """The wordings and bodies that a name of the country opens: "Chinese government"."""
    own = [form for kind in MENTIONS for form in names.forms.get(kind, ())]
    texts = [
        text for row in (*names.wordings.values(), *names.bodies.values())
        for key in (names.lang, "before-noun") if (text := str(row.get(key, "")))
    ]
    found = {text[text.index(form) :] for text in texts for form in own if f"{form} " in text}
    return NameTable.of({"actor": sorted(found)}, spelling)
