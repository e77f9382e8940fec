"""What holds for every document that a text reader reads."""

from __future__ import annotations

import html
from html.parser import HTMLParser
from pathlib import Path

import pytest
import strategies
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lintwords import readers
from lintwords.model import Document, Segment, Span

FORMATS = {
    "text": strategies.plain_documents(),
    "markdown": strategies.markdown_documents(),
    "html": strategies.html_documents(),
}
DOCUMENTS = st.one_of(*(st.tuples(st.just(name), documents) for name, documents in FORMATS.items()))
PATIENT = settings(deadline=None)  # the machine may be busy


def read(format: str, source: str) -> Document:
    return readers.read(Path("a"), source.encode(), format=format)


def assert_map_is_whole(document: Document, segment: Segment) -> None:
    """Runs cover the text without gaps, lead back to equal text, and never overlap."""
    at, before = 0, 0
    for start, end, piece in segment.map.runs:
        assert start == at < end
        assert before <= piece.start < piece.end
        if piece.verbatim:
            assert document.source[piece.start : piece.end] == segment.text[start:end]
        at, before = end, piece.end
    assert at == len(segment.text)
    assert segment.text == segment.text.strip() != ""


def read_back(document: Document, segment: Segment, span: Span) -> str:
    """What the pieces of a span say, decoded without the reader."""
    words = ""
    for piece in segment.map.to_source(span):
        text = document.source[piece.start : piece.end]
        if piece.verbatim:
            words += text
        else:
            words += html.unescape(text) if text.strip(" \t\r\n\\>") else " "
    return words


@PATIENT
@given(DOCUMENTS)
def test_a_phrase_is_found_and_leads_back_to_itself(case: tuple[str, tuple[str, str]]) -> None:
    format, (source, phrase) = case
    document = read(format, source)
    (segment,) = (segment for segment in document.segments if phrase in segment.text)
    at = segment.text.index(phrase)
    assert read_back(document, segment, Span(at, at + len(phrase))) == phrase


@PATIENT
@given(DOCUMENTS)
def test_what_nobody_reads_is_in_no_segment(case: tuple[str, tuple[str, str]]) -> None:
    format, (source, _) = case
    for segment in read(format, source).segments:
        assert strategies.SECRET not in segment.text


@PATIENT
@given(DOCUMENTS)
def test_every_map_is_whole(case: tuple[str, tuple[str, str]]) -> None:
    format, (source, _) = case
    document = read(format, source)
    for segment in document.segments:
        assert_map_is_whole(document, segment)


@pytest.mark.parametrize("format", FORMATS)
@given(source=strategies.SCRAPS)
@example(source="<q><code></q>")  # an end that also ends what is left out inside
@settings(deadline=None, max_examples=300)
def test_every_map_is_whole_in_any_text(format: str, source: str) -> None:
    document = read(format, source)
    for segment in document.segments:
        assert_map_is_whole(document, segment)


@pytest.mark.parametrize("format", FORMATS)
@PATIENT
@given(source=strategies.SCRAPS)
def test_reading_is_pure_and_keeps_the_bytes(format: str, source: str) -> None:
    document = read(format, source)
    assert document == read(format, source)
    assert readers.encode(document) == source.encode()


@PATIENT
@given(strategies.html_documents())
def test_html_agrees_with_another_parser(case: tuple[str, str]) -> None:
    source, _ = case
    oracle = _Oracle()
    oracle.feed(source)
    oracle.close()
    texts = "".join(s.text for s in read("html", source).segments if s.text != "alt")
    assert "".join(texts.replace("\ufffc", "").split()) == "".join("".join(oracle.texts).split())


class _Oracle(HTMLParser):
    """The visible text by the standard library's parser."""

    skipped = ("script", "style", "code", "kbd", "svg", "template", "select", "pre")

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "path"):
            hides = tag in self.skipped or dict(attrs).keys() & {"hidden"}
            self._open.append((tag, bool(hides)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not any(hides for _, hides in self._open):
            self.texts.append(data)
