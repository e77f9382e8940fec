"""What a pattern is made of: each node says where a match that starts at a word may end.

A node also tells the words that every match holds, or opens with, so that most patterns need not
be tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lintwords import later
from lintwords.match.phrases.line import Line
from lintwords.text.lexicon import GAP
from lintwords.values import dataclass, field

GAP_WORDS = 5
APART = 10  # words from one part of a concept to the next
MOST_KNOWN = 512  # words of which a choice knows what may open with them
MOST_WAYS = 50  # in which its parts can be placed, of a sentence that is full of them
Part = tuple[int, int, int]  # number of the item, index of its first word, index after it
_BORDERS = frozenset(",;:.!?()[]—–…") | {"--", "..."}
_STOPS = frozenset(";:.!?") | {"--", "..."}
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
        ]  # fmt: skip
        return (*found, *own)

    def anchors(self) -> frozenset[str] | None:
        return self.telling_words or None

    def openers(self) -> frozenset[str] | None:
        return self.first_words or None

    def starts(self) -> frozenset[str] | None:
        return self.first_words or None


@dataclass(frozen=True, slots=True)
class Named(Node):
    kinds: frozenset[str]
    words: frozenset[str]

    def ends(self, line: Line, at: int) -> Sequence[int]:
        end, kind = line.names.get(at, (0, ""))
        return (end,) if kind in self.kinds else ()

    def anchors(self) -> frozenset[str] | None:
        return self.words or None


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
    year: int

    def ends(self, line: Line, at: int) -> Sequence[int]:
        if at < len(line.words):
            low = line.words[at].low
            if len(low) == 4 and low.isdigit() and 1000 <= int(low) < self.year:
                return (at + 1,)
        return ()


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

    def ends(self, line: Line, at: int) -> Sequence[int]:
        return () if at else (0,)


@dataclass(frozen=True, slots=True)
class Optional(Node):
    item: Node

    def openers(self) -> frozenset[str] | None:
        return None

    def ends(self, line: Line, at: int) -> Sequence[int]:
        return (*self.item.ends(line, at), at)


@dataclass(frozen=True, slots=True)
class Choice(Node):
    items: tuple[Node, ...]
    # word → the items that may open with it, of words that were met
    _known: dict[str, tuple[Node, ...]] = field(default_factory=dict, compare=False, repr=False)

    def ends(self, line: Line, at: int) -> Sequence[int]:
        items = self.items
        if at < len(line.words):
            low = line.words[at].low
            known = self._known.get(low)
            items = self._look_up(low) if known is None else known
        if not items:
            return ()
        if len(items) == 1:
            return items[0].ends(line, at)
        return [end for item in items for end in item.ends(line, at)]

    def _look_up(self, low: str) -> tuple[Node, ...]:
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        found = tuple(
            item for item in self.items if (words := item.starts()) is None or low in words
        )
        self._known[low] = found
        return found

    def starts(self) -> frozenset[str] | None:
        return _together(item.starts() for item in self.items)

    def anchors(self) -> frozenset[str] | None:
        found: set[str] = set()
        for item in self.items:
            words = item.anchors()
            if words is None:
                return None
            found |= words
        return frozenset(found)

    def openers(self) -> frozenset[str] | None:
        return _together(item.openers() for item in self.items)


def _together(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The words of all sets; None if one of them is not known."""
    found: set[str] = set()
    for words in sets:
        if words is None:
            return None
        found |= words
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Row(Node):
    items: tuple[Node, ...]

    def ends(self, line: Line, at: int) -> Sequence[int]:
        places: Sequence[int] = (at,)  # where the items so far may end, each looked at once
        for item in self.items:
            if len(places) == 1:
                places = item.ends(line, places[0])
            else:
                places = [end for place in set(places) for end in item.ends(line, place)]
            if not places:
                break
        return places

    def anchors(self) -> frozenset[str] | None:
        return min(self.required(), key=len, default=None)

    def starts(self) -> frozenset[str] | None:
        found: frozenset[str] = frozenset()
        for item in self.items:
            inner = item.item if isinstance(item, Optional) else item
            words = inner.starts()
            if words is None:
                return None
            found |= words
            if inner is item:
                return found
        return None

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
    named: frozenset[int] = frozenset()  # which items can only be a name of the country

    def ends(self, line: Line, at: int) -> Sequence[int]:
        ways = self._ways(line, at, at, frozenset(range(len(self.items))), set())
        for parts in islice(ways, MOST_WAYS):
            if self._hang_together(line, parts):
                if not any(_stands(node, line) for node in self.without):
                    return (parts[-1][2],)
                break
        return ()

    def openers(self) -> frozenset[str] | None:
        return Choice(self.items).openers()

    def _ways(
        self, line: Line, first: int, last: int, left: frozenset[int],
        dead: set[tuple[int, frozenset[int]]],
    ) -> Iterator[tuple[Part, ...]]:
        """Places of all that is left, one after the other, the first at `first`…`last`.

        From where nothing was found nothing is looked for again.
        """
        if not left:
            yield ()
            return
        if (first, left) in dead:
            return
        is_dead = True
        for at in range(first, min(last + 1, len(line.words))):
            if at > first and line.words[at - 1].low in _STOPS:
                break
            low = line.words[at].low
            for nth in left:
                opening = self.opening[nth]
                if opening is not None and low not in opening:
                    continue
                for end in sorted(set(self.items[nth].ends(line, at))):
                    if end > at:
                        for rest in self._ways(line, end, end + APART, left - {nth}, dead):
                            is_dead = False
                            yield (nth, at, end), *rest
        if is_dead:
            dead.add((first, left))

    def _hang_together(self, line: Line, parts: Sequence[Part]) -> bool:
        """Whether the grammar ties each part to another; without a grammar they do."""
        links = line.links()
        if links is None:
            return True
        tokens = []
        for _, start, end in parts:
            if links.cuts(line.words[start].start, line.words[end - 1].end):
                return False
            first, last = links.at(line.words[start].start), links.at(line.words[end - 1].start)
            tokens.append(frozenset(range(first, last + 1)))
        names = frozenset(place for place, (nth, _, _) in enumerate(parts) if nth in self.named)
        return links.join(tokens, names)


def _stands(node: Node, line: Line) -> bool:
    """Whether a node matches anywhere in a sentence."""
    openers = node.openers()
    places = range(len(line.words)) if openers is None else line.places(openers)
    return any(any(end > at for end in node.ends(line, at)) for at in places)
