"""Phrase patterns: a small language over words, compiled once and matched on a sentence's words.

    word            that word, folded (case, apostrophes, hyphens)
    <lift>          any form of any entry of the class `words.lift` (or verbs., nouns., …)
    <lift|raise>    any of several classes
    <country>       a kind of name; <actor> any way to name the state or its government
    <number>        a number; <quantity> a number expression of up to five words
    <year-before-1949>  a year of four digits, before that one
    …               a gap of at most five words that crosses no clause border
    ^               the begin of the sentence
    ( a | b )  ?    alternatives; the item before `?` may be missing
    a & b & not c   a and b hang together in the sentence, in any order, where c does not stand in
                    it: the grammar ties them (verb and subject or object, noun and what it owns or
                    is said to be) with one other noun, verb or adjective between them at most, and
                    no name of the country stands after a preposition such as *with* or *to*. From
                    one to the next are at most ten words and no full stop, colon or semicolon.
                    A concept, for what can be said in more ways than anyone can list

Quotation marks and hyphens between words are passed over. Gaps are bounded, and a place that items
of a pattern can end at in several ways is looked at once, so the cost is bounded by the length of
the pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.match.phrases.compiler import Compiler
from lintwords.match.phrases.line import Line, Linker
from lintwords.match.phrases.nodes import Row
from lintwords.model import Span
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass

__all__ = ["Compiler", "Linker", "PhraseIndex", "PhraseMatcher"]


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Which patterns a word can belong to, so that a pattern is compiled only when it may match."""

    by_word: dict[str, list[int]]

    @classmethod
    def of(cls, patterns: Sequence[str], compiler: Compiler) -> PhraseIndex:
        by_word: dict[str, list[int]] = {}
        for nth, pattern in enumerate(patterns):
            for word in compiler.key(pattern):
                by_word.setdefault(word, []).append(nth)
        return cls(by_word)


class PhraseMatcher:
    """All patterns of a pack; finds which match a sentence, and where."""

    def __init__(
        self,
        patterns: Sequence[str],
        index: PhraseIndex,
        compiler: Compiler,
        links: Linker | None = None,
    ) -> None:
        self._patterns, self._index, self._compiler = patterns, index, compiler
        self._rows: dict[int, tuple[Row, tuple[frozenset[str], ...], frozenset[str] | None]] = {}
        self._key = f"patterns {id(self)}"
        self._links = links

    def _row(self, nth: int) -> tuple[Row, tuple[frozenset[str], ...], frozenset[str] | None]:
        found = self._rows.get(nth)
        if found is None:
            row = self._compiler.compile(self._patterns[nth])
            required = sorted(row.required(), key=len)  # the quickest to ask, and mostly missing
            found = self._rows[nth] = (row, tuple(required), row.openers())
        return found

    def match(
        self, sentence: Sentence, among: frozenset[int] | None = None
    ) -> Iterator[tuple[int, Span]]:
        """Yield (number of the pattern, span in the segment) for each match, longest first.

        With `among` only the patterns of these numbers are asked.
        """
        for nth, line in self._possible_in(sentence):
            if among is None or nth in among:
                yield from ((nth, span) for span in self._spans(nth, line))

    def may_stand(self, sentence: Sentence) -> bool:
        """Whether any pattern may match the sentence as it is."""
        return bool(self._possible_in(sentence))

    def may_match(
        self, sentence: Sentence, words: frozenset[str], among: frozenset[int]
    ) -> bool:
        """Whether one of these patterns may match the sentence once it holds `words` (folded) too.
        """
        by_word = self._index.by_word
        lows = words.union(word.low for word in sentence.words)
        numbers = {nth for low in lows for nth in by_word.get(low, ())} & among
        return any(
            not any(lows.isdisjoint(needed) for needed in self._row(nth)[1]) for nth in numbers
        )

    def _possible_in(self, sentence: Sentence) -> list[tuple[int, Line]]:
        """The patterns that may match a sentence, found once."""
        found: list[tuple[int, Line]] | None = sentence.notes.get(self._key)
        if found is None:
            found = sentence.notes[self._key] = self._possible(sentence)
        return found

    def _possible(self, sentence: Sentence) -> list[tuple[int, Line]]:
        """The patterns all of whose needed words stand in the sentence, in order of their words."""
        by_word = self._index.by_word
        wanted: dict[int, None] = {}
        for word in sentence.words:
            numbers = by_word.get(word.low)
            if numbers:
                wanted.update(dict.fromkeys(numbers))
        if not wanted:
            return []
        line: Line | None = sentence.notes.get("line")
        if line is None:
            line = sentence.notes["line"] = Line.of(sentence, self._links)
        lows, rows = line.lows, self._rows
        found = []
        for nth in wanted:
            for words in (rows.get(nth) or self._row(nth))[1]:
                if lows.isdisjoint(words):
                    break
            else:
                found.append((nth, line))
        return found

    def _spans(self, nth: int, line: Line) -> Iterator[Span]:
        pattern, _, openers = self._row(nth)
        after = 0
        for at in range(len(line.words)) if openers is None else line.places(openers):
            if at < after:
                continue
            end = max(pattern.ends(line, at), default=0)
            if end > at:
                yield Span(line.words[at].start, line.words[end - 1].end)
                after = end
