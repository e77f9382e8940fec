"""Hostile and damaged office files: a clear "cannot", in bounded time and memory, nothing left."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from odtfiles import NAMES, odt
from wordfiles import box, link, members, packed, par, run, word

from lintwords import api, readers
from lintwords.cli.main import main as lintwords
from lintwords.errors import CannotRead
from lintwords.model import Edit
from lintwords.readers.office import package, xmlscan
from lintwords.readers.pdf import pages as pdfpages

GOOD = word(par("China jailed a poet."))
DOCUMENT = "word/document.xml"
MEGABYTE = 2**20


def with_member(name: str, data: str | bytes = "<a/>") -> bytes:
    return packed({**members(par("a")), name: data})


def with_document(text: str | bytes) -> bytes:
    return with_member(DOCUMENT, text)


def doctype(inside: str) -> bytes:
    text = str(members(par("&x;"))[DOCUMENT])
    return with_document(text.replace("<w:document", f"<!DOCTYPE w [{inside}]><w:document", 1))


def with_flag(bit: int) -> bytes:
    """Every member with a flag set, here and in the directory."""
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", data, at + offset)
            struct.pack_into("<H", data, at + offset, flags | bit)
            at = data.find(mark, at + 4)
    return bytes(data)


def twice() -> bytes:
    with pytest.warns(UserWarning):
        return _twice()


def _twice() -> bytes:
    import io

    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, data in members(par("a")).items():
            file.writestr(name, data)
        file.writestr(DOCUMENT, "<other/>")
    return output.getvalue()


ENTITIES = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "text": (lambda: b"China jailed a poet.", "no zip file"),
    "old Word file": (lambda: OLE + b"\0" * 600, "old office file"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "encrypted members": (lambda: with_flag(1), "password"),
    "cut off": (lambda: GOOD[: len(GOOD) // 2], "damaged"),
    "no directory": (lambda: GOOD[: GOOD.find(b"PK\1\2")], "damaged"),
    "directory of zeros": (lambda: GOOD.replace(b"PK\1\2", b"\0\0\0\0"), "damaged"),
    "only a head": (lambda: b"PK\3\4", "damaged"),
    "a member that is damaged": (
        lambda: GOOD[:60] + bytes(255 - b for b in GOOD[60:200]) + GOOD[200:], "damaged"
    ),
    "sheet": (lambda: packed({"_rels/.rels": "<a/>", "xl/workbook.xml": "<a/>"}), "no Word file"),
    "zip without links": (lambda: packed({"a.txt": "a"}), "no Word file"),
    "a document elsewhere": (
        lambda: with_member("_rels/.rels", str(members("")["_rels/.rels"]).replace(
            'Target="word/document.xml"', 'Target="http://localhost/x.xml" TargetMode="External"')),
        "no Word file",
    ),
    "a document above the package": (
        lambda: with_member("_rels/.rels", str(members("")["_rels/.rels"]).replace(
            'Target="word/document.xml"', 'Target="../../../../etc/passwd"')), "no Word file",
    ),
    "name that leads out": (lambda: with_member("../../evil.xml"), "leads out"),
    "name with backslashes": (lambda: with_member("word\\..\\..\\evil.xml"), "leads out"),
    "name from the root": (lambda: with_member("/etc/evil.xml"), "leads out"),
    "name with a drive": (lambda: with_member("C:/evil.xml"), "leads out"),
    "one name twice": (twice, "two parts of the name"),
    "unusual packing": (
        lambda: packed(members(par("a")), method=zipfile.ZIP_LZMA), "packed in a way"
    ),
    "bomb": (lambda: with_document(b" " * (40 * MEGABYTE)), "swells to 40 MB"),
    "200 MB of XML": (lambda: with_document(b"<a/>" * (50 * MEGABYTE)), "too large"),
    "entities that grow": (lambda: doctype(f'<!ENTITY x0 "ha">{ENTITIES}<!ENTITY x "&x9;">'),
                           "document type"),
    "entity of a file": (lambda: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
                         "document type"),
    "entity of an address": (lambda: doctype('<!ENTITY x SYSTEM "http://localhost/x">'),
                             "document type"),
    "markup elsewhere": (lambda: doctype('<!ENTITY % x SYSTEM "http://localhost/x"> %x;'),
                         "document type"),
    "nested too deep": (lambda: with_document("<a>" * 600 + "</a>" * 600), "levels deep"),
    "XML that is cut off": (lambda: with_document("<a><b>"), "damaged"),
    "not XML": (lambda: with_document(b"\0\1\2"), "damaged"),
    "wrong bytes": (lambda: with_document(b"<a>\xff</a>"), "damaged"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_cannot_be_opened_and_says_why(name: str) -> None:
    make, why = CASES[name]
    with pytest.raises(CannotRead) as caught:
        readers.read(Path("a.docx"), make())
    assert caught.value.problem == "cannot open a.docx"
    assert why in caught.value.hint


def test_the_other_files_are_still_checked_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "bomb.docx").write_bytes(CASES["bomb"][0]())
    (tmp_path / "good.docx").write_bytes(GOOD)
    before = sorted(path.name for path in tmp_path.iterdir())
    report = api.check([tmp_path])
    assert [cannot.path.name for cannot in report.cannot] == ["bomb.docx"]
    assert [finding.path.name for finding in report.findings] == ["good.docx"]
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = with_document(b" " * (60 * MEGABYTE))
    tracemalloc.start()
    try:
        with pytest.raises(CannotRead):
            readers.read(Path("a.docx"), data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * MEGABYTE


def test_a_part_that_says_it_is_small_is_read_no_further() -> None:
    data = bytearray(with_document(b"<a>" + b" " * MEGABYTE + b"</a>"))
    at = data.rfind(DOCUMENT.encode()) - 46
    struct.pack_into("<L", data, at + 24, 10)
    with pytest.raises(CannotRead, match="cannot open"):
        readers.read(Path("a.docx"), bytes(data))


def test_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "TOGETHER", 3_000)
    with pytest.raises(CannotRead) as caught:
        readers.read(Path("a.docx"), word(par("a" * 2_000)))
    assert "too large" in caught.value.hint


def test_elements_and_members_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmlscan, "ELEMENTS", 100)
    with pytest.raises(CannotRead, match="cannot open") as caught:
        readers.read(Path("a.docx"), word(par() * 100))
    assert "more than 100 elements" in caught.value.hint
    monkeypatch.setattr(package, "MEMBERS", 3)
    with pytest.raises(CannotRead, match="cannot open") as caught:
        readers.read(Path("a.docx"), GOOD)
    assert "parts, more than any document" in caught.value.hint


def test_a_million_empty_paragraphs_are_an_empty_document() -> None:
    document = readers.read(Path("a.docx"), word("<w:p/>" * 1_000_000 + par("China")))
    assert [part.place for part in document.parts] == ["paragraph 1"]


def test_what_points_outside_is_not_followed() -> None:
    outside = link("x", "header", "http://localhost/h.xml", "External")
    body = par("a") + '<w:sectPr><w:headerReference r:id="x"/></w:sectPr>'
    document = readers.read(Path("a.docx"), word(body, links=outside))
    assert [part.text for part in document.parts] == ["a"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<w:tr><w:tc>" + par("a") + "</w:tc></w:tr>", id="a row without a table"),
        pytest.param("<w:tc>" + par("a") + "</w:tc>", id="a cell without a row"),
        pytest.param(run("b") + par("a"), id="a run without a paragraph"),
        pytest.param(par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + par("a"),
                     id="a field that never ends"),
        pytest.param(par('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "a"),
                     id="a field that never began"),
        pytest.param('<w:p><w:pPr><w:outlineLvl w:val="x"/></w:pPr>' + run("a") + "</w:p>",
                     id="a level that is no number"),
        pytest.param(par("<w:r><mc:Fallback><w:t>a</w:t></mc:Fallback></w:r>"), id="stray copy"),
    ],
)
def test_odd_markup_hides_no_text(body: str) -> None:
    document = readers.read(Path("a.docx"), word(body))
    assert [part.text for part in document.parts] == ["a"]


def test_styles_based_on_each_other_end() -> None:
    loop = "".join(
        f'<w:style w:styleId="{one}"><w:name w:val="x"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    document = readers.read(Path("a.docx"), word(par("a", style="A"), {"styles": loop}))
    assert [part.text for part in document.parts] == ["a"]


def test_text_boxes_in_text_boxes_are_read_once() -> None:
    document = readers.read(Path("a.docx"), word(par(box(par("a", box(par("b")))))))
    assert [part.text for part in document.parts] == ["a", "b"]


# -- OpenDocument --------------------------------------------------------------------------------

ODT_CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: odt(" " * (40 * MEGABYTE)), "swells to 40 MB"),
    "bomb in the styles": (lambda: odt("", styles_xml="<a/>" * (50 * MEGABYTE)), "too large"),
    "bomb in the settings": (
        lambda: odt("<text:p>a</text:p>", settings_xml=" " * (40 * MEGABYTE)), "swells to 40 MB"
    ),
    "bomb in the manifest": (
        lambda: odt("", **{"META-INF/manifest_xml": " " * (40 * MEGABYTE)}), "swells to 40 MB"
    ),
    "entities": (
        lambda: odt("", content_xml=f'<!DOCTYPE a [{ENTITIES}]><a>&x9;</a>'), "document type"
    ),
    "entity of a file": (
        lambda: odt("", content_xml='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a/>'),
        "document type",
    ),
    "an entity of a type elsewhere": (
        lambda: odt("", styles_xml='<!DOCTYPE a SYSTEM "http://localhost/a.dtd"><a>&x;</a>'),
        "refers to a text that stands elsewhere",
    ),
    "name that leads out": (lambda: odt("", **{"../evil_xml": "<a/>"}), "leads out"),
    "lists in lists": (
        lambda: odt("<text:list><text:list-item>" * 300 + "</text:list-item></text:list>" * 300),
        "levels deep",
    ),
}


@pytest.mark.parametrize("name", ODT_CASES)
def test_an_odt_cannot_be_opened_and_says_why(name: str) -> None:
    make, why = ODT_CASES[name]
    with pytest.raises(CannotRead) as caught:
        readers.read(Path("a.odt"), make())
    assert why in caught.value.hint


def test_a_document_type_that_is_only_named_is_passed_over() -> None:
    head = '<!DOCTYPE a PUBLIC "-//A//B" "a.dtd">'
    data = odt("<text:p>Calm.</text:p>", styles_xml=f"{head}<a/>")
    assert [one.text for one in readers.read(Path("a.odt"), data).segments] == ["Calm."]


def test_fix_leaves_a_hostile_odt_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bomb.odt").write_bytes(ODT_CASES["bomb"][0]())
    Path("good.odt").write_bytes(odt("<text:p>China jailed a poet.</text:p>"))
    assert lintwords(["fix", "bomb.odt", "good.odt"]) == 2
    assert "swells" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "bomb.odt", "good.lintwords.odt", "good.odt",
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<text:p/>" * 100_000, id="empty paragraphs"),
        pytest.param('<text:s text:c="999999999"/>' * 10, id="spaces outside a paragraph"),
        pytest.param('<text:p>b<text:s text:c="999999999"/></text:p>', id="spaces without end"),
        pytest.param('<table:table><table:table-row><table:table-cell '
                     'table:number-columns-repeated="999999999"/></table:table-row></table:table>',
                     id="columns without end"),
        pytest.param("<table:table-cell><text:p>b</text:p></table:table-cell>", id="a stray cell"),
        pytest.param("<text:span>b</text:span>", id="a span without a paragraph"),
        pytest.param(f"<text:p>{'<text:span/>' * 50_000}</text:p>", id="spans without text"),
    ],
)
def test_odd_odt_markup_hides_no_text_and_is_changed(body: str) -> None:
    data = odt(f"{body}<text:p>China jailed a poet.</text:p>")
    document = readers.read(Path("a.odt"), data)
    last = document.parts[-1]
    assert last.text == "China jailed a poet."
    assert len(last.text) + sum(len(part.text) for part in document.parts) < 10_000
    write = readers.writer("odt")
    assert write is not None
    made = readers.read(Path("a.odt"), write(data, document, [Edit(last.index, 0, 5, "It")]))
    assert made.parts[-1].text == "It jailed a poet."


def test_styles_of_an_odt_that_are_based_on_each_other_end() -> None:
    styles = "".join(
        f'<style:style style:family="paragraph" style:name="{one}" '
        f'style:parent-style-name="{other}"/>' for one, other in ("AB", "BA")
    )
    body = '<text:p text:style-name="A">a</text:p>'
    document = readers.read(Path("a.odt"), odt(body, styles_xml=f"<a {NAMES}>{styles}</a>"))
    assert [part.text for part in document.parts] == ["a"]


# -- what holds a document ------------------------------------------------------------------------


def letter(attachment: bytes, name: str) -> bytes:
    """A mail with an attachment."""
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = "A statement"
    mail.set_content("China jailed a poet.")
    mail.add_attachment(attachment, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_a_mail_is_read_without_the_attachment_that_is_a_bomb(name: str) -> None:
    bomb = CASES["bomb"][0]() if name.endswith("docx") else ODT_CASES["bomb"][0]()
    document = readers.read(Path("a.eml"), letter(bomb, name))
    assert [part.text.strip() for part in document.parts] == ["A statement", "China jailed a poet."]
    assert any(name in one.what and one.is_seen for one in document.unread)


# -- PDF -----------------------------------------------------------------------------------------


def pdf(content: bytes, more: int = 0) -> bytes:
    """A PDF file of one page, with so many more objects that nothing points to."""
    import zlib

    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        *[b"null"] * more,
    ]
    data, places = bytearray(b"%PDF-1.5\n"), []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return bytes(data) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF" % (size, table, size, len(data))
    )


SENTENCE = b"BT /F 12 Tf 50 700 Td (China jailed a poet.) Tj ET\n"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: pdf(SENTENCE, 1_000_000), id="a million objects"),
        pytest.param(lambda: pdf(SENTENCE + b" " * (50 * MEGABYTE)), id="a page that swells"),
        pytest.param(lambda: pdf(SENTENCE + b"q\n" * 200_000), id="states that are never left"),
    ],
)
def test_a_hostile_pdf_is_read_in_bounds(make: Callable[[], bytes]) -> None:
    document = readers.read(Path("a.pdf"), make())
    assert [part.text for part in document.parts] == ["China jailed a poet."]


@pytest.mark.parametrize(
    "start", ["import time; time.sleep(1000)", "import os; os.abort()", "print('no answer')"]
)
def test_a_pdf_that_asks_too_much_is_given_up_and_the_next_is_read(
    start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = pdfpages.Worker()
    with monkeypatch.context() as patch:
        patch.setattr(pdfpages, "START", start)
        patch.setattr(pdfpages, "_PATIENCE", 0.2)
        assert worker.pages(pdf(SENTENCE)).wrong == "heavy"
    assert [line.text for line in worker.pages(pdf(SENTENCE)).pages[0]] == ["China jailed a poet."]


def test_a_pdf_that_asks_too_much_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfpages.Worker, "pages", lambda *_: pdfpages.Pages(wrong="heavy"))
    with pytest.raises(CannotRead) as caught:
        readers.read(Path("a.pdf"), pdf(SENTENCE))
    assert "more than 60 seconds of work" in caught.value.hint
