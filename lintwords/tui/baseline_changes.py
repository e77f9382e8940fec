"""What a review changes in the baseline: the entries that decisions add, and take out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lintwords.api import baseline, copies
from lintwords.errors import LintwordsError
from lintwords.tui.finding import OPEN, Decision, State
from lintwords.tui.session import Session
from lintwords.tui.speaking import say
from lintwords.values import replace


def record(
    session: Session, file: int, path: Path | None, moves: Mapping[str, str] = {}
) -> bool:
    """Bring the baseline in line with the decisions on a file; False if nothing changes in it.

    Entries of files that have `moves` get the new name: beside an entry of that name they would
    no longer be followed to it.

    Raises LintwordsError if there is none, or if it cannot be read or written.
    """
    ids = session.pending(file)
    if path is None:
        if any(is_recorded(session.decision(id)) for id in ids):
            raise LintwordsError(say("no-baseline"))
        return False
    gone = _entries(session, ids, session.written, path)
    fresh = _entries(session, ids, session.decisions, path)
    gone, fresh = _without(gone, fresh), _without(fresh, gone)
    if not gone and not fresh:
        return False

    def changed(old: tuple[baseline.Entry, ...]) -> list[baseline.Entry]:
        kept = _without([replace(one, path=moves.get(one.path, one.path)) for one in old], gone)
        held = [entry for entry in fresh if entry.reach == "here" or not _has(kept, entry)]
        told = {_unreasoned(entry) for entry in held}  # a reason takes the place of none
        left = [one for one in kept
                if one.reason != baseline.KNOWN or _unreasoned(one) not in told]
        return [*left, *held]

    baseline.update(path, changed)
    return True


def recorded(session: Session, file: int) -> list[int]:
    """The findings of a file that wait for a change of the baseline."""
    return [
        id for id in session.pending(file)
        if is_recorded(session.decision(id)) or is_recorded(session.written.get(id, OPEN))
    ]


def is_recorded(decision: Decision) -> bool:
    """Whether the baseline keeps this decision."""
    return decision.state is State.IGNORED and not decision.comment


def _entries(
    session: Session, ids: Iterable[int], decisions: Mapping[int, Decision], path: Path
) -> list[baseline.Entry]:
    """The entries of ignored findings; one of a far reach stands for all that it hits."""
    found: list[baseline.Entry] = []
    for id in ids:
        decision = decisions.get(id)
        if decision is None or not is_recorded(decision) or not session.is_alive(id):
            continue
        entry = baseline.entry_for(
            path, session.items[id].finding, decision.reason, reach=decision.reach.value
        )
        if entry.reach == "here" or not _has(found, entry):
            found.append(entry)
    return found


def _without(
    entries: Sequence[baseline.Entry], gone: Sequence[baseline.Entry]
) -> list[baseline.Entry]:
    """`entries` without one of each that equals one of `gone`, whatever their days."""
    left = [_bare(entry) for entry in gone]
    kept = []
    for entry in entries:
        if _bare(entry) in left:
            left.remove(_bare(entry))
        else:
            kept.append(entry)
    return kept


def _has(entries: Iterable[baseline.Entry], entry: baseline.Entry) -> bool:
    return any(_bare(other) == _bare(entry) for other in entries)


def _bare(entry: baseline.Entry) -> baseline.Entry:
    return replace(entry, since="")


def _unreasoned(entry: baseline.Entry) -> baseline.Entry:
    """An entry whatever its reason, also where it is of a copy of the file."""
    path = copies.original(Path(entry.path)).as_posix()
    return replace(entry, since="", reason="", path=path, line=0)
