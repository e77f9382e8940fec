"""Markdown: CommonMark with tables, footnotes and what else is usual on GitHub.

Emphasis and links stand inside phrases; code, math, images and addresses stand in the text as one
object each; a wrapped line is one space, and a quote marker between two lines is outside the
text. HTML goes through the HTML scanner, and so do comments of MDX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pyromark

from lintwords.interface import say
from lintwords.model import Document, Kind, Part, Unread
from lintwords.readers.common import included, lines_apart
from lintwords.readers.common.builder import OBJECT, Page, SegmentBuilder
from lintwords.readers.common.source import decode
from lintwords.readers.common.source import write as write
from lintwords.readers.common.unread_parts import only_code
from lintwords.readers.common.word_parts import part_of_word
from lintwords.readers.html import mdx
from lintwords.readers.html.scanner import Scanner
from lintwords.readers.html.text import add_text
from lintwords.readers.markdown import (
    attributes,
    fences,
    formulas,
    frontmatter,
    indented,
    line_blocks,
    link_titles,
    mdx_blocks,
)
from lintwords.readers.markdown.addresses_ahead import AddressesAhead
from lintwords.readers.markdown.parsed_text import CharacterIndex, add, parser_must_take

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
)
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
_KINDS: Mapping[str, Kind] = {
    "Heading": Kind.HEADING,
    "Item": Kind.ITEM,
    "TableCell": Kind.CELL,
    "FootnoteDefinition": Kind.PROSE,
}
_HOLDERS = frozenset({"BlockQuote", "FootnoteDefinition"})  # of ignore comments
_ADDRESS_LINKS = frozenset({"Autolink", "Email"})
_BREAK_TAG = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_LONE_CR = re.compile(r"\r(?!\n)")
_LINE_START = re.compile(r"(?<=[\r\n])[ \t>]+")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FENCES = ("```", "~~~")


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read a Markdown file; raises CannotRead if it cannot be decoded."""
    text, name = decode(path, data, encoding)
    parser_must_take(text, path)
    head = frontmatter.read(text)
    is_mdx = mdx.is_mdx(path) or mdx.brings_components(text, head.end)
    markup = mdx.as_markup(text) if is_mdx else indented.as_markup(text)
    reader = _Reader(text, head.end, markup, has_components=is_mdx)
    reader.page.segments.extend(head.segments)
    reader.read()
    page = reader.page
    return Document(
        path, "markdown", (Part(0, text),), tuple(page.segments), head.lang, name,
        (*head.comments, *page.comments),
        (*head.unread, *reader.missed(), *dict.fromkeys(included.in_markdown(text))),
        tuple(page.locked),
    )


