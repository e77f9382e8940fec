"""Loads packs, and keeps what was built from the word lists so that the next start is quick.

What is kept are word lists and parsed rules, never a text of the user, keyed by the content of all
pack files and the version, so that it fits wherever the same rules stand.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintwords import __version__
from lintwords.errors import RulePackError
from lintwords.files import cachefiles
from lintwords.files.shipped import rules_folder
from lintwords.model.rule import Filter, Names, Pack, ReadingFile, Rule

if TYPE_CHECKING:  # loaded late: a text without a trigger needs neither
    from lintwords.text import lexicon
    from lintwords.text.languages import Table

SOURCES = "sources.toml"
NAMES = "names.toml"
READING = "reading.toml"
MESSAGES = "messages.toml"
LANGUAGES = "languages.toml"
FIRST = "en"
FORMAT = 16  # of the cache file
LARGEST = 2_000_000  # bytes of a pack
_TICK = 2_000_000_000  # a file that changes twice within it may keep its times


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack and its built word lists."""

    pack: Pack
    tables: lexicon.Tables
    reading: ReadingFile | None = None  # no language has to have one


def stamp(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), fixed: Sequence[str] = (),
    readings: Sequence[Path] = (),
) -> str:
    """A name that changes whenever a shipped file of `lang` or what the user adds does.

    Raises `RulePackError` if a file is not there.
    """
    found = blake2b(digest_size=16)
    root = rules_folder()
    files = (*_files(root, lang), root / LANGUAGES)
    found.update(f"{FORMAT} {__version__} {sys.version_info[:2]} {_name_of(root, files)}".encode())
    for path in (*((names,) if names else ()), *packs, *readings):
        found.update(blake2b(_content(path)).digest())
    found.update("\n".join(fixed).encode("utf-8", "replace"))
    return found.hexdigest()


