"""English: doubts where countries are compared, ranked, counted or called countries."""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT

_ENDING = ("", ".", ")")  # after these nothing is said of it
_STATES = ("names.country", "names.capital", "names.region")
_CLOSING = (*_ENDING, ",", ":", "=", "C")  # nor after these, where "which" leads to it


def is_called_a_state(mention: MentionContext) -> bool:
    """Whether it is called a state, or compared with states.

    "China is the only country that jails", "more than all other countries".
    """
    places = mention.everywhere if mention.stands("words.state-kind") else ()
    for at in places:
        if at != mention.slot.token and mention.has(at, "words.state-kind"):
            start, counted = _phrase_start(mention, at)
            if _is_the_name_for(mention, at, start, counted):
                return True
    if _is_compared(mention) or _is_set_apart(mention) or _is_weighed(mention) \
            or _is_in_office(mention):
        return True
    if mention.stands("words.called-state") and any(
        _is_called_the_state(mention, at) for at in mention.everywhere
    ):
        return True
    return mention.stands("words.a-country") and any(
        _is_called_again(mention, at) for at in mention.everywhere
    )


def _is_called_the_state(mention: MentionContext, at: int) -> bool:
    """"that State", "the same State", "the State concerned": the one that was named."""
    if at <= mention.slot.token or not mention.has(at, "words.called-state"):
        return False
    before = mention.read.back(at, "RJ")  # "that ungrateful State"
    return (
        mention.read.has(before, "function.demonstrative") or mention.has(at - 1, "words.the-same")
        or mention.read.has(at + 1, "words.is-the-one-meant")
    )


def _is_called_again(mention: MentionContext, at: int) -> bool:
    """"robbing that country of its future": it is called one, and that points back to it."""
    if at == mention.slot.token or not mention.has(at, "words.a-country"):
        return False
    before = mention.read.back(at, "RJ")
    pointed = mention.read.has(before, "function.demonstrative") or mention.read.has(
        at - 1, "function.article-definite"
    )
    return pointed and not mention.read.has(at + 1, "function.of")


def is_what_it_is(mention: MentionContext) -> bool:
    """Whether only what it is stands before, and nothing is done.

    "the dictatorship which China still is".
    """
    led = mention.read.tag(mention.slot.token - 1) in ("W", "S")
    return mention.acts and mention.slot.token > 0 and any(
        (mention.has(governor.at, "words.stays-one")
            or mention.read.has(governor.at, "function.be"))
        and mention.read.tag(mention.read.skip(governor.end, 'R"!')) in (_CLOSING
            if led else _ENDING)
        for governor in mention.slot.governors
    )


def is_said_to_be_one(mention: MentionContext) -> bool:
    """Whether it is said to be a state of a kind, as no government is.

    "China is a police state".
    """
    return mention.acts and mention.stands("words.a-state") and any(
        mention.has(at, "words.a-state") and mention.read.tag(at + 1) != "'"
        and _is_predicate(mention, _phrase_start(mention, at)[0])
        for at in range(mention.slot.token + 1, len(mention.tokens))
    )


def _phrase_start(mention: MentionContext, at: int) -> tuple[int, bool]:
    """Where the noun phrase around `at` begins, and whether it is one of a number of things."""
    start = at
    while start > 0 and mention.tags[start - 1] in "DJ#KNEG'R":
        auxiliary = mention.read.tag(mention.read.back(start - 1, 'R"!')) == "X"
        if mention.tags[start - 1] == "G" and auxiliary:
            break  # "is now courting small states": what is done to them
        start -= 1
    of = start >= 2 and mention.read.has(start - 1, "function.of")
    return (start - 2, True) if of and mention.tags[start - 2] in "#O" else (start, False)


