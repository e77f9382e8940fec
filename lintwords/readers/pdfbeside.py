"""What a PDF file holds beside the text of its pages, so that it can be named: it is not read.

Runs in the process that reads PDF files; see `pdfpages`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_LARGE = 0.6  # of a page: a picture that may be the page itself, scanned
_OBJECTS = 2_000  # of a page that are looked at for it
_LONGEST = 1_000_000  # bytes of one value


class Beside(NamedTuple):
    """Numbers of pages count from 1."""

    fields: int = 0  # of forms, filled in with words
    boxes: int = 0  # text that was put on a page
    notes: int = 0  # comments
    is_made: bool = False  # the form is made by a program that reads XFA; pages hold a stand-in
    files: tuple[str, ...] = ()  # names of embedded files
    pictures: tuple[int, ...] = ()  # pages that are drawn, or are one picture
    blank: tuple[int, ...] = ()  # pages on which nothing stands


def find(document: Any, few: Callable[[int], bool | None]) -> Beside:
    """Look through an open `pypdfium2.PdfDocument`.

    `few` says of a page whether its text is so little that a picture may hold more; None if it
    has no text at all.
    """
    import pypdfium2.raw as pdfium

    kind = document.get_formtype()
    form = None
    if kind != pdfium.FORMTYPE_NONE:
        document.init_forms()
        form = document.formenv
    files = {_attached(document, at): None for at in range(document.count_attachments())}
    counts = {"field": 0, "box": 0, "note": 0}
    pictures: list[int] = []
    blank: list[int] = []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        try:
            for what, name in _annotations(page, form):
                if what == "file":
                    files[name] = None
                else:
                    counts[what] += 1
            little = few(number)
            if little is None:
                is_blank = pdfium.FPDFPage_CountObjects(page) == 0
                (blank if is_blank else pictures).append(number)
            elif little and _is_picture(page):
                pictures.append(number)
        finally:
            page.close()
    made = kind in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)
    return Beside(counts["field"], counts["box"], counts["note"], made, tuple(files),
                  tuple(pictures), tuple(blank))  # fmt: skip


def _attached(document: Any, at: int) -> str:
    return document.get_attachment(at).get_name() or "without a name"


def _annotations(page: Any, form: Any) -> Iterator[tuple[str, str]]:
    """What annotations of a page hold words: a kind, and the name of a file."""
    import pypdfium2.raw as pdfium

    unseen = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if pdfium.FPDFAnnot_GetFlags(note) & unseen or kind == pdfium.FPDF_ANNOT_LINK:
                continue
            if kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
                yield "file", _named(note) or "without a name"
            elif kind == pdfium.FPDF_ANNOT_WIDGET:
                if _has_words(_value(form, note)):
                    yield "field", ""
            elif kind != pdfium.FPDF_ANNOT_POPUP and _has_words(_string(note, b"Contents")):
                is_box = kind in (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WATERMARK)
                yield ("box" if is_box else "note"), ""
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _value(form: Any, note: Any) -> str:
    """What is filled in; a choice or a text, for a button shows no words of the writer."""
    import pypdfium2.raw as pdfium

    filled = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX,
              pdfium.FPDF_FORMFIELD_LISTBOX)  # fmt: skip
    if form is None:
        return _string(note, b"V")
    if pdfium.FPDFAnnot_GetFormFieldType(form, note) not in filled:
        return ""
    return _text(lambda to, size: pdfium.FPDFAnnot_GetFormFieldValue(form, note, to, size))


def _string(note: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    return _text(lambda to, size: pdfium.FPDFAnnot_GetStringValue(note, key, to, size))


def _named(note: Any) -> str:
    import pypdfium2.raw as pdfium

    file = pdfium.FPDFAnnot_GetFileAttachment(note)
    if not file:
        return ""
    return _text(lambda to, size: pdfium.FPDFAttachment_GetName(file, to, size))


def _text(ask: Callable[[Any, int], int]) -> str:
    """What a function of pdfium writes, which is asked first how long it is."""
    import pypdfium2.raw as pdfium

    size = min(int(ask(None, 0)), _LONGEST)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_picture(page: Any) -> bool:
    """Whether a picture fills most of a page."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, edges)):
            left, bottom, right, top = (edge.value for edge in edges)
            if (right - left) * (top - bottom) >= _LARGE * width * height:
                return True
    return False
