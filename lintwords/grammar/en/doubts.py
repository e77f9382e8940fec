"""English: why a sentence does not allow a wording without a look by a person.

Each test gives a reason in words for people, or nothing; the first reason stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lintwords.grammar.en import statehood
from lintwords.grammar.en.agreement import is_plural_form, singular_forms
from lintwords.grammar.en.rewrite import is_answer
from lintwords.grammar.en.slots import finder_of
from lintwords.grammar.model import Governor, Rewrite, Slot, Style
from lintwords.segments import Sentence

# a relative clause with a verb of these kinds says what a government does
_DEEDS = frozenset((
    "verbs.abuse", "verbs.wrong", "verbs.force", "verbs.state", "verbs.speech", "verbs.demand",
    "verbs.blame", "verbs.punish", "verbs.contest",
))  # fmt: skip
_SUBJECT = ("subject", "passive")


def doubt(
    sentence: Sentence, slot: Slot, governor: Governor | None, rewrite: Rewrite, style: Style
) -> str:
    """Why `rewrite` is not safe in this sentence; empty if nothing speaks against it."""
    if rewrite.doubt:
        return rewrite.doubt
    asked = Doubts(sentence, slot, governor, rewrite, style)
    return next((reason for test, reason in _TESTS if test(asked)), "")


def _standing(sentence: Sentence) -> list[frozenset[str]]:
    """The classes of each token, of its last word and of an entry that begins there."""
    marked = dict(sentence.marked)
    lexicon = sentence.lexicon
    return [
        token.classes | lexicon[token.low.rpartition(" ")[2]].classes
        | marked.get(token.start, frozenset())
        for token in sentence.tokens
    ]  # fmt: skip


class Doubts:
    """What is asked about one mention and its sentence."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, rewrite: Rewrite,
        style: Style,
    ) -> None:
        finder = finder_of(sentence)
        self.sentence = sentence
        self.slot = slot
        self.governor = governor
        self.rewrite = rewrite
        self.style = style
        self.tokens, self.tags, self.read = finder.tokens, finder.tags, finder.read
        self.title_case = finder.title_case
        self._standing: list[frozenset[str]] = sentence.kept("standing", _standing)

    def has(self, at: int, cls: str) -> bool:
        """Whether the token at `at`, its last word or an entry that begins there is of a class."""
        return 0 <= at < len(self._standing) and cls in self._standing[at]

    @property
    def end(self) -> int:
        """The index after the mention, its possessive mark and "itself"."""
        spot = self.slot.token + 1
        if self.read.tag(spot) == "'":
            spot += 1
        if self.read.has(spot, "function.reflexive"):
            spot += 1
        return spot

    # -- what stands beside the mention ----------------------------------------------------------

    def is_listed(self) -> bool:
        if self.slot.listed:
            return True
        if self._is_joined_before() or self._is_owner_beside_owner():
            return True
        comma = self.read.tag(self.end) == ","
        if self.slot.kind in ("possessive", "adjective", "compound"):
            return False
        if not self.has(self.end + comma, "words.beside"):
            return False
        if self.read.tag(self.end + comma) == "C" and self._opens_clause(self.end + comma + 1):
            return False
        return bool(comma) or not self._at_verb()

    def _opens_clause(self, at: int) -> bool:
        """Whether what *and* or *but* joins is a clause or a verb: "condemned China, and it"."""
        first = self.read.skip(at)
        if self.read.tag(first) in ("V", "B", "E", "G", "X", "M", "T", "S"):
            return not (self.slot.kind in _SUBJECT and self.read.tag(first) == "S")
        if self.slot.kind in _SUBJECT:
            return False
        phrase = self.read.noun_phrase(first)
        end = phrase.end
        if self.read.has(end, "function.of"):
            end = self.read.noun_phrase(self.read.skip(end + 1)).end
        return bool(phrase.heads) and self.read.tag(self.read.skip(end)) in ("V", "X", "M", "B")

    def _is_joined_before(self) -> bool:
        """"the junta and China deny it": another subject of the same verb."""
        at = self.slot.token
        left = self.read.back(at, '"')
        if self.slot.kind not in _SUBJECT or self.read.tag(left) != "C":
            return False
        if not self.read.has(left, "function.correlative-second"):
            return False
        before = self.tags[:left]
        opening = next((i for i in range(left - 1, -1, -1) if before[i] in "VXMBTWS.:=,C"), -1)
        stands_apart = self.read.tag(left - 1) == ","
        first = self.read.skip(opening + 1)
        first += self.read.has(first, "function.correlative")
        phrase = self.read.noun_phrase(first, coordinated=False)
        whole = bool(phrase.heads) and phrase.end == left
        if opening >= 0 and before[opening] in "VXMBT":
            return False
        return whole and not stands_apart

    def _is_owner_beside_owner(self) -> bool:
        """"Russia's and China's threats", "China's threats and Russia's"."""
        if self.slot.kind != "possessive":
            return False
        at = self.slot.token
        if self.read.tag(at - 1) == "C" and self.read.tag(at - 2) == "'":
            return True
        for spot in range(at + 2, len(self.tokens) - 1):
            if self.tags[spot] == "'" and self.tags[spot - 1] in "NZ":
                following = self.read.skip(spot + 1)
                joined = self.read.tag(spot - 2) == "C"
                if joined and not self.read.noun_phrase(following).heads:
                    return True
        return False

    def _at_verb(self) -> bool:
        """A governor that takes what follows: "condemned China with", "compete with"."""
        return self.slot.kind in ("object", "prep", "agent")

    def is_explained(self) -> bool:
        """An apposition or a bracket: "China, the largest polluter,", "China (a member)"."""
        tag = self.read.tag(self.end)
        if self.slot.kind in ("possessive", "adjective", "compound"):
            return False
        if tag in ("(", "="):
            return not self._is_aside(self.end, tag)
        if tag != ",":
            return False
        at = self.read.skip(self.end + 1, 'R"S')
        return self.read.tag(at) in ("D", "#", "J", "N") and self._closes(at)

    def _is_aside(self, at: int, tag: str) -> bool:
        """Adverbs between dashes or in brackets: "China – once again – has jailed"."""
        close = next(
            (s for s in range(at + 1, len(self.tokens)) if self.tags[s] in ")="), len(self.tokens)
        )
        inside = self.tags[at + 1 : close]
        return close < len(self.tokens) and bool(inside) and set(inside) <= {"R"}

    def _closes(self, at: int) -> bool:
        """Whether a noun phrase from `at` ends with a comma, a stop or the sentence."""
        phrase = self.read.noun_phrase(at, coordinated=False)
        if not phrase.heads or self._is_time(phrase.heads[0]):
            return False
        if self.slot.kind in _SUBJECT:
            return True
        after = self.read.tag(phrase.end)
        if after == "C":  # "China, its party and its police"
            whole = self.read.noun_phrase(at)
            return self.read.tag(self.read.skip(whole.end)) not in ("V", "X", "M", "B")
        return after in ("", ",", ".", ":", "P", "W")

    def _is_time(self, at: int) -> bool:
        return self.read.has(at, "function.time")

    def is_described(self) -> bool:
        """A relative clause that says what a country is: "China, where", "China, which has"."""
        at = self.read.skip(self.end, ',R"')
        if self.slot.kind == "possessive" or self.read.tag(at) not in ("W", "P"):
            return False
        if self.read.tag(at) == "P":
            inner = self.read.skip(at + 1)
            return self.read.tag(inner) == "W" and self.has(inner, "words.describes-name")
        if not self.has(at, "words.describes-name") or self._is_of_the_noun(at):
            return False
        if self._is_cleft() or self._is_whose_body(at):
            return False
        verb = self.read.skip(at + 1)
        group = self.read.verb_group(verb) if self.read.tag(verb) in "XMVBEG" else None
        if group is None or not self.read.tag(verb):
            return True
        return self.tokens[group.main].classes.isdisjoint(_DEEDS)

    def _is_of_the_noun(self, at: int) -> bool:
        """"actions by China that are": what follows without a comma belongs to the actions."""
        governor = self.governor
        return (
            self.slot.kind in ("agent", "prep")
            and at == self.end
            and governor is not None
            and self.tags[governor.at] == "N"
            and governor.at < self.slot.token
        )

    def _is_cleft(self) -> bool:
        """"It was China that closed the school": no clause about China, but the deed."""
        be = self.read.back(self.slot.token, 'R"!D')
        return (
            self.slot.kind in _SUBJECT
            and self.read.has(be, "function.be")
            and self.read.has(self.read.back(be, "R!"), "function.anticipatory")
        )

    def _is_whose_body(self, at: int) -> bool:
        """"China, whose police beat them": a government has police."""
        if not self.read.has(at, "function.possessive"):
            return False
        heads = self.read.noun_phrase(self.read.skip(at + 1)).heads
        bodies = {"nouns.organ", "nouns.forces", "nouns.leader"}
        return bool(heads) and all(bodies & self.tokens[h].word.nominal for h in heads)

    def is_announced(self) -> bool:
        """A phrase before it says what it is: "A rising power, China", "As a member, China"."""
        before = self.slot.token - 1
        if self.slot.kind not in _SUBJECT or self.read.tag(before) != ",":
            return False
        opening = self.read.skip(0, 'R"C')
        if self.has(opening, "function.like") or self.has(opening, "function.comparison"):
            return True
        if self.has(opening, "function.interjection") and opening == before - 1:
            return False
        spot = opening + 1 if self.read.tag(opening) in ("P", "S") else opening
        phrase = self.read.noun_phrase(spot, coordinated=False)
        if spot > opening and not self.read.has(opening, "function.comparison"):
            return False
        if not phrase.heads or phrase.end > before or self._is_time(phrase.heads[0]):
            return False
        if any(tag in "VXM" for tag in self.tags[phrase.end : before]):
            return False  # "China cheats, China steals"
        kinds = any(self.has(i, "words.state-kind") for i in range(spot, before))
        return kinds or not self._is_vocative(spot, phrase.heads[-1], phrase.end)

    def _is_vocative(self, start: int, head: int, end: int) -> bool:
        """A call to listeners: "Minister, China has", "My friends, China has", "Look, China"."""
        if self.read.tag(end) != ",":
            return False
        person = bool(
            {"nouns.person", "nouns.kin", "nouns.leader"} & self.tokens[head].word.nominal
        )
        article = self.read.has(start, "function.article-indefinite") or self.read.has(
            start, "function.article-definite"
        )
        return not article and (person or self.has(head, "words.calls"))

    # -- what the sentence says ------------------------------------------------------------------

    def is_unknown(self) -> bool:
        if self.slot.kind in ("adjective", "possessive"):
            return not self.slot.head
        if self.slot.name == "group" and self._may_be_nationality():
            return True
        if self.governor is None and " " in self.slot.prep:
            return False  # "on behalf of", which tells it
        return self.governor is None

    def _may_be_nationality(self) -> bool:
        """"The Chinese plan to invade was leaked", "the Chinese was poor"."""
        at = self.slot.token + 1
        if self.slot.kind not in _SUBJECT or at >= len(self.tokens):
            return False
        word = self.tokens[at].word
        if self.tags[at] == "X":
            return not is_plural_form(self.tokens[at], self.sentence.lexicon) and (
                bool({"function.be", "function.have", "function.do"} & word.classes)
                and self.tokens[at].low in singular_forms(self.sentence.lexicon)
            )
        is_noun = any(form.startswith("nouns:") for form in word.forms)
        if not is_noun or self.tags[at] not in "BV":
            return False
        return any(
            self.tags[spot] in "XV" and self.tags[spot - 1] in "NRZ"
            and not {"C", "W", "S"} & set(self.tags[at:spot])
            for spot in range(at + 2, len(self.tokens))
        )

    def is_called_a_state(self) -> bool:
        """"China is the only country that jails", "more than all other countries"."""
        for at in range(len(self.tokens)):
            if at == self.slot.token or not self.has(at, "words.state-kind"):
                continue
            start = at
            while start > 0 and self.tags[start - 1] in "DJ#KNEG'R":
                if self.tags[start - 1] == "G" and self.tags[max(start - 2, 0)] == "X":
                    break  # "is courting small states": what is done to them
                start -= 1
            if self._is_predicate(start) or self.read.has(start - 1, "function.than"):
                return True
            if self.read.has(start - 1, "function.like"):
                return True
            if self._is_said_of_a_state(at, start):
                return True
        return self._is_compared() or self._is_set_apart()

    def _is_set_apart(self) -> bool:
        """"China, of all countries"."""
        comma = self.read.tag(self.end) == ","
        return self.has(self.end + comma, "words.of-all")

    def _is_said_of_a_state(self, at: int, start: int) -> bool:
        """"…, a country that boasts of", "odd for a country that signs"."""
        if at <= self.slot.token or not self.has(at, "words.a-state"):
            return False
        opens = start >= 1 and (self.tags[start - 1] in ",=(P")
        follows = self.read.tag(at + 1) in ("W", "P", "E", "G") or self.read.has(
            start - 1, "function.like"
        )
        return opens and "function.article-indefinite" in self.tokens[start].classes and follows

    def _is_predicate(self, start: int) -> bool:
        """After *is*, *as*, or *become* of the mention."""
        if self.slot.kind == "possessive":
            turned = self.tokens[self.read.back(start, 'R"!')]  # "China's aim is to become a power"
            return start > self.slot.token and "verbs.copula" in turned.classes and (
                self.tags[self.read.back(start, 'R"!')] != "X"
            )
        if self.slot.kind not in (*_SUBJECT, "object") or start <= self.slot.token:
            return False
        before = self.read.back(start, 'R"!')
        if before < 0:
            return False
        if before == self.slot.token:
            return self.slot.kind == "object"  # "calls China a rival"
        is_be = self.read.has(before, "function.be") or self.read.has(before, "function.clitic-s")
        if self.tags[before] == "X" and is_be or self.tokens[before].low == "as":
            return True
        labels = self.slot.kind != "subject" and "verbs.label" in self.tokens[before].classes
        return labels or "verbs.copula" in self.tokens[before].classes

    def _is_compared(self) -> bool:
        """With another state: "than Iran"."""
        for at in range(len(self.tokens) - 1):
            if self.read.has(at, "function.than"):
                spot = self.read.skip(at + 1, 'RDJ#"')
                if self.has(spot, "names.country"):
                    return True
        return False

    def is_beside_a_state(self) -> bool:
        """Another state acts in the same sentence: "China vetoed it while Russia abstained"."""
        if self.slot.kind not in _SUBJECT:
            return False
        for at in range(len(self.tokens)):
            if not self.has(at, "names.country") or at == self.slot.token or self.tokens[at].name:
                continue
            left = self.read.back(at, 'RJD"')
            opens = left < 0 or self.tags[left] in ",:=SWC"
            follows = self.read.skip(at + 1)
            if left > self.slot.token and self.tags[left] == "X" and (
                self.tags[left - 1] in "SCPW" or self.read.has(left - 1, "function.so-inversion")
            ):
                return True  # "as does Russia"
            if opens and self.read.tag(follows) in ("V", "X", "M"):
                return True
        return False

    # -- pronouns --------------------------------------------------------------------------------

    def is_pointed_at(self) -> bool:
        """A pronoun that would point at the wrong thing once the government stands there."""
        people = plural = False
        for at, token in enumerate(self.tokens):
            classes = token.classes
            if "function.back-reference" in classes and self._points(at, token.low, people, plural):
                return True
            if at != self.slot.token and self.tags[at] == "N":
                people = people or bool({"nouns.person", "nouns.kin"} & classes) or (
                    token.text[:1].isupper()
                )
                plural = plural or "nouns:plural" in token.word.forms
            plural = plural or self.tags[at] in "#C"
        return False

    def _points(self, at: int, low: str, people: bool, plural: bool) -> bool:
        if at <= self.slot.token:
            return False
        if self.slot.kind in _SUBJECT and self.tags[at] == "O" and self.tags[at - 1] in "VBEGP":
            return False  # "denies them": an object is not its own subject
        if self.slot.kind == "object" and self.tags[at] == "O" and self._does_it(at):
            return False
        if low.startswith("it"):
            if self._is_plural():
                return not self._is_empty(at)
            return self._is_of_country(at)
        if low.startswith("th"):
            return not (plural or self.slot.name == "group") and self._is_of_country(at)
        return not people and self._is_of_country(at)

    def _is_of_country(self, at: int) -> bool:
        """Whether a possessive pronoun belongs to what a country has: "her shores"."""
        heads = self.read.noun_phrase(at, coordinated=True).heads
        return any("words.of-a-country" in self.tokens[head].classes for head in heads)

    def _does_it(self, at: int) -> bool:
        """Whether the mention does the verb just before: "stop China from jailing them"."""
        return self.tags[at - 1] in "BG" and at - self.end <= 3

    def _is_plural(self) -> bool:
        """Whether the wording is a plural, so that "its" no longer fits."""
        if self.slot.kind not in (*_SUBJECT, "object", "possessive", "agent", "prep"):
            return False
        label = self.rewrite.changes[0].text.rstrip("'’")
        return label.endswith("s")

    def _is_empty(self, at: int) -> bool:
        """"it is clear that": no pronoun for anything."""
        return self.tokens[at].low == "it" and self.read.tag(at + 1) in ("X", "M")

    # -- the country, and no one who acts for it ------------------------------------------------

    def is_felt(self) -> bool:
        """A feeling or a topic: "hate China", "honest about China"."""
        at = self.slot.token
        spots = {at - 1, at - 2, self.governor.at if self.governor else -1}
        return self.slot.kind in ("object", "prep") and any(
            self.has(spot, "words.feeling-for-country") for spot in spots
        )

    def is_singled_out(self) -> bool:
        """One of several: "of which only China refused"."""
        return self.has(self.slot.token - 1, "words.singled-out")

    def is_ranked(self) -> bool:
        """The first or most within a country: "China's harshest sentence"."""
        at = self.read.skip(self.end, "R")
        spots = range(self.slot.token + 1, at + 1)
        return self.slot.kind == "possessive" and any(self.has(s, "words.rank") for s in spots)

    def is_party(self) -> bool:
        """The state as a legal person: "China signed the covenant", "made China liable"."""
        if self.has(self.end, "words.legal-state"):
            return True
        if any(self.has(at, "words.legal-person") for at in range(len(self.tokens))):
            return True
        if self._is_member() or self._is_legal_partner():
            return True
        if self.governor is None or not self.has(self.governor.at, "words.treaty-act"):
            return False
        return any(self.has(at, "words.treaty") for at in range(len(self.tokens)))

    def _is_member(self) -> bool:
        """The state holds the seat: "expel China from the council"."""
        for at in range(len(self.tokens)):
            done_to_it = self.slot.kind == "object" or self.tags[at] == "E" and at > self.slot.token
            if done_to_it and self.has(at, "words.seat-act"):
                spots = range(max(at, self.slot.token) + 1, min(at + 8, len(self.tokens)))
                if any(self.has(spot, "words.seat-of") for spot in spots):
                    return True
        return False

    def _is_legal_partner(self) -> bool:
        """"judicial cooperation with China", "the extradition treaty with China"."""
        if self.slot.prep != "with" or self.governor is None:
            return False
        return any(
            self.has(at, "words.treaty") or self.has(at, "words.legal-help")
            for at in range(max(self.governor.at - 3, 0), self.slot.token)
        )

    def is_trade(self) -> bool:
        """What firms do as well: "arms sales by China"."""
        kinds = (*_SUBJECT, "agent", "possessive", "adjective")
        return self.slot.kind in kinds and self.governor is not None and (
            self.has(self.governor.at, "words.trade-act")
        )

    def is_measured(self) -> bool:
        """"impose sanctions on China": a measure falls on goods, bodies or persons."""
        if self.slot.kind not in ("object", "prep") or self.governor is None or not self.slot.prep:
            return False
        kinds = {"nouns.penalty", "nouns.measure"}
        between = range(self.governor.at + 1, self.slot.token)
        after_it = self.read.has(self.slot.token - 1, "words.falls-on")
        return after_it and any(kinds & self.tokens[at].word.nominal for at in between)

    def is_the_countrys(self) -> bool:
        """"China's development": what a country has and no government."""
        return self.slot.kind == "possessive" and self.governor is not None and (
            self.has(self.governor.at, "words.of-a-country")
        )

    def is_defined(self) -> bool:
        """"the China that jailed him", "our friend China": the word for a country."""
        at = self.slot.token
        if self.slot.name != "country" or self.slot.kind not in (
            *_SUBJECT,
            "object",
            "agent",
            "prep",
        ):
            return False
        if self.read.has(at - 1, "function.article-definite"):
            return True
        return self.read.tag(at - 1) == "N" and self.has(at - 1, "words.state-kind")

    # -- the kind of text ------------------------------------------------------------------------

    def is_addressed(self) -> bool:
        """The country is spoken to: "China, free them", "Shame on you, China"."""
        left, right = self.read.tag(self.slot.token - 1), self.read.tag(self.end)
        apart = left in ("", ",", "=", ":", '"', "C", "O") and right in (
            "",
            ",",
            ".",
            "=",
            ":",
            '"',
        )
        if apart and any("function.second-person" in token.classes for token in self.tokens):
            return True
        if self._is_told():
            return True
        if self.read.tag(self.end) != "," or self.slot.kind not in _SUBJECT:
            return False
        following = self.read.skip(self.end + 1)
        return self.read.tag(following) == "B"

    def _is_told(self) -> bool:
        """"China do better!": a verb that does not agree is an order."""
        if self.slot.name != "country" or self.slot.kind not in _SUBJECT:
            return False
        if self.read.back(self.slot.token, 'R"') >= 0 or self.end >= len(self.tokens):
            return False
        word = self.tokens[self.end].word
        if is_plural_form(self.tokens[self.end], self.sentence.lexicon):
            return True
        agrees = {"verbs:third", "verbs:past"} & set(word.forms)
        return not agrees and "verbs:base" in word.forms and self.tags[self.end] in "VB"

    def is_title(self) -> bool:
        """Capitals of a title inside running text."""
        if self.style.heading or self.governor is None:
            return False
        before = self.tokens[self.slot.token - 1] if self.slot.token else None
        if self.slot.kind == "possessive" and before and before.text.islower():
            return False  # a programme's name follows, the sentence is no title
        token = self.tokens[self.governor.at]
        opens = self.governor.at == 0
        return token.text[:1].isupper() and not opens and not self.sentence.text.isupper()

    def is_after_a_stop(self) -> bool:
        """A full stop before it may end a sentence or an abbreviation."""
        first = self.rewrite.span.start
        text = self.sentence.text[self.sentence.start : first]
        return text.rstrip().endswith(".") and not is_answer(text)

    def is_longer_name(self) -> bool:
        """"Xi's China": the name says more than the country."""
        words = self.tokens[self.slot.token].text.split()
        return self.slot.name == "country" and len(words) > 1

    def is_contracted(self) -> bool:
        """"China'll", "China's going to"."""
        at = self.slot.token + 1
        if self.read.tag(at) not in ("X", "M"):
            return False
        return self.tokens[at].start == self.tokens[at - 1].end

    def is_asked_of_itself(self) -> bool:
        """A possessive of a possessive: "the Chinese crackdown's victims"."""
        if self.slot.kind != "adjective":
            return False
        head = self.read.noun_phrase(self.slot.token + 1)
        return head.owner >= 0 or self.read.tag(head.end) == "'"


