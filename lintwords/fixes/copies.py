"""Which documents are changed in a copy and where it goes; in Word, its bytes with tracked changes.

The bytes of any other copy, as of an ODT, are made by `applying` like those of a text. How a copy
gets to its place stands in `saving_copies`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from lintwords import readers
from lintwords.fixes.applying import apply
from lintwords.model import Document, Edit, Fix
from lintwords.readers.docx.marks import Remark, Tracking
from lintwords.values import dataclass

__all__ = ["AUTHOR", "Marking", "Remark", "Tracking", "track"]

AUTHOR = "lintwords"  # of tracked changes and comments
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
        """The tracking for a format, if its changes can be tracked."""
        return self.tracking if format in _TRACKED else None


def track(env: Mapping[str, str], author: str = AUTHOR) -> Tracking:
    """Marks of now, in UTC, or of the time that reproducible builds set in the environment."""
    fixed = env.get("SOURCE_DATE_EPOCH", "")
    now = float(fixed) if fixed.isdecimal() else time.time()
    return Tracking(author, time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now)))


def has_copy(format: str | None) -> bool:
    """Whether files of a format are changed in a copy, unless a person says otherwise."""
    return format in _COPIED


def can_track(format: str | None) -> bool:
    """Whether changes of files of a format can be tracked."""
    return format in _TRACKED


def is_copy(path: Path) -> bool:
    """Whether a file has the name of a copy."""
    return _COPIES.search(path.stem) is not None


def copy_of(path: Path) -> Path:
    """`release.docx` → `release.lintwords.docx`; a copy stands for itself."""
    return path if is_copy(path) else path.with_name(f"{path.stem}{_COPY}{path.suffix}")


def original(copy: Path) -> Path:
    """`release.lintwords.docx` → `release.docx`."""
    return copy.with_name(f"{_COPIES.sub('', copy.stem)}{copy.suffix}")


def mark_up(
    data: bytes, document: Document, edits: Sequence[Edit], remarks: Sequence[Remark],
    tracking: Tracking,
) -> bytes:
    """The bytes of a Word file with `edits` as tracked changes, and `remarks` as comments.

    What is there already is not added again. Raises CannotWrite as `applying.apply`.
    """
    from lintwords.readers import docx  # late: only a Word file needs its writer

    write = partial(docx.write, tracking=tracking, remarks=remarks)
    return apply(data, document, [Fix("", tuple(edits), True)], write)


def said_before(path: Path, data: bytes, remarks: Sequence[Remark]) -> list[str]:
    """What the comments of a Word file say of the places of `remarks`; "" where none stands."""
    from lintwords.readers import docx  # late: only a Word file needs it

    return docx.said_before(path, data, remarks)


def comments_in(path: Path, data: bytes) -> int:
    """How many comments a Word file holds."""
    from lintwords.readers import docx  # late: only a Word file needs it

    return docx.count_comments(path, data)
