"""What the gate asks of a text: the phrases of a pack as sets of words that they cannot do without.

Built once from all phrases, then kept; any set of words may be looked for first, so the ones that
stand in few texts are.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

# digits too become spaces: "2021china" is two words to a rule
LOT = 1_000_000  # bytes that are split into words at once
_MOST_KNOWN = 100_000
FOLDED = bytes(
    ord(chr(byte).lower()) if byte < 0x80 and chr(byte).isalpha() else 0x20 for byte in range(256)
)
NOT = b"t"  # what the translation leaves of "n't", beside an n at the end of the word before
DIGITS = 3  # a number of fewer tells nothing
ANYWHERE = -1  # in place of the number of a set


class Clause(NamedTuple):
    """What one way to match a phrase cannot do without."""

    sets: tuple[frozenset[str], ...]  # a sentence must hold a word of each; the rarest first
    # a paragraph must hold one of these, if there are any; of several words, parted by spaces and
    # the rarest first, all
    about: frozenset[str] = frozenset()
    is_far: bool = False  # it is enough if the document holds one of them


class _Plain(NamedTuple):
    names: frozenset[bytes]  # each is enough
    topics: frozenset[bytes]
    first: frozenset[bytes]
    far: frozenset[bytes]
    phrases: bytes  # the keys and the sets
    numbers: frozenset[bytes]  # all that are looked for
    always: bool  # there is a phrase of which no word is known
    joined: dict[bytes, list[bytes]]  # from a word to the groups of words that it is the first of
    spelled: frozenset[bytes]  # those of them that are the letters of a name


class Table(_Plain):
    """What the gate asks of a text, in plain values that can be kept.

    `first` holds a word of each phrase, `far` one of each that counts only in documents about a
    topic. What else is asked of phrases is ten times as much, and read for a text that holds one.
    """

    @cached_property
    def keys(self) -> dict[bytes, list[tuple[int, ...]]]:
        """From a word to the phrases that it may belong to.

        Each is the number of the set that the paragraph must meet, or ANYWHERE, or below it that
        of a topic, taken from -2; and the numbers of those that the sentence must meet.
        """
        return self._read[0]

    @cached_property
    def sets(self) -> list[frozenset[bytes]]:
        """The sets that are named by their numbers."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[dict[bytes, list[tuple[int, ...]]], list[frozenset[bytes]]]:
        keys, sets = marshal.loads(self.phrases)
        return keys, sets


def priced(clauses: Iterable[Clause], names: Iterable[str]) -> frozenset[str]:
    """The words of which `table` asks how often they stand in ordinary text."""
    letters = (letter for name in _spelled(names) for letter in name.split(" "))
    rows = (words for clause in clauses for words in clause.sets)
    return frozenset(letters).union(*map(_as_written, rows))


def table(
    clauses: Iterable[Clause], names: Iterable[str] = (),
    costs: Mapping[str, int] = MappingProxyType({}),
) -> Table:
    """The table of a pack. `costs` tell of words how often they stand in ordinary text.

    Any costs give a right gate; wrong ones give one that opens its second door more often. A word
    without one costs its length.
    """
    keys: dict[bytes, list[tuple[int, ...]]] = {}
    numbers: dict[frozenset[bytes], int] = {}
    names = _as_written(frozenset(names))
    always = any(not _piece(name) for name in names)
    spelled = {name for name in names if len(_piece(name)) == 1}
    letters = _spelled(names)
    subjects = set(names - spelled)
    topics: set[bytes] = set()
    near: list[list[frozenset[str]]] = []
    far: list[list[frozenset[str]]] = []
    groups = {name.encode() for name in letters}
    for clause in clauses:
        known = [_as_written(words) for words in clause.sets if _pieces(words)]
        always = always or not known
        subject = _as_written(clause.about)
        about = _groups(subject)
        groups |= {group for group in about if b" " in group}
        is_far = clause.is_far and bool(about)
        where = numbers.setdefault(about, len(numbers)) if about else ANYWHERE
        if is_far:
            where = ANYWHERE - 1 - where
        others = [numbers.setdefault(_pieces(words), len(numbers)) for words in known[1:]]
        for word in _pieces(known[0]) if known else ():
            row = keys.setdefault(word, [])
            if (where, *others) not in row:
                row.append((where, *others))
        if is_far:
            topics |= about
            far.append(known)
        elif about:  # few subjects are shared by many phrases
            subjects |= {entry.split(" ")[0] for entry in subject}
        else:
            near.append(known)
    for name in letters:
        keys.setdefault(name.encode(), []).append((ANYWHERE,))
        near.append([frozenset((name[0],))])
    first = _cheapest(near, subjects, costs)
    also = _cheapest(far, first, costs)
    met = frozenset(keys).union(*numbers)
    joined: dict[bytes, list[bytes]] = {}
    for group in sorted(groups):
        joined.setdefault(group.split()[0], []).append(group)
    return Table(
        frozenset(map(_piece, names - spelled)), frozenset(topics), frozenset(map(_piece, first)),
        frozenset(map(_piece, also)), marshal.dumps((keys, list(numbers))),
        frozenset(filter(bytes.isdigit, met)), always, joined,
        frozenset(name.encode() for name in letters),
    )  # fmt: skip


