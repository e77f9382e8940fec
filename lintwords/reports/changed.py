"""The sentence round a finding with other words in it, as a report shows what was decided."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from lintwords.fixes import offers
from lintwords.model import Document, Edit, Finding, Run, Segment
from lintwords.readers.seen.lead_ins import is_joint, joint_as_read
from lintwords.reports.view import Stretch

ROUND = 90  # signs of text on each side of changed words; the script of the page shows as many
_LINE_END = re.compile(r"[\r\n]+")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")  # but for the spaces that hold words together


def changed_sentence(
    document: Document, finding: Finding, edits: Sequence[Edit], others: Iterable[Edit] = ()
) -> list[Stretch]:
    """The text round a finding with `edits` made, as far as its paragraph goes; without markup.

    Edits of other parts are left out. `others` are made round it too, and not marked: each has its
    own place in a report.
    """
    at = finding.at
    here = sorted((edit for edit in edits if edit.part == at.part), key=lambda one: one.start)
    start, end = offers.stretch(at.start, at.end, here)
    read = _Read(document, at.part, start, end)
    beside = sorted((edit for edit in others if edit.part == at.part), key=lambda one: one.start)
    before = read.made(read.first, start, [edit for edit in beside if edit.end <= start])
    after = read.made(end, read.last, [edit for edit in beside if edit.start >= end])
    before = _LINE_END.split(before[-ROUND:])[-1]
    after = _LINE_END.split(after[:ROUND])[0]
    made, done = [Stretch(_whole_words(before, first=True))], start
    for edit in here:
        made.append(Stretch(read.cut(done, edit.start)))
        made.append(Stretch("", read.cut(edit.start, edit.end), read.new(edit)))
        done = edit.end
    made += [Stretch(read.cut(done, end)), Stretch(_whole_words(after, first=False))]
    return [one for one in made if any(one)]


class _Read:
    """A part of a document as a person reads it round a stretch of the source.

    That is the passage that holds the stretch; the part as it stands where none does.
    """

    def __init__(self, document: Document, part: int, start: int, end: int) -> None:
        self._text = next(one.text for one in document.parts if one.index == part)
        self._is_html = document.format == "html"
        self.first, self.last = 0, len(self._text)
        self._segment: Segment | None = None
        self._runs: list[Run] = []  # of a list, the part may hold one item
        for segment in document.segments:
            runs = [run for run in segment.map.runs if run.piece.part == part]
            pieces = [run.piece for run in runs]
            if pieces and pieces[0].start <= start and end <= pieces[-1].end:
                self._segment, self._runs = segment, runs
                self.first, self.last = pieces[0].start, pieces[-1].end
                break

    def cut(self, start: int, end: int) -> str:
        """What is read of source[start:end]."""
        if self._segment is None:
            return self._text[start:end]
        found = []
        for run in self._runs:
            piece = run.piece
            low, high = max(start, piece.start), min(end, piece.end)
            if piece.verbatim and low < high:
                found.append(self._text[low:high])
            elif not piece.verbatim and start <= piece.start < end:
                found.append(self._between(self._segment, run))
        return _SPACE.sub(" ", "".join(found).replace("\ufffc", "…"))

    def _between(self, segment: Segment, run: Run) -> str:
        """What is read of a run that does not stand so in the source."""
        if not is_joint(segment, run):
            return segment.text[run.start : run.end]
        read = joint_as_read(self._text, segment, run)
        return read if run is not self._runs[-1] else read.strip(" •")

    def new(self, edit: Edit) -> str:
        """What is read of the words that an edit puts in."""
        return html.unescape(edit.text) if self._is_html else edit.text

    def made(self, start: int, end: int, edits: Sequence[Edit]) -> str:
        """What is read of source[start:end] with edits made in it."""
        pieces: list[str] = []
        for edit in edits:
            if not self.first <= edit.start <= edit.end <= self.last:
                continue
            pieces += (self.cut(start, edit.start), self.new(edit))
            start = max(edit.end, start)
        return "".join([*pieces, self.cut(start, end)])


def _whole_words(text: str, *, first: bool) -> str:
    """Text that was cut at one end, without the word that was cut in two."""
    if len(text) < ROUND:
        return text
    return re.sub(r"^\S*\s", "… ", text) if first else re.sub(r"\s\S*$", " …", text)
