"""The escape hatch: rules that are a regular expression, each search with a time limit.

A pattern is searched in the text of one sentence, never over a border of sentences. `regex` is
imported only when a pack holds such a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lintwords.errors import RulePackError
from lintwords.model import Span
from lintwords.rule import Rule
from lintwords.segments import Sentence

if TYPE_CHECKING:
    import regex

SECONDS = 0.05  # of CPU, for one sentence


class RawPatterns:
    """The compiled patterns of the rules that have one."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Raises `RulePackError` for a pattern that is not valid."""
        self._patterns: list[tuple[Rule, regex.Pattern[str]]] = []
        if not rules:
            return
        import regex

        for rule in rules:
            try:
                self._patterns.append((rule, regex.compile(rule.regex)))
            except regex.error as trouble:
                raise RulePackError(
                    f'{rule.path} line {rule.line}: rule "{rule.id}": regex is not valid',
                    f"{trouble}.", rule.path,
                ) from trouble  # fmt: skip

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._patterns)

    def match(self, sentence: Sentence) -> Iterator[tuple[Rule, Span]]:
        """Yield each match that is not empty.

        Raises `RulePackError` for a pattern that takes too long: a rule that was left out in
        silence would make a text look clean.
        """
        for rule, pattern in self._patterns:
            found = pattern.finditer(
                sentence.text, sentence.start, sentence.end, timeout=SECONDS
            )
            try:
                spans = [Span(*match.span()) for match in found if match.end() > match.start()]
            except TimeoutError as trouble:
                raise RulePackError(
                    f'{rule.path} line {rule.line}: rule "{rule.id}": its regex takes too long',
                    "Bound its repeats, or write it as a phrase.", rule.path,
                ) from trouble  # fmt: skip
            yield from ((rule, span) for span in spans)
