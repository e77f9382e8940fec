"""The pictures of a Word file: how many, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lintwords.readers.docx.alternatives import Alternatives
from lintwords.readers.office.frames import Frames
from lintwords.readers.office.xmlscan import Attributes

_OLD_SHAPES = ("v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline", "v:group",
               "v:image")
_INNER = ("pic:cNvPr", "wps:cNvPr", "wpg:cNvPr")


class Pictures:
    """Hands what pictures say to `describe`, and counts them in the frame that they stand in."""

    def __init__(
        self, frames: Frames, alternatives: Alternatives, describe: Callable[[str], None]
    ) -> None:
        self._frames, self._alternatives, self._describe = frames, alternatives, describe
        self._described: set[str] = set()  # what the last picture says of itself

    def begins(self) -> Mapping[str, Callable[[Attributes], None]]:
        """What to do where the element of a picture begins."""
        return {
            "wp:docPr": self._see, **dict.fromkeys(_OLD_SHAPES, self._see_old),
            **dict.fromkeys(_INNER, self._see_inner),
        }

    def _see(self, attributes: Attributes) -> None:
        if not self._alternatives.is_copy:
            self._frames.see_picture()
        descriptions = [attributes.get(name, "") for name in ("title", "descr")]
        for words in dict.fromkeys(descriptions):
            self._describe(words)
        self._described = set(descriptions)

    def _see_inner(self, attributes: Attributes) -> None:
        """A picture in a group; one alone says the same as what it stands in."""
        alt = attributes.get("descr", "")
        if alt not in self._described:
            self._describe(alt)

    def _see_old(self, attributes: Attributes) -> None:
        alt = attributes.get("alt", "")
        if alt and not self._alternatives.is_copy:
            self._frames.see_picture()
        self._describe(alt)
