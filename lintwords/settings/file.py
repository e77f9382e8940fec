"""One file of settings: the table of all settings, and a reader that refuses what is not in it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from lintwords import later
from lintwords.errors import SettingsError, nearest
from lintwords.files import cachefiles, toml
from lintwords.files.bounds import LARGEST, MOST, content, escapes
from lintwords.files.digest import blake2b
from lintwords.interface import number, say, system, to_say
from lintwords.model import SEVERITIES, UNREAD_KINDS
from lintwords.model.rule import PROFILES
from lintwords.settings import globs, mistakes
from lintwords.values import dataclass

NAME, SHARED = "lintwords.toml", "pyproject.toml"
BASELINE = "lintwords-baseline.toml"
BY_PATH = "path"
WEIGHTS = ("on", "off", "softer", *SEVERITIES)
_TABLE = later.pattern(rb"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?lintwords\b", re.MULTILINE)


class Setting(NamedTuple):
    """One row of the table of settings; `kind` names what a value may be."""

    kind: str  # choice, text, texts, file, files, flag, map
    default: Any
    about: str
    choices: tuple[str, ...] = ()
    by_path: bool = True  # may stand under [path."GLOB"]


# dotted name → what it is; docs/settings.schema.json is made from this table
SETTINGS: Mapping[str, Setting] = MappingProxyType({
    "profile": Setting("choice", "default", "Which rules, and how strong.", PROFILES),
    "government-term": Setting("text", "government", "The wording that fixes use."),
    "severity": Setting("choice", "suggestion", "Least severity that is shown.", SEVERITIES),
    "fail-on": Setting("choice", "error", "Least severity that ends with exit code 1.",
                       (*SEVERITIES, "never"), False),
    "lang": Setting("text", "auto", "Language of the texts; auto reads what they say."),
    "encoding": Setting("text", "", "For files that declare none and are not UTF-8."),
    "fields": Setting("texts", (), "Fields of JSON, YAML and CSV files that hold text."),
    "accept-unread": Setting("texts", (), "Kinds of parts that may go unread: they are named, and "
                             "do not end with exit code 2.", (*UNREAD_KINDS, "all")),
    "select": Setting("texts", (), "Only these rules or categories."),
    "ignore": Setting("texts", (), 'Not these rules or categories; short for "off" in [rules].'),
    "rules": Setting("map", {}, "A rule or category is on, off, softer (one step), or at most of "
                     "a severity.", WEIGHTS),
    "packs": Setting("files", (), "Rules of your own."),
    "names.file": Setting("file", "", "Another country profile."),
    "names.fixed": Setting("texts", (), "Names of your house and partners, never a finding."),
    "readings": Setting("files", (), "Heads of readings that hold in place of those that come "
                        "with the rules, one for a language."),
    "paths": Setting("files", (), "What is checked when no path is named.", (), False),
    "exclude": Setting("texts", (), "Paths that are not checked, as in a .gitignore.", (), False),
    "baseline": Setting("file", BASELINE, "Findings that are known.", (), False),
    "review.keys": Setting("map", {}, "Keys of the review screen, by action.", (), False),
    "review.reason": Setting("choice", "optional", 'Whether an ignore "only here" needs a reason.',
                             ("optional", "required"), False),
    "root": Setting("flag", False, "Do not look for settings above this folder.", (), False),
})
FLAGS = {"names.file": "names", "packs": "pack", "readings": "reading"}  # called otherwise
NO_NAME = "names.fixed holds a name without a letter"
_NO_PATTERN = to_say(
    "not a valid pattern", "Write a range from its first character to its last: [a-z]."
)
ADDING = ("packs", "names.fixed", "exclude")  # add up from folder to folder


class Origin(NamedTuple):
    """Where a value was written; no file: a command line or a default."""

    file: Path | None
    keys: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        if self.file is None:
            return str(self.keys[0]) if self.keys else "default"
        return mistakes.line_of(self.file, self.keys)


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one file: dotted names → values, and those for globs in their order."""

    file: Path
    folder: str  # absolute
    values: Mapping[str, Any]
    origins: Mapping[str, Origin]
    by_path: tuple[tuple[str, Mapping[str, Any], Mapping[str, Origin]], ...] = ()
    digest: str = ""  # of what stands in the file


