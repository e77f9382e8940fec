"""Whose words a passage is: own, attributed, rebutted, quoted or meta.

Asked when the first finding is made, after matching: then quotations are found at once, for the
whole document; cues only in sentences that somebody asks about, so a text without findings costs
nothing. Where several voices hold, the one that says most about the words wins: meta, rebutted,
quoted, attributed, own. Word lists give the cues; this package knows no word of any language.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lintwords.later import once
from lintwords.model import Document, Kind, Segment, Span, Voice
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass, field
from lintwords.voices import answers, attribution, entries, quotations
from lintwords.voices.cues import POSSESSIVE, PREPOSITION, STOPS, Scan, Stretch, scan
from lintwords.voices.lookup import Lookup
from lintwords.voices.quotations import Quotation

__all__ = ["Quotation", "Voices", "mark"]

LABEL = 6  # a quotation of at most so many words is a label, unless it is speech
CHARGE = 20  # the same behind "arrested for": what a code calls an offence has many words
KEPT = 1000  # sentences of which it is kept what was read
NEAR = 8  # words between a short quotation and the verb that makes it speech
_ORDER = (Voice.META, Voice.REBUTTED, Voice.QUOTED, Voice.ATTRIBUTED)


def mark(document: Document, sentences: Sequence[Sequence[Sentence]], lexicon: Lexicon) -> Voices:
    """The voices of a document whose segments have these sentences (a row for each segment)."""
    return Voices(
        document.segments,
        sentences,
        quotations.mark(document.segments),
        _under(document.segments, lexicon.members("voices.meta_heading").forms),
        _under(document.segments, lexicon.members("voices.avoid_heading").forms),
        _under(document.segments, lexicon.members("voices.example_heading").forms),
        lexicon,
    )


def _under(segments: Sequence[Segment], headings: frozenset[str]) -> frozenset[int]:
    """The segments that stand under one of these headings."""
    if not any(segment.kind is Kind.HEADING for segment in segments):
        return frozenset()
    inside = False
    found = []
    for index, segment in enumerate(segments):
        if segment.kind is Kind.HEADING:
            inside = segment.text.strip().rstrip(":").lower() in headings
        elif inside:
            found.append(index)
    return frozenset(found)


class Held(NamedTuple):
    """A stretch of a sentence in its text, with the cue that made it."""

    span: Span
    voice: Voice
    cue: Span
    whole: bool
    says: bool
    asks: bool
    opens: int  # what begins from this offset on is not held
    answered: bool


@dataclass
class Voices:
    """Answers whose words a span is; what was read of a sentence is kept."""

    segments: Sequence[Segment]
    sentences: Sequence[Sequence[Sentence]]
    quotations: Sequence[Sequence[Quotation]]
    meta: frozenset[int]  # under a heading such as "Glossary"
    avoided: frozenset[int]  # under one such as "Words to avoid"
    exemplified: frozenset[int]  # under one such as "Style guide"
    lexicon: Lexicon
    _lookups: dict[int, Lookup] = field(default_factory=dict, repr=False)
    _stretches: dict[tuple[int, int], list[Held]] = field(default_factory=dict, repr=False)
    _strengths: dict[tuple[int, int, bool], int] = field(default_factory=dict, repr=False)

    def at(
        self, segment: int, span: Span, *, is_name: bool = False, is_mention: bool = False
    ) -> Voice:
        """The voice of `span` in the text of the segment with this index.

        A label or a name (`is_name`) without a verb stays the writer's where only a deed is told
        of as hearsay: "guards at the training centers reportedly beat him".
        A mention (`is_mention`) in what another says stays that where an answer follows: it denies
        the deed. A stretch counts if it holds at least half of the span, which does not hold its
        cue: a line that names its own ("so-called dissidents") is not distanced by it.
        """
        here = self._sentence_of(segment, span.start)
        if segment in self.avoided or (
            segment in self.meta and (is_name or self._is_listed(segment, here, span))
        ):
            return Voice.META
        text = self.segments[segment].text
        voices = set(self._quotation_voices(segment, span))
        if here >= 0:
            read = self._read(segment, here)
            voices |= {
                Voice.ATTRIBUTED if is_mention and answered else voice
                for held, voice, cue, whole, says, asks, opens, answered in read
                if _holds_half(held, span)
                and span.start < opens
                and not span.covers(cue)
                and not (whole and text.count(" ", span.start, span.end) < 2)
                and not (says and is_name and not self._has_verb(segment, here, span))
                and not (asks and (is_name or not self._has_verb(segment, here, span)))
            }
            decided = Voice.META in voices or Voice.REBUTTED in voices or (is_mention and voices)
            if not decided and self._is_answered(segment, here, span, bool(voices)):
                voices.add(Voice.REBUTTED)
        return next((voice for voice in _ORDER if voice in voices), Voice.OWN)

    def _is_listed(self, segment: int, sentence: int, span: Span) -> bool:
        """Whether words under a heading such as "Glossary" are spoken of there."""
        if sentence < 0 or self._touching(segment, span):
            return True
        opening, read = self._scan(segment, 0), self._scan(segment, sentence)
        kind = self.segments[segment].kind
        holds = segment in self.exemplified or (kind is Kind.CELL and self._has_labels(segment))
        return entries.is_listed(opening, read, span, kind, holds_examples=holds)

    def _has_labels(self, segment: int) -> bool:
        return entries.has_labels(self.segments, segment, lambda at: self._scan(at, 0))

    def _has_verb(self, segment: int, sentence: int, span: Span) -> bool:
        """Whether a verb stands in `span`, so that it says something."""
        read = self._scan(segment, sentence)
        return any(
            span.start <= word.start < span.end and read.is_finite(at)
            for at, word in enumerate(read.words)
        )

    def is_quoted(self, segment: int, span: Span) -> bool:
        """Whether `span` touches a quotation of any length: no fix may change it."""
        return bool(self._touching(segment, span))

    def is_inside(self, segment: int, span: Span) -> bool:
        """Whether `span` stands within one quotation of any length: all of it is a speaker's."""
        return any(quote.span.covers(span) for quote in self._touching(segment, span))

    def with_marks(self, segment: int, span: Span) -> Span:
        """A span with both marks of a name that stands in them wherever it is used."""
        for quote in self._touching(segment, span):
            if not quote.span.covers(span) and self._is_marked_name(segment, quote):
                span = Span(min(span.start, quote.span.start), max(span.end, quote.span.end))
        return span

    # -- quotations -----------------------------------------------------------------------------

    def _quotation_voices(self, segment: int, span: Span) -> list[Voice]:
        found = []
        for quote in self._touching(segment, span):
            if not self._is_label(segment, quote):
                if _holds_half(quote.span, span):
                    found.append(Voice.QUOTED)
            elif quote.span.covers(span) or not self._is_marked_name(segment, quote):
                found.append(Voice.REBUTTED)
            if quote.mark and self._is_about_words(segment, quote):
                found.append(Voice.META)
            if quote.mark and self._is_false_example(segment, quote):
                found.append(Voice.REBUTTED)
        return found

    def _is_label(self, segment: int, quote: Quotation) -> bool:
        """Whether a quotation is a label held at a distance and no speech."""
        if quote.words > CHARGE or not quote.mark or not quote.closed:
            return False
        if quote.words > LABEL and not self._is_charge(segment, quote):
            return False
        if quote.ends[0] != segment or quote.words == 0:
            return False
        text = self.segments[segment].text
        # a window, so that no step looks through a whole long text
        before = text[max(quote.span.start - 200, 0) : quote.span.start].rstrip()[-1:]
        inner = text[quote.inner.start : quote.inner.end].strip()
        last = inner[-1:]
        stopped = last in STOPS
        opens = before == "" or before in '.!?:…—–([-”"»'
        if stopped and (before == ":" or (opens and inner[:1].isupper())):
            return False
        follows = text[quote.span.end : quote.span.end + NEAR].lstrip()[:1]
        if before == "," and (stopped or follows in (*STOPS, "")):
            return not self._has_report(segment, quote, before=True, is_whole=stopped)
        if opens and "," in (last, text[quote.span.end :][:1]):
            return not self._has_report(segment, quote, before=False, is_whole=inner[:1].isupper())
        return True

    def _is_marked_name(self, segment: int, quote: Quotation) -> bool:
        """Whether it is a name that stands in marks wherever it is used, by friend and foe."""
        place = self._sentence_of(segment, quote.span.start)
        if place < 0:
            return False
        read = self._scan(segment, place)
        after = read.cue(_index_at(read, quote.inner.start), "marked_name")
        return after > 0 and after == _index_at(read, quote.inner.end)

    def _is_charge(self, segment: int, quote: Quotation) -> bool:
        """Whether a quotation names an offence: "arrested in May for …"."""
        place = self._sentence_of(segment, quote.span.start)
        if place < 0:
            return False
        read = self._scan(segment, place)
        opens = _index_at(read, quote.span.start)
        if read.cue(opens - 1, "charge_for") != opens:
            return False
        return any(read.cue(at, "charge") for at in range(max(opens - NEAR, 0), opens - 1))

    def _has_report(
        self, segment: int, quote: Quotation, *, before: bool, is_whole: bool
    ) -> bool:
        """Whether who said it is named close before or after a quotation.

        One that is not written as a whole sentence (`is_whole`) must hold a verb, and so must all
        that stand beside "according to".
        """
        at = quote.span.start - 1 if before else quote.span.end
        place = self._sentence_of(segment, max(at, 0))
        if place < 0:
            return False
        read = self._scan(segment, place)
        names: tuple[str, ...] = ("report", "report_that", "tell", "endorse")
        if self._has_verb(segment, place, quote.inner):
            names += ("according",)
        elif not is_whole:
            return False
        if before:
            last = _index_at(read, quote.span.start)
            places = range(last - 1, max(last - NEAR, -1), -1)
        else:
            first = _index_at(read, quote.span.end)
            if read.has(read.skip_quotes(first) + (read.low(first) == ","), "voices.as"):
                return False
            places = range(first, min(first + NEAR, len(read)))
        return any(read.cue(at, *names) and not read.is_noun_here(at) for at in places)

    def _is_about_words(self, segment: int, quote: Quotation) -> bool:
        """Whether a noun such as "phrase" stands beside the quotation."""
        place = self._sentence_of(segment, quote.span.start)
        if place < 0:
            return False
        read = self._scan(segment, place)
        first = _index_at(read, quote.span.start)
        before = (
            read.cue(at, "word_noun", "phrase_noun") for at in range(first - 3, first)
            if not (read.has(at - 1, POSSESSIVE) and read.has(at - 2, PREPOSITION))  # "In her"
        )
        if any(end and end >= first - 1 for end in before):
            return True
        after = _index_at(read, quote.span.end)
        if not read.has(after, "function.be"):
            return False
        noun = read.find("word_noun", after + 1, after + 6)
        return noun > 0 and not any(read.low(at) in (",", ";") for at in range(after, noun))

    def _is_false_example(self, segment: int, quote: Quotation) -> bool:
        """Whether it is an example of what is called false: "claims, many inaccurate, such as"."""
        place = self._sentence_of(segment, quote.span.start)
        if place < 0:
            return False
        read = self._scan(segment, place)
        first = _index_at(read, quote.span.start)
        before = range(max(first - 3, 0), first)
        at = next((at for at in before if read.cue(at, "example") >= max(first - 1, 1)), -1)
        if at < 0 or read.find("false", 0, at) < 0:
            return False
        return any(read.find(noun, 0, at) >= 0 for noun in ("claim_noun", "word_noun"))

    def _touching(self, segment: int, span: Span) -> list[Quotation]:
        if not self.quotations[segment]:
            return []
        if segment not in self._lookups:
            _make_room(self._lookups)
            self._lookups[segment] = Lookup(self.quotations[segment])
        return self._lookups[segment].touching(span)

    # -- sentences ------------------------------------------------------------------------------

    def _sentence_of(self, segment: int, at: int) -> int:
        """The index of the sentence that holds offset `at`, or of the one before it; -1 if none."""
        return bisect_right(self.sentences[segment], at, key=lambda sentence: sentence.start) - 1

    def _scan(self, segment: int, sentence: int) -> Scan:
        own = self.sentences[segment][sentence]
        read: Scan | None = own.notes.get("scan")
        if read is None:
            read = own.notes["scan"] = scan(own)
        return read

    def _read(self, segment: int, sentence: int) -> list[Held]:
        key = (segment, sentence)
        if key not in self._stretches:
            _make_room(self._stretches)
            read = self._scan(segment, sentence)
            rows = (self._placed(segment, read, row) for row in attribution.stretches(read))
            self._stretches[key] = [row for row in rows if row is not None]
        return self._stretches[key]

    def _placed(self, segment: int, read: Scan, row: Stretch) -> Held | None:
        """A stretch as spans of the text; a cue inside a quotation reaches no further than it."""
        words = read.words
        held = Span(words[row.low].start, words[min(row.high, len(words)) - 1].end)
        cue = Span(words[row.cue].start, words[row.cue_end - 1].end)
        for quote in self._touching(segment, cue):
            if quote.mark and quote.inner.covers(cue) and not quote.span.covers(held):
                held = Span(max(held.start, quote.inner.start), min(held.end, quote.inner.end))
                break
        if held.start >= held.end:
            return None
        opens = words[row.opens].start if row.opens else held.end
        return Held(held, row.voice, cue, row.whole, row.says, row.asks, opens, row.answered)

    # -- answers --------------------------------------------------------------------------------

    @cached_property
    def _answering(self) -> frozenset[str]:
        """Words of which every sentence that answers holds one."""
        return self._telling(answers.CUES)

    @cached_property
    def _announcing(self) -> frozenset[str]:
        """Words of which every sentence that announces what is false holds one."""
        return self._telling(answers.ANNOUNCING)

    def _telling(self, names: Sequence[str]) -> frozenset[str]:
        return once(self.lexicon.kept, f"telling {names}", _telling, self.lexicon, names)

    def _is_answered(self, segment: int, here: int, span: Span, reported: bool) -> bool:
        """Whether the next sentence answers what `span` says, or the one before calls it false.

        A plain "but" answers only words that are already somebody else's.
        """
        if here > 0 and self._holds(self._announcing, segment, here - 1):
            if answers.announces_false(self._scan(segment, here - 1)):
                return True
        ends = [q.ends for q in self._touching(segment, span) if q.span.covers(span)]
        places = {self._next_sentence(segment, here)}
        places |= {self._after(end) for end in ends}
        asked = [place for place in places if place and self._holds(self._answering, *place)]
        if not asked:
            return False
        denied = answers.is_denial(self._scan(segment, here))
        strengths = [self._strength(place, denied) for place in asked]
        return any(strength == 2 or (strength == 1 and reported) for strength in strengths)

    def _strength(self, place: tuple[int, int], denied: bool) -> int:
        """How strongly a sentence answers the one before; found once for all that stands there."""
        key = (*place, denied)
        if key not in self._strengths:
            _make_room(self._strengths)
            self._strengths[key] = answers.strength(self._scan(*place), denied=denied)
        return self._strengths[key]

    def _holds(self, words: frozenset[str], segment: int, sentence: int) -> bool:
        return not words.isdisjoint(self.sentences[segment][sentence].lows)

    def _after(self, end: tuple[int, int]) -> tuple[int, int] | None:
        segment, offset = end
        return self._next_sentence(segment, self._sentence_of(segment, max(offset - 1, 0)))

    def _next_sentence(self, segment: int, sentence: int) -> tuple[int, int] | None:
        if sentence + 1 < len(self.sentences[segment]):
            return segment, sentence + 1
        after = segment + 1
        if after >= len(self.segments) or not self.sentences[after]:
            return None
        return (after, 0) if self.segments[after].kind in (Kind.PROSE, Kind.ITEM) else None


def _make_room(kept: dict[Any, Any]) -> None:
    """Forget the oldest, so that a long document does not fill the memory."""
    if len(kept) >= KEPT:
        del kept[next(iter(kept))]


def _holds_half(held: Span, span: Span) -> bool:
    shared = min(held.end, span.end) - max(held.start, span.start)
    return shared > 0 and shared * 2 >= span.end - span.start


def _index_at(read: Scan, offset: int) -> int:
    """The index of the first word at or after `offset`."""
    return next((at for at, token in enumerate(read.words) if token.start >= offset), len(read))


def _telling(lexicon: Lexicon, names: Sequence[str]) -> frozenset[str]:
    """Words of which every entry of these classes of cues holds one."""
    return frozenset().union(*(lexicon.members(f"voices.{name}").telling for name in names))
