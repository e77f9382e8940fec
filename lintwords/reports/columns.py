"""Columns as each format counts them, from the one way they are counted inside.

Inside, columns are code points from 1. Two formats that programs read count otherwise; the table
says so once, and a test holds each of them to a line with an emoji, a Chinese word and a combining
mark. Formats that print no column (gitlab, junit) are not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lintwords.model import Edit, Finding, Report


def _code_points(text: str) -> int:
    return len(text)


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


# format → how long a text is in the format's unit
UNITS: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "checkstyle": _code_points,
        "github": _code_points,
        "line": _code_points,
        "rdjson": _utf8,  # reviewdog: "column in UTF-8 bytes, from 1"
        "sarif": _code_points,  # the log says columnKind: unicodeCodePoints
    }
)


class Region(NamedTuple):
    """A stretch of a text file in a format's unit; lines and columns from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Columns:
    """Regions of one report in the unit of one format."""

    def __init__(self, report: Report, format: str) -> None:
        self._lines = {file.path: file.lines for file in report.files}
        self._length = UNITS[format]

    def region(self, finding: Finding) -> Region | None:
        """Where `finding` stands; None in a document that has no lines."""
        at = finding.at
        if at.line <= 0:
            return None
        return self._counted(finding, Region(at.line, at.column, at.end_line, at.end_column))

    def edit(self, finding: Finding, edit: Edit) -> Region | None:
        """Where an edit of `finding` stands; None unless it begins and ends in lines of its own.

        An offset is counted from the finding's own, so that line ends need not be known.
        """
        at, lines = finding.at, self._lines.get(finding.path, ())
        if at.line <= 0 or edit.part != at.part:
            return None
        region = Region(at.line, at.column + edit.start - at.start,
                        at.end_line, at.end_column + edit.end - at.end)
        fits = _within(lines, region.line, region.column) and \
            _within(lines, region.end_line, region.end_column)
        return self._counted(finding, region) if fits else None

    def _counted(self, finding: Finding, region: Region) -> Region:
        lines = self._lines.get(finding.path, ())
        return Region(
            region.line, self._column(lines, region.line, region.column),
            region.end_line, self._column(lines, region.end_line, region.end_column),
        )

    def _column(self, lines: Sequence[str], line: int, column: int) -> int:
        before = lines[line - 1][: column - 1] if line <= len(lines) else ""
        return column - len(before) + self._length(before)


def _within(lines: Sequence[str], line: int, column: int) -> bool:
    return line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
