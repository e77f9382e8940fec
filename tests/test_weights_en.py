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
