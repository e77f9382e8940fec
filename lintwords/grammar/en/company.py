"""English: whether a sentence puts a mention beside other countries, as one of them.

Where it does, no government stands in place of the name: "the Chinese government and other
countries" would make a country of it.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.beside import is_name
from lintwords.grammar.en.lists import list_end, list_start

_STATES = "words.other-states"
_PEOPLES = ("names.nationals", "names.nationality")
_OWNER = 4  # words of a second owner with its mark
_NEAR = 5  # words that "like many other" and its noun may take
_POINTING = ("function.demonstrative", "function.correlative")  # "these", "both"


def is_joined_to_states(asked: MentionContext) -> bool:
    """Whether other states, or what counts as such, stand in one list with it.

    "China and its neighbours", "not only China but other countries".
    """
    at = asked.slot.token
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        return False
    if asked.slot.listed:
        start, end = list_start(asked.read, at)[0], list_end(asked.read, asked.end)[0]
        if any(_are_states(asked, spot) for spot in range(start, end)):
            return True
        if _sums_up(asked, start):
            return True
    join = asked.end + (asked.read.tag(asked.end) == ",")
    if asked.read.tag(join) != "C":
        return False
    heads = asked.heads_at(join + 1)
    return any(_are_states(asked, head) for head in heads)


def _sums_up(asked: MentionContext, start: int) -> bool:
    """"The two countries, China and Laos": what a list is of stands before it."""
    noun = start - 2
    if asked.read.tag(start - 1) not in (",", "(", "=", ":") or not _are_states(asked, noun):
        return False
    opening = noun
    while opening > 0 and asked.tags[opening - 1] in "DJ#R":
        opening -= 1
    return asked.read.tag(opening - 1) not in ("P", "V", "X")


def is_likened_to_states(asked: MentionContext) -> bool:
    """Whether others of its kind are named beside it: "China, unlike other countries, has"."""
    if not asked.stands(_STATES) or not asked.stands("words.beside-states", "function.like"):
        return False
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        return False
    for at in asked.everywhere:
        if asked.has(at, "words.beside-states"):
            named = _others(asked, at)
            if named >= 0 and _is_said_of(asked, at, named):
                return True
    return False


def _others(asked: MentionContext, at: int) -> int:
    """Where "many other countries" after the token at `at` ends; -1 where none follow."""
    others = False
    for spot in range(at + 1, min(at + 1 + _NEAR, len(asked.tokens))):
        others = others or asked.has(spot, "words.among-others")
        if asked.tags[spot] in ",.:=":
            return -1
        if others and _are_states(asked, spot):
            return spot
    return -1


def _is_said_of(asked: MentionContext, at: int, named: int) -> bool:
    """Whether it is said of the mention: no other clause begins between them."""
    if at < asked.slot.token:
        between = set(asked.tags[named + 1 : asked.slot.token])
        return asked.acts and not {"V", "X", "M", "S"} & between
    return not {"S", "W", ":"} & set(asked.tags[asked.end : at])


def is_listed_with_peoples(asked: MentionContext) -> bool:
    """Whether it stands in a list of peoples.

    "the Americans, the Russians, and China", "Chinese, Japanese and Indians".
    """
    at = asked.slot.token
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        return False
    first = at - (asked.slot.name == "group" and asked.read.tag(at - 1) == "D")
    start, end = list_start(asked.read, first)[0], list_end(asked.read, at + 1)[0]
    while asked.read.tag(end) in ("C", ",") and _is_a_people(asked, end + 1):
        end += 2
    return any(
        spot != at and any(asked.has(spot, cls) for cls in _PEOPLES) for spot in range(start, end)
    )


def _is_a_people(asked: MentionContext, at: int) -> bool:
    return any(asked.has(at, cls) for cls in _PEOPLES)


def shares_what_it_owns(asked: MentionContext) -> bool:
    """Whether two own one thing, with one mark for both: "China and Russia's support"."""
    read, at = asked.read, asked.slot.token
    if asked.slot.kind == "possessive":
        return read.tag(at - 1) == "C" and list_start(read, at)[1]
    joined = read.tag(at + 1) == "C" and list_end(read, at + 1)[1]
    return joined and "'" in read.tags[at + 2 : at + 2 + _OWNER]


def is_called_back(asked: MentionContext) -> bool:
    """Whether a later word points to its list as to states.

    "China and Laos vetoed it: both of these countries".
    """
    if not asked.slot.listed or not asked.stands(_STATES):
        return False
    for at in asked.after:
        if _are_states(asked, at):
            left = asked.read.back(at, "J#")
            if any(asked.read.has(left, cls) for cls in _POINTING):
                return True
    return False


def is_one_of_states(asked: MentionContext) -> bool:
    """Whether it is told as one of several states.

    "One of those countries is China", "Several countries, China among them", "as one of".
    """
    if asked.read.tag(asked.end) == "," and asked.read.has(asked.end + 1, "function.comparison"):
        spots = range(asked.end + 2, asked.end + 2 + _NEAR)  # "China, as one of the states, has"
        return any(_are_states(asked, at) for at in spots if asked.read.tag(at))
    before = asked.slot.token - 1
    if asked.read.tag(before) in (",", "=") and asked.read.has(asked.end, "function.like"):
        return _are_states(asked, before - 1)
    be = asked.read.back(asked.slot.token, 'R"')
    if not asked.read.has(be, "function.be"):
        return False
    spot = asked.read.back(be, "R")
    while spot >= 0 and asked.tags[spot] in "NDJ#KOP":
        if _are_states(asked, spot) or asked.has(spot, "words.a-state"):
            return True
        spot -= 1
    return False


def _are_states(asked: MentionContext, at: int) -> bool:
    """Whether a noun says what countries are, and is no name that ends so: "the United States"."""
    named = asked.has(at, "names.country") or is_name(asked, at)
    return asked.has(at, _STATES) and not named
