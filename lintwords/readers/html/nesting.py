"""Where a browser puts what does not belong where it stands in the source of a page.

HTML moves a paragraph out of the drawing, and a sentence out of the rows of a table, that it was
written in. What is shown so is read, though it stands in something that is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

Last = Callable[[str], int]  # where in the stack the last open element of a name stands; 0: nowhere

# inside these, in a drawing or a formula, HTML goes on
_HTML_AGAIN = {"svg": ("foreignobject", "desc", "title"), "math": ("mi", "mo", "mn", "ms", "mtext")}
# a tag of these ends the drawing or formula in which it stands
_BREAKS = frozenset("""
    b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li
    listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
    """.split())
_BREAKS_AT_END = ("br", "p")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# a second one of these ends the first
_ONE = ("a", "button", "nobr")
_ONE_WALLS = ("template", "td", "th", "caption", "object", "table")
_OUT_OF_MENU = ("input", "select", "textarea")
_ROWS = frozenset(("table", "tbody", "thead", "tfoot", "tr"))
_IN_ROWS = frozenset((*_ROWS, "td", "th", "caption", "col", "colgroup", "script", "style",
                      "template", "form"))
_CELLS = ("td", "th", "caption")
_PARTS = frozenset((*_CELLS, "col", "colgroup", *_ROWS - {"table"}))
_DEEPEST = 8  # parts of a table in each other; a browser makes no more
_DISPLAYED = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none\b)\w", re.IGNORECASE)
_DECLARES = re.compile(r"<!DOCTYPE\b[^<>]*\[(?:[^\]<]|<(?!!ENTITY))*<!ENTITY", re.IGNORECASE)
_HEAD = 10_000  # characters in which a page declares what it is


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def drawing(last: Last) -> int:
    """Where the drawing or formula stands that the next tag is part of; 0 for none."""
    place, name = max((last(name), name) for name in _HTML_AGAIN)
    return place if place and place > max(map(last, _HTML_AGAIN[name])) else 0


def ended_by(name: str, last: Last, skipped: int, *, closing: bool = False) -> int:
    """Where the element stands that a tag ends because it may not stand in it; 0 for none.

    Of what is read all the same (`skipped` is the place of the element that is not) nothing is
    said.
    """
    place = drawing(last)
    if place and name in (_BREAKS_AT_END if closing else _BREAKS):
        return place
    if closing or not skipped:
        return 0
    if name in _ONE:
        place = last(name)
        if 0 < place <= skipped and max(map(last, _ONE_WALLS)) < place:
            return place
    if name in _PARTS or name == "table":  # the rows go on, or end
        rows, cells = max(map(last, _ROWS)), max(map(last, _CELLS))
        return skipped if cells < last("table") <= rows < skipped else 0
    return last("select") if name in _OUT_OF_MENU else 0


def is_empty_form(stack: Sequence[_Named], last: Last) -> bool:
    """Whether what follows is not in a form that begins here: in another, or between rows."""
    return stack[-1].name in _ROWS or last("form") > 0


def ends(name: str) -> tuple[str, ...]:
    """The elements that this end tag ends; that of any heading ends all."""
    return _HEADINGS if name in _HEADINGS else (name,)


def is_moved(stack: Sequence[_Named], skipped: int, name: str = "") -> bool:
    """Whether an element, or a text, stands between the cells of the skipped table itself."""
    if len(stack) - skipped > _DEEPEST or name in _IN_ROWS:
        return False
    return all(stack[at].name in _ROWS for at in range(skipped, len(stack)))


def is_lost(name: str, last: Last) -> bool:
    """Whether a tag stands for nothing: a part of a table outside any."""
    return name in _PARTS and not last("table")


def is_shown_again(style: str) -> bool:
    """Whether a style shows what `hidden` would hide."""
    return _DISPLAYED.search(style) is not None


def declares_words(text: str) -> bool:
    """Whether a page in XML declares names for words; a browser shows these where they stand."""
    return _DECLARES.search(text, 0, _HEAD) is not None
