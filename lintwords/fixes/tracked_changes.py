"""The bytes of a Word file with fixes as tracked changes, and comments on what was found.

Those of any other document with fixes, of an ODT as of a text, are made by `applying`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from lintwords.fixes.applying import apply
from lintwords.model import Document, Edit, Fix
from lintwords.readers.docx.marks import Remark, Tracking

__all__ = ["AUTHOR", "Remark", "Tracking", "comments_added", "mark_up", "said_before", "track"]

AUTHOR = "lintwords"  # of tracked changes and comments


def track(env: Mapping[str, str], author: str = AUTHOR) -> Tracking:
    """Marks of now, in UTC, or of the time that reproducible builds set in the environment."""
    fixed = env.get("SOURCE_DATE_EPOCH", "")
    now = float(fixed) if fixed.isdecimal() else time.time()
    return Tracking(author, time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now)))


def mark_up(
    data: bytes, document: Document, edits: Sequence[Edit], remarks: Sequence[Remark],
    tracking: Tracking,
) -> bytes:
    """The bytes of a Word file with `edits` as tracked changes, and `remarks` as comments.

    What is there already is not added again. Raises CannotWrite as `applying.apply`.
    """
    from lintwords.readers.docx import reader as docx  # late: only a Word file needs its writer

    write = partial(docx.write, tracking=tracking, remarks=remarks)
    return apply(data, document, [Fix("", tuple(edits), True)], write)


def said_before(path: Path, data: bytes, remarks: Sequence[Remark]) -> list[str]:
    """What the comments of a Word file say of the places of `remarks`; "" where none stands."""
    from lintwords.readers.docx import reader as docx  # late: only a Word file needs it

    return docx.said_before(path, data, remarks)


def comments_added(path: Path, before: bytes, after: bytes) -> int:
    """How many comments a Word file holds more than it did."""
    from lintwords.readers.docx import reader as docx  # late: only a Word file needs it

    return docx.count_comments(path, after) - docx.count_comments(path, before)
