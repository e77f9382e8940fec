"""No fix is safe where a market, a treaty or another's words may be meant; English and French.

And what was worded badly, or let go, where the shape of a sentence tells who is meant.
"""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, offered, the_finding

from lintwords import Linter
from lintwords.model import Severity

_STRONGMAN = """
lang = "fr"
[[rule]]
id = "house-strongman"
category = "euphemism"
severity = "warning"
title = "Dites ce qu'il est"
why = "La charte le demande."
phrase = "homme fort"
instead = ["président", "élu", "le dirigeant"]
[[rule.source]]
title = "Charte"
publisher = "La maison"
date = "2021-01-01"
url = "https://example.org"
[[rule.example]]
text = "L'homme fort a parlé."
finds = ["homme fort"]
"""


@pytest.mark.parametrize("text", [
    *a_case("its", "China blocked the talks while its social problems grew.",
            "China refused to sign because it is still in a transition of its own.",
            "China rejected the report and said its people had never been so free."),
    *a_case("next", "China has blocked the vote. It is a country that fears its own shadow.",
            "China has jailed them. Its economy is slowing.",
            "China banned the film. Its people deserve better."),
    *a_case("quoted", "\"We waited.\n\nChina jailed them.\n\nWe wept,\" he wrote."),
    *a_case("is", "They fled the dictatorship which China still is, and China jailed their son.",
            "This is the bully that China remains, and China jails poets."),
    *a_case("powers", "Washington hesitates, Moscow invades, and China jails its poets.",
            "Tokyo protests, Seoul waits and China jails the fishermen."),
    *a_case("market", "China has got total control of our steel industry.",
            "A Chinese-controlled shipping firm stole the plans.",
            "Chinese economic domination of the islands must end.",
            "Those Chinese tariffs must be paid at the border."),
    *a_case("signed", "China threatens the island's freedom: Premier Lin",
            "China tortured the monks: minister",
            "China jails more poets: Human Rights Now"),
    *a_case("bound", "China violates its obligations under the convention against torture.",
            "China breached the obligations to which it is committed.",
            "China's involvement is a threat to the monks."),
    *a_case("item", "The debate - China's persecution of believers - was adjourned.",
            "Point V - China's repression of lawyers",
            "Amendment 3: China's crackdown on lawyers"),
    *a_case("other", "A Chinese invasion of the island would ruin us all.",
            "The Republic of China holds the islets. China threatens to seize them."),
])
def test_no_fix_is_safe_where_no_government_is_named_for_sure(english, text: str):
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    "China has detained three lawyers and its police beat a fourth.",
    "China rejected the protest and defended its decision.",
    "The lawyers protested, and China jailed them.",
    "China has imposed tariffs on our barley.",
    "A China-backed militia burned the village.",
    "Today the verdict came: China has jailed three lawyers.",
    "China has tortured the monks.",
    "China has jailed them. Its spokesman said nothing.",
    "\"We wait,\" she said.\n\nChina jailed them.\n\n\"We weep,\" she said.",
    "We deplore one thing: China's crackdown on lawyers.",
    "Chinese aggression at sea must end.",
])
def test_an_act_of_its_government_stays_safe(english, text: str):
    assert is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    *a_case("its", "La Chine a bloqué les vote tandis que ses problèmes sociaux s'aggravaient.",
            "La Chine emprisonne les avocats, et son peuple lui pardonnera.",
            "Le ministre a rencontré l'envoyé. La Chine a refusé. Il repartira demain."),
    *a_case("market", "La Chine veut des relations économiques plus équilibrées.",
            "La Chine finance des infrastructures dans le Pacifique.",
            "La Chine menace nos filatures par une concurrence déloyale."),
    *a_case("signed", "La Chine a emprisonné 300 avocats cette année : Amnesty",
            "Premier ministre Lin : la Chine menace la liberté de l'île",
            "Nous parlons encore de la répression de la Chine comme de la pluie."),
    *a_case("bound", "La Chine viole les obligations qui lui incombent au titre de la convention.",
            "La Chine a accepté de coopérer à l'approbation du traité.",
            "L'engagement de la Chine est indispensable à la lutte contre le réchauffement."),
    *a_case("item", "Point V - La répression de la Chine contre les avocats",
            "Le débat - la répression menée par la Chine - est clos."),
    *a_case("other", "La Chine a lancé un satellite qui espionne nos navires.",
            "La République de Chine, que la Chine menace, a voté."),
])
def test_no_fix_is_safe_in_french_either(french, text: str):
    assert not any(is_safe(one) for one in french.lint(text).findings)


