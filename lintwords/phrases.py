"""Phrase patterns: a small language over words, compiled once and matched on a sentence's words.

    word            that word, folded (case, apostrophes, hyphens)
    <lift>          any form of any entry of the class `words.lift` (or verbs., nouns., …)
    <lift|raise>    any of several classes
    <country>       a kind of name; <actor> any way to name the state or its government
    <number>        a number; <quantity> a number expression of up to five words
    <year-before-1949>  a year of four digits, before that one
    …               a gap of at most five words that crosses no clause border
    ( a | b )  ?    alternatives; the item before `?` may be missing
    a & b & not c   a and b in any order in one sentence, from one to the next at most ten words and
                    no full stop, colon or semicolon, where c does not stand in the sentence: a
                    concept, for what can be said in more ways than anyone can list

Quotation marks and hyphens between words are passed over. Matching is by backtracking over at
most a sentence; gaps are bounded, so the cost is bounded by the length of the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lintwords.errors import LintwordsError, nearest
from lintwords.lexicon import GAP, Lexicon, commonness
from lintwords.model import Span
from lintwords.segments import NameTable, Sentence, Token, name_at

GAP_WORDS = 5
APART = 10  # words from one part of a concept to the next
QUANTITY_WORDS = 5
LOOKED_FOR = 3  # word sets of a pattern that the gate asks for
TABLES = ("words", "verbs", "nouns", "adjectives", "adverbs", "voices", "function", "names")
NAME_KINDS = ("country", "adjective", "capital", "formal", "government", "people", "cold-war")
_BORDERS = frozenset(",;:.!?()[]—–…") | {"--", "..."}
_STOPS = frozenset(";:.!?") | {"--", "..."}
_PASSED = frozenset("\"“”„«»‘’'‚‹›*_")
_PART = re.compile(r"<([^<>]+)>|(\()|(\))|(\|)|(\?)|(…)|([^\s<>()|?…]+)")
_AND = re.compile(r"\s+&\s+")
_NOT = re.compile(r"not\s+")
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as phrases see it: words without joiners and quotation marks, and its names."""

    words: tuple[Token, ...]
    names: dict[int, tuple[int, str]]  # index of first word → (index after, kind)
    lows: frozenset[str] = frozenset()

    @classmethod
    def of(cls, sentence: Sentence) -> Line:
        words = tuple(
            word for word in sentence.words if not word.joined and word.low not in _PASSED
        )
        return cls(words, _names(words, sentence.names), frozenset(w.low for w in words))


def _names(words: Sequence[Token], table: NameTable) -> dict[int, tuple[int, str]]:
    found: dict[int, tuple[int, str]] = {}
    after = 0
    for at, word in enumerate(words):
        if at < after or word.form not in table.by_first:
            continue
        end, kind = name_at(words, at, table)
        if kind:
            found[at] = (end, kind)
            after = end
    return found


class Node:
    """One element of a pattern: yields every index where a match that starts at `at` may end."""

    def ends(self, line: Line, at: int) -> Iterator[int]:
        raise NotImplementedError

    def anchors(self) -> frozenset[str] | None:
        """Words of which every match holds at least one; None if that is not known."""
        return None

    def openers(self) -> frozenset[str] | None:
        """Words of which every match opens with one; None if that is not known."""
        return self.anchors()


@dataclass(frozen=True, slots=True)
class Literal(Node):
    word: str

    def ends(self, line: Line, at: int) -> Iterator[int]:
        if at < len(line.words) and line.words[at].low == self.word:
            yield at + 1

    def anchors(self) -> frozenset[str] | None:
        return frozenset((self.word,))


