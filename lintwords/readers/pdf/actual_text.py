"""Words of a PDF page that the file says stand there (ActualText) and are not those it draws.

A program that reads takes what is said; a person sees what is drawn. Ligatures and hyphens are
said so in honest files. Runs in the process that reads PDF files; see `pages`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_OBJECTS = 20_000  # of a page that are looked at
_DEEPEST = 8  # forms inside forms
_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTER = re.compile(r"[^\W\d_]+")


def is_otherwise(page: Any) -> bool:
    """Whether a word is drawn on the page that is not among what it says; its marks go."""
    marked = [(one, mark) for one in _texts(page) for mark in _marks(one)]
    if not marked:
        return False
    import pypdfium2.raw as pdfium

    said = _plain(_text(page))
    for one, mark in marked:
        pdfium.FPDFPageObj_RemoveMark(one, mark)
    letters = " ".join(_LETTER.findall(said))  # a sign inside a word hides it from a rule
    return any(word not in letters for word in set(_WORD.findall(_plain(_text(page)))))


def _text(page: Any) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range(errors="replace"))
    finally:
        text.close()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _marks(one: Any) -> Iterator[Any]:
    """The marks of an object that say what it is, the last first."""
    import pypdfium2.raw as pdfium

    for at in reversed(range(max(pdfium.FPDFPageObj_CountMarks(one), 0))):
        mark = pdfium.FPDFPageObj_GetMark(one, at)
        kind = pdfium.FPDFPageObjMark_GetParamValueType(mark, b"ActualText")
        if kind == pdfium.FPDF_OBJECT_STRING:
            yield mark


def _texts(page: Any) -> Iterator[Any]:
    """The texts of a page, also in the forms that are put on it."""
    import pypdfium2.raw as pdfium

    todo = [(pdfium.FPDFPage_GetObject(page, at), 0)
            for at in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS))]
    left = _OBJECTS
    while todo and left:
        one, depth = todo.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield one
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            number = min(max(pdfium.FPDFFormObj_CountObjects(one), 0), _OBJECTS)
            todo += [(pdfium.FPDFFormObj_GetObject(one, at), depth + 1) for at in range(number)]
