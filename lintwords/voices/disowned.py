"""Tells whether a writer disowns what a verb reports: it is denied, doubted or asked after."""

from __future__ import annotations

from lintwords.voices.cues import NEGATOR, PREPOSITION, Scan

_DENIED = 4  # words before a verb in which a negator denies it
_GIVEN_UP = 5  # words of what rejects a verb behind it
_ASKED = 7  # words between what opens a question and the verb that it asks after


def is_disowned(s: Scan, at: int) -> bool:
    """Whether what follows the verb at `at` is not what the writer holds.

    "we do not accept that", "no historian thinks that", "anyone who says that".
    """
    if _is_told_by_someone(s, at) or is_given_up(s, at):
        return True
    if s.cue(at, "believe") or (s.cue(at, "tell") and s.form(at, "verbs:base")):
        if is_denied(s, at):
            return True
        if s.cue(s.subject_start(at), "only"):
            return True
        who = at - 1 if s.cue(at - 1, "relative") else at
        if s.cue(who - 1, "generic") and (who < at or s.cue(at - 1, "relative", "whoever")):
            return True
        return _is_asked(s, at)
    return False


def is_given_up(s: Scan, at: int) -> bool:
    """Whether the verb at `at` tells what the writer is tired of: "let us stop saying that"."""
    return any(s.cue(place, "reject") == at for place in range(max(at - _GIVEN_UP, 0), at))


def _is_asked(s: Scan, at: int) -> bool:
    """ "Who still believes that", "How can anyone claim that": a question that doubts."""
    asked = s.cue(s.skip_quotes(0), "asks_back")
    if s.low(len(s) - 1) != "?" or not asked:
        return False
    return asked <= at < asked + _ASKED and not s.is_writers(asked, at)


def _is_told_by_someone(s: Scan, at: int) -> bool:
    """« On nous répète que »: said to the writer by nobody who is named."""
    told = s.cue(s.subject_start(at), "someone")
    return 0 < told == at - 1 and s.has(told, "function.clitic")


def is_denied(s: Scan, at: int) -> bool:
    """Whether the verb at `at` or its subject is denied, but not by "not only"."""
    start = s.subject_start(at)
    places = [*range(max(start, at - _DENIED), at)]
    if s.has(start, NEGATOR) and start not in places and not s.has(start, PREPOSITION):
        places.append(start)
    return any(
        s.has(place, NEGATOR) and not s.cue(place, "goes_on", "no_cue")
        # "not wrong to say": there the verdict is denied
        and not any(s.cue(between, "false", "untrue") for between in range(place, at))
        for place in places
    )
