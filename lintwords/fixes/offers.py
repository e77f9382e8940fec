"""What a person is offered in place of found words: the fixes, then the wordings of the rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintwords.model import Edit, Finding, Fix, reasons
from lintwords.model.rule import COMMENT
from lintwords.packs.loader import messages

ASKS = "["  # what a wording begins with that asks for the words
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t>]*")


def offers_of(finding: Finding) -> tuple[Fix, ...]:
    """Fixes, then the rule's wordings in place of other words found; none in a quotation.

    What is to be done with an ignore comment is told in words, not offered as text.
    """
    if finding.is_quoted:
        return ()
    if finding.category == COMMENT:
        return finding.fixes
    at = finding.at
    known = {fix.label for fix in finding.fixes}
    why = messages(finding.lang)[reasons.CHOOSE]
    wordings = [
        Fix(text, (Edit(at.part, at.start, at.end, wrapped(finding.text, text)),), why_not=why)
        for text in dict.fromkeys(finding.instead)
        if text not in known and text != finding.text
    ]
    return (*finding.fixes, *wordings)


def stretch(start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int]:
    """From the first to the last character that found words, at start:end, or `edits` touch."""
    return (min([start, *(edit.start for edit in edits)]),
            max([end, *(edit.end for edit in edits)]))


def wrapped(old: str, new: str) -> str:
    """New words with the line break that stood in the old ones, after as many words."""
    breaks = _BREAK.findall(old)
    words = new.split(" ")
    if len(breaks) != 1 or len(words) < 2:
        return new
    before = len(old.partition(breaks[0])[0].split())
    before = max(min(before, len(words) - 1), 1)
    return f"{' '.join(words[:before])}{breaks[0]}{' '.join(words[before:])}"
