"""Whether a plain text is a report of our own: it quotes what was found, and no text is to be
judged by it."""

from __future__ import annotations

from lintwords import later

# place, two blanks, weight, two blanks, rule; a long place stands on a line of its own
_HEAD = later.pattern(r"[^\r\n]{1,1000}?(?:\r?\n)? {2}\w{1,20} {2}[a-z0-9]+(?:-[a-z0-9]+)*\r?\n")
# the words as they stand in the text, and the marks below them
_SHOWN = later.pattern(r"(?m)^ *\d* \| [^\r\n]*\r?\n *\| *\^+\r?$")
_WITHIN = 2_000  # characters after the first line in which words are shown


def is_report(text: str) -> bool:
    """Whether a text begins as the report for people does, with a finding shown in full."""
    head = _HEAD.match(text)
    return head is not None and _SHOWN.search(text, head.end(), head.end() + _WITHIN) is not None
