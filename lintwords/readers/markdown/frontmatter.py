"""Front matter: the fields of a Markdown file's head that people read.

YAML or JSON between `---`, JSON between `;;;` or in braces of its own, TOML between `+++`. A field
is read by its name, or by the last word of it (`ogTitle`, `image-caption`), wherever it stands: in
a table or a list, too. Read is a scalar, a list of them, and fields below; such a value in another
form (in brackets, an alias, a quote that does not end) is named as not read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from lintwords.interface import say
from lintwords.model import Comment, Kind, Segment, Unread
from lintwords.readers.common.builder import SegmentBuilder

READ = frozenset(
    "title subtitle headline subheadline heading subheading subhead lead lede dek deck kicker "
    "standfirst summary description abstract excerpt teaser intro introduction blurb tagline "
    "strapline caption alt preview thanks question answer details pullquote quote acknowledgements "
    "acknowledgments substitutions text content label byline "
    "titre intertitre surtitre chapô chapo chapeau résumé légende accroche".split()
)
LANG = frozenset({"lang", "language"})

_EOL = r"(?:\r\n|\r|\n)"
_YAML = re.compile(
    rf"---(?:yaml|json|toml)?[ \t]*{_EOL}(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:{_EOL}|\Z)",
    re.DOTALL,
)
_TOML = re.compile(rf"\+\+\+[ \t]*{_EOL}(.*?)(?<=[\r\n])\+\+\+[ \t]*(?:{_EOL}|\Z)", re.DOTALL)
_JSON = re.compile(
    rf"(?:;;;[ \t]*{_EOL}(.*?)(?<=[\r\n]);;;|\{{[ \t]*{_EOL}(.*?)(?<=[\r\n])\}}"
    rf"|\{{[ \t]*(\"[^\r\n]*)\}})"
    rf"[ \t]*(?:{_EOL}|\Z)",
    re.DOTALL,
)
# A thematic break can open a file too: only what begins like fields is front matter.
_BEGINS = re.compile(
    rf"(?:[ \t]*(?:#[^\r\n]*)?{_EOL})*[ \t]*"
    r"(?:[\w.\"'@-]+[ \t]*[:=]|\[|\{(?![{%])|\Z)"
)
_HEADS = {"+": _TOML, ";": _JSON, "{": _JSON}  # by the first sign
_LINE = re.compile(rf"([^\r\n]*)(?:{_EOL}|\Z)")
_INDENT = re.compile(r"[ \t]*")
_DASHES = re.compile(r"(?:-[ \t]+)+")
_FIELD = re.compile(
    r"""(["']?)([A-Za-z@][\w.:@ -]*?)\1[ \t]*((?<=["']):|:(?=[ \t]|\Z)|=)[ \t]*"""
)
_WORD = re.compile(r"(?:[A-Z]?[^\W\d_A-Z]+|[A-Z]+)")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\Z")
_COMMENT = re.compile(r"(?:^|[ \t])#.*", re.DOTALL)
_ESCAPE = re.compile(
    rf"\\(?:x([0-9A-Fa-f]{{2}})|u([0-9A-Fa-f]{{4}})|U([0-9A-Fa-f]{{8}})|({_EOL}\s*)|(.))"
)
_ESCAPED = {
    **dict.fromkeys("ntrNLP", " "), "_": "\N{NO-BREAK SPACE}", **dict.fromkeys("0abefv", "")
}
_GAP = re.compile(rf"[ \t]*({_EOL}\s*)?")
_PLAIN = re.compile(r"[^\\'\"\r\n \t]+|.")
_SPOKEN = re.compile(  # on a line of its own
    r"(?<![^\r\n])#[ \t]*(?:lintwords:|(?=lintwords[ \t-]+ignore\b))([^\r\n]*)"
)
_NO_REMARK = re.compile(r"[ \t]*[^\s#]")
_LANG_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
# a value that is no plain scalar begins so: lists and tables in brackets, anchors, aliases, tags
_OTHERWISE = ("[", "{", "&", "*", "!")
_BRACED = re.compile(r"""[{,][ \t]*["']?([A-Za-z@][\w.:@-]*)["']?[ \t]*[:=]([^,}]*)""")


class FrontMatter(NamedTuple):
    """What was read; `end` is where the document itself begins."""

    segments: tuple[Segment, ...]
    lang: str | None
    end: int
    comments: tuple[Comment, ...] = ()
    unread: tuple[Unread, ...] = ()


def read(source: str) -> FrontMatter:
    """The front matter of `source`; without any, nothing that ends where the text begins."""
    begin = int(source.startswith("\ufeff"))
    pattern = _HEADS.get(source[begin : begin + 1], _YAML)
    match = pattern.match(source, begin)
    group = match.lastindex or 1 if match else 1
    if match is None or not _BEGINS.match(source, *match.span(group)):
        return FrontMatter((), None, begin)
    toml = source.startswith(("+++", "---toml"), begin)
    at, end = match.span(group)
    fields = _Fields(source, end, toml=toml)
    begins = []  # of fields, lines of comments and blank ones
    while at < end:
        begins.append(at)
        at = fields.read(at)
    comments = tuple(
        Comment(*found.span(), " ".join(found[1].split()), "hash",
                _next(source, begins, found) or match.end())
        for found in _SPOKEN.finditer(source, *match.span(group))
    )
    return FrontMatter(tuple(fields.segments), fields.lang, match.end(), comments,
                       tuple(dict.fromkeys(fields.unread)))


def _next(source: str, begins: Sequence[int], comment: re.Match[str]) -> int:
    """Where the field after the next one begins; 0 if none does."""
    later = begins[bisect_left(begins, comment.end()) :]
    fields = [at for at in later if _NO_REMARK.match(source, at)]
    return fields[1] if len(fields) > 1 else 0


def _is_read(name: str) -> bool:
    words = _WORD.findall(name)
    return bool(words) and (words[-1].lower() in READ or "".join(words).lower() in READ)


class _Fields:
    """Goes through the lines of a front matter that ends at `end`."""

    def __init__(self, source: str, end: int, *, toml: bool) -> None:
        self.segments: list[Segment] = []
        self.unread: list[Unread] = []
        self.lang: str | None = None
        self._source, self._end, self._toml = source, end, toml
        self._in_table = False
        self._below: int | None = None  # the column of a field that is read, over what is below it
        self._over = ""  # its name

    def read(self, start: int) -> int:
        """Read the line at `start`, with those that its value goes on in; where to go on."""
        source, line = self._source, self._line(start)
        stop = line.end(1)
        first = self._indented(start)
        if first == stop or source[first] == "#":
            return line.end()
        if self._toml and source[first] == "[":
            self._in_table = True
        dashes = None if self._toml else _DASHES.match(source, first, stop)
        if self._below is not None and first - start + bool(dashes) <= self._below:
            self._below = None
        value = dashes.end() if dashes else first
        column = value - start
        field = _FIELD.match(source, value, stop)
        is_text = field is not None and " " in field[2] and self._below is not None
        name = self._over if (dashes or is_text) and self._below is not None else ""
        if field is not None and not is_text and (field[3] == "=") is self._toml:
            name, value = field[2], field.end()
        is_lang = name.lower() in LANG and column == 0 and not self._in_table
        if name and (self._below is not None or is_lang or _is_read(name)):
            return self._value(name, value, column, line, is_lang=is_lang)
        self._braced(first, stop)
        is_block = _BLOCK_SCALAR.match(source, value, stop)
        return self._go_on(None, line.end(), column) if is_block else line.end()

    def _value(
        self, name: str, start: int, column: int, line: re.Match[str], *, is_lang: bool
    ) -> int:
        """Read the value at `start`, of a field in `column`."""
        source, stop, after = self._source, line.end(1), line.end()
        builder = SegmentBuilder(source)
        first = source[start:stop][:1]
        if first in ("'", '"') and first:
            closed = self._quoted(builder, start, stop)
            if closed is None:
                self._miss(name)
            else:
                after = self._line(closed).end()
                self._braced(closed, after)
        elif self._toml or first in _OTHERWISE:
            if first in _OTHERWISE and any(map(str.isalpha, source[start:stop])):
                self._miss(name)
        elif first in ("", "#") and self._opens(after, column):
            self._below, self._over = column, name
            return after
        elif _BLOCK_SCALAR.match(source, start, stop):
            after = self._go_on(builder, after, column)
        else:
            self._plain(builder, start, stop)
            after = self._go_on(builder, after, column, plain=True)
        segment = builder.build(Kind.TITLE)
        if segment is not None and not is_lang:
            self.segments.append(segment)
        elif segment is not None and self.lang is None and _LANG_TAG.fullmatch(segment.text):
            self.lang = segment.text.replace("_", "-")
        return after

    def _braced(self, start: int, stop: int) -> None:
        """Name the fields in braces between two places of a line, if people read them."""
        for braced in _BRACED.finditer(self._source, start, stop):
            if _is_read(braced[1]) and any(map(str.isalpha, braced[2])):
                self._miss(braced[1])

    def _miss(self, name: str) -> None:
        what = say("the field {name} of the front matter was not read", name=name)
        self.unread.append(Unread("field", what))

    def _opens(self, at: int, column: int) -> bool:
        """Whether the next line is an item or a field below a field in `column`."""
        while at < self._end:
            line = self._line(at)
            first = self._indented(at)
            if first < line.end(1):
                if _DASHES.match(self._source, first, line.end(1)):
                    return first - at >= column
                return first - at > column and bool(
                    _FIELD.match(self._source, first, line.end(1))
                )
            at = line.end()
        return False

    def _plain(self, builder: SegmentBuilder, start: int, stop: int) -> None:
        comment = _COMMENT.search(self._source, start, stop)
        builder.verbatim(start, comment.start() if comment else stop)

    def _go_on(
        self, builder: SegmentBuilder | None, start: int, column: int, *, plain: bool = False
    ) -> int:
        """Add the lines indented by more than `column`, which go on with a value; their end."""
        while start < self._end:
            line = self._line(start)
            first, stop = self._indented(start), line.end(1)
            if first < stop:
                if first - start <= column:
                    break
                if builder is not None:
                    builder.space(start, first)
                    if plain:
                        self._plain(builder, first, stop)
                    else:
                        builder.verbatim(first, stop)
            start = line.end()
        return start

    def _quoted(self, builder: SegmentBuilder, start: int, stop: int) -> int | None:
        """Add a quoted scalar; where it ends, or None if it does not."""
        source, quote = self._source, self._source[start]
        closing = quote * 3 if self._toml and source.startswith(quote * 3, start) else quote
        end = stop if self._toml and closing == quote else self._end
        at = start + len(closing)
        while at < end:
            if source.startswith(closing, at):
                if self._toml or quote == '"' or not source.startswith("''", at):
                    return at + len(closing)
                builder.read_as("'", at, at + 2)
                at += 2
            elif quote == '"' and (escape := _ESCAPE.match(source, at, end)):
                builder.read_as(_meant(escape), at, escape.end())
                at = escape.end()
            elif (gap := _GAP.match(source, at, end)) and gap.end() > at:
                if gap[1] is None:
                    builder.verbatim(at, gap.end())
                else:
                    builder.space(at, gap.end())
                at = gap.end()
            elif run := _PLAIN.match(source, at, end):
                builder.verbatim(at, run.end())
                at = run.end()
        builder.rewind(0)
        return None

    def _line(self, at: int) -> re.Match[str]:
        line = _LINE.match(self._source, at, self._end)
        assert line is not None  # the pattern can match nothing
        return line

    def _indented(self, at: int) -> int:
        """Where the words of a line begin."""
        indent = _INDENT.match(self._source, at, self._end)
        assert indent is not None  # the pattern can match nothing
        return indent.end()


def _meant(escape: re.Match[str]) -> str:
    """What an escape in a quoted scalar stands for."""
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        is_letter = number < 0x110000 and not 0xD800 <= number < 0xE000
        return chr(number) if is_letter else "\N{REPLACEMENT CHARACTER}"
    return "" if escape[4] else _ESCAPED.get(escape[5], escape[5])
