"""Loads packs, and keeps what was built from the word lists so that the next start is quick.

The cache holds word lists and parsed rules, never a text of the user. It stands in the user's
cache folder, is keyed by the content of all pack files and the version, and is written whole by
rename; a cache that cannot be read or written is done without.
"""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lintwords import lexicon, rulepack
from lintwords.errors import RulePackError
from lintwords.rule import Filter, Names, Pack, Rule

SOURCES = "sources.toml"
NAMES = "names.toml"
FORMAT = 3  # of the cache file


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack and its built word lists."""

    pack: Pack
    tables: lexicon.Tables
    key: str  # changes whenever a rule, a word or a name does


def load(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), cache: bool = True
) -> Loaded:
    """The shipped pack of `lang`, with another names file or further packs if asked.

    Raises `RulePackError` for the first mistake in any of the files.
    """
    root = rulepack.rules_folder()
    files = _files(root, lang)
    extra = [path for path in (*((names,) if names else ()), *packs)]
    parsed, tables, key = _parsed(root, files, extra, cache)
    sources = rulepack.read_sources(parsed.get(root / SOURCES, {}), root / SOURCES)
    filters: dict[str, Filter] = {}
    rules: list[Rule] = []
    country: Names | None = None
    for path, data in parsed.items():
        if path == root / SOURCES or path.parent.name == "lexicon":
            continue
        if "names" in data:
            if country is None or path == names:
                country = rulepack.read_names(data, path)
        elif "filter" in data:
            filters |= rulepack.read_filters(data, path)
        else:
            own = sources | {s.id: s for s in rulepack.read_own_sources(data, path)}
            rules += rulepack.read_rules(data, path, lang, own)
    if country is None:
        raise RulePackError(f"{root / lang} has no {NAMES}", "Reinstall lintwords.")
    return Loaded(rulepack.together(lang, country, filters, rules), tables, key)


def _files(root: Path, lang: str) -> list[Path]:
    folder = root / lang
    if not folder.is_dir():
        raise RulePackError(f'there are no rules for the language "{lang}"', f"Looked in {root}.")
    return [root / SOURCES, *sorted(folder.glob("*.toml")), *sorted(folder.glob("lexicon/*.toml"))]


def _parsed(
    root: Path, files: Sequence[Path], extra: Sequence[Path], cache: bool
) -> tuple[dict[Path, Mapping[str, Any]], lexicon.Tables, str]:
    stamp = blake2b(digest_size=16)
    stamp.update(f"{FORMAT} {sys.version_info[:2]}".encode())
    for path in files:
        status = path.stat()
        stamp.update(f"{path}|{status.st_size}|{status.st_mtime_ns}\n".encode())
    name = stamp.hexdigest()
    kept = _kept(name) if cache else None
    if kept is None:
        shipped = {str(path): rulepack.parse(path) for path in files}
        words = {Path(p): d for p, d in shipped.items() if Path(p).parent.name == "lexicon"}
        built = lexicon.build(words)
        for path in words:
            shipped[str(path)] = {}
        kept = (shipped, built.words, built.longer)
        if cache:
            _keep(name, kept)
    parsed: dict[Path, Mapping[str, Any]] = {Path(p): data for p, data in kept[0].items()}
    for path in extra:
        parsed[path] = rulepack.parse(path)
        name += blake2b(path.read_bytes(), digest_size=8).hexdigest()
    return parsed, lexicon.Tables(kept[1], kept[2]), name


# -- the cache ----------------------------------------------------------------------------------


def cache_folder() -> Path:
    """The user's cache folder for lintwords, by the custom of the platform."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "lintwords"


def _kept(name: str) -> tuple[Any, Any, Any] | None:
    try:
        data = (cache_folder() / f"pack-{name}").read_bytes()
    except (OSError, RuntimeError):
        return None
    digest, body = data[:16], data[16:]
    if blake2b(body, digest_size=16).digest() != digest:
        return None
    kept: tuple[Any, Any, Any] = marshal.loads(body)
    return kept


def _keep(name: str, value: tuple[Any, Any, Any]) -> None:
    try:
        body = marshal.dumps(value)
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix="new-")
        with os.fdopen(handle, "wb") as file:
            file.write(blake2b(body, digest_size=16).digest() + body)
        os.replace(temporary, folder / f"pack-{name}")
        for old in folder.glob("pack-*"):
            if old.name != f"pack-{name}" and old.stat().st_mtime < _a_month_ago():
                old.unlink(missing_ok=True)
    except (OSError, ValueError, RuntimeError):
        return  # no cache: slower, not wrong


def _a_month_ago() -> float:
    import time

    return time.time() - 30 * 24 * 3600
