"""English: lists of states, "Iran, Russia and China", and where they start and end."""

from __future__ import annotations

from lintwords.grammar.en.clauses import Clauses
from lintwords.text.sentences import Token


class Lists(Clauses):
    """Goes from a mention to the borders of the list that it stands in."""

    def _is_name(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if self.tags[at] == "K":
            return at > 0 and self.tags[at - 1] == "D"  # "the Chinese, the Russians"
        return self.tags[at] in "ZN" and (
            self.tags[at] == "Z" or is_capital(token)
            or "names.country" in token.classes or "names.capital" in token.classes
        )

    def _list_start(self, start: int) -> tuple[int, bool]:
        """Go left over "Russia and", "Iran, Russia and"; also over *both*, *neither*."""
        read, first = self.read, start
        spot = start - 1
        while spot > 0 and self.tags[spot] in "C,":
            other = spot - 1
            if self.tags[other] == "," and other > 0:
                other -= 1
            if not self._is_name(other):
                break
            while other > 0 and (self._is_name(other - 1) or self.tags[other - 1] in "DJ"):
                other -= 1
            if other > 0 and self.tags[other - 1] == "C" and self.tags[spot] == "," and (
                "C" not in self.tags[spot:start]
            ):
                break  # "with Iran and Laos, China has": a list has ended before
            if self.tags[spot] == "," and self._opens_with_place(other, start):
                break
            if self.tags[spot - 1 : spot + 1] == [",", "C"] and self._ends_a_clause(other, start):
                break
            first, spot = other, other - 1
        joined = "C" in self.tags[first:start] or (
            first < start and (self._list_end(start + 1)[1] or self._heads_line(first, start + 1))
        )
        if not joined:
            first = start
        either = read.has(first - 1, "function.correlative")
        if either and (joined or not read.has(first - 1, "function.conditional")):
            first -= 1
        return first, joined

    def _opens_with_place(self, at: int, mention: int) -> bool:
        """"In the Assembly, China and Laos tried": a place before the subject, not one of three."""
        if at < 1 or self.tags[at - 1] != "P" or (at > 1 and self.tags[at - 2] not in ",:="):
            return False
        end, joined = self._list_end(mention + 1)
        return joined and self.read.tag(self.read.skip(end)) in ("V", "X", "M")

    def _ends_a_clause(self, at: int, mention: int) -> bool:
        """"printed in Lhasa, and China is holding it": a clause has ended before the *and*."""
        if at < 1 or self.tags[at - 1] != "P":
            return False
        end = next(i for i in range(mention, len(self.tags)) if self.tags[i] not in "DJ#") + 1
        follows = self.read.tag(self.read.skip(end)) in ("V", "X", "M")
        return follows and any(tag in "VXM" for tag in self.tags[:at])

    def _list_end(self, end: int) -> tuple[int, bool]:
        """Go right over ", Iran and Russia", "and its allies"."""
        spot, last, joined = end, end, False
        for _ in range(8):
            comma = self.read.tag(spot) == ","
            at = spot + 1 if comma else spot
            conjunction = self.read.tag(at) == "C"
            at += conjunction
            if not (comma or conjunction):
                break
            if conjunction:
                phrase = self.read.noun_phrase(at, coordinated=False)
                if not phrase.heads or self._own_clause(end, at, phrase.end):
                    break
                return phrase.end, True
            if not self._is_name(at) and self.read.tag(at) not in ("D", "J"):
                break
            phrase = self.read.noun_phrase(at, coordinated=False)
            if not phrase.heads or not self._is_name(phrase.heads[0]):
                break
            spot = last = phrase.end
        if last > end and self._heads_line(end - 1, last):
            return last, True
        return (end, False) if not joined else (last, True)

    def _heads_line(self, first: int, end: int) -> bool:
        """"China, Russia veto": a headline's list, with its verb straight after."""
        opens = first == 0 or self.tags[first - 1] == ":"
        says = self.read.has(end, "verbs.clause")  # "Norway, China said, had"
        return opens and (self.read.tag(end) == "B" or self.read.tag(end) == "V" and not says)

    def _own_clause(self, mention: int, start: int, end: int) -> bool:
        """Whether a phrase after *and* is the subject of its own clause, not part of a list.

        `mention` is the index after the name with which it would be listed.
        """
        nxt = self.read.skip(end)
        if self.read.has(nxt, "function.of"):  # "and most of them are"
            nxt = self.read.skip(self.read.noun_phrase(nxt + 1).end)
        if self.read.tag(nxt) not in ("V", "X", "M"):
            return False
        border = mention
        while border > 0 and self.tags[border - 1] not in ",:=S":
            border -= 1
        left_verb = any(tag in "VXM" for tag in self.tags[border:start])
        return left_verb or self.tags[start] == "O"

    def states_joined(self, at: int) -> tuple[int, int] | None:
        """The tokens [start, end) of a list around the mention at `at` that names states alone.

        Each of them has a government of its own, and all of them do what the verb says: "Iran,
        Russia and China"; not "the EU and China", "Russia or China".
        """
        start, end = self._list_start(at)[0], self._list_end(at + 1)[0]
        names = 0
        for spot in range(start, end):
            classes = self.tokens[spot].classes
            if spot == at or "names.country" in classes:
                names += 1
                if "names.no-government" in classes or spot > start and self.tags[spot - 1] in "NZ":
                    return None
            elif self.tags[spot] == "D":
                both = spot == start and "function.correlative" in classes
                if not both and ("function.article-definite" not in classes or spot + 1 == at):
                    return None
            elif self.tags[spot] == "C":
                if "function.plain-and" not in classes:
                    return None
            elif self.tags[spot] != ",":
                return None
        return (start, end) if names > 1 else None

    def _listed_left(self, at: int) -> bool:
        return self._list_start(at)[1]

    def _listed_right(self, at: int) -> bool:
        return self.read.tag(at + 1) == "C" and self.read.tag(at + 2) == "Z"


def is_capital(token: Token) -> bool:
    """Whether a word is written with a capital."""
    return token.text[:1].isupper()
