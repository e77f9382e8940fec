"""Which words of a sentence hang together, as a grammar found out, for phrases that ask it.

`match.phrases` asks by the `links_of` of a grammar, which `judge.compiled_pack` hands to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from lintwords.values import dataclass

MOST_BETWEEN = 1  # words with a meaning of their own that may stand between two parts


@dataclass(frozen=True, slots=True)
class Links:
    """The tokens of a sentence as a net."""

    starts: tuple[int, ...]  # where each token starts in the text
    beside: tuple[frozenset[int], ...]  # the tokens that each is linked to
    content: frozenset[int]  # tokens with a meaning of their own: nouns, verbs, adjectives
    loose: frozenset[int]  # prepositions after which a name neither acts nor owns
    proper: Mapping[int, tuple[int, int]]  # names of several words, with their places in the text

    def at(self, start: int) -> int:
        """The token that holds a place of the text."""
        return bisect_right(self.starts, start) - 1

    def cuts(self, start: int, end: int) -> bool:
        """Whether a stretch of the text holds part of a name and leaves the rest of it."""
        places = (self.proper.get(self.at(spot)) for spot in (start, end - 1))
        return any(at and (start > at[0] or end < at[1]) for at in places)

    def join(self, parts: Sequence[frozenset[int]], names: frozenset[int]) -> bool:
        """Whether the parts, sets of tokens, hang together; `names` says which only name a state.

        From each part a way of links leads to another one, past one other word of meaning at most,
        and from a name by no loose preposition.
        """
        inside = frozenset().union(*parts)
        reached, left = {0}, set(range(1, len(parts)))
        while left:
            near = next(
                (new for new in left for old in reached
                 if self._near(parts[old], parts[new], inside, old in names or new in names)),
                None,
            )
            if near is None:
                return False
            reached.add(near)
            left.discard(near)
        return True

    def _near(
        self, one: frozenset[int], other: frozenset[int], inside: frozenset[int], is_name: bool
    ) -> bool:
        between = dict.fromkeys(one, 0)  # token reached → words of meaning on the way to it
        ways = [(0, at) for at in one]
        while ways:
            cost, at = heappop(ways)
            if at in other:
                return True
            for near in self.beside[at]:
                if is_name and near in self.loose and near not in inside:
                    continue
                more = cost + (near in self.content and near not in inside)
                if more <= MOST_BETWEEN and more < between.get(near, MOST_BETWEEN + 1):
                    between[near] = more
                    heappush(ways, (more, near))
        return False
