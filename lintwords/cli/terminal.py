"""What the terminal is and can: the only place that reads the environment for it."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Mapping
from typing import TextIO

from lintwords.model import Severity
from lintwords.reports.view import MAX_WIDTH, MIN_WIDTH, View

SIGNS = "…·→"  # what a report draws itself
PAGES = ""  # address of a rule's page, with {rule} in it; empty while none is published


def make_view(
    stream: TextIO,
    env: Mapping[str, str],
    *,
    color: str = "auto",
    ascii_only: bool = False,
    width: int | None = None,
    verbose: bool = False,
    limit: int = 25,
    to_file: bool = False,
    redact: bool = False,
    fail_on: Severity | None = Severity.ERROR,
) -> View:
    """How a report on `stream` is to look; a file and a pipe get 80 columns and no colour."""
    is_terminal = not to_file and _is_terminal(stream)
    if width is None:
        columns = shutil.get_terminal_size((80, 24)).columns if is_terminal else 80
        width = min(max(columns, MIN_WIDTH), MAX_WIDTH)
    encoding = "utf-8" if to_file else getattr(stream, "encoding", None) or "utf-8"
    return View(
        width=min(width, MAX_WIDTH),
        ascii=ascii_only or not _can_hold(encoding),
        color=has_color(is_terminal, env, color) and (not to_file or color == "always"),
        links=is_terminal and env.get("TERM") != "dumb" and color != "never",
        verbose=verbose,
        limit=limit,
        pages=PAGES,
        today=time.strftime("%Y-%m-%d"),
        redact=redact,
        fail_on=fail_on,
    )


def has_color(is_terminal: bool, env: Mapping[str, str], choice: str = "auto") -> bool:
    """Order of say: --color, NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, TERM, terminal."""
    if choice != "auto":
        return choice == "always"
    if env.get("NO_COLOR"):
        return False
    if any(env.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return is_terminal and env.get("TERM") != "dumb"


def write(text: str, stream: TextIO) -> None:
    """Write `text` as it is; what the encoding cannot hold is written as an escape.

    A reader that has gone away (`lintwords check | head`) is no trouble.
    """
    if not text:
        return
    try:
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            stream.write(text)
        else:
            stream.flush()
            buffer.write(text.encode(stream.encoding or "utf-8", "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        _forget(stream)


def _forget(stream: TextIO) -> None:
    """Send the rest nowhere, so that Python does not complain when it closes the stream."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        pass


def out(text: str) -> None:
    """Write to standard output."""
    write(text, sys.stdout)


def err(text: str) -> None:
    """Write to standard error."""
    write(text, sys.stderr)


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def _can_hold(encoding: str) -> bool:
    try:
        SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
