"""The bytes of a copy → the file beside an office document, unless somebody works in it.

A copy is sealed, so that the next run may replace one in which nobody has decided anything yet.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from lintwords import readers
from lintwords.errors import CannotRead, CannotWrite
from lintwords.fixes.copies import has_copy
from lintwords.fixes.saving import save_as
from lintwords.interface import say


def save_copy(
    path: Path, copy: Path, before: bytes, after: bytes, *, force: bool = False,
    decided: bool = False,
) -> None:
    """Write `after`, which was made of `before`, to `copy`; the file at `path` stays.

    A copy that is there already is replaced if it still is as a run made it and nobody's decisions
    are in it, or with `force`. With `decided`, those of a person are in `after`, and may take the
    place of earlier ones. Raises CannotWrite if it is not, or as `saving.save_as`.
    """
    data = sealed(copy, after, decided=decided)
    may_go = partial(is_untouched, copy, undecided=not decided)
    if not save_as(path, copy, before, data, lambda: force or may_go()):
        raise CannotWrite(
            say("cannot write {path}", path=copy),
            say(
                "It is there already, perhaps with your decisions in it.\nName another with -o, "
                "or replace it with --force.",
            ), copy,
        )


def is_untouched(copy: Path, *, undecided: bool = False) -> bool:
    """Whether a copy is as a run made it: no other program has saved it since.

    With `undecided`, whether a run without a person made it.
    """
    if not has_copy(readers.format_for(copy)) or copy.is_symlink() or not copy.is_file():
        return False
    from lintwords.readers.own import copy_seal  # late: only a copy needs it

    try:
        return copy_seal.is_sealed(copy, copy.read_bytes(), undecided=undecided)
    except (CannotRead, OSError):
        return False


def sealed(copy: Path, data: bytes, *, decided: bool = False) -> bytes:
    """The bytes of a copy, sealed where its format can hold that, as `seal.sealed`."""
    if not has_copy(readers.format_for(copy)):
        return data
    from lintwords.readers.own import copy_seal  # late: only a copy needs it

    return copy_seal.sealed(copy, data, decided=decided)
