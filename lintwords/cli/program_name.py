"""How this process was started, so that a command that is printed runs as it stands."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from shlex import quote

from lintwords import later
from lintwords.cli.command_names import CHECK, LATE, NAME

_COMMAND = later.pattern(rf"\b{NAME} (?=(?:{'|'.join((CHECK, *LATE))}|--version)\b)")


def program() -> str:
    """What to type for `lintwords`: the name where a shell finds it, else what was typed."""
    typed = sys.argv[0] if sys.argv else NAME
    path = Path(typed)
    if path.name == "__main__.py" and path.parent.name == NAME:
        return f"{_python()} -m {NAME}"
    if path.stem != NAME:
        return NAME  # it runs inside another program
    return NAME if _is_found(NAME, path) else _quoted(typed)


def program_anywhere() -> str:
    """The same for a command that is run in another folder than this one."""
    typed = sys.argv[0] if sys.argv else NAME
    here = program()
    if here == _quoted(typed) and not os.path.isabs(typed):
        return _quoted(os.path.abspath(typed))
    return here


def as_started(hint: str) -> str:
    """The commands in a hint as they run here."""
    return _COMMAND.sub(lambda _: f"{program()} ", hint) if NAME in hint else hint


def _python() -> str:
    here = Path(sys.executable)  # may be `python3.12`, with shorter names for it beside it
    names = ("python", "python3", here.name)
    found = (name for name in names if _is_found(name, here) or _is_link_beside(name, here))
    return next(found, _quoted(sys.executable))


def _is_link_beside(name: str, path: Path) -> bool:
    """Whether a shell finds `name` beside `path`, as another name of the same file."""
    other = path.with_name(name)
    return _is_found(name, other) and other.exists() and other.samefile(path)


def _is_found(name: str, path: Path) -> bool:
    """Whether a shell that is given `name` starts the program at `path`."""
    found = shutil.which(name)
    # not the file behind a link: a virtual environment is told by where its Python stands
    return found is not None and os.path.abspath(found) == os.path.abspath(path)


def _quoted(path: str) -> str:
    if os.name == "nt":
        return f'& "{path}"' if " " in path else path
    return quote(path)
