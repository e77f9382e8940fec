"""What the rules say themselves: no rule finds anything in their wordings, reasons and messages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lintwords.judge.linter import Linter, load
from lintwords.model import Finding, Options
from lintwords.model.rule import PROFILES, Rule
from lintwords.readers import read

# slots that the sentence fills: the noun after the mention, and the verb
FILLED = {"{head}": "crackdown", "{verb}": "detained"}


def texts(rule: Rule) -> Iterator[str]:
    """What `rule` says in a report, the names of the country filled in."""
    for text in (*rule.instead, rule.title, rule.why, rule.attributed, rule.quoted):
        for slot, word in FILLED.items():
            text = text.replace(slot, word)
        if text:
            yield text


def found(linter: Linter, text: str) -> tuple[Finding, ...]:
    return linter.lint(read(Path("wording.txt"), text.encode())).findings


@pytest.mark.parametrize("profile", PROFILES)
def test_no_rule_finds_anything_in_what_rules_say(profile: str) -> None:
    linter = load(Options(profile=profile))
    loud = [
        (rule.id, finding.rule, finding.words)
        for rule in linter.rules for text in texts(rule) for finding in found(linter, text)
    ]  # fmt: skip
    assert loud == []


def test_no_hidden_rule_but_one_of_house_style_finds_anything_either() -> None:
    linter = load(Options())
    styles = {rule.id for rule in linter.rules if not rule.default}
    shown = linter.showing_all()
    loud = [
        (rule.id, finding.rule, finding.words)
        for rule in linter.rules for text in texts(rule) for finding in found(shown, text)
        if finding.rule not in styles
    ]  # fmt: skip
    assert loud == []


def test_every_slot_of_a_wording_is_known() -> None:
    left = [
        (rule.id, text) for rule in load(Options()).rules for text in texts(rule)
        if "{" in text or "}" in text
    ]  # fmt: skip
    assert left == []


def test_wordings_are_usable_as_they_stand() -> None:
    notes = [
        (rule.id, text) for rule in load(Options()).rules for text in rule.instead
        if "[" in text or "..." in text or "…" in text or text.endswith(".")
    ]  # fmt: skip
    assert notes == []
