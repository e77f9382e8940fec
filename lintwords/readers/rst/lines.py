"""The lines of a source whose blocks are told by their indent."""

from __future__ import annotations

import re

from lintwords.readers.common.builder import must_fit
from lintwords.values import dataclass

_LINE = re.compile(r"[^\r\n]*")
_END = re.compile(r"\r\n|\r|\n")
_LINES = 10  # that take as much memory as a segment


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; `start` is where its text begins, after `indent` columns."""

    start: int
    end: int
    indent: int

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


def lines(source: str) -> list[Line]:
    """The lines of `source`. Raises TooMuch if there are more than any document has."""
    found, at = [], 0
    while at <= len(source):
        match = _LINE.match(source, at)
        assert match is not None  # the pattern can match nothing
        text = match[0]
        bare = text.lstrip()
        start = at + len(text) - len(bare) if bare else match.end()
        indent = len(text[: len(text) - len(bare)].expandtabs(8))
        found.append(Line(start, match.end(), indent if bare else 0))
        must_fit(len(found) // _LINES)
        end = _END.match(source, match.end())
        if end is None:
            break
        at = end.end()
    return found
