"""Word lists → the tables of a lexicon, with all inflected forms; needed where none are kept.

A lexicon file holds tables by part of speech; a key is a class, named `<table>.<key>`
("verbs.abuse"), its value a list of base forms. How they are inflected is a thing of the
language's spelling; what its rules get wrong stands in `inflection.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lintwords.errors import RulePackError
from lintwords.interface import say
from lintwords.prefilter.pieces import bare
from lintwords.text.lexicon import GAP, Row, Tables, commonness
from lintwords.text.spelling import Inflector, of

INFLECTED = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
INFLECTION, COMMON = "inflection", "common"  # files that hold no word lists
TABLES = (*INFLECTED, "adjectives", "adverbs", "words", "voices", "function", "names")


def build(
    files: Mapping[Path, Mapping[str, Any]], lang: str = "en", others: Iterable[str] = ()
) -> Tables:
    """Inflect all entries of the parsed lexicon files of a language.

    `others` are words in no list, which a text may write without their accents all the same.

    Raises `RulePackError` for a table or a value of the wrong kind.
    """
    spelling = of(lang)
    inflector = spelling.inflector(_exceptions(files))
    words: dict[str, list[Row]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    members: dict[str, set[str]] = {}
    for path, data in files.items():
        for table, classes in data.items():
            if path.stem in (INFLECTION, COMMON):
                continue
            if table not in TABLES:
                raise RulePackError(
                    say('{path}: unknown table "{table}"', path=path, table=table),
                    say("Use one of {names}.", names=', '.join(TABLES)), path,
                )
            for key, entries in classes.items():
                if not isinstance(entries, list) or not all(isinstance(e, str) for e in entries):
                    raise RulePackError(
                        say(
                            "{path}: {table}.{key} is not a list of words",
                            path=path, table=table, key=key,
                        ),
                        say('Write {key} = ["one", "two words"].', key=key), path,
                    )
                for entry in entries:
                    for form, lemma, name in _forms(inflector, table, entry):
                        row = (f"{table}.{key}", lemma, name)
                        first, *rest = spelling.split_entry(form)
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
    accented = _accented((*words, *longer), others) if spelling.LOSES_ACCENTS else {}
    return Tables(words, longer, rows, _common(files), accented)


def _accented(forms: Iterable[str], others: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Form without its accents → forms with them, and itself where it is one of `others`."""
    found: dict[str, list[str]] = {}
    known = frozenset(others)
    for form in dict.fromkeys((*forms, *sorted(known))):
        if not form.isascii():
            plain = bare(form)
            if plain != form:
                own = [plain] if plain in known else []
                found.setdefault(plain, own).append(form)
    return {plain: tuple(row) for plain, row in found.items()}


def _exceptions(files: Mapping[Path, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The tables of all files of exceptions, each in one."""
    merged: dict[str, dict[str, Any]] = {}
    for path, data in files.items():
        if path.stem == INFLECTION:
            for name, rows in data.items():
                merged.setdefault(name, {}).update(rows)
    return merged


def _forms(inflector: Inflector, table: str, entry: str) -> Iterator[tuple[str, str, str]]:
    """The forms of an entry; "verb:", "noun:" and "adjective:" before it say what it is."""
    head, mark, rest = entry.partition(":")
    if mark and head in INFLECTED.values():
        return inflector.forms(head, rest.strip())
    return inflector.forms(INFLECTED.get(table, ""), entry.strip())


def _common(files: Mapping[Path, Mapping[str, Any]]) -> dict[str, int]:
    """Word → how often it stands in a million, from the tables of steps."""
    found: dict[str, int] = {}
    for path, data in files.items():
        if path.stem != COMMON:
            continue
        for rate, words in data.get(COMMON, {}).items():
            if not rate.isdigit() or not isinstance(words, list):
                raise RulePackError(
                    say(
                        "{path}: {rate} is not a number with a list of words", path=path, rate=rate,
                    ),
                    say('Write 300 = ["city", "party"].'), path,
                )
            found |= dict.fromkeys(map(str, words), int(rate))
    return found


def _members(
    forms: set[str], rare: Callable[[str], tuple[int, int]]
) -> tuple[frozenset[str], ...]:
    """All forms of a class, of those without a gap the first words, and the rarest of each."""
    phrases = [form.split(" ") for form in forms if GAP not in form]
    return (
        frozenset(forms), frozenset(words[0] for words in phrases),
        frozenset(min(words, key=rare) for words in phrases),
    )


def _add(rows: list[Any], row: Any) -> None:
    if row not in rows:
        rows.append(row)