def is_name(text: str) -> bool:
    """Whether a text may be a name: something in it is a word."""
    return any(map(str.isalnum, text))


def find(folder: str) -> Layer | None:
    for name in (NAME, SHARED):
        path = os.path.join(folder, name)
        try:
            data = content(path)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as trouble:
            hint = say("The system says: {reason}.", reason=system(trouble))
            raise SettingsError(
                say("cannot open {path}", path=mistakes.short(Path(path))), hint,
            ) from trouble
        if data is None and name == SHARED:
            continue  # it says nothing of lintwords
        if data is None or name == NAME or _TABLE.search(data):
            if data is None or (why := escapes(folder, name)):
                why = say("is no file") if data is None else why
                hint = say("Put a file there, or use another: --config FILE")
                raise SettingsError(f"{mistakes.short(Path(path))} {why}", hint, Path(path))
            return _read(Path(path), data)
    return None


def named(path: Path, home: Path | None = None) -> Layer:
    """The settings of the file that a user names; one in `home` may be named by a checkout."""
    try:
        data = content(path)
        if data is None:  # nobody waits for a pipe
            problem = say("cannot open {path}", path=path)
            raise SettingsError(problem, say("It is not a plain file."), path)
        whole = Path(os.path.abspath(path))
        is_found = home is not None and any(
            Path(top) in one.parents for top in (os.path.abspath(home), os.path.realpath(home))
            for one in (whole, Path(os.path.realpath(path)))
        )
        return _read(whole, data, is_named=not is_found)
    except OSError as trouble:
        hint = say("The system says: {reason}.", reason=system(trouble))
        raise SettingsError(say("cannot open {path}", path=path), hint, path) from trouble


def _read(path: Path, data: bytes, *, is_named: bool = False) -> Layer:
    if len(data) > LARGEST:
        hint = say(
            "{largest} bytes are the most. Leave out what is no setting.", largest=number(LARGEST),
        )
        raise SettingsError(say("{path} is too large", path=mistakes.short(path)), hint, path)
    digest = blake2b(data, digest_size=16).hexdigest()
    parsed = _parsed(path, data, digest)
    base: tuple[str, ...] = ()
    if path.name == SHARED:
        parsed, base = parsed.get("tool", {}).get("lintwords", {}), ("tool", "lintwords")
    reader = _Reader(path, is_named=is_named)
    own = {key: value for key, value in parsed.items() if key != BY_PATH}
    values, origins = reader.read(own, base)
    by_path = []
    rows = parsed.get(BY_PATH, {})
    if not isinstance(rows, dict):
        raise mistakes.at_key(
            path, (*base, BY_PATH), say("path is no table"),
            say('Write [path."news/**"].'),
        )
    reader.must_be_few(rows, (*base, BY_PATH), BY_PATH)
    for glob, row in rows.items():
        where = (*base, BY_PATH, glob)
        if not isinstance(row, dict):
            raise mistakes.at_key(
                path, where, say("path needs a pattern"), say('Write [path."news/**"].')
            )
        if not globs.is_valid(glob):
            raise mistakes.at_key(path, where, *map(say, _NO_PATTERN))
        if glob.startswith("!"):
            raise mistakes.at_key(
                path, where, say('a pattern of path cannot begin with "!"'),
                say("It takes no path back here. Name the paths that are meant; a table further "
                    "down goes before one further up."),
            )
        by_path.append((glob, *reader.read(row, where, by_path=True)))
    return Layer(path, os.path.dirname(path), values, origins, tuple(by_path), digest)


