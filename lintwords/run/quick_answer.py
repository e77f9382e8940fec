"""The quick answer: one plain text in which nothing stands that a rule looks for.

Settings may hold for it that an earlier run has read, and that leave the gate as it is.

Most checks of an editor, a hook or a writer are of that kind. All other modules take six times as
long to load as such a file to check; so it is answered here, by the same gate, and whatever is not
plainly of that kind is left to the run that can do all of it. Its sentence is that of
`lintwords.reports.words`, as a test proves.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

from lintwords.errors import LintwordsError
from lintwords.files.digest import blake2b
from lintwords.interface import ENGLISH, wanted_language
from lintwords.packs import keptgate, settings_seen, stamps
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
        if wanted_language(arguments, os.environ) != ENGLISH:
            return None
        if path is None:
            return None
        here, beside = _settings(os.getcwd()), _settings(os.path.dirname(path))
        if len({*here, *beside}) > 1:
            return None
        return _found_nothing(path, here, beside)
    except (OSError, ValueError, LintwordsError):
        return None  # the run says what is wrong


def _only_file(arguments: Sequence[str]) -> str | None:
    """The plain text that is checked, and nothing else asked."""
    named = arguments[1:] if arguments[:1] == ["check"] else arguments
    if len(named) != 1 or named[0].startswith("-") or not named[0].lower().endswith(_SUFFIXES):
        return None
    status = os.stat(named[0])
    is_small = stat.S_ISREG(status.st_mode) and 0 < status.st_size <= _LARGEST
    return os.path.abspath(named[0]) if is_small else None


def _settings(folder: str) -> list[str]:
    """The files of settings that may hold for a folder.

    Raises ValueError where there is more to read: known findings, or settings of another kind.
    """
    found = []
    while True:
        if os.path.lexists(os.path.join(folder, _BASELINE)):
            raise ValueError(_BASELINE)
        own = os.path.join(folder, _SETTINGS)
        if os.path.lexists(own):
            found.append(own)
        shared = os.path.join(folder, _SHARED)
        if os.path.lexists(shared) and _speaks_of_us(shared):
            raise ValueError(_SHARED)
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return found
        folder = parent


def _rules_by(path: str, stamp: str) -> int | None:
    """How many rules are in force by a file of settings; None where that is not known."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return None
    with open(path, "rb") as file:
        data = file.read(_LARGEST)
    return settings_seen.kept(blake2b(data, digest_size=16).hexdigest(), stamp)


def _speaks_of_us(path: str) -> bool:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode) or not status.st_size:  # the run tells empty from made up
        return True
    with open(path, "rb") as file:
        return b"lintwords" in file.read()


def _found_nothing(path: str, here: Sequence[str], beside: Sequence[str]) -> str | None:
    """The answer, unless something may stand in the text; settings hold here and beside it."""
    with open(path, "rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST or data.startswith(_MAGIC) or _SPOKEN in data or b"\0" in data:
        return None
    data.decode("utf-8")
    rules = stamps.of_rules(stamps.FIRST)
    stamp = stamps.with_reading(rules, stamps.FIRST)
    kept = keptgate.kept(rules)
    by_settings = [_rules_by(name, stamp) for name in {*here, *beside}]
    if kept is None or None in by_settings:
        return None
    if Gate(kept.table, kept.alarm).open_for(data, listens=True):
        return None
    number = words(data)
    noun = "word" if number == 1 else "words"
    in_force = by_settings[0] if here else kept.rules
    told = "rule" if in_force == 1 else "rules"
    return f"No findings in 1 file ({in_force:,} {told}, {number:,} {noun}).\n"
