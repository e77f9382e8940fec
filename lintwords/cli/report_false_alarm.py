"""`lintwords report-false-alarm PATH`: what to paste into an issue about findings that are none."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from lintwords import __version__, api
from lintwords.cli import options
from lintwords.cli.debugging import debug
from lintwords.cli.exits import CANNOT, CLEAN, FOUND
from lintwords.cli.terminal import err, out
from lintwords.cli.trouble import told_cannot
from lintwords.cli.whole_numbers import Number
from lintwords.interface import place, say
from lintwords.model import Finding, MentionNote, Options, Report
from lintwords.reports.cells import one_line
from lintwords.reports.sentence import marked

_TOLD = re.compile(r' ?\(?"[^"]*"\)?')  # words of a document in a place: paragraph 4 ("Harvest")


@click.command("report-false-alarm", short_help="Print what helps to report a false alarm.")
@click.argument("path", type=click.Path(path_type=Path))
@options.settings
@click.option("--rule", metavar="RULE", help="Only findings of one rule.")
@click.option("--line", type=Number(1), metavar="N", help="Only findings on one line.")
@click.option("--words", is_flag=True,
              help="With the sentence and its words: only for a text that may be shown.")
@debug
def report_false_alarm(
    path: Path, rule: str | None, line: int | None, words: bool, **values: Any
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
    yield say("lintwords {version}, readings {readings}, Python {python}", version=__version__,
              readings=", ".join(report.readings), python=platform.python_version())
    # paragraphs of office documents have no lines, and each begins at the same column
    notes = {(note.path, note.part, note.start): note for note in report.mentions}
    for finding in chosen:
        yield ""
        yield say("place: {place}", place=_place(finding, words))
        yield say("rule: {rule}, {severity}, {lang}", rule=finding.rule,
                  severity=say(finding.severity.word), lang=finding.lang)
        yield say("slot: {slot}; voice: {voice}", voice=finding.voice.value,
                  slot=finding.slot or say("none (a line or label)"))
        safe = sum(fix.safe for fix in finding.fixes)
        yield say("fixes: {fixes}, safe: {safe}", fixes=len(finding.fixes), safe=safe)
        note = notes.get((finding.path, finding.at.part, finding.at.start))
        if note is not None:
            yield say("cues: {cues}", cues=_cues(note, words))
        if words:
            yield say("governor: {governor}",
                      governor=one_line(finding.governor) or say("none"))
            yield say("sentence: {sentence}", sentence=marked(finding))
    yield ""
    yield say("What I expected, and why (the reading of the sentence, in your words):")


def _place(finding: Finding, words: bool) -> str:
    """Where a finding stands in its file; a heading or a name in that only if words may be told."""
    at = finding.at
    if at.line > 0:
        return say("line {line}, column {column}", line=at.line, column=at.column)
    return one_line(place(at.place if words else _TOLD.sub("", at.place)))


def _cues(note: MentionNote, words: bool) -> str:
    """The weights of what weighed most; what it was, only if words may be told."""
    told = (f"{one_line(cue)} {weight:+.2f}" if words else f"{weight:+.2f}"
            for cue, weight in note.cues)
    return ", ".join(told) or say("none")
