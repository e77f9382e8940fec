"""French: the verbs that a subject governs, and what may stand between the two."""

from __future__ import annotations

from lintwords.grammar.fr.governors import governor_at
from lintwords.grammar.fr.phrases import noun_phrase, whole_phrase
from lintwords.grammar.fr.tag_letters import FINITE
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import REACH, Tagged, VerbGroup

_OPENS_GROUP = "XMVQ!"
_GOES_ON = frozenset("VXMQ!EG,=RPW")  # letters after what stands between two commas

_OF_GRAMMAR = "function."  # what a verb keeps of the modal before it: that it is a duty


def predicates_after(read: Tagged, end: int, slot: Slot) -> list[Governor]:
    """The verbs whose subject ends at `end`; the mention's slot is passive if the first is."""
    extra: list[Governor] = []
    spot, limit = end, min(end + REACH, len(read.tokens))
    while spot < limit:
        tag = read.tags[spot]
        if tag in 'R"' or (spot == end and read.has(spot, "function.emphatic")):
            spot += 1  # "la Chine elle-même a promis"
        elif tag in "(=":
            close = read.closing(spot, ")" if tag == "(" else "=")
            if not close:
                is_open = tag == "=" or read.is_left_open(spot)
                told = _told_in_open(read, spot) if is_open else 0
                if not told:
                    break
                close = told - 1
            spot = close + 1
        elif spot == end and read.tokens[spot].low == ";" and _is_told(read, spot + 1):
            spot += 1
        elif tag == ",":
            close = _parenthesis(read, spot, extra)
            if not close:
                break
            spot = close + 1
        elif tag == "W":
            after = relative(read, spot, extra)
            if after < 0:
                break
            spot = max(after, spot + 1)
        elif tag == "P":
            phrase = noun_phrase(read, read.skip(spot + 1))
            if not phrase.heads:
                break
            spot = phrase.end
        elif tag in _OPENS_GROUP or tag == "E":
            group = verb_group(read, spot)
            if group is None:
                break
            passive = group.passive and not _is_obliged(read, group.main)
            slot.kind = "passive" if passive else "subject"
            return [*chain_of(read, group, group.negated), *extra]
        elif tag == "G" and spot == end:  # "la Chine refusant de répondre"
            slot.kind = "subject"
            return [governor_at(read, spot), *extra]
        elif tag == "C" and spot == end and _is_subject(read, spot + 1):
            slot.listed, spot = True, whole_phrase(read, spot + 1).end
        elif tag == "N" and read.has(spot, "function.time"):
            spot += 1
        elif tag == "D" and _time_after(read, spot):
            spot = _time_after(read, spot)
        else:
            break
    return extra


def _told_in_open(read: Tagged, at: int) -> int:
    """The verb of the subject before a bracket or dash that nothing closes; 0 if none.

    "la Chine (1,4 milliard d'habitants a emprisonné", "la Chine – notre amie a": what stands
    between is no subject. A dash opens what says which state it is.
    """
    if read.tags[at] == "(" and _is_told(read, at + 1):
        return at + 1
    first = at + 1
    if read.has(first, "function.relative-subject"):
        inner = verb_group(read, read.skip(first + 1))
        first = inner.end if inner else first
    for spot in range(first, min(at + REACH, read.count)):
        if read.tags[spot] in "OZWS.:=":
            return 0
        if read.tags[spot] in "VXM":
            called = range(first, spot)
            is_name = all(read.tokens[at].text[:1].isupper() for at in called)
            is_called = read.tags[at] == "(" or read.holds(called, "words.state-kind")
            return spot if is_called and not is_name and not is_plural_verb(read, spot) else 0
    return 0


def _is_told(read: Tagged, at: int) -> bool:
    """Whether a verb tells here of a deed: "la Chine (a emprisonné", not "(voir page 3"."""
    verb = read.skip(at, 'R!Q"')
    return read.tag(verb) in ("V", "X", "M") and not is_plural_verb(read, verb)


def _is_obliged(read: Tagged, at: int) -> bool:
    """Whether it is obliged: "est tenue de libérer", but not "est tenue pour responsable"."""
    if not read.has(at, "adjectives.obliged"):
        return False
    return "verbs.blame" not in governor_at(read, at).classes


def _time_after(read: Tagged, at: int) -> int:
    """The index after a time that stands between subject and verb ("cette semaine")."""
    phrase = noun_phrase(read, at, coordinated=False)
    is_time = bool(phrase.heads) and read.has(phrase.heads[0], "function.time")
    return phrase.end if is_time else 0


