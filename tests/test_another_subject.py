"""Words of a line that say something else: another giver, another subject, a claim that is refused.

The table goes with its mirror, sentences in which the same words are the line after all; then whose
words a sentence is, and which wordings fit what stands beside the words found.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import lintwords
from lintwords.model import Finding

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("data").joinpath("lines_another_subject.jsonl").open()
]


def rows_with(key: str) -> list[Any]:
    """The rows of the table that hold this key, each with its sentence as its name."""
    return [pytest.param(row, id=row["text"]) for row in ROWS if key in row]


def lines_of(text: str, profile: str | None = None) -> list[Finding]:
    """The findings of lines and labels in a text."""
    findings = lintwords.lint(text, profile=profile).findings
    return [row for row in findings if row.category != "conflation"]


@pytest.mark.parametrize("row", rows_with("found"))
def test_the_line_is_found_and_another_subject_is_not(row: dict[str, Any]) -> None:
    rules = [one.rule for one in lines_of(row["text"], row.get("profile"))]
    assert (row["rule"] in rules if row["rule"] else bool(rules)) is row["found"]


@pytest.mark.parametrize("row", rows_with("voice"))
def test_whose_words_they_are(row: dict[str, Any]) -> None:
    (one,) = lines_of(row["text"])
    assert (one.voice.value, one.severity.name.lower()) == (row["voice"], row["severity"])


@pytest.mark.parametrize("row", rows_with("wordings"))
def test_a_wording_fits_what_stands_beside_it(row: dict[str, Any]) -> None:
    (one,) = lines_of(row["text"])
    assert list(one.instead) == row["wordings"]


def test_what_happened_weighs_like_the_events() -> None:
    openings = ("What happened", "The events")
    texts = (f"{what} in Tiananmen in June 1989 must be told." for what in openings)
    assert {one.severity.name for text in texts for one in lines_of(text)} == {"SUGGESTION"}
