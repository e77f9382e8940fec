"""`lintwords fix`: apply safe fixes, or show them as a diff."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lintwords import api
from lintwords.api import AUTHOR, STDIN, Marking, fault, readers, track
from lintwords.cli import options
from lintwords.cli.check import check
from lintwords.cli.exits import CANNOT, CLEAN, FOUND, STOPPED
from lintwords.cli.program_name import program
from lintwords.cli.progress import Progress, shows_progress
from lintwords.cli.rendering import rendered
from lintwords.cli.terminal import err, guarded, out, out_bytes, stdin_bytes
from lintwords.cli.trouble import told, told_all_unread, told_cannot, told_others
from lintwords.interface import say, say_many
from lintwords.model import Cannot, Report, Severity
from lintwords.reports.cells import visible
from lintwords.reports.fixed import Made, render
from lintwords.reports.next_commands import Started
from lintwords.values import replace

if TYPE_CHECKING:
    from lintwords.api import FixedFile, FixRun

# options of `check` that hold here too, beside those of settings
_SHARED = ("fail_on", "baseline", "stdin_name", "force_exclude", "debug")
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _shared(command: _Command) -> _Command:
    """With the options of `check` that are not about its report, so that help never lags."""
    params = [param for param in check.params if param.name in _SHARED]
    command = options.settings(command)
    found: list[click.Parameter] = command.__dict__.setdefault("__click_params__", [])
    found[:0] = reversed(params)
    return command


@click.command(short_help="Apply the fixes that are safe.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--diff", "diff_only", is_flag=True,
              help="Show what would change and write nothing; exit 1 if there is something.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True,
              help="Apply the first wording where none is safe, too. Read the result.")
@click.option("--tracked/--no-tracked", default=True, show_default=True,
              help="Word files: changes for Accept and Reject, with comments, or plain new words.")
@click.option("--in-place", is_flag=True,
              help="Office files: change the file itself, not a copy named release.lintwords.docx.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the fixed file there; the original stays.")
@click.option("--force", is_flag=True, help="Replace a copy that is there already.")
@click.option("--author", default=AUTHOR, show_default=True, metavar="NAME",
              help="Word files: who has made the changes and comments.")
@_shared
def fix(
    paths: tuple[Path, ...], diff_only: bool, unsafe: bool, tracked: bool, in_place: bool,
    output: Path | None, force: bool, author: str, fail_on: str | None, stdin_name: str,
    debug: bool, force_exclude: bool, baseline: Path | None, **values: Any,
) -> int:
    """Apply safe fixes in PATHS: files, folders, or - for standard input.

    A fix is safe where the text stays right whatever stands around it; quotations are never
    changed. Text files (web pages, Markdown) are themselves changed, office files in a copy; of
    each -o writes a copy. Mail and PDF are only read. Standard input is written, fixed, to
    standard output. Default: the paths in the settings, or this folder.
    """
    if output is not None and (in_place or diff_only):
        other = "--in-place" if in_place else "--diff"
        raise click.UsageError(say("--output and {option} exclude each other.", option=other))
    typed = options.typed(values)
    config = options.config(values)
    here = config.for_path(Path())
    tracking = track(os.environ, author) if tracked else None
    marking = Marking(tracking, in_place, output, force)
    progress = Progress(sys.stderr, is_shown=shows_progress(), debug=debug)
    try:
        done = api.fix(
            paths or here.paths or (Path(),), config=config, baseline=baseline or here.baseline,
            force_exclude=force_exclude, unsafe=unsafe, write=not diff_only, watch=progress,
            stdin_name=stdin_name, stdin=stdin_bytes() if STDIN in paths else None,
            marking=marking,
        )
    finally:
        progress.clear()
    if diff_only:
        text, done = _diffs(done, progress)
        _show(text)
    elif STDIN in paths:
        _give_back(done)
    started = Started(program(), tuple(map(str, paths)), typed)
    report = _report(
        done, started, progress, err if diff_only or STDIN in paths else out, diff_only=diff_only
    )
    _say_beside(done, report, paths, diff_only=diff_only)
    if done.left:
        return STOPPED
    if not report.is_answer:
        return CANNOT
    if diff_only:
        return FOUND if done.changed else CLEAN
    least = fail_on or here.fail_on
    left = least != "never" and report.at_least(Severity[least.upper()])
    return FOUND if left else CLEAN


def _report(
    done: FixRun, started: Started, progress: Progress, tell: Callable[[str], None],
    *, diff_only: bool,
) -> Report:
    """Tell what was changed, or would be, and what is left; gives what could be told of."""
    changed = {
        (file.path if diff_only else file.copy or file.path): file.changed for file in done.files
    }
    documents = {
        file.copy or file.path: Made(
            file.changed if file.is_tracked and file.after != file.before else None, file.comments,
            file.path if file.copy else None,
        )
        for file in done.files if file.copy or file.is_tracked
    }
    made = {} if diff_only else documents
    text, report = rendered(
        done.report, lambda told: render(
            changed, told, diff_only, made, started,
            [file.path for file in told.files if readers.is_only_read(file.path)],
            [file.path for file in done.files if file.is_stdin],
        ), progress,
    )
    tell(text)
    return report


def _say_beside(
    done: FixRun, report: Report, paths: Collection[Path], *, diff_only: bool
) -> None:
    """Say what was not read, changed or looked at."""
    for file in done.files:
        err(told_others(file.path, file.others))
    err(told_all_unread(report) + told_cannot(report))
    if diff_only and any(one.path in paths and not one.path.exists() for one in report.cannot):
        err(told(
            say("--diff of fix shows what would change, and takes no revision"),
            say("What was found since a revision: lintwords check --diff REVISION"),
        ))
    if done.left:
        err(told(say_many("stopped; {n} file not looked at", "stopped; {n} files not looked at",
                          done.left)))


def _diffs(done: FixRun, progress: Progress) -> tuple[str, FixRun]:
    """What would change as a diff, and the run, with files that cannot be shown in `cannot`."""
    texts, cannot = [], list(done.report.cannot)
    for file in done.files:
        try:
            texts.append(_diff(file))
        except Exception as error:
            found = fault(file.path, error, "show")
            progress.trouble(found)
            cannot.append(Cannot(file.path, found.problem, found.hint))
    return "".join(texts), replace(done, report=replace(done.report, cannot=tuple(cannot)))


def _show(diff: str) -> None:
    """Print a diff; say so if it cannot be what `patch` takes."""
    try:
        diff.encode(sys.stdout.encoding or "utf-8")
        out(diff)
    except UnicodeEncodeError:  # a patch in the letters of a poor terminal would not apply
        out_bytes(guarded(diff).encode("utf-8", "surrogateescape"))
    if guarded(diff) != diff:
        err(told(
            say("the diff cannot be applied as it stands"),
            say("It shows signs that a terminal or a build server would obey, such as <U+001B>.\n"
                "To make the changes: lintwords fix"),
        ))


def _diff(file: FixedFile) -> str:
    from lintwords.reports.diff import diff  # only when a diff is asked for

    return diff(visible(str(file.path)), *file.texts) if file.after != file.before else ""


def _give_back(done: FixRun) -> None:
    """Standard input, fixed, byte for byte."""
    for file in done.files:
        if file.is_stdin:
            out_bytes(file.after)
