"""English: what governs a mention after a preposition, and the agent of a passive or an act."""

from __future__ import annotations

from lintwords.grammar.en.chains import chain_of
from lintwords.grammar.en.governors import complement_at, governor_at
from lintwords.grammar.en.moods import is_negated_before
from lintwords.grammar.en.phrases import classes_of
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged

_VERBS = frozenset("VBEG")  # in any form, auxiliaries apart
_LABEL = "words.column-head"  # over a column, in a list: no sentence, as "Requests from China"


def prepositional(read: Tagged, slot: Slot, at: int, end: int) -> None:
    """Decide for a mention after the preposition at `at` that ends before `end`."""
    slot.kind, slot.prep = "prep", read.tokens[at].low
    if read.has(at, "function.by") and _agent(read, slot, at, end):
        slot.kind = "agent"
        return
    if _gerund_clause(read, slot, at, end) or _infinitive_clause(read, slot, at, end):
        return
    if _particle_verb(read, slot, at, end):
        return
    said = read.skip(end + 1, 'R!"')
    if said < read.count and read.tag(end) == ":" and _heads_line_to(read, at):
        told = governor_at(read, said)
        asked = Governor("", frozenset(("verbs.demand",)), at, end=end)
        asked.complement = read.tokens[told.at].classes | told.object | told.complement
        slot.kind, slot.governors = "object", [asked]
        return
    left = read.back(at)
    if left > 0 and read.tags[left] == "P" and read.tags[left - 1] in _VERBS:
        left -= governor_at(read, left - 1).end == at  # "handed over to China"
    elif left > 0 and read.tags[left - 1] == "N" and read.has(left, "function.particle"):
        left -= _verb_of_object(read, left - 1) >= 0  # "handing refugees over to China"
    if left < 0 or read.tags[left] not in "NVBEGJKZXO":
        return
    if read.tags[left] == "K" or read.tags[left] == "Z":
        return
    if read.tags[left] == "O" and left > 0 and read.tags[left - 1] in _VERBS:
        slot.governors = [_prep_governor(read, left - 1, end)]  # "raised it with"
        slot.governors[0].object = classes_of(read, [left])
    elif read.tags[left] in "N":
        heads = [left]
        spot = left
        while read.tag(spot - 1) == "C" and read.tag(spot - 2) == "N":
            spot -= 2
            heads.append(spot)
        slot.governors = [_prep_governor(read, head, end) for head in heads]
        if read.skip(end, '."') == read.count and not set(read.tags) & set("VXMB"):
            slot.governors[0].classes |= {_LABEL}
        verb = _verb_of_object(read, left)
        if verb < 0 and slot.prep == "with":
            verb, left = _raises_with(read, left)
        if verb >= 0:
            slot.governors.append(_prep_governor(read, verb, end))
            slot.governors[-1].object = classes_of(read, [left])
            slot.governors[-1].outer = True
    else:
        slot.governors = [_prep_governor(read, left, end)]
        slot.governors[0].negated = is_negated_before(read, left)
        if read.tags[left] == "E":
            slot.governors[0].object = _patient(read, left)


def _heads_line_to(read: Tagged, at: int) -> bool:
    """"Ottawa to China: stop it": who speaks to whom, at the head of a line."""
    return read.has(at, "function.to") and set(read.tags[:at]) <= set("NZ") != set()


