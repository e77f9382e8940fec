"""`lintwords check PATH…` and `lintwords PATH…` without an option, the check that most runs are.

The library that reads options takes three times as long to load as Python itself. Where there are
none to read it is left out, and all options are as they are by default.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lintwords import interface
from lintwords.api import Config
from lintwords.cli.checking import Asked, run
from lintwords.cli.command_names import CHECK, LATE
from lintwords.cli.ending import end_of

_COMMANDS = frozenset((*LATE, CHECK))
_EXPANDED = frozenset("*?[~$%")  # what click makes other paths of, where a shell does not


def paths_only(args: Sequence[str]) -> tuple[str, ...]:
    """The paths that are checked, where nothing else is asked for; else none."""
    paths = args[1:] if args[:1] == [CHECK] else args
    if paths is args and not _COMMANDS.isdisjoint(args[:1]):
        return ()
    if os.name == "nt" and not _EXPANDED.isdisjoint("".join(paths)):
        return ()
    is_plain = all(os.path.lexists(path) and not path.startswith("-") for path in paths)
    return tuple(paths) if is_plain else ()


def check(paths: Sequence[str]) -> int:
    """Check these paths and give the exit code, as `lintwords.cli.main.main` does."""
    interface.use(interface.wanted_language((), os.environ))
    return end_of(lambda: run(Asked(tuple(map(Path, paths)), Config({}))), debug=False)
