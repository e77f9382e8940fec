"""A form of a word → its readings: base form, class, form name; also entries of several words.

The tables are what `lexicon_tables` builds of word lists: plain dicts and tuples, so that they can
be kept in a cache. `Lexicon` wraps them and makes one `Word` for each form that a text really
holds. A class is named `<table>.<key>` ("verbs.abuse").
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate
from struct import Struct
from sys import intern
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

from lintwords.text.spelling import of
from lintwords.values import dataclass, field, replace

GAP = "…"
_GENERAL = frozenset(("verbs.general", "nouns.general", "adjectives.general"))


class Reading(NamedTuple):
    """One way to read a form: its class, its base form, and which form it is.

    `form` is base, third, past, participle, ing or act (a verb's noun) for verbs, singular or
    plural for nouns, and fixed for the rest.
    """

    cls: str
    lemma: str
    form: str


class Longer(NamedTuple):
    """An entry of several words: what must follow its first word."""

    rest: tuple[str, ...]
    reading: Reading


_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Word:
    """All readings of one form, with what grammar asks of it most."""

    readings: tuple[Reading, ...]
    classes: frozenset[str]
    forms: frozenset[str]  # "verbs:past", "nouns:plural", "adjectives", ...
    verbal: frozenset[str]  # classes it has as a verb
    nominal: frozenset[str]  # classes it has as anything else, nouns of verbs included
    longer: Mapping[str, tuple[Longer, ...]] = field(default_factory=lambda: _NONE)  # by next word
    # those without a gap by the next word and the one after it, which is "" where there is none
    close: Mapping[str, Mapping[str, tuple[Longer, ...]]] = field(default_factory=lambda: _NONE)
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # worked out once

    def lemma_in(self, table: str) -> str:
        """The first base form of a reading in `table` ("verbs"), or an empty string."""
        return next((r.lemma for r in self.readings if r.cls.startswith(table)), "")


_EMPTY: frozenset[str] = frozenset()
NOTHING = Word((), _EMPTY, _EMPTY, _EMPTY, _EMPTY)
Row = tuple[str, str, str]  # class, base form, form name
DRAWERS = (4096, 4096, 512, 512, 1024)  # of each table
PARTS = sum(DRAWERS)
MOST_KNOWN = 8192  # words that are kept in mind, and as many older ones


class Drawers(Mapping[str, Any]):
    """A table in small parts of bytes, in which a key is found without reading the part.

    A text of a page asks for a few hundred words of the hundred thousand; reading all of them
    would take longer than the text. Whoever asks keeps what it makes of a value.

    A part is the length of its keys, the keys between signs that stand in no text, where each
    value begins and the last one ends, and the values.
    """

    def __init__(self, parts: Sequence[bytes], first: int, number: int) -> None:
        self._parts, self._first, self._number = parts, first, number  # of several tables in a row

    @staticmethod
    def fill(table: Mapping[str, Any], number: int) -> list[bytes]:
        """The parts of a table of plain values; a text in many of them is read as one object."""
        parts: list[dict[bytes, bytes]] = [{} for _ in range(number)]
        for key, value in table.items():
            data = _coded(key)
            parts[crc32(data) % number][data] = marshal.dumps(_interned(value))
        return [_filled(part) for part in parts]

    def _find(self, key: str) -> bytes | None:
        """The bytes of a value; None if there is none."""
        data = _coded(key)
        part = self._parts[self._first + crc32(data) % self._number]
        keys_end = _SIZE.unpack_from(part)[0]
        at = part.find(b"\xff%b\xff" % data, _SIZE.size, keys_end)
        if at < 0:
            return None
        nth = part.count(b"\xff", _SIZE.size, at)
        start, end = _PLACE.unpack_from(part, keys_end + nth * _SIZE.size)
        return part[start:end]

    def __getitem__(self, key: str) -> Any:
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return marshal.loads(found)

    def get(self, key: str, default: Any = None) -> Any:
        """As of any mapping; most words are in no table, and an exception is dear."""
        found = self._find(key)
        return default if found is None else marshal.loads(found)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._find(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (key for nth in range(self._number) for key in self._keys(nth))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _keys(self, nth: int) -> list[str]:
        part = self._parts[self._first + nth]
        keys = part[_SIZE.size + 1 : _SIZE.unpack_from(part)[0] - 1]
        return [key.decode() for key in keys.split(b"\xff")] if keys else []


_SIZE, _PLACE = Struct("<I"), Struct("<II")


def _filled(part: Mapping[bytes, bytes]) -> bytes:
    """A part of `Drawers` that holds these keys and values."""
    keys = b"\xff%b\xff" % b"\xff".join(part) if part else b""
    keys_end = _SIZE.size + len(keys)
    start = keys_end + _SIZE.size * (len(part) + 1)
    places = accumulate(map(len, part.values()), initial=start)
    return b"".join((_SIZE.pack(keys_end), keys, *map(_SIZE.pack, places), *part.values()))


def _coded(key: str) -> bytes:
    return key.encode("utf-8", "replace")


def _interned(value: Any) -> Any:
    """The same plain value, with its texts interned: `marshal` then keeps and reads them so."""
    if isinstance(value, str):
        return intern(value)
    if isinstance(value, (tuple, list, frozenset)):
        return type(value)(map(_interned, value))
    return value


@dataclass(slots=True)
class Tables:
    """The built word lists as plain data, whole or in drawers."""

    words: Mapping[str, Sequence[Row]]  # form → readings
    longer: Mapping[str, Sequence[tuple[tuple[str, ...], Row]]]  # first form → longer entries
    members: Mapping[str, Sequence[frozenset[str]]]  # class → what `Members` holds
    common: Mapping[str, int]  # word → how often it stands in a million, where that is often
    accented: Mapping[str, Sequence[str]]  # form without its accents → forms with them

    def kept(self) -> list[bytes]:
        """The tables as parts that can be kept."""
        tables = (self.words, self.longer, self.members, self.common, self.accented)
        rows = zip(tables, DRAWERS, strict=True)
        return [part for table, number in rows for part in Drawers.fill(table, number)]

    @classmethod
    def opened(cls, kept: Sequence[bytes]) -> Tables:
        firsts = accumulate(DRAWERS, initial=0)
        return cls(*(
            Drawers(kept, first, number) for first, number in zip(firsts, DRAWERS, strict=False)
        ))


class Members(NamedTuple):
    """What a class holds; of a longer entry the words joined by spaces."""

    forms: frozenset[str]
    openers: frozenset[str]  # the first word of each form
    telling: frozenset[str]  # of each form the rarest word in text about the country


class Lexicon(dict[str, Word]):
    """Looks up folded, lower-case forms; an unknown form gives an empty word.

    A word is worked out when it is first asked for, and kept while there is room: a program that
    reads one text after another meets ever new words. A class is asked for by its id.
    """

    def __init__(self, tables: Tables, lang: str = "en") -> None:
        super().__init__()
        self.lang = lang
        self.spelling = of(lang)
        self._tables = tables
        self._older: dict[str, Word] = {}
        # what was worked out of its classes, by name, so that it is not for each text; each name
        # has one owner
        self.kept: dict[str, Any] = {}

    def __missing__(self, form: str) -> Word:
        word = self._older.get(form) or self._make(form)
        if len(self) >= MOST_KNOWN:
            self._older = dict(self)  # what is asked for again comes back from there
            self.clear()
        self[form] = word
        return word

    def needs_accents(self, low: str) -> bool:
        """Whether a form is known with accents only."""
        forms, own = self._tables.accented.get(low, ()), self[low]
        return bool(forms) and low not in forms and not own.readings and not own.longer

    def without_accents(self, low: str) -> tuple[str, Word]:
        """A form whose accents may have been left out: how it is read, and all its readings."""
        forms, own = self._tables.accented.get(low, ()), self[low]
        if not forms:
            return low, own
        words = [self[form] for form in forms]
        if not own.readings and len(forms) == 1:
            return forms[0], words[0]
        readings = dict.fromkeys(one for word in (own, *words) for one in word.readings)
        word = as_word(tuple(readings))
        return low, replace(word, longer=own.longer, close=own.close, kept={})

    def classes(self) -> frozenset[str]:
        """Every class id that has at least one word."""
        return frozenset(self._tables.members)

    def knows(self, cls: str) -> bool:
        """Whether there is a class of this id; looks into one drawer only."""
        return cls in self._tables.members

    def members(self, cls: str) -> Members:
        """What a class holds; nothing, if it is not known."""
        return Members(*self._tables.members.get(cls, (_EMPTY, _EMPTY, _EMPTY)))

    def frequency(self, word: str) -> int:
        """About how often a word stands in a million words of ordinary text."""
        listed = self._tables.common.get(word)
        if listed:
            return listed
        classes = self[word].classes
        if any(cls.startswith("function.") for cls in classes):
            return 10_000 // len(word)  # short ones are the most common
        return 10 if classes & _GENERAL else 1  # a common word would be listed

    def _make(self, form: str) -> Word:
        rows = self._tables.words.get(form, ())
        longer = self._tables.longer.get(form, ())
        word = as_word(tuple(Reading(*row) for row in rows))
        if not longer:
            return word
        kept = (Longer(rest, Reading(*row)) for rest, row in longer)
        ordered: dict[str, tuple[Longer, ...]] = {}
        for entry in sorted(kept, key=lambda entry: -len(entry.rest)):
            ordered[entry.rest[0]] = (*ordered.get(entry.rest[0], ()), entry)
        # the first word of "round up" is a verb, though "round" alone may not be listed as one
        entries = [entry for row in ordered.values() for entry in row]
        verbs = {_form_key(e.reading) for e in entries if e.reading.cls.startswith("verbs.")}
        forms = word.forms | (verbs - {"verbs:act"})
        close = {second: by_third for second, row in ordered.items() if (by_third := _close(row))}
        return replace(word, longer=ordered, close=close, forms=forms, kept={})


def _close(entries: Sequence[Longer]) -> dict[str, tuple[Longer, ...]]:
    """The entries without a gap by their third word."""
    by_third: dict[str, tuple[Longer, ...]] = {}
    for entry in entries:
        if GAP not in entry.rest:
            third = "".join(entry.rest[1:2])
            by_third[third] = (*by_third.get(third, ()), entry)
    return by_third


@lru_cache(maxsize=2048)
def as_word(readings: tuple[Reading, ...]) -> Word:
    """A word with exactly these readings."""
    return Word(
        readings,
        _one(frozenset(reading.cls for reading in readings)),
        _one(frozenset(_form_key(reading) for reading in readings)),
        _one(frozenset(r.cls for r in readings if r.cls.startswith("verbs.") and r.form != "act")),
        _one(frozenset(
            r.cls for r in readings
            if not r.cls.startswith("verbs.") or r.form in ("act", "ing")
        )),
    )


@lru_cache(maxsize=4096)
def _one(names: frozenset[str]) -> frozenset[str]:
    """One object for sets that are equal: many words are of the same classes."""
    return names


def _form_key(reading: Reading) -> str:
    table = reading.cls.partition(".")[0]
    if table in ("words", "voices"):
        return table
    return table if reading.form == "fixed" else f"{table}:{reading.form}"


def commonness(word: str, classes: AbstractSet[str]) -> int:
    """A rough measure of how often a word of these classes stands in text about the country."""
    if any(cls.startswith("function.") for cls in classes):
        return 3000 // len(word)  # short ones are the most common
    if "verbs.general" in classes:
        return 60  # there are fewer verbs than nouns, and each stands more often
    return 20 if classes & _GENERAL else 1
