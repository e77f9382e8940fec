"""reStructuredText by a small scanner: what a reader of the page reads, in its place.

Literal blocks, code, comments, targets and the options of directives are not prose. The body of a
directive is read where the directive is a note, a quotation, a figure or the like; what an
unknown directive does with its body is not known, and it is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from lintwords.interface import say
from lintwords.model import Bound, Document, Kind, Part, Unread, reasons
from lintwords.readers.common import included
from lintwords.readers.common.builder import Page, SegmentBuilder
from lintwords.readers.common.drawn_titles import write as write
from lintwords.readers.common.inline import Block
from lintwords.readers.common.source import decode
from lintwords.readers.common.unread_parts import missed
from lintwords.readers.rst import directives, substitutions
from lintwords.readers.rst.lines import Line, lines
from lintwords.readers.rst.marks import MARKS
from lintwords.readers.rst.tables import WHOLE, grid_rows, simple_rows

_UNDERLINE = re.compile(r"([!-/:-@\[-`{-~])\1*\s*\Z")
_ITEM = re.compile(r"(?:[-*+•‣⁃]|(?:\(?(?:\d{1,3}|[A-Za-z#])[.)]))[ \t]+(?=\S)")
_FIELD = re.compile(r":(?!\s)(?:[^:\\\r\n]|\\.)+(?<!\s):(?=\s|\Z)[ \t]*")
_DIRECTIVE = re.compile(
    r"\.\.[ \t]+(?:\|(?P<name>[^|]+)\|[ \t]+)?(?P<kind>[\w:.+-]+?)::(?:[ \t]+|\Z)"
)
_NOTE = re.compile(r"\.\.[ \t]+\[(?:#?[\w.-]*|\*)\](?:[ \t]+|\Z)")
_TARGET = re.compile(r"(?:\.\.[ \t]+_(?![ \t]).*?:(?:\s|\Z)|__[ \t])", re.DOTALL)
_SIMPLE = re.compile(r"=+(?:[ \t]+=+)+\s*\Z")

_LETTER = re.compile(r"[^\W\d_]")
_ENTRY = re.compile(r"(.*\S)\s*<[^<>]+>\Z")  # of a list of pages, with a title of its own

_FILE = ":file:"

_DEEPEST = 50  # bodies inside bodies; what lies deeper is one paragraph


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read reStructuredText; raises CannotRead if it cannot be decoded."""
    text, name = decode(path, data, encoding)
    reader = _Reader(text)
    reader.body(0, len(reader.lines), 0, quoted=False)
    return Document(path, "rst", (Part(0, text),), tuple(reader.page.segments), encoding=name,
                    comments=tuple(reader.page.comments),
                    unread=tuple(reader.missed()), locked=tuple(reader.page.locked),
                    bound=tuple(reader.page.bound))


