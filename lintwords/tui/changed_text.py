"""The text with decisions made in it: where each place is then, and what changes, line by line."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from lintwords.model import Document, Edit
from lintwords.reports.snippet import window
from lintwords.tui.finding import STILL, Item, clash, own_words, splice
from lintwords.tui.lines import Signs
from lintwords.tui.session import Session

_LINE_END = re.compile(r"\r\n|\r|\n")
_FAR = 400  # characters round a change that may be shown


class Woven:
    """One part with edits made; they do not overlap."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self._starts = [edit.start for edit in self.edits]
        self._ends = [edit.end for edit in self.edits]
        grown = (len(edit.text) - (edit.end - edit.start) for edit in self.edits)
        self._shifts = [0, *accumulate(grown)]
        self.text = splice(text, self.edits) if self.edits else text

    def start(self, offset: int) -> int:
        """Where a stretch that begins at `offset` begins now; behind what was put in there."""
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def end(self, offset: int) -> int:
        """Where a stretch that ends at `offset` ends now; before what was put in there."""
        return offset + self._shifts[bisect_left(self._starts, offset)]

    def new(self, edit: Edit) -> tuple[int, int]:
        """Where the text of one of the edits stands."""
        number = self.edits.index(edit, bisect_left(self._starts, edit.start))
        at = edit.start + self._shifts[number]
        return at, at + len(edit.text)

    def old(self, start: int, end: int) -> Stretch:
        """The stretch of the read text that stands at start:end now; edits are taken whole."""
        spans = [self.new(edit) for edit in self.edits]
        first = bisect_right([high for _, high in spans], start)
        last = max(bisect_left([low for low, _ in spans], end), first)
        inside = self.edits[first:last]
        if not inside:
            shift = self._shifts[first]
            return Stretch(start - shift, end - shift, start, end, ())
        new_low, new_high = min(start, spans[first][0]), max(end, spans[last - 1][1])
        low = min(start - self._shifts[first], inside[0].start)
        high = max(end - self._shifts[last], inside[-1].end)
        return Stretch(low, high, new_low, new_high, tuple(inside))


class Stretch(NamedTuple):
    """A stretch of the read text, the same stretch with edits made, and those edits."""

    start: int
    end: int
    new_start: int
    new_end: int
    edits: tuple[Edit, ...]


# -- the edits of a session, by part ------------------------------------------------------------


def edits_in(
    session: Session, file: int, *, comments: bool | None = None
) -> dict[int, list[Edit]]:
    """The edits of all decisions that stand in a file, by part.

    With `comments` only those that put in ignore comments, or only the others.
    """
    found: dict[int, list[Edit]] = defaultdict(list)
    for id, decision in session.decisions.items():
        if not decision.edits or decision.state in STILL:
            continue
        if comments is not None and decision.comment is not comments:
            continue
        if session.items[id].file == file and session.is_alive(id):
            _add(found, decision.edits)
    return found


def all_edits(session: Session, file: int, *, comments: bool | None = None) -> list[Edit]:
    """As `edits_in`, of all parts together."""
    return [*chain.from_iterable(edits_in(session, file, comments=comments).values())]


def edits_on_disk(session: Session, file: int) -> dict[int, list[Edit]]:
    found: dict[int, list[Edit]] = defaultdict(list)
    for id, effect in session.written.items():
        if session.items[id].file == file:
            _add(found, effect.edits)
    return found


def _add(found: dict[int, list[Edit]], edits: Iterable[Edit]) -> None:
    """Add edits; one comment for several findings is put in once."""
    for edit in edits:
        if edit.start < edit.end or edit not in found[edit.part]:
            found[edit.part].append(edit)


def edits_without(session: Session, id: int, wanted: Iterable[Edit]) -> dict[int, list[Edit]]:
    """The edits in the file of a finding but for its own, and for those `wanted` would replace."""
    item = session.items[id]
    own = session.decision(id)
    found = edits_in(session, item.file)
    taken = [*wanted]
    mine = set(own.edits) if own.state not in STILL else set()
    for part, edits in found.items():
        found[part] = [
            edit for edit in edits if edit not in mine and not clash([edit], taken)
        ]
    return found


# -- the line of a change, and the diff of a file -----------------------------------------------


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
    session: Session, document: Document, item: Item, edits: Sequence[Edit], width: int,
    signs: Signs,
) -> Changed | None:
    """The line of a finding without and with `edits`, each in `width` cells.

    What else is decided in the line is shown as decided.
    """
    if not edits:
        return None
    text = document.parts[item.part].text
    low, high = min(e.start for e in edits), max(e.end for e in edits)
    start, end = _line_round(text, low, high)
    others = [
        edit for edit in edits_without(session, item.id, edits).get(item.part, ())
        if start <= edit.start and edit.end <= end
    ]
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
