"""What was found in files that have not changed since: hashes and results, never a text.

A record is named by a hash of a file's bytes, and sealed with a second one: what it says of the
file can only be read by who has the file. Of a file in which nothing was found, size and times are
kept too, by a hash of its path, as git does in its index: while they stay, it need not be read.

One cache file serves one folder, one set of options and one state of rules and program; any change
of these asks another. It is written together with what another process has added meanwhile.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from functools import lru_cache
from hashlib import blake2b, shake_256
from pathlib import Path
from typing import Any

from lintwords import __version__, interface, values
from lintwords.files import cachefiles
from lintwords.model import (
    Edit,
    FileReport,
    FileResult,
    Finding,
    Fix,
    Ignored,
    Options,
    Passage,
    Piece,
    Place,
    Severity,
    Source,
    Spoken,
    Unread,
    Voice,
)

_KIND = "results"
_FORMAT = 7
_UNUSED = 10_000  # records that are kept without having been asked for
# a file that changes twice within a tick of the clock keeps its times; the coarsest tick is of FAT
_TICK = 2_000_000_000

Signature = tuple[int, ...]  # size, times and number of a file


class Cache:
    """The records for one set of options; `rules` is a stamp of what is loaded for them."""

    def __init__(self, rules: str, options: Options) -> None:
        key = f"{_FORMAT}|{os.getcwd()}|{options!r}|{rules}|{_program()}|{interface.language()}"
        self._name = blake2b(key.encode("utf-8", "replace"), digest_size=16).hexdigest()
        self._records, self._clean, self._rules = self._kept()
        self._used: set[bytes] = set()
        self._seen: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._newly_clean: dict[bytes, tuple[Signature, str, int]] = {}
        self._sources: dict[bytes, tuple[Source, ...]] = {}

    def signature(self, path: Path) -> Signature | None:
        """What tells a file from what it was before, without reading it; None if it may not."""
        try:
            status = os.stat(path)
        except OSError:
            return None
        times = status.st_mtime_ns, status.st_ctime_ns
        return (status.st_size, *times, status.st_ino, status.st_dev)

    def clean(self, path: Path, signature: Signature | None) -> FileReport | None:
        """The file, if nothing was found in it the last time and it was not touched since."""
        if not self._clean:
            return None
        key = _place(path)
        row = self._clean.get(key)
        if row is None or row[0] != signature:
            return None
        self._seen.add(key)
        return FileReport(path, row[1], row[2])

    def name(self, path: Path, data: bytes) -> bytes:
        """What stands for the bytes of a file: 16 to name its record, the others to seal it."""
        found = blake2b(data, digest_size=48)
        found.update(f"\0{path.suffix.lower()}".encode("utf-8", "replace"))
        return found.digest()

    def get(self, path: Path, name: bytes) -> tuple[FileReport, FileResult | None] | None:
        """What was found in the file of that name the last time; its lines are not kept."""
        record = self._records.get(name[:16])
        if record is None:
            return None
        self._used.add(name[:16])
        lang, number, unread, unjudged, judged, spoken, found, ignored = marshal.loads(
            _sealed(record, name[16:])
        )
        parts = tuple(Unread(*one) for one in unread)
        told = tuple(Spoken(*one) for one in spoken)
        file = FileReport(path, lang, number, (), parts, unjudged, judged, told)
        if found is None:
            return file, None
        findings = tuple(self._finding(path, row) for row in found)
        let = tuple(Ignored(self._finding(path, row[0]), *row[1:]) for row in ignored)
        return file, FileResult(lang, findings, ignored=let)

    def put(self, name: bytes, file: FileReport, result: FileResult | None) -> None:
        """Keep what was found."""
        rows = None if result is None else [self._row(one) for one in result.findings]
        ignored = [
            (self._row(one.finding), one.reason, one.by, one.where, one.line, one.reach)
            for one in (result.ignored if result else ())
        ]
        record = marshal.dumps((
            file.lang, file.words, tuple(map(values.row, file.unread)), file.unjudged,
            file.is_judged, tuple(map(tuple, file.spoken)), rows, ignored,
        ))
        self._new[name[:16]] = _sealed(record, name[16:])

    def note(
        self, signature: Signature | None, file: FileReport, result: FileResult | None
    ) -> None:
        """Keep that there is nothing to tell of a file that was `signature` before it was read."""
        told = file.unread or file.spoken or (result and (result.findings or result.ignored))
        if signature is None or told or max(signature[1:3]) > time.time_ns() - _TICK:
            return
        self._newly_clean[_place(file.path)] = signature, file.lang, file.words

    def save(self) -> None:
        """Write what is new, beside what other processes have written meanwhile."""
        if not self._new and not self._newly_clean:
            return
        records, clean, rules = self._kept()
        kept = (
            {**_recent({**self._records, **records}, self._used), **self._new},
            {**_recent({**self._clean, **clean}, self._seen), **self._newly_clean},
            {**rules, **self._rules},
        )
        cachefiles.keep(_KIND, self._name, kept)

    def _kept(self) -> tuple[dict[bytes, bytes], dict[bytes, Any], dict[bytes, Any]]:
        value = cachefiles.kept(_KIND, self._name)
        return value if isinstance(value, tuple) and len(value) == 3 else ({}, {}, {})

    def _row(self, finding: Finding) -> tuple[Any, ...]:
        sources = tuple(values.row(source) for source in finding.sources)
        rule = (finding.rule, finding.category, finding.lang, sources)
        key = blake2b(repr(rule).encode(), digest_size=8).digest()
        self._rules.setdefault(key, rule)
        return (
            key, int(finding.severity), finding.message, finding.why, finding.text, finding.words,
            finding.voice.value, finding.slot, finding.governor, values.row(finding.at),
            tuple(tuple(piece) for piece in finding.pieces), finding.fingerprint,
            tuple(
                (fix.label, tuple(values.row(edit) for edit in fix.edits), fix.safe, fix.why_not)
                for fix in finding.fixes
            ),
            finding.instead, finding.before, finding.after, tuple(finding.sentence),
            finding.is_quoted,
        )

    def _finding(self, path: Path, row: tuple[Any, ...]) -> Finding:
        (key, severity, message, why, text, words, voice, slot, governor, at, pieces, fingerprint,
         fixes, instead, before, after, sentence, is_quoted) = row
        rule, category, lang, sources = self._rules[key]
        if key not in self._sources:
            self._sources[key] = tuple(Source(*source) for source in sources)
        return Finding(
            path, rule, category, Severity(severity), lang, message, why, text, words,
            Voice(voice), slot, governor, Place(*at), tuple(Piece(*piece) for piece in pieces),
            fingerprint,
            tuple(
                Fix(label, tuple(Edit(*edit) for edit in edits), safe, why_not)
                for label, edits, safe, why_not in fixes
            ),
            instead, self._sources[key], before, after, Passage(*sentence),
            is_quoted,
        )


def _recent(every: dict[bytes, Any], used: set[bytes]) -> dict[bytes, Any]:
    """What was asked for, after the last ones of what was not."""
    old = [name for name in every if name not in used]
    return {name: every[name] for name in (*old[-_UNUSED:], *used)}


def _place(path: Path) -> bytes:
    """What stands for a path; a file's name may tell what is in it."""
    return blake2b(os.fsencode(path), digest_size=16).digest()


def _sealed(record: bytes, key: bytes) -> bytes:
    """The record, made unreadable or readable again by what only its file's bytes give."""
    length = len(record)
    stream = int.from_bytes(shake_256(key).digest(length), "big")
    return (int.from_bytes(record, "big") ^ stream).to_bytes(length, "big")


@lru_cache(1)
def _program() -> str:
    """The version, and the state of each module: a program under work changes without a number."""
    found = blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
    folders = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith(".py"):
                    status = entry.stat()
                    found.update(f"{entry.name} {status.st_size} {status.st_mtime_ns}".encode())
    return found.hexdigest()
