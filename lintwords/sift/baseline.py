"""The baseline: findings that are known and left be, in `lintwords-baseline.toml`.

An entry knows its finding by rule, words and the few words around them, never by a line, so that
it survives edits elsewhere, a moved paragraph and a renamed file. Each entry lets one finding be;
the same sentence written a second time is a new finding. An entry may reach further: `reach =
"file"` is any finding of its rule in its file, `reach = "everywhere"` its words in any file. A
file and the copies that are made of it share their entries.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from lintwords.errors import CannotWrite, LintwordsError, SettingsError, nearest, short
from lintwords.files import whole
from lintwords.files.bounds import is_plain
from lintwords.interface import say
from lintwords.model import Finding, Ignored
from lintwords.sift import kin
from lintwords.values import dataclass, field, replace

NAME = "lintwords-baseline.toml"
REACHES = ("here", "file", "everywhere")
KNOWN = "known when the baseline was written"
_VERSION = 1
_TRIES = 20  # of a write whose file others change meanwhile
_ENTRY = re.compile(r"\s*(?:\[\[\s*known\s*\]\]|\{)")  # a table of its own is read too
_REASON = re.compile(r"\s*reason\s*=")
_HEAD = f"""\
# Findings that are known and left be. lintwords writes this file; reasons may be edited.
# See them all: lintwords audit
version = {_VERSION}
"""
_READINGS = "# By which all of them were found, or found again.\nreadings = "


@dataclass(frozen=True, slots=True)
class Entry:
    """One known finding; `path` is relative to the baseline's folder, with slashes."""

    rule: str
    words: str
    path: str
    before: str = ""
    after: str = ""
    reach: str = "here"
    reason: str = ""
    since: str = ""  # the day it was written, YYYY-MM-DD
    line: int = field(default=0, compare=False)  # where it says why, or begins; never written


_TOP = ("version", "readings", "known")
_KEYS = tuple(key.name for key in fields(Entry) if key.compare)  # what stands in the file
_ORDER = ("path", "rule", "words", "reason", "since", "reach", "before", "after")


class Sifted(NamedTuple):
    """Findings that are new, those that are known, and entries that hit nothing."""

    new: tuple[Finding, ...]
    known: tuple[Ignored, ...]
    used: tuple[Entry, ...]
    idle: tuple[Entry, ...]
    moved: int  # new findings that stand where an idle entry knows another rule


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline, in their order; none if there is no file.

    Raises SettingsError if it cannot be read or holds what is no baseline.
    """
    from lintwords.packs import fields  # reads TOML; a run without a baseline needs none

    if not path.is_file():
        return ()
    try:
        data = fields.parse(path)
    except LintwordsError as error:
        raise SettingsError(error.problem, error.hint, path) from error
    if data.get("version") != _VERSION:
        raise SettingsError(
            say("{path} is no baseline of version {version}", path=path, version=_VERSION),
            say("Write it anew: lintwords check --baseline-write"), path,
        )  # fmt: skip
    for key in data:
        if key not in _TOP:
            raise SettingsError(
                say('{wrong}: unknown key "{key}"', wrong=path, key=short(key)),
                nearest(key, _TOP), path,
            )
    rows = data.get("known", [])
    if not isinstance(rows, list):
        hint = say("Write { path = …, rule = …, words = … }.")
        raise SettingsError(say("{path}: known is no list", path=path), hint, path)
    entries = tuple(_entry(path, nth, row) for nth, row in enumerate(rows, 1))
    lines = _lines(path.read_text("utf-8-sig", "replace"))
    if len(lines) != len(entries):  # written by hand in a way that is not ours
        return entries
    return tuple(replace(entry, line=line) for entry, line in zip(entries, lines, strict=True))


def readings(path: Path) -> tuple[str, ...]:
    """The versions of the readings by which a baseline was written; none if it says none.

    Raises SettingsError if it cannot be read.
    """
    from lintwords.packs import fields  # as late as in `load`

    if not path.is_file():
        return ()
    try:
        told = fields.parse(path).get("readings", [])
    except LintwordsError as error:
        raise SettingsError(error.problem, error.hint, path) from error
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        hint = say('Write readings = ["…"].')
        raise SettingsError(say("{path}: readings is no list of texts", path=path), hint, path)
    return tuple(told)


def others(before: Iterable[str], now: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The readings that are not what they were: before → now, of the same language."""
    known = {one.partition("-")[0]: one for one in before}
    pairs = [(known.get(one.partition("-")[0], one), one) for one in now]
    return tuple((old, new) for old, new in pairs if old != new)


