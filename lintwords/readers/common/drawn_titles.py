"""Lines drawn under a title, and over it: they grow with its words when a change is written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lintwords.model import Bound, Document, Edit, reasons
from lintwords.readers.common import source

_SHORTEST = 4
_UNDER = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?P<line>([^\w\s])\2+)")
_GAP = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*")
_INDENT = 100  # characters between the line over a title and the title


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """As `source.write`; a drawn line gets as much longer as its title does."""
    return source.write(data, document, [*edits, *_grown(document, edits)])


def _grown(document: Document, edits: Sequence[Edit]) -> Iterator[Edit]:
    ordered = sorted(edits, key=lambda edit: edit.start)
    for title in document.bound:
        if title.why == reasons.DRAWN:
            first = bisect_left(ordered, title.start, key=lambda edit: edit.start)
            inside = ordered[first : bisect_left(ordered, title.end, key=lambda edit: edit.start)]
            if more := sum(map(_growth, inside)):
                lines = _lines(document.source, title, is_over=document.format == "rst")
                yield from (_longer(document.source, *line, more) for line in lines)


def _growth(edit: Edit) -> int:
    """How much longer a line gets; what is put in with a line end is a comment before it."""
    return 0 if {"\n", "\r"} & {*edit.text} else len(edit.text) - (edit.end - edit.start)


def _lines(text: str, title: Bound, *, is_over: bool) -> Iterator[tuple[int, int]]:
    """Where the lines at a title stand; with `is_over` one over it counts too."""
    under = _UNDER.match(text, title.end)
    if under is None:
        return
    yield under.span("line")
    line = under["line"]
    start = text.rfind(line, max(title.start - len(line) - _INDENT, 0), title.start)
    end = start + len(line)
    is_alone = start == 0 or text[start - 1].isspace()
    if is_over and start >= 0 and is_alone and _GAP.fullmatch(text, end, title.start):
        yield start, end


def _longer(text: str, start: int, end: int, more: int) -> Edit:
    stop = max(start + _SHORTEST, end + more)
    return Edit(0, end, end, text[start] * (stop - end)) if stop >= end else Edit(0, stop, end, "")
