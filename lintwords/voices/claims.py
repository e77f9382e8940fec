"""Finds claims that a noun announces ("the claim that") and the verdict passed on them."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.voices.cues import (
    ADVERB,
    ATTRIBUTED,
    AUXILIARY,
    BE,
    DETERMINER,
    ENDS,
    HAVE,
    LONG,
    NEGATOR,
    POSSESSIVE,
    PREPOSITION,
    REBUTTED,
    SUBORDINATOR,
    TIME,
    Scan,
    Stretch,
)
from lintwords.voices.disowned import is_denied, is_disowned
from lintwords.voices.reported_content import ends_at_comma

NEAR = 3  # words of a relative clause before what answers the one that it follows
HOLDER = 6  # words between a claim and its clause that say whose it is

# -- nouns of claim -----------------------------------------------------------------------------


def read_claims(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute or reject what follows a noun for a claim.

    "the claim that", "the official line is that", "Its message:".
    """
    rejected = _is_rejected(s, at)
    end = _past_holder(s, end)
    if s.is_writers(at - 3, at) and not rejected:
        return
    if s.low(end) == ":" and (at <= 3 or "tale" in s.cues[at]):
        yield Stretch(end + 1, s.right_edge(end + 1), ATTRIBUTED, at, end)
        return
    of_what = s.has(end, "function.of") and s.is_gerund(end + 1)
    if of_what and not rejected and "thought" in s.cues[at] and verdict_at(s, end + 1) < 0:
        return  # "the theory of building" is a thing, and nobody's words
    if s.cue(at, "hopes") and not s.has(at - 1, DETERMINER, POSSESSIVE):
        return  # "hopes to win": a verb, and no statement
    if of_what or (s.has(end, "function.to") and s.form(end + 1, "verbs:base")):
        verdict = verdict_at(s, end + 1)
        high = verdict if verdict > 0 else s.right_edge(end + 1, at_comma=True)
        if verdict > 0 or "text_noun" not in s.cues[at]:
            yield Stretch(end + 1, high, REBUTTED if verdict > 0 else ATTRIBUTED, at, end)
        return
    if s.has(end, "function.of"):
        for high in range(end + 2, min(end + 2 * LONG, s.right_edge(end, at_comma=True))):
            if s.cue(high, "fails") or (s.has(high, BE) and says_false(s, high + 1)):
                yield Stretch(end + 1, high, REBUTTED, at, end)  # "the story of X leaves out Y"
                return
        if s.has(end + 1, "function.article-indefinite") and "claim_noun" in s.cues[at]:
            voice = REBUTTED if rejected else ATTRIBUTED  # "the idea of a region that is happy"
            yield Stretch(end + 1, s.right_edge(end, at_comma=True), voice, at, end)
        return
    place = end + 1 if s.low(end) == "," else end
    while s.has(place, BE, HAVE) and place < end + 2:
        place += 1
    if not s.cue(place, "that") or s.is_finite(place + 1):
        return
    low = place + 1
    if "text_noun" in s.cues[at] and place == end and _is_relative(s, low):
        return
    verdict = verdict_at(s, low)
    if verdict > 0:
        yield Stretch(low, verdict, REBUTTED, at, end)
        return
    at_comma = rejected and s.subject_start(at) == 0 and s.cue(0, "reject") > 0
    at_comma = at_comma or ends_at_comma(s, at)
    high = _main_verb(s, low, s.right_edge(low, at_comma=at_comma))
    yield Stretch(low, high, REBUTTED if rejected else ATTRIBUTED, at, end)


