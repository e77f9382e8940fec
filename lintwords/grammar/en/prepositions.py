"""English: what governs a mention after a preposition, and the agent of a passive or an act."""

from __future__ import annotations

from lintwords.grammar.en.moods import Moods
from lintwords.grammar.model import Governor, Slot


class Prepositions(Moods):
    """Finds the governors of a mention after a preposition."""

    def _prepositional(self, slot: Slot, at: int, end: int) -> None:
        read = self.read
        slot.kind, slot.prep = "prep", self.tokens[at].low
        if read.has(at, "function.by") and self._agent(slot, at, end):
            slot.kind = "agent"
            return
        if self._gerund_clause(slot, at, end) or self._infinitive_clause(slot, at, end):
            return
        if self._particle_verb(slot, at, end):
            return
        said = read.skip(end + 1, 'R!"')
        if said < read.count and read.tag(end) == ":" and self._heads_line_to(at):
            told = read.governor(said)
            asked = Governor("", frozenset(("verbs.demand",)), at, end=end)
            asked.complement = self.tokens[told.at].classes | told.object | told.complement
            slot.kind, slot.governors = "object", [asked]
            return
        left = read.back(at)
        if left > 0 and self.tags[left] == "P" and self.tags[left - 1] in "VBEG":
            left -= read.governor(left - 1).end == at  # "handed over to China"
        elif left > 0 and self.tags[left - 1] == "N" and read.has(left, "function.particle"):
            left -= self._verb_of_object(left - 1) >= 0  # "handing refugees over to China"
        if left < 0 or self.tags[left] not in "NVBEGJKZXO":
            return
        if self.tags[left] == "K" or self.tags[left] == "Z":
            return
        if self.tags[left] == "O" and left > 0 and self.tags[left - 1] in "VBEG":
            slot.governors = [self._prep_governor(left - 1, end)]  # "raised it with"
            slot.governors[0].object = read.classes([left])
        elif self.tags[left] in "N":
            heads = [left]
            spot = left
            while read.tag(spot - 1) == "C" and read.tag(spot - 2) == "N":
                spot -= 2
                heads.append(spot)
            slot.governors = [self._prep_governor(head, end) for head in heads]
            verb = self._verb_of_object(left)
            if verb >= 0:
                slot.governors.append(self._prep_governor(verb, end))
                slot.governors[-1].object = read.classes([left])
                slot.governors[-1].outer = True
        else:
            slot.governors = [self._prep_governor(left, end)]
            slot.governors[0].negated = self._negated_before(left)
            if self.tags[left] == "E":
                slot.governors[0].object = self._patient(left)

    def _heads_line_to(self, at: int) -> bool:
        """"Ottawa to China: stop it": who speaks to whom, at the head of a line."""
        return self.read.has(at, "function.to") and set(self.tags[:at]) <= set("NZ") != set()

    def _gerund_clause(self, slot: Slot, at: int, end: int) -> bool:
        """"with China blocking the inquiry": the subject of an -ing form."""
        if self.read.tag(end) != "G" or not self.read.has(at, "function.clause-preposition"):
            return False
        group = self.read.verb_group(end)
        if group is None:
            return False
        slot.kind, slot.governors = "subject", self._chain(group, False)
        return True

    def _infinitive_clause(self, slot: Slot, at: int, end: int) -> bool:
        """"nine years for China to agree": the subject of an infinitive."""
        verb = self.read.skip(end + 1)
        if self.read.tag(end) != "T" or not self.read.has(at, "function.for-clause"):
            return False
        group = self.read.verb_group(verb)
        left = self.read.back(at)
        if group is None or left >= 0 and self.tags[left] in "VBEG":
            return False
        slot.kind, slot.governors = "subject", self._chain(group, group.negated)
        return True

    def _particle_verb(self, slot: Slot, at: int, end: int) -> bool:
        """"stand up to China": a verb whose entry ends with this preposition."""
        for spot in range(at - 1, max(at - 5, -1), -1):
            if self.tags[spot] not in "VBEG":
                continue
            verb = self.read.governor(spot)
            if verb.end == at + 1:
                verb.object = self.read.classes([])
                verb.complement = self.read.complement(end)
                verb.negated = self._negated_before(spot)
                slot.kind, slot.governors = "object", [verb]
                return True
            return False
        return False

    def _prep_governor(self, at: int, end: int) -> Governor:
        found = self.read.governor(at, after=end)
        found.object = self.read.classes([])
        found.complement = self.read.complement(end)
        return found

    def _verb_of_object(self, noun: int) -> int:
        """The verb whose object this noun is: "impose sanctions on"; -1 if none."""
        spot = noun
        while spot > 0 and self.tags[spot - 1] in "DJN#K'-":
            spot -= 1
        left = self.read.back(spot)
        if left > 0 and self.read.has(left, "function.particle") and self.tags[left - 1] in "VBEG":
            left -= 1  # "chase down a family for"
        return left if left >= 0 and self.tags[left] in "VBEG" else -1

    def _agent(self, slot: Slot, at: int, end: int) -> bool:
        read = self.read
        left = read.back(at)
        if left > 0 and self.tags[left] == ",":
            left = read.back(left)  # "any attempt, by China or others, to"
        if left < 0:
            return False
        direct = self.tokens[left].word.forms
        if self.tags[left] == "N" and (
            "verbs:act" in direct or self.tokens[left].classes & {"nouns.abuse", "nouns.policy"}
        ):
            slot.governors = [self._prep_governor(left, end)]
            return True
        for spot in range(left, max(left - 9, -1), -1):
            tag = self.tags[spot]
            if tag == "N" and spot < left and self.read.has(spot + 1, "function.of"):
                noun = self.tokens[spot].word
                if "verbs:act" in noun.forms or noun.nominal & {"nouns.abuse", "nouns.policy"}:
                    slot.governors = [self._prep_governor(spot, end)]
                    return True  # "the detention of two journalists by China"
            if tag in "VXMWSB:=" and spot != left:
                break
            if tag == "N" and spot == left and "verbs:participle" in self.tokens[spot].word.forms:
                continue
            if tag == "E" or tag in ("V", "J", "B") and "verbs:participle" in (
                self.tokens[spot].word.forms
            ):
                verb = self._prep_governor(spot, end)
                verb.object = self._patient(spot)
                verb.negated = self._negated_before(spot)
                slot.governors = [verb]
                return True
        if self.tags[left] == "N":
            slot.governors = [self._prep_governor(left, end)]
            return True
        return False

    def _patient(self, participle: int) -> frozenset[str]:
        """What a passive is said of: the noun before it."""
        spot = participle - 1
        while spot >= 0 and self.tags[spot] in 'XMR!"E':
            spot -= 1
        if spot > 0 and self.tags[spot] == "," and self.tags[spot - 1] == "N":
            spot -= 1  # "the growers, frozen out by"
        heads = [spot] if spot >= 0 and self.tags[spot] in "NZO" else []
        return self.read.classes(heads)
