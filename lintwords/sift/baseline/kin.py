"""A file and the copies made of it: what is known in one of them is known in the others.

Only files of a format of which copies can be made have any: another is no copy, whatever its name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from lintwords import readers
from lintwords.fixes.copies import may_be_copied, original


def shared(places: Collection[str], known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each of `places` those of `known` that are copies of it, or what it is a copy of."""
    families: dict[str, list[str]] = defaultdict(list)
    for place in sorted(filter(_may_be_copied, known)):
        families[original(Path(place)).as_posix()].append(place)
    rows = {
        place: families.get(original(Path(place)).as_posix(), ())
        for place in filter(_may_be_copied, places)
    }
    return {
        place: others for place, row in rows.items()
        if (others := tuple(other for other in row if other != place))
    }


def _may_be_copied(place: str) -> bool:
    return may_be_copied(readers.format_for(Path(place)))
