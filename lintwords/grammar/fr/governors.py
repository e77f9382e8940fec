"""French: a verb or noun as a governor, with the rest of its entry, its object, its complement."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.fr.phrases import classes_of, noun_phrase
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.model import NOTHING, Governor
from lintwords.grammar.tagged import Tagged
from lintwords.text.lexicon import Reading
from lintwords.text.spelling.fr.forms import is_pronominal

_APART = 8  # tokens between a verb and the words that make an entry with it
# what a verb keeps where an entry of several words names it
_KEPT = frozenset(("function.reflexive", "function.be", "function.have", "function.modal"))


def _is_reflexive(read: Tagged, at: int) -> bool:
    """Whether a pronoun of the subject itself stands before the verb at `at`."""
    spot = at - 1
    while spot >= 0 and read.tags[spot] in 'XMR!Q"':
        if read.has(spot, "function.reflexive"):
            return True
        spot -= 1
    return False


def governor_at(
    read: Tagged, at: int, *, negated: bool = False, role: str = "", after: int = -1
) -> Governor:
    """The verb or noun at `at` as a governor, with what follows it."""
    token = read.tokens[at]
    verbal = read.tags[at] in "VBEGXM"
    if verbal:
        lemma, classes = _verb(read, at)
    else:
        lemma = token.word.lemma_in("nouns") or token.word.lemma_in("") or token.low
        if token.word.lemma_in("verbs") and not token.word.lemma_in("nouns"):
            lemma = token.low
        classes = token.word.nominal
    found = Governor(lemma, classes, at, negated=negated, role=role, end=at + 1)
    if verbal:
        _with_rest(read, found)
    _what_follows(read, found, after if after >= 0 else found.end)
    if verbal:
        _with_rest_apart(read, found)
    return found


def _verb(read: Tagged, at: int) -> tuple[str, frozenset[str]]:
    """Base form and classes of a verb as it stands, with or without its pronoun."""
    readings = [
        r for r in read.tokens[at].word.readings
        if r.cls.startswith("verbs.") and r.form != "act"
    ]
    reflexive = _is_reflexive(read, at)
    own = [r for r in readings if is_pronominal(r.lemma) is reflexive]
    chosen = own or readings
    classes = {r.cls for r in chosen}
    if reflexive and not own:
        classes.add("function.reflexive")
    if read.tags[at] in "XM":
        classes |= {c for c in read.tokens[at].classes if c.startswith("function.")}
    lemma = chosen[0].lemma if chosen else read.tokens[at].low
    return lemma, frozenset(classes)


def _entries(read: Tagged, at: int) -> list[tuple[tuple[str, ...], Reading]]:
    """The longer entries of verbs that open at `at`, the longest first."""
    reflexive = _is_reflexive(read, at)
    rows = [
        (entry.rest, entry.reading) for entries in read.tokens[at].word.longer.values()
        for entry in entries
        if entry.reading.cls.startswith("verbs.") and entry.reading.form != "act"
        and is_pronominal(entry.reading.lemma) is reflexive
    ]
    return sorted(rows, key=lambda row: -len(row[0]))


def _stands(read: Tagged, rest: Sequence[str], at: int) -> int:
    """The index after `rest` if its words stand at `at`; 0 if not.

    A token that was drawn together may hold several of them, and may hold more than the last.
    """
    nth = 0
    while nth < len(rest):
        if at >= read.count:
            return 0
        words = read.tokens[at].low.split(" ")
        took = min(len(words), len(rest) - nth)
        if tuple(words[:took]) != tuple(rest[nth : nth + took]):
            return 0
        nth += took
        at += 1
    return at


def _with_rest(read: Tagged, found: Governor) -> None:
    """"met en garde", "s'en prend à": the longest entry that stands here wins."""
    starts = dict.fromkeys((found.at + 1, read.skip(found.at + 1)))
    best: list[Reading] = []
    for rest, reading in _entries(read, found.at):
        ends = [end for start in starts if (end := _stands(read, rest, start))]
        if not ends or ends[0] < found.end:
            continue
        if _opens_other(read, rest, ends[0]) or _is_article(read, found.at, rest):
            continue
        if ends[0] > found.end:
            best, found.end = [], ends[0]
        best.append(reading)
    if best:
        found.lemma = best[0].lemma
        found.classes = frozenset(r.cls for r in best) | (found.classes & _KEPT)


def _opens_other(read: Tagged, rest: Sequence[str], end: int) -> bool:
    """Whether the preposition at the end of an entry has an infinitive or a time after it."""
    if len(rest) != 1 or read.tag(end - 1) != "P":
        return False
    return read.has(read.skip(end), "function.time")


def _is_article(read: Tagged, at: int, rest: Sequence[str]) -> bool:
    """"a arrêté des moines": the article of many after a verb of deeds to persons, no "de"."""
    passive = read.has(read.back(at), "function.be")
    return rest == ("des",) and not passive and read.has(at, "verbs.harm-if-object")


def _with_rest_apart(read: Tagged, found: Governor) -> None:
    """"mettre la Chine en garde", "tenir la Chine responsable": an object stands between."""
    if found.end > found.at + 1:
        return
    starts: list[int] = []
    for start in range(found.at + 2, min(found.at + _APART, read.count)):
        if read.tags[start - 1] in ",:=.VXM":  # "fait la Chine au Tibet doit cesser"
            break
        starts.append(start)
    opening = {read.tokens[start].low.partition(" ")[0] for start in starts}
    best = 0
    for rest, reading in _entries(read, found.at):
        if rest[0] not in opening:  # as of nearly all of the hundreds that open with "faire"
            continue
        if len(rest) < best or (len(rest) == 1 and len(rest[0]) < 5):
            continue
        if any(_stands(read, rest, start) for start in starts):
            if len(rest) > best:
                best, found.lemma = len(rest), reading.lemma
            found.classes |= {reading.cls}


def _what_follows(read: Tagged, found: Governor, at: int) -> None:
    spot = read.skip(at)
    if read.tag(spot) == "-" and read.tag(spot + 1) in ("O", "R"):
        while read.tag(spot) in ("-", "O", "R"):
            spot += 1  # "a-t-elle"
    phrase = noun_phrase(read, spot)
    if phrase.heads and read.has(phrase.heads[0], "function.time"):
        spot = phrase.end
        phrase = noun_phrase(read, read.skip(spot))
    if phrase.heads and read.tag(spot) != "P":
        found.object = classes_of(read, phrase.heads)
        if read.holds(range(spot, phrase.heads[0]), "function.negator"):
            found.negated = True
        spot = phrase.end
    elif read.tag(spot) in ("J", "E") and read.tags[found.at] in "XV":
        found.object = read.tokens[spot].classes | {"any"}
        spot += 1
    clitic = found.at - 1
    while found.object == NOTHING and clitic >= 0 and read.tags[clitic] in "XQ!R":
        if read.tags[clitic] == "Q" and not read.has(clitic, "function.reflexive"):
            found.object = frozenset({"any", "function.pronoun-object"})
        clitic -= 1
    found.complement = complement_at(read, spot)


def complement_at(read: Tagged, at: int, steps: int = 3) -> frozenset[str]:
    """Classes of what follows prepositions, infinitives and forms in -ant, with objects."""
    found: set[str] = set()
    spot = read.skip(at)
    for _ in range(steps):
        tag = read.tag(spot)
        if tag == "," and read.tag(spot + 1) in ("P", "G"):
            spot += 1
            continue
        if tag in ("J", "E") and spot == read.skip(at):
            found |= read.tokens[spot].classes | {"any"}
            spot = read.skip(spot + 1)
            continue
        if tag in ("P", "B", "G"):
            if tag == "P":
                opener = spot
                spot = read.skip(spot + 1, 'R!"Q')
                if read.tag(spot) in ("B", "X"):
                    found |= {c for c in read.tokens[opener].classes if c == "function.to"}
            if read.tag(spot) in ("B", "G", "X"):
                inner = verb_group(read, spot)
                verb = inner.main if inner else spot
                found |= _verb(read, verb)[1] | {"any", "function.infinitive"}
                inside = Governor("", frozenset(), verb, end=verb + 1)
                _with_rest(read, inside)
                found |= inside.classes
                spot = read.skip(inside.end)
            phrase = noun_phrase(read, spot)
            found |= classes_of(read, phrase.heads) - NOTHING
            spot = read.skip(max(phrase.end, spot))
        elif tag == "S" and read.has(spot, "function.complementizer"):
            found |= read.clause_classes(spot)
            break
        else:
            break
    return frozenset(found) if found else NOTHING
