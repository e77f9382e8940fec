"""OpenDocument texts: each place that a person reads, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from lintwords import api, readers
from lintwords.errors import CannotRead
from lintwords.model import Document

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
        "svg": "svg-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
BODY = """
<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>
<text:h>Background</text:h>
<text:p>The <text:span>Ruri</text:span>tanian<text:s text:c="2"/>navy<text:line-break/>sailed.
  <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
  <text:note-body><text:p>A note.</text:p></text:note-body></text:note>
  <office:annotation><text:p>A comment.</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>An item.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>One.</text:p></table:table-cell>
<table:table-cell><text:p>Two.</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>
<svg:desc>A harbour.</svg:desc></draw:frame>Last.</text:p>
"""


def odt(body: str = BODY, **parts: str) -> bytes:
    held = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
        **{name.replace("_", "."): text for name, text in parts.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in held.items():
            package.writestr(name, text)
    return file.getvalue()


def read(data: bytes) -> Document:
    return readers.read(Path("a.odt"), data)


def test_every_place_is_read_and_named() -> None:
    styles = f"<office:document-styles {NAMES}><style:header><text:p>Top.</text:p></style:header>" \
        "</office:document-styles>"  # fmt: skip
    meta = f"<office:document-meta {NAMES}><dc:title>Title.</dc:title></office:document-meta>"
    document = read(odt(styles_xml=styles, meta_xml=meta))
    assert [(part.place, " ".join(part.text.split())) for part in document.parts] == [
        ("document title", "Title."), ("paragraph 1", "Background"),
        ('paragraph 2 ("Background")', "The Ruritanian navy sailed."), ("footnote 1", "A note."),
        ('paragraph 3 ("Background")', "An item."), ("table 1, row 1, column 1", "One."),
        ("table 1, row 1, column 2", "Two."), ('paragraph 4 ("Background")', "Last."),
        ('paragraph 5 ("Background")', "In a box."),
        ('alt text in paragraph 5 ("Background")', "A harbour."), ("header", "Top."),
    ]  # fmt: skip


def test_maps_lead_back_to_the_paragraph() -> None:
    document = read(odt())
    for segment in document.segments:
        for start, end, piece in segment.map.runs:
            if piece.verbatim:
                part = document.parts[piece.part]
                assert part.text[piece.start : piece.end] == segment.text[start:end]


def test_a_finding_names_its_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(odt("<text:p>x</text:p><text:p>China jailed a poet.</text:p>"))
    (finding,) = api.check([tmp_path]).findings
    assert (finding.at.place, finding.words) == ("paragraph 2", "China")
    assert not any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"no zip", "no zip file"),
        (odt("<text:p>"), "damaged"),
        (odt("<text:p>&x;</text:p>"), "damaged"),
        (odt(**{"META-INF/manifest_xml": "<encryption-data/>"}), "password"),
        (odt().replace(b"content.xml", b"kontent.xml"), "no text in it"),
        (odt("<text:span>" * 600 + "</text:span>" * 600), "levels deep"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        read(data)
    assert words in trouble.value.hint
