"""What a format holds and nobody reads is named: a case for each, which docs/formats.md lists."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import NamedTuple

import odtfiles
import pytest
import slidefiles
import wordfiles
from pdffiles import PICTURE, SENTENCE, SMALL, form, note, pages, stream, with_file

from lintwords import readers
from lintwords.cli.main import main
from lintwords.errors import CannotRead
from lintwords.readers.common.included import refers

SHEET = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
SLIDES = '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'


class Case(NamedTuple):
    """A file, and what is said of it; `refused` if nothing of it is read."""

    name: str
    data: bytes
    said: str
    is_seen: bool = True
    refused: bool = False


def word(body: str = wordfiles.par("Calm."), links: str = "", **parts: str | bytes) -> bytes:
    """A Word file with more members; `_` stands for a point in their names."""
    content = wordfiles.members(body, links=links)
    content |= {f"word/{name.replace('_', '.')}": data for name, data in parts.items()}
    return wordfiles.packed(content)


def other(main: str) -> bytes:
    """A package of the same make with something else inside."""
    return wordfiles.packed({**wordfiles.members(""), "word/document.xml": main})


def mail(kind: str, body: str = "Words.") -> bytes:
    """A message of one part."""
    return f"Subject: Calm\nContent-Type: {kind}\n\n{body}".encode("latin-1")


CODE = "its text stands as code does, and was not read"
CHART = "<c:chart xmlns:c='c' xmlns:a='a'><a:t>Words</a:t></c:chart>"
DRAWN = "<w:r><a:graphic><a:t>Words</a:t></a:graphic></w:r>"
MENU = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="{}"/>' \
    "</w:ddList></w:ffData></w:fldChar></w:r>"
TABLE = f"<office:document-content {odtfiles.NAMES}><office:body><office:spreadsheet/>" \
    "</office:body></office:document-content>"

def odt(body: str = "<text:p>Calm.</text:p>", **parts: str | bytes) -> bytes:
    return odtfiles.odt(f"<text:section>{body}</text:section>", "", **parts)


# format → what docs/formats.md says is named → a case
NAMED: dict[str, dict[str, Case]] = {
    "docx": {
        "charts": Case("a.docx", word(links=wordfiles.link("c", "chart", "c.xml"), c_xml=CHART),
                       "1 chart was not read"),
        "(charts without words)": Case(
            "a.docx", word(links=wordfiles.link("c", "chart", "c.xml"), c_xml="<c/>"),
            "1 chart was not read", is_seen=False),
        "diagrams (SmartArt)": Case(
            "a.docx", word(links=wordfiles.link("c", "diagramData", "c.xml"), c_xml=CHART),
            "1 diagram was not read"),
        "documents put in (altChunk)": Case(
            "a.docx", word(links=wordfiles.link("c", "aFChunk", "c.html"), c_html="<p>Words"),
            "1 embedded document was not read"),
        "content parts (contentPart)": Case(
            "a.docx", word("<w:p><w:r><w:contentPart r:id='c'/></w:r></w:p>"
                           + wordfiles.par("Calm.")), "1 embedded part was not read"),
        "embedded objects": Case(
            "a.docx", word(links=wordfiles.link("c", "package", "c.xlsx"), c_xlsx="x"),
            "1 embedded object was not read"),
        "linked documents": Case(
            "a.docx", word(links=wordfiles.link("c", "subDocument", "b.docx", "External")),
            "1 linked document was not read"),
        "linked objects": Case(
            "a.docx", word(links=wordfiles.link("c", "oleObject", "b.xlsx", "External")),
            "1 linked object was not read"),
        "headers and notes that the file lacks": Case(
            "a.docx", word(links=wordfiles.link("h", "header", "gone.xml")),
            "1 header that the file lacks was not read"),
        "text in drawings": Case("a.docx", word(wordfiles.par("Calm.", DRAWN)),
                                 "1 piece of text in drawings was not read"),
        "embedded controls": Case(
            "a.docx", word(links=wordfiles.link("c", "control", "c.xml"), c_xml="<x/>"),
            "1 embedded control was not read"),
        "fields that have no result": Case(
            "a.docx", word(wordfiles.par("Calm.", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                           "<w:r><w:instrText> QUOTE Words </w:instrText></w:r><w:r>"
                           '<w:fldChar w:fldCharType="end"/></w:r>')),
            "1 field without a result was not read"),
        "old drop-down fields": Case("a.docx", word(wordfiles.par("Calm.", MENU.format("Words"))),
                                     "1 drop-down field was not read"),
        "pages that are pictures": Case(
            "a.docx", word(wordfiles.par(""), links=wordfiles.link("i", "image", "i.png"),
                           i_png="x"), "it holds pictures and no text, and those were not read"),
        "a workbook or slides under this name": Case(
            "a.docx", other(SHEET), "It is no Word file but an Excel file.", refused=True),
    },
    "odt": {
        "charts": Case("a.odt", odt('<text:p>a<draw:object xlink:href="./O"/></text:p>', **{
            "META-INF/manifest_xml": f"<manifest:manifest {odtfiles.NAMES}><manifest:file-entry "
            'manifest:full-path="O/" manifest:media-type="x.chart"/></manifest:manifest>'}),
            "1 chart was not read"),
        "embedded objects and frames": Case(
            "a.odt", odt('<text:p>a<draw:floating-frame xlink:href="b.html"/></text:p>'),
            "1 embedded object was not read"),
        "forms that a program makes (XForms)": Case(
            "a.odt", odt("<office:forms><xforms:model/></office:forms><text:p>Calm.</text:p>"),
            "the form in it (XForms) was not read"),
        "old drop-down fields": Case(
            "a.odt", odt('<text:p>Calm.<field:fieldmark field:type="x.FORMDROPDOWN"><field:param '
                         'field:value="Words"/></field:fieldmark></text:p>'),
            "1 drop-down field was not read"),
        "sections that are linked": Case(
            "a.odt", odt('<text:section><text:section-source xlink:href="../b.odt#c"/>'
                         "</text:section><text:p>Calm.</text:p>"),
            'the file "b.odt" is shown in it and was not read'),
        "formulas with words": Case("a.odt", odt(
            '<text:p>a<draw:object xlink:href="./O"/></text:p>', **{
                "O/content_xml": "<math><mtext>Some words</mtext></math>",
                "META-INF/manifest_xml": f"<manifest:manifest {odtfiles.NAMES}>"
                '<manifest:file-entry manifest:full-path="O/" manifest:media-type="x.formula"/>'
                "</manifest:manifest>"}), "1 formula with words was not read"),
        "pages that are pictures": Case(
            "a.odt", odt("<text:p/>", **{"Pictures/a_png": "x"}),
            "it holds pictures and no text, and those were not read"),
        "a table or slides under this name": Case(
            "a.odt", odt(content_xml=TABLE), "It is no text but another", refused=True),
    },
    "html": {
        "frames with a text of their own (srcdoc)": Case(
            "a.html", b"<p>Calm.<iframe srcdoc='&lt;p>Words'></iframe>",
            "1 frame with a text of its own was not read"),
        "documents shown in frames and objects": Case(
            "a.html", b"<p>Calm.<iframe src='b/c%20d.html?x#y'></iframe>",
            'the file "b/c d.html" is shown in it and was not read'),
        "drawings (SVG) with words in a `data:` address": Case(
            "a.html", b"<p>Calm.<img alt='' src='data:image/svg+xml,%3Ctext%3EWords%3C/text%3E'>",
            "a drawing with words was not read"),
        "in XHTML names for words that the page declares": Case(
            "a.xhtml", b'<!DOCTYPE html [<!ENTITY c "Words">]><html><p>Calm. &c;</p></html>',
            "words for which it declares names were not read"),
        "a page that is all code": Case(
            "a.html", b"<title>Calm</title><pre class=lang-x>Words</pre>", CODE),
    },
    "markdown": {
        "frames with a text of their own (srcdoc)": Case(
            "a.md", b"Calm.\n\n<iframe srcdoc='Words'></iframe>\n",
            "1 frame with a text of its own was not read"),
        "drawings (SVG) with words in a `data:` address": Case(
            "a.md", b"Calm. ![](data:image/svg+xml,%3Ctext%3EWords%3C/text%3E)\n",
            "a drawing with words was not read"),
        "fields of front matter in another form": Case(
            "a.md", b"---\ncover: {alt: Words}\n---\n\nCalm.\n",
            "the field alt of the front matter was not read"),
        "words that an expression of MDX makes": Case(
            "a.mdx", b"<Card title={a ? `Some words` : ''} />\n",
            "words that an expression in braces makes were not read"),
        "documents that are brought in": Case(
            "a.mdx", b'import Part from "./part.mdx"\n\n<Part/>\n',
            'the file "./part.mdx" is shown in it and was not read'),
        "code that is shown as a drawing": Case(
            "a.md", b"Calm.\n\n```mermaid\ngraph TD; A[Words]\n```\n",
            "a drawing (mermaid) was not read"),
        "raw HTML in a fence or a line": Case(
            "a.md", b"Calm.\n\n```{=html}\n<p>Words</p>\n```\n",
            "a raw block of HTML was not read"),
        "tables that are drawn with signs": Case(
            "a.md", b"Calm.\n\n+-----+-----+\n| Words | x |\n+-----+-----+\n",
            "a table that is drawn with signs was not read"),
        "directives in a fence that are not known (`{csv-table}`)": Case(
            "a.md", b"Calm.\n\n```{csv-table}\nSome,words\n```\n",
            "what stands in the directive csv-table was not read"),
        "a text that is all code": Case("a.md", b"---\ntitle: Calm\n---\n\n    Words.\n", CODE),
    },
    "rst": {
        "files that are brought in": Case(
            "a.rst", b"Calm.\n\n.. include:: part.rst\n",
            'the file "part.rst" is shown in it and was not read'),
        "drawings": Case("a.rst", b"Calm.\n\n.. mermaid::\n\n   A[Words]\n",
                         "a drawing (mermaid) was not read"),
        "raw HTML": Case("a.rst", b"Calm.\n\n.. raw:: html\n\n   <p>Words</p>\n",
                         "a raw block of HTML was not read"),
        "directives that are not known": Case(
            "a.rst", b"Calm.\n\n.. csv-table:: Title\n\n   a, b\n",
            "what stands in the directive csv-table was not read"),
        "a text that is all code": Case("a.rst", b"::\n\n  Words.\n", CODE),
    },
    "asciidoc": {
        "documents that are brought in": Case(
            "a.adoc", b"Calm.\ninclude::part.adoc[leveloffset=1]\nMore.\n",
            'the file "part.adoc" is shown in it and was not read'),
        "drawings": Case("a.adoc", b"Calm.\n\n[plantuml]\n----\nWords\n----\n\nMore.\n",
                         "a drawing (plantuml) was not read"),
        "blocks of HTML": Case("a.adoc", b"Calm.\n\n++++\n<p>Words</p>\n++++\n",
                               "a block of HTML (++++) was not read"),
        "long values of attributes": Case(
            "a.adoc", b":a: %s\n\nCalm {a}.\n" % (b"Words " * 50),
            "the long text that {a} stands for was not read"),
        "blocks that are not closed": Case(
            "a.adoc", b"Calm.\n\n```ruby\nrun\n\nWords.\n",
            "a block that is not closed (```) was not read"),
        "tables with commas or colons": Case(
            "a.adoc", b"Calm.\n\n,===\na, Words\n,===\n",
            "a table with commas or colons was not read"),
        "a text that is all code": Case("a.adoc", b"....\nWords.\n....\n", CODE),
    },
    "eml": {
        "an encrypted or signed text (S/MIME)": Case(
            "a.eml", mail("application/pkcs7-mime"),
            "the text is encrypted or signed as S/MIME, and was not read"),
        "an encrypted part (PGP)": Case(
            "a.eml", mail("text/plain", "-----BEGIN PGP MESSAGE-----\n\nx\n"
                          "-----END PGP MESSAGE-----\n"),
            "the text was not read in full: a part of it is encrypted"),
        "parts of another type": Case(
            "a.eml", mail("text/x-a"), "the text/x-a part was not read: its type is not known"),
        "drawings with words": Case(
            "a.eml", mail("text/plain").replace(
                b"text/plain", b"multipart/mixed; boundary=B").rpartition(b"\n\n")[0]
            + b"\n\n--B\n\nCalm.\n--B\nContent-Type: image/svg+xml\n\n<svg><text>Words</text></svg>"
            b"\n--B--\n", "a drawing with words was not read"),
        "an unknown encoding": Case(
            "a.eml", mail("text/plain; charset=x-none"),
            'the text was read by a guess: its encoding "x-none" is not known'),
        "files written as letters": Case(
            "a.eml", mail("text/plain", "Words.\n\n=ybegin line=128 size=1 name=a.rtf\nx\n"),
            "the text was not read in full: a file stands in it as letters"),
        "damaged parts": Case(
            "a.eml", mail("text/plain\nContent-Transfer-Encoding: base64", "V29y$$%%!!HM"),
            "the text may not be read as it is: its base64 is damaged"),
        "parts that cannot be told apart": Case(
            "a.eml", mail("multipart/mixed"),
            "the text may not be read as it is: its parts cannot be told apart"),
        "(a text without an encoding)": Case(
            "a.eml", mail("text/plain", "Caf\xe9."),
            "the text names no encoding and was read as windows-1252", is_seen=False),
        "attachments of another type": Case(
            "a.eml", mail('application/x\nContent-Disposition: attachment; filename="a.wpd"'),
            'attachment "a.wpd" was not read: its type is not known'),
        "what lies too deep": Case(
            "a.eml", mail("message/rfc822", 40 * "Subject: x\nContent-Type: message/rfc822\n\n"),
            "what lies more than 30 parts deep was not read"),
    },
    "pdf": {
        "forms that are filled in": Case("a.pdf", form(b"/FT/Tx/V(Words)"),
                                         "1 filled-in form field was not read"),
        "forms that a program makes (XFA)": Case(
            "a.pdf", form(b"/FT/Tx", more=b"/XFA[(template) 7 0 R]"),
            "the form in it (XFA) was not read"),
        "pages with damaged content": Case(
            "a.pdf", pages(SENTENCE, b"").replace(
                b"<</Length 0>>stream\n\nendstream",
                stream(zlib.compress(SENTENCE)[:-20], b"/Filter/FlateDecode")),
            "1 page with damaged content was not read"),
        "text put on a page": Case(
            "a.pdf", pages(SENTENCE, notes=[note(b"FreeText", b"/Contents(Words)")]),
            "1 piece of text put on a page was not read"),
        "documents inside": Case("a.pdf", with_file(b"b.docx"),
                                 'the attachment "b.docx" was not read'),
        "(data inside)": Case("a.pdf", with_file(b"b.xml"),
                              'the attachment "b.xml" was not read', is_seen=False),
        "(comments)": Case(
            "a.pdf", pages(SENTENCE, notes=[note(b"Text", b"/Contents(Words)")]),
            "1 comment was not read", is_seen=False),
        "pages without text": Case("a.pdf", pages(SENTENCE, PICTURE),
                                   "1 page without text was not read"),
        "scanned pages with a few words": Case(
            "a.pdf", pages(SENTENCE, PICTURE + SMALL),
            "1 page, of a picture and a few words, was not read"),
        "words that are drawn and others that are said (ActualText)": Case(
            "a.pdf", pages(
                SENTENCE + b"/Span<</ActualText(calm water)>>BDC "
                b"BT /F 12 Tf 50 500 Td (Some words.) Tj ET EMC"),
            "1 page of other words than it says (ActualText) was not read"),
        "letters on an arc": Case(
            "a.pdf", pages(SENTENCE + b"".join(
                b"BT /F 12 Tf %s %d 300 Tm (a) Tj ET\n" % (turn, 200 + 10 * at)
                for at, turn in enumerate(
                    (b"1 0 0 1", b".9 .4 -.4 .9", b".7 .7 -.7 .7", b".4 .9 -.9 .4", b"0 1 -1 0"),
                ))),
            "1 page with letters on an arc was not read"),
        "patterns with text": Case(
            "a.pdf", pages(SENTENCE, more=[stream(b"BT (Words) Tj ET", b"/PatternType 1")]),
            "1 pattern with text was not read"),
        "letters of a font of its own": Case(
            "a.pdf", pages(b"BT /F 12 Tf 50 600 Td (%s) Tj ET" % (b"\\001\\002\\003" * 40)),
            "1 page in signs that are no letters was not read"),
        "words that are cut into pieces": Case(
            "a.pdf", pages(b"BT /F 12 Tf 50 600 Td (The ma n me t he r o n th e stree t; th e da y "
                           b"wa s lon g an d col d, wit h snow al l ove r th e tow n.) Tj ET"),
            "1 page of words that are cut into pieces was not read"),
    },
    "rtf": {
        "a file that breaks off": Case(
            "a.rtf", b"{\\rtf1 Calm.\\par Mo", "it breaks off, and what is missing was not read"),
        "embedded objects": Case(
            "a.rtf", b"{\\rtf1 Calm. {\\object\\objemb{\\*\\objclass Sheet}{\\result x}}}",
            "1 embedded object was not read"),
        "drop-down fields": Case(
            "a.rtf", b"{\\rtf1 Calm. {\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2{"
            b"\\*\\ffl One}{\\*\\ffl Two}}}}{\\fldrslt One}}}", "1 drop-down field was not read"),
        "fields that have no result": Case(
            "a.rtf", b'{\\rtf1 Calm. {\\field{\\*\\fldinst QUOTE "Some words"}}}',
            "1 field without a result was not read"),
        "pages that are pictures": Case(
            "a.rtf", b"{\\rtf1 {\\pict 00ff}}",
            "it holds pictures and no text, and those were not read"),
    },
    "pptx": {
        "slides that are pictures": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), "<p:pic/>",
                                        links={2: [("image", "i.png")]}, i_png="x"),
            "1 slide without text was not read"),
        "slides of a picture and a few words": Case(
            "a.pptx", slidefiles.slides(f"{slidefiles.picture(9, 6)}{slidefiles.text('Page 3')}",
                                        links={1: [("image", "i.png")]}, i_png="x"),
            "1 slide, of a picture and a few words, was not read"),
        "embedded objects": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), o_bin="x",
                                        links={1: [("oleObject", "o.bin")]}),
            "1 embedded object was not read"),
        "embedded controls": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), o_bin="x",
                                        links={1: [("control", "o.bin")]}),
            "1 embedded control was not read"),
        "charts of a new kind": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), c_xml=CHART,
                                        links={1: [("chartEx", "c.xml")]}),
            "1 chart was not read"),
        "(such charts without words)": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), c_xml="<c/>",
                                        links={1: [("chartEx", "c.xml")]}),
            "1 chart was not read", is_seen=False),
        "linked objects": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), links={
                1: [("oleObject", "x.xls", "External")]}),
            "1 linked object was not read"),
        "slides that the file lacks": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), **{
                "presentation_xml": f"<p:presentation {slidefiles.NAMES}><p:sldId r:id='s1'/>"
                "<p:sldId r:id='s9'/></p:presentation>"}),
            "1 slide that the file lacks was not read"),
        "charts that the file lacks": Case(
            "a.pptx", slidefiles.slides(slidefiles.text("Calm."), links={
                1: [("chart", "gone.xml")]}),
            "1 chart that the file lacks was not read"),
        "a text or a workbook under this name": Case(
            "a.pptx", word(), "It holds no slides.", refused=True),
    },
    "epub": {
        "what a page names": Case(
            "a.epub", slidefiles.book("<p>Calm.</p><iframe srcdoc='&lt;p>Words'></iframe>"),
            "chapter 1: 1 frame with a text of its own was not read"),
        "chapters that are drawings": Case(
            "a.epub", slidefiles.book("<p>Calm.</p>", spine='<itemref idref="d"/>'),
            "1 chapter that is a drawing was not read"),
        "chapters that the file lacks": Case(
            "a.epub", slidefiles.book("<p>Calm.</p>", spine='<itemref idref="gone"/>'),
            "1 chapter that the file lacks was not read"),
        "chapters in no encoding that is known": Case(
            "a.epub", slidefiles.book("<p>Calm.</p>", spine='<itemref idref="gone"/>',
                                      **{"in/gone_xhtml": b"<p>\xff\xfe\xff</p>"[:6] + b"\xe9"}),
            "chapter 2 was not read: byte 0xFF at line 1, column 4 is not UTF-8, and no encoding "
            "is declared"),
        "pages that are pictures": Case(
            "a.epub", slidefiles.book("<img src='d.svg'/>"),
            "it holds pictures and no text, and those were not read"),
        "other forms of the book (renditions)": Case(
            "a.epub", slidefiles.repacked(
                slidefiles.book("<p>Calm.</p>"), "META-INF/container.xml",
                "<rootfile full-path=\"in/book.opf\"/>",
                "".join(f'<rootfile full-path="{name}" '
                        'media-type="application/oebps-package+xml"/>'
                        for name in ("in/book.opf", "other/book.opf"))),
            "1 more form of the book (rendition) was not read"),
    },
    "data": {
        "a file with none of the fields": Case(
            "a.json", b'{"name": "Words"}', "it has none of the fields that are named (title)"),
        "values of YAML that are no text by their type (`!!binary`, `!!set`)": Case(
            "a.yaml", b"title: !!binary V29yZHM=\n",
            "the field title is no text by its type, and was not read"),
        "fields inside a field": Case(
            "a.yaml", b"title: {en: Words}\n",
            "the field title holds fields of its own that were not read, as title.en"),
        "cells beyond the head": Case(
            "a.csv", b"title\nSome, words\n",
            "row 2 has cells beyond the head that were not read"),
        "what a page in a value would name": Case(
            "a.json", b'{"title": "Calm.<iframe srcdoc=Words></iframe>"}',
            "1 frame with a text of its own was not read"),
    },
}
CASES = [
    pytest.param(case, id=f"{format}: {what}")
    for format, cases in NAMED.items() for what, case in cases.items()
]


def _rows() -> dict[str, list[str]]:
    """The cells of the table in docs/formats.md by the name of the format."""
    page = (Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8")
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row[1:] for row in cells[1:]}


def test_the_page_has_a_row_for_each_format_with_all_its_suffixes() -> None:
    listed = {name: [one.strip("`") for one in row[0].split()] for name, row in _rows().items()}
    assert listed == {
        name: [suffix for suffix, format in readers.SUFFIXES.items() if format == name]
        for name in readers.FORMATS
    }


def test_whatever_the_page_says_is_named_has_a_case_and_the_other_way_round() -> None:
    listed = {name: set(filter(None, row[2].split("; "))) for name, row in _rows().items()}
    assert listed == {name: set(NAMED.get(name, ())) for name in readers.FORMATS}
    for cases in NAMED.values():
        assert all(what.startswith("(") is not case.is_seen for what, case in cases.items())


def test_the_page_names_documents_that_are_not_read() -> None:
    page = (Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8")
    _, folder = page.split("## In a folder\n")
    named = re.findall(r"`(\.\w+)`", folder.split("\n\n")[1])
    assert set(named) - {".gitignore"} <= set(readers.OTHERS)
    assert not set(readers.OTHERS) & set(readers.SUFFIXES)
    assert all(way in readers.SUFFIXES for _, way in readers.OTHERS.values())


@pytest.mark.parametrize("case", CASES)
def test_what_is_not_read_is_named(case: Case) -> None:
    try:
        document = readers.read(Path(case.name), case.data, fields=("title",))
    except CannotRead as trouble:
        assert case.refused and case.said in trouble.hint
        return
    assert [(one.what, one.is_seen) for one in document.unread] == [(case.said, case.is_seen)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.docx", word(wordfiles.par("Calm.", MENU.format("1"))),
                     id="a menu of numbers"),
        pytest.param("a.docx", word(links=wordfiles.link("i", "image", "i.png"), i_png="x"),
                     id="a picture beside text"),
        pytest.param("a.docx", word(links=wordfiles.link("h", "hyperlink", "b.docx", "External")),
                     id="a link"),
        pytest.param("a.docx", word(wordfiles.par("")), id="an empty document"),
        pytest.param("a.odt", odt("<text:p>a</text:p>", **{"Pictures/a_png": "x"}),
                     id="a picture beside text, odt"),
        pytest.param("a.html", b"<iframe srcdoc='&lt;p>12'></iframe>", id="a frame of numbers"),
        pytest.param("a.html", b"<p>a<iframe src='https://example.org/a.html'></iframe>",
                     id="a film from elsewhere"),
        pytest.param("a.html", b"<p>a<object data='a.svg'></object><embed src=b.mp4>",
                     id="pictures and films"),
        pytest.param("a.html", b"<p>a<pre><code>Words</code></pre>",
                     id="code beside text"),
        pytest.param("a.html", b"<p>a<template><iframe srcdoc=Words></template>", id="unseen"),
        pytest.param("a.mdx", b'import { A } from "./parts"\nimport B from "b"\n',
                     id="a component"),
        pytest.param("a.mdx", b"Calm `a b` {3} `d e`.\n\n```\n{`f g`}\n```\n", id="code, in MDX"),
        pytest.param("a.md", b"![[a.png]] `![[b]]` {{< figure a.png >}} ![c](d.md)\n",
                     id="pictures in Markdown"),
        pytest.param("a.rst", b".. |a| unicode:: U+2014 .. a dash\n\nCalm.\n", id="a sign"),
        pytest.param("a.rst", b".. raw:: latex\n\n   Words\n", id="raw, of another output"),
        pytest.param("a.rst", b".. toctree::\n\n   a\n", id="a list of pages"),
        pytest.param("a.rst", b".. py:function:: f\n\n.. automodule:: a\n   :members:\n",
                     id="code that is described"),
        pytest.param("a.rst", b".. note:: a\n\n.. |b| image:: c.png\n\n.. unknown::\n",
                     id="directives that are known, or empty"),
        pytest.param("a.adoc", b"a\n\n----\ninclude::a.adoc[]\n----\n\ninclude::b.rb[]\n",
                     id="code"),
        pytest.param("a.md", b"Calm.\n\n    code\n", id="code beside text, in Markdown"),
        pytest.param("a.md", b"---\ntitle: Calm\n---\n", id="only a title"),
        pytest.param("a.adoc", b"////\nWords\n////\n", id="a comment"),
        pytest.param("a.adoc", b":a: %s\n\nCalm.\n" % (b"Words " * 50),
                     id="a long value that nothing shows"),
        pytest.param("a.adoc", b"a\n\n[stem]\n++++\nx = y\n++++\n", id="a formula"),
        pytest.param("a.adoc", b"++++\n<br>\n++++\n", id="a block without words"),
        pytest.param("a.odt", odt('<text:section><text:section-source xlink:href="b.odt"/>'
                                  "<text:p>a</text:p></text:section>"), id="a copy of a section"),
    ],
)
def test_what_holds_no_words_is_not_named(name: str, data: bytes) -> None:
    assert readers.read(Path(name), data).unread == ()


@pytest.mark.parametrize(
    ("name", "source"),
    [("a.md", "`Words`\n"), ("a.html", "<p><tt>Words</tt>"), ("a.html", "<p><samp>Words</samp>"),
     ("a.rst", "``Words``\n"), ("a.rst", ">>> Words of hers\n"), ("a.adoc", "`Words`\n")],
)
def test_a_text_that_is_all_code_in_a_line_is_named(name: str, source: str) -> None:
    assert [one.what for one in readers.read(Path(name), source.encode()).unread] == [CODE]


@pytest.mark.parametrize(
    ("body", "links", "said"),
    [
        ("<w:altChunk r:id='c'/>", "", "1 embedded document was not read"),
        ("<w:altChunk r:id='c'/>", wordfiles.link("c", "aFChunk", "gone.html"),
         "1 embedded document was not read"),
        ("<w:subDoc r:id='c'/>", wordfiles.link("c", "subDocument", "gone.docx"),
         "1 linked document was not read"),
        ("<w:subDoc r:id='c'/>", wordfiles.link("c", "subDocument", "b.docx", "External"),
         "1 linked document was not read"),
    ],
)
def test_what_a_word_file_brings_in_is_named_once_and_when_it_is_gone(
    body: str, links: str, said: str
) -> None:
    document = readers.read(Path("a.docx"), word(wordfiles.par("Calm.") + body, links=links))
    assert [one.what for one in document.unread] == [said]


def test_drawn_letters_are_read() -> None:
    shape = '<v:shape><v:textpath string="China jailed a poet."/></v:shape>'
    art = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    document = readers.read(Path("a.docx"), word(wordfiles.par("Calm.", art)))
    assert [(part.text, part.place) for part in document.parts] == [
        ("Calm.", "paragraph 1"), ("China jailed a poet.", "drawn text"),
    ]
    assert document.locked[-1].touches(0, 5)


@pytest.mark.parametrize(("main", "called"), [(SHEET, "an Excel file"),
                                              (SLIDES, "a PowerPoint file"),
                                              ("<x/>", "something else")])
def test_another_kind_of_package_is_no_word_file(main: str, called: str) -> None:
    with pytest.raises(CannotRead, match="cannot open a.docx") as trouble:
        readers.read(Path("a.docx"), other(main))
    assert f"no Word file but {called}" in trouble.value.hint


@pytest.mark.parametrize(
    ("name", "source", "texts"),
    [
        ("a.html", "<p>a <svg><style>no</style><title>One</title><text>Two <tspan x=1>three</tspan>"
                   "</text><path/></svg> b", ["a \ufffc b", "One", "Two three"]),
        ("a.html", "<svg><foreignObject><p>One</p><p>Two</p><style>no</style></foreignObject>",
         ["One Two"]),
        ("a.html", "<svg><script/></svg><p>One", ["One"]),
        ("a.html", "<svg><style></svg><p>One", ["One"]),
        ("a.html", "<svg hidden><text>No</text></svg><p>a", ["a"]),
        ("a.html", "<p>a<textarea placeholder='One'>Dear\n&amp; all</textarea>b",
         ["a", "Dear & all", "One", "b"]),
        ("a.html", "<div>a<template shadowrootmode=open><p>One</p></template>b</div>",
         ["a", "One", "b"]),
        ("a.html", "<input value=One><input type=submit value=Two><input type=hidden value=No>"
                   "<p aria-description=Three>a", ["One", "Two", "a", "Three"]),
        ("a.html", "<noscript><p>One</noscript><canvas>Two</canvas><object>Three</object>",
         ["One", "Two Three"]),
        ("a.html", "<select><option>No</select><p>a", ["No", "a"]),
        ("a.html", "<p>a<pre>One\ntwo\n\n<b>Three</b> four</pre>B",
         ["a", "One two", "Three four", "B"]),
        ("a.html", "<p>a <math><mi>x</mi><mtext>One two</mtext></math> b",
         ["a \ufffc b", "One two"]),
        ("a.html", "<p>ja<i style='Display : none'>One</i>iled <del>two</del><ins>three</ins>",
         ["jailed three", "One", "two"]),
        ("a.html", "<div style='display:none'>One</div>two", ["One", "two"]),
        ("a.adoc", "ja&#105;led ((one)) (((no, no))) {counter:a} {set:b:c}two\n",
         ["jailed one \ufffc two"]),
        ("a.mdx", '<Card heading="One two" className="no no" count={3} />\n', ["One two"]),
        ("a.md", '<Card heading="Two" title="One" />\n', ["Two", "One"]),
        ("a.mdx", '<Card title={`One "two"`} name={"Three"} x={4} />\n',
         ['One "two"', "Three"]),
        ("a.mdx", "{`One`} two {'three'}\n", ["One two three"]),
        ("a.mdx", "{'China'}n see https://e.org/x {'now'}", ["Chinan see \ufffc now"]),
        ("a.mdx", "# {'One'} two\n\n<p>{'Three'} four</p>\n", ["One two", "Three four"]),
        ("a.mdx", "One\n\n    two *too*\n    three\n\nfour", ["One", "two *too* three", "four"]),
        ("a.mdx", "export const a = {b: 'c'}\n\n# One {#id}\n\n\\{two\\} {3}\n",
         ["export const a = {b: 'c'}", "One", "{two} {3}"]),
        ("a.adoc", "|===\na|One\n\n!===\n!Two !Three\n!===\n|Four\n|===\n",
         ["One", "Two", "Three", "Four"]),
        ("a.rst", ".. list-table:: One\n\n   * - Two\n     - Three\n", ["One", "Two", "Three"]),
        ("a.rst", ".. |x| replace:: One two\n", ["One two"]),
        ("a.adoc", "a +++One+++ pass:q[Two]\n", ["a One Two"]),
    ],
)
def test_what_a_reader_sees_is_read(name: str, source: str, texts: list[str]) -> None:
    document = readers.read(Path(name), source.encode())
    assert [segment.text for segment in document.segments] == texts
    assert document.unread == ()


@pytest.mark.parametrize(
    "source",
    ["{title} acts", "# {a.title}\n", "<p>{a.b}</p>\n", '{"a " + "b"}', "<A>\n  {b(c)}\n</A>\n",
     "{a.map(b => <li>{b.title}</li>)}", "> {a\n> || b}", "```\nif {\n```\n\n} {a}"],
)
def test_what_an_expression_of_mdx_makes_is_named(source: str) -> None:
    document = readers.read(Path("a.mdx"), source.encode())
    named = "words that an expression in braces makes were not read"
    assert [one.what for one in document.unread] == [named]


def test_a_block_of_asciidoc_that_is_closed_or_empty_misses_nothing() -> None:
    for source in ("```a\nb\n\n```\n\nText.", "Text.\n\n----\n", "Text.\n\n////\n1\n"):
        assert not readers.read(Path("a.adoc"), source.encode()).unread


@pytest.mark.parametrize("source", ["[pass]\nWords", "[pass]\n....\nWords\n....", "++++\nWords"])
def test_html_of_asciidoc_is_named(source: str) -> None:
    document = readers.read(Path("a.adoc"), f"Calm.\n\n{source}\n".encode())
    assert [one.what for one in document.unread] == ["a block of HTML (++++) was not read"]


@pytest.mark.parametrize(
    "head", ["format=csv", "format=tsv", '%header,format="dsv"', "separator=;"]
)
def test_a_table_of_bars_with_other_cells_is_named(head: str) -> None:
    source = f"[{head}]\n|===\na,Words\n|===\n\n|===\n|One\n|===\n"
    document = readers.read(Path("a.adoc"), source.encode())
    assert [segment.text for segment in document.segments] == ["One"]
    assert [one.what for one in document.unread] == ["a table with commas or colons was not read"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{{< include _a.md >}}\n", "_a.md"), ('{{% include file="a.md" %}}\n', "a.md"),
        ('{{< readfile file="a.txt" >}}\n', "a.txt"), ("{!a.md!}\n", "a.md"),
        ("See ![[A note#Part|b]].\n", "A note.md"), ("![[a.docx]]\n", "a.docx"),
    ],
)
def test_what_markdown_brings_in_is_named(source: str, name: str) -> None:
    document = readers.read(Path("a.md"), source.encode())
    assert [one.target for one in document.unread] == [name]
    assert refers("markdown", source.encode())


# -- files that are brought in ------------------------------------------------------------------


def test_a_file_that_is_brought_in_must_be_checked_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("parts").mkdir()
    Path("book.adoc").write_text("Calm.\n\ninclude::parts/one.adoc[]\n")
    Path("parts/one.adoc").write_text("Calm.\n")
    assert main(["check", "book.adoc"]) == 2  # also where no name stands that a rule is about
    assert 'The file "parts/one.adoc" is shown in it and was not read' in capsys.readouterr().err
    assert main(["check", "book.adoc", "--accept-unread", "attachment"]) == 0
    assert main(["check", "."]) == 0
    assert main(["fix", "."]) == 0
    assert main(["check", ".", "book.adoc"]) == 0
    Path("parts/one.adoc").unlink()
    assert main(["check", "."]) == 2


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.rst", ".. raw:: html\n\n   <p>Hello to all of you.</p>\n"),
        ("a.adoc", "++++\n<p>Hello to all of you.</p>\n++++\n"),
        ("a.adoc", "[pass]\nHello to all of you.\n"),
        ("a.mdx", "{title} jails five lawyers.\n"),
    ],
)
def test_it_is_named_though_no_word_in_it_is_one_of_a_rule(
    name: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(source)
    assert main(["check", name]) == 2


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.md", "Chi[na]{.x} jailed a poet.\n"), ("a.md", "*Chi*{.x}na jailed a poet.\n"),
        ("a.md", "China ja[il]{.x}ed a poet.\n"), ("a.adoc", "Ch((i))na jailed a poet.\n"),
        ("a.adoc", "Chi{set:a:b}na jailed a poet.\n"), ("a.adoc", "Chi(((b)))na jailed a poet.\n"),
        ("a.adoc", "Ch&#105;na jailed a poet.\n"),
        ("a.html", "<p>Chi<del>x</del>na jailed a poet."),
    ],
)
def test_a_name_is_found_whatever_stands_inside_it_unseen(
    name: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(source)
    assert main(["check", name]) == 1
