"""A name that a writer sets apart is read: in brackets, in quotation marks, before a pause, letter
by letter."""

from __future__ import annotations

from pathlib import Path

import pytest

import lintwords
from lintwords.cli.main import main

FOUND = {
    "[China] tortured monks.": "China",
    "“[China] jailed five lawyers,” she said.": "China",
    "She said that [China] jailed five lawyers.": "China",
    "(China) tortured monks.": "China",
    "“[T]he Chinese jailed five lawyers,” she said.": "The Chinese",
    "“China” tortured monks.": "China",
    "China… tortured monks.": "China",
    "China ... tortured monks.": "China",
    "China – has tortured monks.": "China",
    "China – jailed five lawyers.": "China",
    "C H I N A jailed five lawyers.": "CHINA",
    "C h i n a jailed five lawyers.": "China",
    "C\xa0h\xa0i\xa0n\xa0a jailed five lawyers.": "China",
    "C\u2009h\u2009i\u2009n\u2009a jailed five lawyers.": "China",
    "C\u2800h\u2800i\u2800n\u2800a jailed five lawyers.": "China",
    "C\u202fH\u202fI\u202fN\u202fA jailed five lawyers.": "CHINA",
    "C  h  i  n  a jailed five lawyers.": "China",
    "La C\xa0h\xa0i\xa0n\xa0e a emprisonné cinq moines.": "Chine",
    "C H I N A   J A I L S   F I V E   L A W Y E R S": "CHINA",
    "« [La Chine] a emprisonné cinq moines », dit-elle.": "Chine",
    "La Chine… a torturé des moines.": "Chine",
    "La C H I N E a emprisonné cinq moines.": "CHINE",
    "L A   C H I N E   A   E M P R I S O N N É   C I N Q   M O I N E S": "CHINE",
}


@pytest.mark.parametrize("encoder", ["on", "off"])
def test_it_is_read(encoder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if encoder == "on":  # off is as all tests run
        monkeypatch.delenv("LINTWORDS_ENCODER")
    found = {
        text: [one.words.replace("\N{WORD JOINER}", "") for one in lintwords.lint(text).findings]
        for text in FOUND
    }
    assert found == {text: [words] for text, words in FOUND.items()}


@pytest.mark.parametrize("text", [
    "“China” means the middle kingdom.", "The jails of [the land] hold China roses.",
    "China – jailed lawyers on trial.", "Answers A B C D are about China.",
])
def test_what_says_nothing_of_it_is_let_go(text: str) -> None:
    assert not lintwords.lint(text).findings


def test_no_fix_touches_letters_set_apart() -> None:
    text = "C H I N A jailed five lawyers."
    report = lintwords.lint(text)
    (finding,) = report.findings
    assert finding.text == "C H I N A"
    assert not any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize("blank", ["&nbsp;", "&thinsp;", "&#8202;", "\u200a"])
def test_blanks_of_a_page(blank: str, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<p>{blank.join('CHINA')} jailed five lawyers.</p>", encoding="utf-8")
    assert main(["check", str(page)]) == 1


def test_a_last_letter_that_may_be_a_word_is_named(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("La C h i n e a emprisonné cinq moines.\n", encoding="utf-8")
    assert main(["check", str(path)]) == 2


def test_a_line_whose_words_cannot_be_told_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "line.txt"
    path.write_text("C H I N A J A I L S F I V E L A W Y E R S\n", encoding="utf-8")
    assert main(["check", str(path)]) == 2
    assert "letters stand apart" in capsys.readouterr().err
