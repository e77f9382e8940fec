"""The one door: what other programs may ask, and what they are told."""

from __future__ import annotations

from pathlib import Path

import fakes
import pytest

import lintwords
from lintwords import api
from lintwords.errors import CannotRead, SettingsError
from lintwords.model import Cannot, Options, Severity


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(api, "load", fakes.load)


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
               "lintwords reads .adoc .docx .eml .html .md .odt .pdf .rst .txt"),
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
    assert api.in_force(api.load_linter(options)) == number


def test_the_package_knows_no_other_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lintt'"):
        lintwords.lintt  # noqa: B018
