"""Finds clauses of reporting beside what they report: ", he said,", "As one reader put it,"."""

from __future__ import annotations

from lintwords.voices.cues import DETERMINER, ENDS, HAVE, PREPOSITION, SUBORDINATOR, TIME, Scan
from lintwords.voices.reported_content import after_pause, after_to


def inserted(s: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The words of an inserted or final reporting clause (", the minister said,") around `at`."""
    start = s.subject_start(at)
    before = s.low(start - 1)
    if start < 1 or not (before == "," or s.is_quote(start - 1)):
        return None
    if speaker_follows(s, start, at):  # ", said the minister"
        stop = s.right_edge(end, at_comma=True)
        is_speaker = stop > end and not s.has(end, SUBORDINATOR, PREPOSITION, "function.to")
        return (start, stop) if is_speaker and not _only_subject(s, start - 1) else None
    opens = s.cue(start, "relative", "break", "and") or s.has(start, SUBORDINATOR)
    if s.cue(at - 1, "call"):
        return None  # "others call fear"
    if opens and not (s.cue(start, "as") and s.cue(at, "report")):  # "as the poet notes": adopted
        return None
    verbs = [place for place in range(start + 1, at) if s.is_finite(place)]
    if len(verbs) > s.has(at - 1, "function.to") or s.cue(end, "no_content"):
        return None
    stop = s.right_edge(end, at_comma=True)
    if stop == end or s.cue(at, "tell") or s.low(end) in ENDS or s.is_quote(end):
        return start, stop
    if s.cue(at, "report", "report_that") and _to_hearer(s, at, end):
        return start, stop
    # "the council responded with sanctions" is no report; "the group said in Oslo" is
    is_pause = after_pause(s, end) > end and not s.has(end, "function.to")
    loose = bool(s.cue(at, "report")) or s.has(end, TIME) or s.has(end + 1, TIME)
    return (start, stop) if is_pause and (loose or s.cue(end, "pause")) else None


def opening_end(s: Scan, at: int, end: int) -> int:
    """The comma after "As one reader put it," at the start of a sentence, else 0."""
    first = s.skip_quotes(0)
    if not s.cue(first, "as") or s.subject_start(at) > first or at == first + 1:
        return 0
    if not s.form(at, "verbs:third", "verbs:past"):
        return 0  # "As secretary of state,"
    if any(s.is_finite(place) for place in range(first + 1, at)):
        return 0
    stop = s.right_edge(end, at_comma=True)
    closes = stop in (end, after_pause(s, end)) or s.has(end, TIME)
    closes = closes or _to_hearer(s, at, end) or speaker_follows(s, first + 1, at)
    return stop if closes and s.low(stop) == "," else 0


def speaker_follows(s: Scan, start: int, at: int) -> bool:
    """Whether the verb opens its clause: "said the minister", "nous écrit un lecteur"."""
    if start == at:
        return True
    clitics = all(s.has(place, "function.clitic") for place in range(start, at))
    named = s.has(at + 1, DETERMINER) or s.is_name(at + 1)
    return clitics and named and not s.cue(at + 1, "that") and s.form(at, "verbs:third")


def before_hearer(s: Scan, start: int, at: int) -> int:
    """The index before a pronoun for who is told: "un lecteur nous écrit que", "nous a écrit"."""
    told = at - 1
    while s.has(told, HAVE):
        told -= 1
    is_told = start < told and s.has(told, "function.clitic")
    return told if is_told and (told < at - 1 or s.form(at, "verbs:third")) else at


def _to_hearer(s: Scan, at: int, end: int) -> bool:
    """Whether who is told ends the clause: "to us", "to the editor last week"."""
    after = after_to(s, at, end)
    closes = after >= len(s) or s.low(after) in (*ENDS, ",") or s.is_quote(after)
    return after > end and (closes or s.has(after, TIME, PREPOSITION))


def resumes(s: Scan, at: int) -> bool:
    """Whether the verb goes on after a relative clause: "Marsh, whose box was opened, said"."""
    opening = next((i for i in range(at - 2, 0, -1) if s.low(i) == ","), 0)
    return opening > 0 and s.cue(opening + 1, "relative") > 0


def _only_subject(s: Scan, comma: int) -> bool:
    """Whether what stands before an apposition's closing comma has no verb of its own."""
    has_verb = any(s.is_finite(place) for place in range(comma))
    commas = sum(s.low(place) == "," for place in range(comma))
    return not has_verb and commas > 0
