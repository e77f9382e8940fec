"""Segments → sentences → tokens.

A segment's text is split into sentences once, in one pass. Tokens are made only for sentences
that something asks about. Three views of a sentence are kept: `words`, the single words and marks
(phrase rules match these); `tokens`, where a name or a lexicon entry of several words is one token
(grammar reads these; entries of several words in the tables `verbs`, `voices` and `words` are not
drawn together here: a verb's particle or object may stand apart); and
`cues`, the same with entries of the table `voices` drawn together first (voices read these). All
offsets are code points in the segment's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from lintwords import later
from lintwords.model import Span
from lintwords.text.lexicon import NOTHING, Lexicon, Longer, Reading, Word, as_word
from lintwords.text.parted_words import PARTED, joined
from lintwords.text.spelling import Spelling
from lintwords.values import dataclass, field

ABBREVIATION = "function.abbreviation"
PARTICLE = "function.particle"
WINDOW = 2000  # a longer sentence is cut here, so that no step can be slow on hostile input

_STOP = later.pattern(
    r"(?:[.!?…]+[\"'”’»)\]]*|\.[\"'”’»)\]]*)(?=\s+[\"'“‘«„(\[]*([^\W_]+)|\s*$)"
)
_LAST_WORD = later.pattern(r"(?:[^\W\d_]\.)+$|[^\W_]+\.$")
# which tables' longer entries are drawn together, in this order of say; last, verbs that are
# written with a hyphen ("re-arrested")
_HYPHENED = ("verbs.",)
_GRAMMAR = (("nouns.", "adjectives.", "adverbs.", "function.", "names."),)
_VOICES = (("voices.",), *_GRAMMAR)


_IF_CAPITAL = "names.country-if-capital"  # a class of words that are names only in capitals


class Token:
    """One word, name, longer entry or mark of a sentence."""

    __slots__ = ("text", "form", "low", "start", "end", "word", "name", "joined")

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
        self.name = name  # kind of name: country, adjective, capital, formal, fixed, ...
        self.joined = joined  # a hyphen or dash with no space on either side

    @property
    def classes(self) -> frozenset[str]:
        return self.word.classes

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start}, {self.end}, {self.name or '-'})"


@dataclass(frozen=True)
class NameTable:
    """Names of one or more words as they are written: first word → second → (rest, kind).

    A name of one word stands under the empty second word.
    """

    by_first: Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], str]]]] = field(
        default_factory=dict
    )

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


class Window:
    """The sentences of a document whose words are kept, those that were read last.

    The words of a sentence take a hundred times the room of its text; those of a long document
    would not fit into memory.
    """

    def __init__(self, most: int = 100_000) -> None:
        self._most, self._held = most, 0  # characters
        self._sentences = deque[Sentence]()

    def hold(self, sentence: Sentence) -> None:
        """A sentence was read; the ones that were read long ago are forgotten."""
        self._sentences.append(sentence)
        self._held += sentence.end - sentence.start
        while self._held > self._most and len(self._sentences) > 1:
            old = self._sentences.popleft()
            self._held -= old.end - old.start
            old.forget()


@dataclass
class Sentence:
    """One sentence of a segment; `words` and `tokens` are made when first asked for.

    With a `window` they are made again when they were forgotten meanwhile.
    """

    segment: int
    text: str  # the whole segment's text
    start: int
    end: int
    lexicon: Lexicon
    names: NameTable
    window: Window | None = field(default=None, repr=False, compare=False)
    # what was found out about it, by name, so that it is asked once; each name has one owner
    notes: dict[str, Any] = field(default_factory=dict, repr=False)

    def forget(self) -> None:
        """Let go of all that was found out about the sentence."""
        for name in ("words", "tokens", "cues", "longer", "marked"):
            self.__dict__.pop(name, None)
        self.notes.clear()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """Single words and marks."""
        if self.window:
            self.window.hold(self)
        lexicon, text = self.lexicon, self.text
        lacks_accents = lexicon.spelling.LOSES_ACCENTS and self._lacks_accents()
        found = []
        cut = lexicon.spelling.cut(text, self.start, self.end)
        if PARTED.search(text, self.start, self.end):
            cut = joined(cut, text, self._is_word)
        for form, kind, start, end in cut:
            low = form.lower()
            if lacks_accents and kind == "word" and len(form) > 1:
                low, word = lexicon.without_accents(low)
                form = low.upper()
            else:
                is_word = kind != "other" or low[0] == "#"  # a class may hold hashtags
                word = lexicon[low] if is_word else NOTHING
            if low != form and _IF_CAPITAL in word.classes and self._is_short_name(form):
                word = lexicon[".".join(low) + "."]  # "US" is "U.S.", and no pronoun
            found.append(Token(text[start:end], form, start, end, word, "", kind == "joiner", low))
        return tuple(found)

    def _is_word(self, form: str) -> bool:
        """Whether a form is known: a name as it is written, or a word of the lexicon."""
        is_name = "" in self.names.by_first.get(form, ())
        return is_name or bool(self.lexicon[form.lower()].readings)

    def _lacks_accents(self) -> bool:
        """Whether all is in capitals and none of them bears an accent."""
        own = self.text[self.start : self.end]
        return own.isupper() and (own.isascii() or not any(
            letter.isalpha() and not letter.isascii() for letter in own
        ))  # fmt: skip

    def _is_short_name(self, form: str) -> bool:
        """Whether capitals tell a name: not of one letter, and not where all is in capitals."""
        loud = self.text[self.start : self.end].isupper()
        return len(form) > 1 and form.isupper() and not loud

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words with names and longer entries of grammar drawn together."""
        return tuple(_draw_together(self, _GRAMMAR))

    @cached_property
    def cues(self) -> tuple[Token, ...]:
        """Words with names and longer entries drawn together, those of `voices` first."""
        return tuple(_draw_together(self, _VOICES))

    @cached_property
    def longer(self) -> dict[int, list[tuple[Longer, int]]]:
        """The longer entries that stand here: index of the first word → (entry, index after)."""
        words = self.words
        places = [at for at, word in enumerate(words) if not word.joined]
        lows = [words[at].low for at in places]
        found: dict[int, list[tuple[Longer, int]]] = {}
        for after, at in enumerate(places[:-1], 1):
            close = words[at].word.close
            by_third = close.get(lows[after]) if close else None
            if by_third:
                seconds = by_third.get("", ())
                thirds = by_third.get(lows[after + 1], ()) if after + 1 < len(lows) else ()
                if not seconds and not thirds:
                    continue
                standing = [
                    (entry, places[after + len(entry.rest) - 1] + 1)
                    for entry in (*thirds, *seconds)
                    if tuple(lows[after : after + len(entry.rest)]) == entry.rest
                ]
                if standing:
                    found[at] = standing
        return found

    @cached_property
    def marked(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """Where longer entries of the table `words` start, with their classes."""
        found = []
        for at, standing in self.longer.items():
            classes = [e.reading.cls for e, _ in standing if e.reading.cls.startswith("words.")]
            if classes:
                found.append((self.words[at].start, frozenset(classes)))
        return tuple(found)


def _draw_together(sentence: Sentence, orders: Sequence[tuple[str, ...]]) -> Iterator[Token]:
    words, longer, names = sentence.words, sentence.longer, sentence.names
    by_first = names.by_first
    stops = {at - 1 for at, word in enumerate(words) if word.form == "." and at}
    spots = [at for at, word in enumerate(words)
             if at in longer or word.form in by_first or at in stops]  # fmt: skip
    done = 0
    for at in spots:
        if at < done:
            continue  # inside an entry that began before
        yield from words[done:at]
        token, standing = words[at], longer.get(at)
        stopped = at in stops and _is_short(words, at)
        end, name = name_at(words, at, names)
        reading: tuple[Reading, ...] = ()
        if standing and not name:
            for tables in (*orders, _HYPHENED) if words[at + 1].joined else orders:
                end, reading = _entry_at(words, at, standing, tables)
                if any(name_at(words, spot, names)[1] for spot in range(at + 1, end)):
                    end, reading = at + 1, ()  # a name inside stays a mention
                if reading:
                    break
        if end == at + 1 and not name and stopped:
            end += 1
        if end == at + 1 and not name:
            yield token
        else:
            last = words[end - 1]
            span = sentence.text[token.start : last.end]
            word = as_word(reading) if reading else NOTHING if name else token.word
            form = sentence.lexicon.spelling.folded(span)
            yield Token(span, form, token.start, last.end, word, name)
        done = end
    yield from words[done:]


def _is_short(words: Sequence[Token], at: int) -> bool:
    """Whether this is an abbreviation or an initial whose full stop stands next to it."""
    if at + 2 >= len(words) or words[at + 1].low != "." or words[at + 1].start != words[at].end:
        return False
    text = words[at].text
    return ABBREVIATION in words[at].classes or (len(text) == 1 and text.isupper())


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
        end = follow(words, at, rest, exact=True)
        if end:
            return end, kind
    return at + 1, ""


def names_at(sentence: Sentence, span: Span) -> Iterator[tuple[int, str]]:
    """The first words of the names that start in `span`, with their kinds; no name runs into it."""
    words = sentence.words
    at = bisect_left(words, span.start, key=lambda word: word.start)
    while at < len(words) and words[at].start < span.end:
        end, kind = name_at(words, at, sentence.names)
        if kind:
            yield at, kind
        at = end


def _entry_at(
    words: Sequence[Token], at: int, standing: Sequence[tuple[Longer, int]],
    tables: tuple[str, ...],
) -> tuple[int, tuple[Reading, ...]]:
    """The longest lexicon entry that starts here, with all its readings."""
    best = at + 1
    readings: list[Reading] = []
    for entry, end in standing:
        if end < best or not entry.reading.cls.startswith(tables):
            continue
        if tables is _HYPHENED and "-" not in entry.reading.lemma:
            continue
        if _is_loose_particle(words, end, entry.reading.cls):
            continue
        if _is_loose_participle(words, at, end, entry.reading.cls):
            continue
        if _is_two_verbs(words, at, end, entry.reading.lemma):
            continue
        if end > best:
            best, readings = end, []
        readings.append(entry.reading)
    return best, tuple(readings)


def _is_loose_particle(words: Sequence[Token], end: int, cls: str) -> bool:
    """The noun "sit-in" needs its hyphen: "sit in" is a verb."""
    loose = cls.startswith("nouns.") and not words[end - 2].joined
    return loose and PARTICLE in words[end - 1].classes


def _is_loose_participle(words: Sequence[Token], at: int, end: int, cls: str) -> bool:
    """The adjective "government-approved" needs its hyphen: "the government approved" acts."""
    if not cls.startswith("adjectives.") or words[end - 2].joined:
        return False
    return "verbs:past" in words[end - 1].word.forms and "nouns:singular" in words[at].word.forms


def _is_two_verbs(words: Sequence[Token], at: int, end: int, lemma: str) -> bool:
    """The adverb "peut-être" needs its hyphen: "peut être" is a verb and its infinitive."""
    if "-" not in lemma or words[end - 2].joined:
        return False
    return "verbs:third" in words[at].word.forms and "verbs:base" in words[end - 1].word.forms


def follow(words: Sequence[Token], at: int, rest: Sequence[str], *, exact: bool = False) -> int:
    """The index after an entry whose first word stands at `at`, hyphens passed over; else 0."""
    at += 1
    for wanted in rest:
        while at < len(words) and words[at].joined:
            at += 1
        if at >= len(words) or (words[at].form if exact else words[at].low) != wanted:
            return 0
        at += 1
    return at


class Splitter:
    """Cuts a segment's text into sentences, in linear time."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._abbreviations = lexicon.members(ABBREVIATION).forms

    def split(self, text: str) -> list[Span]:
        """The sentences of `text`, in order, without the white space between them."""
        spans: list[Span] = []
        start = 0
        for stop in _STOP.finditer(text):
            if not self._ends(text, start, stop):
                continue
            spans.extend(_windows(text, start, stop.end()))
            start = stop.end()
        if start < len(text):
            spans.extend(_windows(text, start, len(text)))
        return spans

    def _ends(self, text: str, start: int, stop: re.Match[str]) -> bool:
        following = stop.group(1)
        if not following:
            return True
        if following[0].islower():
            return False
        if not stop.group().startswith(".") or len(stop.group()) > 1:
            return True
        last = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start() + 1)
        if last is None:
            return True
        low = last.group().lower()
        short = low in self._abbreviations or low[:-1] in self._abbreviations
        initial = re.fullmatch(r"[A-Z]\.", last.group()) is not None
        if not short and not initial and low.count(".") < 2:
            return True
        # "the U.S. The ministry": a capital on a function word opens a sentence
        opens = any(c.startswith("function.") for c in self._lexicon[following.lower()].classes)
        return opens and not initial


def _windows(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > WINDOW:
        cut_at = text.rfind(" ", start + WINDOW // 2, start + WINDOW)
        cut_at = start + WINDOW if cut_at < 0 else cut_at
        yield Span(start, cut_at)
        start = cut_at + (text[cut_at : cut_at + 1] == " ")
    if start < end:
        yield Span(start, end)
