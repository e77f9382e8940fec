"""Outputs for other programs and for people who look: each in its own unit, each harmless."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from fakes import finding, fix
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from planted_page import planted_report

from lintwords.api import lint_path
from lintwords.cli.main import main as program
from lintwords.judge import finding_sentence
from lintwords.judge.finding_sentence import ROUND, passage
from lintwords.model import (
    Cannot,
    Edit,
    FileReport,
    Fix,
    Passage,
    Place,
    Report,
    Severity,
    Span,
    Voice,
)
from lintwords.readers import read
from lintwords.reports import REPORTS, View, render
from lintwords.reports.cells import cells
from lintwords.reports.columns import UNITS, Columns
from lintwords.reports.sentence import explained, fix_line, marked
from lintwords.reports.words import first_sentence
from lintwords.run.one_file import source_lines

MIXED = "😀 广州 cafe\u0301: Ruritania jailed a poet.\nRuritania\njailed two more.\n"
BEFORE = {"code points": 12, "bytes": 4 + 1 + 6 + 1 + 6 + 1 + 1}
MULTITOOL = os.environ.get("LINTWORDS_SARIF_MULTITOOL", "")


def a_report(source: str = MIXED, path: str = "news/a b.md") -> Report:
    safe = fix(source, "Ruritania", "The Ruritanian government")
    first = finding(source, "Ruritania", path=path, fixes=(safe,))
    wrapped = finding(source, "Ruritania\njailed", path=path, rule=1, voice=Voice.QUOTED)
    return Report(
        files=(FileReport(Path(path), "en", 9, source_lines(source)),
               FileReport(Path("clean.md"), "en", 4)),
        findings=(first, wrapped),
        cannot=(Cannot(Path("b.docx"), "cannot open b.docx", "It is protected.\nSave a copy."),),
        rules=2,
    )


def office_report() -> Report:
    found = replace(
        finding("Ruritania jailed a poet.", "Ruritania", path="s.docx"),
        at=Place(3, 0, 9, 0, 0, 0, 0, 'paragraph 4 ("Background")'),
    )
    return Report(files=(FileReport(Path("s.docx"), "en", 4),), findings=(found,), rules=2)


# -- columns ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(UNITS))
def test_a_column_is_counted_in_the_unit_of_the_format(name: str) -> None:
    report = a_report()
    region = Columns(report, name).region(report.findings[0])
    before = BEFORE["bytes" if name == "rdjson" else "code points"]
    assert region == (1, before + 1, 1, before + 10)


def test_an_edit_is_placed_by_its_finding_and_only_inside_its_lines() -> None:
    report = a_report()
    first, wrapped = report.findings
    columns = Columns(report, "rdjson")
    start = first.at.start
    assert columns.edit(first, Edit(0, start, start + 16, "x")) == (1, 21, 1, 37)
    assert columns.edit(first, Edit(0, start, len(MIXED), "x")) is None
    assert columns.edit(first, Edit(1, start, start + 9, "x")) is None
    reaching = Edit(0, wrapped.at.start, wrapped.at.end + 4, "x")
    assert columns.edit(wrapped, reaching) == (2, 1, 3, 11)


# -- one format after another -------------------------------------------------------------------


def test_sarif_holds_rules_results_fixes_and_what_was_not_read() -> None:
    (run,) = json.loads(render("sarif", a_report(), View()))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "country-as-abuser", "country-as-mind",
    ]
    first, second = run["results"]
    assert (first["level"], second["level"]) == ("error", "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "news/a%20b.md", "uriBaseId": "SRCROOT"}
    assert place["region"] == {
        "startLine": 1, "startColumn": 13, "endLine": 1, "endColumn": 22,
        "snippet": {"text": "Ruritania"},
    }
    (replacement,) = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "The Ruritanian government"
    assert "fixes" not in second
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "protected" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_names_the_place_in_a_document_without_lines() -> None:
    (run,) = json.loads(render("sarif", office_report(), View()))["runs"]
    (location,) = run["results"][0]["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": 'paragraph 4 ("Background")'}]
    assert "region" not in location["physicalLocation"]
    assert run["results"][0]["message"]["text"].startswith('paragraph 4 ("Background"): ')


def test_sarif_puts_the_weightiest_first() -> None:
    report = a_report()
    report = replace(report, findings=report.findings[::-1])
    (run,) = json.loads(render("sarif", report, View()))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]


@pytest.mark.skipif(not MULTITOOL, reason="LINTWORDS_SARIF_MULTITOOL names no multitool")
@pytest.mark.parametrize("report", [a_report(), office_report(), Report()])
def test_the_multitool_finds_nothing_wrong_with_sarif(report: Report, tmp_path: Path) -> None:
    """Its exit code is 0 whatever it finds, so its log is read."""
    (tmp_path / "in.sarif").write_text(render("sarif", report, View()), "utf-8")
    subprocess.run(
        [MULTITOOL, "validate", "in.sarif", "--rule-kind", "Sarif;Ghas", "--output", "out.sarif"],
        cwd=tmp_path, check=True, capture_output=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    log = json.loads((tmp_path / "out.sarif").read_text("utf-8-sig"))
    said = [result["ruleId"] for run in log["runs"] for result in run.get("results", [])]
    # the tool has no home page to name yet; an office document has no lines to give as a region
    assert set(said) <= {"SARIF2005", "SARIF2017" if report == office_report() else ""}


def test_rdjson_counts_bytes_and_suggests_fixes_of_one_edit() -> None:
    report = a_report()
    two = Fix("both", (Edit(0, 12, 21, "a"), Edit(0, 22, 28, "b")))
    first = replace(report.findings[0], fixes=(*report.findings[0].fixes, two))
    value = json.loads(render("rdjson", replace(report, findings=(first,)), View()))
    found, unread = value["diagnostics"]
    span = {"start": {"line": 1, "column": 21}, "end": {"line": 1, "column": 30}}
    assert found == {
        "message": f"{first.message}.\n`In the text: 😀 广州 cafe\u0301: [Ruritania] jailed a "
                   "poet. Ruritania jailed two more.`\n`Write instead: The Ruritanian government · "
                   "both · Ruritanian authorities`",
        "severity": "ERROR", "code": {"value": "country-as-abuser"},
        "location": {"path": "news/a b.md", "range": span},
        "suggestions": [
            {"range": span, "text": "The Ruritanian government"},
            {"range": span, "text": "Ruritanian authorities"},  # a wording of the rule
        ],
    }
    assert unread["location"] == {"path": "b.docx"}
    assert unread["message"] == "cannot open b.docx. It is protected. Save a copy."


_LINES = {"type": "integer", "minimum": 1}
_POSITION = {"type": "object", "required": ["line", "column"], "additionalProperties": False,
             "properties": {"line": _LINES, "column": _LINES}}
_RANGE = {"type": "object", "required": ["start", "end"], "additionalProperties": False,
          "properties": {"start": _POSITION, "end": _POSITION}}
_NAMED = {"type": "object", "additionalProperties": False}
# Fields and types as in the schema that reviewdog publishes (proto/rdf/jsonschema in its
# repository, MIT). That allows any further field and requires none; this one does not.
RDJSON = {
    "type": "object", "required": ["source", "diagnostics"], "additionalProperties": False,
    "properties": {
        "source": {**_NAMED, "required": ["name"],
                   "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "diagnostics": {"type": "array", "items": {
            "type": "object", "required": ["message", "location", "severity"],
            "additionalProperties": False,
            "properties": {
                "message": {"type": "string", "minLength": 1},
                "location": {**_NAMED, "required": ["path"], "properties": {
                    "path": {"type": "string", "minLength": 1}, "range": _RANGE,
                }},
                "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                "code": {**_NAMED, "required": ["value"],
                         "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                "suggestions": {"type": "array", "minItems": 1, "items": {
                    **_NAMED, "required": ["range", "text"],
                    "properties": {"range": _RANGE, "text": {"type": "string"}},
                }},
            },
        }},
    },
}


@pytest.mark.parametrize("report", [a_report(), office_report(), Report()])
def test_rdjson_fits_its_schema(report: Report) -> None:
    jsonschema.Draft202012Validator(RDJSON).validate(json.loads(render("rdjson", report, View())))


def test_gitlab_gives_each_issue_a_fingerprint_of_its_own() -> None:
    report = a_report()
    other = replace(report.findings[0], path=Path("other.md"))
    rows = json.loads(
        render("gitlab", replace(report, findings=(*report.findings, other)), View())
    )
    assert [row["severity"] for row in rows] == ["major", "minor", "major", "blocker"]
    assert [row["location"]["lines"]["begin"] for row in rows] == [1, 2, 1, 1]
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    again = json.loads(render("gitlab", report, View()))
    assert again[0]["fingerprint"] == rows[0]["fingerprint"]


def test_checkstyle_is_xml_whatever_stands_in_a_text() -> None:
    source = 'Ruritania\x08 jailed "<&>".'
    found = replace(finding(source, "Ruritania", path='a"<b>.md'), message="a\x08b\ufffe <&> ]]>")
    report = Report(files=(FileReport(Path('a"<b>.md'), "en", 3, source_lines(source)),),
                    findings=(found,))
    root = ElementTree.fromstring(render("checkstyle", report, View()))
    (file,) = root
    (error,) = file
    assert file.get("name") == 'a"<b>.md'
    assert error.get("message") == (
        'a<U+0008>b<U+FFFE> <&> ]]>. In the text: [Ruritania]<U+0008> jailed "<&>". '
        "Write instead: Ruritanian authorities"
    )
    assert (error.get("line"), error.get("column")) == ("1", "1")
    assert error.get("source") == "lintwords.country-as-abuser"


def test_checkstyle_columns_are_characters() -> None:
    root = ElementTree.fromstring(render("checkstyle", a_report(), View()))
    assert [error.get("column") for error in root.iter("error")] == ["13", "1", None]


def test_junit_is_read_by_its_parser_and_counts_are_right() -> None:
    suites = JUnitXml.fromstring(render("junit", a_report(), View()).encode())
    assert [suite.name for suite in suites] == ["news/a b.md", "clean.md", "b.docx"]
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites] == [
        (2, 1, 0), (1, 0, 0), (1, 0, 1),
    ]
    first = next(iter(next(iter(suites))))
    assert first.name == "news/a b.md:1:13 country-as-abuser"
    assert first.result[0].message == a_report().findings[0].message
    assert (suites.tests, suites.failures, suites.errors) == (4, 1, 1)


@pytest.mark.parametrize(
    ("least", "failing", "passing"),
    [
        pytest.param(Severity.ERROR, 1, 1, id="a lighter finding passes"),
        pytest.param(Severity.WARNING, 2, 0, id="both fail"),
        pytest.param(None, 0, 2, id="never"),
    ],
)
def test_junit_fails_what_fails_the_run(
    least: Severity | None, failing: int, passing: int
) -> None:
    text = render("junit", a_report(), View(fail_on=least))
    root = ElementTree.fromstring(text)
    suite = root.find("testsuite")
    assert suite is not None
    assert (root.get("failures"), suite.get("failures")) == (str(failing), str(failing))
    assert len(suite.findall("testcase/failure")) == failing
    assert len(suite.findall("testcase/system-out")) == passing
    assert (root.get("tests"), root.get("errors")) == ("4", "1")  # of the others nothing changed


def test_junit_shows_sentence_wording_and_reason() -> None:
    root = ElementTree.fromstring(render("junit", a_report(), View()))
    (failure,) = root.findall("testsuite/testcase/failure")
    assert (failure.text or "").splitlines() == [
        "In the text: 😀 广州 cafe\u0301: [Ruritania] jailed a poet. Ruritania jailed two more.",
        "Write instead: The Ruritanian government · Ruritanian authorities",
        first_sentence(a_report().findings[0].why),
    ]
    (lighter,) = root.findall("testsuite/testcase/system-out")
    assert (lighter.text or "").startswith(f"warning: {a_report().findings[1].message}\n")


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson", "checkstyle", "junit", "html"])
def test_a_report_of_nothing_is_a_whole_document(name: str) -> None:
    text = render(name, Report(), View())
    if name in ("checkstyle", "junit"):
        assert len(ElementTree.fromstring(text)) == 0
    elif name == "html":
        assert "No file was checked." in text
    else:
        value: Any = json.loads(text)
        assert value == [] or value.get("diagnostics") == [] or value["runs"][0]["results"] == []


# -- the page -----------------------------------------------------------------------------------


class Page(HTMLParser):
    """The tags of a page, and the text a person reads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.text = "".join(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def a_page(**changes: Any) -> Page:
    return Page(render("html", replace(a_report(), **changes), View(today="2026-03-03")))


def test_page_says_what_was_found_and_read() -> None:
    text = a_page().text
    for words in (
        "Who acts? Language check of 2 files", "3 March 2026", "1 error", "1 warning",
        "Not checked: 1 path", "cannot open b.docx", "Write instead",
        "The Ruritanian government", "none: inside a quotation", "18 February 2021",
    ):
        assert words in text


def test_nothing_of_a_document_a_rule_or_a_file_name_acts_on_the_page() -> None:
    report = planted_report()
    text = render("html", report, View())
    page = Page(text)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "b", "i", "img", "iframe", "link", "object"}
    assert "<script>window.planted" in page.text
    assert "\u202e" not in text and "<U+202E>" in page.text
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name in ("src", "style") for name in attributes)
        assert not (attributes.get("href") or "#").startswith("javascript")


