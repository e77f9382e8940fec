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
from lintwords.sift.baseline import kin, same
from lintwords.sift.baseline.file import NAME, Entry, load
from lintwords.sift.baseline.moved import Followed, follow
from lintwords.values import replace


class Sifted(NamedTuple):
    """Findings that are new, those that are known, and entries that hit nothing."""

    new: tuple[Finding, ...]
    known: tuple[Ignored, ...] = ()
    used: tuple[tuple[Entry, Finding | None], ...] = ()  # with what it knows; None beside another
    idle: tuple[Entry, ...] = ()
    moved: int = 0  # new findings that stand where an idle entry knows another rule
    followed: Followed = Followed()


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
    *, all_moves: bool = False,
) -> Sifted:
    """Tell known findings from new ones. `path` is that of the baseline.

    `checked` are the files that were read in this run. An entry from another file lets a finding
    be only in copies of that file, or where it is gone and plainly the same text has another place.
    With `all_moves` moved files are looked for also where no finding is left.
    """
    if not entries:
        return Sifted(tuple(findings))
    names = {file: relative(path, file) for file in {*checked, *(f.path for f in findings)}}
    there = {*names.values()}
    sieve = _Sieve(entries, findings, [names[finding.path] for finding in findings], {}, [])
    shared = kin.shared(there, {entry.path for entry in entries})
    _know_in_place(sieve)
    _know_in_copies(sieve, shared)
    followed = Followed()
    if sieve.left() or all_moves:
        followed = _followed(sieve, path.parent, there, is_there)
        sieve.hand_over(followed.taken)
    _know_far(sieve, _other_names(shared, followed.moves))
    return _sifted(sieve, os.path.relpath(path), followed)


class _Sieve(NamedTuple):
    """The findings of a run, by their numbers, and the entries that know them so far."""

    entries: Sequence[Entry]
    findings: Sequence[Finding]
    places: Sequence[str]  # the file of each finding, as entries name it
    taken: dict[int, Entry]  # by the number of the finding
    beside: list[Entry]  # those of a far reach that hit, also what another one knows

    def left(self) -> list[int]:
        """The findings that nothing knows."""
        return [nth for nth in range(len(self.findings)) if nth not in self.taken]

    def halves(self) -> tuple[list[Entry], list[Entry]]:
        """Entries that hit something, and those that do not; two that are equal are two."""
        used = {id(entry) for entry in (*self.taken.values(), *self.beside)}
        hit = [entry for entry in self.entries if id(entry) in used]
        return hit, [entry for entry in self.entries if id(entry) not in used]

    def hand_over(self, taken: Mapping[int, Entry]) -> None:
        """Let entries know these findings, and no others."""
        moving = {id(entry) for entry in taken.values()}
        for nth in [nth for nth, entry in self.taken.items() if id(entry) in moving]:
            del self.taken[nth]
        self.taken.update(taken)


def _know_in_place(sieve: _Sieve) -> None:
    """Let each entry know what stands in its own file; what stands where it stood comes first."""
    rows: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in sieve.entries:
        if entry.reach == "here":
            rows[_key(entry) + (entry.path,)].append(entry)
    spent: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for fits in (same.is_unmoved, same.keeps_a_side, same.may_have_moved):
        for nth in sieve.left():
            stays = _picked(rows, spent, fits, sieve.findings[nth], sieve.places[nth])
            if stays is not None:
                sieve.taken[nth] = stays


