"""English: noun phrases, verb groups and predicates, read off a row of tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lintwords.grammar.model import NOTHING, Governor
from lintwords.grammar.tagged import ORGANS, Tagged, VerbGroup
from lintwords.text.lexicon import Word

_NOMINAL = "NZ"


@dataclass(slots=True)
class NounPhrase:
    """The heads of a noun phrase (several if coordinated) and the index after it."""

    heads: list[int] = field(default_factory=list)
    end: int = 0
    owner: int = -1  # the noun before a possessive mark inside the phrase
    organ: int = -1  # a body or an office named before the head: "government" in "government ban"


class Phrases(Tagged):
    """Reads phrases of one tagged sentence."""

    # -- noun phrases -----------------------------------------------------------------------

    def noun_phrase(self, at: int, *, coordinated: bool = True) -> NounPhrase:
        """The noun phrase that starts at `at`; without heads if none does."""
        phrase = NounPhrase(end=at)
        spot = at
        head = -1
        while spot < self.count:
            tag = self.tags[spot]
            if tag in _NOMINAL:
                if head >= 0 and phrase.organ < 0 and not ORGANS.isdisjoint(
                    self.tokens[head].word.nominal
                ):
                    phrase.organ = head
                head = spot
            elif tag == "O" and head < 0 and spot == self.skip(at):
                phrase.heads, phrase.end = [spot], spot + 1
                return phrase
            elif tag == "'":
                if head >= 0 and phrase.owner < 0:
                    phrase.owner = head
                head = -1
            elif tag == "#" and head < 0 and self.has(spot + 1, "function.of"):
                spot += 1  # "two of the sailors"
            elif tag in "DJ#K-!":
                if tag in "D" and head >= 0:
                    break
                if tag == "K" and head >= 0 and self.tag(spot - 1) not in "-C'":
                    break
                if tag == "J" and phrase.organ < 0 and self._names_actor(spot):
                    phrase.organ = spot  # "Chinese government repression"
            elif tag == "G":
                if head >= 0 and self.tag(spot - 1) != "-":
                    break
                if self.tag(spot + 1) not in ("N", "J", "-") or self._takes_object(spot, at):
                    opens = spot == at and self.tag(spot - 1) == "K"  # "Chinese drilling in"
                    if head < 0 and (opens or spot > at and self.tag(spot - 1) in "D'JK"):
                        head = spot
                        spot += 1
                    break
            elif tag == "E":
                if self.tag(spot - 1) not in ("-", "D", "J", "'", "K", "R", "#") and spot > at:
                    break
                if self.tag(spot + 1) not in ("N", "J", "-") and self.tag(spot - 1) != "-":
                    break
            elif tag in 'R"':
                if self.tag(self.skip(spot)) not in ("J", "N", "#", "E", "G") or head >= 0:
                    break
            elif tag == "C" and self._joins_modifiers(spot):
                pass
            elif tag == "," and self._joins_adjectives(spot, head):
                pass
            else:
                break
            spot += 1
        if head < 0 and phrase.organ >= 0 and self._is_body(phrase.organ):
            head = phrase.organ  # "hold the Chinese government accountable"
        if head >= 0:
            phrase.heads.append(head)
            phrase.end = head + 1
            if coordinated:
                self._coordinate(phrase)
        return phrase

    def _names_actor(self, at: int) -> bool:
        """Whether a modifier names a body: "government repression", "government-backed gangs"."""
        return self._is_body(at) or self.has(at, "adjectives.names-actor")

    def _is_body(self, at: int) -> bool:
        return not ORGANS.isdisjoint(self.tokens[at].word.nominal)

    def _takes_object(self, at: int, start: int) -> bool:
        """A gerund with an object of its own, not a modifier: "jailing editors"."""
        return at == start and "verbs:ing" in self.tokens[at].word.forms and (
            "adjectives" not in self.tokens[at].word.forms
        )

    def _joins_modifiers(self, at: int) -> bool:
        """*and* between two modifiers of one noun: "long and brutal crackdown"."""
        before, after = self.tag(at - 1), self.tag(self.skip(at + 1))
        if before in ("J", "K") and after in ("J", "K", "E", "G"):
            return True
        if before in ("J", "K") and after == "N":
            return self.tag(self.skip(at + 1) + 1) == "N"
        return False

    def _joins_adjectives(self, at: int, head: int) -> bool:
        return head < 0 and self.tag(at - 1) in ("J", "K") and self.tag(at + 1) in ("J", "K")

    def _coordinate(self, phrase: NounPhrase) -> None:
        """Take in further nouns: "lawyers, editors and their families"."""
        spot = phrase.end
        for _ in range(6):
            at = self.skip(spot, "\"")
            if self.tag(at) == "," and self.tag(at + 1) == "C":
                at += 1
            if self.tag(at) not in ("C", ","):
                return
            comma = self.tag(at) == ","
            other = self.noun_phrase(at + 1, coordinated=False)
            if not other.heads or self.tags[other.heads[0]] == "O":
                return
            after = self.tag(self.skip(other.end))
            if comma and after not in ("C", ","):
                return
            if not comma and after in ("V", "X", "M"):
                return
            phrase.heads.extend(other.heads)
            spot = phrase.end = other.end

    def classes(self, heads: Sequence[int]) -> frozenset[str]:
        """The classes of nouns, with `any`; `none` for no noun."""
        if not heads:
            return NOTHING
        found: set[str] = {"any"}
        for at in heads:
            found |= self.tokens[at].word.nominal
            if self.tags[at] == "O":
                found |= self.tokens[at].classes
            if at >= 2 and self.tags[at - 1] == "'":
                found |= self.tokens[at - 2].word.nominal  # "the newspaper's presses"
            if self.tokens[at].name:
                found.add(f"names.{self.tokens[at].name}")
            for spot in range(at - 1, max(at - 6, -1), -1):
                if self.tags[spot] not in "JEGCN,R":
                    break
                modifier = self.tokens[spot].classes
                found |= {cls for cls in modifier if cls.startswith("adjectives.")}
        return frozenset(found)

    # -- verb groups ------------------------------------------------------------------------

    def verb_group(self, at: int) -> VerbGroup | None:
        """The verb group that starts at `at`, adverbs before it passed over."""
        spot = self.skip(at)
        negated = any(self.tags[i] == "!" for i in range(at, spot))
        group = VerbGroup(spot, -1, spot, negated=negated)
        be = auxiliary = False
        while spot < self.count:
            tag = self.tags[spot]
            if tag == "!":
                group.negated = True
            elif tag in "XM":
                if auxiliary and be is False and tag == "X" and self._is_deed(group.main, spot):
                    break  # "what China did was a disgrace"
                if tag == "M":
                    group.modal = self.tokens[spot].classes
                be = self.has(spot, "function.be") or self.has(spot, "function.clitic-s")
                auxiliary = True
                group.main, group.end = spot, spot + 1
            elif tag in 'R"' or auxiliary and self.has(spot, "function.correlative"):
                pass
            elif tag in ",=(" and auxiliary and self._aside(spot):
                spot = self._aside(spot)  # "has, over the past decade, tightened"
                continue
            elif tag == "P" and auxiliary and self._time_inside(spot):
                spot = self._time_inside(spot)  # "had for years been"
                continue
            elif tag in "VBEG":
                if auxiliary and tag == "V" and not self.has(spot, "verbs.general"):
                    pass
                group.main, group.end = spot, spot + 1
                group.passive = tag == "E" and (be or not auxiliary)
                return group
            elif tag == "T" and auxiliary and self.tag(self.skip(spot + 1)) in ("B", "X"):
                spot += 1  # "is to host", "has to free"
                continue
            else:
                break
            spot += 1
        if group.main < 0:
            return None
        group.copula = be
        return group

    def _is_deed(self, verb: int, following: int) -> bool:
        """Whether *do* is a full verb because *be* opens the next predicate."""
        return self.has(verb, "function.do") and self.has(following, "function.be")

    def _aside(self, at: int) -> int:
        """The index after what commas, dashes or brackets hold before the verb; 0 if nothing."""
        closing = ")" if self.tags[at] == "(" else self.tags[at]
        for spot in range(at + 1, min(at + 16, self.count)):
            if self.tags[spot] in ":.":
                return 0
            if self.tags[spot] == closing:
                return spot + 1 if self.tag(self.skip(spot + 1)) in ("E", "G", "B") else 0
        return 0

    def _time_inside(self, at: int) -> int:
        """The index after a time between auxiliary and verb; 0 if none stands there."""
        phrase = self.noun_phrase(self.skip(at + 1), coordinated=False)
        if not phrase.heads or "function.time" not in self.tokens[phrase.heads[0]].classes:
            return 0
        return phrase.end if self.tag(self.skip(phrase.end)) in ("X", "E", "G", "V") else 0

    # -- governors --------------------------------------------------------------------------

    def governor(self, at: int, *, negated: bool = False, after: int = -1) -> Governor:
        """The verb or noun at `at` as a governor, with what follows it."""
        token = self.tokens[at]
        verbal = self.tags[at] in "VBEGXM"
        gerund = self.tag(at - 1) == "'" and "verbs:ing" in token.word.forms
        table = "verbs" if verbal or gerund else "nouns"
        lemma = token.word.lemma_in(table) or token.word.lemma_in("verbs") or token.low
        if self.tags[at] == "X":
            lemma = self._auxiliary_lemma(at)
        classes = token.word.verbal if verbal else token.word.nominal
        if gerund:
            classes |= token.word.verbal
        if self.tags[at] == "X":
            classes = token.classes
            if "function.clitic-s" in classes:
                classes |= {"function.be"}
        found = Governor(lemma, classes, at, negated=negated, end=at + 1)
        if verbal:
            self._with_particles(found)
        self._what_follows(found, after if after >= 0 else found.end)
        self._with_particle_apart(found)
        return found

    def _with_particles(self, found: Governor) -> None:
        """"crack down on", "harvest organs": the longest entry that stands here wins."""
        if found.at + 1 >= self.count:
            return
        following = self.tokens[found.at + 1].low
        # a drawn-together token may hold more than the entry's next word
        entries = self.tokens[found.at].word.longer.get(following.partition(" ")[0], ())
        for entry in entries:
            rest = entry.rest
            end = found.at + 1 + len(rest)
            if not entry.reading.cls.startswith("verbs."):
                continue
            if end < found.end or end > self.count or self.tags[end - 1] == "T":
                continue
            if any(self.tokens[found.at + 1 + i].low != word for i, word in enumerate(rest)):
                continue
            if self._is_time(end) and "function.preposition" in self.tokens[end - 1].classes:
                continue  # "will call on Monday"
            if end > found.end:
                found.classes = frozenset()
            found.lemma, found.end = entry.reading.lemma, end
            found.classes = found.classes | {entry.reading.cls}

    def _is_time(self, at: int) -> bool:
        return self.has(at, "function.time")

    def _auxiliary_lemma(self, at: int) -> str:
        if self.has(at, "function.clitic-s"):
            return "be"
        for lemma in ("be", "have", "do"):
            if self.has(at, f"function.{lemma}"):
                return lemma
        return self.tokens[at].low

    def _what_follows(self, found: Governor, at: int) -> None:
        spot = self.skip(at)
        phrase = self.noun_phrase(spot)
        if phrase.heads and self.tag(spot) == "D" and self._is_time(phrase.heads[-1]):
            spot = phrase.end  # "introduced this spring"
        elif phrase.heads:
            found.object = self.classes(phrase.heads)
            if any(self.tags[i] == "!" for i in range(spot, phrase.end)) or self._is_negative(spot):
                found.negated = True
            spot = phrase.end
            if self.tags[phrase.heads[0]] == "O" and "verbs.ditransitive" in found.classes:
                second = self.noun_phrase(spot)  # "hands us our best customers"
                found.object |= self.classes(second.heads) - NOTHING
                spot = max(spot, second.end)
        elif self.tag(spot) in ("J", "E") and self.tags[found.at] == "X":
            found.object = self.tokens[spot].classes | {"any"}
            spot += 1
        found.complement = self.complement(spot)

    def _is_negative(self, at: int) -> bool:
        return self.has(at, "function.negator")

    def complement(self, at: int, steps: int = 2) -> frozenset[str]:
        """Classes of what follows *to, from, of, for* or an -ing form, with its objects."""
        found: set[str] = set()
        spot = self.skip(at)
        if self.tag(spot) == "J":  # "held China liable for"
            found |= self.tokens[spot].classes | {"any"}
            spot = self.skip(spot + 1)
        for _ in range(steps):
            tag = self.tag(spot)
            if tag == "," and self.tag(spot + 1) in ("P", "G"):
                spot += 1
                continue
            if tag == "T":
                found |= self.tokens[spot].classes  # function.to: an infinitive
                spot = self.skip(spot + 1)
                while self.tag(spot) in ("B", "X", "E", "G"):
                    found |= self.tokens[spot].classes | self._longer_classes(spot) | {"any"}
                    phrase = self.noun_phrase(self.skip(spot + 1))
                    found |= self.classes(phrase.heads) - NOTHING
                    spot = self.skip(max(phrase.end, spot + 1))
                    if self.tag(spot) == "C" and self.tag(self.skip(spot + 1)) in ("T", "B"):
                        spot = self.skip(spot + 1)
                        spot = self.skip(spot + 1) if self.tag(spot) == "T" else spot
                    elif self.tag(spot) not in ("B",):
                        break
            elif tag in ("P", "G") or tag == "E" and spot == self.skip(at):
                if tag == "P":
                    spot = self.skip(spot + 1)
                if self.tag(spot) in ("G", "E"):
                    found |= self.tokens[spot].classes | {"any"}
                    spot = self.skip(spot + 1)
                phrase = self.noun_phrase(spot)
                found |= self.classes(phrase.heads) - NOTHING
                spot = self.skip(max(phrase.end, spot))
            elif tag == "S" and self.has(spot, "function.complementizer"):
                for later in range(spot + 1, min(spot + 14, self.count)):
                    if self.tags[later] in ",:.":
                        break
                    if self.tags[later] in "VBEGN":
                        found |= self.tokens[later].classes | {"any"}
                break
            else:
                break
        return frozenset(found) if found else NOTHING

    def _longer_classes(self, at: int) -> frozenset[str]:
        """The classes of the longer entry that opens here: "round up", "let … out"."""
        if not self.tokens[at].word.longer:
            return frozenset()
        verb = Governor("", frozenset(), at, end=at + 1)
        self._with_particles(verb)
        self._with_particle_apart(verb)
        return verb.classes

    def _with_particle_apart(self, found: Governor) -> None:
        """"lock them up": the entry with a gap wins over the bare verb."""
        word = self.tokens[found.at].word
        self._with_own_particle_apart(found)
        entries = word.longer.get("…", ())
        if not entries:
            return
        opened = _by_particle(word)
        best = len(entries)  # the entry that stands first in its list wins
        for later in range(found.at + 2, min(found.at + 8, self.count)):
            if self.tags[later] in ",:.=":
                break
            for nth in opened.get(self.tokens[later].low, ()):
                rest = entries[nth].rest[1:]
                here = tuple(token.low for token in self.tokens[later : later + len(rest)])
                if nth < best and here == rest:
                    best = nth
        if best < len(entries):
            entry = entries[best]
            found.lemma = entry.reading.lemma
            found.classes = found.classes | {
                other.reading.cls for other in entries if other.rest == entry.rest
            }

    def _with_own_particle_apart(self, found: Governor) -> None:
        """"take the matter up": the particle of an entry stands behind the object."""
        phrase = self.noun_phrase(found.at + 1, coordinated=False)
        at = phrase.end
        if not phrase.heads or not self.has(at, "function.particle") or self.tags[at] == "N":
            return
        if self.tag(self.skip(at + 1)) not in ("P", "T", "C", "S", ",", ".", ":", "=", ""):
            return  # a preposition: "put pressure on China"
        for entry in self.tokens[found.at].word.longer.get(self.tokens[at].low, ()):
            if len(entry.rest) == 1 and entry.reading.cls.startswith("verbs."):
                found.lemma = entry.reading.lemma
                found.classes = found.classes | {entry.reading.cls}


def _by_particle(word: Word) -> dict[str, list[int]]:
    """The numbers of a verb's entries with a gap, by what stands after the gap."""
    found: dict[str, list[int]] | None = word.kept.get("after a gap")
    if found is None:
        found = word.kept["after a gap"] = {}
        for nth, entry in enumerate(word.longer["…"]):
            if len(entry.rest) > 1:
                found.setdefault(entry.rest[1], []).append(nth)
    return found
