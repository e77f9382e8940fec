"""What is denied, doubted or called wrong weighs less; plain blame in general words is an error."""

from __future__ import annotations

import pytest
from offers import is_safe, offered, the_finding

from lintwords.model import Severity


@pytest.mark.parametrize("text", [
    "We are not suggesting that China jailed him.",
    "I am not saying China stole the designs.",
    "I doubt that China jailed him.",
    "It would be wrong to accuse China of theft.",
    "It would be unfair to blame China for the flood.",
    "It makes no sense to demonise China.",
    "There is no reason to condemn China.",
    "Nobody's interest is served by treating China as a threat.",
    "Criticism of China cannot hide the failures of our own police.",
    "If China jails the editors, we shall leave.",
    "We have not seen China threaten the printers.",
    "I have not heard China threaten anyone.",
    "The island will fight if attacked by China.",
])
def test_what_nobody_blames_it_for_is_a_warning(english, text: str):
    assert the_finding(english, text).severity is Severity.WARNING


@pytest.mark.parametrize("text", [
    "We have seen China threaten the printers.",
    "Whoever is attacked by China will fight.",
    "China has never played by the rules.",
    "China never keeps its word.",
    "China has never complied with the ruling.",
    "China is more and more aggressive in the strait.",
    "What China did was irresponsible.",
    "What — what China did was irresponsible.",
    "What China has done is unacceptable.",
    "China's behaviour is irresponsible.",
    "China has behaved shamefully.",
    "China fails to meet the most basic standards.",
    "We reject conduct by China that hurts its neighbours.",
    "We are suggesting that China jailed him.",
    "There is every reason to condemn China.",
    "It is right to accuse China of theft.",
    "The court found beyond reasonable doubt that China jailed him.",
    "China, which has never explained the arrests, jails poets.",
    "China (which has never slept) jails poets.",
])
def test_plain_blame_is_an_error(english, text: str):
    assert the_finding(english, text).severity is Severity.ERROR


@pytest.mark.parametrize("text", [
    "China never closed the port.", "China has not honoured the treaty.",
])
def test_what_is_only_denied_is_no_blame(english, text: str):
    assert the_finding(english, text).severity is Severity.SUGGESTION


def test_an_act_that_is_not_called_bad_is_no_error(english):
    text = "What China did was not irresponsible."
    assert the_finding(english, text).severity is Severity.WARNING


@pytest.mark.parametrize(("text", "told"), [
    ("We did not blame China for the flood.", "who is blamed"),
    ("Nobody condemned China for the raid.", "who is blamed"),
    ("We condemn China for the raid.", "who is blamed"),
    ("They persuaded China that the pact is fair.", "wish or view"),
    ("We must convince China that the raids are wrong.", "wish or view"),
    ("China decided to take the reef.", "who acts"),
    ("China wants to take the reef.", "wish or view"),
    ("They persuaded China to sign the pact.", "should act"),
])
def test_a_title_says_who_does_what(english, text: str, told: str):
    assert told in the_finding(english, text).message


@pytest.mark.parametrize(("text", "has", "never"), [
    ("We have not seen the Chinese make a concession.", "the Chinese government", "makes"),
    ("Though it denies this, China jails printers.", "the Chinese government", "authorities"),
    ("Q China's threats to the printers, did you raise them?", "The Chinese government", "the "),
])
def test_the_words_around_fit_the_government(english, text: str, has: str, never: str):
    labels = offered(the_finding(english, text))
    assert has in labels
    assert not any(never in label for label in labels)


def test_a_list_ends_where_a_clause_begins(english):
    text = "The treaty was an insult to the Soviet Union and China has banned it."
    assert the_finding(english, text).slot == "subject"


def test_nothing_is_changed_before_a_mark_that_stands_apart(english):
    assert not is_safe(the_finding(english, "We condemn China' s raids."))
