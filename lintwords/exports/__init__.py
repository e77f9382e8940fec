"""Rules for other programs: one module each, from a linter's rules to files, and what is lost.

A linter comes in; out goes an `Export`. The table is the only place that knows which programs there
are; a module is imported when it is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from lintwords.judge.document_linter import DocumentLinter
from lintwords.model.rule import Rule
from lintwords.settings.selection import is_on
from lintwords.values import dataclass

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
    def export(self, linter: DocumentLinter, rules: Sequence[Rule]) -> Export: ...


def export(name: str, linter: DocumentLinter, packs: Sequence[Path] = ()) -> Export:
    """The rules that are on for `linter`, for the program `name`, which must be one of EXPORTS.

    With `packs` only the rules that stand in them.
    """
    chosen = [
        rule for rule in sorted(linter.rules, key=lambda rule: rule.id)
        if is_on(rule, linter.options) and (not packs or rule.path in packs)
    ]
    module = importlib.import_module(f"lintwords.exports.{EXPORTS[name]}")
    return cast(_Exporter, module).export(linter, chosen)
