"""Processes that judge files beside this one, where that pays.

Each process loads the rules anew, which takes about a second; so a run begins alone, and asks for
helpers only when what is left would take it much longer. Files are handed out in small lots as
bytes, and come back in their order: the answer is that of a run alone.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

from lintwords import interface
from lintwords.errors import LintwordsError
from lintwords.judge import linter
from lintwords.judge.linter import DocumentLinter
from lintwords.model import Options
from lintwords.run.faults import ended, fault
from lintwords.run.garbage_collector import seldom
from lintwords.run.kept_linters import Shared
from lintwords.run.tasks import Outcome, Task, judged

_LOT = 16  # files handed out together
_LOT_BYTES = 200_000
_AHEAD = 3  # lots for each process that wait for it


class Crew:
    """Processes that take tasks; where one is ended, what it had is judged again by itself."""

    def __init__(self, size: int) -> None:
        self._pool = _pool(size)
        self._spare: Sequence[ProcessPoolExecutor] | None = None  # empty where none can work
        self._most = size * _AHEAD
        self._lot: list[Task] = []
        self._out: deque[tuple[list[Task], Future[list[Outcome]]]] = deque()

    def take(self, task: Task) -> Iterator[Outcome]:
        """Hand out a task; gives what is done meanwhile."""
        self._lot.append(task)
        if len(self._lot) == _LOT or sum(len(one.data) for one in self._lot) > _LOT_BYTES:
            self._send()
        while len(self._out) > self._most:
            yield from self._next()

    def rest(self) -> Iterator[Outcome]:
        """The outcomes of all tasks that are still out."""
        if self._lot:
            self._send()
        while self._out:
            yield from self._next()

    def stop(self) -> None:
        """End the processes; tasks that nobody has begun are dropped."""
        with suppress(OSError, ValueError):  # as in _send
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._dismiss()

    def _send(self) -> None:
        lot, self._lot = self._lot, []
        try:
            with _interrupts_held():
                self._out.append((lot, self._pool.submit(_judge, lot)))
        # a pool that breaks while it is asked; its pipes are closed, and their numbers used again
        except (BrokenProcessPool, OSError, ValueError) as trouble:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(BrokenProcessPool(str(trouble)))
            self._out.append((lot, failed))

    def _next(self) -> Sequence[Outcome]:
        lot, future = self._out.popleft()
        try:
            return future.result()
        except LintwordsError:
            raise
        except Exception:  # a process was ended, or cannot tell what it found
            return self._again(lot)

    def _again(self, lot: Sequence[Task]) -> list[Outcome]:
        """Judge each file of a lot in a process that judges nothing else meanwhile.

        A file that ends its process costs no other, and not this process.
        """
        return [self._alone(task) for task in lot]

    def _alone(self, task: Task) -> Outcome:
        if self._spare is None:
            self._spare = _started()
        if not self._spare:  # no process lives here: a program that is not made for it
            return _judge([task])[0]
        try:
            return self._spare[0].submit(_judge, [task]).result()[0]
        except BrokenProcessPool:
            self._dismiss()
            return Outcome(task.number, 0.0, error=ended(task.path))
        except Exception as error:
            return Outcome(task.number, 0.0, error=fault(task.path, error))

    def _dismiss(self) -> None:
        for pool in self._spare or ():
            with suppress(OSError, ValueError):
                pool.shutdown(wait=True, cancel_futures=True)
        self._spare = None


def _pool(size: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        size, multiprocessing.get_context("spawn"), initializer=_begin,
        initargs=(interface.language(),),
    )  # fmt: skip


def _started() -> tuple[ProcessPoolExecutor, ...]:
    """A process that has begun to work; none where processes end before that."""
    pool = _pool(1)
    try:
        with _interrupts_held():
            pool.submit(_judge, []).result()
    except (BrokenProcessPool, OSError, ValueError):
        return ()
    return (pool,)


# -- in a helper --------------------------------------------------------------------------------


def _judge(lot: Sequence[Task]) -> list[Outcome]:
    return [judged(task, _linter(task.options)) for task in lot]


_shared = Shared()


def _linter(options: Options) -> DocumentLinter:
    return _shared.linter(options, linter.load)


def _begin(lang: str) -> None:
    """A helper speaks as who asked; Ctrl-C ends it without a word, and who asked tells of it."""
    interface.use(lang)
    seldom()
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
