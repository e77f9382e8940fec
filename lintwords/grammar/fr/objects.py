"""French: a mention after its verb: an object and what it does, or what the subject is."""

from __future__ import annotations

from lintwords.grammar.fr.clauses import chain_of, relative, relative_objects
from lintwords.grammar.fr.governors import complement_at, governor_at
from lintwords.grammar.fr.moods import is_negated_before
from lintwords.grammar.fr.phrases import classes_of, noun_phrase
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged

_UNLISTED = frozenset(("any",))  # classes of an object of which nothing is known


def is_object(read: Tagged, left: int, end: int) -> bool:
    """Whether the mention belongs to the verb before it, and not to one after it."""
    follows = read.skip(end)
    if read.tag(follows) in ("V", "X", "M", "!") or read.tag(follows) == "Q":
        return any(tag == "W" for tag in read.tags[max(left - 5, 0) : left])
    return read.tags[left] != "E" or _is_active(read, left)


def _is_active(read: Tagged, participle: int) -> bool:
    """Whether a participle has an object: "a condamné", not "condamné, la Chine"."""
    spot = read.back(participle, 'R!"Q')
    return spot >= 0 and (read.tags[spot] == "X" or read.tags[spot] == "C")


def as_object(read: Tagged, slot: Slot, left: int, end: int) -> None:
    """Decide for a mention that is the object of the verb at `left`."""
    slot.kind = "object"
    verb = governor_at(read, left, after=end)
    verb.object = classes_of(read, [])
    verb.negated = is_negated_before(read, left)
    verb.complement = complement_at(read, end)
    slot.governors = [verb, *_inner_verbs(read, left, end), *relative_objects(read, end)]


def _inner_verbs(read: Tagged, verb: int, end: int) -> list[Governor]:
    """What the object itself does: "laisser la Chine écraser", "voir la Chine libérer"."""
    spot = read.skip(end)
    if read.tag(spot) != "B" or not read.has(verb, "verbs.bare-infinitive"):
        return []
    group = verb_group(read, spot)
    found = chain_of(read, group, group.negated) if group else []
    for governor in found:
        governor.role = governor.role or "subject"
    return found


def names_somebody(read: Tagged, verb: Governor) -> bool:
    """Whether a name that no list holds follows the verb at once: "a condamné Hélène Roy"."""
    after = read.skip(verb.end)
    if verb.object != _UNLISTED or read.tag(after) in ("", "D", "P"):
        return False
    return read.tokens[after].text[:1].isupper()


def said_of_subject(read: Tagged, slot: Slot, left: int, end: int) -> None:
    """See it as what the subject is said to be: "le coupable est la Chine"."""
    if not read.has(left, "function.be") or read.tag(end) not in ("", ".", ",", ":", "=", "S"):
        return
    start = left
    while start > 0 and read.tags[start - 1] not in ",:.=SW":
        start -= 1
    heads = noun_phrase(read, read.skip(start)).heads
    if read.tag(start - 1) == "," and all(read.tags[head] != "N" for head in heads):
        heads = _before_comma(read, start - 1) or heads
    verb = governor_at(read, left, after=end)
    verb.object = classes_of(read, heads)
    slot.kind, slot.governors = "predicate", [verb]
    cleft = _cleft_verbs(read, end)
    if cleft:
        slot.kind, slot.governors = "subject", cleft


def _before_comma(read: Tagged, comma: int) -> list[int]:
    """The noun that the pronoun takes up again: "Le bourreau, c'est la Chine"."""
    phrase = noun_phrase(read, read.skip(0))
    return phrase.heads if phrase.end == comma else []


def _cleft_verbs(read: Tagged, end: int) -> list[Governor]:
    """The verbs of the clause: "C'est la Chine qui devrait payer"."""
    extra: list[Governor] = []
    if read.tag(end) != "W" or relative(read, end, extra) < 0:
        return []
    return extra
