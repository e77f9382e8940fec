"""Even treatment in one document: the term, the spelling, other states; in `strict` only."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.readers import read

RULES = ("other-state-as-actor", "government-term-mixed", "spelling-mixed")
MIXED = (
    "The Chinese government closed the school.\n\nThe Chinese regime gave no reason, and Macau "
    "asked for none.\n\nThe Chinese government will open another. Macao waits; Macao is patient."
)


def found(text: str, **options: str) -> list[tuple[str, str]]:
    linter = load(Options(**{"profile": "strict", **options}))
    findings = linter.lint(read(Path("mixed.md"), text.encode())).findings
    return [(finding.rule, finding.words) for finding in findings if finding.rule in RULES]


@pytest.mark.parametrize("profile", ["default", "newsroom", "academic"])
def test_other_profiles_leave_a_mixture_alone(profile):
    assert found(MIXED, profile=profile) == []


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        pytest.param(MIXED.replace("regime", "government").replace("Macao", "Macau"), {}, [],
                     id="one way throughout"),
        pytest.param(
            MIXED, {},
            [("government-term-mixed", "The Chinese regime"), ("spelling-mixed", "Macau")],
            id="the rarer way, wherever it stands",
        ),
        pytest.param(
            "Macau voted. Macao slept.", {}, [("spelling-mixed", "Macao")],
            id="the first way, where both stand once",
        ),
        pytest.param(
            "Macao voted. Macao slept. Macau woke. Macau ate. Macao sang.", {},
            [("spelling-mixed", "Macau")], id="once for each other way",
        ),
        pytest.param(
            "The PRC government met. The Chinese regime met. The Chinese regime left.",
            {"government_term": "prc"},
            [("government-term-mixed", "The Chinese regime")],
            id="the house term is the text's own, however rare",
        ),
        pytest.param(
            "The Chinese regime met. The Chinese regime left. Beijing said that it had met.", {},
            [], id="the city said to speak is a finding of another rule already",
        ),
        pytest.param(
            "> Macao voted, she writes.\n\nMacau slept.", {}, [], id="the speaker's own spelling",
        ),
    ],
)
def test_a_mixture_is_found_where_the_text_leaves_its_own_way(text, options, expected):
    assert found(text, **options) == expected
