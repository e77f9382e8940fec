"""Segments of a document that lies inside another one, as a message or a book holds it."""

from __future__ import annotations

from lintwords.errors import CannotRead
from lintwords.model import Document, Part, Piece, Run, Segment, SourceMap, hull
from lintwords.readers.builder import take_segment
from lintwords.values import replace


def rebased(
    document: Document, segment: Segment, index: int, place: str, lang: str | None = None
) -> tuple[Part, Segment]:
    """A segment of `document`, with its stretch of source as a part of its own.

    `index` and `place` are those of the new part; `lang` holds where nothing inside says one.
    """
    take_segment(len(segment.map.runs), 0)  # its text was counted when it was read
    whole = hull([run.piece for run in segment.map.runs])
    text = document.parts[whole.part].text[whole.start : whole.end]
    runs = tuple(
        Run(start, end, Piece(index, piece.start - whole.start, piece.end - whole.start,
                              piece.verbatim))
        for start, end, piece in segment.map.runs
    )  # fmt: skip
    lang = segment.lang or document.lang or lang
    return Part(index, text, place), replace(segment, map=SourceMap(runs), lang=lang)


def reason(trouble: CannotRead) -> str:
    """Why such a document cannot be read, as a clause."""
    why = (trouble.hint.splitlines() or [trouble.problem])[0].rstrip(".")
    return f"{why[:1].lower()}{why[1:]}"
