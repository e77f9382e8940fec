"""A word that a reader sees is read, whatever letters it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

import lintwords
from lintwords import readers
from lintwords.cli.main import main
from lintwords.model import Span, hull

BOLD = "\U0001d5d6\U0001d5f5\U0001d5f6\U0001d5fb\U0001d5ee"  # in sans-serif letters of mathematics
WIDE = "\uff23\uff48\uff49\uff4e\uff41"
RINGED = "\u24b8\u24d7\u24d8\u24dd\u24d0"
ITALIC = "\U0001d436\u210e\U0001d456\U0001d45b\U0001d44e"  # whose h has a place of its own
CYRILLIC = "\u0421hin\u0430"
GREEK = "Chin\u03bf"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5 \u03bcm, \u03b2-carotene, №, ™", id="signs that are no words"),
        pytest.param("\u0412\u043e\u0434\u0430 \u0438 \u0440\u0435\u043a\u0430", id="Cyrillic"),
        pytest.param("\u0397 \u03c0\u03cc\u03bb\u03b7", id="Greek"),
        pytest.param("caf\u00e9, na\u00efve, \u4e2d\u56fd\uff0c", id="accents and wide marks"),
        pytest.param("\u0421h", id="two letters"),
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
