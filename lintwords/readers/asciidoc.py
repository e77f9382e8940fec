"""AsciiDoc by a small scanner: what a reader of the page reads, in its place.

Listings, literal and pass blocks, comments, attributes and macros that bring in other files are
not prose. Links and emphasis stand inside phrases; code and pictures are one object each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from lintwords.interface import say
from lintwords.model import Bound, Document, Kind, Part, Unread, reasons
from lintwords.readers.common import included
from lintwords.readers.common.builder import Page, SegmentBuilder
from lintwords.readers.common.drawn_titles import write as write
from lintwords.readers.common.inline import Block, Marks, bounded
from lintwords.readers.common.source import decode
from lintwords.readers.common.unread_parts import missed

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(
    r"(-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|```+|[|,:!]={3,})[^\S\r\n]*\Z"
    r"|(```)[^`\r\n]+\Z"  # with the language of the code
)
_UNREAD_FENCES = "-.+/`"
_UNDER = re.compile(r"([-=~^+])\1+[^\S\r\n]*\Z")  # a title
_TITLE = re.compile(r"(?:={1,6}|#{1,6})[ \t]+(?=\S)")
_ATTRIBUTE = re.compile(r":(!?[\w-]+!?):(?:[ \t]+|\Z)")
_GOES_ON = re.compile(r"[ \t]+(?:\+[ \t]+)?\\[ \t]*(?:\r\n|\r|\n)[ \t]*")  # in a value
_VALUE = re.compile(r"(?:[^\r\n\\]|\\(?![ \t]*(?:\r\n|\r|\n))|\\[ \t]*(?:\r\n|\r|\n)){0,400}")
_NAMED = re.compile(r"\{([\w-]+)\}")
_SIGNS = {"nbsp": " ", "sp": " ", "empty": "", "apos": "'", "quot": '"', "amp": "&",
          "zwsp": "\u200b", "wj": "\u2060", "shy": "\N{SOFT HYPHEN}"}
_LONGEST = 200  # characters of a value that is read wherever its name stands
_LIST_LINE = re.compile(r"\[[^\]\r\n]*\]\]?\s*\Z")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_MACRO = re.compile(
    r"(image|video|audio|include|toc|ifdef|ifndef|ifeval|endif)::?[^\[]*\[(.*)\]\s*\Z"
)
_ITEM = re.compile(
    r"(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.|[a-zA-Z]\.|<(?:\d+|\.)>)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r"(?=\S)(.+?)(?:(?<!:):{2,4}|(?<!;);;)(?:[ \t]+|\Z)")
_LABEL = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_BREAK = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3})\s*\Z")
_CELLS = {  # sign of a table → what begins a cell in it
    sign: re.compile(
        r"(?:(?:\d+(?:\.\d+)?|\.\d+)[+*])?[<^>]?(?:\.[<^>])?[aehlmdsv]?(?<!\\)" + re.escape(sign)
    )
    for sign in "|!"
}
_APART = re.compile(r"\[[^\]]*\b(?:format|separator)\s*=")  # cells are told apart in another way
_WORDS = re.compile(r"(?:^|>)[^<>]*[^\W\d_]")  # beside tags
_INCLUDE = re.compile(r"include::(\S[^\[\]]*)\[[^\]]*\]\s*\Z")
_READ_ATTRIBUTES = frozenset({"title", "description", "doctitle"})
# what a page shows though the name stands nowhere: who wrote it, labels, the head of contents
_SHOWN_ATTRIBUTE = re.compile(
    r"(?:\w+-)?caption|(?:toc|manname|preface|orgname)-?title|authors?(?:_\d+)?|rev(?:remark|date)"
    r"|(?:untitled|version|last-update|chapter|part|appendix)-(?:label|signifier)|copyright"
)
_DRAWING = re.compile(
    r"\[(mermaid|plantuml|graphviz|ditaa|blockdiag|d2|vega|vegalite|wavedrom)\b", re.IGNORECASE
)
_LITERAL = re.compile(
    r"\[(?:source|listing|literal|pass|stem|latexmath|asciimath)\b", re.IGNORECASE
)
_PASS = re.compile(r"\[pass\b", re.IGNORECASE)
_QUOTE = re.compile(r"\[(?:quote|verse)\b", re.IGNORECASE)
_STYLE = re.compile(r"\[[ \t]*[A-Za-z]\w*[ \t]*[\],#.%]")  # under it no indent makes code
_BY = re.compile(r""",[ \t]*(?:"([^"]*)"|([^,"=\]]*)(?=[,\]]))""")  # whom a quotation is from
_SEEN = re.compile(
    r"""\b(?:title|caption|alt|attribution|citetitle)[ \t]*=[ \t]*"""
    r"""(?:"([^"]*)"|'([^']*)'|([^,"'\]]+))"""
)
# what shows where a pointer rests on a link or a picture in a line
_TIP = re.compile(
    r"\b(?:https?|ftp|irc|mailto|link|xref|image(?!::)):[^\s\[\]]{0,400}"
    r"\[[^\[\]\n]{0,400}?\btitle=\"?([^\"\[\],\n]{1,400})"
)
_FIRST = re.compile(r'[ \t]*"([^"]*)"|([^,]*)')  # of the values of a macro
_END_OF_BREAK = re.compile(r"[ \t]\+\Z")

