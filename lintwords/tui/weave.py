"""The text with decisions made in it, and where each place of the read text is then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from lintwords.model import Edit
from lintwords.tui.decision import State
from lintwords.tui.item import clash, splice
from lintwords.tui.state import Session

_STILL = (State.COVERED, State.LOST)


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


def edits_in(session: Session, file: int) -> dict[int, list[Edit]]:
    """The edits of all decisions that stand in a file, by part."""
    found: dict[int, list[Edit]] = defaultdict(list)
    for id, decision in session.decisions.items():
        if not decision.edits or decision.state in _STILL:
            continue
        if session.items[id].file == file and session.is_alive(id):
            _add(found, decision.edits)
    return found


def edits_on_disk(session: Session, file: int) -> dict[int, list[Edit]]:
    """The edits of what is written in a file, by part."""
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
    mine = set(own.edits) if own.state not in _STILL else set()
    for part, edits in found.items():
        found[part] = [
            edit for edit in edits if edit not in mine and not clash([edit], taken)
        ]
    return found
