"""Bytes to text and back, and which reader reads what."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
import slidefiles
from odtfiles import odt
from pdffiles import pdf
from slidefiles import book, slides
from wordfiles import par, word

from lintwords import readers
from lintwords.errors import CannotRead, SettingsError

WORDS = "Ürümqi\r\nand Chinese words 😀\n"
LATIN = "<p>caf\xe9 in China"


@pytest.mark.parametrize(
    ("name", "data", "encoding", "recorded", "text"),
    [
        pytest.param("a.txt", WORDS.encode(), None, "utf-8", WORDS, id="utf-8"),
        pytest.param("a.txt", b"", None, "utf-8", "", id="empty"),
        pytest.param(
            "a.txt", codecs.BOM_UTF8 + WORDS.encode(), None, "utf-8-sig", WORDS, id="utf-8 mark"
        ),
        pytest.param(
            "a.txt",
            codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
            None,
            "utf-16",
            WORDS,
            id="utf-16 little",
        ),
        pytest.param(
            "a.txt",
            codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
            None,
            "utf-16-be+mark",
            WORDS,
            id="utf-16 big",
        ),
        pytest.param(
            "a.txt", WORDS.encode("utf-16-le"), "utf-16-le", "utf-16-le", WORDS, id="named utf-16"
        ),
        pytest.param("a.txt", b"caf\xe9", "windows-1252", "windows-1252", "café", id="named"),
        pytest.param(
            "a.txt",
            codecs.BOM_UTF8 + WORDS.encode(),
            "windows-1252",
            "utf-8-sig",
            WORDS,
            id="a mark wins over the user",
        ),
        pytest.param(
            "a.html",
            b'<meta charset="ISO-8859-1">' + LATIN.encode("cp1252"),
            None,
            "windows-1252",
            f'<meta charset="ISO-8859-1">{LATIN}',
            id="declared, as browsers take it",
        ),
        pytest.param(
            "a.html",
            b"<meta http-equiv=Content-Type content='text/html; charset=gb18030'>"
            + "新疆".encode("gb18030"),
            None,
            "gb18030",
            "<meta http-equiv=Content-Type content='text/html; charset=gb18030'>新疆",
            id="declared in http-equiv",
        ),
        pytest.param(
            "a.html",
            b'<meta charset="windows-1252">' + "é".encode(),
            None,
            "utf-8",
            '<meta charset="windows-1252">é',
            id="utf-8 wins over what is declared",
        ),
        pytest.param(
            "a.xhtml",
            b'<?xml version="1.0" encoding="iso-8859-2"?>\xb1',
            None,
            "iso-8859-2",
            '<?xml version="1.0" encoding="iso-8859-2"?>ą',
            id="XML declaration",
        ),
    ],
)
def test_a_text_is_decoded_and_encoded_again(
    name: str, data: bytes, encoding: str | None, recorded: str, text: str
) -> None:
    document = readers.read(Path(name), data, encoding=encoding)
    assert (document.source, document.encoding) == (text, recorded)
    assert readers.encode(document) == data


@pytest.mark.parametrize(
    ("name", "data", "encoding", "problem", "hint"),
    [
        pytest.param(
            "board.html",
            b"\n" * 13 + b"<p>It was in the cafe" + b"\xe9",
            None,
            "cannot read board.html as text",
            "Byte 0xE9 at line 14, column 22 is not UTF-8, and no encoding is declared.\n"
            "Save it as UTF-8, or name the encoding: --encoding windows-1252",
            id="not UTF-8",
        ),
        pytest.param(
            "a.txt",
            "Ü\r\nÜ\rÜ\n新".encode() + b"\xff",
            None,
            "cannot read a.txt as text",
            "Byte 0xFF at line 4, column 2 is not UTF-8, and no encoding is declared.\n"
            "Save it as UTF-8, or name the encoding: --encoding windows-1252",
            id="all line ends count, columns are characters",
        ),
        pytest.param(
            "a.html",
            b"<meta charset=utf-8>\xe9",
            None,
            "cannot read a.html as text",
            "Byte 0xE9 at line 1, column 21 is not UTF-8, which the file declares.\n"
            "Save it as UTF-8, or name another encoding with --encoding.",
            id="declared UTF-8 and is not",
        ),
        pytest.param(
            "a.html",
            b"<meta charset=klingon>\xe9",
            None,
            "cannot read a.html as text",
            "It declares an encoding that is not known: klingon\n"
            "Save it as UTF-8, or name the encoding: --encoding windows-1252",
            id="declared encoding not known",
        ),
        pytest.param(
            "a.txt",
            b"\x81",
            "windows-1252",
            "cannot read a.txt as text",
            "Byte 0x81 at line 1, column 1 is not windows-1252.\n"
            "Save it as UTF-8, or name another encoding with --encoding.",
            id="not in the named encoding",
        ),
        pytest.param(
            "a.txt",
            b"%PDF-1.7\nChina",
            None,
            "cannot read a.txt as text",
            "It is a PDF file, not text.",
            id="PDF named .txt",
        ),
        pytest.param(
            "a.md",
            b"PK\x03\x04China",
            None,
            "cannot read a.md as text",
            "It is a zip or office file, not text.",
            id="zip named .md",
        ),
        pytest.param(
            "a.txt",
            "China".encode("utf-16-le"),
            None,
            "cannot read a.txt as text",
            "It holds zero bytes, so it is not a text file or not UTF-8.\n"
            "If it is UTF-16 without a mark, name the encoding: --encoding utf-16-le",
            id="zero bytes",
        ),
        pytest.param(
            "a.xyz",
            b"China",
            None,
            "cannot read a.xyz",
            "Files with the suffix .xyz are not read. Read are: " + ", ".join(readers.SUFFIXES),
            id="suffix not known",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(
    name: str, data: bytes, encoding: str | None, problem: str, hint: str
) -> None:
    with pytest.raises(CannotRead) as raised:
        readers.read(Path(name), data, encoding=encoding)
    assert (raised.value.problem, raised.value.hint) == (problem, hint)
    assert raised.value.path == Path(name)


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "a\0b"])
def test_an_unknown_encoding_is_a_mistake_of_the_settings(encoding: str) -> None:
    with pytest.raises(SettingsError, match="encoding not known"):
        readers.read(Path("a.txt"), b"", encoding=encoding)


def test_a_format_overrules_the_suffix() -> None:
    document = readers.read(Path("a.xyz"), b"<p>China", format="html")
    assert (document.format, [s.text for s in document.segments]) == ("html", ["China"])


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(SettingsError) as raised:
        readers.read(Path("a.md"), b"", format="markdwn")
    assert raised.value.hint == "Did you mean markdown?"


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.MD", "markdown"), ("b/c.htm", "html"), ("a.txt", "text"), ("a.docs", None), ("a", None)],
)
def test_the_suffix_tells_the_format(name: str, format: str | None) -> None:
    assert readers.format_for(Path(name)) == format


def test_every_suffix_has_a_format_with_a_reader() -> None:
    assert set(readers.SUFFIXES.values()) <= set(readers.FORMATS)
    assert set(readers.TEXTS) <= set(readers.FORMATS)
    made = {
        "docx": word(par("China")), "odt": odt("<text:p>China</text:p>"), "eml": b"Subject: China",
        "pdf": pdf([(11, "China")]), "data": b'{"title": "China"}', "rtf": b"{\\rtf1 China}",
        "pptx": slides(slidefiles.text("China")), "epub": book("<p>China</p>"),
        "subtitles": b"1\n00:00:01,000 --> 00:00:02,000\nChina\n",
    }
    for format in readers.FORMATS:
        data = b"China" if format in readers.TEXTS else made[format]
        document = readers.read(Path("a"), data, format=format, fields=["title"])
        assert document.format == format
        assert [segment.text for segment in document.segments] == ["China"]
