"""Which findings the entries of a baseline know, and the entries that a run or a person writes.

What stands where it stood is known first, then what a copy of its file has, then what has moved.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.model import Finding, Ignored
from lintwords.sift.baseline import kin
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
    be only if that file was checked too and has the finding no more, or is not there any more.
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
    was = {(*_key("", entry), entry.path) for entry in idle if entry.reach == "here"}
    return Sifted(
        new,
        tuple(
            Ignored(finding, taken[nth].reason, "baseline", name, taken[nth].line)
            for nth, finding in enumerate(findings) if nth in taken
        ),
        tuple(entry for entry in entries if id(entry) in used),
        idle,
        sum((*_key("", finding), places[finding.path]) in was for finding in new),
    )  # fmt: skip


def _narrow(
    entries: Sequence[Entry], findings: Sequence[Finding], path: Path, places: dict[Path, str],
    shared: Mapping[str, Collection[str]], is_there: Callable[[Path], bool],
) -> dict[int, Entry]:
    """The entry of each finding that has one of its own, by the number of the finding."""
    here = [entry for entry in entries if entry.reach == "here"]
    rows: dict[tuple[str, ...], deque[Entry]] = defaultdict(deque)
    for entry in here:
        key = (*_key(entry.rule, entry), entry.path)
        rows[key].append(entry)
    taken: dict[int, Entry] = {}
    for nth, finding in enumerate(findings):  # what stands where it stood comes first
        row = rows.get((*_key(finding.rule, finding), places[finding.path]))
        if row:
            taken[nth] = row.popleft()
    left = [nth for nth in range(len(findings)) if nth not in taken]
    pools: dict[str, list[Entry]] = {}  # what a file may take of the others that are the same
    for nth in left if shared else ():
        finding, place = findings[nth], places[findings[nth].path]
        if place not in shared:
            continue
        pool = pools.setdefault(place, [one for one in here if one.path in shared[place]])
        if (same := next((one for one in pool if kin.is_same(one, finding)), None)) is not None:
            taken[nth] = same
            pool.remove(same)
    left = [nth for nth in left if nth not in taken]
    if not left:
        return taken
    used = {id(entry) for entry in taken.values()}
    standing = frozenset(places.values())
    free = {
        place: place in standing or not is_there(path.parent / place)
        for place in {entry.path for entry in here if id(entry) not in used}
    }  # fmt: skip
    moved: dict[tuple[str, ...], deque[Entry]] = defaultdict(deque)
    for entry in here:
        if id(entry) not in used and free[entry.path]:
            moved[_key(entry.rule, entry)].append(entry)
    for nth in left:
        row = moved.get(_key(findings[nth].rule, findings[nth]))
        if row:
            taken[nth] = row.popleft()
    return taken


def _key(rule: str, known: Entry | Finding) -> tuple[str, ...]:
    return rule, known.words, known.before, known.after


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

    return Entry(
        finding.rule, finding.words, _relative(path, finding.path), finding.before, finding.after,
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
    return (*sifted.used, *unseen, *fresh)


def _relative(path: Path, file: Path) -> str:
    """`file` as seen from the folder of the baseline, with slashes; as it is on another drive."""
    try:
        return Path(os.path.relpath(file, path.parent)).as_posix()
    except ValueError:
        return file.as_posix() if sys.platform == "win32" else str(file)
