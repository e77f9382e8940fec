"""The four profiles on one text, and the table of profiles in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

import lintwords

SAMPLE = Path(__file__).parent / "data" / "profiles.md"

DEFAULT = [
    ("country-as-abuser", "China", "error"),
    ("country-as-speaker", "China", "warning"),
    ("reunification-term", "reunification", "suggestion"),
    ("peaceful-liberation", "peaceful liberation of Tibet", "warning"),
    ("chinese-virus", "the Chinese virus", "error"),
]
EXPECTED = {
    "default": DEFAULT,
    "strict": [
        *DEFAULT[:2],
        ("capital-as-government", "Beijing", "suggestion"),
        ("country-as-party", "China", "suggestion"),
        *DEFAULT[2:4],
        ("government-term-mixed", "The Chinese regime", "suggestion"),
        DEFAULT[4],
    ],
    "newsroom": [("country-as-abuser", "China", "warning"), *DEFAULT[2:]],
    "academic": [*DEFAULT[:3], DEFAULT[4]],  # the governor's words are the governor's
}


@pytest.mark.parametrize("profile", EXPECTED)
def test_each_profile_finds_its_own_in_one_text(profile: str) -> None:
    report = lintwords.lint(SAMPLE.read_text("utf-8"), format="markdown", profile=profile)
    found = [(f.rule, f.words, f.severity.word) for f in report.findings]
    assert found == EXPECTED[profile]
