"""French: a mention after a preposition: whose act, against whom, by whom, to whom, where."""

from __future__ import annotations

from lintwords.grammar.fr.governors import complement_at, governor_at
from lintwords.grammar.fr.moods import is_negated_before
from lintwords.grammar.fr.phrases import classes_of, lemma_at, preposition_at
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged

_ACTS = frozenset(("nouns.abuse", "nouns.policy", "nouns.penalty"))
# nouns that make the country the one to whom something is done
_SUFFERED = "nouns.done-to"


def prepositional(read: Tagged, slot: Slot, at: int, end: int) -> None:
    """The mention stands after the preposition at `at` and ends before `end`."""
    slot.kind, slot.prep = "prep", preposition_at(read, at)
    if " " in slot.prep and preposition_at(read, at) == read.tokens[at].low:
        slot.prep = lemma_at(read, at, "function.preposition-phrase")
    if read.has(at, "function.by") and _agent(read, slot, at, end):
        slot.kind = "agent"
        return
    left = read.back(at)
    if _of_the_verb(read, slot, at, end):
        return
    if read.has(at, "function.of") and _owned(read, slot, left, end):
        return
    if left < 0 or read.tags[left] in "ZKW":
        return
    if read.tags[left] in ("J", "E") and _noun_before(read, left) >= 0:
        if read.tags[left] == "E":
            slot.governors = [_before_prep(read, left, end)]
            slot.governors[0].object = classes_of(read, [_noun_before(read, left)])
        elif _takes(read, left):
            slot.governors = [_before_prep(read, left, end)]
        else:
            left = _noun_before(read, left)
    if slot.governors or left < 0 or read.tags[left] not in "NVBEGJXOM":
        return
    if read.tags[left] == "O":
        verb = read.back(left, 'R"-Q')
        if verb >= 0 and read.tags[verb] in "VBEG":
            slot.governors = [_before_prep(read, verb, end)]
        return
    if read.tags[left] == "N":
        slot.governors = [_before_prep(read, left, end)]
        verb = verb_of_object(read, left)
        if verb >= 0:
            outer = _before_prep(read, verb, end)
            outer.object, outer.outer = classes_of(read, [left]), True
            slot.governors.append(outer)
        return
    slot.governors = [_before_prep(read, left, end)]
    slot.governors[0].negated = is_negated_before(read, left)


def _takes(read: Tagged, adjective: int) -> bool:
    """Whether an adjective takes a preposition: "hostile à", not "ouïghoure de"."""
    return bool({"adjectives.toward", "adjectives.mind", "adjectives.traceable"}
                & read.tokens[adjective].classes)


def _before_prep(read: Tagged, at: int, end: int) -> Governor:
    found = governor_at(read, at, after=end)
    if read.tags[at] in "VBEGXM":
        found.end = max(found.end, at + 1)
    found.object = classes_of(read, [])
    found.complement = complement_at(read, end)
    return found


def _of_the_verb(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """"s'en prend à la Chine", "demande à la Chine de": an entry ends with the preposition."""
    for spot in range(at - 1, max(at - 7, -1), -1):
        tag = read.tags[spot]
        if tag in ",:.=WS":
            return False
        if tag not in "VBEG":
            continue
        verb = governor_at(read, spot, after=end)
        if verb.end == at + 1:
            verb.object = classes_of(read, [])
            verb.complement = complement_at(read, end)
            verb.negated = is_negated_before(read, spot)
            slot.kind, slot.governors = "object", [verb]
            return True
        return False
    return False


def _owned(read: Tagged, slot: Slot, left: int, end: int) -> bool:
    """"la répression de la Chine": what is the country's, or done to it."""
    noun = left
    while noun >= 0 and read.tags[noun] in 'JER"' and noun > 0:
        if _takes(read, noun) and read.tags[noun] == "J":
            return False
        noun = read.back(noun)
    if noun < 0 or (read.tags[noun] != "N" and not (
        read.has(noun, "function.demonstrative-pronoun")
    )):
        return False
    if read.has(noun, "function.time") or read.tokens[noun].name:
        return False
    slot.head = read.tokens[noun].low
    slot.head_classes = classes_of(read, [noun])
    governor = _before_prep(read, noun, end)
    slot.governors = [governor]
    done_to = read.has(noun, _SUFFERED) or _by_another(read, end)
    slot.kind = "object" if done_to else "possessive"
    verb = verb_of_object(read, noun)
    if verb >= 0:
        outer = _before_prep(read, verb, end)
        outer.object, outer.outer = slot.head_classes, True
        slot.governors.append(outer)
    return True


def _by_another(read: Tagged, end: int) -> bool:
    """"l'invasion de la Chine par le Japon": another does it."""
    return read.has(read.skip(end), "function.by")


def verb_of_object(read: Tagged, noun: int) -> int:
    """The verb whose object this noun is: "imposer des sanctions à"; -1 if none."""
    spot = noun
    while spot > 0 and read.tags[spot - 1] in "DJN#K-":
        spot -= 1
    left = read.back(spot, 'R!"')
    return left if left >= 0 and read.tags[left] in "VBEG" else -1


def _noun_before(read: Tagged, at: int) -> int:
    """The noun that an adjective or participle at `at` describes; -1 if none."""
    spot = at
    while spot >= 0 and read.tags[spot] in 'JER"C!XQ':
        spot -= 1
    return spot if spot >= 0 and read.tags[spot] in "NZO" else -1


def _agent(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """After *par*: who does what a participle or a noun of an act says."""
    for spot in range(read.back(at), max(at - 12, -1), -1):
        if spot < 0:
            break
        tag = read.tags[spot]
        if tag == "E" and not read.has(spot, "verbs.takes-be"):
            verb = _before_prep(read, spot, end)
            noun = _noun_before(read, spot)
            verb.object = classes_of(read, [noun] if noun >= 0 else [])
            verb.negated = is_negated_before(read, spot)
            slot.governors = [verb]
            return True
        if tag == "N" and (
            "verbs:act" in read.tokens[spot].word.forms
            or not _ACTS.isdisjoint(read.tokens[spot].classes)
        ):
            slot.governors = [_before_prep(read, spot, end)]
            return True
        if tag in "VXMWSBG:=.":
            break
    return False
