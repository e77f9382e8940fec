"""What a request may cost: how much it may bring, how long it may take, how many come at once.

A text is judged in a thread of its own, so that whoever asked is answered in time, whatever it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Event, Lock, Thread
from typing import TypeVar

from lintwords.interface import say
from lintwords.values import dataclass

_Made = TypeVar("_Made")


class Refused(Exception):
    """A request that is not answered as it asks: the status of HTTP, what, and what to do."""

    def __init__(self, status: int, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.status, self.problem, self.hint = status, problem, hint


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a server."""

    text: int = 5 * 10**6  # bytes of a request that brings a text
    file: int = 70 * 10**6  # of one that brings a file, in base64
    held: int = 150 * 10**6  # bytes that requests together hold
    seconds: float = 60.0  # to answer in
    reading: float = 30.0  # until a request has come in, or a connection says nothing more
    judged: int = 4  # texts judged at once
    connections: int = 64


class Room:
    """How many bytes the requests of this moment hold together."""

    def __init__(self, most: int) -> None:
        self._left, self._lock = most, Lock()

    @contextmanager
    def of(self, number: int) -> Iterator[None]:
        """Room for `number` bytes while the block runs. Raises Refused where there is none."""
        with self._lock:
            if number > self._left:
                raise Refused(503, say("too much is asked at once"), say("Ask again in a moment."))
            self._left -= number
        try:
            yield
        finally:
            with self._lock:
                self._left += number


class Turns:
    """Lets so many judge at once, and waits for none of them longer than it may take."""

    def __init__(self, number: int, seconds: float) -> None:
        self._free, self._seconds = BoundedSemaphore(number), seconds

    def take(self, make: Callable[[], _Made]) -> _Made:
        """What `make` gives. Raises what it raises, and Refused where that takes too long."""
        until = time.monotonic() + self._seconds
        if not self._free.acquire(timeout=self._seconds):
            raise Refused(503, say("too much is asked at once"), say("Ask again in a moment."))
        done, made, trouble = Event(), list[_Made](), list[BaseException]()

        def work() -> None:
            try:
                made.append(make())
            except BaseException as error:
                trouble.append(error)
            finally:
                self._free.release()
                done.set()

        Thread(target=work, daemon=True).start()
        if not done.wait(max(until - time.monotonic(), 0)):
            raise Refused(
                503, say("it takes more than {seconds:.0f} seconds", seconds=self._seconds),
                say("Split the text."),
            )
        if trouble:
            raise trouble[0]
        return made[0]
