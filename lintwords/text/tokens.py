"""The words and marks of a sentence, and the names of one or more words that stand among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from lintwords.model import Span
from lintwords.text.accents import bare
from lintwords.text.lexicon import Word
from lintwords.text.spelling import Spelling
from lintwords.values import dataclass, field

_LONG = 5  # letters of a name that one accent does not make another one


class Token:
    """One word, name, longer entry or mark of a sentence."""

    __slots__ = ("text", "form", "low", "start", "end", "word", "classes", "name", "joined")

    def __init__(
        self, text: str, form: str, start: int, end: int, word: Word, name: str = "",
        joined: bool = False, low: str = "",
    ) -> None:
        self.text = text  # as written
        self.form = form  # folded, but for case
        self.low = low or form.lower()  # folded: lower case, straight apostrophes, no hidden marks
        self.start = start
        self.end = end
        self.word = word
        self.classes = word.classes
        self.name = name  # kind of name: country, adjective, capital, formal, fixed, ...
        self.joined = joined  # a hyphen or dash with no space on either side

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start}, {self.end}, {self.name or '-'})"


start_of = attrgetter("start")


@dataclass(frozen=True)
class NameTable:
    """Names of one or more words as they are written: first word → second → (rest, kind).

    A name of one word stands under the empty second word.
    """

    by_first: Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], str]]]] = field(
        default_factory=dict
    )

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """The words of names that begin with a capital, by what they are in small letters."""
        words = {
            word for first, seconds in self.by_first.items() for rows in seconds.values()
            for rest, _ in rows for word in (first, *rest)
        }
        return {word.lower(): word for word in sorted(words) if word.istitle()}

    @cached_property
    def _bare(self) -> Mapping[str, str]:
        """The words of names that begin with a capital, by what they are without any accent."""
        return {bare(low): word for low, word in self.capitals.items() if len(low) >= _LONG}

    def as_meant(self, form: str) -> str:
        """The word of a name that a slip has made `form` of; `form` where there was none.

        A slip of the shift key ("CHina", "cHina"), or an accent on one letter ("Chína").
        """
        if form.isascii():
            return form if form.isupper() else self.capitals.get(form.lower(), form)
        accents = sum(not letter.isascii() for letter in form)
        if accents != 1 or not form[:1].isupper():
            return form
        return form if form in self.by_first else self._bare.get(bare(form.lower()), form)

    @classmethod
    def of(cls, names: Mapping[str, Sequence[str]], spelling: Spelling) -> NameTable:
        """Build from kind → names; of two names that fit at one place the longer one wins."""
        by_first: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for kind, forms in names.items():
            for form in forms:
                words = _words_of(form, spelling)
                for first, *rest in dict.fromkeys((words, tuple(w.upper() for w in words))):
                    row = by_first.setdefault(first, {}).setdefault("".join(rest[:1]), [])
                    row.append((tuple(rest), kind))
        for seconds in by_first.values():
            for row in seconds.values():
                row.sort(key=lambda name: -len(name[0]))
        return cls(by_first)


def _words_of(name: str, spelling: Spelling) -> tuple[str, ...]:
    """The words of a name as a text is cut; most hold letters and spaces, and need no cutting."""
    words = name.split(" ")
    if name.isascii() and all(map(str.isalpha, words)):
        return tuple(words)
    cut = spelling.cut(name, 0, len(name))
    return tuple(word for word, _, _, _ in cut if word != "-")


def name_at(words: Sequence[Token], at: int, names: NameTable) -> tuple[int, str]:
    """The name that starts at a word: the index after it and its kind; no kind if none does."""
    seconds = names.by_first.get(words[at].form)
    if seconds is None:
        return at + 1, ""
    spot = at + 1
    while spot < len(words) and words[spot].joined:
        spot += 1
    second = words[spot].form if spot < len(words) else ""
    for rest, kind in (*seconds.get(second, ()), *seconds.get("", ())):
        end = _follow(words, at, rest, exact=True)
        if end:
            return end, kind
    return at + 1, ""


def names_at(
    words: Sequence[Token], span: Span, names: NameTable
) -> Iterator[tuple[int, str]]:
    """The first words of the names that start in `span`, with their kinds; no name runs into it."""
    at = bisect_left(words, span.start, key=lambda word: word.start)
    while at < len(words) and words[at].start < span.end:
        end, kind = name_at(words, at, names)
        if kind:
            yield at, kind
        at = end


def _follow(words: Sequence[Token], at: int, rest: Sequence[str], *, exact: bool = False) -> int:
    """The index after an entry whose first word stands at `at`, hyphens passed over; else 0."""
    at += 1
    for wanted in rest:
        while at < len(words) and words[at].joined:
            at += 1
        if at >= len(words) or (words[at].form if exact else words[at].low) != wanted:
            return 0
        at += 1
    return at
