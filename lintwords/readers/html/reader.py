"""HTML: the text a browser shows, and the words that stand in attributes for people.

`scanner` reads it; here bytes become a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintwords.interface import say
from lintwords.model import Document, Part, Unread
from lintwords.readers.common.builder import Page
from lintwords.readers.common.source import decode
from lintwords.readers.common.source import write as write
from lintwords.readers.html.head import declared, is_report
from lintwords.readers.html.scanner import Scanner
from lintwords.readers.html.style_words import MOST, words_of_styles


def read(
    path: Path, data: bytes, *, encoding: str | None = None, sheets: Sequence[str] = ()
) -> Document:
    """Read an HTML file that links to these style sheets; raises CannotRead if it cannot be
    decoded."""
    text, name = decode(path, data, encoding, declared)
    if is_report(text):
        from lintwords.readers.own import report_seal  # late: few pages are reports

        passed = (report_seal.unread(text),)
        return Document(path, "html", (Part(0, text),), (), encoding=name, unread=passed)
    page = Page(text)
    scanner = Scanner(page, xml=path.suffix.lower() == ".xhtml", sheets=sheets)
    scanner.feed(text)
    scanner.close(len(text))
    unread = [*scanner.missed()]
    for number, (segment, locked) in enumerate(words_of_styles(text)):
        if number == MOST:
            unread.append(Unread("body", say("some words that its style puts on it were not read")))
            break
        page.segments.append(segment)
        page.locked.append(locked)
    return Document(
        path, "html", (Part(0, text),), tuple(page.segments), scanner.lang, name,
        tuple(page.comments), tuple(unread), tuple(page.locked),
    )
