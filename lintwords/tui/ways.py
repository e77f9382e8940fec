"""The answers to "write?": where the changes of each file can go, each with its key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.reports.cells import one_line
from lintwords.tui import rescue
from lintwords.tui.rescue import SaveAs
from lintwords.tui.review import Review
from lintwords.tui.speaking import say
from lintwords.tui.write_plan import Planned
from lintwords.tui.writing import Way

WAYS = {"y": Way.USUAL, "t": Way.USUAL, "c": Way.COPIES, "i": Way.IN_PLACE}
BESIDE = {"s": SaveAs.COPY, "p": SaveAs.PATCH, "x": SaveAs.TEXT}


def ways_to_write(review: Review, plan: Sequence[Planned]) -> list[tuple[str, str]]:
    """The answers that write something, or show what a write does."""
    refused = [planned for planned in plan if planned.refused]
    ways = [(key, told) for key, told in writing_ways(review, plan)]
    ways.append(("d", say("write-diff")))
    for key, what in BESIDE.items():
        text = next((text for text in (review.texts[planned.file] for planned in refused)
                     if what in rescue.ways(text)), None)
        if text is not None:
            name = rescue.name(text, what).name
            ways.append((key, say(f"write-save-{what.value}", name=name)))
    return ways


def writing_ways(review: Review, plan: Sequence[Planned]) -> Iterator[tuple[str, str]]:
    """The answers that write, by their keys in WAYS, with where the changes go."""
    written = [planned for planned in plan if not planned.refused]
    here = [planned for planned in written if not planned.can_copy]
    if len(here) == len(written):
        changed = [planned for planned in here if planned.changes]
        if written:
            yield "y", say("write-yes", n=len(changed)) if changed else say("write-known")
        if changed:
            name = rescue.copy_name(review.texts[changed[0].file]).name
            yield "c", say("write-copies", n=len(changed), name=one_line(name))
        return
    tracked = {planned.can_track for planned in written if planned.can_copy}
    which = "office" if len(tracked) > 1 else "track" if True in tracked else "beside"
    changed = [planned for planned in here if planned.changes]
    yield "t", say(f"write-{which}-mixed" if changed else f"write-{which}")
    if changed:
        yield "c", say("write-all-copies")
    if any(planned.changes for planned in written):  # a copy alone holds notes
        yield "i", say("write-in-place")
