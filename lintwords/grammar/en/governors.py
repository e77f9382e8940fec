"""English: a verb or noun as a governor, with its particles, its object and its complement."""

from __future__ import annotations

from lintwords.grammar.en.phrases import classes_of, noun_phrase
from lintwords.grammar.model import NOTHING, Governor
from lintwords.grammar.tagged import Tagged
from lintwords.text.lexicon import Word

_ARTICLES = ("function.article-definite", "function.article-indefinite")

def governor_at(
    read: Tagged, at: int, *, negated: bool = False, role: str = "", after: int = -1
) -> Governor:
    """The verb or noun at `at` as a governor, with what follows it."""
    token = read.tokens[at]
    verbal = read.tags[at] in "VBEGXM"
    gerund = read.tag(at - 1) == "'" and "verbs:ing" in token.word.forms
    table = "verbs" if verbal or gerund else "nouns"
    lemma = token.word.lemma_in(table) or token.word.lemma_in("verbs") or token.low
    if read.tags[at] == "X":
        lemma = _auxiliary_lemma(read, at)
    classes = token.word.verbal if verbal else token.word.nominal
    if gerund:
        classes |= token.word.verbal
    if read.tags[at] == "X":
        classes = token.classes
        if "function.clitic-s" in classes:
            classes |= {"function.be"}
    found = Governor(lemma, classes, at, negated=negated, role=role, end=at + 1)
    found.means = read.tags[at] == "G" and read.has(read.back(at), "function.by")
    if verbal:
        _with_particles(read, found)
    _what_follows(read, found, after if after >= 0 else found.end)
    _with_particle_apart(read, found)
    return found


def _with_particles(read: Tagged, found: Governor) -> None:
    """"crack down on", "harvest organs": the longest entry that stands here wins."""
    if found.at + 1 >= read.count:
        return
    following = read.tokens[found.at + 1].low
    # a drawn-together token may hold more than the entry's next word
    entries = read.tokens[found.at].word.longer.get(following.partition(" ")[0], ())
    for entry in entries:
        rest = entry.rest
        end = found.at + 1 + len(rest)
        if not entry.reading.cls.startswith("verbs."):
            continue
        if end < found.end or end > read.count or read.tags[end - 1] == "T":
            continue
        if any(read.tokens[found.at + 1 + i].low != word for i, word in enumerate(rest)):
            continue
        if _is_time(read, end) and "function.preposition" in read.tokens[end - 1].classes:
            continue  # "will call on Monday"
        if end > found.end:
            found.classes = frozenset()
        found.lemma, found.end = entry.reading.lemma, end
        found.classes = found.classes | {entry.reading.cls}


def _is_time(read: Tagged, at: int) -> bool:
    return read.has(at, "function.time")


def _auxiliary_lemma(read: Tagged, at: int) -> str:
    if read.has(at, "function.clitic-s"):
        return "be"
    for lemma in ("be", "have", "do"):
        if read.has(at, f"function.{lemma}"):
            return lemma
    return read.tokens[at].low


def _what_follows(read: Tagged, found: Governor, at: int) -> None:
    spot = read.skip(at)
    phrase = noun_phrase(read, spot)
    if phrase.heads and read.tag(spot) == "D" and _is_time(read, phrase.heads[-1]) and not (
        read.holds((spot,), *_ARTICLES) and read.has(phrase.heads[-1], "function.month-of-year")
    ):  # but not "crushed a march"
        spot = phrase.end  # "introduced this spring"
    elif phrase.heads:
        found.object = classes_of(read, phrase.heads)
        if any(read.tags[i] == "!" for i in range(spot, phrase.end)) or _is_negative(read, spot):
            found.negated = True
        spot = phrase.end
        if read.tags[phrase.heads[0]] == "O" and "verbs.ditransitive" in found.classes:
            second = noun_phrase(read, spot)  # "hands us our best customers"
            found.object |= classes_of(read, second.heads) - NOTHING
            spot = max(spot, second.end)
        if "verbs.clause" in found.classes and read.tag(read.skip(spot)) in ("V", "X", "M"):
            found.complement = frozenset(read.clause_classes(spot))  # "denied the monks were held"
            return
    elif read.tag(spot) in ("J", "E") and read.tags[found.at] == "X":
        found.object = read.tokens[spot].classes | {"any"}
        spot += 1
    found.complement = complement_at(read, spot)


def _is_negative(read: Tagged, at: int) -> bool:
    return read.has(at, "function.negator")


