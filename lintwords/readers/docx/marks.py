"""What a change leaves behind for people: tracked changes and comments."""

from __future__ import annotations

from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class Tracking:
    """Who changes a document, and when (`2026-03-03T14:02:00Z`)."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on part[start:end]; the last line of its text names the rule.

    One that is `decided` tells what somebody decided, and takes the place of what was said before.
    It says `again`, if it has that, where another one of its `topic` stands above it.
    """

    part: int
    start: int
    end: int
    rule: str
    text: str
    decided: bool = False
    again: str = ""
    topic: tuple[str, ...] = ()
    lang: str = "en"  # of the words, in which it speaks
