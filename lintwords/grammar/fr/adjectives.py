"""French: the noun that an adjective of the country describes, by number and gender."""

from __future__ import annotations

from lintwords.grammar.tagged import Tagged

_NEAREST = 5  # tokens between an adjective and its noun


def described_noun(read: Tagged, at: int) -> int:
    """The noun that the adjective at `at` describes; -1 if none."""
    spot = at - 1
    steps = 0
    while spot >= 0 and steps < _NEAREST and read.tags[spot] in 'JEKR"CN':
        if read.tags[spot] == "N" and not read.has(spot, "function.time"):
            return _agreeing(read, spot, at)
        if read.tags[spot] == "C" and read.tags[spot - 1] not in "JEKN":
            break
        spot -= 1
        steps += 1
    return -1


def _agreeing(read: Tagged, noun: int, at: int) -> int:
    """Of "les forces de sécurité chinoises" the noun that the adjective agrees with."""
    if _agrees(read, noun, at):
        return noun
    spot = noun
    while spot > 0 and read.tags[spot - 1] in "DJN#":
        spot -= 1
    if spot > 1 and read.has(spot - 1, "function.of"):
        outer = read.back(spot - 1, 'JER"')
        if outer >= 0 and read.tags[outer] == "N" and _agrees(read, outer, at):
            return outer
    return noun


def _agrees(read: Tagged, noun: int, at: int) -> bool:
    """Whether number and, where the article tells, gender are those of the adjective."""
    read, word, low = read, read.tokens[noun].word, read.tokens[at].low
    feminine, plural = low.rstrip("s").endswith("e"), low.endswith("es")
    is_plural, is_single = "nouns:plural" in word.forms, "nouns:singular" in word.forms
    if feminine and is_plural != is_single and is_plural is not plural:
        return False
    article = noun - 1
    while article > 0 and read.tags[article] in "J#":
        article -= 1
    if read.has(article, "function.feminine"):
        return feminine
    return not (feminine and read.has(article, "function.masculine"))