def read_claimed(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute what follows "selon laquelle", or reject what a tense keeps away from.

    « selon laquelle la région vit heureuse » or « vivrait ».
    """
    high = s.right_edge(end, at_comma=True)
    verdict = verdict_at(s, end)
    if verdict > 0:
        yield Stretch(end, verdict, REBUTTED, at, end, whole=True)
        return
    verb = next((i for i in range(end, high) if s.is_finite(i)), end)
    doubted = s.cue(verb, "unconfirmed") or s.form(verb, "verbs:conditional", "verbs:conditionals")
    told = any(s.cue(place, "text_noun") for place in range(max(at - HOLDER, 0), at))
    voice = REBUTTED if doubted and not told else ATTRIBUTED
    yield Stretch(end, high, voice, at, end, whole=True)


def read_believes(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what a question doubts, or a refusal does not believe.

    « Faut-il accepter que la région vive heureuse ? ».
    """
    if s.cue(end, "that") and not s.cue(at, "report", "report_that") and is_disowned(s, at):
        yield Stretch(end + 1, s.right_edge(end + 1), REBUTTED, at, end, whole=True)


def _past_holder(s: Scan, end: int) -> int:
    """Where "selon laquelle" stands behind who holds a claim that ends at `end`; else `end`."""
    for place in range(end, min(end + HOLDER, len(s))):
        if s.cue(place, "that_claimed"):
            return place
        if s.is_finite(place) or s.low(place) in ENDS or s.low(place) == ",":
            break
    return end


def _main_verb(s: Scan, low: int, high: int) -> int:
    """Where the verb of the main clause stands behind a claim at `low`: "that it is true has".

    An auxiliary that follows another word of a clause that has its verb already, and no word
    between that could open a further clause; else `high`.
    """
    has_verb = False
    for at in range(low + 1, high):
        opens = s.cue(at, "that", "relative", "and", "report", "report_that", "tell", "concede")
        if opens or s.has(at, SUBORDINATOR) or s.low(at) in (",", ":", "–", "—"):
            return high
        if not s.is_finite(at) or s.has(at - 1, *AUXILIARY):
            continue
        if has_verb and s.has(at, *AUXILIARY):
            return at
        has_verb = True
    return high


def _is_relative(s: Scan, low: int) -> bool:
    """Whether the clause at `low` lacks its object: "that the bank published in May"."""
    high = s.right_edge(low, at_comma=True)
    verb = next((i for i in range(low + 1, high) if s.is_finite(i)), -1)
    if verb < 0:
        return True
    after = verb + 1
    while s.has(after, BE, HAVE, ADVERB, NEGATOR) or s.form(after, "verbs:participle"):
        after += 1
    if after >= high or s.low(after) in ENDS:
        return True
    if s.has(verb, HAVE) and s.has(verb + 1, BE) and s.form(verb + 2, "nouns:singular"):
        return False  # "has been part of"
    if s.is_finite(after):
        return True
    if s.has(verb, HAVE) and _agrees_with_what_precedes(s, verb, after - 1):
        return True
    if s.has(verb, BE) or s.cue(after - 1, "report", "report_that"):
        return False
    if s.has(verb, HAVE) and s.has(after, PREPOSITION):
        return any(s.is_finite(place) for place in range(after + 1, high))
    return s.has(after, PREPOSITION, TIME) and not s.has(verb, HAVE)


def _agrees_with_what_precedes(s: Scan, verb: int, participle: int) -> bool:
    """"les promesses qu'elle a faites": its own object stands before it; but not "les a faites"."""
    object_before = s.has(verb - 1, "function.clitic")
    agrees = s.low(participle).endswith(("es", "ée"))
    return agrees and not object_before and s.form(participle, "verbs:participle")


def _is_rejected(s: Scan, at: int) -> bool:
    """Whether a verdict or a verb of rejecting stands before the noun of claim at `at`."""
    if s.cue(at - 1, "false", "untrue") or s.cue(at - 2, "false"):
        return True
    start = s.subject_start(at)
    places = range(max(start, at - 7), at)
    return any(
        (s.cue(place, "reject", "deny") and not s.is_noun_here(place) and not is_denied(s, place))
        or (s.cue(place, "believe", "backs") and is_denied(s, place))
        for place in places
    )


def verdict_at(s: Scan, low: int) -> int:
    """Where in the sentence a claim at `low` is called false: the index of its verb, else -1."""
    for place in range(low + 1, len(s)):
        if s.low(place) == ";":
            return -1
        if s.cue(place, "fails"):
            return place
        if s.cue(place, "to_discard") and any(s.is_finite(at) for at in range(low + 1, place)):
            return place
        if s.has(place, BE) and says_false(s, place + 1):
            return place - 1 if s.has(place - 1, HAVE, "function.modal") else place
    return -1


def says_false(s: Scan, place: int) -> bool:
    """Whether a verdict of falsehood follows a form of "be" before `place`."""
    return verdict_end(s, place) > 0


def verdict_end(s: Scan, place: int) -> int:
    """Where a verdict of falsehood ends that follows a form of "be" before `place`; 0 if none."""
    for at in range(place, min(place + 4, len(s))):
        if end := s.cue(at, "false", "untrue"):
            return end
        if after := s.cue(at, "claim_noun"):
            return after if _is_disowned(s, after) else 0
        if s.has(at, NEGATOR) or not (s.low(at)[:1].isalpha()):
            return 0
    return 0


def _is_disowned(s: Scan, after: int) -> bool:
    """ "a claim that historians reject": a relative clause at `after` that rejects the noun."""
    if not s.cue(after, "that", "relative"):
        return False
    places = range(after + 1, min(after + 7, len(s)))
    return any(s.cue(at, "reject", "deny") and not s.is_noun_here(at) for at in places)


def calls_it_false(s: Scan) -> bool:
    """Whether the sentence gives what came before a bad name: "historians call this a myth"."""
    if s.standing.isdisjoint(("call", "describe")):
        return False
    for at, cues in enumerate(s.cues):
        if ("call" in cues or "describe" in cues) and s.cue(cues.get("call", at + 1), "pointing"):
            return says_false(s, at + 2)
    return False


def read_untrue(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what is said not to be true: "it is not true that", "misleading to say that"."""
    if s.has(at - 1, NEGATOR):
        return
    if "false" in s.cues[at] and "false_noun" in s.cues[at]:
        yield from read_tale(s, at, end)
    to_say = s.cue(end, "to_say")
    if not to_say and not s.cue(at, "untrue", "false_noun"):
        return
    place = to_say or end
    announced = at <= 2 or s.find("announce", 0, at) >= 0  # "A myth:", "Here is a lie:"
    if s.low(place) == ":" and announced and "false_noun" in s.cues[at]:
        yield Stretch(place + 1, len(s), REBUTTED, at, end)
    elif s.cue(place, "that"):
        high = verdict_at(s, place + 1)
        high = high if high > 0 else _main_verb(s, place + 1, s.right_edge(place + 1))
        yield Stretch(place + 1, high, REBUTTED, at, end)
    elif to_say:
        yield Stretch(place, s.right_edge(place), REBUTTED, at, end)


def read_tale(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what a noun for a tale is about.

    "the myth of X", "the rhetoric of X"; but "lies about X" say nothing of what X is called.
    """
    if s.has(end, "function.of"):
        yield Stretch(end + 1, s.phrase_end(end + 1, LONG), REBUTTED, at, end)


def read_the_one(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """What a claim says that is named first: « la version du ministère, celle d'une région »."""
    is_tale = any(s.find(name, 0, at) >= 0 for name in ("tale", "false_noun"))
    if is_tale or s.find("claim_noun", 0, at) >= 0:
        voice = REBUTTED if is_tale else ATTRIBUTED
        yield Stretch(end, s.phrase_end(end, LONG), voice, at, end)


def read_relative(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """A clause that the next one calls false: ", which is untrue", ", which will be news to"."""
    if s.low(at - 1) != ",":
        return
    high = s.right_edge(end, at_comma=True)
    is_false = (s.has(end, BE) and says_false(s, end + 1)) or s.find("answer", end, end + NEAR) > 0
    for place in range(end, min(end + 7, high)):
        if s.cue(place, "reject", "deny") and not s.is_noun_here(place):
            is_false = is_false or (not is_denied(s, place) and place + 2 >= high)
        elif s.cue(place, "believe") and place + 2 >= high:
            is_false = is_false or is_denied(s, place)
    if is_false:
        yield Stretch(s.left_edge(at - 1), at - 1, REBUTTED, at, end)


def read_far_from(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    if s.is_gerund(end):
        yield Stretch(end, s.right_edge(end, at_comma=True), REBUTTED, at, end)
