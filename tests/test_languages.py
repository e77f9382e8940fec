"""A text in a language without rules is never called clean: it is said, and with nothing else 2."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lintwords import api
from lintwords.cli.main import main
from lintwords.model import FileReport, Options
from lintwords.reports import View, render
from lintwords.reports.words import summary

GERMAN = "China hat gestern fünf Anwälte verhaftet.\n"
ENGLISH = "Ruritania won the final.\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def one(name: str, text: str, options: Options | None = None) -> FileReport:
    Path(name).write_text(text, "utf-8")
    (file,) = api.check([name], options or Options(), cache=False).files
    return file


def word(name: str, *paragraphs: tuple[str, str]) -> None:
    """A Word file of which each paragraph is marked with a language."""
    document = docx.Document()
    for text, lang in paragraphs:
        run = document.add_paragraph().add_run(text)
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), lang)
        run._r.get_or_add_rPr().append(mark)
    document.save(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\nlang: en-GB\n---\n{ENGLISH}"),
        ("a.md", ENGLISH),
        ("a.md", f"{ENGLISH}\nThe field `lang: de` is read, and so is <html lang='de'>.\n"),
        ("a.html", f"<html lang='en'><p>{ENGLISH}</p><a lang='de' href='x'>Deutsch</a>"),
        ("a.html", f"<p>{ENGLISH}</p><ul><li lang='de'>Deutsch</li></ul>"),
        ("a.txt", "lang: de\n"),
    ],
)
def test_a_text_that_is_judged_says_nothing_of_languages(name: str, text: str) -> None:
    file = one(name, text)
    assert (file.unjudged, file.is_judged) == ((), True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\nlang: de\n---\n{GERMAN}"),
        ("a.md", "---\nlang: de_AT\n---\nKein Name.\n"),
        ("a.html", f"<!doctype html><html lang=\"de-CH\"><p>{GERMAN}</p>"),
        ("a.html", "<html xml:lang='de'><p>Kein Name.</p>"),
        ("a.adoc", f"= Titel\n:lang: de\n\n{GERMAN}"),
    ],
)  # fmt: skip
def test_a_text_in_another_language_is_not_judged(name: str, text: str) -> None:
    file = one(name, text)
    assert (file.unjudged, file.is_judged) == (("de",), False)


def test_a_language_that_is_named_is_that_of_the_text() -> None:
    file = one("a.md", "---\nlang: de\n---\nKein Name.\n", Options(lang="en"))
    assert (file.unjudged, file.is_judged) == ((), True)


def test_passages_in_another_language_are_told_and_the_rest_is_judged() -> None:
    text = f"<html lang='en'><p>China jailed her.</p><p lang='de'>{GERMAN}</p>"
    Path("a.html").write_text(text)
    report = api.check(["a.html"], Options(), cache=False)
    assert len(report.findings) == 1
    assert (report.files[0].unjudged, report.files[0].is_judged) == (("de",), True)
    assert summary(report).endswith(
        "Passages in a language without rules (de) in 1 file: not checked."
    )


def test_a_word_file_tells_its_language() -> None:
    word("a.docx", (GERMAN, "de-DE"), (GERMAN, "de-DE"))
    word("b.docx", (GERMAN, "de-DE"), ("China jailed her.", "en-GB"))
    report = api.check(["a.docx", "b.docx"], Options(), cache=False)
    assert [(file.unjudged, file.is_judged) for file in report.files] == [
        (("de",), False), (("de",), True),
    ]  # fmt: skip
    assert [finding.path for finding in report.findings] == [Path("b.docx")]


def fill() -> None:
    Path("de").mkdir()
    Path("de/a.md").write_text(f"---\nlang: de\n---\n{GERMAN}", "utf-8")
    Path("b.md").write_text(ENGLISH)


def test_every_report_says_what_was_not_checked(capsys) -> None:
    fill()
    said = "1 file in a language without rules (de): not checked."
    for _ in range(2):  # without the cache, and from it
        assert main(["check", "."]) == 0
        shown = capsys.readouterr()
        assert "in 1 file (" in shown.out and said in " ".join(shown.out.split())
    assert main(["check", "-q", "."]) == 0
    assert capsys.readouterr().err == f"lintwords: {said[:-1]}\n"
    report = api.check(["."], Options())
    assert said in render("html", report, View())
    assert "1 file clean" in render("html", report, View())
    value = json.loads(render("json", report, View()))
    assert value["summary"]["unjudged"] == 1
    assert [(row["judged"], row["unjudged"]) for row in value["files"]] == [
        (True, []), (False, ["de"]),
    ]  # fmt: skip
    assert 'name="not checked"' in render("junit", report, View())
    for name in ("line", "sarif", "gitlab"):
        assert main(["check", "--format", name, "."]) == 0
        assert said in " ".join(capsys.readouterr().err.split())


def test_a_run_that_could_judge_nothing_ends_with_2(capsys) -> None:
    fill()
    assert main(["check", "de"]) == 2
    assert "Languages with rules: en." in capsys.readouterr().err
    assert main(["check", "--lang", "en", "--fail-on", "never", "de"]) == 0
