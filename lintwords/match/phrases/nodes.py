"""The elements of a pattern: each says where a match that starts at a word may end.

An element also tells the words that every match holds, or opens with, so that most patterns need
not be tried. What is made of several nodes stands in `composites`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords import later
from lintwords.match.phrases.seen_sentence import Line
from lintwords.model.rule import MENTIONS
from lintwords.prefilter.outlines import (
    ANYTHING,
    CLASS,
    EMPTY,
    NOTHING,
    PART,
    Outline,
    either,
    of_word,
)
from lintwords.prefilter.pieces import as_written, pieces_of
from lintwords.text.lexicon import GAP
from lintwords.values import dataclass

GAP_WORDS = 5
_BORDERS = frozenset(",;:.!?()[]—–…") | {"--", "..."}
_DIGITS = later.pattern(r"\d+(?:[.,:]\d+)*")


class Node:
    """One element of a pattern: gives every index where a match that starts at `at` may end."""

    def ends(self, line: Line, at: int) -> Sequence[int]:
        raise NotImplementedError

    def anchors(self) -> frozenset[str] | None:
        """Words of which every match holds at least one; None if that is not known."""
        return None

    def openers(self) -> frozenset[str] | None:
        """Words of which every match opens with one; None if that is not known."""
        return self.anchors()

    def starts(self) -> frozenset[str] | None:
        """The same, of the very word at which `ends` is asked."""
        return None

    def may_stand(self, _line: Line) -> bool:
        """False: it surely matches nowhere in a sentence, which is told before places are tried."""
        return True

    def outline(self) -> Outline:
        """What every match looks like in the bytes of a text in which no mention stands."""
        return ANYTHING


def stands(node: Node, openers: frozenset[str] | None, line: Line) -> bool:
    """Whether a node matches anywhere in a sentence; `openers` as it tells them."""
    places = range(len(line.words)) if openers is None else line.places(openers)
    return any(any(end > at for end in node.ends(line, at)) for at in places)


@dataclass(frozen=True, slots=True)
class Literal(Node):
    word: str

    def ends(self, line: Line, at: int) -> Sequence[int]:
        if at < len(line.words) and line.words[at].low == self.word:
            return (at + 1,)
        return ()

    def anchors(self) -> frozenset[str] | None:
        return frozenset((self.word,))

    def starts(self) -> frozenset[str] | None:
        return frozenset((self.word,))

    def outline(self) -> Outline:
        return of_word(self.word)


@dataclass(frozen=True, slots=True)
class OfClass(Node):
    classes: frozenset[str]
    first_words: frozenset[str]
    telling_words: frozenset[str]  # of each entry the one that is rarest in a text

    def ends(self, line: Line, at: int) -> Sequence[int]:
        words = line.words
        if at >= len(words):
            return ()
        word = words[at].word
        own = () if self.classes.isdisjoint(word.classes) else (at + 1,)
        if not word.longer or at + 1 >= len(words):
            return own
        found = [
            at + 1 + len(entry.rest) for entry in word.longer.get(words[at + 1].low, ())
            if entry.reading.cls in self.classes and GAP not in entry.rest
            and tuple(w.low for w in words[at + 1 : at + 1 + len(entry.rest)]) == entry.rest
        ]
        return (*found, *own)

    def may_stand(self, line: Line) -> bool:
        return stands(self, self.openers(), line)

    def anchors(self) -> frozenset[str] | None:
        return self.telling_words or None

    def openers(self) -> frozenset[str] | None:
        return self.first_words or None

    def starts(self) -> frozenset[str] | None:
        return self.first_words or None

    def outline(self) -> Outline:
        return either((CLASS, cls) for cls in sorted(self.classes))


@dataclass(frozen=True, slots=True)
class Named(Node):
    kinds: frozenset[str]
    words: frozenset[str]

    def ends(self, line: Line, at: int) -> Sequence[int]:
        end, kind = line.names.get(at, (0, ""))
        return (end,) if kind in self.kinds else ()

    def anchors(self) -> frozenset[str] | None:
        return self.words or None

    def outline(self) -> Outline:
        if self.kinds.issubset(MENTIONS):
            return NOTHING
        words = pieces_of(as_written(self.words))
        return (PART, words) if words else ANYTHING


@dataclass(frozen=True, slots=True)
class Actor(Node):
    """The state or its government: a name, or a noun phrase with an organ or a leader in it."""

    names: frozenset[str]
    adjective: frozenset[str]
    words: frozenset[str]
    organs: frozenset[str]

    def ends(self, line: Line, at: int) -> Sequence[int]:
        return tuple(self._ends(line, at))

    def _ends(self, line: Line, at: int) -> Iterator[int]:
        start = at
        if at < len(line.words) and "function.determiner" in line.words[at].classes:
            at += 1
        end, kind = line.names.get(at, (0, ""))
        if kind in self.adjective:
            yield from self._organ(line, end)
            if start < at:
                yield end
        elif kind:
            if end < len(line.words) and line.words[end].low == "'s":
                yield from self._organ(line, end + 1)
            if kind in self.names:
                yield end
        elif start < at:
            for organ in self._organ(line, at):
                if organ + 1 < len(line.words) and line.words[organ].low == "of":
                    last, of_kind = line.names.get(organ + 1, (0, ""))
                    if of_kind in self.names:
                        yield last
                yield organ

    def _organ(self, line: Line, at: int) -> Iterator[int]:
        for end in range(at, min(at + 3, len(line.words))):
            if not self.organs.isdisjoint(line.words[end].classes):
                yield end + 1

    def anchors(self) -> frozenset[str] | None:
        return None


@dataclass(frozen=True, slots=True)
class Number(Node):
    longest: int

    def ends(self, line: Line, at: int) -> Sequence[int]:
        ends: list[int] = []
        numeric = False
        for end in range(at, min(at + self.longest, len(line.words))):
            word = line.words[end]
            classes = word.classes
            number = "function.number" in classes or _DIGITS.match(word.low) is not None
            around = self.longest > 1 and bool(
                classes & {"function.quantity", "function.degree", "function.of", "function.than"}
                or word.low in ("of", "than", "to", "the", "or", "some")
            )
            if not number and not around and "function.adverb" not in classes:
                break
            numeric = numeric or number or "function.quantity" in classes
            if numeric:
                ends.append(end + 1)
        return ends[::-1]


@dataclass(frozen=True, slots=True)
class YearBefore(Node):
    """A year of four digits; no number of things, as in "a group of 1200 monks"."""

    year: int

    def ends(self, line: Line, at: int) -> Sequence[int]:
        if at < len(line.words):
            low = line.words[at].low
            if len(low) == 4 and low.isdigit() and 1000 <= int(low) < self.year:
                return () if at > 1 and self._counts(line, at + 1) else (at + 1,)
        return ()

    @staticmethod
    def _counts(line: Line, at: int) -> bool:
        """Whether a number counts what follows: a noun that is no verb, or a word before one."""
        for word in line.words[at : at + 2]:
            kinds = {cls.partition(".")[0] for cls in word.classes}
            if "nouns" in kinds:
                return "verbs" not in kinds
            if "function" in kinds or word.low in _BORDERS:
                break
        return False

    def may_stand(self, line: Line) -> bool:
        return stands(self, None, line)


@dataclass(frozen=True, slots=True)
class Gap(Node):
    def ends(self, line: Line, at: int) -> Sequence[int]:
        found = [at]
        for end in range(at, min(at + GAP_WORDS, len(line.words))):
            if line.words[end].low in _BORDERS:
                break
            found.append(end + 1)
        return found


@dataclass(frozen=True, slots=True)
class Opening(Node):
    """Where a sentence begins; it takes no word."""

    def ends(self, _line: Line, at: int) -> Sequence[int]:
        return () if at else (0,)

    def outline(self) -> Outline:
        return EMPTY
