"""What extensions of Markdown set apart by an indent, as lists in the eyes of its parser.

Under a note of MkDocs (`!!! note`, `??? tip`, `=== "Tab"`) and in a list of definitions text is
indented, which a parser takes for code or for more of the paragraph above. The sign that sets it
apart becomes the bullet of an item, and a title a heading in it. All of it keeps its length, so
that no place moves; and what stands deeper than text in an item is code, as it is there.
"""

from __future__ import annotations

import re

from lintwords import later

_TITLED = later.pattern(
    r"^(?P<before>(?:[ \t]*>)*[ \t]*(?:(?:[-*+:~]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:)[ \t]+)*)"
    r"(?P<sign>!!!|\?\?\?\+?|===(?:\+!?|!\+?)?)"
    r"(?P<classes>(?:[ \t]*[\w-]+(?:[ \t]+[\w-]+)*)?)"
    r"(?P<title>[ \t]+\"(?P<words>[^\r\n]*)\")?[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE,
)
_BULLET = "-  #"  # what is indented by four signs belongs to it
_BODY = later.pattern(r"(?:(?:\r\n|\r|\n)[ \t>]*)+(?:(?<=    )|(?<=\t))\S")
_DEFINED = later.pattern(
    r"^(?P<before>(?:[ \t]*>)*[ \t]*)[:~](?P<gap>[ ]{1,4}|\t)(?=\S)", re.MULTILINE
)
_DEFINITION = re.compile(r"[:~][ \t]")
# the line over a block of MkDocs that is indented, and a definition that begins far in
_OVER = re.compile(r"[ ]{0,3}(?:/// |[:~][ ]{5})")
_REACH = 2_000  # characters over an indented text that are looked at
SIGNS = tuple("!?=:~")


def as_markup(source: str) -> str:
    """A source with a bullet for each sign that sets apart what is indented under it."""
    markup = source
    if any(sign in source for sign in ("!!!", "???", "===")):
        markup = _TITLED.sub(_titled, markup)
    return _DEFINED.sub(_defined, markup)


def is_text(source: str, at: int) -> bool:
    """Whether a block that the parser still takes for code is text by the line over it."""
    before = source[max(at - _REACH, 0) : at].rstrip()
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return _OVER.match(before, start) is not None


def _titled(found: re.Match[str]) -> str:
    """A line that opens a note or a tab, as an item that begins with a heading."""
    classes, title = found["classes"].strip(), found["title"]
    is_tab = found["sign"].startswith("=")
    if (classes or not title) if is_tab else not classes:
        return found[0]
    if not title and not _BODY.match(found.string, found.end()):
        return found[0]
    start, end = found.span("words") if title else (found.end(), found.end())
    words = found.string[start:end]
    line = f"{found['before']}{_BULLET}".ljust(start - found.start())
    return line + words.ljust(found.end() - start)


def _defined(found: re.Match[str]) -> str:
    """A definition, where it stands under the line of a term or under another definition."""
    source = found.string
    term, start = _line_over(source, found.start())
    if not term:
        term, start = _line_over(source, start)
    above = _line_over(source, start)[0] if found["gap"] == " " else ""
    is_sentence = above and not _DEFINITION.match(term) and not _DEFINITION.match(above)
    if not term or is_sentence:  # in a sentence of several lines the colon is a colon
        return found[0]
    return f"{found['before']}-{found['gap']}"


def _line_over(source: str, at: int) -> tuple[str, int]:
    """What the line over the one at `at` says, without its marks of quotation; where it begins."""
    end = at - 2 if source.startswith("\r\n", max(at - 2, 0)) else max(at - 1, 0)
    reach = max(end - _REACH, 0)
    breaks = (source.rfind("\n", reach, end), source.rfind("\r", reach, end))
    start = max(*breaks, reach - 1) + 1
    return source[start:end].strip("> \t"), start
