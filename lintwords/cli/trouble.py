"""Trouble with the tool, as the terminal tells it: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.errors import LintwordsError, RulePackError, SettingsError
from lintwords.linter import LANGUAGES
from lintwords.model import Cannot, Report
from lintwords.reports.cells import visible
from lintwords.reports.words import count, unjudged

NOTHING = "Nothing was checked."


def told(problem: str, hint: str = "") -> str:
    """`lintwords: …` and the lines of the hint, indented by two spaces."""
    lines = [f"lintwords: {visible(problem)}"]
    lines += [f"  {visible(line)}" for line in hint.splitlines() if line.strip()]
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


def told_unread(report: Report) -> str:
    """What was not read of the files that were: a line for each of them."""
    told_of = (file for file in report.files if file.unread)
    return "".join(
        told(f"{file.path}: not read: {', '.join(file.unread)}") for file in told_of
    )


def told_unjudged(report: Report) -> str:
    """That nothing was judged, where all that was read is in languages without rules."""
    if not report.files or report.judged:
        return ""
    known = f"Languages with rules: {', '.join(LANGUAGES)}. --lang says what a text is written in."
    return told(unjudged(report).rstrip("."), f"{known}\n{NOTHING}")


def _each(cannot: Sequence[Cannot], checked: int) -> list[str]:
    lines = [told(trouble.message, trouble.hint) for trouble in cannot]
    if lines and checked:
        others = "file was" if checked == 1 else f"{count(checked, 'file')} were"
        lines.append(f"  The other {others} checked.\n")
    return lines
