"""English: the slot of a mention that is a noun of its own: subject, object, agent, what is told.

What stands to its left decides before the predicate to its right; a list is decided as one, and an
example ("countries like") as the noun that it is an example of.
"""

from __future__ import annotations

from lintwords.grammar.en.clauses import (
    cleft_verbs,
    dislocated_verbs,
    inverted_verbs,
    predicates_after,
    relative_objects,
)
from lintwords.grammar.en.governors import complement_at, governor_at
from lintwords.grammar.en.left_open import is_broken
from lintwords.grammar.en.lists import list_end, list_start
from lintwords.grammar.en.moods import is_asked_for, is_conditional, is_denied, is_negated_before
from lintwords.grammar.en.objects import (
    inner_verbs,
    is_object,
    is_speaker,
    is_told,
    said_of_subject,
    verb_at,
    with_antecedent,
)
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.prepositions import prepositional
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged

_OBLIGATION = "function.obligation"


def decide_noun(read: Tagged, slot: Slot, start: int, end: int) -> None:
    """The slot of a noun that stands, with what belongs to it, in [start, end)."""
    if start > 0 and read.tags[start - 1] == "N" and _is_person(read, start - 1):
        slot.kind = "named"  # "my niece China"
        return
    comma = start - 1
    start, left_listed = list_start(read, start)
    end, right_listed = (end, False) if is_broken(read, end) else list_end(read, end)
    slot.listed = left_listed or right_listed
    if left_listed and read.has(start, "function.negator"):
        _place(read, slot, start, end)
        for governor in slot.governors:
            governor.negated = True  # "neither Laos nor China signed"
        return
    _place(read, slot, start, end)
    if slot.governors and _is_place_of_event(read, comma, slot.governors[0]):
        slot.kind, slot.governors = "named", []  # "Landslide, China in May killed 300 people"


def _place(read: Tagged, slot: Slot, start: int, end: int) -> None:
    """Decide for the whole list or name that stands in [start, end)."""
    left = read.back(start)
    if left >= 0 and read.has(left, "function.like"):
        slot.listed = True
        if _example_of(read, slot, left, end):
            return
    slot.asked = (
        slot.asked or is_conditional(read, left) or is_conditional(read, start)
        or is_denied(read, left)
    )
    if left > 0 and read.tags[left] == "C":
        between = read.back(left, "DJN#ZK'-")
        if read.has(between, "function.between"):
            slot.listed, left = True, between  # "the agreement between them and China says"
    dislocated = dislocated_verbs(read, left, end)
    if dislocated:
        slot.kind, slot.governors = "subject", dislocated
        return
    if left >= 0 and read.tags[left] == "P" and not _leaves_preposition(read, left, start, end):
        prepositional(read, slot, left, end)
        return
    if is_speaker(read, left, end):
        slot.kind, slot.governors = "subject", [governor_at(read, left, after=end)]
        return
    cleft = cleft_verbs(read, left, end)
    if cleft:
        slot.kind, slot.governors = "subject", cleft
        return
    predicates, is_passive = predicates_after(read, end)
    apart = left > 0 and read.tags[left] == read.tag(end) == ","
    if not predicates and apart and (slot.listed or _is_apposed(read, left)):
        # "the two powers, China and Laos, have", "its neighbour, China, has"
        predicates, is_passive = predicates_after(read, end + 1)
    if left >= 0 and read.tags[left] in "VBEG" and is_object(read, left, end, predicates):
        slot.kind = "object"
        verb = governor_at(read, left, after=end)
        verb.negated = is_negated_before(read, left)
        verb.complement = complement_at(read, end)
        slot.governors = [verb, *inner_verbs(read, left, end), *relative_objects(read, end)]
        return
    inverted = inverted_verbs(read, left, end)
    if inverted:
        slot.kind = "passive" if inverted[0] else "subject"
        slot.governors = inverted[1]
    elif predicates and left >= 0 and said_of_subject(read, slot, left, end):
        slot.governors += predicates  # "the obstacle is China, which has"
    elif predicates:
        if left >= 0 and read.tags[left] in "VBX" and read.tags[predicates[0].at] == "G":
            # "you do not have China talking", "you never see China threatening"
            predicates[0].negated = predicates[0].negated or is_negated_before(read, left)
        if is_asked_for(read, left, predicates[0]):
            predicates[0].classes |= {_OBLIGATION}
        with_antecedent(read, predicates[0], left, start)
        slot.governors = predicates
        slot.kind = "passive" if is_passive else "subject"
    elif left >= 0 and read.tags[left] == "W" and read.tags[left - 1] == "X":
        slot.kind = "subject"
    elif is_told(read, left, end):
        slot.kind, slot.governors = "object", [verb_at(read, left, end)]
    elif read.tag_or_stop(end) != "," or read.tag(end + 1) != "W":  # "the market is China, where"
        said_of_subject(read, slot, left, end)


def _is_place_of_event(read: Tagged, comma: int, verb: Governor) -> bool:
    """Whether a headline opens with a disaster, and what follows says what it did."""
    is_struck = "verbs.blow" in verb.classes and "verbs.custody" not in verb.classes
    is_told = comma == 1 and read.tags[1] == "," and read.has(0, "words.disaster")
    return is_struck and is_told


def _is_apposed(read: Tagged, comma: int) -> bool:
    """"The country's big neighbour, China,": a noun and nothing else stands before the comma."""
    opening = read.skip(0, 'R"C')
    phrase = noun_phrase(read, opening, coordinated=False)
    if read.tag(opening) != "D" or not phrase.heads or read.has(phrase.heads[0], "function.time"):
        return False
    return phrase.end == comma


def _leaves_preposition(read: Tagged, left: int, start: int, end: int) -> bool:
    """Whether the mention opens a clause of its own, and the preposition holds something else.

    "in the spring of this year China asked", "they left, for China wants such men".
    """
    if read.tag(read.skip(end)) not in ("V", "X", "M"):
        return False
    because = read.has(left, "function.for-clause") and read.tag(left - 1) == ","
    return because or left < start - 1  # between the two stands a time


def _is_person(read: Tagged, at: int) -> bool:
    return "nouns.kin" in read.tokens[at].word.nominal


def _example_of(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """"countries like China jail": the slot of the noun before *like*."""
    head = read.back(at, 'R",')
    if head < 0 or read.tags[head] not in "N":
        return False
    return _find_noun(read, slot, head, end)


def _find_noun(read: Tagged, slot: Slot, head: int, end: int) -> bool:
    """Find the slot of the noun at `head` for a mention that is an example of it."""
    start = head
    while start > 0 and read.tags[start - 1] in "DJN#":
        start -= 1
    listed = slot.listed
    decide_noun(read, slot, start, end)
    slot.listed = listed
    return slot.kind != "bare"
