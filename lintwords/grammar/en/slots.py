"""English: from a mention to its slot, with all governors of the slot.

The first test that fits decides, from the surest to the least sure: a fixed name, a compound, a
possessive, an adjective before its noun; then what stands to the left (preposition, verb); then
the predicate to the right, with apposition, brackets, relative and reporting clauses passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.phrases import REACH, Phrases, VerbGroup
from lintwords.grammar.en.tags import Tagger
from lintwords.grammar.model import NOTHING, Governor, Slot
from lintwords.model import Span
from lintwords.segments import Sentence, Token

_MENTIONS = frozenset(("country", "adjective", "capital", "formal", "cold-war"))
_REPORTING = ("verbs.speech", "voices.report", "verbs.mind")


def slots(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of `sentence`, in order."""
    tokens = sentence.tokens
    at = [i for i, token in enumerate(tokens) if token.name in _MENTIONS]
    if not at:
        return []
    finder = Finder(tokens)
    return [finder.find(i) for i in at]


class Finder:
    """Finds slots in one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.tags = Tagger(tokens).tags
        self.read = Phrases(tokens, self.tags)
        capital = [t.text[:1].isupper() for t in tokens if t.text[:1].isalpha() and len(t.low) > 3]
        self.title_case = sum(capital) >= 0.6 * max(len(capital), 1)
        self.question = any(token.low == "?" for token in tokens[-2:])

    # -- the order of tests -----------------------------------------------------------------

    def find(self, at: int) -> Slot:
        """The slot of the mention at token `at`."""
        token = self.tokens[at]
        slot = Slot("bare", token.name, token.span, at, [], asked=self.question)
        slot.clause = self._clause(at)
        self._decide(slot, at)
        return slot

    def _decide(self, slot: Slot, at: int) -> None:
        read = self.read
        if self._in_longer_name(at):
            slot.kind = "fixed"
        elif read.tag(at + 1) == "-" or read.tag(at - 1) == "-":
            self._compound(slot, at)
        elif read.tag(at + 1) == "'":
            self._possessive(slot, at)
        elif self.tags[at] == "K":
            self._adjective(slot, at)
        elif self._modifies(at):
            self._open_compound(slot, at)
        elif self._is_tag(at):
            slot.kind = "tag"
        else:
            self._noun(slot, *self._extent(at))

    def _in_longer_name(self, at: int) -> bool:
        """Capitals beside the mention make a name of it: "China Daily", "Bank of China"."""
        if self.title_case:
            return False
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following and self.tags[at + 1] in "NJVG" and _is_capital(following):
            organ = {"nouns.organ", "nouns.leader", "nouns.forces"} & following.classes
            return not organ and following.end - following.start > 1
        if self.read.has(at - 1, "function.of") and at >= 2:
            before = self.tokens[at - 2]
            opens = at - 2 == 0 or self.tags[at - 3] in '."'
            organ = {"nouns.organ", "nouns.leader"} & before.classes
            return _is_capital(before) and not opens and not organ
        return False

    def _compound(self, slot: Slot, at: int) -> None:
        read = self.read
        slot.kind = "compound"
        spot = at
        while read.tag(spot + 1) == "-" and spot + 2 < len(self.tokens):
            spot += 2
        participle = spot if self.tags[spot] in ("E", "V", "G") and spot > at else -1
        phrase = read.noun_phrase(spot if participle < 0 else spot + 1, coordinated=False)
        if phrase.heads:
            self._head(slot, phrase.heads[0])
        if participle >= 0:
            verb = read.governor(participle, after=phrase.end)
            verb.object = read.classes(phrase.heads)
            slot.governors = [verb]
        elif phrase.heads:
            slot.governors = [read.governor(phrase.heads[0], after=phrase.end)]

    def _possessive(self, slot: Slot, at: int) -> None:
        read = self.read
        slot.kind = "possessive"
        slot.listed = self._listed_left(at) or self._listed_right(at + 1)
        phrase = read.noun_phrase(read.skip(at + 2))
        heads = phrase.heads
        if max(phrase.owner, phrase.organ) >= 0:
            heads = [min(at for at in (phrase.owner, phrase.organ) if at >= 0)]
        if not heads and read.tag(read.skip(at + 2)) in ("G", "E", "V", "B"):
            heads = [read.skip(at + 2)]
            phrase.end = heads[0] + 1
        if heads:
            self._head(slot, heads[0])
            self._noun_governors(slot, heads, phrase.end)

    def _adjective(self, slot: Slot, at: int) -> None:
        read = self.read
        spot = at + 1
        if read.tag(spot) == "C" and read.tag(spot + 1) in ("J", "K", "D"):
            slot.listed = True
            spot += 2
        phrase = read.noun_phrase(spot)
        slot.listed = slot.listed or (
            read.tag(at - 1) == "C" and read.tag(at - 2) in ("J", "K", ",")
        )
        if self._is_head(phrase.heads) and read.tag(spot) != "D":
            slot.kind = "adjective"
            inner = [at for at in (phrase.owner, phrase.organ) if at >= 0]
            heads = [min(inner)] if inner else phrase.heads
            self._head(slot, heads[0])
            self._noun_governors(slot, heads, phrase.end)
            return
        article = read.back(at, "")
        if article >= 0 and read.has(article, "function.article-definite"):
            slot.name = "group"
            slot.span = Span(self.tokens[article].start, self.tokens[at].end)
            if read.tag(at + 1) == "W":
                slot.kind = "named"  # "the Chinese who protested": some people
                return
            self._noun(slot, article, at + 1)

    def _is_head(self, heads: Sequence[int]) -> bool:
        """Whether these can be what an adjective modifies: no pronoun, no "last week"."""
        if not heads or self.tags[heads[0]] == "O":
            return False
        return "function.time" not in self.tokens[heads[0]].classes

    def _modifies(self, at: int) -> bool:
        """Straight before a noun of the same phrase: "China policy"."""
        read = self.read
        if read.tag(at + 1) not in ("N", "J", "G"):
            return False
        if read.tag(at + 1) == "J" and not read.noun_phrase(at + 1).heads:
            return False
        if read.tag(at + 1) == "G":
            return False
        heads = read.noun_phrase(at + 1, coordinated=False).heads
        if any("function.time" in self.tokens[head].classes for head in heads):
            return False  # "China last summer"
        left = read.back(at)
        if left < 0:
            return True
        if read.has(left, "function.by") and self.tokens[at + 1].word.verbal:
            return False  # "theft by China range from"
        if self.tags[left] in "VBEG":
            gives = "verbs.ditransitive" in self.tokens[left].classes
            return not gives and read.tag(at + 1) != "J"  # "gives China access"
        return True

    def _open_compound(self, slot: Slot, at: int) -> None:
        slot.kind = "compound"
        phrase = self.read.noun_phrase(at + 1, coordinated=False)
        if phrase.heads:
            self._head(slot, phrase.heads[0])
            slot.governors = [self.read.governor(phrase.heads[0], after=phrase.end)]

    def _is_tag(self, at: int) -> bool:
        """A label at the start: "China: mosques shuttered", "China – three arrested"."""
        start = self.read.back(at, '"(R')
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if start >= 0 and self.tags[start] not in ":=":
            return False
        if following in (":", "|"):
            return True
        if following == ",":
            return self._is_dateline(at + 2)
        return following in "–—-" and following != "" and not self._closing(at + 1, "=")

    def _is_dateline(self, at: int) -> bool:
        """"BEIJING, June 4 —": a date and a dash."""
        spot = at
        while self.read.tag(spot) in ("N", "#", ",", "(", ")") and spot < at + 8:
            spot += 1
        dated = any("function.time" in token.classes for token in self.tokens[at:spot])
        return dated and self.read.tag(spot) == "="

    # -- noun mentions ----------------------------------------------------------------------

    def _extent(self, at: int) -> tuple[int, int]:
        """The noun phrase around a mention: articles, adjectives, "today's"."""
        start = at
        while start > 0 and self.tags[start - 1] in "DJ#":
            start -= 1
        if start >= 2 and self.tags[start - 1] == "'" and self.tags[start - 2] in "NO":
            start -= 2
        return start, at + 1

    def _noun(self, slot: Slot, start: int, end: int) -> None:
        """Subject, object, agent or after a preposition: decide by left, then by right."""
        read = self.read
        if start > 0 and self.tags[start - 1] == "N" and self._is_person(start - 1):
            slot.kind = "named"  # "my niece China"
            return
        start, left_listed = self._list_start(start)
        end, right_listed = self._list_end(end)
        slot.listed = left_listed or right_listed
        left = read.back(start)
        if left >= 0 and read.has(left, "function.like"):
            slot.listed = True
            if self._example_of(slot, left, end):
                return
        slot.asked = slot.asked or self._conditional(left)
        if left > 0 and self.tags[left] == "C":
            between = read.back(left, "DJN#ZK'-")
            if read.has(between, "function.between"):
                slot.listed, left = True, between  # "the agreement between them and China says"
        if left >= 0 and self.tags[left] == "P":
            self._prepositional(slot, left, end)
            return
        if self._is_speaker(left, end):
            slot.kind, slot.governors = "subject", [read.governor(left, after=end)]
            return
        cleft = self._cleft(left, end)
        if cleft:
            slot.kind, slot.governors = "subject", cleft
            return
        predicates = self._predicates(end, slot)
        if left >= 0 and self.tags[left] in "VBEG" and self._is_object(left, end, predicates):
            slot.kind = "object"
            verb = read.governor(left, after=end)
            verb.negated = self._negated_before(left)
            verb.complement = read.complement(end)
            slot.governors = [verb, *self._relative_objects(end)]
            return
        inverted = self._inverted(start, left, end)
        if inverted:
            slot.kind = "passive" if inverted[0] else "subject"
            slot.governors = inverted[1]
        elif predicates:
            self._antecedent(predicates[0], left, start)
            slot.governors = predicates
            slot.kind = "passive" if self._first_is_passive else "subject"
        elif left >= 0 and self.tags[left] == "W" and self.tags[left - 1] == "X":
            slot.kind = "subject"

    def _cleft(self, left: int, end: int) -> list[Governor]:
        """"It is China, and not the growers, that should pay": the verbs of the that-clause."""
        read = self.read
        be = left
        if left >= 0 and read.has(left, "function.anticipatory"):
            be = left - 1  # "Was it China that"
        elif left < 1 or not any(
            read.has(at, "function.anticipatory") for at in range(max(left - 2, 0), left)
        ):
            return []
        if be < 0 or not read.has(be, "function.be"):
            return []
        for spot in range(end, min(end + 12, len(self.tokens))):
            if self.tags[spot] in "XMV.:":
                return []
            if self.tags[spot] in "WS" and read.has(spot, "function.relative"):
                extra: list[Governor] = []
                return extra if self._relative(spot, extra) >= 0 else []
        return []

    def _is_person(self, at: int) -> bool:
        return "nouns.kin" in self.tokens[at].word.nominal

    def _antecedent(self, verb: Governor, left: int, start: int) -> None:
        """"sanctions that China imposed", "sanctions China imposed": what the verb acts on."""
        noun = left
        if left >= 0 and (self.tags[left] == "W" or self.read.has(left, "function.relative")):
            noun = self.read.back(left, 'R",')
        elif left != start - 1:
            return
        if noun >= 0 and self.tags[noun] == "N" and verb.object == NOTHING:
            if "function.time" not in self.tokens[noun].classes:
                verb.object = self.read.classes([noun])

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

    def _is_object(self, left: int, end: int, predicates: list[Governor]) -> bool:
        classes = self.tokens[left].classes
        if not predicates:
            return True
        first = self.tags[predicates[0].at]
        if first in "BG" and "verbs.perceive" in classes:
            return False
        spot = self.read.skip(end)
        if self.tag_at(spot) in "VXM" and (
            classes & {"verbs.clause", "verbs.speech", "verbs.mind", "voices.report"}
        ):
            return False
        return self.tag_at(spot) not in "VXM" or self._relative_verb(left)

    def tag_at(self, at: int) -> str:
        return self.read.tag(at) or "."

    def _relative_verb(self, left: int) -> bool:
        return any(tag == "W" for tag in self.tags[max(left - 4, 0) : left])

    def _negated_before(self, verb: int) -> bool:
        spot = verb - 1
        while spot >= 0 and self.tags[spot] in "XMR!T":
            if self.tags[spot] == "!":
                return True
            spot -= 1
        return False

    def _conditional(self, left: int) -> bool:
        return left >= 0 and self.read.has(left, "function.conditional")

    # -- prepositions -----------------------------------------------------------------------

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
        left = read.back(at)
        if left < 0 or self.tags[left] not in "NVBEGJKZXO":
            return
        if self.tags[left] == "K" or self.tags[left] == "Z":
            return
        if self.tags[left] == "O" and left > 0 and self.tags[left - 1] in "VBEG":
            slot.governors = [self._prep_governor(left - 1, end)]  # "raised it with"
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
        heads = [spot] if spot >= 0 and self.tags[spot] in "NZO" else []
        return self.read.classes(heads)

    # -- predicates -------------------------------------------------------------------------

    _first_is_passive = False

    def _predicates(self, end: int, slot: Slot) -> list[Governor]:
        """The verbs whose subject ends at `end`."""
        self._first_is_passive = False
        found: list[Governor] = []
        extra: list[Governor] = []
        spot = end
        limit = min(end + REACH, len(self.tokens))
        while spot < limit:
            tag = self.tags[spot]
            if tag in 'R!"':
                spot += 1
            elif tag == "(":
                spot = self._closing(spot, ")") + 1 or limit
            elif tag == "=":
                close = self._closing(spot, "=")
                if not close:
                    break
                spot = close + 1
            elif tag == ",":
                close = self._parenthesis(spot, extra)
                if not close:
                    break
                spot = close + 1
            elif tag == "W":
                spot = self._relative(spot, extra)
                if spot < 0:
                    break
            elif tag == "P" and spot > 0:
                phrase = self.read.noun_phrase(self.read.skip(spot + 1))
                if not phrase.heads:
                    break
                spot = phrase.end
            elif tag in "XMVBEGT":
                if tag == "T" and (spot != end or self.read.back(end - 1) >= 0):
                    break  # a bullet: "China to release the four"
                group = self.read.verb_group(spot + (tag == "T"))
                if group is None:
                    break
                self._first_is_passive = group.passive
                negated = group.negated or any(t == "!" for t in self.tags[end:spot])
                found = self._chain(group, negated)
                break
            else:
                break
        return [*found, *extra]

    def _chain(self, group: VerbGroup, negated: bool) -> list[Governor]:
        """A predicate's verb, what hangs on it with the same subject, and its conjuncts."""
        read = self.read
        first = read.governor(group.main, negated=negated)
        first.negated = first.negated or group.negated
        first.classes |= group.modal
        found = [first]
        spot = first.end - 1
        if group.copula and first.end == group.main + 1:
            spot = self._predicate_adjective(first, group.main)
        for _ in range(4):
            nxt = read.skip(spot + 1)
            tag = read.tag(nxt)
            if tag == "T":
                verb = read.skip(nxt + 1)
                if read.tag(verb) == "X":
                    inner = read.verb_group(verb)
                    verb = inner.main if inner else verb
                if group.passive and not (first.classes & {"verbs.clause", "verbs.speech"}):
                    break
            elif tag == "G" and not group.passive:
                verb = nxt
            elif tag == "P" and read.tag(read.skip(nxt + 1)) == "G" and not group.passive:
                verb = read.skip(nxt + 1)
            else:
                break
            if read.tag(verb) not in ("B", "E", "G", "X"):
                break
            found.append(read.governor(verb, negated=first.negated))
            spot = found[-1].end - 1
        self._conjuncts(found, spot, group)
        return found

    def _predicate_adjective(self, first: Governor, at: int) -> int:
        spot = self.read.skip(at + 1)
        if self.read.tag(spot) in ("J", "E"):
            return spot
        if self.read.tag(spot) == "N":
            return spot
        return at

    def _conjuncts(self, found: list[Governor], last: int, group: VerbGroup) -> None:
        read = self.read
        wanted = {self.tags[last], self.tags[group.main]} & set("VBEGXM")
        spot = last + 1
        limit = min(last + REACH, len(self.tokens))
        while spot < limit:
            tag = self.tags[spot]
            if tag in ".:=WS":
                break
            if tag in "C,":
                nxt = read.skip(spot + 1)
                if tag == "," and read.tag(nxt) == "C":
                    nxt = read.skip(nxt + 1)
                if read.tag(nxt) == "T" and ("B" in wanted or len(found) > 1):
                    nxt = read.skip(nxt + 1)
                if read.tag(nxt) in wanted or read.tag(nxt) in ("V", "X", "M"):
                    inner = read.verb_group(nxt)
                    # "and said" goes on; ", accused of" does not
                    if inner and (tag == "C" or read.tag(spot + 1) == "C" or
                                  self._series(inner.end)):
                        negated = inner.negated or (found[0].negated and read.tag(nxt) in "BEG")
                        found.append(read.governor(inner.main, negated=negated))
                        wanted |= {self.tags[inner.main]} & set("VBEG")
                        spot = inner.end
                        continue
                if tag == "C" and read.tag(nxt) in "OZ":
                    break
            spot += 1
        self._purpose(found, last)

    def _series(self, at: int) -> bool:
        """Whether a further verb joined by *and* follows: "arrested, tried and jailed"."""
        for spot in range(at, min(at + 8, len(self.tokens))):
            if self.tags[spot] == "C" and self.read.tag(self.read.skip(spot + 1)) in "VEBG":
                return True
            if self.tags[spot] in ".:":
                return False
        return False

    def _purpose(self, found: list[Governor], last: int) -> None:
        """"uses loans to silence critics", "responded by jailing": the same subject acts."""
        read = self.read
        known = {governor.at for governor in found}
        spot = last + 1
        spot = max(spot, found[-1].end) if found[-1].at <= last else spot
        phrase = read.noun_phrase(read.skip(spot))
        if phrase.heads and not found[-1].classes & {"verbs.transitive-to", "verbs.demand"}:
            spot = read.skip(phrase.end)
            if read.tag(spot) == "T" and read.tag(read.skip(spot + 1)) == "B":
                verb = read.skip(spot + 1)
                if verb not in known:
                    found.append(read.governor(verb, negated=found[0].negated))
            elif read.has(spot, "function.by") and read.tag(read.skip(spot + 1)) == "G":
                found.append(read.governor(read.skip(spot + 1)))

    # -- what may stand between subject and predicate ----------------------------------------

    def _closing(self, at: int, mark: str) -> int:
        """The index of the mark that closes a bracket or dash opened at `at`; 0 if none."""
        for spot in range(at + 1, min(at + REACH, len(self.tokens))):
            if self.tags[spot] == mark:
                return spot
        return 0

    def _parenthesis(self, at: int, extra: list[Governor]) -> int:
        """The comma that closes what a comma opened, its relative verbs taken up; 0 if none."""
        nxt = self.read.skip(at + 1)
        tag = self.read.tag(nxt)
        if tag == "C":
            phrase = self.read.noun_phrase(nxt + 1)
            closes = phrase.heads and self.read.tag(phrase.end) == ","
            return phrase.end if closes else 0
        if tag == "W":
            end = self._relative(nxt, extra)
            if end < 0:
                return 0
            at = max(at, end - 1)
        elif tag in ("E",):
            verb = self.read.governor(nxt)
            extra.append(verb)
        depth = at
        for spot in range(depth + 1, min(depth + REACH, len(self.tokens))):
            if self.tags[spot] == ",":
                following = self.read.tag(self.read.skip(spot + 1))
                if following in ("V", "X", "M", ",", "E", "B", "=", "R") or spot == at + 1:
                    return spot
                if following == "P" or following == "W" or following == "G":
                    return spot
            if self.tags[spot] in ":.":
                return 0
        return 0

    def _relative(self, at: int, extra: list[Governor]) -> int:
        """Take up the verbs of a relative clause at `at`; the index after them, -1 if none."""
        read = self.read
        spot = read.skip(at + 1)
        if read.tag(spot) in "XMVBEG" and read.tag(spot):
            group = read.verb_group(spot)
            if group is None:
                return -1
            extra.extend(self._chain(group, group.negated))
            return max(governor.at for governor in extra) + 1
        phrase = read.noun_phrase(spot)
        if not phrase.heads:
            return -1
        group = read.verb_group(phrase.end)
        return group.end if group else -1

    def _relative_objects(self, end: int) -> list[Governor]:
        """"China, which they condemned": the relative clause's verb governs too."""
        read = self.read
        spot = read.skip(end, 'R",')
        if read.tag(spot) not in ("W",):
            return []
        inner = read.skip(spot + 1)
        if read.tag(inner) in "XMVBEG" and read.tag(inner):
            return []
        phrase = read.noun_phrase(inner)
        group = read.verb_group(phrase.end) if phrase.heads else None
        return [read.governor(group.main)] if group else []

    def _inverted(
        self, start: int, left: int, end: int
    ) -> tuple[bool, list[Governor]] | None:
        """Auxiliary before the subject: "Has China jailed …", "so did China"."""
        read = self.read
        if left < 0 or self.tags[left] not in ("X", "M"):
            return None
        before = read.back(left, 'R"!')
        opens = before < 0 or self.tags[before] in 'WSC,:=.("RP'
        if not opens and not self.question:
            return None
        spot = read.skip(end)
        group = read.verb_group(spot) if read.tag(spot) in ("V", "B", "E", "G", "X") else None
        if group is None and read.tag(spot) == "T":
            group = read.verb_group(spot + 1)  # "Were China to honour"
        if group is None:
            verb = read.governor(left, after=end)
            return False, [verb]
        be = read.has(left, "function.be")
        passive = read.tag(group.main) == "E" and (be or group.passive and not (
            read.has(left, "function.have")))
        return passive, self._chain(group, group.negated)

    # -- lists ------------------------------------------------------------------------------

    def _is_name(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if self.tags[at] == "K":
            return at > 0 and self.tags[at - 1] == "D"  # "the Chinese, the Russians"
        return self.tags[at] in "ZN" and (
            self.tags[at] == "Z" or _is_capital(token)
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
            first, spot = other, other - 1
        joined = "C" in self.tags[first:start] or (
            first < start and self._list_end(start + 1)[1]
        )
        if not joined:
            first = start
        if first > 0 and read.has(first - 1, "function.correlative"):
            first -= 1
        return first, joined

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
                if not phrase.heads or self._own_clause(at, phrase.end):
                    break
                return phrase.end, True
            if not self._is_name(at) and self.read.tag(at) not in ("D", "J"):
                break
            phrase = self.read.noun_phrase(at, coordinated=False)
            if not phrase.heads or not self._is_name(phrase.heads[0]):
                break
            spot = last = phrase.end
        return (end, False) if not joined else (last, True)

    def _own_clause(self, start: int, end: int) -> bool:
        """Whether a phrase after *and* is the subject of its own clause, not part of a list."""
        nxt = self.read.skip(end)
        if self.read.tag(nxt) not in ("V", "X", "M"):
            return False
        left_verb = any(tag in "VXM" for tag in self.tags[:start])
        return left_verb or self.tags[start] == "O"

    def _listed_left(self, at: int) -> bool:
        return self._list_start(at)[1]

    def _listed_right(self, at: int) -> bool:
        return self.read.tag(at + 1) == "C" and self.read.tag(at + 2) == "Z"

    def _example_of(self, slot: Slot, at: int, end: int) -> bool:
        """"countries like China jail": the slot of the noun before *like*."""
        head = self.read.back(at, 'R",')
        if head < 0 or self.tags[head] not in "N":
            return False
        outer = self.find_noun(slot, head, end)
        return outer

    def find_noun(self, slot: Slot, head: int, end: int) -> bool:
        """Find the slot of the noun at `head` for a mention that is an example of it."""
        start = head
        while start > 0 and self.tags[start - 1] in "DJN#":
            start -= 1
        listed = slot.listed
        self._noun(slot, start, end)
        slot.listed = listed
        return slot.kind != "bare"

    # -- small things -----------------------------------------------------------------------

    def _noun_governors(self, slot: Slot, heads: Sequence[int], end: int) -> None:
        for head in heads:
            governor = self.read.governor(head, after=end)
            governor.complement = self.read.complement(end)
            slot.governors.append(governor)

    def _head(self, slot: Slot, at: int) -> None:
        slot.head = self.tokens[at].low
        slot.head_classes = self.read.classes([at])

    def _clause(self, at: int) -> tuple[int, int]:
        """The clause around a token: up to the nearest semicolon, colon or spaced dash."""
        start, end = at, at
        while start > 0 and self.tags[start - 1] not in ":=.":
            start -= 1
        while end + 1 < len(self.tokens) and self.tags[end + 1] not in ":=.":
            end += 1
        return start, end + 1


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper()