_TESTS: Sequence[tuple[Callable[[Doubts], bool], str]] = (
    (Doubts.is_listed, "it stands beside another actor"),
    (Doubts.is_unknown, "the sentence does not tell what was done"),
    (Doubts.is_longer_name, "the name says more than the country"),
    (Doubts.is_contracted, "the verb is drawn together with the name"),
    (Doubts.is_explained, "what follows explains the country"),
    (Doubts.is_described, "what follows describes the country"),
    (Doubts.is_announced, "what goes before describes the country"),
    (Doubts.is_called_a_state, "the sentence compares countries or says what a country is"),
    (Doubts.is_beside_a_state, "another country is named in the same way"),
    (Doubts.is_felt, "it may be the country that is meant"),
    (Doubts.is_singled_out, "it is one of several countries"),
    (Doubts.is_ranked, "it may be said of all the country"),
    (Doubts.is_party, "the state is bound, whoever governs"),
    (Doubts.is_measured, "say what the measure falls on"),
    (Doubts.is_the_countrys, "it may be said of all the country"),
    (statehood.is_of_the_state, "the state is meant, whoever governs"),
    (statehood.is_at_war, "the state or its army may be meant"),
    (statehood.is_done_by_the_land, "one of the verbs is said of the whole country"),
    (statehood.is_done_at_sea, "say which ship, aircraft or troops did it"),
    (statehood.is_of_the_bank, "the central bank may have done it"),
    (statehood.is_depended_on, "trade with the country may be meant"),
    (statehood.is_counted, "the sentence counts countries"),
    (statehood.is_felt_by_people, "it may be the people who are meant"),
    (statehood.is_told_from_its_government, "the sentence tells the country from its government"),
    (statehood.is_beside_another_government, "another government stands in the sentence"),
    (statehood.is_mentioned, "these may be another's words"),
    (Doubts.is_trade, "a company may have done it"),
    (Doubts.is_defined, "the word stands for the country"),
    (Doubts.is_after_a_stop, "a sentence may begin here"),
    (Doubts.is_pointed_at, "a pronoun points back to the country"),
    (Doubts.is_addressed, "the country is spoken to"),
    (Doubts.is_title, "it may be a title"),
    (Doubts.is_asked_of_itself, "two possessives would follow each other"),
)
