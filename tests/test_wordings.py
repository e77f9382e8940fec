"""What the rules say themselves: no rule finds anything in their wordings, reasons and messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lintwords import api
from lintwords.judge.document_linter import ALL_LANGUAGES, DocumentLinter, load
from lintwords.model import Finding, Options
from lintwords.model.rule import PROFILES, Rule
from lintwords.readers import read
from lintwords.reports.words import wordings
from lintwords.settings.selection import showing_all

# slots that the sentence fills: the noun after the mention, and the verb
FILLED = {"{head}": "crackdown", "{verb}": "detained"}
CASES = [(profile, lang) for profile in PROFILES for lang in ALL_LANGUAGES]


def texts(rule: Rule) -> Iterator[str]:
    """What `rule` says in a report, the names of the country filled in."""
    for text in (*rule.instead, rule.title, rule.why, rule.attributed, rule.quoted):
        for slot, word in FILLED.items():
            text = text.replace(slot, word)
        if text:
            yield text


def found(linter: DocumentLinter, text: str) -> tuple[Finding, ...]:
    return linter.lint(read(Path("wording.txt"), text.encode())).findings


@pytest.mark.parametrize(("profile", "lang"), CASES)
def test_no_rule_finds_anything_in_what_rules_say(profile: str, lang: str) -> None:
    linter = load(Options(profile=profile, lang=lang))
    loud = [
        (rule.id, finding.rule, finding.words)
        for rule in linter.rules for text in texts(rule) for finding in found(linter, text)
        if finding.rule != "country-perhaps-government"  # titles are too short to be sure of
    ]
    assert loud == []


@pytest.mark.parametrize("lang", ALL_LANGUAGES)
def test_no_hidden_rule_but_one_of_house_style_finds_anything_either(lang: str) -> None:
    linter = load(Options(lang=lang))
    styles = {rule.id for rule in linter.rules if not rule.default}
    shown = load(showing_all(linter.options, linter.rules), linter)
    loud = [
        (rule.id, finding.rule, finding.words)
        for rule in linter.rules for text in texts(rule) for finding in found(shown, text)
        if finding.rule not in styles
    ]
    assert loud == []


@pytest.mark.parametrize("lang", ALL_LANGUAGES)
def test_every_slot_of_a_wording_is_known(lang: str) -> None:
    left = [
        (rule.id, text) for rule in load(Options(lang=lang)).rules for text in texts(rule)
        if "{" in text or "}" in text
    ]
    assert left == []


@pytest.mark.parametrize("lang", ALL_LANGUAGES)
def test_wordings_are_usable_as_they_stand(lang: str) -> None:
    notes = [
        (rule.id, text) for rule in load(Options(lang=lang)).rules for text in rule.instead
        if "[" in text or "|" in text or "..." in text or "…" in text or text.endswith(".")
    ]
    assert notes == []


# an order to the writer at the end of a wording: "…, with the act named"
ORDERS = re.compile(
    r"\b(with|avec) [^,]*\b(named|nommés?|figures?|numbers?|chiffres)\b|by (its|their) own name|"
    r"à nommer|, with (its|their) "
)


@pytest.mark.parametrize("lang", ALL_LANGUAGES)
def test_no_wording_orders_the_writer_what_to_add(lang: str) -> None:
    orders = [
        (rule.id, text) for rule in load(Options(lang=lang)).rules for text in rule.instead
        if ORDERS.search(text)
    ]
    assert orders == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("China sent the junta a million doses.", "[who did it: ", id="a firm"),
        pytest.param("China hacked the ministry.", "[who did it: ", id="nobody was seen"),
        pytest.param("It was a Chinese cyberattack.", "[whose: ", id="an owner"),
        pytest.param("China jailed five poets.", "", id="a government alone does that"),
        pytest.param("China has blocked the site.", "", id="the same"),
    ],
)
def test_where_it_is_open_who_acted_the_first_wording_asks(text: str, asked: str) -> None:
    (finding,) = api.lint(text).findings
    first = wordings(finding)[0]
    assert first.startswith(asked or "The Chinese government")
    assert any(fix.safe for fix in finding.fixes) is not bool(asked)
