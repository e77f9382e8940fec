"""Letters of a PDF page that are drawn apart or raised: a line as a person reads it.

A page holds letters and their places, no words. Where a word is drawn with room between its letters
("C h i n a"), and where the mark of a note stands raised behind a word, the plain row of letters is
not what is read.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

# the mark of a note behind a word or a stop; a letter only behind a longer word ("Mme", "XXe")
_NOTE = re.compile(
    r"(?<=[^\W\d_])\d{1,3}(?:[,–-]\d{1,3}){0,4}(?![^\W_])"
    r"|(?<=[^\W\d_][.,;:!?)\]”’\"'»])\d{1,3}(?:[,–-]\d{1,3}){0,4}(?![^\W_])"
    r"|(?<=[^\W\d_]{3})[a-z](?![^\W_]|['’])"
)
_SMALLER, _RAISED = 0.85, 0.1  # the size of a mark, and by how much it is raised, in sizes
# single letters, each with a blank behind it, and marks that stand at a letter
_APART = re.compile(
    r"(?<!\S)[\"“‘(«]?[^\W\d_](?: +[^\W\d_][,.;:!?)”’'\"»]*){3,}(?!\S)"
)
_WORD = re.compile(r"[^\W_]{2,}")
_OTHER_SIZE = 1.2  # times the size of the letter before
_BLANK = 0.1  # of the smaller size: more room between two letters parts words
WORD_GAP = 1.5  # times the usual room between letters parts two words

_FEWEST_TURNS = 3
_LEAST, _MOST = 0.5, 60.0  # degrees from one letter of an arc to the next
_IN_A_ROW = 4  # such steps


def shown(page: Any, text: str, start: int) -> str:
    """The line `text`, which begins at letter `start` of a page of pdfium, as it is read."""
    ends = [*_ends(page, text, start), len(text)]
    pieces = [text[first:last] for first, last in zip([0, *ends], ends, strict=False)]
    return " ".join(
        _shown(page, piece, start + end - len(piece))
        for piece, end in zip(pieces, ends, strict=True)
    )


def _ends(page: Any, text: str, start: int) -> Iterator[int]:
    """Where a word ends without a blank, before letters of another size: beside large letters the
    blank of the small ones is too narrow for pdfium."""
    for word in _WORD.finditer(text):
        first, last = start + word.start(), start + word.end() - 1
        if _drawn(page, first) == _drawn(page, last):
            continue  # most words
        places = [_placed(page, at) for at in range(first, last + 1)]
        rooms = [before.room_to(after) for before, after in zip(places, places[1:], strict=False)]
        for at, room in enumerate(rooms):
            small, large = sorted((places[at].size, places[at + 1].size))
            near = max((*rooms[max(at - 1, 0) : at], *rooms[at + 1 : at + 2]), default=0.0)
            if large > _OTHER_SIZE * small and room - max(near, 0.0) > _BLANK * small:
                yield word.start() + at + 1


def _drawn(page: Any, at: int) -> int:
    """What tells the text object of a letter from others."""
    import pypdfium2.raw as pdfium

    found = pdfium.FPDFText_GetTextObject(page, at)
    return ctypes.addressof(found.contents) if found else 0


def _shown(page: Any, text: str, start: int) -> str:
    if _APART.search(text):
        return _APART.sub(lambda row: _together(page, row[0], start + row.start()), text)
    return _NOTE.sub(lambda mark: _without(page, mark[0], start + mark.start()), text)


def _without(page: Any, mark: str, start: int) -> str:
    """Nothing for a mark that is raised, else the mark."""
    before, here = _placed(page, start - 1), _placed(page, start)
    is_raised = (
        0 < here.size <= _SMALLER * before.size
        and before.up_to(here) >= _RAISED * before.size
    )
    return "" if is_raised else mark


def _together(page: Any, row: str, start: int) -> str:
    """Letters that stand apart as the words that they make."""
    letters = [at for at, sign in enumerate(row) if not sign.isspace()]
    places = [_placed(page, start + at) for at in letters]
    gaps = [before.room_to(after) for before, after in zip(places, places[1:], strict=False)]
    usual = usual_room(gaps)
    words = row[letters[0]]
    for at, gap in zip(letters[1:], gaps, strict=True):
        words += " " + row[at] if usual > 0 and gap > WORD_GAP * usual else row[at]
    return words


class _Placed(NamedTuple):
    """Where a letter stands, and how its line runs; lengths in points of the page."""

    origin: tuple[float, float]  # where its foot begins
    size: float  # of its font
    width: float  # along the line
    turned: float  # how far the line is turned to the left, in radians

    def up_to(self, other: _Placed) -> float:
        """How much higher on this line the other stands."""
        (x, y), (to_x, to_y) = self.origin, other.origin
        return (to_y - y) * math.cos(self.turned) - (to_x - x) * math.sin(self.turned)

    def room_to(self, after: _Placed) -> float:
        """The room on this line from the end of this letter to the beginning of that one."""
        (x, y), (to_x, to_y) = self.origin, after.origin
        along = (to_x - x) * math.cos(self.turned) + (to_y - y) * math.sin(self.turned)
        return along - self.width


def _placed(page: Any, at: int) -> _Placed:
    """The place of a letter on a page of pdfium, which has boxes that are level with the page."""
    import pypdfium2.raw as pdfium

    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(page, at, x, y)
    pdfium.FPDFText_GetMatrix(page, at, matrix)
    size = pdfium.FPDFText_GetFontSize(page, at) * math.hypot(matrix.c, matrix.d)
    turned = math.atan2(matrix.b, matrix.a)
    # the level box around a turned letter is wider and higher by parts of its height and width
    left, bottom, right, top = page.get_charbox(at, loose=True)
    across, up = abs(math.cos(turned)), abs(math.sin(turned))
    height = _height(pdfium, page, at, size)
    width = (right - left - height * up) / across if across > up else (
        top - bottom - height * across) / up
    return _Placed((x.value, y.value), size, width, turned)


def _height(pdfium: Any, page: Any, at: int, size: float) -> float:
    """From the lowest foot to the highest head of a font of this size."""
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(page, at))
    rise, fall = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFFont_GetAscent(font, size, rise)
    pdfium.FPDFFont_GetDescent(font, size, fall)
    return rise.value - fall.value


def on_arc(page: Any, text: str) -> bool:
    """Whether letters of a page of pdfium stand on an arc, each turned a little further."""
    import pypdfium2.raw as pdfium

    letters = [at for at, sign in enumerate(text) if sign.isalpha()]
    if len({_turn(pdfium, page, at) for at in letters[::2]}) < _FEWEST_TURNS:
        return False  # most pages
    turns = [_turn(pdfium, page, at) for at in letters]
    steps = [_LEAST <= min((after - before) % 360, (before - after) % 360) <= _MOST
             for before, after in zip(turns, turns[1:], strict=False)]
    return any(all(steps[at : at + _IN_A_ROW]) for at in range(len(steps) - _IN_A_ROW + 1))


def _turn(pdfium: Any, page: Any, at: int) -> float:
    """How a letter is turned, in degrees."""
    return round(math.degrees(pdfium.FPDFText_GetCharAngle(page, at)), 1)


def usual_room(gaps: Sequence[float]) -> float:
    """The room between letters of one word: of most, for words have more letters than gaps."""
    seen = sorted(gap for gap in gaps if gap > 0)
    return seen[len(seen) // 4] if seen else 0.0
