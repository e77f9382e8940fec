"""The one door: faces and other programs ask here and show what comes back.

Functions for programs stand here. What faces need beside them is handed out by the table `_LATE`,
which says where it lies; it is loaded when it is first asked for, so that a check stays quick.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords import readers
from lintwords.errors import CannotRead, CannotWrite, SettingsError, nearest
from lintwords.judge.linter import LANGUAGES, load
from lintwords.judge.linter import Linter as Loaded
from lintwords.model import UNREAD_KINDS, Cannot, Fix, Options, Report, Severity
from lintwords.model.rule import PROFILES, Brief, Rule
from lintwords.run.discovery import discover
from lintwords.run.many_files import Watcher, lint_bytes, run
from lintwords.run.shared import Shared
from lintwords.settings import given
from lintwords.settings.config import Config, Settings
from lintwords.settings.file import NO_NAME, is_name
from lintwords.settings.selection import is_on as is_on_under

if TYPE_CHECKING:
    import pyarrow as pa

    from lintwords.exports import EXPORTS, Export, export
    from lintwords.files import whole
    from lintwords.fixes import applying, choices, copies
    from lintwords.fixes.applying import diff
    from lintwords.fixes.copies import AUTHOR, Marking, track
    from lintwords.readers.included import left_unread
    from lintwords.run.collector import seldom
    from lintwords.run.discovery import STDIN, why
    from lintwords.run.faults import Fault, fault
    from lintwords.run.fix_files import FixedFile, FixRun
    from lintwords.run.many_files import STDIN_NAME
    from lintwords.run.one_file import judge_document, read_document, with_all_named
    from lintwords.run.rule_examples import Failure, skeleton, test_rules
    from lintwords.run.tasks import free_processors
    from lintwords.settings.config import Let
    from lintwords.settings.file import BASELINE, NAME, SETTINGS, SHARED, values_of
    from lintwords.sift import authors, baseline, comments
    from lintwords.sift.changes import Changes
    from lintwords.sift.comments import CATEGORY

__all__ = [
    # for programs
    "Linter", "apply", "check", "fix", "lint", "lint_batch", "lint_path", "write_baseline",
    # for faces: settings, rules, runs
    "EXPORTS", "Export", "export", "BASELINE", "Config", "LANGUAGES", "Let", "Linters", "Loaded",
    "NAME", "SETTINGS", "SHARED", "Settings", "STDIN", "STDIN_NAME", "Watcher", "filter_titles",
    "find", "free_processors", "in_force", "is_on", "load_linter", "seldom", "skeleton",
    "test_rules", "Failure", "Fault", "fault", "why",
    # for faces: one document, its fixes, what is let be
    "AUTHOR", "CATEGORY", "FixRun", "FixedFile", "Marking", "applying", "authors", "baseline",
    "choices", "comments", "copies", "diff", "judge_document", "left_unread", "read_document",
    "readers", "track", "values_of", "whole", "with_all_named",
]  # fmt: skip

_LATE = {  # where it lies → what of it; a name of a module itself leads to its package
    "exports": ("EXPORTS", "Export", "export"),
    "files": ("whole",),
    "fixes": ("applying", "choices", "copies"),
    "fixes.applying": ("diff",),
    "fixes.copies": ("AUTHOR", "Marking", "track"),
    "readers.included": ("left_unread",),
    "run.collector": ("seldom",),
    "run.discovery": ("STDIN", "why"),
    "run.faults": ("Fault", "fault"),
    "run.fix_files": ("FixRun", "FixedFile"),
    "run.many_files": ("STDIN_NAME",),
    "run.one_file": ("judge_document", "read_document", "with_all_named"),
    "run.rule_examples": ("Failure", "skeleton", "test_rules"),
    "run.tasks": ("free_processors",),
    "settings.config": ("Let",),
    "settings.file": ("BASELINE", "NAME", "SETTINGS", "SHARED", "values_of"),
    "sift": ("authors", "baseline", "comments"),
    "sift.comments": ("CATEGORY",),
}


def __getattr__(name: str) -> object:
    """What faces ask for, from where it lies."""
    for place, names in _LATE.items():
        if name in names:
            home = f"lintwords.{place}"
            found = getattr(import_module(home), name, None)
            return import_module(f"{home}.{name}") if found is None else found
    raise AttributeError(f"module 'lintwords.api' has no attribute {name!r}")



def check(
    paths: Sequence[str | os.PathLike[str]],
    options: Options | None = None,
    *,
    config: Config | None = None,
    baseline: Path | None = None,
    force_exclude: bool = False,
    since: str | None = None,
    cache: bool = True,
    processes: int = 1,
    stdin: bytes | None = None,
    stdin_name: str = "",
    watch: Watcher | None = None,
) -> Report:
    """Check files and folders; `-` stands for the bytes `stdin` of a file named `stdin_name`.

    With neither `options` nor `config`, the settings and the baseline are found as the command
    finds them. With `options` alone they hold for every file. With both, `options` say only what
    is no setting (`keep_passed`, `explain_mentions`). A `baseline` that is not there is no trouble.
    With `cache`, unchanged files are not judged again; hashes and results are kept, no text.
    Up to `processes` judge at once where that pays; a program that asks for more than one starts
    as `multiprocessing` wants it, below `if __name__ == "__main__"`.
    `since` is a git revision: only findings on lines changed after it are told, and only of files
    changed after it what could not be read.

    Offsets in the report are code points. A path that is missing or cannot be read comes back in
    `cannot`, and the others are checked. Raises SettingsError or RulePackError before anything is
    reported.
    """
    if options is None and config is None:
        config = Config()
        baseline = baseline or config.for_path(Path()).baseline
    chosen = options or Options()
    pool = Linters(config or Config(isolated=True), chosen, is_fixed=config is None)
    linter = pool.choose(Path())
    files, cannot = find(paths, pool, force_exclude=force_exclude)
    changed = None
    if since is not None:
        from lintwords.sift import changes  # runs git

        changed = changes.since(since)
    report = run(
        linter, files, linter.options, choose=pool.choose, stdin=stdin or b"",
        stdin_name=stdin_name, watch=watch, cached=cache, processes=processes,
    )  # fmt: skip
    report = replace(
        report, cannot=(*cannot, *report.cannot), rules=in_force(linter), readings=pool.readings()
    )
    if baseline and baseline.is_file():
        report = _sifted(report, baseline)
    return report if changed is None else _only(report, changed)


def _only(report: Report, changed: Changes) -> Report:
    """What of a report is about what changed; a file that did not is no news, read or not."""
    return replace(
        report,
        findings=tuple(one for one in report.findings if changed.holds(one)),
        cannot=tuple(one for one in report.cannot if changed.touches(one.path)),
        files=tuple(
            replace(file, unread=()) if file.unread and not changed.touches(file.path) else file
            for file in report.files
        ),
    )


def find(
    paths: Sequence[str | os.PathLike[str]], pool: Linters, *, force_exclude: bool = False
) -> tuple[tuple[Path, ...], tuple[Cannot, ...]]:
    """The files that `paths` lead to, and what is not read of what they lead to."""
    wanted = given.paths("paths", paths)
    found = discover(wanted, readers.SUFFIXES, pool.drop, fits=pool.takes, force=force_exclude)
    if not found.files and not found.cannot and not found.dropped and not found.others:
        return (), (_nothing(wanted),)
    others = (readers.not_read(path, walked=True) for path in found.others)
    told = (Cannot(path, error.problem, error.hint)
            for path, error in zip(found.others, others, strict=True))  # fmt: skip
    return found.files, (*found.cannot, *told)


class Linters:
    """One linter for each set of options that the files of a run ask for."""

    def __init__(self, config: Config, base: Options, *, is_fixed: bool = False) -> None:
        self._config, self._base, self._is_fixed = config, base, is_fixed
        self._by_settings: dict[int, Loaded] = {}
        self._by_options: dict[Options, Loaded] = {}

    def choose(self, path: Path) -> Loaded:
        """The linter for a file. Raises SettingsError with the place of a mistake in settings."""
        settings = self._config.for_path(path, is_file=bool(path.name))
        found = self._by_settings.get(id(settings))  # the config keeps them, so no id comes twice
        if found is None:
            found = self._by_settings[id(settings)] = self._load(settings)
        return found

    def drop(self, path: Path) -> bool:
        """Whether settings leave a file or folder out of a walk."""
        return not self._is_fixed and self._config.excludes(path)

    def takes(self, path: Path) -> bool:
        """Whether a walk takes a file: of data only such of which fields are named."""
        if not readers.needs_fields(path):
            return True
        settings = self._base if self._is_fixed else self._config.for_path(path, is_file=True)
        return bool(settings.fields)

    def stopped(self) -> tuple[Cannot, ...]:
        """Rules that take too long, and are not looked for any more."""
        rows = (one for linter in self._by_options.values() for one in linter.stopped)
        return tuple(dict.fromkeys(rows))

    def readings(self) -> tuple[str, ...]:
        """The versions of the readings of all that it has chosen."""
        rows = (one for linter in self._by_options.values() for one in linter.readings)
        return tuple(dict.fromkeys(rows))

    def _load(self, settings: Settings) -> Loaded:
        base = self._base
        options = base if self._is_fixed else replace(
            settings.options, keep_passed=base.keep_passed, explain_mentions=base.explain_mentions
        )  # fmt: skip
        if options not in self._by_options:
            try:
                self._by_options[options] = _shared.linter(options, load_linter)
            except SettingsError as error:
                raise settings.wrong(error.setting, error) from error
        return self._by_options[options]


def _sifted(report: Report, path: Path) -> Report:
    from lintwords.sift import baseline  # most runs have none

    read = {file.path for file in report.files}
    sifted = baseline.sift(baseline.load(path), report.findings, path, read)
    return replace(
        report, findings=sifted.new, ignored=(*report.ignored, *sifted.known),
        known_by=baseline.readings(path),
    )


def write_baseline(path: Path, report: Report) -> int:
    """Take the findings of `report` as known; how many the baseline holds for its files.

    Entries that still hit keep their reasons, those of checked files that do not are dropped.
    Raises SettingsError for a baseline that cannot be read, LintwordsError if it cannot be written.
    """
    from lintwords.sift import baseline  # most runs have none

    read = {file.path for file in report.files}
    baseline.update(path, lambda old: baseline.renewed(
        path, old, report.findings, read
    ), by=report.readings)
    return len(report.findings)


class Linter:
    """The rules for one set of options, read once for many texts; threads may share it.

    Options are called as the settings. Raises SettingsError for one that is not known, and
    RulePackError for a mistake in `packs`, `names` or `readings`.
    """

    def __init__(
        self, *, lang: str | None = None, profile: str | None = None,
        government_term: str | None = None, severity: str = "suggestion",
        select: Sequence[str] = (), ignore: Sequence[str] = (), fixed: Sequence[str] = (),
        packs: Sequence[str | os.PathLike[str]] = (), names: str | os.PathLike[str] | None = None,
        readings: Sequence[str | os.PathLike[str]] = (),
    ) -> None:
        words = [one.word for one in Severity]
        if given.text("severity", severity) not in words:
            hint = nearest(severity, words) or f"Use one of {', '.join(words)}."
            raise SettingsError(f'severity cannot be "{severity}"', hint, setting="severity")
        self._loaded = _shared.linter(
            Options(
                lang=given.text("lang", lang, "auto"),
                profile=given.text("profile", profile, "default"),
                government_term=given.text("government_term", government_term, "government"),
                severity=Severity[severity.upper()], select=given.texts("select", select),
                ignore=given.texts("ignore", ignore), fixed=given.texts("fixed", fixed),
                packs=given.paths("packs", packs),
                names=None if names is None else given.path("names", names),
                readings=given.paths("readings", readings),
            ),
            load_linter,
        )
        if packs or readings or names is not None:
            _ = self._loaded.compiled  # now: the files may go or change

    def lint(self, text: str, *, format: str = "text") -> Report:
        """Check a text in memory; `format` is one of `lintwords.readers.TEXTS`.

        Offsets are code points in `text`. Raises CannotRead for a text that is none (a lone
        surrogate, a zero character) or that lintwords falls over, SettingsError for an unknown
        format and for what is no str.
        """
        if given.text("format", format) not in readers.TEXTS:
            hint = nearest(format, readers.TEXTS) or f"Formats of texts: {', '.join(readers.TEXTS)}"
            raise SettingsError(f'format not known: "{format}"', hint)
        try:
            data = given.coded(given.text("text", text))
        except UnicodeEncodeError as trouble:
            hint = f"Character {trouble.start} is half of a surrogate pair."
            raise CannotRead("cannot read the text", hint) from trouble
        return replace(
            lint_bytes(self._loaded, data, format), rules=in_force(self._loaded),
            readings=self._loaded.readings,
        )

    def lint_batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Check the texts of an Arrow record batch; see `lintwords.run.batches.lint_batch`."""
        from lintwords.run import batches  # needs an extra

        return batches.lint_batch(batch, self._loaded, self._loaded.options)