class _Reader:
    """Turns lines into segments, block by block."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self._source = source
        self.unread: list[Unread] = []
        self._has_code = False
        self._depth = 0  # bodies inside bodies
        self.lines = lines(source)
        self._names = substitutions.find(source)

    def missed(self) -> Iterator[Unread]:
        """What it shows and is not read."""
        has_code = self._has_code or self.page.has_code
        return missed(self.unread, self.page.segments, has_code=has_code)

    def body(
        self, at: int, stop: int, indent: int, *, quoted: bool, kind: Kind = Kind.PROSE
    ) -> None:
        """Read the blocks of lines[at:stop], which belong to a body indented by `indent`."""
        if self._depth == _DEEPEST:  # no text that is meant to be read is nested so deep
            if rows := [row for row in range(at, stop) if not self._blank(row)]:
                self._read(rows, kind, quoted)
            return
        self._depth += 1
        while at < stop:
            line = self.lines[at]
            if line.is_blank:
                at += 1
            elif line.indent > indent:  # an indented block of its own is a quotation
                last = self._indented(at, stop, indent)
                inner = min(each.indent for each in self.lines[at:last] if not each.is_blank)
                self.body(at, last, inner, quoted=True)
                at = last
            else:
                at = self._block(at, stop, quoted, kind)
                kind = Kind.PROSE
        self._depth -= 1

    def _block(self, at: int, stop: int, quoted: bool, kind: Kind) -> int:
        """Read the block that begins at lines[at]; the line after it."""
        text = self._text(at)
        if text.startswith("..") and (len(text) == 2 or text[2] in " \t"):
            return self._explicit(at, stop, quoted)
        if text.startswith(">>> "):
            self._has_code = True
            return self._paragraph_end(at, stop)
        if text.startswith("__ "):
            return self._target_end(at, stop)
        if WHOLE.match(text) or _SIMPLE.match(text):
            return self._table(at, stop, quoted)
        if title := self._title(at, stop):
            self._read(title, Kind.HEADING, quoted)
            self._bind(self.lines[title[0]].start, self.lines[title[0]].end, reasons.DRAWN)
            return title[-1] + 2 if _UNDERLINE.match(self._text(at)) is None else at + 3
        if _UNDERLINE.fullmatch(text) and len(text.strip()) >= 4:
            return at + 1  # a transition
        opening = self._opening(at, stop)
        if opening:
            if opening.re is _FIELD:
                self._name_of(at, opening, quoted)
            return self._item(at, stop, opening.end(), quoted)
        if text.startswith("| "):
            return self._verses(at, stop, quoted)
        return self._paragraph(at, stop, quoted, kind)

    # -- kinds of blocks --------------------------------------------------------------------

    def _paragraph(self, at: int, stop: int, quoted: bool, kind: Kind) -> int:
        first = self.lines[at].indent
        # a term and its definition; a blank line has no indent
        if at + 1 < stop and self.lines[at + 1].indent > first:
            self._read([at], Kind.PROSE, quoted)
            last = self._indented(at + 1, stop, first)
            self.body(at + 1, last, self.lines[at + 1].indent, quoted=quoted)
            return last
        end = self._paragraph_end(at, stop)
        literal = self._text(end - 1).rstrip().endswith("::")
        self._read(range(at, end), kind, quoted, cut=1 if literal else 0)
        self._has_code |= literal
        return self._indented(end, stop, self.lines[end - 1].indent) if literal else end

    def _opening(self, at: int, stop: int) -> re.Match[str] | None:
        """What opens an item of a list, or a field."""
        text = self._text(at)
        item = _ITEM.match(text)
        if item is None or (not item[0][0].isalnum() and item[0][0] != "("):
            return item or _FIELD.match(text)
        if at + 1 < stop and not self._blank(at + 1) and self.lines[at + 1].indent == \
                self.lines[at].indent and not _ITEM.match(self._text(at + 1)):
            return None  # a text that happens to begin with a number or an initial
        return item

    def _item(self, at: int, stop: int, opening: int, quoted: bool) -> int:
        line = self.lines[at]
        last = self._indented(at + 1, stop, line.indent)
        inner = [each.indent for each in self.lines[at + 1 : last] if not each.is_blank]
        own = line.indent + opening
        own = own if own in inner else min(inner, default=line.indent + 1)
        self.lines[at] = Line(line.start + opening, line.end, own)
        if self.lines[at].is_blank:
            at += 1
        if at < last:
            self.body(at, last, self.lines[at].indent, quoted=quoted, kind=Kind.ITEM)
        return last

    def _name_of(self, at: int, field: re.Match[str], quoted: bool) -> None:
        """Read the name of a field, which stands before what it holds; one word says nothing."""
        if " " not in field[0].rstrip():
            return
        start = self.lines[at].start
        span = (start + 1, start + len(field[0].rstrip()) - 1)
        MARKS.read(self.page, Block(self._source, [span]), self._names)
        self.page.flush(Kind.PROSE, None, quoted)

    def _verses(self, at: int, stop: int, quoted: bool) -> int:
        """A line block; its lines are read as one text."""
        end = at
        while end < stop and self._text(end).startswith("|"):
            line = self.lines[end]
            self.lines[end] = Line(min(line.start + 2, line.end), line.end, line.indent)
            end += 1
        self._read(range(at, end), Kind.PROSE, quoted)
        return end

    def _explicit(self, at: int, stop: int, quoted: bool) -> int:
        """A directive, a note or a comment, with the lines that belong to it."""
        line, text = self.lines[at], self._text(at)
        if text == ".." and (at + 1 >= stop or self._blank(at + 1)):
            return at + 1  # an empty comment, which parts a list from the quotation after it
        if text.startswith("_", 2 + len(text[2:]) - len(text[2:].lstrip())):
            end = self._target_end(at, stop)
            if _TARGET.match(self._source, line.start, self.lines[end - 1].end):
                return end
        last = self._indented(at + 1, stop, line.indent)
        directive, note = _DIRECTIVE.match(text), _NOTE.match(text)
        if note:
            return self._item(at, stop, note.end(), quoted)
        if directive is None:
            end = last - 1
            while self._blank(end):
                end -= 1
            words = self._source[line.start + 2 : self.lines[end].end]
            until = self.lines[stop].start if stop < len(self.lines) else 0
            self.page.remark(
                line.start, self.lines[end].end, words, "rst", until=until, is_quoted=quoted
            )
            return last
        name = directive["kind"].lower()
        if (directive["name"] or "").lower() in self._names and name in ("replace", "unicode"):
            return last  # read where the name stands
        argument = line.start + directive.end()
        if name == "title":
            self._aside(Kind.TITLE, (argument, line.end))
        body = self._options(at + 1, last)
        if name == "toctree":
            for row in range(body, last):
                if entry := _ENTRY.match(self._text(row)):
                    start = self.lines[row].start
                    self._aside(Kind.ITEM, (start, start + entry.end(1)))
        is_object = directives.OBJECT_OF.match(name) is not None
        if name not in directives.READ and not is_object:
            self._miss(name, argument, at, last)
            return last
        inner = [each.indent for each in self.lines[body:last] if not each.is_blank]
        kind = Kind.CAPTION if name == "figure" else Kind.PROSE
        if argument < line.end and name not in directives.UNREAD_ARGUMENT and not is_object:
            self.lines[at] = Line(argument, line.end, min(inner, default=line.indent + 1))
            if name in directives.HEADED or body > at + 1:
                self._read([at], Kind.HEADING if name in directives.HEADED else kind, quoted)
            else:
                body = at  # the text begins on the directive's own line
        if body < last:
            indent = min(inner, default=self.lines[body].indent)
            self.body(body, last, indent, quoted=quoted or name in directives.QUOTED, kind=kind)
        return last

    def _miss(self, name: str, argument: int, at: int, last: int) -> None:
        """A directive that is not read: what it shows may stand in it, or in another file."""
        given = self._source[argument : self.lines[at].end].strip()
        options = (self._text(row) for row in range(at + 1, last))
        files = [option[len(_FILE) :].strip() for option in options if option.startswith(_FILE)]
        self._has_code |= name in directives.CODE
        if name == "include" or files:
            self.unread += included.unread(files[0] if files else given, always=True)
        elif name == "literalinclude":  # code, unless it is a document
            self.unread += included.unread(given)
        elif name == "raw":
            if given.split()[:1] == ["html"] and self._has_words(at + 1, last):
                self.unread.append(Unread("body", say("a raw block of HTML was not read")))
        elif name == "unicode" and not _LETTER.search(substitutions.characters(given)):
            return
        elif name in directives.DRAWINGS:
            if self._has_words(at + 1, last):
                self.unread.append(Unread(
                    "chart", say("a drawing ({name}) was not read", name=name),
                ))
        elif name not in directives.PASSED and not directives.NO_WORDS.match(name) and (
            self._has_words(at + 1, last) or _LETTER.search(given)
        ):
            what = say("what stands in the directive {name} was not read", name=name)
            self.unread.append(Unread("body", what))

    def _has_words(self, at: int, last: int) -> bool:
        texts = map(self._text, range(at, last))
        return any(_LETTER.search(text) and not _FIELD.match(text) for text in texts)

    def _options(self, at: int, last: int) -> int:
        """Read the options of a directive that are seen; the line after them all."""
        while at < last and (option := _FIELD.match(self._text(at))):
            line, end = self.lines[at], at + 1
            while end < last and not self._blank(end) and self.lines[end].indent > line.indent:
                end += 1
            if directives.SEEN_OPTION.match(option[0]):
                more = ((row.start, row.end) for row in self.lines[at + 1 : end])
                self._aside(Kind.CAPTION, (line.start + option.end(), line.end), *more)
            at = end
        return at

    def _aside(self, kind: Kind, *spans: tuple[int, int]) -> None:
        """Read stretches of lines, beside what is collected."""
        words = SegmentBuilder(self._source)
        for start, end in spans:
            words.space(start, start)
            words.verbatim(start, end)
        self.page.aside(words.build(kind))
        self.page.flush(kind, None, False)

    def _table(self, at: int, stop: int, quoted: bool) -> int:
        shift = self.lines[at].indent
        if WHOLE.match(self._text(at)):
            end = at
            while end < stop and self.lines[end].indent == shift and \
                    self._text(end)[:1] in ("+", "|"):
                end += 1
            rows = [(self._row_start(row, shift), self.lines[row].end) for row in range(at, end)]
            cells = grid_rows(self._source, rows)
            self._bind(rows[0][0], rows[-1][1], reasons.TABLE)
        else:
            end = self._simple_end(at, stop)
            rows = [(self._row_start(row, shift), self.lines[row].end) for row in range(at, end)]
            cells, tight = simple_rows(self._source, rows)
            for start, stop in tight:
                self._bind(start, stop, reasons.TABLE)
        for cell in cells:
            MARKS.read(self.page, Block(self._source, cell), self._names)
            self.page.flush(Kind.CELL, None, quoted)
        return end

    def _simple_end(self, at: int, stop: int) -> int:
        """After the last border of a simple table: one with nothing after it, or the second."""
        first = bisect_right(self._borders, at)
        after = [row for row in self._borders[first : first + 2] if row < stop]
        if after and (after[0] + 1 == stop or self._blank(after[0] + 1)):
            return after[0] + 1
        return after[1] + 1 if after[1:] else self._paragraph_end(at, stop)

    @cached_property
    def _borders(self) -> list[int]:
        """The borders of simple tables.

        Looked for once: a thousand tables that never end would each look to the end of the text.
        """
        return [row for row in range(len(self.lines)) if _SIMPLE.match(self._text(row))]

    def _row_start(self, row: int, shift: int) -> int:
        """Where the table's first column stands in a row."""
        line = self.lines[row]
        return line.start - max(line.indent - shift, 0)

    # -- lines ------------------------------------------------------------------------------

    def _title(self, at: int, stop: int) -> list[int]:
        """The line of a section title that begins at lines[at]; empty if none does."""
        text = self._text(at).rstrip()
        if _UNDERLINE.fullmatch(text):
            if at + 2 < stop and self._text(at + 2).rstrip() == text and not self._blank(at + 1):
                return [at + 1]
            return []
        if at + 1 >= stop or self.lines[at + 1].indent != self.lines[at].indent:
            return []
        under = self._text(at + 1).rstrip()
        is_title = _UNDERLINE.fullmatch(under) and len(under) >= min(len(text), 4)
        return [at] if is_title and len(under) > 1 else []

    def _paragraph_end(self, at: int, stop: int) -> int:
        while at < stop and not self.lines[at].is_blank:
            at += 1
        return at

    def _indented(self, at: int, stop: int, indent: int) -> int:
        """After the lines from `at` on that are blank or indented by more than `indent`."""
        last = at
        while at < stop and (self.lines[at].is_blank or self.lines[at].indent > indent):
            at += 1
            if not self.lines[at - 1].is_blank:
                last = at
        return last

    def _target_end(self, at: int, stop: int) -> int:
        """After a target, which a blank line ends: what is indented after that is a quotation."""
        indent = self.lines[at].indent
        at += 1
        while at < stop and not self._blank(at) and self.lines[at].indent > indent:
            at += 1
        return at

    def _read(self, rows: Sequence[int], kind: Kind, quoted: bool, cut: int = 0) -> None:
        spans = [(self.lines[row].start, self.lines[row].end) for row in rows]
        if cut:
            start, end = spans[-1]
            end = start + len(self._source[start:end].rstrip()) - 1  # one colon of two is read
            spans[-1] = (start, end if self._source[start : end - 1].strip() else start)
        MARKS.read(self.page, Block(self._source, spans), self._names)
        self.page.flush(kind, None, quoted)

    def _bind(self, start: int, end: int, why: str) -> None:
        self.page.bound.append(Bound(0, start, end, why))

    def _blank(self, at: int) -> bool:
        return self.lines[at].is_blank

    def _text(self, at: int) -> str:
        return self._source[self.lines[at].start : self.lines[at].end]