def test_the_page_counts_once_and_folds_what_is_no_finding() -> None:
    page = a_page()
    assert page.text.count("2 findings") == 2  # of all files, and of the one file they stand in
    assert [tag for tag, _ in page.tags if tag in ("details", "main")][:3] == [
        "details", "details", "main",
    ]
    assert not any("open" in attributes for _, attributes in page.tags)


def test_page_loads_nothing_from_elsewhere() -> None:
    text = render("html", a_report(), View())
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import", text)
    assert all(place in ('href="',) for place in re.findall(r"(\S{6})https?:", text))


def test_each_checkbox_hides_what_carries_its_class() -> None:
    text = render("html", a_report(), View())
    boxes = {a["id"] for tag, a in Page(text).tags if tag == "input"}
    assert boxes == {"s2", "s3", "r0", "r1"}
    for box in boxes:
        assert f"body:has(#{box}:not(:checked)) .{box} {{ display: none; }}" in text
        assert re.search(rf'<li class="finding [^"]*\b{box}\b', text)


def test_redact_leaves_no_word_of_a_document() -> None:
    text = render("html", a_report(), View(redact=True))
    assert "poet" not in text and "<mark>" not in text
    assert "country-as-abuser" in text and "line 1" in text


def test_a_page_of_very_many_findings_shows_the_first() -> None:
    found = a_report().findings[0]
    page = a_page(findings=(found,) * 2001)
    assert "The first 2,000 findings are shown." in page.text
    assert sum(tag == "li" and "id" in a for tag, a in page.tags) == 2000


