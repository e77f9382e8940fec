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
import mmap
import os
import stat
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import IO, Any, overload

from lintwords.files.bounds import at_once
from lintwords.files.digest import blake2b
from lintwords.files.shipped import rules_folder

NAMED = "LINTWORDS_CACHE"  # the variable that names the folder
# kinds that hang on the rules alone
BROUGHT = ("gate", "pack", "rules", "words", "index", "languages", "reading", "messages")
DAY = 24 * 3600
LONGEST = 30 * DAY  # that a file is kept without having been used
NOTED = 60  # seconds in which a file that is used again is not noted as used once more
MOST = 100_000_000  # bytes of all files together
_END, _SEAL = 8, 8  # bytes that tell where a part ends, and that it is whole


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


def kept_parts(
    kind: str, name: str, again: Callable[[], Sequence[bytes]]
) -> Parts | None:
    """The parts that were kept under this name, or came with the rules; None if none did.

    `again` builds all of them anew, should one of them turn out to be spoilt.
    """
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        found = _open_parts(folder() / f"{kind}-{name}", again)
        if found is not None:
            return found
    if kind in BROUGHT:
        with contextlib.suppress(OSError, ValueError):
            return _open_parts(brought() / f"{kind}-{name}", again, is_ours=True)
    return None


class Parts(Sequence[bytes]):
    """Parts of bytes in a file that is mapped; each is read, and checked, when it is asked for."""

    def __init__(
        self, data: mmap.mmap, start: int, ends: memoryview, seals: bytes,
        again: Callable[[], Sequence[bytes]],
    ) -> None:
        self._data, self._start, self._ends, self._seals = data, start, ends, seals
        self._again = again
        self._built: Sequence[bytes] = ()
        self._is_whole = bytearray(len(ends))  # for each part, once it was found so

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, nth: int) -> bytes: ...

    @overload
    def __getitem__(self, nth: slice) -> Sequence[bytes]: ...

    def __getitem__(self, nth: int | slice) -> bytes | Sequence[bytes]:
        if self._built:
            return self._built[nth]
        if isinstance(nth, slice):
            return [self[one] for one in range(*nth.indices(len(self)))]
        begin = self._ends[nth - 1] if nth else 0
        part = self._data[self._start + begin : self._start + self._ends[nth]]
        if not self._is_whole[nth]:
            if _seal(part) != self._seals[nth * _SEAL : (nth + 1) * _SEAL]:
                self._built = self._again()
                return self._built[nth]
            self._is_whole[nth] = True
        return part


def _open_parts(
    path: Path, again: Callable[[], Sequence[bytes]], *, is_ours: bool = False
) -> Parts | None:
    """The parts in a file; None if its head is spoilt, or others may have written it."""
    with open(path, "rb", opener=at_once) as file:
        if _status(path, file, is_ours=is_ours) is None:
            return None
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    number = int.from_bytes(data[16:24], sys.byteorder)  # another order: spoilt
    start = 24 + number * (_END + _SEAL)
    if not number or start > len(data):
        return None
    if blake2b(data[16:start], digest_size=16).digest() != data[:16]:
        return None
    ends = memoryview(data[24 : 24 + number * _END]).cast("Q")
    if start + ends[-1] != len(data):
        return None
    return Parts(data, start, ends, data[24 + number * _END : start], again)


def _read(path: Path, *, is_ours: bool = False) -> Any:
    """The value in a file; None if it is spoilt, or others may have written it."""
    with open(path, "rb", opener=at_once) as file:
        if _status(path, file, is_ours=is_ours) is None:
            return None
        data = file.read()
    digest, body = data[:16], data[16:]
    if blake2b(body, digest_size=16).digest() != digest:
        return None
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError, MemoryError):
        return None


def _status(path: Path, file: IO[bytes], *, is_ours: bool) -> os.stat_result | None:
    """The state of an open file, which is noted as used; None if others may have written it."""
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or not (is_ours or _is_own(status)):
        return None
    if time.time() - status.st_mtime > NOTED:  # a file's time says when it was used
        with contextlib.suppress(OSError):  # a folder that is only read
            os.utime(path)
    return status


def _seal(part: bytes) -> bytes:
    return blake2b(part, digest_size=_SEAL).digest()


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True  # Windows keeps a user's folders apart
    return status.st_uid in (os.geteuid(), 0) and not status.st_mode & stat.S_IWOTH


def keep(kind: str, name: str, value: Any) -> None:
    """Keep a value of plain lists, tuples, dicts, sets, texts and numbers."""
    with contextlib.suppress(ValueError):
        body = marshal.dumps(value)
        _write(f"{kind}-{name}", blake2b(body, digest_size=16).digest() + body)


def keep_parts(kind: str, name: str, parts: Sequence[bytes]) -> None:
    """Keep parts of bytes, of which a later start reads the few that it needs."""
    ends = array("Q", accumulate(map(len, parts)))
    head = len(parts).to_bytes(8, sys.byteorder) + ends.tobytes() + b"".join(map(_seal, parts))
    _write(f"{kind}-{name}", blake2b(head, digest_size=16).digest() + head + b"".join(parts))


def keep_file(name: str, suffix: str, data: bytes) -> Path | None:
    """Keep a file that another program shall read; where it is, or None where none can be kept.

    Its name has a part that tells what is in it, so that no other content takes its place.
    """
    name = f"{name}-{blake2b(data, digest_size=6).hexdigest()}{suffix}"
    _write(name, data)
    with contextlib.suppress(OSError, RuntimeError):
        path = folder().absolute() / name
        return path if path.is_file() else None
    return None


def _write(name: str, data: bytes) -> None:
    from lintwords.errors import CannotWrite  # late, as all that only building asks for
    from lintwords.files import whole

    try:
        place = folder()
        place.mkdir(parents=True, exist_ok=True)
        whole.replace(place / name, data, mode=0o600)
        _prune(place)
    except (OSError, ValueError, RuntimeError, CannotWrite):
        return  # no cache: slower, not wrong


def _prune(place: Path) -> None:
    """Take out what was not used for long and, the least used first, what is too much."""
    with os.scandir(place) as entries:
        found = [(status.st_mtime, status.st_size, entry.path) for entry in entries
                 if entry.is_file(follow_symlinks=False) for status in [entry.stat()]]
    oldest, total = time.time() - LONGEST, 0
    for used, size, path in sorted(found, reverse=True):
        total += size
        if used < oldest or total > MOST:
            with contextlib.suppress(OSError):  # gone already, or in use on Windows
                os.unlink(path)
