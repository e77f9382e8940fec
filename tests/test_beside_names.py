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


pytestmark = pytest.mark.usefixtures("in_own_folder")


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
)
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
)
def test_a_name_with_marks_of_a_format_is_met(name: str, text: str) -> None:
    assert len(found(name, text)) == 1


@pytest.mark.parametrize("opening", ["<pre class='highlight'>", "<pre class=language-sh>",
                                     "<pre class=sourceCode>", "<pre><span class=k>"])
def test_code_is_not_judged(opening: str) -> None:
    assert found("a.html", f"{opening}China jailed three lawyers.</pre><p>A kettle.") == []


EMPHASES = ["*{}*", "**{}**", "_{}_", "__{}__", "/{}/", "~{}~", "={}=", "=={}==", "+{}+", "_*{}*_",
            "{{++{}++}}", "[[{}]]", "{{{{{}}}}}"]


@pytest.mark.parametrize("signs", EMPHASES)
@pytest.mark.parametrize("format", ["txt", "eml"])
@pytest.mark.parametrize(("word", "sentence"), SENTENCES, ids=["en", "fr"])
def test_a_name_that_signs_make_stand_out_is_no_word_that_is_named(
    word: str, sentence: str, format: str, signs: str
) -> None:
    head = "Subject: News\nContent-Type: text/plain; charset=utf-8\n\n" if format == "eml" else ""
    assert found(f"a.{format}", head + sentence.format(signs.format(word)) + "\n") == [word]


@pytest.mark.parametrize("marks", ['"{}"', "“{}”", "« {} »", "'{}'"])
@pytest.mark.parametrize(("word", "sentence"), SENTENCES, ids=["en", "fr"])
def test_in_quotation_marks_a_name_is_named(word: str, sentence: str, marks: str) -> None:
    spoken_of = {"China": "The word {} has five letters.", "Chine": "Le mot {} a cinq lettres."}
    assert found("a.txt", spoken_of[word].format(marks.format(word)) + "\n") == []


@pytest.mark.parametrize("address", [
    " <http://example.org/>", " (http://example.org/a)", " [https://example.org]",
    " <desk@example.org>", " (www.example.org)", "¹,²", "⁽¹⁾", "①", "1,2", "^1^", "~1~",
])
@pytest.mark.parametrize("format", ["txt", "md"])
@pytest.mark.parametrize(("word", "sentence"), SENTENCES, ids=["en", "fr"])
def test_an_address_or_marks_of_notes_after_a_name_hide_it_not(
    word: str, sentence: str, format: str, address: str
) -> None:
    assert found(f"a.{format}", sentence.format(word + address) + "\n") == [word]


@pytest.mark.parametrize(("word", "sentence"), SENTENCES, ids=["en", "fr"])
def test_a_link_that_is_written_out_in_a_text_hides_no_name(word: str, sentence: str) -> None:
    assert found("a.txt", sentence.format(f"[{word}](http://example.org)") + "\n") == [word]


def test_a_fix_stays_between_the_signs_of_an_emphasis() -> None:
    Path("a.txt").write_text("*China* jailed three lawyers.\n", "utf-8")
    (finding,) = api.check(["a.txt"], Options(), cache=False).findings
    (edit,) = finding.fixes[0].edits
    assert (edit.start, edit.end) == (1, 6)


PARTED = [("Chi-\nna", "Chi-\N{SOFT HYPHEN}na", "{} jailed three lawyers."),
          ("Chi-  \r\n  na", "Chi-\N{SOFT HYPHEN}na", "{} jailed three lawyers."),
          ("Chi\N{SOFT HYPHEN}\nna", "Chi\N{SOFT HYPHEN}na", "{} jailed three lawyers."),
          ("Chi-\nne", "Chi-\N{SOFT HYPHEN}ne", "La {} a emprisonné trois avocats.")]


@pytest.mark.parametrize(("written", "word", "sentence"), PARTED)
@pytest.mark.parametrize("format", ["txt", "eml"])
def test_the_end_of_a_line_parts_no_name(
    format: str, written: str, word: str, sentence: str
) -> None:
    head = "Subject: News\nContent-Type: text/plain; charset=utf-8\n\n" if format == "eml" else ""
    lines = "A kettle stood on the stove, and nobody saw the rain that came over the hills."
    assert found(f"a.{format}", f"{head}{sentence.format(written)}\n\n{lines}\n") == [word]


def test_a_word_that_a_line_end_parts_is_one_to_a_fix_and_a_phrase() -> None:
    Path("a.txt").write_text("On Monday Chi-\nna jailed three law-\nyers.\n", "utf-8")
    (finding,) = api.check(["a.txt"], Options(), cache=False).findings
    assert finding.rule == "country-as-abuser"
    (edit,) = finding.fixes[0].edits
    assert (edit.start, edit.end, edit.text) == (10, 17, "the Chinese government")


def test_a_hyphen_between_two_words_stays_at_the_end_of_a_line() -> None:
    assert found("a.txt", "They met state-\nowned firms and China-\nfriendly shops.\n") == []
    assert found("b.txt", "She sells state-\nmade tea. China jailed her.\n") == ["China"]
