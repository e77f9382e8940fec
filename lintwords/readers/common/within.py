"""Segments of a document that lies inside another one, as a message or a book holds it."""

from __future__ import annotations

from lintwords.errors import CannotRead
from lintwords.model import Document, Part, Piece, Run, Segment, SourceMap, hull
from lintwords.readers.common.builder import HYPHENED, PARTED, take_segment
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
    )
    lang = segment.lang or document.lang or lang
    return Part(index, text, place), replace(segment, map=SourceMap(runs), lang=lang)


def joined(part: Part, segment: Segment, other: Part, rest: Segment) -> tuple[Part, Segment]:
    """A paragraph and the one in which it goes on, each a part of its own, as one of both."""
    is_cut = HYPHENED.search(segment.text) is not None
    shift, at = len(part.text) + 1, len(segment.text)
    runs = (
        *segment.map.runs,
        Run(at, at + 1, Piece(part.index, shift - 1, shift, False)),
        *(Run(at + 1 + start, at + 1 + end, piece._replace(
            part=part.index, start=piece.start + shift, end=piece.end + shift))
          for start, end, piece in rest.map.runs),
    )
    text = f"{segment.text}{PARTED if is_cut else ' '}{rest.text}"
    later = (*part.later, (shift, other.place))
    whole = Part(part.index, f"{part.text}\n{other.text}", part.place, later)
    return whole, replace(segment, text=text, map=SourceMap(runs))


def reason(trouble: CannotRead) -> str:
    """Why such a document cannot be read, as a clause."""
    why = (trouble.hint.splitlines() or [trouble.problem])[0].rstrip(".")
    return f"{why[:1].lower()}{why[1:]}"