def _parsed(path: Path, data: bytes, name: str) -> dict[str, Any]:
    """The TOML of a file. Parsing needs an import of 10 ms, so what came of it is kept."""
    value = cachefiles.kept("settings", name)
    if isinstance(value, dict):
        return value
    text = ""
    try:
        text = data.decode("utf-8-sig")
        parsed = toml.parse(text)
    except UnicodeDecodeError as trouble:
        raise SettingsError(
            say("{path} is not UTF-8", path=mistakes.short(path)),
            say("Save it as UTF-8."), path,
        ) from trouble
    except toml.TooDeep as deep:
        hint = say("{deepest} levels are the most.", deepest=toml.DEEPEST)
        span = deep.at, deep.at + 1
        raise mistakes.at_span(path, text, span, say("nested too deep"), hint) from deep
    except toml.NotToml as trouble:
        raise mistakes.not_toml(path, text, str(trouble)) from trouble
    except ValueError as trouble:  # Python reads no number of thousands of digits
        hint = say("A number in it has too many digits.")
        raise SettingsError(
            say("not valid TOML, {path}", path=mistakes.short(path)), hint, path,
        ) from trouble
    cachefiles.keep("settings", name, parsed)
    return parsed


def values_of(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Settings that no file holds but a program hands over, by dotted name.

    Paths in them count from `folder` and lead nowhere else: an editor takes settings out of a
    checkout as well. Raises SettingsError.
    """
    return _Reader(None, folder=folder).read(table, ())[0]


class _Reader:
    """Checks the values of one file against the table; those of a program have none."""

    def __init__(
        self, path: Path | None, *, folder: Path | None = None, is_named: bool = False
    ) -> None:
        self._path, self._is_named = path, is_named
        self._folder = folder if path is None else path.parent

    def read(
        self, table: Mapping[str, Any], where: tuple[str | int, ...], *, by_path: bool = False
    ) -> tuple[dict[str, Any], dict[str, Origin]]:
        """Values and where they were written, by dotted name. Raises SettingsError."""
        values: dict[str, Any] = {}
        origins: dict[str, Origin] = {}
        self._collect("", table, where, values, origins, by_path)
        return values, origins

    def _collect(
        self, prefix: str, table: Mapping[str, Any], where: tuple[str | int, ...],
        values: dict[str, Any], origins: dict[str, Origin], by_path: bool,
    ) -> None:
        for key, value in table.items():
            name, keys = f"{prefix}{key}", (*where, key)
            setting = SETTINGS.get(name)
            if setting is not None and (setting.by_path or not by_path):
                values[name] = self._value(name, setting, value, keys)
                origins[name] = Origin(self._path, keys)
            elif setting is None and isinstance(value, dict) and any(
                known.startswith(f"{name}.") for known in SETTINGS
            ):
                self._collect(f"{name}.", value, keys, values, origins, by_path)
            else:
                raise self._unknown(name, prefix, keys, by_path)

    def _unknown(
        self, name: str, prefix: str, keys: tuple[str | int, ...], by_path: bool
    ) -> SettingsError:
        if name in SETTINGS:
            hint = say("It holds for a whole run. Move it out of the table for a path.")
            return self._mistake(keys, say("setting {name} cannot stand here", name=name), hint)
        known = {row.removeprefix(prefix).split(".")[0] for row in SETTINGS
                 if row.startswith(prefix) and (SETTINGS[row].by_path or not by_path)}
        near = self._table(name) or nearest(str(keys[-1]), known)
        hint = f"{near}  {say('All settings: lintwords init --show')}".strip()
        return self._mistake(keys, say("setting not known"), hint)

    def _table(self, name: str) -> str:
        """The remedy where a table, such as [names], was given a value of its own."""
        inside = [row.removeprefix(f"{name}.") for row in SETTINGS
                  if row.startswith(f"{name}.") and SETTINGS[row].kind != "map"]
        if not inside:
            return ""
        kind = SETTINGS[f"{name}.{inside[0]}"].kind
        value = '["…"]' if kind in ("texts", "files") else '"…"'
        return say("It is a table: {name}.{key} = {value}", name=name, key=inside[0], value=value)

    def _value(
        self, name: str, setting: Setting, value: Any, keys: tuple[str | int, ...]
    ) -> Any:
        kind = setting.kind
        if kind == "flag":
            self._must(
                isinstance(value, bool), keys, say("{name} is neither true nor false", name=name),
                say("Write {keys} = true.", keys=keys[-1]),
            )
            return value
        if kind in ("text", "choice", "file"):
            self._must(
                isinstance(value, str), keys, say("{name} is no text", name=name),
                say('Write {keys} = "{default}".', keys=keys[-1], default=setting.default),
            )
            if kind == "choice":
                self._one_of(name, value, setting.choices, keys)
            return self._file(name, value, keys) if kind == "file" else value
        if kind == "map":
            self._must(
                isinstance(value, dict), keys, say("{name} is no table", name=name),
                say("Write [{name}].", name=name),
            )
            self.must_be_few(value, keys, name)
            for key, item in value.items():
                is_setting = key in SETTINGS
                self._must(
                    isinstance(item, str) and not is_setting, (*keys, key),
                    say("{key} cannot stand in [{name}]", name=name, key=key) if is_setting
                    else say("{name}.{key} is no text", name=name, key=key),
                    say("It is a setting of its own. Write it above the first line in [brackets].")
                    if is_setting else say('Write {key} = "…".', key=key),
                )
                if setting.choices:
                    self._one_of(f"{name}.{key}", item, setting.choices, (*keys, key))
            return dict(value)
        self._must(
            isinstance(value, list), keys, say("{name} is no list", name=name),
            say('Write {keys} = ["…"].', keys=keys[-1]),
        )
        self.must_be_few(value, keys, name)
        for nth, item in enumerate(value):
            self._must(
                isinstance(item, str), (*keys, nth), say("{name} is no list of texts", name=name),
                say('Write {keys} = ["…"].', keys=keys[-1]),
            )
            if name == "names.fixed":
                out = say("Write it, or take it out.")
                self._must(is_name(item), (*keys, nth), say(NO_NAME), out)
            elif name == "exclude":
                self._must(globs.is_valid(item), (*keys, nth), *map(say, _NO_PATTERN))
        if kind != "files":
            return tuple(value)
        return tuple(self._file(name, item, (*keys, nth)) for nth, item in enumerate(value))

    def _file(self, name: str, value: str, keys: tuple[str | int, ...]) -> Path | None:
        """A path in settings counts from their folder; here it is told from the working folder.

        Settings that nobody has named come with a checkout, and lead nowhere else.
        """
        if not value:
            return None
        folder = str(self._folder)
        if not self._is_named and (why := escapes(folder, value)):
            hint = say(
                "Name it on the command line and take it out here, or name this file: --config",
            ) if self._path else say(
                "Name it in a settings file outside this folder, and set that as config.",
            )
            self._must(False, keys, f"{name} {why}", hint)
        return Path(os.path.relpath(os.path.join(folder, value)))

    def must_be_few(
        self, values: Mapping[str, Any] | Sequence[Any], keys: tuple[str | int, ...], name: str
    ) -> None:
        """Refuse a list or a table that would be asked for each file, and has no end."""
        self._must(
            len(values) <= MOST, keys,
            say("{name} has {values} values", name=name, values=number(len(values))),
            say("{most} are the most.", most=number(MOST)),
        )

    def _one_of(
        self, name: str, value: str, known: Sequence[str], keys: tuple[str | int, ...]
    ) -> None:
        if value not in known:  # looking for what is near is dear
            hint = nearest(value, known) or say("Use one of {names}.", names=', '.join(known))
            self._must(False, keys, say('{name} cannot be "{value}"', name=name, value=value), hint)

    def _must(self, holds: bool, keys: tuple[str | int, ...], problem: str, hint: str) -> None:
        if not holds:
            raise self._mistake(keys, problem, hint, value=True)

    def _mistake(
        self, keys: tuple[str | int, ...], problem: str, hint: str, *, value: bool = False
    ) -> SettingsError:
        if self._path is not None:
            return mistakes.at_key(self._path, keys, problem, hint, value=value)
        name = ".".join(str(key) for key in keys)
        return SettingsError(f"{problem}: {name}", hint, setting=name)
