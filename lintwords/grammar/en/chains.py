"""English: a predicate as a chain: its verb, what hangs on it, and the verbs joined to it."""

from __future__ import annotations

from lintwords.grammar.en.governors import governor_at
from lintwords.grammar.en.left_open import DEEDS
from lintwords.grammar.en.phrases import classes_of, noun_phrase
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import Governor
from lintwords.grammar.tagged import REACH, Tagged, VerbGroup

_DONE_TO_PERSONS = frozenset(("verbs.custody", "verbs.blow", "verbs.bodily"))
_HURTS = frozenset(("verbs.custody", "verbs.bodily"))


def chain_of(read: Tagged, group: VerbGroup, negated: bool) -> list[Governor]:
    """A predicate's verb, what hangs on it with the same subject, and its conjuncts."""
    first = governor_at(read, group.main, negated=negated)
    first.negated = first.negated or group.negated
    first.classes |= group.modal
    if first.negated and _goes_on_with(read, first):
        first.negated = False
    found = [first]
    spot = first.end - 1
    if read.tags[group.main] == "G" and read.has(group.main, "function.be-about"):
        if read.tag(read.skip(spot + 1)) == "T":
            found = []  # "is going to make": what is to come, and no verb of its own
    if group.copula and first.end == group.main + 1:
        spot = _predicate_adjective(read, group.main)
    for _ in range(4):
        inner = None
        nxt = read.skip(spot + 1)
        tag = read.tag(nxt)
        if tag == "T":
            verb = read.skip(nxt + 1)
            if read.tag(verb) == "X":
                inner = verb_group(read, verb)
                verb = inner.main if inner else verb
            about = read.has(group.main, "function.be-about")  # "is set to execute"
            if group.passive and not about and not (
                first.classes & {"verbs.clause", "verbs.speech"}
            ):
                break
        elif tag == "G" and not group.passive:
            verb = nxt
        elif tag == "P" and read.tag(read.skip(nxt + 1)) == "G" and not group.passive:
            verb = read.skip(nxt + 1)
        else:
            break
        if read.tag(verb) not in ("B", "E", "G", "X"):
            break
        found.append(governor_at(read, verb, negated=first.negated))
        if inner and inner.passive:
            found[-1].role = inner.role  # "continues to be committed to"
        spot = found[-1].end - 1
    found = found or [first]
    caused = _caused(read, group.main, first)
    if caused:
        found.append(caused)
        spot = max(spot, caused.end - 1)
    _conjuncts(read, found, spot, group)
    return found


def _goes_on_with(read: Tagged, verb: Governor) -> bool:
    """Whether what is denied is the end of a wrong: "has not ceased its aggression"."""
    if "verbs.leave-off" not in verb.classes:
        return False
    return "nouns.abuse" in verb.object or read.tag(verb.end) == "G"


def _caused(read: Tagged, at: int, first: Governor) -> Governor | None:
    """What the subject has others do: "had him arrested".

    Not what it undergoes: "had its rating cut", "had two goals disallowed by the referee", "had
    students injured in the storm".
    """
    if not read.has(at, "verbs.causative"):
        return None
    start = read.skip(at + 1)
    verb = read.skip(start + 1)
    whom: frozenset[str] = frozenset()
    if not read.has(start, "function.pronoun-object") or read.tag(verb) not in ("E", "V", "J"):
        phrase = noun_phrase(read, start, coordinated=False)
        verb = read.skip(phrase.end)
        if not phrase.heads or read.has(start, "function.possessive"):
            return None
        whom = frozenset(classes_of(read, phrase.heads))
        if _is_done_to_the_word_before(read, phrase.end - 1):
            verb = phrase.end - 1
            read = Tagged(read.tokens, [*read.tags[:verb], "E", *read.tags[verb + 1 :]])
            whom = frozenset(classes_of(read, [verb - 1]))
    if not read.tag(verb) or read.has(verb + 1, "function.by"):
        return None
    found = governor_at(read, verb, negated=first.negated)
    if "verbs.befalls" in found.classes:
        return None
    is_taken = not found.classes.isdisjoint(_DONE_TO_PERSONS)
    if read.tag(start) == "#" and not ("nouns.person" in whom and is_taken):
        return None
    if is_taken and whom:
        found.object = whom | {"any"}
    is_done = "verbs:participle" in read.tokens[verb].word.forms
    return None if not is_done or DEEDS.isdisjoint(found.classes) else found


