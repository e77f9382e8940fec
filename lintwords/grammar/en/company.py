"""English: whether a sentence puts a mention beside other countries, as one of them.

Where it does, no government stands in place of the name: "the Chinese government and other
countries" would make a country of it.
"""

from __future__ import annotations

from lintwords.grammar.en.explained import is_name
from lintwords.grammar.en.lists import list_end, list_start
from lintwords.grammar.en.mention_context import MentionContext

_STATES = "words.other-states"
_PEOPLES = ("names.nationals", "names.nationality")
_OWNER = 4  # words of a second owner with its mark
_NEAR = 5  # words that "like many other" and its noun may take
_POINTING = ("function.demonstrative", "function.correlative")  # "these", "both"


def is_joined_to_states(mention: MentionContext) -> bool:
    """Whether other states, or what counts as such, stand in one list with it.

    "China and its neighbours", "not only China but other countries".
    """
    at = mention.slot.token
    if mention.slot.kind in ("possessive", "adjective", "compound"):
        return False
    if mention.slot.listed:
        start, end = list_start(mention.read, at)[0], list_end(mention.read, mention.end)[0]
        if any(_are_states(mention, spot) for spot in range(start, end)):
            return True
        if _sums_up(mention, start):
            return True
    join = mention.end + (mention.read.tag(mention.end) == ",")
    if mention.read.tag(join) != "C":
        return False
    heads = mention.heads_at(join + 1)
    return any(_are_states(mention, head) for head in heads)


def _sums_up(mention: MentionContext, start: int) -> bool:
    """"The two countries, China and Laos": what a list is of stands before it."""
    noun = start - 2
    if mention.read.tag(start - 1) not in (",", "(", "=", ":") or not _are_states(mention, noun):
        return False
    opening = noun
    while opening > 0 and mention.tags[opening - 1] in "DJ#R":
        opening -= 1
    return mention.read.tag(opening - 1) not in ("P", "V", "X")


def is_likened_to_states(mention: MentionContext) -> bool:
    """Whether others of its kind are named beside it: "China, unlike other countries, has"."""
    if not mention.stands(_STATES) or not mention.stands("words.beside-states", "function.like"):
        return False
    if mention.slot.kind in ("possessive", "adjective", "compound"):
        return False
    for at in mention.everywhere:
        if mention.has(at, "words.beside-states"):
            named = _others(mention, at)
            if named >= 0 and _is_said_of(mention, at, named):
                return True
    return False


def _others(mention: MentionContext, at: int) -> int:
    """Where "many other countries" after the token at `at` ends; -1 where none follow."""
    others = False
    for spot in range(at + 1, min(at + 1 + _NEAR, len(mention.tokens))):
        others = others or mention.has(spot, "words.among-others")
        if mention.tags[spot] in ",.:=":
            return -1
        if others and _are_states(mention, spot):
            return spot
    return -1


def _is_said_of(mention: MentionContext, at: int, named: int) -> bool:
    """Whether it is said of the mention: no other clause begins between them."""
    if at < mention.slot.token:
        between = set(mention.tags[named + 1 : mention.slot.token])
        return mention.acts and not {"V", "X", "M", "S"} & between
    return not {"S", "W", ":"} & set(mention.tags[mention.end : at])


def is_listed_with_peoples(mention: MentionContext) -> bool:
    """Whether it stands in a list of peoples.

    "the Americans, the Russians, and China", "Chinese, Japanese and Indians".
    """
    at = mention.slot.token
    if mention.slot.kind in ("possessive", "adjective", "compound"):
        return False
    first = at - (mention.slot.name == "group" and mention.read.tag(at - 1) == "D")
    start, end = list_start(mention.read, first)[0], list_end(mention.read, at + 1)[0]
    while mention.read.tag(end) in ("C", ",") and _is_a_people(mention, end + 1):
        end += 2
    return any(
        spot != at and any(mention.has(spot, cls) for cls in _PEOPLES) for spot in range(start, end)
    )


def _is_a_people(mention: MentionContext, at: int) -> bool:
    return any(mention.has(at, cls) for cls in _PEOPLES)


def shares_what_it_owns(mention: MentionContext) -> bool:
    """Whether two own one thing, with one mark for both: "China and Russia's support"."""
    read, at = mention.read, mention.slot.token
    if mention.slot.kind == "possessive":
        return read.tag(at - 1) == "C" and list_start(read, at)[1]
    joined = read.tag(at + 1) == "C" and list_end(read, at + 1)[1]
    return joined and "'" in read.tags[at + 2 : at + 2 + _OWNER]


def is_called_back(mention: MentionContext) -> bool:
    """Whether a later word points to its list as to states.

    "China and Laos vetoed it: both of these countries".
    """
    if not mention.slot.listed or not mention.stands(_STATES):
        return False
    for at in mention.after:
        if _are_states(mention, at):
            left = mention.read.back(at, "J#")
            if any(mention.read.has(left, cls) for cls in _POINTING):
                return True
    return False


def is_one_of_states(mention: MentionContext) -> bool:
    """Whether it is told as one of several states.

    "One of those countries is China", "Several countries, China among them", "as one of".
    """
    if mention.read.tag(mention.end) == "," \
            and mention.read.has(mention.end + 1, "function.comparison"):
        # "China, as one of the states, has"
        spots = range(mention.end + 2, mention.end + 2 + _NEAR)
        return any(_are_states(mention, at) for at in spots if mention.read.tag(at))
    before = mention.slot.token - 1
    if mention.read.tag(before) in (",", "=") and mention.read.has(mention.end, "function.like"):
        return _are_states(mention, before - 1)
    be = mention.read.back(mention.slot.token, 'R"')
    if not mention.read.has(be, "function.be"):
        return False
    spot = mention.read.back(be, "R")
    while spot >= 0 and mention.tags[spot] in "NDJ#KOP":
        if _are_states(mention, spot) or mention.has(spot, "words.a-state"):
            return True
        spot -= 1
    return False


def _are_states(mention: MentionContext, at: int) -> bool:
    """Whether a noun says what countries are, and is no name that ends so: "the United States"."""
    named = mention.has(at, "names.country") or is_name(mention, at)
    return mention.has(at, _STATES) and not named
