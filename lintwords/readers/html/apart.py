"""Where the words of two elements of HTML stand apart though no white space parts them.

A style sets an element on a line of its own; what a sheet outside the page does is told by the
words: an element that begins with a capital does not go on with the word before it ("NewsChina",
"3 MarchChina"), but for one that a capital may stand in ("<b>C</b>hina" is one word).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DISPLAY = re.compile(r"(?<![\w-])display\s*:\s*([a-z-]+)", re.IGNORECASE)
_LINES = frozenset({"block", "flow-root", "flex", "grid", "list-item", "table", "table-row"})
_CELLS = frozenset({"table-cell", "table-caption"})
_ROWS = frozenset({"flex", "inline-flex", "grid", "inline-grid"})
_RUN_IN = frozenset({"address", "article", "div", "p", "section"})  # no items, no headings
_SMALL = re.compile(r"[^\W\d_]{2}\Z")
_NAME = re.compile(r"[^\W\d_]{2}")
REACH = 3  # letters before an edge that are asked for


def display(styles: Iterable[str]) -> str:
    """What the last of these styles says of how an element is set; empty if none says it."""
    shown = ""
    for style in styles:
        for said in _DISPLAY.finditer(style):
            shown = said[1].lower()
    return shown


def is_set_apart(shown: str) -> bool:
    """Whether an element that is displayed so stands on a line, or in a field, of its own."""
    return shown in _LINES or shown in _CELLS


def runs_in(name: str, shown: str) -> bool:
    """Whether a block that is displayed so stands in the line in which it begins."""
    return shown == "inline" and name in _RUN_IN


def sets_apart(shown: str) -> bool:
    """Whether each element inside one that is displayed so stands by itself."""
    return shown in _ROWS


def parts(before: str, text: str, at: int, end: int) -> bool:
    """Whether a word ends at the edge of an element: with `before`, as text[at:end] begins anew."""
    if at >= end or not text[at].isupper() or not before:
        return False
    if before[-1].islower():
        return _SMALL.search(before) is not None
    begins_word = _NAME.match(text, at, end) is not None and text[at + 1].islower()
    return begins_word and (before[-1].isdigit() or (len(before) == REACH and before.isupper()))
