"""No fix is safe where a later word, or what it goes through, makes the mention a country."""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, the_finding


@pytest.mark.parametrize("text", [
    *a_case("pronoun", "China has announced that it will apply for membership of the bloc.",
            "With its chairmanship of the group, China has blocked the report.",
            "China is using its presidency of the council to silence critics.",
            "China must answer for the challenges that it faces.",
            "China has banned the paper and put itself on a path to war.",
            "China has forced its mobile carriers to cut the lines.",
            "China has launched a campaign to raise its profile in the region.",
            "China wants its seat at the table back.",
            "China has forced the miners to satisfy its growing need for ore.",
            "China controls the pits to safeguard its own supply of ore."),
    *a_case("called", "China has jailed three priests, and that ungrateful State wants a loan."),
    *a_case("undergone", "China will receive aid from the fund.",
            "China must contend with a harsh reality.",
            "China must satisfy the requirements of the fund before the vote.",
            "China must meet the criteria for the loan.",
            "China would face a trade war if it armed the junta.",
            "China faces a dilemma over the island."),
    *a_case("topic", "The minister issued a warning on China."),
    *a_case("shut-out", "China was banned from the assembly in May."),
    *a_case("seen", "The senator sees the Chinese taking the lead in the talks.",
            "We have the Chinese building a base on the reef.",
            "You find the Chinese pushing for a vote in the council.",
            "We caught the Chinese spying on the choir.",
            "The Chinese face intimidation at the polls."),
    *a_case("led", "We support a Chinese-led evolution of the country.",
            "They called for a Chinese-led transition.",
            "We back a Chinese-led peace process.",
            "The envoy wants a Chinese-led dialogue.",
            "There can only be a Chinese-led solution."),
    *a_case("beside", "North and China have agreed to talks.",
            "Acme and China have rejected the claim."),
])
def test_no_fix_is_safe_where_a_land_may_be_meant(english, text: str):
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    *a_case("pronoun", "China must end its aggression.", "China has withdrawn its troops.",
            "China has doubled its military budget.", "China has changed its policy on visas.",
            "China should halt its nuclear programme.", "China must tone down its rhetoric.",
            "China has defended its behaviour at the council.",
            "China has repeated its demand that the editors leave.",
            "China has jailed the editors and says it will jail more."),
    *a_case("undergone", "China has refused aid from the fund.",
            "China faces accusations of torture.",
            "China has been urged to free the editors."),
    *a_case("topic", "The minister issued a warning to China."),
    *a_case("shut-out", "China has banned the assembly."),
    *a_case("seen", "The Chinese are building a base on the reef.",
            "The Chinese have been jailing monks for years."),
    *a_case("led", "They condemned a Chinese-led crackdown.", "A Chinese-led raid killed three."),
    *a_case("beside", "He left, and China jailed his brother.",
            "In May and June China jailed nine editors.",
            "She wrote of Tibet, and China banned the book."),
])
def test_a_deed_of_its_government_stays_safe(english, text: str):
    assert is_safe(the_finding(english, text))


def test_a_people_seen_at_something_is_no_adjective(english):
    finding = the_finding(english, "The senator sees the Chinese taking the lead in the talks.")
    assert finding.words == "the Chinese"
    assert [fix.label for fix in finding.fixes][0] == "Chinese authorities"


@pytest.mark.parametrize("text", [
    "The Chinese peacekeeping contingent left the valley.",
    "The Chinese contingent in the mission was praised.",
    "China ratified the convention on torture.",
])
def test_a_contingent_and_a_party_to_a_treaty_are_no_findings(english, text: str):
    assert not english.lint(text).findings
