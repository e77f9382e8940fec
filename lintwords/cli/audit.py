"""`lintwords audit`: everything that is let through, with its reason, and what hits nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from lintwords import api
from lintwords.api import Config, Let, authors, baseline, comments
from lintwords.cli import options
from lintwords.cli.exits import CANNOT, CLEAN
from lintwords.cli.progress import Progress, shows_progress
from lintwords.cli.terminal import err, out
from lintwords.cli.trouble import told_all_unread, told_cannot, told_unfit, told_unjudged
from lintwords.interface import say, to_say
from lintwords.model import Finding, Options, Report
from lintwords.reports.alike import Row, drawn_together
from lintwords.reports.cells import cut, one_line, visible
from lintwords.reports.sentence import marked
from lintwords.reports.table import table
from lintwords.reports.words import count, where
from lintwords.tui import notes

_SENTENCE = 60  # cells of a sentence
_REACHES = {
    "here": "only here", "file": "this rule in this file", "everywhere": "these words everywhere",
    "passage": "its passage", "whole": "the whole file",
}

@click.command(short_help="List everything that is let through, and why.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.settings
@click.option("--baseline", "known", type=click.Path(path_type=Path), metavar="FILE",
              help=f"Findings that are known.  [default: {baseline.NAME} if it is there]")
@click.option("--each", is_flag=True,
              help="Each finding on a line of its own, also where only its place is its own.")
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def audit(
    paths: tuple[Path, ...], known: Path | None, each: bool, debug: bool, **values: Any
) -> int:
    """List ignore comments, known findings and rules that are off in PATHS, with their reasons.

    Findings of one file and rule that are let through for one reason stand on one line.

    What hits nothing any more comes last, so that it can be taken out. Where the baseline was
    written with another reading, what that one did not find is listed too.
    """
    config = options.config(values)
    here = config.for_path(Path())
    path = known or here.baseline
    progress = Progress(sys.stderr, is_shown=shows_progress(), debug=debug)
    wanted = paths or here.paths or (Path(),)
    try:
        report = api.check(
            wanted, Options(), config=config, watch=progress
        )
    finally:
        progress.clear()
    read = {file.path for file in report.files}
    sifted = baseline.opened(path, report.renamed).sift(report.findings, read)
    changed = baseline.others(baseline.readings(path) if path else (), report.readings)
    sections = [
        *_comments(report, each), *_known(path, sifted, each), *_settings(config, wanted),
        *_new(path, sifted, changed, each), *_silent(report),
        *(_entries(path, sifted.idle, read, config, changed, each) if path else ()),
    ]
    out("\n".join(sections) if sections else say("Nothing is let through.\n"))
    err(told_unfit(config))
    err(told_all_unread(report) + told_cannot(report) + told_unjudged(report))
    return CLEAN if report.is_answer else CANNOT


def _width() -> int | None:
    """The cells that a line of a section has on a terminal; None where there is none."""
    if not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size((80, 24)).columns - 2


def _section(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        lines = table([*map(say, heads)], rows, _width()).splitlines()
        yield f"{title}\n" + "".join(f"  {line}\n" for line in lines)


def _comments(report: Report, each: bool) -> Iterator[str]:
    by = _Authors((one.finding.path, one.line) for one in report.ignored)
    rows = [
        _row(one.finding, _reach(one.reach), *by.cells(one.finding.path, one.line),
             one_line(one.reason), note=one.where)
        for one in report.ignored
    ]
    title = say("Ignored by a comment: {findings}", findings=count(len(rows), "finding"))
    heads = (*to_say("place", "rule", "words", "comment", "reaches"), *by.heads,
             *to_say("reason"))
    yield from _section(title, heads, drawn_together(rows, each=each, noted="comment"))


def _known(path: Path | None, sifted: baseline.Sifted, each: bool) -> Iterator[str]:
    file = path or Path(baseline.NAME)
    by = _Authors((file, one.line) for one in sifted.known)
    noted = notes.in_files(sifted.known)
    rows = [
        _row(one.finding, _reach(one.reach), *by.cells(file, one.line),
             one_line(say("open, with the note: {note}", note=noted[id(one.finding)])
                      if id(one.finding) in noted else one.reason))
        for one in sifted.known
    ]
    title = say("Known in {path}: {findings}", path=path, findings=count(len(rows), "finding"))
    heads = (*to_say("place", "rule", "words", "reaches"), *by.heads, *to_say("reason"))
    yield from _section(title, heads, drawn_together(rows, each=each))


def _settings(config: Config, paths: Sequence[Path]) -> Iterator[str]:
    let = config.lets_through()
    excludes = [one.origin.file for one in let if one.setting == "exclude"]
    # each is counted in the whole folder of its settings: below PATH alone it may hit nothing
    tops = dict.fromkeys(
        Path(os.path.relpath(file.parent)) for file in excludes if file is not None
    )
    held_back = _held_back(config, tuple(tops) or paths) if excludes else {}
    rows = [
        (one_line(one.name), one.value, one_line(one.where))
        for one in let if one.setting in ("rules", "ignore")
    ]
    yield from _section(
        say("Rules that settings switch off or soften"), to_say("rule", "is", "from"), rows
    )
    others = [
        (one.name, one_line(one.value), one_line(one.where)) for one in let if not one.setting
    ]
    yield from _section(
        say("Other settings that change what is found or read"),
        to_say("setting", "is", "from"), others,
    )
    left_out = [
        (one_line(one.name), str(held_back.get(one, 0)), one_line(one.where))
        for one in let if one.setting == "exclude"
    ]
    heads = to_say("pattern", "files", "from")
    yield from _section(say("Paths that settings leave out"), heads, left_out)


def _held_back(config: Config, paths: Sequence[Path]) -> Mapping[Let, int]:
    """How many files that a walk would take each exclude leaves out."""
    every = api.find(paths, api.ChosenLinters(Config(isolated=True), Options())).files
    return Counter(filter(None, map(config.excluding, every)))


def _new(
    path: Path | None, sifted: baseline.Sifted, changed: Sequence[tuple[str, str]], each: bool
) -> Iterator[str]:
    """What is found by a reading that is not the baseline's; phrases do not hang on readings."""
    for before, now in changed:
        rows = [
            _row(one) for one in sifted.new
            if one.slot and one.lang == now.partition("-")[0]
        ]
        title = say(
            "Found by the reading {now} and not in {path}, which is of {before}: {rows}",
            now=now, path=path, before=before, rows=len(rows),
        )
        together = drawn_together(rows, each=each)
        yield from _section(title, to_say("place", "rule", "words"), together)


