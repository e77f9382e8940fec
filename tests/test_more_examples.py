"""Examples of the rules of conflation beyond those that stand beside them.

A rule keeps the ten or twenty that tell a reader what it does and that its parts are needed; the
others, of the same shape (`rule` is the id), stand in `data/more_examples_LANG.jsonl`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lintwords.judge.document_linter import load
from lintwords.model import Options, Severity
from lintwords.model.rule import Example, Rule
from lintwords.run.rule_examples import failed_examples
from lintwords.values import replace

DATA = Path(__file__).parent / "data"



@pytest.mark.parametrize("lang", ["en", "fr"])
def test_further_examples_are_found_as_they_say(lang):
    linter = load(Options(lang=lang))
    rules = {rule.id: rule for rule in linter.rules}
    path = DATA / f"more_examples_{lang}.jsonl"
    lines = path.read_text("utf-8").splitlines()
    failures = [
        failure for nth, line in enumerate(lines, 1)
        for failure in failed_examples(linter, with_example(rules, nth, json.loads(line)))
    ]  # fmt: skip
    assert lines
    assert failures == []


def with_example(rules: dict[str, Rule], nth: int, row: dict[str, Any]) -> Rule:
    """The rule of a row, with the row as its one example; it stays a rule of where it stands."""
    severity = Severity[row.pop("severity").upper()] if "severity" in row else None
    rule = rules[row.pop("rule")]
    example = Example(**{**row, "finds": tuple(row["finds"])}, severity=severity, line=nth)
    return replace(rule, examples=(example,))
