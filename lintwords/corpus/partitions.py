"""Sources → partitions: pieces of about one size, each of which becomes one part of the answer.

Plain JSONL is cut at bytes, Parquet at row groups, files of folders into lots; what is packed, CSV
and crawls are a partition a file. The same sources are cut in the same way each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from lintwords.api import readers
from lintwords.corpus import parquet, rows
from lintwords.corpus.job import Job, Partition
from lintwords.corpus.unpacked import DAMAGED, is_packed, opened, suffix
from lintwords.errors import CannotRead, SettingsError, nearest
from lintwords.interface import say
from lintwords.values import replace

KINDS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet",
    ".warc": "warc", ".wet": "warc",
}
_NO_RECORDS = ("data",)  # formats that hold a text only in fields that somebody names
_LOT = 2_000  # files in a partition at most


def partitions(job: Job) -> tuple[Partition, ...]:
    """All partitions of a job, numbered. Raises CannotRead, SettingsError for a missing column."""
    found = [one for source in job.sources for one in _of(source, job)]
    if not found:
        names = ", ".join(map(str, job.sources))
        raise CannotRead(
            say("no texts in {names}", names=names),
            say(
                "lintwords corpus reads {kinds} and the formats of lintwords check.",
                kinds=' '.join(KINDS),
            ),
        )
    return tuple(
        replace(one, number=number, path=one.path.absolute()) for number, one in enumerate(found)
    )


def _of(source: Path, job: Job) -> Iterator[Partition]:
    if not source.is_dir():
        if not source.exists():
            raise CannotRead(say('cannot find "{path}"', path=source), path=source)
        kind = KINDS.get(suffix(source))
        if kind is None and readers.format_for(source) in (None, *_NO_RECORDS):
            raise CannotRead(
                say("cannot read {path}", path=source),
                say("Read are: {kinds}", kinds=' '.join(KINDS)), source,
            )
        size = _size(source)
        yield from _cut(source, kind, job) if kind else [
            Partition(0, "files", source, str(source), size, files=("",))
        ]
        return
    names: list[tuple[str, int]] = []
    for path in _walked(source):
        kind = KINDS.get(suffix(path))
        if kind:
            yield from _cut(path, kind, job)
        elif not is_packed(path) and readers.format_for(path) not in (None, *_NO_RECORDS):
            names.append((str(path.relative_to(source)), _size(path)))
    yield from _lots(source, names, job.part_size)


def _walked(folder: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names; hidden ones are passed over."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))


def _lots(source: Path, names: list[tuple[str, int]], most: int) -> Iterator[Partition]:
    lot: list[str] = []
    size = 0
    for name, length in names:
        if lot and (size + length > most or len(lot) == _LOT):
            yield Partition(0, "files", source, str(source), size, files=tuple(lot))
            lot, size = [], 0
        lot.append(name)
        size += length
    if lot:
        yield Partition(0, "files", source, str(source), size, files=tuple(lot))


def _cut(path: Path, kind: str, job: Job) -> Iterator[Partition]:
    size, name = _size(path), str(path)
    if kind == "parquet":
        try:
            groups, heads = parquet.groups(path)
        except (CannotRead, OSError):  # who reads it says what is wrong
            yield Partition(0, kind, path, name, size)
            return
        _check(path, heads, job)
        yield from _row_groups(path, groups, job.part_size)
        return
    if kind != "warc" and size and (heads := _heads(path, kind)):
        _check(path, heads, job)
    if kind != "jsonl" or is_packed(path) or not size:
        yield Partition(0, kind, path, name, size)
        return
    for start in range(0, size, job.part_size):
        end = min(start + job.part_size, size)
        yield Partition(0, kind, path, name, end - start, start, end)


def _heads(path: Path, kind: str) -> list[str]:
    """The columns of a file; none where it is damaged: who reads it says so."""
    try:
        with opened(path) as file:
            return rows.heads(kind, file)
    except (*DAMAGED, OSError):
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # a link that leads nowhere
        return 0


def _row_groups(path: Path, groups: list[tuple[int, int]], most: int) -> Iterator[Partition]:
    start = size = 0
    for number, (length, _) in enumerate(groups):
        if number > start and size + length > most:
            yield Partition(0, "parquet", path, str(path), size, start, number)
            start, size = number, 0
        size += length
    if groups:
        yield Partition(0, "parquet", path, str(path), size, start, len(groups))


def _check(path: Path, heads: Iterable[str], job: Job) -> None:
    """A column that is named must be there, and once; else each row would be an error row."""
    known, columns = sorted(heads), job.columns
    wanted = (("text", columns.text), ("lang-column", columns.lang), ("date", columns.date),
              ("source", columns.source), ("id", columns.id))
    for option, name in wanted:
        if name and name not in known and option != "id":
            hint = nearest(name, known) or say("Its columns are: {names}", names=', '.join(known))
            problem = say('{path} has no column "{name}"', path=path, name=name)
            name_it = say("Name it: --{option} COLUMN", option=option)
            raise SettingsError(problem, f"{hint}\n{name_it}", setting=option)
        if name and known.count(name) > 1:
            problem = say('{path} has more than one column "{name}"', path=path, name=name)
            raise SettingsError(problem, say("Give each a name of its own."), setting=option)
