"""Trouble with the tool, as the terminal tells it: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lintwords.api import LANGUAGES, Let
from lintwords.cli.started import as_started
from lintwords.errors import LintwordsError, RulePackError, SettingsError
from lintwords.model import Cannot, Report, Unread
from lintwords.reports.cells import visible
from lintwords.reports.words import capital, count, unjudged

NOTHING = "Nothing was checked."
_NOTHING_TOLD = "nothing tells another language than that of the rules"
_NAMED = 5


def told(problem: str, hint: str = "") -> str:
    """`lintwords: …` and the lines of the hint, indented by two spaces."""
    lines = [f"lintwords: {visible(problem)}"]
    lines += [f"  {visible(line)}" for line in as_started(hint).splitlines() if line.strip()]
    return "\n".join(lines) + "\n"


def told_error(error: LintwordsError) -> str:
    """An error that stops the run."""
    hint = error.hint
    if isinstance(error, (SettingsError, RulePackError)) and NOTHING not in hint:
        hint = f"{hint}\n{NOTHING}"
    return told(error.problem, hint)


def told_cannot(report: Report) -> str:
    """All paths that could not be checked; the last says what became of the others."""
    troubled = {trouble.path for trouble in report.cannot}
    return "".join(_each(report.cannot, sum(f.path not in troubled for f in report.files)))


def told_unread(path: Path, parts: Sequence[Unread], *, quiet: bool = False) -> str:
    """What was not read of a file that was: first what a reader sees; with `quiet` only that."""
    seen = [one for one in parts if one.is_seen]
    rest = [one.what for one in parts if not one.is_seen]
    said = ""
    if seen:
        kinds = ",".join(sorted({one.kind for one in seen}))
        lines = [f"{capital(one.what)}." for one in seen]
        lines.append(f"To accept that: --accept-unread {kinds}")
        said = told(f"cannot read all of {path}", "\n".join(lines))
    return said + (told(f"{path}: {', '.join(rest)}") if rest and not quiet else "")


def told_all_unread(report: Report, *, quiet: bool = False) -> str:
    """What was not read of all files that were."""
    return "".join(told_unread(file.path, file.unread, quiet=quiet) for file in report.files)


def told_others(path: object, others: int) -> str:
    """That a file was replaced under one of its names only."""
    if not others:
        return ""
    names, keep = ("name", "keeps") if others == 1 else ("names", "keep")
    return told(f"{path}: its {count(others, 'other ' + names.removesuffix('s'))}"
                f" ({'a hard link' if others == 1 else 'hard links'}) {keep} the old text")


def told_unjudged(report: Report) -> str:
    """That nothing was judged, where all that was read is in languages without rules."""
    if not report.files or report.judged:
        return ""
    known = f"Languages with rules: {', '.join(LANGUAGES)}. --lang says what a text is written in."
    return told(unjudged(report).rstrip("."), f"{known}\n{NOTHING}")


def told_overruled(report: Report) -> str:
    """Which files say that they are in another language than their words."""
    rows = [
        f"{file.path} says {one.said}, its words {one.lang}"
        for file in report.files for one in file.spoken[:1] if one.said
    ]
    if not rows:
        return ""
    number = count(len(rows), "file")
    more = [f"and {len(rows) - _NAMED:,} more"] if len(rows) > _NAMED else []
    problem = f"{number} in another language than said: the words count"
    return told(problem, "\n".join([*rows[:_NAMED], *more]))


def told_readings(report: Report) -> str:
    """That known findings were found by another reading than the present one."""
    if not report.known_by:
        return ""
    from lintwords.api import baseline  # most runs have none

    pairs = baseline.others(report.known_by, report.readings)
    return "".join(
        told(f"the baseline is of the reading {before}, this run reads by {now}",
             "What came and went: lintwords audit. To take it as known: --baseline-write")
        for before, now in pairs
    )  # fmt: skip


def told_languages(report: Report) -> str:
    """What was decided for each file, and why."""
    lines = []
    for file in report.files:
        said = "; ".join(
            f"{one.lang}, {count(one.words, 'word')} ({one.why}"
            f"{f'; it says {one.said}' if one.said else ''})" for one in file.spoken
        )
        lines.append(told(f"{file.path}: {said or _NOTHING_TOLD}"))
    return "".join(lines)


def told_opened(report: Report) -> str:
    """For which words files were read in which nothing was found: a line each."""
    found = {finding.path for finding in report.findings}
    return "".join(
        f"{visible(str(file.path))}: read for {' … '.join(map(visible, file.opened))}\n"
        for file in report.files if file.opened and file.path not in found
    )


def told_settings(let: Iterable[Let]) -> str:
    """By which settings less is told than the rules would: a line each."""
    return "".join(f"{visible(one.where)}: {visible(one.says)}\n" for one in let)


def _each(cannot: Sequence[Cannot], checked: int) -> list[str]:
    lines = [told(trouble.message, trouble.hint) for trouble in cannot]
    if lines and checked:
        others = "file was" if checked == 1 else f"{count(checked, 'file')} were"
        lines.append(f"  The other {others} checked.\n")
    return lines
