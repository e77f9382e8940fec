"""The examples of rules that stand in the tables of the tests, `data/more_examples_LANG.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lintwords.model import Severity
from lintwords.model.rule import Example

DATA = Path(__file__).parent / "data"


def examples(lang: str) -> Iterator[tuple[str, Example]]:
    """Each with the id of its rule; the line of an example is its line in the table."""
    text = (DATA / f"more_examples_{lang}.jsonl").read_text("utf-8")
    for nth, line in enumerate(text.splitlines(), 1):
        row = json.loads(line)
        severity = Severity[row.pop("severity").upper()] if "severity" in row else None
        rule, finds = row.pop("rule"), tuple(row.pop("finds"))
        yield rule, Example(**row, finds=finds, severity=severity, line=nth)
