"""Where a blank line parts paragraphs, as far as the bytes of a source tell without reading it."""

from __future__ import annotations

import re

from lintwords import later

_OVER_BLANK_LINES = (b"<", b"{/*")  # what opens that in Markdown and in MDX
_FENCES = (b"---", b"+++")
_FRONT_MATTER = later.pattern(
    rb"---.*?[\r\n](?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)|\+\+\+.*?[\r\n]\+\+\+[ \t]*(?=[\r\n]|\Z)",
    re.DOTALL,
)


def undivided(format: str, data: bytes) -> int:
    """How many bytes at the start of a text must be taken for one paragraph.

    In what follows a blank line parts all paragraphs. A tag of HTML, and a field of front matter,
    may go on over one.
    """
    if format == "text":
        return 0
    if format != "markdown" or any(sign in data for sign in _OVER_BLANK_LINES):
        return len(data)
    if not data.startswith(_FENCES):
        return 0
    front_matter = _FRONT_MATTER.match(data)
    return front_matter.end() if front_matter else len(data)
