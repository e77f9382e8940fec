"""A bug that shows on one file costs that file alone, and is told so that it can be reported.

Whoever takes one file after another asks `fault` what an exception means for the file in hand.
The tests of lintwords set `IS_STRICT`, so that there a bug still ends what is run.
"""

from __future__ import annotations

from pathlib import Path

from lintwords.errors import CannotRead, LintwordsError
from lintwords.interface import say

IS_STRICT = False  # a bug is raised, whatever file it shows on

_REPORT = (
    "To report it, send what lintwords check --debug prints for this file, with the output of\n"
    "lintwords --version. The traceback holds no text of yours but what its last line may quote."
)
_CANNOT = {
    "check": "cannot check {path}: {kind}", "fix": "cannot fix {path}: {kind}",
    "review": "cannot review {path}: {kind}", "show": "cannot show {path}: {kind}",
    "report on": "cannot report on {path}: {kind}",
}
ENDS = (KeyboardInterrupt, SystemExit, GeneratorExit)  # somebody wants the run to end


class Fault(CannotRead):
    """A file that lintwords fell over; `trace` is the traceback, which crosses processes."""

    def __init__(
        self, problem: str, hint: str = "", path: Path | None = None, trace: str = ""
    ) -> None:
        super().__init__(problem, hint, path)
        self.trace = trace


def fault(path: Path, error: BaseException, doing: str = "check") -> Fault:
    """What `error`, met while one file was checked, means for that file.

    Raises `error` again where it is no bug: trouble that stops the run, or a wish to end it.
    Not only `Exception` counts: a library that is not Python reports its bugs beside that class.
    """
    if isinstance(error, Fault):
        return admitted(error)
    if isinstance(error, (LintwordsError, *ENDS)):
        raise error
    kind = type(error).__name__
    hint = say("This is a bug in lintwords, not in your text. {report}", report=say(_REPORT))
    if isinstance(error, MemoryError):
        hint = say(
            "It takes more memory than there is. If the file is small, it is a bug. {report}",
            report=say(_REPORT),
        )
    problem = say(_CANNOT[doing], path=path, kind=kind)
    return admitted(Fault(problem, hint, path, _trace(error)), error)


def ended(path: Path) -> Fault:
    """A file whose process was ended each time that it was judged."""
    return Fault(
        say("cannot check {path}: the process that judged it was ended", path=path),
        say("The system may have ended it for want of memory. If the file is small, it is a bug. "
            "{report}", report=say(_REPORT)),
        path,
    )


def admitted(found: Fault, error: BaseException | None = None) -> Fault:
    """A fault that costs its file only; raised, where bugs are to be."""
    if IS_STRICT:
        raise error or found
    return found


def _trace(error: BaseException) -> str:
    import traceback  # late: most runs need none

    try:
        return "".join(traceback.format_exception(error))
    except Exception:  # out of memory, or an exception that cannot say what it is
        return f"{type(error).__name__}\n"
