"""The gate: tells cheaply, and never wrongly, that a text holds nothing that a rule looks for.

A byte translation (letters to lower case, all else to a space) and one set test cost a few
nanoseconds a byte and do not get slower with more words. A name of the country opens the gate by
itself. A phrase opens it only where a paragraph holds a word of each of the sets that it cannot do
without; for each phrase the rarest set is looked for first, in a large part at once, and only the
paragraphs around what was found are asked for the others. A phrase that counts only in documents
about a subject is asked for only once a word of that subject was seen. Where letters may hide
inside a word (soft hyphens, entities, markup in a word, letters that fold to ASCII), the gate lets
the text in. Where it is asked to listen, it lets in what may be in another language too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from lintwords.prefilter.hiding import may_hide, may_part_words, parted
from lintwords.prefilter.index import ANYWHERE, FOLDED, NOT, Table, pieces
from lintwords.prefilter.other_language import Alarm
from lintwords.prefilter.tags import in_a_row, untagged, with_whole_numbers

PART = 32_000  # bytes that are asked about at once


def _parts(data: bytes, start: int = 0) -> Iterator[bytes]:
    """A source from `start` on, cut at blank lines: no phrase goes on over one."""
    while start < len(data):
        end = data.find(b"\n\n", start + PART)
        end = end if end >= 0 else len(data)
        yield data[start:end]
        start = end


def _stems(words: list[bytes]) -> Iterator[bytes]:
    """What stands before "n't", of which the translation leaves an n and a t."""
    at = 0
    for _ in range(words.count(NOT)):
        at = words.index(NOT, at) + 1
        if at > 1 and words[at - 2].endswith(b"n"):
            yield words[at - 2][:-1]


def _around(part: bytes, shape: bytes, hits: Iterable[bytes]) -> Iterator[bytes]:
    """Each paragraph of a part in which one of these words or numbers stands.

    `shape` is the part translated, with a space at each end.
    """
    seen: set[int] = set()
    for hit in hits:
        where, wanted = (part, hit) if hit.isdigit() else (shape, b" %b " % hit)
        at = where.find(wanted)
        while at >= 0:
            start = part.rfind(b"\n\n", 0, at) + 1
            end = part.find(b"\n\n", at)
            end = end if end >= 0 else len(part)
            if start not in seen:
                seen.add(start)
                yield part[start:end]
            at = where.find(wanted, max(end, at + 1))


def _by_last_digit(numbers: Iterable[bytes]) -> dict[bytes, list[bytes]]:
    rows: dict[bytes, list[bytes]] = {}
    for number in sorted(numbers):
        rows.setdefault(number[-1:], []).append(number)
    return rows


def _numbers_in(data: bytes, by_last_digit: dict[bytes, list[bytes]]) -> frozenset[bytes]:
    """Which of these numbers a text holds."""
    # one byte is looked for many times as fast as four
    rows = [row for digit, row in by_last_digit.items() if digit in data]
    return frozenset([number for row in rows for number in row if number in data])


class Paragraph(NamedTuple):
    """A paragraph of a read text that may hold what a rule looks for."""

    gate: Gate
    words: frozenset[bytes] | None  # those of the gate that it holds; None: some may hide
    topics: frozenset[bytes]  # of the document

    def hit(self, text: str) -> bool:
        """Whether a sentence of it may hold that."""
        return self.words is None or self.gate.holds(text, self.words, self.topics)


class Gate:
    """Holds the words of which a text must have some to be worth reading."""

    def __init__(self, table: Table, alarm: Alarm | None = None) -> None:
        self._table, self._alarm = table, alarm
        topics = frozenset(topic.split()[0] for topic in table.topics)
        looked_for = table.names | topics | table.first
        self._first = looked_for | {NOT}
        self._not_itself = {NOT} - looked_for - table.far
        self._numbers = _by_last_digit(table.numbers)
        self._first_numbers = _by_last_digit(table.numbers & (looked_for | table.far))

    @cached_property
    def _all_first(self) -> frozenset[bytes]:
        return self._first | self._table.far

    @cached_property
    def _told(self) -> frozenset[bytes]:
        """What tells a language, and the words that are asked about first."""
        return self._first.union(self._alarm.words) if self._alarm else self._first

    @cached_property
    def _words(self) -> frozenset[bytes]:
        table = self._table
        groups = (group for row in table.joined.values() for group in row)
        return self._first.union(table.keys, *table.sets, *(group.split() for group in groups))

    def open_for(
        self, data: bytes, *, marks: str | None = None, whole: int = 0, listens: bool = False
    ) -> bool:
        """False only if `data`, in UTF-8, surely holds nothing that a rule looks for.

        With `listens` nothing in another language either, as far as the alarm tells. `marks` are
        the signs that may stand inside a word of a source with markup, None for plain text. The
        first `whole` bytes are taken for one paragraph; in the others a blank line parts all
        paragraphs.
        """
        if self._table.always or may_hide(data) or self._is_parted(data):
            return True
        topics: frozenset[bytes] = frozenset()
        is_plain = marks is None and not whole
        alarm, told = self._alarm if listens else None, self._told if listens else self._first
        if whole:
            words = pieces(data[:whole].translate(FOLDED))
            if alarm and alarm.rings(data[:whole], words, self._told.intersection(words)):
                return True
            found = self._known(words + untagged(data[:whole]), source=data[:whole])
            found |= self._numbers_of(data[:whole])
            if self._fits(found, found, found):
                return True
            topics = self._table.topics & found
        for part in _parts(data, whole):
            shape = b" %b " % part.translate(FOLDED)
            words = pieces(shape)
            seen = told.intersection(words)
            if alarm and alarm.rings(part, words, seen):
                return True
            hits, paragraphs = self._look(part, shape, words, self._first, seen)
            if self._opens(hits, paragraphs, topics, is_plain=is_plain):
                return True
            topics |= self._table.topics & hits
        if topics and any(
            self._opens(*self._ask(part), topics, is_plain=is_plain)
            for part in _parts(data, whole)
        ):
            return True
        return marks is not None and may_part_words(data, marks, whole)

    def matters(self, text: str) -> bool:
        """Whether a read text may hold that, or what makes a phrase count that stands elsewhere.

        One that may be in another language matters too.
        """
        data, topics = self._encoded(text), self._table.topics
        if data is None or self._is_parted(data) or self._alarm and self._alarm.hears(text):
            return True
        hits, paragraphs = self._ask(data)
        return not topics.isdisjoint(hits) or self._opens(hits, paragraphs, topics)

    def paragraphs(self, texts: Iterable[str]) -> list[Paragraph | None]:
        """The paragraphs of a document, each if it may hold what a rule looks for."""
        found = [self._words_of(text) for text in texts]
        topics = self._table.topics
        if None not in found:
            topics &= frozenset().union(*filter(None, found))
        return [
            Paragraph(self, words, topics)
            if words is None or self._fits(words, words, topics) else None
            for words in found
        ]  # fmt: skip

    def hit(self, text: str) -> bool:
        """Whether a text by itself may hold what a rule looks for."""
        return self.paragraphs([text]) != [None]

    def holds(self, text: str, around: frozenset[bytes], topics: frozenset[bytes]) -> bool:
        """Whether a sentence may hold that, in a paragraph and a document with these words."""
        return self._fits(self._found(text.encode("utf-8", "replace")), around, topics)

    def _words_of(self, text: str) -> frozenset[bytes] | None:
        data = self._encoded(text)
        return None if data is None else self._found(data, self._all_first)

    def _encoded(self, text: str) -> bytes | None:
        """A read text in UTF-8; None, if words may hide in it."""
        data = text.encode("utf-8", "replace")
        if self._table.always or (not text.isascii() and may_hide(data)):
            return None
        return data

    def _ask(self, part: bytes) -> tuple[frozenset[bytes], Iterable[bytes]]:
        """Which of all words that are asked about first a part holds, and what is around them."""
        shape = b" %b " % part.translate(FOLDED)
        words, first = pieces(shape), self._all_first
        return self._look(part, shape, words, first, first.intersection(words))

    def _look(
        self, part: bytes, shape: bytes, words: list[bytes], first: frozenset[bytes],
        seen: frozenset[bytes],
    ) -> tuple[frozenset[bytes], Iterable[bytes]]:
        """Which of the words `first` a part holds, and the paragraphs around them.

        `shape` is the part translated, `words` its pieces, `seen` those of `first`, and others.
        """
        hits = first & seen
        if NOT in hits:
            stems = first.intersection(_stems(words))
            if stems:  # they do not stand by themselves
                hits |= stems
                return hits | self._groups_in(part, shape, hits), part.split(b"\n\n")
            hits -= self._not_itself
        hits |= first & _numbers_in(part, self._first_numbers)
        return hits | self._groups_in(part, shape, hits), _around(part, shape, hits)

    def _opens(
        self, hits: frozenset[bytes], paragraphs: Iterable[bytes], topics: frozenset[bytes],
        *, is_plain: bool = True,
    ) -> bool:
        if not hits:
            return False
        if not self._table.names.isdisjoint(hits):
            return True
        found = (self._found(one, is_plain=is_plain) for one in paragraphs)
        return any(self._fits(words, words, topics) for words in found)

    def _found(
        self, data: bytes, first: frozenset[bytes] | None = None, *, is_plain: bool = True
    ) -> frozenset[bytes]:
        """The words of the gate that a text holds; none, if it holds none of `first`."""
        words = pieces(data.translate(FOLDED))
        numbers = _numbers_in(data, self._numbers)
        if first and first.isdisjoint(words) and not numbers:
            return numbers
        found = self._known(words, source=None if is_plain else data)
        return found | numbers if numbers else found

    def _numbers_of(self, data: bytes) -> frozenset[bytes]:
        """The numbers of the gate that a text with tags may hold: all, if that cannot be told."""
        whole = with_whole_numbers(data)
        return self._table.numbers if whole is None else _numbers_in(whole, self._numbers)

    def _known(self, words: list[bytes], *, source: bytes | None = None) -> frozenset[bytes]:
        """The words of the gate among these, which stand in their order if the text is plain.

        If it is not, `source` is the text.
        """
        found = self._words.intersection(words)
        if NOT in found:  # "can't" is "ca" and "n't" to a rule
            found |= self._words.intersection(_stems(words))
        return found | self._joined(found, words, source=source)

    def _joined(
        self, found: frozenset[bytes], words: list[bytes], *, source: bytes | None = None
    ) -> frozenset[bytes]:
        """The groups of words that are looked for together, where all of them are among `words`.

        Single letters are a name that is spelled, and stand one after the other, at least without
        the markup of the `source`.
        """
        rows = self._table.joined
        if rows.keys().isdisjoint(found):
            return frozenset()
        met = frozenset(
            group for word in rows.keys() & found for group in rows[word]
            if all(part in words for part in group.split())
        )
        if met and not self._table.spelled.isdisjoint(met):
            row = b" %b " % b" ".join(words) if source is None else in_a_row(source)
            met = frozenset(
                group for group in met
                if group not in self._table.spelled or b" %b " % group in row
            )
        return met

    def _groups_in(self, part: bytes, shape: bytes, hits: frozenset[bytes]) -> frozenset[bytes]:
        """The groups of words that stand in one paragraph of a part, which holds these words."""
        words = self._table.joined.keys() & hits
        paragraphs = _around(part, shape, words) if words else ()
        return frozenset().union(*(
            self._joined(hits, pieces(paragraph.translate(FOLDED))) for paragraph in paragraphs
        ))  # fmt: skip

    def _fits(
        self, found: frozenset[bytes], around: frozenset[bytes], topics: frozenset[bytes]
    ) -> bool:
        """Whether a name or all words of a phrase were found, and around it what it is about."""
        table = self._table
        if not table.names.isdisjoint(found):
            return True
        keys, sets = table.keys, table.sets
        for word in found:
            for row in keys.get(word, ()):
                where = row[0]
                if where < ANYWHERE:
                    if topics.isdisjoint(sets[ANYWHERE - 1 - where]):
                        continue
                elif where > ANYWHERE and around.isdisjoint(sets[where]):
                    continue
                if not any(found.isdisjoint(sets[number]) for number in row[1:]):
                    return True
        return False

    def opened_by(self, data: bytes, *, whole: int = 0) -> tuple[str, ...]:
        """The words of the first paragraph that may hold what a rule looks for, for who asks why.

        Empty where no words opened it, but what may hide some.
        """
        table, parts = self._table, (data[:whole], *data[whole:].split(b"\n\n"))
        everywhere = frozenset().union(*map(self._found, parts))
        for part in parts:
            found = self._found(part)
            if names := table.names & found:
                return tuple(sorted(name.decode() for name in names))
            for word in sorted(found):
                for where, *rest in table.keys.get(word, ()):
                    met = [found & table.sets[number] for number in rest]
                    if where > ANYWHERE:
                        met.append(found & table.sets[where])
                    elif where < ANYWHERE:
                        met.append(everywhere & table.sets[ANYWHERE - 1 - where])
                    if all(met):
                        words = (word, *(min(words) for words in met))
                        return tuple(one.decode() for one in dict.fromkeys(words))
        return ()

    def _is_parted(self, data: bytes) -> bool:
        """Whether the end of a line parts a word that is looked for."""
        words = b" ".join(parted(data)).translate(FOLDED)
        return bool(words) and not self._words.isdisjoint(pieces(words))