def chain_of(read: Tagged, group: VerbGroup, negated: bool) -> list[Governor]:
    """A predicate's verb, what hangs on it with the same subject, and its conjuncts."""
    first = governor_at(read, group.main, negated=negated)
    first.negated = first.negated or negated
    first.classes |= {cls for cls in group.modal if cls.startswith(_OF_GRAMMAR)}
    found = [first]
    spot = first.end
    if group.copula and read.tags[group.main] == "X":
        after = read.skip(spot)
        spot = after + 1 if read.tag(after) in ("J", "E") else spot
    for _ in range(4):
        nxt = read.skip(spot, 'R!"Q')
        verb = nxt
        if read.tag(nxt) == "P" and read.tag(read.skip(nxt + 1, 'R!"Q')) in ("B", "X", "G"):
            verb = read.skip(nxt + 1, 'R!"Q')
            if _is_anothers(read, found[-1]):
                break
        elif found[-1].end > found[-1].at + 1 and _is_anothers(read, found[-1]):
            break  # "accuser de": the entry holds the preposition
        if read.tag(verb) not in ("B", "X", "G") or not _is_infinite(read, verb):
            break
        obliged = _is_obliged(read, group.main)
        if group.passive and found[-1] is first and not obliged:
            break
        inner = verb_group(read, verb)
        main = inner.main if inner else verb
        found.append(governor_at(read, main, negated=first.negated))
        if obliged:
            found[-1].classes |= {"function.obligation"}
        if inner and inner.passive and read.tags[main] == "E":
            found[-1].role = "passive"
        spot = found[-1].end
    _conjuncts(read, found, spot, group)
    return found


def is_joined_verb(read: Tagged, at: int) -> bool:
    """Whether a finite verb may go on with the subject before: "… et, comme nous, a condamné"."""
    if read.tags[at] not in ("V", "X", "M") or is_plural_verb(read, at):
        return False
    spot = at - 1
    while spot >= 0 and read.tags[spot] in 'RQ!"':
        spot -= 1
    if read.tag(spot) == "C":
        return True
    if read.tag(spot) != ",":
        return False
    opened = spot - 1
    while opened >= 0 and read.tags[opened] not in ",.:=VXM":
        opened -= 1
    return read.tag(opened) == "," and read.tag(opened - 1) == "C"


def is_plural_verb(read: Tagged, at: int) -> bool:
    """Whether a finite verb shows a plural: "devront", not "devra"."""
    forms = {f"verbs:{reading.form}" for reading in read.tokens[at].word.readings} & FINITE
    return bool(forms) and all(form.endswith("s") for form in forms)


def shows_plural(read: Tagged, start: int, end: int) -> bool:
    """Whether the finite verb of a group that ends with the verb at `end` is a plural."""
    verb = next((at for at in range(end, start - 1, -1) if read.tags[at] in "VXM"), -1)
    while verb > start and read.tags[verb - 1] in "XM":
        verb -= 1  # "ont été"
    return verb >= 0 and is_plural_verb(read, verb)


def plural_verb_at(read: Tagged, at: int) -> bool:
    """Whether a verb in the plural stands here, pronouns, adverbs and negators passed over."""
    verb = read.skip(at, 'R!Q"')
    return read.tag(verb) in ("V", "X", "M") and is_plural_verb(read, verb)


def _is_infinite(read: Tagged, at: int) -> bool:
    """Whether an auxiliary is an infinitive ("avoir fermé"); true of all other verbs."""
    return read.tags[at] != "X" or "verbs:base" in read.tokens[at].word.forms


def _is_anothers(read: Tagged, verb: Governor) -> bool:
    """Whether an infinitive after an object is the object's: "force les moines à signer".

    The object may be a pronoun before the verb: "les accuse d'avoir menti".
    """
    if "verbs.transitive-to" not in read.tokens[verb.at].word.verbal:
        return False
    return bool(verb.object - {"none"}) or _has_pronoun(read, verb.at)


def _has_pronoun(read: Tagged, at: int) -> bool:
    """Whether a pronoun for somebody else stands before the verb at `at`."""
    spot = at - 1
    while spot >= 0 and read.tags[spot] in 'XMR!Q"':
        if read.tags[spot] == "Q" and not read.has(spot, "function.reflexive"):
            return True
        spot -= 1
    return False


