"""The one door for TOML that others wrote: what is nested too deep is refused before it is parsed.

The parser keeps each part of a dotted key with all the parts before it: one key of 48,000 parts,
in a file of 100 KB, would take ten gigabytes.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from lintwords import later

DEEPEST = 50  # brackets, tables or parts of a key inside each other

# A text that does not end is taken to where it had to: no sign is looked at twice, and what the
# parser takes for a part of a text is taken for one here.
_PART = later.pattern(
    r'''#[^\n]*|"""(?:[^\\"]+|\\(?:.|\Z)|"(?!""))*(?:"{3,5}|\Z)'''
    r"""|'''(?:[^']+|'(?!''))*(?:'{3,5}|\Z)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?"""
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<dot>\.)|(?P<end>[\n=,])|[^\[\]{}#\"'.\n=,]+|.",
    re.DOTALL,
)


class NotToml(ValueError):
    """A text is no TOML; says what the parser says of it."""


class TooDeep(ValueError):
    """More than `DEEPEST` things are inside each other; `at` is the place in the text."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def parse(text: str) -> dict[str, Any]:
    """The values of a TOML text.

    Raises TooDeep, NotToml, and ValueError for a number of thousands of digits.
    """
    if sys.version_info >= (3, 11):  # takes 10 ms; who keeps what came of a file does not ask
        import tomllib
    else:
        import tomli as tomllib
    at = _too_deep(text)
    if at is not None:
        raise TooDeep(at)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise NotToml(str(trouble)) from trouble


def _too_deep(text: str) -> int | None:
    """Where more than `DEEPEST` brackets are open in a TOML text, or a key has more parts."""
    depth = dots = 0
    for found in _PART.finditer(text):
        match found.lastgroup:
            case None:
                continue
            case "open":
                depth += 1
            case "close":
                depth = max(depth - 1, 0)
            case "dot":
                dots += 1
            case "end":
                dots = 0
        if depth > DEEPEST or dots > DEEPEST:
            return found.start()
    return None
