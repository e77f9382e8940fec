"""What is denied, doubted or called wrong weighs less; plain blame in general words is an error."""

from __future__ import annotations

import pytest
from offers import is_safe, the_finding

import lintwords
from lintwords.model import Severity


@pytest.fixture(scope="module")
def linter() -> lintwords.Linter:
    return lintwords.Linter()


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
])  # fmt: skip
def test_what_nobody_blames_it_for_is_a_warning(linter, text: str):
    assert the_finding(linter, text).severity is Severity.WARNING


@pytest.mark.parametrize("text", [
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
])  # fmt: skip
def test_plain_blame_is_an_error(linter, text: str):
    assert the_finding(linter, text).severity is Severity.ERROR


def test_an_act_that_is_not_called_bad_is_no_error(linter):
    text = "What China did was not irresponsible."
    assert the_finding(linter, text).severity is Severity.WARNING


@pytest.mark.parametrize(("text", "told"), [
    ("We did not blame China for the flood.", "who is blamed"),
    ("Nobody condemned China for the raid.", "who is blamed"),
    ("We condemn China for the raid.", "who is blamed"),
    ("They persuaded China that the pact is fair.", "wish or view"),
    ("We must convince China that the raids are wrong.", "wish or view"),
    ("They persuaded China to sign the pact.", "should act"),
])  # fmt: skip
def test_a_title_says_who_does_what(linter, text: str, told: str):
    assert told in the_finding(linter, text).message


def test_nothing_is_changed_before_a_mark_that_stands_apart(linter):
    assert not is_safe(the_finding(linter, "We condemn China' s raids."))
