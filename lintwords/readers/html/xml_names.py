"""Names of elements in a page that is XML: prefixes, other languages, and letters as they stand.

There a `SCRIPT` is no script, nor is one of another language than HTML: its words are shown. And
`h:p` is a paragraph where `h` stands for HTML.
"""

from __future__ import annotations

import re

from lintwords import later
from lintwords.readers.html import tags as htmltags
from lintwords.readers.html.tags import Tag
from lintwords.readers.html.values import value

_HTML = "http://www.w3.org/1999/xhtml"
_PREFIX = later.pattern(rf"""\bxmlns:([\w.-]+)\s*=\s*["']\s*{re.escape(_HTML)}\s*["']""")
_KNOWN = ("", _HTML, "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML")
_NOT_SHOWN = htmltags.UNSEEN | htmltags.RAW


class Names:
    """The names that the tags of a page go by."""

    def __init__(self, source: str) -> None:
        self._prefixes = frozenset(f"{one.lower()}:" for one in _PREFIX.findall(source)) \
            if "xmlns:" in source else frozenset()
        self._others: list[str] = []  # open elements of other languages, of these names

    def of(self, tag: Tag, text: str) -> str:
        """The name of an element of HTML; another one where its words are shown after all."""
        prefix, colon, rest = tag.name.partition(":")
        name = rest if colon and prefix + colon in self._prefixes else tag.name
        if name not in _NOT_SHOWN:
            return name
        if tag.closing:
            is_other = self._others[-1:] == [name]
            if is_other:
                self._others.pop()
        else:
            start = tag.start + 1 + (len(prefix) + 1 if name != tag.name else 0)
            is_other = not text.startswith(name, start) or value(tag, text, "xmlns") not in _KNOWN
            if is_other and not tag.closed:
                self._others.append(name)
        return f"{name}-shown" if is_other else name
