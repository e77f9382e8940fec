"""Ignore comments as reStructuredText and AsciiDoc write them, and where there is room for one.

    .. lintwords: ignore RULE: reason        a block of its own, at the indent of the next block
    // lintwords: ignore RULE: reason        a line of its own

A comment in the wrong place would part a list or a table, or end a paragraph. So one is written
only where a block begins its line, and in reStructuredText after a blank line or a list marker.
"""

from __future__ import annotations

import re

from lintwords.errors import LintwordsError
from lintwords.interface import say, to_say
from lintwords.model import Document, Edit, Kind

OPENING = {"rst": "..", "asciidoc": "//"}  # of a comment, by format
# what stands before the first words of a block: list markers, then marks of what is inside
_BEFORE = re.compile(
    r"(?P<own>[ \t]*(?:(?:[-*+•‣⁃]|\(?\w{1,3}[.)])[ \t]+)*)[*`_|\[(\"'“‘«]*"
)
_NO_ROOM = to_say(
    "cannot write an ignore comment there",
    "Keep the decision in the baseline: lintwords check --baseline-write",
)


def written(format: str, words: str) -> str:
    """The comment that says `words` to lintwords."""
    return f"{OPENING[format]} lintwords: {words}"


def insertion(document: Document, at: int, comment: str) -> Edit:
    """The edit that puts `comment` before the block at `at`. Raises LintwordsError for no room."""
    source = document.source
    line = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    end = "\r\n" if "\r\n" in source else "\n"
    if any(_stands_before(document, line, at)):
        raise LintwordsError(say(_NO_ROOM[0]), say(_NO_ROOM[1]))
    if document.format == "asciidoc":
        return Edit(0, line, line, f"{comment}{end}")
    found = _BEFORE.fullmatch(source, line, at)
    if found is None or not (found["own"].strip() or _is_first(source, line)):
        raise LintwordsError(say(_NO_ROOM[0]), say(_NO_ROOM[1]))
    place = found.end("own")
    indent = re.sub(r"[^\t]", " ", source[line:place])
    return Edit(0, place, place, f"{comment}{end}{end}{indent}")


def _stands_before(document: Document, line: int, at: int) -> list[bool]:
    """For each segment of the line up to `at` whether a comment before it would not reach on."""
    starts = ((one.map.runs[0].piece.start, one.kind) for one in document.segments)
    return [start < at or kind is Kind.CELL for start, kind in starts if line <= start <= at]


def _is_first(source: str, line: int) -> bool:
    """Whether nothing stands right above a line."""
    above = source[:line].removesuffix("\n").removesuffix("\r")
    return not above[max(above.rfind("\n"), above.rfind("\r")) + 1 :].strip()
