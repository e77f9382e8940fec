"""The one door: what other programs may ask, and what they are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import lintwords
from lintwords import api
from lintwords.errors import CannotRead, SettingsError
from lintwords.model import Cannot, Options, Severity
from lintwords.readers import TEXTS

pytestmark = pytest.mark.usefixtures("in_own_folder", "fake_rules")


def test_lint_gives_places_in_the_text() -> None:
    text = "王 says:\r\n\r\nRuritania jailed her."
    (finding,) = lintwords.lint(text).findings
    assert text[finding.at.start : finding.at.end] == "Ruritania"
    assert (finding.at.line, finding.at.column) == (3, 1)


def test_lint_reads_a_format() -> None:
    text = "`Ruritania` <!-- Ruritania jailed -->"
    assert len(lintwords.lint(text, format="markdown").files) == 1


def test_check_tells_what_it_could_not_read_and_checks_the_rest() -> None:
    Path("a.md").write_text("Ruritania jailed her.")
    report = api.check(["gone.md", "a.md"])
    assert report.cannot == (Cannot(Path("gone.md"), 'cannot find "gone.md"'),)
    assert report.count(Severity.ERROR) == 1
    assert report.rules == 3


def test_nothing_to_check_is_not_clean() -> None:
    assert api.check(["."]).cannot == (
        Cannot(Path(), "no files to check in ./",
               "lintwords reads .adoc .docx .eml .epub .html .md .odt .pdf .pptx .rst .rtf"
               " .srt .txt"),
    )


def test_lint_path_is_a_check() -> None:
    Path("a.md").write_text("Ruritania jailed her.")
    assert lintwords.lint_path("a.md") == api.check([Path("a.md")])


@pytest.mark.parametrize(
    ("keywords", "error"),
    [
        ({"text": "a\ud800"}, CannotRead),
        ({"text": "a\0b"}, CannotRead),
        ({"text": "", "format": "docx"}, SettingsError),
        ({"text": "", "lang": "tlh"}, SettingsError),
        ({"text": "", "profile": "strickt"}, SettingsError),
    ],
)
def test_lint_refuses_by_name(keywords: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        lintwords.lint(**keywords)


@pytest.mark.parametrize(
    ("keywords", "problem"),
    [
        ({"text": b"x"}, "text is no text but of the type bytes"),
        ({"text": None}, "text is no text but None"),
        ({"format": 5}, "format is no text but of the type int"),
        ({"format": ["text"]}, "format is no text but of the type list"),
        ({"lang": 5}, "lang is no text but of the type int"),
        ({"profile": []}, "profile is no text but of the type list"),
        ({"government_term": 5}, "government_term is no text but of the type int"),
        ({"severity": None}, "severity is no text but None"),
        ({"select": "conflation"}, "select is no list but of the type str"),
        ({"ignore": [5]}, "ignore is no text but of the type int"),
        ({"fixed": 5}, "fixed is no list but of the type int"),
        ({"packs": "own.toml"}, "packs is no list but of the type str"),
        ({"packs": [b"own.toml"]}, "packs is no path but of the type bytes"),
        ({"names": 5}, "names is no path but of the type int"),
    ],
)
def test_a_value_of_another_type_is_refused_by_its_name(
    keywords: dict[str, Any], problem: str
) -> None:
    told = {name: keywords.pop(name) for name in ("text", "format") if name in keywords}
    with pytest.raises(SettingsError) as trouble:
        lintwords.Linter(**keywords).lint(**{"text": "", **told})
    assert trouble.value.problem == problem and trouble.value.hint


@pytest.mark.parametrize("paths", ["a.md", None, [5], [b"a.md"]])
def test_so_are_paths(paths: Any) -> None:
    with pytest.raises(SettingsError, match="^paths is no "):
        api.check(paths)
    with pytest.raises(SettingsError, match="^paths is no "):
        api.fix(paths)


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (Options(), 3),
        (Options(profile="strict"), 4),
        (Options(profile="newsroom"), 2),
        (Options(select=("conflation",)), 3),
        (Options(select=("old-name",)), 1),
        (Options(select=("capital-as-government",)), 1),
        (Options(ignore=("country-as-mind",)), 2),
        (Options(select=("conflation",), ignore=("conflation",)), 0),
    ],
)
def test_rules_in_force(options: Options, number: int) -> None:
    assert api.load_linter(options).in_force == number


def test_the_package_knows_no_other_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lintt'"):
        lintwords.lintt  # noqa: B018


@pytest.mark.parametrize("name", ["packs", "names", "readings"])
@pytest.mark.parametrize("path", ["\0", "a\0b.toml", "\ud800"])
def test_a_path_that_is_the_name_of_no_file_is_refused_with_a_way_out(name: str, path: str) -> None:
    given: dict[str, Any] = {name: path if name == "names" else [path]}
    with pytest.raises(SettingsError, match=f"^{name} holds a character that no name") as trouble:
        lintwords.Linter(**given)
    assert trouble.value.hint == "Give the path as the system writes it."


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("before", ["\ufeff", "\ufeff\ufeff", "a\n\n\ufeff"])
def test_a_byte_order_mark_in_a_text_counts(format: str, before: str) -> None:
    text = f"{before}Ruritania jailed her."
    report = lintwords.lint(text, format=format)
    (finding,) = report.findings
    assert text[finding.at.start : finding.at.end] == "Ruritania"
    assert lintwords.apply(report, ()) == text


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: lintwords.apply(None, []), "report is no Report but None"),
        (lambda: lintwords.apply(lintwords.lint("a"), None), "fixes is no list but None"),
        (lambda: lintwords.apply(lintwords.lint("a"), [5]), "fixes is no Fix but of the type int"),
        (lambda: lintwords.lint_batch(None), "batch is no RecordBatch but None"),
        (lambda: lintwords.lint_batch(5), "batch is no RecordBatch but of the type int"),
    ],
)
def test_what_is_no_report_no_fix_and_no_batch_is_refused(
    call: Callable[[], object], problem: str
) -> None:
    if "batch" in problem:
        pytest.importorskip("pyarrow")
    with pytest.raises(SettingsError) as trouble:
        call()
    assert trouble.value.problem == problem
