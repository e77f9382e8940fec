"""Examples that say `fixed = true`: nothing changes but the words that are found.

In their place stands the first wording of the country's names, large at the start of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lintwords.model.rule import Names, Rule
from lintwords.values import replace

SWAPPED = "\0"  # stands for the text until the names are known
_END = re.compile(r"[.!?]\s+")  # of a sentence


def with_fixed(rule: Rule, names: Names) -> Rule:
    """The rule with the texts of such examples."""
    if not any(example.fixed == SWAPPED for example in rule.examples):
        return rule
    wording = next((str(row.get(names.lang, "")) for row in names.wordings.values()), "")
    return replace(rule, examples=tuple(
        replace(one, fixed=swapped(one.text, one.finds, wording)) if one.fixed == SWAPPED else one
        for one in rule.examples
    ))


def swapped(text: str, finds: Iterable[str], wording: str) -> str:
    """An example with a wording for each of the words found, which stand in their order."""
    done, at = "", 0
    for words in finds:
        start = text.find(words, at)
        if start < 0:
            return text  # they are told out of their order: no fix gives that
        opens = not any(letter.isalnum() for letter in _END.split(text[:start])[-1])
        new = wording[:1].upper() + wording[1:] if opens else wording
        done, at = done + text[at:start] + new, start + len(words)
    return done + text[at:]
