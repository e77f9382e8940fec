"""The escape hatch: rules that are a regular expression, each with a limit of time.

A pattern is searched in the text of one sentence, never over a border of sentences; in a very long
one window by window, so that a match is `LONGEST` characters at most. A pattern that takes more
time than it may is not asked again, and each report says so from then on: a rule that was left out
in silence would make a text look clean. `regex` is imported only when a pack holds such a rule.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lintwords.errors import RulePackError
from lintwords.interface import number, say
from lintwords.match.patternsize import expanded
from lintwords.model import Cannot, Span
from lintwords.model.rule import Rule
from lintwords.text.sentences import Sentence

if TYPE_CHECKING:
    import regex

# CPU seconds of a pattern: at the start, for each search, for each character; a harmless
# one takes a fifth
GRACE, A_SEARCH, A_CHARACTER = 0.05, 20e-6, 50e-9
WINDOW = 4_000  # characters that are searched at once
LONGEST = 1_000
MOST = 2_000  # characters of a pattern
DEPTH = 50  # of brackets in it
LARGEST = 20_000  # parts of it, each repeat written out as often as it must stand
_HINT = "Bound its repeats, or write it as a phrase."
_TRIES = 20  # of a search that other threads take the time of


class RawPatterns:
    """The compiled patterns of the rules that have one."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Raises `RulePackError` for a pattern that is not valid, or too large."""
        self._patterns = [_Pattern(rule) for rule in rules]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._patterns)

    def match(self, sentence: Sentence) -> Iterator[tuple[Rule, Span]]:
        """Yield each match that is not empty; a rule that was stopped has none."""
        for pattern in self._patterns:
            if not pattern.why:
                yield from ((pattern.rule, span) for span in pattern.match(sentence))

    @property
    def stopped(self) -> tuple[Cannot, ...]:
        """The rules that are not asked any more, and why."""
        return tuple(
            Cannot(
                one.rule.path,
                say(
                    'cannot look for rule "{id}", {path} line {line}: {why}',
                    id=one.rule.id, path=one.rule.path, line=one.rule.line, why=one.why,
                ),
                say("{hint}\nIt was stopped; what else it would find is not known.",
                    hint=say(_HINT)),
                is_rule=True,
            )
            for one in self._patterns if one.why
        )


class _Pattern:
    """One pattern and the time that it has left; `why` it was stopped."""

    def __init__(self, rule: Rule) -> None:
        self.rule, self._compiled = rule, compiled(rule)
        self.why, self._left = "", GRACE

    def match(self, sentence: Sentence) -> list[Span]:
        found: list[Span] = []
        for start in range(sentence.start, max(sentence.end, 1), WINDOW - LONGEST):
            end = min(start + WINDOW, sentence.end)
            spans = self._search(sentence.text, start, end)
            last = found[-1].end if found else 0
            # what begins near the end of a window is whole in the next one
            is_last = end == sentence.end
            found += [
                span for span in spans
                if span.start >= last and (is_last or span.start < end - LONGEST)
            ]
            if is_last or self.why:
                break
        return found

    def _search(self, text: str, start: int, end: int) -> list[Span]:
        self._left += A_SEARCH + A_CHARACTER * (end - start)
        for _ in range(_TRIES):
            began = time.thread_time()
            try:
                matches = self._compiled.finditer(text, start, end, timeout=max(self._left, 1e-4))
                return [Span(*match.span()) for match in matches if match.end() > match.start()]
            except TimeoutError:
                pass  # it counts what all threads take: this one may have had little of it
            except (MemoryError, RecursionError, RuntimeError) as trouble:
                self.why = f"its regex cannot be searched for ({type(trouble).__name__})"
                return []
            finally:
                self._left -= time.thread_time() - began
            if self._left <= 0:
                break
        self.why = "its regex takes too long"
        return []


def compiled(rule: Rule) -> regex.Pattern[str]:
    """The pattern of a rule; size and depth are bounded, as no clock bounds its making."""
    place = f'{rule.path} line {rule.line}: rule "{rule.id}"'
    if len(rule.regex) > MOST:
        raise RulePackError(
            say(
                "{place}: regex has {regex} characters", place=place, regex=number(len(rule.regex)),
            ),
            say("{most} are the most. Make several rules of it, or phrases.", most=number(MOST)),
            rule.path,
        )
    if _depth(rule.regex) > DEPTH:
        raise RulePackError(
            say(
                "{place}: regex has more than {depth} brackets inside each other",
                place=place, depth=DEPTH,
            ),
            say("Write it flat."), rule.path,
        )
    if expanded(rule.regex) > LARGEST:
        raise RulePackError(
            say(
                "{place}: regex is too large: repeats written out, it has more than {largest} "
                "parts", place=place, largest=number(LARGEST),
            ),
            say("Lower the counts of its repeats, as {2000}, or write none inside another."),
            rule.path,
        )
    import regex

    try:
        return regex.compile(rule.regex)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as trouble:
        raise RulePackError(
            say("{place}: regex is not valid", place=place),
            f"{str(trouble) or type(trouble).__name__}.", rule.path,
        ) from trouble


def _depth(pattern: str) -> int:
    """How many brackets are open at once, at most; one in a class counts, which does no harm."""
    deepest = depth = 0
    escaped = False
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char in "([":
            depth += 1
            deepest = max(deepest, depth)
        elif char in ")]":
            depth = max(depth - 1, 0)
    return deepest
