"""No fix is safe where firms may own it, a headline is another's, or a rank among states is meant.

Each table goes with its mirror, sentences of the same shape whose fix is safe after all.
"""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, offered, the_finding

import lintwords
from lintwords.model import Severity

HINT = "[name the government, if it is meant]"


@pytest.mark.parametrize("text", [
    *a_case("owned", "The metal goes through a Chinese-controlled supply chain.",
            "The Chinese-controlled port at the canal was inspected.",
            "Chinese-controlled telecom networks carry the calls.",
            "A firm controlled by China runs the port."),
    *a_case("market", "The tariffs answer China's unfair overproduction.",
            "We condemn Chinese trade hegemony."),
    *a_case("poverty", "Having pulled millions out of poverty, China jails its lawyers."),
    *a_case("signed", "China jails poets – Minister Lind",
            "China's repression must end — Ana Ruiz, Mayor of Porto"),
    *a_case("said", "Lord Marlow: China's Repression Must End",
            "Amnesty's Ruiz: China tortures monks",
            "Former PM Ruiz: China Spies on Us All"),
    *a_case("its", "China's repression has cast a shadow over its rise.",
            "China's crackdown runs against its long-term interest.",
            "China's coercion does not fit its role in the global trading system.",
            "China's threats have slowed its growth curve.",
            "China's repression has wasted its potential."),
    *a_case("first", "China Launches First Night Train to Lhasa",
            "China launches longest ferry line to Penang"),
    *a_case("quest", "China plans deep-sea survey of trench",
            "China Plans Search for Habitable Planets",
            "China Plans Space Telescope"),
    *a_case("site", "The deal will allow China to operate gas fields in the north.",
            "China is operating the port of Harwich."),
    *a_case("laid-by-whom", "There is a review of Chinese tariffs under way."),
    *a_case("led", "We must offset China's government-led push to jail lawyers."),
    *a_case("like", "What will talks with the Chinese look like after the vote?"),
    *a_case("twins", "They fear Chinese goods and Chinese threats alike.",
            "The film is about Chinese students and Chinese repression.",
            "China's investment and China's coercion go together."),
    *a_case("venture", "The Chinese are partnered with a builder on the dam."),
    *a_case("work", "The study titled China's Crackdown on Lawyers was withdrawn.",
            "The investigation on China's Policies on Steel Imports was opened."),
    *a_case("rank", "Ministers urged China to be a responsible stakeholder.",
            "Leaders urged China to play a constructive role in the peace talks.",
            "She pressed China to become a partner."),
    *a_case("written", "She wrote an article urging China to free the bookseller.",
            "He gave a speech calling on China to close the camps."),
])
def test_a_person_looks_first(english: lintwords.Linter, text: str) -> None:
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    *a_case("ruled", "The militia is controlled by China.",
            "A Chinese-controlled militia shelled the village.",
            "They fled the Chinese-controlled part of the border region.",
            "The Chinese-controlled legislature rubber-stamped the bill."),
    *a_case("tag", "Human Rights Day: China Jails Poets", "Kashgar: China Jails Poets",
            "China jails poets – and their publishers", "China jails poets – Harbour News"),
    *a_case("its", "China has not answered for its abuses.",
            "China denied its role in the raid.",
            "China's raids served its campaign against the monks."),
    *a_case("work", "The study of China's crackdown on lawyers was withdrawn."),
    *a_case("plan", "China Plans Ban on Exit Visas", "China plans to jail more lawyers"),
    *a_case("site", "China runs secret prisons and a port."),
    *a_case("laid-by-whom", "The Chinese tariffs on wine were raised in May."),
    *a_case("led", "We must offset China's push to jail lawyers."),
    *a_case("like", "What does China's repression look like?"),
    *a_case("twins", "Chinese propaganda and Chinese repression go hand in hand."),
    *a_case("asked", "We urge China to free the bookseller.",
            "The mayors urged China to be honest about the camps."),
    *a_case("written", "We wrote an article urging China to free the bookseller."),
])
def test_its_mirror_is_safe(english: lintwords.Linter, text: str) -> None:
    assert is_safe(the_finding(english, text))


@pytest.mark.parametrize(("text", "safe"), [
    ("China Moves on Hong Kong Lawyers", ["Chinese Authorities Move"]),
    ("China Plans for Longer Detention", ["Chinese Authorities Plan"]),
    ("China Calls for Fair Talks on Reef", ["Chinese Government"]),
    ("China Attacks Taiwan Newspaper", ["Chinese Government", "Chinese Authorities Attack"]),
    ("China Calls on Court to Jail Exiles", ["Chinese Government"]),
])
def test_a_verb_that_would_read_as_a_noun_is_left_to_a_person(
    english: lintwords.Linter, text: str, safe: list[str]
) -> None:
    assert [fix.label for fix in the_finding(english, text).fixes if fix.safe] == safe


@pytest.mark.parametrize("text", [
    "China was allowed to hold the games.",
    "China was chosen to stage the world cup.",
    "Why did they allow China to host the winter Olympics?",
])
def test_a_host_is_a_country(english: lintwords.Linter, text: str) -> None:
    assert not english.lint(text).findings


@pytest.mark.parametrize(("text", "found"), [
    ("China and Russia cooperate to protect the cranes.", False),
    ("China and Russia work together to torture prisoners.", True),
])
def test_states_that_work_together_are_let_go(
    english: lintwords.Linter, text: str, found: bool
) -> None:
    assert bool(english.lint(text).findings) is found


@pytest.mark.parametrize("text", [
    "As part of the council, China must free the lawyers.",
    "When it became a member of the club, China promised to free them.",
    "Becoming a country ruled by fear, China jails its poets.",
    "The Russians and the Chinese are jailing lawyers.",
])
def test_no_government_stands_where_a_country_is_named(
    english: lintwords.Linter, text: str
) -> None:
    assert offered(the_finding(english, text)) == [HINT]


@pytest.mark.parametrize("text", [
    "As part of a campaign of fear, China jails lawyers.",
    "When it became clear, China promised to free them.",
    "The guards and the Chinese are jailing lawyers.",
])
def test_a_government_stands_where_none_is(english: lintwords.Linter, text: str) -> None:
    assert HINT not in offered(the_finding(english, text))


@pytest.mark.parametrize(("text", "weight"), [
    ("We must press China to crack down on fentanyl.", Severity.WARNING),
    ("We must press China to free the bookseller.", Severity.ERROR),
    ("Smugglers breach China's restrictions on ivory.", Severity.WARNING),
    ("Nobody should ignore China's threats.", Severity.ERROR),
    ("It is regrettable that China has not released the monks.", Severity.ERROR),
    ("It is clear that China has not released the monks.", Severity.WARNING),
    ("It is not regrettable that China has not released the monks.", Severity.WARNING),
])
def test_what_is_regretted_weighs_and_what_is_no_wrong_of_the_country_less(
    english: lintwords.Linter, text: str, weight: Severity
) -> None:
    assert the_finding(english, text).severity is weight


def test_a_line_with_a_that_keeps_its_articles(english: lintwords.Linter) -> None:
    labels = offered(the_finding(english, "Ministers believe that China jails poets"))
    assert labels[0] == "the Chinese government"