def _is_the_name_for(mention: MentionContext, at: int, start: int, counted: bool) -> bool:
    """Whether the noun at `at`, whose phrase begins at `start`, says what the mention is."""
    if start < mention.slot.token and mention.acts and _is_in_its_quality(mention, start):
        return True
    if counted and start > mention.slot.token and mention.read.tag(start - 1) in (",", "="):
        return True  # "China voted no, one of three states to do so"
    # "as world faces change"
    clause = mention.read.tag(start - 1) == "P" and mention.read.tag(at + 1) == "V"
    if (not clause and _is_predicate(mention, start)) or (
        mention.read.has(start - 1, "function.than")
    ):
        return True
    if mention.read.holds(range(start, at), "function.reflexive"):
        return True  # "styles itself a workers' state"
    if mention.read.has(start - 1, "function.like"):
        return True
    return _is_said_of_a_state(mention, at, start) or _is_of_a_kind(mention, at, start)


def _is_in_its_quality(mention: MentionContext, start: int) -> bool:
    """"true to its place as a nation of peace, China": said before the name, in one clause."""
    if not mention.read.has(start - 1, "function.comparison"):
        return False
    comma = mention.slot.token - 1
    clause = mention.tags[start:comma]
    return mention.read.tag(comma) == "," and not {"V", "X", "M", "S", "W"} & set(clause)


def _is_in_office(mention: MentionContext) -> bool:
    """"rejected by China as President of the council": the state holds the chair."""
    for at in mention.after:
        if mention.tags[at] in ".:":
            return False
        if mention.tokens[at].low == "as":
            phrase = noun_phrase(mention.read, at + 1, coordinated=False)
            held = mention.holds(phrase.heads, "words.held-office")
            if held and mention.read.tag(phrase.end) not in ("V", "X", "M"):
                return True
    return False


def _is_weighed(mention: MentionContext) -> bool:
    """"How does the threat from China compare with that from Russia?"."""
    return mention.stands("words.weighs") and any(
        mention.has(at, "names.country") for at in mention.everywhere
        if not mention.tokens[at].name
    )


def _is_set_apart(mention: MentionContext) -> bool:
    """"China, of all countries"."""
    comma = mention.read.tag(mention.end) == ","
    return mention.has(mention.end + comma, "words.of-all")


def _is_said_of_a_state(mention: MentionContext, at: int, start: int) -> bool:
    """"…, a country that boasts of", "odd for a country that signs"."""
    if at <= mention.slot.token or not mention.has(at, "words.a-state"):
        return False
    opens = start >= 1 and (mention.tags[start - 1] in ",=(P")
    follows = mention.read.tag(at + 1) in ("W", "P", "E", "G") or mention.read.has(
        start - 1, "function.like"
    )
    return opens and "function.article-indefinite" in mention.tokens[start].classes and follows


def _is_of_a_kind(mention: MentionContext, at: int, start: int) -> bool:
    """"as any state would", "like every other country": what others of its kind do too."""
    spots = range(start, at)
    if mention.holds(spots, "words.any-other"):
        return True
    return mention.read.tag(at + 1) in ("M", "X") and mention.holds(spots, "words.of-a-kind")


def _is_predicate(mention: MentionContext, start: int) -> bool:
    """After *is*, *as*, or *become* of the mention."""
    if mention.slot.kind == "possessive":
        # "China's aim is to become a power"
        turned = mention.tokens[mention.read.back(start, 'R"!')]
        return start > mention.slot.token and "verbs.copula" in turned.classes and (
            mention.tags[mention.read.back(start, 'R"!')] != "X"
        )
    if mention.slot.kind not in (*SUBJECT, "object") or start <= mention.slot.token:
        return False
    before = mention.read.back(start, 'R"!')
    if before < 0:
        return False
    if before == mention.slot.token:
        return mention.slot.kind == "object"  # "calls China a rival"
    is_be = mention.read.has(before, "function.be") or mention.read.has(before, "function.clitic-s")
    if (mention.tags[before] == "X" and is_be) or mention.tokens[before].low == "as":
        return True
    labels = mention.slot.kind != "subject" and "verbs.label" in mention.tokens[before].classes
    return labels or "verbs.copula" in mention.tokens[before].classes


def _is_compared(mention: MentionContext) -> bool:
    """With another state: "than Iran"."""
    if not mention.stands("function.than"):
        return False
    for at in range(len(mention.tokens) - 1):
        if mention.read.has(at, "function.than"):
            spot = mention.read.skip(at + 1, 'RDJ#"')
            if mention.has(spot, "names.country"):
                return True
    return False


