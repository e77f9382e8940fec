"""The elements of a page of HTML that are open, and which of them a tag ends unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lintwords.model import Kind
from lintwords.readers.html import nesting
from lintwords.readers.html import tags as htmltags
from lintwords.readers.html.mdx import MADE
from lintwords.readers.html.tags import Tag
from lintwords.readers.html.values import is_found_again, value


class Open(NamedTuple):
    """An open element and what holds inside it."""

    name: str
    block: bool
    kind: Kind
    lang: str | None
    quoted: bool
    start: int  # where its tag begins in the source
    mark: int  # how many pieces the text had before it
    leaves: str  # what a skipped element is read as
    resumes: int = 0  # where the skipped element stands that is skipped again after this one
    capitals: str = ""  # which small letters are shown as such: all, the first of words
    apart: bool = False  # its style sets it on a line of its own
    placed: bool = False  # or anywhere
    rows: bool = False  # and each element in it


class OpenElements:
    """The open elements, outermost first; the first of them stands for the page."""

    def __init__(self) -> None:
        self.stack = [Open("", True, Kind.PROSE, None, False, 0, 0, "")]
        self._places: dict[str, list[int]] = {}  # name → where in the stack it stands
        self._blocks: list[int] = [0]  # where in the stack block elements stand

    @property
    def block(self) -> int:
        """Where in the stack the innermost block element stands."""
        return self._blocks[-1]

    def last(self, name: str) -> int:
        """Where in the stack the innermost element of a name stands; 0 for none."""
        places = self._places.get(name)
        return places[-1] if places else 0

    def push(self, element: Open) -> None:
        place = len(self.stack)
        self._places.setdefault(element.name, []).append(place)
        if element.block:
            self._blocks.append(place)
        self.stack.append(element)

    def pop(self) -> Open:
        """Take the innermost element off the stack."""
        element = self.stack.pop()
        if element.name in self._places:
            self._places[element.name].pop()
        if element.block:
            self._blocks.pop()
        return element

    def ended_unsaid(self, name: str) -> Iterator[int]:
        """Where the elements stand that a tag ends without an end tag; each shall be ended."""
        rules = [htmltags.ENDS.get(name)]
        if name not in htmltags.IN_PARAGRAPH:
            rules.append(htmltags.ENDS_PARAGRAPH)
        for rule in rules:
            if rule is None:
                continue
            ended, between = rule
            ends = [place for other in ended if (place := self.last(other))]
            if not ends:
                continue
            wall = max(self.last(other) for other in (*between, *htmltags.WALLS))
            place = min((place for place in ends if place > wall), default=0)
            if place:
                yield place

    def hides(
        self, tag: Tag, text: str, style: str, *, xml: bool, has_components: bool
    ) -> bool:
        """Whether an element says that it is hidden; what only a program knows does not count."""
        if "hidden" not in tag.attributes or nesting.is_shown_again(style) \
                or is_found_again(tag, text, xml=xml):
            return False
        if not xml and nesting.is_lost(tag.name, self.last):
            return False
        said = value(tag, text, "hidden") if has_components else ""
        return not said.startswith(("{", MADE)) or said.strip("{}" + MADE).strip() == "true"
