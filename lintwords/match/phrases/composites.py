"""Nodes that are made of nodes: what may be missing, choices, rows, and parts in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lintwords.match.phrases.nodes import Node, stands
from lintwords.match.phrases.seen_sentence import Line
from lintwords.prefilter.outlines import EMPTY, Outline, either, in_any_order, of_row
from lintwords.values import dataclass, field

APART = 10  # words from one part of a concept to the next
MOST_KNOWN = 512  # words of which a choice knows what may open with them
MOST_WAYS = 50  # in which its parts can be placed, of a sentence that is full of them
Part = tuple[int, int, int]  # number of the item, index of its first word, index after it
_STOPS = frozenset(";:.!?") | {"--", "..."}


@dataclass(frozen=True, slots=True)
class Optional(Node):
    item: Node

    def openers(self) -> frozenset[str] | None:
        return None

    def ends(self, line: Line, at: int) -> Sequence[int]:
        return (*self.item.ends(line, at), at)

    def outline(self) -> Outline:
        return either((self.item.outline(), EMPTY))


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

    def may_stand(self, line: Line) -> bool:
        return any(item.may_stand(line) for item in self.items)

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

    def outline(self) -> Outline:
        return either(item.outline() for item in self.items)


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

    def may_stand(self, line: Line) -> bool:
        return all(item.may_stand(line) for item in self.items)

    def outline(self) -> Outline:
        return of_row(item.outline() for item in self.items)

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
                if not any(stands(node, node.openers(), line) for node in self.without):
                    return (parts[-1][2],)
                break
        return ()

    def openers(self) -> frozenset[str] | None:
        return Choice(self.items).openers()

    def outline(self) -> Outline:
        return in_any_order(item.outline() for item in self.items)

    def may_stand(self, line: Line) -> bool:
        """Whether each item stands somewhere; those whose first words are known are asked first."""
        if len(self.items) < 2:
            return True
        order = sorted(range(len(self.items)), key=lambda nth: self.opening[nth] is None)
        return all(stands(self.items[nth], self.opening[nth], line) for nth in order)

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
                ends = sorted(set(self.items[nth].ends(line, at)), reverse=len(self.items) == 1)
                for end in ends:  # of a row that stands alone the longest match is the match
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
