"""English: the verbs that a subject governs, and what may stand between the two."""

from __future__ import annotations

from lintwords.grammar.en.chains import chain_of
from lintwords.grammar.en.governors import governor_at
from lintwords.grammar.en.left_open import deed_behind, is_broken, is_told, opens
from lintwords.grammar.en.phrases import noun_phrase, time_end
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import Governor
from lintwords.grammar.tagged import REACH, Tagged

_VERBAL = frozenset("XMVBEG")  # verbs in any form, auxiliaries and modals with them
_GOES_ON = frozenset("VXMEBG,=RPW")  # letters after what stands between two commas


def predicates_after(read: Tagged, end: int) -> tuple[list[Governor], bool]:
    """The verbs whose subject ends at `end`, and whether the first is a passive."""
    found: list[Governor] = []
    is_passive = is_negated = is_hung = False
    extra: list[Governor] = []
    spot = deed_behind(read.tokens, end, read.tags.__getitem__) or end
    limit = min(spot + REACH, len(read.tokens))
    while spot < limit:
        tag = read.tags[spot]
        if tag in 'R!"' or (tag == "C" and _joins_adverbs(read, spot)):
            is_negated = is_negated or tag == "!"  # of the clause, not of what stands inside it
            spot += 1
        elif spot == end and is_broken(read, spot):
            spot += 1
        elif tag == "(" or (tag == "," and read.tag(spot + 1) == "(" and is_told(read, spot + 2)):
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
    elif tag == "E":
        extra.append(governor_at(read, nxt, role="passive"))
    return read.closing_comma(range(at + 1, at + REACH), at, _GOES_ON)


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
            verb.role = verb.role or group.role
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


def inverted_verbs(
    read: Tagged, left: int, end: int
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
        return False, [_same_again(read, before) or governor_at(read, left, after=end)]
    be = read.has(left, "function.be")
    passive = read.tag(group.main) == "E" and (be or (group.passive and not (
        read.has(left, "function.have"))))
    return passive, chain_of(read, group, group.negated)


def _same_again(read: Tagged, before: int) -> Governor | None:
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


def dislocated_verbs(read: Tagged, left: int, end: int) -> list[Governor]:
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
    if be < 0 or (not read.has(be, "function.be") and read.tags[be] != "X"):
        return []
    for spot in range(end, min(end + 12, len(read.tokens))):
        if read.tags[spot] in "XMV.:":
            return []
        if read.tags[spot] in "WS" and read.has(spot, "function.relative"):
            extra: list[Governor] = []
            return extra if _relative(read, spot, extra) >= 0 else []
    return []
