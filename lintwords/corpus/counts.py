"""How many texts, words and findings: of a part, and of all parts together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

KEYS = ("documents", "bad", "unjudged", "words", "findings", "flagged")
UNKNOWN = "unknown"


class Counts:
    """Counts over all, and by rule, source, month and language.

    `flagged` counts the texts that have a finding, `bad` those that could not be read, `unjudged`
    those in a language without rules, `cut` how often a source breaks off before its end; `others`
    are records that hold no text.
    """

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.rules: dict[str, Counter[str]] = defaultdict(Counter)
        self.by: dict[str, dict[str, Counter[str]]] = {
            name: defaultdict(Counter) for name in ("sources", "months", "langs")
        }

    def add(self, document: Mapping[str, Any], rules: Iterable[str], *, judged: bool) -> None:
        """Count one text, with the rule of each of its findings."""
        found = Counter(rules)
        one = Counter({
            "documents": 1, "bad": bool(document["trouble"]), "unjudged": not judged,
            "words": document["words"] or 0, "findings": found.total(), "flagged": bool(found),
        })
        self.all.update(one)
        for name, column in (("sources", "source"), ("months", "month"), ("langs", "lang")):
            self.by[name][document[column] or UNKNOWN].update(one)
        for rule, number in found.items():
            self.rules[rule].update(findings=number, flagged=1)

    def add_other(self) -> None:
        """Count a record that holds no text."""
        self.all["others"] += 1

    def add_cut(self, source: str) -> None:
        """Count a source whose rest could not be read."""
        self.all["cut"] += 1
        self.by["sources"][source]["cut"] += 1

    def join(self, other: Mapping[str, Any]) -> None:
        """Add what `told` gave for a part."""
        self.all.update(other["all"])
        for rule, counted in other["rules"].items():
            self.rules[rule].update(counted)
        for name, groups in self.by.items():
            for group, counted in other[name].items():
                groups[group].update(counted)

    def told(self) -> dict[str, Any]:
        """The same as plain values, in a fixed order."""
        return {
            "all": _plain(self.all),
            "rules": {rule: _plain(self.rules[rule]) for rule in sorted(self.rules)},
            **{
                name: {group: _plain(groups[group]) for group in sorted(groups)}
                for name, groups in self.by.items()
            },
        }


def _plain(counted: Counter[str]) -> dict[str, int]:
    return {name: int(counted[name]) for name in sorted(counted) if counted[name]}
