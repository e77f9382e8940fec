"""French: lists of states and unions of states, and where they start and end.

"l'Iran, la Russie et la Chine"; "l'Union européenne et la Chine"; and whatever two stand between:
"entre le Parlement et la Chine".
"""

from __future__ import annotations

from lintwords.grammar.tagged import Tagged

_STATES = frozenset(("names.country", "names.capital", "names.union"))
_PAIR = 10  # tokens of the one between which and the mention something stands


def _is_state(read: Tagged, at: int) -> bool:
    token = read.tokens[at] if 0 <= at < len(read.tokens) else None
    if token is None or not token.text[:1].isupper():
        return False
    if read.tags[at] == "Z" or not _STATES.isdisjoint(token.classes):
        return True
    return read.tags[at] == "K" and token.text[:1].isupper()


def _state_start(read: Tagged, at: int) -> int:
    """The index where the phrase of the state at `at` begins, with article or preposition."""
    while at > 0 and (read.tags[at - 1] in "DJ"):
        at -= 1
    return at


def list_start(read: Tagged, start: int) -> tuple[int, bool]:
    """Go left over "la Russie et", "de l'Iran et de"."""
    pair = _after_between(read, start)
    if pair:
        return pair, True
    first, listed = start, False
    for _ in range(8):
        spot = first - 1
        if spot > 0 and read.tags[spot] == "P" and listed is not None and (
            read.tags[spot - 1] in "C,"
        ):
            spot -= 1  # "de la Russie et de la Chine"
        if spot <= 0 or read.tags[spot] not in "C,":
            break
        other = spot - 1
        if other > 0 and read.tags[other] == "J":
            other -= 1  # "l'Union européenne et"
        if not _is_state(read, other):
            break
        if read.tags[spot] == "," and not listed and not _joined_later(read, start):
            break
        first, listed = _state_start(read, other), True
    if listed and first > 0 and read.tags[first - 1] == "C":
        first -= 1  # "ni la Russie ni la Chine"
    return first, listed


def _after_between(read: Tagged, start: int) -> int:
    """The index after *entre* in "entre le Parlement et la Chine"; 0 if none."""
    if read.tag(start - 1) != "C":
        return 0
    for spot in range(start - 2, max(start - 2 - _PAIR, -1), -1):
        if read.has(spot, "function.between"):
            return spot + 1
        if read.tags[spot] not in "NZJDEKOPR-#":
            break
    return 0


def _joined_later(read: Tagged, start: int) -> bool:
    """Whether a comma before belongs to a list: *et* and a state follow, or another comma."""
    at = start
    while at < len(read.tokens) and read.tags[at] in "DJZK":
        at += 1
    return list_end(read, at)[1] or (read.tag(at) in (",", "C") and (
        _is_state(read, read.skip(at + 1, "DJP"))
    ))


def list_end(read: Tagged, end: int) -> tuple[int, bool]:
    """Go right over "et la Russie", ", l'Iran et"."""
    last, listed = end, False
    for _ in range(8):
        if read.tag(last) not in ("C", ",") or read.tag(last) == "":
            break
        spot = last + 1
        if listed and read.tag(last) == "C" and read.has(spot, "function.others"):
            return spot + 1, True  # "la Chine, l'Iran et d'autres"
        while read.tag(spot) in ("D", "J", "P"):
            spot += 1
        if not _is_state(read, spot):
            break
        if read.tag(last) == "," and not _has_further(read, spot + 1):
            break
        last, listed = spot + 1, True
    return last, listed


def _has_further(read: Tagged, at: int) -> bool:
    """Whether a further state follows after a comma or *et*."""
    if read.tag(at) not in ("C", ","):
        return False
    spot = at + 1
    if read.tag(at) == "C" and read.has(spot, "function.others"):
        return True
    while read.tag(spot) in ("D", "J", "P"):
        spot += 1
    return _is_state(read, spot)
