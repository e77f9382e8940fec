"""Which reader gives the texts of a partition."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.corpus import parquet, rows, warc
from lintwords.corpus.job import Columns, Partition
from lintwords.corpus.record import Record


def records(partition: Partition, columns: Columns) -> Iterator[Record]:
    """The records of one partition, in their order. Raises OSError where it cannot be read."""
    if partition.kind == "files":
        return _files(partition)
    if partition.kind == "parquet":
        return parquet.records(partition, columns)
    if partition.kind == "warc":
        return warc.records(partition)
    return rows.records(partition, columns)


def _files(partition: Partition) -> Iterator[Record]:
    for name in partition.files:
        path = partition.path / name if name else partition.path
        yield Record(name, partition.source, name or path.name, path=path)
