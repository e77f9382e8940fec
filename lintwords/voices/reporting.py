"""Finds what verbs and phrases of reporting make somebody else's words.

Each function takes a scanned sentence and a cue [at, end) and yields the content only, never the
speaker. Nothing is decided about findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.model import Voice
from lintwords.voices.claims import verdict_at
from lintwords.voices.cues import (
    ADVERB,
    ATTRIBUTED,
    BE,
    DETERMINER,
    ENDS,
    HAVE,
    NEGATOR,
    OBJECT,
    REBUTTED,
    SUBJECT,
    SUBORDINATOR,
    Scan,
    Stretch,
)
from lintwords.voices.disowned import is_denied, is_disowned, is_given_up
from lintwords.voices.reported_content import content_after, directed_after, ends_at_comma
from lintwords.voices.reporting_clauses import (
    before_hearer,
    inserted,
    opening_end,
    resumes,
    speaker_follows,
)

OF = "function.of"
_TENSES = frozenset(("verbs:base", "verbs:third", "verbs:past", "verbs:participle"))
SAYS = 3  # words at least from who speaks to an infinitive: "the ministry stopped saying"


def read_reports(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Content after, before or around a reporting verb."""
    # "we were told that", "I read everywhere that": another spoke
    told = (s.cue(at, "tell") and s.has(at - 1, BE)) or s.cue(at, "received") > 0
    opening = opening_end(s, at, end)
    is_noun = s.is_noun_here(at) and not (opening and s.has(at - 1, "function.clitic"))
    if is_noun and not _is_infinitive(s, at):
        return
    disowned = is_disowned(s, at)
    start = _heard_from(s, s.subject_start(at), at)
    if not told and not disowned and not speaker_follows(s, start, at) and (
        not _is_hearers(s, start, at)
    ):
        if s.is_writers(start, before_hearer(s, start, at)):
            return
    if at == s.head and s.form(at, "verbs:base", "verbs:we", "verbs:you"):
        yield from _said_in_vain(s, at, end)  # "Note that": told to the reader
        return
    if _is_worth_saying(s, at) or _is_plain(s, at) or _is_owed(s, at):
        return  # "it is important to note that": the writer finds so
    low = content_after(s, at, end)
    if s.cue(low - 1, "that") and _is_of_the_text(s, at, end):
        return
    if disowned and s.has(low - 1, "function.question") and not s.cue(low - 1, "that"):
        return  # "did not say why they fled": that they did is not denied
    # what stands before "not to argue" is not what is denied; "propaganda has it that" is
    false = (disowned and low >= 0) or s.cue(at - 1, "falsely", "false") > 0
    voice = REBUTTED if false else ATTRIBUTED
    around = inserted(s, at, end)
    inverted = around and s.low(at - 1) == "," and not s.form(at, "verbs:ing")
    inverted = inverted and not resumes(s, at)
    if low >= 0 and (s.cue(low - 1, "that") or not inverted):
        high = s.right_edge(low, at_comma=ends_at_comma(s, at))
        yield Stretch(low, _before_directive(s, at, low, high), voice, at, end)
    elif around:
        yield from _both_sides(s, *around, voice, at, end)
    elif opening:
        yield Stretch(opening + 1, s.right_edge(opening + 1), voice, at, end)
    elif s.cue(at, "endorse"):
        yield from read_praises(s, at, end)


def _heard_from(s: Scan, start: int, at: int) -> int:
    """Where the one begins whom the writer heard say it: "we heard a colleague say that"."""
    if not s.form(at, "verbs:base"):
        return start
    heard = (s.cue(place, "hears") for place in range(at - 2, start - 1, -1))
    after = next(filter(None, heard), start)
    return after if s.has(after, DETERMINER, OBJECT) or s.is_name(after) else start


def _is_of_the_text(s: Scan, at: int, end: int) -> bool:
    """Whether an item of a motion opens with the verb: "4. Notes that", "Recalling that …;".

    Its text speaks, which the writer writes. Not where a main clause follows, with a subject.
    """
    if at != s.head:
        return False
    whole = s.right_edge(end, at_comma=True)
    is_item = s.low(whole) != "," and s.form(at, "verbs:ing")
    return is_item or s.form(at, "verbs:third")