_shared = Shared()


def lint(
    text: str, *, format: str = "text", lang: str | None = None, profile: str | None = None
) -> Report:
    """Check a text in memory, as `Linter.lint`; the rules are read by the first call.

    Raises SettingsError for an unknown language or profile, too.
    """
    return Linter(lang=lang, profile=profile).lint(text, format=format)


def lint_path(path: str | os.PathLike[str]) -> Report:
    """Check one file or folder with the default settings; as `check`."""
    return check([path])


def lint_batch(
    batch: pa.RecordBatch, *, lang: str | None = None, profile: str | None = None
) -> pa.RecordBatch:
    """Check the texts of an Arrow record batch; see `lintwords.run.batches.lint_batch`."""
    return Linter(lang=lang, profile=profile).lint_batch(batch)


def apply(report: Report, fixes: Iterable[Fix]) -> str:
    """The text of a report of one text, as `lint` gives it, with `fixes` of its findings made.

    Of fixes that overlap the first in order wins. Raises CannotWrite for a report of several
    files, or of one that has no source lines, SettingsError for what is no report or no fixes.
    """
    from lintwords.fixes.applying import compatible  # late: a check makes no fixes
    from lintwords.readers.source import splice

    given.instance("report", report, Report, "the report of one text, as lint gives it")
    wanted = given.instances("fixes", fixes, Fix, "fixes of its findings")
    if len(report.files) != 1:
        raise CannotWrite(
            f"cannot apply fixes to {len(report.files)} files", "Lint one text, then apply."
        )
    edits = [edit for fix in compatible(wanted) for edit in fix.edits]
    return splice("".join(report.files[0].lines), edits)


