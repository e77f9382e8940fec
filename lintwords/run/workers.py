"""Processes that judge files beside this one, where that pays.

On Linux a helper is a copy of this process, with all that it has loaded (`fork`), unless a second
thread runs here, which would not be copied. Elsewhere it begins anew and loads the rules, which
takes about a second. So a run begins alone, and asks for helpers when what is left would take it
longer. Files are handed out in small lots as bytes, and come back in their order: the answer is
that of a run alone.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from lintwords import interface
from lintwords.errors import LintwordsError
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.run.faults import ENDS, ended, fault
from lintwords.run.garbage_collector import seldom
from lintwords.run.linter_choice import shared
from lintwords.run.tasks import Outcome, Task, can_be_copied, judged

_LOT = 16  # files handed out together
_LOT_BYTES = 200_000
_AHEAD = 3  # lots for each process that wait for it
_PATIENCE = 2.0  # seconds for a process to end by itself


class _Lot(NamedTuple):
    """Files that one process judges; `is_again` where the process of a larger lot was ended."""

    tasks: Sequence[Task]
    is_again: bool = False


class _Helper(NamedTuple):
    process: BaseProcess
    lot: _Lot | None  # None until it says that it has begun


class Crew:
    """Up to `size` processes that take tasks.

    Where one is ended, each file that it had is judged again in a lot of its own: a file that ends
    its process costs no other, and not this process.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._lot: list[Task] = []
        self._waiting: deque[_Lot] = deque()
        self._busy: dict[Connection, _Helper] = {}
        self._idle: dict[Connection, BaseProcess] = {}
        self._order: deque[int] = deque()  # of the tasks whose outcome nobody has got
        self._done: dict[int, Outcome] = {}
        self._is_alone = False  # no process lives here: a program that is not made for it

    def take(self, task: Task) -> Iterator[Outcome]:
        """Hand out a task; gives what is done meanwhile. Raises what stops the run."""
        self._lot.append(task)
        self._order.append(task.number)
        if len(self._lot) == _LOT or sum(len(one.data) for one in self._lot) > _LOT_BYTES:
            self._send()
        while len(self._waiting) > self._size * _AHEAD:
            self._collect()
        yield from self._told()

    def rest(self) -> Iterator[Outcome]:
        """The outcomes of all tasks that are still out."""
        if self._lot:
            self._send()
        while self._order:
            if self._order[0] not in self._done:
                self._collect()
            yield from self._told()

    def stop(self) -> None:
        """End the processes; tasks that nobody has begun are dropped."""
        processes = [*self._idle.values(), *(one.process for one in self._busy.values())]
        for pipe in (*self._idle, *self._busy):
            pipe.close()
        self._idle, self._busy = {}, {}
        for process in processes:
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()

    def _send(self) -> None:
        """Hand out the lot that has come together, or put it in the queue."""
        self._waiting.append(_Lot(self._lot))
        self._lot = []
        self._collect(0.0)

    def _told(self) -> Iterator[Outcome]:
        while self._order and self._order[0] in self._done:
            yield self._done.pop(self._order.popleft())

    def _collect(self, seconds: float | None = None) -> None:
        """Take what comes within `seconds`, and hand out what waits; None waits for the first."""
        self._hand_out()
        for pipe in wait(list(self._busy), seconds) if self._busy else ():
            assert isinstance(pipe, Connection)
            process, lot = self._busy.pop(pipe)
            try:
                answer = pipe.recv()
            except (EOFError, OSError):
                pipe.close()
                process.join()
                self._lost(lot)
            except Exception as error:  # what it found cannot be told
                self._idle[pipe] = process
                self._failed(lot, error)
            else:
                self._idle[pipe] = process
                self._came(lot, answer)
        self._hand_out()

    def _hand_out(self) -> None:
        missing = min(len(self._waiting), self._size) - len(self._busy) - len(self._idle)
        for _ in range(missing):
            if not self._is_alone:
                self._start()
        while self._waiting and self._idle:
            pipe, process = self._idle.popitem()
            lot = self._waiting.popleft()
            with suppress(OSError):  # it was ended meanwhile: reading from it will tell
                pipe.send(lot.tasks)
            self._busy[pipe] = _Helper(process, lot)
        while self._waiting and not self._busy and self._is_alone:
            lot = self._waiting.popleft()
            self._came(lot, _judge(lot.tasks))

    def _start(self) -> None:
        way = "fork" if can_be_copied() else "spawn"
        context: Any = multiprocessing.get_context(way)
        try:
            here, there = context.Pipe()
        except OSError:  # too many files are open
            self._is_alone = True
            return
        # a copy holds this end of every pipe, and none would tell that this process has ended
        inherited = (here, *self._idle, *self._busy) if way == "fork" else ()
        process = context.Process(
            target=_work, args=(there, inherited, interface.language()), daemon=True
        )
        try:
            if way == "spawn" and hasattr(signal, "pthread_sigmask"):
                # else it comes with the first process, and lets Ctrl-C through while that begins
                resource_tracker.ensure_running()
            with _interrupts_held():
                process.start()
                self._busy[here] = _Helper(process, None)
        except (OSError, AssertionError):  # no more processes may be had, or not by this one
            here.close()
            self._is_alone = True
        finally:
            there.close()  # else nobody tells that the process has ended

    def _came(self, lot: _Lot | None, answer: Sequence[Outcome] | BaseException) -> None:
        if isinstance(answer, (LintwordsError, *ENDS)):
            raise answer
        if isinstance(answer, BaseException):
            self._failed(lot, answer)
        else:
            self._done.update((one.number, one) for one in answer)

    def _lost(self, lot: _Lot | None) -> None:
        """A process was ended."""
        if lot is None:
            self._is_alone = True
        elif not lot.is_again:
            self._again(lot)
        for task in lot.tasks if lot and lot.is_again else ():
            self._done[task.number] = Outcome(task.number, 0.0, error=ended(task.path))

    def _failed(self, lot: _Lot | None, error: BaseException) -> None:
        """A process has not told what it found."""
        tasks = lot.tasks if lot else ()
        if lot and len(tasks) > 1:
            return self._again(lot)
        for task in tasks:
            self._done[task.number] = Outcome(task.number, 0.0, error=fault(task.path, error))

    def _again(self, lot: _Lot) -> None:
        """Judge each file of a lot in a process that has nothing else meanwhile."""
        self._waiting.extendleft(_Lot((task,), is_again=True) for task in reversed(lot.tasks))


