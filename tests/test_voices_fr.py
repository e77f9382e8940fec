"""Whose words a stretch of French is: the table in data/voices_fr.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
import tables

from lintwords.judge.document_linter import load
from lintwords.model import Document, Kind, Options, Part, Segment, SourceMap, Span
from lintwords.text.sentences import Sentence
from lintwords.voices import mark

TABLE: dict[str, list[list[str]]] = tables.loads(
    (Path(__file__).parent / "data/voices_fr.toml").read_text("utf-8")
)
ROWS = [(*row, voice) for voice, rows in TABLE.items() for row in rows]


def voice_of(text: str, words: str) -> str:
    compiled = load(Options(lang="fr")).compiled
    segments = []
    for paragraph in text.split("\n\n"):
        kind = Kind.HEADING if paragraph.startswith("# ") else Kind.PROSE
        body = paragraph.removeprefix("# ").removeprefix("> ")
        segments.append(Segment(body, SourceMap(()), kind, None, paragraph.startswith("> ")))
    rows = [
        [
            Sentence(nth, segment.text, start, end, compiled.lexicon, compiled.names)
            for start, end in compiled.splitter.split(segment.text)
        ]
        for nth, segment in enumerate(segments)
    ]
    document = Document(Path("a"), "text", (Part(0, text),), tuple(segments))
    voices = mark(document, rows, compiled.lexicon)
    at = next(nth for nth, segment in enumerate(segments) if words in segment.text)
    start = segments[at].text.index(words)
    return voices.at(at, Span(start, start + len(words))).value


@pytest.mark.parametrize(("text", "words", "voice"), ROWS, ids=lambda value: value[:40])
def test_whose_words_they_are(text: str, words: str, voice: str) -> None:
    assert voice_of(text, words) == voice