def is_beside_a_state(mention: MentionContext) -> bool:
    """Another state acts in the same sentence: "China vetoed it while Russia abstained"."""
    if not mention.acts:
        return False
    for at in mention.where(*_STATES):
        if at == mention.slot.token or mention.tokens[at].name:
            continue
        left = mention.read.back(at, 'RJD"')
        opens = left < 0 or mention.tags[left] in ",:=SWC"
        follows = mention.read.skip(at + 1)
        if left > mention.slot.token and mention.tags[left] == "X" and (
            mention.tags[left - 1] in "SCPW" or mention.read.has(left - 1, "function.so-inversion")
        ):
            return True  # "as does Russia"
        if opens and mention.read.tag(follows) in ("V", "X", "M"):
            # "the plan that China floated": a capital beside it acts in a clause of another kind
            return mention.has(at, "names.country") or not _is_in_a_clause(mention)
    return False


def _is_in_a_clause(mention: MentionContext) -> bool:
    """Whether what it does is told in a relative or subordinate clause."""
    return mention.read.tag(mention.read.back(mention.slot.token, "RDJ")) in ("W", "S")


def is_beside_an_owner(mention: MentionContext) -> bool:
    """Another state does or has it too: "China's raids or Russia's", "by China and by Russia"."""
    if mention.slot.kind not in ("possessive", "adjective", "agent"):
        return False
    for at in mention.where("names.country", "names.nationality"):
        if at == mention.slot.token or mention.tokens[at].name:
            continue
        if mention.has(at, "names.country"):
            left = mention.read.back(at, "DJ")
            that_of = mention.read.has(left, "function.of") and (
                mention.read.has(left - 1, "function.demonstrative")
            )
            if mention.read.tag(at + 1) == "'" or mention.read.has(left, "function.by") or that_of:
                return True  # also "and that of Russia"
        elif mention.slot.kind == "adjective":
            return True
    return False


def is_among_others(mention: MentionContext) -> bool:
    """Whether it acts with others that are states.

    "China, with other states of the region, voted".
    """
    return mention.acts and any(
        at > mention.slot.token and mention.holds(range(at + 1, at + 4), "words.states")
        for at in mention.where("words.among-others")
    )


def is_counted_in(mention: MentionContext) -> bool:
    """Whether it is counted among those named before: "all states, and that includes China"."""
    return mention.slot.kind == "object" and mention.governs("words.counts-in")


def is_singled_out(mention: MentionContext) -> bool:
    """One of several: "of which only China refused", "whether China alone is guilty"."""
    before = mention.has(mention.slot.token - 1, "words.singled-out")
    return before or mention.has(mention.slot.token + 1, "words.singled-out-after")


def is_ranked(mention: MentionContext) -> bool:
    """The first or most: "China's harshest sentence", "China runs the largest fleet on earth"."""
    if mention.acts and _is_ranked_in_the_world(mention):
        return True
    at = mention.read.skip(mention.end, "R")
    spots = range(mention.slot.token + 1, at + 1)
    return mention.slot.kind == "possessive" and mention.holds(spots, "words.rank")


def _is_ranked_in_the_world(mention: MentionContext) -> bool:
    return mention.holds(mention.after, "words.rank") and (
        mention.holds(mention.after, "words.of-the-world", "words.the-worlds")
    )


def is_defined(mention: MentionContext) -> bool:
    """Whether its name is used as a word for a country.

    "the China that jailed him", "our friend China".
    """
    at = mention.slot.token
    kinds = (*SUBJECT, "object", "agent", "prep")
    if mention.slot.name != "country" or mention.slot.kind not in kinds:
        return False
    if mention.read.has(at - 1, "function.article-definite"):
        return True
    return mention.read.tag(at - 1) == "N" and mention.has(at - 1, "words.state-kind")


def is_counted(mention: MentionContext) -> bool:
    """Whether countries are counted, of which it is one: "more than the next nine countries"."""
    return mention.stands("words.counts-countries")
