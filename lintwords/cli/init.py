"""`lintwords init`: begin a settings file, or show all settings in force."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from lintwords.api import NAME, SETTINGS, Config, Let, Settings, whole
from lintwords.cli.debugging import debug
from lintwords.cli.program_name import program_anywhere
from lintwords.cli.terminal import err, out
from lintwords.errors import LintwordsError
from lintwords.interface import say, to_say
from lintwords.reports.cells import one_line
from lintwords.reports.table import table

BEGINNING = """\
# Settings of lintwords; all of them, with what holds now: lintwords init --show
# profile = "newsroom"                  # default, strict, newsroom, academic
# fail-on = "warning"                   # error, warning, suggestion, never
# exclude = ["archive/"]                # paths that are not checked
# rules = { country-as-mind = "off" }   # a rule or category: on, off, softer, or a severity
# names.fixed = ["Name of a Partner"]   # names that are never a finding
"""
HOOK = """\
To check each commit with the lintwords that is installed here, add to .pre-commit-config.yaml:

repos:
  - repo: local
    hooks:
      - id: lintwords
        name: lintwords
        language: system
        entry: {program} check --force-exclude --quiet
        require_serial: true
        files: '(?i)\\.(txt|md|mdx|html?|rst|adoc|docx|odt)$'

To check them with your clone of lintwords instead, which pre-commit then installs:

repos:
  - repo: <path or address of your clone>
    rev: <a commit of it>
    hooks:
      - id: lintwords
        # with the encoder, where a baseline was written with it:
        # additional_dependencies: [./encoder]
"""


@click.command(short_help="Begin a settings file, or show the settings in force.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--show", is_flag=True,
              help="Show all settings that hold for PATH, and where each comes from.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
              help="With --show: the settings to use instead of those found.")
@debug
def init(path: Path | None, show: bool, config_file: Path | None) -> int:
    """Write lintwords.toml with a few settings, all commented out, into PATH or this folder.

    A file that is there already stays as it is.
    """
    if show:
        config, place = Config(file=config_file), path or Path()
        out(_shown(config.for_path(place), config.of_paths(place)))
        return 0
    target = (path or Path()) / NAME
    if not whole.create(target, BEGINNING.encode()):
        raise LintwordsError(
            say("{target} is there already", target=target),
            say("Nothing was written. See it: lintwords init --show"),
        )
    err(say("Wrote {target}. Nothing changes until a line is uncommented.\n", target=target))
    out(say(HOOK, program=program_anywhere()))  # hooks run in the root of the repository
    return 0


def _shown(settings: Settings, of_paths: Iterable[Let]) -> str:
    rows = []
    for name in SETTINGS:
        if name in ("root", "ignore"):  # not a value of a path; `ignore` is told under rules
            continue
        value = getattr(settings, name.replace("-", "_").replace(".", "_"))
        if isinstance(value, dict):
            rows += [
                (f"{name}.{key}", _written(item), str(settings.origins[f"{name}.{key}"]))
                for key, item in value.items()
            ]
        if not isinstance(value, dict) or not value:
            rows.append((name, _written(value), str(settings.origins.get(name, say("default")))))
    rows += [(one.name, _written(one.value), str(one.origin)) for one in of_paths]
    return table([*map(say, to_say("setting", "value", "from"))], rows)


def _written(value: object) -> str:
    """A value as TOML would have it, for reading."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return "{}"
    return f'"{one_line(str(value))}"' if value else '""'
