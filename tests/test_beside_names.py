"""A name is met whatever stands on it or inside it that is no part of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords import api
from lintwords.model import Options
from lintwords.text import spelling

UNSEEN = [
    0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E, 0x202C, 0x2060, 0x2064, 0xFE0F, 0xFEFF, 0xE0041
]
SENTENCES = [("China", "{} jailed three lawyers."), ("Chine", "La {} a emprisonné trois avocats.")]


def found(name: str, text: str) -> list[str]:
    Path(name).write_text(text, "utf-8")
    return [finding.words for finding in api.check([name], Options(), cache=False).findings]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("sign", UNSEEN, ids=hex)
@pytest.mark.parametrize(("word", "sentence"), SENTENCES, ids=["en", "fr"])
def test_a_sign_that_is_not_seen_hides_no_name(word: str, sentence: str, sign: int) -> None:
    inside = f"{word[:3]}{chr(sign)}{word[3:]}"
    assert found("a.txt", sentence.format(inside) + "\n") == [inside]
    (after,) = found("b.txt", sentence.format(word + chr(sign)) + "\n")
    assert after.rstrip(chr(sign)) == word


@pytest.mark.parametrize("mark", ["¹", "²³", "1", "12"])
@pytest.mark.parametrize(("word", "sentence"), SENTENCES, ids=["en", "fr"])
def test_the_figure_of_a_note_hides_no_name(word: str, sentence: str, mark: str) -> None:
    assert found("a.txt", sentence.format(word + mark) + "\n") == [word]


@pytest.mark.parametrize(
    ("form", "word"),
    [("CO2", "CO2"), ("mp3", "mp3"), ("G20", "G20"), ("Plan2025", "Plan2025"), ("²", "²"),
     ("court1", "court"), ("m²", "m")],
)  # fmt: skip
def test_figures_that_belong_to_a_word_stay(form: str, word: str) -> None:
    assert spelling.without_mark(form) == word


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.rst", "**C**\\ hina jailed three lawyers.\n", id="strong letters"),
        pytest.param("a.rst", "Chi\\ na jailed three lawyers.\n", id="an escaped space"),
        pytest.param("a.rst", "China\\ :sup:`1` jailed three lawyers.\n", id="a raised figure"),
        pytest.param("a.rst", "- One.\n\n..\n\n   China jailed three lawyers.\n",
                     id="a quotation after an empty comment"),
        pytest.param("a.adoc", "Chinafootnote:[A note.] jailed three lawyers.\n", id="a footnote"),
        pytest.param("a.adoc", "China^1^ jailed three lawyers.\n", id="a raised figure"),
        pytest.param("a.adoc", "+China+ jailed three lawyers.\n", id="plain letters"),
        pytest.param("a.adoc", "indexterm2:[China] jailed three lawyers.\n", id="a shown term"),
        pytest.param("a.adoc", "indexterm:[Poets]China jailed her.\n", id="a hidden term"),
        pytest.param("a.adoc", "Chi{zwsp}na jailed three lawyers.\n", id="a sign by its name"),
        pytest.param("a.html", "<p translate=no>China jailed three lawyers.", id="translate=no"),
        pytest.param("a.html", "<pre><span>China jailed three lawyers.</span></pre>", id="a span"),
        pytest.param("a.html", "<pre class=postcode>China jailed three lawyers.</pre>",
                     id="a class with code in a word"),
    ],
)  # fmt: skip
def test_a_name_with_marks_of_a_format_is_met(name: str, text: str) -> None:
    assert len(found(name, text)) == 1


@pytest.mark.parametrize("opening", ["<pre class='highlight'>", "<pre class=language-sh>",
                                     "<pre class=sourceCode>", "<pre><span class=k>"])  # fmt: skip
def test_code_is_not_judged(opening: str) -> None:
    assert found("a.html", f"{opening}China jailed three lawyers.</pre><p>A kettle.") == []
