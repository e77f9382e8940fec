"""One file to judge and what became of it: what a run hands out, here or to helpers."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from lintwords.errors import CannotRead
from lintwords.judge.linter import DocumentLinter, FileResult
from lintwords.model import FileReport, Options
from lintwords.run.faults import fault
from lintwords.run.one_file import check_data

PAYS = 8.0  # CPU seconds that the rest would take alone, from which on helpers pay
_LEARN = 8  # files before a guess: the first ones load and build what later ones use


class Task(NamedTuple):
    """A file to judge; `number` is its place in the run.

    `options` are those of its linter: a helper in another process loads its own by them.
    """

    number: int
    path: Path
    data: bytes
    options: Options


class Outcome(NamedTuple):
    """What became of a task: a report, or the trouble with its file."""

    number: int
    seconds: float
    file: FileReport | None = None
    result: FileResult | None = None
    error: CannotRead | None = None


def judged(task: Task, linter: DocumentLinter) -> Outcome:
    """The outcome of one task, here and now."""
    began = time.perf_counter()
    try:
        file, result = check_data(linter, task.path, task.data)
    except CannotRead as error:
        return Outcome(task.number, time.perf_counter() - began, error=error)
    except BaseException as error:
        found = fault(task.path, error)
        return Outcome(task.number, time.perf_counter() - began, error=found)
    return Outcome(task.number, time.perf_counter() - began, file, result)


class Pace:
    """How much CPU time files take, to tell whether the rest is worth helpers."""

    def __init__(self) -> None:
        self._files, self._seconds = 0, 0.0
        self._last = time.process_time()

    def note(self) -> None:
        """A file was judged; what was done since the last one is counted for it."""
        now = time.process_time()
        self._files += 1
        if self._files > _LEARN:
            self._seconds += now - self._last
        self._last = now

    def asks_for_helpers(self, left: int) -> bool:
        """Whether `left` more files would take long."""
        known = self._files - _LEARN
        return known > 0 and self._seconds / known * left > PAYS


def free_processors() -> int:
    """How many processes can work at once, beside what the machine does already; at least 1."""
    if hasattr(os, "sched_getaffinity"):
        number = len(os.sched_getaffinity(0))
    else:
        number = min(os.cpu_count() or 1, 61)  # Windows waits for no more
    try:
        busy = round(os.getloadavg()[0])
    except (AttributeError, OSError):  # Windows does not tell
        busy = 0
    return max(number - busy, 1)
