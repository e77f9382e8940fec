"""A sentence with one letter a token: what every language asks of such a row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from lintwords.grammar.tag_letters import QUOTATION
from lintwords.later import once
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token
from lintwords.values import dataclass

REACH = 30  # tokens a predicate may stand away from its subject
ORGANS = frozenset(("nouns.organ", "nouns.leader"))
PERSONS = frozenset(("nouns.person", "nouns.kin", "nouns.leader", "nouns.struck"))
_SERIES = 8  # tokens between verbs of one series
_ASIDE = 16  # tokens between auxiliary and verb
_CLAUSE = 14  # tokens of a clause that tell what is asked or said
_LONG = 4  # letters of a word whose capital tells
_NEARLY_ALL = 0.6


@dataclass(slots=True)
class VerbGroup:
    """Auxiliaries and main verb."""

    start: int
    main: int
    end: int
    passive: bool = False
    negated: bool = False
    copula: bool = False
    modal: frozenset[str] = frozenset()  # classes of the modal: "must", "devoir"

    @property
    def role(self) -> str:
        """How a subject stands to the verb: the one who does it, or to whom it is done."""
        return "passive" if self.passive else "subject"


class Tagged:
    """The tokens of one sentence and their letters; phrases, clauses and slots are read off it."""

    __slots__ = (
        "_anywhere", "_last", "borders", "count", "question", "tags", "title_case", "tokens",
    )

    def __init__(self, tokens: Sequence[Token], tags: Sequence[str]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.count = len(tokens)
        self._last: dict[str, int] = {}  # class → where it stands last
        # the classes of all tokens: most that are asked for are of none of them
        self._anywhere = frozenset[str]().union(*(token.classes for token in tokens))
        self.question = any(token.low == "?" for token in tokens[-2:])
        self.title_case = _is_title_case(tokens)
        # where a clause ends: semicolons, colons, spaced dashes, the end
        self.borders = [at for at, tag in enumerate(tags) if tag in ":=."]

    def tag(self, at: int) -> str:
        return self.tags[at] if 0 <= at < self.count else ""

    def tag_or_stop(self, at: int) -> str:
        """The letter at `at`; that of a full stop where no token stands."""
        return self.tag(at) or "."

    def has(self, at: int, cls: str) -> bool:
        return 0 <= at < self.count and cls in self.tokens[at].classes

    def holds(self, spots: Iterable[int], *classes: str) -> bool:
        """Whether a token at one of `spots` is of one of these classes."""
        wanted = self._anywhere.intersection(classes)
        tokens, count = self.tokens, self.count
        return bool(wanted) and any(
            0 <= at < count and not wanted.isdisjoint(tokens[at].classes) for at in spots
        )

    def last(self, cls: str) -> int:
        """The index of the last token of a class; -1 if there is none."""
        if cls not in self._anywhere:
            return -1
        if cls not in self._last:
            at = self.count - 1
            while at >= 0 and cls not in self.tokens[at].classes:
                at -= 1
            self._last[cls] = at
        return self._last[cls]

    def is_quotation_mark(self, at: int) -> bool:
        """Whether a quotation mark stands at `at`, and no other sign that is passed over."""
        return self.tag(at) == '"' and self.tokens[at].low in QUOTATION

    def clause_classes(self, at: int) -> set[str]:
        """The classes of verbs and nouns in the clause that opens at `at`, with `any`."""
        found: set[str] = set()
        for later in range(at + 1, min(at + _CLAUSE, self.count)):
            if self.tags[later] in ",:.":
                break
            if self.tags[later] in "VBEGN":
                found |= self.tokens[later].classes | {"any"}
        return found

    def skip(self, at: int, letters: str = 'R!"') -> int:
        """The index of the next token that is none of `letters`."""
        while at < self.count and self.tags[at] in letters:
            at += 1
        return at

    def back(self, at: int, letters: str = 'R"') -> int:
        """The index of the nearest token before `at` that is none of `letters`; -1 if none."""
        at -= 1
        while at >= 0 and self.tags[at] in letters:
            at -= 1
        return at

    def in_series(self, at: int) -> bool:
        """Whether a further verb joined by *and* follows: "arrested, tried and jailed"."""
        for spot in range(at, min(at + _SERIES, self.count)):
            if self.tags[spot] == "C" and self.tag(self.skip(spot + 1)) in "VEBG":
                return True
            if self.tags[spot] in ".:":
                return False
        return False

    def after_aside(self, at: int, *, before: Collection[str]) -> int:
        """The index after what commas, dashes or brackets hold, where a letter of `before` follows.

        0 if the mark at `at` opens no such thing.
        """
        closing = ")" if self.tags[at] == "(" else self.tags[at]
        for spot in range(at + 1, min(at + _ASIDE, self.count)):
            if self.tags[spot] in ":.":
                return 0
            if self.tags[spot] == closing:
                return spot + 1 if self.tag(self.skip(spot + 1)) in before else 0
        return 0

    def closing(self, at: int, mark: str) -> int:
        """The index of the mark that closes a bracket or dash opened at `at`; 0 if none."""
        for spot in range(at + 1, min(at + REACH, self.count)):
            if self.tags[spot] == mark:
                return spot
        return 0

    def closing_comma(self, spots: range, opened: int, before: Collection[str]) -> int:
        """The comma at one of `spots` that closes what the comma at `opened` opened; 0 if none.

        It stands straight behind that one, or before a letter of `before`.
        """
        for spot in range(spots.start, min(spots.stop, self.count)):
            if self.tags[spot] == ",":
                if spot == opened + 1 or self.tag(self.skip(spot + 1)) in before:
                    return spot
            if self.tags[spot] in ":.":
                return 0
        return 0

    def is_left_open(self, at: int) -> bool:
        """Whether nothing in the sentence closes a bracket that opens at `at` or behind it."""
        return ")" not in self.tags[at:]


def tagged(sentence: Sentence, tags_of: Callable[[Sequence[Token]], Sequence[str]]) -> Tagged:
    """The sentence with its letters, which `tags_of` gives; made once."""
    return once(sentence.notes, "tagged", _tagged, sentence, tags_of)


def _tagged(
    sentence: Sentence, tags_of: Callable[[Sequence[Token]], Sequence[str]]
) -> Tagged:
    return Tagged(sentence.tokens, tags_of(sentence.tokens))


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether nearly all longer words have a capital."""
    capital = [
        token.text[0].isupper() for token in tokens
        if len(token.low) >= _LONG and token.text[0].isalpha()
    ]
    return sum(capital) >= _NEARLY_ALL * max(len(capital), 1)
