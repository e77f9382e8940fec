"""Rules test themselves; every part of each must do something."""

from __future__ import annotations

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
