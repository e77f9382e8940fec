"""What a terminal does with a text and does not show: colours, links, letters struck over.

Logs and manual pages that a program has written hold such signs, also inside words: a word is what
a reader of the terminal sees, and its place in the file stays exact.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintwords import later

_SIGNS = "\x1b\x9b\x08"
_PAINT = later.pattern(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, moves
    r"|\x1b\][^\x07\x1b\r\n]{0,4000}(?:\x07|\x1b\\)"  # links, titles of the window
    r"|\x1b[()*+][0-9A-Za-z]|\x1b[=>78c\\]"  # sets of letters, states
    r"|[^\r\n]\x08"  # a letter typed over the one before, to be bold or underlined
)


def is_painted(text: str) -> bool:
    """Whether a text may hold such signs."""
    return any(sign in text for sign in _SIGNS)


def shown(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of text[start:end] that are seen, in order."""
    for found in _PAINT.finditer(text, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end
