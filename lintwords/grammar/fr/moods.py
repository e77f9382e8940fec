"""French: whether a clause says that something is so, or asks, denies or demands it."""

from __future__ import annotations

from lintwords.grammar.fr.verbgroups import negates
from lintwords.grammar.tagged import Tagged

_OBLIGATION = "function.obligation"
_DENIAL = 5  # words before "nier" in which it is denied
_PRAISED = {"adjectives.mandative"}


def is_asked_for(read: Tagged, left: int) -> bool:
    """Whether the deed is asked for: "il faut que la Chine libère", "plaide pour que"."""
    if left < 0:
        return False
    if read.has(left, _OBLIGATION):
        return True
    if read.has(left, "function.so-that"):
        return read.has(read.back(left, 'R"'), "verbs.plead")
    if read.tags[left] != "S" or not read.has(left, "function.complementizer"):
        return left == 0 and read.has(left, "function.complementizer")
    before = read.back(left)
    if before < 0:
        return True  # "Que la Chine libère …"
    asked = {"verbs.mandative", "adjectives.mandative", _OBLIGATION} & read.tokens[before].classes
    return bool(asked) and not (asked == _PRAISED and _is_past(read, before))


def _is_past(read: Tagged, said: int) -> bool:
    """Whether it was found good, and no more is asked: "il a été essentiel que la Chine …"."""
    be = read.back(said, 'R"')
    return read.has(be, "function.be") and read.has(be - 1, "function.have")


def is_conditional(read: Tagged, left: int) -> bool:
    """Whether what stands at `left` opens a condition; "même si" grants what it says."""
    left = _first_of_two(read, left)
    return left >= 0 and read.has(left, "function.conditional") and not (
        read.has(left, "function.although") or read.has(left - 1, "function.even")
        or _is_explained(read, left)
    )


def _first_of_two(read: Tagged, left: int) -> int:
    """The *si* that a *que* carries on, else where it was: "si l'île cède et que la Chine"."""
    joined = left > 0 and read.has(left, "function.complementizer") and read.tag(left - 1) == "C"
    if not joined:
        return left
    opens = (at for at in range(left - 2, -1, -1) if read.tags[at] in "SW")
    return next(opens, left)


def _is_explained(read: Tagged, left: int) -> bool:
    """Whether it is so, and why is told: "si la Chine les enferme, c'est qu'elle les craint"."""
    for at in range(left + 1, read.count - 3):
        if read.tags[at] == "," and read.has(at + 1, "function.anticipatory"):
            said = read.skip(at + 3)
            reason = read.has(said, "function.complementizer") or read.has(said, "function.because")
            return read.has(at + 2, "function.be") and reason
    return False


def is_denied(read: Tagged, that: int) -> bool:
    """Whether the clause is said not to be: "il n'est pas vrai que la Chine"."""
    if that < 1 or not read.has(that, "function.complementizer"):
        return False
    said = read.tokens[that - 1].classes
    if "verbs.deny-that" in said:  # "nie que la Chine ait torturé"; but "on ne peut nier que"
        denial = range(max(that - _DENIAL, 0), that - 1)
        upheld = read.holds(denial, "function.negation-first")
        return not upheld and "verbs:base" not in read.tokens[that - 1].word.forms
    if "adjectives.of-untruth" in said:
        return True
    negated = read.holds(range(that - 6, that), "function.negation-second")
    claims = {"adjectives.of-truth", "nouns.of-proof", "verbs.of-belief"}
    return negated and bool(claims & said)


def is_negated_before(read: Tagged, verb: int) -> bool:
    """Whether the verb at `verb` is denied, by a negator around it or a verb of refusing."""
    spot = verb - 1
    while spot >= 0 and read.tags[spot] in "XMR!QP":
        if negates(read, spot):
            return True
        spot -= 1
    if negates(read, read.skip(verb + 1, "R")):
        return True
    refrains = spot >= 0 and read.tags[spot] in "VBEG" and spot < verb - 1
    return refrains and read.has(spot, "verbs.refrain")
