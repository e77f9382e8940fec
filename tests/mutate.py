"""What of the rules no example needs: keys, tables, classes and filters, taken away one at a time.

The examples are those that stand beside a rule and those of `data/more_examples_LANG.jsonl`. Prints
a line for each part that none of them needs, and for the rules about mentions how many there are;
more than were known is a fault. Takes minutes, most of them for phrases.

All of it:        python tests/mutate.py
Of some rules:    python tests/mutate.py country-addressed country-blamed
Of all mentions:  python tests/mutate.py --mentions
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import further

from lintwords.judge.document_linter import LANGUAGES, DocumentLinter, load
from lintwords.model import Options
from lintwords.model.rule import Rule
from lintwords.run.rule_examples import test_rules as failures
from lintwords.values import replace

# parts of rules about mentions that no example needs; may only fall
KNOWN = {"en": 109, "fr": 246}


def with_further_examples(linter: DocumentLinter) -> list[Rule]:
    """The rules of a linter, each with its examples of the tests behind its own."""
    rules = {rule.id: rule for rule in linter.rules}
    for id, example in further.examples(linter.lang):
        rules[id] = replace(rules[id], examples=(*rules[id].examples, example))
    return list(rules.values())


def main(asked: Sequence[str]) -> int:
    """Print what is not needed of all rules, or of those with these ids; 1 for more than known."""
    is_more = False
    for lang, known in KNOWN.items():
        linter, unneeded = load(Options(lang=lang)), 0
        for rule in with_further_examples(linter):
            if asked and rule.id not in asked and not (rule.mention and "--mentions" in asked):
                continue
            found = failures(linter, [rule], mutate=True)
            unneeded += len(found) if rule.mention else 0
            for one in found:
                print(f"{lang} {rule.id}: {one.expected}{one.text and f': {one.text}'}", flush=True)
        print(f"{lang}: {unneeded} parts of rules about mentions, {known} were known", flush=True)
        is_more |= unneeded > known
    return int(is_more)


if __name__ == "__main__":
    assert set(KNOWN) == set(LANGUAGES)
    sys.exit(main(sys.argv[1:]))