def _as_written(words: frozenset[str]) -> frozenset[str]:
    """Words with the ways to write them: "oeuvre" is "œuvre" in print, "été" "ETE" in capitals."""
    drawn = (word.replace("oeu", "œu").replace("oei", "œi") for word in words if "oe" in word)
    return words.union(drawn, (bare(word) for word in words if not word.isascii()))


def bare(word: str) -> str:
    """A word as it is written without its accents."""
    from unicodedata import combining, normalize  # only for building

    return "".join(one for one in normalize("NFD", word) if not combining(one))


def _spelled(names: Iterable[str]) -> list[str]:
    """What the translation leaves of each name of single letters, as "p r c" of "p.r.c."."""
    spelled = (name.encode().translate(FOLDED) for name in names if len(_piece(name)) == 1)
    return sorted({b" ".join(name.split()).decode() for name in spelled})


def _cheapest(
    clauses: Iterable[Sequence[frozenset[str]]], taken: set[str], costs: Mapping[str, int]
) -> set[str]:
    """`taken` and one set of each clause, such that all together stand in few texts.

    The greedy way to cover: what costs least for each clause that it serves comes next (Chvátal,
    *A greedy heuristic for the set-covering problem*, 1979).
    """
    found = set(taken)
    left = list(filter(None, clauses))

    def price(words: frozenset[str]) -> float:
        return sum(costs.get(word, len(word)) for word in words - found) / serves[words]

    while left := [clause for clause in left if not any(words <= found for words in clause)]:
        serves = Counter(words for clause in left for words in clause)
        best: frozenset[str] = min(serves, key=price)
        found |= best
    return found


def _pieces(words: frozenset[str]) -> frozenset[bytes]:
    """The pieces of all words; empty if one of them has none, so that nothing can be said."""
    pieces = frozenset(map(_piece, words))
    return frozenset() if b"" in pieces else pieces


def _groups(entries: frozenset[str]) -> frozenset[bytes]:
    """What is looked for of each entry: a piece of its first word, and the others that are plain.

    Empty if one of them has none, so that nothing can be said.
    """
    groups = frozenset(
        b" ".join((_piece(first), *(_piece(word) for word in others if _is_plain(word))))
        for first, *others in (entry.split(" ") for entry in entries)
    )
    return frozenset() if any(group[:1] in b" " for group in groups) else groups


def _is_plain(word: str) -> bool:
    """Whether a word is always written as it is: with no accent, sign or drawn letters."""
    return word.isascii() and word.isalpha() and "oe" not in word and "ae" not in word


@lru_cache(1 << 17)
def _piece(word: str) -> bytes:
    """What is looked for of a word: a number, or its longest run of ASCII letters."""
    if word == "n't":
        return NOT
    if word.isascii() and word.isdigit() and len(word) >= DIGITS:
        return word.encode()
    return max(word.encode().translate(FOLDED).split(), key=len, default=b"")


def pieces(shape: bytes) -> list[bytes]:
    """The words of a translated text; in a long one equal words take room once."""
    if len(shape) <= LOT:
        return shape.split()
    words: list[bytes] = []
    known: dict[bytes, bytes] = {}
    start = 0
    while start < len(shape):
        end = shape.find(b" ", start + LOT)
        end = end if end >= 0 else len(shape)
        lot = shape[start:end].split()
        words += map(known.setdefault, lot, lot)
        if len(known) > _MOST_KNOWN:
            known.clear()
        start = end
    return words
