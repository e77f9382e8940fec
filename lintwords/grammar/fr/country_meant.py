"""French: where a country is meant, whoever governs it: a finding there is only a suggestion.

What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.model import SUBJECT, Slot
from lintwords.grammar.several import is_thanked_with_others
from lintwords.grammar.tagged import Tagged

_REACH = 4  # words before a noun in which it is denied


def is_country_meant(read: Tagged, slot: Slot) -> bool:
    """Whether what is said of the mention is said of a country rather than of its government."""
    return any(test(read, slot) for test in _TESTS)


def is_own_good(read: Tagged, slot: Slot) -> bool:
    """Whether its good is meant, not what it pursues: "dans l'intérêt de la Chine"."""
    if slot.kind not in ("possessive", "adjective") or not slot.governors:
        return False
    noun = slot.governors[0].at
    before = read.back(noun, 'RDJ"')
    return read.has(noun, "words.own-good") and (
        read.has(before, "words.does-good") or read.has(before, "words.in-or-against")
    )


def _is_bound(read: Tagged, slot: Slot) -> bool:
    """Whether it has bound itself to something: "des droits auxquels la Chine s'est engagée"."""
    which = read.back(slot.token, 'RD"')
    return slot.kind in SUBJECT and read.has(which, "words.to-which") and any(
        read.has(governor.at, "words.is-bound") for governor in slot.governors
    )


def _has_a_right(read: Tagged, slot: Slot) -> bool:
    """Whether a right of a state is meant: "le droit de la Chine de juger les marins"."""
    after = slot.token + 1
    if read.has(after + 1, "verbs.abuse") or read.has(after + 1, "verbs.force"):
        return False  # "le droit de la Chine d'emprisonner"
    return slot.kind == "possessive" and any(
        read.has(governor.at, "words.a-right") for governor in slot.governors[:1]
    ) and (read.tag(after), read.tag(after + 1)) == ("P", "B")


def _is_no_rival(read: Tagged, slot: Slot) -> bool:
    """Whether something is said not to be its rival: "n'est pas un contrepoids à la Chine"."""
    return slot.kind == "prep" and any(
        read.has(one.at, "words.a-counterweight")
        and "!" in read.tags[max(one.at - _REACH, 0) : one.at] for one in slot.governors[:1]
    )


def is_a_people_at_work(read: Tagged, at: int) -> bool:
    """Whether a people does something for itself at `at`: "les Chinois cherchant à s'organiser"."""
    if read.tag(at) != "G":
        return False
    for spot in range(at + 1, read.count):
        if read.tags[spot] in ",:=.SW":
            return False
        if read.has(spot, "function.reflexive"):
            return True
    return False


_TESTS = (is_own_good, _is_bound, _has_a_right, is_thanked_with_others, _is_no_rival)
