"""`lintwords report-false-alarm PATH`: what to paste into an issue about findings that are none."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from lintwords import __version__, api
from lintwords.cli import options
from lintwords.cli.exits import CANNOT, CLEAN, FOUND
from lintwords.cli.terminal import err, out
from lintwords.cli.trouble import told_cannot
from lintwords.cli.whole_numbers import Number
from lintwords.interface import say
from lintwords.model import Finding, MentionNote, Options, Report
from lintwords.reports.cells import one_line
from lintwords.reports.sentence import marked


@click.command("report-false-alarm", short_help="Print what helps to report a false alarm.")
@click.argument("path", type=click.Path(path_type=Path))
@options.settings
@click.option("--rule", metavar="RULE", help="Only findings of one rule.")
@click.option("--line", type=Number(1), metavar="N", help="Only findings on one line.")
@click.option("--words", is_flag=True,
              help="With the sentence and its words: only for a text that may be shown.")
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def report_false_alarm(
    path: Path, rule: str | None, line: int | None, words: bool, debug: bool, **values: Any
) -> int:
    """Print what the findings in PATH were made of, to paste into an issue.

    No word of the text, no file name and no path is in it, unless --words asks for them; nothing is
    sent anywhere.
    """
    report = api.check((path,), Options(explain_mentions=True), config=options.config(values))
    err(told_cannot(report))
    chosen = [
        one for one in report.findings
        if rule in (None, one.rule) and line in (None, one.at.line)
    ]
    if not report.is_answer and not chosen:
        return CANNOT
    if not chosen:
        err(say("No such finding.\n"))
        return FOUND
    out("\n".join(_lines(report, chosen, words)) + "\n")
    return CLEAN


def _lines(report: Report, chosen: list[Finding], words: bool) -> Iterator[str]:
    readings = ", ".join(report.readings)
    yield f"lintwords {__version__}, readings {readings}, Python {platform.python_version()}"
    # paragraphs of office documents have no lines, and each begins at the same column
    notes = {(note.path, note.part, note.start): note for note in report.mentions}
    for finding in chosen:
        yield ""
        yield f"rule: {finding.rule}, {finding.severity.word}, {finding.lang}"
        yield f"slot: {finding.slot or 'none (a line or label)'}; voice: {finding.voice.value}"
        safe = sum(fix.safe for fix in finding.fixes)
        yield f"fixes: {len(finding.fixes)}, safe: {safe}"
        note = notes.get((finding.path, finding.at.part, finding.at.start))
        if note is not None:
            yield f"cues: {_cues(note, words)}"
        if words:
            yield f"governor: {one_line(finding.governor) or 'none'}"
            yield f"sentence: {marked(finding)}"
    yield ""
    yield "What I expected, and why (the reading of the sentence, in your words):"


def _cues(note: MentionNote, words: bool) -> str:
    """The weights of what weighed most; what it was, only if words may be told."""
    told = (f"{one_line(cue)} {weight:+.2f}" if words else f"{weight:+.2f}"
            for cue, weight in note.cues)
    return ", ".join(told) or "none"
