"""HTML markup: what a tag, a comment and a character reference are, and what elements mean.

Everything here is linear in what it reads, also on markup that never ends: a stretch that was
once looked through for an end is never looked through again.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from html.entities import html5
from types import MappingProxyType
from typing import NamedTuple

from lintwords.model import Kind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WS = "\t\n\f\r "
VOID = _words("area base br col embed hr img input link meta param source track wbr")
# Their content is no markup up to the end tag.
RAW = _words("iframe noembed noframes script style textarea title xmp")
# Not read, and not seen by a reader of the page.
UNSEEN = _words("noembed noframes rp script style template")
# Seen beside a word, of which they are no part: how it is said, what was there and is struck.
BESIDE = _words("rt rtc del s strike")
# Inside a sentence no part of it: they are not shown there, or stand elsewhere.
INSIDE = _words("audio canvas dialog noscript object title video")
# An opening tag of these ends one of those beside a word.
RUBY = _words("rb rp rt rtc")
# Not read, but seen: they stand in the text as one object.
OBJECTS = _words("code iframe kbd math samp select svg tt var")
# Their lines are kept as they stand.
KEPT = ("pre", "listing", "xmp")
SET_AS_CODE = ("code", "samp", "kbd", "tt")
AS_CODE = (*KEPT, *SET_AS_CODE, "template")  # what stands in them is shown, or held
# Components of MDX that bear these names are none of these elements.
NO_COMPONENTS = _words(
    "del iframe math noembed noframes rp rt rtc select svg template textarea title var"
)
BLOCK = _words("""
    address article aside blockquote body br button caption center col colgroup dd details
    dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head
    header hgroup hr html legend li listing main menu nav noscript ol optgroup option p
    plaintext pre search section summary table tbody td textarea tfoot th thead title tr ul xmp
    """)
# Every other name is that of a component, which shows what a program makes of its values.
ELEMENTS = (
    VOID | RAW | UNSEEN | BESIDE | RUBY | OBJECTS | BLOCK | frozenset(KEPT) | _words("""
    a abbr acronym applet audio b basefont bdi bdo bgsound big blink canvas cite data datalist dfn
    em fencedframe font frame i image ins keygen label map mark marquee meter multicol nobr object
    output picture portal progress q ruby selectedcontent slot small spacer span strong sub sup
    time u video
    """)
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "title": Kind.TITLE,
        "li": Kind.ITEM,
        "td": Kind.CELL,
        "th": Kind.CELL,
        "caption": Kind.CAPTION,
        "figcaption": Kind.CAPTION,
        **{f"h{level}": Kind.HEADING for level in range(1, 7)},
    }
)
# Elements of a drawing, of a formula and of a menu that hold words.
LABELS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "svg": _words("desc foreignobject text title"),
        "math": _words("ms mtext"),
        "select": _words("option"),
    }
)
# Types of a field in which its value is seen.
SHOWN = _words("button reset search submit text")
META_NAMES = _words(
    """
    description og:title og:description og:image:alt twitter:title twitter:description
    twitter:image:alt
    """
)
# An opening tag ends these open elements, as long as none of the others stands between.
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "p")
_CELLS, _ROWS = ("td", "th"), ("td", "th", "tr")
_BODIES = (*_ROWS, "tbody", "thead", "tfoot")
ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "li": (("li", "p"), ("ul", "ol", "menu")),
        "dt": (("dt", "dd", "p"), ("dl",)),
        "dd": (("dt", "dd", "p"), ("dl",)),
        "option": (("option",), ("select", "datalist")),
        "td": (_CELLS, ("tr", "table")),
        "th": (_CELLS, ("tr", "table")),
        "tr": (_ROWS, ("table",)),
        **dict.fromkeys(("tbody", "thead", "tfoot"), (_BODIES, ("table",))),
        **dict.fromkeys(_HEADINGS[:-1], (_HEADINGS, ("td", "th"))),
    }
)
# No opening tag inside these ends an element around them.
WALLS = ("template", "svg", "math", "select")
ENDS_PARAGRAPH = (("p",), ("td", "th", "button"))
# Block elements that may stand in a paragraph without ending it.
IN_PARAGRAPH = _words("br button noscript optgroup option title")

_NAME = re.compile(rf"</?([a-zA-Z][^{_WS}/>]*)")
_TAG_END = re.compile(rf"[{_WS}/]*>")
_ATTRIBUTE = re.compile(
    rf"[{_WS}/]*([^{_WS}/>][^{_WS}/>=]*)"
    rf"""(?:[{_WS}]*=[{_WS}]*(?:"([^"]*)"?|'([^']*)'?|([^{_WS}>]*)))?"""
)
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(
    r"&(?:#[xX]0*([0-9a-fA-F]{1,7})|#0*([0-9]{1,8})|([a-zA-Z][a-zA-Z0-9]{1,31}));?"
)
_LONGEST_OPEN_NAME = max(len(name) for name in html5 if not name.endswith(";"))


