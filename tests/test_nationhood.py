"""No fix is safe where a nation, its economy, its society or its firms may be meant."""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, offered, the_finding


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
    *a_case("called", "Hey China thanks for jailing your poets.",
            "Thank you, China, for closing the camps.",
            "Dear China free the editors."),
    *a_case("is", "This is the dictatorship which China still is.",
            "Is that not the bully that China is?",
            "China's air traffic control closed the route.",
            "China issued a weather alert for the coast.",
            "Eighty years ago China declared war on the empire.",
            "A century ago, China banned the opium trade.",
            "90 years ago China jailed the rebels."),
    *a_case("circular", "Government decisions help Chinese repression in the valley.",
            "Our government's decisions helped Chinese censorship.",
            "Government policy encourages Chinese aggression.",
            "They visited a Chinese-aided clinic in the hills.",
            "They praised the Chinese-aided projects in Chad.",
            "The new regime's silence served Chinese propaganda."),
    *a_case("cut", "China has jailed the editors.\n\n“We ask for help. We wait.",
            "China has jailed the editors.\n\n\"We ask for help.",
            "China has jailed the editors.\n\n«We ask for help."),
    *a_case("retold", "The report stresses China's resolve to crush the strikes.",
            "The preface makes reference to China's threats against the printers.",
            "An assurance that China could not block the loan was given.",
            "We heard the assurance that China could not block the loan."),
    *a_case("space", "China launched a commercial satellite on Friday.",
            "China tests a methane rocket engine",
            "China receives first data from lunar satellite",
            "China fires up engine for reusable rocket"),
    *a_case("alert", "China issues yellow alert for rainstorms.",
            "China reports twelve new cases of cholera.",
            "China confirmed two further deaths from the flu."),
    *a_case("cash", "China's influence and cash have bought the ministers of the island.",
            "China's pressure and money silenced the university."),
    *a_case("loose", "China has is jailing printers again.",
            "China is has been threatening the island.",
            "She chaired a hearing on China's Repression of Faith and Its Meaning."),
])
def test_no_fix_is_safe(english, text: str):
    assert not is_safe(the_finding(english, text))


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
    *a_case("called", "Do you know why China jailed him?",
            "Why has China jailed them? Nobody knows why they were jailed.",
            "China has jailed monks. China has banned books.",
            "Well, China has closed the pass."),
    *a_case("is", "Eight years ago China banned the paper.",
            "30 years ago China jailed the editors.",
            "China has become a threat by jailing its poets.",
            "China's postal ban on the magazine was lifted."),
    *a_case("circular", "They joined a China-backed militia in the hills.",
            "US government officials condemned Chinese repression.",
            "They received Chinese-aided ambulances.",
            "The government condemned Chinese censorship."),
    *a_case("cut", "China has jailed the editors.\n\n“We ask for help,” she said.",
            "China has jailed the editors.\n\n“We ask for help.\n\n“We wait,” she said.",
            "“We wait,” she said.\n\nChina has jailed the editors."),
    *a_case("retold", "The auditors fear China's threats against the printers.",
            "China threatened the printers on Monday."),
    *a_case("space", "China launched missiles on Friday.",
            "China issued a decree on Friday."),
    *a_case("cash", "China's influence has bought the ministers of the island."),
    *a_case("loose", "She chaired a hearing on China's repression of printers.",
            "China has been jailing printers again."),
])
def test_an_act_of_its_government_stays_safe(english, text: str):
    assert is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    "China has the means to close the strait.",
    "China is capable of sinking the fleet in a week.",
    "China will have great influence over the rules of the next century.",
])
def test_authorities_are_too_small_for_a_nation(english, text: str):
    assert not any("authorities" in label for label in offered(the_finding(english, text)))


@pytest.mark.parametrize(("text", "asks"), [
    ("We cannot let China steal our market share.", "[who did it"),
    ("Chinese theft of designs has ruined the company.", "[whose"),
])
def test_who_it_was_is_asked_where_firms_may_be_accused(english, text: str, asks: str):
    (only,) = offered(the_finding(english, text))
    assert only.startswith(asks)
