"""How far a run is: on standard error, only on a terminal, only when it takes a while."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TextIO

from lintwords.api import Fault
from lintwords.cli.terminal import guarded, quietly
from lintwords.errors import CannotRead
from lintwords.interface import number, say
from lintwords.reports.cells import cut, visible

AFTER = 0.5  # seconds before the first line
EVERY = 0.1


class Progress:
    """Watches a run; `clear` takes the line away before the report."""

    def __init__(
        self, stream: TextIO, *, is_shown: bool, timing: bool = False, debug: bool = False
    ) -> None:
        self._stream = stream
        self._is_shown = is_shown
        self._timing, self._debug = timing, debug
        self._began = time.monotonic()
        self._next = self._began + AFTER
        self._is_drawn = False

    def start(self, path: Path, done: int, total: int) -> None:
        if total > 1 and self._is_due():
            where = visible(str(path.parent))
            self._draw(say("Checking {number} of {total}  {where}", number=number(done + 1),
                           total=number(total), where=where))

    def start_rule(self, rule: str, done: int, total: int) -> None:
        """The examples of a rule begin; `done` of them are through."""
        if total > 1 and self._is_due():
            self._draw(say("Testing {number} of {total}  {rule}", number=number(done + 1),
                           total=number(total), rule=visible(rule)))

    def _is_due(self) -> bool:
        return self._is_shown and time.monotonic() >= self._next

    def _draw(self, line: str) -> None:
        self._next = time.monotonic() + EVERY
        self._is_drawn = True
        quietly(f"\r\x1b[K{cut(line, 79, '...')}", self._stream)

    def finish(self, path: Path, seconds: float) -> None:
        if self._timing:
            self.clear()
            quietly(guarded(f"{visible(str(path))}: {seconds * 1000:.0f} ms\n"), self._stream)

    def trouble(self, error: CannotRead) -> None:
        if self._debug:
            import traceback  # late: a check that ends well needs none

            trace = error.trace if isinstance(error, Fault) else ""
            self.clear()
            told = trace or "".join(traceback.format_exception(error))
            quietly(guarded(told), self._stream)

    def clear(self) -> None:
        """Remove the line if one is drawn."""
        if self._is_drawn:
            quietly("\r\x1b[K", self._stream)
            self._is_drawn = False


def shows_progress() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
