"""Tells whether a sentence answers the one before it, or calls the one after it false.

Each function takes a scanned sentence. Nothing is decided about findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.voices.claims import calls_it_false, verdict_end
from lintwords.voices.cues import (
    AUXILIARY,
    BE,
    DETERMINER,
    ENDS,
    NEGATOR,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    REBUTTED,
    SUBJECT,
    Scan,
    Stretch,
)

# the cues without one of which no sentence answers another
CUES = (
    "answer", "answer_open", "answer_word", "contrast", "pointing", "claim_noun", "says_no",
    "asks_back", "believe", "checks", "borne_out", "answering_subject", "exclaims", "scornful",
)
ANNOUNCING = ("announce",)  # the same of a sentence that announces what is false
LABEL = 4  # words before the colon after a speaker's name
ASKED = 10  # words of a question that asks back
WHOSE = 5  # words of one that only asks who says so
NEAR = 4  # words between a negator and what it denies
_DASHES = frozenset(["-", "–", "—"])


def strength(s: Scan, *, denied: bool = False) -> int:
    """2 if the sentence answers the one before, 1 if it only opens with a contrast, else 0.

    `denied` says that the one before is a denial itself: "no" agrees with it.
    """
    first = _first(s)
    contrast = s.cue(first, "contrast")
    for opening in (first, contrast, _after_label(s, first)):
        if opening < 0 or (opening == 0 and first > 0):
            continue
        if s.cue(opening, "answer_open") and s.find("goes_on", 0, len(s)) < 0:
            return 2
        if not denied and _says_no(s, opening):
            return 2
    if s.low(first + 1) == ":" and s.cue(first, "answer_word"):
        return 2
    if s.cue(first, "exclaims") and s.find("false", first, first + NEAR + 1) > 0:
        return 2  # "What a racist thing to say"
    if s.find("answer", 0, len(s)) >= 0 or calls_it_false(s):
        return 2
    if _disbelieves(s) or _asks_back(s, first):
        return 2
    if any(_passes_verdict(s, at) for at in _subjects(s, first)):
        return 2
    omits = s.cue(first, "answering_subject") and s.find("fails", first + 1, first + NEAR) > 0
    return 1 if contrast or omits or _is_unseen(s, first) or _scorns(s) else 0


def _scorns(s: Scan) -> bool:
    """ "Such shameless remarks": said of who spoke before, if anybody did."""
    if s.find("scornful", 0, len(s)) < 0:
        return False
    for at in range(len(s)):
        if s.cue(at, "pointing") and s.has(at, DETERMINER):
            near = range(at + 1, at + 1 + NEAR)
            said = any(s.cue(i, "claim_noun", "text_noun", "word_noun", "uttered") for i in near)
            if said and any(s.cue(i, "scornful") for i in near):
                return True
    return False


def _is_unseen(s: Scan, first: int) -> bool:
    """ "Nobody was allowed to ask"; not "a court that she was not allowed to enter"."""
    at = s.find("checks", first, len(s))
    if at < 0 or s.subject_start(at) > first:
        return False
    return any(s.has(place, NEGATOR) for place in range(first, at))


def announces_false(s: Scan) -> bool:
    """Whether the sentence says that what follows it is false: "Here is a lie:"."""
    if s.find("announce", 0, len(s)) < 0:
        return False
    names = ("false", "untrue", "false_noun")
    return any(s.find(name, 0, len(s)) >= 0 for name in names) or any(_denied(s, "believe"))


def is_denial(s: Scan) -> bool:
    """Whether the sentence denies something itself."""
    return any(NEGATOR in word.classes for word in s.words)


def _first(s: Scan) -> int:
    at = 0
    while s.is_quote(at) or s.low(at) in _DASHES:
        at += 1
    return at


def _after_label(s: Scan, first: int) -> int:
    """The place after a speaker's name and a colon, else -1."""
    places = range(first + 1, min(first + LABEL, len(s)))
    colon = next((at for at in places if s.low(at) == ":"), -1)
    return s.skip_quotes(colon + 1) if colon > 0 else -1


