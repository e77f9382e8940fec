"""Python's search for cycles, made seldom in processes that are lintwords' own.

Judging a document makes many objects and leaves none of them behind, so that each search in
between finds nothing: that would be a tenth of the time. In a program that calls lintwords the
collector is that program's, and is left alone.
"""

from __future__ import annotations

import gc

SELDOM = 50_000  # objects made and still there before a search


def seldom() -> None:
    """Search seldom from now on, and only in what is not there yet."""
    gc.freeze()
    gc.set_threshold(SELDOM, 10, 10)
