"""The quick answer: one plain text without settings in which nothing stands that a rule looks for.

Most checks of an editor, a hook or a writer are of that kind. All other modules take six times as
long to load as such a file to check; so it is answered here, by the same gate, and whatever is not
plainly of that kind is left to the run that can do all of it. Its sentence is that of
`lintwords.reports.words`, as a test proves.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

from lintwords.interface import ENGLISH, asked
from lintwords.packs import keptgate, stamps
from lintwords.prefilter.gate import Gate
from lintwords.run.wordcount import words

_LARGEST = 1_000_000  # bytes; of a larger file the start is the smaller part
_SUFFIXES = (".txt", ".text")
_MAGIC = (b"%PDF-", b"PK", b"{\\rtf", b"GIF8", b"7z", b"\xef\xbb\xbf")  # another format, a mark
_SPOKEN = b"lintwords:"  # of a comment that may have to be told about
_SETTINGS, _SHARED, _BASELINE = "lintwords.toml", "pyproject.toml", "lintwords-baseline.toml"


def answer(arguments: Sequence[str]) -> str | None:
    """What a check with these arguments says; None where it takes more to tell."""
    try:
        path = _only_file(arguments)
        if asked(arguments, os.environ) != ENGLISH:
            return None
        if path is None or _has_settings(os.getcwd()) or _has_settings(os.path.dirname(path)):
            return None
        return _found_nothing(path)
    except (OSError, ValueError):
        return None  # the run says what is wrong


def _only_file(arguments: Sequence[str]) -> str | None:
    """The plain text that is checked, and nothing else asked."""
    named = arguments[1:] if arguments[:1] == ["check"] else arguments
    if len(named) != 1 or named[0].startswith("-") or not named[0].lower().endswith(_SUFFIXES):
        return None
    status = os.stat(named[0])
    is_small = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST
    return os.path.abspath(named[0]) if is_small else None


def _has_settings(folder: str) -> bool:
    """Whether settings, or findings that are known, may hold for a folder."""
    while True:
        for name in (_SETTINGS, _BASELINE):
            if os.path.lexists(os.path.join(folder, name)):
                return True
        shared = os.path.join(folder, _SHARED)
        if os.path.lexists(shared) and _speaks_of_us(shared):
            return True
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return False
        folder = parent


def _speaks_of_us(path: str) -> bool:
    if not stat.S_ISREG(os.stat(path).st_mode):
        return True
    with open(path, "rb") as file:
        return b"lintwords" in file.read()


def _found_nothing(path: str) -> str | None:
    with open(path, "rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST or data.startswith(_MAGIC) or _SPOKEN in data or b"\0" in data:
        return None
    data.decode("utf-8")
    kept = keptgate.kept(stamps.stamp(stamps.FIRST))
    if kept is None or Gate(kept.table, kept.alarm).open_for(data, listens=True):
        return None
    number = words(data)
    noun = "word" if number == 1 else "words"
    rules = "rule" if kept.rules == 1 else "rules"
    return f"No findings in 1 file ({kept.rules:,} {rules}, {number:,} {noun}).\n"