def _before_directive(s: Scan, at: int, low: int, high: int) -> int:
    """Where what is said ends because who said it asks for something: "said …, and urged Ghent"."""
    told = s.words[at].word.forms & _TENSES
    for place in range(low, high):
        verb = s.cue(place, "and")
        while verb and s.has(verb, HAVE, ADVERB):
            verb += 1
        asks = s.cue(verb, "directs") if verb else 0
        if asks and told & s.words[verb].word.forms and directed_after(s, asks) >= 0:
            return place
    return high


def _is_infinitive(s: Scan, at: int) -> bool:
    """« ne cesse de répéter que », « cessons de répéter que »: a verb behind its preposition.

    Not where what stands before denies it or has no one for a subject: « il convient de dire ».
    """
    if not s.form(at, "verbs:base") or s.form(at, "nouns:singular") or not s.has(at - 1, OF):
        return False
    start = s.subject_start(at)
    if is_given_up(s, at):
        return True
    return not (s.has(start, "function.anticipatory") or is_denied(s, at) or at - start < SAYS)


def _said_in_vain(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """« Dire que la région vit heureuse, c'est oublier »: the verdict is on who says so."""
    low = content_after(s, at, end)
    verdict = s.find("forgets", low, len(s)) if low >= 0 else -1
    verdict = verdict_at(s, low) if verdict < 0 <= low else verdict
    if verdict > low:
        yield Stretch(low, verdict, REBUTTED, at, end)


def _is_hearers(s: Scan, start: int, at: int) -> bool:
    """"You said that", "you write that": the words of who is spoken to."""
    you = s.has(start, "function.second-person") and s.has(start, SUBJECT)
    if you and start == at - 1 and s.cue(at, "hearer_says"):
        return True
    return you and s.form(at, "verbs:past") and not s.form(at, "verbs:base")


def _is_plain(s: Scan, at: int) -> bool:
    """"It is clear that": nobody's words but the writer's."""
    return s.has(at, BE) and s.has(at - 1, "function.anticipatory")


def _is_owed(s: Scan, at: int) -> bool:
    """"It should also be pointed out that": what nobody is named for, and the writer asks for."""
    be = at - 1
    while s.has(be, ADVERB) and not s.has(be, BE):
        be -= 1
    if not (s.has(be, BE) and s.form(at, "verbs:participle")):
        return False
    start = s.subject_start(at)
    owes = any(s.cue(place, "owes") for place in range(start + 1, be))
    return owes and s.has(start, "function.anticipatory")


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
    if at == s.head and s.form(at, "verbs:base"):
        verdict = s.find("forgets", end, len(s))
        if verdict > end:  # « Parler d'une vallée heureuse, c'est oublier »
            yield Stretch(end, verdict, REBUTTED, at, end)
        return
    if s.is_noun_here(at) or s.is_writers(s.subject_start(at), at) or s.low(end) in ENDS:
        return
    low = s.after_name(end)
    high = s.right_edge(low)
    turn = (
        i
        for i in range(low + 1, high)
        if s.has(i, SUBORDINATOR) and not s.cue(i, "that") and not s.has(i, "function.relative")
    )
    yield Stretch(low, next(turn, high), ATTRIBUTED, at, end, whole=True)


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


def read_directs(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """What another tells somebody to do: "urged Ghent to stop", "was told not to meddle"."""
    is_told = s.has(at - 1, BE)  # whoever urged, the writer did not say so
    is_order = at == s.head and s.form(at, "verbs:base", "verbs:third")  # "Tell them to": a wish
    if s.is_noun_here(at) or is_order or is_denied(s, at):
        return
    if not is_told and s.is_writers(s.subject_start(at), at):
        return
    low = directed_after(s, end)
    if low >= 0:
        yield Stretch(low, s.right_edge(low), ATTRIBUTED, at, end, whole=True)
