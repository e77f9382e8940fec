"""JSON and CSV, a record a row: a row that is broken costs no other.

A plain JSONL file can be read from any byte on: a row belongs to the cut in which it begins.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any, BinaryIO, TextIO

from lintwords.corpus.job import Columns, Partition
from lintwords.corpus.record import Record, of_row
from lintwords.corpus.unpacked import DAMAGED, opened

_LONGEST = 100_000_000  # bytes or characters of a row; the text of one has a limit of its own
_TOO_LONG = f"It is longer than {_LONGEST // 10**6} MB."
_PIECE = 1 << 20  # bytes of a line that are passed over at once
_NO_TEXT = "It is no text in UTF-8."


def records(partition: Partition, columns: Columns) -> Iterator[Record]:
    """The records of a JSONL or CSV file, or of a cut of one."""
    last = ""
    try:
        with opened(partition.path) as file:
            read = _jsonl if partition.kind == "jsonl" else _csv
            for record in read(file, partition, columns):
                last = record.where
                yield record
    except DAMAGED as trouble:
        after = f"after {last}" if last else "the beginning"
        yield Record(after, partition.source, after, problem=f"The rest is damaged: {trouble}.",
                     is_rest=True)


def _jsonl(file: BinaryIO, partition: Partition, columns: Columns) -> Iterator[Record]:
    at = partition.start
    if at:
        file.seek(at - 1)
        at += _past_line(file) - 1  # the row before ends here, or in the first bytes
    while partition.end is None or at < partition.end:
        line = file.readline(_LONGEST)
        if not line:
            return
        where, at = f"byte {at}", at + len(line)
        if len(line) == _LONGEST and not line.endswith(b"\n"):
            at += _past_line(file)
            yield Record(where, partition.source, where, problem=_TOO_LONG)
        elif line.strip():
            yield _object(line, where, partition.source, columns)


def _past_line(file: BinaryIO) -> int:
    """Read to the end of the line, whatever its length; gives the bytes that were read."""
    read = 0
    while piece := file.readline(_PIECE):
        read += len(piece)
        if piece.endswith(b"\n"):
            break
    return read


def _object(line: bytes, where: str, source: str, columns: Columns) -> Record:
    try:
        row = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_Pairs)
    except UnicodeDecodeError:
        return Record(where, source, where, problem=_NO_TEXT)
    except (ValueError, RecursionError) as trouble:
        return Record(where, source, where, problem=f"It is no JSON: {trouble}.")
    if not isinstance(row, _Pairs):
        return Record(where, source, where, problem="It is no JSON object.")
    if twice := row.twice.intersection(filter(None, astuple(columns))):
        problem = f'Two of its values are named "{min(twice)}".'
        return Record(where, source, where, problem=problem)
    return of_row(row, where, source, columns)


class _Pairs(dict[str, Any]):
    """An object of JSON, with the names that stand in it more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice: set[str] = set()
        if len(self) < len(pairs):
            counted = Counter(name for name, _ in pairs)
            self.twice = {name for name, number in counted.items() if number > 1}


def _csv(file: BinaryIO, partition: Partition, columns: Columns) -> Iterator[Record]:
    """Rows by the names in the first one; bytes that are no UTF-8 spoil only their own row."""
    csv.field_size_limit(_LONGEST)
    text = io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="")
    rows = csv.reader(_lines(text), delimiter="\t" if partition.kind == "tsv" else ",")
    source, number = partition.source, 0
    heads: list[str] = []
    while True:
        where = f"row {number}"
        try:
            row = next(rows, None)
        except _TooLong:
            yield Record(where, source, where, problem=_TOO_LONG, is_rest=True)
            return
        except csv.Error as trouble:
            yield Record(where, source, where, problem=f"It is no CSV: {trouble}.")
            row = []
        if row is None:
            return
        number += 1
        if not heads:
            heads = row
        elif row and len(row) != len(heads):
            problem = f"It has {len(row)} fields, the first row has {len(heads)}."
            yield Record(where, source, where, problem=problem)
        elif row:
            yield of_row(dict(zip(heads, row, strict=True)), where, source, columns)


class _TooLong(Exception):
    """A line of CSV is longer than any; what follows cannot be told from it."""


def _lines(text: TextIO) -> Iterator[str]:
    while line := text.readline(_LONGEST):
        if len(line) == _LONGEST and not line.endswith(("\n", "\r")):
            raise _TooLong
        yield line


def heads(kind: str, file: BinaryIO) -> list[str]:
    """The columns of a CSV file, or all keys in the first rows of a JSONL file, each once."""
    if kind != "jsonl":
        text = io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="")
        try:
            return next(csv.reader(_lines(text), delimiter="\t" if kind == "tsv" else ","), [])
        except (csv.Error, _TooLong):
            return []
    found: dict[str, None] = {}
    for line in (file.readline(_LONGEST) for _ in range(20)):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        found.update(dict.fromkeys(row) if isinstance(row, dict) else {})
    return list(found)
