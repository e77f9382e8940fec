"""French: noun phrases, read off a row of tags, and the classes of their heads."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.model import NOTHING
from lintwords.grammar.phrases import NounPhrase, take_in_joined
from lintwords.grammar.tagged import Tagged
from lintwords.text.spelling.fr.forms import is_contracted

_PREDICATE = ("V", "X", "M", "Q", "!")  # letters with which one begins


def lemma_at(read: Tagged, at: int, table: str) -> str:
    """The base form of the token at `at` in a table of the lexicon; as written if in none."""
    return read.tokens[at].word.lemma_in(table) or read.tokens[at].low


def preposition_at(read: Tagged, at: int) -> str:
    """The base form of the preposition at `at`: "de" for "du"."""
    return lemma_at(read, at, "function.preposition")


def holds_article(read: Tagged, at: int) -> bool:
    """Whether a preposition is drawn together with an article: "du", "à l'égard du"."""
    return read.tag(at) == "P" and is_contracted(read.tokens[at].low)


def noun_phrase(read: Tagged, at: int, *, coordinated: bool = True) -> NounPhrase:
    """The noun phrase that starts at `at`; without heads if none does."""
    phrase = NounPhrase(end=at)
    spot, head = at, -1
    while spot < read.count:
        tag = read.tags[spot]
        if head < 0:
            if tag in "NZ" or (tag == "K" and _names_people(read, spot, at)):
                head = spot
            elif tag == "O" and spot == read.skip(at):
                phrase.heads, phrase.end = [spot], spot + 1
                return phrase
            elif tag == "E" and read.tag(spot - 1) in ("D", "#") and spot > at:
                head = spot  # "les disparus"
            elif tag not in 'D#J"' and not (tag == "R" and _before_adjective(read, spot)):
                break
        elif tag == "P" and _is_quantity(read, head) and read.has(spot, "function.of"):
            inner = noun_phrase(read, spot + 1, coordinated=False)
            if not inner.heads:
                break
            head, spot = inner.heads[0], inner.end
            continue
        elif tag == "N":
            if not _goes_on(read, spot):
                break
        elif not (
            tag in 'JEK-#' or (tag == "R" and _before_adjective(read, spot))
            or tag == '"' or (tag == "C" and _joins_adjectives(read, spot))
        ):
            break
        spot += 1
    if head >= 0:
        while spot > head + 1 and read.tags[spot - 1] in 'R"C-':
            spot -= 1
        phrase.heads, phrase.end = [head], spot
        if coordinated:
            take_in_joined(read, phrase, noun_phrase, predicate=_PREDICATE)
    return phrase


def _names_people(read: Tagged, at: int, start: int) -> bool:
    """"les Chinois", where no noun went before."""
    return (at > start and read.tags[at - 1] in "DJ#") or read.tokens[at].text[:1].isupper()


def _is_quantity(read: Tagged, at: int) -> bool:
    return read.has(at, "function.quantity")


def _goes_on(read: Tagged, at: int) -> bool:
    """A second noun in one phrase: a name ("le président Xi"), a title, a year."""
    capital = read.tokens[at].text[:1].isupper()
    return (capital and read.tags[at - 1] in "N-J") or read.tags[at - 1] == "-"


def _before_adjective(read: Tagged, at: int) -> bool:
    return read.tag(read.skip(at)) in ("J", "E", "#")


def _joins_adjectives(read: Tagged, at: int) -> bool:
    return read.tag(at - 1) in ("J", "E", "K") and read.tag(at + 1) in ("J", "E", "K")


def whole_phrase(read: Tagged, at: int) -> NounPhrase:
    """The noun phrase at `at` with what hangs on it by prepositions; `end` is after all."""
    phrase = noun_phrase(read, at)
    spot = phrase.end
    for _ in range(5):
        if not phrase.heads or read.tag(spot) != "P":
            break
        inner = noun_phrase(read, read.skip(spot + 1))
        if not inner.heads:
            break
        spot = inner.end
    return NounPhrase(phrase.heads, spot)


def classes_of(read: Tagged, heads: Sequence[int]) -> frozenset[str]:
    """The classes of nouns, with `any`; `none` for no noun."""
    if not heads:
        return NOTHING
    found: set[str] = {"any"}
    for at in heads:
        found |= read.tokens[at].word.nominal
        if read.tags[at] == "O":
            found |= read.tokens[at].classes
        if read.tokens[at].name:
            found.add(f"names.{read.tokens[at].name}")
        for spots in (range(at - 1, at - 5, -1), range(at + 1, at + 5)):
            for spot in spots:
                if read.tag(spot) not in ("J", "E", "K", "R", "C"):
                    break
                modifier = read.tokens[spot].classes
                found |= {cls for cls in modifier if cls.startswith("adjectives.")}
        found |= _of_what(read, at)
    return frozenset(found)


def _of_what(read: Tagged, head: int) -> frozenset[str]:
    """What a noun that says little is of: "un groupe de militants"."""
    families = {c for c in read.tokens[head].word.nominal if c.startswith("nouns.")}
    spot = head + 1
    while read.tag(spot) in ("J", "E"):
        spot += 1
    if families - {"nouns.general"} or not read.has(spot, "function.of"):
        return frozenset()
    inner = noun_phrase(read, spot + 1, coordinated=False)
    return read.tokens[inner.heads[0]].word.nominal if inner.heads else frozenset()
