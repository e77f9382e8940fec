"""Subtitles (SubRip and WebVTT): what is said, over the cues that it is cut into, for reports only.

Cues that one sentence runs through are one segment, joined by a space; a cue after the end of a
sentence, a dash before another voice and a cue that names who speaks begin a new one. Times,
numbers, tags for looks, notes and styles are outside the text. The words are those of who spoke,
so that no fix may change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

from lintwords.model import Document, Kind, Part
from lintwords.readers.common.builder import Page, SegmentBuilder
from lintwords.readers.common.sentence_ends import ends_sentence
from lintwords.readers.common.source import decode
from lintwords.readers.html import lines as htmllines
from lintwords.readers.html.text import add_text

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?![\d:])[^\r\n]*")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_HEAD = re.compile(r"WEBVTT(?![^\s])")
_BESIDE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?![^\s])")
_NUMBER = re.compile(r"[ \t]*\d+[ \t]*")
# tags for looks, and times inside a cue
_TAG = re.compile(
    r"</?(?:[A-Za-z][^<>\r\n]{0,400})?>|<[\d:.]{4,20}>|\{\\[^{}\r\n]{0,400}\}|\\[Nnh]"
)
_BREAK = "\\"  # begins a line break or a hard space, as other subtitles write them
_DOTS = re.compile(r"[ \t]*(?:\.{2,3}|…)[ \t]*\Z")  # a sentence that goes on in the next cue
_GOES_ON = re.compile(r"[ \t]*(?:\.{2,3}|…)[ \t]*(?=[^\W\d_])|(?=[a-zß-öø-ÿ])")
_OVER = re.compile(r"</?(?:rt|ruby)\b")
_VOICE = re.compile(r"[ \t]*<v(?:\.[^\s<>]*)?[ \t]+([^<>\r\n]*)>")
_TURN = re.compile(r"[ \t]*(?:[-–—‐][ \t]*|>>[ \t]*)(?=[^\W_]|[\"“'‘(\[♪<])")
_MOST_CUES = 40  # that are joined where nothing tells of a sentence's end
_TAIL = 100  # characters of a line that are looked at for its end


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read subtitles; raises CannotRead if they cannot be decoded."""
    text, name = decode(path, data, encoding)
    words = _Words(text)
    for start, end, begins_cue in _spoken(text):
        words.add(start, end, begins_cue=begins_cue)
    words.flush()
    segments = tuple(words.page.segments)
    return Document(path, "subtitles", (Part(0, text),), segments, None, name)


def _lines(source: str) -> Iterator[tuple[int, int]]:
    """Where each line stands, without its end."""
    at = 0
    while at < len(source):
        line = _LINE.match(source, at)
        assert line is not None  # the pattern can match nothing
        yield line.span(1)
        at = line.end()


def _spoken(source: str) -> Iterator[tuple[int, int, bool]]:
    """Where each line of words stands, and whether it begins a cue.

    A line over the times is the number of the cue, or its name. Lines without times over them are
    words of the cue before, but for the head, notes and styles of WebVTT.
    """
    is_web = _HEAD.match(source) is not None
    is_over = True  # a blank line ended what stood before
    is_beside = begins = False
    last = (len(source), len(source))
    for (start, end), after in pairwise(chain(_lines(source), (last,))):
        if not source[start:end].strip():
            is_over, is_beside = True, False
        elif _is_times(source, start, end):
            is_over = is_beside = False
            begins = True
        elif is_over and is_web and _BESIDE.match(source, start, end):
            is_over, is_beside = False, True
        elif not is_beside:
            is_name = (is_over and is_web) or _NUMBER.fullmatch(source, start, end)
            is_over = False
            if not (is_name and _is_times(source, *after)):
                yield start, end, begins
                begins = False


def _is_times(source: str, start: int, end: int) -> bool:
    return source.find("-->", start, end) >= 0 and bool(_TIMES.fullmatch(source, start, end))


class _Words:
    """Joins the lines of cues to segments."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self._source = source
        self._end = 0  # of the line before
        self._cues = 0  # in the segment
        self._ends_sentence = False
        self._voice = ""
        self._dots = 0  # how many pieces there were before the dots at its end; 0 for none

    def add(self, start: int, end: int, *, begins_cue: bool) -> None:
        source = self._source
        goes_on = _GOES_ON.match(source, start, end) if self._dots else None
        if goes_on and (begins_cue or goes_on[0]):
            self.page.text.rewind(self._dots)
            start, self._ends_sentence = goes_on.end(), False
        if begins_cue:
            self._cues += 1
            if self._ends_sentence or self._cues > _MOST_CUES:
                self.flush()
        voice = _VOICE.match(source, start, end)
        if voice and voice[1] != self._voice:
            self.flush()
            self._voice = voice[1]
        turn = _TURN.match(source, start, end)
        if turn:
            self.flush()
            start = turn.end()
        text = self.page.text
        if len(text):
            htmllines.line_end(text, source, start, (self._end, start))
        at = start
        over: SegmentBuilder | None = None  # words that stand over others
        for tag in _TAG.finditer(source, start, end):
            add_text(text if over is None else over, source, at, tag.start(), 0)
            at = tag.end()
            if tag[0][0] == _BREAK:
                (text if over is None else over).space(*tag.span())
            if _OVER.match(tag[0]):
                self.page.aside(over.build(Kind.CAPTION) if over else None)
                over = None if tag[0][1] == "/" else SegmentBuilder(source)
        dots = _DOTS.search(source, max(at, end - _TAIL), end) if over is None else None
        add_text(text if over is None else over, source, at, dots.start() if dots else end, 0)
        self._dots = len(text) if dots else 0
        if dots:
            text.read_as(source[slice(*dots.span())], *dots.span())
        self.page.aside(over.build(Kind.CAPTION) if over else None)
        self._end = end
        words = _TAG.sub("", source[max(start, end - _TAIL) : end]).rstrip()
        self._ends_sentence = ends_sentence(words)

    def flush(self) -> None:
        """End the segment."""
        self.page.flush(Kind.PROSE, None, quoted=False)
        self._cues, self._dots, self._ends_sentence = 0, 0, False
