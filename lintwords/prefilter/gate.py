"""The gate: tells cheaply, and never wrongly, that a text holds nothing that a rule looks for.

A byte translation (letters to lower case, all else to a space) and one set test cost a few
nanoseconds a byte and do not get slower with more words. A name of the country opens the gate by
itself. A phrase opens it only where a paragraph holds a word of each of the sets that it cannot do
without; for each phrase the rarest set is looked for first, in a large part at once, and only the
paragraphs around what was found are asked for the others, and then for the outline of the phrase,
which knows all its words and their order. A phrase that counts only in documents
about a subject is asked for only once a word of that subject was seen. Where letters may hide
inside a word (soft hyphens, entities, markup in a word, letters that fold to ASCII), the gate lets
the text in. Where it is asked to listen, it lets in what may be in another language too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from lintwords.prefilter.accented_names import AccentedNames
from lintwords.prefilter.hiding import after_open_names, may_hide, may_part_words, with_whole_words
from lintwords.prefilter.index import ANYWHERE, Table
from lintwords.prefilter.other_language import Alarm
from lintwords.prefilter.parts import by_last_digit, numbers_in, paragraphs_around, parts
from lintwords.prefilter.phrases import Phrases
from lintwords.prefilter.pieces import FOLDED, NOT, pieces, stems
from lintwords.prefilter.tags import in_a_row, untagged, with_whole_numbers


class Paragraph(NamedTuple):
    """A paragraph of a read text that may hold what a rule looks for."""

    gate: Gate
    words: frozenset[bytes] | None  # those of the gate that it holds; None: some may hide
    topics: frozenset[bytes]  # of the document

    def hit(self, text: str) -> bool:
        """Whether a sentence of it may hold that."""
        return self.words is None or self.gate.holds(text, self.words, self.topics)


class Paragraphs:
    """The paragraphs of a document, each if it may hold what a rule looks for.

    They are asked one after the other, as often as one likes. What is known of one is let go with
    it: kept for all, it would take ten times the room of the text.
    """

    def __init__(self, gate: Gate, texts: Sequence[str]) -> None:
        self._gate, self._texts = gate, texts
        self._topics, self._may_hold = gate.topics_in(texts)

    def __iter__(self) -> Iterator[Paragraph | None]:
        for text, may_hold in zip(self._texts, self._may_hold, strict=True):
            yield self._gate.paragraph(text, self._topics) if may_hold else None


class Gate:
    """Holds the words of which a text must have some to be worth reading."""

    def __init__(self, table: Table, alarm: Alarm | None = None) -> None:
        self._table, self._alarm = table, alarm
        topics = frozenset(topic.split()[0] for topic in table.topics)
        looked_for = table.names | topics | table.first
        self._first = looked_for | {NOT}
        self._not_itself = {NOT} - looked_for - table.far
        self._numbers = by_last_digit(table.numbers)
        self._first_numbers = by_last_digit(table.numbers & (looked_for | table.far))
        self._phrases = Phrases(table)

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

    @cached_property
    def _accented(self) -> AccentedNames:
        return AccentedNames(self._table.names)

    def _may_hide(self, data: bytes) -> bool:
        """Whether something may hide words, or a name has an accent that is not its own."""
        return may_hide(data) or self._accented.may_stand_in(data)

    def open_for(
        self, data: bytes, *, marks: str | None = None, whole: int = 0, listens: bool = False
    ) -> bool:
        """False only if `data`, in UTF-8, surely holds nothing that a rule looks for.

        With `listens` nothing in another language either, as far as the alarm tells. `marks` are
        the signs that may stand inside a word of a source with markup, None for plain text. The
        first `whole` bytes are taken for one paragraph; in the others a blank line parts all
        paragraphs.
        """
        if self._table.always or self._may_hide(data):
            return True
        topics: frozenset[bytes] = frozenset()
        alarm, told = self._alarm if listens else None, self._told if listens else self._first
        head, rest = (with_whole_words(one, marks) for one in (data[:whole], data[whole:]))
        if alarm and len(head) + len(rest) != len(data):
            if self._hears(alarm, data, whole):
                return True
            alarm = None  # the words that stand there once more are of no language
        if whole:
            words = pieces(head.translate(FOLDED))
            if alarm and alarm.rings(head, words, self._told.intersection(words)):
                return True
            words += (*untagged(head), *after_open_names(head))
            found = self._known(words, source=head) | self._numbers_of(head)
            look = partial(self._phrases.seen, head, marks, words=words)
            if self._phrases.fits(found, found, found, look):
                return True
            topics = self._table.topics & found
        for part in parts(rest):
            shape = b" %b " % part.translate(FOLDED)
            words = pieces(shape)
            seen = told.intersection(words)
            if alarm and alarm.rings(part, words, seen):
                return True
            hits, paragraphs = self._look(part, shape, words, self._first, seen)
            if self._opens(hits, paragraphs, topics, marks):
                return True
            topics |= self._table.topics & hits
        if topics and any(
            self._opens(*self._ask(part), topics, marks) for part in parts(rest)
        ):
            return True
        return marks is not None and may_part_words(data, marks, whole)

    def matters(self, text: str) -> bool:
        """Whether a read text may hold that, or what makes a phrase count that stands elsewhere.

        One that may be in another language matters too.
        """
        data, topics = self._encoded(text), self._table.topics
        if data is None or (self._alarm and self._alarm.hears(text)):
            return True
        hits, paragraphs = self._ask(with_whole_words(data))
        return not topics.isdisjoint(hits) or self._opens(hits, paragraphs, topics)

    def paragraphs(self, texts: Sequence[str]) -> Iterable[Paragraph | None]:
        """The paragraphs of a document, each if it may hold what a rule looks for."""
        return Paragraphs(self, texts)

    def topics_in(self, texts: Iterable[str]) -> tuple[frozenset[bytes], list[bool]]:
        """The topics of a document, and of each paragraph whether it may hold what is looked for.

        All topics, if words may hide in it. A paragraph is asked as if all topics were there, so
        that the few that may hold something are asked a second time, and no other.
        """
        topics: frozenset[bytes] = frozenset()
        may_hold: list[bool] = []
        for text in texts:
            words, every = self._words_of(text), self._table.topics
            topics |= every if words is None else every & words
            may_hold.append(
                words is None or self._fits(words, words, every, text)
            )
        return topics, may_hold

    def paragraph(self, text: str, topics: frozenset[bytes]) -> Paragraph | None:
        """A paragraph of a document with these topics, if it may hold what a rule looks for."""
        words = self._words_of(text)
        if words is None or self._fits(words, words, topics, text):
            return Paragraph(self, words, topics)
        return None

    def hit(self, text: str) -> bool:
        """Whether a text by itself may hold what a rule looks for."""
        return any(self.paragraphs([text]))

    def holds(self, text: str, around: frozenset[bytes], topics: frozenset[bytes]) -> bool:
        """Whether a sentence may hold that, in a paragraph and a document with these words."""
        data = text.encode("utf-8", "replace")
        words = pieces(data.translate(FOLDED))
        if not self._table.names.isdisjoint(words):
            return True  # as most that are asked about in such a paragraph
        found = self._known(words) | numbers_in(data, self._numbers)
        return self._fits(found, around, topics, text)

    def _words_of(self, text: str) -> frozenset[bytes] | None:
        data = self._encoded(text)
        return None if data is None else self._found(data, self._all_first)

    def _encoded(self, text: str) -> bytes | None:
        """A read text in UTF-8; None, if words may hide in it."""
        data = text.encode("utf-8", "replace")
        if self._table.always or self._may_hide(data):
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
            found = first.intersection(stems(words))
            if found:  # they do not stand by themselves
                hits |= found
                return hits | self._groups_in(part, shape, hits), part.split(b"\n\n")
            hits -= self._not_itself
        hits |= first & numbers_in(part, self._first_numbers)
        return hits | self._groups_in(part, shape, hits), paragraphs_around(part, shape, hits)

    def _opens(
        self, hits: frozenset[bytes], paragraphs: Iterable[bytes], topics: frozenset[bytes],
        marks: str | None = None,
    ) -> bool:
        if not hits:
            return False
        if not self._table.names.isdisjoint(hits):
            return True
        for one in paragraphs:
            words = self._found(one, is_plain=marks is None)
            if self._fits(words, words, topics, one, marks):
                return True
        return False

    def _fits(
        self, found: frozenset[bytes], around: frozenset[bytes], topics: frozenset[bytes],
        text: str | bytes, marks: str | None = None,
    ) -> bool:
        """Whether a name or all words of a phrase were found in a text, with what it needs."""
        return self._phrases.fits(found, around, topics, partial(self._phrases.seen, text, marks))

    def _found(
        self, data: bytes, first: frozenset[bytes] | None = None, *, is_plain: bool = True
    ) -> frozenset[bytes]:
        """The words of the gate that a text holds; none, if it holds none of `first`."""
        words = pieces(data.translate(FOLDED))
        numbers = numbers_in(data, self._numbers)
        if first and first.isdisjoint(words) and not numbers:
            return numbers
        found = self._known(words, source=None if is_plain else data)
        return found | numbers if numbers else found

    def _numbers_of(self, data: bytes) -> frozenset[bytes]:
        """The numbers of the gate that a text with tags may hold: all, if that cannot be told."""
        whole = with_whole_numbers(data)
        return self._table.numbers if whole is None else numbers_in(whole, self._numbers)

    def _known(self, words: list[bytes], *, source: bytes | None = None) -> frozenset[bytes]:
        """The words of the gate among these, which stand in their order if the text is plain.

        If it is not, `source` is the text.
        """
        found = self._words.intersection(words)
        if NOT in found:  # "can't" is "ca" and "n't" to a rule
            found |= self._words.intersection(stems(words))
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
        paragraphs = paragraphs_around(part, shape, words) if words else ()
        return frozenset().union(*(
            self._joined(hits, pieces(paragraph.translate(FOLDED))) for paragraph in paragraphs
        ))

    def opened_by(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The words of the first paragraph that may hold what a rule looks for, for who asks why.

        Empty where no words opened it, but what may hide some.
        """
        table = self._table
        rows = [self._found(text.encode("utf-8", "replace")) for text in texts]
        topics = table.topics.intersection(chain.from_iterable(rows))
        for text, found in zip(texts, rows, strict=True):
            if names := table.names & found:
                return tuple(sorted(name.decode() for name in names))
            look = partial(self._phrases.seen, text)
            fitting = self._phrases.fitting(found, found, topics, look)
            for word, (where, _, *rest) in sorted(fitting):
                met = [found & table.sets[number] for number in rest]
                if where > ANYWHERE:
                    met.append(found & table.sets[where])
                elif where < ANYWHERE:
                    met.append(topics & table.sets[ANYWHERE - 1 - where])
                words = (word, *(min(words) for words in met))
                return tuple(one.decode() for one in dict.fromkeys(words))
        return ()

    def _hears(self, alarm: Alarm, data: bytes, whole: int) -> bool:
        """Whether a source may be in another language."""
        for part in (data[:whole], *parts(data, whole)):
            words = pieces(part.translate(FOLDED))
            if alarm.rings(part, words, self._told.intersection(words)):
                return True
        return False
