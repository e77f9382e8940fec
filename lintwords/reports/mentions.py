"""`check --explain-mentions`: one line a mention, with its rule or the reason of silence."""

from __future__ import annotations

from lintwords import interface
from lintwords.interface import say, signed, to_say
from lintwords.model import MentionNote, Report
from lintwords.reports.cells import one_line
from lintwords.reports.table import table

HEADS = to_say(
    "place", "words", "slot", "governor", "head", "rule or reason", "chance", "for", "against"
)


def render(report: Report) -> str:
    """A table of all mentions in reading order; says so where there are none."""
    if not report.mentions:
        return say("No mentions.\n") if report.files else ""
    return table([*map(say, HEADS)], [_row(mention) for mention in report.mentions])


def _row(mention: MentionNote) -> tuple[str, ...]:
    place = f"{mention.path}, {interface.place(mention.place)}"
    if mention.line > 0:
        place = f"{mention.path}:{mention.line}:{mention.column}"
    cells = (
        place, mention.words, mention.slot, mention.governor, mention.head,
        told(mention), f"{in_hundred(mention)} %" if mention.cues else "",
        ", ".join(pro(mention)), ", ".join(against(mention)),
    )
    return tuple(one_line(cell) or "-" for cell in cells)


def told(mention: MentionNote) -> str:
    """The rule, with what made its finding weaker; or the reason of silence."""
    if not mention.softened:
        return mention.verdict
    return say("{rule}, weaker: {why}", rule=mention.verdict, why=", ".join(mention.softened))


def in_hundred(mention: MentionNote) -> int:
    """The chance that a mention stands for the government, in a hundred."""
    return round(mention.chance / 10)


def pro(mention: MentionNote) -> list[str]:
    """The words that spoke most for the government, each with its weight."""
    return [f"{word} {signed(weight)}" for word, weight in mention.cues if weight > 0]


def against(mention: MentionNote) -> list[str]:
    """The words that spoke most against it."""
    return [f"{word} {signed(weight)}" for word, weight in mention.cues if weight < 0]
