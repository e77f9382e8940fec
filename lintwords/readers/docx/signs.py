"""What single signs and formulas of a Word file show: letters, or things that are no words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from lintwords.readers.common.builder import OBJECT

# fonts in which the code of a letter stands for a picture
_PICTURES = re.compile(r"symbol|dings|emoji|mt extra|map|icon|marlett|bookshelf", re.IGNORECASE)
_SHIFTED = range(0xF000, 0xF100)  # how Word tells the codes of a font without Unicode
_WORDS = re.compile(r"[^\W\d_]{2}\W+[^\W\d_]{2}")
# element → the sign that it stands for
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n",
        "w:softHyphen": "\N{SOFT HYPHEN}", "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
        "w:object": OBJECT, "wp:inline": OBJECT,
    }
)


def sign(font: str | None, code: str | None) -> str:
    """The letter that a sign of a font shows; U+FFFC for one that is none."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return OBJECT
    if number in _SHIFTED:
        number -= _SHIFTED.start
    letter = chr(number) if number <= 0xFFFF else ""
    return letter if letter.isalnum() and not _PICTURES.search(font or "") else OBJECT


def says_words(formula: str) -> bool:
    """Whether the text of a formula is one that people read: words beside each other."""
    return _WORDS.search(formula) is not None
