"""Loads packs, and keeps what was built from the word lists so that the next start is quick.

What is kept are word lists and parsed rules, never a text of the user, keyed by the state of all
pack files and the version.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintwords import cachefiles
from lintwords.errors import RulePackError
from lintwords.rule import Filter, Names, Pack, Rule, rules_folder

if TYPE_CHECKING:  # loaded late: a text without a trigger needs neither
    from lintwords import lexicon
    from lintwords.languages import Table

SOURCES = "sources.toml"
NAMES = "names.toml"
LANGUAGES = "languages.toml"
FIRST = "en"
FORMAT = 14  # of the cache file
LARGEST = 2_000_000  # bytes of a pack


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack and its built word lists."""

    pack: Pack
    tables: lexicon.Tables


def stamp(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), fixed: Sequence[str] = ()
) -> str:
    """A name that changes whenever a shipped file of `lang` or what the user adds does.

    Raises `RulePackError` if a file is not there.
    """
    found = blake2b(digest_size=16)
    found.update(f"{FORMAT} {sys.version_info[:2]}".encode())
    for path in (*_files(rules_folder(), lang), rules_folder() / LANGUAGES):
        found.update(_state(path).encode())
    for path in (*((names,) if names else ()), *packs):
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


def _state(path: Path) -> str:
    status = path.stat()
    return f"{path}|{status.st_size}|{status.st_mtime_ns}\n"


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
    from lintwords import languages as telling
    from lintwords import rulepack

    name = blake2b(f"{FORMAT} {_state(rules_folder() / LANGUAGES)}".encode(), digest_size=16)
    value = cachefiles.kept("languages", name.hexdigest())
    if value is None:
        value = tuple(telling.table(rulepack.parse(rules_folder() / LANGUAGES)))
        cachefiles.keep("languages", name.hexdigest(), value)
    return telling.Table(*value)


def load(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), fixed: Sequence[str] = (),
    cache: bool = True,
) -> Loaded:
    """The shipped pack of `lang`, with another names file or further packs if asked.

    `fixed` are further names that are never a finding.

    Raises `RulePackError` for the first mistake in any of the files.
    """
    from lintwords import rulepack

    root = rules_folder()
    parsed, tables = _parsed(root, lang, cache)
    for path in (*((names,) if names else ()), *packs):
        parsed[path] = rulepack.parse(path)
    sources = rulepack.read_sources(parsed.get(root / SOURCES, {}), root / SOURCES)
    filters: dict[str, Filter] = {}
    rules: list[Rule] = []
    profiles: dict[str, dict[str, str]] = {}
    country: Names | None = None
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
    return Loaded(rulepack.together(lang, country, filters, rules, profiles), tables)


def _files(root: Path, lang: str) -> list[Path]:
    folder = root / lang
    if not folder.is_dir():
        raise RulePackError(f'there are no rules for the language "{lang}"', f"Looked in {root}.")
    return [root / SOURCES, *sorted(folder.glob("*.toml")), *sorted(folder.glob("lexicon/*.toml"))]


def _parsed(
    root: Path, lang: str, cache: bool
) -> tuple[dict[Path, Mapping[str, Any]], lexicon.Tables]:
    from lintwords import lexicon, rulepack

    name = stamp(lang)
    value = cachefiles.kept("pack", name) if cache else None
    if value is None:
        files = {str(path): rulepack.parse(path) for path in _files(root, lang)}
        words = {Path(p): d for p, d in files.items() if Path(p).parent.name == "lexicon"}
        built = lexicon.build(words)
        rules = {p: d for p, d in files.items() if Path(p) not in words}
        value = (rules, *built.kept())
        if cache:
            cachefiles.keep("pack", name, value)
    parsed: dict[Path, Mapping[str, Any]] = {Path(p): data for p, data in value[0].items()}
    return parsed, lexicon.Tables.opened(value[1:])
