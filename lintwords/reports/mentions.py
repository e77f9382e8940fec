"""`check --explain-mentions`: one line a mention, with its rule or the reason of silence."""

from __future__ import annotations

from lintwords.model import MentionNote, Report
from lintwords.reports.cells import one_line
from lintwords.reports.table import table

HEADS = ("place", "words", "slot", "governor", "head", "rule or reason", "cues")


def render(report: Report) -> str:
    """A table of all mentions in reading order; says so where there are none."""
    if not report.mentions:
        return "No mentions.\n" if report.files else ""
    return table(HEADS, [_row(mention) for mention in report.mentions])


def _row(mention: MentionNote) -> tuple[str, ...]:
    place = f"{mention.path}, {mention.place}"
    if mention.line > 0:
        place = f"{mention.path}:{mention.line}:{mention.column}"
    cells = (
        place, mention.words, mention.slot, mention.governor, mention.head,
        mention.verdict, ", ".join(f"{word} {weight:+.1f}" for word, weight in mention.cues),
    )  # fmt: skip
    return tuple(one_line(cell) or "-" for cell in cells)
