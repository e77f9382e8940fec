"""Word lists → inflected forms.

A lexicon file holds tables by part of speech; a key is a class, named `<table>.<key>`
("verbs.abuse"), its value a list of base forms. Verbs are inflected in their first word, nouns in
their last. The rules of English spelling are those of any grammar (Quirk et al., *A Comprehensive
Grammar of the English Language*, 1985, 3.2-3.18 and 5.73-5.96); what they get wrong stands in
`inflection.toml`.

The built tables are plain dicts and tuples, so that they can be kept in a cache; `Lexicon` wraps
them and makes one `Word` for each form that a text really holds.
"""

from __future__ import annotations

import marshal
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from sys import intern
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

from lintwords.errors import RulePackError

INFLECTED = {"verbs": "verb", "nouns": "noun"}
INFLECTION, COMMON = "inflection", "common"  # files that hold no word lists
TABLES = (*INFLECTED, "adjectives", "adverbs", "words", "voices", "function", "names")
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
DRAWERS = 1024
MOST_KNOWN = 2048  # words that are kept in mind, and as many older ones


class Drawers(Mapping[str, Any]):
    """A table in small parts of bytes, each read when a key in it is asked for, and put away.

    A text of a page asks for a few hundred words of the hundred thousand; reading all of them
    would take longer than the text. A value is bytes in its drawer too, so that no other is read
    with it; whoever asks keeps what it makes of a value.
    """

    def __init__(self, parts: Sequence[bytes]) -> None:
        self._parts = parts

    @staticmethod
    def fill(table: Mapping[str, Any]) -> list[bytes]:
        """The parts of a table of plain values; a text in many of them is read as one object."""
        parts: list[dict[str, bytes]] = [{} for _ in range(DRAWERS)]
        for key, value in table.items():
            parts[_drawer(key)][key] = marshal.dumps(_interned(value))
        return [marshal.dumps(part) for part in parts]

    def _part(self, nth: int) -> dict[str, bytes]:
        part: dict[str, bytes] = marshal.loads(self._parts[nth])
        return part

    def __getitem__(self, key: str) -> Any:
        return marshal.loads(self._part(_drawer(key))[key])

    def __iter__(self) -> Iterator[str]:
        return (key for nth in range(DRAWERS) for key in self._part(nth))

    def __len__(self) -> int:
        return sum(len(self._part(nth)) for nth in range(DRAWERS))


def _interned(value: Any) -> Any:
    """The same plain value, with its texts interned: `marshal` then keeps and reads them so."""
    if isinstance(value, str):
        return intern(value)
    if isinstance(value, (tuple, list, frozenset)):
        return type(value)(map(_interned, value))
    return value


def _drawer(key: str) -> int:
    return crc32(key.encode("utf-8", "replace")) % DRAWERS


@dataclass(slots=True)
class Tables:
    """The built word lists as plain data, whole or in drawers."""

    words: Mapping[str, Sequence[Row]]  # form → readings
    longer: Mapping[str, Sequence[tuple[tuple[str, ...], Row]]]  # first form → longer entries
    members: Mapping[str, Sequence[frozenset[str]]]  # class → what `Members` holds
    common: Mapping[str, int]  # word → how often it stands in a million, where that is often

    def kept(self) -> tuple[list[bytes], ...]:
        """The tables as values that can be kept."""
        tables = (self.words, self.longer, self.members, self.common)
        return tuple(Drawers.fill(table) for table in tables)

    @classmethod
    def opened(cls, kept: Sequence[Sequence[bytes]]) -> Tables:
        """The tables that `kept` gave."""
        return cls(*map(Drawers, kept))


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

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables
        self._older: dict[str, Word] = {}

    def __missing__(self, form: str) -> Word:
        word = self._older.get(form) or self._make(form)
        if len(self) >= MOST_KNOWN:
            self._older = dict(self)  # what is asked for again comes back from there
            self.clear()
        self[form] = word
        return word

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
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _one(names: frozenset[str]) -> frozenset[str]:
    """One object for sets that are equal: many words are of the same classes."""
    return names


