"""One text of an archive, or why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from lintwords.corpus.job import Columns
from lintwords.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Record:
    """A text with what its row says of it.

    `where` is its place in the source: a byte, a row, a path. The text is `data`, UTF-8 where it
    came from rows, or the file `path`. `problem` says what is wrong with a
    record that gives none; one that `is_rest` stands for all that a damaged source still holds. One
    that `is_other` holds no text at all, as a picture does, and is only
    counted.
    """

    where: str
    source: str
    id: str = ""
    data: bytes = b""
    path: Path | None = None
    kind: str = ""  # the format of the text, where it has one of its own
    lang: str = ""
    date: str = ""
    problem: str = ""
    is_other: bool = False
    is_rest: bool = False


class OfType(NamedTuple):
    """Stands for a value that is no text, by the name of its type."""

    name: str


def of_row(row: dict[str, Any], where: str, source: str, columns: Columns) -> Record:
    """The record of one row; whatever is wrong with it stands in `problem`."""
    told = Record(
        where, _said(row, columns.source) or source, _said(row, columns.id) or where,
        lang=_said(row, columns.lang), date=_said(row, columns.date),
    )
    value = row.get(columns.text)
    if isinstance(value, bytes):
        return replace(told, data=value)
    if value is None:
        return replace(told, problem=f"It has no {columns.text}.")
    if not isinstance(value, str):
        kind = value.name if isinstance(value, OfType) else type(value).__name__
        return replace(told, problem=f"Its {columns.text} is no text but of the type {kind}.")
    try:
        return replace(told, data=value.encode())
    except UnicodeEncodeError as trouble:
        broken = f"Its {columns.text} is no Unicode text (character {trouble.start})."
        return replace(told, problem=broken)


def _said(row: dict[str, Any], column: str) -> str:
    value = row.get(column) if column else None
    return "" if value is None else str(value).encode("utf-8", "replace").decode()
