"""What stands before the items of a list beside its number: `Article %1`."""

from __future__ import annotations

import re

from lintwords.readers.docx.names import by_full_name, value
from lintwords.readers.docx.parts import Parts
from lintwords.readers.office.xmlscan import Attributes, Scanner

_WORD = re.compile(rb"[A-Za-z\x80-\xff]{2}\s")
_NUMBER = re.compile(r"%\d")
_WORDS = re.compile(r"[^\W\d_]{2}\s+[^\W\d_]{2}")


def read_numbering(parts: Parts) -> tuple[str, ...]:
    """The texts of more than one word that a list puts before its items."""
    name = parts.first("numbering")
    if name is None:
        return ()
    data = parts.xml(name)
    tags = (rest.partition(b">")[0] for rest in data.split(b"lvlText")[1:])
    if not any(map(_WORD.search, tags)):
        return ()  # most lists have numbers and dots alone, and are not worth a reading
    scanner = _Levels()
    scanner.scan(parts.package.path, name, data)
    return tuple(dict.fromkeys(scanner.texts))


class _Levels(Scanner):
    def __init__(self) -> None:
        super().__init__(by_full_name({"w:lvlText": self._see}), {})
        self.texts: list[str] = []

    def _see(self, attributes: Attributes) -> None:
        text = _NUMBER.sub("1", value(attributes) or "")
        if _WORDS.search(text):
            self.texts.append(text)
