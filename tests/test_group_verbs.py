"""English: after a people's name a word that may be a verb is one where the sentence lacks it."""

from __future__ import annotations

import pytest
from tables import slots

from lintwords import lint
from lintwords.judge.document_linter import load
from lintwords.model import Options


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese lie.",
        "The Chinese always lie in such papers, and nobody minds.",
        "The Chinese lie about the numbers.",
        "The Chinese fear nothing.",
        "The Chinese sent soldiers into the abbey.",
        "The Chinese sent police to our house.",
        "The Chinese recruited spies in our town.",
        "The Chinese force women into the mills.",
        "In 1959 the Chinese shot monks at the gate.",
    ],
)
def test_the_people_acts(text: str) -> None:
    (slot,) = slots(load(Options()).compiled, text)
    assert (slot.kind, slot.name) == ("subject", "group")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Chinese guard post at the lake.", id="a caption"),
        pytest.param("The Chinese court jailed monks in the town.", id="another verb"),
        pytest.param("The Chinese court houses refugees in winter.", id="a verb like a plural"),
        pytest.param("The Chinese attack helicopters on the border.", id="a compound"),
        pytest.param("The Chinese plan for peace.", id="a noun with its preposition"),
        pytest.param("The Chinese trained engineers left.", id="a participle"),
        pytest.param("The Chinese offer of talks.", id="of"),
    ],
)
def test_the_word_after_it_is_no_verb(text: str) -> None:
    (slot,) = slots(load(Options()).compiled, text)
    assert slot.kind == "adjective"


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese lie.", "The Chinese cheat.", "The Chinese always cheat.",
        "The Chinese cannot be trusted with a treaty.", "The Chinese never keep a promise.",
        "The Chinese do not care about human lives.",
    ],
)
def test_a_vice_of_a_people_is_an_error_that_no_fix_words(text: str) -> None:
    (finding,) = lint(text).findings
    assert (finding.rule, finding.severity.word) == ("no-morals", "error")
    assert not any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("China sentences labour organiser to six years", 1),
        ("Taiwan, a province of China, has joined the fund.", 1),
        ("Calls from China", 0),
        ("Requests from China", 0),
        ("Calls from China for a boycott of the fair", 1),
    ],
)
def test_headlines_and_heads_of_columns(text: str, found: int) -> None:
    assert len(lint(text).findings) == found
