"""What a file found in a checkout may be and name: bounded, and nothing outside its folder.

Whoever runs lintwords on a checkout has not written its settings. They are as strange as its
documents, and must not make a program read or write what is not part of it.
"""

from __future__ import annotations

import os
import stat

from lintwords.interface import say

LARGEST = 1_000_000  # bytes of a file of settings
MOST = 2_000  # values of a list or a table


def escapes(folder: str, value: str) -> str:
    """Why a path that stands in a file of `folder` leads to what is none of it; empty if not."""
    if os.path.isabs(value) or os.path.splitdrive(value)[0]:
        return say("is no path from its folder")
    if "\0" in value:
        return say("holds a zero character")
    whole, top = os.path.realpath(os.path.join(folder, value)), os.path.realpath(folder)
    if whole != top and not whole.startswith(top.rstrip(os.sep) + os.sep):
        return say("leads out of its folder")
    try:
        mode = os.stat(whole).st_mode
    except OSError:
        return ""  # whoever reads it says that it is not there
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else say("is neither a file nor a folder")


def content(path: str | os.PathLike[str], most: int = LARGEST) -> bytes | None:
    """The bytes of a plain file, one more than `most` where it is larger; None if it is no file.

    Raises OSError. What is no plain file is not opened, so that nobody waits for it.
    """
    if not _is_plain(path, os.stat(path)):
        return None
    with open(path, "rb", opener=at_once) as file:
        is_file = stat.S_ISREG(os.fstat(file.fileno()).st_mode)  # or it was exchanged meanwhile
        return file.read(most + 1) if is_file else None


def is_plain(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a file of a disk: there, and no folder, pipe, device or made-up file."""
    try:
        return _is_plain(path, os.stat(path))
    except (OSError, ValueError):
        return False


def _is_plain(path: str | os.PathLike[str], status: os.stat_result) -> bool:
    """A system calls what it makes up while it is read (/proc) a file, of no size, on no disk."""
    if not stat.S_ISREG(status.st_mode):
        return False
    return status.st_size > 0 or not hasattr(os, "statvfs") or os.statvfs(path).f_blocks > 0


def at_once(path: str, flags: int) -> int:
    """An opener for `open` that waits for nobody who writes to a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
