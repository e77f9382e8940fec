"""What the comments of a document ask for, as they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintwords.model import Comment, Document

_DIRECTIVE = re.compile(r"([\w-]+)\s*([^:]*?)\s*(?::\s*(.*))?", re.DOTALL)
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
    return tuple(one for one in asked if one.verb != FILE or not one.comment.is_quoted)


def _directive(comment: Comment) -> Directive:
    match = _DIRECTIVE.fullmatch(comment.text)
    if match is None:
        return Directive(comment, "", (), "")
    return Directive(comment, match[1], tuple(re.findall(r"[^\s,]+", match[2])), match[3] or "")