class _Reader:
    """Turns the events of the parser into segments."""

    def __init__(
        self, source: str, start: int, markup: str, *, has_components: bool = False
    ) -> None:
        """`markup` is `source` as the parser shall see it, with the same places."""
        self.page = Page(source)
        self._source, self._markup = source, markup
        self._start = start
        self._html = Scanner(self.page, has_components=has_components)
        self._addresses = AddressesAhead(source)
        # The blocks around the current place, outermost first: kind, quoted, open HTML elements.
        self._blocks: list[tuple[Kind, bool, int]] = []
        self._is_mdx = has_components
        self._has_code = self._is_made = self._is_indented = False
        self._unread = 0  # open code blocks and links that are addresses
        self._images: list[SegmentBuilder] = []  # alt texts, outermost first
        self._struck: list[SegmentBuilder | None] = []  # words that are struck, outermost first
        self._titles: list[tuple[str, bool]] = []  # of links, and whether they stand in the link
        self._html_lines: list[tuple[int, int]] | None = None
        self._brackets = frozenset(attributes.brackets(source))  # that nobody sees
        self._past = 0  # where the attributes end that have been seen last
        self._taken: tuple[int, int] | None = None  # words that the parser took for attributes
        self._is_fenced = False  # code stands in the indented text that is read
        self._drawings: list[str] = []  # languages of code that a page shows as a drawing
        self._missed: list[Unread] = []  # what directives show
        self._drawn_tables = 0  # borders of them
        self._alone: frozenset[int] = frozenset()  # lines before which one ends that does not go on

    def read(self) -> None:
        body, shift = self._markup[self._start :], self._start
        flat = mdx_blocks.Flat(body) if self._is_mdx else None
        body = flat.text if flat else body
        index = CharacterIndex(body)
        # The parser does not see each lone carriage return as the line end it is.
        events: Any = pyromark.events_with_range(_LONE_CR.sub("\n", body), options=_OPTIONS)
        for event, place in events:
            start, end = index[place["start"]], index[place["end"]]
            if flat:
                start, end = flat.start(start), flat.end(end)
            start, end = start + shift, end + shift
            if isinstance(event, str):
                self._break(event, start, end)
                continue
            for name, value in event.items():
                if name == "Text":
                    self._indented(value, start, end)
                elif name == "Start":
                    self._begin(value, start, end)
                elif name == "End":
                    self._end(value, start, end)
                else:
                    self._other(name, value, start, end)
        self._html.close(len(self._source))

    def missed(self) -> Iterator[Unread]:
        """What it shows and is not read."""
        yield from self._html.missed()
        if self._is_made:
            yield Unread("body", say("words that an expression in braces makes were not read"))
        if self._drawn_tables:
            yield Unread("body", say("a table that is drawn with signs was not read"))
        for name in dict.fromkeys(self._drawings):
            yield Unread("chart", say("a drawing ({name}) was not read", name=name))
        yield from dict.fromkeys(self._missed)
        yield from only_code(self.page.segments, has_code=self._has_code)

    @property
    def _words(self) -> SegmentBuilder:
        if self._images:
            return self._images[0]
        struck = (words for words in reversed(self._struck) if words is not None)
        return next(struck, self._html.words)

    def _indented(self, text: str, start: int, end: int) -> None:
        """Read text; with its line ends, where it is lines of what is no code after all."""
        if not self._is_indented or end - start != len(text):
            self._text(text.replace("\n", " ") if self._is_indented else text, start, end)
            return
        for line in _LINE.finditer(text):
            bare = line[1]
            if not line[0]:
                break
            if bare.lstrip().startswith(_FENCES):
                self._is_fenced = not self._is_fenced
            elif not self._is_fenced and not self._html.skipping:
                self._text(bare, start + line.start(), start + line.end(1))
                self._words.space(start + line.end(1), start + line.end())
                if not bare.strip() and not self._images:
                    self._html.flush()

    def _text(self, text: str, start: int, end: int) -> None:
        if self._unread:
            return
        self._is_made |= self._is_mdx and mdx.MADE in text
        if self._is_mdx and mdx.NOTHING in text and end - start == len(text):
            for shown in mdx.SHOWN.finditer(text):
                self._text(shown[0], start + shown.start(), start + shown.end())
            return
        if self._html.skipping:
            if (label := self._html.label) is not None:
                add(label, text, self._source, start, end)
            return
        if text in ("[", "]") and start in self._brackets:
            return
        if text[:1] == "{":
            self._hang(start)
        if self._past > start and end - start == len(text):
            if self._past >= end:
                return
            text, start = text[self._past - start :], self._past
        if text.startswith("| ") and line_blocks.is_line(self._source, start):
            text, start = text[2:], start + 2
        self._drawn_tables += text.startswith("+") and line_blocks.is_border(text)
        if not self._addresses.reaches_into(start, end):
            add(self._words, text, self._source, start, end)
        elif self._markup.startswith(text, start):  # else a character reference inside an address
            self._addresses.add(self._words, start, end)

    def _hang(self, start: int) -> None:
        """Pass over the attributes that begin here, but for what they show."""
        end = attributes.hung_on(self._source, start)
        if end > max(self._past, start) and not self._unread:
            for place in attributes.seen(self._source, start, end):
                shown = SegmentBuilder(self._source)
                shown.verbatim(*place)
                self.page.aside(shown.build(Kind.CAPTION, None, self._html.quoted))
        self._past = max(self._past, end)

    def _break(self, name: str, start: int, end: int) -> None:
        if name == "Rule" or (end in self._alone and not (self._images or self._struck)):
            self._html.flush()
        elif not self._html.skipping:
            self._words.space(start, end)

    def _begin(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name, value = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name in ("Image", "Link"):
            self._titles.append((value["title"], value["link_type"] == "Inline"))
        if name == "Image":
            self._images.append(SegmentBuilder(self._source))
            self._html.shown.see_picture(value["dest_url"])
        elif name == "Link":
            self._unread += value["link_type"] in _ADDRESS_LINKS
        elif name == "Strikethrough":
            self._begin_struck(start)
        elif name not in _INLINE:
            self._html.flush()
            self._begin_block(name, value, start, end)

    def _begin_block(self, name: str, value: Any, start: int, end: int) -> None:
        """Begin a paragraph, an item, a quotation or another block, whose kind holds inside it."""
        if name == "Paragraph":
            self._alone = lines_apart.alone(self._source, start, end)
        kind, quoted, _ = self._blocks[-1] if self._blocks else (Kind.PROSE, False, 0)
        quoted = quoted or (name == "BlockQuote" and value is None)  # an alert has a value
        if name != "Item" or not self._source.startswith(indented.SIGNS, start):
            kind = _KINDS.get(name, kind)
        self._blocks.append((kind, quoted, self._html.depth))
        self._around()
        self._is_indented = name == "CodeBlock" and self._is_text(value, start, end)
        if name == "CodeBlock" and not self._is_indented:
            self._unread += 1
            self._has_code = True
        elif name == "Heading" and any(each is None for _, each in value["attrs"]):
            self._taken = attributes.taken_for(self._source, start, end)
        elif name == "HtmlBlock":
            self._html_lines = []
        if self._is_indented and value != "Indented" and not self._html.skipping \
                and (place := fences.title(self._source, start, end)):
            self.page.text.verbatim(*place)
            self._html.flush()

    def _end(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name == "Image":
            self._end_image(start, end)
            self._title(start, end)
        elif name == "Link":
            if self._unread:
                self._unread -= 1
                if not self._html.skipping:
                    self._words.read_as(OBJECT, start, end)
            self._title(start, end)
        elif name == "Strikethrough":
            gone = self._struck.pop()
            if gone is not None and not self._html.skipping:
                self.page.aside(gone.build(Kind.CAPTION, None, self._html.quoted))
        elif name not in _INLINE:
            self._end_block(name, start, end)

    def _end_block(self, name: str, start: int, end: int) -> None:
        if name == "Heading" and self._taken and not self._html.skipping:
            self._words.space(self._taken[0], self._taken[0])
            self._words.verbatim(*self._taken)
            self._taken = None
        if name == "HtmlBlock":
            self._read_html_block()
            self._html.flush()
            self._blocks.pop()
        else:
            self._html.close(end, self._blocks.pop()[2])
            if self.page.comments and name in _HOLDERS:
                self.page.end_holder(start, end)
        self._unread -= name == "CodeBlock" and not self._is_indented
        self._is_indented = self._is_fenced = False
        self._around()

    def _begin_struck(self, start: int) -> None:
        """Words that are struck through are read beside their sentence.

        A single mark sets letters lower in other dialects.
        """
        is_struck = self._source.startswith("~~", start)
        self._struck.append(SegmentBuilder(self._source) if is_struck else None)

    def _is_text(self, value: Any, start: int, end: int) -> bool:
        """Whether a block that the parser takes for code is text."""
        if value == "Indented":
            return self._is_mdx or indented.is_text(self._source, start)  # MDX has no such code
        info = value["Fenced"].strip()
        if name := fences.drawing(info):
            self._drawings.append(name)
        if fences.is_note(info):
            return True
        if not self._html.skipping:
            code = self._source[start:end].partition("\n")[2]
            self._missed += fences.unread(info, code)
            for lines in fences.captions(self._source, start, end):
                title = SegmentBuilder(self._source)
                for line in lines:
                    title.space(line.start, line.start)
                    title.verbatim(*line)
                self.page.aside(title.build(Kind.CAPTION, None, self._html.quoted))
        return False

    def _around(self) -> None:
        kind, quoted, _ = self._blocks[-1] if self._blocks else (Kind.PROSE, False, 0)
        self._html.kind, self._html.quoted = kind, quoted

    def _end_image(self, start: int, end: int) -> None:
        alt = self._images.pop()
        if not self._images and not self._html.skipping:
            self.page.aside(alt.build(Kind.CAPTION, None, self._html.quoted))
            self.page.text.read_as(OBJECT, start, end)

    def _title(self, start: int, end: int) -> None:
        """Read the title of the link or image source[start:end], which shows beside it."""
        title, is_inside = self._titles.pop()
        title = " ".join(title.split())
        if not title or self._images or self._html.skipping:
            return
        place = (
            link_titles.inside(self._source, start, end) if is_inside else self._defined.get(title)
        )
        builder = link_titles.read(self._source, title, place or (start, end))
        self.page.aside(builder.build(Kind.CAPTION, None, self._html.quoted))

    @cached_property
    def _defined(self) -> dict[str, tuple[int, int]]:
        return link_titles.defined(self._source)

    def _other(self, name: str, value: str, start: int, end: int) -> None:
        if name == "Html":
            if self._html_lines is not None:
                self._html_lines.append((start, end))
        elif name == "InlineHtml":
            self._inline_html(value, start, end)
        elif self._html.skipping or self._unread:
            return
        elif name == "InlineMath" and formulas.is_money(value):
            add_text(self._words, self._source, start, end, 0)
        elif name != "Code" and (said := formulas.words(self._source, start, end)):
            for text in said:
                self._words.verbatim(*text)
        elif name == "Code" and (place := fences.of_role(self._source, start, value, end)):
            self._words.verbatim(*place)
        elif name == "Code" and (place := part_of_word(self._source, start, end)):
            self._words.verbatim(*place)
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self._words.read_as(OBJECT, start, end)
            self._has_code |= name == "Code" and any(map(str.isalpha, value))
            if name == "Code" and fences.is_raw_html(self._source, end):
                self._missed += fences.unread("{=html}", value)
            self._is_made |= self._is_mdx and mdx.is_made(self._source, start, value)

    def _inline_html(self, value: str, start: int, end: int) -> None:
        if self._images:
            return
        if _BREAK_TAG.fullmatch(value):
            self._break("HardBreak", start, end)
            return
        text = self._markup[start:end]
        if text != value:  # a quote marker or an indent inside the tag
            text = _LINE_START.sub(lambda gap: " " * len(gap[0]), text)
        self._html.feed(text, start)

    def _read_html_block(self) -> None:
        """Read the lines of an HTML block; what stands between them becomes white space."""
        lines, self._html_lines = self._html_lines or [], None
        if lines:
            start = position = lines[0][0]
            texts = []
            for first, last in lines:
                texts.append(" " * (first - position) + self._markup[first:last])
                position = last
            html = "".join(texts)
            self._is_made |= self._is_mdx and mdx.makes(html)
            self._html.feed(html, start)
