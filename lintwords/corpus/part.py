"""One partition → one part: each text judged, the rows and counts written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lintwords import __version__
from lintwords.api import LANGUAGES, ChosenLinters, Config, DocumentLinter, check, lint_bytes
from lintwords.corpus import tables
from lintwords.corpus.counts import Counts
from lintwords.corpus.folder import Folder
from lintwords.corpus.job import Job, Partition
from lintwords.corpus.record import Record
from lintwords.corpus.records import records
from lintwords.errors import CannotRead, LintwordsError
from lintwords.interface import say, system
from lintwords.model import FileReport, Options, Report
from lintwords.values import dataclass, replace

_MONTH = re.compile(r"(\d{4})[-/.]?(0[1-9]|1[0-2])")
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][\w-]+)?")


@dataclass(frozen=True, slots=True)
class Done:
    """A part is finished; or, with a problem, it is not."""

    partition: Partition
    documents: int = 0
    problem: str = ""


def finish(job: Job, partition: Partition) -> Done:
    """Judge a partition and write its part; the same one again gives the same bytes.

    Raises LintwordsError for trouble that is not that of this part alone: other rules, a full disk.
    """
    rules = _Rules(job.options)
    _check(job, rules.linter("auto"))
    counts = Counts()
    rows: dict[str, list[tables.Row]] = {"documents": [], "findings": []}
    try:
        for record in records(partition, job.columns):
            if record.is_other:
                counts.add_other()
                continue
            if record.is_rest:
                counts.add_cut(partition.source)
            file, report, trouble = _judged(record, rules, job.kind)
            about = {
                "source": record.source, "record": record.where, "id": record.id,
                "month": _month(record.date),
            }
            row = tables.document(about, file, report, trouble)
            rows["documents"].append(row)
            rows["findings"] += (tables.finding(about, one) for one in report.findings)
            counts.add(row, (one.rule for one in report.findings), judged=file.is_judged)
    except OSError as trouble:
        return Done(partition, problem=say("The system says: {reason}.", reason=system(trouble)))
    except CannotRead as error:
        return Done(partition, problem=f"{error}")
    _write(job, partition, rows, counts)
    return Done(partition, len(rows["documents"]))


def _write(
    job: Job, partition: Partition, rows: dict[str, list[tables.Row]], counts: Counts
) -> None:
    about = {
        "lintwords": job.version, "pack": job.pack, "readings": " ".join(job.readings),
        "source": partition.source, "part": str(partition.number),
    }
    fields = {"documents": tables.DOCUMENTS, "findings": tables.FINDINGS}
    data = {name: tables.encoded(job.format, rows[name], fields[name], about) for name in rows}
    Folder(job.out, job.format).write(partition.number, data, {**about, **counts.told()})


def _check(job: Job, linter: DocumentLinter) -> None:
    """A part by other rules would be no part of this run."""
    if (__version__, linter.stamp_of_all) != (job.version, job.pack):
        raise LintwordsError(
            "cannot judge a part: the rules or the version here are not those of the run",
            "Install the same lintwords on every worker, and begin anew if rules have changed.",
        )


class _Rules:
    """A linter for each language that records name."""

    def __init__(self, options: Options) -> None:
        self.options, self._by_lang = options, dict[str, DocumentLinter]()

    def linter(self, lang: str) -> DocumentLinter:
        """The linter for texts in `lang`, where the options leave it open."""
        asked = self.options.lang if self.options.lang != "auto" else lang
        if asked not in self._by_lang:
            options = replace(self.options, lang=asked)
            pool = ChosenLinters(Config(isolated=True), options, is_fixed=True)
            self._by_lang[asked] = pool.choose(Path())
        return self._by_lang[asked]

    def unread(self, lang: str) -> bool:
        """Whether a text is said to be in a language without rules."""
        return self.options.lang == "auto" and lang not in (*LANGUAGES, "auto")


def _judged(record: Record, rules: _Rules, kind: str) -> tuple[FileReport, Report, str]:
    """What was read of a record, what was found, and what is wrong with it."""
    lang = _language(record.lang)
    none = FileReport(Path(), "" if lang == "auto" else lang, 0)
    if record.problem:
        return none, Report(), record.problem
    if record.path is not None:
        report = check((record.path,), rules.options, cache=False)
    elif rules.unread(lang):
        words = len(record.data.split())
        return replace(none, words=words, is_judged=False), Report(), ""
    else:
        try:
            report = lint_bytes(rules.linter(lang), record.data, record.kind or kind)
        except CannotRead as error:
            return none, Report(), " ".join(_lines(error.problem, error.hint))
    file = next(iter(report.files), none)
    said = [line for one in report.cannot for line in _lines(one.message, one.hint)]
    said += (f"Not read: {one.what}." for one in file.missed)
    return file, report, " ".join(said)


def _lines(problem: str, hint: str) -> Iterator[str]:
    yield f"{problem}."
    yield from hint.splitlines()


def _language(tag: str) -> str:
    """The language that a record names by two letters; what is named otherwise is told anew."""
    found = _TAG.fullmatch(tag.strip())
    return found[1].lower() if found else "auto"


def _month(date: str) -> str:
    found = _MONTH.match(date.strip())
    return f"{found[1]}-{found[2]}" if found else ""
