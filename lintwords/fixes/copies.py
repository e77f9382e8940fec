"""Which documents are changed in a copy, in which changes can be tracked, and where a copy goes.

How a copy gets to its place stands in `saving_copies`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords import readers
from lintwords.values import dataclass

if TYPE_CHECKING:
    from lintwords.fixes.tracked_changes import Tracking

_COPY = ".lintwords"
_COPIES = re.compile(r"\.lintwords(?:-\d+)?\Z")  # the end of the stem of a copy
_COPIED = ("docx", "odt")
_TRACKED = ("docx",)


@dataclass(frozen=True, slots=True)
class Marking:
    """How documents are changed: Word files with `tracking`; in a copy, or in the file itself.

    `output` names the copy of the only file; with `force` it replaces what is there.
    """

    tracking: Tracking | None = None
    in_place: bool = False
    output: Path | None = None
    force: bool = False

    def copy(self, path: Path) -> Path | None:
        """Where the changed file goes; None for its own place."""
        if self.output is not None:
            return self.output
        stays = self.in_place or not has_copy(readers.format_for(path)) or is_copy(path)
        return None if stays else copy_of(path)

    def tracked(self, format: str | None) -> Tracking | None:
        return self.tracking if format in _TRACKED else None


def has_copy(format: str | None) -> bool:
    """Whether files of a format are changed in a copy, unless a person says otherwise."""
    return format in _COPIED


def may_be_copied(format: str | None) -> bool:
    """Whether a person can have files of a format changed in a copy: all but those only read."""
    return has_copy(format) or format in readers.TEXTS


def can_track(format: str | None) -> bool:
    """Whether changes of files of a format can be tracked."""
    return format in _TRACKED


def is_copy(path: Path) -> bool:
    """Whether a file has the name of a copy."""
    return _COPIES.search(path.stem) is not None


def copy_of(path: Path) -> Path:
    """The path of a file's copy; a copy stands for itself.

    `release.docx` → `release.lintwords.docx`.
    """
    return path if is_copy(path) else path.with_name(f"{path.stem}{_COPY}{path.suffix}")


def original(copy: Path) -> Path:
    """The path of the file that a copy was made of: `release.lintwords.docx` → `release.docx`."""
    return copy.with_name(f"{_COPIES.sub('', copy.stem)}{copy.suffix}")