def test_severities_are_told_without_colour() -> None:
    classes = [a["class"] for tag, a in a_page().tags if tag == "li" and "id" in a]
    assert [(c or "").split()[1] for c in classes] == [
        Severity.ERROR.word, Severity.WARNING.word,
    ]
    assert "error · country-as-abuser · line 1" in a_page().text


# -- sentences ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One. Ruritania jailed her. Two.", ("", " jailed her."), id="no other"),
        pytest.param("With\n\u00adcode \ufffc, Ruritania jailed\n  her.",
                     ("With code …, ", " jailed her."), id="as a person reads it"),
        pytest.param(f"{'many ' * 99}Ruritania{' more' * 99}",
                     (f"… {'many ' * (ROUND // 5 - 1)}", f"{' more' * (ROUND // 5 - 1)} …"),
                     id="cut between words"),
        pytest.param(f"{'x' * 999}, Ruritania", ("… ", ""), id="a word too long"),
    ],
)
def test_a_finding_carries_its_sentence(text: str, expected: tuple[str, str]) -> None:
    at = text.index("Ruritania")
    start = len("One. ") if text.startswith("One.") else 0
    end = text.index(" Two.") if "Two." in text else len(text)
    before, words, after = passage(text, Span(start, end), Span(at, at + 9)).stretches
    assert words == "Ruritania"
    assert (before, after) == expected


