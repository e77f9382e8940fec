"""Finds what phrases beside a clause make somebody else's words: "according to the union".

Each function takes a scanned sentence and a cue [at, end) and yields the content only, never the
speaker. Nothing is decided about findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.model import Voice
from lintwords.voices.cues import (
    ADVERB,
    ATTRIBUTED,
    BE,
    DETERMINER,
    NEGATOR,
    POSSESSIVE,
    REBUTTED,
    SUBJECT,
    SUBORDINATOR,
    Scan,
    Stretch,
)

FOR_WHOM = 7  # words between « pour » and the comma behind who holds what follows
HOLDERS = ("nouns.leader", "nouns.organ", "names.capital")


def read_if_believed(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """What is said "if you believe the brochure"."""
    start = s.left_edge(at)
    last = at - 1 if s.low(at - 1) == "," else at
    if last > start:
        yield Stretch(start, last, REBUTTED, at, end)
        return
    comma = s.right_edge(end, at_comma=True)
    yield Stretch(comma, s.right_edge(comma + 1), REBUTTED, at, end)


def read_for_whom(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute what follows the one who is named at the head of a sentence.

    « Pour le ministère, la région vit heureuse ».
    """
    if at != s.skip_quotes(0) or s.form(end, "verbs:base"):
        return  # « Pour punir le ministère, »
    comma = next((i for i in range(end, min(end + FOR_WHOM, len(s))) if s.low(i) == ","), -1)
    holder = any(s.has(place, *HOLDERS) for place in range(end, comma))
    if holder and not s.is_writers(end, comma):
        yield Stretch(comma + 1, s.right_edge(comma + 1), ATTRIBUTED, at, end)


def read_or_so(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """What stands before ", or so the poster says"; with "would have us believe" it is denied."""
    if (s.low(at - 1) == "," and s.has(end, DETERMINER, SUBJECT, POSSESSIVE)) or s.is_name(end):
        voice = REBUTTED if s.find("deny", end, len(s)) > 0 else ATTRIBUTED
        yield Stretch(s.left_edge(at - 1), at - 1, voice, at, end)


def read_according(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Everything in the clause but the phrase that names the speaker: with a tale it is denied."""
    if not s.is_writers(end, end + 3):
        is_tale = s.find("tale", end, end + 2) > 0
        yield from _beside(s, at, end, at, end, REBUTTED if is_tale else ATTRIBUTED)


def _beside(
    s: Scan, at: int, speaker: int, cue: int, cue_end: int, voice: Voice = ATTRIBUTED
) -> Iterator[Stretch]:
    stop = s.right_edge(speaker, at_comma=True)
    start = s.left_edge(at)
    last = at - 1 if s.low(at - 1) == "," else at
    yield Stretch(start, last, voice, cue, cue_end)
    if s.low(stop) == "," and not s.cue(stop + 1, "and", "break", "contrast"):
        yield Stretch(stop + 1, s.right_edge(stop + 1), voice, cue, cue_end)
    elif at <= start:
        yield Stretch(cue_end, stop, voice, cue, cue_end)


def read_view(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute what stands around a view that somebody holds.

    "in the ministry's telling", "by its own account".
    """
    for place in range(end + 1, min(end + 6, len(s))):
        if s.is_genitive(place):
            noun = next(
                (s.cue(i, "view_noun") for i in (place + 1, place + 2) if s.cue(i, "view_noun")), 0
            )
            if noun and not s.is_writers(end, place):
                yield from _beside(s, at, noun, at, noun)
            return


def read_hearsay(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute the clause of an adverb that says who holds it.

    "Officiellement, il dort"; not "a salué officiellement", which tells how it was said.
    """
    said = ("report", "endorse", "hail", "tell")
    if s.cue(at - 1, *said) or s.cue(end, *said):
        return
    if s.has(end, "function.to") and s.form(end - 1, "verbs:participle"):
        return  # "we are told to worry"
    says = s.cue(at, "told_only") > 0
    yield Stretch(s.left_edge(at), s.right_edge(end), ATTRIBUTED, at, end, says=says)


def read_stated_aim(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute what follows an aim that somebody states.

    "The stated goal of", "its stated goal is".
    """
    if s.is_writers(at - 1, at):
        return
    yield Stretch(end, s.right_edge(end), ATTRIBUTED, at, end)


def read_unconfirmed(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Attribute a tense that says what is told and not confirmed: "aurait interné".

    Not where a condition stands in the sentence, nor what ought to have been ("aurait dû"). The
    one who acts is the writer's word.
    """
    while s.has(end, ADVERB, NEGATOR, BE) and not s.has(end, SUBORDINATOR):
        end += 1
    if not s.form(end, "verbs:participle") or s.has(end, "function.modal"):
        return
    if any(s.has(place, "function.conditional") for place in range(len(s))):
        return
    if s.is_writers(s.subject_start(at), at):
        return
    yield Stretch(s.left_edge(at), s.right_edge(end), ATTRIBUTED, at, end, whole=True)