def _lines(text: str) -> list[int]:
    """Where each entry says why it is there; its first line if it does not."""
    found: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if _ENTRY.match(line):
            found.append(number)
        elif found and _REASON.match(line):
            found[-1] = number
    return found


def _entry(path: Path, nth: int, row: Any) -> Entry:
    wrong = say("{path}, entry {nth}", path=path, nth=nth)
    if not isinstance(row, dict):
        hint = say("Write { path = …, rule = …, words = … }.")
        raise SettingsError(say("{wrong}: it is no table", wrong=wrong), hint, path)
    for key, value in row.items():
        if key not in _KEYS:
            raise SettingsError(
                say('{wrong}: unknown key "{key}"', wrong=wrong, key=short(key)),
                nearest(key, _KEYS), path,
            )
        if not isinstance(value, str):
            raise SettingsError(
                say("{wrong}: {key} is no text", wrong=wrong, key=key),
                say('Write {key} = "…".', key=key), path,
            )
    for key in ("rule", "words", "path"):
        if not row.get(key):
            raise SettingsError(
                say("{wrong}: {key} is missing", wrong=wrong, key=key),
                say('Write {key} = "…".', key=key), path,
            )
    entry = Entry(**row)
    if entry.reach not in REACHES:
        raise SettingsError(
            say('{wrong}: reach cannot be "{reach}"', wrong=wrong, reach=entry.reach),
            say("Use one of {names}.", names=', '.join(REACHES)), path,
        )
    return entry


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


# -- writing ------------------------------------------------------------------------------------


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


def update(
    path: Path, change: Callable[[tuple[Entry, ...]], Iterable[Entry]],
    by: Sequence[str] | None = None,
) -> int:
    """Write what `change` makes of the entries at `path`, whole, sorted so that changes read well.

    `by` are the versions of the readings that all of them are known by; else those that the
    baseline names stay.

    What another run has written meanwhile is not lost: `change` gets the entries that its result
    replaces. Gives how many other names of the file keep the old entries. Raises SettingsError
    for a baseline that cannot be read, LintwordsError if it cannot be written.
    """
    if ".git" in path.absolute().parent.parts:
        raise SettingsError(
            say("cannot write {path}", path=path),
            say("Git keeps its own files there, and shares none of yours. Name another place."),
        )
    for _ in range(_TRIES):
        with whole.alone(path):
            before = _bytes(path)
            text = written(change(load(path)), readings(path) if by is None else by)
            with whole.prepared(path, text.encode()) as file:
                if _bytes(path) == before:  # nobody who takes no lock has written meanwhile
                    return file.replace()
    raise CannotWrite(
        say("cannot write {path}", path=path),
        say("Other programs change it all the time. Run it again."), path,
    )


def written(entries: Iterable[Entry], by: Sequence[str] = ()) -> str:
    """A baseline as it stands in its file; `by` as in `update`."""
    rows = sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.words, entry.before))
    head = f"{_HEAD}{_READINGS}{json.dumps(list(by))}\n" if by else _HEAD
    return f"{head}known = [\n{''.join(map(_line, rows))}]\n"


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if is_plain(path) else None
    except OSError as trouble:
        raise whole.refused(path, trouble) from trouble


def _line(entry: Entry) -> str:
    """An entry on a line of its own, so that two people's changes stand apart."""
    values = ((key, getattr(entry, key)) for key in _ORDER)
    pairs = (f"{key} = {_text(value)}" for key, value in values if value and value != "here")
    return f"  {{ {', '.join(pairs)} }},\n"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _relative(path: Path, file: Path) -> str:
    """`file` as seen from the folder of the baseline, with slashes; as it is on another drive."""
    try:
        return Path(os.path.relpath(file, path.parent)).as_posix()
    except ValueError:
        return file.as_posix() if sys.platform == "win32" else str(file)
