"""How many words of a document are in each language, and where the first passage in it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintwords import later
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Document, Segment, Span, hull
from lintwords.text.langtag import language

_UNSPACED = later.pattern("[\u2e80-\uabff]")  # Chinese and Japanese letters
_LETTERS = 2  # of these to a word


class Passages(NamedTuple):
    """The passages in one language that is not judged."""

    number: int
    words: int
    first: str  # where the first of them stands


class Counts(NamedTuple):
    """What of a document can be judged, and what cannot."""

    known: int  # words in languages that are judged
    left_out: bool  # whether stretches were left out unread: the gate knows them
    unknown: Mapping[str, Passages]  # by language

    @property
    def is_judged(self) -> bool:
        """Whether some of it is judged."""
        return self.known > 0 or self.left_out


def speaks(lang: str | None, linter: DocumentLinter) -> bool:
    """Whether a linter judges a text in `lang`."""
    return lang is None or linter.judges(language(lang))


def stretches(document: Document) -> Iterator[tuple[Segment, str | None, Span]]:
    """Each stretch of a document that is in one language."""
    for segment in document.segments:
        lang, start = segment.lang or document.lang, 0
        for foreign in sorted(segment.foreign):
            if segment.text[start : foreign.start].strip():
                yield segment, lang, Span(start, foreign.start)
            yield segment, foreign.lang, Span(foreign.start, foreign.end)
            start = foreign.end
        if start < len(segment.text):
            yield segment, lang, Span(start, len(segment.text))


def counts(document: Document, linter: DocumentLinter) -> Counts:
    """How many words of a document a linter judges, and what is in other languages."""
    found: dict[str, Passages] = {}
    known, last = 0, ""
    for segment, lang, span in stretches(document):
        number = _words_in(segment.text[span.start : span.end])
        name = "" if lang is None or speaks(lang, linter) else language(lang)
        if not name:
            known += number
        elif number:
            before = found.get(name) or Passages(0, 0, _where(document, segment, span))
            found[name] = before._replace(
                number=before.number + (name != last), words=before.words + number
            )
        last = name if number else last
    return Counts(known, document.left_out > 0, found)


def _words_in(text: str) -> int:
    """How many words a stretch holds; where none are parted by spaces, two letters are one."""
    number = len(text.split())
    if text.isascii():
        return number
    return max(number, len(_UNSPACED.findall(text)) // _LETTERS)


def _where(document: Document, segment: Segment, span: Span) -> str:
    """The place of a passage, for people."""
    from lintwords.model.line_numbers import Lines  # most texts hold none

    place = hull(segment.map.to_source(span))
    at = Lines(document.parts[place.part]).place(place)
    return at.place or f"line {at.line}"
