"""Word files under `fix`: a marked copy beside the original, unless it is to be changed itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lintwords.fixing import Choice, apply
from lintwords.model import Document, Finding
from lintwords.readers.docx.marks import Tracking

__all__ = ["Marking", "Tracking", "copy_of", "is_copy", "mark_up"]

_COPY = ".lintwords"


@dataclass(frozen=True, slots=True)
class Marking:
    """How Word files are changed: by whom, with `tracking`; in the file itself or in a copy."""

    tracking: Tracking | None = None
    in_place: bool = False


def is_copy(path: Path) -> bool:
    """Whether a file is a copy that `fix` made."""
    return path.stem.endswith(_COPY)


def copy_of(path: Path) -> Path:
    """`release.docx` → `release.lintwords.docx`; a copy stands for itself."""
    return path if is_copy(path) else path.with_name(f"{path.stem}{_COPY}{path.suffix}")


def mark_up(
    data: bytes, document: Document, findings: Sequence[Finding], choices: Sequence[Choice],
    tracking: Tracking,
) -> bytes:
    """`data` with the chosen fixes as tracked changes, and a comment on every finding.

    What is there already is not added again. Raises CannotWrite as `fixing.apply`.
    """
    from lintwords.readers import docx  # late: only a Word file needs its writer
    from lintwords.remarks import remarks

    made = {id(choice.finding): choice.fix for choice in choices}
    write = partial(docx.write, tracking=tracking, remarks=remarks(findings, made))
    return apply(data, document, [choice.fix for choice in choices], write)
