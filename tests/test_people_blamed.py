"""A prejudice about a people is not turned into a charge against its authorities."""

from __future__ import annotations

import pytest

AUTHORITIES = {"en": ("authorities", "government"), "fr": ("autorités", "gouvernement")}


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese steal our jobs.",
        "The Chinese took the work of our weavers.",
        "The Chinese are stealing designs, one manager told us.",
        "The Chinese cheat at exams.",
        "Chinese workers take our jobs.",
        "The Chinese plagiarise.",
        "The Chinese spy on everyone.",
        "The Chinese are all copycats.",
        "The Chinese undercut honest shops.",
        "Our recipes were copied by the Chinese.",
        "The Chinese stole the patent of a small mill.",
        "The Chinese rob tourists.",
        "The law was passed because the Chinese cheat insurers.",
    ],
)
def test_nobody_is_told_to_blame_the_authorities(english, text: str):
    told_of_no_authority(english, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Les Chinois nous volent nos emplois.",
        "Les Chinois prennent le travail de nos tisserands.",
        "Les Chinois copient tout.",
        "Les Chinois trichent aux examens.",
        "Les Chinois mentent toujours.",
        "Les Chinois espionnent tout le monde.",
        "Les Chinois sont tous des copieurs.",
        "Les Chinois cassent les prix.",
        "Nos recettes ont été copiées par les Chinois.",
        "Les Chinois ont volé le brevet d'une petite filature.",
    ],
)
def test_nobody_is_told_so_in_french(french, text: str):
    told_of_no_authority(french, text, "fr")


def told_of_no_authority(linter, text: str, lang: str) -> None:
    """Something is found, and no wording names the authorities."""
    findings = linter.lint(text).findings
    assert findings
    offered = [*(word for one in findings for word in one.instead),
               *(fix.label for one in findings for fix in one.fixes)]
    assert not any(word in row for row in offered for word in AUTHORITIES[lang])


@pytest.mark.parametrize(
    "text",
    [
        "It is a myth that the Chinese steal our ideas.",
        "Nobody should claim that the Chinese copy everything.",
        "The Chinese are not thieves.",
        "That the Chinese steal our jobs is a racist stereotype.",
    ],
)
def test_a_prejudice_that_is_called_one_is_left_alone(english, text: str):
    assert not english.lint(text).findings


@pytest.mark.parametrize(
    "text", ["The Chinese jailed three lawyers.", "The Chinese threatened two reporters."]
)
def test_what_only_a_state_does_is_still_put_on_the_authorities(english, text: str):
    (finding,) = english.lint(text).findings
    assert any("authorities" in fix.label for fix in finding.fixes)
