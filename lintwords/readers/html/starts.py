"""What the start tag of an element says of it: that it is a block, void, hidden, beside, code."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintwords.readers.common import struck
from lintwords.readers.html import apart as htmlapart
from lintwords.readers.html import lines, nesting
from lintwords.readers.html import tags as htmltags
from lintwords.readers.html.open_elements import OpenElements
from lintwords.readers.html.tags import Tag
from lintwords.readers.html.values import holds_code, is_shown_template, value

_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0*)?(?![.\d])", re.IGNORECASE
)


class Start(NamedTuple):
    """A start tag, and how its element is read."""

    tag: Tag
    block: bool  # it ends the segment before it
    void: bool  # nothing stands in it
    hidden: bool  # nobody sees it
    beside: bool  # it is seen beside the sentence, and no part of it
    code: bool
    styles: tuple[str, ...]  # what is said of it, the weightiest last
    display: str  # how they set it; empty if none says it
    placed: bool  # it stands where its style puts it
    apart: bool  # an inline element on a line of its own

    @property
    def skipped(self) -> bool:
        """Whether what stands in the element is not read."""
        return self.hidden or self.beside or self.code or self.tag.name in htmltags.OBJECTS


def is_block(tag: Tag, text: str, *, inside: bool) -> bool:
    """Whether the element ends the segment before it, whatever its style says.

    `inside`: it stands inside a sentence.
    """
    if tag.name == "template" and is_shown_template(tag):
        return True
    is_empty = tag.name == "noscript" and text.startswith("</noscript", tag.end)
    return tag.name in htmltags.BLOCK and not (is_empty or inside)


def read_start(
    tag: Tag, text: str, styles: tuple[str, ...], elements: OpenElements, *, block: bool,
    inside: bool, closes: bool, xml: bool, has_components: bool,
) -> Start:
    """How the element of a start tag is read, which stands in the open `elements`.

    `block` is what `is_block` says, `inside` that it stands inside a sentence; with `closes` a tag
    may close itself.
    """
    name = tag.name
    display = htmlapart.display(styles)
    block = block and not htmlapart.runs_in(name, display)
    void = name in htmltags.VOID or (tag.closed and closes) or (
        name == "form" and not xml and nesting.is_empty_form(elements.stack, elements.last)
    )
    style = value(tag, text, "style") if "style" in tag.attributes else ""
    hidden = (
        elements.hides(tag, text, style, xml=xml, has_components=has_components)
        or (name in htmltags.UNSEEN and not (name == "template" and is_shown_template(tag)))
        or (not void and lines.is_page_number(tag, text))
    )
    beside = inside or name in htmltags.BESIDE or (not block and (
        _UNSEEN_STYLE.search(style) is not None or struck.is_said(styles)
    ))
    code = name in htmltags.KEPT and holds_code(tag, text)
    placed = not block and lines.is_placed(styles)
    skipped = hidden or beside or code or name in htmltags.OBJECTS
    apart = not (block or void or skipped) and (
        elements.stack[-1].rows or placed or htmlapart.is_set_apart(display)
    )
    return Start(tag, block, void, hidden, beside, code, styles, display, placed, apart)
