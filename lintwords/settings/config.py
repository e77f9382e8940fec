"""Settings for a path: found upward from each file, merged by folder and by glob.

A folder's settings stand in `lintwords.toml`, or in `[tool.lintwords]` of its pyproject.toml. All
folders from the repository's root down to the file's are asked; the nearer one has its say later,
and in one file `[path."GLOB"]` after the rest. Lists of names, packs and excludes add up, all else
is replaced. A mistake is refused by file, line and column: a setting that is skipped would
silently check less.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lintwords.errors import RulePackError, SettingsError
from lintwords.files.bounds import escapes
from lintwords.interface import say
from lintwords.model import Options, Severity
from lintwords.settings import globs, mistakes
from lintwords.settings.file import (
    ADDING,
    BASELINE,
    FLAGS,
    SETTINGS,
    Layer,
    Origin,
    find,
    named,
)
from lintwords.settings.let_through import Let, below, changing, told
from lintwords.values import dataclass, field
from lintwords.values import names as names_of

_OF_RULES = frozenset(("packs", "names.file"))  # which say what rules there are
_OF_START = ("fail-on", "paths", "baseline")  # hold only where the run starts


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one path. A field is called as its setting, with underscores."""

    profile: str = "default"
    government_term: str = "government"
    severity: str = "suggestion"
    fail_on: str = "error"
    lang: str = "auto"
    encoding: str = ""
    fields: tuple[str, ...] = ()
    accept_unread: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)  # `ignore` is in it, as off
    packs: tuple[Path, ...] = ()
    names_file: Path | None = None
    names_fixed: tuple[str, ...] = ()
    readings: tuple[Path, ...] = ()
    paths: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    review_keys: Mapping[str, str] = field(default_factory=dict)
    review_reason: str = "optional"
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)

    @property
    def options(self) -> Options:
        """What the core is asked for a file with these settings."""
        return Options(
            lang=self.lang, encoding=self.encoding or None, profile=self.profile,
            government_term=self.government_term, severity=Severity[self.severity.upper()],
            fields=self.fields, accept_unread=self.accept_unread,
            select=self.select, weights=tuple(self.rules.items()), fixed=self.names_fixed,
            names=self.names_file, packs=self.packs, readings=self.readings,
        )

    def wrong(self, name: str, error: SettingsError) -> SettingsError:
        """An error about the setting `name`, told with the place where that was written."""
        origin = self.origins.get(name)
        if origin is None or origin.file is None:
            return error
        is_value = not (name.startswith("rules.") and isinstance(origin.keys[-1], str))
        return mistakes.at_key(
            origin.file, origin.keys, error.problem, error.hint, value=is_value
        )

    def named_in_settings(self, error: RulePackError) -> RulePackError:
        """An error of a pack; of a file that is not there, told with the place that asks for it."""
        named = {"packs": self.packs, "names.file": (self.names_file,)}
        name = next((name for name, paths in named.items() if error.path in paths), "")
        origin = self.origins.get(name)
        if error.path is None or origin is None or origin.file is None or error.path.is_file():
            return error
        asks = say("{name} in {place} asks for it.", name=name, place=str(origin))
        return RulePackError(error.problem, f"{error.hint}\n{asks}", error.path)