@dataclass(frozen=True, slots=True)
class OfClass(Node):
    classes: frozenset[str]
    first_words: frozenset[str]
    telling_words: frozenset[str]  # of each entry the one that is rarest in a text

    def ends(self, line: Line, at: int) -> Iterator[int]:
        if at >= len(line.words):
            return
        word = line.words[at].word
        following = line.words[at + 1].low if at + 1 < len(line.words) else ""
        for entry in word.longer.get(following, ()):
            if entry.reading.cls in self.classes and GAP not in entry.rest:
                end = at + 1 + len(entry.rest)
                if tuple(w.low for w in line.words[at + 1 : end]) == entry.rest:
                    yield end
        if not self.classes.isdisjoint(word.classes):
            yield at + 1

    def anchors(self) -> frozenset[str] | None:
        return self.telling_words or None

    def openers(self) -> frozenset[str] | None:
        return self.first_words or None


@dataclass(frozen=True, slots=True)
class Named(Node):
    kinds: frozenset[str]
    words: frozenset[str]

    def ends(self, line: Line, at: int) -> Iterator[int]:
        end, kind = line.names.get(at, (0, ""))
        if kind in self.kinds:
            yield end

    def anchors(self) -> frozenset[str] | None:
        return self.words or None


@dataclass(frozen=True, slots=True)
class Actor(Node):
    """The state or its government: a name, or a noun phrase with an organ or a leader in it."""

    names: frozenset[str]
    adjective: frozenset[str]
    words: frozenset[str]
    organs: frozenset[str]

    def ends(self, line: Line, at: int) -> Iterator[int]:
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

    def ends(self, line: Line, at: int) -> Iterator[int]:
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
        yield from reversed(ends)


@dataclass(frozen=True, slots=True)
class YearBefore(Node):
    year: int

    def ends(self, line: Line, at: int) -> Iterator[int]:
        if at < len(line.words):
            low = line.words[at].low
            if len(low) == 4 and low.isdigit() and 1000 <= int(low) < self.year:
                yield at + 1


@dataclass(frozen=True, slots=True)
class Gap(Node):
    def ends(self, line: Line, at: int) -> Iterator[int]:
        yield at
        for end in range(at, min(at + GAP_WORDS, len(line.words))):
            if line.words[end].low in _BORDERS:
                return
            yield end + 1


@dataclass(frozen=True, slots=True)
class Optional(Node):
    item: Node

    def openers(self) -> frozenset[str] | None:
        return None

    def ends(self, line: Line, at: int) -> Iterator[int]:
        yield from self.item.ends(line, at)
        yield at


@dataclass(frozen=True, slots=True)
class Choice(Node):
    items: tuple[Node, ...]

    def ends(self, line: Line, at: int) -> Iterator[int]:
        for item in self.items:
            yield from item.ends(line, at)

    def anchors(self) -> frozenset[str] | None:
        found: set[str] = set()
        for item in self.items:
            words = item.anchors()
            if words is None:
                return None
            found |= words
        return frozenset(found)

    def openers(self) -> frozenset[str] | None:
        sets = [item.openers() for item in self.items]
        if any(words is None for words in sets):
            return None
        return frozenset().union(*(words for words in sets if words))


