"""What a page of HTML shows and its reader does not read: frames, other files, drawings, code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lintwords.model import Unread
from lintwords.readers.common import included
from lintwords.readers.common.unread_parts import numbered
from lintwords.readers.html import drawings
from lintwords.readers.html.tags import Tag
from lintwords.readers.html.values import value

# elements that show another file → the attribute that names it
_BRINGS = {"iframe": "src", "frame": "src", "object": "data", "embed": "src"}
# elements that may show a drawing which stands in an address
_PICTURES = {**_BRINGS, "img": "src", "input": "src"}
_HELD_BACK = ("pre", "listing", "xmp", "code", "kbd", "samp", "tt", "var")
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<[^<>]*>")


class Shown:
    """What is seen while a page is read, and passed over."""

    def __init__(self) -> None:
        self._frames = 0  # whose text stands in an attribute
        self._brought: list[Unread] = []  # other files that are shown
        self.has_code = False  # text is seen, but may be code

    def unread(self) -> Iterator[Unread]:
        """What of it is named."""
        if self._frames:
            yield numbered("attachment", "frame", self._frames, " with a text of its own")
        yield from dict.fromkeys(self._brought)

    def see(self, tag: Tag, text: str) -> None:
        """The start tag of an element that is not hidden."""
        if tag.name in _BRINGS:
            self._bring(tag, text)
        if tag.name in _PICTURES:
            self.see_picture(html.unescape(value(tag, text, _PICTURES[tag.name])))

    def see_picture(self, address: str) -> None:
        """A picture, which may be a drawing that stands in its address."""
        if drawings.stands_in(address):
            self._brought.append(drawings.unread())

    def see_skipped(self, name: str, text: str, start: int, end: int) -> None:
        """A stretch of text in a skipped element of this name."""
        if name in _HELD_BACK:
            self.has_code |= _LETTER.search(text, start, end) is not None

    def _bring(self, tag: Tag, text: str) -> None:
        """A frame: its text is its own, or stands in another file."""
        target = value(tag, text, _BRINGS[tag.name])
        if tag.name == "iframe" and (inside := value(tag, text, "srcdoc")):
            self._frames += any(map(str.isalpha, _TAG.sub("", html.unescape(inside))))
        elif target[:10].lower().startswith("data:text/"):
            self._frames += 1
        elif target:
            self._brought += included.unread(html.unescape(target))