_MARKS = Marks(
    re.compile(
        bounded(r"""\\(?P<plain_escaped>[*_`\#+{<^~\[])
        | \+\+\+(?P<inner_pass>.+?)\+\+\+ | pass:\w*\[(?P<inner_macro>.*?)\]
        | ``(?P<object_mono>.+?)``
        | "`(?P<inner_quoted>[^`]+?)`"
        | (?<![\w`])`(?P<object_code>(?=\S)[^`]+(?<=\S))`(?!\w)
        | (?<![\w:/])(?:https?|ftp|irc|mailto)://?[^\s\[\]]*\[
          (?P<inner_web>(?:[^\],\s]|\s+(?=[^\],\s])){0,1000})\s*(?:,[^\]]*)?\]
        | (?:link|xref|mailto):[^\s\[\]]*\[(?:
          (?P<inner_link>[^\],]*?)\^?(?:,[^\]=]*=[^\]]*)?\] | (?P<inner_link2>[^\]]*?)\^?\])
        | <<[^,>]+,\s*(?P<inner_cross>[^>]+)>>
        | \[\[\[[^\[\],\r\n]+,\s*(?P<inner_label>[^\[\]]+)\]\]\]
        | (?P<drop_entry>\[\[\[[^\[\],\r\n]+\]\]\])
        | (?P<drop_cross><<[^>\r\n]+>>|\[\[[^\[\]\r\n]+\]\])
        | image:(?!:)[^\s\[\]]+\[(?:alt=)?"(?P<aside_quoted>[^"\]]*)"[^\]]*\]
        | image:(?!:)[^\s\[\]]+\[(?P<aside_alt>[^\],]*)(?:,[^\]]*)?\]
        | icon:[^\s\[\]]*\[[^\[\]]*?\btitle="?(?P<aside_icon>[^"\[\],]+)[^\]]*\]
        | indexterm2:\[(?P<inner_index>[^\]]*)\] | (?P<drop_index>indexterm:\[[^\]]*\])
        | (?<![\w+])\+(?P<inner_plain>(?=[^\s+])[^+\r\n]+(?<=\S))\+(?![\w+])
        | footnote(?:ref)?:\w*\[(?P<aside_note>[^\]]*)\]
        | (?:(?<!\s)\s+)?(?<![\w:])(?P<drop_citation>cite:\w*\[[^\[\]\r\n]*\])
        | (?:btn|menu):[^\s\[\]]*\[(?P<inner_button>[^\]]*)\]
        | (?:kbd|icon|stem|latexmath):[^\s\[\]]*\[(?P<object_macro>[^\]]*)\]
        | (?P<object_attribute>\{[\w-]+\}) | (?P<object_counter>\{counter2?:[\w:-]+\})
        | (?P<drop_set>\{set:[^{}\r\n]+\}) | (?P<drop_term>\(\(\([^()\r\n]+\)\)\))
        | (?<!\()\(\((?P<inner_term>[^()\r\n]+)\)\)(?!\))
        | (?P<entity>&\#?\w{1,30};)
        | \*\*(?P<inner_strong2>.+?)\*\* | __(?P<inner_em2>.+?)__ | \#\#(?P<inner_mark2>.+?)\#\#
        | (?<![\w*])(?:\[[^\[\]\r\n]*\])?\*(?P<inner_strong>(?=\S)[^*]+?(?<=\S))\*(?![\w*])
        | (?<![\w_])(?:\[[^\[\]\r\n]*\])?_(?P<inner_em>(?=\S)[^_]+?(?<=\S))_(?![\w_])
        | (?<![\w#&])(?:\[[^\[\]\r\n]*\])?\#(?P<inner_mark>(?=\S)[^#]+?(?<=\S))\#(?![\w#])
        | \^(?P<inner_sup>[^\s^]+)\^ | ~(?P<inner_sub>[^\s~]+)~"""),
        re.VERBOSE | re.DOTALL,
    )
)


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read AsciiDoc; raises CannotRead if it cannot be decoded."""
    text, name = decode(path, data, encoding)
    reader = _Reader(text)
    reader.read()
    segments = tuple(reader.page.segments)
    return Document(path, "asciidoc", (Part(0, text),), segments, reader.lang, name,
                    tuple(reader.page.comments),
                    unread=tuple(reader.missed()), locked=tuple(reader.page.locked),
                    bound=tuple(reader.page.bound))


class _Reader:
    """Goes through the lines once; what is collected is one block at a time."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.lang: str | None = None
        self.unread: list[Unread] = []
        self._has_code = False
        self._source = source
        self._lines: list[tuple[int, int]] = []  # of the block that is being collected
        self._kind = Kind.PROSE
        self._fences: list[str] = []
        self._opened: list[int] = []  # where each of them stands
        self._closing_fence = ""  # what ends the block whose inside is not read
        self._unread_from = 0  # where that block begins
        self._skips = False  # the paragraph that comes, or is there, is not read
        self._quotes = False  # the block that comes is a quotation
        self._continues = False  # a paragraph that belongs to the list item before it
        self._apart = False  # the table that comes, or is there, has other signs between its cells
        self._heads = False  # in the lines under the title of the document
        self._passes = False  # what is not read is HTML
        self._indents = False  # the indent of the next line makes no code of it
        self._names = dict(_SIGNS)  # attribute → what is read for it
        self._long: set[str] = set()  # attributes with a value too long to be read everywhere

    def read(self) -> None:
        end = 0
        while end < len(self._source):
            line = _LINE.match(self._source, end)
            assert line is not None  # the pattern can match nothing
            start, end = line.span(1)[0], line.end()
            self._line(start, start + len(line[1].rstrip()))
        self._flush()
        fence = self._closing_fence
        is_said = fence[:1] == "+" and not self._skips  # line by line, as HTML
        if fence and not is_said and any(map(str.isalpha, self._source[self._unread_from :])):
            what = say("a block that is not closed ({fence}) was not read", fence=fence)
            self.unread.append(Unread("body", what))

    def missed(self) -> Iterator[Unread]:
        """What it shows and is not read."""
        has_code = self._has_code or self.page.has_code
        return missed(self.unread, self.page.segments, has_code=has_code)

    @property
    def _quoted(self) -> bool:
        return self._quotes or any(fence[0] == "_" for fence in self._fences)

    def _line(self, start: int, stop: int) -> None:
        text = self._source[start:stop]
        if self._closing_fence:
            if text.rstrip() == self._closing_fence:
                self._closing_fence, self._skips, self._passes = "", False, False
            else:
                self._pass(text, is_html=self._closing_fence[0] == "+" and not self._skips)
            return
        found = _FENCE.match(text)
        fence = (found[1] or found[2]) if found else ""
        if brought := _INCLUDE.match(text):
            self.unread += included.unread(brought[1], always="{" in brought[1])
        elif _UNDER.match(text) and self._is_under_title(text.rstrip()):
            self._kind = Kind.HEADING
            self.page.bound.append(Bound(0, *self._lines[0], reasons.DRAWN))
            self._flush()
            self._heads = text[0] == "=" and len(self.page.segments) == 1
        elif fence and (
            not self._lines or fence in self._fences or len(fence) > 3 or fence[0] == "`"
        ):
            self._fence(fence, stop)
        elif not text.strip():
            self._flush()
            self._skips = self._heads = self._continues = self._passes = False
            self._apart = self._apart and bool(self._fences)
        elif text.startswith("//") and not text.startswith("///"):
            self.page.remark(start, stop, text[2:], "asciidoc", is_quoted=self._quoted)
        elif self._fences and (sign := self._fences[-1][0]) in "|,:!":
            if sign in _CELLS and not self._apart:
                self._row(start, stop, _CELLS[sign])
            elif any(map(str.isalpha, text)):
                self.unread.append(Unread(
                    "body", say("a table with commas or colons was not read"),
                ))
        elif not self._lines:
            self._opening(start, stop, text)
        elif _ITEM.match(text) and (self._kind is Kind.ITEM or self._continues):
            self._flush()
            self._opening(start, stop, text)
        elif text.strip() == "+":
            self._flush()
            self._continues = True
        elif self._skips:
            self._pass(text)
        else:
            self._add(start, stop)

    def _is_under_title(self, line: str) -> bool:
        """Whether a drawn line makes a title of the line above it: it is about as long."""
        if len(self._lines) != 1 or self._skips or line in self._fences:
            return False
        if self._kind is Kind.ITEM:  # "1. Title" is one too, where no list goes on
            if any(segment.kind is Kind.ITEM for segment in self.page.segments[-1:]):
                return False
        elif self._kind is not Kind.PROSE:
            return False
        start, stop = self._lines[0]
        start = max(self._source.rfind(end, max(start - _LONGEST, 0), start) for end in "\r\n") + 1
        return abs(stop - start - len(line)) <= 1

    def _pass(self, text: str, *, is_html: bool = False) -> None:
        """A line that is not read; of HTML it is said so."""
        if (is_html or self._passes) and _WORDS.search(text):
            self.unread.append(Unread("body", say("a block of HTML (++++) was not read")))

    def _opening(self, start: int, stop: int, text: str) -> None:
        """The first line of a block, or a line that is a block of its own."""
        indents, self._indents = self._indents, False
        indent = len(text) - len(text.lstrip())
        if attribute := _ATTRIBUTE.match(text):
            self._attribute(attribute[1].lower(), start + attribute.end(), stop)
        elif title := _TITLE.match(text):
            self._one(start + title.end(), stop, Kind.HEADING)
            self._heads = title[0].strip() == "=" and len(self.page.segments) == 1
        elif self._heads:
            self._one(start, stop, Kind.CAPTION)  # author and revision
        elif _LIST_LINE.match(text):
            self._seen(_SEEN, start, stop)
            if _QUOTE.match(text):
                self._seen(_BY, start, stop)
            self._skips = self._skips or bool(_LITERAL.match(text))
            if drawing := _DRAWING.match(text):
                what = say("a drawing ({name}) was not read", name=drawing[1].lower())
                self.unread.append(Unread("chart", what))
                self._skips = True
            self._passes = self._passes or bool(_PASS.match(text))
            self._indents = indents or bool(_STYLE.match(text))
            self._quotes = bool(_QUOTE.match(text))
            self._apart = self._apart or bool(_APART.match(text))
        elif macro := _MACRO.match(text):
            low, high = macro.span(2)
            if macro[1] in ("image", "video", "audio"):
                if not _SEEN.match(text, low):
                    first = _FIRST.match(text, low, high)
                    assert first is not None and first.lastindex  # the pattern can match nothing
                    at, end = first.span(first.lastindex)
                    self._one(start + at, start + end, Kind.CAPTION)
                self._seen(_SEEN, start + low, stop)
            elif macro[1] == "toc":
                self._seen(_SEEN, start + low, stop)
            elif macro[1] in ("ifdef", "ifndef"):
                self._one(start + low, start + high, Kind.PROSE)
        elif _BREAK.match(text) or self._skips:
            self._skips = self._skips and not _BREAK.match(text)
            self._pass(text)
            self._lines = []
        elif title := _BLOCK_TITLE.match(text):
            self._one(start + 1, stop, Kind.CAPTION)
        elif item := _ITEM.match(text.lstrip()):
            self._kind = Kind.ITEM
            self._add(start + indent + item.end(), stop)
        elif term := _TERM.match(text, indent):
            self._one(start + indent, start + term.end(1), Kind.PROSE)
            self._indents = term.end() == len(text)  # what it means stands on the next line
            self._add(start + term.end(), stop)
        elif indent and not indents:
            self._skips = self._has_code = True  # an indented paragraph is literal
        else:
            label = _LABEL.match(text)
            self._add(start + (label.end() if label else 0), stop)

    def _fence(self, fence: str, stop: int) -> None:
        self._flush(keep=True)
        if (fence[0] in _UNREAD_FENCES and fence != "--") or self._skips:
            self._closing_fence, self._unread_from = fence, stop
            self._has_code |= fence[0] in "-.`"
        elif fence in self._fences:
            nth = self._fences.index(fence)
            self.page.end_holder(self._opened[nth], stop)
            del self._fences[nth:], self._opened[nth:]
            self._quotes = self._apart = False
        else:
            self._fences.append(fence)
            self._opened.append(stop)

    def _attribute(self, name: str, start: int, stop: int) -> None:
        if name in _READ_ATTRIBUTES:
            self._one(start, stop, Kind.TITLE)
        elif _SHOWN_ATTRIBUTE.fullmatch(name):
            self._one(start, stop, Kind.CAPTION)
        elif name == "lang":
            self.lang = self._source[start:stop].strip() or None
        given = _VALUE.match(self._source, start)
        assert given is not None  # the pattern can match nothing
        value = _GOES_ON.sub(" ", given[0]).strip()
        if len(value) <= _LONGEST:
            value = _NAMED.sub(lambda one: self._names.get(one[1].lower(), one[0]), value)
        self._names.pop(name.strip("!"), None)
        self._long.discard(name.strip("!"))
        if "!" in name or "://" in value or not any(map(str.isalpha, value)):
            return
        if len(value) <= _LONGEST:
            self._names[name] = value
        else:
            self._long.add(name)

    def _seen(self, pattern: re.Pattern[str], start: int, stop: int) -> None:
        """Read what the groups of `pattern` find in a line, each as a text of its own."""
        for found in pattern.finditer(self._source, start, stop):
            if found.lastindex:
                self._one(*found.span(found.lastindex), Kind.CAPTION)

    def _row(self, start: int, stop: int, cell: re.Pattern[str]) -> None:
        """A line of a table: each bar begins a cell, what comes before goes on with the last."""
        bars = list(cell.finditer(self._source, start, stop))
        first = bars[0].start() if bars else stop
        if self._source[start:first].strip():
            item = _ITEM.match(self._source[start:first].lstrip())
            if item is not None:
                self._flush()
                start = first - len(self._source[start:first].lstrip()) + item.end()
            self._kind = Kind.CELL
            self._add(start, first)
        for bar, after in zip_longest(bars, bars[1:]):
            self._flush()
            self._kind = Kind.CELL
            self._add(bar.end(), after.start() if after else stop)

    def _one(self, start: int, stop: int, kind: Kind) -> None:
        self._kind = kind
        self._add(start, stop)
        self._flush(keep=True)

    def _add(self, start: int, stop: int) -> None:
        text = self._source[start:stop]
        stop -= len(text) - len(_END_OF_BREAK.sub("", text).rstrip())
        start += len(text) - len(text.lstrip())
        if start < stop:
            self._lines.append((start, stop))

    def _flush(self, *, keep: bool = False) -> None:
        """End the block; `keep`: what was said of the block that comes still holds."""
        if self._lines:
            block = Block(self._source, self._lines)
            _MARKS.read(self.page, block, self._names)
            for tip in _TIP.finditer(block.text):
                words = SegmentBuilder(self._source)
                block.verbatim(words, *tip.span(1))
                self.page.aside(words.build(Kind.CAPTION))
            if self._long:
                for one in _NAMED.finditer(block.text):
                    if one[1].lower() in self._long:
                        what = say(
                            "the long text that {{{one}}} stands for was not read", one=one[1],
                        )
                        self.unread.append(Unread("field", what))
            self.page.flush(self._kind, None, self._quoted)
            self._lines = []
            self._quotes = self._quotes and keep
        self._kind = Kind.PROSE