def _content(path: Path) -> bytes:
    """The bytes of a user's pack. A pipe or a device is not opened, so that nobody waits for it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RulePackError(f"cannot open {path}", "It is no plain file.", path)
        if status.st_size > LARGEST:
            raise RulePackError(
                f"{path} is too large",
                f"{LARGEST:,} bytes are the most. Make several packs of it.",
                path,
            )
        return path.read_bytes()
    except OSError as trouble:
        raise RulePackError(f"cannot open {path}", f"{trouble.strerror}.", path) from trouble


def _name_of(root: Path, files: Sequence[Path]) -> str:
    """A name for what stands in shipped files, wherever and whenever they were put there.

    What was built from them elsewhere can so be brought along. While the files are not touched,
    a kept note tells their name without reading them.
    """
    states = [path.stat() for path in files]
    quick = blake2b(digest_size=16)
    for path, state in zip(files, states, strict=True):
        times = f"{state.st_mtime_ns}|{state.st_ctime_ns}|{state.st_ino}"
        quick.update(f"{path}|{state.st_size}|{times}\n".encode("utf-8", "surrogateescape"))
    known = cachefiles.kept("content", quick.hexdigest())
    if isinstance(known, str):
        return known
    found = blake2b(digest_size=16)
    for path in files:
        data = path.read_bytes()
        found.update(f"{path.relative_to(root).as_posix()}|{len(data)}\n".encode() + data)
    if max(max(state.st_mtime_ns, state.st_ctime_ns) for state in states) < time.time_ns() - _TICK:
        cachefiles.keep("content", quick.hexdigest(), found.hexdigest())
    return found.hexdigest()


def with_rules() -> tuple[str, ...]:
    """The languages that there are rules for, the first the one that most are written in."""
    try:
        with os.scandir(rules_folder()) as entries:  # a glob takes a millisecond
            found = {one.name for one in entries if os.path.isfile(f"{one.path}/{NAMES}")}
    except OSError:
        found = set()
    return (FIRST, *sorted(found - {FIRST}))


def languages() -> Table:
    """What tells languages apart, for those with rules and those without."""
    from lintwords.packs import rulepack
    from lintwords.text import languages as telling

    state = _name_of(rules_folder(), (rules_folder() / LANGUAGES,))
    name = blake2b(f"{FORMAT} {__version__} {state}".encode(), digest_size=16)
    value = cachefiles.kept("languages", name.hexdigest())
    if not isinstance(value, tuple) or len(value) != len(telling.Table._fields):
        value = tuple(telling.table(rulepack.parse(rules_folder() / LANGUAGES)))
        cachefiles.keep("languages", name.hexdigest(), value)
    return telling.Table(*value)


def load(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), fixed: Sequence[str] = (),
    readings: Sequence[Path] = (), cache: bool = True,
) -> Loaded:
    """The shipped pack of `lang`, with another names file or further packs if asked.

    `fixed` are further names that are never a finding; `readings` are heads of readings, of which
    the one of this language stands in place of the shipped one.

    Raises `RulePackError` for the first mistake in any of the files.
    """
    from lintwords.packs import readingfile, rulepack

    root = rules_folder()
    own_reading = readingfile.heads(readings, with_rules()).get(lang)
    if own_reading:
        readingfile.look_at_weights(own_reading)
    parsed, tables = _parsed(root, lang, cache)
    for path in (*((names,) if names else ()), *packs):
        parsed[path] = rulepack.parse(path)
    sources = rulepack.read_sources(parsed.get(root / SOURCES, {}), root / SOURCES)
    filters: dict[str, Filter] = {}
    rules: list[Rule] = []
    profiles: dict[str, dict[str, str]] = {}
    country: Names | None = None
    reading: ReadingFile | None = None
    messages: dict[str, str] = {}
    for path, data in parsed.items():
        if path == root / SOURCES:
            continue
        if "names" in data:
            if country is None or path == names:
                country = rulepack.read_names(data, path)
            elif path in packs:
                raise RulePackError(
                    f"{path} names a country, and is no pack of rules", "Use it so: --names FILE",
                    path,
                )
        elif "filter" in data:
            filters |= rulepack.read_filters(data, path)
        elif path == root / lang / READING:
            reading = own_reading or readingfile.read(data, path)
        elif path == root / lang / MESSAGES:
            messages = rulepack.read_messages(data, path)
        elif "profile" in data:
            profiles = rulepack.read_profiles(data, path)
        else:
            own = sources | {s.id: s for s in rulepack.read_own_sources(data, path)}
            rules += rulepack.read_rules(data, path, lang, own)
    if country is None:
        raise RulePackError(f"{root / lang} has no {NAMES}", "Reinstall lintwords.")
    if fixed:
        whole = (*country.forms.get("fixed", ()), *fixed)
        country = replace(country, forms={**country.forms, "fixed": whole})
    pack = rulepack.together(lang, country, filters, rules, profiles, messages)
    return Loaded(pack, tables, reading)


def reading_of(lang: str, readings: Sequence[Path] = ()) -> str:
    """The version of what tells what mentions of a language stand for; empty if it has none.

    Told without parsing what comes with the rules, which takes longer than a short text.
    """
    from lintwords.packs import readingfile, rulepack

    if readings and (own := readingfile.heads(readings, with_rules()).get(lang)):
        return own.version
    path = rules_folder() / lang / READING
    if not path.is_file():
        return ""
    state = _name_of(rules_folder(), (path,))
    name = blake2b(f"{FORMAT} {__version__} {state}".encode(), digest_size=16).hexdigest()
    value = cachefiles.kept("reading", name)
    if not isinstance(value, str):
        value = readingfile.read(rulepack.parse(path), path).version
        cachefiles.keep("reading", name, value)
    return value


@lru_cache(maxsize=8)
def messages(lang: str) -> Mapping[str, str]:
    """What findings of a language say beside their rules; as in the first one where it has none.

    For faces, which hold findings and no pack.
    """
    from lintwords.packs import rulepack

    path = rules_folder() / lang / MESSAGES
    if not path.is_file():
        path = rules_folder() / FIRST / MESSAGES
    return rulepack.read_messages(rulepack.parse(path), path)


def _files(root: Path, lang: str) -> list[Path]:
    folder = root / lang
    if not folder.is_dir():
        raise RulePackError(f'there are no rules for the language "{lang}"', f"Looked in {root}.")
    return [root / SOURCES, *sorted(folder.glob("*.toml")), *sorted(folder.glob("lexicon/*.toml"))]


def _parsed(
    root: Path, lang: str, cache: bool
) -> tuple[dict[Path, Mapping[str, Any]], lexicon.Tables]:
    from lintwords.packs import rulepack
    from lintwords.text import lexicon

    name = stamp(lang)
    value = cachefiles.kept("pack", name) if cache else None
    if not isinstance(value, tuple) or len(value) != 5:
        files = {path: rulepack.parse(path) for path in _files(root, lang)}
        words = {path: data for path, data in files.items() if path.parent.name == "lexicon"}
        built = lexicon.build(words, lang)
        rules = {
            path.relative_to(root).as_posix(): data
            for path, data in files.items() if path not in words
        }
        value = (rules, *built.kept())
        if cache:
            cachefiles.keep("pack", name, value)
    parsed: dict[Path, Mapping[str, Any]] = {root / p: data for p, data in value[0].items()}
    return parsed, lexicon.Tables.opened(value[1:])