def fix(
    paths: Sequence[str | os.PathLike[str]],
    options: Options | None = None,
    *,
    config: Config | None = None,
    baseline: Path | None = None,
    force_exclude: bool = False,
    unsafe: bool = False,
    write: bool = True,
    stdin: bytes | None = None,
    stdin_name: str = "",
    watch: Watcher | None = None,
    marking: Marking | None = None,
) -> FixRun:
    """Fix files and folders by their safe fixes, with `unsafe` by the first one offered.

    Settings and baseline are as in `check`; what they let be is not changed. Each file is written
    whole or not at all; without `write`, and for `-`, the new bytes only come back. `marking` is
    for office documents, which get a copy beside them unless it says otherwise. The report
    tells what is left. Raises SettingsError or RulePackError before anything is changed.
    """
    from lintwords.run.fix_files import fix_files  # late: a check makes no fixes

    pool = Linters(
        config or Config(isolated=True), options or Options(), is_fixed=config is None
    )
    linter = pool.choose(Path())
    files, cannot = find(paths, pool, force_exclude=force_exclude)
    known = baseline if baseline and baseline.is_file() else None
    done = fix_files(
        pool.choose, files, lambda report: _sifted(report, known) if known else report,
        unsafe=unsafe, write=write, stdin=stdin or b"", stdin_name=stdin_name, watch=watch,
        marking=marking,
    )  # fmt: skip
    report = done.report
    report = replace(
        report, cannot=(*cannot, *report.cannot), rules=in_force(linter), readings=pool.readings()
    )
    return replace(done, report=report)


