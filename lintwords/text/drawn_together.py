"""Single words → tokens: a name, or a lexicon entry of several words, becomes one token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lintwords.text.lexicon import NOTHING, Longer, Reading, as_word
from lintwords.text.spelling import Spelling
from lintwords.text.splitting import ABBREVIATION
from lintwords.text.tokens import NameTable, Token, name_at

PARTICLE = "function.particle"
_HYPHENED = ("verbs.",)  # verbs that are written with a hyphen ("re-arrested"): asked last


def drawn_together(
    words: Sequence[Token], longer: Mapping[int, Sequence[tuple[Longer, int]]], names: NameTable,
    text: str, spelling: Spelling, orders: Sequence[tuple[str, ...]],
) -> Iterator[Token]:
    """The tokens of a sentence: its words, with each name and each longer entry as one.

    `longer` is as in `Sentence`, `text` that of the segment. `orders` are the tables whose entries
    are asked for, one row after the other, the first that has one at a place going first.
    """
    by_first = names.by_first
    stops = {at - 1 for at, word in enumerate(words) if word.form == "." and at}
    spots = [at for at, word in enumerate(words)
             if at in longer or word.form in by_first or at in stops]
    done = 0
    for at in spots:
        if at < done:
            continue  # inside an entry that began before
        yield from words[done:at]
        token, standing = words[at], longer.get(at)
        stopped = at in stops and _is_short(words, at)
        end, name = name_at(words, at, names)
        reading: tuple[Reading, ...] = ()
        if standing and not name:
            for tables in (*orders, _HYPHENED) if words[at + 1].joined else orders:
                end, reading = _entry_at(words, at, standing, tables)
                if any(name_at(words, spot, names)[1] for spot in range(at + 1, end)):
                    end, reading = at + 1, ()  # a name inside stays a mention
                if reading:
                    break
        if end == at + 1 and not name and stopped:
            end += 1
        if end == at + 1 and not name:
            yield token
        else:
            last = words[end - 1]
            span = text[token.start : last.end]
            word = as_word(reading) if reading else NOTHING if name else token.word
            form = spelling.folded(span)
            yield Token(span, form, token.start, last.end, word, name)
        done = end
    yield from words[done:]


def _is_short(words: Sequence[Token], at: int) -> bool:
    """Whether this is an abbreviation or an initial whose full stop stands next to it."""
    if at + 2 >= len(words) or words[at + 1].low != "." or words[at + 1].start != words[at].end:
        return False
    text = words[at].text
    return ABBREVIATION in words[at].classes or (len(text) == 1 and text.isupper())


def _entry_at(
    words: Sequence[Token], at: int, standing: Sequence[tuple[Longer, int]],
    tables: tuple[str, ...],
) -> tuple[int, tuple[Reading, ...]]:
    """The longest lexicon entry that starts here, with all its readings."""
    best = at + 1
    readings: list[Reading] = []
    for entry, end in standing:
        if end < best or not entry.reading.cls.startswith(tables):
            continue
        if tables is _HYPHENED and "-" not in entry.reading.lemma:
            continue
        if _is_loose_particle(words, end, entry.reading.cls):
            continue
        if _is_loose_participle(words, at, end, entry.reading.cls):
            continue
        if _is_two_verbs(words, at, end, entry.reading.lemma):
            continue
        if end > best:
            best, readings = end, []
        readings.append(entry.reading)
    return best, tuple(readings)


def _is_loose_particle(words: Sequence[Token], end: int, cls: str) -> bool:
    """The noun "sit-in" needs its hyphen: "sit in" is a verb."""
    loose = cls.startswith("nouns.") and not words[end - 2].joined
    return loose and PARTICLE in words[end - 1].classes


def _is_loose_participle(words: Sequence[Token], at: int, end: int, cls: str) -> bool:
    """The adjective "government-approved" needs its hyphen: "the government approved" acts."""
    if not cls.startswith("adjectives.") or words[end - 2].joined:
        return False
    return "verbs:past" in words[end - 1].word.forms and "nouns:singular" in words[at].word.forms


def _is_two_verbs(words: Sequence[Token], at: int, end: int, lemma: str) -> bool:
    """The adverb "peut-être" needs its hyphen: "peut être" is a verb and its infinitive."""
    if "-" not in lemma or words[end - 2].joined:
        return False
    return "verbs:third" in words[at].word.forms and "verbs:base" in words[end - 1].word.forms
