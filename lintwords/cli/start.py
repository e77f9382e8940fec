"""The door of the command: the program is loaded while no cycles are looked for."""

from __future__ import annotations

import gc


def main() -> int:
    """Run the arguments of this process and give the exit code, as `lintwords.cli.main` says."""
    gc.disable()  # what is loaded does not go away again: a twentieth of the start
    try:
        from lintwords.api import seldom
        from lintwords.cli.main import main as run
    finally:
        gc.enable()
    seldom()
    return run()
