"""How far a long run is: parts, rate, time left; on standard error."""

from __future__ import annotations

import time
from typing import TextIO

from lintwords.cli.terminal import quietly
from lintwords.corpus import Progress
from lintwords.interface import number, say

EVERY = 60.0  # seconds between lines where there is no terminal


class Pace:
    """One line that is drawn anew on a terminal; elsewhere now and then a line."""

    def __init__(self, stream: TextIO, *, is_terminal: bool) -> None:
        self._stream, self._is_terminal = stream, is_terminal
        self._began = time.monotonic()
        self._next = self._began if is_terminal else self._began + EVERY
        self._is_drawn = False

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now < self._next or not progress.of:
            return
        line = told(progress, now - self._began)
        if self._is_terminal:
            self._is_drawn = True
            quietly(f"\r\x1b[K{line[:79]}", self._stream)
        else:
            self._next = now + EVERY
            quietly(f"{line}\n", self._stream)

    def clear(self) -> None:
        """Remove the line if one is drawn."""
        if self._is_drawn:
            quietly("\r\x1b[K", self._stream)
            self._is_drawn = False


def told(progress: Progress, seconds: float) -> str:
    """How far a run is after so many seconds, in one line.

    `Part 12 of 80, 31,000 texts, 4.1 MB/s, 5 min left`.
    """
    fields = {"part": number(progress.parts), "of": number(progress.of),
              "texts": number(progress.documents)}
    if not progress.done or seconds <= 0:
        return say("Part {part} of {of}, {texts} texts", **fields)
    rate = progress.done / seconds
    left = (progress.size - progress.done) / rate
    return say("Part {part} of {of}, {texts} texts, {rate:.1f} MB/s, {time} left", **fields,
               rate=rate / 1e6, time=_duration(left))


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.0f} h"
