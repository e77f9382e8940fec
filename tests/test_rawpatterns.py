"""Rules by regular expression or phrase, in a pack of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.errors import RulePackError
from lintwords.linter import load
from lintwords.model import Options
from lintwords.readers import read

PACK = """
[[rule]]
id = "house-style"
category = "euphemism"
severity = "warning"
title = "Write the number of the act in full"
why = "Readers look it up."
regex = '''PATTERN'''

[[rule.source]]
title = "House style"
publisher = "An office"
date = "2024"
"""


def findings(tmp_path: Path, pattern: str, text: str) -> list[tuple[str, str]]:
    pack = tmp_path / "own.toml"
    pack.write_text(PACK.replace("PATTERN", pattern))
    linter = load(Options(packs=(pack,)))
    data = text.encode()
    assert linter.gate(data), "no text may be turned away unread"
    result = linter.lint(read(Path("a.txt"), data))
    return [(finding.rule, finding.text) for finding in result.findings]


def test_a_match_is_found_at_its_place(tmp_path):
    text = "The act is no. 12/3.\n\nAct 7/2 is older."
    assert findings(tmp_path, r"\b\d+/\d+\b", text) == [
        ("house-style", "12/3"), ("house-style", "7/2"),
    ]  # fmt: skip


def test_no_match_over_a_border_of_sentences(tmp_path):
    assert findings(tmp_path, r"older\W+Act", "It is older. Act 7 stands.") == []


def test_an_invalid_pattern_is_refused_by_rule(tmp_path):
    with pytest.raises(RulePackError, match='rule "house-style": regex is not valid'):
        findings(tmp_path, r"(\d+", "Nothing.")


def test_a_pattern_that_takes_too_long_is_told(tmp_path):
    with pytest.raises(RulePackError, match="takes too long"):
        findings(tmp_path, r"^(a|aa)+$", "a" * 1500 + "b")


@pytest.mark.parametrize(
    "phrase, problem",
    [
        ("<state> jails", r"two classes are called <state>"),
        ("<stat> jails", r"unknown class <stat>"),
        ("jails (her", "a bracket is not closed"),
        ("(jails)?", "has no word that every match holds"),
    ],
)
def test_a_phrase_that_says_nothing_or_two_things_is_refused(tmp_path, phrase, problem):
    pack = tmp_path / "own.toml"
    pack.write_text(PACK.replace("regex = '''PATTERN'''", f'phrase = "{phrase}"'))
    with pytest.raises(RulePackError, match=problem):
        load(Options(packs=(pack,))).index  # noqa: B018 - built when asked for
