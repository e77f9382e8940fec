"""XML of office documents, read as a stream of elements by the parser of the standard library.
A part is never built anew: new bytes are spliced into the old ones.

A document type with declarations is refused, so there are no entities to expand; one that is only
named (old OpenOffice files) is passed over, and nothing is fetched for it. Depth and number
of elements are bounded. A scanner sees names with their namespace ("URI name") and skips whole
elements at the cost of a comparison.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from lintwords.errors import CannotRead
from lintwords.interface import number, say

DEEPEST = 500
ELEMENTS = 4_000_000

Attributes = dict[str, str]
# from the `<` of a tag to its `>`; values may hold a `>`
TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Scanner:
    """Calls a handler for each element that it has one for.

    Handlers stand in `starts` and `ends` by element name. A start handler may call `skip`: the
    element is then passed over with all that is in it, and its end handler is not called.
    """

    joins_text = True  # whether character data comes in as few pieces as can be

    def __init__(
        self,
        starts: Mapping[str, Callable[[Attributes], None]],
        ends: Mapping[str, Callable[[], None]],
    ) -> None:
        self._starts, self._ends = starts, ends
        self.depth = 0
        self.reads_text = False  # whether character data is passed to `text`
        self._skipped = 0  # depth of the element that is being skipped
        self._elements = 0
        self._bound: dict[str, list[str]] = {}  # prefix → what it stands for, inside out
        self._parser: expat.XMLParserType

    def scan(self, path: Path, name: str, data: bytes) -> None:
        """Go through the part `name` of the file `path`; `data` is UTF-8.

        Raises CannotRead if it is not well-formed, declares a document type, or is too deep or
        too large.
        """
        parser = self._parser = expat.ParserCreate("UTF-8", " ")
        if self.joins_text:
            parser.buffer_text = True
            parser.buffer_size = 65_536
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _see_doctype
        parser.SkippedEntityHandler = _refuse_entity
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = lambda prefix: self._bound[prefix or ""].pop()
        try:
            parser.Parse(data, True)
        except expat.ExpatError as trouble:
            raise CannotRead(
                say("cannot open {path}", path=path),
                say("{name} in it is damaged: {trouble}.", name=name, trouble=trouble), path,
            ) from trouble
        except _Refused as trouble:
            raise CannotRead(
                say("cannot open {path}", path=path),
                say("{name} in it {trouble}.", name=name, trouble=trouble), path,
            ) from trouble
        finally:
            del self._parser  # it holds the handlers, and they hold it

    @property
    def at(self) -> int:
        """The byte where the current tag begins; for the end of an empty element, where it ends."""
        return self._parser.CurrentByteIndex

    def skip(self) -> None:
        """Pass over the element that has just begun."""
        self._skipped = self.depth

    def space(self, prefix: str) -> str:
        """The namespace that a prefix stands for at this place; empty if it stands for none."""
        declared = self._bound.get(prefix)
        return declared[-1] if declared else ""

    def text(self, data: str) -> None:
        """Character data while `reads_text` is true."""

    def skipping(self, name: str, attributes: Attributes) -> None:
        """An element inside one that is skipped."""

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._bound.setdefault(prefix or "", []).append(uri or "")

    def _start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        self._elements += 1
        if self.depth > DEEPEST:
            raise _Refused(say("is nested more than {deepest} levels deep", deepest=DEEPEST))
        if self._elements > ELEMENTS:
            raise _Refused(say("holds more than {elements} elements", elements=number(ELEMENTS)))
        if self._skipped:
            self.skipping(name, attributes)
            return
        begin = self._starts.get(name)
        if begin is not None:
            begin(attributes)

    def _end(self, name: str) -> None:
        if not self._skipped:
            finish = self._ends.get(name)
            if finish is not None:
                finish()
        elif self._skipped == self.depth:
            self._skipped = 0
        self.depth -= 1

    def _text(self, data: str) -> None:
        if self.reads_text and not self._skipped:
            self.text(data)


def root_of(data: bytes) -> str:
    """The full name of the outermost element of a part in UTF-8; empty if there is none."""
    found: list[str] = []
    parser = expat.ParserCreate("UTF-8", " ")

    def see(name: str, _: Attributes) -> None:
        found.append(name)
        raise _Refused(say("is known"))

    parser.StartElementHandler = see
    with contextlib.suppress(expat.ExpatError, _Refused):
        parser.Parse(data, True)
    return found[0] if found else ""


def as_utf8(data: bytes) -> tuple[bytes, str]:
    """XML in UTF-8, and the encoding it had."""
    for mark, codec in _UTF16:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace").encode(), codec
    return data, "utf-8"


def from_utf8(data: bytes, codec: str) -> bytes:
    """The other way round."""
    mark = next((mark for mark, name in _UTF16 if name == codec), b"")
    return mark + data.decode().encode(codec)


class Splice(NamedTuple):
    """Replace bytes[start:end] of one part."""

    start: int
    end: int
    new: bytes


def spliced(data: bytes, splices: Sequence[Splice]) -> bytes:
    """Bytes with all `splices` made, whose places are bytes; they do not overlap."""
    made: list[bytes] = []
    at = 0
    for start, end, new in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        made += [data[at:start], new]
        at = end
    return b"".join([*made, data[at:]])


class _Refused(Exception):
    """What is wrong with a part, as the end of a sentence."""


def _see_doctype(_name: str, _system: str | None, _public: str | None, has_own: bool) -> None:
    if has_own:
        raise _Refused(say("declares a document type, which no office document does"))


def _refuse_entity(*_: object) -> NoReturn:
    raise _Refused(say("refers to a text that stands elsewhere"))
