"""A sentence and its views: words, tokens, cues.

Tokens are made only for sentences that something asks about, and shared by equal ones. Three views
of a sentence are kept: `words`, the single words and marks (phrase rules match these); `tokens`,
where a name or a lexicon entry of several words is one token (grammar reads these; entries of
several words in the tables
`verbs`, `voices` and `words` are not drawn together here: a verb's particle or object may stand
apart); and `cues`, the same with entries of the table `voices` drawn together first (voices read
these). All offsets are code points in the segment's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from lintwords.model import Span
from lintwords.text import over_colons
from lintwords.text.accents import cased, is_accented
from lintwords.text.drawn_together import drawn_together
from lintwords.text.lexicon import NOTHING, Lexicon, Longer
from lintwords.text.parted_words import HELD, PARTED, Cut, joined, over_objects
from lintwords.text.tokens import NameTable, Token, start_of
from lintwords.values import dataclass, field, replace

# which tables' longer entries are drawn together, in this order of say
_GRAMMAR = (("nouns.", "adjectives.", "adverbs.", "function.", "names."),)
_VOICES = (("voices.",), *_GRAMMAR)

_NONE: Mapping[str, str] = MappingProxyType({})
_T = TypeVar("_T")
_OPENING = 80  # characters that tell how a sentence begins
_IF_CAPITAL = "names.country-if-capital"  # a class of words that are names only in capitals


class Window:
    """The sentences of a document whose words are kept, those that were read last.

    The words of a sentence take a hundred times the room of its text; those of a long document
    would not fit into memory.
    """

    def __init__(self, most: int = 20_000) -> None:
        # what is counted of the document, by name; each name has one owner
        self.notes: dict[str, Any] = {}
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


class _view(Generic[_T]):
    """A view of a sentence, made when it is first asked for.

    Equal sentences share that of the first of them, and keep none when it is forgotten.
    """

    def __init__(self, work: Callable[[Sentence], _T]) -> None:
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, sentence: Sentence, owner: type[Sentence] | None = None) -> _T:
        if sentence.like is not None:
            shared: _T = getattr(sentence.like, self._name)
            return shared
        made = sentence.__dict__[self._name] = self._work(sentence)
        return made


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
    # what was found out about its words, by name, so that it is asked once; each name has one owner
    notes: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    # the same about the place where it stands
    here: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    like: Sentence | None = field(default=None, repr=False, compare=False)  # the first of its words
    moved: int = field(default=0, repr=False, compare=False)  # from there to where it stands
    begins: int = field(default=-1, repr=False, compare=False)  # of the longer one it is a rest of

    def again(self, segment: int, at: int) -> Sentence:
        """The same sentence at another place; what is known of it is shared.

        It has the text and the offsets of the first: see `placed`.
        """
        return replace(self, segment=segment, here={}, like=self, moved=at - self.start)

    def placed(self, span: Span) -> Span:
        """A stretch of it in the text of its segment, where it may stand somewhere else."""
        return Span(span.start + self.moved, span.end + self.moved) if self.moved else span

    def forget(self) -> None:
        """Let go of all that was found out about the sentence."""
        for name in ("words", "lows", "tokens", "cues", "longer", "marked", "spelt"):
            self.__dict__.pop(name, None)
        self.notes.clear()
        self.here.clear()

    @property
    def opening(self) -> Sequence[Token]:
        """The first words of the longer sentence of which this is a rest; none of any other."""
        if self.begins < 0:
            return ()
        end = min(self.begins + _OPENING, self.start)
        return Sentence(self.segment, self.text, self.begins, end, self.lexicon, self.names).tokens

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def before(self, at: int, most: int) -> Sequence[Token]:
        """The last words, up to `most`, that begin before an offset."""
        end = bisect_left(self.words, at, key=start_of)
        return self.words[max(end - most, 0) : end]

    @_view
    def words(self) -> tuple[Token, ...]:
        if self.window:
            self.window.hold(self)
        lexicon, text = self.lexicon, self.text
        found = []
        cut: Iterable[Cut] = lexicon.spelling.cut(text, self.start, self.end)
        if PARTED.search(text, self.start, self.end):
            cut = joined(cut, text, self._is_word)
        if HELD.search(text, self.start, self.end):
            cut = over_objects(cut, text, self._is_name)
        if over_colons.MARKED.search(text, self.start, self.end):
            cut = over_colons.within(cut, text, lexicon)
        lacks_accents = False
        if lexicon.spelling.LOSES_ACCENTS:
            cut = list(cut)
            lacks_accents = self._lacks_accents(cut)
        # posts and chats write names in small letters
        capitals = self.names.capitals if text[self.start : self.end].islower() else _NONE
        for form, kind, start, end in cut:
            low = form.lower()
            if lacks_accents and kind == "word" and len(form) > 1:
                low, word = lexicon.without_accents(low)
                form = cased(low, form)
            else:
                is_word = kind != "other" or low[0] == "#"  # a class may hold hashtags
                word = lexicon[low] if is_word else NOTHING
            form = capitals.get(form, form)
            if not form.isascii() or not (form.islower() or form.istitle()):
                meant = self.names.as_meant(form)
                is_free = form.isascii() or not word.readings or start > self.start
                if meant != form and is_free:
                    form, low = meant, meant.lower()
                    word = lexicon[low]
            if low != form and _IF_CAPITAL in word.classes and self._is_short_name(form):
                word = lexicon[".".join(low) + "."]  # "US" is "U.S.", and no pronoun
            found.append(Token(text[start:end], form, start, end, word, "", kind == "joiner", low))
        return tuple(found)

    @_view
    def lows(self) -> frozenset[str]:
        """Its words as the lexicon writes them, in small letters."""
        return frozenset([word.low for word in self.words])

    def _is_word(self, form: str) -> bool:
        """Whether a form is known: a name as it is written, or a word of the lexicon."""
        return self._is_name(form) or bool(self.lexicon[form.lower()].readings)

    def _is_name(self, form: str) -> bool:
        return "" in self.names.by_first.get(form, ())

    @_view
    def spelt(self) -> str:
        """The segment's text, with the accents of words of the sentence that were left out."""
        parts, at = [], 0
        for word in self.words:
            is_longer = len(word.form) != len(word.text)
            if word.text.isascii() and not word.form.isascii() and not is_longer:
                parts += [self.text[at : word.start], word.form]
                at = word.end
        return "".join((*parts, self.text[at:])) if parts else self.text

    def _lacks_accents(self, cut: Sequence[Cut]) -> bool:
        """Whether no letter bears an accent, though all are capitals or a word needs one."""
        own = self.text[self.start : self.end]
        if not own.isascii() and any(is_accented(letter) for letter in own):
            return False
        return own.isupper() or any(
            form.islower() and self.lexicon.needs_accents(form)
            for form, kind, _, _ in cut if kind == "word"
        )

    def _is_short_name(self, form: str) -> bool:
        """Whether capitals tell a name: not of one letter, and not where all is in capitals."""
        loud = self.text[self.start : self.end].isupper()
        return len(form) > 1 and form.isupper() and not loud

    @_view
    def tokens(self) -> tuple[Token, ...]:
        """Words with names and longer entries of grammar drawn together."""
        return tuple(self._drawn_together(_GRAMMAR))

    @_view
    def cues(self) -> tuple[Token, ...]:
        """Words with names and longer entries drawn together, those of `voices` first."""
        return tuple(self._drawn_together(_VOICES))

    def _drawn_together(self, orders: Sequence[tuple[str, ...]]) -> Iterator[Token]:
        return drawn_together(
            self.words, self.longer, self.names, self.text, self.lexicon.spelling, orders
        )

    @_view
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

    @_view
    def marked(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """Where longer entries of the table `words` start, with their classes."""
        found = []
        for at, standing in self.longer.items():
            classes = [e.reading.cls for e, _ in standing if e.reading.cls.startswith("words.")]
            if classes:
                found.append((self.words[at].start, frozenset(classes)))
        return tuple(found)
