"""One document before one pack: its sentences, its voices, its languages and its places."""

from __future__ import annotations

from functools import cached_property

from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.remit import Remit
from lintwords.model import Document, Options, Piece, Place, Segment, Span, Voice, hull
from lintwords.model.line_numbers import Lines
from lintwords.model.rule import NAMING, Rule
from lintwords.text.document_sentences import Sentences
from lintwords.text.sentences import Sentence
from lintwords.text.transcripts import end_of_first_turn, opens_as_speech, spoken
from lintwords.voices import Voices, mark


class Scene:
    """What is asked of a document while it is judged; looked for once, and late."""

    def __init__(
        self, compiled: CompiledPack, document: Document, options: Options, remit: Remit
    ) -> None:
        self.remit = remit
        self.compiled, self.document, self.options = compiled, document, options
        self.sentences = Sentences(
            document.segments, compiled.splitter, compiled.lexicon, compiled.names
        )
        self._lines = [Lines(part) for part in document.parts]
        self._speech_from: dict[int, int | None] = {}  # segment → where speech begins in its text

    @cached_property
    def voices(self) -> Voices:
        return mark(self.document, self.sentences, self.compiled.lexicon)

    @cached_property
    def _spoken(self) -> range:
        return spoken(self.document.segments, self.compiled.lexicon)

    def voice(
        self, sentence: Sentence, span: Span, *, is_name: bool = False, is_mention: bool = False
    ) -> Voice:
        """Who speaks at a place of a sentence; names, labels, mentions are asked for as such."""
        return self.voices.at(
            sentence.segment, sentence.placed(span), is_name=is_name, is_mention=is_mention
        )

    def voice_of(self, rule: Rule, sentence: Sentence, span: Span) -> Voice:
        """Who speaks where a rule points."""
        return self.voice(
            sentence, span, is_name=rule.category in NAMING, is_mention=not rule.is_line
        )

    def with_marks(self, span: Span, sentence: Sentence) -> Span:
        """A stretch of a sentence with both marks of a name that stands in them."""
        found = self.voices.with_marks(sentence.segment, sentence.placed(span))
        return Span(found.start - sentence.moved, found.end - sentence.moved)

    def is_speech(self, sentence: Sentence) -> bool:
        """Whether it stands in a record of speech, or alone behind the name of who speaks."""
        row = sentence.segment
        if row not in self._speech_from:
            self._speech_from[row] = self._found_speech(row)
        start = self._speech_from[row]
        return start is not None and start <= sentence.end + sentence.moved

    def _found_speech(self, row: int) -> int | None:
        """From where on a segment is speech."""
        text, lexicon = self.document.segments[row].text, self.compiled.lexicon
        if row in self._spoken or opens_as_speech(text, lexicon):
            return 0
        return end_of_first_turn(text, lexicon)

    def segment(self, sentence: Sentence) -> Segment:
        return self.document.segments[sentence.segment]

    def pieces(self, span: Span, sentence: Sentence) -> tuple[Piece, ...]:
        """The source of a stretch of a sentence."""
        return self.segment(sentence).map.to_source(sentence.placed(span))

    def place(self, span: Span, sentence: Sentence) -> Place:
        """Where in the file a stretch of a sentence stands."""
        return self.at(hull(self.pieces(span, sentence)))

    def at(self, whole: Piece) -> Place:
        """The same of a stretch of the source."""
        return self._lines[whole.part].place(whole)

    def is_ours(self, span: Span, sentence: Sentence) -> bool:
        """Whether the pack is for the language at a place."""
        segment, at = self.segment(sentence), sentence.placed(span).start
        langs = (one.lang for one in segment.foreign if one.start <= at < one.end)
        return self.remit.speaks(next(langs, segment.lang or self.document.lang))
