"""Noun phrases of any language, and how *and* and commas join several to one."""

from __future__ import annotations

from collections.abc import Callable, Collection

from lintwords.grammar.tagged import Tagged
from lintwords.values import dataclass, field

_MOST = 6  # further nouns


@dataclass(slots=True)
class NounPhrase:
    """The heads of a noun phrase (several if coordinated) and the index after it."""

    heads: list[int] = field(default_factory=list)
    end: int = 0
    owner: int = -1  # the noun before a possessive mark inside the phrase
    organ: int = -1  # a body or an office named before the head: "government" in "government ban"


def take_in_joined(
    read: Tagged, phrase: NounPhrase, noun_phrase: Callable[..., NounPhrase], *,
    predicate: Collection[str], comma_and: bool = False,
) -> None:
    """Take in further nouns: "lawyers, editors and their families".

    `noun_phrase` reads one phrase of the language; before a letter of `predicate` the last one is
    the subject of a verb of its own. With `comma_and` a comma may stand before the last *and*.
    """
    for _ in range(_MOST):
        at = read.skip(phrase.end, '"')
        if comma_and and read.tag(at) == "," and read.tag(at + 1) == "C":
            at += 1
        if read.tag(at) not in ("C", ","):
            return
        comma = read.tag(at) == ","
        other = noun_phrase(read, at + 1, coordinated=False)
        if not other.heads or read.tags[other.heads[0]] == "O":
            return
        after = read.tag(read.skip(other.end))
        if comma and after not in ("C", ","):
            return
        if not comma and after in predicate:
            return
        phrase.heads.extend(other.heads)
        phrase.end = other.end
