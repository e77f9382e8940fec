"""French: lists of states, "l'Iran, la Russie et la Chine", and where they start and end."""

from __future__ import annotations

from lintwords.grammar.fr.clauses import Clauses

_STATES = frozenset(("names.country", "names.capital"))


class Lists(Clauses):
    """Goes from a mention to the borders of the list that it stands in."""

    def _is_state(self, at: int) -> bool:
        token = self.tokens[at] if 0 <= at < len(self.tokens) else None
        if token is None or not token.text[:1].isupper():
            return False
        if self.tags[at] == "Z" or not _STATES.isdisjoint(token.classes):
            return True
        return self.tags[at] == "K" and token.text[:1].isupper()

    def _state_start(self, at: int) -> int:
        """The index where the phrase of the state at `at` begins, with article or preposition."""
        while at > 0 and (self.tags[at - 1] in "DJ"):
            at -= 1
        return at

    def _list_start(self, start: int) -> tuple[int, bool]:
        """Go left over "la Russie et", "de l'Iran et de"."""
        first, listed = start, False
        for _ in range(8):
            spot = first - 1
            if spot > 0 and self.tags[spot] == "P" and listed is not None and (
                self.tags[spot - 1] in "C,"
            ):
                spot -= 1  # "de la Russie et de la Chine"
            if spot <= 0 or self.tags[spot] not in "C,":
                break
            other = spot - 1
            if not self._is_state(other):
                break
            if self.tags[spot] == "," and not listed and not self._joined_later(start):
                break
            first, listed = self._state_start(other), True
        if listed and first > 0 and self.tags[first - 1] == "C":
            first -= 1  # "ni la Russie ni la Chine"
        return first, listed

    def _joined_later(self, start: int) -> bool:
        """Whether a comma before belongs to a list: *et* and a state follow, or another comma."""
        at = start
        while at < len(self.tokens) and self.tags[at] in "DJZK":
            at += 1
        return self._list_end(at)[1] or self.read.tag(at) in (",", "C") and (
            self._is_state(self.read.skip(at + 1, "DJP"))
        )

    def _list_end(self, end: int) -> tuple[int, bool]:
        """Go right over "et la Russie", ", l'Iran et"."""
        last, listed = end, False
        for _ in range(8):
            if self.read.tag(last) not in ("C", ",") or self.read.tag(last) == "":
                break
            spot = last + 1
            while self.read.tag(spot) in ("D", "J", "P"):
                spot += 1
            if not self._is_state(spot):
                break
            if self.read.tag(last) == "," and not self._goes_on(spot + 1):
                break
            last, listed = spot + 1, True
        return last, listed

    def _goes_on(self, at: int) -> bool:
        """Whether a further state follows after a comma or *et*."""
        if self.read.tag(at) not in ("C", ","):
            return False
        spot = at + 1
        while self.read.tag(spot) in ("D", "J", "P"):
            spot += 1
        return self._is_state(spot)