def load_linter(options: Options, like: Loaded | None = None) -> Loaded:
    """The rules for `options`, with every name in them known.

    Raises SettingsError or RulePackError, with the nearest name as the hint. `like` is a linter
    that may share what it has loaded.
    """
    if options.profile not in PROFILES:
        raise SettingsError(
            f'profile not known: "{options.profile}"', nearest(options.profile, PROFILES)
        )
    if options.lang not in ("auto", *LANGUAGES):
        raise SettingsError(
            f'no rules for the language "{options.lang}"',
            f"Languages with rules: {', '.join(LANGUAGES)}", setting="lang",
        )
    if not all(map(is_name, options.fixed)):
        raise SettingsError(NO_NAME, "Write it, or take it out.", setting="names.fixed")
    linter = load(options, like)
    briefs = linter.index.briefs  # a mistake in a user's own pack is told here
    known = {name for rule in briefs for name in (rule.id, rule.category, *rule.aliases)}
    for name in (*options.select, *options.ignore, *(name for name, _ in options.weights)):
        if name not in known and name not in _comment_rules():
            raise SettingsError(
                f'no rule or category "{name}"',
                nearest(name, known) or "All rules: lintwords rules list",
                setting="select" if name in options.select else f"rules.{name}",
            )
    for kind in options.accept_unread:
        if kind not in (*UNREAD_KINDS, "all"):
            raise SettingsError(
                f'accept-unread cannot be "{kind}"',
                nearest(kind, UNREAD_KINDS) or f"Use all, or of {', '.join(UNREAD_KINDS)}.",
                setting="accept-unread",
            )
    terms = linter.index.terms
    if options.government_term not in terms:
        raise SettingsError(
            f'government term not known: "{options.government_term}"',
            nearest(options.government_term, terms) or f"Terms are: {', '.join(terms)}",
            setting="government-term",
        )
    return linter


def _comment_rules() -> set[str]:
    from lintwords.sift import comments  # only for a name that no pack knows

    return {comments.CATEGORY, *(rule.id for rule in comments.RULES)}


def is_on(linter: Loaded, rule: Rule | Brief) -> bool:
    """Whether `rule` can give a finding under the options of `linter`."""
    return is_on_under(rule, linter.options)


def in_force(linter: Loaded) -> int:
    """How many rules can give a finding."""
    return linter.in_force


def _nothing(paths: Sequence[Path]) -> Cannot:
    names = ", ".join(f"{path}{os.sep}" for path in paths)
    known = " ".join(_first_suffixes())
    return Cannot(paths[0] if paths else Path(), f"no files to check in {names}",
                  f"lintwords reads {known}")  # fmt: skip


def _first_suffixes() -> list[str]:
    """One suffix a format."""
    first: dict[str, str] = {}
    for suffix, format in readers.SUFFIXES.items():
        if format != "data":
            first.setdefault(format, suffix)
    return sorted(first.values())


def filter_titles(linter: Loaded) -> dict[str, str]:
    """The title of each filter by its id."""
    return {name: found.title for name, found in linter.pack.filters.items()}
