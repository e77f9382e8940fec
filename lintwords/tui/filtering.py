"""Which findings a person wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lintwords.model import Severity
from lintwords.tui.decision import Decision, State
from lintwords.tui.item import Item


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person wants to see; what is empty lets all pass."""

    severities: frozenset[Severity] = frozenset()
    states: frozenset[State] = frozenset()
    rules: frozenset[str] = frozenset()  # ids and categories
    words: tuple[str, ...] = ()  # all of them, in the found words or the message
    text: str = ""  # as typed

    def passes(self, item: Item, decision: Decision) -> bool:
        finding = item.finding
        if self.severities and finding.severity not in self.severities:
            return False
        if self.states and decision.state not in self.states:
            return False
        if self.rules and self.rules.isdisjoint((finding.rule, finding.category)):
            return False
        text = f"{finding.words} {finding.message} {finding.path}".casefold()
        return all(word in text for word in self.words)


ALL = Filter()


def filter_of(text: str, rules: Iterable[str]) -> Filter:
    """Read `error open country-as-abuser words`; `rules` are the known ids and categories."""
    known = set(rules)
    severities = {severity.word: severity for severity in Severity}
    states = {state.value: state for state in State}
    tokens = text.casefold().split()
    return Filter(
        frozenset(severities[token] for token in tokens if token in severities),
        frozenset(states[token] for token in tokens if token in states),
        frozenset(token for token in tokens if token in known),
        tuple(t for t in tokens if t not in severities and t not in states and t not in known),
        " ".join(text.split()),
    )
