"""Attributes that Pandoc, Kramdown and others let a writer hang on text: `[word]{.mark}`, `{#id}`.

Nobody sees them, but for the alt texts and titles among them. Braces that hold anything but names
of attributes are text, and are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_VALUE = r"""(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s{}"'=]{1,500})"""
_ONE = rf"(?:[#.][\w:.-]{{1,200}}|[\w:-]{{1,200}}={_VALUE}|-)"
LIST = re.compile(rf"\{{:?[ \t]*{_ONE}(?:[ \t]+{_ONE})*[ \t]*\}}")
# what a reader of the page sees, or hears
_SEEN = re.compile(
    r"""(?<=[ \t{])(?:(?:fig|tbl|lst)-|data-(?:[a-z]{1,20}-){0,3})?"""
    r"""(?:alt|cap|title|caption|description)="""
    r"""(?:"([^"\n]{1,500})"|'([^'\n]{1,500})')"""
)
_SPAN = re.compile(rf"\[([^\[\]\n]{{1,2000}})\](?={LIST.pattern})")
# the name of a directive, which its brackets part from words
_DIRECTIVE = re.compile(r"(?<![\w:]):{1,3}[A-Za-z][\w-]*\Z")
_DIRECTIVE_NAME = 50  # characters
_AFTER = frozenset("])*_~`")  # what attributes follow without a gap: the end of a mark
_UNDERLINE = re.compile(r"[\r\n][ \t]*(?:=+|-+)[ \t]*\Z")


def hung_on(source: str, at: int) -> int:
    """The end of the attributes that begin at `at`, behind a mark; `at` where none do."""
    if source[at : at + 1] != "{" or source[at - 1 : at] not in _AFTER:
        return at
    found = LIST.match(source, at)
    return found.end() if found else at


def seen(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words stand that attributes in source[start:end] show."""
    for found in _SEEN.finditer(source, start, end):
        yield found.span(found.lastindex or 1)


def brackets(source: str) -> Iterator[int]:
    """Where the brackets stand that only hold text together for attributes."""
    if "]{" in source:
        for span in _SPAN.finditer(source):
            before = source[max(span.start() - _DIRECTIVE_NAME, 0) : span.start()]
            if not before.endswith(("!", "\\")) and not _DIRECTIVE.search(before):
                yield span.start()
                yield span.end() - 1


def taken_for(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The text at the end of the heading source[start:end] that a parser takes for attributes."""
    text = source[start:end].rstrip()
    if under := _UNDERLINE.search(text, max(text.rfind("\n"), text.rfind("\r"), 0)):
        text = text[: under.start()]
    text = text.rstrip("# \t\r\n")
    first = text.rfind("{")
    if first < 0 or not text.endswith("}") or LIST.fullmatch(text, first):
        return None
    return start + first, start + len(text)
