"""What an editor sets: its own few settings, and those of lintwords by their names.

Settings are called as in `lintwords.toml`. One that is not known or not valid is told and left
out; the others hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lintwords import api
from lintwords.api import SETTINGS
from lintwords.errors import SettingsError, nearest
from lintwords.interface import say, to_say
from lintwords.values import dataclass, field

SECTION = "lintwords"  # under which editors keep them
# settings of lintwords that speak of a run on files, not of a text in an editor
_OF_RUNS = frozenset({"encoding", "exclude", "fail-on", "paths", "review.keys", "review.reason",
                      "root"})
_OF_EXTENSIONS = frozenset({"path", "trace"})  # of whoever starts the server; nothing to it
REASONS = to_say("a name or a title", "another's words", "checked, and meant so")


@dataclass(frozen=True, slots=True)
class EditorSettings:
    """What an editor asks for the texts of one folder."""

    given: Mapping[str, Any] = field(default_factory=dict)  # settings by dotted name
    config: Path | None = None  # the settings file to use, in place of those found
    pages: str = ""  # address of a rule's page, with {rule} in it
    reasons: tuple[str, ...] = REASONS  # that are offered for an ignore comment


def read_settings(raw: object, folder: Path) -> tuple[EditorSettings, tuple[str, ...]]:
    """What is asked, with what is wrong with it, one sentence each. Paths count from `folder`."""
    if raw is None:
        return EditorSettings(), ()
    if not isinstance(raw, Mapping):
        return EditorSettings(), (say("The settings of the editor are no table."),)
    wrong: list[str] = []
    own: dict[str, Any] = {}
    given: dict[str, Any] = {}
    for key, value in _said(raw):
        try:
            if key in ("config", "pages"):
                own[key] = _text(key, value)
            elif key == "reasons":
                own[key] = _texts(key, value)
            elif key not in _OF_EXTENSIONS:
                given.update(_of_run(key, value, folder))
        except SettingsError as error:
            wrong.append(told(error))
    config = folder / own.pop("config") if own.get("config") else None
    if config is not None and config.exists() and not api.bounds.is_plain(config):
        # it may have come with a checkout, and whoever opens a pipe waits
        said = say("config is no file: {path}.", path=config)
        wrong.append(f"lintwords: {said}")
        config = None
    reasons = own.get("reasons") or tuple(map(say, REASONS))
    made = EditorSettings(given, config, own.get("pages", ""), reasons)
    return made, tuple(wrong)


def merged(first: object, then: object) -> object:
    """Settings of the start with those of the editor's files over them."""
    if isinstance(first, dict) and isinstance(then, dict):
        said = {key: value for key, value in then.items() if value is not None}
        return {**first, **said}
    return first if then is None else then


def told(error: SettingsError) -> str:
    """A mistake and its remedy on one line."""
    problem = f"lintwords: {error.problem}"
    return f"{problem}. {' '.join(error.hint.split())}" if error.hint else problem


def _said(raw: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """What is set, by key; editors send null for what is not. A dotted key is a table."""
    for key, value in raw.items():
        if value is None:
            continue
        if isinstance(value, Mapping):
            value = {inner: item for inner, item in value.items() if item is not None}
            if not value:
                continue
        first, dot, rest = str(key).partition(".")
        yield (first, {rest: value}) if dot and first != key else (str(key), value)


def _of_run(key: str, value: Any, folder: Path) -> dict[str, Any]:
    """The settings that stand under one key."""
    try:
        values = api.values_of({key: value}, folder)
    except SettingsError as error:
        if key not in SETTINGS and not _names_nearest(error.hint):
            near = nearest(key, ("config", "pages", "reasons"))
            raise SettingsError(error.problem, near or error.hint, setting=key) from error
        raise
    for name in values:
        if name in _OF_RUNS:
            raise SettingsError(
                say("{name} is nothing that an editor sets", name=name),
                say("Write it into {name}.", name=api.NAME),
                setting=name,
            )
    return values


def _text(key: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise SettingsError(
        say("{key} is no text", key=key),
        say('Write "{key}": "…".', key=key), setting=key,
    )


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(one for one in value if one.strip())
    raise SettingsError(
        say("{key} is no list of texts", key=key),
        say('Write "{key}": ["…"].', key=key), setting=key,
    )


def _names_nearest(hint: str) -> bool:
    """Whether a hint begins with what was meant perhaps."""
    return hint.startswith(say("Did you mean {close}?", close="\0").partition("\0")[0])
