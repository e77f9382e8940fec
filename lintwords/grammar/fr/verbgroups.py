"""French: a verb with its auxiliaries, pronouns and negators."""

from __future__ import annotations

from lintwords.grammar.tagged import Tagged, VerbGroup

_GOES_ON = ("E", "B")  # letters of a verb after an auxiliary
# written with it, the verb takes être in compound tenses, and is no passive
_MOVES = "verbs.takes-be"


def verb_group(read: Tagged, at: int) -> VerbGroup | None:
    """The verb group that starts at `at`, with pronouns and negators before it."""
    group = VerbGroup(at, -1, at)
    be = auxiliary = reflexive = False
    spot = at
    while spot < read.count:
        tag = read.tags[spot]
        if tag == "Q":
            if auxiliary and group.main >= 0 and read.tags[group.main] != "M":
                break
            reflexive = reflexive or read.has(spot, "function.reflexive")
        elif tag in 'R!"':
            group.negated = group.negated or negates(read, spot)
        elif (tag == "-" and auxiliary) or (tag == "O" and read.tag(spot - 1) == "-"):
            pass  # "a-t-elle arrêté"
        elif tag == "X":
            be = read.has(spot, "function.be")
            auxiliary = True
            group.main, group.end = spot, spot + 1
        elif tag == "M":
            group.modal = read.tokens[spot].classes
            auxiliary = True
            group.main, group.end = spot, spot + 1
        elif tag in ",=(" and auxiliary and read.after_aside(spot, before=_GOES_ON):
            spot = read.after_aside(spot, before=_GOES_ON)
            continue
        elif tag == "V":
            if auxiliary:
                break
            group.main, group.end = spot, spot + 1
            after = read.skip(spot + 1)
            after += read.has(after, "function.of")
            if not read.has(spot, "function.near") or read.tag(after) not in ("B", "X", "Q"):
                return _with_negation(read, group)
            auxiliary, spot = True, after  # "va libérer", "vient d'arrêter"
            continue
        elif tag == "B":
            group.main, group.end = spot, spot + 1
            return group
        elif tag in "EG":
            if auxiliary and tag == "G":
                break
            group.main, group.end = spot, spot + 1
            moves = read.has(spot, _MOVES)
            group.passive = tag == "E" and not reflexive and not moves and (
                be or not auxiliary
            )
            return group
        else:
            break
        spot += 1
    if group.main < 0:
        return None
    group.copula = be
    return _with_negation(read, group)


def negates(read: Tagged, at: int) -> bool:
    """Whether a negator denies: "pas", "jamais", but not "ne" by itself ("ne … que")."""
    return read.tag(at) == "!" and read.has(at, "function.negation-second")


def _with_negation(read: Tagged, group: VerbGroup) -> VerbGroup:
    """With what stands after the verb: "n'arrête pas"."""
    spot = group.end
    while read.tag(spot) in ("R", "!", "-", "O") and spot < group.end + 5:
        group.negated = group.negated or negates(read, spot)
        spot += 1
    return group
