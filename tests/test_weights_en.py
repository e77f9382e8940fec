"""What an English finding weighs, which rule speaks of it, and which wordings stand beside it."""

from __future__ import annotations

import pytest

from lintwords import api
from lintwords.model import Finding


def only(text: str) -> Finding:
    """The one finding in `text`."""
    [finding] = api.lint(text, lang="en").findings
    return finding


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("You do not have China jailing our people.", "warning"),
        ("You have China jailing our people.", "error"),
        ("You never see China threatening its friends.", "warning"),
        ("They did not say why China jails poets.", "error"),
    ],
    ids=["had", "had-indeed", "seen", "denied-elsewhere"],
)
def test_what_somebody_does_not_have_a_country_do_is_one_step_weaker(
    text: str, severity: str
) -> None:
    assert only(text).severity.name.lower() == severity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He spoke of the Chinese wish to join.", "Chinese"),
        ("The Chinese desire to win the seat.", "The Chinese"),
        ("The Chinese offer loans to the junta.", "The Chinese"),
    ],
    ids=["after-of", "verb-alone", "verb-before-plural"],
)
def test_a_noun_after_the_people_is_a_verb_only_where_the_clause_has_no_other(
    text: str, words: str
) -> None:
    assert only(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "China – a country that locks up poets – has vetoed the text.",
        "We blame China — a power that arms the junta.",
        "China (a state that jails its poets) has vetoed the text.",
        "It is China who have blocked the vote.",
    ],
    ids=["dashes", "dash", "brackets", "plural-verb"],
)
def test_no_wording_is_put_beside_words_that_do_not_fit_it(text: str) -> None:
    finding = only(text)
    assert not finding.fixes
    assert all(wording.startswith("[") for wording in finding.instead)


@pytest.mark.parametrize(
    "text",
    [
        "It is China who has blocked the vote.",
        "Actions by China that are aimed at the port were noted.",
        "China – once more – has vetoed the text.",
    ],
    ids=["singular-verb", "verb-of-the-actions", "adverb"],
)
def test_a_wording_is_put_where_its_neighbours_fit_it(text: str) -> None:
    assert only(text).fixes


def test_no_plural_is_put_where_it_stands_later() -> None:
    labels = [fix.label for fix in only("China knows that we fear it.").fixes]
    assert labels == ["The Chinese government"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("China continues to cancel the licences of lawyers.", "error"),
        ("China continues to cancel meetings.", "warning"),
        ("China suspended imports of beef to punish the minister for her visit.", "error"),
        ("China suspended imports of beef in May.", "warning"),
        ("China, which has used these missiles against villages, wants a seat.", "error"),
        ("China, which has used its veto twice, wants a seat.", "warning"),
        ("China froze imports of wine to punish the visit.", "error"),
        ("We should use China's immobilised assets to rebuild the town.", "error"),
        ("Granted, China has released some of the prisoners.", "warning"),
        ("Granted, China has jailed the poets.", "error"),
        ("Were it not for China, the war would be over.", "error"),
        ("The screws are tightening on China.", "error"),
        ("It is time to tighten the screws on China.", "error"),
        ("The world knows what China is doing to the Uyghurs.", "error"),
        ("The world knows what China is doing in the talks.", "warning"),
    ],
    ids=[
        "licences", "meetings", "penalty", "no-penalty", "weapon", "veto", "froze-as-penalty",
        "frozen", "granted", "granted-abuse", "counterfactual",
        "screws-turn", "screws-turned", "done-to-people", "done-in-talks",
    ],
)
def test_a_penalty_or_a_blame_is_an_error_in_any_form(text: str, severity: str) -> None:
    assert only(text).severity.name.lower() == severity


@pytest.mark.parametrize(
    "text",
    [
        "China has the right to defend itself.",
        "China has a right to civilian nuclear energy under the treaty.",
        "They want a China at peace with its neighbours.",
        "The union made tariff concessions to China.",
        "China and Peru will set up a joint commission.",
        "China has built a sanctions-proof economy.",
    ],
)
def test_what_a_state_has_or_is_given_is_no_finding(text: str) -> None:
    assert not api.lint(text, lang="en").findings


@pytest.mark.parametrize(
    "text",
    [
        "China has no right to jail priests.",
        "China claims the right to attack the island.",
        "A China at war with its poets has jailed three more.",
        "China made no concessions in the talks.",
        "China and Peru vetoed the joint text.",
        "China has built a prison for poets.",
    ],
)
def test_a_deed_beside_such_words_is_found(text: str) -> None:
    assert only(text)


@pytest.mark.parametrize(
    "text",
    [
        "A nuclear-armed China has threatened the island.",
        "The union condemned an unrepentant China.",
        "This China jails its poets.",
    ],
)
def test_no_plural_stands_behind_the_article_of_one_thing(text: str) -> None:
    assert [fix.label for fix in only(text).fixes] == ["Chinese government"]


def test_no_article_is_lost_behind_an_adjective_that_ends_the_clause_before() -> None:
    assert only("It is clear China has jailed nine editors.").fixes[0].label == (
        "the Chinese government"
    )


def test_bombs_are_dropped_by_the_military() -> None:
    labels = [fix.label for fix in only("China dropped a bomb on the village.").fixes]
    assert "The Chinese military" in labels


def test_no_government_is_put_beside_its_government() -> None:
    assert not only("The embargo on China, its Government and its people must end.").fixes


def test_nobody_works_for_a_government_but_the_hackers() -> None:
    finding = only("The Chinese hackers' attack was blamed.")
    assert [*(fix.label for fix in finding.fixes), *finding.instead] == [
        "hackers working for the Chinese government"
    ]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The paper says that China has jailed the editor.", "warning"),
        ("The paper says that China has jailed the editor. That is false.", "warning"),
        ("The paper says that China jailed the editor, but its lawyers disagree.", "warning"),
        ("The paper is wrong. China has jailed the editor.", "error"),
        ("China's crackdown was denied, but it goes on.", "error"),
    ],
    ids=["told", "told-and-denied", "told-and-answered", "own-words", "named-by-the-writer"],
)
def test_what_is_told_and_contradicted_weighs_no_more_than_what_is_told(
    text: str, severity: str
) -> None:
    assert only(text).severity.name.lower() == severity
