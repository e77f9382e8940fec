"""A check from what is asked to a report that is printed or written, and an exit code.

On request safe fixes are made before it, and a baseline is written after it. What is asked comes
from the options of `lintwords check`, or, where there are none, from nobody: then the library that
reads options, which takes longer to load than such a check, is not needed.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords import api, reports
from lintwords.api import STDIN, free_processors, whole
from lintwords.cli.exits import CANNOT, CLEAN, FOUND
from lintwords.cli.program_name import program
from lintwords.cli.progress import Progress, shows_progress
from lintwords.cli.rendering import rendered
from lintwords.cli.terminal import PLAIN, Look, err, make_view, out, stdin_bytes
from lintwords.cli.trouble import (
    told,
    told_all_unread,
    told_cannot,
    told_copies,
    told_languages,
    told_moved,
    told_opened,
    told_others,
    told_overruled,
    told_readings,
    told_settings,
    told_unasked,
    told_unfit,
    told_unjudged,
)
from lintwords.errors import CannotWrite, SettingsError
from lintwords.interface import say, say_many
from lintwords.model import Options, Report, Severity
from lintwords.reports.cells import one_line, visible
from lintwords.reports.let_go import let_go
from lintwords.reports.next_commands import Started
from lintwords.reports.words import unjudged
from lintwords.values import dataclass, replace

if TYPE_CHECKING:
    from lintwords.api import Config, FixRun

_NEW = 20  # entries that a write names
# formats for programs and files that do not tell a person at the terminal how much was read
_SUMMED = frozenset(reports.REPORTS) - {"full", "json"}


@dataclass(frozen=True)
class Asked:
    """What a check is asked for; what is not said is as the options have it by default.

    `typed` are the options that stand for settings, as they were typed; `of_rules` those of them
    that say which rules there are.
    """

    paths: tuple[Path, ...]
    config: Config
    typed: tuple[str, ...] = ()
    of_rules: tuple[str, ...] = ()
    name: str = "full"
    output: Path | None = None
    fail_on: str | None = None
    stdin_name: str = ""
    look: Look = PLAIN
    quiet: int = 0
    debug: bool = False
    force_exclude: bool = False
    explain_mentions: bool = False
    baseline: Path | None = None
    baseline_write: bool = False
    since: str | None = None
    statistics: bool = False
    group_by: str | None = None
    no_cache: bool = False
    fixes: bool = False
    jobs: int | None = None


def run(asked: Asked) -> int:
    """Check, print what was found, and give the exit code."""
    _refuse_what_does_not_go_together(asked)
    config, debug, verbose = asked.config, asked.debug, asked.look.verbose
    here = config.for_path(Path())
    known = asked.baseline or here.baseline
    done = _fixed(asked, known, here.paths) if asked.fixes else None
    progress = Progress(sys.stderr, is_shown=shows_progress(), timing=verbose, debug=debug)
    try:
        report = api.check(
            asked.paths or here.paths or (Path(),),
            Options(keep_passed=verbose, explain_mentions=asked.explain_mentions),
            config=config.showing_all() if asked.baseline_write else config,
            baseline=None if asked.baseline_write else known, force_exclude=asked.force_exclude,
            since=asked.since, cache=not asked.no_cache and not debug,
            processes=asked.jobs or free_processors(), stdin_name=asked.stdin_name, watch=progress,
            stdin=stdin_bytes() if STDIN in asked.paths else None,
        )
    finally:
        progress.clear()
    if done:
        seen = {row.path for row in report.cannot}
        unwritten = (row for row in done.report.cannot if row.path not in seen)
        report = replace(report, cannot=(*report.cannot, *unwritten))
    if asked.baseline_write:
        is_all = bool(here.paths and not asked.paths)  # what settings call all
        return _write_baseline(report, known, asked, is_all=is_all)
    least = asked.fail_on or here.fail_on
    weight = None if least == "never" else Severity[least.upper()]
    view = make_view(
        sys.stdout, os.environ, asked.look, to_file=asked.output is not None, fail_on=weight,
        started=Started(program(), tuple(map(str, asked.paths)), asked.typed, asked.of_rules),
    )
    if asked.output is not None:
        report = without_earlier(report, asked.output)
    report = _print(report, asked, view, known, progress)
    if debug:
        err(told_languages(report))
    if verbose:
        if asked.name == "line":  # its report holds findings alone, for programs
            err("".join(f"{row}\n" for row in let_go(report.passed, ())))
        err(told_settings(config.lets_through()) + told_opened(report) + told_copies(report))
    walked = any(path.is_dir() for path in asked.paths or (Path(),))
    if walked and not asked.quiet:
        err(told_unfit(config))
    err(_trouble(report, asked.quiet))
    if not report.is_answer:
        return CANNOT
    return FOUND if any(map(view.fails, report.findings)) else CLEAN


def _refuse_what_does_not_go_together(asked: Asked) -> None:
    name = asked.name
    if asked.explain_mentions and name not in ("full", "line"):
        raise SettingsError(
            say("--explain-mentions prints a table, not {name}", name=name),
            say("Leave out --format {name}.", name=name),
        )
    if (asked.statistics or asked.group_by) and name not in ("full", "line"):
        raise SettingsError(
            say("--statistics and --group-by are for people, not for {name}", name=name),
            say("Leave out --format {name}.", name=name),
        )
    if asked.look.redact and name != "html":
        raise SettingsError(
            say("--redact is for --format html, not {name}", name=name),
            say("Leave out --redact."),
        )
    if asked.baseline_write and asked.since:
        raise SettingsError(
            say("--baseline-write takes all findings of the files, and --diff tells some of them"),
            say("Leave out --diff, and name the files: lintwords check --baseline-write FILE"),
        )
    only_reports = asked.since or asked.baseline_write or asked.explain_mentions
    if asked.fixes and (STDIN in asked.paths or only_reports):
        raise SettingsError(
            say("--fix changes whole files, and only reports beside that"),
            say("Fix first: lintwords fix"),
        )


def _fixed(asked: Asked, baseline: Path | None, otherwise: Sequence[Path]) -> FixRun:
    """Apply the safe fixes, as `lintwords fix` does, and say how many there were."""
    from lintwords.api import Marking, track  # late: a check makes no fixes
    from lintwords.reports.fixed import told_changed

    done = api.fix(
        asked.paths or otherwise or (Path(),), config=asked.config, baseline=baseline,
        force_exclude=asked.force_exclude, marking=Marking(track(os.environ)),
        watch=Progress(sys.stderr, is_shown=False, debug=asked.debug),
    )
    err(f"{told_changed({file.copy or file.path: file.changed for file in done.files})}\n")
    for file in done.files:
        err(told_others(file.path, file.others))
    return done


def _write_baseline(
    report: Report, path: Path | None, asked: Asked, *, is_all: bool
) -> int:
    """Take what was found as known, and say so."""
    if path is None:
        raise SettingsError(say("no place for a baseline"), say("Name one: --baseline FILE"))
    is_whole = is_all or api.walks_all(asked.paths or (Path(),), path)
    done = api.write_baseline(path, report, is_whole=is_whole, config=asked.config)
    parts = (
        (say_many("{n} new", "{n} new", done.fresh), done.fresh),
        (say_many("{n} of a renamed file", "{n} of renamed files", done.moved), done.moved),
        (say_many("{n} gone", "{n} gone", done.gone), done.gone),
        (say_many("{n} of files that were not checked", "{n} of files that were not checked",
                  done.unseen), done.unseen),
    )
    told_parts = ", ".join(words for words, number in parts if number)
    entries = say_many("{n} entry", "{n} entries", len(done.entries))
    err(say("Wrote {path}: {entries}: {parts}.\n", path=path, entries=entries, parts=told_parts)
        if told_parts else say("Wrote {path}: {entries}.\n", path=path, entries=entries))
    err("".join(
        f"  {say('{was} is now {now}', was=visible(was), now=visible(now))}\n"
        for was, now in sorted(done.moves.items())
    ))
    fresh = done.entries[len(done.entries) - done.fresh :]
    if len(fresh) < len(done.entries):  # the first write is all new
        left = len(fresh) - _NEW
        rows = [
            say("new: {place}: {rule}: {words}", place=one.path, rule=one.rule,
                words=one_line(one.words))
            for one in fresh[:_NEW]
        ]
        rows += [say_many("and {n} more", "and {n} more", left)] if left > 0 else []
        err("".join(f"  {visible(row)}\n" for row in rows))
    if fresh:
        from lintwords.cli.noted import told_notes  # only who writes a baseline asks

        err(told_notes(path.parent, fresh, report))
    err(told_all_unread(report) + told_cannot(report) + told_unjudged(report))
    return CLEAN if report.is_answer else CANNOT


def _trouble(report: Report, quiet: int) -> str:
    """What was not read or not judged."""
    said = told_all_unread(report, quiet=quiet > 1)
    if not quiet:
        said += told_overruled(report) + told_unasked(report)
    if quiet < 2:
        said += told_readings(report) + told_moved(report)
    if quiet == 1 and report.judged and (passed := unjudged(report)):
        said += told(passed.rstrip("."))  # a line of -q says nothing of what was not judged
    return said + told_cannot(report) + told_unjudged(report)


def _print(
    report: Report, asked: Asked, view: reports.View, known: Path | None, progress: Progress
) -> Report:
    """Print the report; gives what it could tell of."""
    name, output, quiet = _shape(asked), asked.output, asked.quiet
    if quiet < 2 or output:
        text, report = rendered(report, lambda told: _text(told, name, view), progress)
        if output:  # a report for people that is kept says what the terminal says beside it
            text += _trouble(report, quiet) if name in ("full", "line") else ""
            text = reports.sealed(text) if name == "full" else text
            files = [*(row.path for row in report.cannot), *(row.path for row in report.files)]
            refuse_losing(output, files, known, asked.config)
            save(output, text)
        else:
            out(text, painted=view.color or view.links, as_is=name in reports.MACHINES)
    if name == "github" and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from lintwords.reports.outputs.github import step_summary  # only in a workflow

        whole.append(Path(path), _encoded(step_summary(report)))
    if not quiet and (output or name in _SUMMED):
        from lintwords.reports.words import summary  # the report itself holds no summary

        sentence = summary(report)
        err(f"{sentence}\n" if sentence else "")
    return report


def _shape(asked: Asked) -> str:
    """The report that is printed, by its name and what it is grouped by."""
    if asked.statistics or asked.group_by:
        return f"{'statistics' if asked.statistics else 'group'} {asked.group_by or 'rule'}"
    if asked.quiet and asked.name == "full":
        return "line"
    return "mentions" if asked.explain_mentions else asked.name


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


def refuse_losing(
    path: Path, checked_files: Iterable[Path], known: Path | None, config: Config
) -> None:
    """Raise CannotWrite where a report would be written over what it is about, or made with.

    The page of an earlier run may be replaced.
    """
    checked = say("It was checked in this run, and would be lost. Name another file.")
    held = say("It is a file of settings, rules, names or known findings of this run, and would be "
               "lost. Name another file.")
    kept = {
        **dict.fromkeys(config.files(), held),
        **dict.fromkeys(checked_files, checked),
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


def save(path: Path, text: str) -> None:
    """Write a report whole, or into the device or pipe that `path` stands for."""
    if _is_stream(path):
        whole.append(path, _encoded(text))
    else:
        err(told_others(path, whole.replace(path, _encoded(text))))


def without_earlier(report: Report, output: Path) -> Report:
    """The report without the page of an earlier run that lay where this one goes.

    Where nothing else was checked it stays, so that nobody takes it for a clean text.
    """
    others = tuple(file for file in report.files if not _is_same(file.path, output))
    is_there = 0 < len(others) < len(report.files)
    return replace(report, files=others) if is_there and api.is_made_report(output) else report


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
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode) or (path.is_symlink() and stat.S_ISREG(mode))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
