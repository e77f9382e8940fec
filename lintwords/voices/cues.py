"""Finds cues in a sentence and answers small questions about the words around them.

A cue is an entry of a class "voices.*" of the word lists. The longest entry that starts at a word
wins, and the words inside it start no cue of their own, so that "call on" is no "call".
Places in a sentence are indices of its words and marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lintwords.later import once
from lintwords.model import Voice
from lintwords.text.lexicon import Longer, Reading, Word
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token
from lintwords.values import dataclass, field

PREFIX = "voices."
# judge what stands around them, and take no words from other cues
LOOSE = frozenset(["answer", "answer_open", "goes_on", "meta", "to_say"])
ENDS = frozenset([".", "!", "?", "…", "...", ")", "]"])
STOPS = (".", "!", "?", "…")
QUOTES = frozenset('"“”„‟«»‹›‘‚')
BE, HAVE, DO, MODAL = "function.be", "function.have", "function.do", "function.modal"
NEGATOR, PREPOSITION, TIME = "function.negator", "function.preposition", "function.time"
SUBJECT, OBJECT = "function.pronoun-subject", "function.pronoun-object"
DETERMINER, POSSESSIVE = "function.determiner", "function.possessive"
SUBORDINATOR, DEGREE, ADVERB = "function.subordinator", "function.degree", "function.adverb"
# the plurals and the further tenses are those of languages that tell them apart
FINITE = frozenset(
    f"verbs:{tense}{number}" for number in ("", "s")
    for tense in ("past", "third", "future", "conditional", "subjunctive")
)
AUXILIARY = frozenset([BE, HAVE, DO, MODAL])
LONG = 12  # words that a name given to a thing can have with all that belongs to it
_NONE: Mapping[str, int] = MappingProxyType({})


ATTRIBUTED, REBUTTED, META = Voice.ATTRIBUTED, Voice.REBUTTED, Voice.META


class Stretch(NamedTuple):
    """Words [low, high) have this voice because of the cue [cue, cue_end)."""

    low: int
    high: int
    voice: Voice
    cue: int
    cue_end: int
    whole: bool = False  # holds for phrases only: a name inside is the writer's word
    says: bool = False  # holds for what is claimed: how a thing is called is the writer's word
    asks: bool = False  # asked or granted: holds for what has a verb in it, for no label
    opens: int = 0  # holds for what begins before this word; 0: for all
    answered: bool = False  # reported, and contradicted in the same sentence


class _Edges(NamedTuple):
    """Where a clause ends: at each of `stops`, and at those of `commas` that open a new one."""

    stops: Sequence[int]
    commas: Sequence[int]
    between: Sequence[int]  # the stops, and commas behind which a clause of the writer opens


class _Borders(NamedTuple):
    """Where no subject goes on, by what stands there."""

    marks: Sequence[int]
    complementizers: Sequence[int]
    seconds: Sequence[int]  # subordinators behind a finite verb


_MARKS_OR_QUOTES = QUOTES | {",", ";", ":"}


def _before(places: Sequence[int], end: int) -> int:
    """The last of some places before `end`; -1 if there is none."""
    nth = bisect_left(places, end)
    return places[nth - 1] if nth else -1


def _from(places: Sequence[int], start: int, none: int) -> int:
    """The first of some places from `start` on; `none` if there is none."""
    nth = bisect_left(places, start)
    return places[nth] if nth < len(places) else none


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of a sentence with the cues that start at each: class → index after it."""

    words: Sequence[Token]
    cues: Sequence[Mapping[str, int]]
    standing: frozenset[str] = frozenset()  # the classes of all cues
    _found: list[_Borders] = field(default_factory=list, compare=False, repr=False)
    _ends: list[_Edges] = field(default_factory=list, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def low(self, at: int) -> str:
        """The folded word at `at`, empty outside the sentence."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def has(self, at: int, *classes: str) -> bool:
        """Whether the word at `at` belongs to one of these (whole) class ids."""
        return 0 <= at < len(self.words) and not self.words[at].classes.isdisjoint(classes)

    def cue(self, at: int, *names: str) -> int:
        """The index after a cue of one of these classes that starts at `at`, else 0."""
        if not 0 <= at < len(self.words):
            return 0
        found = self.cues[at]
        return max((found.get(name, 0) for name in names), default=0) if found else 0

    def find(self, name: str, low: int, high: int) -> int:
        """The first place in [low, high) where a cue of this class starts, else -1."""
        if name not in self.standing:
            return -1
        places = range(max(low, 0), min(high, len(self.words)))
        return next((at for at in places if name in self.cues[at]), -1)

    def form(self, at: int, *forms: str) -> bool:
        """Whether the word at `at` can be one of these forms ("verbs:ing")."""
        return 0 <= at < len(self.words) and not self.words[at].word.forms.isdisjoint(forms)

    def is_quote(self, at: int) -> bool:
        return self.low(at) in QUOTES

    def is_genitive(self, at: int) -> bool:
        """Whether the mark at `at` makes the word before it an owner ("minister" + "'s")."""
        if not self.low(at).startswith("'") or at < 1:
            return False
        return self.words[at - 1].end == self.words[at].start

    def is_name(self, at: int) -> bool:
        """Whether the word at `at` is written as a name, with a capital inside the sentence."""
        return 0 <= at < len(self.words) and self.words[at].text[:1].isupper()

    def is_finite(self, at: int) -> bool:
        """Whether the word at `at` can be the verb of a clause."""
        if self.has(at, *AUXILIARY):
            return not self.has(at, "voices.nonfinite")
        stands_alone = self.cue(at - 1, "more_than_one") > 0  # "many wrote"
        noun = self.has(at - 1, PREPOSITION, DETERMINER) and not stands_alone
        return self.form(at, *FINITE) and not noun

    def is_plural_verb(self, at: int) -> bool:
        """Whether a plain form follows a plural: "the islands belong"."""
        is_noun = self.form(at, "nouns:singular", "adjectives")
        return self.form(at, "verbs:base") and self.form(at - 1, "nouns:plural") and not is_noun

    def is_gerund(self, at: int) -> bool:
        return self.form(at, "verbs:ing") or self.has(at, "voices.gerund")

    def skip_quotes(self, at: int) -> int:
        while self.is_quote(at):
            at += 1
        return at

    @property
    def head(self) -> int:
        """Where the sentence begins, past the number of an item and marks."""
        at = 0
        while at < len(self.words) and not self.low(at)[:1].isalpha():
            at += 1
        return at

    # -- edges ----------------------------------------------------------------------------------

    def right_edge(self, at: int, *, at_comma: bool = False) -> int:
        """Where the clause that holds `at` ends: a new clause of the writer, or the sentence."""
        edges = self._edges
        places = (edges.stops, edges.commas) if at_comma else (edges.between,)
        return min(_from(found, at, len(self.words)) for found in places)

    def _opens_clause(self, at: int) -> bool:
        if self.cue(at, "break"):
            return True
        after = self.cue(at, "and", "reason")
        if not after or self.cue(after, "that"):
            return False
        if self.has(after, SUBJECT):
            return True
        if not (self.has(after, DETERMINER, POSSESSIVE) or self.is_name(after)):
            return False
        # "mines, and the roads" goes on with a list, "and the army shelled" is a new clause
        high = next((i for i in range(after, len(self)) if self.low(i) in (",", ";")), len(self))
        return any(self.is_finite(i) for i in range(after + 1, high))

    def _goes_on(self, at: int) -> bool:
        """Whether one more clause of what is said opens: "claiming that it fell, and that"."""
        after = self.cue(at, "and")
        return after > 0 and self.cue(after, "that") > 0

    def left_edge(self, at: int) -> int:
        """Where the clause that ends before `at` begins."""
        return _before(self._edges.between, at) + 1

    @property
    def _edges(self) -> _Edges:
        """Where clauses end, found once."""
        if not self._ends:
            stops = [at for at, word in enumerate(self.words) if word.low == ";"]
            commas = [at for at, word in enumerate(self.words) if word.low == ","]
            opening = [at for at in commas if self._opens_clause(at + 1)]
            ending = [at for at in commas if not self._goes_on(at + 1)]
            self._ends.append(_Edges(stops, ending, sorted((*stops, *opening))))
        return self._ends[0]

    def phrase_end(self, at: int, most: int = 7) -> int:
        """Where a noun phrase that begins at `at` surely ends."""
        place = at
        while place < len(self.words) and place < at + most:
            low = self.low(place)
            if not (
                low[:1].isalnum()
                or self.is_quote(place)
                or self.is_genitive(place)
                or self.words[place].joined
            ):
                break
            if (
                place > at
                and not self.words[place].joined
                and (
                    self.has(place, *AUXILIARY)
                    or self.cue(place, "relative")
                    or (self.has(place, PREPOSITION) and not self.has(place, "voices.inside"))
                    or self._takes_object(place)
                )
            ):
                break
            place += 1
        return place

    def after_name(self, at: int) -> int:
        """The index after a name or pronoun that stands here; `at` if there is none."""
        if self.has(at, OBJECT) and not self.has(at, DETERMINER):
            return at + 1
        after = at + 1 if self.has(at, DETERMINER) and self.is_name(at + 1) else at
        while self.is_name(after):
            after += 1
        return after if after > at and self.is_name(after - 1) else at

    def _takes_object(self, at: int) -> bool:
        """Whether a verb stands at `at`, by the article of what it acts on ("hurt the …")."""
        is_verb = self.form(at, "verbs:past", "verbs:third", "verbs:base")
        is_verb = is_verb and not self.has(at, "voices.inside")  # « contre » is of « contrer »
        return is_verb and self.has(at + 1, DETERMINER) and not self.has(at, DETERMINER)

    def subject_start(self, verb: int) -> int:
        """Where the subject of the verb at `verb` can begin at the earliest."""
        if verb <= 0:
            return 0
        borders = self._borders
        start = max(_before(borders.marks, verb), _before(borders.complementizers, verb - 1))
        second = _before(borders.seconds, verb - 1)
        return max(start, second) + 1

    @property
    def _borders(self) -> _Borders:
        """Where the subject of a later verb begins at the earliest, found once."""
        if self._found:
            return self._found[0]
        marks = [at for at, word in enumerate(self.words) if word.low in _MARKS_OR_QUOTES]
        complementizers = [at for at, cues in enumerate(self.cues) if "that" in cues]
        seconds = [at for at, word in enumerate(self.words) if SUBORDINATOR in word.classes]
        if seconds:  # a clause with its own verb stands before one: "… since they said"
            last = seconds[-1]
            finite = next((at for at in range(last) if self.is_finite(at)), last)
            seconds = [at for at in seconds if at > finite]
        self._found.append(_Borders(marks, complementizers, seconds))
        return self._found[0]

    def is_writers(self, low: int, high: int) -> bool:
        """Whether the writer speaks in [low, high): "we", "our report", but not "our source"."""
        at = self.find("writer", low, high)
        if at < 0 or not self.has(at, POSSESSIVE):
            return at >= 0
        leads = any(self.has(place, "nouns.leader") for place in range(at + 1, at + 4))
        return not leads and self.find("others", at + 1, at + 4) < 0

    def is_noun_here(self, at: int) -> bool:
        """Whether a word that may be verb or noun is a noun, by what stands before it."""
        if self.cue(at - 1, "relative") and self.form(at, "verbs:third", "verbs:past"):
            return False
        if self.cue(at - 1, "more_than_one") and self.form(at, "verbs:base"):
            return False  # "both say", where a noun would be a plural
        if self.has(at - 1, DETERMINER, POSSESSIVE) or self.is_genitive(at - 1):
            return True
        if self.has(at - 1, "function.to") and self.form(at, "verbs:base"):
            return False
        return self.has(at - 1, PREPOSITION) and not self.form(at, "verbs:ing")


def scan(sentence: Sentence) -> Scan:
    """Read a sentence's words and find its cues."""
    words, longer = sentence.words, sentence.longer
    rows: list[Mapping[str, int]] = []
    covered = 0
    for at, token in enumerate(words):
        if at < covered:
            rows.append(_NONE)
        elif at in longer:
            found, covered = _cues_at(token, at, longer[at])
            rows.append(found)
        else:
            names = _names(token.word)
            rows.append(dict.fromkeys(names, at + 1) if names else _NONE)
    return Scan(words, rows, frozenset().union(*rows))


def _cues_at(
    token: Token, at: int, standing: Sequence[tuple[Longer, int]]
) -> tuple[Mapping[str, int], int]:
    """The cues that start at `at`, and the index after the words they take."""
    best = at + 1
    found: dict[str, int] = {}
    loose: dict[str, int] = {}
    for entry, end in standing:
        name = _name(entry.reading)
        if not name:
            continue
        if name in LOOSE:
            loose[name] = max(end, loose.get(name, 0))
        elif end > best:
            best, found = end, {name: end}
        elif end == best and end > at + 1:
            found[name] = end
    if best == at + 1:
        found = dict.fromkeys(_names(token.word), best)
    return {**loose, **found}, best


def _names(word: Word) -> tuple[str, ...]:
    """The cues that a single word is."""
    return once(word.kept, "cues", _names_of, word)


def _names_of(word: Word) -> tuple[str, ...]:
    return tuple(name for name in map(_name, word.readings) if name)


def _name(reading: Reading) -> str:
    """The class without its table; empty for other tables and for the noun of a verb."""
    is_cue = reading.cls.startswith(PREFIX) and reading.form != "act"
    return reading.cls[len(PREFIX) :] if is_cue else ""

