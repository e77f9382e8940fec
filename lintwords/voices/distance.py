"""Finds words that a writer holds at a distance, and passages about words."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.voices.claims import says_false, verdict_at
from lintwords.voices.cues import (
    ATTRIBUTED,
    AUXILIARY,
    BE,
    DETERMINER,
    ENDS,
    HAVE,
    LONG,
    META,
    NEGATOR,
    OBJECT,
    PREPOSITION,
    REBUTTED,
    SUBJECT,
    SUBORDINATOR,
    Scan,
    Stretch,
)
from lintwords.voices.disowned import is_denied
from lintwords.voices.reported_content import directed_after

SPEAKERS = ("nouns.leader", "nouns.organ", "nouns.person")  # who a headline may name at a colon
SHORT = 7  # words of a name that "so-called" keeps away from
TAIL = 11  # words at the end of a headline that may name its speaker, with the colon
_DONE = "verbs:participle"
LEAST, ECHO = 4, 8  # words of a question that only says a name again, or a clause with a tag
FAILS = 16  # words before the verb that says that a claim does not hold
TAG = 4  # words of one at the end of a question
INSET = 10  # words between two commas that say where a name is given
HEARER = 10  # words that say who is told what follows
QUALITY = 3  # words between "nothing" and "about"
NAMED = 5  # words of a name that a noun in apposition says to be a word


# -- distance -----------------------------------------------------------------------------------


def read_so_called(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    if s.cue(end, "that"):
        return  # « a dit que »
    most = LONG if s.has(end - 1, PREPOSITION) else SHORT
    yield Stretch(end, s.phrase_end(end, most), REBUTTED, at, end)


def read_calls(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """The name that somebody gives to a thing, without the thing."""
    start = s.subject_start(at)
    led = s.has(end, PREPOSITION) and not s.has(end, DETERMINER)  # "call on", not "appelle des"
    calls_on = s.cue(at, "directs") and directed_after(s, end) >= 0  # "appelle le conseil à voter"
    if s.is_noun_here(at) or led or calls_on:
        return
    if s.is_writers(start, at):
        if is_denied(s, at):  # "we would not call the camps in the valley schools"
            yield Stretch(end, s.right_edge(end, at_comma=True), REBUTTED, at, end, whole=True)
        return
    subject = range(max(start, at - 7), at)
    as_ = s.find("as", start, at)
    if as_ >= 0 and s.has(end, OBJECT):  # "schools for skills, as the governor calls them"
        low, high = (start, as_) if as_ > start else (s.subject_start(start - 1), start - 1)
        yield Stretch(low, high, REBUTTED, at, end)
        return
    if any(s.cue(place, "relative") for place in subject):
        yield Stretch(end, min(s.phrase_end(end, LONG), len(s)), REBUTTED, at, end)
        return
    low = _past_inset(s, s.after_name(end))
    high = s.phrase_end(low, LONG)
    owner = _belongs_to(s, low, high, is_known=low > end or s.has(at - 1, BE))
    yield Stretch(low, high, REBUTTED, at, end, opens=owner)
    if owner:
        yield Stretch(low, high, ATTRIBUTED, at, end)


def _belongs_to(s: Scan, low: int, high: int, *, is_known: bool) -> int:
    """Where a name says whose or what it is: "a triumph | of the choir"; 0 if nowhere.

    What stands there has its usual name. Words that name a kind leave the name to what follows
    ("a kind of school"), and a name in capitals is one as a whole. `is_known`: the thing itself
    stands before `low`; else its article comes first, that of its name second.
    """
    articles = [at for at in range(low, high) if s.has(at, DETERMINER)]
    named = articles if is_known else articles[1:]
    for place in range(low + 2, high - 1):
        if s.cue(place, "belongs") and any(at < place - 1 for at in named):
            is_whole = s.is_name(place - 1) or s.cue(place - 1, "kind_noun")
            return 0 if is_whole else place
    return 0


def _past_inset(s: Scan, at: int) -> int:
    """Past where or when a name is given: "call this, in their brochures, a school"."""
    at += s.low(at + 1) == "," and s.cue(at, "pointing") > 0
    if s.low(at) != "," or not s.has(at + 1, PREPOSITION):
        return at
    places = range(at + 2, min(at + INSET, len(s)))
    return next((place + 1 for place in places if s.low(place) == ","), at)


def read_describes(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    start = s.subject_start(at)
    undergone = s.has(at - 1, BE) or s.has(at, BE)  # "our members were called": by somebody else
    if s.is_noun_here(at) or (s.is_writers(start, at) and not undergone):
        return
    high = s.right_edge(end, at_comma=True)
    behind = _past_inset(s, high)
    # "present them, in their leaflets, as": what comes behind the inset opens with it
    place = behind if high < behind else -1
    if not s.cue(place, "as"):
        place = s.find("as", end, min(end + 9, high))
    if place >= 0:
        yield Stretch(place + 1, s.phrase_end(place + 1, LONG), REBUTTED, at, end)


def read_set_apart(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what a contrast or a denial sets apart.

    "annexation, not a return", "not a return but annexation", "it was not freed".
    """
    if s.cue(at, "goes_on") or (s.has(end, "function.adverb") and not s.form(end + 1, _DONE)):
        return
    high = s.phrase_end(end, LONG)
    named = high < end + 2 or any(s.is_name(place) for place in range(end, high))
    apart = s.low(at - 1) == "," and not s.is_finite(end) and not named  # "..., not Japan"
    turn = s.find("contrast", end, high + 1) if at == s.skip_quotes(0) else -1
    undone = s.has(at - 1, BE) and (s.form(end, _DONE) or s.form(end + 1, _DONE))
    if apart or undone or turn > 0:
        yield Stretch(end, turn if turn > 0 else high, REBUTTED, at, end)


