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

import marshal
from collections.abc import Iterator, Sequence

from lintwords.later import once
from lintwords.match.phrases.compiler import Compiler, Facts
from lintwords.match.phrases.composites import Row
from lintwords.match.phrases.seen_sentence import Line, Linker
from lintwords.model import Span
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass

__all__ = ["Compiler", "Facts", "Linker", "PhraseIndex", "PhraseMatcher"]


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """What tells that a pattern may match, so that it is compiled only then; plain values."""

    by_word: dict[str, list[int]]  # the patterns that a word can belong to
    needs: list[tuple[int, ...]]  # of each pattern the sets of which every match holds a word
    sets: list[bytes]  # those sets, each read when it is first asked for

    @classmethod
    def of(cls, patterns: Sequence[str], compiler: Compiler) -> PhraseIndex:
        by_word: dict[str, list[int]] = {}
        needs: list[tuple[int, ...]] = []
        numbers: dict[frozenset[str], int] = {}
        for nth, pattern in enumerate(patterns):
            for word in compiler.key(pattern):
                by_word.setdefault(word, []).append(nth)
            required = compiler.required(pattern)
            needs.append(tuple(numbers.setdefault(words, len(numbers)) for words in required))
        return cls(by_word, needs, [marshal.dumps(sorted(words)) for words in numbers])

    def plain(self) -> tuple[dict[str, list[int]], list[tuple[int, ...]], list[bytes]]:
        """What can be kept, and makes the same index again."""
        return self.by_word, self.needs, self.sets


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
        self._rows: dict[int, tuple[Row, frozenset[str] | None]] = {}
        self._needs: dict[int, tuple[frozenset[str], ...]] = {}
        self._sets: dict[int, frozenset[str]] = {}
        self._key = f"patterns {id(self)}"
        self._links = links

    def _row(self, nth: int) -> tuple[Row, frozenset[str] | None]:
        """A pattern compiled, and the words that can open a match."""
        found = self._rows.get(nth)
        if found is None:
            row = self._compiler.compile(self._patterns[nth])
            found = self._rows[nth] = (row, row.openers())
        return found

    def _needed(self, nth: int) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which every match of a pattern holds one."""
        found = self._needs.get(nth)
        if found is None:
            found = self._needs[nth] = tuple(map(self._set, self._index.needs[nth]))
        return found

    def _set(self, number: int) -> frozenset[str]:
        """One of the sets that patterns share."""
        found = self._sets.get(number)
        if found is None:
            words = marshal.loads(self._index.sets[number])
            found = self._sets[number] = frozenset(words)
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
        lows = sentence.lows | words
        by_word = self._index.by_word
        numbers = (nth for low in words if low in by_word for nth in by_word[low])
        return any(
            not any(map(lows.isdisjoint, self._needed(nth)))
            for nth in among.intersection((*self._wanted(sentence), *numbers))
        )

    def _possible_in(self, sentence: Sentence) -> list[tuple[int, Line]]:
        """The patterns that may match a sentence, found once."""
        return once(sentence.notes, self._key, self._possible, sentence)

    def _wanted(self, sentence: Sentence) -> dict[int, None]:
        """The patterns whose key stands in the sentence, in order of their words; found once."""
        return once(sentence.notes, f"keys {self._key}", self._wanted_in, sentence)

    def _wanted_in(self, sentence: Sentence) -> dict[int, None]:
        wanted: dict[int, None] = {}
        by_word = self._index.by_word
        for word in sentence.words:
            numbers = by_word.get(word.low)
            if numbers:
                wanted.update(dict.fromkeys(numbers))
        return wanted

    def _possible(self, sentence: Sentence) -> list[tuple[int, Line]]:
        """The patterns all of whose needed words stand in the sentence, in order of their words."""
        lows, needs = sentence.lows, self._needs
        found = []
        for nth in self._wanted(sentence):
            for words in needs.get(nth) or self._needed(nth):
                if lows.isdisjoint(words):
                    break
            else:
                found.append(nth)
        if not found:
            return []
        line = once(sentence.notes, "line", Line.of, sentence, self._links)
        return [(nth, line) for nth in found]

    def _spans(self, nth: int, line: Line) -> Iterator[Span]:
        pattern, openers = self._row(nth)
        if not pattern.may_stand(line):
            return
        after = 0
        for at in range(len(line.words)) if openers is None else line.places(openers):
            if at < after:
                continue
            end = max(pattern.ends(line, at), default=0)
            if end > at:
                yield Span(line.words[at].start, line.words[end - 1].end)
                after = end
