"""A speaker's words: nothing rewords them, and every report says so in the same way."""

from __future__ import annotations

import io
import sys

import pytest

import lintwords
from lintwords import interface
from lintwords.cli.main import main
from lintwords.fixes.offers import offers_of
from lintwords.packs import loader
from lintwords.reports import REPORTS
from lintwords.reports.remarks import remarks

SPOKEN = {
    "en": 'The minister said: "China has jailed my brother and six of his friends."\n\n'
          "> The Chinese are hiding the evidence.\n",
    "fr": "La ministre a déclaré : « La Chine a emprisonné mon frère et six de ses amis. »\n\n"
          "> Les Chinois cachent les preuves.\n",
}
WORDINGS = {
    "en": ("Chinese authorities", "Chinese government"),
    "fr": ("autorités chin", "gouvernement chin"),
}


@pytest.mark.parametrize("lang", SPOKEN)
def test_a_quotation_has_no_wording_and_says_what_to_do(lang):
    findings = lintwords.lint(SPOKEN[lang]).findings
    assert [(one.is_quoted, one.fixes, one.instead, offers_of(one)) for one in findings] == [
        (True, (), (), ())
    ] * 2
    assert {one.message for one in findings} == {loader.messages(lang)["quoted-actor"]}
    for remark in remarks(findings, {}):
        assert loader.messages(lang)["report-write"].partition("{")[0] not in remark.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("China jailed two poets.", [(False, True)], id="own words"),
        pytest.param(
            "China has jailed a poet who said 'no'.", [(False, True)], id="beside a quotation"
        ),
        pytest.param('He fears "China jailing poets" most of all.', [], id="a label"),
        pytest.param(
            'She said: "China jailed two poets last year."', [(True, False)], id="speech"
        ),
    ],
)
def test_words_within_a_quotation_are_told_by_their_place(text, expected):
    findings = lintwords.lint(text).findings
    told = [(one.is_quoted, bool(one.fixes or one.instead)) for one in findings]
    assert told == expected


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("lang", SPOKEN)
def test_no_report_offers_a_wording_for_a_quotation(lang, name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(SPOKEN[lang], "utf-8")
    main(["check", "--no-cache", "--lang", lang, "-f", name, "a.md"])
    told = capsys.readouterr().out
    assert told
    assert [words for words in WORDINGS[lang] if words in told] == []


@pytest.mark.parametrize("lang", SPOKEN)
def test_the_review_offers_none_either(lang, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "a.md").write_text(SPOKEN[lang], "utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\nq\n"))
    assert main(["review", "--plain", "--lang", lang, "a.md"]) == 0
    told = capsys.readouterr().out
    assert [words for words in WORDINGS[lang] if words in told] == []
    assert loader.messages(lang)["quoted-actor"] in told
    assert interface.language() == interface.ENGLISH


@pytest.mark.parametrize(("text", "found"), [
    ("In her words: “China tortures the monks.” That is all.", True),
    ("In her words: 'China tortures the monks.' That is all.", True),
    ("The words “China tortures the monks” stood on the wall.", False),
])
def test_somebodys_words_are_no_words_about_words(text: str, found: bool) -> None:
    assert bool(lintwords.lint(text).findings) is found
