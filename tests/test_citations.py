"""A citation between two words of a sentence: the sentence goes on after it, in each format."""

from __future__ import annotations

import pytest

import lintwords
from lintwords.model import Severity

CITED = [
    *(("text", f"In May, China {cited} jailed two of her friends.") for cited in (
        "(p. 3)", "(see p. 14)", "(pp. 3–5)", "(p. iv)", "[4, p. 3]", "(Doe 2021, p. 3)",
        "(ibid., p. 7)", "(cf. Doe 2021, fn. 3)",
    )),
    ("text", "China (Doe and Roe 2021, n. 4; Poe 2019, p. 12) jailed two of her friends."),
    ("markdown", "In May, China [@doe21, p. 3] jailed two of her friends."),
    ("markdown", "In May, China [see @doe21, pp. 3-4; @roe] jailed two of her friends."),
    ("markdown", "In May, China {cite}`doe21` jailed two of her friends."),
    ("markdown", "In May, China {cite:p}`doe21` jailed two of her friends."),
    ("rst", "In May, China :cite:`doe21` jailed two of her friends."),
    ("rst", "In May, China :footcite:p:`doe21,roe` jailed two of her friends."),
    ("rst", "In May, China\\ :sup:`1` jailed two of her friends."),
    ("asciidoc", "In May, China cite:[doe21(3)] jailed two of her friends."),
]


@pytest.mark.parametrize(("format", "text"), CITED)
def test_a_sentence_goes_on_after_a_citation(format: str, text: str) -> None:
    (finding,) = lintwords.lint(text, format=format, lang="en").findings
    at = text.index("China")
    assert (finding.rule, finding.severity, finding.at.start) == (
        "country-as-abuser", Severity.ERROR, at,
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The report has a map of China (p. 3). Jailed poets met.", id="a map"),
        pytest.param("They read of China on p. 3. Jailed poets wrote it.", id="a sentence ends"),
        pytest.param("Doe wrote of China (p. 3); the poet jailed by his editor left.", id="clause"),
    ],
)
def test_a_page_number_makes_no_subject(text: str) -> None:
    assert lintwords.lint(text, lang="en").findings == ()
