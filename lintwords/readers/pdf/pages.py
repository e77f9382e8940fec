"""The lines of a PDF file, taken from it by a process of its own.

A few hundred bytes of PDF can ask for hours of work and all memory, and the library that reads it
cannot be told to stop; a process can. It lives on for the next file, and holds nothing of the last.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO, Any, NamedTuple

from lintwords.readers.pdf import letters as pdfletters
from lintwords.readers.pdf import unread as pdfunread
from lintwords.readers.pdf.unread import NotText, Text

SECONDS = 60  # of processor time for one file, where the system counts it
_PATIENCE = 300  # seconds on the clock for one file
_MEMORY = 3 * 2**30  # bytes, where the system counts them
MOST_PAGES = 5_000
_SAMPLE = 60  # letters of a page that are asked how they are drawn
# a line; pdfium has no line end behind a hyphen that parts a word, but this sign in its place
_ROW = re.compile("[^\r\n\ufffe]*(?:\ufffe|\r?\n|\r|\\Z)")
_LENGTH = struct.Struct(">Q")
START = "from lintwords.readers.pdf.pages import serve; serve()"


class Line(NamedTuple):
    """A line of a page: its text, its lower edge and the height of its letters, in points."""

    text: str
    bottom: float
    height: float


class Pages(NamedTuple):
    """What came of a file: its lines by page, or one word for what is wrong with it."""

    pages: Sequence[Sequence[Line]] = ()
    wrong: str = ""  # password, damaged, long, heavy
    number: int = 0  # of pages
    not_text: NotText = NotText()


class Worker:
    """The process; it is started by the first file, and anew after one that was too much."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0  # a fork must not speak to the worker of its parent

    def pages(self, data: bytes) -> Pages:
        """The lines of the PDF file `data`."""
        with self._lock:
            answer = self._asked(data)
        if answer is None:
            return Pages(wrong="heavy")
        pages, wrong, number, not_text = json.loads(answer)
        lines = [[Line(*line) for line in page] for page in pages]
        return Pages(lines, wrong, number, NotText(*not_text))

    def _asked(self, data: bytes) -> bytes | None:
        """What the process answers; None if it had to be ended."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        timer = threading.Timer(_PATIENCE, process.kill)
        timer.daemon = True
        timer.start()
        try:
            _send(process.stdin, data)
            answer = _receive(process.stdout)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            process.kill()
            process.wait()
            self._process = None
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid():
            self._owner = os.getpid()
            self._process = subprocess.Popen(
                [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self._process


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None where there is none, or only a piece of it."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length) if length < _MEMORY else b""
    return data if len(data) == length else None


# -- in the process ------------------------------------------------------------------------------


def serve() -> None:
    """Answer each file on standard input until there is none."""
    answers = os.fdopen(os.dup(1), "wb")
    while (data := _receive(sys.stdin.buffer)) is not None:
        _limit()
        _send(answers, json.dumps(_read(data)).encode())


def _limit() -> None:
    """End this process if the next file takes too much, without a trace of it on a disk."""
    with contextlib.suppress(ImportError):
        import resource  # not on every system

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + SECONDS
        for what, most in (
            (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)
        ):
            with contextlib.suppress(ValueError, OSError):  # a system may set a lower limit
                resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def _read(data: bytes) -> Pages:
    import pypdfium2  # an extra

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as trouble:
        said = str(trouble).lower()
        closed = "password" in said or "security" in said
        return Pages(wrong="password" if closed else "damaged")
    try:
        number = len(document)
        if number > MOST_PAGES:
            return Pages(wrong="long", number=number)
        pages: list[list[Line]] = []
        texts: list[Text] = []
        for nth in range(number):
            try:
                lines, is_laid_over, is_curved = _lines(document[nth])
            except pypdfium2.PdfiumError:
                pages.append([])
                texts.append(Text(is_damaged=True))
                continue
            pages.append(lines)
            words = sum(len(line.text.split()) for line in lines)
            edges = tuple((line.bottom, line.bottom + line.height) for line in lines)
            texts.append(Text(words, edges, is_laid_over, is_curved=is_curved))
        if all(text.is_damaged for text in texts):
            return Pages(wrong="damaged")
        return Pages(pages, "", number, pdfunread.find(document, data, texts))
    except pypdfium2.PdfiumError:
        return Pages(wrong="damaged")
    finally:
        document.close()


def _lines(page: Any) -> tuple[list[Line], bool, bool]:
    """The lines of a page in reading order; whether words are laid over a picture, or on an arc."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range(errors="replace")
        found: list[Line] = []
        for row in _ROW.finditer(text):
            raw, start = row[0].rstrip("\r\n"), row.start()
            boxes = [
                text_page.get_charbox(start + at, loose=True)
                for at, char in enumerate(raw[:40]) if char.isalnum()
            ]
            if boxes:
                bottom = min(box[1] for box in boxes)
                read = pdfletters.shown(text_page, raw, start)
                found.append(Line(read, bottom, max(box[3] for box in boxes) - bottom))
            elif raw.strip():
                found.append(Line(raw, found[-1].bottom if found else 0.0, 0.0))
        return found, _is_laid_over(text_page, text), pdfletters.on_arc(text_page, text)
    finally:
        text_page.close()
        page.close()


def _is_laid_over(text_page: Any, text: str) -> bool:
    """Whether words of a page are not drawn, as those that were recognised in a picture."""
    import pypdfium2.raw as pdfium

    letters = [at for at, sign in enumerate(text) if sign.isalpha()]
    unseen = 0
    for at in letters[:: len(letters) // _SAMPLE + 1]:
        drawn = pdfium.FPDFText_GetTextObject(text_page, at)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        unseen += mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    return unseen > 0
