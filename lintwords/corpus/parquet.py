"""Parquet: a record a row; a cut is a number of row groups. Needs the extra `arrow`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

from lintwords.corpus.job import Columns, Partition
from lintwords.corpus.record import OfType, Record, of_row
from lintwords.corpus.unpacked import must_be_file
from lintwords.errors import CannotRead, LintwordsError, install
from lintwords.interface import say

_ROWS = 1_000  # that are in memory at once


def records(partition: Partition, columns: Columns) -> Iterator[Record]:
    """The rows of the row groups of a partition."""
    arrow = library(say("cannot read {path}", path=partition.path))
    try:
        file = _opened(arrow, partition.path)
    except CannotRead as trouble:
        yield Record("the file", partition.source, "the file", problem=trouble.hint, is_rest=True)
        return
    with file:
        number = sum(file.metadata.row_group(group).num_rows for group in range(partition.start))
        wanted = [name for name in astuple(columns) if name in file.schema_arrow.names]
        groups = range(partition.start, partition.end or file.num_row_groups)
        try:
            for batch in file.iter_batches(_ROWS, row_groups=list(groups), columns=wanted):
                values = {
                    name: _values(arrow, batch.column(at), is_text=name == columns.text)
                    for at, name in enumerate(batch.schema.names)
                }
                for at in range(batch.num_rows):
                    number += 1
                    row = {name: column[at] for name, column in values.items()}
                    yield of_row(row, f"row {number}", partition.source, columns)
        except arrow.lib.ArrowException as trouble:
            where = f"after row {number}"
            problem = say("The rest of these rows is damaged: {trouble}.", trouble=trouble)
            yield Record(where, partition.source, where, problem=problem, is_rest=True)


def _values(arrow: Any, column: Any, *, is_text: bool) -> list[Any]:
    """The values of a column: a text as bytes, which may be no UTF-8; what else, as text.

    Of values that are no texts the column of texts holds the type, as Arrow calls it; elsewhere
    those that cannot be told, as lists, are not there.
    """
    types = arrow.types
    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    is_string = types.is_string(column.type) or types.is_large_string(column.type)
    if is_string or str(column.type) == "string_view":
        texts = column.cast(arrow.large_binary()).to_pylist()
        return texts if is_text else [text and text.decode("utf-8", "replace") for text in texts]
    if is_text and not _is_bytes(types, column.type):
        other = OfType(str(column.type))
        return [other if is_there else None for is_there in column.is_valid().to_pylist()]
    if types.is_timestamp(column.type):
        column = column.cast(arrow.timestamp(column.type.unit))  # a zone may not be known here
    try:
        values: list[Any] = (column if is_text else column.cast(arrow.string())).to_pylist()
    except (arrow.lib.ArrowException, ValueError, OverflowError):
        return [None] * len(column)
    return values


def _is_bytes(types: Any, type: Any) -> bool:
    return (types.is_binary(type) or types.is_large_binary(type)
            or types.is_fixed_size_binary(type) or str(type) == "binary_view")


def groups(path: Path) -> tuple[list[tuple[int, int]], list[str]]:
    """The bytes and rows of each row group of a file, and its columns. Raises CannotRead."""
    arrow = library(say("cannot read {path}", path=path))
    with _opened(arrow, path) as file:
        rows = [file.metadata.row_group(number) for number in range(file.num_row_groups)]
        return [(row.total_byte_size, row.num_rows) for row in rows], file.schema_arrow.names


def library(problem: str) -> Any:
    """The library, with its part for Parquet. Raises LintwordsError where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as trouble:
        told = say("{problem}: pyarrow is not installed", problem=problem)
        raise LintwordsError(told, install("arrow")) from trouble
    return pyarrow


def _opened(arrow: Any, path: Path) -> Any:
    must_be_file(path)
    try:
        return arrow.parquet.ParquetFile(path)
    except arrow.lib.ArrowInvalid as trouble:
        hint = say("It is no whole Parquet file: {trouble}.", trouble=trouble)
        raise CannotRead(say("cannot read {path}", path=path), hint, path) from trouble
