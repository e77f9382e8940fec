"""English: from a mention to its slot, with all governors of the slot.

The first test that fits decides, from the surest to the least sure: a fixed name, a compound, a
possessive, an adjective before its noun; then what stands to the left (preposition, verb); then
the predicate to the right, with apposition, brackets, relative and reporting clauses passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.lists import Lists, is_capital
from lintwords.grammar.en.verbs import MANDATIVE
from lintwords.grammar.model import NOTHING, Governor, Slot
from lintwords.model import Span
from lintwords.segments import Sentence, Token

# "who", "whose", "whom", "that", but not "what" and "how": "ask the Chinese what they knew"
_WHO = frozenset(("function.pronoun-subject", "function.pronoun-object", "function.possessive"))
_SAID_OF_A_CLAIM = frozenset(("adjectives.of-truth", "nouns.of-proof", "verbs.of-belief"))
_OBLIGATION = "function.obligation"
_MENTIONS = frozenset(("country", "adjective", "group", "capital", "formal", "cold-war"))


def slots(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of `sentence`, in order."""
    tokens = sentence.tokens
    at = [i for i, token in enumerate(tokens) if token.name in _MENTIONS]
    if not at:
        return []
    finder = finder_of(sentence)
    return [finder.find(i) for i in at]


def finder_of(sentence: Sentence) -> Finder:
    """The finder of a sentence, made once."""
    found: Finder = sentence.kept("finder", lambda made: Finder(made.tokens))
    return found


class Finder(Lists):
    """Finds slots in one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        capital = [t.text[:1].isupper() for t in tokens if t.text[:1].isalpha() and len(t.low) > 3]
        self.title_case = sum(capital) >= 0.6 * max(len(capital), 1)

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
        elif read.tag(at - 1) == read.tag(at + 1) == '"':
            slot.kind = "named"  # the word "China"
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
        if following and self.tags[at + 1] in "NJVG" and is_capital(following):
            organ = {"nouns.organ", "nouns.leader", "nouns.forces"} & following.classes
            return not organ and following.end - following.start > 1
        if self.read.has(at - 1, "function.of") and at >= 2:
            before = self.tokens[at - 2]
            opens = at - 2 == 0 or self.tags[at - 3] in '."'
            organ = {"nouns.organ", "nouns.leader"} & before.classes
            return is_capital(before) and not opens and not organ
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
        is_noun = slot.name == "group"  # "the Russians", which no noun follows
        if self._is_head(phrase.heads) and read.tag(spot) != "D" and not is_noun:
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
            if read.tag(at + 1) == "W" and _WHO & self.tokens[at + 1].classes:
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
        if start >= 0 and self.tags[start] == "=":
            return False  # "They — China — have"
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
        if left_listed and read.has(start, "function.negator"):
            self._place(slot, start, end)
            for governor in slot.governors:
                governor.negated = True  # "neither Laos nor China signed"
            return
        self._place(slot, start, end)

    def _place(self, slot: Slot, start: int, end: int) -> None:
        """Decide for the whole list or name that stands in [start, end)."""
        read = self.read
        left = read.back(start)
        if left >= 0 and read.has(left, "function.like"):
            slot.listed = True
            if self._example_of(slot, left, end):
                return
        slot.asked = (
            slot.asked or self._conditional(left) or self._conditional(start)
            or self._denied_clause(left)
        )
        if left > 0 and self.tags[left] == "C":
            between = read.back(left, "DJN#ZK'-")
            if read.has(between, "function.between"):
                slot.listed, left = True, between  # "the agreement between them and China says"
        dislocated = self._dislocated(left, start, end)
        if dislocated:
            slot.kind, slot.governors = "subject", dislocated
            return
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
        if slot.listed and not predicates and left > 0 and self.tags[left] == read.tag(end) == ",":
            predicates = self._predicates(end + 1, slot)  # "the two powers, China and Laos, have"
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
            if self._asked_for(left, predicates[0]):
                predicates[0].classes |= {_OBLIGATION}
            self._antecedent(predicates[0], left, start)
            slot.governors = predicates
            slot.kind = "passive" if self._first_is_passive else "subject"
        elif left >= 0 and self.tags[left] == "W" and self.tags[left - 1] == "X":
            slot.kind = "subject"

    def _asked_for(self, left: int, verb: Governor) -> bool:
        """"recommends that China ratify": a base form, as if *should* stood before it."""
        that = left > 0 and self.tags[left] == "S"
        asked = self.tokens[left - that].classes if left >= 0 else frozenset()
        base = self.tags[verb.at] == "B" or self.tokens[verb.at - 1].low == "be"
        wanted = "verbs.mandative" in asked or that and not MANDATIVE.isdisjoint(asked)
        return base and wanted

    def _dislocated(self, left: int, start: int, end: int) -> list[Governor]:
        """"China, they have been cheating", "as for China, it has": the pronoun's verbs."""
        read = self.read
        mark = read.tag(end)
        if left >= 0 and not read.has(left, "function.topic"):
            if mark != "=" or self.tags[left] != "=" or read.tag(read.back(left)) != "O":
                if self.tags[left] not in "CS:." or mark != ",":
                    return []
        if mark not in (",", "="):
            return []
        after = read.skip(end + 1)
        if read.tag(after) == "O":
            if not read.has(after, "function.back-reference"):
                return []
            after += 1
        elif mark == ",":
            return []
        if read.tag(read.skip(after)) not in ("X", "M", "V", "B"):
            return []
        group = read.verb_group(after)
        return self._chain(group, group.negated) if group else []

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
        elif left >= 0 and self.read.has(left, "function.determiner") and verb.object == NOTHING:
            verb.object = frozenset({"any"})  # "what China has done"

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

    def _negated_before(self, verb: int) -> bool:
        spot = verb - 1
        while spot >= 0 and self.tags[spot] in "XMR!T":
            if self.tags[spot] == "!":
                return True
            spot -= 1
        refrains = spot >= 0 and self.tags[spot] in "VBEG" and spot < verb - 1
        return refrains and self.read.has(spot, "verbs.refrain")  # "refused to condemn"

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

    def _conditional(self, left: int) -> bool:
        if left >= 0 and self.read.has(left, "function.inverted-condition"):
            before = self.read.back(left, '"R')
            return before < 0 or self.tags[before] in ",:=CS"  # "Should China invade, …"
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
        heads = [spot] if spot >= 0 and self.tags[spot] in "NZO" else []
        return self.read.classes(heads)

    # -- examples of a noun --------------------------------------------------------------

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
