"""Files that are gone, and those that are plainly their texts under other names.

Git is asked first: what it takes for renamed is followed, whatever else has changed in it, and what
was deleted is followed nowhere. Where it knows nothing, a file is another one moved only if it has
no entry of its own, and holds so much of what is known of that one that no text happens to: under
the same name in another folder more than half of it, with a sentence as it stood among others;
under another name all of it, three findings or more, and no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from lintwords.model import Finding
from lintwords.sift.baseline import same
from lintwords.sift.baseline.file import Entry
from lintwords.sift.renames import Renamed

_MANY = 3  # findings that are known under another name, and no other beside them

Found = Mapping[str, Sequence[tuple[int, Finding]]]  # numbered findings, by the name of their file


class Followed(NamedTuple):
    """The entry of each finding that stands in a moved file, and where files have moved."""

    taken: Mapping[int, Entry] = {}
    moves: Mapping[str, str] = {}  # of files that are gone
    again: Mapping[str, Renamed] = {}  # of files whose name another one has now
    deleted: Collection[str] = ()  # as git knows

    def name_now(self, entry: Entry) -> str:
        """The name that the file of an entry has now."""
        at = self.again.get(entry.path)
        if at is not None and is_before(entry, at):
            return at.name
        return self.moves.get(entry.path, entry.path)


def is_before(entry: Entry, at: Renamed) -> bool:
    """Whether an entry may be of the text that was renamed, not of a later one of that name."""
    return not at.day or entry.since <= at.day


def follow(
    idle: Mapping[str, Sequence[Entry]], stay: Mapping[str, Sequence[Entry]],
    gone: Collection[str], found: Found, settled: Collection[str], git: Mapping[str, Renamed],
) -> Followed:
    """What entries know in the files that theirs have become.

    `idle` are the entries, by file, that know nothing where they stand, and `stay` those that may
    know there what another text says; of these files `gone` are not there. `found` are the findings
    that nothing else knows, `settled` the files with entries, `git` what git knows.
    """
    by_git = {was: at for was, at in git.items() if at.name}
    deleted = {
        was for was, at in git.items()
        if not at.name and all(is_before(entry, at) for entry in idle.get(was, ()))
    }
    taken: dict[int, Entry] = {}
    moves: dict[str, str] = {}
    left = {now: list(rows) for now, rows in found.items()}
    for was, at in by_git.items():
        if was in gone:
            moves[was] = at.name
        asked = (*idle.get(was, ()), *(stay.get(was, ()) if at.name not in settled else ()))
        for entry in asked:
            if was not in gone and not is_before(entry, at):
                continue
            rows = left.get(at.name, [])
            if (hit := next((row for row in rows if same.is_same(entry, row[1])), None)):
                rows.remove(hit)
                taken[hit[0]] = entry
    targets = {at.name for at in by_git.values()}
    unknown = {
        was: rows for was, rows in idle.items()
        if was in gone and was not in moves and was not in deleted
    }
    bare = {
        now: rows for now, rows in left.items()
        if rows and now not in settled and now not in targets
    }
    for was, now, pairs in _plainly(unknown, bare):
        moves[was] = now
        taken.update(pairs)
    again = {was: at for was, at in by_git.items() if was not in gone}
    return Followed(taken, moves, again, deleted)


def _plainly(
    gone: Mapping[str, Sequence[Entry]], found: Found
) -> Iterator[tuple[str, str, Sequence[tuple[int, Entry]]]]:
    """Each file that is gone and plainly stands under another name, with what is known there."""
    left = dict(found)
    named: dict[str, list[str]] = defaultdict(list)
    holding: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for now, findings in found.items():
        named[PurePosixPath(now).name].append(now)
        for _, finding in findings if len(findings) >= _MANY else ():
            for before, after in same.surroundings(finding):
                holding[finding.rule, finding.words, before, after].append(now)
    for was, entries in gone.items():
        name = PurePosixPath(was).name
        keys = ((one.rule, one.words, one.before, one.after) for one in entries)
        others = (now for key in keys for now in holding.get(key, ()))
        for now in dict.fromkeys((*named.get(name, ()), *others)):
            pairs, asked = _pairs(entries, left.get(now, ()))
            if not len(pairs) == asked == len(found[now]) >= _MANY:
                rows = dict(left.get(now, ()))
                is_named_so = PurePosixPath(now).name == name and 2 * len(pairs) > asked
                if not is_named_so or not any(same.stays(one, rows[nth]) for nth, one in pairs):
                    continue
            if now in left:
                yield was, now, pairs
                del left[now]
                break


def _pairs(
    entries: Sequence[Entry], findings: Sequence[tuple[int, Finding]]
) -> tuple[list[tuple[int, Entry]], int]:
    """Findings with the entries that know them, and how many entries are of rules found here."""
    rules = {finding.rule for _, finding in findings}
    free, pairs, asked = list(findings), [], 0
    for entry in entries:
        hit = next((row for row in free if same.is_same(entry, row[1])), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((hit[0], entry))
        asked += entry.rule in rules
    return pairs, asked