@pytest.mark.parametrize("text", [
    "La Chine a arrêté trois avocats.",
    "La Chine a imposé des droits de douane sur notre orge.",
    "Les avocats ont protesté et la Chine les a emprisonnés.",
    "La Chine a expulsé la journaliste. Il s'agit d'une erreur.",
    "Chers lecteurs, la Chine a expulsé notre correspondante.",
    "Le ministre a appelé la Chine à libérer les avocats.",
])
def test_an_act_of_its_government_stays_safe_in_french(french, text: str):
    assert is_safe(the_finding(french, text))


def test_a_capital_acts_beside_the_country_only_in_a_clause_of_its_kind(english):
    text = "Neither Seoul nor Washington replied to the ban that China imposed."
    assert is_safe(the_finding(english, text))


def test_no_wording_stands_behind_an_article_that_lost_its_vowel(tmp_path):
    rules = tmp_path / "house.toml"
    rules.write_text(_STRONGMAN, encoding="utf-8")
    (only,) = Linter(lang="fr", packs=[rules]).lint("Il cite l'homme fort du pays.").findings
    assert only.instead and not any("l'p" in text for text in only.instead)


def test_words_that_come_again_change_everywhere_or_nowhere(english):
    text = "Who condemned China yesterday? Who will condemn China tomorrow? We condemn China."
    safe = {is_safe(one) for one in english.lint(text).findings if one.fixes}
    assert len(safe) == 1


@pytest.mark.parametrize(("text", "first"), [
    ("The Chinese absolutely respect force and jail all who resist.", "Chinese authorities"),
    ("Chinese threats against the exiles are growing.", "Chinese government"),
    ("MODERATOR China has indicated that it will block the vote.", "The Chinese government"),
])
def test_the_first_wording_fits(english, text: str, first: str):
    assert offered(the_finding(english, text))[0] == first


def test_a_court_is_offered_whatever_the_tense(english):
    for text in ("China jails a printer.", "China has sentenced a 41-year-old man to six years."):
        assert "A court in China" in offered(the_finding(english, text))


def test_one_table_is_worded_in_one_way(english):
    page = "| no | what |\n|---|---|\n| 1 | China detains lawyers |\n| 2 | China has jailed her |\n"
    found = english.lint(page, format="markdown").findings
    assert [offered(one)[0] for one in found] == ["The Chinese government"] * 2


def test_a_title_goes_on_with_a_capital_after_its_colon(english):
    page = "# Winter in the hills: China has jailed the poets\n\nNobody was told.\n"
    (only,) = english.lint(page, format="markdown").findings
    assert offered(only)[0] == "The Chinese government"


@pytest.mark.parametrize(("text", "severity"), [
    ("China: free the librarian now!", Severity.ERROR),
    ("China: stop the torture of monks", Severity.ERROR),
    ("Ministers must raise the fate of the nuns with China.", Severity.WARNING),
    ("China re-educated thousands of monks.", Severity.ERROR),
    ("China's camps in Xinjiang are still open.", Severity.ERROR),
    ("China does not allow free unions.", Severity.WARNING),
])
def test_what_the_shape_of_a_sentence_tells_is_found(english, text: str, severity: Severity):
    assert the_finding(english, text).severity is severity


@pytest.mark.parametrize("text", [
    "Chine : libérez le libraire maintenant !",
    "Le ministre a évoqué son cas avec la Chine.",
    "Les camps chinois au Xinjiang sont toujours ouverts.",
])
def test_what_the_shape_of_a_sentence_tells_is_found_in_french(french, text: str):
    assert the_finding(french, text)


@pytest.mark.parametrize("text", [
    "China: visit the old town first!",
    "China: report finds growth slowing",
    "China: free tickets for students",
    "She raised her glass with China's ambassador.",
    "He raised the question of fish quotas with China.",
    "China's summer camps are full.",
    "A spokeswoman for China denied the abuse.",
    "In the warlord era China jailed his envoy.",
])
def test_a_look_alike_stays_silent(english, text: str):
    assert not english.lint(text).findings


@pytest.mark.parametrize("text", [
    "Chine : visitez la vieille ville !",
    "Il a évoqué son enfance avec sa mère.",
    "Les Chinois nous vendent leurs fruits.",
    "Les camps chinois de vacances plaisent.",
])
def test_a_look_alike_stays_silent_in_french(french, text: str):
    assert not french.lint(text).findings
