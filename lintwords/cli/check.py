"""`lintwords check`: from options to a report that is printed or written, and an exit code.

On request safe fixes are made before it, and a baseline is written after it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lintwords import api, reports
from lintwords.api import BASELINE, STDIN, free_processors, whole
from lintwords.cli import options
from lintwords.cli.exits import CANNOT, CLEAN, FOUND
from lintwords.cli.options import SEVERITIES
from lintwords.cli.progress import Progress
from lintwords.cli.rendering import rendered
from lintwords.cli.terminal import err, make_view, out, stdin_bytes
from lintwords.cli.trouble import (
    told,
    told_all_unread,
    told_cannot,
    told_copies,
    told_languages,
    told_opened,
    told_others,
    told_overruled,
    told_readings,
    told_settings,
    told_unjudged,
)
from lintwords.errors import CannotWrite, SettingsError
from lintwords.interface import say, say_many
from lintwords.model import Options, Report, Severity
from lintwords.reports.words import unjudged

if TYPE_CHECKING:
    from lintwords.api import Config, FixRun

# formats for programs and files that do not tell a person at the terminal how much was read
_SUMMED = (
    "line", "jsonl", "sarif", "github", "gitlab", "rdjson", "checkstyle", "junit", "html"
)  # fmt: skip


@click.command(short_help="Report findings in files and folders.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-f", "--format", "name", type=click.Choice(list(reports.REPORTS)), default="full",
              show_default=True, help="How to print findings.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the report there; the summary still goes to standard error.")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), show_default="error",
              help="Least severity that ends with exit code 1.")
@options.settings
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help=f"Findings that are known.  [default: {BASELINE} if it is there]")
@click.option("--baseline-write", is_flag=True,
              help="Take all findings as known from now on; write the baseline.")
@click.option("--diff", "since", metavar="REF",
              help="Only findings on lines that changed since a git revision.")
@click.option("--statistics", is_flag=True, help="How many findings there are of each rule.")
@click.option("--group-by", type=click.Choice(["rule", "file", "severity"]),
              help="Findings in groups, one line each; with --statistics what is counted.")
@click.option("--fix", "fixes", is_flag=True,
              help="Apply the safe fixes first, as lintwords fix does; report what is left.")
@click.option("--stdin-name", default="", metavar="NAME",
              help="The name and type of standard input, which is -.")
@click.option("--explain-mentions", is_flag=True,
              help="List every mention with its slot, and its rule or the reason of silence.")
@click.option("--force-exclude", is_flag=True,
              help="Excludes hold for named files too.")
@click.option("--no-cache", is_flag=True, help="Judge unchanged files again, and keep nothing.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N",
              help="Processes at most, where more than one pays.  [default: one a free processor]")
@click.option("--limit", type=click.IntRange(min=0), default=25, show_default=True, metavar="N",
              help="Findings shown in full, the others in one line; 0 is all.")
@click.option("-q", "--quiet", count=True,
              help="One line a finding and no summary; -qq prints nothing.")
@click.option("-v", "--verbose", is_flag=True,
              help="Add sources, passed candidates with the reason, and time per file.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              show_default=True, help="Colour in the report.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--width", type=click.IntRange(40, 120), metavar="N",
              help="Columns of the report, 40 to 120.")
@click.option("--redact", is_flag=True,
              help="Leave the words of the documents out of an HTML report.")
@click.option("--debug", is_flag=True,
              help="Show a traceback with trouble, and which language a text is in and why.")
def check(
    paths: tuple[Path, ...], name: str, output: Path | None, fail_on: str | None, stdin_name: str,
    limit: int, quiet: int, verbose: bool, color: str, ascii_only: bool, width: int | None,
    debug: bool, force_exclude: bool, redact: bool, explain_mentions: bool, baseline: Path | None,
    baseline_write: bool, since: str | None, statistics: bool, group_by: str | None,
    no_cache: bool, fixes: bool, jobs: int | None, **values: Any,
) -> int:
    """Report findings in PATHS: files, folders, or - for standard input.

    Default: the paths in the settings, or this folder.
    """
    if explain_mentions and name not in ("full", "line"):
        raise SettingsError(
            say("--explain-mentions prints a table, not {name}", name=name),
            say("Leave out --format {name}.", name=name),
        )
    if (statistics or group_by) and name not in ("full", "line"):
        raise SettingsError(
            say("--statistics and --group-by are for people, not for {name}", name=name),
            say("Leave out --format {name}.", name=name),
        )
    if redact and name != "html":
        raise SettingsError(
            say("--redact is for --format html, not {name}", name=name),
            say("Leave out --redact."),
        )
    if fixes and (STDIN in paths or since or baseline_write or explain_mentions):
        raise SettingsError(
            say("--fix changes whole files, and only reports beside that"),
            say("Fix first: lintwords fix"),
        )
    typed, of_rules = options.typed(values), options.typed(values, of_rules=True)
    config = options.config(values)
    here = config.for_path(Path())
    known = baseline or here.baseline
    done = _fixed(paths or here.paths, config, known, force_exclude, debug) if fixes else None
    progress = Progress(sys.stderr, is_shown=shows_progress(), timing=verbose, debug=debug)
    try:
        report = api.check(
            paths or here.paths or (Path(),),
            Options(keep_passed=verbose, explain_mentions=explain_mentions), config=config,
            baseline=None if baseline_write else known, force_exclude=force_exclude, since=since,
            cache=not no_cache and not debug, processes=jobs or free_processors(),
            stdin_name=stdin_name, watch=progress,
            stdin=stdin_bytes() if STDIN in paths else None,
        )
    finally:
        progress.clear()
    if done:
        seen = {row.path for row in report.cannot}
        unwritten = (row for row in done.report.cannot if row.path not in seen)
        report = replace(report, cannot=(*report.cannot, *unwritten))
    if baseline_write:
        return _write_baseline(report, known)
    least = fail_on or here.fail_on
    weight = None if least == "never" else Severity[least.upper()]
    view = make_view(
        sys.stdout, os.environ, color=color, ascii_only=ascii_only, width=width, verbose=verbose,
        limit=limit, to_file=output is not None, redact=redact, fail_on=weight,
        paths=tuple(map(str, paths)), options=typed, of_rules=of_rules,
    )
    shape = "line" if quiet and name == "full" else "mentions" if explain_mentions else name
    if statistics or group_by:
        shape = f"{'statistics' if statistics else 'group'} {group_by or 'rule'}"
    report = _print(report, shape, view, output, quiet, known, config, progress)
    if debug:
        err(told_languages(report))
    if verbose:
        err(told_settings(config.lets_through()) + told_opened(report) + told_copies(report))
    err(_trouble(report, quiet))
    if not report.is_answer:
        return CANNOT
    return FOUND if any(map(view.fails, report.findings)) else CLEAN


def _fixed(
    paths: Sequence[Path], config: Config, baseline: Path | None, force_exclude: bool, debug: bool
) -> FixRun:
    """Apply the safe fixes, as `lintwords fix` does, and say how many there were."""
    from lintwords.api import Marking, track  # late: a check makes no fixes
    from lintwords.reports.fixed import told_changed

    done = api.fix(
        paths or (Path(),), config=config, baseline=baseline, force_exclude=force_exclude,
        marking=Marking(track(os.environ)),
        watch=Progress(sys.stderr, is_shown=False, debug=debug),
    )
    err(f"{told_changed({file.copy or file.path: file.changed for file in done.files})}\n")
    for file in done.files:
        err(told_others(file.path, file.others))
    return done


def _write_baseline(report: Report, path: Path | None) -> int:
    """Take what was found as known, and say so."""
    if path is None:
        raise SettingsError(say("no place for a baseline"), say("Name one: --baseline FILE"))
    done = api.write_baseline(path, report)
    parts = (
        (say_many("{n} new", "{n} new", done.fresh), done.fresh),
        (say_many("{n} gone", "{n} gone", done.gone), done.gone),
        (say_many("{n} of files that were not checked", "{n} of files that were not checked",
                  done.unseen), done.unseen),
    )  # fmt: skip
    told_parts = ", ".join(words for words, number in parts if number)
    entries = say_many("{n} entry", "{n} entries", done.entries)
    err(say("Wrote {path}: {entries}: {parts}.\n", path=path, entries=entries, parts=told_parts)
        if told_parts else say("Wrote {path}: {entries}.\n", path=path, entries=entries))
    err(told_all_unread(report) + told_cannot(report) + told_unjudged(report))
    return CLEAN if report.is_answer else CANNOT


def _trouble(report: Report, quiet: int) -> str:
    """What was not read or not judged."""
    said = told_all_unread(report, quiet=quiet > 1)
    if not quiet:
        said += told_overruled(report)
    if quiet < 2:
        said += told_readings(report)
    if quiet == 1 and report.judged and (passed := unjudged(report)):
        said += told(passed.rstrip("."))  # a line of -q says nothing of what was not judged
    return said + told_cannot(report) + told_unjudged(report)


def _print(
    report: Report, name: str, view: reports.View, output: Path | None, quiet: int,
    known: Path | None, config: Config, progress: Progress,
) -> Report:
    """Print the report; gives what it could tell of."""
    if quiet < 2 or output:
        text, report = rendered(report, lambda told: _text(told, name, view), progress)
        if output:  # a report for people that is kept says what the terminal says beside it
            text += _trouble(report, quiet) if name in ("full", "line") else ""
            _save(output, text, report, known, config)
        else:
            out(text, painted=view.color or view.links, as_is=name in reports.MACHINES)
    if name == "github" and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from lintwords.reports.github import step_summary  # only in a workflow

        whole.append(Path(path), _encoded(step_summary(report)))
    if not quiet and (output or name in _SUMMED):
        from lintwords.reports.words import summary  # the report itself holds no summary

        sentence = summary(report)
        err(f"{sentence}\n" if sentence else "")
    return report


def _text(report: Report, name: str, view: reports.View) -> str:
    if name == "mentions":
        from lintwords.reports import mentions  # only when asked for

        return mentions.render(report)
    shape, _, by = name.partition(" ")
    if by:
        from lintwords.reports import groups  # only when asked for

        return groups.statistics(report, by) if shape == "statistics" else groups.render(
            report, view, by
        )
    return reports.render(name, report, view)


def _save(
    path: Path, text: str, report: Report, known: Path | None, config: Config
) -> None:
    """Write the report whole; never over what it is about, or what it was made with."""
    checked = say("It was checked in this run, and would be lost. Name another file.")
    held = say("It is a file of settings, rules, names or known findings of this run, and would be "
               "lost. Name another file.")
    kept = {
        **dict.fromkeys(config.files(), held),
        **dict.fromkeys((row.path for row in report.cannot), checked),
        **dict.fromkeys((file.path for file in report.files), checked),
        **({known: say("It is the baseline. Name another file.")} if known else {}),
    }
    for file, why in kept.items():
        if _is_same(path, file):
            raise CannotWrite(
                say("cannot write the report to {path}", path=path),
                why, path,
            )
    if _is_pipe(path):
        hint = say("It is a pipe, and may have no reader. Print the report into it: > FILE")
        raise CannotWrite(say("cannot write the report to {path}", path=path), hint, path)
    if _is_stream(path):
        whole.append(path, _encoded(text))
    else:
        err(told_others(path, whole.replace(path, _encoded(text))))


def _is_same(path: Path, other: Path) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def _is_pipe(path: Path) -> bool:
    """Whether a name stands for a pipe in a folder; those below /dev have two ends."""
    try:
        return stat.S_ISFIFO(path.stat().st_mode) and path.absolute().parts[1:2] != ("dev",)
    except OSError:
        return False


def _is_stream(path: Path) -> bool:
    """Whether a name stands for a device or a pipe, as /dev/null and /dev/stdout do."""
    if path.is_symlink() and path.absolute().parts[1:2] != ("dev",):
        return False
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode) or path.is_symlink() and stat.S_ISREG(mode)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def shows_progress() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
