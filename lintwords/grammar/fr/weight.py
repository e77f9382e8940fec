"""French: what makes a finding weigh one step less, or keeps a denial from doing so.

The mood is read off the verb that the mention goes with; nothing here changes what it stands for.
"""

from __future__ import annotations

from lintwords.grammar.fr.country_meant import is_country_meant
from lintwords.grammar.fr.moods import is_conditional, is_negated_before
from lintwords.grammar.fr.prepositions import verb_of_object
from lintwords.grammar.model import SUBJECT, Governor, Slot
from lintwords.grammar.tagged import Tagged

_RULES = 4  # words after a verb in which the rules are named
_REACH = 8  # tokens before the name in which its clause may be regretted
_PENALTY = "nouns.penalty"  # "ne maintiendra pas l'embargo contre"
_DUE = frozenset(("verbs.cease", "verbs.keep-faith", "verbs.let"))  # not to do so is the reproach
_UNCHECKED = "verbs.unchecked"  # "n'hésite pas à torturer"
_LICENCE = frozenset(("nouns.licence", "nouns.respect"))  # "n'a pas le droit d'emprisonner"
_OBLIGATION = frozenset(("function.obligation",))
_LIFT = "verbs.lift"  # "il ne faut pas lever l'embargo": it is upheld
_CLAUSE_ENDS = ",:=.;(W"


def weigh(read: Tagged, slot: Slot) -> None:
    """Note in `slot` that it is only supposed, and in its verbs that a denial is the reproach."""
    if slot.kind in (*SUBJECT, "agent"):
        slot.supposed = any(_is_supposed(read, governor) for governor in slot.governors[:1])
    elif slot.governors and _PENALTY in slot.governors[0].classes:
        verb = verb_of_object(read, slot.governors[0].at)
        slot.supposed = verb >= 0 and not read.has(verb, _LIFT) and is_negated_before(read, verb)
    if is_country_meant(read, slot) or any(test(read, slot) for test in _AT_A_DISTANCE):
        slot.supposed = True
    unchecked = any(one.negated and _UNCHECKED in one.classes for one in slot.governors)
    for governor in slot.governors:
        governor.owed = governor.negated and (unchecked or _is_owed(read, slot, governor))


def _is_supposed(read: Tagged, governor: Governor) -> bool:
    """Whether it is said at a distance: "aurait emprisonné", but not "devrait libérer"."""
    at = governor.at
    while at > 0 and read.tags[at - 1] in 'XMQ!R"':
        at -= 1
    return any(
        read.tags[spot] in "XMV" and "verbs:conditional" in read.tokens[spot].word.forms
        and not read.has(spot, "function.obligation")
        for spot in range(at, governor.at + 1)
    )


def _is_told_among_others(read: Tagged, slot: Slot) -> bool:
    """Whether all is said of several: "dans d'autres pays, notamment la Chine et"."""
    near = range(max(slot.token - _REACH, 0), slot.token)
    others = next((at for at in near if read.has(at, "function.others")), slot.token)
    return slot.listed and any(read.has(at, "function.like") for at in near if at > others)


def _is_of_a_motion(read: Tagged, slot: Slot) -> bool:
    """Whether a text has it in its name: "la résolution sur la répression de la Chine"."""
    if slot.kind not in ("possessive", "prep", "adjective"):
        return False
    at = slot.token
    while at > 0 and read.tags[at - 1] in "DNJPKZ":
        at -= 1
        if read.has(at, "function.on-matter") and read.has(read.back(at), "nouns.motion"):
            return True
    return False


def _is_in_a_condition(read: Tagged, slot: Slot) -> bool:
    """Whether it stands in a condition: "si la répression de la Chine continue"."""
    at = slot.token
    while at > 0:
        at -= 1
        if read.tags[at] == "S":
            return is_conditional(read, at)
        if read.tags[at] in _CLAUSE_ENDS:
            return False
    return False


_AT_A_DISTANCE = (_is_told_among_others, _is_of_a_motion, _is_in_a_condition)


def _is_owed(read: Tagged, slot: Slot, governor: Governor) -> bool:
    """Whether what was not done is owed: "n'a toujours pas libéré", "n'honore pas"."""
    if not governor.classes.isdisjoint(_DUE) or not governor.object.isdisjoint(_LICENCE):
        return True
    if "verbs.keep-shared" in governor.classes and any(
        "words.shared-rules" in token.word.classes
        for token in read.tokens[governor.end : governor.end + _RULES]
    ):
        return True  # "n'observe pas les règles communes"
    no_more = read.holds(range(slot.token, governor.at), "function.no-more")
    if no_more and not governor.classes.isdisjoint(_OBLIGATION):
        return True  # "ne doit plus torturer"
    near = range(max(governor.at - _REACH, slot.token), min(governor.at + 4, read.count))
    if read.holds(near, "function.still"):
        return True
    before = range(max(slot.token - _REACH, 0), slot.token)
    return read.holds(before, "verbs.regret") or any(
        "words.regrets" in read.tokens[at].word.classes and not is_negated_before(read, at)
        for at in before
    )  # "il est regrettable que"
