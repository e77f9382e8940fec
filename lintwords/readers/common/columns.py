"""Two columns that stand side by side in plain text, as a program leaves them that keeps a layout.

Read line by line, such a passage makes sentences that nobody wrote. What shows the columns is that
the right one begins at one place in all lines, behind two spaces and mostly more, and that both
hold prose: long lines of which some go on in small letters, as no table has.
"""

from __future__ import annotations

from collections import Counter

from lintwords import later

_LINE = later.pattern(r"[^\r\n]+")
_GUTTER = later.pattern(r"(?<=\S) {2,}(?=\S)|\A {12,}(?=\S)")
_WIDE = 4  # spaces, as no line has that was set to fill its width
_MARKS = (">", "<", "|", "+")  # of a quotation, a drawn table
_FEWEST = 3  # lines with words in both columns
_LEFT, _RIGHT = 20, 14  # characters of a line of prose on the average
_WORDS = 3  # of such a line, with spaces between them
_GO_ON = 0.34  # of the lines begin in small letters
_MOST = 2_000  # characters of a line that is looked at

Lines = list[tuple[int, int]]


def side_by_side(source: str, start: int, end: int) -> tuple[Lines, Lines] | None:
    """The lines of the left and of the right column of source[start:end]; None for any other."""
    if source.find("  ", start, end) < 0 or source.find("\t", start, end) >= 0:
        return None
    begin = source.rfind("\n", 0, start) + 1  # the first line may be indented
    lines = [found.span() for found in _LINE.finditer(source, begin, end)]
    if len(lines) < _FEWEST or any(
        stop - at > _MOST or source[at:stop].lstrip().startswith(_MARKS) for at, stop in lines
    ):
        return None
    place = _place(source, lines)
    if not place or not all(_is_parted(source, at, stop, place) for at, stop in lines):
        return None
    left = [without_blanks(source, at, min(at + place, stop)) for at, stop in lines]
    right = [without_blanks(source, min(at + place, stop), stop) for at, stop in lines]
    left, right = ([row for row in rows if row[0] < row[1]] for rows in (left, right))
    is_prose = _is_prose(source, left, _LEFT) and _is_prose(source, right, _RIGHT)
    return (left, right) if is_prose else None


def _place(source: str, lines: Lines) -> int:
    """Where a second column would begin, counted in the line; 0 where none does."""
    places = Counter(
        found.end() for at, stop in lines for found in _GUTTER.finditer(source[at:stop])
    )
    ((place, number),) = places.most_common(1) or [(0, 0)]
    wide = sum(not source[max(at + place - _WIDE, 0) : at + place].strip() for at, stop in lines
               if stop > at + place)
    return place if number >= _FEWEST and wide * 2 >= number else 0


def _is_parted(source: str, at: int, stop: int, place: int) -> bool:
    """Whether nothing of a line stands on the border before `place`."""
    here = at + place
    return not source[here - 2 : min(here, stop)].strip() and not source[here : here + 1].isspace()


def without_blanks(source: str, start: int, end: int) -> tuple[int, int]:
    """Where the text of source[start:end] begins and ends, without the blanks around it."""
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _is_prose(source: str, lines: Lines, least: int) -> bool:
    rows = [source[at:stop] for at, stop in lines]
    if len(rows) < _FEWEST or sum(map(len, rows)) < least * len(rows):
        return False
    words = sum(len(row.split()) for row in rows)
    going_on = sum(row[:1].islower() for row in rows[1:])
    return words >= _WORDS * len(rows) and going_on >= _GO_ON * (len(rows) - 1)
