"""Mail and PDF: what a person reads, each paragraph in its place; what was not read is said."""

from __future__ import annotations

import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from fpdf import FPDF
from pdffiles import pdf

from lintwords import api, readers
from lintwords.errors import CannotRead
from lintwords.model import Document, Span, Unread

TEXT = "All,\n\nRuritania jailed\na poet.\n\n> She wrote odes.\n"
REPORT = "The river town\n\nRuritania jailed a poet.\n"


def placed(document: Document) -> list[tuple[str, str]]:
    """Each segment's place and text; every map leads back to its part."""
    rows = []
    for segment in document.segments:
        for start, end, piece in segment.map.runs:
            part = document.parts[piece.part]
            assert 0 <= piece.start < piece.end <= len(part.text)
            if piece.verbatim:
                assert part.text[piece.start : piece.end] == segment.text[start:end]
        rows.append((document.parts[segment.map.runs[0].piece.part].place, segment.text))
    return rows


def missed(document: Document) -> tuple[str, ...]:
    """What was not read although a reader sees it."""
    return tuple(one.what for one in document.unread if one.is_seen)


def mail(**more: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "desk@example.org"
    message["Subject"] = more.get("subject", "Poet jailed — a statement")
    message.set_content(more.get("text", TEXT))
    return message


def read_mail(message: EmailMessage) -> Document:
    return readers.read(Path("a.eml"), message.as_bytes())


def test_subject_text_and_quoted_lines() -> None:
    document = read_mail(mail())
    assert placed(document) == [
        ("subject", "Poet jailed — a statement"), ("text, paragraph 1", "All,"),
        ("text, paragraph 2", "Ruritania jailed a poet."),
        ("text, paragraph 3", "She wrote odes."),
    ]
    assert [segment.quoted for segment in document.segments] == [False, False, False, True]


def test_html_says_only_what_the_text_does_not() -> None:
    message = mail()
    message.add_alternative(
        "<p>All,</p><p>Ruritania <b>jailed</b> a poet.</p><p>More is online.</p>", "html"
    )
    assert placed(read_mail(message))[4:] == [("HTML, paragraph 3", "More is online.")]


def test_attachments_of_known_formats_are_read_and_others_named() -> None:
    message = mail()
    message.add_attachment(REPORT.encode(), maintype="text", subtype="plain", filename="r.txt")
    message.add_attachment(b"\x00", maintype="application", subtype="x", filename="r.wpd")
    message.add_attachment(b"PK", maintype="application", subtype="x", filename="broken.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    document = read_mail(message)
    assert placed(document)[-2:] == [
        ('attachment "r.txt", paragraph 1', "The river town"),
        ('attachment "r.txt", paragraph 2', "Ruritania jailed a poet."),
    ]
    assert missed(document) == (
        'attachment "r.wpd" was not read: its type is not known',
        'attachment "broken.docx" was not read: it is damaged. Open it in the program that it is '
        "from, save it again and check that",
    )


def test_a_forwarded_message_is_read_and_the_deepest_is_named() -> None:
    message = mail(subject="0")
    for level in range(1, 40):
        outer = mail(subject=str(level), text=f"Level {level}.")
        outer.add_attachment(message)
        message = outer
    document = read_mail(message)
    assert ("forwarded message, subject", "38") in placed(document)
    assert missed(document) == ("what lies more than 30 parts deep was not read",)


def test_a_charset_that_does_not_hold_is_said() -> None:
    raw = b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\nRurit\xe9nia\n"
    document = readers.read(Path("a.eml"), raw)
    assert placed(document)[-1] == ("text, paragraph 1", "Rurit\xe9nia")
    assert document.unread == (
        Unread("body", "the text is not utf-8, as it says, and was read as windows-1252", False),
    )


def test_what_is_no_mail_is_refused() -> None:
    with pytest.raises(CannotRead, match="as mail"):
        readers.read(Path("a.eml"), b"\x00\x01 no header")


# -- PDF ----------------------------------------------------------------------------------------


def test_pages_paragraphs_and_headings() -> None:
    long = "The committee met in the old town hall in the morning and heard nine witnesses in turn."
    document = readers.read(
        Path("a.pdf"), pdf([(18, "Poet jailed"), (11, long), (11, "Second.")], [(11, "Third.")])
    )
    assert placed(document) == [
        ("page 1", "Poet jailed"), ("page 1", long), ("page 1", "Second."), ("page 2", "Third."),
    ]
    segment = document.segments[1]
    assert "\n" in document.parts[1].text  # it was set on more than one line
    at = segment.text.index("heard nine")
    assert segment.map.to_source(Span(at, at + 10))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([]), "a scan"),
        (b"%PDF-1.7 nothing", "no whole PDF"),
        (b"", "no whole PDF"),
    ],
)
def test_what_holds_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.pdf"), data)
    assert words in trouble.value.hint


def test_a_protected_file_is_refused() -> None:
    file = FPDF()
    file.set_encryption(owner_password="a", user_password="b")
    file.add_page()
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.pdf"), bytes(file.output()))
    assert "password" in trouble.value.hint


def test_without_the_extra_the_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.pdf"), pdf([(11, "One.")]))
    assert trouble.value.hint == (
        'PDF files need an extra. In the folder of lintwords: uv tool install ".[pdf]", '
        'or pip install ".[pdf]"'
    )


def test_findings_name_the_page_and_the_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([(11, "Weather.")], [(11, "China jailed a poet.")]))
    (tmp_path / "b.eml").write_bytes(mail(text="All,\n\nChina jailed a poet.").as_bytes())
    report = api.check([tmp_path])
    assert [(finding.at.place, finding.words) for finding in report.findings] == [
        ("page 2", "China"), ("text, paragraph 2", "China"),
    ]
    assert not report.cannot
    fixes = [fix for finding in report.findings for fix in finding.fixes]
    assert fixes and not any(fix.safe for fix in fixes)


def test_a_drawing_that_is_none_may_hold_words() -> None:
    message = mail()
    message.add_attachment(b"Ruritania jailed a poet.", "image", "svg+xml", disposition="inline")
    assert missed(read_mail(message)) == ("a drawing with words was not read",)