def _know_in_copies(sieve: _Sieve, shared: Mapping[str, Collection[str]]) -> None:
    """Let what is known of a file be known in its copies, as `shared` tells them, once in each.

    What is known of a file and of its copies does not add up: where an entry knows a finding, those
    of the other files that know it too are spent with it.
    """
    rows: dict[str, dict[tuple[str, str], list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for one in sieve.entries:
        if one.reach == "here":
            rows[one.path][one.rule, one.words].append(one)
    asked = {sieve.places[nth] for nth in sieve.left()} & {*shared}
    pools = {
        (place, other): {key: [*those] for key, those in rows[other].items()}
        for place in asked for other in shared[place]
    }
    order = [nth for nth in (*sieve.taken, *sieve.left()) if sieve.places[nth] in asked]
    spent: set[tuple[int, str]] = set()
    for knows in (same.is_same, same.is_in_copy):  # what nobody touched comes before
        for nth in order:
            finding, place = sieve.findings[nth], sieve.places[nth]
            for other in shared[place]:
                pool = pools[place, other].get((finding.rule, finding.words), [])
                shares = next((one for one in pool if knows(one, finding)), None)
                if shares is not None and (nth, other) not in spent:
                    spent.add((nth, other))
                    pool.remove(shares)
                    sieve.taken.setdefault(nth, shares)


def _know_far(sieve: _Sieve, names: Mapping[str, Collection[str]]) -> None:
    """Let entries know what they reach beyond one sentence; `names` are others of each file."""
    far: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(sieve.entries):
        if entry.reach != "here":
            told = entry.path if entry.reach == "file" else entry.words
            far[entry.reach, entry.rule, told].append(at)
    hit: set[tuple[str, ...]] = set()
    for nth, (finding, place) in enumerate(zip(sieve.findings, sieve.places, strict=True)):
        files = (("file", finding.rule, name) for name in (place, *names.get(place, ())))
        keys = [key for key in (*files, ("everywhere", finding.rule, finding.words)) if key in far]
        if keys:
            hit.update(keys)
            sieve.taken.setdefault(nth, sieve.entries[min(far[key][0] for key in keys)])
    sieve.beside.extend(sieve.entries[at] for key in hit for at in far[key])


def _other_names(
    shared: Mapping[str, Collection[str]], moves: Mapping[str, str]
) -> dict[str, list[str]]:
    """For each file the names of its copies, and those that it has had."""
    names: dict[str, list[str]] = defaultdict(list)
    for place, others in shared.items():
        names[place].extend(others)
    for old, now in moves.items():
        names[now].append(old)
    return names


def _sifted(sieve: _Sieve, name: str, followed: Followed) -> Sifted:
    """What came of it all; `name` is that of the baseline."""
    used, idle = sieve.halves()
    new = [(sieve.findings[nth], sieve.places[nth]) for nth in sieve.left()]
    known = [(sieve.findings[nth], sieve.taken[nth]) for nth in sorted(sieve.taken)]
    knows = {id(entry): finding for finding, entry in known}
    rules: dict[tuple[str, ...], str] = {
        (entry.words, entry.before, entry.after, entry.path): entry.rule
        for entry in idle if entry.reach == "here"
    }
    return Sifted(
        new=tuple(finding for finding, _ in new),
        known=tuple(
            Ignored(finding, entry.reason, "baseline", name, entry.line, entry.reach)
            for finding, entry in known
        ),
        used=tuple((entry, knows.get(id(entry))) for entry in used),
        idle=tuple(idle),
        moved=sum(_stands_where(rules, finding, place) for finding, place in new),
        followed=followed,
    )


def _followed(
    sieve: _Sieve, folder: Path, checked: Collection[str], is_there: Callable[[Path], bool]
) -> Followed:
    """What is known in files that have moved, of entries that know nothing where they stand.

    Those that know something there are asked too, where a file that has no entries says the same.
    """
    rows: dict[str, list[Entry]] = defaultdict(list)
    for entry in sieve.halves()[1]:
        if entry.reach != "everywhere":
            rows[entry.path].append(entry)
    found: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
    for nth in sieve.left():
        found[sieve.places[nth]].append((nth, sieve.findings[nth]))
    settled = {entry.path for entry in sieve.entries if entry.reach == "here"}
    gone = {place for place in rows if place not in checked and not is_there(folder / place)}
    said = _said(one for now, row in found.items() if now not in settled for _, one in row)
    everywhere = _said(one for row in found.values() for _, one in row)
    lost = [  # of what was not checked, too, where a checked file says it
        place for place, row in rows.items()
        if place in gone or place in checked or any(_key(entry) in everywhere for entry in row)
    ]
    reborn: dict[str, list[Entry]] = defaultdict(list)
    for nth, entry in sieve.taken.items():
        if entry.path == sieve.places[nth] and _key(entry) in said:
            reborn[entry.path].append(entry)
    lost += [place for place in reborn if place not in rows]
    by_git = renames.renamed(folder, lost, [*found]) if lost else {}
    return follow(rows, reborn, gone, found, settled, by_git)


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
    """A file as seen from the folder of the baseline, with slashes; whole on another drive."""
    try:
        return Path(os.path.relpath(file, path.parent)).as_posix()
    except ValueError:
        return file.as_posix() if sys.platform == "win32" else str(file)