@given(st.text(max_size=99), st.text(min_size=1, max_size=60), st.text(max_size=99),
       st.integers(20, 200))
def test_a_marked_sentence_keeps_its_room_and_its_words(
    before: str, words: str, after: str, room: int
) -> None:
    one = finding("Ruritania", "Ruritania")
    sentence = Passage(before + words + after, len(before), len(before + words))
    text = marked(replace(one, sentence=sentence), room)
    assert cells(text) <= room + 4  # the brackets, and signs where not even a word fits
    assert text.count("[") >= 1


def test_a_marked_sentence_is_cut_on_both_sides() -> None:
    source = f"{'many ' * 30}Ruritania{' more' * 30}"
    assert marked(finding(source, "Ruritania"), 50) == \
        "… many many [Ruritania] more more more more …"


def test_labels_are_in_the_language_of_the_finding() -> None:
    one = replace(finding("La Ruritanie a emprisonné.", "La Ruritanie"), lang="fr")
    _, text, write = explained(one)
    assert text == "Dans le texte : [La Ruritanie] a emprisonné."
    assert write.startswith("Écrivez plutôt : ")
    assert fix_line(one) == "à la main : choisissez la formulation"


EXAMPLES = Path(__file__).parent.parent / "examples"
_SHOWN = {
    "html": "In March <mark>China</mark> jailed",
    "json": "In March China jailed",
    "jsonl": "In March China jailed",
    "full": "In March China jailed",  # underlined
}