def _gerund_clause(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """"with China blocking the inquiry": the subject of an -ing form."""
    if read.tag(end) != "G" or not read.has(at, "function.clause-preposition"):
        return False
    group = verb_group(read, end)
    if group is None:
        return False
    slot.kind, slot.governors = "subject", chain_of(read, group, False)
    return True


def _infinitive_clause(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """"nine years for China to agree": the subject of an infinitive."""
    verb = read.skip(end + 1)
    if read.tag(end) != "T" or not read.has(at, "function.for-clause"):
        return False
    group = verb_group(read, verb)
    left = read.back(at)
    if group is None or (left >= 0 and read.tags[left] in _VERBS):
        return False
    slot.kind, slot.governors = "subject", chain_of(read, group, group.negated)
    return True


def _particle_verb(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """"stand up to China": a verb whose entry ends with this preposition."""
    for spot in range(at - 1, max(at - 5, -1), -1):
        if read.tags[spot] not in _VERBS:
            continue
        verb = governor_at(read, spot)
        if verb.end == at + 1:
            verb.object = classes_of(read, [])
            verb.complement = complement_at(read, end)
            verb.negated = is_negated_before(read, spot)
            slot.kind, slot.governors = "object", [verb]
            return True
        return False
    return False


def _prep_governor(read: Tagged, at: int, end: int) -> Governor:
    found = governor_at(read, at, after=end)
    found.object = classes_of(read, [])
    found.complement = complement_at(read, end)
    return found


def _verb_of_object(read: Tagged, noun: int) -> int:
    """The verb whose object this noun is: "impose sanctions on"; -1 if none."""
    spot = noun
    while spot > 0 and read.tags[spot - 1] in "DJN#K'-":
        spot -= 1
    left = read.back(spot)
    if left > 0 and read.has(left, "function.particle") and read.tags[left - 1] in _VERBS:
        left -= 1  # "chase down a family for"
    return left if left >= 0 and read.tags[left] in _VERBS else -1


def _raises_with(read: Tagged, noun: int) -> tuple[int, int]:
    """The verb and the matter in "raise the fate of our citizen with": -1 for the verb if none."""
    spot = noun
    while spot > 1:
        while spot > 0 and read.tags[spot - 1] in "DJNK'":
            spot -= 1
        if not read.has(spot - 1, "function.of"):
            break
        spot -= 2
    matter = spot
    while read.tag(matter + 1) == "N":
        matter += 1
    while matter < noun and read.tags[matter] in "DJ":
        matter += 1
    verb = read.back(spot)
    of_persons = any(_is_of(read, at, "words.persecuted") for at in range(matter, noun + 1))
    if not (_is_of(read, matter, "words.raised-matter") or of_persons):
        return -1, noun
    raises = verb >= 0 and read.tags[verb] in _VERBS and (
        "verbs.raise-with" in read.tokens[verb].word.verbal
    )
    return (verb, matter) if raises else (-1, noun)


def _is_of(read: Tagged, at: int, cls: str) -> bool:
    return cls in read.tokens[at].word.classes


def _agent(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    left = read.back(at)
    if left > 0 and read.tags[left] == ",":
        left = read.back(left)  # "any attempt, by China or others, to"
    if left < 0:
        return False
    direct = read.tokens[left].word.forms
    if read.tags[left] == "N" and (
        "verbs:act" in direct or read.tokens[left].classes & {"nouns.abuse", "nouns.policy"}
    ):
        slot.governors = [_prep_governor(read, left, end)]
        return True
    for spot in range(left, max(left - 9, -1), -1):
        tag = read.tags[spot]
        if tag == "N" and spot < left and read.has(spot + 1, "function.of"):
            noun = read.tokens[spot].word
            if "verbs:act" in noun.forms or noun.nominal & {"nouns.abuse", "nouns.policy"}:
                slot.governors = [_prep_governor(read, spot, end)]
                return True  # "the detention of two journalists by China"
        if tag in "VXMWSB:=" and spot != left:
            break
        if tag == "N" and spot == left and "verbs:participle" in read.tokens[spot].word.forms:
            continue
        if tag == "E" or (tag in ("V", "J", "B") and "verbs:participle" in (
            read.tokens[spot].word.forms
        )):
            verb = _prep_governor(read, spot, end)
            verb.object = _patient(read, spot)
            verb.negated = is_negated_before(read, spot)
            slot.governors = [verb]
            return True
    if read.tags[left] == "N":
        slot.governors = [_prep_governor(read, left, end)]
        return True
    return False


def _patient(read: Tagged, participle: int) -> frozenset[str]:
    """What a passive is said of: the noun before it."""
    spot = participle - 1
    while spot >= 0 and read.tags[spot] in 'XMR!"E':
        spot -= 1
    if spot > 0 and read.tags[spot] == "," and read.tags[spot - 1] == "N":
        spot -= 1  # "the growers, frozen out by"
    heads = [spot] if spot >= 0 and read.tags[spot] in "NZO" else []
    return classes_of(read, heads)
