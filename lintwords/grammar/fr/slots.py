"""French: from a mention to its slot, with all governors of the slot.

The first test that fits decides, from the surest to the least sure: a fixed name, a compound, a
tag, an adjective beside its noun; then what stands to the left (preposition, verb, relative); then
the predicate to the right, with incises, apposition and relative clauses passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar import mentions
from lintwords.grammar.fr.prepositions import Prepositions
from lintwords.grammar.model import Governor, Slot
from lintwords.model import Span
from lintwords.text.sentences import Sentence, Token

_NEAREST = 5  # tokens between an adjective and its noun
_OBLIGATION = "function.obligation"


def slots(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of `sentence`, in order; found once."""
    return mentions.slots(sentence, finder_of)


def finder_of(sentence: Sentence) -> Finder:
    """The finder of a sentence, made once."""
    return mentions.finder_of(sentence, Finder)


class Finder(Prepositions):
    """Finds slots in one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self._borders = mentions.borders_of(self.tags)
        self.title_case = mentions.is_title_case(tokens)

    def heads_from(self, at: int) -> Sequence[int]:
        """The nouns that head the phrase at `at`, adverbs passed over."""
        return self.read.noun_phrase(self.read.skip(at)).heads

    # -- the order of tests -----------------------------------------------------------------

    def find(self, at: int) -> Slot:
        """The slot of the mention at token `at`."""
        token = self.tokens[at]
        slot = Slot("bare", token.name, token.span, at, [], asked=self.question)
        slot.clause = mentions.clause_around(at, self._borders, len(self.tokens))
        self._decide(slot, at)
        return slot

    def _decide(self, slot: Slot, at: int) -> None:
        read = self.read
        if read.tag(at + 1) == "-" or read.tag(at - 1) == "-":
            self._compound(slot, at)
        elif self.tags[at] == "K":
            self._adjective(slot, at)
        elif self._is_quoted_alone(at):
            slot.kind = "named"  # the word « Chine »
        elif self._is_tag(at):
            slot.kind = "tag"
        elif self._is_origin(at):
            slot.kind = "named"  # "de Chine", "la Chine septentrionale"
        else:
            self._noun(slot, self._start(at), at + 1)

    def _is_quoted_alone(self, at: int) -> bool:
        """The name by itself in quotation marks, an article with it or not."""
        first = at
        while first > 0 and self.tags[first - 1] == "D":
            first -= 1
        return self.read.tag(first - 1) == self.read.tag(at + 1) == '"' and (
            self.read.tag(self.read.skip(at + 1, '"')) not in ("V", "X", "M")
        )

    def _is_origin(self, at: int) -> bool:
        """After *de* without article, or a part of the land."""
        read = self.read
        if read.has(at + 1, "adjectives.part-of-land") or read.has(at + 1, "adjectives.old"):
            return True
        if self.tokens[at].name != "country":
            return False
        return read.has(at - 1, "function.of") and not read.holds_article(at - 1)

    def _start(self, at: int) -> int:
        """Where the noun phrase of the mention begins: articles, adjectives before it."""
        start = at
        while start > 0 and self.tags[start - 1] in "DJ":
            start -= 1
        return start

    # -- compounds, tags --------------------------------------------------------------------

    def _compound(self, slot: Slot, at: int) -> None:
        """"sino-américain", "UE-Chine", "pro-Pékin": what the compound describes."""
        read = self.read
        slot.kind = "compound"
        first = last = at
        while read.tag(first - 1) == "-" and first >= 2:
            first -= 2
        while read.tag(last + 1) == "-" and last + 2 < len(self.tokens):
            last += 2
        if read.tag(last) == "O" or read.has(last, "function.euphonic"):
            self._noun(slot, self._start(at), at + 1)  # "la Chine-t-elle"
            return
        noun = read.back(first, 'JER"')
        if noun >= 0 and self.tags[noun] == "N":
            self._head(slot, noun)
            slot.governors = [read.governor(noun, after=last + 1)]

    def _is_tag(self, at: int) -> bool:
        """A label at the start: "Chine : trois avocates condamnées", "CHINE – …", "Chine. …"."""
        start = self.read.back(at, '"(RC')
        if start >= 0 and self.tags[start] not in ":=.":
            return False
        spot = at + 1
        if self.read.tag(spot) == "(":
            close = self.read.closing(spot, ")")
            spot = close + 1 if close else spot
        if spot >= len(self.tokens):
            return False
        following = self.tokens[spot].low
        if self.tags[spot] == ":" or following == "/":
            return True
        if start >= 0 and self.tags[start] == "=":
            return False
        if self.tags[spot] == ".":
            return spot + 1 < len(self.tokens)
        return self.tags[spot] == "=" and not self.read.closing(spot, "=")

    # -- the adjective ----------------------------------------------------------------------

    def _adjective(self, slot: Slot, at: int) -> None:
        read = self.read
        if self._is_people(at):
            self._group(slot, at)
            return
        head = self._described(at)
        if head < 0:
            be = read.back(at)
            if be >= 0 and self.tags[be] == "X":
                slot.kind, slot.governors = "predicate", [read.governor(be, after=at + 1)]
            else:
                slot.kind = "named"  # the language, a dish, a person
            return
        slot.kind = "adjective"
        slot.listed = read.tag(at - 1) == "C" and read.tag(at - 2) in ("J", "K") or (
            read.tag(at + 1) == "C" and read.tag(at + 2) in ("J", "K")
        )
        self._head(slot, head)
        after = at + 1
        while read.tag(after) in ("J", "E", "K") or (
            read.tag(after) == "C" and read.tag(after + 1) in ("J", "K")
        ):
            after += 1
        governor = read.governor(head, after=after)
        governor.complement = read.complement(after)
        slot.governors = [governor]
        verb = self._verb_of_object(head)
        if verb >= 0:
            outer = read.governor(verb, after=after)
            outer.object, outer.outer = slot.head_classes, True
            slot.governors.append(outer)

    def _is_people(self, at: int) -> bool:
        """"les Chinois": a capital inside a sentence, an article, and no noun beside it."""
        read = self.read
        token = self.tokens[at]
        article = at - 1
        while article > 0 and self.tags[article] in "J#":
            article -= 1
        determined = read.tag(article) == "D" or read.holds_article(article)
        capital = token.text[:1].isupper() and not token.text.isupper()
        if capital and not self.title_case:
            return True
        if not determined or self._described(at) >= 0:
            return False
        return token.low.endswith("s") and read.tag(at + 1) in ("V", "X", "M", "Q", "!")

    def _group(self, slot: Slot, at: int) -> None:
        """The people as a whole: "les Chinois"; others, "des Chinois", are some people."""
        read = self.read
        article = at - 1
        definite = read.has(article, "function.article-definite") or read.holds_article(article)
        plural = self.tokens[at].low.endswith("s") and not self._is_one(article)
        slot.name = "group"
        if not definite or not plural:
            slot.kind = "named"
            return
        start = article if self.tags[article] == "D" else at
        slot.span = Span(self.tokens[start].start, self.tokens[at].end)
        follows = read.tag(at + 1)
        if follows == "W" and read.has(at + 1, "function.relative-subject"):
            slot.kind = "named"  # "les Chinois qui ont protesté"
        elif self._from_elsewhere(at + 1) or follows in ("E", "J") and not self._acts(at + 1):
            slot.kind = "named"  # "les Chinois de France", "les Chinois installés à"
        else:
            self._noun(slot, start, at + 1)

    def _from_elsewhere(self, at: int) -> bool:
        """"de France", "d'outre-mer", "de la diaspora": only some of the people."""
        if not self.read.has(at, "function.of"):
            return False
        noun = self.read.skip(at + 1, 'DJ"')
        token = self.tokens[noun] if noun < len(self.tokens) else None
        return token is not None and (
            token.text[:1].isupper() or "nouns.person" in token.classes
        )

    def _acts(self, at: int) -> bool:
        """Whether a participle tells what is done to the whole people in a headline."""
        return "verbs.reproach" in self.tokens[at].word.verbal

    def _is_one(self, article: int) -> bool:
        """Whether the article is that of one person: "le Chinois", "du Chinois"."""
        if article < 0:
            return False
        last = self.tokens[article].low.rpartition(" ")[2]
        return not last.endswith(("s", "x"))

    def _described(self, at: int) -> int:
        """The noun that the adjective at `at` describes; -1 if none."""
        read = self.read
        spot = at - 1
        steps = 0
        while spot >= 0 and steps < _NEAREST and self.tags[spot] in 'JEKR"CN':
            if self.tags[spot] == "N" and not read.has(spot, "function.time"):
                return self._agreeing(spot, at)
            if self.tags[spot] == "C" and self.tags[spot - 1] not in "JEKN":
                break
            spot -= 1
            steps += 1
        return -1

    def _agreeing(self, noun: int, at: int) -> int:
        """Of "les forces de sécurité chinoises" the noun that the adjective agrees with."""
        read = self.read
        if self._agrees(noun, at):
            return noun
        spot = noun
        while spot > 0 and self.tags[spot - 1] in "DJN#":
            spot -= 1
        if spot > 1 and read.has(spot - 1, "function.of"):
            outer = read.back(spot - 1, 'JER"')
            if outer >= 0 and self.tags[outer] == "N" and self._agrees(outer, at):
                return outer
        return noun

    def _agrees(self, noun: int, at: int) -> bool:
        """Whether number and, where the article tells, gender are those of the adjective."""
        read, word, low = self.read, self.tokens[noun].word, self.tokens[at].low
        feminine, plural = low.rstrip("s").endswith("e"), low.endswith("es")
        is_plural, is_single = "nouns:plural" in word.forms, "nouns:singular" in word.forms
        if feminine and is_plural != is_single and is_plural is not plural:
            return False
        article = noun - 1
        while article > 0 and self.tags[article] in "J#":
            article -= 1
        if read.has(article, "function.feminine"):
            return feminine
        return not (feminine and read.has(article, "function.masculine"))

    # -- noun mentions ----------------------------------------------------------------------

    def _noun(self, slot: Slot, start: int, end: int) -> None:
        """Subject, object, agent or after a preposition: decide by left, then by right."""
        read = self.read
        start, left_listed = self._list_start(start)
        end, right_listed = self._list_end(end)
        slot.listed = left_listed or right_listed
        self._place(slot, start, end)
        if left_listed and read.has(start, "function.negator"):
            for governor in slot.governors:
                governor.negated = True  # "ni le Laos ni la Chine n'ont signé"

    def _place(self, slot: Slot, start: int, end: int) -> None:
        """Decide for the whole list or name that stands in [start, end)."""
        read = self.read
        left = read.back(start)
        if left >= 0 and read.has(left, "function.like") and not read.has(left, "function.of"):
            slot.listed = True
            if self._example_of(slot, left, end):
                return
        slot.asked = slot.asked or self._conditional(left) or self._denied_clause(left)
        if left >= 0 and self.tags[left] == "P":
            if self._for_its_part(slot, left, end):
                return
            self._prepositional(slot, left, end)
            return
        if self._inverted(slot, left, start, end):
            return
        fronted = self._fronted(start)
        if left >= 0 and self.tags[left] in "VBEG" and self._is_object(left, end):
            self._object(slot, left, end)
            return
        predicates = self._predicates(end, slot)
        if not predicates and self._closes_an_aside(start, end):
            predicates = self._predicates(end + 1, slot)
        if predicates:
            if self._is_asked(left):
                predicates[0].classes |= {_OBLIGATION}
            self._antecedent(predicates[0], left)
            slot.governors = [*predicates, *fronted]
            if slot.kind == "bare":
                slot.kind = predicates[0].role or "subject"
        elif left >= 0 and self.tags[left] == "X" and not self.question:
            self._predicate(slot, left, end)
        elif left >= 0 and self.tags[left] in "VBEG":
            self._object(slot, left, end)
        elif fronted:
            slot.kind, slot.governors = "passive", fronted

    def _closes_an_aside(self, start: int, end: int) -> bool:
        """"les deux puissances, la Chine et le Laos, ont": the verb stands after the comma."""
        opened = "," in self.tags[max(start - 3, 0) : start]
        return opened and self.read.tag(end) == "," and (
            self.read.tag(self.read.skip(end + 1)) in ("V", "X", "M", "Q", "!")
        )

    # -- subject ----------------------------------------------------------------------------

    def _for_its_part(self, slot: Slot, at: int, end: int) -> bool:
        """"Quant à la Chine, elle refuse", "Pour la Chine, c'est": the topic of the sentence."""
        read = self.read
        if not read.has(at, "function.topic") or read.tag(end) != ",":
            return False
        after = read.skip(end + 1)
        if not read.has(after, "function.back-reference"):
            return False
        group = read.verb_group(after + 1)
        if group is None:
            return False
        slot.kind, slot.governors = "subject", self._chain(group, group.negated)
        return True

    def _inverted(self, slot: Slot, left: int, start: int, end: int) -> bool:
        """"que mène la Chine", "« … », a réagi la Chine", "comme l'affirme la Chine"."""
        read = self.read
        if left < 0 or self.tags[left] not in "VEB":
            return False
        first = left
        while first > 0 and self.tags[first - 1] in 'XMQ!R':
            first -= 1
        if self.tags[left] == "E" and not any(t == "X" for t in self.tags[first:left]):
            return False
        if self.tags[left] == "B" and not any(t in "MV" for t in self.tags[first:left]):
            return False
        before = read.back(first)
        relative = before >= 0 and (
            self.tags[before] == "W" and read.has(before, "function.relative-object")
            or read.has(before, "function.like")
        )
        follows = read.tag(read.skip(end))
        if relative and (self.tags[before] == "W" or follows not in ("V", "X", "M")):
            group = read.verb_group(first)
            if group is None:
                return False
            slot.kind = "passive" if group.passive else "subject"
            slot.governors = self._chain(group, group.negated)
            self._antecedent(slot.governors[0], before)
            return True
        says = {"verbs.speech", "verbs.clause", "voices.report", "voices.report_that"}
        spoken = before >= 0 and self.tags[before] in ',"' or first == 0
        alone = follows in ("", ".", ",", '"', ":", "=", "P", "(")
        if spoken and alone and says & self.tokens[left].classes and before >= 0:
            slot.kind = "subject"
            slot.governors = [read.governor(left, negated=self._negated_before(left), after=end)]
            return True
        return False

    def _antecedent(self, verb: Governor, left: int) -> None:
        """"les sanctions que la Chine impose": what the verb acts on."""
        read = self.read
        if left < 1 or self.tags[left] != "W" or not read.has(left, "function.relative-object"):
            return
        noun = read.back(left, 'R",JEK')
        while noun > 1 and self.tags[noun] == "N" and self._hangs(noun) >= 0:
            outer = self._hangs(noun)
            if self.tokens[outer].word.nominal & {"nouns.abuse", "nouns.policy", "nouns.measure"}:
                noun = outer
                break
            break
        if noun >= 0 and self.tags[noun] in "NO" and not read.has(noun, "function.time"):
            verb.object = read.classes([noun]) | (verb.object - {"none"})

    def _hangs(self, noun: int) -> int:
        """The noun that this one hangs on by *de*; -1 if none."""
        spot = noun
        while spot > 0 and self.tags[spot - 1] in "DJ#":
            spot -= 1
        if spot > 1 and self.read.has(spot - 1, "function.of"):
            outer = self.read.back(spot - 1, 'JER"')
            return outer if outer >= 0 and self.tags[outer] == "N" else -1
        return -1

    def _is_asked(self, left: int) -> bool:
        """"il faut que la Chine libère", "exige que la Chine libère"."""
        read = self.read
        if left < 0:
            return False
        if read.has(left, _OBLIGATION):
            return True
        if self.tags[left] != "S" or not read.has(left, "function.complementizer"):
            return left == 0 and read.has(left, "function.complementizer")
        before = read.back(left)
        if before < 0:
            return True  # "Que la Chine libère …"
        asked = {"verbs.mandative", "adjectives.mandative", _OBLIGATION}
        return bool(asked & self.tokens[before].classes)

    def _conditional(self, left: int) -> bool:
        return left >= 0 and self.read.has(left, "function.conditional")

    def _denied_clause(self, that: int) -> bool:
        """"il n'est pas vrai que la Chine", "aucune preuve que": the clause is said not to be."""
        read = self.read
        if that < 1 or not read.has(that, "function.complementizer"):
            return False
        said = self.tokens[that - 1].classes
        if "adjectives.of-untruth" in said:
            return True
        negated = any(
            read.has(spot, "function.negation-second") for spot in range(max(that - 6, 0), that)
        )
        claims = {"adjectives.of-truth", "nouns.of-proof", "verbs.of-belief"}
        return negated and bool(claims & said)

    # -- object -----------------------------------------------------------------------------

    def _is_object(self, left: int, end: int) -> bool:
        """Whether the mention belongs to the verb before it, and not to one after it."""
        read = self.read
        follows = read.skip(end)
        if read.tag(follows) in ("V", "X", "M", "!") or read.tag(follows) == "Q":
            return any(tag == "W" for tag in self.tags[max(left - 5, 0) : left])
        return self.tags[left] != "E" or self._is_active(left)

    def _is_active(self, participle: int) -> bool:
        """Whether a participle has an object: "a condamné", not "condamné, la Chine"."""
        spot = self.read.back(participle, 'R!"Q')
        return spot >= 0 and (self.tags[spot] == "X" or self.tags[spot] == "C")

    def _object(self, slot: Slot, left: int, end: int) -> None:
        read = self.read
        slot.kind = "object"
        verb = read.governor(left, after=end)
        verb.object = read.classes([])
        verb.negated = self._negated_before(left)
        verb.complement = read.complement(end)
        slot.governors = [verb, *self._inner(left, end), *self._relative_objects(end)]

    def _inner(self, verb: int, end: int) -> list[Governor]:
        """"laisser la Chine écraser", "voir la Chine libérer": what the object itself does."""
        read = self.read
        spot = read.skip(end)
        if read.tag(spot) != "B" or not read.has(verb, "verbs.bare-infinitive"):
            return []
        group = read.verb_group(spot)
        found = self._chain(group, group.negated) if group else []
        for governor in found:
            governor.role = governor.role or "subject"
        return found

    def _predicate(self, slot: Slot, left: int, end: int) -> None:
        """"le coupable est la Chine": what the subject is said to be."""
        read = self.read
        if not read.has(left, "function.be") or read.tag(end) not in ("", ".", ",", ":", "=", "S"):
            return
        start = left
        while start > 0 and self.tags[start - 1] not in ",:.=SW":
            start -= 1
        heads = read.noun_phrase(read.skip(start)).heads
        verb = read.governor(left, after=end)
        verb.object = read.classes(heads)
        slot.kind, slot.governors = "predicate", [verb]
        cleft = self._cleft(end)
        if cleft:
            slot.kind, slot.governors = "subject", cleft

    def _cleft(self, end: int) -> list[Governor]:
        """"C'est la Chine qui devrait payer": the verbs of the clause."""
        extra: list[Governor] = []
        if self.read.tag(end) != "W" or self._relative(end, extra) < 0:
            return []
        return extra

    # -- small things -----------------------------------------------------------------------

    def _example_of(self, slot: Slot, at: int, end: int) -> bool:
        """"des pays comme la Chine emprisonnent": the slot of the noun before."""
        head = self.read.back(at, 'R",JE')
        if head < 0 or self.tags[head] != "N":
            return False
        start = head
        while start > 0 and self.tags[start - 1] in "DJ#":
            start -= 1
        self._place(slot, start, end)
        slot.listed = True
        return slot.kind != "bare"

    def _head(self, slot: Slot, at: int) -> None:
        slot.head = self.tokens[at].low
        slot.head_classes = self.read.classes([at])