def read_enough(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what the writer has heard enough of, up to a comma.

    "So much for the return of the valley to its people".
    """
    yield Stretch(end, s.right_edge(end, at_comma=True), REBUTTED, at, end, whole=True)


def read_dares(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what the writer dares to tell somebody: "Try telling the mothers that it is free"."""
    that = s.find("that", end, end + HEARER)
    if that > 0:
        yield Stretch(s.cue(that, "that"), s.right_edge(that), REBUTTED, at, end, whole=True)


def read_nothing(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject a name of which is denied what it says: "nothing peaceful about the return".

    "nothing wrong about the return" lets it stand.
    """
    of = s.find("nothing_of", end, end + QUALITY)
    if of > end and s.find("false", end, of) < 0 and s.find("bad_deed", end, of) < 0:
        low = s.cue(of, "nothing_of")
        yield Stretch(low, s.phrase_end(low, LONG), REBUTTED, at, end)


def read_put_away(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject an idea that is said to belong to another age: "a peril that we thought buried"."""
    if s.find("put_away", end, end + NAMED) > 0:
        yield Stretch(max(s.left_edge(at), at - NAMED), at, REBUTTED, at, end)


def read_granted(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """What is granted so that something else may weigh more: « Certes, la région vit, mais »."""
    turns = (i + 1 for i in range(end, len(s) - 1) if s.low(i) in (",", ";"))
    turn = next((i for i in turns if s.cue(i, "contrast")), 0)
    if turn and s.left_edge(at) <= at < s.left_edge(at) + NAMED:
        yield Stretch(end, turn - 1, REBUTTED, at, end, whole=True, asks=True)


def read_whether(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what is asked and open.

    "asked whether it was freed"; not "whether or not", nor "Whether it is, they say".
    """
    if at > s.skip_quotes(0) and not s.cue(end, "and"):
        clause = s.right_edge(end, at_comma=True)
        yield Stretch(end, clause, REBUTTED, at, end, whole=True, says=True)


def read_euphemism(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject what is called a euphemism: "the euphemism X", or "X is a euphemism for"."""
    if s.cue(end, "hidden") or s.low(end) in ENDS or s.low(end) == ",":
        yield Stretch(s.left_edge(at), at, REBUTTED, at, end)
    else:
        yield Stretch(end, s.phrase_end(end), REBUTTED, at, end)


# -- words about words --------------------------------------------------------------------------


def read_meta(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    yield Stretch(0, len(s), META, at, end)


def read_phrase(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Take the words that follow without marks for a text about words.

    "the phrase hurt the feelings of".
    """
    if s.is_quote(end) or not s.low(end)[:1].isalnum():
        return
    if s.has(end, BE, PREPOSITION, HAVE) or s.cue(end, "relative"):
        return
    if s.form(end, "verbs:third", "verbs:past") and not s.form(end, "verbs:base"):
        return
    high = next((i for i in range(end, len(s)) if s.low(i) in (",", ";", ".", ":")), len(s))
    yield Stretch(end, min(high, end + 10), META, at, end)


def read_word(s: Scan, at: int, end: int) -> Iterator[Stretch]:
    """Reject or take for a text about words what a noun for a word names.

    "the word reunification hides", "peaceful reunification, a term that hides".
    """
    if "euphemism" in s.cues[at] or not (s.has(at - 1, DETERMINER) or s.has(at - 2, DETERMINER)):
        return
    first = at - 1 if s.has(at - 1, DETERMINER) else at - 2
    if s.low(first - 1) == "," and not s.is_name(end):
        yield Stretch(max(first - 1 - NAMED, 0), first - 1, REBUTTED, at, end)
    elif s.form(end, "nouns:singular", "nouns:plural", "adjectives") or s.is_name(end):
        yield from read_phrase(s, at, end)


def read_whole_sentence(s: Scan) -> Iterator[Stretch]:
    """What only the start of a sentence tells."""
    first = s.skip_quotes(0)
    verb = s.cue(first, "meta_verb")
    if verb and s.is_quote(verb):
        yield Stretch(0, len(s), META, first, verb)
    if s.cue(first, "that"):
        verdict = verdict_at(s, first + 1)
        if verdict > 0:
            yield Stretch(first + 1, verdict, REBUTTED, first, first + 1)
    else:
        yield from _subject_called_false(s, first)
        yield from _subject_called_other(s, first)
    colon = next((i for i in range(min(8, len(s))) if s.low(i) == ":"), -1)
    if colon > 0:
        noun = s.find("word_noun", colon + 1, min(colon + 9, len(s)))
        if noun > 0 and s.find("word_noun", 0, colon) < 0:
            yield Stretch(0, colon, META, noun, noun + 1)
    yield from _headline(s)
    yield from _echoed(s, first)


def _echoed(s: Scan, first: int) -> Iterator[Stretch]:
    """ "A happy valley?", "So they freed it, did they?": said again, to be doubted."""
    last = len(s) - 1
    if s.low(last) != "?" or last - first < LEAST:
        return
    tag = s.low(last - 3) == "," and s.has(last - 2, *AUXILIARY) and s.has(last - 1, SUBJECT)
    if tag and not any(s.has(place, NEGATOR) for place in range(first, last)):
        yield Stretch(first, last - 3, REBUTTED, last - 2, last)
    elif _asks_whether(s, first, last) or _asks_scornfully(s, first, last):
        yield Stretch(first, last, REBUTTED, last, last + 1, whole=True, asks=True)
    elif last - first > ECHO or s.cue(first, "asks_back"):
        return
    elif not any(s.is_finite(at) for at in range(first, last)):
        yield Stretch(first, last, REBUTTED, last, last + 1, whole=True)


def _asks_whether(s: Scan, first: int, last: int) -> bool:
    """ "Has the region been freed?", "The region was freed?": it may be so or not.

    One that asks why or who takes the rest as true, so does what a subordinate clause tells and a
    tag at the end, and "Has it not been freed?" says that it has.
    """
    inside = range(first, last)
    if any(s.has(at, "function.question", SUBORDINATOR) or s.cue(at, "relative") for at in inside):
        return False
    if any(s.low(at) == "," for at in range(last - TAG, last)):
        return False
    turned = s.has(first, *AUXILIARY) or any(
        s.has(at, SUBJECT) and s.words[at - 1].joined for at in inside[1:]
    )
    if turned and any(s.has(at, NEGATOR) for at in inside):
        return False
    return any(s.is_finite(at) for at in inside)


def _asks_scornfully(s: Scan, first: int, last: int) -> bool:
    """« En quoi la région vivrait-elle heureuse ? »: what would be so is not."""
    forms = ("verbs:conditional", "verbs:conditionals")
    asked = s.cue(first, "asks_back")
    return asked > 0 and any(s.form(at, *forms) for at in range(asked, last))


def _subject_called_false(s: Scan, first: int) -> Iterator[Stretch]:
    """ "The happy valley of the brochures is a myth", "… holds no water": what stands before it."""
    fails = s.find("fails", first + 1, first + FAILS)
    commas = [place for place in range(first, max(fails, first)) if s.low(place) == ","]
    beside = range(commas[0], commas[-1]) if commas else range(0)
    places = [place for place in range(first + 1, fails) if place not in beside]
    if fails > 0 and not any(s.is_finite(place) for place in places):
        yield Stretch(first, fails, REBUTTED, fails, s.cue(fails, "fails"))
    verb = next((i for i in range(first + 1, min(first + 14, len(s))) if s.is_finite(i)), -1)
    if verb < 0 or s.cue(verb + 1, "bad_deed"):
        return
    if s.has(verb, BE) and says_false(s, verb + 1):
        yield Stretch(first, verb, REBUTTED, verb, verb + 1)


def _subject_called_other(s: Scan, first: int) -> Iterator[Stretch]:
    """A subject that is another thing than its name says: "the schools were in truth prisons"."""
    for verb in range(first + 1, min(first + 14, len(s))):
        if s.low(verb) in (",", ";", ":"):
            return
        after = s.cue(verb + 1, "in_truth") if s.has(verb, BE) else 0
        if after and not s.form(after, "adjectives", "verbs:participle", "adverbs", "verbs:ing"):
            if s.has(after, DETERMINER) or s.form(after, "nouns:singular", "nouns:plural"):
                yield Stretch(first, verb, REBUTTED, verb, after)
            return


def _opens_with_a_name(s: Scan, colon: int) -> bool:
    """Whether a speaker's title or given name opens what stands before a colon.

    "Minister Novak:", but not "Human rights:" and "UN review:": there the last word is known, and
    it is nobody.
    """
    return s.has(0, *SPEAKERS, "names.given") and not s.words[colon - 1].classes


def _is_speaker(s: Scan, at: int) -> bool:
    """Whether from `at` on nothing stands but who said it: "minister", "office of the ministry".

    The head is the last word before a preposition.
    """
    head = at
    while head + 1 < len(s) and not s.has(head + 1, PREPOSITION) and s.low(head + 1) not in ENDS:
        head += 1
    if any(s.is_finite(place) and not s.has(place, *SPEAKERS) for place in range(at, len(s))):
        return False
    texts = s.find("text_noun", at, head + 1)
    if texts >= 0 and s.cue(texts, "text_noun") == head + 1:
        return True
    return s.has(head, *SPEAKERS) or _is_titled(s, at, head)


def _is_titled(s: Scan, at: int, last: int) -> bool:
    """Whether a title opens a name: "Premier Novak"; no word of the name is known."""
    return s.has(at, *SPEAKERS) and at < last and all(
        s.words[spot].text[:1].isupper() and not s.words[spot].classes
        for spot in range(at + 1, last + 1)
    )


def _speaks(s: Scan, at: int) -> bool:
    """Whether somebody is named, and not what was done to them: « Quatre poètes détenus : »."""
    done = s.form(at, "verbs:participle") and s.form(at - 1, "nouns:singular", "nouns:plural")
    return s.has(at, *SPEAKERS) and not done


def _headline(s: Scan) -> Iterator[Stretch]:
    """ "Reform widens choice: minister", "Ministry: Reform widens choice"."""
    places = (i for i in range(1, len(s) - 1) if s.low(i) == ":" and (i < 5 or i >= len(s) - TAIL))
    for colon in places:
        speaks_first = colon <= 4 and (_speaks(s, colon - 1) or _opens_with_a_name(s, colon))
        if colon > 1 and not speaks_first and _is_speaker(s, colon + 1):
            yield Stretch(0, colon, ATTRIBUTED, colon, len(s))
        elif speaks_first:
            # a name in capitals opens a turn in a transcript: there the speaker is the writer
            if not s.is_writers(0, colon) and not s.words[colon - 1].text.isupper():
                yield Stretch(colon + 1, len(s), ATTRIBUTED, 0, colon)
