"""Straight and curly quotation marks are the same marks to rules, voices and the reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintwords import lint
from lintwords.model import Finding

PAIRS = (Path(__file__).parent / "data" / "marks_en.txt").read_text("utf-8").splitlines()
FRENCH = [
    "« La Chine ment », nous a dit le maire.",
    "« La Chine a emprisonné mon fils », dit-elle, « et la Chine se tait. »",
    "Elle a ajouté : « La Chine veut notre silence. »",
    "Le délégué regrette que « la Chine refuse de répondre ».",
]


def told(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.severity, finding.voice, finding.words, len(finding.fixes)


@pytest.mark.parametrize("text", PAIRS)
def test_straight_and_curly_marks_give_the_same_findings(text: str) -> None:
    curly = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”")
    assert curly.count("“") == curly.count("”") > 0
    assert [*map(told, lint(text).findings)] == [*map(told, lint(curly).findings)]


@pytest.mark.parametrize("text", FRENCH)
def test_guillemets_and_straight_marks_give_the_same_findings(text: str) -> None:
    straight = re.sub("« | »", '"', text)
    found = [[*map(told, lint(one, lang="fr").findings)] for one in (text, straight)]
    assert found[0] == found[1] != []


def test_a_label_in_marks_is_the_head_of_a_pair_of_names() -> None:
    plain = "The US-China strategic dialogue opens today."
    marked = 'The US-China "strategic dialogue" opens today.'
    assert lint(plain).findings == lint(marked).findings == ()
