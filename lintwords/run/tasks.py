"""A file handed out and judged: its task, its outcome, and when helpers pay for the rest."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from lintwords.errors import CannotRead
from lintwords.judge.document_linter import DocumentLinter, FileResult
from lintwords.model import FileReport, Options
from lintwords.run.faults import fault
from lintwords.run.one_file import check_data

# CPU seconds that the rest would take alone, from which on helpers pay
PAYS = 1.5  # where they are copies of this process
PAYS_ANEW = 8.0  # where each loads the rules
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

    def asks_for_helpers(self, left: int, begun: int) -> bool:
        """Whether `left` more files would take long, if as many of them as of those that were
        `begun` have to be judged.
        """
        known = self._files - _LEARN
        share = self._files / max(begun, 1)
        pays = PAYS if can_be_copied() else PAYS_ANEW
        return known > 0 and self._seconds / known * left * share > pays


def can_be_copied() -> bool:
    """Whether a copy of this process is whole: other threads would not be in it."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def free_processors() -> int:
    """How many processes can work at once, beside what the machine does already; at least 1."""
    if hasattr(os, "sched_getaffinity"):
        number = len(os.sched_getaffinity(0))
    else:
        number = min(os.cpu_count() or 1, 61)  # Windows waits for no more
    return max(number - _busy(), 1)


def _busy() -> int:
    """How many other processes are at work; of what ended a moment ago the average tells still."""
    try:
        average = round(os.getloadavg()[0])
    except (AttributeError, OSError):  # Windows does not tell
        return 0
    return min(average, max(_running(average + 1) - 1, 0))  # without this one


def _running(otherwise: int) -> int:
    """How many processes want a processor at this moment; `otherwise` where nobody tells."""
    try:
        with open("/proc/loadavg", encoding="ascii") as file:
            return int(file.read().split()[3].partition("/")[0])
    except (OSError, ValueError, IndexError):
        return otherwise
