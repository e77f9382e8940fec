"""Whether the keys of a JSON text fit into memory, before it is parsed.

The parser keeps all that differ, and all of one object, until that ends.
"""

from __future__ import annotations

import re

from lintwords.readers.common.builder import TooMuch

_MOST = 1_000_000
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(:)?|[{}]', re.DOTALL)


def must_fit(text: str) -> None:
    """Raises TooMuch if there are more keys than fit, in one object or in all."""
    if text.count(":") <= _MOST:
        return
    keys: set[str] = set()
    inside = [0]  # keys of each object that is open
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            inside.append(0)
        elif token[0] == "}":
            if len(inside) > 1:
                inside.pop()
        elif token[2]:
            keys.add(token[1])
            inside[-1] += 1
            if max(len(keys), inside[-1]) > _MOST:
                raise TooMuch
