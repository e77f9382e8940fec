"""English: a mention after its verb: an object, and what the object does; and what stands so.

Also the mention that ends its sentence ("the culprit is China"), the speaker whose verb stands
before ("said China"), and the noun that a relative clause is about.
"""

from __future__ import annotations

from lintwords.grammar.en.prepositions import Prepositions
from lintwords.grammar.model import NOTHING, Governor, Slot


class Objects(Prepositions):
    """Tells an object from a subject, and finds what else depends on the verb before."""

    def _is_object(self, left: int, end: int, predicates: list[Governor]) -> bool:
        classes = self.tokens[left].classes
        if not predicates:
            return True
        first = self.tags[predicates[0].at]
        follows = predicates[0].at == self.read.skip(end)  # "orders leave China, and owners slip"
        if first in "BG" and follows and "verbs.perceive" in classes:
            return False
        if first == "B" and "verbs.mandative" in classes:
            return False  # "demand China release"
        spot = self.read.skip(end)
        if self.tag_at(spot) in "VXM" and (
            classes & {"verbs.clause", "verbs.speech", "verbs.mind", "voices.report"}
        ):
            return False
        return self.tag_at(spot) not in "VXM" or self._relative_verb(left)

    def _relative_verb(self, left: int) -> bool:
        return any(tag == "W" for tag in self.tags[max(left - 4, 0) : left])

    def _is_told(self, left: int, end: int) -> bool:
        """"For the wreckage, blame China.": a base form that could be a noun opens the clause."""
        if left < 0 or self.tags[left] != "N" or self.tag_at(end) not in ".,:=":
            return False
        word = self.tokens[left].word
        opens = left == 0 or self.tags[left - 1] in ",:=.("
        return opens and "verbs:base" in word.forms and "verbs.reproach" in word.verbal

    def _verb_at(self, at: int, end: int) -> Governor:
        """The governor of a verb that is tagged as a noun."""
        found = self.read.governor(at, after=end)
        word = self.tokens[at].word
        found.lemma, found.classes = word.lemma_in("verbs"), word.verbal
        found.complement = self.read.complement(end)
        return found

    def _inner(self, verb: int, end: int) -> list[Governor]:
        """"see China crush", "expect China to free": what the object itself does."""
        spot = self.read.skip(end)
        classes = self.tokens[verb].word.verbal
        bare = "verbs.bare-infinitive" in classes and self.tag_at(spot) in "BG"
        if not bare and (self.tag_at(spot) != "T" or "verbs.has-in-mind" not in classes):
            return []
        group = self.read.verb_group(spot + (not bare))
        found = self._chain(group, group.negated) if group else []
        for governor in found:
            governor.role = governor.role or "subject"
            governor.negated = governor.negated or self._negated_before(verb)
        return found

    def _predicate(self, slot: Slot, left: int, end: int) -> bool:
        """"the culprit is China": what the subject is said to be; false if it is not that."""
        if left < 1 or self.tags[left] != "X" or self.tag_at(end) not in '.,:=SC"()':
            return False
        start = left
        while start > 0 and self.tags[start - 1] not in ",:.=SWC":
            start -= 1
        heads = self.read.noun_phrase(self.read.skip(start)).heads
        if not self.read.has(left, "function.be") or not heads or self.tags[heads[0]] != "N":
            return False
        verb = self.read.governor(left, after=end)
        verb.object = self.read.classes(heads)
        verb.negated = "!" in self.tags[heads[-1]:end]
        slot.kind, slot.governors = "predicate", [verb]
        return True

    def _is_speaker(self, left: int, end: int) -> bool:
        """Inverted after speech: ", said Beijing,"."""
        if left < 1 or self.tags[left] != "V" or self.tag_at(end) not in ',.:="(':
            return False
        classes = self.tokens[left].word.verbal
        if "verbs.clause" not in classes or not classes & {"verbs.speech", "voices.report"}:
            return False
        if classes & {"verbs.blame", "verbs.demand"}:
            return False
        return self.tags[left - 1] in ',"'

    def _antecedent(self, verb: Governor, left: int, start: int) -> None:
        """"sanctions that China imposed", "sanctions China imposed": what the verb acts on."""
        noun = left
        relative = left >= 0 and self.tags[left] == "W"
        if relative or self.read.has(left, "function.relative"):
            noun = self.read.back(left, 'R",')
        elif left != start - 1:
            return
        if noun >= 0 and self.tags[noun] == "N" and (relative or verb.object == NOTHING):
            if "function.time" not in self.tokens[noun].classes:
                verb.object = self.read.classes([noun]) | (verb.object - NOTHING)
        elif left >= 0 and self.read.has(left, "function.determiner") and verb.object == NOTHING:
            verb.object = frozenset({"any"})  # "what China has done"
