"""English: which words of a sentence hang together: who acts, what is done to whom, whose it is.

A row of tags is read once from left to right. A verb is linked to its subject, objects and
complements, a noun to what stands in its phrase and to what a preposition ties to it. Where a
preposition can belong to the noun or to the verb before it, it is linked to both.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.tags import tagged
from lintwords.grammar.links import Links
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token
from lintwords.values import dataclass, field

_VERBS = "VBEG"
_FINITE = "VXM"
_GROUP = "XMTR!VBEG"
_OPENS_NOUN = "DJ#KNZO'EG\"R-"
_CONTENT = "NZKJVBEG"
# prepositions after which a name still is an actor, an owner or the place where something is so
_BINDING = frozenset(("function.of", "function.by", "function.preposition-place"))


def links(sentence: Sentence) -> Links:
    """The links of a sentence, found once."""
    return once(sentence.notes, "links", _links, sentence)


def _links(sentence: Sentence) -> Links:
    read = tagged(sentence)
    linker = Linker(read, "".join(read.tags))
    linker.run()
    tokens = sentence.tokens
    return Links(
        tuple(token.start for token in tokens),
        tuple(map(frozenset, linker.beside)),
        frozenset(at for at, tag in enumerate(read.tags) if tag in _CONTENT),
        frozenset(
            at for at, tag in enumerate(read.tags)
            if tag == "P" and tokens[at].classes.isdisjoint(_BINDING)
            and not _is_particle(read, at)
        ),
        {at: (t.start, t.end) for at, t in enumerate(tokens) if _is_proper(t)},
    )


def _is_particle(read: Tagged, at: int) -> bool:
    """Whether a word like *up* belongs to the verb before it: "broke up a meeting"."""
    return read.has(at, "function.particle") and at > 0 and read.tag(at - 1) in _VERBS


def _is_proper(token: Token) -> bool:
    """Whether a token is a name of several words, such as that of a state or a body."""
    words = token.text.split()
    return len(words) > 1 and not token.name and all(word[0].isupper() for word in words)


@dataclass
class Clause:
    """What a clause holds so far: indices of tokens, -1 for nothing yet."""

    subject: int = -1
    verb: int = -1
    noun: int = -1  # the noun or adjective that what follows can belong to
    fronted: list[int] = field(default_factory=list)  # prepositions before the verb
    antecedent: int = -1  # the word above it that its verb is linked to
    is_lower: bool = False  # opened by a subordinator: a comma ends it


class Linker:
    """Links the tokens of one sentence."""

    def __init__(self, read: Tagged, tags: Sequence[str]) -> None:
        self._read, self._tags = read, tags
        self.beside: list[set[int]] = [set() for _ in tags]
        self._clause = Clause()
        self._prep = -1
        self._joins = -1  # the noun or verb that a coordinator or comma goes on from

    def run(self) -> None:
        at = 0
        while at < len(self._tags):
            at = max(self._step(at), at + 1)

    def _link(self, one: int, other: int) -> None:
        if one >= 0 and other >= 0 and one != other:
            self.beside[one].add(other)
            self.beside[other].add(one)

    def _step(self, at: int) -> int:
        """Read what starts at `at`; the index after it."""
        tag, clause = self._tags[at], self._clause
        if tag in ".:=()":
            self._clause, self._prep, self._joins = Clause(), -1, -1
        elif tag == "P":
            self._preposition(at)
        elif tag == "C":
            self._joins = clause.noun if clause.noun >= 0 else clause.verb
        elif tag == ",":
            self._comma()
        elif tag in "WS":
            self._lower(at)
        else:
            phrase = noun_phrase(self._read, at, coordinated=False)
            if phrase.heads and tag in _OPENS_NOUN:
                return self._noun(at, phrase.heads[0], phrase.end)
            if tag == "D" and self._read.tag(at + 1) == "K":
                name = at + 1 + (self._read.tag(at + 2) == "N")
                return self._noun(at, name, name + 1)  # "the Chinese are", "a Chinese grocer's"
            if tag == "K" or (tag == "!" and clause.verb < 0 and clause.subject < 0):
                return self._noun(at, at, at + 1)  # "nobody in the city"
            if tag in _GROUP:
                return self._verb(at)
            if tag in "J#K":
                self._adjective(at)
        return at + 1

    def _lower(self, at: int) -> None:
        """A clause that says more of a noun or of a verb."""
        clause = self._clause
        holds = [self._prep, clause.noun, clause.verb]
        if self._tags[at] == "S" and clause.noun != at - 1:
            holds = [clause.verb]
        above = next((spot for spot in holds if spot >= 0), -1)
        self._clause = Clause(antecedent=above, is_lower=self._tags[at] == "S")
        self._prep, self._joins = -1, -1

    def _preposition(self, at: int) -> None:
        clause = self._clause
        if clause.noun >= 0:
            self._link(at, clause.noun)
        if clause.verb >= 0 and not self._read.has(at, "function.of"):
            self._link(at, clause.verb)
        elif clause.verb < 0:
            clause.fronted.append(at)
        self._prep, self._joins = at, -1

    def _comma(self) -> None:
        clause = self._clause
        if clause.is_lower and clause.verb >= 0:
            self._clause = Clause(antecedent=clause.verb)
            self._joins = -1
        elif self._joins < 0:
            self._joins = clause.noun
        self._prep = -1

    def _noun(self, at: int, head: int, end: int) -> int:
        clause = self._clause
        for spot in range(at, end):
            self._link(spot, head)
        if self._prep >= 0:
            self._link(head, self._prep)
            if self._prep == clause.verb + 1 and self._read.has(self._prep, "function.particle"):
                self._link(head, clause.verb)  # "made up their minds"
        elif self._opens_another(at, end):
            # "they say the city is safe", "the city is safe, and the town is clean"
            held = clause.noun if self._joins < 0 else -1
            self._clause = clause = Clause(subject=head, antecedent=held)
        elif self._joins >= 0:
            self._link(head, self._joins)
            self._link(head, clause.verb)
        elif clause.verb >= 0:
            self._link(head, clause.verb)
        elif clause.subject < 0:
            clause.subject = head
        else:
            self._link(head, clause.subject)
        clause.noun = head
        self._prep, self._joins = -1, -1
        return end

    def _opens_another(self, at: int, end: int) -> bool:
        """Whether a noun opens a clause beside the one before: its own verb comes after it.

        After ", and" that verb may stand behind what says where or when.
        """
        spot = self._read.skip(end)
        if not (at > 1 and self._tags[at - 1] == "C" and self._tags[at - 2] == ","):
            return self._clause.verb >= 0 and self._read.tag(spot) in tuple(_FINITE)
        while self._read.tag(spot) == "P":
            phrase = noun_phrase(self._read, spot + 1, coordinated=False)
            if not phrase.heads:
                break
            spot = self._read.skip(phrase.end)
        is_below = self._clause.verb >= 0 or self._clause.antecedent >= 0
        return is_below and self._read.tag(spot) in (*_FINITE, "B")

    def _verb(self, at: int) -> int:
        end, main = self._group(at)
        clause, opens = self._clause, self._tags[at]
        if main < 0:  # an adverb or a particle with no verb of its own
            if clause.verb >= 0:
                self._link(at, clause.verb)
            else:
                clause.fronted.append(at)
            return at + 1
        for word in range(at, end):
            self._link(word, main)
        if self._prep >= 0:
            self._link(main, self._prep)  # "of ending poverty"
            clause = self._under(main)
        elif clause.verb >= 0 and (opens == "T" or opens in "GE"):
            self._link(main, clause.verb)
            self._link(main, clause.noun)
            clause = self._under(main)
        elif clause.verb >= 0:
            self._link(main, clause.verb)
            self._link(main, clause.subject)
            clause.verb = main
        else:
            for front in (clause.subject, clause.antecedent, *clause.fronted):
                self._link(main, front)
            if opens in "TGE":
                self._link(main, clause.noun)
            clause.verb = main
        clause.noun = -1
        self._clause = clause
        self._prep, self._joins = -1, -1
        return end

    def _group(self, at: int) -> tuple[int, int]:
        """The index after a group of verbs with what stands among them, and its main verb."""
        spot, main = at, -1
        while spot < len(self._tags) and self._tags[spot] in _GROUP:
            if self._tags[spot] in _VERBS:
                if main >= 0 and self._tags[main] in _VERBS and self._tags[spot - 1] == "T":
                    break  # "began to leave": each its own
                main = spot
            elif self._tags[spot] == "X" and main < 0:
                main = spot
            spot += 1
        return spot, main

    def _under(self, verb: int) -> Clause:
        """The same clause with another verb, to which what follows belongs."""
        old = self._clause
        return Clause(old.subject, verb, -1, [], -1, old.is_lower)

    def _adjective(self, at: int) -> None:
        clause = self._clause
        holds = (self._prep, clause.verb, clause.noun)
        self._link(at, next((spot for spot in holds if spot >= 0), -1))
        if clause.noun >= 0 and self._tags[clause.noun] == "J":
            self._link(at, clause.noun)
        clause.noun = at
        self._prep, self._joins = -1, -1
