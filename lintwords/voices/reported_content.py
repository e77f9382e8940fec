"""Finds where the content of a verb of reporting begins: past who is told, when and where."""

from __future__ import annotations

from lintwords.voices.cues import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    ENDS,
    NEGATOR,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    Scan,
)

_NOMINAL = ("nouns:singular", "nouns:plural", "verbs:act", "verbs:third", "verbs:past")
_MOST_STEPS = 12  # times, places and hearers between a verb and its content
_PERSONS = ("nouns.person", "nouns.leader", "voices.others")  # to whom one writes


def content_after(s: Scan, at: int, end: int) -> int:
    """Where the content of the reporting verb [at, end) begins after it, else -1."""
    bare = bool(s.cue(at, "report", "tell", "deny"))
    hearer = bool(s.cue(at, "tell"))
    place = end
    if s.has(place, "function.to"):
        is_told_of = s.cue(at, "report", "report_that") and not s.form(at, "verbs:base")
        place = after_to(s, at, place) if is_told_of else place  # not "Write to the mayor:"
        is_told = s.cue(place, "that") > 0 or s.low(place) == ":"
        return place + 1 if is_told else -1
    if s.cue(at, "report") and s.form(place, "verbs:base") and not s.form(place, *_NOMINAL):
        # "assure avoir fermé": a language whose infinitive stands by itself; a hope is no statement
        return -1 if s.cue(at, "hopes") else place
    for _ in range(_MOST_STEPS):
        if s.cue(place, "that"):
            # "found that will meet": a verb right after it makes it a relative
            is_verb = s.has(place + 1, *AUXILIARY) or (place > end and s.is_finite(place + 1))
            return -1 if is_verb else place + 1
        if s.low(place) == ":":
            return place + 1
        if place >= len(s) or s.low(place) in ENDS or s.cue(place, "no_content"):
            return -1
        after = after_pause(s, place)
        if after > place and s.has(place, PREPOSITION) and not s.cue(place, "pause"):
            # "agreed to a vote", "said in Oslo": only "that" shows that a clause follows
            bare = bare and s.has(place + 1, TIME)
        if after == place and hearer:
            after, hearer = after_hearer(s, place), False
        if after == place:
            return place if bare and _is_bare_clause(s, place) else -1
        place = after
    return -1


def after_pause(s: Scan, place: int) -> int:
    """The index after a time, a venue, an adverb or an inserted phrase that begins here."""
    venue = s.cue(place, "pause")
    if venue:
        return venue
    if s.has(place, TIME):
        return place + 1
    if s.low(place) == ",":
        close = next((i for i in range(place + 1, min(place + 10, len(s))) if s.low(i) == ","), -1)
        return close + 1 if close > 0 and s.cue(close + 1, "that") else place
    if s.has(place, PREPOSITION) and not s.has(place, SUBORDINATOR):
        return _after_preposition(s, place + 1)
    if s.has(place, SUBORDINATOR):
        if s.has(place, PREPOSITION) and s.has(place + 1, TIME):
            return place + 2
        return place
    if s.has(place, ADVERB) or _is_unknown(s, place):
        return place + 1
    return place


def _is_unknown(s: Scan, place: int) -> bool:
    """Whether no list holds this plain word: most are adverbs ("said forlornly that")."""
    return s.low(place).isalpha() and not s.is_name(place) and not s.words[place].word.readings


def _after_preposition(s: Scan, place: int) -> int:
    if s.has(place, TIME):
        while s.has(place, TIME) or s.low(place).isdigit():
            place += 1
        return place
    if s.has(place, OBJECT) and not s.has(place, DETERMINER):
        return place + 1  # « devant nous »
    first = place
    while s.has(place, DETERMINER, POSSESSIVE) and not s.cue(place, "that"):
        place += 1
    while place < first + 6 and s.low(place)[:1].isalnum():
        if place > first and s.is_name(place) and not s.is_name(place - 1):
            break
        if (
            s.has(place, SUBJECT)
            or s.cue(place, "that")
            or s.is_finite(place)
            or (s.has(place, PREPOSITION, SUBORDINATOR))
        ):
            break
        place += 1
    return place


def after_hearer(s: Scan, place: int) -> int:
    """The index after the one who is told: "reporters", "the council", "her"."""
    if s.has(place, OBJECT) and not s.has(place, DETERMINER):
        return place + 1
    first = place
    while s.has(place, DETERMINER, POSSESSIVE) and not s.cue(place, "that"):
        place += 1
    named = s.is_name(place)
    while place < first + 5 and s.low(place)[:1].isalnum() and not s.cue(place, "that"):
        if place > first and (s.has(place, DETERMINER, SUBJECT, PREPOSITION)):
            break
        if place > first and s.is_name(place) != named:
            break
        place += 1
    return place


def _is_bare_clause(s: Scan, place: int) -> bool:
    """Whether a clause without "that" begins here: a subject, and a verb before any comma."""
    if s.low(place) in (",", ";", ":") or s.is_quote(place) or s.has(place, SUBORDINATOR):
        return False
    if s.has(place, SUBJECT) and not s.has(place, DETERMINER):
        return True
    is_noun = s.form(place, "nouns:singular", "nouns:plural") or s.is_name(place)
    if s.form(place, "verbs:participle", "verbs:base", "adverbs") and not is_noun:
        return False
    high = s.right_edge(place, at_comma=True)
    for at in range(place + 1, high):
        if s.is_finite(at) or s.is_plural_verb(at):
            return True
        # speech that goes on behind a sentence is none of its clause: "denied it. “We …”, he said"
        if s.has(at, SUBORDINATOR) or (s.low(at) in ENDS and s.is_quote(at + 1)):
            return False
    return False


def ends_at_comma(s: Scan, at: int) -> bool:
    """Whether the reporting verb stands in a clause that its next comma ends."""
    start = s.subject_start(at)
    if s.form(at, "verbs:ing") and start == at:
        return True
    if s.cue(start, "relative") and start >= 1 and s.low(start - 1) == ",":
        return True
    return s.has(start, SUBORDINATOR) and not s.cue(start, "that")


def after_to(s: Scan, verb: int, at: int) -> int:
    """The index after "to us", "to the editor"; `at` where no hearer stands there."""
    if not s.has(at, "function.to"):
        return at
    after = after_hearer(s, at + 1)
    hears = s.has(at + 1, OBJECT) or any(s.has(i, *_PERSONS) for i in range(at + 2, after))
    hears = hears or (s.cue(verb, "writes_to") > 0 and s.has(at + 1, DETERMINER, POSSESSIVE))
    return after if hears and after > at + 1 else at


def directed_after(s: Scan, end: int) -> int:
    """Where what a hearer is told to do begins after a verb that ends at `end`, else -1."""
    for place in range(end - 1, min(end + _MOST_STEPS, len(s))):  # the verb may end in "to"
        if s.low(place) in ENDS or s.cue(place, "that"):
            return -1
        if s.has(place, PREPOSITION, "function.to") and place + 1 < len(s):
            verb = place + 1
            while s.has(verb, NEGATOR, "function.negation-second", "function.clitic"):
                verb += 1
            if s.form(verb, "verbs:base") and not s.has(verb, DETERMINER):
                return place - 1 if s.has(place - 1, NEGATOR) else place
    return -1
