"""What a PDF file holds beside the text of its pages, so that it can be named: it is not read.

Runs in the process that reads PDF files; see `pages`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from lintwords.interface import say
from lintwords.readers.pdf import actual_text, objects
from lintwords.readers.pdf import drawn as pdfdrawn

_FEW = 8  # words: less stand on a scanned page as its number, or the name of the scanner
_MANY = 150  # words: on a page with more, no picture is the page
_LOOKED = 40  # pages that are drawn to look at them; later ones are taken for what they may be
_LONGEST = 1_000_000  # bytes of one value
_OBJECTS = 2_000  # that are drawn for a note, and are looked at
_DEEPEST = 8  # forms inside forms
_ENCRYPTED = re.compile(rb"/Encrypt\b")
_SHOWS = re.compile(r"[\])>]\s*(?:T[jJ]|['\"])(?!\w)")  # text, in what draws a note


class NotText(NamedTuple):
    """Numbers of pages count from 1."""

    fields: int = 0  # of forms, filled in with words
    boxes: int = 0  # text that was put on a page
    notes: int = 0  # comments
    is_made: bool = False  # the form is made by a program that reads XFA; pages hold a stand-in
    files: tuple[str, ...] = ()  # names of embedded files
    pictures: tuple[int, ...] = ()  # pages that are drawn, or are one picture
    blank: tuple[int, ...] = ()  # pages on which nothing stands
    patterns: int = 0  # that hold text
    otherwise: int = 0  # pages that say other words than they draw
    curved: int = 0  # pages with letters on an arc
    broken: int = 0  # pages that draw nothing because what they draw is damaged


class Text(NamedTuple):
    """What is text on a page: words, and the lower and the upper edge of each line.

    `is_laid_over` says that words of it are not drawn: they were recognised in a picture below.
    """

    words: int = 0
    lines: tuple[tuple[float, float], ...] = ()
    is_laid_over: bool = False
    is_damaged: bool = False  # the page cannot be opened
    is_curved: bool = False  # letters stand on an arc


def find(document: Any, data: bytes, texts: Sequence[Text]) -> NotText:
    """Look through an open `pypdfium2.PdfDocument` of these bytes; `texts` are of its pages."""
    import pypdfium2.raw as pdfium

    kind = document.get_formtype()
    form = None
    if kind != pdfium.FORMTYPE_NONE:
        document.init_forms()
        form = document.formenv
    files = {_attached(document, at): None for at in range(document.count_attachments())}
    is_encrypted = _ENCRYPTED.search(data) is not None
    if not is_encrypted:
        files.update(dict.fromkeys(objects.files(data)))
    left = _LOOKED
    counts = {"field": 0, "box": 0, "note": 0}
    pictures: list[int] = []
    blank: list[int] = []
    otherwise = 0
    for number in range(1, len(document) + 1):
        if texts[number - 1].is_damaged:
            pictures.append(number)
            continue
        page = document[number - 1]
        try:
            for what, name in _annotations(page, form):
                if what == "file":
                    files[name] = None
                else:
                    counts[what] += 1
            text = texts[number - 1]
            if not text.words:
                is_blank = pdfium.FPDFPage_CountObjects(page) == 0
                (blank if is_blank else pictures).append(number)
            elif text.words < _MANY:
                drawn = pdfdrawn.drawn(page)
                # words that are laid over a picture cover their rows of it, and may be all of them
                if text.words < _FEW and drawn.may_be_page and not text.is_laid_over:
                    pictures.append(number)
                elif drawn.may_hold_rows:
                    left -= 1
                    if left < 0 or pdfdrawn.has_writing(page, text.lines):
                        pictures.append(number)
            otherwise += actual_text.is_otherwise(page)  # the last: it changes the page
        finally:
            page.close()
    broken = 0
    if blank and not is_encrypted:
        broken = min(len(blank), objects.broken_contents(data))
    made = kind in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)
    return NotText(counts["field"], counts["box"], counts["note"], made, tuple(files),
                  tuple(pictures), tuple(blank),
                  objects.patterns(data, is_encrypted=is_encrypted), otherwise,
                  sum(text.is_curved for text in texts), broken)


def _attached(document: Any, at: int) -> str:
    return document.get_attachment(at).get_name() or say("without a name")


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
                yield "file", _named(note) or say("without a name")
            elif kind == pdfium.FPDF_ANNOT_WIDGET:
                if _is_filled(form, note):
                    yield "field", ""
            elif kind not in (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_TEXT) and _is_drawn(note):
                yield "box", ""
            elif kind != pdfium.FPDF_ANNOT_POPUP and _has_words(_string(note, b"Contents")):
                is_box = kind in (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WATERMARK,
                                  pdfium.FPDF_ANNOT_STAMP)
                yield ("box" if is_box else "note"), ""
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _is_filled(form: Any, note: Any) -> bool:
    """Whether words are filled in, or drawn so; a choice or a text, for a button shows no words
    of the writer."""
    import pypdfium2.raw as pdfium

    fields = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX,
              pdfium.FPDF_FORMFIELD_LISTBOX)
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, note) if form is not None else -1
    if kind in fields:
        value = _text(lambda to, size: pdfium.FPDFAnnot_GetFormFieldValue(form, note, to, size))
    elif kind in (-1, pdfium.FPDF_FORMFIELD_UNKNOWN):  # no field of a form, but shown as one
        value = _string(note, b"V")
    else:
        return False
    return _has_words(value) if value else _is_drawn(note)


def _is_drawn(note: Any) -> bool:
    """Whether text stands in what is drawn for a note: a stamp, a text box without contents."""
    import pypdfium2.raw as pdfium

    normal = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    drawn = _text(lambda to, size: pdfium.FPDFAnnot_GetAP(note, normal, to, size))
    return _SHOWS.search(drawn) is not None or _draws_text(note)


def _draws_text(note: Any) -> bool:
    """Whether a form that is drawn for a note shows text, or a form in it."""
    import pypdfium2.raw as pdfium

    number = min(pdfium.FPDFAnnot_GetObjectCount(note), _OBJECTS)
    todo = [(pdfium.FPDFAnnot_GetObject(note, at), 0) for at in range(number)]
    left = _OBJECTS
    while todo and left:
        one, depth = todo.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = min(max(pdfium.FPDFFormObj_CountObjects(one), 0), _OBJECTS)
            todo += [(pdfium.FPDFFormObj_GetObject(one, at), depth + 1) for at in range(inside)]
    return False


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
