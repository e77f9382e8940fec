"""What the terminal is asked before the screen starts, and what was typed till then.

No key that was pressed before the screen is in sight can be meant for it, so it is dropped.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 2.0  # seconds; an answer that came later would be taken for keys
_COLOUR = re.compile(rb"\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
# every terminal answers the second question, so that nobody waits for the first in vain
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_LAST = re.compile(rb"\x1b\[\?[0-9;]*c")
_ANSWERS = re.compile(rb"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[0-9;]*c")


def ask_terminal() -> tuple[bytes, bool]:
    """What the terminal says about its background, and whether keys were typed till then.

    No answer where it cannot be asked.
    """
    answer, is_typed = b"", False
    with _unbuffered() as read:
        if read is not None:
            is_typed = bool(read(0))
            os.write(sys.stdout.fileno(), _QUESTION)
            end = time.monotonic() + PATIENCE
            while not _LAST.search(answer) and (left := end - time.monotonic()) > 0:
                answer += read(left)
    return answer, is_typed or bool(_ANSWERS.sub(b"", answer))


def drop_typed(quiet: float = 0.0) -> bool:
    """Drop what was typed so far, till nothing has come for `quiet` seconds.

    Gives whether there was something.
    """
    is_typed = False
    with _unbuffered() as read:
        while read is not None and read(quiet):
            is_typed = True
    return is_typed


def is_light(answer: bytes) -> bool:
    """Whether an answer to the question for the background names a light colour."""
    found = _COLOUR.search(answer)
    if found is None:
        shown = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        return shown in ("7", "15")
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


@contextmanager
def _unbuffered() -> Iterator[Callable[[float], bytes] | None]:
    """How to read what is typed, waiting so many seconds; None where there is no terminal."""
    try:
        import termios
        import tty
    except ImportError:  # no such terminal on this system
        yield None
        return
    try:
        handle = sys.__stdin__.fileno() if sys.__stdin__ else -1
        before = termios.tcgetattr(handle)
    except (termios.error, OSError, ValueError):  # ValueError: closed, which has no number
        yield None
        return

    def read(seconds: float) -> bytes:
        found = b""
        while select.select([handle], [], [], 0 if found else seconds)[0]:
            more = os.read(handle, 4096)
            if not more:
                break
            found += more
        return found

    try:
        tty.setcbreak(handle, termios.TCSANOW)  # what was typed is still to be read
        yield read
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
