"""A document with edits made → its text to read, copy and paste, for files that are only read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from lintwords.fixes.copies import has_copy
from lintwords.interface import place
from lintwords.model import Document, Edit

_COUNTED = re.compile(r"(?:^|, )[^,\"]* \d+$")  # the last step of a place: ", paragraph 3"


def section(where: str) -> str:
    """The part of a file that a place is in: `text` of a mail, one of its attachments.

    Empty for a place that is only counted ("table 1, row 2, column 1").
    """
    while found := _COUNTED.search(where):
        where = where[: found.start()]
    return where


def composed(document: Document, edits: Sequence[Edit]) -> str:
    """The text with `edits` made; where a file has several sections, each below its name.

    Paragraphs of mail and the like have a blank line between them, those of an office document
    none: a word processor makes paragraphs of them. The script of the page does the same.
    """
    between = "\n" if has_copy(document.format) else "\n\n"
    found = [(name, list(parts)) for name, parts in
             groupby(document.parts, key=lambda part: section(part.place))]
    rows = []
    for name, parts in found:
        texts = []
        for part in parts:
            here = sorted((one for one in edits if one.part == part.index), key=lambda e: e.start)
            texts.append(_spliced(part.text, here))
        head = f"[{place(name)}]\n" if name and len(found) > 1 else ""
        rows.append(head + between.join(texts))
    return "\n\n".join(rows)


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*pieces, text[at:]])