# -- in a helper --------------------------------------------------------------------------------


def _work(pipe: Connection, inherited: Sequence[Connection], lang: str) -> None:
    """Judge lots until nobody asks any more."""
    for one in inherited:
        one.close()
    _begin(lang)
    linters: dict[Options, DocumentLinter] = {}
    with suppress(EOFError, OSError):  # who asked has ended
        pipe.send([])
        while True:
            _tell(pipe, _answer(pipe.recv(), linters))


def _answer(
    tasks: Sequence[Task], linters: dict[Options, DocumentLinter]
) -> Sequence[Outcome] | BaseException:
    try:
        return _judge(tasks, linters)
    except BaseException as error:  # who asked knows what to do
        return error


def _judge(
    tasks: Sequence[Task], linters: dict[Options, DocumentLinter] | None = None
) -> Sequence[Outcome]:
    linters = {} if linters is None else linters
    for options in {task.options for task in tasks} - linters.keys():
        linters[options] = shared(options)  # in a copy, one that is loaded
    return [judged(task, linters[task.options]) for task in tasks]


def _tell(pipe: Connection, answer: Sequence[Outcome] | BaseException) -> None:
    try:
        pipe.send(answer)
    except OSError:
        raise
    except Exception as error:  # something in it does not go through a pipe
        pipe.send(RuntimeError(f"{type(error).__name__}: {error}"))


def _begin(lang: str) -> None:
    """A helper speaks as who asked; Ctrl-C ends it without a word, and who asked tells of it."""
    interface.use(lang)
    seldom()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits, here and in the processes that start meanwhile, until they can end quietly."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
