"""Paths, or a text, and options → a report, or fixed files: a whole run, sifted by a baseline."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords.judge.document_linter import LANGUAGES
from lintwords.model import Finding, Options, Report, Severity, Subject
from lintwords.packs import loader, pack_languages, settings_seen, stamps
from lintwords.run.check_files import Watcher, check_files
from lintwords.run.found_files import find
from lintwords.run.linter_choice import ChosenLinters, old_names
from lintwords.settings.config import Config
from lintwords.settings.selection import off_by_choice
from lintwords.values import replace

if TYPE_CHECKING:
    from lintwords.fixes.copies import Marking
    from lintwords.judge.document_linter import DocumentLinter
    from lintwords.run.fix_files import FixRun
    from lintwords.sift.baseline import Renewed


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
    `since` is a git revision: only findings on lines changed after it are told, and those that a
    change elsewhere in their file laid bare; and only of files changed after it what could not be
    read.

    Offsets in the report are code points. A path that is missing or cannot be read comes back in
    `cannot`, and the others are checked. Raises SettingsError or RulePackError before anything is
    reported.
    """
    if options is None and config is None:
        config = Config()
        baseline = baseline or config.for_path(Path()).baseline
    chosen = options or Options()
    pool = ChosenLinters(config or Config(isolated=True), chosen, is_fixed=config is None)
    linter = pool.choose(Path())
    files, cannot, copies, reports, of_rules = find(paths, pool, force_exclude=force_exclude)
    pool.look_at_paths(linter)
    changed = None
    if since is not None:
        from lintwords.run.news import only_new
        from lintwords.sift import changed_lines  # runs git

        changed = changed_lines.since(since)
    report = check_files(
        pool.choose, files, stdin=stdin or b"", stdin_name=stdin_name, watch=watch,
        cached=cache, processes=processes,
    )
    report = replace(
        report, cannot=(*cannot, *report.cannot), rules=linter.in_force, readings=pool.readings(),
        copies=copies, reports=reports, of_rules=of_rules,
        asleep=off_by_choice(linter.index.briefs, linter.options),
        renamed=old_names(linter), unasked=tuple(dict.fromkeys(_unasked(report, pool))),
        subjects=_subjects(report, pool),
    )
    if config is not None:
        _note(config, Path(), linter)
        if len(paths) == 1 and (alone := Path(paths[0])).is_file():
            _note(config, alone.parent, pool.choose(alone))
    if baseline and baseline.is_file():
        report = _sifted(report, baseline)
    return report if changed is None else only_new(report, changed, pool.choose)


def _unasked(report: Report, pool: ChosenLinters) -> Iterator[tuple[Path, str]]:
    """Packs that name no language, with each other one that texts are in: no rule was asked there.
    """
    for file in report.judged if pool.has_packs else ():
        linter = pool.choose(file.path)
        is_other = file.lang in LANGUAGES and file.lang != linter.lang
        if linter.listens and linter.options.packs and is_other:
            packs = pack_languages.without_language(linter.options.packs)
            yield from ((pack, file.lang) for pack in packs)


def _subjects(report: Report, pool: ChosenLinters) -> tuple[Subject, ...]:
    """The countries of a user's names that files were judged by, in place of that of lintwords."""
    judged = report.judged if pool.has_names else ()
    linters = (pool.choose(file.path) for file in judged)
    found = Counter((one.options.names, one.lang) for one in linters if one.options.names)
    pairs = {asked: loader.in_place_of(*asked) for asked in found}
    return tuple(Subject(*pair, found[asked]) for asked, pair in pairs.items() if pair)


def _note(config: Config, folder: Path, linter: DocumentLinter) -> None:
    """Note settings under which a text without a trigger is answered at once from now on.

    `linter` is the one by the settings of the folder.
    """
    layer = config.only_layer(folder)
    if layer is None or layer.by_path or not settings_seen.leaves_the_gate(layer.values):
        return
    stamp = linter.stamp
    if stamp == stamps.stamp(stamps.FIRST):
        settings_seen.keep(layer.digest, stamp, linter.in_force)


def lint_path(path: str | os.PathLike[str]) -> Report:
    """Check one file or folder with the default settings; as `check`."""
    return check([path])


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

    pool = ChosenLinters(
        config or Config(isolated=True), options or Options(), is_fixed=config is None
    )
    linter = pool.choose(Path())
    files, cannot, _, reports, of_rules = find(paths, pool, force_exclude=force_exclude)
    pool.look_at_paths(linter)
    known = baseline if baseline and baseline.is_file() else None
    names = old_names(linter) if known else ()
    done = fix_files(
        pool.choose, files,
        lambda report: _sifted(replace(report, renamed=names), known) if known else report,
        unsafe=unsafe, write=write, stdin=stdin or b"", stdin_name=stdin_name, watch=watch,
        marking=marking,
    )
    report = done.report
    report = replace(
        report, cannot=(*cannot, *report.cannot), rules=linter.in_force, readings=pool.readings(),
        reports=reports, of_rules=of_rules, subjects=_subjects(report, pool),
    )
    return replace(done, report=report)


def walks_all(paths: Iterable[str | os.PathLike[str]], baseline: Path) -> bool:
    """Whether a run on `paths` looks for all files that a baseline speaks of.

    These are those below its folder; where that is not one above the current folder, those below
    the current folder.
    """
    here, home = Path(os.path.realpath(os.curdir)), Path(os.path.realpath(baseline.parent))
    top = home if here.is_relative_to(home) else here
    return any(top.is_relative_to(os.path.realpath(path)) for path in paths)


def write_baseline(
    path: Path, report: Report, *, is_whole: bool = False, config: Config | None = None
) -> Renewed:
    """Take the findings of `report` as known; what the baseline then holds.

    Entries that still hit keep their reasons; those of checked files that do not are dropped, where
    their rules ran. `is_whole` says that all files were looked for: then those of files that are
    gone are dropped, too. What weighs less than `config` shows is not taken in: it keeps its entry
    where a report under `config.showing_all()` holds it.
    Raises SettingsError for a baseline that cannot be read, LintwordsError if it cannot be written.
    """
    from lintwords.sift import baseline  # most runs have none

    read = {file.path for file in report.files}
    done: list[Renewed] = []

    def is_shown(finding: Finding) -> bool:
        if config is None:
            return True
        least = config.for_path(finding.path, is_file=True).severity
        return finding.severity >= Severity[least.upper()]

    def change(old: tuple[baseline.Entry, ...]) -> tuple[baseline.Entry, ...]:
        done.append(baseline.renewed(
            path, baseline.as_named(old, report.renamed), report.findings, read,
            asleep=report.asleep, is_whole=is_whole and not report.cannot, is_shown=is_shown,
        ))
        return done[-1].entries

    baseline.update(path, change, by=report.readings)
    return done[-1]


def _sifted(report: Report, path: Path) -> Report:
    from lintwords.sift import baseline  # most runs have none

    read = {file.path for file in report.files}
    sifted = baseline.opened(path, report.renamed).sift(report.findings, read)
    return replace(
        report, findings=sifted.new, ignored=(*report.ignored, *sifted.known),
        known_by=baseline.readings(path), moved=sifted.moved,
    )
