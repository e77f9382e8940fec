"""Batches of texts for research: an Arrow record batch in, one row a finding out.

Needs the extra `arrow`. Nothing is written or kept; the rules are loaded once a call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintwords import readers
from lintwords.errors import LintwordsError, SettingsError, install, nearest
from lintwords.interface import say
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Finding
from lintwords.run.check_files import check_files
from lintwords.run.discovery import STDIN
from lintwords.settings import given

if TYPE_CHECKING:
    import pyarrow as pa

FIELDS = (  # column → its Arrow type
    ("row", "int64"), ("rule", "string"), ("category", "string"), ("severity", "string"),
    ("voice", "string"), ("words", "string"), ("message", "string"), ("start", "int64"),
    ("end", "int64"), ("line", "int64"), ("column", "int64"), ("fingerprint", "string"),
    ("cannot", "string"),
)


def lint_batch(batch: pa.RecordBatch, linter: DocumentLinter) -> pa.RecordBatch:
    """The findings in the texts of `batch`, which has a column `text` and may have `format`.

    Each row of the answer is a finding (`row` is the row of its text; offsets are code points),
    or a text that could not be read, with the reason in `cannot` and all else null. A null text
    is skipped. Raises SettingsError for what is no batch, one without texts or an unknown format,
    LintwordsError if pyarrow is not installed.
    """
    arrow = _pyarrow()
    given.instance("batch", batch, arrow.RecordBatch, "a record batch of Arrow")
    texts, formats = _column(batch, "text"), [None] * batch.num_rows
    if "format" in batch.schema.names:
        formats = _column(batch, "format")
    rows: list[dict[str, Any]] = []
    for number, (text, format) in enumerate(zip(texts, formats, strict=True)):
        if text is not None:
            rows += _rows(number, text, format or "text", linter)
    schema = arrow.schema([(name, getattr(arrow, kind)()) for name, kind in FIELDS])
    answer: pa.RecordBatch = arrow.RecordBatch.from_pylist(rows, schema=schema)
    return answer


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as trouble:
        problem = say("cannot read Arrow batches: pyarrow is not installed")
        raise LintwordsError(problem, install("arrow")) from trouble
    return pyarrow


def _column(batch: pa.RecordBatch, name: str) -> list[Any]:
    if name not in batch.schema.names:
        hint = say("Its columns are: {names}", names=", ".join(batch.schema.names))
        raise SettingsError(say('the batch has no column "{name}"', name=name), hint)
    values: list[Any] = batch.column(batch.schema.get_field_index(name)).to_pylist()
    return values


def _rows(
    number: int, text: str, format: str, linter: DocumentLinter
) -> list[dict[str, Any]]:
    if format not in readers.TEXTS:
        raise SettingsError(
            say('format not known: "{format}"', format=format),
            nearest(format, readers.TEXTS),
        )
    data = given.coded(given.text("text", text), "surrogatepass")
    report = check_files(lambda _: linter, (STDIN,), stdin=data, format=format)
    unread = [{"row": number, "cannot": f"{item.message}. {item.hint}"} for item in report.cannot]
    return [*unread, *(_row(number, finding) for finding in report.findings)]


def _row(number: int, finding: Finding) -> dict[str, Any]:
    at = finding.at
    return {
        "row": number, "rule": finding.rule, "category": finding.category,
        "severity": finding.severity.word, "voice": finding.voice.value, "words": finding.words,
        "message": finding.message, "start": at.start, "end": at.end, "line": at.line,
        "column": at.column, "fingerprint": finding.fingerprint,
    }
