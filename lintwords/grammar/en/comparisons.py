"""English: doubts where countries are compared, ranked, counted or called countries."""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT

_ENDING = ("", ".", ")")  # after these nothing is said of it
_STATES = ("names.country", "names.capital")
_CLOSING = (*_ENDING, ",", ":", "=", "C")  # nor after these, where "which" leads to it


def is_called_a_state(asked: MentionContext) -> bool:
    """Whether it is called a state, or compared with states.

    "China is the only country that jails", "more than all other countries".
    """
    places = asked.everywhere if asked.stands("words.state-kind") else ()
    for at in places:
        if at != asked.slot.token and asked.has(at, "words.state-kind"):
            start, counted = _phrase_start(asked, at)
            if _is_the_name_for(asked, at, start, counted):
                return True
    if _is_compared(asked) or _is_set_apart(asked) or _is_weighed(asked) or _is_in_office(asked):
        return True
    if asked.stands("words.called-state") and any(
        _is_called_the_state(asked, at) for at in asked.everywhere
    ):
        return True
    return asked.stands("words.a-country") and any(
        _is_called_again(asked, at) for at in asked.everywhere
    )


def _is_called_the_state(asked: MentionContext, at: int) -> bool:
    """"that State", "the same State", "the State concerned": the one that was named."""
    if at <= asked.slot.token or not asked.has(at, "words.called-state"):
        return False
    before = asked.read.back(at, "RJ")  # "that ungrateful State"
    return (
        asked.read.has(before, "function.demonstrative") or asked.has(at - 1, "words.the-same")
        or asked.read.has(at + 1, "words.is-the-one-meant")
    )


def _is_called_again(asked: MentionContext, at: int) -> bool:
    """"robbing that country of its future": it is called one, and that points back to it."""
    if at == asked.slot.token or not asked.has(at, "words.a-country"):
        return False
    before = asked.read.back(at, "RJ")
    pointed = asked.read.has(before, "function.demonstrative") or asked.read.has(
        at - 1, "function.article-definite"
    )
    return pointed and not asked.read.has(at + 1, "function.of")


def is_what_it_is(asked: MentionContext) -> bool:
    """Whether only what it is stands before, and nothing is done.

    "the dictatorship which China still is".
    """
    led = asked.read.tag(asked.slot.token - 1) in ("W", "S")
    return asked.acts and asked.slot.token > 0 and any(
        (asked.has(governor.at, "words.stays-one") or asked.read.has(governor.at, "function.be"))
        and asked.read.tag(asked.read.skip(governor.end, 'R"!')) in (_CLOSING if led else _ENDING)
        for governor in asked.slot.governors
    )


def is_said_to_be_one(asked: MentionContext) -> bool:
    """Whether it is said to be a state of a kind, as no government is.

    "China is a police state".
    """
    return asked.acts and asked.stands("words.a-state") and any(
        asked.has(at, "words.a-state") and asked.read.tag(at + 1) != "'"
        and _is_predicate(asked, _phrase_start(asked, at)[0])
        for at in range(asked.slot.token + 1, len(asked.tokens))
    )


def _phrase_start(asked: MentionContext, at: int) -> tuple[int, bool]:
    """Where the noun phrase around `at` begins, and whether it is one of a number of things."""
    start = at
    while start > 0 and asked.tags[start - 1] in "DJ#KNEG'R":
        auxiliary = asked.read.tag(asked.read.back(start - 1, 'R"!')) == "X"
        if asked.tags[start - 1] == "G" and auxiliary:
            break  # "is now courting small states": what is done to them
        start -= 1
    of = start >= 2 and asked.read.has(start - 1, "function.of")
    return (start - 2, True) if of and asked.tags[start - 2] in "#O" else (start, False)


