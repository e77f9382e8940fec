"""English: whether a clause says that a thing is so, denies it, makes it a condition or asks it."""

from __future__ import annotations

from lintwords.grammar.en.lists import Lists
from lintwords.grammar.en.verbs import MANDATIVE
from lintwords.grammar.model import Governor

_SAID_OF_A_CLAIM = frozenset(("adjectives.of-truth", "nouns.of-proof", "verbs.of-belief"))


class Moods(Lists):
    """Tells what is said to be so from what is not."""

    def _conditional(self, left: int) -> bool:
        if left >= 0 and self.read.has(left, "function.inverted-condition"):
            before = self.read.back(left, '"R')
            return before < 0 or self.tags[before] in ",:=CS"  # "Should China invade, …"
        return left >= 0 and self.read.has(left, "function.conditional")

    def _denied_clause(self, that: int) -> bool:
        """"it is not true that China", "no evidence that China": the clause is said not to be."""
        if that < 1 or self.tags[that] != "S" or not self.read.has(that, "function.complementizer"):
            return False
        said = self.tokens[that - 1].classes
        if "adjectives.of-untruth" in said:
            return True
        negated = any(
            self.tags[spot] == "!" or self.read.has(spot, "function.negator")
            for spot in range(max(that - 5, 0), that)
        )
        return negated and not _SAID_OF_A_CLAIM.isdisjoint(said)

    def _negated_before(self, verb: int) -> bool:
        spot = verb - 1
        while spot >= 0 and self.tags[spot] in "XMR!T":
            if self.tags[spot] == "!":
                return True
            spot -= 1
        refrains = spot >= 0 and self.tags[spot] in "VBEG" and spot < verb - 1
        return refrains and self.read.has(spot, "verbs.refrain")  # "refused to condemn"

    def _asked_for(self, left: int, verb: Governor) -> bool:
        """"recommends that China ratify": a base form, as if *should* stood before it."""
        that = left > 0 and self.tags[left] == "S"
        asked = self.tokens[left - that].classes if left >= 0 else frozenset()
        base = self.tags[verb.at] == "B" or self.tokens[verb.at - 1].low == "be"
        wanted = "verbs.mandative" in asked or that and not MANDATIVE.isdisjoint(asked)
        return base and wanted
