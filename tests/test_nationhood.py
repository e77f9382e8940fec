"""No fix is safe where a nation, its economy, its society or its firms may be meant."""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, offered, the_finding

import lintwords


@pytest.fixture(scope="module")
def linter() -> lintwords.Linter:
    return lintwords.Linter()


@pytest.mark.parametrize("text", [
    *a_case("course", "China has embarked on a course of confrontation.",
            "China has set out on the road to modernisation.",
            "China is moving closer to the centre of the world stage.",
            "China is capable of building a modern navy without outside help.",
            "China has the means to close the strait.",
            "China will have great influence over the rules of the next century.",
            "China has submarines that can reach our coast.",
            "China's involvement in trade and in the games has grown.",
            "China must carry on with its modernisation and reject foreign models.",
            "This is a young nation. China will follow the advice of its friends."),
    *a_case("its", "China has threatened the island while its expanding capacity worries us.",
            "China closed the border, and her people have nothing to eat.",
            "China has banned the seeds, and their farms lie idle.",
            "China has closed its mines, its wells and its quarries.",
            "China will seize the reef to secure its oil supplies.",
            "China has subsidised its domestic chip makers.",
            "China must end her war."),
    *a_case("firms", "Exports are falling because China cheats.",
            "We cannot let China steal our market share.",
            "Chinese theft of designs has ruined the company.",
            "China's unfair commercial practices must end.",
            "In the steel industry China is dumping below cost and breaking the rules.",
            "The industry is losing market share, and China is to blame for the theft.",
            "Our exports have halved. China steals the designs."),
    *a_case("society", "China must learn to accept our values.",
            "China has its own local thinking about values.",
            "China should open itself to other cultures.",
            "China refuses to embrace the values of its neighbours.",
            "We spent the money, and still China does not respect us.",
            "Values are at stake. China must learn to understand us."),
])  # fmt: skip
def test_no_fix_is_safe(linter, text: str):
    assert not is_safe(the_finding(linter, text))


@pytest.mark.parametrize("text", [
    *a_case("course", "China has embarked on a crackdown against the lawyers.",
            "China is able to jail whom it likes.",
            "China has influenced the vote by threatening two delegates.",
            "China has deployed submarines to the strait.",
            "Speaking of modernisation, China has jailed three engineers.",
            "China has moved its police to the border."),
    *a_case("its", "China has repeated its objections to the visit.",
            "China must stop its raids on the exiles.",
            "China has published its plans for the reef.",
            "What China did to her family is known.",
            "China has jailed the nun and banned her books."),
    *a_case("firms", "China has sanctioned the company for its report.",
            "China jailed the director of the company.",
            "China ordered the banks to refuse the loans to the industry.",
            "China has threatened the monks."),
    *a_case("society", "China refuses to accept the verdict.",
            "China must respect the rights of the monks.",
            "China has opened the archives to the inspectors.",
            "China must accept the ruling of the court."),
])  # fmt: skip
def test_an_act_of_its_government_stays_safe(linter, text: str):
    assert is_safe(the_finding(linter, text))


@pytest.mark.parametrize("text", [
    "China has the means to close the strait.",
    "China is capable of sinking the fleet in a week.",
    "China will have great influence over the rules of the next century.",
])  # fmt: skip
def test_authorities_are_too_small_for_a_nation(linter, text: str):
    assert not any("authorities" in label for label in offered(the_finding(linter, text)))


@pytest.mark.parametrize(("text", "asks"), [
    ("We cannot let China steal our market share.", "[who did it"),
    ("Chinese theft of designs has ruined the company.", "[whose"),
])  # fmt: skip
def test_who_it_was_is_asked_where_firms_may_be_accused(linter, text: str, asks: str):
    (only,) = offered(the_finding(linter, text))
    assert only.startswith(asks)
