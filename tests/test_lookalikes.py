"""A word that a reader sees is read, whatever letters it is made of."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

import lintwords
from lintwords import readers
from lintwords.cli.main import main
from lintwords.judge.document_linter import load
from lintwords.model import Document, Options, Span, hull

BOLD = "\U0001d5d6\U0001d5f5\U0001d5f6\U0001d5fb\U0001d5ee"  # in sans-serif letters of mathematics
WIDE = "\uff23\uff48\uff49\uff4e\uff41"
RINGED = "\u24b8\u24d7\u24d8\u24dd\u24d0"
ITALIC = "\U0001d436\u210e\U0001d456\U0001d45b\U0001d44e"  # whose h has a place of its own
CYRILLIC = "\u0421hin\u0430"
GREEK = "Chin\u03bf"


def _each(mark: str) -> str:
    return "".join(letter + mark for letter in "China")


AS_SEEN = {
    "iota": "Ch\u03b9na", "alpha": "Chin\u03b1", "eta": "Chi\u03b7a", "shha": "C\u04bbina",
    "all Cyrillic": "\u0421\u04bb\u0456\u043f\u0430", "Armenian": "C\u0570ina",
    "Cherokee": "\u13dfhina", "Lisu": "\ua4dahina", "dotless": "Ch\u0131na",
    "small capitals": "C\u029c\u026a\u0274a",
    "all small capitals": "\u1d04\u029c\u026a\u0274\u1d00",
    "white on a square": "\U0001f172\U0001f177\U0001f178\U0001f17d\U0001f170",
    "white in a circle": "\U0001f152\U0001f157\U0001f158\U0001f15d\U0001f150",
    "keys": _each("\u20e3"), "dots": _each("\u0323"), "accents": normalize("NFC", _each("\u0301")),
    "a mark": "C\u0323hina", "other marks": "C\u0301h\u0302i\u0303n\u0304a\u0305",
    "backwards": "\u202eanihC\u202c", "fillers": "They\u3164say\uffa0China",
    "a sigma": "\u03f9HINA", "rare marks": _each("\u1dc4"), "one rare mark": "Ch\u1dc4ina",
    "an accent on all but one": "C\u0301h\u0301i\u0301n\u0301a", "half marks": _each("\ufe20"),
    "a bell": "Ch\x07ina", "delete": "Ch\x7fina", "a control": "Ch\x9dina",
    "a note": "Ch\ufff9ina",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5 \u03bcm, \u03b2-carotene, №, ™", id="signs that are no words"),
        pytest.param("\u0412\u043e\u0434\u0430 \u0438 \u0440\u0435\u043a\u0430", id="Cyrillic"),
        pytest.param("\u0397 \u03c0\u03cc\u03bb\u03b7", id="Greek"),
        pytest.param("caf\u00e9, na\u00efve, \u4e2d\u56fd\uff0c", id="accents and wide marks"),
        pytest.param("\u0421h", id="two letters"),
        pytest.param("The \u043c\u0438\u0440 of \u0440\u0435\u043a\u0438", id="Russian words"),
        pytest.param("From Diyarbak\u0131r to I\u011fd\u0131r", id="Turkish names"),
        pytest.param("Vi\u1ec7t Nam n\u01b0\u1edbc \u1ea5y, \u00e9t\u00e9", id="accents of words"),
        pytest.param("pre\u0301ve\u0301nu", id="accents typed by themselves"),
        pytest.param("n\u1d57\u02b0 and 1\u1d49\u02b3", id="raised endings"),
    ],
)
def test_other_letters_stay_what_they_are(text: str) -> None:
    document = readers.read(Path("a.txt"), text.encode())
    assert ([one.text for one in document.segments], document.locked) == ([text], ())


@pytest.mark.parametrize("word", [BOLD, WIDE, RINGED, ITALIC, CYRILLIC])
@pytest.mark.parametrize("format", ["text", "markdown", "html", "rst", "asciidoc"])
def test_a_name_in_other_letters_is_found_in_its_place(word: str, format: str) -> None:
    text = f"They met. {word} jailed a poet."
    (finding,) = lintwords.lint(text, format=format).findings
    assert (finding.words, text[finding.at.start : finding.at.end]) == ("China", word)
    assert not any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize("word", AS_SEEN.values(), ids=AS_SEEN)
def test_a_name_is_found_as_it_is_seen(word: str) -> None:
    text = f"{word} jailed a poet."
    (finding,) = lintwords.lint(text).findings
    assert finding.words.replace("\u2060", "").title() == "China"
    assert text[finding.at.start : finding.at.end] in word
    assert not any(fix.safe for fix in finding.fixes if not word.startswith("They"))
    assert load(Options()).gate(text.encode())


def test_an_old_long_s_is_an_s() -> None:
    (finding,) = lintwords.lint("China \u017fuppre\u017f\u017fes lawyers.").findings
    assert finding.words == "China"


def test_a_page_may_turn_its_letters() -> None:
    text = "<p>So <BDO dir=rtl>anihC</BDO> jailed a poet."
    (finding,) = lintwords.lint(text, format="html").findings
    assert finding.words == "China"
    assert load(Options()).gate(text.encode(), marks="")
    assert not lintwords.lint(text.replace("rtl", "ltr"), format="html").findings


def test_a_control_in_a_value_parts_no_word() -> None:
    data = b'{"text": "Chi\\u0000\\u200bna jailed a poet."}'
    document = readers.read(Path("a.json"), data, fields=["text"])
    (finding,) = load(Options()).lint(document).findings
    assert finding.words.replace("\u200b", "") == "China"


def test_a_word_of_two_pieces_of_a_page_leads_back_to_both() -> None:
    source = f"<p>So {BOLD[:3]}<b>{BOLD[3:]}</b> x {GREEK}"
    (segment,) = readers.read(Path("a.html"), source.encode()).segments
    assert segment.text == "So China x Chino"
    place = hull(segment.map.to_source(Span(3, 8)))
    assert source[place.start : place.end] == f"{BOLD[:3]}<b>{BOLD[3:]}"


def test_a_text_all_in_such_letters_is_not_clean(tmp_path: Path) -> None:
    shift = 0x1D41A - ord("a")
    bold = "".join(chr(ord(one) + shift) if one.islower() else one for one in " jailed a poet.")
    file = tmp_path / "a.txt"
    file.write_text(f"{BOLD}{bold}\n", encoding="utf-8")
    assert main(["check", str(file)]) == 1


@pytest.mark.parametrize("format", ["markdown", "html", "text"])
@pytest.mark.parametrize(
    "text", ["Ch\x1b[1mina jailed a poet.", "China\u02bcs genocide in Xinjiang goes on."]
)
def test_what_a_reader_does_not_see_in_any_format(text: str, format: str) -> None:
    (finding,) = lintwords.lint(text, format=format).findings
    assert finding.words.replace("\u2060", "") == "China"
    assert not any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize("sign", ["\u115f", "\u1160", "\u3164", "\uffa0"])
def test_a_filler_inside_a_word_is_named(
    sign: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Ch{sign}ina jailed five lawyers.\n", encoding="utf-8")
    assert main(["check", str(file)]) == 2
    assert "may be a blank" in capsys.readouterr().err


@pytest.mark.parametrize("sign", ["\u0323", "\u2060"])
def test_a_word_drowned_in_signs_is_named(sign: str) -> None:
    def read(number: int) -> Document:
        text = f"C{sign * number}hina jailed five lawyers."
        return readers.read(Path("a.txt"), text.encode())

    assert not read(400).unread
    assert [one.what for one in read(20_000).unread] == [
        "a word with hundreds of signs in it was not read"
    ]
