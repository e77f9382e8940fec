"""English: lists of states, "Iran, Russia and China", and where they start and end."""

from __future__ import annotations

from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.tagged import Tagged
from lintwords.text.tokens import Token

_FINITE = frozenset("VXM")  # verbs of which a clause has one


def _is_name(read: Tagged, at: int) -> bool:
    if not 0 <= at < len(read.tokens):
        return False
    token = read.tokens[at]
    if read.tags[at] == "K":
        return at > 0 and read.tags[at - 1] == "D"  # "the Chinese, the Russians"
    return read.tags[at] in "ZN" and (
        read.tags[at] == "Z" or is_capital(token)
        or "names.country" in token.classes or "names.capital" in token.classes
    )


def list_start(read: Tagged, start: int) -> tuple[int, bool]:
    """Go left over "Russia and", "Iran, Russia and"; also over *both*, *neither*."""
    first, spot = start, start - 1
    while spot > 0 and read.tags[spot] in "C,":
        other = spot - 1
        if read.tags[other] == "," and other > 0:
            other -= 1
        if not _is_name(read, other):
            break
        while other > 0 and (_is_name(read, other - 1) or read.tags[other - 1] in "DJ"):
            other -= 1
        if other > 0 and read.tags[other - 1] == "C" and read.tags[spot] == "," and (
            "C" not in read.tags[spot:start]
        ):
            break  # "with Iran and Laos, China has": a list has ended before
        if read.tags[spot] == "," and _opens_with_place(read, other, start):
            break
        if read.tags[spot - 1 : spot + 1] == [",", "C"] and _ends_a_clause(read, other, start):
            break
        if read.tags[spot] == "C" and _follows_a_predicate(read, other, start):
            break
        first, spot = other, other - 1
    joined = "C" in read.tags[first:start] or (
        first < start and (list_end(read, start + 1)[1] or _heads_line(read, first, start + 1))
    )
    if not joined:
        first = start
    either = read.has(first - 1, "function.correlative")
    if either and (joined or not read.has(first - 1, "function.conditional")):
        first -= 1
    return first, joined


def _opens_with_place(read: Tagged, at: int, mention: int) -> bool:
    """"In the Assembly, China and Laos tried": a place before the subject, not one of three."""
    if at < 1 or read.tags[at - 1] != "P" or (at > 1 and read.tags[at - 2] not in ",:="):
        return False
    end, joined = list_end(read, mention + 1)
    return joined and read.tag(read.skip(end)) in ("V", "X", "M")


def _ends_a_clause(read: Tagged, at: int, mention: int) -> bool:
    """"printed in Lhasa, and China is holding it": a clause has ended before the *and*."""
    if at < 1 or read.tags[at - 1] != "P":
        return False
    end = next(i for i in range(mention, len(read.tags)) if read.tags[i] not in "DJ#") + 1
    follows = read.tag(read.skip(end)) in ("V", "X", "M")
    return follows and any(tag in _FINITE for tag in read.tags[:at])


def _follows_a_predicate(read: Tagged, at: int, mention: int) -> bool:
    """"was an insult to Laos and China is dismayed": a verb of one, and a clause that is whole."""
    verb = read.skip(mention + 1)
    if at < 2 or read.tags[at - 1] != "P" or read.tag(verb) not in ("X", "V"):
        return False
    token = read.tokens[verb]
    if "verbs:third" not in token.word.forms and not read.has(verb, "function.singular-verb"):
        return False
    spot = at - 2
    if read.tags[spot] == "V":
        return True  # "went to Laos and China is"
    while spot > 0 and read.tags[spot] in "NJDR#":
        spot -= 1
    return read.tags[spot] == "X" and read.has(spot, "function.be")


def list_end(read: Tagged, end: int) -> tuple[int, bool]:
    """Go right over ", Iran and Russia", "and its allies"."""
    spot, last, joined = end, end, False
    for _ in range(8):
        comma = read.tag(spot) == ","
        at = spot + 1 if comma else spot
        conjunction = read.tag(at) == "C"
        at += conjunction
        if not (comma or conjunction):
            break
        if conjunction:
            phrase = noun_phrase(read, at, coordinated=False)
            if not phrase.heads or _own_clause(read, end, at, phrase.end):
                break
            return phrase.end, True
        if not _is_name(read, at) and read.tag(at) not in ("D", "J"):
            break
        phrase = noun_phrase(read, at, coordinated=False)
        if not phrase.heads or not _is_name(read, phrase.heads[0]):
            break
        spot = last = phrase.end
    if last > end and _heads_line(read, end - 1, last):
        return last, True
    return (end, False) if not joined else (last, True)


def _heads_line(read: Tagged, first: int, end: int) -> bool:
    """"China, Russia veto": a headline's list, with its verb straight after."""
    opens = first == 0 or read.tags[first - 1] == ":"
    says = read.has(end, "verbs.clause")  # "Norway, China said, had"
    return opens and (read.tag(end) == "B" or (read.tag(end) == "V" and not says))


def _own_clause(read: Tagged, mention: int, start: int, end: int) -> bool:
    """Whether a phrase after *and* is the subject of its own clause, not part of a list.

    `mention` is the index after the name with which it would be listed.
    """
    nxt = read.skip(end)
    if read.has(nxt, "function.of"):  # "and most of them are"
        nxt = read.skip(noun_phrase(read, nxt + 1).end)
    if read.tag(nxt) not in ("V", "X", "M"):
        return False
    border = mention
    while border > 0 and read.tags[border - 1] not in ",:=S":
        border -= 1
    left_verb = any(tag in _FINITE for tag in read.tags[border:start])
    return left_verb or read.tags[start] == "O"


def states_joined(read: Tagged, at: int) -> tuple[int, int] | None:
    """The tokens [start, end) of a list around the mention at `at` that names states alone.

    Each of them has a government of its own, and all of them do what the verb says: "Iran,
    Russia and China"; not "the EU and China", "Russia or China".
    """
    start, end = list_start(read, at)[0], list_end(read, at + 1)[0]
    names = 0
    for spot in range(start, end):
        classes = read.tokens[spot].classes
        if spot == at or "names.country" in classes:
            names += 1
            if "names.no-government" in classes or (spot > start and read.tags[spot - 1] in "NZ"):
                return None
        elif read.tags[spot] == "D":
            both = spot == start and "function.correlative" in classes
            if not both and ("function.article-definite" not in classes or spot + 1 == at):
                return None
        elif read.tags[spot] == "C":
            if "function.plain-and" not in classes:
                return None
        elif read.tags[spot] != ",":
            return None
    return (start, end) if names > 1 else None


def is_listed_left(read: Tagged, at: int) -> bool:
    """Whether the mention at `at` ends a list that began before it."""
    return list_start(read, at)[1]


def is_listed_right(read: Tagged, at: int) -> bool:
    """Whether *and* and another state follow the token at `at`."""
    return read.tag(at + 1) == "C" and read.tag(at + 2) == "Z"


def is_capital(token: Token) -> bool:
    """Whether a word is written with a capital."""
    return token.text[:1].isupper()
