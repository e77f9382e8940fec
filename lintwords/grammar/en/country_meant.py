"""English: where a country is meant, whoever governs it: a finding there is only a suggestion.

What law binds, what part it has, its own good, its markets, thanks to several, and a rivalry that
is denied. What words mean stands in the lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.moods import is_denied_before
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT, Slot
from lintwords.grammar.several import is_thanked_with_others
from lintwords.grammar.tagged import Tagged

_BOUND = 8  # words after a name in which "is committed" stands
_WRONGS = frozenset(("verbs.abuse", "nouns.abuse", "verbs.force", "verbs.prohibit"))


def is_country_meant(read: Tagged, slot: Slot) -> bool:
    """Whether what is said of the mention is said of a country rather than of its government."""
    return any(test(read, slot) for test in _TESTS)


def is_own_good(read: Tagged, slot: Slot) -> bool:
    """Whether the good of all of it is meant, not interests that it pursues.

    "in China's interests".
    """
    if not slot.governors or not (slot.kind == "possessive" or slot.prep == "of"):
        return False
    noun = slot.governors[0].at
    if not read.has(noun, "words.own-good"):
        return False
    before = read.back(min(noun, slot.token), 'RDJ"')
    return any(read.has(before, f"words.{cls}") for cls in ("does-good", "in-or-against"))


def is_own_growth(read: Tagged, slot: Slot) -> bool:
    """Whether the growth of all of it is meant: no government has risen: "China's rise"."""
    if not slot.governors or not (slot.kind == "possessive" or slot.prep == "of"):
        return False
    return read.has(slot.governors[0].at, "words.own-growth")


def _is_bound(read: Tagged, slot: Slot) -> bool:
    """"rights to which China is committed"."""
    which = read.back(slot.token, 'RD"')
    if slot.kind not in SUBJECT or (read.tag(which - 1), read.tag(which)) != ("P", "W"):
        return False
    spots = range(slot.token + 1, slot.token + _BOUND)
    return read.holds(spots, "words.is-bound")


def _has_a_right(read: Tagged, slot: Slot) -> bool:
    """"China's right to try offenders", "China's most-favoured status"."""
    if slot.kind != "possessive" or not slot.governors:
        return False
    noun = slot.governors[0]
    verb = read.skip(noun.end + 1)
    right = read.has(noun.at, "words.a-right") and read.tag(noun.end) == "T" and (
        not _tells_of_a_wrong(read, range(verb, min(verb + 1, read.count)))
    )
    return right or read.has(noun.at, "words.legal-standing")


def _has_a_part(read: Tagged, slot: Slot) -> bool:
    """"China has a key role"; but not "in jailing the editors"."""
    if slot.kind not in SUBJECT:
        return False
    for governor in slot.governors:
        if not read.has(governor.at, "words.has-a-part"):
            continue
        phrase = noun_phrase(read, read.skip(governor.end), coordinated=False)
        weighs = read.holds(range(governor.end, phrase.end), "words.weighty")
        part = read.holds(phrase.heads, "words.a-part")
        if weighs and part:
            return not _tells_of_a_wrong(read, range(phrase.end, read.count))
    return False


def _matters(read: Tagged, slot: Slot) -> bool:
    """"How critical is China to the group?", "China is essential to the deal"."""
    be = read.back(slot.token, 'RD"')
    if read.has(be, "function.be") and read.has(be - 1, "words.weighty"):
        return read.tag(slot.token + 1) in ("P", "T")
    if slot.kind not in SUBJECT:
        return False
    said = [read.skip(one.end) for one in slot.governors if read.has(one.at, "function.be")]
    return any(read.has(at, "words.weighty") and read.tag(at + 1) in ("P", "T") for at in said)


def _holds_a_market(read: Tagged, slot: Slot) -> bool:
    """"China owns the supply chain"."""
    held = (
        noun_phrase(read, read.skip(governor.end), coordinated=False).heads
        for governor in slot.governors if read.has(governor.at, "words.holds-a-market")
    )
    return slot.kind in SUBJECT and any(read.holds(heads, "nouns.chain") for heads in held)


def _is_under_pressure(read: Tagged, slot: Slot) -> bool:
    """"China under pressure over its dams": a headline, in which nobody asks for anything."""
    at = slot.token + 1
    at += read.has(at, "words.comes")
    if read.back(slot.token) >= 0 or not read.has(at, "words.put-under"):
        return False
    after = read.skip(at + 1, "JR") + 1
    pressed = read.has(after - 1, "words.a-pressure") and read.tag(after) != "T"
    return pressed and not _tells_of_a_wrong(read, range(after, read.count))


def _is_no_rival(read: Tagged, slot: Slot) -> bool:
    """"The pact is not a counterweight to China"."""
    return slot.kind == "prep" and any(
        read.has(one.at, "words.a-counterweight") and is_denied_before(read, one.at)
        for one in slot.governors[:1]
    )


def _tells_of_a_wrong(read: Tagged, spots: Sequence[int]) -> bool:
    return any(not _WRONGS.isdisjoint(read.tokens[at].classes) for at in spots)


_TESTS = (
    is_own_good, _is_bound, _has_a_right, _has_a_part, _matters, _holds_a_market,
    is_thanked_with_others, _is_under_pressure, _is_no_rival,
)
