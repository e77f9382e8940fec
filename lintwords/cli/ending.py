"""An exception that ends a run → one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from lintwords.cli.exits import CANNOT, STOPPED
from lintwords.cli.terminal import err, forget
from lintwords.cli.trouble import told, told_error
from lintwords.errors import LintwordsError
from lintwords.interface import say, system


def end_of(run: Callable[[], int], debug: bool) -> int:
    """The exit code of `run`; trouble is one sentence, with `debug` with its traceback."""
    try:
        return run()
    except LintwordsError as error:
        show_traceback(debug)
        err(told_error(error))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # who read the help has gone away
        forget(sys.stdout)
    except OSError as error:  # the machine, not the program: a full disk, a stream that is closed
        show_traceback(debug)
        if _is_nowhere():
            problem = say("the folder that lintwords was called in is not there any more")
            err(told(problem, say("Go to another one: cd")))
        else:
            reason = say("The system says: {reason}.", reason=system(error))
            err(told(say("cannot go on"), reason))
        _leave_output()
    except Exception as error:  # a bug must end with 2, never with 1
        show_traceback(True)
        err(told(
            say("cannot go on: {name}", name=type(error).__name__),
            say("This is a bug in lintwords, not in your text. The lines above say where it "
                "happened.\nTo report it, send them with the output of lintwords --version."),
        ))
    return CANNOT


def _is_nowhere() -> bool:
    """Whether the working directory was taken away."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def show_traceback(is_wanted: bool) -> None:
    """Print what led to the error that is dealt with."""
    if is_wanted:
        import traceback  # late: a check that ends well needs none

        err(traceback.format_exc())


def _leave_output() -> None:
    """Let Python end without a word where standard output cannot take what is left for it."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        forget(sys.stdout)