class Config:
    """The settings of one run.

    `given` are the values of the command line, by the names of Settings; they hold for every
    path. `file` is asked instead of what stands in folders; `isolated` asks nothing. `home`, else
    the working folder, is where a baseline is looked for if there are no settings; a `file` in it
    leads to nothing outside its own folder, as one that is found.
    """

    def __init__(
        self, given: Mapping[str, Any] | None = None, *, file: Path | None = None,
        isolated: bool = False, home: Path | None = None,
    ) -> None:
        self._given = given or {}
        self._home = home
        self._isolated = isolated
        self._only = None if file is None or isolated else (named(file, home),)
        self._layers: dict[str, tuple[Layer, ...]] = {}
        self._merged: dict[tuple[str, tuple[int, ...]], Settings] = {}
        self._folders: dict[str, str] = {}

    def showing_all(self) -> Config:
        """The same settings, under which no finding is hidden by its weight."""
        from copy import copy  # few runs write a baseline

        other = copy(self)
        other._given = {**self._given, "severity": "suggestion"}
        other._merged = {}
        return other

    def for_path(self, path: Path, *, is_file: bool = False) -> Settings:
        """The settings for a file, or for a folder and what stands right in it.

        With `is_file` nobody looks what `path` is.
        """
        folder, name = os.path.split(path)
        if not is_file and os.path.isdir(path):
            folder, name = str(path), ""
        top = self._whole(folder)
        layers = self._for_folder(top)
        chosen: list[int] = []
        if name and any(layer.by_path for layer in layers):
            whole = os.path.join(top, name)
            for layer in layers:
                inside = _inside(layer, whole)
                chosen += [globs.fits([row[0]], inside) for row in layer.by_path]
        key = ("/".join(layer.folder for layer in layers), tuple(chosen))
        if key not in self._merged:
            self._merged[key] = self._merge(layers, chosen)
        return self._merged[key]

    def excludes(self, path: str | Path) -> bool:
        """Whether settings leave out a file or folder, or a folder that it stands in."""
        folder, name = os.path.split(path)
        top = self._whole(folder)
        if name in ("", os.curdir, os.pardir):  # a folder named by its way
            top, name = os.path.split(os.path.abspath(path))
        patterns: list[tuple[Layer, Sequence[str]]] = [
            (layer, layer.values["exclude"]) for layer in self._for_folder(top)
            if layer.values.get("exclude")
        ]
        if not patterns:
            return False
        whole = os.path.join(top, name)
        end = "/x" if os.path.isdir(whole) else ""  # something in the folder
        return any(globs.fits(rows, _inside(layer, whole) + end) for layer, rows in patterns)

    def excluding(self, path: Path) -> Let | None:
        """The exclude by which a file or folder is left out."""
        whole = os.path.abspath(path)
        end = "/x" if os.path.isdir(whole) else ""
        for layer in self._for_folder(os.path.dirname(whole)):
            rows = layer.values.get("exclude", ())
            for nth, one in enumerate(rows):
                if globs.fits([one], _inside(layer, whole) + end):
                    origin = below(layer.origins["exclude"], nth)
                    return Let("exclude", one, "off", origin, "")
        return None

    def _whole(self, folder: str) -> str:
        """The absolute name of a folder; many files stand in few."""
        if folder not in self._folders:
            self._folders[folder] = os.path.abspath(folder)
        return self._folders[folder]

    def _for_folder(self, folder: str) -> tuple[Layer, ...]:
        if self._isolated:
            return ()
        if self._only is not None:
            return self._only
        if folder not in self._layers:
            own = find(folder)
            parent = os.path.dirname(folder)
            ends = parent == folder or os.path.exists(os.path.join(folder, ".git"))
            ends = ends or bool(own and own.values.get("root"))
            above = () if ends else self._for_folder(parent)
            self._layers[folder] = (*above, own) if own else above
        return self._layers[folder]

    def _merge(self, layers: Sequence[Layer], chosen: Sequence[int]) -> Settings:
        values: dict[str, Any] = {}
        origins: dict[str, Origin] = {}
        turns = iter(chosen)
        for layer in layers:
            _add(values, origins, layer.values, layer.origins)
            for _, more, places in layer.by_path:
                if next(turns, False):
                    _add(values, origins, more, places)
        given = {name: value for name, value in self._given.items() if name in SETTINGS}
        _add(values, origins, given, {name: _typed(name) for name in given})
        for name in given.get("select", ()):  # asked for by name: a setting does not hide it
            values.get("rules", {}).pop(name, None)
        if "baseline" not in values:
            values["baseline"] = self._baseline(layers)
        names = {name: name.replace("-", "_").replace(".", "_") for name in values}
        known = names_of(Settings)
        return Settings(
            **{names[name]: value for name, value in values.items() if names[name] in known},
            origins=origins,
        )

    def _baseline(self, layers: Sequence[Layer]) -> Path | None:
        """Beside the nearest settings, else at the root of the repository, else here."""
        if self._isolated:
            return None
        here = os.getcwd()
        folder = home = here if self._home is None else str(self._home)
        if layers:
            folder = layers[-1].folder
        else:
            while not os.path.exists(os.path.join(folder, ".git")):
                folder, last = os.path.dirname(folder), folder
                if folder == last:
                    folder = home
                    break
        if why := escapes(folder, BASELINE):
            raise SettingsError(
                f"{os.path.relpath(os.path.join(folder, BASELINE))} {why}",
                say("Put the file itself there, or name another in the settings."),
            )
        return Path(os.path.relpath(os.path.join(folder, BASELINE), here))

    def only_layer(self, folder: Path) -> Layer | None:
        """The file of settings of a folder, where there is one alone and nothing else is given."""
        if self._given or self._only is not None:
            return None
        layers = self._for_folder(self._whole(str(folder)))
        return layers[0] if len(layers) == 1 else None

    def of_paths(self, path: Path) -> Iterator[Let]:
        """What the settings for a path say of some paths alone, whether it is one of them or not.
        """
        folder = self._whole(str(path if path.is_dir() else path.parent))
        for layer in self._for_folder(folder):
            for glob, values, origins in layer.by_path:
                for name, value in values.items():
                    rows = value.items() if isinstance(value, Mapping) else [("", value)]
                    for key, one in rows:
                        origin = below(origins[name], key) if key else origins[name]
                        dotted = ".".join(filter(None, (name, key)))
                        yield Let("", f'path."{glob}".{dotted}', told(one), origin, glob)

    def rules_of_paths(self) -> Iterator[tuple[str, Origin]]:
        """The rules that settings asked in this run name for some paths alone, and where."""
        for row in (self._only or (), *self._layers.values()):
            for layer in row:
                for _, values, origins in layer.by_path:
                    for rule in values.get("rules", ()):
                        yield rule, below(origins["rules"], rule)
                    for name in ("ignore", "select"):
                        for nth, rule in enumerate(values.get(name, ())):
                            yield rule, below(origins[name], nth)

    def has_packs_of_paths(self) -> bool:
        """Whether they name packs for some paths alone."""
        layers = [layer for row in (self._only or (), *self._layers.values()) for layer in row]
        return any("packs" in values for layer in layers for _, values, _ in layer.by_path)

    def with_other_rules(self, folder: Path = Path()) -> Iterator[tuple[str, Settings]]:
        """The patterns of paths below a folder that have packs or names of their own, each with the
        settings of such a path.
        """
        layers = self._for_folder(self._whole(str(folder)))
        rows = [row for layer in layers for row in layer.by_path]
        for nth, (glob, values, _) in enumerate(rows):
            if not _OF_RULES.isdisjoint(values):
                yield glob, self._merge(layers, [int(at == nth) for at in range(len(rows))])

    def files(self) -> Iterator[Path]:
        """The files that held in this run: settings, packs, names files and baselines."""
        for layers in (self._only or (), *self._layers.values()):
            yield from (layer.file for layer in layers)
        for settings in self._merged.values():
            yield from (*settings.packs, *settings.readings)
            yield from filter(None, (settings.names_file, settings.baseline))

    def layers(self) -> Sequence[Layer]:
        """The files of settings that were asked in this run, each once."""
        rows = self._only or (layer for row in self._layers.values() for layer in row)
        return list({layer.file: layer for layer in rows}.values())

    def lets_through(self) -> list[Let]:
        """What settings that were asked in this run change of what is read, found or told.

        Of all of them, also of folders in which nothing was left to check. What only lowers
        nothing, a rule that is on, is none of it.
        """
        start = {layer.file for layer in self._for_folder(os.getcwd())}
        rows: list[Let] = []
        for layer in self.layers():
            rows += (
                one for one in changing(layer.values, layer.origins, "")
                if one.name not in _OF_START or layer.file in start
            )
            for glob, values, origins in layer.by_path:
                rows += changing(values, origins, glob)
        rows += changing(self._given, {name: _typed(name) for name in self._given}, "")
        return list(dict.fromkeys(rows))


def _add(
    values: dict[str, Any], origins: dict[str, Origin], more: Mapping[str, Any],
    places: Mapping[str, Origin],
) -> None:
    """Let `more` have its say after `values`."""
    for name, value in more.items():
        if name == "ignore":
            values["rules"] = {**values.get("rules", {}), **dict.fromkeys(value, "off")}
            for nth, rule in enumerate(value):
                place = places["ignore"]
                origins[f"rules.{rule}"] = Origin(place.file, (*place.keys, nth))
        elif isinstance(value, Mapping):
            values[name] = {**values.get(name, {}), **value}
            for key in value:
                place = places[name]
                origins[f"{name}.{key}"] = Origin(place.file, (*place.keys, key))
        else:
            values[name] = (*values.get(name, ()), *value) if name in ADDING else value
            origins[name] = places[name]


def _typed(name: str) -> Origin:
    """The option of the command line by which a setting was given."""
    return Origin(None, (f"--{FLAGS.get(name, name)}",))


def _inside(layer: Layer, whole: str) -> str:
    """A path as seen from the folder of a layer, with slashes."""
    return os.path.relpath(whole, layer.folder).replace(os.sep, "/")


