"""What no example of a rule needs is told by name: keys, words of lists, tables and filters."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.run.rule_examples import test_rules as failures

pytestmark = pytest.mark.usefixtures("own_rules")

HEAD = """
[[rule]]
id = "country-that-sings"
category = "conflation"
severity = "warning"
title = "Say who sang"
why = "A country has no voice."
{keys}

[[rule.source]]
title = "House style"
publisher = "The house"
date = "2026-01-05"
supports = "Choirs sing"

[[rule.example]]
text = "China needs rain."
finds = ["China"]

[[rule.example]]
text = "She flew to China in March."
finds = []
"""
SLOT, GOVERNOR = 'slot = "subject"', 'governor = ["verbs.economy"]'
WANTED = "an example that changes when {} is taken away"
OTHER = '\n[[rule.example]]\ntext = "China jailed the printer."\nfinds = []\n'


def told(tmp_path: Path, keys: str, more: str = "") -> list[str]:
    """What is told of a rule with these keys and two examples, and more of them."""
    path = tmp_path / "own.toml"
    path.write_text(HEAD.format(keys=keys) + more)
    linter = load(Options(packs=(path,)))
    own = [rule for rule in linter.rules if rule.path == path]
    return [one.expected for one in failures(linter, own, mutate=True)]


@pytest.mark.parametrize(
    ("keys", "more", "expected"),
    [
        pytest.param(
            f"mention = {{ {GOVERNOR}, name = \"country\" }}", OTHER, ["`name`"],
            id="an example of another verb needs the governor; none is of another name",
        ),
        pytest.param(
            f'mention = {{ {GOVERNOR}, slot = ["subject", "possessive"] }}', OTHER,
            ["`slot`", 'slot "possessive" in table 1 of mention'],
            id="no example is a possessive, or of any other slot",
        ),
        pytest.param(
            f'mention = {{ {SLOT}, governor = ["verbs.economy", "verbs.hand-over"] }}', OTHER,
            ["`slot`", 'governor "verbs.hand-over" in table 1 of mention'],
            id="a class that no example has",
        ),
        pytest.param(
            f"mention = [{{ {GOVERNOR} }}, {{ {SLOT}, {GOVERNOR} }}]", OTHER,
            ["table 1 of mention", "table 2 of mention", "`slot`"],
            id="either of two tables finds what the other finds",
        ),
        pytest.param(f"mention = {{ {GOVERNOR} }}", OTHER, [], id="all is needed"),
    ],
)
def test_what_no_example_needs_is_told(
    keys: str, more: str, expected: list[str], tmp_path: Path
) -> None:
    assert sorted(told(tmp_path, keys, more)) == sorted(map(WANTED.format, expected))


def test_a_filter_that_no_example_names_is_told(tmp_path: Path) -> None:
    keys = f'mention = {{ {GOVERNOR} }}\nunless = ["sport"]'
    assert told(tmp_path, keys, OTHER) == ['an example that "sport" lets go']


def test_an_example_must_need_the_filter_that_it_names(tmp_path: Path) -> None:
    keys = f'mention = {{ {GOVERNOR} }}\nunless = ["sport"]'
    more = f'{OTHER}because = "sport"\n'
    assert told(tmp_path, keys, more) == ['a finding once filter "sport" is taken away']
