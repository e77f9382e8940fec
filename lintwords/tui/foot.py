"""The foot of the screen: what was said last, and the words of the key bar."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.reports.cells import cut, wrap
from lintwords.tui.english import EN
from lintwords.tui.lines import DIM, KEY, Line, Signs, Styled, line, spread
from lintwords.tui.session import Session
from lintwords.tui.speaking import say


def said(text: str, width: int, most: int, undo: str, signs: Signs) -> Sequence[Line]:
    """A sentence in up to `most` rows; more of it is cut.

    The key `undo`, if there is something to undo, stands right of the last row where it has room.
    """
    room = width - 2
    rows = wrap(text, room) or [""]
    if len(rows) > most:
        rows = [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), room, signs.more)]
    right = (Styled(undo, KEY, "do:undo"), Styled(f" {say('undoes')} ", DIM, "do:undo"))
    *above, last = (Styled(f" {row}") for row in rows)
    return [*map(line, above), spread((last,), right if undo else (), width)]


def bar_words(session: Session) -> dict[str, str]:
    """The words of commands in the key bar, by their names; of some for the current finding."""
    words = {name[4:]: say(name) for name in EN if name.startswith("bar-")}
    item, marked = session.item, session.choice
    if item is not None and any(map(item.needs_fitting, range(len(item.choices)))):
        words["choose"] = say("fit-in")  # the number opens the line
        if item.needs_fitting(marked):
            words["accept"] = say("fit-in")
    return words
