"""English: noun phrases, read off a row of tags, and the classes of their heads."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.model import NOTHING
from lintwords.grammar.phrases import NounPhrase, take_in_joined
from lintwords.grammar.tagged import ORGANS, Tagged

_NOMINAL = "NZ"
_PREDICATE = ("V", "X", "M")  # letters with which one begins


def noun_phrase(read: Tagged, at: int, *, coordinated: bool = True) -> NounPhrase:
    """The noun phrase that starts at `at`; without heads if none does."""
    phrase = NounPhrase(end=at)
    spot = at
    head = -1
    while spot < read.count:
        tag = read.tags[spot]
        if tag in _NOMINAL:
            if head >= 0 and phrase.organ < 0 and not ORGANS.isdisjoint(
                read.tokens[head].word.nominal
            ):
                phrase.organ = head
            head = spot
        elif tag == "O" and head < 0 and spot == read.skip(at):
            phrase.heads, phrase.end = [spot], spot + 1
            return phrase
        elif tag == "'":
            if head >= 0 and phrase.owner < 0:
                phrase.owner = head
            head = -1
        elif tag == "#" and head < 0 and read.has(spot + 1, "function.of"):
            spot += 1  # "two of the sailors"
        elif tag in "DJ#K-!":
            if tag in "D" and head >= 0:
                break
            if tag == "K" and head >= 0 and read.tag(spot - 1) not in "-C'":
                break
            if tag == "J" and phrase.organ < 0 and _names_actor(read, spot):
                phrase.organ = spot  # "Chinese government repression"
        elif tag == "G":
            if head >= 0 and read.tag(spot - 1) != "-":
                break
            if read.tag(spot + 1) not in ("N", "J", "-") or _takes_object(read, spot, at):
                opens = spot == at and read.tag(spot - 1) == "K"  # "Chinese drilling in"
                if head < 0 and (opens or (spot > at and read.tag(spot - 1) in "D'JK")):
                    head = spot
                    spot += 1
                break
        elif tag == "E":
            if read.tag(spot - 1) not in ("-", "D", "J", "'", "K", "R", "#") and spot > at:
                break
            if read.tag(spot + 1) not in ("N", "J", "-") and read.tag(spot - 1) != "-":
                break
        elif tag in 'R"':
            if read.tag(read.skip(spot)) not in ("J", "N", "#", "E", "G") or head >= 0:
                break
        elif tag == "C" and _joins_modifiers(read, spot):
            pass
        elif tag == "," and _joins_adjectives(read, spot, head):
            pass
        else:
            break
        spot += 1
    if head < 0 and phrase.organ >= 0 and _is_body(read, phrase.organ):
        head = phrase.organ  # "hold the Chinese government accountable"
    if head >= 0:
        phrase.heads.append(head)
        phrase.end = head + 1
        if coordinated:
            take_in_joined(read, phrase, noun_phrase, predicate=_PREDICATE, comma_and=True)
    return phrase


def time_end(read: Tagged, at: int) -> int:
    """The end of a noun phrase at `at` that says when ("last spring", "May 3"); 0 if none does."""
    phrase = noun_phrase(read, at, coordinated=False)
    if not phrase.heads or not read.has(phrase.heads[0], "function.time"):
        return 0
    return phrase.end + (read.tag(phrase.end) == "#")


def _names_actor(read: Tagged, at: int) -> bool:
    """Whether a modifier names a body: "government repression", "government-backed gangs"."""
    return _is_body(read, at) or read.has(at, "adjectives.names-actor")


def _is_body(read: Tagged, at: int) -> bool:
    return not ORGANS.isdisjoint(read.tokens[at].word.nominal)


def _takes_object(read: Tagged, at: int, start: int) -> bool:
    """A gerund with an object of its own, not a modifier: "jailing editors"."""
    return at == start and "verbs:ing" in read.tokens[at].word.forms and (
        "adjectives" not in read.tokens[at].word.forms
    )


def _joins_modifiers(read: Tagged, at: int) -> bool:
    """*and* between two modifiers of one noun: "long and brutal crackdown"."""
    before, after = read.tag(at - 1), read.tag(read.skip(at + 1))
    if before in ("J", "K") and after in ("J", "K", "E", "G"):
        return True
    if before in ("J", "K") and after == "N":
        return read.tag(read.skip(at + 1) + 1) == "N"
    return False


def _joins_adjectives(read: Tagged, at: int, head: int) -> bool:
    return head < 0 and read.tag(at - 1) in ("J", "K") and read.tag(at + 1) in ("J", "K")


def classes_of(read: Tagged, heads: Sequence[int]) -> frozenset[str]:
    """The classes of nouns, with `any`; `none` for no noun."""
    if not heads:
        return NOTHING
    found: set[str] = {"any"}
    for at in heads:
        found |= read.tokens[at].word.nominal
        if read.tags[at] == "O":
            found |= read.tokens[at].classes
        if at >= 2 and read.tags[at - 1] == "'":
            found |= read.tokens[at - 2].word.nominal  # "the newspaper's presses"
        if read.tokens[at].name:
            found.add(f"names.{read.tokens[at].name}")
        for spot in range(at - 1, max(at - 6, -1), -1):
            if read.tags[spot] not in "JEGCN,R":
                break
            modifier = read.tokens[spot].classes
            found |= {cls for cls in modifier if cls.startswith("adjectives.")}
    return frozenset(found)