def complement_at(read: Tagged, at: int, steps: int = 2) -> frozenset[str]:
    """Classes of what follows *to, from, of, for* or an -ing form, with its objects."""
    found: set[str] = set()
    spot = read.skip(at)
    if read.tag(spot) == "J":  # "held China liable for"
        found |= read.tokens[spot].classes | {"any"}
        spot = read.skip(spot + 1)
    for _ in range(steps):
        tag = read.tag(spot)
        if tag == "," and read.tag(spot + 1) in ("P", "G"):
            spot += 1
            continue
        if tag == "T":
            found |= read.tokens[spot].classes  # function.to: an infinitive
            spot = read.skip(spot + 1)
            while read.tag(spot) in ("B", "X", "E", "G"):
                found |= read.tokens[spot].classes | _longer_classes(read, spot) | {"any"}
                phrase = noun_phrase(read, read.skip(spot + 1))
                found |= classes_of(read, phrase.heads) - NOTHING
                spot = read.skip(max(phrase.end, spot + 1))
                if read.tag(spot) == "C" and read.tag(read.skip(spot + 1)) in ("T", "B"):
                    spot = read.skip(spot + 1)
                    spot = read.skip(spot + 1) if read.tag(spot) == "T" else spot
                elif read.tag(spot) not in ("B",):
                    break
        elif tag in ("P", "G") or (tag == "E" and spot == read.skip(at)):
            if tag == "P":
                spot = read.skip(spot + 1)
            if read.tag(spot) in ("G", "E"):
                found |= read.tokens[spot].classes | {"any"}
                spot = read.skip(spot + 1)
            phrase = noun_phrase(read, spot)
            found |= classes_of(read, phrase.heads) - NOTHING
            spot = read.skip(max(phrase.end, spot))
        elif tag == "S" and read.has(spot, "function.complementizer"):
            found |= read.clause_classes(spot)
            break
        else:
            break
    return frozenset(found) if found else NOTHING


def _longer_classes(read: Tagged, at: int) -> frozenset[str]:
    """The classes of the longer entry that opens here: "round up", "let … out"."""
    if not read.tokens[at].word.longer:
        return frozenset()
    verb = Governor("", frozenset(), at, end=at + 1)
    _with_particles(read, verb)
    _with_particle_apart(read, verb)
    return verb.classes


def _with_particle_apart(read: Tagged, found: Governor) -> None:
    """"lock them up": the entry with a gap wins over the bare verb."""
    word = read.tokens[found.at].word
    _with_own_particle_apart(read, found)
    entries = word.longer.get("…", ())
    if not entries:
        return
    opened = _by_particle(word)
    best = len(entries)  # the entry that stands first in its list wins
    for later in range(found.at + 2, min(found.at + 8, read.count)):
        if read.tags[later] in ",:.=":
            break
        for nth in opened.get(read.tokens[later].low, ()):
            rest = entries[nth].rest[1:]
            here = tuple(token.low for token in read.tokens[later : later + len(rest)])
            if nth < best and here == rest:
                best = nth
    if best < len(entries):
        entry = entries[best]
        found.lemma = entry.reading.lemma
        found.classes = found.classes | {
            other.reading.cls for other in entries if other.rest == entry.rest
        }


def _with_own_particle_apart(read: Tagged, found: Governor) -> None:
    """"take the matter up": the particle of an entry stands behind the object."""
    phrase = noun_phrase(read, found.at + 1, coordinated=False)
    at = phrase.end
    if not phrase.heads or not read.has(at, "function.particle") or read.tags[at] == "N":
        return
    if read.tag(read.skip(at + 1)) not in ("P", "T", "C", "S", ",", ".", ":", "=", ""):
        return  # a preposition: "put pressure on China"
    for entry in read.tokens[found.at].word.longer.get(read.tokens[at].low, ()):
        if len(entry.rest) == 1 and entry.reading.cls.startswith("verbs."):
            found.lemma = entry.reading.lemma
            found.classes = found.classes | {entry.reading.cls}


def _by_particle(word: Word) -> dict[str, list[int]]:
    """The numbers of a verb's entries with a gap, by what stands after the gap."""
    found: dict[str, list[int]] | None = word.kept.get("after a gap")
    if found is None:
        found = word.kept["after a gap"] = {}
        for nth, entry in enumerate(word.longer["…"]):
            if len(entry.rest) > 1:
                found.setdefault(entry.rest[1], []).append(nth)
    return found
