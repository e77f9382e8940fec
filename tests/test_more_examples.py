"""Examples of the rules of conflation beyond those that stand beside them.

A rule keeps the ten or twenty that tell a reader what it does and that its parts are needed; the
others, of the same shape (`rule` is the id), stand in `data/more_examples_LANG.jsonl`.
"""

from __future__ import annotations

import further
import pytest

from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.run.rule_examples import failed_examples
from lintwords.values import replace


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_further_examples_are_found_as_they_say(lang: str) -> None:
    linter = load(Options(lang=lang))
    rules = {rule.id: rule for rule in linter.rules}
    examples = list(further.examples(lang))
    failures = [
        failure for id, example in examples  # each by the rule as it is shipped
        for failure in failed_examples(linter, replace(rules[id], examples=(example,)))
    ]
    assert examples
    assert failures == []
