"""`lintwords check`: parse, ask the api, print, choose an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from lintwords import api, reports
from lintwords.cli.progress import Progress
from lintwords.cli.terminal import err, make_view, out
from lintwords.cli.trouble import told_cannot, told_unread
from lintwords.discovery import STDIN
from lintwords.errors import LintwordsError, SettingsError
from lintwords.model import Options, Report, Severity
from lintwords.rule import PROFILES

CLEAN, FOUND, CANNOT = 0, 1, 2
SEVERITIES = tuple(severity.word for severity in reversed(Severity))
# formats for programs and files that do not tell a person at the terminal how much was read
_SUMMED = (
    "line", "jsonl", "sarif", "github", "gitlab", "rdjson", "checkstyle", "junit", "html"
)  # fmt: skip


def _split(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    """`--select a,b --select c` → a, b, c."""
    return tuple(name.strip() for item in value for name in item.split(",") if name.strip())


def _severity(ctx: click.Context, param: click.Parameter, value: str) -> Severity:
    return Severity[value.upper()]


@click.command(short_help="Report findings in files and folders.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-f", "--format", "name", type=click.Choice(list(reports.REPORTS)), default="full",
              show_default=True, help="How to print findings.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the report there; the summary still goes to standard error.")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error",
              show_default=True, help="Least severity that ends with exit code 1.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="suggestion", callback=_severity,
              show_default=True, help="Least severity that is shown.")
@click.option("--profile", type=click.Choice(PROFILES), default="default", show_default=True,
              help="Which rules, and how strong.")
@click.option("--government-term", metavar="TERM", default="government", show_default=True,
              help="The wording that fixes use; it is never a finding itself.")
@click.option("--names", type=click.Path(path_type=Path), metavar="FILE",
              help="Another country profile.")
@click.option("--pack", "packs", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Rules of your own; may be given more than once.")
@click.option("--select", multiple=True, callback=_split, metavar="RULE,…",
              help="Only these rules or categories.")
@click.option("--ignore", multiple=True, callback=_split, metavar="RULE,…",
              help="Not these rules or categories.")
@click.option("--lang", default="auto", show_default=True, metavar="|".join(api.LANGUAGES),
              help="Language of the texts, whatever they say; auto reads what they say.")
@click.option("--encoding", metavar="NAME",
              help="For files that declare none and are not UTF-8.")
@click.option("--stdin-name", default="", metavar="NAME",
              help="The name and type of standard input, which is -.")
@click.option("--explain-mentions", is_flag=True,
              help="List every mention with its slot, and its rule or the reason of silence.")
@click.option("--force-exclude", is_flag=True, hidden=True,  # hooks give it; nothing excludes yet
              help="Excludes hold for named files too.")
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
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def check(
    paths: tuple[Path, ...], name: str, output: Path | None, fail_on: str, stdin_name: str,
    limit: int, quiet: int, verbose: bool, color: str, ascii_only: bool, width: int | None,
    debug: bool, force_exclude: bool, redact: bool, **core: Any,
) -> int:
    """Report findings in PATHS: files, folders, or - for standard input. Default: this folder."""
    options = Options(keep_passed=verbose, **core)
    if options.explain_mentions and name not in ("full", "line"):
        raise SettingsError(
            f"--explain-mentions prints a table, not {name}", f"Leave out --format {name}."
        )
    if redact and name != "html":
        raise SettingsError(f"--redact is for --format html, not {name}", "Leave out --redact.")
    progress = Progress(sys.stderr, is_shown=_shows_progress(), timing=verbose, debug=debug)
    try:
        report = api.check(
            paths or (Path(),), options, stdin_name=stdin_name, watch=progress,
            stdin=sys.stdin.buffer.read() if STDIN in paths else None,
        )
    finally:
        progress.clear()
    view = make_view(
        sys.stdout, os.environ, color=color, ascii_only=ascii_only, width=width, verbose=verbose,
        limit=limit, to_file=output is not None, redact=redact,
    )
    _print(report, "line" if quiet and name == "full" else name, view, options, output, quiet)
    if quiet < 2:
        err(told_unread(report))
    err(told_cannot(report))
    if report.cannot:
        return CANNOT
    return FOUND if fail_on != "never" and report.at_least(Severity[fail_on.upper()]) else CLEAN


def _print(
    report: Report, name: str, view: reports.View, options: Options, output: Path | None,
    quiet: int,
) -> None:
    if quiet < 2 or output:
        text = _text(report, name, view, options)
        if output:
            _save(output, text)
        else:
            out(text)
    if name == "github" and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from lintwords.reports.github import step_summary  # only in a workflow

        _save(Path(path), step_summary(report), append=True)
    if not quiet and (output or name in _SUMMED):
        from lintwords.reports.words import summary  # the report itself holds no summary

        sentence = summary(report)
        err(f"{sentence}\n" if sentence else "")


def _text(report: Report, name: str, view: reports.View, options: Options) -> str:
    if options.explain_mentions:
        from lintwords.reports import mentions  # only when asked for

        return mentions.render(report)
    return reports.render(name, report, view)


def _save(path: Path, text: str, *, append: bool = False) -> None:
    try:
        with path.open("ab" if append else "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as trouble:
        hint = f"The system says: {trouble.strerror or trouble}."
        raise LintwordsError(f"cannot write {path}", hint) from trouble


def _shows_progress() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
