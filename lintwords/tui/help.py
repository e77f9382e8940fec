"""Pages of the review that are only read: all keys, and the page of a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintwords.reports import page
from lintwords.reports.view import View
from lintwords.rule import Rule
from lintwords.tui.keys import GROUPS, Command, shown
from lintwords.tui.lines import BLANK, HEAD, KEY, PLAIN, Line, Piece, line, paragraph
from lintwords.tui.words import say

_KEYS = 22  # columns


def all_keys(commands: Sequence[Command], width: int) -> list[Line]:
    """Every command with its keys, by group."""
    rows: list[Line] = []
    for group in GROUPS:
        rows += [line(Piece(say(f"group-{group}"), HEAD))]
        if group == "decide":
            rows.append(_row("1 to 9", say("key-choose")))
        for command in commands:
            if command.group == group and command.keys:
                keys = "  ".join(map(shown, command.keys))
                rows.append(_row(keys, say(f"key-{command.name}"), f"do:{command.name}"))
        rows.append(BLANK)
    rows += paragraph(say("help-up"), width)
    rows += paragraph(say("help-mouse"), width)
    return rows


def _row(keys: str, text: str, action: str = "") -> Line:
    gap = " " * max(_KEYS - len(keys), 2)
    return line(" ", Piece(keys, KEY, action), Piece(f"{gap}{text}", PLAIN, action))


def rule_page(rule: Rule, filters: Mapping[str, str], width: int, *, ascii: bool) -> list[Line]:
    """The page that `lintwords explain` shows, without the line on how to switch it off."""
    text = page.render(rule, filters, View(width=width, ascii=ascii))
    rows = [line(Piece(row, PLAIN if row.startswith(" ") else HEAD)) for row in text.splitlines()]
    return rows