def _is_the_name_for(asked: MentionContext, at: int, start: int, counted: bool) -> bool:
    """Whether the noun at `at`, whose phrase begins at `start`, says what the mention is."""
    if start < asked.slot.token and asked.acts and _is_in_its_quality(asked, start):
        return True
    if counted and start > asked.slot.token and asked.read.tag(start - 1) in (",", "="):
        return True  # "China voted no, one of three states to do so"
    if _is_predicate(asked, start) or asked.read.has(start - 1, "function.than"):
        return True
    if asked.read.holds(range(start, at), "function.reflexive"):
        return True  # "styles itself a workers' state"
    if asked.read.has(start - 1, "function.like"):
        return True
    return _is_said_of_a_state(asked, at, start) or _is_of_a_kind(asked, at, start)


def _is_in_its_quality(asked: MentionContext, start: int) -> bool:
    """"true to its place as a nation of peace, China": said before the name, in one clause."""
    if not asked.read.has(start - 1, "function.comparison"):
        return False
    comma = asked.slot.token - 1
    clause = asked.tags[start:comma]
    return asked.read.tag(comma) == "," and not {"V", "X", "M", "S", "W"} & set(clause)


def _is_in_office(asked: MentionContext) -> bool:
    """"rejected by China as President of the council": the state holds the chair."""
    for at in asked.after:
        if asked.tags[at] in ".:":
            return False
        if asked.tokens[at].low == "as":
            phrase = noun_phrase(asked.read, at + 1, coordinated=False)
            held = asked.holds(phrase.heads, "words.held-office")
            if held and asked.read.tag(phrase.end) not in ("V", "X", "M"):
                return True
    return False


def _is_weighed(asked: MentionContext) -> bool:
    """"How does the threat from China compare with that from Russia?"."""
    return asked.stands("words.weighs") and any(
        asked.has(at, "names.country") for at in asked.everywhere
        if not asked.tokens[at].name
    )


def _is_set_apart(asked: MentionContext) -> bool:
    """"China, of all countries"."""
    comma = asked.read.tag(asked.end) == ","
    return asked.has(asked.end + comma, "words.of-all")


def _is_said_of_a_state(asked: MentionContext, at: int, start: int) -> bool:
    """"…, a country that boasts of", "odd for a country that signs"."""
    if at <= asked.slot.token or not asked.has(at, "words.a-state"):
        return False
    opens = start >= 1 and (asked.tags[start - 1] in ",=(P")
    follows = asked.read.tag(at + 1) in ("W", "P", "E", "G") or asked.read.has(
        start - 1, "function.like"
    )
    return opens and "function.article-indefinite" in asked.tokens[start].classes and follows


def _is_of_a_kind(asked: MentionContext, at: int, start: int) -> bool:
    """"as any state would", "like every other country": what others of its kind do too."""
    spots = range(start, at)
    if asked.holds(spots, "words.any-other"):
        return True
    return asked.read.tag(at + 1) in ("M", "X") and asked.holds(spots, "words.of-a-kind")


def _is_predicate(asked: MentionContext, start: int) -> bool:
    """After *is*, *as*, or *become* of the mention."""
    if asked.slot.kind == "possessive":
        turned = asked.tokens[asked.read.back(start, 'R"!')]  # "China's aim is to become a power"
        return start > asked.slot.token and "verbs.copula" in turned.classes and (
            asked.tags[asked.read.back(start, 'R"!')] != "X"
        )
    if asked.slot.kind not in (*SUBJECT, "object") or start <= asked.slot.token:
        return False
    before = asked.read.back(start, 'R"!')
    if before < 0:
        return False
    if before == asked.slot.token:
        return asked.slot.kind == "object"  # "calls China a rival"
    is_be = asked.read.has(before, "function.be") or asked.read.has(before, "function.clitic-s")
    if asked.tags[before] == "X" and is_be or asked.tokens[before].low == "as":
        return True
    labels = asked.slot.kind != "subject" and "verbs.label" in asked.tokens[before].classes
    return labels or "verbs.copula" in asked.tokens[before].classes


def _is_compared(asked: MentionContext) -> bool:
    """With another state: "than Iran"."""
    if not asked.stands("function.than"):
        return False
    for at in range(len(asked.tokens) - 1):
        if asked.read.has(at, "function.than"):
            spot = asked.read.skip(at + 1, 'RDJ#"')
            if asked.has(spot, "names.country"):
                return True
    return False