def _is_done_to_the_word_before(read: Tagged, at: int) -> bool:
    """"had the poet shot": a participle that may be a noun, last in the phrase of a person."""
    word = read.tokens[at].word
    if "verbs:participle" not in word.forms or _HURTS.isdisjoint(word.verbal):
        return False
    ends = read.tag(at + 1) in ("", ".", ",", "C", "P", "R")
    return ends and read.tag(at - 1) == "N" and "nouns.person" in read.tokens[at - 1].word.nominal


def _predicate_adjective(read: Tagged, at: int) -> int:
    spot = read.skip(at + 1)
    if read.tag(spot) in ("J", "E") or read.has(spot, "function.be-about"):
        return spot
    if read.tag(spot) == "N":
        return spot
    ordinal = read.tag(spot) == "D" and read.has(spot + 1, "function.ordinal")
    if ordinal and read.tag(spot + 2) == "T":
        return spot + 1  # "is the first to use it"
    return at


def _conjuncts(read: Tagged, found: list[Governor], last: int, group: VerbGroup) -> None:
    wanted = {read.tags[last], read.tags[group.main]} & set("VBEGXM")
    in_rows = read.tag(group.start + 1) == ":"  # "has: closed his club; beaten his pupils"
    spot = last + 1
    limit = min(last + REACH, len(read.tokens))
    while spot < limit:
        tag = read.tags[spot]
        if tag in ".:=WS" and not (in_rows and read.tokens[spot].low == ";"):
            break
        if tag in "C," or tag == ":":
            nxt = read.skip(spot + 1)
            if tag == "," and read.tag(nxt) == "C":
                nxt = read.skip(nxt + 1)
            if read.tag(nxt) == "T" and ("B" in wanted or len(found) > 1):
                nxt = read.skip(nxt + 1)
            if read.tag(nxt) in wanted or read.tag(nxt) in ("V", "X", "M"):
                inner = verb_group(read, nxt)
                # "and said", ", then jailed him" go on; ", accused of", ", later jailed" do not
                if inner and (tag in "C:" or read.tag(spot + 1) == "C" or
                              (read.has(spot + 1, "function.next-deed") and
                              "any" in governor_at(read, inner.main).object) or
                              read.in_series(inner.end)):
                    negated = inner.negated or (found[0].negated and read.tag(nxt) in "BEG")
                    found.append(governor_at(read, inner.main, negated=negated))
                    if inner.passive != group.passive and read.tag(nxt) in ("X", "M", "V"):
                        found[-1].role = inner.role
                    wanted |= {read.tags[inner.main]} & set("VBEG")
                    spot = inner.end
                    continue
            if tag == "C" and read.tag(nxt) in "OZ":
                break
        spot += 1
    _purpose(read, found, last)


def _purpose(read: Tagged, found: list[Governor], last: int) -> None:
    """Add what the same subject does by it: "uses loans to silence critics"."""
    known = {governor.at for governor in found}
    spot = last + 1
    spot = max(spot, found[-1].end) if found[-1].at <= last else spot
    phrase = noun_phrase(read, read.skip(spot))
    if phrase.heads and not found[-1].classes & {"verbs.transitive-to", "verbs.demand"}:
        spot = read.skip(phrase.end)
        if read.tag(spot) == "T" and read.tag(read.skip(spot + 1)) == "B":
            verb = read.skip(spot + 1)
            if verb not in known:
                found.append(governor_at(read, verb, negated=found[0].negated))
        elif read.has(spot, "function.by") and read.tag(read.skip(spot + 1)) == "G":
            found.append(governor_at(read, read.skip(spot + 1)))
