"""A source line with the found words underlined, cut to the width of the report.

The line is shown as written. A long one is cut on word borders, so that the finding is whole and
stands about one third from the left; a finding wider than the window shows its two ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lintwords.model import Finding
from lintwords.reports.cells import cells, visible


class Glyph(NamedTuple):
    """One code point as it is shown."""

    text: str
    cells: int
    found: bool


class Shown(NamedTuple):
    """A line and its underline; `number` is 0 where the source has no lines."""

    number: int
    text: str
    underline: str


def snippet(
    finding: Finding, lines: Sequence[str], width: int, *, tab: str = " ", mark: str = "…"
) -> list[Shown]:
    """The lines that `finding` stands on, each at most `width` cells with its own underline.

    `lines` are all lines of the source with their line ends, or the paragraphs of a document
    without lines; the result is empty if the finding does not stand in them.
    """
    at = finding.at
    if at.line == 0:
        return _in_paragraph(finding, lines, width, tab, mark)
    start = at.start - (at.column - 1)  # of the line, in the source
    shown: list[Shown] = []
    for number in range(at.line, at.end_line + 1):
        if not 0 < number <= len(lines):
            return []
        line = lines[number - 1]
        stop = _ended(line, "\r\n", len(line))
        inside = [
            (max(piece.start - start, 0), min(piece.end - start, stop))
            for piece in finding.pieces or (at,)
        ]
        inside = [(low, high) for low, high in inside if low < high]
        if inside:
            low, high = min(low for low, _ in inside), max(high for _, high in inside)
            if line[high - 1].isspace():
                high = min(high, _ended(line, None, stop))
        if inside and low < high:
            cut = window(line, low, high, width, tab=tab, mark=mark, stop=stop)
            shown.append(Shown(number, *cut))
        start += len(line)
    return shown


def _ended(line: str, signs: str | None, stop: int) -> int:
    """Where line[:stop] ends without `signs`, or white space; the line is not copied."""
    while stop and (line[stop - 1] in signs if signs else line[stop - 1].isspace()):
        stop -= 1
    return stop


def _in_paragraph(
    finding: Finding, paragraphs: Sequence[str], width: int, tab: str, mark: str
) -> list[Shown]:
    at = finding.at
    if not at.part < len(paragraphs):
        return []
    text = paragraphs[at.part]
    return [Shown(0, *window(text, at.start, at.end, width, tab=tab, mark=mark))]


def window(
    line: str, start: int, end: int, width: int, *, tab: str = " ", mark: str = "…",
    stop: int | None = None,
) -> tuple[str, str]:
    """The part of line[:stop] round line[start:end] in `width` cells, and its underline."""
    stop = len(line) if stop is None else stop
    far = 4 * width  # a line can be megabytes long; nothing further away can be shown
    left = _near(reversed(line[max(start - far, 0) : start]), tab, width)[::-1]
    found = [_glyph(char, tab, True) for char in line[start:end]]
    right = _near(line[end : min(end + far, stop)], tab, width)
    first, last = start - len(left), end + len(right)
    glyphs = [*left, *found, *right]
    if first == 0 and last == stop and _width(glyphs) <= width:
        return _draw(glyphs)
    side = cells(mark) + 1
    room = width - _width(found)
    if room < side * (bool(left) + bool(right)):
        room = width - side * (bool(left) + bool(right))
        found, kept, after = _two_ends(found, room, mark), [], []
    else:
        kept = _before(left, _width(right), room, width, side, starts=first == 0)
        cut_left = side if len(kept) < len(left) or first > 0 else 0
        after = _after(right, room - _width(kept) - cut_left, side, ends=last == stop)
    is_cut_left = len(kept) < len(left) or first > 0
    is_cut_right = len(after) < len(right) or last < stop
    return _draw([*_left(kept, is_cut_left, mark), *found, *_right(after, is_cut_right, mark)])


def _near(chars: Iterable[str], tab: str, width: int) -> list[Glyph]:
    """As many glyphs as take more than `width` cells, or all."""
    found: list[Glyph] = []
    used = 0
    for char in chars:
        if used > width:
            break
        found.append(_glyph(char, tab, False))
        used += found[-1].cells
    return found


def _before(
    left: Sequence[Glyph], right: int, room: int, width: int, side: int, *, starts: bool
) -> list[Glyph]:
    """What is shown before the finding: a third of the width, more where little comes after."""
    room = max(min(width // 3, room - side), room - right)
    if starts and _width(left) <= room:
        return list(left)
    return _tail(left, room - side)


def _after(right: Sequence[Glyph], room: int, side: int, *, ends: bool) -> list[Glyph]:
    if ends and _width(right) <= room:
        return list(right)
    return _front(right, room - side)


@lru_cache(2000)
def _glyph(char: str, tab: str, found: bool) -> Glyph:
    text = " " if char == "\n" else visible(char, tab=tab)
    return Glyph(text, cells(text), found)


def _width(glyphs: Sequence[Glyph]) -> int:
    return sum(glyph.cells for glyph in glyphs)


def _draw(glyphs: Sequence[Glyph]) -> tuple[str, str]:
    text = "".join(glyph.text for glyph in glyphs)
    under = "".join(("^" if glyph.found else " ") * glyph.cells for glyph in glyphs).rstrip()
    return text.rstrip(), under or "^"


def _is_space(glyph: Glyph) -> bool:
    return glyph.text.isspace()


def _left(kept: Sequence[Glyph], is_cut: bool, mark: str) -> list[Glyph]:
    if not is_cut:
        return list(kept)
    joint = " " if not kept or not _is_space(kept[0]) else ""
    return [Glyph(mark + joint, cells(mark + joint), False), *kept]


def _right(kept: Sequence[Glyph], is_cut: bool, mark: str) -> list[Glyph]:
    if not is_cut:
        return list(kept)
    joint = " " if not kept or not _is_space(kept[-1]) else ""
    return [*kept, Glyph(joint + mark, cells(joint + mark), False)]


def _tail(left: Sequence[Glyph], room: int) -> list[Glyph]:
    """The end of `left` that fits, from a word's first letter on."""
    index = len(left)
    used = 0
    while index and used + left[index - 1].cells <= room:
        index -= 1
        used += left[index].cells
    border = next(
        (at for at in range(index, len(left)) if at and _is_space(left[at - 1])
         and not _is_space(left[at])),
        None,
    )
    if border is None:  # nothing but the space before the finding, or a script without spaces
        border = len(left) if left and _is_space(left[-1]) else index
    elif _width(left[index:border]) > 20:
        border = index
    return list(left[border:])


def _front(right: Sequence[Glyph], room: int) -> list[Glyph]:
    """The beginning of `right` that fits, up to a word's last letter."""
    index = _fitting(right, room)
    border = next(
        (at for at in range(index, 0, -1)
         if not _is_space(right[at - 1]) and at < len(right) and _is_space(right[at])),
        None,
    )
    if border is None:
        border = 0 if right and _is_space(right[0]) else index
    if _width(right[border:index]) > 20:
        border = index
    return list(right[:border])


def _fitting(glyphs: Sequence[Glyph], room: int) -> int:
    """How many of `glyphs` fit."""
    used = index = 0
    while index < len(glyphs) and used + glyphs[index].cells <= room:
        used += glyphs[index].cells
        index += 1
    return index


def _two_ends(found: Sequence[Glyph], room: int, mark: str) -> list[Glyph]:
    """A finding wider than the window: its first and last words."""
    half = max((room - cells(mark) - 2) // 2, 1)
    head = _front(found, half) or list(found[: _fitting(found, half)])
    tail = _tail(found, half)
    joint = f" {mark} "
    return [*head, Glyph(joint, cells(joint), True), *tail]
