"""What a document may take of memory: bounded, and the same findings where little is kept."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from odtfiles import odt
from wordfiles import par, word

from lintwords import api, readers, voices
from lintwords.cli.main import main
from lintwords.errors import CannotRead
from lintwords.judge import one_document
from lintwords.judge.document_linter import load
from lintwords.model import FileResult, Options
from lintwords.prefilter import pieces
from lintwords.readers.common import builder
from lintwords.readers.data import jsonkeys, values
from lintwords.text import document_sentences, sentences

PARAGRAPHS = "China jailed a poet.\n\n" * 40


def mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "A note"
    message.set_content(text)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", PARAGRAPHS.encode(), id="text"),
        pytest.param("a.txt", b"China jails\na poet\n" * 40, id="lines of one paragraph"),
        pytest.param("a.md", PARAGRAPHS.encode(), id="Markdown"),
        pytest.param("a.md", b"*China* " * 80, id="marks in one paragraph"),
        pytest.param("a.html", b"<p>China" * 40, id="HTML"),
        pytest.param("a.html", b"<div>" * 40 + b"China", id="elements in each other"),
        pytest.param("a.rst", PARAGRAPHS.encode(), id="reStructuredText"),
        pytest.param("a.adoc", PARAGRAPHS.encode(), id="AsciiDoc"),
        pytest.param("a.docx", word(par("China") * 40), id="Word"),
        pytest.param("a.odt", odt("<text:p>China</text:p>" * 40), id="OpenDocument"),
        pytest.param("a.eml", b"Subject: China\n" * 40 + b"\n", id="subjects of a mail"),
    ],
)
def test_more_paragraphs_than_fit_are_refused(
    name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers.read(Path(name), data)
    monkeypatch.setattr(builder, "ROOM", 60)
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path(name), data)
    assert "than fit into memory" in trouble.value.hint
    assert readers.read(Path("b.txt"), b"China").segments  # the next file has its own room


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.json", '{"a": "It rains.", "b": 1, "c": 2, "d": 3}', id="one object"),
        pytest.param("a.json", '[{"a": 1}, {"b": 1}, {"c": 2}, {"d": 3}]', id="many keys"),
        pytest.param("a.csv", "a,b,c,d,e,f\n", id="cells of a row"),
        pytest.param("a.yaml", "a: It rains.\nb: 1\n", id="nodes"),
    ],
)
def test_more_fields_than_fit_are_refused(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers.read(Path(name), text.encode(), fields=["a"])
    monkeypatch.setattr(jsonkeys, "_MOST", 3)
    monkeypatch.setattr(values, "MOST_KEPT", 3)
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path(name), text.encode(), fields=["a"])
    assert "than fit into memory" in trouble.value.hint


def test_objects_that_share_their_keys_may_be_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonkeys, "_MOST", 3)
    text = "[" + ", ".join(['{"a": "It rains.", "b": {"c": "x: {"}}'] * 9) + "]"
    assert len(readers.read(Path("a.json"), text.encode(), fields=["a"]).segments) == 9


def test_a_part_of_a_mail_that_does_not_fit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "ROOM", 60)
    (unread,) = readers.read(Path("a.eml"), mail(PARAGRAPHS)).unread
    assert unread.is_seen
    assert "than fit into memory" in unread.what


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(readers, "LARGEST", 30)
    Path("a.txt").write_text("It rains. " * 4)
    Path("b.txt").write_text("It rains.")
    for command in ("check", "fix", "review"):
        assert main([command, "a.txt"]) == 2
        assert "cannot read a.txt\n  It is larger than" in capsys.readouterr().err
    assert main(["check", "b.txt"]) == 0


def test_after_many_findings_the_rest_is_said_not_to_be_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(one_document, "MOST", 3)
    Path("a.txt").write_text(PARAGRAPHS)
    Path("b.docx").write_bytes(word(par("China jailed a poet.") * 9))
    report = api.check(["."])
    assert [len([f for f in report.findings if f.path == file.path]) for file in report.files] \
        == [3, 3]
    assert [file.unread[0].what for file in report.files] == [
        f"what stands after {place} was not judged, for there are too many findings"
        for place in ("line 5", "paragraph 3")
    ]
    assert not report.is_whole
    assert main(["check", "--fail-on", "never", "a.txt"]) == 2
    assert main(["check", "--fail-on", "never", "--accept-unread", "passage", "a.txt"]) == 0
    assert "too many findings" in capsys.readouterr().err


def test_a_long_markdown_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintwords.readers.markdown.parsed_text.LARGEST", 30)
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.md"), PARAGRAPHS.encode())
    assert trouble.value.hint.startswith("It is Markdown of more than")


def test_lines_of_a_text_with_findings_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintwords.run.one_file.MOST_LINES", 30)
    with pytest.raises(CannotRead, match="cannot read"):
        api.lint(PARAGRAPHS)


def test_what_is_forgotten_changes_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """An example of every rule as one document, with all kept and with next to nothing."""
    linter = load(Options(profile="strict", keep_passed=True))
    texts = [next(one.text for one in rule.examples if one.finds) for rule in linter.rules]
    quoted = [f"“{text}” she said." if nth % 3 else text for nth, text in enumerate(texts)]
    source = "\n\n".join([*quoted, " ".join(texts[:100])])
    document = readers.read(Path("a.txt"), source.encode())

    def found() -> FileResult:
        return linter.lint(document)

    kept = found()
    monkeypatch.setattr(document_sentences, "_ROWS", 1)
    monkeypatch.setattr(voices, "KEPT", 1)
    monkeypatch.setattr(document_sentences, "Window", lambda: sentences.Window(1))
    assert found() == kept
    assert len(kept.findings) > 100


@pytest.mark.parametrize("size", [1, 5, 20, 1000])
@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        pytest.param("It rains. " * 9 + "They came from China to sing." + " It rains." * 9, True,
                     id="a name"),
        pytest.param("It rains and they can't come home to the town hall. " * 3, False, id="none"),
        pytest.param("a" * 99, False, id="one word"),
    ],
)
def test_words_looked_at_in_lots_are_the_same(
    text: str, is_open: bool, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    linter = load(Options())
    monkeypatch.setattr(pieces, "LOT", size)
    assert linter.gate(text.encode()) is is_open
    shape = f" {text.lower()} ".encode()
    assert pieces.pieces(shape) == shape.split()


def test_a_segment_of_a_sentence_is_forgotten_and_read_again() -> None:
    linter = load(Options())
    compiled, window = linter.compiled, sentences.Window(10)
    text = "China jailed a poet."
    first, second = (
        sentences.Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names, window)
        for _ in range(2)
    )
    words = [token.text for token in first.words]
    assert second.words and "words" not in first.__dict__
    assert [token.text for token in first.words] == words
