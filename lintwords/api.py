"""The one door: faces and other programs ask here and show what comes back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords import readers
from lintwords.discovery import STDIN, discover
from lintwords.errors import CannotRead, SettingsError, nearest
from lintwords.linter import LANGUAGES, Linter, load
from lintwords.model import Cannot, Options, Report, Severity
from lintwords.rule import PROFILES, Brief, Rule
from lintwords.runner import Watcher, run
from lintwords.settings import shown

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "LANGUAGES", "check", "filter_titles", "in_force", "is_on", "lint", "lint_batch", "lint_path",
    "load_linter",
]  # fmt: skip


def check(
    paths: Sequence[str | os.PathLike[str]],
    options: Options | None = None,
    *,
    stdin: bytes | None = None,
    stdin_name: str = "",
    watch: Watcher | None = None,
) -> Report:
    """Check files and folders; `-` stands for the bytes `stdin` of a file named `stdin_name`.

    Offsets in the report are code points. A path that is missing or cannot be read comes back in
    `cannot`, and the others are checked. Raises SettingsError or RulePackError before anything is
    checked.
    """
    chosen = options or Options()
    linter = load_linter(chosen)
    wanted = [Path(path) for path in paths]
    found = discover(wanted, readers.SUFFIXES)
    cannot = found.cannot
    if not found.files and not cannot:
        cannot = (_nothing(wanted),)
    report = run(
        linter, found.files, chosen, stdin=stdin or b"", stdin_name=stdin_name, watch=watch
    )
    return replace(report, cannot=(*cannot, *report.cannot), rules=in_force(linter))


def lint(
    text: str, *, format: str = "text", lang: str | None = None, profile: str | None = None
) -> Report:
    """Check a text in memory; `format` is one of `lintwords.readers.TEXTS`.

    Offsets are code points in `text`. Raises CannotRead for a text that is none (a lone
    surrogate, a zero character), SettingsError for an unknown format, language or profile.
    """
    options = Options(lang=lang or "auto", profile=profile or "default")
    linter = load_linter(options)
    if format not in readers.TEXTS:
        hint = nearest(format, readers.TEXTS) or f"Formats of texts: {', '.join(readers.TEXTS)}"
        raise SettingsError(f'format not known: "{format}"', hint)
    try:
        data = text.encode()
    except UnicodeEncodeError as trouble:
        hint = f"Character {trouble.start} is half of a surrogate pair."
        raise CannotRead("cannot read the text", hint) from trouble
    report = run(linter, (STDIN,), options, stdin=data, format=format)
    if report.cannot:
        raise CannotRead(report.cannot[0].message, report.cannot[0].hint)
    return replace(report, rules=in_force(linter))


def lint_path(path: str | os.PathLike[str]) -> Report:
    """Check one file or folder with the default settings; as `check`."""
    return check([path])


def lint_batch(
    batch: pa.RecordBatch, *, lang: str | None = None, profile: str | None = None
) -> pa.RecordBatch:
    """Check the texts of an Arrow record batch; see `lintwords.arrow.lint_batch`."""
    from lintwords import arrow  # needs an extra

    options = Options(lang=lang or "auto", profile=profile or "default")
    return arrow.lint_batch(batch, load_linter(options), options)


def load_linter(options: Options) -> Linter:
    """The rules for `options`, with every name in them known.

    Raises SettingsError or RulePackError, with the nearest name as the hint.
    """
    if options.profile not in PROFILES:
        raise SettingsError(
            f'profile not known: "{options.profile}"', nearest(options.profile, PROFILES)
        )
    if options.lang not in ("auto", *LANGUAGES):
        raise SettingsError(
            f'no rules for the language "{options.lang}"',
            f"Languages with rules: {', '.join(LANGUAGES)}",
        )
    linter = load(options)
    briefs = linter.index.briefs  # a mistake in a user's own pack is told here
    known = {name for rule in briefs for name in (rule.id, rule.category, *rule.aliases)}
    for name in (*options.select, *options.ignore):
        if name not in known:
            raise SettingsError(
                f'no rule or category "{name}"',
                nearest(name, known) or "All rules: lintwords rules list",
            )
    terms = linter.index.terms
    if options.government_term not in terms:
        raise SettingsError(
            f'government term not known: "{options.government_term}"',
            nearest(options.government_term, terms) or f"Terms are: {', '.join(terms)}",
        )
    return linter


def is_on(linter: Linter, rule: Rule | Brief) -> bool:
    """Whether `rule` can give a finding under the options of `linter`."""
    return shown(rule, Severity.ERROR, linter.options) is not None


def in_force(linter: Linter) -> int:
    """How many rules can give a finding."""
    return len({rule.id for rule in linter.index.briefs if is_on(linter, rule)})


def _nothing(paths: Sequence[Path]) -> Cannot:
    names = ", ".join(f"{path}{os.sep}" for path in paths)
    known = " ".join(_first_suffixes())
    return Cannot(paths[0] if paths else Path(), f"no files to check in {names}",
                  f"lintwords reads {known}")  # fmt: skip


def _first_suffixes() -> list[str]:
    """One suffix a format."""
    first: dict[str, str] = {}
    for suffix, format in readers.SUFFIXES.items():
        first.setdefault(format, suffix)
    return sorted(first.values())


def filter_titles(linter: Linter) -> dict[str, str]:
    """The title of each filter by its id."""
    return {name: found.title for name, found in linter.pack.filters.items()}
