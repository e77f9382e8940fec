"""Notes of a review on findings that a baseline has just made known."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords.api import baseline
from lintwords.interface import say_many
from lintwords.model import Ignored, Report
from lintwords.tui import keep, notes

if TYPE_CHECKING:
    from lintwords.sift.baseline import Entry


def told_notes(home: Path, fresh: Sequence[Entry], report: Report) -> str:
    """How many new entries carry a note: in a comment of their file, or in a review of this person.
    """
    in_comments = in_reviews = 0
    folder = keep.folder()
    for name in {one.path for one in fresh}:
        rules = Counter(one.rule for one in fresh if one.path == name)
        here = os.path.abspath(home / name)
        found = [Ignored(one, baseline.KNOWN, "baseline", name) for one in report.findings
                 if os.path.abspath(one.path) == here]
        said = notes.in_files(found)
        in_file = Counter(one.finding.rule for one in found if id(one.finding) in said)
        kept = keep.kept(home / name, folder)
        in_comments += (in_file & rules).total()
        in_reviews += (Counter(kept.noted if kept else ()) - in_file & rules).total()
    told = [
        say_many(
            "{n} of the new carries a note in a comment of its file: check is silent about it,"
            " audit names it, and the next review of the file asks about it.",
            "{n} of the new carry a note in a comment of their file: check is silent about them,"
            " audit names them, and the next review of the file asks about them.", in_comments),
        say_many(
            "{n} of the new carries a note of a review, and is not asked about again: a report of"
            " that review (-o FILE) keeps the note.",
            "{n} of the new carry a note of a review, and are not asked about again: a report of"
            " that review (-o FILE) keeps the notes.", in_reviews),
    ]
    return "".join(
        f"  {row}\n" for row, n in zip(told, (in_comments, in_reviews), strict=True) if n
    )
