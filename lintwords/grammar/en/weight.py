"""English: what makes a finding weigh one step less, because nobody lays the blame.

The words are read around the verb that the mention goes with; nothing here changes what it stands
for.
"""

from __future__ import annotations

from lintwords.grammar.en.country_meant import is_country_meant
from lintwords.grammar.en.moods import is_denied_before
from lintwords.grammar.model import SUBJECT, Governor, Slot
from lintwords.grammar.tagged import Tagged

_NEVER = 4  # words before a verb in which "never" stands
_RIGHTS = frozenset(("nouns.rights", "nouns.freedom", "nouns.belief"))
_RULES = frozenset(("nouns.law", "nouns.measure"))
_WRONGS = frozenset(("nouns.abuse", "nouns.penalty", "nouns.threat"))
_HIDES = 12  # words after "criticism of" a country in which it is said to change nothing


def weigh(read: Tagged, slot: Slot) -> None:
    """Note in `slot` that what is said of it is only denied, doubted or called wrong."""
    if is_country_meant(read, slot) or any(test(read, slot) for test in _AT_A_DISTANCE):
        slot.supposed = True
    for governor in slot.governors:
        governor.owed = governor.negated and (_is_owed(read, governor) or _is_regretted(read, slot))


def _is_owed(read: Tagged, governor: Governor) -> bool:
    """"has never played by the rules": what is denied is owed, and to say so is blame.

    So are the rights that it "does not allow".
    """
    lets = "verbs.let" in governor.classes or read.has(governor.at, "words.tolerates")
    if lets and not _RIGHTS.isdisjoint(governor.object):
        return True
    if "verbs.keeps-shared" in governor.classes and "words.shared-rules" in governor.object:
        return True  # "does not observe the common rules"
    if "verbs.keeps-rules" not in governor.classes:
        return False
    spots = range(max(governor.at - _NEVER, 0), governor.at)
    return read.holds(spots, "words.never")


def _is_regretted(read: Tagged, slot: Slot) -> bool:
    """"It is regrettable that China has not joined": not to do so is the reproach."""
    that = read.back(slot.token, 'RD"')
    said = read.back(that, "R")
    regretted = slot.kind in SUBJECT and read.tag(that) == "S" and read.has(said, "words.regrets")
    return regretted and not _is_denied(read, said)


def _is_not_suggested(read: Tagged, slot: Slot) -> bool:
    """"we are not suggesting that China", "I doubt that China": no claim that it is so."""
    if slot.kind not in (*SUBJECT, "object"):
        return False
    that = read.back(slot.token, 'RD"')
    verb = read.back(that, "R") if read.tag(that) == "S" else that
    if read.has(verb, "words.doubts") and read.tag(verb) != "N":  # "beyond doubt that"
        return not _is_denied(read, verb)
    return read.has(verb, "words.suggests") and _is_denied(read, verb)


def _would_be_wrong(read: Tagged, slot: Slot) -> bool:
    """"it would be wrong to accuse China", "no reason to condemn China", "no one's interest to"."""
    if slot.kind not in ("object", "prep", "bare"):
        return False
    if not slot.governors:  # "unfair to blame" is drawn together
        blames = read.has(slot.token - 1, "adjectives.blame")
        said = read.back(slot.token - 1, "R")
        return blames and read.has(said, "words.not-right") and not _is_denied(read, said)
    verb = slot.governors[0].at
    to = read.back(verb, "R")
    if read.tag(to) == "T":
        said = read.back(to, "R")
        if read.has(said, "words.not-right"):
            return not _is_denied(read, said)
        return read.has(said, "words.reason-to") and _is_denied(read, said)
    by = read.tag(verb) == "G" and read.tag(to) == "P"
    return by and read.has(to - 1, "words.is-served") and _is_denied(read, to - 1)


def _changes_nothing(read: Tagged, slot: Slot) -> bool:
    """"criticism of China cannot conceal", "attacks on China cannot hide": the blame is refused."""
    blames = any(read.has(one.at, "words.criticism") for one in slot.governors[:1])
    if slot.kind not in ("prep", "possessive") or not blames:
        return False
    spots = range(slot.token + 1, min(slot.token + _HIDES, len(read.tokens)))
    return any(read.has(at, "words.conceals") and _is_denied(read, at) for at in spots)


def _is_not_seen(read: Tagged, slot: Slot) -> bool:
    """"we have not seen China threaten anyone": nobody says that it did."""
    verb = read.back(slot.token, 'RD"')
    return slot.kind in (*SUBJECT, "object") and read.has(verb, "verbs.behold") and (
        _is_denied(read, verb)
    )


def _is_an_if(read: Tagged, slot: Slot) -> bool:
    """"if attacked by China": a condition that leaves its verb out."""
    if slot.kind != "agent" or not slot.governors:
        return False
    opening = read.back(slot.governors[0].at, 'R"')
    return read.has(opening, "function.conditional")


def _is_broken_by_others(read: Tagged, slot: Slot) -> bool:
    """"importers break China's rules": others do the wrong, and the rules are none."""
    if slot.kind not in ("possessive", "adjective") or not _WRONGS.isdisjoint(slot.head_classes):
        return False
    verb = read.back(slot.token, 'RD"')
    breaks = read.has(verb, "words.keeps-or-breaks") and read.tag(verb) in ("V", "B", "G", "E")
    return breaks and not _RULES.isdisjoint(slot.head_classes)


_AT_A_DISTANCE = (
    _is_not_suggested, _would_be_wrong, _changes_nothing, _is_not_seen, _is_an_if,
    _is_broken_by_others,
)


def _is_denied(read: Tagged, at: int) -> bool:
    """Whether *not*, *no* or *nobody* stands shortly before, in the same clause."""
    return is_denied_before(read, at, "words.nobody-is")
