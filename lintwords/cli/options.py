"""The options that stand for settings, the same wherever they apply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from lintwords import api
from lintwords.api import Config
from lintwords.errors import SettingsError
from lintwords.interface import say
from lintwords.model import SEVERITIES, UNREAD_KINDS
from lintwords.model.rule import PROFILES

_Command = TypeVar("_Command", bound=Callable[..., Any])


def split(_ctx: click.Context, _param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    """The names of an option that may be given twice, or with commas.

    `--select a,b --select c` → a, b, c.
    """
    return tuple(name.strip() for item in value for name in item.split(",") if name.strip())


def one(_ctx: click.Context, param: click.Parameter, value: Sequence[Path]) -> Path | None:
    """The file of an option of which there is one: the first of two would count for nothing."""
    if len(value) < 2:
        return next(iter(value), None)
    raise SettingsError(
        say("{option} is given twice: {files}", option=param.opts[0],
            files=", ".join(map(str, value))),
        say("A run has one. For files of their own name it by path in the settings: {page}",
            page="docs/settings.md"),
    )


# by the names of settings; what is not given is left to the settings of each file
_OPTIONS = {
    "severity": click.option(
        "--severity", type=click.Choice(SEVERITIES), show_default="suggestion",
        help="Least severity that is shown."),
    "profile": click.option(
        "--profile", type=click.Choice(PROFILES), show_default="default",
        help="Which rules, and how strong."),
    "government-term": click.option(
        "--government-term", metavar="TERM", show_default="government",
        help="The wording that fixes use; it is never a finding itself."),
    "names.file": click.option(
        "--names", "names_file", multiple=True, callback=one, type=click.Path(path_type=Path),
        metavar="FILE",
        help="Another country profile."),
    "packs": click.option(
        "--pack", "packs", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
        help="Rules of your own; may be given more than once."),
    "readings": click.option(
        "--reading", "readings", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
        help="The head of another reading of a language, as that of the release before."),
    "select": click.option(
        "--select", multiple=True, callback=split, metavar="RULE,…",
        help="Only these rules or categories."),
    "ignore": click.option(
        "--ignore", multiple=True, callback=split, metavar="RULE,…",
        help="Not these rules or categories."),
    "lang": click.option(
        "--lang", metavar="|".join(api.ALL_LANGUAGES), show_default="auto",
        help="Language of the texts, whatever they say; auto reads what they say."),
    "encoding": click.option(
        "--encoding", metavar="NAME", help="For files that declare none and are not UTF-8."),
    "fields": click.option(
        "--fields", multiple=True, callback=split, metavar="KEY,…",
        help="Fields of JSON, YAML and CSV files that hold text."),
    "accept-unread": click.option(
        "--accept-unread", multiple=True, callback=split, metavar="KIND,…",
        help=f"Parts that may go unread: {', '.join(UNREAD_KINDS)}; or all."),
}
_OF_RULES = ("names.file", "packs")
_SOURCES = (
    click.option("--config", "config_file", multiple=True, callback=one,
                 type=click.Path(path_type=Path), metavar="FILE",
                 help="The settings to use.  [default: lintwords.toml or pyproject.toml, upward "
                 "from each file]"),
    click.option("--isolated", is_flag=True, help="Use no settings and no baseline."),
)


def settings(command: _Command) -> _Command:
    """Add the options that stand for settings; `config` makes of them what the api wants."""
    for option in reversed((*_OPTIONS.values(), *_SOURCES)):
        command = option(command)
    return command


def rules(command: _Command) -> _Command:
    """Add the options that say which rules there are, for who checks no text."""
    for option in reversed((*(_OPTIONS[name] for name in _OF_RULES), *_SOURCES)):
        command = option(command)
    return command


def typed(values: Mapping[str, Any], *, of_rules: bool = False) -> tuple[str, ...]:
    """Those options as they were typed, for a command that is to hold under them too.

    With `of_rules` only those that say which rules there are.
    """
    rows: list[str] = []
    for name in _OF_RULES if of_rules else _OPTIONS:
        value = values.get(_key(name))
        flag = f"--{api.FLAGS.get(name, name)}"
        if name in api.FLAGS and isinstance(value, tuple):
            for one in value:
                rows += (flag, str(one))
        elif value not in (None, (), ""):
            rows += (flag, ",".join(value) if isinstance(value, tuple) else str(value))
    if values.get("config_file"):
        rows += ("--config", str(values["config_file"]))
    return (*rows, *(("--isolated",) if values.get("isolated") else ()))


def _key(name: str) -> str:
    """As the value of an option is called."""
    return name.replace("-", "_").replace(".", "_")


def config(values: dict[str, Any]) -> Config:
    """Take the values of those options out of `values`."""
    given = {}
    for name in _OPTIONS:
        value = values.pop(_key(name), None)
        if value not in (None, (), ""):
            given[name] = value
    return Config(
        given, file=values.pop("config_file"), isolated=values.pop("isolated")
    )
