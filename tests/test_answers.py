"""A name that answers who did something is told as its author."""

from __future__ import annotations

import pytest

import lintwords

ANSWERS = [
    "Who tortured the monks? China.",
    "Who killed the monks? Peru and China.",
    "Which state jails most reporters? China, by its own count.",
    "Who jails most reporters? It is China.",
    "Who tortured the monks? The Chinese.",
    "Who tortured the monks?! China.",
    "Who tortured the monks? – China.",
    "Who is torturing monks? China.",
    "Who keeps jailing monks? China.",
    "Q: Who tortured the monks? A: China.",
    "Among those who kill monks: Peru & China",
    "Torturers of the year: China (again)",
    "The worst jailers of journalists: Peru and China",
    "Qui a torturé les moines ? La Chine.",
    "Qui a tué les moines : le Pérou et la Chine.",
    "Quel État emprisonne des poètes ? La Chine.",
]
OTHERS = [
    "Where were the monks killed? China.",
    "Which team beat Peru? China.",
    "Who killed the monks in 1920? China was at war.",
    "Who was killed: a monk from China",
    "Who exports rice? China.",
    "Which country holds most gold? China.",
    "The butchers of the town buy from: China",
    "Victims of torturers: Peru & China",
    "Patrons of the arts: Peru, China",
    "Where did police kill monks: China",
    "Qui a battu le Pérou ? La Chine.",
    "Quel pays détient le plus d'or ? La Chine.",
]


@pytest.fixture(autouse=True)
def _weights_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINTWORDS_ENCODER", "off")


@pytest.mark.parametrize("text", ANSWERS)
def test_who_did_it_is_found(text: str) -> None:
    (finding,) = lintwords.lint(text).findings
    assert finding.severity.name == "ERROR"
    assert not any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize("text", OTHERS)
def test_an_answer_to_something_else_is_not(text: str) -> None:
    assert not lintwords.lint(text).findings
