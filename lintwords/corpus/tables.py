"""Rows → the bytes of a part: what columns there are, and how JSONL and Parquet hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lintwords.model import FileReport, Finding, Report, Severity

DOCUMENTS = (  # column → its Arrow type
    ("source", "string"), ("record", "string"), ("id", "string"), ("lang", "string"),
    ("month", "string"), ("words", "int64"), ("judged", "bool_"), ("error", "int64"),
    ("warning", "int64"), ("suggestion", "int64"), ("trouble", "string"),
)
FINDINGS = (
    ("source", "string"), ("record", "string"), ("id", "string"), ("month", "string"),
    ("rule", "string"), ("category", "string"), ("severity", "string"), ("voice", "string"),
    ("words", "string"), ("message", "string"), ("start", "int64"), ("end", "int64"),
    ("line", "int64"), ("column", "int64"), ("fingerprint", "string"),
)

Row = dict[str, Any]
Fields = Sequence[tuple[str, str]]


def document(about: Row, file: FileReport, report: Report, trouble: str) -> Row:
    """The row of a text that was read."""
    count = {severity.word: report.count(severity) for severity in Severity}
    return {
        **about, "lang": file.lang, "words": file.words, "judged": file.is_judged, **count,
        "trouble": trouble or None,
    }


def finding(about: Row, one: Finding) -> Row:
    at = one.at
    return {
        **about, "rule": one.rule, "category": one.category, "severity": one.severity.word,
        "voice": one.voice.value, "words": one.words, "message": one.message, "start": at.start,
        "end": at.end, "line": at.line, "column": at.column, "fingerprint": one.fingerprint,
    }


def encoded(format: str, rows: Iterable[Row], fields: Fields, metadata: Mapping[str, str]) -> bytes:
    """The file with `rows`; in Parquet `metadata` stands in it."""
    whole = ({name: row.get(name) for name, _ in fields} for row in rows)
    if format == "parquet":
        return _parquet(list(whole), fields, metadata)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in whole)
    return "".join(lines).encode("utf-8", "backslashreplace")


def _parquet(rows: Sequence[Row], fields: Fields, metadata: Mapping[str, str]) -> bytes:
    from lintwords.corpus import parquet  # needs an extra

    arrow = parquet.library("cannot write Parquet")
    schema = arrow.schema([(name, getattr(arrow, kind)()) for name, kind in fields], dict(metadata))
    sink = arrow.BufferOutputStream()
    table = arrow.Table.from_pylist(rows, schema=schema)
    arrow.parquet.write_table(table, sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data
