"""Which findings the entries of a baseline know.

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
from lintwords.sift import renames
from lintwords.sift.baseline import kin, moved, same
from lintwords.sift.baseline.file import NAME, Entry, load
from lintwords.values import replace


class Sifted(NamedTuple):
    """Findings that are new, those that are known, and entries that hit nothing."""

    new: tuple[Finding, ...]
    known: tuple[Ignored, ...]
    used: tuple[Entry, ...]
    idle: tuple[Entry, ...]
    moved: int  # new findings that stand where an idle entry knows another rule
    hits: Mapping[int, Finding]  # by the id of the entry that knows it
    moves: Mapping[str, str]  # files of entries that are gone, and what they are called now
    again: Mapping[str, renames.Renamed]  # as `moves`, of files whose name another one has now
    deleted: Collection[str] = ()  # files of entries that git knows to be deleted

    def place_now(self, entry: Entry) -> str:
        """The name that the file of an entry has now."""
        at = self.again.get(entry.path)
        if at is not None and moved.is_before(entry, at):
            return at.name
        return self.moves.get(entry.path, entry.path)


class Baseline(NamedTuple):
    """A baseline as a run asks it: its file, and its entries by the ids that rules have now."""

    path: Path
    entries: tuple[Entry, ...]

    def only(self, counts: Callable[[Entry], bool]) -> Baseline:
        """The baseline without the entries that do not count."""
        return self._replace(entries=tuple(filter(counts, self.entries)))

    def sift(self, findings: Sequence[Finding], checked: Collection[Path]) -> Sifted:
        """Tell known findings from new ones; `checked` are the files that were read."""
        return sift(self.entries, findings, self.path, checked)


def opened(path: Path | None, renamed: Iterable[tuple[str, str]]) -> Baseline:
    """The baseline at `path`; without entries where there is no file, or no path.

    `renamed` pairs each old id of a rule with the one it has now. Raises SettingsError for a file
    that cannot be read or is no baseline.
    """
    if path is None:
        return Baseline(Path(NAME), ())
    return Baseline(path, as_named(load(path), renamed))


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
    ask: moved.Ask = renames.renamed, *, all_moves: bool = False,
) -> Sifted:
    """Tell known findings from new ones. `path` is that of the baseline.

    `checked` are the files that were read in this run. An entry from another file lets a finding
    be only in copies of that file, or where it is gone and plainly the same text has another place.
    `ask` is who knows of renamed files; with `all_moves` it is asked also where no finding is left.
    """
    if not entries:
        return Sifted(tuple(findings), (), (), (), 0, {}, {}, {})
    places = {file: relative(path, file) for file in {*checked, *(f.path for f in findings)}}
    shared = kin.shared({*places.values()}, {entry.path for entry in entries})
    taken = _narrow(entries, findings, places, shared)
    known = {id(entry) for entry in taken.values()}
    left = [nth for nth in range(len(findings)) if nth not in taken]
    followed = moved.Followed({}, {}, {}, ())
    if left or all_moves:
        still = [one for one in entries if one.reach != "everywhere" and id(one) not in known]
        rows: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
        for nth in left:
            rows[places[findings[nth].path]].append((nth, findings[nth]))
        settled = {entry.path for entry in entries if entry.reach == "here"}
        stay = {nth: one for nth, one in taken.items() if places[findings[nth].path] == one.path}
        followed = _followed(still, stay, rows, settled, path, {*places.values()}, is_there, ask)
        for entry in followed.taken.values():
            if id(entry) in known:  # it knew what a new file of the old name says
                taken = {nth: one for nth, one in taken.items() if one is not entry}
        taken.update(followed.taken)
    before: dict[str, list[str]] = defaultdict(list)  # what a file has been called
    for old, now in followed.moves.items():
        before[now].append(old)
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
                *(("file", finding.rule, old) for old in before.get(places[finding.path], ())),
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
        followed.moves, followed.again, followed.deleted,
    )  # fmt: skip


def _narrow(
    entries: Sequence[Entry], findings: Sequence[Finding], places: Mapping[Path, str],
    shared: Mapping[str, Collection[str]],
) -> dict[int, Entry]:
    """The entry of each finding that has one of its own, by the number of the finding."""
    here = [entry for entry in entries if entry.reach == "here"]
    rows: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in here:
        rows[_key(entry) + (entry.path,)].append(entry)
    spent: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    taken: dict[int, Entry] = {}
    for fits in (same.is_unmoved, same.keeps_a_side, same.may_have_moved):
        for nth, finding in enumerate(findings):  # what stands where it stood comes first
            if nth not in taken and (
                stays := _picked(rows, spent, fits, finding, places[finding.path])
            ) is not None:
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
    return taken


def _followed(
    idle: Iterable[Entry], stay: Mapping[int, Entry], found: moved.Found,
    settled: Collection[str], path: Path, checked: Collection[str],
    is_there: Callable[[Path], bool], ask: moved.Ask,
) -> moved.Followed:
    """What is known in files that have moved, of entries that know nothing where they stand.

    Of those that `stay` it is asked too, where a file that has no entries says the same.
    """
    rows: dict[str, list[Entry]] = defaultdict(list)
    for entry in idle:
        rows[entry.path].append(entry)
    gone = {place for place in rows if place not in checked and not is_there(path.parent / place)}
    said = _said(one for now, row in found.items() if now not in settled for _, one in row)
    everywhere = _said(one for row in found.values() for _, one in row)
    lost = [  # of what was not checked, too, where a checked file says it
        place for place, row in rows.items()
        if place in gone or place in checked or any(_key(entry) in everywhere for entry in row)
    ]
    reborn: dict[str, list[Entry]] = defaultdict(list)
    for entry in stay.values():
        if _key(entry) in said:
            reborn[entry.path].append(entry)
    lost += [place for place in reborn if place not in rows]
    by_git = ask(path.parent, lost, [*found]) if lost else {}
    return moved.follow(rows, reborn, gone, found, settled, by_git)


def _said(findings: Iterable[Finding]) -> set[tuple[str, ...]]:
    """What entries that know the findings may hold, as `_key`."""
    return {(one.rule, one.words, *near) for one in findings for near in same.surroundings(one)}


def _picked(
    rows: Mapping[tuple[str, ...], list[Entry]], spent: Mapping[tuple[str, ...], list[Entry]],
    fits: Callable[[Entry, Finding, Sequence[Entry]], bool], finding: Finding, *place: str,
) -> Entry | None:
    """The first entry that knows a finding, taken from its row to those spent; None if none is."""
    for near in same.surroundings(finding):
        key = (finding.rule, finding.words) + near + place
        for nth, entry in enumerate(rows.get(key, ())):
            if same.says_the_same(entry, finding) and fits(entry, finding, spent[key]):
                spent[key].append(rows[key].pop(nth))
                return entry
    return None


def _stands_where(was: Mapping[tuple[str, ...], str], finding: Finding, place: str) -> bool:
    """Whether an idle entry of another rule stands at the words of a finding."""
    return any(
        was.get((finding.words, *near, place), finding.rule) != finding.rule
        for near in same.surroundings(finding)
    )


def _key(entry: Entry) -> tuple[str, ...]:
    return entry.rule, entry.words, entry.before, entry.after


def relative(path: Path, file: Path) -> str:
    """`file` as seen from the folder of the baseline, with slashes; as it is on another drive."""
    try:
        return Path(os.path.relpath(file, path.parent)).as_posix()
    except ValueError:
        return file.as_posix() if sys.platform == "win32" else str(file)
