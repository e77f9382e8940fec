"""Words that the format of a number says beside it: `"China jailed" 0`.

In comes a format code as Office writes it, out go the sections in which words stand, as a reader
sees them with some number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r'"(?P<words>[^"]{0,1000})"|\\(?P<sign>.)|\[[^\]]{0,100}\]|[_*].|(?P<end>;)|(?P<number>[0#?@.,]+)'
    r"|(?P<other>.)",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST = 2_000  # characters of a code


def words(code: str) -> Iterator[str]:
    """The sections of a code that say a word."""
    shown, said = "", ""  # the section, and what of it stands there as it is
    for piece in _PIECE.finditer(f"{code[:_LONGEST]};"):
        literal = piece["words"] or piece["sign"] or ""
        said += literal
        if piece["end"]:
            if _WORD.search(said):
                yield " ".join(shown.split())
            shown = said = ""
        else:
            other = piece["other"] or ""
            shown += literal or ("0" if piece["number"] else other if not other.isalpha() else "")
