"""The one way to write a file: whole or not at all, whatever stops the writing.

A temporary file in the same folder takes the place of the old one, by rename, once all of it is on
the disk. Its process holds a lock on it as long as it lives, so that the next run that writes in
the folder can tell what a killed one has left there, and takes it out.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from lintwords import later
from lintwords.errors import CannotWrite
from lintwords.interface import say, system

if sys.platform == "win32":
    fcntl = None
else:
    import fcntl

PREFIX, SUFFIX = ".lintwords-", ".tmp"
_OURS = later.pattern(re.escape(PREFIX) + "[0-9a-f]{16}" + re.escape(SUFFIX))
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
# Windows makes hard links, and may refuse to be told about symbolic ones.
_LINK = getattr(os, "link", None)  # a browser's Python has none
_AS_IT_IS = {"follow_symlinks": False} if _LINK in os.supports_follow_symlinks else {}
_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK)
_NO_SYNC = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP)
_PATIENCE = 20.0  # seconds that a run waits for another that writes in the same folder
_LOOK = 0.02
_OLD = 3600  # seconds after which a file is nobody's, where no lock tells
_swept: set[str] = set()


def replace(path: Path, data: bytes, *, mode: int = 0o666) -> int:
    """Write `data` to `path`, over a plain file or as a new one; a link is not followed.

    Owner and mode are those of the old file; a new file gets `mode`, less the umask. Gives how many
    other names the old file has: they keep the old text. Raises CannotWrite.
    """
    with prepared(path, data, mode=mode) as file:
        return file.replace()


def create(path: Path, data: bytes) -> bool:
    """Write `data` to a new file; False, and nothing is written, if something is there.

    Raises CannotWrite.
    """
    _sweep(path.parent)
    if os.path.lexists(path):
        return False
    with prepared(path, data) as file:
        return file.create()


@contextlib.contextmanager
def prepared(
    path: Path, data: bytes, *, like: os.stat_result | None = None, mode: int = 0o666
) -> Iterator[Prepared]:
    """A file that holds `data` already and can be put at `path`; if nobody does, it goes again.

    So a last look can be taken at what it is to replace. Owner and mode are those of the old file,
    or of `like`; a new file gets `mode`, less the umask. Raises CannotWrite.
    """
    try:
        _sweep(path.parent)
        old = _status(path)
        if old is not None:
            _check_plain(path, old)
        kept = like or old
        with _fresh(path.parent, 0o600 if kept else mode) as file:
            _fill(file.handle, data)
            if kept:
                _same_owner(file.name, kept)
            yield Prepared(file, path, old.st_nlink - 1 if old else 0)
    except OSError as trouble:
        raise refused(path, trouble) from trouble


class Prepared:
    """A whole file beside the place that it is for."""

    def __init__(self, file: _Fresh, path: Path, others: int) -> None:
        self._file, self._path, self._others = file, path, others

    def replace(self) -> int:
        """Take the place of what is there; how many other names of that keep the old text."""
        self._file.become(self._path)
        return self._others

    def create(self) -> bool:
        """Take the place if nothing is there; False, and nothing changes, if something is."""
        try:
            os.link(self._file.name, self._path, **_AS_IT_IS)
        except FileExistsError:
            return False
        except OSError as trouble:
            if trouble.errno not in _NO_LINKS:  # a file system without hard links
                raise
            if os.path.lexists(self._path):
                return False
            self._file.become(self._path)
        return True


def append(path: Path, data: bytes) -> None:
    """Add `data` at the end of a file that others write too; all of it or nothing.

    Raises CannotWrite.
    """
    try:
        handle = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666
        )
        try:
            before = os.fstat(handle)
            try:
                _all(handle, data)
            except OSError:
                if stat.S_ISREG(before.st_mode):
                    os.ftruncate(handle, before.st_size)
                raise
        finally:
            os.close(handle)
    except OSError as trouble:
        raise refused(path, trouble) from trouble


def refused(path: Path, trouble: OSError) -> CannotWrite:
    """What the system refused, as a sentence."""
    if isinstance(trouble, FileNotFoundError) and not path.parent.is_dir():
        return CannotWrite(
            say("cannot write {path}", path=path),
            say("There is no folder {parent}.", parent=path.parent), path,
        )
    hint = say("The system says: {reason}.", reason=system(trouble))
    return CannotWrite(say("cannot write {path}", path=path), hint, path)


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let no other run do so with a file of this folder meanwhile, where the system has locks.

    Raises CannotWrite if another run does not come to an end.
    """
    _sweep(path.parent)
    try:
        handle = os.open(path.parent, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError:  # on Windows; else the write will say what is wrong
        yield
        return
    try:
        last = time.monotonic() + _PATIENCE
        while _is_held_by_another(handle):
            if time.monotonic() > last:
                raise CannotWrite(
                    say("cannot write {path}", path=path),
                    say("Another run of lintwords is busy there. Run it again."), path,
                )
            time.sleep(_LOOK)
        yield
    finally:
        os.close(handle)


def _check_plain(path: Path, status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise CannotWrite(
            say("cannot write {path}", path=path),
            say("It is a link, to {path}. Name the file itself.", path=os.path.realpath(path)),
            path,
        )
    if stat.S_ISDIR(status.st_mode):
        raise CannotWrite(say("cannot write {path}", path=path), say("It is a folder."), path)
    if not stat.S_ISREG(status.st_mode):
        raise CannotWrite(
            say("cannot write {path}", path=path),
            say("It is not a plain file."), path,
        )
    if not os.access(path, os.W_OK):
        raise CannotWrite(say("cannot write {path}", path=path), say("It is read-only."), path)


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


# -- the temporary file --------------------------------------------------------------------------


class _Fresh:
    """A new file of ours, open and locked; it goes again unless it takes another's place."""

    def __init__(self, handle: int, name: str) -> None:
        self.handle, self.name = handle, name

    def become(self, path: Path) -> None:
        """Take the place of `path`."""
        if fcntl is None:
            self._close()  # Windows renames no open file
        os.replace(self.name, path)

    def __enter__(self) -> _Fresh:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._close()
        with contextlib.suppress(OSError):  # renamed; or the next run takes it out
            os.unlink(self.name)

    def _close(self) -> None:
        handle, self.handle = self.handle, -1
        if handle >= 0:
            os.close(handle)


def _fresh(folder: Path, mode: int) -> _Fresh:
    while True:
        name = os.path.join(folder, f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}")
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, mode)
        file = _Fresh(handle, name)
        try:
            held = not _is_held_by_another(handle)
            if held and os.path.samestat(os.fstat(handle), os.lstat(name)):
                return file
        except FileNotFoundError:
            pass  # a sweep came between opening and locking, and took it for a dead one
        except BaseException:
            file.__exit__()
            raise
        file.__exit__()


def _fill(handle: int, data: bytes) -> None:
    """Write it all, down to the disk."""
    _all(handle, data)
    try:
        os.fsync(handle)
    except OSError as trouble:
        if trouble.errno not in _NO_SYNC:  # a file system that knows no such thing
            raise


def _all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _same_owner(name: str, status: os.stat_result) -> None:
    """Owner, group and mode of the old file, as far as this user may give them."""
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):  # another's file in a shared folder: now ours
            os.chown(name, status.st_uid, status.st_gid)
    os.chmod(name, stat.S_IMODE(status.st_mode))


def _is_held_by_another(handle: int) -> bool:
    """Take the lock on an open file; whether a living process has it. No locks, no answer."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


# -- what killed runs have left -------------------------------------------------------------------


def _sweep(folder: Path) -> None:
    """Take out our temporary files that no living process holds; once a process and folder."""
    place = os.path.abspath(folder)
    if place in _swept:
        return
    _swept.add(place)
    with contextlib.suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with contextlib.suppress(OSError):  # another user's, or gone already
                    _take_out(entry.path)


def _take_out(name: str) -> None:
    handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _FLAGS)
    try:
        status = os.fstat(handle)
        is_ours = stat.S_ISREG(status.st_mode) and (
            not hasattr(os, "getuid") or status.st_uid == os.getuid()
        )
        if not is_ours or _is_alive(handle, status):
            return
        if fcntl is not None:
            os.unlink(name)  # while we hold its lock
            return
    finally:
        os.close(handle)
    os.unlink(name)


def _is_alive(handle: int, status: os.stat_result) -> bool:
    """Whether a process still works at an open file; where no lock can tell, if it is young."""
    if fcntl is not None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            pass
        else:
            return False
    return time.time() - status.st_mtime < _OLD
