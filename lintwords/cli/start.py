"""The door of the command: the quick answer, else a check without options, else all of it.

The program is loaded while no cycles are looked for.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable

from lintwords.cli.exits import STOPPED


def main() -> int:
    """Run the arguments of this process and give the exit code, as `lintwords.cli.main` says."""
    try:
        return _run()
    except KeyboardInterrupt:  # while the program is loaded; later the command sees to it
        return STOPPED


def _run() -> int:
    gc.disable()  # what is loaded does not go away again: a twentieth of the start
    if _is_answered():
        return _left(0)
    try:
        run = _asked()
        from lintwords.api import seldom
    finally:
        gc.enable()
    seldom()
    return _left(run())


def _asked() -> Callable[[], int]:
    """What the arguments ask for; the library that reads options is loaded where there are any."""
    from lintwords.cli import without_options

    paths = without_options.paths_only(sys.argv[1:])
    if paths:
        return lambda: without_options.check(paths)
    from lintwords.cli.main import main as run

    return run


def _is_answered() -> bool:
    """Whether the arguments ask for so little that all of it is said already."""
    from lintwords.run.quick_answer import answer  # not by the api, which takes longer to load

    said = answer(sys.argv[1:])
    if said is None or sys.stdout is None or sys.stderr is None:
        return False
    try:
        os.write(sys.stdout.fileno(), said.encode())
    except (OSError, ValueError):
        return False  # the run says what is wrong with it
    return True


def _left(code: int) -> int:
    """End the process with this code, where nothing waits for its end.

    All that was loaded need not be put away piece by piece: a twelfth of a short run.
    """
    threads = sys.modules.get("threading")
    waiting = getattr(atexit, "_ncallbacks", None)
    is_free = waiting is not None and waiting() == 0
    if not is_free or (threads and threads.active_count() > 1):
        return code
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return code  # Python says what it has to say of it
    os._exit(code)
