"""Finds what verbs and phrases of reporting make somebody else's words.

Each function takes a scanned sentence and a cue [at, end) and yields the content only, never the
speaker. Nothing is decided about findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.model import Voice
from lintwords.voices.cues import (
    ADVERB,
    ATTRIBUTED,
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
    SUBORDINATOR,
    TIME,
    Scan,
    Stretch,
)

_NOMINAL = ("nouns:singular", "nouns:plural", "verbs:act", "verbs:third", "verbs:past")
_PERSONS = ("nouns.person", "nouns.leader", "voices.others")  # to whom one writes
LONG = 12  # words that a name given to a thing can have with all that belongs to it
DENIED = 4  # words before a verb in which a negator denies it


# -- verbs of reporting -------------------------------------------------------------------------


def read_reports(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Content after, before or around a reporting verb."""
    told = s.cue(at, "tell") and s.has(at - 1, BE)  # "we were told that": another spoke
    opening = _opening(s, at, end)
    if s.is_noun_here(at) and not (opening and s.has(at - 1, "function.clitic")):
        return
    disowned = is_disowned(s, at)
    start = s.subject_start(at)
    if not told and not disowned and not _speaker_follows(s, start, at) and (
        not _is_hearers(s, start, at)
    ):
        if s.is_writers(start, _before_hearer(s, start, at)):
            return
    if at == s.skip_quotes(0) and s.form(at, "verbs:base"):
        return  # "Note that": told to the reader
    if _is_worth_saying(s, at) or _is_plain(s, at):
        return  # "it is important to note that": the writer finds so
    low = content_after(s, at, end)
    # what stands before "not to argue" is not what is denied; "propaganda has it that" is
    false = disowned and low >= 0 or s.cue(at - 1, "falsely", "false") > 0
    voice = REBUTTED if false else ATTRIBUTED
    around = inserted(s, at, end)
    inverted = around and s.low(at - 1) == "," and not s.form(at, "verbs:ing")
    inverted = inverted and not _resumes(s, at)
    if low >= 0 and (s.cue(low - 1, "that") or not inverted):
        high = s.right_edge(low, at_comma=ends_at_comma(s, at))
        yield Stretch(low, high, voice, at, end)
    elif around:
        yield from _both_sides(s, *around, voice, at, end)
    elif opening:
        yield Stretch(opening + 1, s.right_edge(opening + 1), voice, at, end)
    elif s.cue(at, "endorse"):
        yield from read_praises(s, at, end)


def _is_hearers(s: Scan, start: int, at: int) -> bool:
    """"You said that": the words of who is spoken to."""
    you = s.has(start, "function.second-person") and s.has(start, SUBJECT)
    return you and s.form(at, "verbs:past") and not s.form(at, "verbs:base")


def _is_plain(s: Scan, at: int) -> bool:
    """"It is clear that": nobody's words but the writer's."""
    return s.has(at, BE) and s.has(at - 1, "function.anticipatory")


def is_disowned(s: Scan, at: int) -> bool:
    """ "we do not accept that", "no historian thinks that", "anyone who says that"."""
    if s.cue(at, "believe") or s.cue(at, "tell") and s.form(at, "verbs:base"):
        if is_denied(s, at):
            return True
        if s.cue(s.subject_start(at), "only"):
            return True
        who = at - 1 if s.cue(at - 1, "relative") else at
        if s.cue(who - 1, "generic") and (who < at or s.cue(at - 1, "relative", "whoever")):
            return True
        return _is_asked(s, at)
    # "tired of hearing that"
    return any(s.cue(place, "reject") == at for place in range(max(at - 3, 0), at))


def _is_asked(s: Scan, at: int) -> bool:
    """ "Who still believes that", "How can anyone claim that": a question that doubts."""
    first = s.skip_quotes(0)
    if s.low(len(s) - 1) != "?" or not s.cue(first, "asks_back"):
        return False
    return first < at <= first + DENIED and not s.is_writers(first, at)


def is_denied(s: Scan, at: int) -> bool:
    """Whether the verb at `at` or its subject is denied, but not by "not only"."""
    start = s.subject_start(at)
    places = [*range(max(start, at - DENIED), at)]
    if s.has(start, NEGATOR) and start not in places and not s.has(start, PREPOSITION):
        places.append(start)
    return any(
        s.has(place, NEGATOR) and not s.cue(place, "goes_on", "no_cue")
        # "not wrong to say": there the verdict is denied
        and not any(s.cue(between, "false", "untrue") for between in range(place, at))
        for place in places
    )