@pytest.mark.parametrize("name", list(REPORTS))
def test_every_format_shows_the_sentence_of_a_word_file(name: str) -> None:
    text = render(name, lint_path(EXAMPLES / "foundation.docx"), View())
    assert _SHOWN.get(name, "In March [China] jailed") in text
    assert "the Chinese government" in text
    assert "paragraph 4" in text


def test_the_page_shows_no_markup_of_a_web_page() -> None:
    page = Page(render("html", lint_path(EXAMPLES / "university.html"), View()))
    assert "On Tuesday China cancelled a research agreement" in page.text
    assert "<" not in page.text


BLANKS = ["a", "bc ", " ", "   ", "\n", "\u200b", "\ufffc", "word ", "\u00a0", "\u00a0" * 300]


@given(st.lists(st.sampled_from(BLANKS), max_size=400), st.integers(0, 900), st.integers(0, 900))
def test_what_is_shown_of_a_long_sentence_hangs_on_all_of_it(texts, start, end):
    text = "".join(texts)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    read = finding_sentence._read
    before = finding_sentence._last(read(text[:start]).lstrip())
    after = finding_sentence._first(read(text[end:]).rstrip())
    shown = finding_sentence.passage(text, Span(0, len(text)), Span(start, end))
    assert shown.text == f"{before}{read(text[start:end])}{after}"
    assert shown.start == len(before)


