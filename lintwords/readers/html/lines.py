"""Lines of HTML as layout programs and converters of PDF write them: each in an element of its own.

Where a line is an element that is placed, a space stands between two of them. A paragraph or a
field goes on in the next one of its kind where its sentence does not end and the next one begins
with a small letter; an initial that stands by itself is the first letter of the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lintwords.model import Kind, Segment
from lintwords.readers.common.builder import HYPHENED, PARTED, SegmentBuilder
from lintwords.readers.html.tags import Tag

_PLACED = re.compile(r"(?<![\w-])position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)
_NEXT = re.compile(
    r"[ \t]{0,40}(?:\r\n|\r|\n)?[ \t]{0,40}(?P<tag><(?P<name>p|div)\b(?P<attributes>[^<>]{0,400})>)"
    r"\s{0,40}(?:<(?:span|i|em|b|strong|a)\b[^<>]{0,400}>){0,9}(?P<first>[^\W\d_]|-)",
    re.IGNORECASE,
)
_CLASS = re.compile(r"""(?<![\w-])class\s*=\s*["']?\s*([^\s"'>]+)""", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…。！？][\"'”’»)\]\d]*\s*\Z")
_FIRST = re.compile(r"(?:\s|</?[A-Za-z][^<>]{0,400}>){0,20}([^\W\d_])")
# what may stand between a `br` and the word with which its sentence goes on
_GOES_ON = re.compile(r"(?:\s|</?(?:a|b|em|i|font|span|strong|u)\b[^<>]{0,400}>){0,20}([^\W\d_])")
_TAIL = 8  # characters at the end of a line that are asked for
_NUMBER = re.compile(r"[\s\W]{0,9}\w{0,8}[\s\W]{0,9}</")


def is_placed(styles: Iterable[str]) -> bool:
    """Whether an element stands where its style puts it."""
    return any(_PLACED.search(style) for style in styles)


def is_inside_a_sentence(text: str, after: int) -> bool:
    """Whether a sentence goes on at text[after], after tags: with a small letter."""
    first = _GOES_ON.match(text, after)
    return first is not None and first[1].islower()


def line_end(words: SegmentBuilder, text: str, after: int, place: tuple[int, int]) -> None:
    """A line ends at `place` in the source: a space, or what parts a word after its hyphen.

    The next line begins at text[after], after tags.
    """
    before = words.tail(2)
    if before[-1:] == PARTED:
        return
    if HYPHENED.search(before) and _begins_small(text, after):
        words.read_as(PARTED, *place)
    else:
        words.space(*place)


def _begins_small(text: str, at: int) -> bool:
    found = _FIRST.match(text, at)
    return found is not None and found[1].islower()


def goes_on(words: SegmentBuilder, tag: Tag, text: str, opening: str, *, in_book: bool) -> int:
    """Where in `text` the tag begins in which the element goes on that `tag` ends; -1 for none.

    `words` holds what the element says, `opening` is its first tag.
    """
    found = _NEXT.match(text, tag.end)
    if found is None or not found["first"].islower():
        return -1
    said = words.tail(_TAIL)
    if is_initial(words, said):
        return found.start("tag")
    if found["name"].lower() != tag.name or not said.strip() or _ENDS.search(said):
        return -1
    mine, other = _CLASS.search(opening), _CLASS.search(found["attributes"])
    if (mine and mine[1]) != (other and other[1]):
        return -1
    is_line = in_book or tag.name == "p" or bool(
        _PLACED.search(opening) and _PLACED.search(found["attributes"])
    )
    return found.start("tag") if is_line else -1


def is_initial(words: SegmentBuilder, said: str) -> bool:
    """Whether nothing but one capital has been said."""
    return len(said.strip()) == 1 and said.strip().isupper() and len(words.since(0).strip()) == 1


def is_text(segment: Segment) -> bool:
    """Whether a paragraph stands on its page, and is more than the number of that."""
    return segment.kind is not Kind.TITLE and any(map(str.isalpha, segment.text))


def breaks_off(segment: Segment) -> bool:
    """Whether the sentence at the end of a paragraph does not end there."""
    return segment.kind is Kind.PROSE and not _ENDS.search(segment.text, max(
        len(segment.text) - _TAIL, 0))


def goes_on_with(segment: Segment) -> bool:
    """Whether a paragraph begins in the middle of a sentence."""
    return segment.kind is Kind.PROSE and segment.text[:1].islower()


def is_page_number(tag: Tag, text: str) -> bool:
    """Whether an element says on which page of the printed book the words after it stand."""
    named = [
        text[slice(*tag.attributes[name])] for name in ("epub:type", "role")
        if name in tag.attributes
    ]
    is_break = any("pagebreak" in one.lower() for one in named)
    return is_break and _NUMBER.match(text, tag.end) is not None