def _is_worth_saying(s: Scan, at: int) -> bool:
    """Whether the verb is an infinitive that belongs to "it is important", said of no speaker."""
    place = at - 1
    while s.has(place, ADVERB) and not s.has(place, "function.to"):
        place -= 1
    if not s.has(place, "function.to", "function.of"):
        return False
    place -= 1
    while s.has(place, ADVERB) and not s.cue(place, "worth_saying"):
        place -= 1
    if not s.cue(place, "worth_saying"):
        return False
    before = place - 1
    while s.has(before, ADVERB, NEGATOR):
        before -= 1
    asked = s.has(before, "function.anticipatory") and s.has(before - 1, BE)  # "is it fair to say"
    return asked or s.has(before, BE)  # not "she found it necessary to say"


def content_after(s: Scan, at: int, end: int) -> int:
    """Where the content of the reporting verb [at, end) begins after it, else -1."""
    bare = bool(s.cue(at, "report", "tell", "deny"))
    hearer = bool(s.cue(at, "tell"))
    place = end
    if s.has(place, "function.to"):
        is_told_of = s.cue(at, "report", "report_that") and not s.form(at, "verbs:base")
        place = _after_to(s, at, place) if is_told_of else place  # not "Write to the mayor:"
        is_told = s.cue(place, "that") > 0 or s.low(place) == ":"
        return place + 1 if is_told else -1
    if s.cue(at, "report") and s.form(place, "verbs:base") and not s.form(place, *_NOMINAL):
        return place  # "assure avoir fermé": a language whose infinitive stands by itself
    for _ in range(LONG):
        if s.cue(place, "that"):
            # "found that will meet": a verb right after it makes it a relative
            is_verb = s.has(place + 1, *AUXILIARY) or (place > end and s.is_finite(place + 1))
            return -1 if is_verb else place + 1
        if s.low(place) == ":":
            return place + 1
        if place >= len(s) or s.low(place) in ENDS or s.cue(place, "no_content"):
            return -1
        after = _after_pause(s, place)
        if after > place and s.has(place, PREPOSITION) and not s.cue(place, "pause"):
            # "agreed to a vote", "said in Oslo": only "that" shows that a clause follows
            bare = bare and s.has(place + 1, TIME)
        if after == place and hearer:
            after, hearer = _after_hearer(s, place), False
        if after == place:
            return place if bare and _is_bare_clause(s, place) else -1
        place = after
    return -1


def _after_pause(s: Scan, place: int) -> int:
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


def _after_hearer(s: Scan, place: int) -> int:
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
        if s.has(at, SUBORDINATOR):
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


