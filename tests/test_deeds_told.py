"""Deeds that a sentence tells of its country behind other words, and what only looks like one."""

from __future__ import annotations

import pytest

import lintwords

TOLD = [
    "China, which has never explained it, jailed poets.",
    "China, which never slept, jailed poets for years.",
    "China opened a school and jailed monks.",
    "China has: jailed poets; freed none.",
    "China has: closed his club; beaten two of his pupils.",
    "China has: opened a school; jailed monks.",
    "Fire, China jailed five lawyers.",
    "China holds chess coach",
    "China holds a swimmer in custody.",
    "China beats tennis player in custody",
    "China disappears tennis star",
]
OTHERS = [
    "China, which they love, imported goods are cheap.",
    "Landslide, China in May killed 300 people.",
    "Flood, China killed 300 people.",
    "Fire, China in June killed 12.",
    "Flood, China: 40 dead",
    "China holds chess open",
    "China holds marathon in May",
    "China holds its coach in high regard",
    "China holds players to a draw",
    "China holds player draft in June",
    "China holds players' rights.",
    "China beats tennis player 3-0",
    "China beat the boxer in the final.",
]


@pytest.fixture(autouse=True)
def _weights_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINTWORDS_ENCODER", "off")


@pytest.mark.parametrize("text", TOLD)
def test_a_deed_is_found(text: str) -> None:
    assert [one.severity.name for one in lintwords.lint(text).findings] == ["ERROR"]


@pytest.mark.parametrize("text", OTHERS)
def test_what_looks_like_one_is_not(text: str) -> None:
    assert not lintwords.lint(text).findings
