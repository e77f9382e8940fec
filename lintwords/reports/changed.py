"""The sentence round a finding with other words in it, as a report shows what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lintwords.fixes import offers
from lintwords.model import Edit, Finding
from lintwords.reports.view import Stretch

ROUND = 90  # signs of text on each side of changed words; the script of the page shows as many
_LINE_END = re.compile(r"[\r\n]+")


def changed_sentence(
    text: str, finding: Finding, edits: Sequence[Edit], others: Iterable[Edit] = ()
) -> list[Stretch]:
    """The text round a finding with `edits` made, as far as the line or the paragraph goes.

    `text` is that of the part which the finding stands in; edits of other parts are left out.
    `others` are made round it too, and not marked: each has its own place in a report.
    """
    at = finding.at
    here = sorted((edit for edit in edits if edit.part == at.part), key=lambda one: one.start)
    start, end = offers.stretch(at.start, at.end, here)
    beside = sorted((edit for edit in others if edit.part == at.part), key=lambda one: one.start)
    before = _made(text, 0, start, [edit for edit in beside if edit.end <= start])
    after = _made(text, end, len(text), [edit for edit in beside if edit.start >= end])
    before = _LINE_END.split(before[-ROUND:])[-1]
    after = _LINE_END.split(after[:ROUND])[0]
    made, done = [Stretch(_whole_words(before, first=True))], start
    for edit in here:
        stays, goes = text[done : edit.start], text[edit.start : edit.end]
        made += [Stretch(stays), Stretch("", goes, edit.text)]
        done = edit.end
    made += [Stretch(text[done:end]), Stretch(_whole_words(after, first=False))]
    return [one for one in made if any(one)]


def _made(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """text[start:end] with edits made in it, those that reach far enough to be shown."""
    pieces: list[str] = []
    for edit in edits:
        pieces += (text[start : edit.start], edit.text)
        start = max(edit.end, start)
    return "".join([*pieces, text[start:end]])


def _whole_words(text: str, *, first: bool) -> str:
    """Text that was cut at one end, without the word that was cut in two."""
    if len(text) < ROUND:
        return text
    return re.sub(r"^\S*\s", "… ", text) if first else re.sub(r"\s\S*$", " …", text)
