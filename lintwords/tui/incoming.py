"""Files that are read beside the review: what is found in them is handed over in order.

A thread reads and judges, and the face takes what has come when it likes. A key goes first: while
one is at work, the thread waits.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.api import STDIN, STDIN_NAME
from lintwords.errors import CannotRead
from lintwords.model import Finding
from lintwords.tui import texts
from lintwords.tui.texts import Checker, Text

SOON = 150_000  # characters that are judged before somebody grows tired of waiting
_SWITCH = 0.001  # seconds after which the thread leaves the processor to a key
_LONGEST = 0.5  # seconds that it waits for a key


class Arrival(NamedTuple):
    """What has come of one file."""

    file: int
    text: Text | None = None  # when it has been read
    findings: tuple[Finding, ...] = ()  # those since the last
    is_whole: bool = False  # it is judged; then all its findings, those that came before as well


class Incoming:
    """Reads files in a thread; `texts` are those that could not even be found."""

    def __init__(
        self, paths: Sequence[Path], checker: Checker, *, stdin: bytes | None = None,
        stdin_name: str = "",
    ) -> None:
        self.files, cannot = checker.find(paths)
        self.texts = [Text(one.path, cannot=one.message, hint=one.hint) for one in cannot]
        self._first = len(self.texts)
        self._checker, self._stdin, self._stdin_name = checker, stdin, stdin_name
        self._came: deque[Arrival] = deque()
        self._troubles: deque[CannotRead] = deque()
        self._error: BaseException | None = None
        self._at, self._share, self._size = 0, 0.0, 0
        self._is_stopped = False
        self.is_left = False  # before all was read
        self._calm = threading.Event()
        self._calm.set()
        self._thread = threading.Thread(target=self._run, name="lintwords review", daemon=True)
        self._interval = sys.getswitchinterval()

    def start(self) -> None:
        """Begin to read."""
        sys.setswitchinterval(_SWITCH)
        self._thread.start()

    # -- for the face -----------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return self._thread.is_alive()

    @property
    def may_open(self) -> bool:
        """Whether all is read, or so much that the rest would keep somebody waiting."""
        return not self._thread.is_alive() or self._size > SOON

    @property
    def at(self) -> int:
        """The number of the file that is read, from 0."""
        return min(self._at, max(len(self.files) - 1, 0))

    @property
    def paths(self) -> list[Path]:
        """Where all texts are from, in their order."""
        return [*(text.path for text in self.texts), *self.files]

    @property
    def number(self) -> int:
        """The number of that file among all texts."""
        return self._first + self.at

    @property
    def share(self) -> float:
        """How much of that file is judged, from 0 to 1."""
        return self._share

    def wait(self, seconds: float | None = None) -> None:
        """Wait so long at most, or till all is read."""
        self._thread.join(seconds)

    def take(self) -> list[Arrival]:
        """What has come since the last time. Raises what stopped the reading."""
        came = [self._came.popleft() for _ in range(len(self._came))]
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        return came

    def troubles(self) -> list[CannotRead]:
        """The trouble with files since the last time."""
        return [self._troubles.popleft() for _ in range(len(self._troubles))]

    def hush(self) -> None:
        """A key is at work."""
        self._calm.clear()

    def go_on(self) -> None:
        """It is done."""
        self._calm.set()

    def stop(self) -> None:
        """Read no more."""
        self._is_stopped = True
        self._calm.set()
        if self._thread.ident is not None:
            self._thread.join()
        sys.setswitchinterval(self._interval)

    # -- in the thread ----------------------------------------------------------------------

    def _run(self) -> None:
        try:
            for number, path in enumerate(self.files):
                self._at, self._share = number, 0.0
                self._read(path)
        except SystemExit:
            self.is_left = True
        except BaseException as error:
            self._error = error

    def _read(self, path: Path) -> None:
        name = Path(self._stdin_name or STDIN_NAME) if path == STDIN else path
        try:
            data = (self._stdin or b"") if path == STDIN else None
            _, findings = texts.read(name, self._checker, data, self)
        except CannotRead as trouble:
            self._troubles.append(trouble)
            text = Text(name, cannot=trouble.problem, hint=trouble.hint)
            self._put(text, is_whole=True)
        else:
            self._put(None, findings, is_whole=True)

    def text(self, text: Text) -> None:
        """The file is read, and will be judged."""
        self._put(text)
        if text.document:
            self._size += sum(len(part.text) for part in text.document.parts)
        self._pause()

    def found(self, done: float, findings: Sequence[Finding]) -> None:
        """So much of the file is judged, and this has been found since."""
        self._share = done
        if findings:
            self._put(None, tuple(findings))
        self._pause()

    def _put(
        self, text: Text | None, findings: tuple[Finding, ...] = (), *, is_whole: bool = False
    ) -> None:
        file = self._first + self._at
        self._came.append(Arrival(file, text, findings, is_whole))

    def _pause(self) -> None:
        if self._is_stopped:
            raise SystemExit
        self._calm.wait(_LONGEST)