def is_beside_a_state(asked: MentionContext) -> bool:
    """Another state acts in the same sentence: "China vetoed it while Russia abstained"."""
    if not asked.acts:
        return False
    for at in asked.everywhere:
        named = any(asked.has(at, cls) for cls in _STATES)
        if not named or at == asked.slot.token or asked.tokens[at].name:
            continue
        left = asked.read.back(at, 'RJD"')
        opens = left < 0 or asked.tags[left] in ",:=SWC"
        follows = asked.read.skip(at + 1)
        if left > asked.slot.token and asked.tags[left] == "X" and (
            asked.tags[left - 1] in "SCPW" or asked.read.has(left - 1, "function.so-inversion")
        ):
            return True  # "as does Russia"
        if opens and asked.read.tag(follows) in ("V", "X", "M"):
            # "the plan that China floated": a capital beside it acts in a clause of another kind
            return asked.has(at, "names.country") or not _is_in_a_clause(asked)
    return False


def _is_in_a_clause(asked: MentionContext) -> bool:
    """Whether what it does is told in a relative or subordinate clause."""
    return asked.read.tag(asked.read.back(asked.slot.token, "RDJ")) in ("W", "S")


def is_beside_an_owner(asked: MentionContext) -> bool:
    """Another state does or has it too: "China's raids or Russia's", "by China and by Russia"."""
    if asked.slot.kind not in ("possessive", "adjective", "agent"):
        return False
    for at in asked.everywhere:
        if at == asked.slot.token or asked.tokens[at].name:
            continue
        if asked.has(at, "names.country"):
            left = asked.read.back(at, "DJ")
            that_of = asked.read.has(left, "function.of") and (
                asked.read.has(left - 1, "function.demonstrative")
            )
            if asked.read.tag(at + 1) == "'" or asked.read.has(left, "function.by") or that_of:
                return True  # also "and that of Russia"
        elif asked.slot.kind == "adjective" and asked.has(at, "names.nationality"):
            return True
    return False


def is_among_others(asked: MentionContext) -> bool:
    """Whether it acts with others that are states.

    "China, with other states of the region, voted".
    """
    for at in range(asked.slot.token + 1, len(asked.tokens)):
        if asked.has(at, "words.among-others"):
            near = range(at + 1, min(at + 4, len(asked.tokens)))
            if asked.holds(near, "words.states"):
                return asked.acts
    return False


def is_counted_in(asked: MentionContext) -> bool:
    """Whether it is counted among those named before: "all states, and that includes China"."""
    return asked.slot.kind == "object" and asked.governs("words.counts-in")


def is_singled_out(asked: MentionContext) -> bool:
    """One of several: "of which only China refused", "whether China alone is guilty"."""
    before = asked.has(asked.slot.token - 1, "words.singled-out")
    return before or asked.has(asked.slot.token + 1, "words.singled-out-after")


def is_ranked(asked: MentionContext) -> bool:
    """The first or most: "China's harshest sentence", "China runs the largest fleet on earth"."""
    if asked.acts and _is_ranked_in_the_world(asked):
        return True
    at = asked.read.skip(asked.end, "R")
    spots = range(asked.slot.token + 1, at + 1)
    return asked.slot.kind == "possessive" and asked.holds(spots, "words.rank")


def _is_ranked_in_the_world(asked: MentionContext) -> bool:
    return asked.holds(asked.after, "words.rank") and (
        asked.holds(asked.after, "words.of-the-world", "words.the-worlds")
    )


def is_defined(asked: MentionContext) -> bool:
    """Whether its name is used as a word for a country.

    "the China that jailed him", "our friend China".
    """
    at = asked.slot.token
    kinds = (*SUBJECT, "object", "agent", "prep")
    if asked.slot.name != "country" or asked.slot.kind not in kinds:
        return False
    if asked.read.has(at - 1, "function.article-definite"):
        return True
    return asked.read.tag(at - 1) == "N" and asked.has(at - 1, "words.state-kind")


def is_counted(asked: MentionContext) -> bool:
    """Whether countries are counted, of which it is one: "more than the next nine countries"."""
    return asked.stands("words.counts-countries")
