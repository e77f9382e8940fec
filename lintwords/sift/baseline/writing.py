"""The entries that a run or a person writes.

A run writes what it has seen, and knows nothing of the rest: an entry goes only where its file was
checked and its finding is no more, or where all files were looked for and its own is gone. What
stands in a moved file gets the name that the file has now. After it, a run on the same files finds
nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.model import Finding
from lintwords.sift.baseline import same
from lintwords.sift.baseline.file import Entry, update
from lintwords.sift.baseline.known import relative, sift
from lintwords.sift.baseline.moved import Followed
from lintwords.values import replace

KNOWN = "known when the baseline was written"


class Renewed(NamedTuple):
    """What a baseline holds after a run, and what the run did to it."""

    entries: tuple[Entry, ...]
    fresh: int
    moved: int  # entries with another file than before
    gone: int
    unseen: int  # entries of files that were not checked, or of rules that did not run
    moves: Mapping[str, str]  # what files were called, and are now


def add(
    path: Path, findings: Iterable[Finding], reason: str, *, reach: str = "here", day: str = ""
) -> None:
    """Add `findings` to the baseline at `path`, which is made if it is not there.

    `reach` is here, file or everywhere; `day` is today unless another is named. Raises
    SettingsError for a baseline that cannot be read, LintwordsError if it cannot be written.
    """
    rows = [entry_for(path, finding, reason, reach=reach, day=day) for finding in findings]
    update(path, lambda old: (
        *old, *(row for row in rows if reach == "here" or not _is_held(row, old))
    ))


def _is_held(entry: Entry, others: Iterable[Entry]) -> bool:
    bare = replace(entry, since="", reason="")
    return any(replace(other, since="", reason="") == bare for other in others)


def entry_for(
    path: Path, finding: Finding, reason: str, *, reach: str = "here", day: str = ""
) -> Entry:
    """The entry that lets `finding` be in the baseline at `path`."""
    import time  # only who writes asks for the day

    near = ("",) * 5  # one of a far reach asks for none
    if reach == "here":
        near = (
            *same.sides(finding), finding.governor, same.voice_of(finding), finding.sentence.beside,
        )
    return Entry(
        finding.rule, finding.words, relative(path, finding.path), *near,
        reach, reason, day or time.strftime("%Y-%m-%d"),
    )


def renewed(
    path: Path, entries: Sequence[Entry], findings: Sequence[Finding], checked: Collection[Path],
    day: str = "", asleep: Collection[str] = (), *, is_whole: bool = False,
    is_shown: Callable[[Finding], bool] = lambda _: True,
) -> Renewed:
    """The entries for a run that found `findings` in the files `checked`.

    An entry that still hits keeps its reason and its day; one that hits nothing goes where its
    file, or the one that this has become, was checked. One of a file that is gone, and one that
    reaches everywhere, goes only if all files were looked for, `is_whole`. Those of rules that did
    not run, `asleep`, stay. A finding of which nobody is told, since it weighs too little, keeps
    its entry and gets none.
    """
    sifted = sift(entries, findings, path, checked, all_moves=True)
    places = {relative(path, file) for file in checked}
    followed = sifted.followed
    kept = [
        (entry, _as_it_stands(path, entry, finding, followed)) for entry, finding in sifted.used
    ]
    unseen: list[tuple[Entry, Entry]] = []
    lost: list[Entry] = []  # of files that are gone, nobody knows where
    for entry in sifted.idle:
        now = replace(entry, path=followed.name_now(entry))
        if entry.path not in places and (path.parent / entry.path).exists():
            now = entry  # nobody looked whether it is there still
        is_there = (path.parent / now.path).exists()
        if not is_there and entry.reach == "here" and entry.path not in followed.deleted:
            lost.append(entry)
        elif entry.rule in asleep or (
            not is_whole if entry.reach == "everywhere" or not is_there else now.path not in places
        ):
            unseen.append((entry, now))
    fresh: list[Entry] = []
    # what is known from now on is so with the reason that was given
    for finding in filter(is_shown, sifted.new):
        if (was := next((one for one in lost if same.stays(one, finding)), None)) is not None:
            lost.remove(was)
            kept.append((was, _at(path, was, finding)))
        else:
            fresh.append(entry_for(path, finding, KNOWN, day=day))
    unseen += [(one, one) for one in lost if one.rule in asleep or not is_whole]
    stay = (*kept, *unseen)
    # what only the old words of an entry knew, in a copy, gets one of its own
    left = sift([*(now for _, now in stay), *fresh], findings, path, checked).new
    fresh += [entry_for(path, finding, KNOWN, day=day) for finding in filter(is_shown, left)]
    return Renewed(
        (*(now for _, now in stay), *fresh), len(fresh),
        sum(was.path != now.path for was, now in stay), len(entries) - len(stay), len(unseen),
        {was.path: now.path for was, now in stay if was.path != now.path},
    )


def _as_it_stands(
    path: Path, entry: Entry, finding: Finding | None, followed: Followed
) -> Entry:
    """An entry with the words that stand round its finding now, under the name of its file now."""
    if entry.reach == "file":
        return replace(entry, path=followed.moves.get(entry.path, entry.path))
    if finding is None or entry.reach != "here":
        return entry
    if relative(path, finding.path) not in (entry.path, followed.name_now(entry)):
        return entry
    now = _at(path, entry, finding)
    # that an entry of an earlier version names no `beside` is no change of it
    return entry if replace(now, beside=entry.beside and now.beside) == entry else now


def _at(path: Path, entry: Entry, finding: Finding) -> Entry:
    now = entry_for(path, finding, entry.reason, day=entry.since)
    return replace(now, since=entry.since, line=entry.line)


