"""The text of a segment → the spans of its sentences, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later
from lintwords.model import Span
from lintwords.text.lexicon import Lexicon

ABBREVIATION = "function.abbreviation"
WINDOW = 2000  # a longer sentence is cut here, so that no step can be slow on hostile input

_STOP = later.pattern(
    r"(?:[.!?…]+[\"'”’»)\]]*|\.[\"'”’»)\]]*)(?=\s+[\"'“‘«„(\[]*([^\W_]+)|\s*$)"
)
_LAST_WORD = later.pattern(r"(?:[^\W\d_]\.)+$|[^\W_]+\.$")


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
        initial = len(low) == 2 and "A" <= last.group()[0] <= "Z"
        if not short and not initial and low.count(".") < 2:
            return True
        # "the U.S. The ministry": a capital on a function word opens a sentence
        opens = any(c.startswith("function.") for c in self._lexicon[following.lower()].classes)
        return opens and not initial


def is_rest(text: str, start: int, end: int, after: int) -> bool:
    """Whether what begins at `after` was cut off text[start:end], where no sentence ends."""
    cut = end - start >= WINDOW // 2 and after - end <= 1
    return cut and not _STOP.match(text, end - 1)


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
