"""Settings that were in force in an earlier run and leave the gate as it is.

A text in which nothing stands that a rule looks for has no finding under any of these; so they need
not be read again to say so. How many rules they leave in force is noted, as it is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from lintwords.files import cachefiles

_KIND = "settled"
# settings that say which findings are told, or nothing of one named text; and no paths, which are
# right in one folder and wrong in another
_LEAVING = frozenset((
    "profile", "severity", "fail-on", "select", "ignore", "rules", "exclude", "government-term",
    "review.keys", "review.reason", "root",
))


def leaves_the_gate(names: Iterable[str]) -> bool:
    """Whether settings of these names change nothing of what the gate asks."""
    return _LEAVING.issuperset(names)


def kept(digest: str, stamp: str) -> int | None:
    """How many rules are in force by the settings of that digest; None if it was not noted."""
    value = cachefiles.kept(_KIND, f"{digest}-{stamp}")
    return value if isinstance(value, int) else None


def keep(digest: str, stamp: str, rules: int) -> None:
    """Note it for later starts."""
    if kept(digest, stamp) != rules:
        cachefiles.keep(_KIND, f"{digest}-{stamp}", rules)
