"""Files that are gone, and those that are plainly their texts under other names.

An entry tells of a sentence, not of a text, and the same sentence may stand in a text that is new.
So a file is another one moved only where all that is known of that one is found in it, and it has
its name, or so much in common and nothing else that no text happens to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from lintwords.model import Finding
from lintwords.sift.baseline import same
from lintwords.sift.baseline.file import Entry

_MANY = 3  # findings that are known under another name, and no other beside them


def entries_of_moved(
    gone: Mapping[str, Sequence[Entry]], found: Mapping[str, Sequence[tuple[int, Finding]]]
) -> Iterator[tuple[int, Entry]]:
    """The number of each finding that an entry of a file which is gone knows, and the entry.

    `gone` are the entries by file, `found` the numbered findings of files of which none is known.
    """
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
            pairs = _pairs(entries, left.get(now, ()))
            if pairs and (
                PurePosixPath(now).name == name or len(pairs) == len(found[now]) >= _MANY
            ):
                yield from pairs
                del left[now]
                break


def _pairs(
    entries: Sequence[Entry], findings: Sequence[tuple[int, Finding]]
) -> list[tuple[int, Entry]]:
    """Findings with the entries that know them; none if an entry of a rule found here hits none."""
    rules = {finding.rule for _, finding in findings}
    free, pairs = list(findings), []
    for entry in entries:
        hit = next((row for row in free if same.is_same(entry, row[1])), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((hit[0], entry))
        elif entry.rule in rules:
            return []
    return pairs
