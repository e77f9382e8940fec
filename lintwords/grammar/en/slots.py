"""English: from a mention to its slot, with all governors of the slot.

The first test that fits decides, from the surest to the least sure: a fixed name, a compound, a
possessive, an adjective before its noun; then what stands to the left (preposition, verb); then
the predicate to the right, with apposition, brackets, relative and reporting clauses passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar import mentions
from lintwords.grammar.en.lists import is_capital
from lintwords.grammar.en.objects import Objects
from lintwords.grammar.model import Slot
from lintwords.model import Span
from lintwords.text.sentences import Sentence, Token

# "who", "whose", "whom", "that", but not "what" and "how": "ask the Chinese what they knew"
_WHO = frozenset(("function.pronoun-subject", "function.pronoun-object", "function.possessive"))
_OBLIGATION = "function.obligation"


def slots(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of `sentence`, in order; found once."""
    return mentions.slots(sentence, finder_of)


def finder_of(sentence: Sentence) -> Finder:
    """The finder of a sentence, made once."""
    return mentions.finder_of(sentence, Finder)


class Finder(Objects):
    """Finds slots in one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self._borders = mentions.borders_of(self.tags)
        self.title_case = mentions.is_title_case(tokens)

    # -- the order of tests -----------------------------------------------------------------

    def find(self, at: int) -> Slot:
        """The slot of the mention at token `at`."""
        token = self.tokens[at]
        slot = Slot("bare", token.name, token.span, at, [], asked=self.question)
        slot.clause = mentions.clause_around(at, self._borders, len(self.tokens))
        self._decide(slot, at)
        return slot

    def heads_from(self, at: int) -> list[int]:
        """The heads of the noun phrase that begins at `at`, adverbs passed over."""
        return self.read.noun_phrase(self.read.skip(at)).heads

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
        elif self.read.has(at - 1, "adjectives.part-of-land"):
            slot.kind = "named"  # "eastern China"
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
        is_participle = self.tags[spot] in ("E", "V", "G") or (
            self.tags[spot] == "J" and "verbs:participle" in self.tokens[spot].word.forms
        )
        participle = spot if is_participle and spot > at else -1
        phrase = read.noun_phrase(spot if participle < 0 else spot + 1, coordinated=False)
        if phrase.heads:
            self._head(slot, phrase.heads[0])
        if participle >= 0:
            verb = read.governor(participle, after=phrase.end)
            verb.classes |= self.tokens[participle].word.verbal
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
        if read.tag(spot) == "C" and self._shares_its_noun(spot + 1):
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

    def _shares_its_noun(self, at: int) -> bool:
        """"the Chinese and the Russian governments"; but not "the Chinese and the Russians"."""
        tag = self.read.tag
        return tag(at) in ("J", "K") or tag(at) == "D" and tag(at + 1) in ("J", "K")

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
        return following in "–—-" and following != "" and not self.read.closing(at + 1, "=")

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
        if left >= 0 and self.tags[left] == "P" and not self._leaves_preposition(left, start, end):
            self._prepositional(slot, left, end)
            return
        if self._is_speaker(left, end):
            slot.kind, slot.governors = "subject", [read.governor(left, after=end)]
            return
        cleft = self._cleft(left, end)
        if cleft:
            slot.kind, slot.governors = "subject", cleft
            return
        predicates, is_passive = self._predicates(end)
        if slot.listed and not predicates and left > 0 and self.tags[left] == read.tag(end) == ",":
            # "the two powers, China and Laos, have"
            predicates, is_passive = self._predicates(end + 1)
        if left >= 0 and self.tags[left] in "VBEG" and self._is_object(left, end, predicates):
            slot.kind = "object"
            verb = read.governor(left, after=end)
            verb.negated = self._negated_before(left)
            verb.complement = read.complement(end)
            slot.governors = [verb, *self._inner(left, end), *self._relative_objects(end)]
            return
        inverted = self._inverted(start, left, end)
        if inverted:
            slot.kind = "passive" if inverted[0] else "subject"
            slot.governors = inverted[1]
        elif predicates and left >= 0 and self._predicate(slot, left, end):
            slot.governors += predicates  # "the obstacle is China, which has"
        elif predicates:
            if self._asked_for(left, predicates[0]):
                predicates[0].classes |= {_OBLIGATION}
            self._antecedent(predicates[0], left, start)
            slot.governors = predicates
            slot.kind = "passive" if is_passive else "subject"
        elif left >= 0 and self.tags[left] == "W" and self.tags[left - 1] == "X":
            slot.kind = "subject"
        elif self._is_told(left, end):
            slot.kind, slot.governors = "object", [self._verb_at(left, end)]
        elif self.tag_at(end) != "," or read.tag(end + 1) != "W":  # "the market is China, where"
            self._predicate(slot, left, end)

    def _leaves_preposition(self, left: int, start: int, end: int) -> bool:
        """Whether the mention opens a clause of its own, and the preposition holds something else.

        "in the spring of this year China asked", "they left, for China wants such men".
        """
        if self.read.tag(self.read.skip(end)) not in ("V", "X", "M"):
            return False
        because = self.read.has(left, "function.for-clause") and self.read.tag(left - 1) == ","
        return because or left < start - 1  # between the two stands a time

    def _is_person(self, at: int) -> bool:
        return "nouns.kin" in self.tokens[at].word.nominal

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
            said = self.read.has(end, "function.be") and self.read.tag(end + 1) == "T"
            governor.complement = self.read.complement(end + said)  # "China's answer is to jail"
            slot.governors.append(governor)

    def _head(self, slot: Slot, at: int) -> None:
        slot.head = self.tokens[at].low
        slot.head_classes = self.read.classes([at])
