"""A whole run over an archive: what is not finished is asked for, then all parts are added up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from lintwords import __version__
from lintwords.api import ChosenLinters, Config
from lintwords.corpus.counts import Counts
from lintwords.corpus.crew import Crew
from lintwords.corpus.folder import Folder
from lintwords.corpus.job import Job, Partition
from lintwords.corpus.part import Done, finish
from lintwords.corpus.partitions import partitions
from lintwords.corpus.picture import drawn
from lintwords.interface import say
from lintwords.model import Cannot
from lintwords.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; sizes are bytes of the sources, without parts that were there before."""

    parts: int
    of: int
    done: int
    size: int
    documents: int


@dataclass(frozen=True, slots=True)
class Run:
    """What all finished parts say together, and which are not finished."""

    counts: Counts
    parts: int
    skipped: int  # that were finished before
    # parts that are not finished, and sources of which a rest could not be read
    cannot: tuple[Cannot, ...] = ()


def run(
    job: Job, *, processes: int = 1, scheduler: str = "",
    watch: Callable[[Progress], None] = lambda _: None,
) -> Run:
    """Finish all parts that are not there, with `processes` here or on a cluster.

    Raises LintwordsError where nothing can be done; a part that cannot be finished is in `cannot`.
    """
    linter = ChosenLinters(Config(isolated=True), job.options, is_fixed=True).choose(Path())
    job = replace(
        job, pack=linter.stamp_of_all, readings=linter.readings, version=__version__,
        out=job.out.absolute(),
    )
    pieces = partitions(job)
    folder = Folder(job.out, job.format)
    folder.open({**job.described(), "parts": len(pieces), "cuts": _name(pieces)})
    left = [one for one in pieces if not folder.is_finished(one.number)]
    cannot = tuple(_done(job, left, len(pieces), processes, scheduler, watch))
    unfinished, counts = len(cannot), Counts()
    for piece in pieces:
        if folder.is_finished(piece.number):
            counts.join(folder.counts(piece.number))
    cannot += tuple(_cut(counts))
    told = {"lintwords": job.version, "pack": job.pack, "readings": list(job.readings),
            "parts": len(pieces), "unfinished": unfinished, **counts.told()}
    folder.summary(told, drawn(counts))
    return Run(counts, len(pieces), len(pieces) - len(left), cannot)


def _cut(counts: Counts) -> Iterator[Cannot]:
    """The sources of which a rest could not be read, in this run or before."""
    for source, counted in counts.by["sources"].items():
        if counted["cut"]:
            yield Cannot(
                Path(source), say("cannot read all of {path}", path=source),
                say("A row of documents says where it ends."),
            )


def _done(
    job: Job, left: Sequence[Partition], of: int, processes: int, scheduler: str,
    watch: Callable[[Progress], None],
) -> Iterator[Cannot]:
    """Finish what is left; gives what cannot be finished."""
    done = documents = 0
    size, before = sum(one.size for one in left), of - len(left)
    watch(Progress(before, of, 0, size, 0))
    for number, one in enumerate(_finished(job, left, processes, scheduler), before + 1):
        done, documents = done + one.partition.size, documents + one.documents
        watch(Progress(number, of, done, size, documents))
        if one.problem:
            path = one.partition.path
            yield Cannot(
                path,
                say(
                    "cannot finish part {number} of {path}", number=one.partition.number, path=path,
                ), one.problem,
            )


def _finished(
    job: Job, left: Sequence[Partition], processes: int, scheduler: str
) -> Iterator[Done]:
    if scheduler and left:
        from lintwords.corpus import cluster  # needs an extra

        return cluster.finished(job, left, scheduler)
    if processes > 1 and len(left) > 1:
        return Crew(job, min(processes, len(left))).finish(left)
    return (finish(job, one) for one in left)


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # its part will not be finished
        return 0


def _name(pieces: Sequence[Partition]) -> str:
    """A name for the cuts, that changes when a source does."""
    told = sha256()
    for one in pieces:
        stamp = "" if one.kind == "files" else _changed(one.path)
        told.update(repr((one, stamp)).encode("utf-8", "surrogateescape"))
    return told.hexdigest()[:16]
