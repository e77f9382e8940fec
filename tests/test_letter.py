"""An open letter of the kind behind this project, in French, whose language nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

import lintwords
from lintwords import api

LETTER = (Path(__file__).parent / "data" / "lettre_fr.md").read_text("utf-8")

pytestmark = pytest.mark.skipif("fr" not in api.LANGUAGES, reason="no country profile in French")


def test_the_letter_gives_the_findings_that_an_editor_would():
    report = lintwords.lint(LETTER, format="markdown")
    assert [file.lang for file in report.files] == ["fr"]
    assert [(f.rule, f.severity.word, f.words) for f in report.findings] == [
        ("country-as-abuser", "error", "Chine"),
        ("country-as-owner-of-abuse", "error", "Chine"),
        ("country-addressed", "error", "Chine"),
        ("hk-return-motherland", "suggestion", "le retour de Hong Kong à la mère patrie"),
    ]


def test_its_findings_are_in_french():
    for finding in lintwords.lint(LETTER, format="markdown").findings:
        assert finding.lang == "fr"
        said = (finding.message, finding.why, *finding.instead, *(x.why_not for x in finding.fixes))
        for text in filter(None, said):
            assert not {"the", "of", "is", "it", "and"} & set(text.lower().split()), text


@pytest.mark.parametrize("words", [
    "« La Chine a sorti 800 millions de personnes de la pauvreté »",
    "« centres de formation professionnelle »", "« le virus chinois »", "la « Chine »",
])
def test_what_it_names_to_reject_is_silent(words):
    start = LETTER.replace("\u00a0", " ").index(words)
    end = start + len(words)
    found = lintwords.lint(LETTER, format="markdown").findings
    assert [f.rule for f in found if f.at.start < end and start < f.at.end] == []


def test_its_fixes_name_the_government():
    report = lintwords.lint(LETTER, format="markdown")
    fixes = [fix for finding in report.findings for fix in finding.fixes[:1]]
    assert [fix.label for fix in fixes] == [
        "le gouvernement chinois", "du gouvernement chinois", "le gouvernement chinois",
    ]
