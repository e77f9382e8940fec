"""From new bytes to the file that held the old ones, if it still does: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from lintwords.errors import CannotWrite
from lintwords.files import whole
from lintwords.interface import say


def save(path: Path, before: bytes, after: bytes) -> int:
    """Write `after` to the file that held `before`, whole or not at all; a link stays a link.

    Gives how many other names of the file keep the old text. Raises CannotWrite if the file is no
    longer what was read, or cannot be written.
    """
    target = Path(os.path.realpath(path))
    with whole.alone(target), whole.prepared(target, after, like=_plain(target, path)) as file:
        _check(target, path, before)
        return file.replace()


def stands(path: Path) -> tuple[int, int]:
    """Where on its disk a file stands: what all its names have in common; zeros if it is gone."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def still_old(written: Sequence[tuple[tuple[int, int], int]]) -> list[int]:
    """How many names of each file that was written keep the old text once all are written.

    For each: where it stood, and how many other names kept the old text just then.
    """
    later: Counter[tuple[int, int]] = Counter()
    left = []
    for stood, others in reversed(written):
        left.append(max(others - later[stood], 0))
        later[stood] += 1
    return left[::-1]


def save_as(
    path: Path, target: Path, before: bytes, after: bytes, may_go: Callable[[], bool]
) -> bool:
    """Write `after` to `target`; else as `save`. False if `target` is there, and may not go."""
    if os.path.exists(target) and os.path.samefile(path, target):
        raise CannotWrite(
            say("cannot write {path}", path=target),
            say("It is the file itself."), target,
        )
    status = _plain(path, target)
    with whole.alone(target):
        is_there = os.path.lexists(target)
        if is_there and not may_go():
            return False
        with whole.prepared(target, after, like=status) as file:
            _check(path, target, before)
            if not is_there:
                return file.create()
            if not may_go():
                raise CannotWrite(
                    say("cannot write {path}", path=target),
                    say("It has changed meanwhile."), target,
                )
            file.replace()
        return True


def _plain(source: Path, path: Path) -> os.stat_result:
    """The status of a plain file; `path` is the name for people of what is to be written."""
    try:
        status = source.stat()
    except OSError as trouble:
        raise whole.refused(path, trouble) from trouble
    if not stat.S_ISREG(status.st_mode):
        raise CannotWrite(
            say("cannot write {path}", path=path),
            say("It is not a plain file."), path,
        )
    return status


def _check(source: Path, path: Path, before: bytes) -> None:
    """Refuse what was made of a text that is no longer there."""
    if source.read_bytes() != before:
        raise CannotWrite(
            say("cannot write {path}", path=path),
            say("It has changed since it was read. Run it again."), path,
        )
