"""English: whether a clause says that a thing is so, denies, asks, orders or supposes it."""

from __future__ import annotations

from lintwords.grammar.en.governors import governor_at
from lintwords.grammar.en.verbs import MANDATIVE, opens_item
from lintwords.grammar.model import Governor
from lintwords.grammar.tagged import Tagged

_REACH = 6  # words before a noun or a verb in which it is denied
_SAID_OF_A_CLAIM = frozenset(("adjectives.of-truth", "nouns.of-proof", "verbs.of-belief"))


def is_conditional(read: Tagged, left: int) -> bool:
    """Whether what stands at `left` opens a condition: "if", "Should"."""
    if left >= 0 and read.has(left, "function.inverted-condition"):
        before = read.back(left, '"R')
        if before < 0 or read.tags[before] in ",:=CS":
            return True  # "Should China invade, …"
        # "the ships that would sail should China invade"; but not "so too should China"
        return read.tags[left] == "M" and not read.question and read.tags[before] in "NBEGVO"
    if left > 0 and read.has(left, "function.as-if"):
        return read.tags[left - 1] == "!"  # "it is not as if China"
    return left >= 0 and read.has(left, "function.conditional")


def is_denied(read: Tagged, that: int) -> bool:
    """Whether the clause behind the word at `that` is said not to be so.

    "it is not true that China", "no evidence that China".
    """
    if that < 1 or read.tags[that] != "S" or not read.has(that, "function.complementizer"):
        return False
    said = read.tokens[that - 1].classes
    if "adjectives.of-untruth" in said:
        return True
    negated = any(
        read.tags[spot] == "!" or read.has(spot, "function.negator")
        for spot in range(max(that - 5, 0), that)
    )
    return negated and not _SAID_OF_A_CLAIM.isdisjoint(said)


def is_denied_before(read: Tagged, at: int, also: str = "") -> bool:
    """Whether *not*, *no* or a word of the class `also` stands shortly before, in one clause."""
    for spot in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if read.tags[spot] in ",:=.;":
            return False
        if read.tags[spot] == "!" or read.has(spot, "function.negator"):
            return True
        if also and read.has(spot, also):
            return True
    return False


def is_negated_before(read: Tagged, verb: int) -> bool:
    """Whether a negator, or a verb like *refuse*, stands before the verb."""
    spot = verb - 1
    while spot >= 0 and read.tags[spot] in "XMR!T":
        if read.tags[spot] == "!":
            return True
        spot -= 1
    if spot >= 0 and read.has(spot, "function.let-alone"):
        return True
    refrains = spot >= 0 and read.tags[spot] in "VBEG" and spot < verb - 1
    return refrains and read.has(spot, "verbs.refrain")  # "refused to condemn"


def is_asked_for(read: Tagged, left: int, verb: Governor) -> bool:
    """Whether the verb is asked for, as if *should* stood before it.

    "recommends that China ratify".
    """
    that = left >= 0 and read.tags[left] == "S"
    asked = read.tokens[left - that].classes if left >= that else frozenset()
    if that and read.tag(read.back(verb.at, "R!")) == "M":
        return False  # "asked whether China will side"
    base = read.tags[verb.at] == "B" or read.tokens[verb.at - 1].low == "be"
    wanted = "verbs.mandative" in asked or (that and not MANDATIVE.isdisjoint(asked))
    # a list of demands, which may be named long before: "- that China ratify"
    return base and (wanted or (that and opens_item(read.tags, left)))


def ordered(read: Tagged, at: int) -> list[Governor]:
    """The governor behind the mark after `at` that is an order, if one is.

    "China: free the bookseller now".
    """
    verb = at + 2
    is_mark = read.tag(at + 1) in (":", "=")
    if not is_mark or read.tag(verb) not in ("V", "B") or read.tag(verb + 1) not in tuple("DOZN#"):
        return []
    if "verbs:base" not in read.tokens[verb].word.forms:
        return []
    order = governor_at(read, verb)
    orders = not {"verbs.free", "verbs.cease"}.isdisjoint(order.classes)
    return [order] if orders else []
