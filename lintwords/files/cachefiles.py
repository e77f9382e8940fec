"""Files in a cache folder: values that can be built anew, kept so that nobody waits.

Each file is written whole by rename and checked when it is read, so processes may share the
folder; one that cannot be read or written is done without. The folder stays small: whoever writes
takes out what has not been used for a month, and the least used of what is too much.

What was built from the rules may come with them, in a folder beside them that is only read. Values
are read by `marshal`, which runs nothing but trusts what it reads: so a file counts only if nobody
but this user or the system's owner could have written it, and is whole.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import stat
import sys
import time
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lintwords.errors import CannotWrite
from lintwords.files.shipped import rules_folder

NAMED = "LINTWORDS_CACHE"  # the variable that names the folder
BROUGHT = ("pack", "index", "languages")  # kinds that hang on the rules alone
DAY = 24 * 3600
LONGEST = 30 * DAY  # that a file is kept without having been used
MOST = 100_000_000  # bytes of all files together


def folder() -> Path:
    """The folder that the user names, or the user's cache folder by the custom of the platform."""
    if named := os.environ.get(NAMED):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "lintwords"


def brought() -> Path:
    """The folder beside the rules that what was built from them may come in."""
    return rules_folder() / "compiled"


def kept(kind: str, name: str) -> Any:
    """What was kept under this name, or came with the rules; None if nothing did."""
    with contextlib.suppress(OSError, RuntimeError):
        found = _read(folder() / f"{kind}-{name}")
        if found is not None:
            return found
    if kind in BROUGHT:
        with contextlib.suppress(OSError):
            return _read(brought() / f"{kind}-{name}", is_ours=True)
    return None


def _read(path: Path, *, is_ours: bool = False) -> Any:
    """The value in a file; None if it is spoilt, or others may have written it."""
    with open(path, "rb", opener=_at_once) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or not (is_ours or _is_own(status)):
            return None
        data = file.read()
    digest, body = data[:16], data[16:]
    if blake2b(body, digest_size=16).digest() != digest:
        return None
    if time.time() - status.st_mtime > DAY:  # a file's time says when it was used, within a day
        with contextlib.suppress(OSError):  # a folder that is only read
            os.utime(path)
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError, MemoryError):
        return None


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for who writes to a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True  # Windows keeps a user's folders apart
    return status.st_uid in (os.geteuid(), 0) and not status.st_mode & stat.S_IWOTH


def keep(kind: str, name: str, value: Any) -> None:
    """Keep a value of plain lists, tuples, dicts, sets, texts and numbers."""
    from lintwords.files import whole  # late, as all that only building asks for

    try:
        body = marshal.dumps(value)
        place = folder()
        place.mkdir(parents=True, exist_ok=True)
        digest = blake2b(body, digest_size=16).digest()
        whole.replace(place / f"{kind}-{name}", digest + body, mode=0o600)
        _prune(place)
    except (OSError, ValueError, RuntimeError, CannotWrite):
        return  # no cache: slower, not wrong


def _prune(place: Path) -> None:
    """Take out what was not used for long and, the least used first, what is too much."""
    with os.scandir(place) as entries:
        found = [(status.st_mtime, status.st_size, entry.path) for entry in entries
                 if entry.is_file(follow_symlinks=False) for status in [entry.stat()]]  # fmt: skip
    oldest, total = time.time() - LONGEST, 0
    for used, size, path in sorted(found, reverse=True):
        total += size
        if used < oldest or total > MOST:
            with contextlib.suppress(OSError):  # gone already, or in use on Windows
                os.unlink(path)
