"""What the terminal is and can: the only place that reads the environment for it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Mapping
from typing import IO, TextIO, TypeVar

from lintwords import later
from lintwords.api import readers
from lintwords.cli import console
from lintwords.cli.program_name import program
from lintwords.errors import CannotRead, CannotWrite, SettingsError
from lintwords.interface import say, system
from lintwords.model import Severity
from lintwords.reports import cells
from lintwords.reports.next_commands import Started
from lintwords.reports.view import MAX_WIDTH, MIN_WIDTH, View
from lintwords.values import dataclass

SIGNS = "…·→"  # what a report draws itself
NO_OUTPUT = "cannot write to standard output"
PAGES = "LINTWORDS_RULE_PAGES"  # the variable with the address of rules' pages, {rule} in it
_ADDRESS = later.pattern(r"(https?|file)://[\x21-\x7e]+")


@dataclass(frozen=True)
class Look:
    """How a report is to look, as the options of these names say it."""

    color: str = "auto"
    ascii_only: bool = False
    width: int | None = None
    verbose: bool = False
    limit: int = 25
    redact: bool = False


PLAIN = Look()  # where nobody asks for another


def make_view(
    stream: TextIO, env: Mapping[str, str], look: Look = PLAIN, *, to_file: bool = False,
    fail_on: Severity | None = Severity.ERROR, started: Started | None = None,
) -> View:
    """How a report on `stream` looks; a file and a pipe get 80 columns and no colour."""
    is_terminal = not to_file and _is_terminal(stream)
    obeys = is_terminal and console.obeys(stream)
    width = look.width
    if width is None:
        columns = shutil.get_terminal_size((80, 24)).columns if is_terminal else 80
        width = min(max(columns, MIN_WIDTH), MAX_WIDTH)
    encoding = "utf-8" if to_file else getattr(stream, "encoding", None) or "utf-8"
    return View(
        width=min(width, MAX_WIDTH),
        ascii=look.ascii_only or not _can_hold(encoding),
        color=has_color(obeys, env, look.color) and (not to_file or look.color == "always"),
        links=obeys and env.get("TERM") != "dumb" and look.color != "never",
        verbose=look.verbose,
        limit=look.limit,
        pages=_pages(env),
        today=time.strftime("%Y-%m-%d"),
        redact=look.redact,
        fail_on=fail_on,
        started=started or Started(program()),
    )


def _pages(env: Mapping[str, str]) -> str:
    """Where somebody has put the pages of the rules; raises SettingsError for what is no address.
    """
    pages = env.get(PAGES, "")
    if pages and not ("{rule}" in pages and _ADDRESS.fullmatch(pages)):
        raise SettingsError(
            say("{variable} is no address with {{rule}} in it", variable=PAGES),
            say("Write it so: {example}", example="https://example.org/rules/{rule}"),
        )
    return pages


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

    A reader that has gone away (`lintwords check | head`) is no trouble. Raises CannotWrite for
    a stream that is closed or full.
    """
    if not text:
        return
    buffer = getattr(stream, "buffer", None)
    if buffer is not None:
        _write(text.encode(stream.encoding or "utf-8", "backslashreplace"), stream, buffer)
    else:
        _write(text, stream, stream)


_Told = TypeVar("_Told", str, bytes)


def _write(what: _Told, stream: TextIO | None, target: IO[_Told]) -> None:
    if stream is None:  # so Python calls what was closed before it began
        raise CannotWrite(say(NO_OUTPUT), say("It is closed."))
    try:
        stream.flush()
        target.write(what)
        stream.flush()
    except BrokenPipeError:
        forget(stream)
    except OSError as trouble:
        forget(stream)
        hint = say("The system says: {reason}.", reason=system(trouble))
        raise CannotWrite(say(NO_OUTPUT), hint) from trouble


def forget(stream: TextIO) -> None:
    """Send the rest nowhere, so that Python does not complain when it closes the stream."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (AttributeError, OSError, ValueError):
        pass


_PAINT = later.pattern(r"(\x1b\[[0-9;]*m|\x1b\]8;;[\x21-\x7e]*\x1b\\)")


def guarded(text: str, *, painted: bool = False) -> str:
    """A text with no sign in it that a terminal or a build server obeys.

    With `painted`, colours and links stay; what reports paint is made visible before.
    """
    if not painted:
        return cells.guarded(text)
    return "".join(
        piece if _PAINT.fullmatch(piece) else cells.guarded(piece) for piece in _PAINT.split(text)
    )


def out(text: str, *, painted: bool = False, as_is: bool = False) -> None:
    """Write to standard output what is guarded first; `as_is`: a format with escapes of its own."""
    write(text if as_is else guarded(text, painted=painted), sys.stdout)


def out_bytes(data: bytes) -> None:
    """Write to standard output what is no text of ours."""
    _write(data, sys.stdout, sys.stdout and sys.stdout.buffer)


def err(text: str) -> None:
    """Write to standard error; where that cannot take it, nobody is left to be told."""
    quietly(guarded(text), sys.stderr)


def quietly(text: str, stream: TextIO) -> None:
    """Write what a run can do without."""
    with contextlib.suppress(CannotWrite):
        write(text, stream)


def stdin_bytes() -> bytes:
    """All of standard input. Raises CannotRead."""
    if sys.stdin is None:
        raise CannotRead(say("cannot read standard input"), say("It is closed."))
    try:
        return sys.stdin.buffer.read(readers.LARGEST + 1)  # more is refused when it is read
    except OSError as trouble:
        hint = say("The system says: {reason}.", reason=system(trouble))
        raise CannotRead(say("cannot read standard input"), hint) from trouble


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
