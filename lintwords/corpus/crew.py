"""Processes here that take partitions, one at a time each.

A process that is ended costs the partition that it had, which another takes; one that has ended
three of them is named and left, so that a run comes to its end.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from lintwords.corpus.job import Job, Partition
from lintwords.corpus.part import Done, finish

_TRIES = 3
_PATIENCE = 10.0  # seconds for a process to end by itself
_ENDED = f"It ended {_TRIES} processes, perhaps for want of memory. Make it smaller: --part-size"


class Crew:
    """Up to `size` processes for one job."""

    def __init__(self, job: Job, size: int) -> None:
        self._job, self._size = job, size
        self._context = multiprocessing.get_context("spawn")
        self._busy: dict[Connection, tuple[BaseProcess, Partition]] = {}
        self._idle: list[tuple[Connection, BaseProcess]] = []

    def finish(self, partitions: Sequence[Partition]) -> Iterator[Done]:
        """Finish all, in any order. Raises what a process raised."""
        waiting, tries = deque(partitions), Counter[int]()
        try:
            while waiting or self._busy:
                while waiting and len(self._busy) < self._size:
                    self._hand_out(waiting.popleft())
                for pipe in wait(list(self._busy)):
                    assert isinstance(pipe, Connection)
                    process, partition = self._busy.pop(pipe)
                    try:
                        answer = pipe.recv()
                    except (EOFError, OSError):  # ended before it answered
                        pipe.close()
                        process.join()
                        tries[partition.number] += 1
                        if tries[partition.number] < _TRIES:
                            waiting.appendleft(partition)
                        else:
                            yield Done(partition, problem=_ENDED)
                        continue
                    self._idle.append((pipe, process))
                    if isinstance(answer, BaseException):
                        raise answer
                    yield answer
            self._dismiss()
        finally:
            self._end()

    def _hand_out(self, partition: Partition) -> None:
        pipe, process = self._idle.pop() if self._idle else self._started()
        with suppress(OSError):  # it was ended meanwhile: reading from it will tell
            pipe.send(partition)
        self._busy[pipe] = process, partition

    def _started(self) -> tuple[Connection, BaseProcess]:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._job, there), daemon=True)
        process.start()
        there.close()  # else nobody tells that the process has ended
        return here, process

    def _dismiss(self) -> None:
        for pipe, process in self._idle:
            pipe.close()
            process.join(_PATIENCE)

    def _end(self) -> None:
        for process in [*(one for one, _ in self._busy.values()), *(one for _, one in self._idle)]:
            process.kill()
            process.join()


def _work(job: Job, pipe: Connection) -> None:
    """Finish what comes through the pipe until it is closed; Ctrl-C is for who asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            partition = pipe.recv()
        except EOFError:
            return
        try:
            answer: Done | BaseException = finish(job, partition)
        except Exception as error:
            answer = error
        pipe.send(answer)
