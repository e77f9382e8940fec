"""Rules test themselves; every part of each must do something."""

from __future__ import annotations

import re

import pytest

from lintwords.linter import Linter, load
from lintwords.model import Options
from lintwords.ruletest import test_rules as run_examples


@pytest.fixture(scope="module")
def linter() -> Linter:
    return load(Options())


def test_every_rule_passes_its_examples_and_needs_all_its_parts(linter):
    assert run_examples(linter, mutate=True) == []


def test_every_rule_has_a_dated_source(linter):
    bare = [r.id for r in linter.rules if not any(source.date for source in r.sources)]
    assert bare == []


def test_every_reason_is_short(linter):
    long = [
        rule.id for rule in linter.rules
        if len(rule.why.split()) > 60 or len(rule.summary.split()) > 25 or len(rule.title) > 72
    ]  # fmt: skip
    assert long == []


def test_every_figure_in_a_reason_stands_in_one_of_its_sources(linter):
    loose = []
    for rule in linter.rules:
        carried = figures(" ".join(f"{s.supports} {s.title} {s.date}" for s in rule.sources))
        loose += [(rule.id, figure) for figure in figures(rule.why) - carried]
    assert loose == []


def figures(text: str) -> set[str]:
    """The numbers written in digits, without the commas between thousands."""
    return {number.replace(",", "") for number in re.findall(r"\d[\d.,]*\d|\d", text)}


def test_every_source_says_what_it_supports(linter):
    bare = {s.id for rule in linter.rules for s in rule.sources if not s.supports}
    assert bare == set()
