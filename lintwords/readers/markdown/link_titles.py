"""Titles of links in Markdown, `[words](address "title")`: where they stand.

The parser says what a title is, and not where. It stands last in its link, or in the definition
of a reference, so nothing is looked through twice.
"""

from __future__ import annotations

import re

from lintwords.readers.common.builder import SegmentBuilder

_MARKS = {'"': '"', "'": "'", ")": "("}
_DEFINITION = re.compile(
    r"""^[ \t>]*\[[^\]\r\n]{1,999}\]:[ \t]*\S+\s+"""
    r"""(?:"(?P<double>[^"\r\n]*)"|'(?P<single>[^'\r\n]*)'|\((?P<round>[^()\r\n]*)\))[ \t]*$""",
    re.MULTILINE,
)


def inside(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the title in the link source[start:end] stands; None if none ends it."""
    stop = end - 1  # at the bracket that closes the link
    while stop > start and source[stop - 1].isspace():
        stop -= 1
    stop -= 1
    opening = _MARKS.get(source[stop]) if stop > start else None
    if opening is None:
        return None
    first = stop
    while (first := source.rfind(opening, start, first)) >= 0:
        before = first
        while source[before - 1] == "\\":
            before -= 1
        if (first - before) % 2 == 0:
            return first + 1, stop
        first = before
    return None


def defined(source: str) -> dict[str, tuple[int, int]]:
    """Where each title of a definition, `[name]: address "title"`, stands first."""
    found: dict[str, tuple[int, int]] = {}
    for match in _DEFINITION.finditer(source):
        span = match.span(match.lastgroup or 0)
        found.setdefault(" ".join(source[slice(*span)].split()), span)
    return found


def read(source: str, title: str, place: tuple[int, int]) -> SegmentBuilder:
    """What a title says, as it stands in `place`, or else read as it is there."""
    builder = SegmentBuilder(source)
    if source[slice(*place)] == title:
        builder.verbatim(*place)
    else:
        builder.read_as(title, *place)
    return builder
