"""Where a country is meant and not its government: weight, wordings and titles of a finding."""

from __future__ import annotations

import pytest
from offers import a_case, offered, the_finding

import lintwords
from lintwords.model import Severity


def strongest(linter: lintwords.Linter, text: str) -> Severity | None:
    return max((one.severity for one in linter.lint(text).findings), default=None)


@pytest.mark.parametrize("text", [
    *a_case("bound", "The governors listed the freedoms to which China is committed.",
            "These are rules by which China is bound."),
    *a_case("right", "The lawyers questioned China's right to try sailors of other flags.",
            "They withdrew China's most-favoured-nation status."),
    *a_case("part", "China has a key role in these negotiations.",
            "How critical is China to the G20?"),
    *a_case("good", "A stable region is in China's interests.",
            "Peace is not against China's interests.",
            "It would serve the interests of China to let the ships pass."),
    *a_case("market", "China controls the whole supply chain of solar panels."),
    *a_case("thanks", "We thank Norway, China and Chile for their help with the text.",
            "I am grateful to Brazil, China and Egypt for their support in the committee."),
    *a_case("thanks-go", "Our thanks go to Egypt, China and Laos for their work on the text."),
    *a_case("pressed", "China under pressure as talks stall",
            "China comes under pressure at climate summit"),
    *a_case("rival", "The pact is not a counterweight to China.",
            "The bloc does not want to be a counterweight to China."),
])
def test_a_country_that_is_meant_is_no_more_than_a_suggestion(english, text: str):
    assert strongest(english, text) in (None, Severity.SUGGESTION)


@pytest.mark.parametrize("text", [
    "The rules to which China refuses to submit are old.",
    "The rights that China violates are listed here.",
    "China has refused a role in these negotiations.",
    "China played a role in jailing the editors.",
    "China pursues its interests in the Arctic by threats.",
    "China has nationalised the supply chain.",
    "The junta thanked China for its support in the crackdown.",
    "The minister put China under pressure to free the editors.",
    "The pact is a counterweight to China's aggression.",
    "Russia and China joined forces to veto the text.",
])
def test_a_deed_beside_such_words_keeps_its_weight(english, text: str):
    assert strongest(english, text) in (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize("text", [
    "Ce pacte n'est pas un contrepoids à la Chine, qui a bloqué le texte.",
    "Ce sont des droits auxquels la Chine s'est engagée.",
    "Une région stable est dans l'intérêt de la Chine.",
    "Cela servirait les intérêts de la Chine.",
    "Je remercie la Norvège, la Chine et le Chili de leur aide.",
])
def test_a_country_that_is_meant_is_no_more_than_a_suggestion_in_french(french, text: str):
    assert strongest(french, text) in (None, Severity.SUGGESTION)


def test_a_right_weighs_one_step_less_in_french(french):
    text = "Ils contestent le droit de la Chine de juger les marins."
    assert strongest(french, text) is Severity.SUGGESTION
    wrong = "Ils contestent le droit de la Chine d'emprisonner les marins."
    assert strongest(french, wrong) is Severity.WARNING


@pytest.mark.parametrize("text", [
    "China does not observe the shared rules.",
    "China does not respect the common rules.",
    "China does not follow the rules that bind us all.",
])
def test_not_to_keep_shared_rules_is_a_wrong(english, text: str):
    assert strongest(english, text) is Severity.ERROR


@pytest.mark.parametrize("text", [
    "China does not observe the holiday.",
    "China observes the shared rules.",
    "China should play by the rules.",
    "The general said China may attack the island if it declares independence.",
])
def test_a_demand_and_other_omissions_are_no_error(english, text: str):
    assert strongest(english, text) is not Severity.ERROR


def test_not_to_keep_shared_rules_is_a_wrong_in_french(french):
    assert strongest(french, "La Chine ne respecte pas les règles communes.") is Severity.ERROR
    assert strongest(french, "La Chine n'observe pas les règles communes.") is Severity.ERROR
    kept = strongest(french, "La Chine respecte les règles communes.")
    assert kept is not Severity.ERROR


@pytest.mark.parametrize(("text", "rule"), [
    ("The problem is not getting China – it is keeping it.", "country-taken-for-government"),
    ("They asked whether China will side with the rebels.", "country-as-state-actor"),
    ("Frustration with China for blocking the text grew.", "country-taken-for-government"),
])
def test_a_title_tells_what_the_sentence_does(english, text: str, rule: str):
    assert the_finding(english, text).rule == rule


def test_no_title_names_a_noun_where_an_adjective_was_found(english):
    found = the_finding(english, "He spoke of Chinese intentions in the Arctic.")
    assert found.words == "Chinese"
    assert "China" not in found.message


@pytest.mark.parametrize("text", [
    "He spoke of the anger of the Americans, the Russians, and China.",
    "The Chinese, the Russians and the Iranians vetoed the text.",
    "The Chinese, Japanese and Indians have vetoed the text.",
    "China and Russia's support for the junta was condemned.",
    "Russia and China's veto was condemned.",
])
def test_one_of_several_is_asked_for_where_no_wording_fits_all(english, text: str):
    assert all(one.startswith("[") for one in offered(the_finding(english, text)))


def test_a_verb_agrees_across_joined_adverbs(english):
    found = the_finding(
        english, "We shall wait until China fully and consistently complies with the ruling."
    )
    assert offered(found) == [
        "the Chinese government", "Chinese authorities fully and consistently comply",
    ]


def test_no_plural_stands_before_a_verb_that_was_not_seen_to_be_its(english):
    found = the_finding(
        english, "The sanctions stay until China completely and verifiably ends the abuse."
    )
    assert offered(found) == ["the Chinese government"]


@pytest.mark.parametrize("text", [
    "He wrote of the Chinese trying to organise themselves into a nation.",
    "I see the Chinese struggling to free themselves from the mines.",
    "She described the Chinese striving to govern themselves.",
])
def test_a_people_at_work_for_itself_is_no_finding(english, text: str):
    assert not english.lint(text).findings


@pytest.mark.parametrize("text", [
    "We caught the Chinese trying to bribe the minister.",
    "The Chinese are trying to block the text.",
    "He complained of the Chinese jailing the monks themselves.",
])
def test_a_deed_of_the_state_is_found_beside_a_participle(english, text: str):
    assert the_finding(english, text)


@pytest.mark.parametrize("text", [
    "Il décrit les Chinois cherchant à s'organiser en nation.",
    "Elle a vu les Chinois luttant pour se gouverner eux-mêmes.",
])
def test_a_people_at_work_for_itself_is_no_finding_in_french(french, text: str):
    assert not french.lint(text).findings