def read_turn(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject the turn of a talk before the cue, if what follows says no.

    "– It was freed. – No, it was invaded."
    """
    if s.low(at - 1) in _DASHES and s.low(at - 2) in ENDS and _says_no(s, at):
        yield Stretch(0, at - 2, REBUTTED, at, end)


def _says_no(s: Scan, at: int) -> bool:
    """ "No, it was not", "Really?", "It is not."."""
    end = s.cue(at, "says_no")
    if end and (end >= len(s) or s.low(end) in ENDS):
        return True
    if end and s.low(end) == ",":
        return s.has(end + 1, SUBJECT)
    if not s.cue(at, "answering_subject", "pointing") or not s.has(at, SUBJECT):
        return False
    if not s.has(at + 1, *AUXILIARY) or not s.has(at + 2, NEGATOR):
        return False
    return at + 3 >= len(s) or s.low(at + 3) in ENDS or s.low(at + 3) == ","


def _denied(s: Scan, name: str) -> Iterator[tuple[int, int]]:
    """Start and end of the cues of a class that are denied: "do not believe", "nobody believes"."""
    if name not in s.standing:
        return
    for at, cues in enumerate(s.cues):
        if name in cues and any(s.has(i, NEGATOR) for i in range(max(at - NEAR, 0), at)):
            yield at, cues[name]


def _disbelieves(s: Scan) -> bool:
    """ "We do not accept this", "no figure bears it out"."""
    out = s.find("borne_out", 0, len(s))
    if out > 0 and any(s.has(at, NEGATOR) for at in range(out)):
        return True
    for start, end in _denied(s, "believe"):
        if s.cue(start - 1, "taken_up") and (end >= len(s) or not s.cue(end, "that")):
            return True  # « je ne le crois pas », « pas sûr de le croire »
        at = end + 1 if s.has(end, PREPOSITION) else end
        after = s.cue(at, "pointing")
        if after and s.cue(after, "claim_noun", "word_noun", "text_noun", "pointing"):
            after += 1
        if after and (after >= len(s) or s.low(after) in ENDS or s.low(after) == ","):
            return True
    return False


def _asks_back(s: Scan, first: int) -> bool:
    """ "How would anyone know that?", "By whose count?": a short question that doubts."""
    if s.low(len(s) - 1) == "?" and len(s) <= WHOSE and s.cue(first, "asks_whose"):
        return True
    if s.low(len(s) - 1) != "?" or len(s) > ASKED or not s.cue(first, "asks_back"):
        return False
    at = s.find("asked_back", first, len(s))
    return at > 0 and (s.cue(len(s) - 2, "pointing") > 0 or s.has(len(s) - 2, OBJECT, SUBJECT))


def _subjects(s: Scan, first: int) -> Iterator[int]:
    """Where what was said stands as the subject: "this", "the claim", not "their figures on"."""
    for at in range(first, min(first + 5, len(s))):
        end = s.cue(at, "pointing", "claim_noun")
        if not end:
            continue
        if s.has(at, SUBJECT, DETERMINER):
            yield at
            return
        pointed = at == first or s.has(at - 1, DETERMINER, POSSESSIVE)
        if pointed and not s.has(end, PREPOSITION) and not s.cue(end, "that"):
            yield at
            return


def _passes_verdict(s: Scan, subject: int) -> bool:
    """Whether it is called false: not of what "it is false that" opens."""
    opens = s.has(subject, "function.anticipatory")
    for at in range(subject + 1, min(subject + 6, len(s))):
        if s.cue(at, "fails"):
            return True
        end = verdict_end(s, at + 1) if s.has(at, BE) else 0
        if end:
            return not (opens and (s.cue(end, "that", "to_say") or s.has(end, "function.to")))
    return False
