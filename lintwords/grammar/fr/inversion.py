"""French: a subject after its verb, "que mène la Chine", and what a relative clause is about."""

from __future__ import annotations

from lintwords.grammar.fr.clauses import chain_of
from lintwords.grammar.fr.governors import governor_at
from lintwords.grammar.fr.moods import is_negated_before
from lintwords.grammar.fr.phrases import classes_of
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged


def is_inverted(read: Tagged, slot: Slot, left: int, end: int) -> bool:
    """Whether the name that ends at `end` is the subject of the verb at `left`.

    "que mène la Chine", "« … », a réagi la Chine", "comme l'affirme la Chine".
    """
    if left < 0 or read.tags[left] not in "VEB":
        return False
    first = left
    while first > 0 and read.tags[first - 1] in 'XMQ!R':
        first -= 1
    if read.tags[left] == "E" and not any(t == "X" for t in read.tags[first:left]):
        return False
    if read.tags[left] == "B" and not any(t in "MV" for t in read.tags[first:left]):
        return False
    before = read.back(first)
    relative = before >= 0 and (
        (read.tags[before] == "W" and read.has(before, "function.relative-object"))
        or read.has(before, "function.like")
    )
    follows = read.tag(read.skip(end))
    if relative and (read.tags[before] == "W" or follows not in ("V", "X", "M")):
        group = verb_group(read, first)
        if group is None:
            return False
        slot.kind = group.role
        slot.governors = chain_of(read, group, group.negated)
        with_antecedent(read, slot.governors[0], before)
        return True
    says = {"verbs.speech", "verbs.clause", "voices.report", "voices.report_that"}
    spoken = (before >= 0 and read.tags[before] in ',"') or first == 0
    alone = follows in ("", ".", ",", '"', ":", "=", "P", "(")
    if spoken and alone and says & read.tokens[left].classes and before >= 0:
        slot.kind = "subject"
        slot.governors = [governor_at(read, left, negated=is_negated_before(read, left), after=end)]
        return True
    return False


def is_taken_up(read: Tagged, end: int) -> bool:
    """Whether a pronoun behind the verb takes the name up, as only of a subject.

    "Combien de condamnés la Chine exécute-t-elle".
    """
    verb = read.skip(end, "Q!")
    return read.tag(verb) in ("V", "X", "M") and taken_up_at(read, verb) >= 0


def taken_up_at(read: Tagged, verb: int) -> int:
    """Where the subject comes again behind its verb, "-t-elle", "-elle"; -1 where it does not."""
    spot = verb + 1
    while read.tag(spot) in ("-", "R") and spot < verb + 4:
        spot += 1
    return spot if read.tag(spot) == "O" and read.tag(spot - 1) == "-" else -1


def with_antecedent(read: Tagged, verb: Governor, left: int) -> None:
    """Give a verb of a relative clause what it acts on as its object.

    "les sanctions que la Chine impose".
    """
    if left < 1 or read.tags[left] != "W" or not read.has(left, "function.relative-object"):
        return
    noun = read.back(left, 'R",JEK')
    while noun > 1 and read.tags[noun] == "N" and _hangs(read, noun) >= 0:
        outer = _hangs(read, noun)
        if read.tokens[outer].word.nominal & {"nouns.abuse", "nouns.policy", "nouns.measure"}:
            noun = outer
            break
        break
    if noun >= 0 and read.tags[noun] in "NO" and not read.has(noun, "function.time"):
        verb.object = classes_of(read, [noun]) | (verb.object - {"none"})


def _hangs(read: Tagged, noun: int) -> int:
    """The noun that this one hangs on by *de*; -1 if none."""
    spot = noun
    while spot > 0 and read.tags[spot - 1] in "DJ#":
        spot -= 1
    if spot > 1 and read.has(spot - 1, "function.of"):
        outer = read.back(spot - 1, 'JER"')
        return outer if outer >= 0 and read.tags[outer] == "N" else -1
    return -1