class Tag(NamedTuple):
    """A tag; a comment or a declaration has no name."""

    name: str
    closing: bool
    closed: bool  # written <x/>
    attributes: Mapping[str, tuple[int, int]]  # name → where the value stands
    start: int
    end: int


def read_tag(text: str, start: int) -> Tag | None:
    """The markup that begins with the `<` at `start`; None if that is a mere character.

    Markup that never ends reaches to the end of the text.
    """
    name = _NAME.match(text, start)
    if name is None:
        return _read_other(text, start)
    position = name.end()
    attributes: dict[str, tuple[int, int]] = {}
    while (end := _TAG_END.match(text, position)) is None:
        attribute = _ATTRIBUTE.match(text, position)
        if attribute is None:
            return Tag("", False, False, {}, start, len(text))
        value = attribute.span(attribute.lastindex or 1)
        if attribute.lastindex == 1:
            value = (attribute.end(), attribute.end())
        attributes.setdefault(attribute[1].lower(), value)
        position = attribute.end()
    closing = text.startswith("</", start)
    closed = text[end.end() - 2] == "/"
    return Tag(name[1].lower(), closing, closed, attributes, start, end.end())


def _read_other(text: str, start: int) -> Tag | None:
    following = text[start + 1 : start + 2]
    if text.startswith("<!--", start):
        end = _COMMENT_END.search(text, start + 2)
        stop = end.end() if end else len(text)
    elif following in ("!", "?") or (following == "/" and start + 2 < len(text)):
        stop = text.find(">", start) + 1 or len(text)
    else:
        return None
    return Tag("", False, False, {}, start, stop)


def raw_end(text: str, names: Sequence[str], start: int) -> int:
    """Where the content of a raw element ends: before an end tag, or at the end of the text."""
    end = re.compile(rf"</(?:{'|'.join(names)})(?=[{_WS}/>])", re.IGNORECASE).search(text, start)
    return end.start() if end else len(text)


def reference(text: str, start: int, end: int, *, in_value: bool) -> tuple[str, int] | None:
    """What the `&` at `start` stands for, and where that ends; None for a mere character.

    In the value of an attribute a name without `;` before a letter or `=` is no reference.
    """
    match = _REFERENCE.match(text, start, end)
    if match is None:
        return None
    name = match[3]
    if name is None:
        number = f"x{match[1]}" if match[1] else match[2]
        return html.unescape(f"&#{number};"), match.end()
    if match[0].endswith(";") and f"{name};" in html5:
        return html5[f"{name};"], match.end()
    for length in range(min(len(name), _LONGEST_OPEN_NAME), 1, -1):
        if name[:length] in html5:
            stop = match.start(3) + length
            following = text[stop : min(stop + 1, end)]
            if in_value and (following == "=" or (following.isascii() and following.isalnum())):
                return None
            return html5[name[:length]], stop
    return None
