"""Own words where they meet the text: two articles, a word twice, what is drawn together."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.judge.document_linter import load
from lintwords.model import Document, Edit, Options
from lintwords.readers import plain
from lintwords.run.new_words import ill_met, mark_left


def met(text: str, words: str, lang: str) -> str:
    """What meets badly where `words` stand for what is in brackets."""
    start, end = text.index("<"), text.index(">") - 1
    document: Document = plain.read(
        Path("x.txt"), text.replace("<", "").replace(">", "").encode()
    )
    return ill_met(load(Options(lang=lang)), document, Edit(0, start, end, words), lang)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        pytest.param("The <China> jailed him.", "government of China", "", id="one article"),
        pytest.param("<China> jailed him.", "The Chinese authorities", "", id="nothing before"),
        pytest.param("On the\n\n<China> jailed him.", "The police", "", id="a new paragraph"),
        pytest.param("In the north, <China> acted.", "the police", "", id="a comma between"),
        pytest.param("It is the A<China>.", "B", "", id="inside a word"),
        pytest.param("They gave her <China>.", "the book", "", id="a pronoun"),
        pytest.param("All <China> acted.", "the officials", "", id="all the"),
        pytest.param("The <China> jailed him.", "the government", "The the", id="the the"),
        pytest.param("A <China> jailed him.", "the government", "A the", id="a the"),
        pytest.param("Call on <China> to act.", "the government to", "to to", id="behind them"),
    ],
)
def test_english_words_that_cannot_stand_side_by_side(text: str, words: str, wanted: str) -> None:
    assert met(text, words, "en") == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        pytest.param("La <Chine> a menacé.", "police de Chine", "", id="un article"),
        pytest.param("Tout <Chine> agit.", "le gouvernement", "", id="tout le"),
        pytest.param("Il refuse de <Chine> ici.", "le faire", "", id="un pronom"),
        pytest.param("L'avis de <Chine>.", "la police", "", id="de la"),
        pytest.param("Il gère des <centres>.", "camps d’internement", "", id="des, sans article"),
        pytest.param("L'avis du <parti>.", "gouvernement chinois", "", id="du, sans article"),
        pytest.param("Il parle aux <cadres>.", "agents de l'État", "", id="aux, sans article"),
        pytest.param("Il gère des <centres>.", "les camps", "des les", id="des les"),
        pytest.param("La <Chine> a menacé.", "Le gouvernement chinois", "La Le", id="la le"),
        pytest.param("Le plan de la <Chine>.", "des autorités", "la des", id="la des"),
        pytest.param("L'avis de l'<État>.", "le gouvernement", "l' le", id="elided"),
        pytest.param("L'avis de <Chine>.", "le gouvernement", "de le", id="de le"),
        pytest.param("Un appel à <Chine>.", "les autorités", "à les", id="à les"),
    ],
)
def test_french_words_that_cannot_stand_side_by_side(text: str, words: str, wanted: str) -> None:
    assert met(text, words, "fr") == wanted


def left(text: str, words: str, lang: str = "en") -> str:
    """The mark that is left alone where `words` stand for what is in brackets."""
    start, end = text.index("<"), text.index(">") - 1
    document = plain.read(Path("x.txt"), text.replace("<", "").replace(">", "").encode())
    return mark_left(load(Options(lang=lang)), document, Edit(0, start, end, words), lang)


@pytest.mark.parametrize(
    ("text", "words", "mark"),
    [
        pytest.param("<China> jailed him.", "The police", "", id="nothing is paired"),
        pytest.param("<China, its police>, and Iran acted.", "Both", "", id="a list goes on"),
        pytest.param("<China, a power>, acted.", "Its leaders, a party", "", id="still open"),
        pytest.param("<China, a power, jailed> him.", "Its leaders held", "", id="both go"),
        pytest.param("It <ran “schools”> there.", "ran camps", "", id="both marks go"),
        pytest.param("They call it <a school>.", "a “school”", "", id="both marks come"),
        pytest.param("<China, a power>, acted.", "Its leaders", ",", id="the comma behind"),
        pytest.param("In camps, <schools, it> held men.", "it", ",", id="the comma before"),
        pytest.param("It <ran “vocational> schools”.", "ran", "”", id="the mark that closes"),
        pytest.param("They call it <a school>.", 'a "school', '"', id="a new mark"),
        pytest.param("<China (the> state) acted.", "The leaders", ")", id="a bracket"),
    ],
)
def test_a_mark_that_own_words_leave_alone(text: str, words: str, mark: str) -> None:
    assert left(text, words) == mark


def test_a_french_mark_that_own_words_leave_alone() -> None:
    assert left("Il a ouvert <des « centres> » là-bas.", "des camps", "fr") == "»"
    assert left("Il a ouvert <des « centres »> là-bas.", "des camps", "fr") == ""