def _silent(report: Report) -> Iterator[str]:
    idle = [one for one in report.findings if one.category == comments.CATEGORY]
    by = _Authors((one.path, one.at.line) for one in idle)
    rows = [
        (where(one), one.rule, *by.cells(one.path, one.at.line), visible(one.words))
        for one in idle
    ]
    yield from _section(
        say("Comments that do nothing: {rows}", rows=len(rows)),
        (*to_say("place", "because"), *by.heads, *to_say("comment")), rows,
    )


def _entries(
    path: Path, idle: Sequence[baseline.Entry], read: Collection[Path], config: Config,
    changed: Sequence[tuple[str, str]], each: bool,
) -> Iterator[str]:
    """Entries of the baseline that hit nothing: of what was checked, and of what never will be."""
    known = _rules(config) if idle else frozenset()
    checked = {os.path.realpath(file) for file in read}
    kinds: dict[str, list[baseline.Entry]] = {"unknown": [], "checked": [], "left out": []}
    for entry in idle:
        file = path.parent / entry.path
        if entry.rule not in known:
            kinds["unknown"].append(entry)
        elif os.path.realpath(file) in checked or not file.exists():
            kinds["checked"].append(entry)
        elif config.excludes(file):
            kinds["left out"].append(entry)
    title = say(
        "Entries of {path} that hit nothing in what was checked: {entries}",
        path=path, entries=len(kinds["checked"]),
    )
    if changed:
        before, now = (", ".join(names) for names in zip(*changed, strict=True))
        title = say(
            "Entries of {path} (of the reading {before}, now {now}) that hit nothing in what was "
            "checked: {entries}",
            path=path, before=before, now=now, entries=len(kinds["checked"]),
        )
    yield from _rows(title, path, kinds["checked"], each)
    title = say("Entries of {path} of files that settings leave out: {entries}",
                path=path, entries=len(kinds["left out"]))
    yield from _rows(title, path, kinds["left out"], each)
    title = say("Entries of {path} of rules that there are not: {entries}",
                path=path, entries=len(kinds["unknown"]))
    yield from _rows(title, path, kinds["unknown"], each)


def _rows(
    title: str, path: Path, entries: Sequence[baseline.Entry], each: bool
) -> Iterator[str]:
    by = _Authors((path, entry.line) for entry in entries)
    rows = [
        Row(visible(entry.path), visible(entry.path), entry.rule, one_line(entry.words),
            (_reach(entry.reach), entry.since, *by.cells(path, entry.line),
             one_line(entry.reason)), sentence=_stood(entry))
        for entry in entries
    ]
    heads = (*to_say("path", "rule", "words", "reaches", "since"), *by.heads, *to_say("reason"))
    yield from _section(title, heads, drawn_together(rows, each=each))


def _rules(config: Config) -> frozenset[str]:
    """What rules are called that there are, whether they are on or not."""
    rows = [one for _, one in api.rule_set(config)]
    return frozenset(name for one in (*rows, *comments.RULES) for name in (one.id, *one.aliases))


class _Authors:
    """Two columns with who wrote lines, and when; none where git knows of no line."""

    def __init__(self, places: Iterable[tuple[Path, int]]) -> None:
        lines: dict[Path, set[int]] = defaultdict(set)
        for path, line in places:
            if line > 0:
                lines[path].add(line)
        self._known = {path: authors.of_lines(path, rows) for path, rows in lines.items()}
        is_known = any(self._known.values())
        self.heads = to_say("author", "date") if is_known else ()

    def cells(self, path: Path, line: int) -> tuple[str, ...]:
        """The author and the date of a line, as cells of a row."""
        if not self.heads:
            return ()
        author = self._known.get(path, {}).get(line)
        return (one_line(author.name), author.day) if author else ("", "")


def _row(finding: Finding, *rest: str, note: str = "") -> Row:
    return Row(
        visible(str(finding.path)), where(finding), finding.rule, one_line(finding.words), rest,
        note, marked(finding, _SENTENCE),
    )


def _reach(reach: str) -> str:
    """How far an entry or a comment reaches, in words."""
    return say(_REACHES[reach])


def _stood(entry: baseline.Entry) -> str:
    """The words of an entry with those that stood round them, all that is kept of the sentence."""
    around = one_line(f"{entry.before} [{entry.words}] {entry.after}").strip()
    return cut(around, _SENTENCE, "…") if entry.before or entry.after else ""
