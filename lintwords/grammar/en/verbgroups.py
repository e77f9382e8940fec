"""English: a verb with its auxiliaries, and what may stand inside such a group."""

from __future__ import annotations

from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.tagged import Tagged, VerbGroup

_GOES_ON = ("E", "G", "B")  # letters of a verb after an auxiliary


def verb_group(read: Tagged, at: int) -> VerbGroup | None:
    """The verb group that starts at `at`, adverbs before it passed over."""
    spot = read.skip(at)
    negated = any(read.tags[i] == "!" for i in range(at, spot))
    group = VerbGroup(spot, -1, spot, negated=negated)
    be = auxiliary = False
    while spot < read.count:
        tag = read.tags[spot]
        if tag == "!":
            group.negated = True
        elif tag in "XM":
            if auxiliary and be is False and tag == "X" and _is_deed(read, group.main, spot):
                break  # "what China did was a disgrace"
            if tag == "M":
                group.modal = read.tokens[spot].classes
            be = read.has(spot, "function.be") or read.has(spot, "function.clitic-s")
            auxiliary = True
            group.main, group.end = spot, spot + 1
        elif tag in 'R"' or (auxiliary and read.has(spot, "function.correlative")):
            pass
        elif tag == ":" and auxiliary and _is_participle(read, spot + 1):
            pass  # "has: jailed": items that stand on lines of one paragraph
        elif tag in ",=(" and auxiliary and read.after_aside(spot, before=_GOES_ON):
            spot = read.after_aside(spot, before=_GOES_ON)  # "has, over the past decade, tightened"
            continue
        elif tag == "P" and auxiliary and _time_inside(read, spot):
            spot = _time_inside(read, spot)  # "had for years been"
            continue
        elif tag in "VBEG":
            if auxiliary and tag == "V" and not read.has(spot, "verbs.general"):
                pass
            group.main, group.end = spot, spot + 1
            group.passive = tag == "E" and (be or not auxiliary)
            return group
        elif tag == "T" and auxiliary and read.tag(read.skip(spot + 1)) in ("B", "X"):
            spot += 1  # "is to host", "has to free"
            continue
        else:
            break
        spot += 1
    if group.main < 0:
        return None
    group.copula = be
    return group


def _is_participle(read: Tagged, at: int) -> bool:
    return read.tag(at) in ("E", "V") and "verbs:participle" in read.tokens[at].word.forms


def _is_deed(read: Tagged, verb: int, following: int) -> bool:
    """Whether *do* is a full verb because *be* opens the next predicate."""
    return read.has(verb, "function.do") and read.has(following, "function.be")


def _time_inside(read: Tagged, at: int) -> int:
    """The index after a time between auxiliary and verb; 0 if none stands there."""
    phrase = noun_phrase(read, read.skip(at + 1), coordinated=False)
    if not phrase.heads or "function.time" not in read.tokens[phrase.heads[0]].classes:
        return 0
    return phrase.end if read.tag(read.skip(phrase.end)) in ("X", "E", "G", "V") else 0
