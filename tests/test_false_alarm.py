"""`lintwords report-false-alarm`: it helps, and tells no word of a text that nobody asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordfiles import STYLES, par, run, word

from lintwords.cli.main import main

TEXT = "Calm in Harbour City.\n\nChina detained the piano teacher on Tuesday.\n"


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("embargo.md").write_text(TEXT)
    return "embargo.md"


def test_no_word_of_the_text_is_told(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report-false-alarm", secret]) == 0
    said = capsys.readouterr().out
    assert "rule: country-as-abuser, error, en" in said and "slot: subject" in said
    assert "cues: " in said
    for told in ("China", "detain", "piano", "teacher", "Tuesday", "Harbour", "embargo"):
        assert told not in said


def test_words_are_told_when_asked_for(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report-false-alarm", secret, "--words", "--line", "3"]) == 0
    said = capsys.readouterr().out
    assert "sentence: [China] detained the piano teacher on Tuesday." in said
    assert "governor: detain" in said


def test_each_paragraph_of_a_word_file_has_its_own_cues(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ("China detained the piano teacher.", "China has agreed to the fees of the port.")
    (tmp_path / "a.docx").write_bytes(word("".join(par(run(text)) for text in texts)))
    main(["report-false-alarm", str(tmp_path / "a.docx"), "--words"])
    cues = [row for row in capsys.readouterr().out.splitlines() if row.startswith("cues: ")]
    assert ["detained" in row for row in cues] == [True, False]
    assert ["agreed" in row for row in cues] == [False, True]


def test_where_there_is_none_it_says_so(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report-false-alarm", secret, "--line", "1"]) == 1
    assert main(["report-false-alarm", secret, "--rule", "country-as-mind"]) == 1
    assert main(["report-false-alarm", "gone.md"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("lang", "told"), [
    ("en", ["place: line 3, column 1", "rule: country-as-abuser, error, en",
            "What I expected, and why"]),
    ("fr", ["endroit : ligne 3, colonne 1", "règle : country-as-abuser, erreur, en",
            "Ce que j’attendais, et pourquoi"]),
])
def test_it_names_the_place_and_speaks_the_language_of_the_person(
    secret: str, lang: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ui-lang", lang, "report-false-alarm", secret]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert [row for row in told if row not in said] == []
    left = [row for row in said.splitlines() if lang == "fr" and row.startswith("fixes")]
    assert left == []


def test_a_place_in_word_tells_its_heading_only_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = par("Harvest", style="H1") + par("China detained the piano teacher.")
    (tmp_path / "a.docx").write_bytes(word(body, {"styles": STYLES}))
    for more, place in (([], "place: paragraph 2"), (["--words"], 'paragraph 2 ("Harvest")')):
        assert main(["report-false-alarm", str(tmp_path / "a.docx"), *more]) == 0
        said = capsys.readouterr().out
        assert place in said
        assert ("Harvest" in said) == bool(more)
