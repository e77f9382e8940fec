"""What Pandoc makes of lines that begin with a bar, and of tables that are drawn with signs.

    | A line of verse, which
    | goes on in the next one.
"""

from __future__ import annotations

import re

_BAR = re.compile(r"\| [^|\r\n]*(?:\r?\n|\r|\Z)")
_BEFORE = re.compile(r"(?:\A|[\r\n])[ \t>]*(?:[:~][ \t]+)?\Z")
_REACH = 200  # characters before a line that are looked at
_BORDER = re.compile(r"\+(?:[-=:]{3,200}\+){1,100}[ \t]*")


def is_line(source: str, start: int) -> bool:
    """Whether a line of verse begins at `start`: with a bar, and no other in it."""
    before = source[max(start - _REACH, 0) : start]
    return _BEFORE.search(before) is not None and _BAR.match(source, start) is not None


def is_border(text: str) -> bool:
    """Whether a text is the border of a drawn table."""
    return _BORDER.fullmatch(text) is not None
