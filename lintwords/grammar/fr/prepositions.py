"""French: a mention after a preposition: whose act, against whom, by whom, to whom, where."""

from __future__ import annotations

from lintwords.grammar.fr.lists import Lists
from lintwords.grammar.model import Governor, Slot

_ACTS = frozenset(("nouns.abuse", "nouns.policy", "nouns.penalty"))
# nouns that make the country the one to whom something is done
_SUFFERED = "nouns.done-to"


class Prepositions(Lists):
    """Finds the governors of a mention after a preposition."""

    def _prepositional(self, slot: Slot, at: int, end: int) -> None:
        """The mention stands after the preposition at `at` and ends before `end`."""
        read = self.read
        slot.kind, slot.prep = "prep", read.preposition(at)
        if " " in slot.prep and read.preposition(at) == self.tokens[at].low:
            slot.prep = read.lemma(at, "function.preposition-phrase")
        if read.has(at, "function.by") and self._agent(slot, at, end):
            slot.kind = "agent"
            return
        left = read.back(at)
        if self._of_the_verb(slot, at, end):
            return
        if read.has(at, "function.of") and self._owned(slot, at, left, end):
            return
        if left < 0 or self.tags[left] in "ZKW":
            return
        if self.tags[left] in ("J", "E") and self._noun_before(left) >= 0:
            if self.tags[left] == "E":
                slot.governors = [self._before_prep(left, end)]
                slot.governors[0].object = read.classes([self._noun_before(left)])
            elif self._takes(left, at):
                slot.governors = [self._before_prep(left, end)]
            else:
                left = self._noun_before(left)
        if slot.governors or left < 0 or self.tags[left] not in "NVBEGJXOM":
            return
        if self.tags[left] == "O":
            verb = read.back(left, 'R"-Q')
            if verb >= 0 and self.tags[verb] in "VBEG":
                slot.governors = [self._before_prep(verb, end)]
            return
        if self.tags[left] == "N":
            slot.governors = [self._before_prep(left, end)]
            verb = self._verb_of_object(left)
            if verb >= 0:
                outer = self._before_prep(verb, end)
                outer.object, outer.outer = read.classes([left]), True
                slot.governors.append(outer)
            return
        slot.governors = [self._before_prep(left, end)]
        slot.governors[0].negated = self._negated_before(left)

    def _takes(self, adjective: int, at: int) -> bool:
        """Whether an adjective takes this preposition: "hostile à", not "ouïghoure de"."""
        return bool({"adjectives.toward", "adjectives.mind", "adjectives.traceable"}
                    & self.tokens[adjective].classes)  # fmt: skip

    def _before_prep(self, at: int, end: int) -> Governor:
        found = self.read.governor(at, after=end)
        if self.tags[at] in "VBEGXM":
            found.end = max(found.end, at + 1)
        found.object = self.read.classes([])
        found.complement = self.read.complement(end)
        return found

    def _of_the_verb(self, slot: Slot, at: int, end: int) -> bool:
        """"s'en prend à la Chine", "demande à la Chine de": an entry ends with the preposition."""
        read = self.read
        for spot in range(at - 1, max(at - 7, -1), -1):
            tag = self.tags[spot]
            if tag in ",:.=WS":
                return False
            if tag not in "VBEG":
                continue
            verb = read.governor(spot, after=end)
            if verb.end == at + 1:
                verb.object = read.classes([])
                verb.complement = read.complement(end)
                verb.negated = self._negated_before(spot)
                slot.kind, slot.governors = "object", [verb]
                return True
            return False
        return False

    def _owned(self, slot: Slot, at: int, left: int, end: int) -> bool:
        """"la répression de la Chine": what is the country's, or done to it."""
        read = self.read
        noun = left
        while noun >= 0 and self.tags[noun] in 'JER"' and noun > 0:
            if self._takes(noun, at) and self.tags[noun] == "J":
                return False
            noun = read.back(noun)
        if noun < 0 or self.tags[noun] != "N" and not (
            read.has(noun, "function.demonstrative-pronoun")
        ):
            return False
        if read.has(noun, "function.time") or self.tokens[noun].name:
            return False
        slot.head = self.tokens[noun].low
        slot.head_classes = read.classes([noun])
        governor = self._before_prep(noun, end)
        slot.governors = [governor]
        done_to = read.has(noun, _SUFFERED) or self._by_another(end)
        slot.kind = "object" if done_to else "possessive"
        verb = self._verb_of_object(noun)
        if verb >= 0:
            outer = self._before_prep(verb, end)
            outer.object, outer.outer = slot.head_classes, True
            slot.governors.append(outer)
        return True

    def _by_another(self, end: int) -> bool:
        """"l'invasion de la Chine par le Japon": another does it."""
        return self.read.has(self.read.skip(end), "function.by")

    def _verb_of_object(self, noun: int) -> int:
        """The verb whose object this noun is: "imposer des sanctions à"; -1 if none."""
        spot = noun
        while spot > 0 and self.tags[spot - 1] in "DJN#K-":
            spot -= 1
        left = self.read.back(spot, 'R!"')
        return left if left >= 0 and self.tags[left] in "VBEG" else -1

    def _noun_before(self, at: int) -> int:
        """The noun that an adjective or participle at `at` describes; -1 if none."""
        spot = at
        while spot >= 0 and self.tags[spot] in 'JER"C!XQ':
            spot -= 1
        return spot if spot >= 0 and self.tags[spot] in "NZO" else -1

    def _agent(self, slot: Slot, at: int, end: int) -> bool:
        """After *par*: who does what a participle or a noun of an act says."""
        read = self.read
        for spot in range(read.back(at), max(at - 12, -1), -1):
            if spot < 0:
                break
            tag = self.tags[spot]
            if tag == "E" and not read.has(spot, "verbs.takes-be"):
                verb = self._before_prep(spot, end)
                noun = self._noun_before(spot)
                verb.object = read.classes([noun] if noun >= 0 else [])
                verb.negated = self._negated_before(spot)
                slot.governors = [verb]
                return True
            if tag == "N" and (
                "verbs:act" in self.tokens[spot].word.forms
                or not _ACTS.isdisjoint(self.tokens[spot].classes)
            ):
                slot.governors = [self._before_prep(spot, end)]
                return True
            if tag in "VXMWSBG:=.":
                break
        return False

    def _negated_before(self, verb: int) -> bool:
        """Whether the verb at `verb` is denied, by a negator around it or a verb of refusing."""
        read = self.read
        spot = verb - 1
        while spot >= 0 and self.tags[spot] in "XMR!QP":
            if read.negates(spot):
                return True
            spot -= 1
        if read.negates(read.skip(verb + 1, "R")):
            return True
        refrains = spot >= 0 and self.tags[spot] in "VBEG" and spot < verb - 1
        return refrains and read.has(spot, "verbs.refrain")
