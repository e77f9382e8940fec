"""Files in the user's cache folder: values that can be built anew, kept so that nobody waits.

Each file is written whole by rename and checked when it is read, so processes may share the
folder; one that cannot be read or written is done without. The folder stays small: whoever writes
takes out what has not been used for a month, and the least used of what is too much.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import time
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lintwords.errors import CannotWrite

DAY = 24 * 3600
LONGEST = 30 * DAY  # that a file is kept without having been used
MOST = 100_000_000  # bytes of all files together


def folder() -> Path:
    """The user's cache folder for lintwords, by the custom of the platform."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "lintwords"


def kept(kind: str, name: str) -> Any:
    """What was kept under this name, or None."""
    try:
        path = folder() / f"{kind}-{name}"
        with path.open("rb") as file:
            data = file.read()
            written = os.fstat(file.fileno()).st_mtime
    except (OSError, RuntimeError):
        return None
    digest, body = data[:16], data[16:]
    if blake2b(body, digest_size=16).digest() != digest:
        return None
    if time.time() - written > DAY:  # the time of a file says when it was used, within a day
        with contextlib.suppress(OSError):  # a folder that is only read
            os.utime(path)
    return marshal.loads(body)


def keep(kind: str, name: str, value: Any) -> None:
    """Keep a value of plain lists, tuples, dicts, sets, texts and numbers."""
    from lintwords import whole  # late, as all that only building asks for

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
