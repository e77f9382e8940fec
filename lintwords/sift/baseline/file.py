"""The file of a baseline: its entries read, each mistake told by its entry, and written whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from lintwords.errors import CannotWrite, LintwordsError, SettingsError, nearest, short
from lintwords.files import whole
from lintwords.files.bounds import is_plain
from lintwords.interface import say
from lintwords.settings.file import BASELINE
from lintwords.settings.mistakes import CONFLICT
from lintwords.values import dataclass, field, replace

NAME = BASELINE
REACHES = ("here", "file", "everywhere")
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
    governor: str = ""  # what governs the words, in its base form; empty is any
    voice: str = ""  # whose words they are, if not the writer's own; empty is any
    beside: str = ""  # what tells the whole sentence with the words on either side of it
    reach: str = "here"
    reason: str = ""
    since: str = ""  # the day it was written, YYYY-MM-DD
    line: int = field(default=0, compare=False)  # where it says why, or begins; never written


_TOP = ("version", "readings", "known")
_KEYS = tuple(key.name for key in fields(Entry) if key.compare)  # what stands in the file
_ORDER = ("path", "rule", "words", "reason", "since", "reach", "before", "after",
    "governor", "voice", "beside",
)


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
        raise SettingsError(error.problem, f"{error.hint}{_after_conflict(path)}", path) from error
    if (version := data.get("version")) != _VERSION:
        is_newer = isinstance(version, int) and version > _VERSION
        raise SettingsError(
            say("{path} is no baseline of version {version}", path=path, version=_VERSION),
            _newer() if is_newer else say("Write it anew: lintwords check --baseline-write"), path,
        )
    for key in data:
        if key not in _TOP:
            raise SettingsError(
                say('{wrong}: unknown key "{key}"', wrong=path, key=short(key)),
                nearest(key, _TOP) or _newer(), path,
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


def _after_conflict(path: Path) -> str:
    """What else to do with a baseline in which git has left both sides; else nothing."""
    if not is_plain(path) or not re.search(
        CONFLICT, path.read_text("utf-8-sig", "replace"), re.MULTILINE
    ):
        return ""
    return "\n" + say("Then run lintwords check, and, where it finds nothing new, "
                      "lintwords check --baseline-write.")


def _newer() -> str:
    return say("A newer lintwords has written it: upgrade this one (lintwords --version), or, if "
               "it was written by hand, take the key out.")


def _entry(path: Path, nth: int, row: Any) -> Entry:
    wrong = say("{path}, entry {nth}", path=path, nth=nth)
    if not isinstance(row, dict):
        hint = say("Write { path = …, rule = …, words = … }.")
        raise SettingsError(say("{wrong}: it is no table", wrong=wrong), hint, path)
    for key, value in row.items():
        if key not in _KEYS:
            raise SettingsError(
                say('{wrong}: unknown key "{key}"', wrong=wrong, key=short(key)),
                nearest(key, _KEYS) or _newer(), path,
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
