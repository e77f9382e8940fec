"""A real terminal for tests: the program runs in a pty, and pyte is the screen it draws on."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

RUN = 0.4  # seconds; what comes sooner behind a key is one row with it
PATIENCE = 60.0  # seconds until a test gives up; a good run waits for nothing


class Terminal:
    """Runs a program in a terminal of its own."""

    def __init__(
        self, command: Sequence[str], *, folder: Path, env: Mapping[str, str], columns: int = 100,
        rows: int = 30,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.code: int | None = None
        self._process, self._handle = pty.fork()
        if self._process == 0:  # the child; a test run under nohup ignores a hang-up
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(folder)
            os.execvpe(command[0], list(command), dict(env))

    @property
    def text(self) -> str:
        # not `display`: it fails where a wide character is overwritten and its second cell not yet
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        cells = self._screen.buffer
        return "\n".join("".join(cells[y][x].data for x in columns).rstrip() for y in rows)

    def type(self, keys: str, pause: float = RUN) -> None:
        """Press keys, as the bytes that a terminal sends; the first after the pause of a person."""
        time.sleep(pause)
        os.write(self._handle, keys.encode())

    def wait(self, fits: str | Callable[[str], bool]) -> str:
        """Read until the screen holds a text, or fits; gives the screen."""
        end = time.monotonic() + PATIENCE
        while not (fits in self.text if isinstance(fits, str) else fits(self.text)):
            assert time.monotonic() < end, f"not seen: {fits}\n{self.text}"
            if not self._read(1.0) and self.code is not None:
                raise AssertionError(f"ended with {self.code}\n{self.text}")
        return self.text

    def end(self) -> str:
        """Read until the program ends; gives what is left on the screen."""
        end = time.monotonic() + PATIENCE
        while self.code is None or self._read(0):
            assert time.monotonic() < end, f"still running\n{self.text}"
            self._read(1.0)
        return self.text

    def close(self) -> None:
        """Hang up, as a window that is closed; a program that stays is killed."""
        end = time.monotonic() + PATIENCE / 6
        if self.code is None:
            os.kill(self._process, signal.SIGHUP)
        while self.code is None:
            self._read(0.1)
            if self.code is None and time.monotonic() > end:
                os.kill(self._process, signal.SIGKILL)
        os.close(self._handle)

    def _read(self, patience: float) -> bool:
        """Take what the program has drawn; False if there was nothing."""
        if self.code is None:
            done, status = os.waitpid(self._process, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
        if not select.select([self._handle], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._handle, 65536)
        except OSError:  # the other end is closed
            return False
        self._stream.feed(data)
        return bool(data)