def _form_key(reading: Reading) -> str:
    table = reading.cls.partition(".")[0]
    if table in ("words", "voices"):
        return table
    return table if reading.form == "fixed" else f"{table}:{reading.form}"


# -- building -----------------------------------------------------------------------------------


def build(files: Mapping[Path, Mapping[str, Any]]) -> Tables:
    """Inflect all entries of parsed lexicon files.

    Raises `RulePackError` for a table or a value of the wrong kind.
    """
    inflector = Inflector(files)
    words: dict[str, list[Row]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    members: dict[str, set[str]] = {}
    for path, data in files.items():
        for table, classes in data.items():
            if path.stem in (INFLECTION, COMMON):
                continue
            if table not in TABLES:
                raise RulePackError(
                    f'{path}: unknown table "{table}"', f"Use one of {', '.join(TABLES)}.", path
                )
            for key, entries in classes.items():
                if not isinstance(entries, list) or not all(isinstance(e, str) for e in entries):
                    raise RulePackError(
                        f"{path}: {table}.{key} is not a list of words",
                        f'Write {key} = ["one", "two words"].',
                        path,
                    )
                for entry in entries:
                    for form, lemma, name in inflector.forms(table, entry):
                        row = (f"{table}.{key}", lemma, name)
                        first, *rest = split_entry(form)
                        members.setdefault(row[0], set()).add(" ".join((first, *rest)))
                        if rest:
                            _add(longer.setdefault(first, []), (tuple(rest), row))
                        else:
                            _add(words.setdefault(first, []), row)
    # a word of many entries, such as the name of the country, is common in texts about them
    often = Counter(word for forms in members.values() for form in forms for word in form.split())

    def rare(word: str) -> tuple[int, int]:
        classes = {row[0] for row in words.get(word, ())}
        return commonness(word, classes) + often[word], -len(word)

    rows = {cls: _members(forms, rare) for cls, forms in members.items()}
    return Tables(words, longer, rows, _common(files))


def _common(files: Mapping[Path, Mapping[str, Any]]) -> dict[str, int]:
    """Word → how often it stands in a million, from the tables of steps."""
    found: dict[str, int] = {}
    for path, data in files.items():
        if path.stem != COMMON:
            continue
        for rate, words in data.get(COMMON, {}).items():
            if not rate.isdigit() or not isinstance(words, list):
                raise RulePackError(
                    f"{path}: {rate} is not a number with a list of words",
                    'Write 300 = ["city", "party"].',
                    path,
                )
            found |= dict.fromkeys(map(str, words), int(rate))
    return found


def _members(
    forms: set[str], rare: Callable[[str], tuple[int, int]]
) -> tuple[frozenset[str], ...]:

    phrases = [form.split(" ") for form in forms if GAP not in form]
    return (
        frozenset(forms), frozenset(words[0] for words in phrases),
        frozenset(min(words, key=rare) for words in phrases),
    )  # fmt: skip


def commonness(word: str, classes: AbstractSet[str]) -> int:
    """A rough measure of how often a word of these classes stands in text about the country."""
    if any(cls.startswith("function.") for cls in classes):
        return 3000 // len(word)  # short ones are the most common
    if "verbs.general" in classes:
        return 60  # there are fewer verbs than nouns, and each stands more often
    return 20 if classes & _GENERAL else 1


def _add(rows: list[Any], row: Any) -> None:
    if row not in rows:
        rows.append(row)


_PARTS = ("third", "past", "participle", "ing")
_WORD = re.compile(
    r"…|#\w+|(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|n't\b|'(?:s|ll|ve|re|d|m)\b|(?<=s)'(?!\w)"
    r"|[^\W_]+?(?=n't\b)|[^\W_]+(?:'(?!(?:s|ll|ve|re|d|m)\b)[^\W\d_]+)*|[^\w\s-]"
)


def split_entry(form: str) -> list[str]:
    """The words of an entry, cut as `segments` cuts a text; hyphens count as spaces."""
    return _WORD.findall(form.lower().replace("’", "'")) or [form]


class Inflector:
    """Makes the forms of a base form, with the exceptions of `inflection.toml`."""

    def __init__(self, files: Mapping[Path, Mapping[str, Any]]) -> None:
        tables = [data for path, data in files.items() if path.stem == INFLECTION]
        merged: dict[str, dict[str, Any]] = {}
        for table in tables:
            for name, rows in table.items():
                merged.setdefault(name, {}).update(rows)
        self.irregular: dict[str, Sequence[str]] = merged.get("irregular", {})
        self.irregular_nouns: dict[str, str] = merged.get("irregular-nouns", {})
        self.doubled = frozenset(merged.get("doubling", {}).get("words", ()))
        self.british = frozenset(merged.get("doubling", {}).get("british", ()))
        self.acts: dict[str, list[str]] = merged.get("acts", {})

    def forms(self, table: str, entry: str) -> Iterator[tuple[str, str, str]]:
        """Yield (form, lemma, form name) for one entry of one table."""
        kind = INFLECTED.get(table, "")
        head, mark, rest = entry.partition(":")
        if mark and head in ("verb", "noun"):
            kind, entry = head, rest
        for base in _spellings(entry.strip()):
            lemma = base.rstrip("=")
            if base.endswith("="):
                yield lemma, lemma, "singular" if kind == "noun" else "fixed"
            elif kind == "verb":
                yield from ((form, lemma, name) for form, name in self._verb(base))
            elif kind == "noun":
                yield base, lemma, "singular"
                for plural in self._plurals(base):
                    yield plural, lemma, "plural"
            else:
                yield base, lemma, "fixed"

    def _verb(self, base: str) -> Iterator[tuple[str, str]]:
        first, space, rest = base.partition(" ")
        tail = space + rest
        yield base, "base"
        for name, forms in zip(_PARTS, self._parts(first), strict=True):
            for form in forms:
                yield form + tail, name
        for act in self.acts.get(base, self.acts.get(first, ()) if not tail else ()):
            yield act, "act"
            for plural in self._plurals(act):
                yield plural, "act"

    def _parts(self, verb: str) -> tuple[Sequence[str], ...]:
        if verb in self.irregular:
            return tuple(form.split("|") for form in self.irregular[verb])
        before, hyphen, last = verb.rpartition("-")
        if hyphen:  # "force-fed", "strip-searched"
            parts = self._parts(last)
            return tuple([before + hyphen + form for form in forms] for forms in parts)
        stems = [verb + verb[-1]] if self._doubles(verb) else []
        if verb in self.british or not stems:
            stems.append(verb)
        pasts = [_with_ed(stem) for stem in stems]
        return [_with_s(verb)], pasts, pasts, [_with_ing(stem) for stem in stems]

    def _doubles(self, verb: str) -> bool:
        if verb in self.doubled or verb in self.british:
            return True
        return re.fullmatch(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]", verb) is not None

    def _plurals(self, noun: str) -> list[str]:
        *before, last = re.split(r"(?<=[ -])", noun)
        regular = last[:-2] + "en" if last.endswith("man") else _with_s(last)
        forms = self.irregular_nouns.get(last, regular).split("|")
        return ["".join((*before, form)) for form in forms]


def _spellings(entry: str) -> Iterator[str]:
    yield entry
    other = re.sub(r"\b(\w{3,})is(e|es|ed|ing)\b", r"\1iz\2", entry)
    if other != entry and not re.search(r"\b(?:\w*(?:v|m|pr|rt|ra|ppr|gu|er)ise)\b", entry):
        yield other


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", word):
        return word + "es"
    return word + "s"


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if re.search(r"[^aeiou]y$", stem) else stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return stem[:-1] + "ing" if re.search(r"[^eoy]e$", stem) else stem + "ing"
