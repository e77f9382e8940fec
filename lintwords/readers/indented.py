"""Text that a parser of Markdown takes for code, since extensions of it set text apart as code is.

Under a note of MkDocs (`!!! note`, `??? tip`, `=== "Tab"`) and in a list of definitions text is
indented; MyST fences notes as code (```` ```{note} ````). Diagrams are code that a page draws.
"""

from __future__ import annotations

import re

# the line over an indented text: a note, a tab, a definition
_OVER = re.compile(r"[ ]{0,3}(?:(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+\S|[:~][ \t]+\S|/// )")
_LINE = re.compile(r"[^\r\n]*")
_REACH = 2_000  # characters over an indented text that are looked at
_NOTES = frozenset(
    "admonition attention caution danger error hint important note seealso tip warning topic "
    "sidebar epigraph highlights pull-quote container figure versionadded versionchanged "
    "deprecated card dropdown tab-set tab-item grid grid-item grid-item-card details margin aside "
    "div blockquote exercise solution proof theorem example remark glossary list-table".split()
)
_DRAWINGS = frozenset("mermaid plantuml puml graphviz dot d2 wavedrom bpmn markmap".split())


def is_text(source: str, at: int) -> bool:
    """Whether the indented block at `at` stands under a line that sets text apart."""
    before = source[max(at - _REACH, 0) : at].rstrip()
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return _OVER.match(before, start) is not None


def is_note(info: str) -> bool:
    """Whether a fence with this line opens a note: `{note}`, `{admonition} Title`."""
    name, _, _ = info.removeprefix("{").partition("}")
    return info.startswith("{") and name.strip().lower() in _NOTES


def title(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the title of the note stands that a fence at `start` opens."""
    line = _LINE.match(source, start, end)
    if line is None or (at := line[0].find("}")) < 0:
        return None
    return start + at + 1, line.end()


def is_drawing(info: str) -> bool:
    """Whether a fence with this line opens code that a page shows as a drawing."""
    name = info.strip("{}").split()[:1]
    return bool(name) and name[0].strip("{}").lower() in _DRAWINGS
