"""Ways to say one thing: where a document that mixes them leaves the way it is written in.

`judge.one_document` asks once it has been through a whole document. A document's own way is the one
that holds the house term, else the one used most, else the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lintwords.match.matchers import Candidate
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a document says the thing, in the way of its candidate."""

    candidate: Candidate
    sentence: Sentence

    @property
    def words(self) -> str:
        """The words as they are read."""
        span = self.candidate.span
        return self.sentence.text[span.start : span.end]

    @property
    def thing(self) -> tuple[str, int]:
        """What is said: a rule and one of its sets."""
        return self.candidate.rule.id, (self.candidate.way or (0, 0))[0]


def strays(uses: Sequence[Use], house: str) -> Iterator[list[Use]]:
    """For each way that is not the document's own, its places in order.

    `uses` stand in the order of the document; `house` is the wording that the house prefers.
    """
    for thing in dict.fromkeys(use.thing for use in uses):
        by_way: dict[object, list[Use]] = {}
        for use in uses:
            if use.thing == thing:
                by_way.setdefault(use.candidate.way, []).append(use)
        own = _own(by_way, house.lower())
        yield from (places for way, places in by_way.items() if way != own)


def _own(by_way: dict[object, list[Use]], house: str) -> object:
    for way, places in by_way.items():
        if any(use.words.lower() in house for use in places):
            return way
    return Counter({way: len(places) for way, places in by_way.items()}).most_common(1)[0][0]
