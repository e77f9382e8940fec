"""What a phrase looks like in the bytes of a text: the second question of the gate.

The first one, whether a paragraph holds a word of each of a few sets, is cheap, and true of many
paragraphs of common words. The outline of a phrase asks for all its words, each choice by itself,
and where a paragraph is read as it stands, in their order and beside each other. It errs on the
side of standing: what nothing is known of stands anywhere.

Outlines are plain tuples, so that they can be kept. Their first item says what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from lintwords import later
from lintwords.prefilter.pieces import (
    FOLDED,
    NOT,
    as_written,
    is_plain,
    piece_of,
    pieces,
    pieces_of,
    stems,
)
from lintwords.prefilter.tags import with_whole_numbers

Outline = tuple[Any, ...]
WORD = 0  # one of these words comes next
PART = 1  # one of these words comes somewhere, with what else the same word is made of
NUMBER = 2  # these figures stand somewhere
ROW = 3  # all of these outlines, one after the other
EITHER = 4  # one of them
ALL = 5  # all of them, in any order
CLASS = 6  # what stands under this name or number
ANYTHING: Outline = (7,)
NOTHING: Outline = (EITHER,)  # no text holds it
EMPTY: Outline = (ROW,)  # it takes no word

_LONGEST = 2_000  # words of a sentence that are asked for their order
# the end of a sentence, unless the word is an abbreviation: any other is seen when it is split
_END = later.pattern(rb"[\s\"'(-]([A-Za-z]{2,18})\.\s+(?=[A-Z])")
# what reads over words ("word <https://x.org> word"), and signs that stand for more than themselves
_READ_OVER = (b"://", b"www.", b"mailto:", b"@", b"{", b"[[", b"^", b"\xff", b"\xef\xbf\xbc")


def of_word(word: str) -> Outline:
    """The outline of one word of a phrase, folded as the lexicon writes it."""
    if word.isascii() and word.isdigit():
        return NUMBER, word.encode()
    # "'s" may be an apostrophe; "U.S." is written "US", and "…" is a gap of an entry
    if "'" in word or word.endswith((".", "…")):
        return ANYTHING
    if not piece_of(word):
        return EMPTY if not any(map(str.isalnum, word)) else ANYTHING
    return (WORD if is_plain(word) else PART), pieces_of(as_written(frozenset((word,))))


def of_forms(forms: Iterable[Sequence[str]]) -> Outline:
    """The outline of any of these entries, each a row of words."""
    words: dict[int, set[bytes]] = {WORD: set(), PART: set()}
    others: list[Outline] = []
    for form in forms:
        one = of_row(map(of_word, form))
        if one[0] in words:
            words[one[0]] |= one[1]
        else:
            others.append(one)
    known = ((kind, frozenset(found)) for kind, found in words.items() if found)
    return either((*known, *others))


def of_row(items: Iterable[Outline]) -> Outline:
    """All of these, one after the other."""
    row = tuple(item for item in items if item != EMPTY)
    return NOTHING if NOTHING in row else row[0] if len(row) == 1 else (ROW, *row)


def either(items: Iterable[Outline]) -> Outline:
    """One of these."""
    row = tuple(item for item in items if item != NOTHING)
    return ANYTHING if ANYTHING in row else row[0] if len(row) == 1 else (EITHER, *row)


def in_any_order(items: Iterable[Outline]) -> Outline:
    """All of these, wherever they stand."""
    row = tuple(items)
    return NOTHING if NOTHING in row else (ALL, *row)


def renamed(outline: Outline, numbers: Mapping[str, int]) -> Outline:
    """An outline with the numbers of classes in place of their names."""
    kind, *rest = outline
    if kind == CLASS:
        return CLASS, numbers[rest[0]]
    if kind in (ROW, EITHER, ALL):
        return (kind, *(renamed(item, numbers) for item in rest))
    return outline


def classes_in(outline: Outline) -> Iterator[str]:
    """The names of classes in an outline."""
    kind, *rest = outline
    if kind == CLASS:
        yield rest[0]
    elif kind in (ROW, EITHER, ALL):
        for item in rest:
            yield from classes_in(item)


def sentences(source: bytes, abbreviations: frozenset[bytes]) -> list[bytes]:
    """A plain text, cut where a sentence surely ends."""
    ends = [
        found.end(1) + 1 for found in _END.finditer(source)
        if found[1].lower() not in abbreviations
    ]
    return [source[start:end] for start, end in zip((0, *ends), (*ends, len(source)), strict=True)]


class Seen:
    """A sentence or a paragraph as outlines see it."""

    def __init__(
        self, words: list[bytes], figures: Callable[[bytes], bool], *, in_order: bool
    ) -> None:
        """`figures` tells which stand in it, `in_order` whether its words follow each other."""
        self.words, self._holds = words, figures
        self._is_row = in_order and len(words) <= _LONGEST and NOT not in words

    @classmethod
    def of_text(cls, source: bytes, *, in_order: bool) -> Seen:
        """What is read as it stands; with `in_order` no ending stands apart from its word."""
        is_row = in_order and not any(sign in source for sign in _READ_OVER)
        return cls(pieces(source.translate(FOLDED)), partial(_has, source), in_order=is_row)

    @classmethod
    def of_markup(cls, source: bytes, words: list[bytes] | None = None) -> Seen:
        """What holds markup; `words` are those of it, if there may be more than its own."""
        own = pieces(source.translate(FOLDED)) if words is None else words
        whole = with_whole_numbers(source)
        return cls(own, _all if whole is None else whole.__contains__, in_order=False)

    @cached_property
    def _known(self) -> frozenset[bytes]:
        return frozenset((*self.words, *stems(self.words)))

    def shows(self, outline: Outline, classes: Callable[[int], Outline]) -> bool:
        """Whether an outline may stand in it; `classes` by their numbers."""
        if not self._stands(outline, classes):
            return False
        return not self._is_row or bool(self._ends(outline, classes, _Places((), 0)))

    def _stands(self, outline: Outline, classes: Callable[[int], Outline]) -> bool:
        """Whether all words that it needs stand anywhere."""
        kind, *rest = outline
        if kind in (WORD, PART):
            return not self._known.isdisjoint(rest[0])
        if kind == NUMBER:
            return self._holds(rest[0])
        if kind == EITHER:
            return any(self._stands(item, classes) for item in rest)
        if kind == CLASS:
            return self._stands(classes(rest[0]), classes)
        return outline == ANYTHING or all(self._stands(item, classes) for item in rest)

    def _ends(
        self, outline: Outline, classes: Callable[[int], Outline], places: _Places
    ) -> _Places:
        """Where an outline may end that begins at one of these places."""
        kind, *rest = outline
        if kind == WORD:
            return self._after(rest[0], places)
        if kind == PART:
            return self._beyond(rest[0], places)
        if kind == ROW:
            for item in rest:
                places = self._ends(item, classes, places)
                if not places:
                    break
            return places
        if kind == EITHER:
            return _Places.any_of([self._ends(item, classes, places) for item in rest])
        if kind == CLASS:
            return self._ends(classes(rest[0]), classes, places)
        if kind == ALL:
            anywhere = _Places((), 0)
            return anywhere if all(self._ends(one, classes, anywhere) for one in rest) else _NOWHERE
        return _Places((), places.first) if places else _NOWHERE

    def _after(self, words: frozenset[bytes], places: _Places) -> _Places:
        row, own = self.words, places.own
        found = {at + 1 for at in own if at < len(row) and row[at] in words}
        if places.beyond is not None:
            found.update(
                at for at, word in enumerate(row[places.beyond :], places.beyond + 1)
                if word in words
            )
        return _Places(tuple(found), None)

    def _beyond(self, words: frozenset[bytes], places: _Places) -> _Places:
        if not places:
            return _NOWHERE
        rows = enumerate(self.words[places.first :], places.first + 1)
        return _Places((), next((at for at, word in rows if word in words), None))


def _has(source: bytes, figures: bytes) -> bool:
    """Whether these figures stand in a source, with no other beside them."""
    at = source.find(figures)
    while at >= 0:
        end = at + len(figures)
        if not source[at - 1 : at].isdigit() and not source[end : end + 1].isdigit():
            return True
        at = source.find(figures, at + 1)
    return False


def _all(_: bytes) -> bool:
    return True


class _Places:
    """Places between words: some, and all from one on."""

    __slots__ = ("own", "beyond")

    def __init__(self, own: tuple[int, ...], beyond: int | None) -> None:
        self.own, self.beyond = own, beyond

    def __bool__(self) -> bool:
        return bool(self.own) or self.beyond is not None

    @property
    def first(self) -> int:
        """The first of them, where there are any."""
        return min(self.own if self.beyond is None else (*self.own, self.beyond))

    @classmethod
    def any_of(cls, rows: Sequence[_Places]) -> _Places:
        """All of these together."""
        beyond = [row.beyond for row in rows if row.beyond is not None]
        own = {at for row in rows for at in row.own}
        return cls(tuple(own), min(beyond, default=None))


_NOWHERE = _Places((), None)
