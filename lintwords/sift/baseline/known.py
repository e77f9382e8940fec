"""Which findings the entries of a baseline know, and the entries that a run or a person writes.

What stands where it stood is known first, then what a copy of its file has, then what stands in a
file that has moved.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.model import Finding, Ignored
from lintwords.sift.baseline import kin, moved, same
from lintwords.sift.baseline.file import Entry, update
from lintwords.values import replace

KNOWN = "known when the baseline was written"


class Sifted(NamedTuple):
    """Findings that are new, those that are known, and entries that hit nothing."""

    new: tuple[Finding, ...]
    known: tuple[Ignored, ...]
    used: tuple[Entry, ...]
    idle: tuple[Entry, ...]
    moved: int  # new findings that stand where an idle entry knows another rule
    hits: Mapping[int, Finding]  # by the id of the entry that knows it


def as_named(
    entries: Iterable[Entry], renamed: Iterable[tuple[str, str]]
) -> tuple[Entry, ...]:
    """The entries by the ids that rules have now; `renamed` pairs an old id with them."""
    now = dict(renamed)
    return tuple(
        replace(one, rule=now[one.rule]) if one.rule in now else one for one in entries
    )


def sift(
    entries: Sequence[Entry], findings: Sequence[Finding], path: Path,
    checked: Collection[Path] = (), is_there: Callable[[Path], bool] = os.path.exists,
) -> Sifted:
    """Tell known findings from new ones. `path` is that of the baseline.

    `checked` are the files that were read in this run. An entry from another file lets a finding
    be only in copies of that file, or where it is gone and plainly the same text has another place.
    """
    places = {file: _relative(path, file) for file in {*checked, *(f.path for f in findings)}}
    shared = kin.shared({*places.values()}, {entry.path for entry in entries})
    taken = _narrow(entries, findings, path, places, shared, is_there)
    used = {id(entry) for entry in taken.values()}
    wide: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if entry.reach != "here":
            told = entry.path if entry.reach == "file" else entry.words
            wide[entry.reach, entry.rule, told].append(at)
    hit: set[tuple[str, ...]] = set()
    for nth, finding in enumerate(findings):
        keys = [
            key for key in (
                ("file", finding.rule, places[finding.path]),
                *(("file", finding.rule, place)
                  for place in shared.get(places[finding.path], ())),
                ("everywhere", finding.rule, finding.words),
            ) if key in wide
        ]  # fmt: skip
        if keys:
            hit.update(keys)
            taken.setdefault(nth, entries[min(wide[key][0] for key in keys)])
    used.update(id(entries[at]) for key in hit for at in wide[key])
    name = os.path.relpath(path)
    new = tuple(finding for nth, finding in enumerate(findings) if nth not in taken)
    idle = tuple(entry for entry in entries if id(entry) not in used)
    was: dict[tuple[str, ...], str] = {
        (entry.words, entry.before, entry.after, entry.path): entry.rule
        for entry in idle if entry.reach == "here"
    }
    return Sifted(
        new,
        tuple(
            Ignored(finding, taken[nth].reason, "baseline", name, taken[nth].line)
            for nth, finding in enumerate(findings) if nth in taken
        ),
        tuple(entry for entry in entries if id(entry) in used),
        idle,
        sum(_stands_where(was, finding, places[finding.path]) for finding in new),
        {id(taken[nth]): finding for nth, finding in enumerate(findings) if nth in taken},
    )  # fmt: skip


def _narrow(
    entries: Sequence[Entry], findings: Sequence[Finding], path: Path, places: dict[Path, str],
    shared: Mapping[str, Collection[str]], is_there: Callable[[Path], bool],
) -> dict[int, Entry]:
    """The entry of each finding that has one of its own, by the number of the finding."""
    here = [entry for entry in entries if entry.reach == "here"]
    rows: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in here:
        rows[_key(entry) + (entry.path,)].append(entry)
    taken: dict[int, Entry] = {}
    for nth, finding in enumerate(findings):  # what stands where it stood comes first
        if (stays := _picked(rows, finding, places[finding.path])) is not None:
            taken[nth] = stays
    left = [nth for nth in range(len(findings)) if nth not in taken]
    pools: dict[str, list[Entry]] = {}  # what a file may take of the others that are the same
    for nth in left if shared else ():
        finding, place = findings[nth], places[findings[nth].path]
        if place not in shared:
            continue
        pool = pools.setdefault(place, [one for one in here if one.path in shared[place]])
        for knows in (same.is_same, same.is_in_copy):  # what nobody touched comes before
            if (shares := next((one for one in pool if knows(one, finding)), None)) is not None:
                taken[nth] = shares
                pool.remove(shares)
                break
    left = [nth for nth in left if nth not in taken]
    if not left:
        return taken
    gone: dict[str, list[Entry]] = defaultdict(list)
    for entry in here:
        gone[entry.path].append(entry)
    standing = {*places.values(), *(place for place in gone if is_there(path.parent / place))}
    found: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
    for nth in left:
        place = places[findings[nth].path]
        if place not in gone:
            found[place].append((nth, findings[nth]))
    known = {place: rows for place, rows in gone.items() if place not in standing}
    taken.update(moved.entries_of_moved(known, found) if found else ())
    return taken


def _picked(
    rows: Mapping[tuple[str, ...], list[Entry]], finding: Finding, *place: str
) -> Entry | None:
    """The first entry that knows a finding, taken out of its row; None if there is none."""
    for near in same.surroundings(finding):
        row = rows.get((finding.rule, finding.words) + near + place, [])
        for nth, entry in enumerate(row):
            if same.says_the_same(entry, finding):
                return row.pop(nth)
    return None


def _stands_where(was: Mapping[tuple[str, ...], str], finding: Finding, place: str) -> bool:
    """Whether an idle entry of another rule stands at the words of a finding."""
    return any(
        was.get((finding.words, *near, place), finding.rule) != finding.rule
        for near in same.surroundings(finding)
    )


def _key(entry: Entry) -> tuple[str, ...]:
    return entry.rule, entry.words, entry.before, entry.after


class Written(NamedTuple):
    """What a baseline holds after a run, and what the run did to it."""

    entries: int
    fresh: int
    gone: int
    unseen: int  # entries of files that were not checked, or of rules that did not run


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
    ))  # fmt: skip


def _is_held(entry: Entry, others: Iterable[Entry]) -> bool:
    bare = replace(entry, since="", reason="")
    return any(replace(other, since="", reason="") == bare for other in others)


def entry_for(
    path: Path, finding: Finding, reason: str, *, reach: str = "here", day: str = ""
) -> Entry:
    """The entry that lets `finding` be in the baseline at `path`."""
    import time  # only who writes asks for the day

    near = ("",) * 4  # one of a far reach asks for none
    if reach == "here":
        near = (*same.sides(finding), finding.governor, same.voice_of(finding))
    return Entry(
        finding.rule, finding.words, _relative(path, finding.path), *near,
        reach, reason, day or time.strftime("%Y-%m-%d"),
    )  # fmt: skip


def renewed(
    path: Path, entries: Sequence[Entry], findings: Sequence[Finding], checked: Collection[Path],
    day: str = "", asleep: Collection[str] = (),
) -> tuple[Entry, ...]:
    """The entries for a run that found `findings` in the files `checked`.

    An entry that still hits keeps its reason and its day; one of a checked file, or of a file that
    is gone, goes if it hits nothing, but for those of rules that did not run, `asleep`.
    """
    sifted = sift(entries, findings, path, checked)
    places = {_relative(path, file) for file in checked}
    unseen = [
        entry for entry in sifted.idle
        if entry.rule in asleep
        or entry.path not in places and (path.parent / entry.path).exists()
    ]  # fmt: skip
    fresh = [entry_for(path, finding, KNOWN, day=day) for finding in sifted.new]
    return (*(_as_it_stands(path, one, sifted) for one in sifted.used), *unseen, *fresh)


def _as_it_stands(path: Path, entry: Entry, sifted: Sifted) -> Entry:
    """An entry with the words that stand round its finding now, if they stand in its file."""
    finding = sifted.hits.get(id(entry))
    if finding is None or entry.reach != "here" or _relative(path, finding.path) != entry.path:
        return entry
    now = entry_for(path, finding, entry.reason, day=entry.since)
    return replace(now, since=entry.since, line=entry.line)


def _relative(path: Path, file: Path) -> str:
    """`file` as seen from the folder of the baseline, with slashes; as it is on another drive."""
    try:
        return Path(os.path.relpath(file, path.parent)).as_posix()
    except ValueError:
        return file.as_posix() if sys.platform == "win32" else str(file)