def inserted(s: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The words of an inserted or final reporting clause (", the minister said,") around `at`."""
    start = s.subject_start(at)
    before = s.low(start - 1)
    if start < 1 or not (before == "," or s.is_quote(start - 1)):
        return None
    if _speaker_follows(s, start, at):  # ", said the minister"
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
    is_pause = _after_pause(s, end) > end and not s.has(end, "function.to")
    loose = bool(s.cue(at, "report")) or s.has(end, TIME) or s.has(end + 1, TIME)
    return (start, stop) if is_pause and (loose or s.cue(end, "pause")) else None


def _opening(s: Scan, at: int, end: int) -> int:
    """The comma after "As one reader put it," at the start of a sentence, else 0."""
    first = s.skip_quotes(0)
    if not s.cue(first, "as") or s.subject_start(at) > first or at == first + 1:
        return 0
    if not s.form(at, "verbs:third", "verbs:past"):
        return 0  # "As secretary of state,"
    if any(s.is_finite(place) for place in range(first + 1, at)):
        return 0
    stop = s.right_edge(end, at_comma=True)
    closes = stop in (end, _after_pause(s, end)) or s.has(end, TIME)
    closes = closes or _to_hearer(s, at, end) or _speaker_follows(s, first + 1, at)
    return stop if closes and s.low(stop) == "," else 0


def _speaker_follows(s: Scan, start: int, at: int) -> bool:
    """Whether the verb opens its clause: "said the minister", "nous écrit un lecteur"."""
    if start == at:
        return True
    clitics = all(s.has(place, "function.clitic") for place in range(start, at))
    named = s.has(at + 1, DETERMINER) or s.is_name(at + 1)
    return clitics and named and not s.cue(at + 1, "that") and s.form(at, "verbs:third")


def _before_hearer(s: Scan, start: int, at: int) -> int:
    """The index before a pronoun for who is told: "un lecteur nous écrit que"."""
    is_told = start < at - 1 and s.has(at - 1, "function.clitic") and s.form(at, "verbs:third")
    return at - 1 if is_told else at


def _to_hearer(s: Scan, at: int, end: int) -> bool:
    """Whether who is told ends the clause: "to us", "to the editor last week"."""
    after = _after_to(s, at, end)
    closes = after >= len(s) or s.low(after) in (*ENDS, ",") or s.is_quote(after)
    return after > end and (closes or s.has(after, TIME, PREPOSITION))


def _after_to(s: Scan, verb: int, at: int) -> int:
    """The index after "to us", "to the editor"; `at` where no hearer stands there."""
    if not s.has(at, "function.to"):
        return at
    after = _after_hearer(s, at + 1)
    hears = s.has(at + 1, OBJECT) or any(s.has(i, *_PERSONS) for i in range(at + 2, after))
    hears = hears or s.cue(verb, "writes_to") > 0 and s.has(at + 1, DETERMINER, POSSESSIVE)
    return after if hears and after > at + 1 else at


def _resumes(s: Scan, at: int) -> bool:
    """Whether the verb goes on after a relative clause: "Marsh, whose box was opened, said"."""
    opening = next((i for i in range(at - 2, 0, -1) if s.low(i) == ","), 0)
    return opening > 0 and s.cue(opening + 1, "relative") > 0


def _only_subject(s: Scan, comma: int) -> bool:
    """Whether what stands before an apposition's closing comma has no verb of its own."""
    has_verb = any(s.is_finite(place) for place in range(comma))
    commas = sum(s.low(place) == "," for place in range(comma))
    return not has_verb and commas > 0


def _both_sides(
    s: Scan, start: int, stop: int, voice: Voice, at: int, end: int
) -> Iterator[Stretch]:
    """What stands before an inserted reporting clause, and after it if the sentence goes on."""
    quoted = s.is_quote(start - 1) or s.is_quote(start - 2)
    yield Stretch(s.left_edge(start - 1), start - 1, voice, at, end)
    goes_on = s.low(stop) == "," and not s.cue(stop + 1, "and", "break", "relative", "contrast")
    if goes_on and not quoted:
        yield Stretch(stop + 1, s.right_edge(stop + 1), voice, at, end)


def read_praises(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """A thing praised; the one who is praised is the writer's word."""
    if s.is_noun_here(at) or s.is_writers(s.subject_start(at), at) or s.low(end) in ENDS:
        return
    low = after_name(s, end)
    high = s.right_edge(low)
    turn = (
        i
        for i in range(low + 1, high)
        if s.has(i, SUBORDINATOR) and not s.cue(i, "that") and not s.has(i, "function.relative")
    )
    yield Stretch(low, next(turn, high), ATTRIBUTED, at, end, whole=True)


def after_name(s: Scan, place: int) -> int:
    """The index after a name or pronoun that stands here; `place` if there is none."""
    after = place + 1 if s.has(place, DETERMINER) and s.is_name(place + 1) else place
    if s.has(place, OBJECT) and not s.has(place, DETERMINER):
        return place + 1
    while s.is_name(after):
        after += 1
    return after if after > place and s.is_name(after - 1) else place


def read_denies(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    if s.is_noun_here(at):
        return
    voice = REBUTTED
    if is_denied(s, at):  # "nobody can deny that": the writer vouches for it
        start = s.subject_start(at)
        if s.has(start, NEGATOR) or s.has(at - 1, BE) or s.is_writers(start, at):
            return
        voice = ATTRIBUTED
    low = content_after(s, at, end)
    if low < 0 and s.is_gerund(end):
        low = end
    if low >= 0:
        yield Stretch(low, s.right_edge(low, at_comma=ends_at_comma(s, at)), voice, at, end)
