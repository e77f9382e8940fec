"""What is drawn on a page of a PDF file and looks like writing, though it is no text in the file.

A page that was scanned is one picture, or strips of one, or a picture inside a form that is put
on the page; beside it may stand the few words that a scanner or an office has added. A photograph
or a pattern behind a text is none of these: writing is rows of small dark signs on an even ground.
Runs in the process that reads PDF files; see `pages`.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_Matrix = tuple[float, float, float, float, float, float]

_LARGE = 0.6  # of a page: pictures that may be the page itself
_SOME = 0.25  # of a page: pictures on which as many rows as make a page may stand
_LETTERS = 300  # shapes: as many letters as make a page may be drawn so
_OBJECTS = 2_000  # of a page that are looked at
_DEEPEST = 8  # forms inside forms
_CELLS = 24  # each way: the net on which is counted what pictures cover

_WIDE = 480  # points of light across a page that is looked at
_TALLEST = 4  # times as high as wide: a page of another shape is no page of writing
_STRIPS = 12  # of columns, so that rows count that are not level
_INK = 48  # shades darker than the ground
_GROUND, _NEAR = 0.55, 20  # of the points at least are the ground, so many shades around it
_ROWS, _IN_STRIPS = 8, 4  # rows in each of so many strips make a page of writing
_HIGHEST = 0.04  # of the page: a row of letters


class Drawn(NamedTuple):
    """What is drawn on a page: the share of it that pictures cover, and how many shapes."""

    share: float
    shapes: int

    @property
    def may_be_page(self) -> bool:
        return self.share >= _LARGE

    @property
    def may_hold_rows(self) -> bool:
        return self.share >= _SOME or self.shapes >= _LETTERS


def drawn(page: Any) -> Drawn:
    """What is drawn on a page, in the forms that are put on it too."""
    width, height = page.get_size()
    cells = set[tuple[int, int]]()
    shapes = 0
    for edges in _objects(page):
        if edges is None:
            shapes += 1
        elif width and height:
            left, bottom, right, top = edges
            across = range(_cell(left, width), _cell(right, width))
            up = range(_cell(bottom, height), _cell(top, height))
            cells.update((x, y) for x in across for y in up)
    return Drawn(len(cells) / _CELLS**2, shapes)


def has_writing(page: Any, boxes: Sequence[tuple[float, float]]) -> bool:
    """Whether rows of writing are drawn on the page outside of `boxes`.

    Each box is the lower and the upper edge of a line that is text in the file.
    """
    width, height = page.get_size()
    if not width or not 1 / _TALLEST <= height / width <= _TALLEST:
        return False
    scale = _WIDE / width
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = [
            bytes(bitmap.buffer[at * bitmap.stride : at * bitmap.stride + bitmap.width])
            for at in range(bitmap.height)
        ]
    finally:
        bitmap.close()
    for bottom, top in boxes:
        first = int((height - top) * scale) - 1
        for at in range(max(first, 0), min(int((height - bottom) * scale) + 2, len(rows))):
            rows[at] = b""
    return _is_written([row for row in rows if row])


def _is_written(rows: Sequence[bytes]) -> bool:
    shades = Counter(b"".join(rows[::2]))
    if not shades:
        return False
    ground, _ = shades.most_common(1)[0]
    near = sum(number for shade, number in shades.items() if abs(shade - ground) <= _NEAR)
    if near < _GROUND * shades.total():
        return False
    ink = bytes(shade < ground - _INK for shade in range(256))
    inked = [row.translate(ink) for row in rows]
    size = len(inked[0]) // _STRIPS
    counts = (
        _lines([1 in row[at * size : (at + 1) * size] for row in inked]) for at in range(_STRIPS)
    )
    return sum(number >= _ROWS for number in counts) >= _IN_STRIPS


def _lines(column: Sequence[bool]) -> int:
    """How many rows of letters a strip shows: dark stretches of the height of a row."""
    found, since = 0, 0
    for is_dark in (*column, False):
        if is_dark:
            since += 1
        elif since:
            found += 3 <= since <= _HIGHEST * len(column)
            since = 0
    return found


def _cell(place: float, size: float) -> int:
    return round(min(max(place / size, 0.0), 1.0) * _CELLS)


def _objects(page: Any) -> Iterator[tuple[float, float, float, float] | None]:
    """The edges of each picture of a page, left, bottom, right, top; for a shape None."""
    import pypdfium2.raw as pdfium

    left = _OBJECTS
    todo = [(pdfium.FPDFPage_GetObject(page, at), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0)
            for at in reversed(range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)))]
    while todo and left:
        drawn, matrix, depth = todo.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            edges = [ctypes.c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, edges)):
                yield _moved(matrix, *(edge.value for edge in edges))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield None
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(drawn), matrix)
            number = min(max(pdfium.FPDFFormObj_CountObjects(drawn), 0), _OBJECTS)
            todo += [(pdfium.FPDFFormObj_GetObject(drawn, at), inner, depth + 1)
                     for at in reversed(range(number))]


def _matrix(drawn: Any) -> _Matrix:
    import pypdfium2.raw as pdfium

    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, found):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, \
        e * g + f * i + k, e * h + f * j + m


def _moved(
    matrix: _Matrix, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)
