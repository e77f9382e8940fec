"""Is the terminal dark or light? Asked before the screen starts; silence means dark."""

from __future__ import annotations

import os
import re
import sys
import time

from lintwords.tui import themes

PATIENCE = 0.2  # seconds
_COLOUR = re.compile(rb"\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
# every terminal answers the second question, so that nobody waits for the first in vain
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_LAST = re.compile(rb"\x1b\[\?[0-9;]*c")


def theme_for(wanted: str) -> str:
    """The name of the theme: as wanted, or as the terminal's background asks."""
    if wanted == "auto":
        wanted = "light" if is_light(_answer()) else "dark"
    return {"dark": themes.DARK.name, "light": themes.LIGHT.name}.get(wanted, wanted)


def is_light(answer: bytes) -> bool:
    """Whether an answer to the question for the background names a light colour."""
    found = _COLOUR.search(answer)
    if found is None:
        shown = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        return shown in ("7", "15")
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


def _answer() -> bytes:
    """What the terminal says about its background; empty where it cannot be asked."""
    try:
        import select
        import termios
        import tty
    except ImportError:  # no such terminal on this system
        return b""
    handle = sys.__stdin__.fileno() if sys.__stdin__ else -1
    try:
        before = termios.tcgetattr(handle)
    except (termios.error, OSError):
        return b""
    answer = b""
    try:
        tty.setcbreak(handle)
        os.write(sys.stdout.fileno(), _QUESTION)
        end = time.monotonic() + PATIENCE
        while not _LAST.search(answer) and (left := end - time.monotonic()) > 0:
            if not select.select([handle], [], [], left)[0]:
                break
            answer += os.read(handle, 256)
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
    return answer
