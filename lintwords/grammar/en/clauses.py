"""English: the verbs that a subject governs, and what may stand between the two."""

from __future__ import annotations

from lintwords.grammar.en.governors import governor_at
from lintwords.grammar.en.left_open import DEEDS, deed_behind, is_broken, is_told, opens
from lintwords.grammar.en.phrases import classes_of, noun_phrase, time_end
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import Governor
from lintwords.grammar.tagged import REACH, Tagged, VerbGroup

_DONE_TO_PERSONS = frozenset(("verbs.custody", "verbs.blow", "verbs.bodily"))
_HURTS = frozenset(("verbs.custody", "verbs.bodily"))
_VERBAL = frozenset("XMVBEG")  # verbs in any form, auxiliaries and modals with them


def predicates_after(read: Tagged, end: int) -> tuple[list[Governor], bool]:
    """The verbs whose subject ends at `end`, and whether the first is a passive."""
    found: list[Governor] = []
    is_passive = is_negated = is_hung = False
    extra: list[Governor] = []
    spot = deed_behind(read.tokens, end, read.tags.__getitem__) or end
    limit = min(spot + REACH, len(read.tokens))
    while spot < limit:
        tag = read.tags[spot]
        if tag in 'R!"' or tag == "C" and _joins_adverbs(read, spot):
            is_negated = is_negated or tag == "!"  # of the clause, not of what stands inside it
            spot += 1
        elif spot == end and is_broken(read, spot):
            spot += 1
        elif tag == "(" or tag == "," and read.tag(spot + 1) == "(" and is_told(read, spot + 2):
            close = read.closing(spot, ")")
            deed = read.skip(spot, ",(")
            if not close and not (read.is_left_open(spot) and is_told(read, deed)):
                break
            spot = close + 1 if close else deed
        elif tag == "=":
            close = read.closing(spot, "=")
            if not close:
                break
            spot = close + 1
        elif tag == "," and is_hung and _is_told_at(read, read.skip(spot + 1)):
            spot += 1  # "China, in May, without a trial, jailed"
        elif tag == ",":
            called = _called(read, spot) if spot == end and opens(read, end - 1) else []
            extra += called
            close = _parenthesis(read, spot, extra)
            if not close:
                break
            spot = close + 1
        elif tag == "W":
            after = _relative(read, spot, extra)
            if after < 0:
                break
            spot = max(after, spot + 1)  # verbs taken up earlier may stand before it
        elif tag == "P" and spot > 0:
            verb = read.skip(spot + 1, 'R"!P')  # "out of fear"
            is_deed = read.tag(verb) == "G"  # "after jailing a poet": the same subject's
            phrase = noun_phrase(read, verb + is_deed)
            if not phrase.heads and not is_deed:
                break
            extra += [governor_at(read, verb)] * is_deed
            is_hung = read.tag(spot - 1) == ","
            spot = time_end(read, verb) or phrase.end
        elif tag in "DJN#" and (after := time_end(read, spot)):
            spot = after  # "China last May", "China each spring"
        elif tag in "XMVBEGT":
            if tag == "T" and (spot != end or read.back(end - 1) >= 0):
                break  # a bullet: "China to release the four"
            group = verb_group(read, spot + (tag == "T"))
            if group is None:
                break
            group.passive = group.passive and not (spot == end + 1 and is_broken(read, end))
            is_passive = group.passive
            found = chain_of(read, group, is_negated or group.negated)
            break
        else:
            break
    return [*found, *extra], is_passive


def _is_told_at(read: Tagged, at: int) -> bool:
    """Whether a verb stands at `at`: in its past form with what it is done to, or in another."""
    return read.tag(at) in ("V", "X", "M") or (
        read.tag(at) == "E" and read.tag(at + 1) in ("D", "#")
        and "verbs:past" in read.tokens[at].word.forms
    )


def _joins_adverbs(read: Tagged, at: int) -> bool:
    """Whether both adverbs tell of one verb: "fully and consistently complies"."""
    after = read.skip(at + 1, "R")
    return read.tag(at - 1) == "R" and after > at + 1 and read.tag(after) in ("V", "X", "M")


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
        spot = _predicate_adjective(read, first, group.main)
    for _ in range(4):
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


def _predicate_adjective(read: Tagged, first: Governor, at: int) -> int:
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
                              read.has(spot + 1, "function.next-deed") and
                              "any" in governor_at(read, inner.main).object or
                              read.in_series(inner.end)):
                    negated = inner.negated or (found[0].negated and read.tag(nxt) in "BEG")
                    found.append(governor_at(read, inner.main, negated=negated))
                    if inner.passive != group.passive and read.tag(nxt) in ("X", "M", "V"):
                        found[-1].role = _role(inner)
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


def _parenthesis(read: Tagged, at: int, extra: list[Governor]) -> int:
    """The comma that closes what a comma opened, its relative verbs taken up; 0 if none."""
    nxt = read.skip(at + 1)
    tag = read.tag(nxt)
    if tag == "C":
        phrase = noun_phrase(read, nxt + 1)
        closes = phrase.heads and read.tag(phrase.end) == ","
        return phrase.end if closes else 0
    if tag == "W":
        end = _relative(read, nxt, extra)
        if end < 0:
            return 0
        at = max(at, end - 1)
    elif tag in ("E",):
        verb = governor_at(read, nxt)
        verb.role = "passive"
        extra.append(verb)
    depth = at
    for spot in range(depth + 1, min(depth + REACH, len(read.tokens))):
        if read.tags[spot] == ",":
            following = read.tag(read.skip(spot + 1))
            if following in ("V", "X", "M", ",", "E", "B", "=", "R") or spot == at + 1:
                return spot
            if following == "P" or following == "W" or following == "G":
                return spot
        if read.tags[spot] in ":.":
            return 0
    return 0


