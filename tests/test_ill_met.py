"""Own words where they meet the text: two articles, a word twice, what is drawn together."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.judge.document_linter import load
from lintwords.model import Document, Edit, Options
from lintwords.readers import plain
from lintwords.run.new_words import ill_met


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
