"""A line that ends in a colon is read with the items that end its sentence."""

from __future__ import annotations

import pytest

import lintwords

TEXTS = {
    "In the past year China:\n- jailed five lawyers;\n- tortured monks.\n": "China",
    "China must:\n\n- free the monks\n- end torture\n": "China",
    "China has:\n(a) jailed five lawyers;\n(b) tortured monks.\n": "China",
    "# China:\n\n1. jailed five lawyers\n2. tortured monks\n": "China",
    "Depuis un an, la Chine :\n- a emprisonné cinq moines ;\n- a torturé des avocats.\n": "Chine",
    "La Chine doit :\n\n- libérer les moines\n- cesser la torture\n": "Chine",
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoder", ["on", "off"])
def test_the_items_go_on(text: str, encoder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if encoder == "off":
        monkeypatch.setenv("LINTWORDS_ENCODER", "off")
    format = "markdown" if "\n\n" in text else "text"
    report = lintwords.lint(text, format=format)
    (finding,) = report.findings
    assert finding.words == TEXTS[text]
    assert text[finding.at.start : finding.at.end] == TEXTS[text]
    for fix in finding.fixes:
        fixed = lintwords.apply(report, [fix])
        assert fixed.count("\n") == text.count("\n")  # nothing between the items is touched


def test_in_a_page() -> None:
    page = "<p>Since then China:</p><ul><li>jailed five lawyers;</li><li>opened a road.</li></ul>"
    assert [one.text for one in lintwords.lint(page, format="html").findings] == ["China"]


@pytest.mark.parametrize("text", [
    "We run projects in China:\n- torture prevention\n- jails without bars\n",
    "China:\n- opened a school\n- bread and water\n",
    "Projets en Chine :\n- prévention de la torture\n- accueil\n",
])  # fmt: skip
def test_a_list_of_what_is_there_says_nothing(text: str) -> None:
    assert not lintwords.lint(text).findings


def test_an_item_that_is_ignored_stays_apart() -> None:
    text = (
        "China:\n\n- jailed five lawyers\n\n"
        "<!-- lintwords: ignore country-as-abuser: said by others -->\n\n- China tortured monks\n"
    )
    findings = lintwords.lint(text, format="markdown").findings
    assert [one.at.line for one in findings] == [1]
