"""French: noun phrases, verb groups and governors, read off a row of tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lintwords.grammar.model import NOTHING, Governor
from lintwords.grammar.tagged import Tagged, VerbGroup
from lintwords.text.lexicon import Reading
from lintwords.text.spelling.fr.forms import is_contracted, is_pronominal

_APART = 8  # tokens between a verb and the words that make an entry with it
# written with it, the verb takes être in compound tenses, and is no passive
_MOVES = "verbs.takes-be"


@dataclass(slots=True)
class NounPhrase:
    """The heads of a noun phrase (several if coordinated) and the index after it."""

    heads: list[int] = field(default_factory=list)
    end: int = 0


class Phrases(Tagged):
    """Reads phrases of one tagged sentence."""

    def lemma(self, at: int, table: str) -> str:
        return self.tokens[at].word.lemma_in(table) or self.tokens[at].low

    def preposition(self, at: int) -> str:
        """The base form of the preposition at `at`: "de" for "du"."""
        return self.lemma(at, "function.preposition")

    def holds_article(self, at: int) -> bool:
        """Whether a preposition is drawn together with an article: "du", "à l'égard du"."""
        return self.tag(at) == "P" and is_contracted(self.tokens[at].low)

    # -- noun phrases -----------------------------------------------------------------------

    def noun_phrase(self, at: int, *, coordinated: bool = True) -> NounPhrase:
        """The noun phrase that starts at `at`; without heads if none does."""
        phrase = NounPhrase(end=at)
        spot, head = at, -1
        while spot < self.count:
            tag = self.tags[spot]
            if head < 0:
                if tag in "NZ" or tag == "K" and self._is_people(spot, at):
                    head = spot
                elif tag == "O" and spot == self.skip(at):
                    phrase.heads, phrase.end = [spot], spot + 1
                    return phrase
                elif tag == "E" and self.tag(spot - 1) in ("D", "#") and spot > at:
                    head = spot  # "les disparus"
                elif tag not in 'D#J"' and not (tag == "R" and self._before_adjective(spot)):
                    break
            elif tag == "P" and self._is_quantity(head) and self.has(spot, "function.of"):
                inner = self.noun_phrase(spot + 1, coordinated=False)
                if not inner.heads:
                    break
                head, spot = inner.heads[0], inner.end
                continue
            elif tag == "N":
                if not self._goes_on(head, spot):
                    break
            elif not (
                tag in 'JEK-#' or tag == "R" and self._before_adjective(spot)
                or tag == '"' or tag == "C" and self._joins_adjectives(spot)
            ):
                break
            spot += 1
        if head >= 0:
            while spot > head + 1 and self.tags[spot - 1] in 'R"C-':
                spot -= 1
            phrase.heads, phrase.end = [head], spot
            if coordinated:
                self._coordinate(phrase)
        return phrase

    def _is_people(self, at: int, start: int) -> bool:
        """"les Chinois", where no noun went before."""
        return at > start and self.tags[at - 1] in "DJ#" or self.tokens[at].text[:1].isupper()

    def _is_quantity(self, at: int) -> bool:
        return self.has(at, "function.quantity")

    def _goes_on(self, head: int, at: int) -> bool:
        """A second noun in one phrase: a name ("le président Xi"), a title, a year."""
        capital = self.tokens[at].text[:1].isupper()
        return capital and self.tags[at - 1] in "N-J" or self.tags[at - 1] == "-"

    def _before_adjective(self, at: int) -> bool:
        return self.tag(self.skip(at)) in ("J", "E", "#")

    def _joins_adjectives(self, at: int) -> bool:
        return self.tag(at - 1) in ("J", "E", "K") and self.tag(at + 1) in ("J", "E", "K")

    def _coordinate(self, phrase: NounPhrase) -> None:
        """Take in further nouns: "des avocats, des éditeurs et leurs familles"."""
        spot = phrase.end
        for _ in range(6):
            at = self.skip(spot, '"')
            if self.tag(at) not in ("C", ","):
                return
            comma = self.tag(at) == ","
            other = self.noun_phrase(at + 1, coordinated=False)
            if not other.heads or self.tags[other.heads[0]] == "O":
                return
            after = self.tag(self.skip(other.end))
            if comma and after not in ("C", ","):
                return
            if not comma and after in ("V", "X", "M", "Q", "!"):
                return
            phrase.heads.extend(other.heads)
            spot = phrase.end = other.end

    def whole(self, at: int) -> NounPhrase:
        """The noun phrase at `at` with what hangs on it by prepositions; `end` is after all."""
        phrase = self.noun_phrase(at)
        spot = phrase.end
        for _ in range(5):
            if not phrase.heads or self.tag(spot) != "P":
                break
            inner = self.noun_phrase(self.skip(spot + 1))
            if not inner.heads:
                break
            spot = inner.end
        return NounPhrase(phrase.heads, spot)

    def classes(self, heads: Sequence[int]) -> frozenset[str]:
        """The classes of nouns, with `any`; `none` for no noun."""
        if not heads:
            return NOTHING
        found: set[str] = {"any"}
        for at in heads:
            found |= self.tokens[at].word.nominal
            if self.tags[at] == "O":
                found |= self.tokens[at].classes
            if self.tokens[at].name:
                found.add(f"names.{self.tokens[at].name}")
            for spots in (range(at - 1, at - 5, -1), range(at + 1, at + 5)):
                for spot in spots:
                    if self.tag(spot) not in ("J", "E", "K", "R", "C"):
                        break
                    modifier = self.tokens[spot].classes
                    found |= {cls for cls in modifier if cls.startswith("adjectives.")}
            found |= self._of_what(at)
        return frozenset(found)

    def _of_what(self, head: int) -> frozenset[str]:
        """What a noun that says little is of: "un groupe de militants"."""
        families = {c for c in self.tokens[head].word.nominal if c.startswith("nouns.")}
        spot = head + 1
        while self.tag(spot) in ("J", "E"):
            spot += 1
        if families - {"nouns.general"} or not self.has(spot, "function.of"):
            return frozenset()
        inner = self.noun_phrase(spot + 1, coordinated=False)
        return self.tokens[inner.heads[0]].word.nominal if inner.heads else frozenset()

    # -- verb groups ------------------------------------------------------------------------

    def verb_group(self, at: int) -> VerbGroup | None:
        """The verb group that starts at `at`, with pronouns and negators before it."""
        group = VerbGroup(at, -1, at)
        be = auxiliary = reflexive = False
        spot = at
        while spot < self.count:
            tag = self.tags[spot]
            if tag == "Q":
                if auxiliary and group.main >= 0 and self.tags[group.main] != "M":
                    break
                reflexive = reflexive or self.has(spot, "function.reflexive")
            elif tag in 'R!"':
                group.negated = group.negated or self.negates(spot)
            elif tag == "-" and auxiliary or tag == "O" and self.tag(spot - 1) == "-":
                pass  # "a-t-elle arrêté"
            elif tag == "X":
                be = self.has(spot, "function.be")
                auxiliary = True
                group.main, group.end = spot, spot + 1
            elif tag == "M":
                group.modal = self.tokens[spot].classes
                auxiliary = True
                group.main, group.end = spot, spot + 1
            elif tag in ",=(" and auxiliary and self._aside(spot):
                spot = self._aside(spot)
                continue
            elif tag == "V":
                if auxiliary:
                    break
                group.main, group.end = spot, spot + 1
                after = self.skip(spot + 1)
                after += self.has(after, "function.of")
                if not self.has(spot, "function.near") or self.tag(after) not in ("B", "X", "Q"):
                    return self._with_negation(group)
                auxiliary, spot = True, after  # "va libérer", "vient d'arrêter"
                continue
            elif tag == "B":
                group.main, group.end = spot, spot + 1
                return group
            elif tag in "EG":
                if auxiliary and tag == "G":
                    break
                group.main, group.end = spot, spot + 1
                moves = self.has(spot, _MOVES)
                group.passive = tag == "E" and not reflexive and not moves and (
                    be or not auxiliary
                )
                return group
            else:
                break
            spot += 1
        if group.main < 0:
            return None
        group.copula = be
        return self._with_negation(group)

    def negates(self, at: int) -> bool:
        """Whether a negator denies: "pas", "jamais", but not "ne" by itself ("ne … que")."""
        return self.tag(at) == "!" and self.has(at, "function.negation-second")

    def _with_negation(self, group: VerbGroup) -> VerbGroup:
        """With what stands after the verb: "n'arrête pas"."""
        spot = group.end
        while self.tag(spot) in ("R", "!", "-", "O") and spot < group.end + 5:
            group.negated = group.negated or self.negates(spot)
            spot += 1
        return group

    def _aside(self, at: int) -> int:
        """The index after what commas, dashes or brackets hold inside a group; 0 if nothing."""
        closing = ")" if self.tags[at] == "(" else self.tags[at]
        for spot in range(at + 1, min(at + 16, self.count)):
            if self.tags[spot] in ":.":
                return 0
            if self.tags[spot] == closing:
                return spot + 1 if self.tag(self.skip(spot + 1)) in ("E", "B") else 0
        return 0

    # -- governors --------------------------------------------------------------------------

    def is_reflexive(self, at: int) -> bool:
        """Whether a pronoun of the subject itself stands before the verb at `at`."""
        spot = at - 1
        while spot >= 0 and self.tags[spot] in 'XMR!Q"':
            if self.has(spot, "function.reflexive"):
                return True
            spot -= 1
        return False

    def governor(self, at: int, *, negated: bool = False, after: int = -1) -> Governor:
        """The verb or noun at `at` as a governor, with what follows it."""
        token = self.tokens[at]
        verbal = self.tags[at] in "VBEGXM"
        if verbal:
            lemma, classes = self._verb(at)
        else:
            lemma = token.word.lemma_in("nouns") or token.word.lemma_in("") or token.low
            if token.word.lemma_in("verbs") and not token.word.lemma_in("nouns"):
                lemma = token.low
            classes = token.word.nominal
        found = Governor(lemma, classes, at, negated=negated, end=at + 1)
        if verbal:
            self._with_rest(found)
        self._what_follows(found, after if after >= 0 else found.end)
        if verbal:
            self._with_rest_apart(found)
        return found

    def _verb(self, at: int) -> tuple[str, frozenset[str]]:
        """Base form and classes of a verb as it stands, with or without its pronoun."""
        readings = [
            r for r in self.tokens[at].word.readings
            if r.cls.startswith("verbs.") and r.form != "act"
        ]
        reflexive = self.is_reflexive(at)
        own = [r for r in readings if is_pronominal(r.lemma) is reflexive]
        chosen = own or readings
        classes = {r.cls for r in chosen}
        if reflexive and not own:
            classes.add("function.reflexive")
        if self.tags[at] in "XM":
            classes |= {c for c in self.tokens[at].classes if c.startswith("function.")}
        lemma = chosen[0].lemma if chosen else self.tokens[at].low
        return lemma, frozenset(classes)

    def _entries(self, at: int) -> list[tuple[tuple[str, ...], Reading]]:
        """The longer entries of verbs that open at `at`, the longest first."""
        reflexive = self.is_reflexive(at)
        rows = [
            (entry.rest, entry.reading) for entries in self.tokens[at].word.longer.values()
            for entry in entries
            if entry.reading.cls.startswith("verbs.") and entry.reading.form != "act"
            and is_pronominal(entry.reading.lemma) is reflexive
        ]  # fmt: skip
        return sorted(rows, key=lambda row: -len(row[0]))

    def _stands(self, rest: Sequence[str], at: int) -> int:
        """The index after `rest` if its words stand at `at`; 0 if not.

        A token that was drawn together may hold several of them, and may hold more than the last.
        """
        nth = 0
        while nth < len(rest):
            if at >= self.count:
                return 0
            words = self.tokens[at].low.split(" ")
            took = min(len(words), len(rest) - nth)
            if tuple(words[:took]) != tuple(rest[nth : nth + took]):
                return 0
            nth += took
            at += 1
        return at

    def _with_rest(self, found: Governor) -> None:
        """"met en garde", "s'en prend à": the longest entry that stands here wins."""
        starts = dict.fromkeys((found.at + 1, self.skip(found.at + 1)))
        best: list[Reading] = []
        for rest, reading in self._entries(found.at):
            ends = [end for start in starts if (end := self._stands(rest, start))]
            if not ends or ends[0] < found.end:
                continue
            if self._opens_other(rest, ends[0]):
                continue
            if ends[0] > found.end:
                best, found.end = [], ends[0]
            best.append(reading)
        if best:
            found.lemma = best[0].lemma
            found.classes = frozenset(r.cls for r in best) | (found.classes & _KEPT)

    def _opens_other(self, rest: Sequence[str], end: int) -> bool:
        """Whether the preposition at the end of an entry has an infinitive or a time after it."""
        if len(rest) != 1 or self.tag(end - 1) != "P":
            return False
        return self.has(self.skip(end), "function.time")

    def _with_rest_apart(self, found: Governor) -> None:
        """"mettre la Chine en garde", "tenir la Chine responsable": an object stands between."""
        if found.end > found.at + 1:
            return
        best = 0
        for rest, reading in self._entries(found.at):
            if len(rest) < best or len(rest) == 1 and len(rest[0]) < 5:
                continue
            for start in range(found.at + 2, min(found.at + _APART, self.count)):
                if self.tags[start - 1] in ",:=.":
                    break
                if self._stands(rest, start):
                    if len(rest) > best:
                        best, found.lemma = len(rest), reading.lemma
                    found.classes |= {reading.cls}
                    break

    def _what_follows(self, found: Governor, at: int) -> None:
        spot = self.skip(at)
        if self.tag(spot) == "-" and self.tag(spot + 1) in ("O", "R"):
            while self.tag(spot) in ("-", "O", "R"):
                spot += 1  # "a-t-elle"
        phrase = self.noun_phrase(spot)
        if phrase.heads and self.has(phrase.heads[0], "function.time"):
            spot = phrase.end
            phrase = self.noun_phrase(self.skip(spot))
        if phrase.heads and self.tag(spot) != "P":
            found.object = self.classes(phrase.heads)
            if any(self.has(i, "function.negator") for i in range(spot, phrase.heads[0])):
                found.negated = True
            spot = phrase.end
        elif self.tag(spot) in ("J", "E") and self.tags[found.at] in "XV":
            found.object = self.tokens[spot].classes | {"any"}
            spot += 1
        clitic = found.at - 1
        while found.object == NOTHING and clitic >= 0 and self.tags[clitic] in "XQ!R":
            if self.tags[clitic] == "Q" and not self.has(clitic, "function.reflexive"):
                found.object = frozenset({"any", "function.pronoun-object"})
            clitic -= 1
        found.complement = self.complement(spot)

    def complement(self, at: int, steps: int = 3) -> frozenset[str]:
        """Classes of what follows prepositions, infinitives and forms in -ant, with objects."""
        found: set[str] = set()
        spot = self.skip(at)
        for _ in range(steps):
            tag = self.tag(spot)
            if tag == "," and self.tag(spot + 1) in ("P", "G"):
                spot += 1
                continue
            if tag in ("J", "E") and spot == self.skip(at):
                found |= self.tokens[spot].classes | {"any"}
                spot = self.skip(spot + 1)
                continue
            if tag in ("P", "B", "G"):
                if tag == "P":
                    opener = spot
                    spot = self.skip(spot + 1, 'R!"Q')
                    if self.tag(spot) in ("B", "X"):
                        found |= {c for c in self.tokens[opener].classes if c == "function.to"}
                if self.tag(spot) in ("B", "G", "X"):
                    inner = self.verb_group(spot)
                    verb = inner.main if inner else spot
                    found |= self._verb(verb)[1] | {"any", "function.infinitive"}
                    inside = Governor("", frozenset(), verb, end=verb + 1)
                    self._with_rest(inside)
                    found |= inside.classes
                    spot = self.skip(inside.end)
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


# what a verb keeps where an entry of several words names it
_KEPT = frozenset(("function.reflexive", "function.be", "function.have", "function.modal"))
