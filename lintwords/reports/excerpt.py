"""The words of a finding with some text round them, as three stretches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintwords.model import Finding

ROUND = 240  # code points kept on each side
_BLOCK = re.compile(r"\s*(?:[-*+#>|]|\d+[.)]\s|$)")  # a line that begins a block, or is empty


def excerpt(
    finding: Finding, lines: Sequence[str], more: str = "…"
) -> tuple[str, str, str]:
    """What stands before the found words, the words, what stands after, of their paragraph.

    `lines` are all lines of the source with their line ends, or the paragraphs of a document
    without lines; where the finding does not stand in them, the words come alone. What is longer
    than `ROUND` is cut on a word border with `more`.
    """
    at = finding.at
    if at.line == 0 and at.part < len(lines):
        text = lines[at.part]
        return _last(text[: at.start].lstrip(), more), finding.text, \
            _first(text[at.end :].rstrip(), more)  # fmt: skip
    if not 0 < at.line <= at.end_line <= len(lines):
        return "", finding.words, ""
    first, last = at.line - 1, at.end_line - 1
    before = lines[first][: at.column - 1]
    after = lines[last][at.end_column - 1 :].rstrip()
    while len(before) < ROUND and first and not _begins(lines[first]) and lines[first - 1].strip():
        first -= 1
        before = f"{lines[first].rstrip()} {before.lstrip()}"
    while len(after) < ROUND and last + 1 < len(lines) and not _begins(lines[last + 1]):
        last += 1
        after = f"{after} {lines[last].strip()}"
    return _last(before.lstrip(), more), finding.text, _first(after, more)


def _begins(line: str) -> bool:
    return _BLOCK.match(line) is not None


def _last(text: str, more: str) -> str:
    if len(text) <= ROUND:
        return text
    kept = text[-ROUND:]
    border = kept.find(" ")
    return f"{more} {kept[border + 1 :]}" if border >= 0 else f"{more}{kept}"


def _first(text: str, more: str) -> str:
    if len(text) <= ROUND:
        return text
    kept = text[:ROUND]
    border = kept.rfind(" ")
    return f"{kept[:border]} {more}" if border > 0 else f"{kept}{more}"