def test_a_report_in_the_folder_is_passed_over_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("China jailed two poets.\n", "utf-8")
    check = ["check", "--isolated", "--no-cache", "."]
    assert program(["check", "--isolated", "--no-cache", "-f", "html", "-o", "r.html", "a.md"]) == 1
    assert program(["check", "--isolated", "--no-cache", "-o", "r.txt", "a.md"]) == 1
    capsys.readouterr()
    assert program([*check, "-f", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in told["files"]] == ["a.md"]
    Path("a.md").write_text("A calm day.\n", "utf-8")
    for command in (check, ["audit", "--isolated", "."], ["fix", "--isolated", "."]):
        assert program(command) == 0, command
        said = capsys.readouterr().err
        for name in ("r.html", "r.txt"):
            assert f"{name} is a report of lintwords, and was passed over" in said, command
    assert program(["check", "--isolated", "--no-cache", "r.html"]) == 2  # named, it is not read


RELEASE = "China jailed five lawyers in May and tortured them."
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta name="generator" content="lintwords 0.1.0">
</head><body><p>{}</p></body></html>
"""
CHANGES = {
    "a page with the head of one": lambda page, text: ("x.html", _HEAD.format(RELEASE)),
    "words below the page": lambda page, text: ("x.html", f"{page}<p>{RELEASE}</p>\n"),
    "words above the seal": lambda page, text: (
        "x.html", page.replace("</html>", f"</html><p>{RELEASE}</p>")),
    "words amid the page": lambda page, text: (
        "x.html", page.replace("<footer>", f"<footer><p>{RELEASE}</p>")),
    "a title": lambda page, text: ("x.html", page.replace("<title>", f"<title>{RELEASE} ")),
    "a page without its seal": lambda page, text: ("x.html", _unsealed(page)),
    "the seal of another": lambda page, text: (
        "x.html", _HEAD.format(RELEASE) + page.splitlines()[-1] + "\n"),
    "words below the text": lambda page, text: ("x.txt", f"{text}\n{RELEASE}\n"),
    "words amid the text": lambda page, text: (
        "x.txt", text.replace("\n\n", f"\n\n{RELEASE}\n\n", 1)),
    "a text without its seal": lambda page, text: ("x.txt", _unsealed(text)),
}


def _unsealed(report: str) -> str:
    return report[: report.rstrip("\n").rindex("\n") + 1]


@pytest.mark.parametrize("change", list(CHANGES))
def test_what_only_looks_like_a_report_is_named_and_ends_with_2(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("China jailed two poets.\n", "utf-8")
    for args in (["-f", "html", "-o", "r.html"], ["-o", "r.txt"]):
        assert program(["check", "--isolated", "--no-cache", *args, "a.md"]) == 1
    page, text = Path("r.html").read_text("utf-8"), Path("r.txt").read_text("utf-8")
    Path("a.md").write_text("A calm day.\n", "utf-8")
    name, changed = CHANGES[change](page, text)
    assert changed not in (page, text)
    Path(name).write_text(changed, "utf-8")
    capsys.readouterr()
    assert program(["check", "--isolated", "--no-cache", "-f", "json", "."]) == 2
    said = capsys.readouterr()
    told = {one["path"]: one["unread"] for one in json.loads(said.out)["files"]}
    assert [one["kind"] for one in told[name]] == ["body"]
    assert set(told) == {"a.md", name}
    assert f"cannot read all of {name}" in said.err
    assert "exclude" in said.err


def test_a_report_is_known_with_the_line_ends_of_another_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("China jailed two poets.\n", "utf-8")
    assert program(["check", "--isolated", "--no-cache", "-o", "r.txt", "a.md"]) == 1
    Path("a.md").write_text("A calm day.\n", "utf-8")
    Path("r.txt").write_bytes(Path("r.txt").read_bytes().replace(b"\n", b"\r\n"))
    assert program(["check", "--isolated", "--no-cache", "."]) == 0
    assert "r.txt is a report of lintwords" in capsys.readouterr().err


@pytest.mark.parametrize("looks", [
    pytest.param([], id="as it is printed"),
    pytest.param(["--width", "40", "--ascii"], id="narrow"),
    pytest.param(["--ui-lang", "fr"], id="in French"),
])
def test_a_report_in_plain_text_is_passed_over_each_time(
    looks: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "A letter to the members of the assembly, second reading.md"
    Path(name).write_text("China jailed two poets.\n", "utf-8")
    assert program(["check", "--isolated", *looks, "-o", "report.txt", name]) == 1
    assert program(["check", "--isolated", *looks, "-o", "report.txt", "report.txt"]) == 2
    for _ in range(2):  # the second from what is kept of the first
        capsys.readouterr()
        assert program(["check", "--isolated", "report.txt"]) == 2
        said = capsys.readouterr()
        assert "report of lintwords" in said.err
        assert "country-as-abuser" not in said.out


def test_a_text_with_columns_is_no_report() -> None:
    text = b"Prices  rose  again\n\nChina jailed two poets.\n   3 | 4\n"
    assert read(Path("a.txt"), text).segments


def test_a_report_is_replaced_by_that_of_the_next_run_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("China jailed two poets.\n", "utf-8")
    check = ["check", "--isolated", "--no-cache", "-f", "html", "-o", "r.html"]
    codes = [program([*check, "."]) for _ in range(2)]
    assert codes == [1, 1]
    assert "check of 1 file" in Path("r.html").read_text("utf-8")
    Path("a.md").write_text("A calm day.\n", "utf-8")
    assert program([*check, "."]) == 0
    assert "country-as-abuser" not in Path("r.html").read_text("utf-8")
    assert program([*check, "r.html"]) == 2  # alone it is a text that was not read


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<!doctype html>\n<html lang='en'><p>China jailed him.</p>", id="a page"),
        pytest.param(
            "<html><head><meta name=\"generator\" content=\"lintwords 0.1.0\"></head>"
            "<body><p>China jailed two poets.</p></body></html>", id="with the sign of a report",
        ),
    ],
)
def test_a_page_that_is_no_report_is_never_replaced(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("A calm day.\n", "utf-8")
    Path("r.html").write_text(page, "utf-8")
    assert program(["check", "--isolated", "--no-cache", "-f", "html", "-o", "r.html", "."]) == 2
    assert Path("r.html").read_text("utf-8") == page
