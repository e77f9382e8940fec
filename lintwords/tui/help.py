"""Pages of the review that are only read: all keys, the page of a rule, and a diff."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lintwords.model.rule import Rule
from lintwords.reports import page
from lintwords.reports.cells import visible
from lintwords.reports.view import View
from lintwords.tui import changes
from lintwords.tui.keys import GROUPS, Command, shown
from lintwords.tui.layout import breaks
from lintwords.tui.lines import (
    ADDED,
    BLANK,
    DIM,
    HEAD,
    KEY,
    PLAIN,
    REMOVED,
    Line,
    Piece,
    line,
    paragraph,
)  # fmt: skip
from lintwords.tui.project import Review
from lintwords.tui.words import say

_KEYS = 22  # columns
_DIFF_ROLES = {"+": ADDED, "-": REMOVED, "@": HEAD}


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


def diff_page(review: Review, files: Iterable[int], width: int) -> list[Line]:
    """What a write changes in some files; long lines go on below."""
    rows: list[Line] = []
    for file in files:
        document = review.texts[file].document
        if document is None:
            continue
        for row in changes.diff(review.session, document, file):
            sign, text = row[:1], visible(row[1:].rstrip("\r\n"))
            role = _DIFF_ROLES.get(sign, PLAIN)
            at = breaks(text, width - 1)
            for start, end in zip(at, (*at[1:], len(text)), strict=True):
                head = sign if start == 0 else " "
                rows.append(line(Piece(head, role), Piece(text[start:end], role)))
    return rows or [line(Piece(say("diff-none"), DIM))]
