"""What the gate asks of a text: the phrases of a pack as sets of words that they cannot do without.

Built once from all phrases, then kept; any set of words may be looked for first, so the ones that
stand in few texts are.
"""

from __future__ import annotations

import marshal
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from lintwords.prefilter.outlines import ANYTHING, Outline, renamed
from lintwords.prefilter.pieces import FOLDED, as_written, is_plain, piece_of, pieces_of

ANYWHERE = -1  # in place of the number of a set


class Clause(NamedTuple):
    """What one way to match a phrase cannot do without."""

    sets: tuple[frozenset[str], ...]  # a sentence must hold a word of each; the rarest first
    # a paragraph must hold one of these, if there are any; of several words, parted by spaces and
    # the rarest first, all
    about: frozenset[str] = frozenset()
    is_far: bool = False  # it is enough if the document holds one of them
    outline: Outline = ANYTHING  # of all its words; names of the country stand in none


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
    outlines: list[bytes]  # of the phrases that one row of the keys may belong to
    classes: list[bytes]  # what outlines share
    in_order: bool  # whether no ending of a word stands apart from it
    abbreviations: frozenset[bytes]  # after which a full stop may end no sentence


class Table(_Plain):
    """What the gate asks of a text, in plain values that can be kept.

    `first` holds a word of each phrase, `far` one of each that counts only in documents about a
    topic. What else is asked of phrases is ten times as much, and read for a text that holds one.
    """

    @cached_property
    def keys(self) -> dict[bytes, list[tuple[int, ...]]]:
        """From a word to the phrases that it may belong to.

        Each is the number of the set that the paragraph must meet, or ANYWHERE, or below it that
        of a topic, taken from -2; the number of their outlines; and the numbers of the sets that
        the sentence must meet.
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


def _packed(value: Any) -> bytes:
    """A plain value in few bytes: most are never read."""
    return zlib.compress(marshal.dumps(value))


def unpacked(data: bytes) -> Any:
    """The value again."""
    return marshal.loads(zlib.decompress(data))


def priced(clauses: Iterable[Clause], names: Iterable[str]) -> frozenset[str]:
    """The words of which `table` asks how often they stand in ordinary text."""
    letters = (letter for name in _spelled(names) for letter in name.split(" "))
    rows = (words for clause in clauses for words in clause.sets)
    return frozenset(letters).union(*map(as_written, rows))


def table(
    clauses: Iterable[Clause], names: Iterable[str] = (),
    costs: Mapping[str, int] = MappingProxyType({}),
    classes: Mapping[str, Outline] = MappingProxyType({}), *, in_order: bool = True,
    abbreviations: Iterable[str] = (),
) -> Table:
    """The table of a pack. `costs` tell of words how often they stand in ordinary text.

    Any costs give a right gate; wrong ones give one that opens its second door more often. A word
    without one costs its length. `classes` are those that the outlines of clauses name.
    """
    keys: dict[bytes, list[tuple[int, ...]]] = {}
    numbers: dict[frozenset[bytes], int] = {}
    names = as_written(frozenset(names))
    always = any(not piece_of(name) for name in names)
    spelled = {name for name in names if len(piece_of(name)) == 1}
    letters = _spelled(names)
    subjects = set(names - spelled)
    topics: set[bytes] = set()
    near: list[list[frozenset[str]]] = []
    far: list[list[frozenset[str]]] = []
    groups = {name.encode() for name in letters}
    rows: dict[object, int] = {}
    outlines: list[list[Outline]] = []
    order = {name: nth for nth, name in enumerate(classes)}

    def row_of(
        words: frozenset[bytes], where: int, others: Sequence[int], outline: Outline
    ) -> tuple[int, ...]:
        nth = rows.setdefault((words, where, *others), len(rows))
        if nth == len(outlines):
            outlines.append([])
        if outline not in outlines[nth]:
            outlines[nth].append(outline)
        return where, nth, *others

    for clause in clauses:
        known = [as_written(words) for words in clause.sets if pieces_of(words)]
        always = always or not known
        subject = as_written(clause.about)
        about = _groups(subject)
        groups |= {group for group in about if b" " in group}
        is_far = clause.is_far and bool(about)
        where = numbers.setdefault(about, len(numbers)) if about else ANYWHERE
        if is_far:
            where = ANYWHERE - 1 - where
        others = [numbers.setdefault(pieces_of(words), len(numbers)) for words in known[1:]]
        words = pieces_of(known[0]) if known else frozenset()
        row = row_of(words, where, others, renamed(clause.outline, order))
        for word in words:
            there = keys.setdefault(word, [])
            if row not in there:
                there.append(row)
        if is_far:
            topics |= about
            far.append(known)
        elif about:  # few subjects are shared by many phrases
            subjects |= {entry.split(" ")[0] for entry in subject}
        else:
            near.append(known)
    for name in letters:
        row = row_of(frozenset((name.encode(),)), ANYWHERE, (), ANYTHING)
        keys.setdefault(name.encode(), []).append(row)
        near.append([frozenset((name[0],))])
    first = _cheapest(near, subjects, costs)
    also = _cheapest(far, first, costs)
    met = frozenset(keys).union(*numbers)
    joined: dict[bytes, list[bytes]] = {}
    for group in sorted(groups):
        joined.setdefault(group.split()[0], []).append(group)
    return Table(
        frozenset(map(piece_of, names - spelled)), frozenset(topics),
        frozenset(map(piece_of, first)), frozenset(map(piece_of, also)),
        marshal.dumps((keys, list(numbers))),
        frozenset(filter(bytes.isdigit, met)), always, joined,
        frozenset(name.encode() for name in letters), list(map(_packed, outlines)),
        [_packed(renamed(outline, order)) for outline in classes.values()], in_order,
        frozenset(word.lower().rstrip(".").encode() for word in abbreviations),
    )


def _spelled(names: Iterable[str]) -> list[str]:
    """What the translation leaves of each name of single letters, as "p r c" of "p.r.c."."""
    spelled = (name.encode().translate(FOLDED) for name in names if len(piece_of(name)) == 1)
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


def _groups(entries: frozenset[str]) -> frozenset[bytes]:
    """What is looked for of each entry: a piece of its first word, and the others that are plain.

    Empty if one of them has none, so that nothing can be said.
    """
    groups = frozenset(
        b" ".join((piece_of(first), *(piece_of(word) for word in others if is_plain(word))))
        for first, *others in (entry.split(" ") for entry in entries)
    )
    return frozenset() if any(group[:1] in b" " for group in groups) else groups
