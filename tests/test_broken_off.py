"""Signs that break off a sentence, or hide a name in it, hide nothing from who reads it."""

from __future__ import annotations

import pytest

import lintwords

BROKEN = [
    "China (jailed a poet",
    "China, [jailed a poet in May.",
    "La Chine (a emprisonné un poète",
    "In May (China) jailed five lawyers.",
    "In May, “China” jailed five lawyers.",
    "En mai (la Chine) a emprisonné cinq avocats.",
    "China; jailed five lawyers.",
    "China : jailed five lawyers.",
    "China / jailed five lawyers.",
    "China | jailed five lawyers.",
    "China | has jailed five lawyers",
    "China, jailed five lawyers.",
    "La Chine ; a torturé un moine.",
    "||China|| jailed five lawyers.",
    "China (see note 3 tortured monks.",
    "China (population 1.4 billion jailed five lawyers.",
    "China (see note 3 has tortured monks (and more).",
    "China (see note 3, tortured monks.",
    "China (note 3 tortured and killed monks.",
    "China (see note 3 is torturing monks.",
    "China [1 jailed five lawyers.",
    "China “the motherland tortured monks.",
    "China – our neighbour jailed five lawyers.",
    "China, our friend jailed five lawyers.",
    "La Chine (1,4 milliard d'habitants a emprisonné cinq avocats.",
    "La Chine (qui est membre de l'ONU a tué 300 moines.",
]
SLIPS = [
    "cHina", "chinA", "Čhina", "Ćhina", "Chiná", "CHina", "ChInA", "ChinA", "cHINA", "Chína",
    "Chi\u0301na", "Chïna",
]
HELD = {
    "html": [
        '<p>Ch<img alt="">ina jailed a poet.</p>', "<p>Ch<svg></svg>ina jailed a poet.</p>",
        "<p>Ch<noscript></noscript>ina jailed a poet.</p>",
        '<p>Ch<i style="font-size:0">x</i>ina jailed a poet.</p>',
        "<p>Ch<code>in</code>a jailed a poet.</p>", "<p>Ch&iacute;na jailed a poet.</p>",
        "<p>La Ch<img>ine a emprisonné un poète.</p>",
        "<p>Ch<noscript>x</noscript>ina jailed a poet.</p>",
        "<p>Ch<dialog>x</dialog>ina jailed a poet.</p>",
        "<div>Ch<dialog><p>x</p></dialog>ina jailed a poet.</div>",
        "<p>Ch<audio src=x>y</audio>ina jailed a poet.</p>",
        "<p>Ch<meta name=x>ina jailed a poet.</p>", "<p>Ch<link rel=x>ina jailed a poet.</p>",
        "<p>Ch<base href=x>ina jailed a poet.</p>", "<p>Ch<title>x</title>ina jailed a poet.</p>",
        "<p>China <noscript>x</noscript> jailed a poet.</p>",
    ],
    "markdown": [
        "Ch<dialog>x</dialog>ina jailed a poet.", "Ch<meta name=x>ina jailed a poet.",
        "Ch``in``a jailed a poet.", "`Chi`na jailed a poet.", "Ch![](x.png)ina jailed a poet.",
    ],
    "asciidoc": ["Ch``in``a jailed a poet."],
}
SILENT = [
    "China (see page 3",
    "China (home of jailed lawyers",
    "China (Peru jailed five lawyers.",
    "China | Jailed two years",
    "China, shaken five times.",
    "China, hit two years ago, is well.",
    "Landslide, China, killed 40 people.",
    "China – a gunman killed five people.",
    "China, a gunman killed five people.",
    "In China (which has jailed five lawyers we met a poet.",
    "La Chine (où Pierre a emprisonné un poète",
    "China: jailed poet freed.",
    "The word “China” means porcelain.",
    "Zhao (China) beat Marin (Spain).",
    "La Chine (voir page 3",
    "They flew to China; jailed editors wrote to them.",
    "La robe était chinée, dit-elle.",
    "The cHina module was jailed in a sandbox.",
]


def _rules(text: str, format: str = "text") -> list[str]:
    return [one.severity.name for one in lintwords.lint(text, format=format).findings]


@pytest.mark.parametrize("text", BROKEN)
def test_what_breaks_off_is_read_on(text: str) -> None:
    assert _rules(text) == ["ERROR"]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_a_name_hides_nothing(name: str) -> None:
    text = f"{name} jailed five lawyers in May."
    (finding,) = lintwords.lint(text).findings
    assert text[finding.at.start : finding.at.end] == name


@pytest.mark.parametrize("name", ["CHine", "Chîne", "Chïne", "cHine", "Çhine", "Chiné"])
def test_nor_does_one_in_french(name: str) -> None:
    assert _rules(f"La {name} a emprisonné cinq avocats en mai.") == ["ERROR"]


@pytest.mark.parametrize(
    ("format", "text"), [(format, text) for format, row in HELD.items() for text in row]
)
def test_nor_does_what_a_name_holds(format: str, text: str) -> None:
    assert _rules(text, format) == ["ERROR"]


@pytest.mark.parametrize("text", SILENT)
def test_what_says_nothing_stays_silent(text: str) -> None:
    assert not [one for one in _rules(text) if one == "ERROR"]
