"""Numbers of notes in a page of HTML: they are no words of the sentence that they hang on."""

from __future__ import annotations

import re

from lintwords.readers.common.builder import SegmentBuilder

_NOTE_MARK = re.compile(
    r"\s*[\[(]?(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,9}|[a-z](?:\s*,\s*[a-z]){1,9}|[*†‡§]+)[\])]?\s*"
)


class NoteNumbers:
    """Takes the numbers of notes back out of a text, and a comma or a dash between two of them."""

    def __init__(self) -> None:
        self._last = 0  # how many pieces the text had before the number of the last note

    def take_back(self, words: SegmentBuilder, mark: int) -> None:
        """What has been read since `mark`, if it is the number of a note."""
        if not _NOTE_MARK.fullmatch(words.since(mark)):
            return
        words.rewind(mark)
        if words.since(self._last).strip() in (",", "–", "-"):
            words.rewind(self._last)
        self._last = len(words)