@dataclass(frozen=True, slots=True)
class Row(Node):
    items: tuple[Node, ...]

    def ends(self, line: Line, at: int) -> Iterator[int]:
        return self._from(0, line, at)

    def _from(self, nth: int, line: Line, at: int) -> Iterator[int]:
        if nth == len(self.items):
            yield at
            return
        for end in self.items[nth].ends(line, at):
            yield from self._from(nth + 1, line, end)

    def anchors(self) -> frozenset[str] | None:
        return min(self.required(), key=len, default=None)

    def required(self) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which every match holds at least one."""
        return tuple(words for item in self.parts() if (words := item.anchors()))

    def parts(self) -> tuple[Node, ...]:
        """The items all of which every match holds, those of a concept taken singly."""
        only = self.items[0] if len(self.items) == 1 else None
        if not isinstance(only, Together):
            return self.items
        rows = (item.items if isinstance(item, Row) else (item,) for item in only.items)
        return tuple(part for row in rows for part in row)

    def ways(self) -> list[Row]:
        """Rows of which each match fits one; more than this one where a choice is all there is."""
        items = [item for item in self.items if item.anchors()]
        only = items[0] if len(items) == 1 else None
        if isinstance(only, Row):
            return only.ways()
        if isinstance(only, Choice) and all(isinstance(item, Row) for item in only.items):
            return [way for item in only.items if isinstance(item, Row) for way in item.ways()]
        return [self]

    def openers(self) -> frozenset[str] | None:
        """The words that can open a match, optional items at the start taken in."""
        found: set[str] = set()
        for item in self.items:
            words = (item.item if isinstance(item, Optional) else item).openers()
            if words is None:
                return None
            found |= words
            if not isinstance(item, Optional):
                return frozenset(found)
        return None


@dataclass(frozen=True, slots=True)
class Together(Node):
    """Items in any order, near each other, in a sentence in which nothing of `without` stands."""

    items: tuple[Node, ...]
    without: tuple[Node, ...]
    opening: tuple[frozenset[str] | None, ...]  # the words that each item opens with

    def ends(self, line: Line, at: int) -> Iterator[int]:
        end = self._end(line, at, at, frozenset(range(len(self.items))), {})
        if end and not any(_stands(node, line) for node in self.without):
            yield end

    def openers(self) -> frozenset[str] | None:
        return Choice(self.items).openers()

    def _end(
        self, line: Line, first: int, last: int, left: frozenset[int],
        known: dict[tuple[int, frozenset[int]], int],
    ) -> int:
        """Where the nearest match of all that is left ends, one of it at `first`…`last`; or 0."""
        if not left:
            return first
        if (first, left) in known:
            return known[first, left]
        found: list[int] = []
        for at in range(first, min(last + 1, len(line.words))):
            if at > first and line.words[at - 1].low in _STOPS:
                break
            low = line.words[at].low
            for nth in left:
                opening = self.opening[nth]
                if opening is not None and low not in opening:
                    continue
                for end in self.items[nth].ends(line, at):
                    if end > at:
                        found.append(self._end(line, end, end + APART, left - {nth}, known))
        best = known[first, left] = min(filter(None, found), default=0)
        return best


def _stands(node: Node, line: Line) -> bool:
    """Whether a node matches anywhere in a sentence."""
    openers = node.openers()
    return any(
        any(end > at for end in node.ends(line, at))
        for at, word in enumerate(line.words)
        if openers is None or word.low in openers
    )


class Compiler:
    """Turns patterns into nodes with the words of one lexicon and one names file."""

    def __init__(self, lexicon: Lexicon, names: dict[str, tuple[str, ...]]) -> None:
        self._lexicon = lexicon
        self._names = names
        self._compiled: dict[str, Row] = {}
        self._clauses: dict[tuple[str, frozenset[str]], tuple[tuple[frozenset[str], ...], ...]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._costs: dict[tuple[frozenset[str], bool], int] = {}
        kinds = ("country", "adjective", "capital", "formal", "cold-war")
        self._all_names = frozenset().union(
            *(self._name_words(kind) for kind in kinds if kind in names)
        )

    def compile(self, pattern: str) -> Row:
        """The node of a pattern. Raises `LintwordsError` with what is wrong in it."""
        if pattern in self._compiled:
            return self._compiled[pattern]
        node = self._concept(pattern)
        row = self._compiled[pattern] = node if isinstance(node, Row) else Row((node,))
        return row

    def check(self, pattern: str) -> None:
        """Raise `LintwordsError` for a pattern that is wrong, or has no word to look for."""
        row = self.compile(pattern)
        if pattern not in self._keys and self.best_anchor(row) is None:
            raise LintwordsError(
                f'phrase "{pattern}" has no word that every match holds', "Add a word to it."
            )

    def _concept(self, pattern: str) -> Node:
        held: list[Node] = []
        barred: list[Node] = []
        for piece in _AND.split(pattern):
            denied = _NOT.match(piece) if held else None
            (barred if denied else held).append(
                self._whole(piece[denied.end() :] if denied else piece, pattern)
            )
        if len(held) == 1 and not barred:
            return held[0]
        return Together(tuple(held), tuple(barred), tuple(item.openers() for item in held))

    def _whole(self, text: str, pattern: str) -> Node:
        parts = [match.groups() for match in _PART.finditer(text)]
        node, rest = self._choice(parts, 0, pattern)
        if rest != len(parts):
            raise LintwordsError(f'a bracket is not opened in phrase "{pattern}"', "Add ( before.")
        return node

    def clauses(
        self, pattern: str, about: frozenset[str] = frozenset()
    ) -> Sequence[tuple[frozenset[str], ...]]:
        """For each way to match, word sets that it cannot do without, the rarest first.

        `about` are the words of a subject of which the text must hold one too.
        """
        key = pattern, about
        if key not in self._clauses:
            self._clauses[key] = tuple(self._ways(self.compile(pattern), about))
        return self._clauses[key]

    def key(self, pattern: str) -> frozenset[str]:
        """Words of which every match holds one, the rarest in text about the country."""
        if pattern not in self._keys:
            anchor = self.best_anchor(self.compile(pattern), beside_names=True)
            self._keys[pattern] = anchor or frozenset()
        return self._keys[pattern]

    def _ways(self, row: Row, about: frozenset[str]) -> Iterator[tuple[frozenset[str], ...]]:
        for way in row.ways():
            sets = [words for item in way.parts() if (words := self.best_anchor(item))]
            looked_for = len(sets) if way.parts() is not way.items else LOOKED_FOR
            if about:
                sets.append(about)
            sets.sort(key=lambda words: self._commonness(words, False))
            yield tuple(sets[: looked_for + bool(about)])

    def best_anchor(self, node: Node, *, beside_names: bool = False) -> frozenset[str] | None:
        """Of the word sets that every match touches, the one that is rarest in ordinary text.

        With `beside_names`, the one that is rarest in text about the country, where its names
        tell nothing.
        """
        if isinstance(node, Choice):
            sets = [self.best_anchor(item, beside_names=beside_names) for item in node.items]
            if any(words is None for words in sets):
                return None
            return frozenset().union(*(words for words in sets if words))
        if isinstance(node, Row | Together):
            found = [
                words for item in node.items
                if (words := self.best_anchor(item, beside_names=beside_names))
            ]  # fmt: skip
            return min(found, key=lambda words: self._commonness(words, beside_names), default=None)
        return node.anchors()

    def _commonness(self, words: frozenset[str], beside_names: bool) -> int:
        key = words, beside_names
        if key not in self._costs:
            self._costs[key] = sum(self._cost(word, beside_names) for word in words)
        return self._costs[key]

    def _cost(self, word: str, beside_names: bool) -> int:
        if word in self._all_names:
            return 5000 if beside_names else 0
        return commonness(word, self._lexicon[word].classes)

    def _choice(
        self, parts: Sequence[tuple[str, ...]], at: int, pattern: str
    ) -> tuple[Node, int]:
        rows: list[Node] = []
        items: list[Node] = []
        while at < len(parts):
            cls, opened, closed, bar, maybe, gap, word = parts[at]
            if closed:
                break
            if bar:
                rows.append(Row(tuple(items)))
                items = []
            elif opened:
                node, at = self._choice(parts, at + 1, pattern)
                if at >= len(parts):
                    raise LintwordsError(
                        f'a bracket is not closed in phrase "{pattern}"', "Add ) at its end."
                    )
                items.append(node)
            elif maybe:
                if not items:
                    raise LintwordsError(f'"?" stands after nothing in phrase "{pattern}"', "")
                items[-1] = Optional(items[-1])
            elif gap:
                items.append(Gap())
            elif cls:
                items.append(self._class(cls, pattern))
            else:
                items.extend(self._words(word))
            at += 1
        rows.append(Row(tuple(items)))
        return (rows[0] if len(rows) == 1 else Choice(tuple(rows))), at

    def _words(self, text: str) -> Iterator[Node]:
        for word in re.findall(r"'s\b|[^\W_]+(?:['’][^\W_]+)*|[^\w\s-]", text.lower()):
            yield Literal(word.replace("’", "'"))

    def _class(self, text: str, pattern: str) -> Node:
        choices = [self._one_class(name.strip(), pattern) for name in text.split("|")]
        return choices[0] if len(choices) == 1 else Choice(tuple(choices))

    def _one_class(self, name: str, pattern: str) -> Node:
        if name == "actor":
            kinds = frozenset(("country", "capital", "formal", "cold-war", "government"))
            return Actor(
                kinds, frozenset(("adjective",)), frozenset(),
                frozenset(("nouns.organ", "nouns.leader")),
            )  # fmt: skip
        if name in ("number", "quantity"):
            return Number(1 if name == "number" else QUANTITY_WORDS)
        if name.startswith("year-before-"):
            return YearBefore(int(name.removeprefix("year-before-")))
        kind = name.removeprefix("names.")
        if kind in NAME_KINDS and self._names.get(kind):
            return Named(frozenset((kind,)), self._name_words(kind))
        wanted = {name} if "." in name else {f"{table}.{name}" for table in TABLES}
        found = frozenset(wanted & self._lexicon.classes())
        if not found:
            known = {cls.partition(".")[2] for cls in self._lexicon.classes()} | set(NAME_KINDS)
            raise LintwordsError(
                f'unknown class <{name}> in phrase "{pattern}"', nearest(name, known)
            )
        if len(found) > 1:
            raise LintwordsError(
                f'two classes are called <{name}> in phrase "{pattern}"',
                f"Write one of {', '.join(f'<{cls}>' for cls in sorted(found))}.",
            )
        members = self._lexicon.members(*found)
        return OfClass(found, members.openers, members.telling)

    def _name_words(self, kind: str) -> frozenset[str]:
        return frozenset(form.lower().split(" ")[-1] for form in self._names[kind])


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

    def __init__(self, patterns: Sequence[str], index: PhraseIndex, compiler: Compiler) -> None:
        self._patterns, self._index, self._compiler = patterns, index, compiler
        self._rows: dict[int, tuple[Row, tuple[frozenset[str], ...], frozenset[str] | None]] = {}

    def _row(self, nth: int) -> tuple[Row, tuple[frozenset[str], ...], frozenset[str] | None]:
        found = self._rows.get(nth)
        if found is None:
            row = self._compiler.compile(self._patterns[nth])
            found = self._rows[nth] = (row, row.required(), row.openers())
        return found

    def match(
        self, sentence: Sentence, among: frozenset[int] | None = None
    ) -> Iterator[tuple[int, Span]]:
        """Yield (number of the pattern, span in the segment) for each match, longest first.

        With `among` only the patterns of these numbers are asked.
        """
        wanted: dict[int, None] = {}
        for word in sentence.words:
            for nth in self._index.by_word.get(word.low, ()):
                if among is None or nth in among:
                    wanted[nth] = None
        if not wanted:
            return
        line: Line = sentence.kept("line", Line.of)
        for nth in wanted:
            if not any(line.lows.isdisjoint(words) for words in self._row(nth)[1]):
                yield from ((nth, span) for span in self._spans(nth, line))

    def _spans(self, nth: int, line: Line) -> Iterator[Span]:
        pattern, _, openers = self._row(nth)
        after = 0
        for at, word in enumerate(line.words):
            if at < after or openers is not None and word.low not in openers:
                continue
            end = max(pattern.ends(line, at), default=0)
            if end > at:
                yield Span(word.start, line.words[end - 1].end)
                after = end
