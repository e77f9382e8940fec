"""Measure what a Word or OpenDocument file costs beside the same text as Markdown, in CPU time.

    python benchmarks/office.py [--rounds N]

Thirty pages, with the markup that word processors write: a few runs a paragraph, each with its own
format, language and revision marks. All are read and judged in this process; rounds are
interleaved, the first is thrown away, and the median is told. The aim is 3 times at most.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from speed import inside, make, ratio, rounds

from lintwords import api, readers
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options

PAGES, PAGE = 30, 3_000  # characters a page
AIM = 3.0
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMAT = (
    '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:color '
    'w:val="222222"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr>'
)
_RUN = 60  # characters of a run


def word(paragraphs: list[str]) -> bytes:
    """A Word file of these paragraphs."""
    body = "".join(map(_paragraph, paragraphs))
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        )
    return output.getvalue()


def _paragraph(text: str) -> str:
    runs = (text[at : at + _RUN] for at in range(0, len(text), _RUN))
    inside = "".join(
        f'<w:r w:rsidRPr="00A12B34">{_FORMAT}<w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
        for run in runs
    )
    properties = f'<w:pPr><w:spacing w:after="120" w:line="276"/>{_FORMAT}</w:pPr>'
    return f'<w:p w:rsidR="00A12B34" w:rsidRDefault="00C56D78">{properties}{inside}</w:p>'


def odt(paragraphs: list[str]) -> bytes:
    """An OpenDocument text of these paragraphs, in spans as long as the runs of a Word file."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text")
    )
    body = "".join(
        "<text:p>" + "".join(
            f'<text:span text:style-name="T1">{escape(text[at : at + _RUN])}</text:span>'
            for at in range(0, len(text), _RUN)
        ) + "</text:p>" for text in paragraphs
    )
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "content.xml", f"<office:document-content {names}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
    return output.getvalue()


def _task(linter: DocumentLinter, name: str, data: bytes) -> Callable[[], float]:
    path = Path(name)
    return lambda: inside(lambda: linter.lint(readers.read(path, data)))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7, help="rounds that count")
    number = parser.parse_args().rounds
    text = make("office", PAGES * PAGE, 12).data.decode()
    linter = api.load_linter(Options())
    tasks = {
        "Markdown": _task(linter, "a.md", text.encode()),
        "Word": _task(linter, "a.docx", word(text.split("\n\n"))),
        "OpenDocument": _task(linter, "a.odt", odt(text.split("\n\n"))),
    }
    seconds = rounds(tasks, number)
    for name in ("Word", "OpenDocument"):
        told = ratio(seconds, name, "Markdown")
        print(f"{PAGES} pages, {len(text):,} characters: {name} {told} of Markdown (aim {AIM:g})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
