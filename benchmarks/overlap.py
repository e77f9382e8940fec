"""Show what a labelled set shares with the rules: runs of words that stand in both.

    python benchmarks/overlap.py LABELS.jsonl… [--words 4]

A set that is kept out of tuning is only worth something if the rules were not written from it. For
each row of LABELS this tells every run of `--words` words of its `text` that also stands in a
pattern or an example of a rule, with the rule and the place. Words are folded to lower case and cut
at marks; in a pattern, a run is broken where a class, a gap, a bracket or a bar stands, so that
only words written out in the pattern count.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintwords import api
from lintwords.model import Options
from lintwords.model.rule import Rule

Run = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BROKEN = re.compile(r"<[^<>]*>|[()|?…]")


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def runs(text: str, length: int) -> set[Run]:
    """All runs of `length` words in a text."""
    row = words(text)
    return {tuple(row[at : at + length]) for at in range(len(row) - length + 1)}


def written(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for each stretch of words that stands written out in a rule."""
    for phrase in rule.phrase:
        for stretch in _BROKEN.split(phrase.pattern):
            yield "pattern", stretch
    for ways in rule.alike:
        for way in ways:
            for stretch in _BROKEN.split(way):
                yield "pattern", stretch
    for example in rule.examples:
        yield f"example, line {example.line}", example.text


def shared(texts: Sequence[str], rules: Sequence[Rule], length: int) -> Iterator[tuple[str, ...]]:
    """Yield (text, run, rule, where) for each run of `length` words in a text and in a rule."""
    known: dict[Run, list[tuple[str, str]]] = defaultdict(list)
    for rule in rules:
        for where, stretch in written(rule):
            for run in runs(stretch, length):
                known[run].append((rule.id, where))
    for text in texts:
        for run in sorted(runs(text, length)):
            for rule_id, where in known.get(run, ()):
                yield text, " ".join(run), rule_id, where


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=4, metavar="N", help="length of a run")
    parser.add_argument("--quiet", action="store_true", help="the count alone")
    chosen = parser.parse_args()
    rows = [
        json.loads(line)["text"]
        for path in chosen.labels for line in path.read_text("utf-8").splitlines() if line.strip()
    ]
    found = list(shared(rows, api.load_linter(Options()).rules, chosen.words))
    if not chosen.quiet:
        for _, run, rule_id, where in found:
            print(f"{run}\n    {rule_id}, {where}")
    touched = len({text for text, *_ in found})
    in_patterns = len({text for text, _, _, where in found if where == "pattern"})
    print(
        f"{touched} of {len(rows)} rows share {chosen.words} words or more with a rule, "
        f"{in_patterns} of them with a pattern."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
