"""Letters of a PDF page that stand one under another: words that are read from top to bottom.

In come the lines of a page; out go the same lines, such letters as one of them. A word ends where
there is more room than between most of the letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.readers.pdf.letters import WORD_GAP, usual_room
from lintwords.readers.pdf.pages import Line

_FEWEST = 4  # letters
_AS_HIGH = 1.3  # times the height of the letter before


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, letters under each other as one line each stack."""
    found: list[Line] = []
    stack: list[Line] = []
    for line in lines:
        if stack and not _goes_on(stack, line):
            found += _read(stack)
            stack = []
        if stack or _is_letter(line):
            stack.append(line)
        else:
            found.append(line)
    return [*found, *_read(stack)]


def _is_letter(line: Line) -> bool:
    return line.height > 0 and sum(map(str.isalpha, line.text)) == 1 and len(line.text.strip()) < 4


def _goes_on(stack: Sequence[Line], line: Line) -> bool:
    """Whether a line is the next letter of a stack, or a mark that stands behind the last."""
    last = stack[-1]
    if not line.height:
        return bool(line.text.strip()) and line.bottom <= last.bottom
    low, high = sorted((line.height, max(one.height for one in stack[-2:])))
    return _is_letter(line) and line.bottom < last.bottom and high <= _AS_HIGH * low


def _read(stack: Sequence[Line]) -> Iterator[Line]:
    letters = [line for line in stack if line.height]
    if len(letters) < _FEWEST:
        yield from stack
        return
    gaps = [before.bottom - after.bottom for before, after in zip(stack, stack[1:], strict=False)]
    usual = usual_room(gaps)
    text = stack[0].text.strip()
    for line, gap in zip(stack[1:], gaps, strict=True):
        text += (" " if gap > WORD_GAP * usual else "") + line.text.strip()
    yield Line(text, letters[-1].bottom, letters[0].height)
