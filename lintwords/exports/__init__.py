"""Rules for other programs: one module each, from a linter's rules to files, and what is lost.

A linter comes in; out goes an `Export`. The table is the only place that knows which programs there
are; a module is imported when it is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, cast

from lintwords.judge.linter import DocumentLinter

__all__ = ["EXPORTS", "Export", "export"]

# name → module
EXPORTS: Mapping[str, str] = MappingProxyType({"vale": "vale", "tbx": "tbx"})


@dataclass(frozen=True, slots=True)
class Export:
    """Files by their path, the number of rules in them, and what could not be carried.

    `lost` is a row for each rule of which something is left behind: id, what, and why or which.
    """

    files: Mapping[str, str]
    rules: int
    lost: tuple[tuple[str, str, str], ...] = ()


class _Exporter(Protocol):
    def export(self, linter: DocumentLinter) -> Export: ...


def export(name: str, linter: DocumentLinter) -> Export:
    """The rules that are on for `linter`, for the program `name`, which must be one of EXPORTS."""
    module = importlib.import_module(f"lintwords.exports.{EXPORTS[name]}")
    return cast(_Exporter, module).export(linter)
