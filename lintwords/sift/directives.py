"""What the comments of a document ask for, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintwords import later
from lintwords.model import Comment, Document

_DIRECTIVE = re.compile(r"([\w-]+)\s*([^:]*?)\s*(?::\s*(.*))?", re.DOTALL)
# {/* … */} of MDX, {{/* … */}} of Hugo, {# … #} of Jinja, {%- comment -%} … of Liquid
_FOREIGN = later.pattern(
    r"^[ \t]*(?P<all>\{(?:\{[-<%]?\s*/\*|/\*|#-?|%-?\s*comment\s*-?%\})\s*lintwords:\s*"
    r"(?P<text>[^\n]*?)\s*(?:\*/\s*[->%]?\}?\}|-?#\}|\{%-?\s*endcomment\s*-?%\}|$))", re.MULTILINE,
)
_HOLD_TEXT = ("markdown", "html", "text")
_SIGN = "lintwords:"
HERE, FILE = "ignore", "ignore-file"


class Directive(NamedTuple):
    """What an ignore comment asks for."""

    comment: Comment
    verb: str
    names: tuple[str, ...]  # rules or categories; none: every rule
    reason: str


def directives(document: Document) -> tuple[Directive, ...]:
    """The comments of a document that speak to lintwords, in their order.

    Nobody quoted speaks for the file that quotes: such a comment is text.
    """
    asked = (_directive(comment) for comment in document.comments)
    told = [one for one in asked if one.verb != FILE or not one.comment.is_quoted]
    return tuple(sorted((*told, *_foreign(document)), key=lambda one: one.comment.start))


def _foreign(document: Document) -> Iterator[Directive]:
    """Comments of MDX and of page makers that stand on a line of text, where they are none."""
    if document.format not in _HOLD_TEXT or not document.parts or _SIGN not in document.source:
        return
    read = [(one.map.runs[0].piece.start, max(run.piece.end for run in one.map.runs))
            for one in document.segments]
    for found in _FOREIGN.finditer(document.source):
        start, end = found.span("all")
        if any(low <= start < high for low, high in read):
            yield Directive(Comment(start, end, found["text"]), "", (), "")


def _directive(comment: Comment) -> Directive:
    match = _DIRECTIVE.fullmatch(comment.text)
    if match is None:
        return Directive(comment, "", (), "")
    return Directive(comment, match[1], tuple(re.findall(r"[^\s,]+", match[2])), match[3] or "")
