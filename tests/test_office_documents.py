"""The same documents by four producers: each paragraph must be read at its place.

Those by python-docx are made here. Those that need Node or LibreOffice are made by
`.ci/run-office`, which names their folders in LINTWORDS_NPM, LINTWORDS_LIBREOFFICE and, for
OpenDocument, LINTWORDS_ODT.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from lintwords import readers

sys.path.insert(0, str(Path(__file__).parent / "office"))

from produced import SAMPLES, Sample

OTHERS = {name: os.environ.get(f"LINTWORDS_{name}", "") for name in ("NPM", "LIBREOFFICE", "ODT")}


def places(data: bytes, suffix: str = "docx") -> list[tuple[str, str]]:
    """Place and text of each paragraph, without the title and white space at its ends."""
    document = readers.read(Path(f"a.{suffix}"), data)
    return [(part.place, part.text.strip()) for part in document.parts if "title" not in part.place]


def made(sample: Sample) -> bytes:
    """A sample by python-docx."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = ""
    for kind, content in sample.blocks:
        _add(document, kind, content)
    if sample.header:
        document.sections[0].header.paragraphs[0].text = sample.header
    if sample.footer:
        document.sections[0].footer.paragraphs[0].text = sample.footer
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _add(document: Any, kind: str, content: Any) -> None:
    if kind == "heading":
        document.add_heading(content, 1)
    elif kind == "item":
        document.add_paragraph(content, style="List Bullet")
    elif kind == "text":
        paragraph = document.add_paragraph()
        for text, format in content:
            added = paragraph.add_run(text)
            added.bold, added.italic = format == "bold" or None, format == "italic" or None
    elif kind == "table":
        table = document.add_table(len(content), len(content[0]))
        for row, cells in enumerate(content):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text


def test_there_are_thirty_documents() -> None:
    without_notes = [sample for sample in SAMPLES if not sample.has_notes]
    assert 2 * len(SAMPLES) + len(without_notes) >= 30


@pytest.mark.parametrize(
    "sample", [sample for sample in SAMPLES if not sample.has_notes], ids=lambda s: s.name
)
def test_python_docx(sample: Sample) -> None:
    assert places(made(sample)) == sample.expected


@pytest.mark.parametrize("producer", OTHERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_other_producers(sample: Sample, producer: str) -> None:
    folder = OTHERS[producer]
    if not folder:
        pytest.skip("made by .ci/run-office")
    suffix = "odt" if producer == "ODT" else "docx"
    data = (Path(folder) / f"{sample.name}.{suffix}").read_bytes()
    assert places(data, suffix) == sample.expected