def _conjuncts(read: Tagged, found: list[Governor], start: int, group: VerbGroup) -> None:
    """Further verbs of the same subject: "a arrêté et torturé", "libère … et rend …"."""
    wanted = {read.tags[governor.at] for governor in found} & set("VBEG")
    if read.tags[group.main] in "XM":
        wanted |= set("E")
    spot, limit = start, min(start + REACH, len(read.tokens))
    after_subject = False
    while spot < limit:
        tag = read.tags[spot]
        if tag in ".:=S":
            break
        if tag == "W":
            after_subject = True
        if tag in "C," or read.has(spot, "function.next-deed"):
            nxt = read.skip(spot + 1)
            joins = tag == "C" or (read.holds((spot, spot + 1), "function.next-deed") and (
                _acts_on(read, nxt)  # but not ", ensuite vendue"
            ))
            if read.tag(nxt) == "P" and read.tag(nxt + 1) == "B" and "B" in wanted:
                nxt += 1
            opens = read.tag(nxt)
            first = read.tag(read.skip(nxt, 'R"Q!'))
            same = opens in wanted and (joins or (tag == "," and read.in_series(nxt)))
            finite = joins and first in ("V", "X", "M") and not after_subject
            if same or finite:
                inner = verb_group(read, nxt)
                if inner:
                    found.append(governor_at(read, inner.main, negated=inner.negated))
                    if inner.passive != group.passive and opens in ("X", "V", "Q", "!"):
                        found[-1].role = inner.role
                    spot = max(inner.end, spot + 1)
                    continue
            if tag == "C" and opens in ("O", "Z"):
                break
            if tag == "C" and opens in ("D", "N") and _is_subject(read, nxt):
                break
        spot += 1


def _acts_on(read: Tagged, at: int) -> bool:
    """Whether a verb stands here with what it is done to."""
    inner = verb_group(read, at)
    return inner is not None and "any" in governor_at(read, inner.main).object


def _is_subject(read: Tagged, at: int) -> bool:
    """Whether a noun phrase here has a verb of its own: a new clause."""
    phrase = whole_phrase(read, at)
    after = read.skip(phrase.end)
    return bool(phrase.heads) and read.tag(after) in ("V", "X", "M", "Q")


def _parenthesis(read: Tagged, at: int, extra: list[Governor]) -> int:
    """The comma that closes what a comma opened, its relative verbs taken up; 0 if none."""
    nxt = read.skip(at + 1)
    tag = read.tag(nxt)
    first = at + 1
    if tag == "W":
        end = relative(read, nxt, extra)
        if end < 0:
            return 0
        first = max(first, end - 1)
    elif tag == "E":
        extra.append(governor_at(read, nxt, role="passive"))
    return read.closing_comma(range(first, first + REACH), at, _GOES_ON)


def relative(read: Tagged, at: int, extra: list[Governor]) -> int:
    """Take up the verbs of a relative clause at `at`; the index after them, -1 if none."""
    spot = read.skip(at + 1)
    if read.has(at, "function.relative-subject"):
        group = verb_group(read, spot)
        if group is None:
            return -1
        chain = chain_of(read, group, group.negated)
        for verb in chain:
            verb.role = verb.role or group.role
        extra.extend(chain)
        return max(governor.at for governor in chain) + 1
    phrase = whole_phrase(read, spot)
    if not phrase.heads:
        return -1
    group = verb_group(read, phrase.end)
    return group.end if group else -1


def relative_objects(read: Tagged, end: int) -> list[Governor]:
    """The verbs of a relative clause, which govern it too: "la Chine, qu'ils ont condamnée"."""
    spot = read.skip(end, 'R",')
    if read.tag(spot) != "W" or not read.has(spot, "function.relative-object"):
        return []
    phrase = noun_phrase(read, read.skip(spot + 1))
    group = verb_group(read, phrase.end) if phrase.heads else None
    found = [governor_at(read, group.main)] if group else []
    for verb in found:
        verb.role = "object"
    return found


def fronted_verbs(read: Tagged, start: int) -> list[Governor]:
    """Participles before their noun: "Accusée de génocide, la Chine …"."""
    comma = read.back(start)
    if comma < 1 or read.tags[comma] != ",":
        return []
    opening = comma - 1
    while opening > 0 and read.tags[opening - 1] not in ".:=":
        opening -= 1
    first = read.skip(opening)
    if read.tag(first) == "C":
        first = read.skip(first + 1)
    if read.tag(first) != "E" or any(tag in "VXM" for tag in read.tags[first:comma]):
        return []
    return [governor_at(read, first, role="passive")]
