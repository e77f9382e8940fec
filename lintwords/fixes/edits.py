"""From changes of a read text to edits of its source, markup and wraps left where they are.

A change of one verbatim stretch is one edit. Where markup, entities or line ends stand between
the words, the new words take the places of the old ones, word by word, and only letters move.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintwords import later
from lintwords.model import Document, Edit, Piece, Segment, Span

_WORD = later.pattern(r"\S+")
_LINK = later.pattern(r"(?:(?<!!)\[|<a\s[^<>]*>)(?P<first>[^\[\]<>]{0,60})$", re.IGNORECASE)
_LINK_END = later.pattern(r"\]|</[aA]\s*>")
_LINK_REACH = 500  # characters after the place in which a link must end
_NEAR = 600  # characters on either side in which lines are measured
_STOPS = (".", "!", "?", "…", ":", ";", ",")
_TITLE_WORDS = 4  # a link of so many words is more than a name and its verb
_PLAIN = later.pattern(r"[\w '’.-]*")  # needs no escape in any format


def source_edits(
    segment: Segment, span: Span, text: str, *, is_markup: bool
) -> tuple[Edit, ...] | None:
    """The edits that make `segment` read `text` at `span`; None where markup would break."""
    if is_markup and not _PLAIN.fullmatch(text):
        return None
    pieces = segment.map.to_source(span)
    if len(pieces) == 1:
        return (_edit(pieces, text),)
    if any(piece.part != pieces[0].part for piece in pieces):  # of a lead-in and its item
        return None
    return _by_words(segment, span, text.split(" "))


def opens_a_line(document: Document, segment: Segment, span: Span) -> bool:
    """Whether `span` stands after a line that somebody ended on purpose, as a pasted heading.

    No stop ends that line, and the word would have had room on it, as the longest line near shows.
    """
    pieces = segment.map.to_source(span)
    if not document.has_lines or not pieces:
        return False
    source, at = document.source, pieces[0].start
    near = max(at - _NEAR, 0)
    before, mark, indent = source[near:at].rpartition("\n")
    last = before.rpartition("\n")[2].strip()
    if not mark or indent.strip() or not last or last.endswith(_STOPS):
        return False
    word = source[at : at + _NEAR].split(None, 1)[0]
    longest = max(len(line.strip()) for line in source[near : at + _NEAR].split("\n"))
    return len(last) + 1 + len(word) <= longest


def is_in_title(document: Document, segment: Segment, span: Span) -> bool:
    """Whether `span` stands in a link of so many words that it may name a work."""
    pieces = segment.map.to_source(span)
    if not document.has_lines or not pieces:
        return False
    source, start = document.source, pieces[0].start
    end = _LINK_END.search(source, start, start + _LINK_REACH)
    if end is None:
        return False
    opening = _LINK.search(source, max(start - 500, 0), start)
    if opening is None:
        return False
    return len(source[opening.start("first") : end.start()].split()) >= _TITLE_WORDS


def why_bound(document: Document, segment: Segment, span: Span) -> str:
    """Why something beside `span` would suffer if it changed; empty if nothing would."""
    if not document.bound:
        return ""
    pieces = segment.map.to_source(span)
    whys = (document.why_bound(piece.part, piece.start, piece.end) for piece in pieces)
    return next(filter(None, whys), "")


def _by_words(segment: Segment, span: Span, new: Sequence[str]) -> tuple[Edit, ...] | None:
    old = [
        Span(span.start + word.start(), span.start + word.end())
        for word in _WORD.finditer(segment.text[span.start : span.end])
    ]
    if not old:
        return None
    edits: list[Edit] = []
    kept = min(len(old), len(new))
    for nth in range(kept):
        words = " ".join(new[nth:]) if nth == kept - 1 else new[nth]
        edit = _word(segment, old[nth], words)
        if edit is None:
            return None
        edits += edit
    for before, word in zip(old[kept - 1 :], old[kept:], strict=False):
        # a word too many goes together with the space before it
        edits += [_edit((p,), "") for p in segment.map.to_source(Span(before.end, word.end))]
    return tuple(edits)


def _word(segment: Segment, span: Span, text: str) -> list[Edit] | None:
    if segment.text[span.start : span.end] == text:
        return []
    pieces = segment.map.to_source(span)
    if _adjoin(pieces):
        return [_edit(pieces, text)]
    first, rest = pieces[0], pieces[1:]
    if first.verbatim and first.end - first.start == 1 and len(text) > 1 and _adjoin(rest):
        return [_edit((first,), text[0]), _edit(rest, text[1:])]  # a large first letter
    return None


def _adjoin(pieces: Sequence[Piece]) -> bool:
    """Whether nothing stands between the pieces."""
    return all(
        left.part == right.part and left.end == right.start
        for left, right in zip(pieces, pieces[1:], strict=False)
    )


def _edit(pieces: Sequence[Piece], text: str) -> Edit:
    return Edit(pieces[0].part, pieces[0].start, pieces[-1].end, text)
