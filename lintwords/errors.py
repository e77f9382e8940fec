"""Trouble that a user can put right; a bug keeps its traceback."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lintwords.interface import say

_LONGEST = 60  # characters of a name that is told
# how much of two names must agree for one to be a slip for the other; of short ones less
_NEAR, _NEAR_SHORT = 0.77, 0.7


class LintwordsError(Exception):
    """lintwords could not do its work.

    `problem` says what and where in one line without a final stop; `hint` says what to do.
    A face prints `lintwords: {problem}` and the hint lines, indented by two spaces.
    """

    def __init__(self, problem: str, hint: str = "", path: Path | None = None) -> None:
        super().__init__(problem, hint, path)
        self.problem, self.hint, self.path = problem, hint, path

    def __str__(self) -> str:
        return "\n  ".join([self.problem, *self.hint.splitlines()])


class CannotRead(LintwordsError):
    """A text could not be read; the other texts are still checked."""


class CannotWrite(LintwordsError):
    """A text could not be changed or written; its file stays as it is."""


class SettingsError(LintwordsError):
    """A setting or an option is not valid; nothing is checked. `setting` is its dotted name."""

    def __init__(
        self, problem: str, hint: str = "", path: Path | None = None, setting: str = ""
    ) -> None:
        super().__init__(problem, hint, path)
        self.setting = setting


class RulePackError(LintwordsError):
    """A rule pack, names file or word list is not valid; nothing is checked."""


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at the known name nearest to a mistyped one, or an empty string: `Did you mean X?`."""
    close = nearest_name(name, known)
    return say("Did you mean {close}?", close=close) if close else ""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name nearest to a mistyped one; empty if none is near."""
    if len(name) > _LONGEST:
        return ""  # no slip of a finger, and long to compare
    from difflib import get_close_matches  # only trouble pays for this import

    names = list(known)
    close = get_close_matches(name, names, n=1, cutoff=_NEAR_SHORT if len(name) <= 8 else _NEAR)
    if not close and len(name) > 2:
        close = [one for one in names if one.startswith(name)]
    return close[0] if len(close) == 1 else ""


def install(extra: str) -> str:
    """What to do where a library of an extra of lintwords is missing."""
    return say(
        'In the folder of lintwords: uv tool install ".[{extra}]", or pip install ".[{extra}]"',
        extra=extra,
    )


def short(text: str) -> str:
    """What somebody wrote, to be named in a sentence: cut where it is very long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
