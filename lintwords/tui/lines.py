"""Lines of styled pieces, the few signs in them, and how a text breaks into rows.

A role says what a piece is, and a theme how that looks; an action says what a click on it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import get_character_cell_size

from lintwords.model import Severity
from lintwords.reports.cells import cells, cut, one_line, visible, wrap
from lintwords.tui.finding import Decision, State
from lintwords.tui.speaking import say
from lintwords.values import dataclass


def letter(severity: Severity) -> str:
    """The letter that stands for a weight, in the language that is spoken."""
    return say(f"letter-{severity.word}")


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs, and whether the text itself carries brackets round the found words."""

    accepted: str = "✓"
    ignored: str = "·"
    skipped: str = "›"
    noted: str = "»"
    lost: str = "✗"
    more: str = "…"
    marked: str = "▸"
    between: str = " · "
    tab: str = "→"
    newline: str = "↵ "
    across: str = "─"
    down: str = "│"
    paragraph: str = "¶"
    brackets: bool = False
    ascii: bool = False

    def state(self, decision: Decision, severity: Severity) -> str:
        """One sign for the margin and the list: the state, or the letter of an open finding."""
        return {
            State.ACCEPTED: self.accepted,
            State.EDITED: self.accepted,
            State.COVERED: self.accepted,
            State.IGNORED: self.ignored,
            State.SKIPPED: self.skipped,
            State.NOTED: self.noted,
            State.LOST: self.lost,
        }.get(decision.state) or letter(severity)


UNICODE = Signs()
ASCII = Signs(
    "x", ".", "~", "?", "!", "...", ">", " ; ", " ", " / ", "-", "|", "P", brackets=True, ascii=True
)


PLAIN, BOLD, DIM, KEY, HEAD = "plain", "bold", "dim", "key", "head"
ERROR, WARNING, SUGGESTION = "error", "warning", "suggestion"
ADDED, REMOVED, CHOSEN = "added", "removed", "chosen"


class Styled(NamedTuple):
    """A stretch of a line; its text is visible already."""

    text: str
    role: str = PLAIN
    action: str = ""


Line = tuple[Styled, ...]
BLANK: Line = ()


def line(*pieces: Styled | str) -> Line:
    """A line of pieces; a text is a plain one."""
    return tuple(Styled(piece) if isinstance(piece, str) else piece for piece in pieces)


def text_of(row: Line) -> str:
    return "".join(piece.text for piece in row)


def width_of(row: Line) -> int:
    return sum(cells(piece.text) for piece in row)


def spread(left: Sequence[Styled], right: Sequence[Styled], width: int) -> Line:
    """A line of `width` cells: `left`, and `right` at its end if there is room for both."""
    gap = width - width_of(tuple(left)) - width_of(tuple(right))
    if gap < 1:
        return tuple(left)
    return (*left, Styled(" " * gap), *right)


def paragraph(
    text: str, width: int, *, role: str = PLAIN, lead: str = "", most: int = 0, more: str = "…",
    action: str = "",
) -> Iterator[Line]:
    """A text in lines of `width` cells, each behind `lead`; `most` of them, or all with 0."""
    room = max(width - cells(lead), 1)
    rows = wrap(one_line(text), room)
    if most and len(rows) > most:
        rows = [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), room, more)]
    for row in rows:
        yield line(lead, Styled(row, role, action))


def labelled(label: str, rows: Sequence[Line], width: int) -> Iterator[Line]:
    """Lines with a label before the first."""
    for index, row in enumerate(rows):
        head = label if index == 0 else ""
        yield (Styled(f"{head:<{width}}", HEAD), *row)


def change_lines(
    head: str, text: str, marks: tuple[str, str], role: str, width: int
) -> Iterator[Line]:
    """A line of a change behind its sign, in as many rows as it takes."""
    at = breaks(text, width - len(head))
    start, end = text.find(marks[0]), text.rfind(marks[1]) + len(marks[1])
    for low, high in zip(at, (*at[1:], len(text)), strict=True):
        first, last = min(max(start, low), high), max(min(end, high), low)
        lead = head if low == 0 else " " * len(head)
        yield line(
            Styled(lead, role), Styled(text[low:first]), Styled(text[first:last], role),
            Styled(text[last:high]),
        )


# -- rows of a window: counted in cells of a terminal ------------------------------------------


def size(char: str) -> int:
    """Cells of one character as it is shown: a control character is shown as a token."""
    return 1 if " " <= char <= "~" else _size(char)


def _size(char: str) -> int:
    shown = visible(char, tab=" ")
    return len(shown) if len(shown) > 1 else get_character_cell_size(shown)


def breaks(text: str, width: int) -> tuple[int, ...]:
    """Where the rows of a line begin: behind the last space that fits, else inside a word."""
    if text.isascii() and text.isprintable():
        return (0,) if len(text) <= width else tuple(_plain_breaks(text, width))
    return tuple(_wide_breaks(text, width))


def _plain_breaks(text: str, width: int) -> Iterator[int]:
    """Breaks where each character takes one cell."""
    at = 0
    while True:
        yield at
        if len(text) - at <= width:
            return
        space = text.rfind(" ", at, at + width + 1)
        at = _past(text, space) if space > at else at + width
        if at >= len(text):
            return


def _past(text: str, space: int) -> int:
    """The first character behind a run of spaces: no row begins with one."""
    rest = text[space:]
    return space + len(rest) - len(rest.lstrip(" "))


def _wide_breaks(text: str, width: int) -> Iterator[int]:
    start = border = used = 0  # of the row; the last place a row may end; cells so far
    yield start
    for at, char in enumerate(text):
        cells = size(char)
        if used and used + cells > width and char != " ":
            if border > start:
                start = border
                yield start
                used = sum(map(size, text[start:at]))
            if used and used + cells > width:  # the word alone is too long, too
                start = at
                yield start
                used = 0
        used += cells
        if char == " ":
            border = at + 1
