"""What a browser shows of HTML, read into a page, a stretch at a time.

Inline elements join, but for those that `apart` tells; block elements end a segment. So does `br`,
but for one in a heading or inside a sentence, where it is a space. Scripts, code, hidden elements
and such are not read. White space is collapsed; a no-break space stays what it is. `starts` says
how an element is read, `open_elements` what is open; here it is done.
`reader` has a whole page read, the reader of Markdown the HTML that stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lintwords.interface import say
from lintwords.model import Kind, Unread
from lintwords.readers.common.builder import (
    BACKWARD,
    OBJECT,
    TURNED_BACK,
    Page,
    SegmentBuilder,
    must_fit,
)
from lintwords.readers.common.unread_parts import only_code
from lintwords.readers.common.word_parts import is_in_sentence, part_of_word
from lintwords.readers.html import apart as htmlapart
from lintwords.readers.html import lines, nesting
from lintwords.readers.html import tags as htmltags
from lintwords.readers.html.notes import NoteNumbers
from lintwords.readers.html.open_elements import Open, OpenElements
from lintwords.readers.html.shown import Shown
from lintwords.readers.html.shown_capitals import Loud, said
from lintwords.readers.html.starts import Start, is_block, read_start
from lintwords.readers.html.stylesheets import Sheet
from lintwords.readers.html.tags import Tag
from lintwords.readers.html.text import add_text
from lintwords.readers.html.values import captions, describes_page, said_in, value
from lintwords.readers.html.xml_names import Names

_OPENING = 400  # characters of a tag in which it says what it is
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


class Scanner:
    """Reads stretches of HTML into a page; what is open stays open between the stretches.

    `kind` and `quoted` are what holds around the HTML (a Markdown list, a block quotation).
    """

    def __init__(
        self, page: Page, *, xml: bool = False, has_components: bool = False,
        sheets: Sequence[str] = (),
    ) -> None:
        """With `has_components` a name with a capital is one of MDX: all its values are words."""
        self.page = page
        self._sheet = Sheet("" if has_components else page.source, sheets)
        self._has_components = has_components
        self.shown = Shown()
        self._label: SegmentBuilder | None = None  # words in a drawing
        self._label_at = 0  # where in the stack their element stands
        self.kind = Kind.PROSE
        self.quoted = False
        self.lang: str | None = None  # of the document
        self._xml = xml
        self._names = Names(page.source if xml else "")
        self._open = OpenElements()
        self._stack, self._last = self._open.stack, self._open.last
        self._skipped = 0  # where in the stack the skipped element stands; 0 for none
        self._notes = NoteNumbers()
        self._edge = (0, 0)  # where the last tag of an inline element stands
        self._goes_on = -1  # where the tag stands in which the last element goes on

    @property
    def skipping(self) -> bool:
        """Whether what comes now is not read."""
        return self._skipped > 0

    @property
    def label(self) -> SegmentBuilder | None:
        """What collects the words that come now, where they are seen beside the text."""
        return None if self._stack[-1].name in htmltags.UNSEEN else self._label

    @property
    def words(self) -> SegmentBuilder:
        """What collects the text that comes now, as its style shows it."""
        page, which = self.page, self._stack[-1].capitals
        return Loud(page.text, page.source, page.locked, which) if which else page.text

    @property
    def depth(self) -> int:
        """How many elements are open; for `close`."""
        return len(self._stack)

    def missed(self) -> Iterator[Unread]:
        """What a reader sees and is not read."""
        yield from self.shown.unread()
        if self._xml and nesting.declares_words(self.page.source):
            yield Unread("body", say("words for which it declares names were not read"))
        yield from only_code(self.page.segments, has_code=self.shown.has_code)

    def feed(self, text: str, shift: int = 0) -> None:
        """Read a stretch; `shift` is where it begins in the source."""
        position = 0
        while (opening := text.find("<", position)) >= 0:
            self._read_text(text, position, opening, shift)
            position = self._read_markup(text, opening, shift)
        if position < len(text):
            self._read_text(text, position, len(text), shift)

    def flush(self) -> None:
        """End the segment, unless it stands around an element that is skipped."""
        if self._skipped:
            return
        inner = self._stack[-1]
        kind = self.kind if inner.kind is Kind.PROSE else inner.kind
        self.page.flush(kind, inner.lang, inner.quoted or self.quoted)

    def close(self, at: int, depth: int = 1) -> None:
        """End the segment and all elements inside the first `depth`; the source ends at `at`."""
        if self.skipping and depth <= self._skipped:
            self._pop(self._skipped, at)
        self.flush()
        self._pop(max(depth, 1), at)

    def _read_text(self, text: str, start: int, end: int, shift: int) -> None:
        if start < end and not self._skipped:
            if self._edge[1] == start + shift:
                before = self.page.text.tail(htmlapart.REACH)
                if htmlapart.parts(before, text, start, end):
                    self.page.text.space(*self._edge)
            if self._stack[-1].capitals:
                add_text(self.words, text, start, end, shift)
            elif any(map(self._last, htmltags.KEPT)):
                for blank in _BLANK.finditer(text, start, end):
                    add_text(self.page.text, text, start, blank.start(), shift)
                    self.flush()
                    start = blank.end()
                add_text(self.page.text, text, start, end, shift)
            else:
                add_text(self.page.text, text, start, end, shift)
        elif (label := self.label) is not None:
            add_text(label, text, start, end, shift)
        elif self._skipped and nesting.is_moved(self._stack, self._skipped):
            self._skipped, skipped = 0, self._skipped
            add_text(self.page.text, text, start, end, shift)
            self.flush()
            self._skipped = skipped
        elif self._skipped:
            self.shown.see_skipped(self._stack[self._skipped].name, text, start, end)

    def _read_markup(self, text: str, start: int, shift: int) -> int:
        """Read the markup at `start`; the place where to go on."""
        if text.startswith(_CDATA, start) and (self._xml or self._in_drawing):
            end = text.find(_CDATA_END, start)
            end = len(text) if end < 0 else end
            self._read_text(text, start + len(_CDATA), end, shift)
            return min(end + len(_CDATA_END), len(text))
        tag = htmltags.read_tag(text, start)
        if tag is None:
            self._read_text(text, start, start + 1, shift)
            return start + 1
        if not tag.name:
            self.page.comment(
                start + shift, tag.end + shift, text[start : tag.end],
                is_quoted=self.quoted or self._stack[-1].quoted
                or any(self._last(name) > 0 for name in htmltags.AS_CODE),
            )
            return tag.end
        tag = self._named(tag, text)
        if self._skipped and not self._xml:
            is_end = self._ends_around(tag, start + shift)
            if is_end and tag.name == "select":
                return tag.end  # a second one is no more than an end
        if tag.name not in htmltags.BLOCK and tag.name not in htmltags.VOID:
            self._edge = (tag.start + shift, tag.end + shift)
        if tag.closing:
            self._end(tag, text, shift)
            return tag.end
        # in a drawing any tag may close itself, and none holds raw text
        closes_itself = tag.closed and self._xml
        is_raw = tag.name in htmltags.RAW and not self._in_drawing and not closes_itself
        self._begin(tag, text, shift)
        if is_raw:
            names = (tag.name, "noscript") if self._last("noscript") else (tag.name,)
            end = htmltags.raw_end(text, names, tag.end)
            self._read_text(text, tag.end, end, shift)
            return end
        return tag.end

    @property
    def _in_drawing(self) -> bool:
        """Whether the next tag is that of a drawing or a formula, neither of which is read."""
        return self._skipped > 0 and nesting.drawing(self._last) > 0

    def _ends_around(self, tag: Tag, at: int) -> bool:
        """End the elements in which a tag may not stand; whether there were any."""
        depth = len(self._stack)
        while place := nesting.ended_by(
            tag.name, self._last, self._skipped, closing=tag.closing
        ):
            self._pop(place, at)
        return len(self._stack) < depth

    def _named(self, tag: Tag, text: str) -> Tag:
        """A tag by the name that it goes by."""
        if tag.name == "image" and not self._xml and not self._in_drawing:
            return tag._replace(name="img")
        if tag.name == "br" and not self._xml:
            return tag._replace(closing=False)  # `</br>` is no end
        if self._xml:
            return tag._replace(name=self._names.of(tag, text))
        at = tag.start + 1 + tag.closing
        if self._has_components and tag.name in htmltags.NO_COMPONENTS and text[at].isupper():
            return tag._replace(name=f"{tag.name}-component")
        return tag

    def _begin(self, tag: Tag, text: str, shift: int) -> None:
        name, at = tag.name, tag.start + shift
        if name == "br" and self._is_space(tag, text):
            lines.line_end(self.page.text, text, tag.end, (at, tag.end + shift))
            return
        if name in htmltags.RUBY and self._stack[self._skipped].name in htmltags.RUBY:
            self._pop(self._skipped, at)
        inside = name in htmltags.INSIDE and is_in_sentence(
            self.page.source, name, at, tag.end + shift
        )
        block = is_block(tag, text, inside=inside)
        if block:
            for place in self._open.ended_unsaid(name):
                self.close(at, place)
        start = read_start(
            tag, text, self._sheet.styles(tag, text), self._open, block=block, inside=inside,
            closes=self._xml or name in ("svg", "math") or self._in_drawing, xml=self._xml,
            has_components=self._has_components,
        )
        resumes = 0
        if self._skipped and nesting.is_moved(self._stack, self._skipped, name):
            resumes, self._skipped = self._skipped, 0
        if not self._skipped:
            self._read_start(start, text, shift)
        if not start.void:
            self._enter(start, text, shift, resumes)
        elif resumes:
            self.flush()
            self._skipped = resumes

    def _read_start(self, start: Start, text: str, shift: int) -> None:
        """Read what a start tag itself says or is shown as, and the line end that it makes."""
        tag, place = start.tag, (start.tag.start + shift, start.tag.end + shift)
        if start.block and place[0] != self._goes_on:
            self.flush()
        elif start.apart:
            self._set_apart(tag, text, shift, placed=start.placed)
        if not (start.hidden or start.beside or start.code):
            self._read_attributes(tag, text, shift)
        if tag.name == "q" and not (start.skipped or start.void):
            self.page.text.read_as("“", *place)
        elif tag.name == "bdo" and not start.skipped and value(tag, text, "dir").lower() == "rtl":
            self.page.text.read_as(BACKWARD, *place)
        if start.hidden:
            return
        if tag.name == "img":
            self.page.text.read_as(OBJECT, *place)
        self.shown.see(tag, text)

    def _enter(self, start: Start, text: str, shift: int, resumes: int) -> None:
        """Open an element; `resumes` is where one stands that is skipped again after it."""
        tag, outer, skips = start.tag, self._stack[-1], start.skipped
        lang = value(tag, text, "lang") or value(tag, text, "xml:lang") or None
        if tag.name in ("html", "body") and lang:
            self.lang, lang = self.lang or lang, None
        leaves = OBJECT if not (start.hidden or start.block or start.beside) else ""
        frame = Open(
            tag.name, start.block, htmltags.KINDS.get(tag.name, outer.kind),
            lang if start.block and lang else outer.lang,
            outer.quoted or tag.name == "blockquote", tag.start + shift, len(self.page.text),
            leaves if skips else "", resumes, said(start.styles, outer.capitals), start.apart,
            start.placed, htmlapart.sets_apart(start.display),
        )
        if skips and not self._skipped:
            self._skipped = len(self._stack)
            if start.beside and not start.hidden:
                self._label, self._label_at = SegmentBuilder(self.page.source), self._skipped
        elif self._skipped and self._stack[self._skipped].leaves:
            self._see_label(tag, text, shift, block=start.block)
        self._open.push(frame)
        must_fit(len(self._stack))

    def _set_apart(self, tag: Tag, text: str, shift: int, *, placed: bool) -> None:
        """A line begins with or after this tag of an inline element."""
        if (placed and not self._skipped) or self._is_space(tag, text):
            place = (tag.start + shift, tag.end + shift)
            lines.line_end(self.page.text, text, tag.end, place)
        else:
            self.flush()

    def _is_space(self, tag: Tag, text: str) -> bool:
        """Whether a line break parts no more than two words."""
        if self._skipped:
            return False
        if Kind.HEADING in (self._stack[-1].kind, self.kind):
            return True
        return lines.is_inside_a_sentence(text, tag.end)

    def _see_label(self, tag: Tag, text: str, shift: int, *, block: bool) -> None:
        """An element inside one that is skipped: a drawing may hold words, a menu labels."""
        if self._stack[self._skipped].name in htmltags.LABELS and "hidden" not in tag.attributes:
            self._read_attributes(tag, text, shift)
        if self._label is not None:
            if block or "x" in tag.attributes or "dy" in tag.attributes:
                place = (tag.start + shift, tag.end + shift)
                lines.line_end(self._label, text, tag.end, place)
        elif tag.name in htmltags.LABELS.get(self._stack[self._skipped].name, ()):
            self._label, self._label_at = SegmentBuilder(self.page.source), len(self._stack)

    def _end(self, tag: Tag, text: str, shift: int) -> None:
        name, at = tag.name, tag.end + shift
        place = max(map(self._last, nesting.ends(name)))
        block = name in htmltags.BLOCK
        if not place:
            if name == "p":  # any other end of what is not open is nothing
                self.flush()
            return
        ends_skipped = place <= self._skipped
        if place < self._last("template"):
            return
        # A stray end tag inside a block does not end the block, unless nothing would be read on.
        if not block and place < self._open.block and not ends_skipped:
            return
        if ends_skipped:  # the end of what holds it is no part of what is skipped
            self._pop(self._skipped, at if place == self._skipped else tag.start + shift)
        if place >= len(self._stack):
            return
        if not self._skipped:
            frame = self._stack[place]
            if name == "q":
                self.page.text.read_as("”", tag.start + shift, at)
            elif name == "bdo":
                self.page.text.read_as(TURNED_BACK, tag.start + shift, at)
            elif name == "sup":
                self._notes.take_back(self.page.text, frame.mark)
            if self._open.block >= place:
                if not (block and self._reaches_on(tag, text, shift, frame)):
                    self.flush()
            elif frame.apart:
                self._set_apart(tag, text, shift, placed=frame.placed)
        self._pop(place, at)

    def _reaches_on(self, tag: Tag, text: str, shift: int, frame: Open) -> bool:
        """Whether the paragraph that a tag ends goes on in the next one."""
        words = self.page.text
        if tag.name not in ("p", "div") or self._stack[-1].kind is not Kind.PROSE:
            return False
        opening = self.page.source[frame.start : frame.start + _OPENING].partition(">")[0]
        at = lines.goes_on(words, tag, text, opening, in_book=self._xml)
        if at < 0:
            return False
        self._goes_on = at + shift
        if not lines.is_initial(words, words.tail(2)):
            lines.line_end(words, text, tag.end, (tag.start + shift, tag.end + shift))
        return True

    def _pop(self, place: int, at: int) -> None:
        """Take the elements from `place` on off the stack; they end at `at`."""
        while len(self._stack) > place:
            frame = self._open.pop()
            if self.page.comments and (frame.block or frame.name == "template"):
                self.page.end_holder(frame.start, at)
            if self._label is not None and len(self._stack) <= self._label_at:
                self.page.aside(self._label.build(Kind.CAPTION, frame.lang, frame.quoted))
                self._label = None
            if self._skipped == len(self._stack):
                self._skipped = 0
                is_code = frame.name in htmltags.SET_AS_CODE
                if is_code and (part := part_of_word(self.page.source, frame.start, at)):
                    self.page.text.verbatim(*part)
                else:
                    self.page.text.read_as(frame.leaves, frame.start, at)
            if frame.resumes:
                self.flush()
                self._skipped = frame.resumes

    def _read_attributes(self, tag: Tag, text: str, shift: int) -> None:
        in_list = self._last("datalist") > 0
        for name in captions(tag, text, has_components=self._has_components, is_offered=in_list):
            if name in tag.attributes:
                self._aside(tag, name, text, shift, Kind.CAPTION)
        if tag.name == "meta" and describes_page(tag, text):
            self._aside(tag, "content", text, shift, Kind.TITLE)

    def _aside(self, tag: Tag, name: str, text: str, shift: int, kind: Kind) -> None:
        inner = self._stack[-1]
        for start, end in said_in(tag, text, name):
            builder = SegmentBuilder(self.page.source)
            add_text(builder, text, start, end, shift, in_value=True)
            self.page.aside(builder.build(kind, inner.lang, inner.quoted or self.quoted))
