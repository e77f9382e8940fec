"""What a decision changes, as two lines of text with the words marked, and as a diff of a file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

from lintwords.model import Document, Edit
from lintwords.reports.snippet import window
from lintwords.tui.item import own_words, splice
from lintwords.tui.signs import Signs
from lintwords.tui.state import Session
from lintwords.tui.weave import edits_in, edits_on_disk, edits_without

_LINE_END = re.compile(r"\r\n|\r|\n")
_FAR = 400  # characters round a change that may be shown


class Changed(NamedTuple):
    """A line before and after a change, the changed stretch between marks."""

    before: str
    after: str


def edits_for(session: Session, words: str | None = None) -> tuple[Edit, ...]:
    """The edits that the current finding has, or that its marked choice would make.

    `words` stands for the words that are being typed.
    """
    item = session.item
    if item is None:
        return ()
    if words is not None:
        return own_words(item, session.choice, words)
    decision = session.decision(item.id)
    if decision.changes_text and decision.choice in (-1, session.choice):
        return decision.edits
    return item.choices[session.choice].edits if item.choices else ()


def changed(
    session: Session, document: Document, edits: tuple[Edit, ...], width: int, signs: Signs
) -> Changed | None:
    """The line of the current finding without and with `edits`, each in `width` cells.

    What else is decided in the line is shown as decided.
    """
    item = session.item
    if item is None or not edits:
        return None
    text = document.parts[item.part].text
    low, high = min(e.start for e in edits), max(e.end for e in edits)
    start, end = _line_round(text, low, high)
    others = [
        edit for edit in edits_without(session, item.id, edits).get(item.part, ())
        if start <= edit.start and edit.end <= end
    ]  # fmt: skip
    before = splice(text, [edit for edit in others if edit.end <= low], start, low)
    behind = splice(text, [edit for edit in others if edit.start >= high], high, end)
    inside = [edit for edit in others if low <= edit.start and edit.end <= high]
    rows = []
    for (left, right), new in ((("[-", "-]"), inside), (("{+", "+}"), [*inside, *edits])):
        middle = f"{left}{splice(text, new, low, high)}{right}"
        whole = [_flat(part, signs) for part in (before, middle, behind)]
        at = len(whole[0])
        shown, _ = window(
            "".join(whole), at, at + len(whole[1]), width, tab=signs.tab, mark=signs.more
        )
        rows.append(shown)
    return Changed(*rows)


def _line_round(text: str, low: int, high: int) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, low), text.rfind("\r", 0, low)) + 1
    ends = [at for at in (text.find("\n", high), text.find("\r", high)) if at >= 0]
    end = min(ends, default=len(text))
    return max(start, low - _FAR), min(end, high + _FAR)


def _flat(text: str, signs: Signs) -> str:
    return _LINE_END.sub(signs.newline, text)


def diff(session: Session, document: Document, file: int) -> Iterator[str]:
    """The lines of a unified diff: from what is on disk to what a write would make of it."""
    was, will = edits_on_disk(session, file), edits_in(session, file)
    for part in document.parts:
        old = splice(part.text, was.get(part.index, ()))
        new = splice(part.text, will.get(part.index, ()))
        if old == new:
            continue
        name = f"{document.path}" + (f", {part.place}" if part.place else "")
        yield from difflib.unified_diff(
            _cut(old), _cut(new), f"a/{name}", f"b/{name}", n=2, lineterm=""
        )


def patch(session: Session, document: Document, file: int) -> str:
    """The diff as a patch that `patch -p1` and `git apply` take."""
    lines = []
    for row in diff(session, document, file):
        ends = row.endswith(("\n", "\r"))
        is_head = row.startswith(("---", "+++", "@@")) and not ends
        lines.append(row if ends else f"{row}\n")
        if not ends and not is_head:
            lines.append("\\ No newline at end of file\n")
    return "".join(lines)


def _cut(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)