def _called(read: Tagged, at: int) -> list[Governor]:
    """What an apposition behind a comma calls the subject: "China, the murderer of monks"."""
    phrase = noun_phrase(read, at + 1, coordinated=False)
    return [governor_at(read, head) for head in phrase.heads[:1] if _is_who(read, head)]


def _is_who(read: Tagged, at: int) -> bool:
    return read.tag(at) == "N" and "words.killers" in read.tokens[at].classes


def _relative(read: Tagged, at: int, extra: list[Governor]) -> int:
    """Take up the verbs of a relative clause at `at`; the index after them, -1 if none."""
    spot = read.skip(at + 1)
    if read.tag(spot) in _VERBAL:
        group = verb_group(read, spot)
        if group is None:
            return -1
        chain = chain_of(read, group, group.negated)
        for verb in chain:
            verb.role = verb.role or _role(group)
        extra.extend(chain)
        return max(governor.at for governor in extra) + 1
    phrase = noun_phrase(read, spot)
    if not phrase.heads:
        return -1
    group = verb_group(read, phrase.end)
    return group.end if group else -1


def relative_objects(read: Tagged, end: int) -> list[Governor]:
    """The verb of a relative clause, which governs it too: "China, which they condemned"."""
    spot = read.skip(end, 'R",')
    if read.tag(spot) not in ("W",):
        return []
    inner = read.skip(spot + 1)
    if read.tag(inner) in _VERBAL:
        return []
    phrase = noun_phrase(read, inner)
    group = verb_group(read, phrase.end) if phrase.heads else None
    return [governor_at(read, group.main)] if group else []


def inverted_verbs(read: Tagged, start: int, left: int, end: int
) -> tuple[bool, list[Governor]] | None:
    """Auxiliary before the subject: "Has China jailed …", "so did China"."""
    if left < 0 or read.tags[left] not in ("X", "M"):
        return None
    before = read.back(left, 'R"!')
    opens = before < 0 or read.tags[before] in 'WSC,:=.("RP!'
    if not opens and not read.question and not _negative_opening(read, left):
        return None
    spot = read.skip(end)
    if read.tag(spot) == ",":  # "does China, by its silence, forfeit"
        close = _parenthesis(read, spot, [])
        spot = read.skip(close + 1) if close else spot
    group = verb_group(read, spot) if read.tag(spot) in ("V", "B", "E", "G", "X") else None
    if group is None and read.tag(spot) == "T":
        group = verb_group(read, spot + 1)  # "Were China to honour"
    if group is None:
        return False, [_same_again(read, left, before) or governor_at(read, left, after=end)]
    be = read.has(left, "function.be")
    passive = read.tag(group.main) == "E" and (be or group.passive and not (
        read.has(left, "function.have")))
    return passive, chain_of(read, group, group.negated)


def _same_again(read: Tagged, auxiliary: int, before: int) -> Governor | None:
    """The verb of the clause before: "and so did China", "nor has China"."""
    again = read.has(before, "function.so-too")
    for spot in range(before - 1, -1, -1) if before > 0 and again else ():
        if read.tags[spot] in "VEBG":
            verb = governor_at(read, spot)
            verb.negated = verb.negated or read.has(before, "function.negator")
            return verb
    return None


def _negative_opening(read: Tagged, auxiliary: int) -> bool:
    """Whether a denial opens it and turns the order: "Under no circumstances will China"."""
    start = auxiliary
    while start > 0 and read.tags[start - 1] not in ",:.=SW":
        start -= 1
    opening = read.tags[start:auxiliary]
    if not opening or opening[0] not in "P!R" or set(opening) & set("VX"):
        return False
    return read.holds(range(start, auxiliary), "function.negator")


def dislocated_verbs(read: Tagged, left: int, start: int, end: int) -> list[Governor]:
    """The verbs of its pronoun: "China, they have been cheating", "as for China, it has"."""
    mark = read.tag(end)
    if left >= 0 and not read.has(left, "function.topic"):
        if mark != "=" or read.tags[left] != "=" or read.tag(read.back(left)) != "O":
            if read.tags[left] not in "CS:." or mark != ",":
                return []
    if mark not in (",", "="):
        return []
    after = read.skip(end + 1)
    if read.tag(after) == "O":
        if not read.has(after, "function.back-reference"):
            return []
        after += 1
    elif mark == ",":
        return []
    if read.tag(read.skip(after)) not in ("X", "M", "V", "B"):
        return []
    group = verb_group(read, after)
    return chain_of(read, group, group.negated) if group else []


def cleft_verbs(read: Tagged, left: int, end: int) -> list[Governor]:
    """The verbs of a that-clause: "It is China, and not the growers, that should pay"."""
    be = left
    if left >= 0 and read.has(left, "function.anticipatory"):
        be = left - 1  # "Was it China that"
    elif left < 1 or not read.holds(range(left - 2, left), "function.anticipatory"):
        return []
    if be < 0 or not read.has(be, "function.be") and read.tags[be] != "X":
        return []
    for spot in range(end, min(end + 12, len(read.tokens))):
        if read.tags[spot] in "XMV.:":
            return []
        if read.tags[spot] in "WS" and read.has(spot, "function.relative"):
            extra: list[Governor] = []
            return extra if _relative(read, spot, extra) >= 0 else []
    return []


def _role(group: VerbGroup) -> str:
    return "passive" if group.passive else "subject"
