"""Text that a parser of Markdown takes for code, since extensions of it set text apart as code is.

Under a note of MkDocs (`!!! note`, `??? tip`, `=== "Tab"`) and in a list of definitions text is
indented.
"""

from __future__ import annotations

import re

# the line over an indented text: a note, a tab, a definition
_OVER = re.compile(r"[ ]{0,3}(?:(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+\S|[:~][ \t]+\S|/// )")
_REACH = 2_000  # characters over an indented text that are looked at


def is_text(source: str, at: int) -> bool:
    """Whether the indented block at `at` stands under a line that sets text apart."""
    before = source[max(at - _REACH, 0) : at].rstrip()
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return _OVER.match(before, start) is not None
