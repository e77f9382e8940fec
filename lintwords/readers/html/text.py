"""A stretch of HTML as a browser reads it: white space collapsed, references decoded."""

from __future__ import annotations

import re

from lintwords.readers.common.builder import HYPHENED, PARTED, SegmentBuilder
from lintwords.readers.html import tags
from lintwords.readers.html.mdx import NOTHING

_WHITE = "\t\n\f\r "
_SPECIAL = re.compile(rf"[\t\n\f\r ]{{2,}}|[\t\n\f\r]|&|{NOTHING}+")
# a line end after a hyphen, as converters leave it
_PARTS = re.compile(r"[ \t]*[\r\n]\s*(?=[^\W\d_A-Z])")


def add_text(
    builder: SegmentBuilder, text: str, start: int, end: int, shift: int, *, in_value: bool = False
) -> None:
    """Add text[start:end] as a browser reads it: white space collapsed, references decoded."""
    if not builder.takes_space:
        while start < end and text[start] in _WHITE:
            start += 1
    position = start
    while (match := _SPECIAL.search(text, position, end)) is not None:
        first, position = match.span()
        read = "" if text[first] == NOTHING else " "
        if text[first] == "&":
            found = tags.reference(text, first, end, in_value=in_value)
            if found is None:
                continue
            read, position = found
        builder.verbatim(start + shift, first + shift)
        if read in ("\t", "\n", "\f", "\r", " "):
            if _PARTS.match(text, first) and HYPHENED.search(text, max(first - 2, start), first):
                builder.read_as(PARTED, first + shift, position + shift)
                start = position
                continue
            builder.space(first + shift, position + shift)
        else:
            builder.read_as(read, first + shift, position + shift)
        start = position
    builder.verbatim(start + shift, end + shift)
