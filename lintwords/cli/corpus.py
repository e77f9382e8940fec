"""`lintwords corpus`: parse, ask for a run over an archive, show how far it is, print counts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from lintwords.api import free_processors, readers
from lintwords.cli import options
from lintwords.cli.debugging import debug
from lintwords.cli.pace import Pace
from lintwords.cli.progress import shows_progress
from lintwords.cli.terminal import err, out
from lintwords.cli.trouble import told
from lintwords.cli.whole_numbers import Number
from lintwords.corpus import FORMATS, Columns, Counts, Job, Run, run
from lintwords.interface import number, say, say_many, to_say
from lintwords.reports.table import table
from lintwords.reports.words import count

CLEAN, CANNOT = 0, 2
_SHOWN = 20  # groups of a table
_MB = 1_000_000
_COUNTED = to_say("documents", "words", "findings", "flagged")


@click.command(short_help="Count findings in an archive, part by part.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path, file_okay=False),
              metavar="DIR", help="The folder for the parts; the same command goes on in it.")
@click.option("-f", "--format", "format", type=click.Choice(FORMATS), default="jsonl",
              show_default=True, help="What the parts are written as.")
@click.option("--text", default="text", show_default=True, metavar="COLUMN",
              help="The column or key that holds the texts.")
@click.option("--id", "id_", default="id", show_default=True, metavar="COLUMN",
              help="That of what a text is called, where there is one.")
@click.option("--lang-column", default="", metavar="COLUMN",
              help="That of the language of each text, as en; else it is told by the text.")
@click.option("--date", default="", metavar="COLUMN", help="That of dates, to count by month.")
@click.option("--source", default="", metavar="COLUMN",
              help="That of what to count by.  [default: the file]")
@click.option("--as", "kind", type=click.Choice(readers.TEXTS), default="text", show_default=True,
              help="The format of the texts in rows.")
@click.option("--part-size", type=click.FloatRange(min=0, min_open=True), default=16,
              show_default=True, metavar="MB", help="How much of a source makes a part.")
@click.option("-j", "--jobs", type=Number(min=1), metavar="N",
              help="Processes on this machine.  [default: one a free processor]")
@click.option("--scheduler", default="", metavar="ADDRESS",
              help="Let a Dask cluster do it, as tcp://host:8786.")
@options.settings
@debug
def corpus(
    sources: tuple[Path, ...], folder: Path, format: str, text: str, id_: str, lang_column: str,
    date: str, source: str, kind: str, part_size: float, jobs: int | None, scheduler: str,
    **values: Any,
) -> int:
    """Judge all texts in SOURCES; write findings and counts of each text into a folder.

    Sources are folders, JSONL, CSV, TSV, Parquet, WARC and WET files, also packed as .gz and .zst.
    A run that is stopped goes on where it was: parts that are finished are not made again.
    """
    here = options.config(values).for_path(Path())
    job = Job(
        sources, folder, here.options, Columns(text, id_, lang_column, date, source), kind, format,
        max(1, int(part_size * _MB)),
    )
    pace = Pace(sys.stderr, is_terminal=shows_progress())
    try:
        done = run(job, processes=jobs or free_processors(), scheduler=scheduler, watch=pace.show)
    except KeyboardInterrupt:
        pace.clear()
        err(say("Stopped. The same command goes on where it was.\n"))
        raise
    finally:
        pace.clear()
    out(_tables(done.counts))
    err(_summary(done, folder))
    for one in done.cannot:
        err(told(one.message, one.hint))
    return CANNOT if done.cannot or done.counts.all["bad"] else CLEAN


def _tables(counts: Counts) -> str:
    """What was found by rule, source and month."""
    blocks = [
        _table(say("rule"), counts.rules, _COUNTED[2:]),
        _table(say("source"), counts.by["sources"], _COUNTED),
        _table(say("month"), counts.by["months"], _COUNTED, is_dated=True),
    ]
    return "\n".join(filter(None, blocks))


def _table(
    name: str, groups: Mapping[str, Counter[str]], columns: tuple[str, ...], *,
    is_dated: bool = False,
) -> str:
    """The groups with the most findings, or all months in their order."""
    order = sorted(groups) if is_dated else sorted(
        groups, key=lambda group: (-groups[group]["findings"], group)
    )
    shown = order if is_dated else order[:_SHOWN]
    rows = [(*(number(groups[group][column]) for column in columns), group) for group in shown]
    if len(shown) < len(order):
        more = say_many("and {n} more", "and {n} more", len(order) - len(shown))
        rows.append((*("" for _ in columns), more))
    return table([*map(say, columns), name], rows) if rows else ""


def _summary(done: Run, folder: Path) -> str:
    whole = done.counts.all
    told = [say(
        "{findings} in {texts} of {number}, {words}.",
        findings=count(whole["findings"], "finding"), texts=count(whole["flagged"], "text"),
        number=number(whole["documents"]), words=count(whole["words"], "word"),
    )]
    if done.skipped:
        told.append(say_many(
            "{n} part of {parts} had been finished before.",
            "{n} parts of {parts} had been finished before.",
            done.skipped, parts=number(done.parts),
        ))
    if whole["bad"]:
        told.append(say_many(
            "{n} text could not be read whole: see their trouble.",
            "{n} texts could not be read whole: see their trouble.", whole["bad"],
        ))
    if whole["unjudged"]:
        told.append(say_many("{n} text in languages without rules.",
                             "{n} texts in languages without rules.", whole["unjudged"]))
    wrote = say("Wrote {folder}: documents, findings, summary.json, summary.svg.", folder=folder)
    return f"{' '.join(told)}\n{wrote}\n"
